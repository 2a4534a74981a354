"""Quantities: numbers in digits and words, with unit, scale, range, exactness, and what they count."""
