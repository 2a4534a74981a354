"""The items of a claim in lines: what is ticked, by whom, against what, and what is left."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import ClaimView
from factcheck.reports.cells import shown_line
from factcheck.review.items import key_of, left


def item_lines(view: ClaimView) -> Iterator[str]:
    """Yield an item a line, without newlines, numbered as `claim tick` counts them."""
    names = {item.id: view.state.name_of(item.id) for item in view.evidence}
    open_items = left(view.claim, view.state, {item.id: item for item in view.evidence})
    for position, item in enumerate(view.claim.items, start=1):
        tick = view.state.ticks.get(key_of(item))
        what = f"{position} {item.kind} {shown_line(item.span.text)}"
        if tick is None:
            yield f"{what}: {'to tick' if item in open_items else 'covered by the evidence of the verdict'}"
        elif tick.reason:
            yield f"{what}: waived by {shown_line(tick.user)}: {shown_line(tick.reason)}"
        else:
            yield f"{what}: ticked by {shown_line(tick.user)} against {names.get(tick.evidence, tick.evidence)}"
