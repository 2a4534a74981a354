"""How reasons are told, so that a checker can verify each in seconds; nothing here changes a stance.

What only words bear out is quoted from the source, or where its words stand apart these are named; a score is told as
one, and not as its two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.texts import words_between

WORDING_STRENGTH = 0.4
_LONGEST_QUOTED, _HEAD, _TAIL = 140, 90, 40
"""Characters of a quotation, and what is kept of a longer one: two lines of a terminal. Our own choice."""
_SPREAD = 2
"""Words in a stretch for each that answers the claim, up to which it is one. Our own choice."""
_MOST_OTHERWISE = 3
_SCORE = re.compile(r"(?<![\d.,:–-])\d{1,3}[-–:]\d{1,3}(?![\d–-]|[.,:]\d|\s?%)")


def worded_alike(pair: Pair) -> Reason:
    """Return the reason where the words agree: the stretch that has them, or the words, and what stands for which."""
    partners = sorted((one for one in pair.partners if one.kind != "opposite"), key=lambda one: one.passage.start)
    silent = ", ".join(f"“{word.text}”" for word in pair.missing)
    message = f"{_where(pair, partners)}{''.join(_otherwise(partners))}"
    return Reason(
        comparator="wording",
        facet=Facet.WHAT,
        polarity=Polarity.SUPPORTS,
        strength=WORDING_STRENGTH,
        message=f"{message}; nothing there for {silent}" if silent else message,
        claim_spans=tuple(
            Span(one.claim.start, one.claim.end, one.claim.text) for one in pair.partners if one in partners
        ),
        passage_spans=tuple(Span(one.passage.start, one.passage.end, one.passage.text) for one in partners),
    )


def _where(pair: Pair, partners: Sequence[Partner]) -> str:
    text = pair.passage.text
    start, end = (partners[0].passage.start, max(one.passage.end for one in partners)) if partners else (0, 0)
    parted = any(start < one[0] < end for one in pair.passage.sentences)
    if parted or len(words_between(pair.passage.words, start, end)) > _SPREAD * len(partners) + _SPREAD:
        return f"the source has the claim's words, not side by side: {', '.join(one.passage.text for one in partners)}"
    in_order = all(one.claim.start <= other.claim.start for one, other in pairwise(partners))
    told = "the source says it" if in_order else "the source has the claim's words in another order"
    return f"{told}: “{_shortened(text[start:end])}”"


def _otherwise(partners: Sequence[Partner]) -> Iterator[str]:
    """Yield which words stand for others of the claim."""
    other = [one for one in partners if one.kind != "spelling" and _differ(one)]
    for one in other[:_MOST_OTHERWISE]:
        yield f"; “{one.passage.text}” for “{one.claim.text}”"


def _differ(one: Partner) -> bool:
    """Whether two words are not forms of one: "stepped down" has the stem of what it stands for."""
    phrase = " " in one.claim.text or " " in one.passage.text
    return one.claim.stem != one.passage.stem or (phrase and one.claim.folded != one.passage.folded)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST_QUOTED:
        return words
    return f"{words[:_HEAD].rsplit(' ', 1)[0]} … {words[-_TAIL:].split(' ', 1)[-1]}"


def as_scores(pair: Pair, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons with the two numbers of a score told as one: "both say 1-0"."""
    ours, theirs = _scores(pair.claim.text), _scores(pair.passage.text)
    if not (ours and theirs):
        return reasons
    told: list[Reason] = []
    for one in reasons:
        score = _within(one.claim_spans, ours) if one.comparator == "numbers" else None
        there = _within(one.passage_spans, theirs) if score else None
        again = (
            score and there and any(each.claim_spans[:1] == (score,) and each.comparator == "numbers" for each in told)
        )
        if again:
            continue
        told.append(_of_score(reasons, one, score, there) if score and there else one)
    return told


def _scores(text: str) -> list[Span]:
    return [Span(one.start(), one.end(), one.group()) for one in _SCORE.finditer(text)]


def _within(spans: Sequence[Span], scores: Sequence[Span]) -> Span | None:
    return next((one for one in scores if spans and one.start <= spans[0].start and spans[0].end <= one.end), None)


def _of_score(reasons: Sequence[Reason], reason: Reason, ours: Span, theirs: Span) -> Reason:
    """Return the reason of one number of a score as that of the score; where either number differs, the score does."""
    both = [one for one in reasons if one.comparator == "numbers" and _within(one.claim_spans, [ours])]
    against = next((one for one in both if one.polarity is Polarity.OPPOSES), reason)
    alike = re.findall(r"\d+", ours.text) == re.findall(r"\d+", theirs.text)
    said = f"both say {ours.text}" if alike else f"the claim says {ours.text}; the source says {theirs.text}"
    return replace(against, message=said, claim_spans=(ours,), passage_spans=(theirs,))
