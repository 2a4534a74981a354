"""The lines around the panes: header, titles with counts, status, footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.domain import ClaimView, Event, Stance
from factcheck.reports.cells import counted
from factcheck.reports.claim_counts import STAGES
from factcheck.review.binding import is_stale
from factcheck.tui.decisions import words_of
from factcheck.tui.filtering import Order
from factcheck.tui.keys import (
    BY_ID,
    CLAIMS,
    EVIDENCE,
    FOOTER,
    FOOTER_WIDE,
    MENUS,
    PASSAGE,
    Context,
    KeyMap,
    key_of,
    shown_key,
)
from factcheck.tui.ours import ours
from factcheck.tui.pieces import Line, Piece, Role, fit, line, plain, row_text, width_of, wrap
from factcheck.tui.places import MIDDLE, NARROW, WIDE, is_single
from factcheck.tui.state import Desk

TAIL = 3
"""Blanks around what the status bar says at the right."""

SINCE = 32
"""Cells for what somebody else decided on the claim in view: its title has room for them at 80 columns."""

CHECK = "`factcheck check ARTICLE --corpus PATH`"
"""The command that fills the panes."""

Pair = tuple[Line, Sequence[Line]]
"""What stands at the left, and the parts at the right: the most important last, as the first give way."""


def header(desk: Desk, width: int) -> Pair:
    """Program, article, counts; the user at the right."""
    if not desk.is_complete:
        return line(Piece(" factcheck  ", Role.STRONG), row_text(desk.title())), _parts(
            [counted(desk.total, "claim"), "reading...", row_text(desk.bench.user)]
        )
    total, signed, conflicts, waits = desk.counts()
    user = Piece(row_text(desk.bench.user), Role.STRONG)
    left = line(Piece(" factcheck  ", Role.STRONG), row_text(desk.title()))
    if width < NARROW:
        return left, (line(f"{signed}/{total} signed"), (user,))
    several = len(desk.articles)
    of = f" in {several} articles" if several > 1 else ""
    parts = [f"{counted(total, 'claim')}{of}", f"{signed} signed",
             "" if desk.blind else f"{conflicts} with conflicts",
             f"{waits} next for you" if width >= MIDDLE else ""]  # fmt: skip
    offline = "offline" if desk.bench.settings.values.offline else ""
    return left, (*_parts([*parts, offline]), (user,))


def claims_title(desk: Desk) -> Pair:
    """Order, what is searched for, filter, and how many of how many."""
    count = len(desk.visible) if desk.is_complete else desk.total
    shown = f"{min(desk.cursor + 1, count)}/{count}"
    wanted = str(desk.filter)
    parts = ["" if desk.order is Order.ARTICLE else str(desk.order), found_of(desk, CLAIMS),
             f"filter: {row_text(wanted)}" if wanted else "", shown]  # fmt: skip
    return line(_title("1 Article" if desk.reading else "1 Claims")), _parts(parts)


def claim_title(desk: Desk, view: ClaimView | None, named: Callable[[str], str], *, cut: bool) -> Pair:
    """Number, notes, verdict, whether it is signed or was checked before, and what others decided since."""
    if view is None:
        return line(_title("Claim")), ()
    state = view.state
    before = "" if state.verdict or view.claim.id not in desk.before else f"checked before ({key_of('checked-before')})"
    notes = len(state.notes)
    verdict = f"verdict: {row_text(state.verdict.called(named))}" if state.verdict else "no verdict"
    parts = [f"{key_of('detail')} shows all" if cut else "", f"{notes} {_plural('note', notes)}" if notes else "",
             "waiting for an answer" if state.triage.wait else "", verdict, _signature(view),
             str(state.review_state) if state.review_state in STAGES else "", before,
             row_text(str(view.lock)) if view.lock else "", _since(desk.overtaken, view, named)]  # fmt: skip
    return line(_title(f"Claim {view.summary.number}")), _parts(parts)


def _since(overtaken: Event | None, view: ClaimView, named: Callable[[str], str]) -> str:
    """Say what somebody else decided since a claim was shown, and the key that shows it; "": nothing."""
    if overtaken is None:
        return ""
    places = {item.id: number for number, item in enumerate(view.evidence, start=1)}
    what = plain(fit(line(row_text(words_of(overtaken, named, places))), SINCE))
    return f"changed by {row_text(overtaken.user)} {overtaken.at.astimezone():%H:%M}: {what} ({key_of('reload')})"


def _signature(view: ClaimView) -> str:
    state, signed = view.state, view.state.sign_off
    if signed is None:
        return "not signed" if state.verdict else ""
    word = "STALE, signed" if is_stale(view) else "signed"
    return f"{word} by {row_text(signed.user)}"


def evidence_title(desk: Desk, key: str) -> Pair:
    """Gaps, how the candidates are judged, how many the search left out (`key` shows them), and which of how many."""
    view = desk.view
    search = view.state.search if view else None
    shown = f" ({key})" if key else ""
    more = f"{search.left_out} below{shown}" if search and search.left_out else ""
    if view is None or not view.evidence:
        return line(_title("2 Evidence")), _parts([more])
    stances = [decision.stance for decision in view.state.stances.values()]
    judged = " ".join(f"{letter}{stances.count(stance)}" for letter, stance in
                      (("C", Stance.CORROBORATES), ("X", Stance.CONFLICTS), ("R", Stance.RELATED))
                      if stance in stances)  # fmt: skip
    left = len(view.evidence) - len(stances)
    gaps = len(desk.facets.gaps) if desk.facets else 0
    parts = [found_of(desk, EVIDENCE), counted(gaps, "gap") if gaps else "", judged,
             f"{left} unjudged" if left > 0 else "all judged", more,
             f"{min(desk.evidence_cursor + 1, len(view.evidence))}/{len(view.evidence)}"]  # fmt: skip
    return line(_title("2 Evidence")), _parts(parts)


def passage_title(desk: Desk, place: tuple[int, int, int]) -> Pair:
    """Characters, locator, and which lines are in sight (`place`: first, height, all).

    Commands and refusals name evidence by the order in which it came (e3): that is told where it stands elsewhere here.
    """
    item = desk.evidence
    if item is None:
        return line(_title("3 Passage")), ()
    first, height, total = place
    passage = item.candidate.passage
    name = desk.view.state.name_of(item.id) if desk.view else ""
    parts = [found_of(desk, PASSAGE), name if name != f"e{desk.evidence_cursor + 1}" else "",
             row_text(item.candidate.locator), f"chars {passage.start}-{passage.end}",
             f"lines {first + 1}-{min(first + height, total)} of {total}" if total > height else ""]  # fmt: skip
    return line(_title("3 Passage")), _parts(parts)


def why_title(*, with_source: bool, cut: bool) -> Pair:
    """What the pane of reasons is about."""
    words = "Why it matched, where it is from" if with_source else "Why this matched"
    return line(_title(words)), _parts([f"{key_of('detail')} shows all" if cut else ""])


def source_title(*, cut: bool) -> Pair:
    """What the pane of the source is about."""
    return line(_title("Provenance")), _parts([f"{key_of('detail')} shows all" if cut else ""])


def _parts(texts: Sequence[str]) -> Sequence[Line]:
    return tuple(line(text) for text in texts if text)


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
    saved = f" saved {desk.saved}" if desk.saved else " decisions are saved at once"
    if desk.away:
        return line(Piece(saved, Role.DIM)), (
            line(Piece(row_text(f"cannot be read now: {ours(desk.away)}"), Role.BAD)),
        )
    if not desk.last:
        hint = "one pane at a time: 1 2 3" if is_single(width, height) else ""
        return line(Piece(saved, Role.DIM)), _parts([hint])
    undo = f" ({keys.first('undo')} undoes it)" if desk.undoable and keys.first("undo") and width >= MIDDLE else ""
    told = line(f"{row_text(ours(desk.last))}{undo}")
    room = width_of(told) + len(saved) < width - TAIL
    return line(Piece(saved if room or desk.saved else "", Role.DIM)), (told,)


def footer(keys: KeyMap, width: int) -> Line:
    """The keys worth knowing, help first; entries that do not fit are left out whole, never cut."""
    pieces: list[Piece] = []
    for name in FOOTER_WIDE if width >= WIDE else FOOTER:
        key, target, word = footer_entry(keys, name)
        entry = (Piece(f"{shown_key(key)} ", Role.KEY, target), Piece(f"{word} ", Role.TEXT, target)) if key else ()
        if width_of((*pieces, *entry)) <= width:
            pieces += entry
    return tuple(pieces)


def footer_entry(keys: KeyMap, name: str) -> tuple[str, str, str]:
    """Return key, what a click runs, and word of a command (id), or of the menu of a context."""
    if name in BY_ID:
        return next(iter(keys.keys.get(name, ())), ""), name, BY_ID[name].short
    first = keys.menu_of(Context(name))
    return first, first, MENUS[Context(name)]


def empty_pane(desk: Desk, width: int) -> list[Line]:
    """What an empty list of claims says, and which command fills it."""
    if desk.rows:
        said = [
            line("No claim fits the filter."),
            line(Piece(f"{key_of('filter')} changes it; {key_of('filter')} and Backspace show all", Role.DIM)),
        ]
    else:
        said = [
            line(Piece("There are no claims in this workspace yet.", Role.STRONG)),
            line(f"{CHECK} finds the claims of an article and their evidence"),
            line(f"{key_of('open-detail')} opens a worked example, in a folder of its own (as `factcheck demo` does)"),
        ]
    return [found for item in said for found in wrap(item, width)]


def _title(text: str) -> Piece:
    return Piece(f" {text} ", Role.STRONG)


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
