"""Told alike, and of other things: by chance, of another event, in another sentence."""
