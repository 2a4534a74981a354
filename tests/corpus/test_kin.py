"""The keys under which documents are looked up: as many as are meant."""

from __future__ import annotations

import random

from factcheck.corpus.origins import KEYED, keys, sketch


def test_one_gram_of_a_sketch_in_so_many_is_a_key() -> None:
    dice = random.Random(5)
    text = " ".join(f"word{dice.randrange(9_000)}" for _ in range(900))
    grams = sketch(text)
    assert len(grams) > 150
    assert 0.7 < len(keys(grams)) * KEYED / len(grams) < 1.3
