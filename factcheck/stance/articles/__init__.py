"""A whole article beside a claim, by its best passages and a small trained combiner."""
