"""Who is who in an article: names, offices, what else they are called, and whom a pronoun means."""
