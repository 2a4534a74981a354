"""What is asserted: polarity, denials, opposites, and whether it is so, planned or only told."""
