"""Compare the figures of a box, a list or a table with those of the text: "640 homes" beside "more than 640 homes".

Only one and the same figure is compared, for other figures may count other things: where the text says that it is more
or less than that, the box cannot have it exactly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.claims.stated import STATED_IN_LAYOUT, TABLE_ROW
from factcheck.domain import Claim, Finding, FindingKind, Operator, Quantity, Sentence
from factcheck.text.quantities.exactness import with_operator
from factcheck.text.words import stem

COMPARED = 40  # rows of one figure; a box has a handful
_STRICT = frozenset([Operator.MORE_THAN, Operator.LESS_THAN])


def inexact_boxes(text: str, claims: Sequence[Claim], sentences: Sequence[Sentence]) -> Iterator[tuple[int, Finding]]:
    """Yield the figures that a box tells as exact, and the text as a bound that leaves them out."""
    boxed: dict[tuple[str, str, Decimal], list[tuple[int, Quantity]]] = defaultdict(list)
    told: list[tuple[int, Quantity]] = []
    for index, claim in enumerate(claims):
        in_box = _in_box(claim, sentences)
        for one in claim.quantities:
            if in_box and one.noun and one.operator is Operator.EQUAL:
                boxed[_thing(one)].append((index, one))
            elif not in_box and one.noun and one.operator in _STRICT:
                told.append((index, one))
    for index, other in told:
        for at, one in boxed.get(_thing(other), [])[:COMPARED]:
            message = f"two numbers for one thing: {one.span.text} and {with_operator(text, other)} {other.noun}"
            finding = Finding(kind=FindingKind.TWO_NUMBERS, message=message, spans=(one.span, other.span))
            yield at, finding
            yield index, finding


def _in_box(claim: Claim, sentences: Sequence[Sentence]) -> bool:
    at = bisect_right(sentences, claim.start, key=lambda sentence: sentence.start) - 1
    return at >= 0 and sentences[at].reason in (STATED_IN_LAYOUT, TABLE_ROW)


def _thing(quantity: Quantity) -> tuple[str, str, Decimal]:
    return quantity.unit, stem(quantity.noun.casefold()), quantity.low


__all__ = ["inexact_boxes"]
