"""The word lists of stance, by hand and kept readable: tables without code. `lexicon` reads them."""
