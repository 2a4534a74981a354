"""What a stretch of text asserts, whether it can be checked at all, and how much checking it deserves."""
