"""What of a claim is answered not word for word, but by a figure or date, or by an opposite that is negated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.domain import Polarity, Reason, Span
from factcheck.stance.alike.events import weekdays_of
from factcheck.stance.matrix.parts import touch
from factcheck.stance.reading.negations import negated_in
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.texts import is_name, weight
from factcheck.text.words import Word

ANSWERING = frozenset(["dates", "numbers", "quotations"])
"""Comparators whose agreement answers the words that it stands on."""


_CREDITED = ANSWERING | {"polarity"}


def credit_values(pair: Pair, reasons: list[Reason]) -> Pair:
    """Return `pair` with the words of a date or number that agrees counted as answered ("summer" beside "July").

    So is the claim's "denied" where the source negates what it denies.
    """
    agreed = [one for one in reasons if one.comparator in _CREDITED and one.polarity is Polarity.SUPPORTS]
    spans = [span for one in agreed for span in one.claim_spans]
    if not spans:
        return pair
    spans += weekdays_of(pair, spans)
    rest = tuple(word for word in pair.missing if not _inside(word, spans))
    gained = sum(weight(word) for word in (*pair.missing, *pair.near) if _inside(word, spans))
    near = tuple(word for word in pair.near if not _inside(word, spans))
    said = [word for word in pair.claim.content if not (is_name(word) or word.is_number)]
    told = sum(weight(word) for word in (*pair.missing, *pair.near) if word in said and _inside(word, spans))
    return replace(
        pair,
        partners=tuple(sorted((*pair.partners, *_by_value(pair, agreed)), key=lambda one: one.claim.start)),
        missing=rest,
        near=near,
        coverage=min(1.0, pair.coverage + gained / pair.claim.weight),
        topic=min(1.0, pair.topic + told / (sum(map(weight, said)) or 1.0)),
    )


def _by_value(pair: Pair, agreed: Iterable[Reason]) -> Iterator[Partner]:
    """Yield the words of the claim that a figure or date of the source answers, with its first word there."""
    lost = {word.start: word for word in (*pair.missing, *pair.near)}
    for one in agreed:
        answer = next((word for word in pair.stretch if _inside(word, [*one.passage_spans])), None)
        if answer is not None:
            for word in [word for word in lost.values() if _inside(word, [*one.claim_spans])]:
                yield Partner(lost.pop(word.start), answer, "value")


def credit_opposites(pair: Pair) -> Pair:
    """Return `pair` with a word answered by its opposite under a negation: "disagree" beside "do not agree"."""
    crossed = [one for one in pair.partners if one.kind == "opposite"]
    if not crossed:
        return pair
    ours, theirs = negated_in(pair)
    turned = [one for one in crossed if (one.claim.start in ours) != (one.passage.start in theirs)]
    gained = sum(weight(one.claim) for one in turned)
    said = sum(weight(word) for word in pair.claim.content if not (is_name(word) or word.is_number))
    return replace(
        pair,
        partners=tuple(one._replace(kind="turned") if one in turned else one for one in pair.partners),
        coverage=min(1.0, pair.coverage + gained / pair.claim.weight),
        topic=min(1.0, pair.topic + gained / (said or 1.0)),
    )


def not_told(other_words: Iterable[Reason], reasons: list[Reason]) -> list[Reason]:
    """Return the words that differ, but for those of which a comparator has said so: "differs: Hole / Moss" once."""
    told = [(span, one.passage_spans) for one in reasons for span in one.claim_spans]
    return [
        one
        for one in other_words
        if not any(
            touch(one.claim_spans[0], ours) and any(touch(one.passage_spans[0], span) for span in theirs)
            for ours, theirs in told
        )
    ]


def unsettled(other_words: Iterable[Reason], reasons: list[Reason]) -> list[Reason]:
    """Return the words that differ, but for those of a date or figure that agrees ("26th" beside "26")."""
    agreed = [
        span
        for one in reasons
        if one.comparator in ANSWERING and one.polarity is Polarity.SUPPORTS
        for span in one.claim_spans
    ]
    return [
        one for one in other_words if not all(any(touch(ours, span) for span in agreed) for ours in one.claim_spans)
    ]


def _inside(word: Word, spans: list[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)
