"""What does not fit inside one article: figures, sums, ages, headlines and words given to two speakers."""
