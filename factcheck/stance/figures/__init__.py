"""How many: the same figure for the same thing, and what a figure is a figure of."""
