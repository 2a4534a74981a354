"""Clefts: "It was the foreign ministers who agreed" says it of them, and of nobody else.

Levels: *the same, or not told*; *another* (what the claim says of its subject, the source singles out another for: a
name for a name, or one noun with another word before it: "the defence ministers", "the foreign ministers"). A name
beside a noun is not compared: the mayor may be the very person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import Pair, same_word
from factcheck.stance.reading.slots import alike, known
from factcheck.stance.reading.texts import cover, is_light, words_between
from factcheck.text.words import Word

STRENGTH = 0.7
LEAST_TOPIC, FEWEST_TOLD = 0.6, 2
"""Share of the claim's words other than names that must be answered, and words of its predicate. Source: our choice."""
_CLEFT = re.compile(
    r"\b[Ii]t (?:is|was|had been|has been) (?P<focus>(?!not\b|clear\b|only\b)[^,.;:!?“”\"]{2,60}?)"
    r"(?:,? (?:and|but)? ?not [^,.;:!?“”\"]{2,60}?)?,? (?:who|that) "
)


def compare_clefts(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: the stretch singles out another for what the claim says of its subject."""
    if "it" not in pair.told or pair.topic < LEAST_TOPIC or negations_of(pair.claim.text):
        return
    found = _CLEFT.search(pair.passage.text, pair.start, pair.end)
    if found is None:
        return
    told = [one for one in pair.partners if one.passage.start >= found.end() and one.kind != "opposite"]
    said = min(
        (one for one in told if not one.claim.text[0].isupper()), key=lambda one: one.passage.start, default=None
    )
    verb = said.claim if said is not None else None
    focus = [one for one in words_between(pair.passage.words, found.start("focus"), found.end("focus")) if _tells(one)]
    subject = [one for one in pair.claim.content if verb is not None and one.end <= verb.start and _tells(one)]
    of_predicate = [one for one in pair.partners if verb is not None and one.claim.start >= verb.start]
    if len(of_predicate) >= FEWEST_TOLD and subject and focus and _are_apart(subject, focus):
        one, other = cover(pair.claim.text, subject), cover(pair.passage.text, focus)
        yield Reason(
            comparator="clefts",
            facet=Facet.WHO,
            polarity=Polarity.OPPOSES,
            strength=STRENGTH,
            message=f"differs: the source says it of {other.text} alone, the claim of {one.text}",
            claim_spans=(one,),
            passage_spans=(other,),
        )


def _tells(word: Word) -> bool:
    return not (word.is_stop or is_light(word))


def _are_apart(subject: Sequence[Word], focus: Sequence[Word]) -> bool:
    if subject[-1].text[0].isupper() and focus[-1].text[0].isupper():
        return _are_two_names(subject, focus)
    if not same_word(subject[-1], focus[-1]) or min(len(subject), len(focus)) < _WITH_A_WORD:
        return False
    ours, theirs = subject[-2], focus[-2]
    return not same_word(ours, theirs) and not any(same_word(one, theirs) for one in subject)


_WITH_A_WORD = 2


def _are_two_names(subject: Sequence[Word], focus: Sequence[Word]) -> bool:
    left, right = (" ".join(word.text for word in words if word.text[0].isupper()) for words in (subject, focus))
    return not alike(left, right) and bool(known(left)) == bool(known(right))
