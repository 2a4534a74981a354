"""Another event: do the texts tell of different things that are only told alike?

A yearly report, a vote in another town: where the name differs, and with it the date or a figure, the passage is about
something else, and what differs is no conflict. The clashes stay, as what there is to see, and point nowhere.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.pair import Pair
from factcheck.stance.shared import stands, unshared_names
from factcheck.stance.slots import names_in

_VALUES = frozenset(["dates", "numbers"])


def set_apart(pair: Pair, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons, with the clashes as context where the passage seems to be about another event."""
    kinds = {one.comparator for one in reasons if one.polarity is Polarity.OPPOSES}
    if not _elsewhere(pair, reasons, kinds):
        return reasons
    told = [_without_side(one) if one.polarity is Polarity.OPPOSES else one for one in reasons]
    return [*told, _another(sorted(kinds))]


def _elsewhere(pair: Pair, reasons: list[Reason], kinds: set[str]) -> bool:
    if "names" in kinds:
        clashing = {span.start for one in reasons if one.comparator == "names" for span in one.claim_spans}
        others = [one for one in unshared_names(pair) if one.start not in clashing]
        return bool(kinds & _VALUES) or bool(others)
    theirs = names_in(pair.passage.text)
    return kinds >= _VALUES and not any(stands(one, theirs) for one in names_in(pair.claim.text))


def _without_side(reason: Reason) -> Reason:
    return replace(reason, polarity=Polarity.CONTEXT)


def _another(kinds: list[str]) -> Reason:
    return Reason(
        comparator="events",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=0.5,
        message=f"it may be another event: {' and '.join(kinds)} differ",
    )
