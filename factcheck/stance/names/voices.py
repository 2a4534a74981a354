"""Active and passive: "the government signed the treaty" beside "the treaty was signed by the government".

What the words of a text do in it is told from the verb outwards, over the small words that go with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from factcheck.stance.reading.negations import negation
from factcheck.stance.reading.pair import ALIKE, Pair, Partner
from factcheck.text.words import Word

BEING = frozenset(["was", "were", "is", "are", "been", "be", "being"])
_HELPING = BEING | frozenset(
    """has have had did does do also then later first who which eventually itself ever""".split()  # noqa: SIM905
)
_REACH = 8
"""Words behind a verb among which "by" names the one who did it, and the object stands."""
_CLAUSE_MARKS = frozenset(",;:()“”„—–")

OWNING = frozenset("own owns owned belong belongs belonged besitzt besaß gehört gehörte".split())  # noqa: SIM905
"""Verbs that mean much the same without being told of the same side: who owns it does not belong to it."""


def is_helping(word: Word) -> bool:
    """Whether a word goes with a verb, and may stand between it and its subject: "has", "never", "finally"."""
    return word.folded in _HELPING or word.folded.endswith("ly") or negation(word)


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Whether the verb at a place stands in the passive: behind "was", or with a "by" right behind it."""
    helping = takewhile(is_helping, reversed(words[:at]))
    return any(word.folded in BEING for word in helping) or (at + 1 < len(words) and words[at + 1].folded == "by")


def is_turned_by_voice(pair: Pair) -> bool:
    """Whether one text says in the passive what the other one says in the active, of the same two sides of a verb."""
    if ("by" in pair.told) == ("by" in pair.claim.vocabulary):
        return False
    ours = (pair.claim.words, pair.claim.text), (pair.stretch, pair.passage.text)
    met = [one for one in pair.partners if one.kind in ALIKE]
    active, passive = ours if "by" in pair.told else ours[::-1]
    sides = (0, 1) if "by" in pair.told else (1, 0)
    return any(_is_turned(active, passive, verb, met, sides) for verb in met)


_Side = tuple[Sequence[Word], str]


def _is_turned(active: _Side, passive: _Side, verb: Partner, met: Sequence[Partner], sides: tuple[int, int]) -> bool:
    """Whether who does it stands before a verb and behind its "by", and what it is done to the other way round.

    `sides`: the place in a pair of words of that of the active text, and of that of the passive one.
    """
    both = [(one.claim, one.passage) for one in met]
    to_passive = {words[sides[0]].start: words[sides[1]].start for words in both if words[0] is not verb.claim}
    words, text = active
    at = words.index((verb.claim, verb.passage)[sides[0]])
    subject = next((word for word in reversed(words[:at]) if not is_helping(word)), None)
    objects = _behind(words, text, at)
    words, text = passive
    at = words.index((verb.claim, verb.passage)[sides[1]])
    behind = _behind(words, text, at)
    by = next((place for place, word in enumerate(behind) if word.folded == "by"), None)
    if by is None or subject is None or not is_passive(words, at):
        return False
    agents = {word.start for word in behind[by + 1 :]}
    done_to = next((word.start for word in reversed(words[:at]) if not is_helping(word)), None)
    found = [to_passive.get(word.start) for word in objects]
    return to_passive.get(subject.start) in agents and done_to is not None and done_to in found


def _behind(words: Sequence[Word], text: str, at: int) -> list[Word]:
    """Return the words behind a verb up to a mark of a clause."""
    found: list[Word] = []
    last = words[at]
    for word in words[at + 1 : at + 1 + _REACH]:
        if not _CLAUSE_MARKS.isdisjoint(text[last.end : word.start]):
            break
        found.append(word)
        last = word
    return found
