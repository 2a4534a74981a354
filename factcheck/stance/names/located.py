"""Where a text says that something is: the words after "in" and "at" that name a place or an occasion.

No periods ("in May"), no ways of saying ("in a statement") and nothing that is only said in that form ("in general").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.stance.reading.texts import is_light, is_name
from factcheck.text.words import Word


def places_of(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield the words of content of each place that is told of with "in" or "at"."""
    for at, word in enumerate(words):
        found = _place(text, word, words[at + 1 : at + 1 + _LONGEST]) if word.folded in _WHERE else []
        if found:
            yield found


def _place(text: str, preposition: Word, words: Sequence[Word]) -> list[Word]:
    """Return the words of a place after its preposition; none where it is a time or a way of saying."""
    found: list[Word] = []
    last = preposition.end
    for word in words:
        if text[last : word.start].strip(" -") or (found and (word.is_stop or is_name(word) != is_name(found[0]))):
            break
        if word.is_number or (word.folded in _NO_PLACES and word.text not in _NO_MONTHS):
            return []
        last = word.end
        if word.folded in _DETERMINERS:
            continue
        if word.is_stop or is_light(word):
            break
        found.append(word)
    return found


_LONGEST = 4  # words after a preposition that are looked at
_WHERE = frozenset(["in", "at"])
_NO_MONTHS = frozenset(["march", "may"])
_DETERMINERS = frozenset(
    "the a an its his her their der die das den dem des ein eine einen einem einer".split()  # noqa: SIM905
)
_NO_PLACES = frozenset(
    """january february march april may june july august september october november december spring summer autumn
    winter monday tuesday wednesday thursday friday saturday sunday
    statement interview speech report study letter message post series bid move row response addition total fact case
    recent part favour favor time year years month months week weeks day days morning evening afternoon night dawn
    quarter half decade century past future court public private particular general all contrast comparison turn
    exchange return trouble need charge danger order process course aftermath wake run""".split()  # noqa: SIM905
)
