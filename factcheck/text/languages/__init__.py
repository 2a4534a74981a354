"""Which language a text is in, and what a language's rules are for its small words and its stems."""
