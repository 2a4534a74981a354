"""The words, phrases and clauses of one sentence, which every other part of this room reads it by."""
