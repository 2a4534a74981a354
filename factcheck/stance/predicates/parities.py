"""How a clash of polarity is told: one text negates what the other asserts, has its opposite, or denies it."""

from __future__ import annotations

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.pair import Partner
from factcheck.text.words import Word

NEGATION_STRENGTH = 0.7
OPPOSITE_STRENGTH = 0.6
DENIAL_STRENGTH = 0.75


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


def span_of(word: Word) -> Span:
    """Return the place of a word."""
    return Span(word.start, word.end, word.text)
