"""What means much the same as a word of a claim is known before a passage is read."""

from __future__ import annotations

from factcheck.stance.reading.lexicon import like, synonyms
from factcheck.text.words import stem


def test_the_stems_like_one_are_those_that_are_its_synonyms() -> None:
    """Each of them is, and no other stem of the rest."""
    stems = [
        stem(word) for word in ("rose", "rise", "climb", "sold", "sell", "dane", "denmark", "france", "bridge", "zork")
    ]
    for one in stems:
        assert {other for other in stems if other in like(one)} == {other for other in stems if synonyms(one, other)}
    assert like(stem("zork")) == frozenset()
