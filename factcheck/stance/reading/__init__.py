"""A claim and a passage as the comparators read them: words, meanings, negations, and which word stands for which."""
