"""A change by a part in words beside another one, or one in per cent: "by a quarter", "by a third", "by 25 percent".

Levels: *the same* (a quarter is 25 per cent); *differs* (another share of the same); *not compared* (both texts tell it
in figures, or there are two changes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.figures.figures import compatible, covers, figures_in, same_figure
from factcheck.stance.figures.ways import is_changed_by
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_name
from factcheck.text.quantities.finding import find_changes

SAME_STRENGTH, DIFFER_STRENGTH = 0.6, 0.7
_APART = Decimal("0.15")
"""Share of a change from which another one is another: a third is told of 32 per cent, too. As for other changes."""
_OTHER_CLAUSE = re.compile(r"[,;:—–]|\b(?:after|while|as|and|but|because|since|when|although)\b")


def compare_by_part(pair: Pair) -> Iterator[Reason]:
    """Yield a reason where a text tells a change by a part in words, and the other one so, too, or in per cent."""
    ours = _parts(pair.claim.text, 0, len(pair.claim.text))
    theirs = _parts(pair.passage.text, pair.start, pair.end)
    if not (ours or theirs):
        return
    asked = ours or _in_per_cent(pair.claim.text, 0, len(pair.claim.text))
    given = theirs or _in_per_cent(pair.passage.text, pair.start, pair.end)
    if len(asked) != 1 or len(given) != 1 or not _is_of_the_claim(pair, given[0].span):
        return
    one, other = asked[0], given[0]
    if same_figure(one, other) or covers(one, other):
        yield _reason(Polarity.SUPPORTS, one.span, other.span)
    elif not compatible(one, other) and _are_apart(one, other):
        yield _reason(Polarity.OPPOSES, one.span, other.span)


def _are_apart(one: Quantity, other: Quantity) -> bool:
    exact = one.low == one.high and other.low == other.high
    return exact and abs(one.low - other.low) > _APART * max(one.low, other.low)


@lru_cache(512)
def _parts(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    found = (one for one in find_changes(text) if one.unit == "%" and start <= one.span.start and one.span.end <= end)
    return tuple(one for one in found if not _OF_A_UNIT.match(text, one.span.end))


_OF_A_UNIT = re.compile(r" (?:an?|eine[nrms]?) ")  # "by half a point"


def _in_per_cent(text: str, start: int, end: int) -> list[Quantity]:
    found = figures_in(text, start, end)
    return [one for one in found if one.unit == "%" and is_changed_by(text, one.span)]


def _is_of_the_claim(pair: Pair, place: Span) -> bool:
    """Whether a change of the passage is of what the claim has, or of its verb: "um ein Viertel gekürzt"."""
    return is_of_the_same(pair, place.start) or any(
        one.passage.start == place.end + 1 and not is_name(one.passage) and one.kind != "opposite"
        for one in pair.partners
    )


def is_of_the_same(pair: Pair, start: int) -> bool:
    """Whether a word of the claim that is no name stands before a change that starts at a place, in its clause."""
    told = [
        one.passage.end
        for one in pair.partners
        if one.passage.end <= start and not (is_name(one.claim) or one.claim.is_number)
    ]
    return bool(told) and _OTHER_CLAUSE.search(pair.passage.text, max(told), start) is None


def _reason(polarity: Polarity, ours: Span, theirs: Span) -> Reason:
    return Reason(
        comparator="numbers",
        facet=Facet.HOW_MANY,
        polarity=polarity,
        strength=SAME_STRENGTH if polarity is Polarity.SUPPORTS else DIFFER_STRENGTH,
        message=f"both say “{ours.text}”"
        if ours.text == theirs.text
        else f"the claim says “{ours.text}”; the source says “{theirs.text}”",
        claim_spans=(ours,),
        passage_spans=(theirs,),
    )
