"""The items of a claim in lines: what is ticked, by whom, against what, and what is left."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import ERASED, ClaimView, Evidence, Item, Stance
from factcheck.reports.cells import shown_line
from factcheck.review.item_days import day_told, how_dated, same_day
from factcheck.review.items import covers, is_opposed, key_of, left, speaks_of

COVERED = "covered by the evidence of the verdict"


def item_lines(view: ClaimView) -> Iterator[str]:
    """Yield an item a line, without newlines, numbered as `claim tick` counts them."""
    kept = {item.id: item for item in view.evidence}
    open_items = left(view.claim, view.state, kept)
    for position, item in enumerate(view.claim.items, start=1):
        tick = view.state.ticks.get(key_of(item))
        day = day_told(item, view.claim)
        what = f"{position} {item.kind} {shown_line(item.span.text)}{f' ({day})' if day else ''}"
        if tick is None:
            yield f"{what}: {'to tick' if item in open_items else f'{COVERED}{_in_which_words(view, item)}'}"
        elif tick.reason:
            yield f"{what}: waived by {shown_line(tick.user)}: {shown_line(tick.reason)}"
        else:
            against = view.state.name_of(tick.evidence) or tick.evidence
            told = _remark(view, item, kept.get(tick.evidence), against)
            yield f"{what}: ticked by {shown_line(tick.user)} against {against}{told}"


def _remark(view: ClaimView, item: Item, evidence: Evidence | None, name: str) -> str:
    """Say that what an item was held against conflicts with the claim, contradicts the item, or has it not at all."""
    if evidence is None or evidence.candidate.passage.text == ERASED:
        return ""
    decided = view.state.stances.get(evidence.id)
    if decided and decided.stance is Stance.CONFLICTS and speaks_of(evidence, item, view.claim, view.state):
        return ", which conflicts"
    dated = how_dated(evidence, item, view.claim, name)
    if is_opposed(evidence, item, view.claim, view.state):
        return f", which contradicts it{f'; {dated}' if dated else ''}"
    if covers(evidence, item, view.claim):
        return f"; {dated}" if dated else ""
    return f"; {dated or f'it does not stand in {name} word for word'}"


def _in_which_words(view: ClaimView, item: Item) -> str:
    """Say in which words evidence of the verdict has the day of a date, where these are others."""
    bound = (one for one in view.evidence if one.id in view.state.rests_on and same_day(one, item, view.claim))
    told = (how_dated(one, item, view.claim, view.state.name_of(one.id)) for one in bound)
    return next((f"; {words}" for words in told if words), "")
