"""How somebody died: of an illness or of age, or by another's hand?

Levels: *the same, or not told* (a text gives no cause, denies something, or tells it of somebody else); *natural and
violent* ("died of old age" beside "was killed by a hunter"). Two illnesses are no conflict, since one can bring the
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.lexicon import DENIALS
from factcheck.stance.reading.negations import may_negate
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import Text, words_between
from factcheck.text.words import Word

STRENGTH = 0.65
_VIOLENT = re.compile(
    r"\b(?:was|were|had been|has been|have been|is|are)(?: \w+ly)? (?:killed (?:by|in|when|with)|murdered|assassinated"
    r"|strangled|executed|lynched|gunned down|shot dead|shot and killed|stabbed to death|beaten to death)\b",
    re.IGNORECASE,
)
_NATURAL = re.compile(
    r"\bdied(?: \w+){0,3}? (?:of|from) (?:(?:an?|the|his|her|its|complications|long|short|battle|with|from|of"
    r"|\w+ly) ){0,4}"
    r"(?:old age|natural causes|\w*[ -]?cancer|cancer|illness|leukaemia|leukemia|pneumonia|heart (?:attack|failure)"
    r"|cardiac arrest|stroke|tuberculosis|malaria|dementia|covid(?:-19)?)\b",
    re.IGNORECASE,
)
_OTHERS = frozenset(["another", "other", "second", "third", "brother", "sister", "father", "mother", "son", "daughter"])
"""What tells in front of a death that it is of somebody else."""


def compare_deaths(pair: Pair) -> Iterator[Reason]:
    """Yield that one text has somebody die a natural death whom the other has killed."""
    for ours, theirs in ((_VIOLENT, _NATURAL), (_NATURAL, _VIOLENT)):
        one = ours.search(pair.claim.text)
        other = theirs.search(pair.passage.text) if one is not None else None
        if one is None or other is None or _denies(pair) or ours.search(pair.passage.text) is not None:
            continue
        if _is_of_one(_subject(pair.claim, one.start()), _subject(pair.passage, other.start())):
            yield Reason(
                comparator="deaths",
                facet=Facet.WHAT,
                polarity=Polarity.OPPOSES,
                strength=STRENGTH,
                message=f"the claim says “{one[0]}”; the source says “{other[0]}”",
                claim_spans=(Span(one.start(), one.end(), one[0]),),
                passage_spans=(Span(other.start(), other.end(), other[0]),),
            )


def _denies(pair: Pair) -> bool:
    return any(may_negate(one) or not DENIALS.isdisjoint(one.stems) for one in (pair.claim, pair.passage))


def _subject(whole: Text, verb: int) -> list[Word]:
    """Return the words before a verb in its clause."""
    start = max((begin for begin, _ in whole.sentences if begin <= verb), default=0)
    found: list[Word] = []
    for word in reversed(words_between(whole.words, start, verb)):
        if found and not _MARKS.isdisjoint(whole.text[word.end : found[0].start]):
            break
        found.insert(0, word)
    return found


_MARKS = frozenset(",;:.!?()–—")


def _is_of_one(ours: list[Word], theirs: list[Word]) -> bool:
    """Whether two subjects have the same last word, and the one no name, number or "another" that the other lacks."""
    mine, other = ([word for word in words if not word.is_stop] for words in (ours, theirs))
    if not mine or not other or mine[-1].stem != other[-1].stem:
        return False
    if mine[-1].text.islower() and mine[-1].text.endswith("s"):
        return False  # of some workers one thing is so, of others another
    told = [{word.stem for word in words if word.text[0].isupper() or word.is_number} for words in (mine, other)]
    apart = [not _OTHERS.isdisjoint(word.folded for word in words) for words in (ours, theirs)]
    return apart[0] == apart[1] and (told[0] <= told[1] or told[1] <= told[0])
