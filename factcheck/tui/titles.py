"""The lines around the panes: header, titles with counts, status, footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.domain import ClaimView, Stance
from factcheck.tui.filtering import Order
from factcheck.tui.keys import BY_ID, EVIDENCE, FOOTER, FOOTER_WIDE, PASSAGE, KeyMap
from factcheck.tui.pieces import Line, Piece, Role, line, row_text, width_of
from factcheck.tui.places import MIDDLE, NARROW, WIDE, is_single
from factcheck.tui.state import Desk

Pair = tuple[Line, Line]


def header(desk: Desk, width: int) -> Pair:
    """Program, article, counts; the user at the right."""
    total, signed, conflicts, to_do = desk.counts()
    parts = [f"{total} {_plural('claim', total)}", f"{signed} signed"]
    if not desk.blind:
        parts.append(f"{conflicts} with conflicts")
    if width >= MIDDLE:
        parts.append(f"{to_do} to do")
    counts = "  ".join(parts) if width >= NARROW else f"{signed}/{total} signed"
    name = Piece(" factcheck  ", Role.STRONG)
    return line(name, row_text(desk.title())), line(f"{counts}  ", Piece(row_text(desk.bench.user), Role.STRONG), " ")


def claims_title(desk: Desk) -> Pair:
    """Filter, order, and how many of how many."""
    shown = f"{min(desk.cursor + 1, len(desk.visible))}/{len(desk.visible)}"
    parts = [f"filter: {row_text(str(desk.filter))}" if str(desk.filter) else "",
             "" if desk.order is Order.ARTICLE else str(desk.order), found_of(desk, desk.pane) if desk.pane == "claims" else "",
             shown]  # fmt: skip
    return line(_title("1 Claims")), line(f" {'  '.join(filter(None, parts))} ")


def claim_title(view: ClaimView | None, named: Callable[[str], str], *, cut: bool) -> Pair:
    """Number, verdict, notes."""
    if view is None:
        return line(_title("Claim")), ()
    state = view.state
    verdict = f"verdict: {named(state.verdict.rating)}" if state.verdict else "no verdict"
    parts = [
        verdict,
        str(state.review_state),
        f"notes: {len(state.notes)}" if state.notes else "",
        "i: all" if cut else "",
    ]
    return line(_title(f"Claim {view.summary.number}")), line(f" {'  '.join(filter(None, parts))} ")


def evidence_title(desk: Desk) -> Pair:
    """How many candidates, how they are judged."""
    view = desk.view
    if view is None:
        return line(_title("2 Evidence")), ()
    stances = [decision.stance for decision in view.state.stances.values()]
    judged = " ".join(f"{letter}{stances.count(stance)}" for letter, stance in
                      (("C", Stance.CORROBORATES), ("X", Stance.CONFLICTS), ("R", Stance.RELATED))
                      if stance in stances)  # fmt: skip
    left = len(view.evidence) - len(stances)
    parts = [judged, f"{left} unjudged" if left > 0 else "all judged" if view.evidence else "",
             found_of(desk, EVIDENCE),
             f"{min(desk.evidence_cursor + 1, len(view.evidence))}/{len(view.evidence)}"]  # fmt: skip
    return line(_title("2 Evidence")), line(f" {'  '.join(filter(None, parts))} ")


def passage_title(desk: Desk, place: tuple[int, int, int]) -> Pair:
    """Characters, locator, and which lines are in sight (`place`: first, height, all)."""
    item = desk.evidence
    if item is None:
        return line(_title("3 Passage")), ()
    first, height, total = place
    passage = item.candidate.passage
    parts = [found_of(desk, PASSAGE), f"chars {passage.start}-{passage.end}", row_text(item.candidate.locator),
             f"{min(first + height, total)} of {total} lines" if total > height else ""]  # fmt: skip
    return line(_title("3 Passage")), line(f" {'  '.join(filter(None, parts))} ")


def found_of(desk: Desk, pane: str) -> str:
    """What is searched for in a pane, and how often it is found."""
    text = desk.searched.get(pane, "")
    if not text:
        return ""
    if pane == PASSAGE:
        return f"/{row_text(text)}"
    return f"/{row_text(text)}: {len(desk.places(text, pane))}"


def status(desk: Desk, keys: KeyMap, width: int, height: int) -> Pair:
    """When something was saved last, and what; in a small terminal, how to reach the other panes."""
    saved = f" saved {desk.saved}" if desk.saved else " no decision yet"
    if not desk.last:
        hint = "one pane at a time: 1 2 3" if is_single(width, height) else ""
        return line(Piece(saved, Role.DIM)), line(Piece(f"{hint} ", Role.DIM))
    undo = f" ({keys.first('undo')} undoes it)" if keys.first("undo") and width >= MIDDLE else ""
    return line(Piece(f"{saved}  ", Role.DIM)), line(f"{row_text(desk.last)}{undo} ")


def footer(keys: KeyMap, width: int) -> Line:
    """The keys worth knowing, help first; entries that do not fit are left out whole, never cut."""
    pieces: list[Piece] = []
    for name in FOOTER_WIDE if width >= WIDE else FOOTER:
        key = keys.first(name)
        entry = (Piece(f"{key} ", Role.KEY, name), Piece(f"{BY_ID[name].short} ", Role.TEXT, name)) if key else ()
        if width_of((*pieces, *entry)) <= width:
            pieces += entry
    return tuple(pieces)


def empty_pane(desk: Desk) -> Sequence[Line]:
    """What an empty list of claims says."""
    if desk.rows:
        return [line("No claim fits the filter."), line(Piece("f changes it; f and Backspace shows all", Role.DIM))]
    return [
        line(Piece("There are no claims in this workspace yet.", Role.STRONG)),
        line("factcheck check ARTICLE --corpus PATH   finds the claims of an article and their evidence"),
        line("factcheck demo   makes a worked example to try"),
    ]


def _title(text: str) -> Piece:
    return Piece(f" {text} ", Role.STRONG)


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
