"""Scripts that make what is shipped: lexicons and weights."""
