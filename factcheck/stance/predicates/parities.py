"""How the parity of two texts is told: one negates what the other asserts, an opposite, a denial, or they agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.pair import Partner
from factcheck.text.words import Word

NEGATION_STRENGTH = 0.7
OPPOSITE_STRENGTH = 0.6
DENIAL_STRENGTH = 0.75
AGREE_STRENGTH = 0.4


def clash(
    opposing: list[Partner], claim_under: dict[int, Word], passage_under: dict[int, Word], denial: Word | None
) -> Reason:
    """Return the reason where one text asserts what the other denies, by its opposite word if there is one."""
    one = next((each for each in opposing if each.kind == "opposite"), opposing[0])
    negator = passage_under.get(one.passage.start) or claim_under.get(one.claim.start)
    if denial is not None:
        message, strength = f"the source denies it (“{denial.text}”)", DENIAL_STRENGTH
        marks: tuple[Word, ...] = (denial,)
    elif one.kind == "opposite":
        message, strength = (
            f"the claim says “{one.claim.text}”; the source says “{one.passage.text}”",
            OPPOSITE_STRENGTH,
        )
        marks = (one.passage,)
    elif one.passage.start in passage_under:
        message, strength = (
            f"the source negates it: “{negator.text if negator else ''} … {one.passage.text}”",
            NEGATION_STRENGTH,
        )
        marks = (negator or one.passage, one.passage)
    else:
        message = (
            f"the claim negates it (“{negator.text if negator else ''} … {one.claim.text}”); the source asserts it"
        )
        strength, marks = NEGATION_STRENGTH, (one.passage,)
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.OPPOSES,
        strength=strength,
        message=message,
        claim_spans=(span_of(one.claim),),
        passage_spans=tuple(span_of(mark) for mark in marks),
    )


def agreement(predicates: list[Partner], claim_under: dict[int, Word]) -> Iterator[Reason]:
    """Yield the reason where both texts negate a word of the claim."""
    for one in [each for each in predicates if each.claim.start in claim_under][:1]:
        yield Reason(
            comparator="polarity",
            facet=Facet.WHAT,
            polarity=Polarity.SUPPORTS,
            strength=AGREE_STRENGTH,
            message=f"both negate it (“{one.claim.text}”)",
            claim_spans=(span_of(one.claim),),
            passage_spans=(span_of(one.passage),),
        )


def same_turned_round(turned: Partner) -> Reason:
    """Return the reason where an opposite under a negation says the same: "disagree", "do not see eye to eye"."""
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.SUPPORTS,
        strength=AGREE_STRENGTH,
        message=f"“{turned.claim.text}” and “{turned.passage.text}” say the same, one of them being negated",
        claim_spans=(span_of(turned.claim),),
        passage_spans=(span_of(turned.passage),),
    )


def denied_twice(facing: Reason, denial: Word, *, ours: bool) -> Reason:
    """Return the agreement of a negation in one text with a denial in the other: "is not so", "no evidence that".

    `ours`: the denial is the claim's.
    """
    negator = next(span.text for span in (*facing.claim_spans, *facing.passage_spans))
    return replace(
        facing,
        claim_spans=(*facing.claim_spans, *([span_of(denial)] if ours else [])),
        passage_spans=(*facing.passage_spans, *([] if ours else [span_of(denial)])),
        polarity=Polarity.SUPPORTS,
        strength=AGREE_STRENGTH,
        message=f"both deny it: “{negator}” in one text, “{denial.text}” in the other",
    )


def span_of(word: Word) -> Span:
    """Return the place of a word."""
    return Span(word.start, word.end, word.text)
