"""The rows of the two lists: a claim or a piece of evidence on one line, or on two where the list is narrow but high.

Marks are letters, never colour alone: a person's stance in capitals, a suggestion dim with `?`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.domain import LATER, ClaimState, ClaimSummary, ClaimView, Evidence, ReviewState, Source, Stance
from factcheck.reports.marks import is_conflicting, signature_mark
from factcheck.reports.table_columns import UNSEARCHED, origins, source_mark, waived_mark, wording_mark
from factcheck.review.scale import letter_of
from factcheck.tui.pieces import Line, Piece, Role, cut_lines, fit, line, pad, plain, row_text, width_of, wrap

_LETTERS = {Stance.CORROBORATES: "C", Stance.CONFLICTS: "X", Stance.RELATED: "R", Stance.UNRELATED: "-"}
_ROLES = {
    Stance.CORROBORATES: Role.GOOD,
    Stance.CONFLICTS: Role.BAD,
    Stance.RELATED: Role.WARN,
    Stance.UNRELATED: Role.DIM,
}

WITH_TIER, WITH_DATE = 64, 48
"""From how many cells on a row of evidence has room for its tier and whether it is later, and for its date."""

WITH_CLAIMANT, CLAIMANT = 64, 16
"""From how many cells on a claim on one line has room for its claimant, and how many of them that may take."""

TAIL_GAP = 2
"""Blanks between a line and what stands at its right edge."""

MARKS = (
    ("[C] [X] [R] [-]", "a person's stance: corroborates, conflicts, related, dismissed"),
    ("[?c] [?x] [?r] [?-]", "a suggested stance; nobody has judged it"),
    ("[ ]", "unjudged, nothing suggested; for a claim: no verdict"),
    ("[=]", "no verdict yet, and what says the same was checked before in another article"),
    ("#", "cited in the report"),
    ("writer's", "in front of a title: a source that the writer cites for the claim; these stand first"),
    ("later", "in front of a date: the source was released after the statement"),
    ("+2 -1", "origins that corroborate, that conflict; one text carried by several sources counts once"),
    (UNSEARCHED, "in their place: the claim was not searched yet"),
    ("calc", "in place of a score: a person had it calculated from the cells of a table"),
    ("hand", "in place of a score: a person brought or chose it, and no search ranked it"),
    ("+1", "at the end of a row of evidence: one more source carries the same text"),
    ("+who -when", "in a line of reasons: one that speaks for the claim, one that speaks against it"),
    ("!", "a source conflicts with the claim, and no valid sign-off has settled it"),
    ("*  s  b", "signed; by its checker alone; past the rules, for a reason on record"),
    ("~", "stale: something that was signed has changed since"),
    (">  <  ?", "in review; returned to its checker; disputed"),
    ("w  x", "waived: it needs no check, for a reason on record; to be cut"),
    ("/", "other words for the claim are open, or decided and not in the text"),
    ("&", "rated in the words before: the article has other words now"),
    ("o", "open, and an editor decided at the deadline to publish it so, or hedged"),
    ("^", "a source that the verdict rests on has changed or is gone since; the evidence keeps its copy"),
    ("%", "a source that the writer cites gave no page when it was asked last"),
)
"""What the marks mean, for the help."""


STATES = {
    ReviewState.EXTRACTED: "found in the article; nobody has decided anything on it yet",
    ReviewState.ASSIGNED: "given to a checker",
    ReviewState.PROPOSED: "a checker proposed a verdict; it is not submitted yet",
    ReviewState.IN_REVIEW: "submitted; it waits for another person's signature",
    ReviewState.RETURNED: "sent back to its checker, with a comment",
    ReviewState.DISPUTED: "two people hold different positions on it",
    ReviewState.WAIVED: "it needs no verdict, for a reason on record",
    ReviewState.SIGNED: "a reviewer signed it as it stands",
    ReviewState.STALE: "something that was signed has changed since",
    ReviewState.CUT: "an editor decided that it leaves the text",
}
"""What the states of a claim mean, for the help and the filter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLook:
    """What the rows of a list share, so that their columns stand below each other.

    `digits`: of the numbers; `more`: cells for the marks that few have; `article`: whether to say of which one.
    """

    digits: int
    more: int
    blind: bool
    article: bool


CHECKED_BEFORE = "="
"""In place of a verdict's letter: there is none here, and one on what says the same."""

ARTICLE_DIGITS = 4
"""Of an article's id, where the list holds several: numbers begin anew in each."""


def claim_rows(row: ClaimSummary, letters: Mapping[str, str], width: int, look: RowLook, *, tall: bool) -> list[Line]:
    """A claim: number, verdict, marks, origins, words, claimant; on one line or two.

    `letters`: rating id -> letter, "" of no verdict.
    """
    pieces = _claim(row, letters, look)
    claimant = fit(line(row_text(row.claimant)), CLAIMANT)
    if not tall:
        return [_with_tail(pieces, claimant if width >= WITH_CLAIMANT else (), width)]
    room = width - width_of(claimant) - TAIL_GAP
    first, *rest = cut_lines(wrap(pieces, width, indent=look.digits + 2, limit=3), 2, room)
    return [first, _with_tail(rest[0] if rest else (), claimant, width)]


def _claim(row: ClaimSummary, letters: Mapping[str, str], look: RowLook) -> Line:
    hidden = look.blind and not row.judged
    return line(
        Piece(f"{row.article[:ARTICLE_DIGITS]} " if look.article else "", Role.DIM),
        f"{row.number:>{look.digits}} ",
        *marks(row, letters, blind=look.blind, more=look.more),
        Piece(" " * 6 if hidden else f"{origins(row):<5} ", Role.TEXT if row.judged else Role.DIM),
        row_text(row.text or row.verbatim),
    )


def marks(row: ClaimSummary, letters: Mapping[str, str], *, blind: bool, more: int = 0) -> Line:
    """The marks of a claim: its verdict, a conflict, whether it is signed, a source that was lost; six cells.

    Then those that few claims have, in `more` cells.
    """
    conflict = is_conflicting(row) and not (blind and not row.judged)
    signed = row.review_state == ReviewState.SIGNED
    return line(
        verdict_mark(row, letters),
        Piece("!" if conflict else " ", Role.BAD),
        Piece(signature_mark(row), Role.GOOD if signed else Role.WARN),
        Piece(source_mark(row) or " ", Role.WARN),
        Piece(f"{more_marks(row):<{more}} " if more else more_marks(row), Role.WARN),
    )


def more_marks(row: ClaimSummary) -> str:
    """The marks that few claims have: waived beside its state, other words that wait; "" of most."""
    return waived_mark(row) + wording_mark(row)


def verdict_mark(row: ClaimSummary, letters: Mapping[str, str]) -> Piece:
    """The verdict's letter in brackets; blank, or what `letters` has for "", if there is none."""
    if row.rating:
        return Piece(f"[{letter_of(row, letters)}]", Role.STRONG)
    return Piece(f"[{letters.get('', ' ')}]", Role.DIM)


def stance_mark(item: Evidence, state: ClaimState, *, blind: bool) -> Piece:
    """A person's stance in capitals, else the suggestion, else (or with suggestions hidden) a blank; four cells."""
    decided = state.stances.get(item.id)
    if decided:
        return Piece(f"[{_LETTERS[decided.stance]}] ", _ROLES[decided.stance])
    if blind:
        return Piece("[ ] ", Role.DIM)
    return Piece(f"[?{_LETTERS[item.judgement.stance].lower()}]", Role.SUGGESTION)


def evidence_rows(item: Evidence, view: ClaimView, width: int, *, blind: bool, tall: bool) -> list[Line]:
    """A piece of evidence, on one line or two: stance, score, tier, who published what, when, what became of it."""
    state, became = view.state, view.source_states.get(item.id)
    candidate = item.candidate
    source = candidate.source
    tier = f"{candidate.tier:<9} " if tall or width >= WITH_TIER else ""
    head = (
        stance_mark(item, state, blind=blind),
        Piece("#" if item.id in state.cited else " ", Role.STRONG),
        Piece(f"{_ranked(item)} {tier}", Role.DIM),
    )
    count = len(candidate.carriers)
    published = source.published.isoformat() if source.published and (tall or width >= WITH_DATE) else ""
    if published and (tall or width >= WITH_TIER) and LATER in item.judgement.badges:
        published = f"later {published}"
    writers = Piece("writer's " if item.id in view.of_the_writer else "", Role.STRONG)
    lacks = "look: " if item.id in view.notices else ""
    marks = (Piece(f"source {became}: " if became else lacks, Role.WARN), writers)
    title = (*marks, row_text(source.title.strip() or candidate.passage.text))
    if tall:
        more = f"  +{count} carrier{'' if count == 1 else 's'}" if count else ""
        room = width - width_of(head) - len(more)
        first = line(*head, plain(fit(line(row_text(publisher_of(source))), room)), Piece(more, Role.DIM))
        return [first, _with_tail(line(" " * 5, *title), line(published), width)]
    name = pad(row_text(publisher_of(source)), max(10, min(20, width // 4)))
    tail = line(f"{published}{f' +{count}' if count else ''}")
    return [_with_tail(line(*head, name, " ", *title), tail, width)]


def _ranked(item: Evidence) -> str:
    """Return the score that a search gave, or who stands for it."""
    if item.calculation:
        return "calc"
    return f"{item.candidate.score:.2f}" if item.candidate.rank else "hand"


def _with_tail(pieces: Line, tail: Line, width: int) -> Line:
    """Put a tail at the right edge of a line; the line is cut for it."""
    cells = width_of(tail)
    if not cells:
        return pieces
    shown = fit(pieces, max(0, width - cells - TAIL_GAP))
    gap = " " * max(TAIL_GAP, width - width_of(shown) - cells)
    return (*shown, Piece(f"{gap}{plain(tail)}", Role.DIM))


def publisher_of(source: Source) -> str:
    """Who published a source, or the next best name for it."""
    return source.publisher or source.author or source.url or source.path.rpartition("/")[2] or "(no publisher)"


def citation_of(item: Evidence) -> str:
    """Publisher, title, and where in it with its date: how a person names a source, whatever file it came in."""
    source = item.candidate.source
    by = source.publisher or source.author
    named = [row_text(part) for part in (by, source.title or ("" if by else publisher_of(source))) if part]
    where = [row_text(item.candidate.locator), source.published.isoformat() if source.published else ""]
    inside = ", ".join(filter(None, where))
    return f"{', '.join(named)} ({inside})" if inside else ", ".join(named)
