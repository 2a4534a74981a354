"""Who and what: names, other members of a class, swapped roles, and other words for one thing."""
