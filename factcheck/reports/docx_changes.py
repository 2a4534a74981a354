"""Proposed wording as tracked changes of a Word document: what an editor accepts or rejects there.

All rejected, the text is the article; all accepted, it has the proposed words. Author and time are those of whoever
proposed them, or cut the words. Of claims within one another, the outer one's words are marked; each has a comment.
Source: ECMA-376, part 1, 17.13.5 (w:ins, w:del) and 17.3.3.7 (w:delText).
"""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.domain import ClaimView, Wording, WordingState
from factcheck.reports.cells import shown_line, shown_text
from factcheck.reports.own_words import WITHHELD
from factcheck.review.wording import same_words
from factcheck.text.diff import Edit, edits

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.run import Run

Placed = tuple[int, int, "Run"]
"""A run with the characters of the article that it has."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Edits of the characters `[start, end)` of the article, whose places are those of the article."""

    start: int
    end: int
    edits: Sequence[Edit]
    author: str
    date: str


def track_changes(text: str, runs: Sequence[Placed], claims: Iterable[ClaimView], numbers: Iterator[int]) -> None:
    """Mark the wordings of claims in the runs of an article (`text`). `numbers`: what the changes are known by.

    The runs end where a claim begins or ends; the comments on them are there already.
    """
    starts, ends = [start for start, _, _ in runs], [end for _, end, _ in runs]
    for change in _apart(claims):
        own = runs[bisect_left(starts, change.start) : bisect_right(ends, change.end)]
        for position, (start, end, run) in enumerate(own):
            following = own[position + 1][0] if position + 1 < len(own) else change.end + 1
            begins = start if position else -1
            put = [edit for edit in change.edits if edit.words and begins < edit.end <= following]
            made = list(_pieces(run, _cut(text, (start, end), change, put), change, numbers))
            for element in made:
                run._r.addprevious(element)  # noqa: SLF001 - python-docx has no tracked changes
            run._r.getparent().remove(run._r)  # noqa: SLF001


def _apart(claims: Iterable[ClaimView]) -> Iterator[_Change]:
    """Yield the changes in the order of the text, none within another."""
    changes = sorted(filter(None, map(_change, claims)), key=lambda one: (one.start, -one.end))
    place = 0
    for change in changes:
        if change.start >= place:
            yield change
            place = change.end


def _change(view: ClaimView) -> _Change | None:
    wording, claim = view.state.wording, view.claim
    if wording is None or wording.applied or wording.state is WordingState.STET:
        return None
    if not same_words(wording.before, claim.verbatim):
        return None
    author, moment = _by(wording)
    text = "" if wording.state is WordingState.CUT else wording.text
    if text == WITHHELD:  # words of ours are no change to accept
        return None
    made = [Edit(claim.start + e.start, claim.start + e.end, e.words) for e in edits(claim.verbatim, text)]
    return _Change(claim.start, claim.end, made, shown_line(author), f"{moment:%Y-%m-%dT%H:%M:%SZ}")


def _by(wording: Wording) -> tuple[str, datetime]:
    if wording.state is WordingState.CUT and wording.settled_at:
        return wording.settled_by, wording.settled_at
    return wording.user, wording.at


def _cut(text: str, at: tuple[int, int], change: _Change, put: Sequence[Edit]) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a run that stands `at`, each with what it is: "" for what stays, "w:del" or "w:ins"."""
    start, end = at
    inside = {edge for edit in change.edits for edge in (edit.start, edit.end) if start < edge < end}
    yield from ((edit.words, "w:ins") for edit in put if edit.end <= start)
    for a, b in pairwise(sorted({start, end, *inside})):
        taken = any(edit.start <= a and b <= edit.end for edit in change.edits)
        yield text[a:b], "w:del" if taken else ""
        yield from ((edit.words, "w:ins") for edit in put if a < edit.end <= b or b == end < edit.end)


def _pieces(
    run: Run, pieces: Iterable[tuple[str, str]], change: _Change, numbers: Iterator[int]
) -> Iterator[BaseOxmlElement]:
    """Yield an element for each piece: a run formatted as this one, within w:ins or w:del where it was changed."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    for words, tag in pieces:
        made = copy.deepcopy(run._r)  # noqa: SLF001 - as above
        made.text = shown_text(words)
        if not tag:
            yield made
            continue
        if tag == "w:del":
            for one in list(made.iterchildren(qn("w:t"))):
                one.tag = qn("w:delText")
        around = OxmlElement(tag)
        for name, value in (("id", str(next(numbers))), ("author", change.author), ("date", change.date)):
            around.set(qn(f"w:{name}"), value)
        around.append(made)
        yield around
