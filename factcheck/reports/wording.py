"""Proposed wording in lines: what was taken out ([-so-]) and put in ({+so+}), and what was decided of it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import ClaimState, Wording, WordingState
from factcheck.reports.cells import shown_line
from factcheck.reports.own_words import WITHHELD
from factcheck.review.wording import rewording
from factcheck.text.diff import Edit, edits, stretches


def wording_lines(state: ClaimState) -> Iterator[str]:
    """Yield the wording that is proposed, and the one that was signed where that is another, without newlines."""
    if state.wording:
        yield f"wording: {wording_line(state.wording)}"
    if state.sign_off and rewording(state):
        signed = state.sign_off.wording
        yield f"wording when it was signed: {wording_line(signed) if signed else 'none'}"


def wording_line(wording: Wording) -> str:
    """Return a wording on one line: the difference, where it stands, who proposed it and who decided why."""
    return f"{words_of(wording)} ({standing_of(wording)})"


def rated_before(words: str) -> str:
    """Say of which words a verdict is that the article does not have any more."""
    return f"the verdict is of the words before: {shown_line(words)}"


def words_of(wording: Wording) -> str:
    """Return the difference to the words that it is to replace, exactly; of words that are cut, all are taken out."""
    parts = [
        f"{stays}{f'[-{taken}-]' if taken else ''}{' ' if taken and put else ''}{f'{{+{put}+}}' if put else ''}"
        for stays, taken, put in wording_pieces(wording)
    ]
    return shown_line("".join(parts))


def wording_pieces(wording: Wording) -> list[tuple[str, str, str]]:
    """Return what stays, what is taken out and what is put in, in order; of words that are cut nothing stays."""
    cut = wording.state is WordingState.CUT
    text = "" if cut else wording.text
    whole = cut or text == WITHHELD  # which has nothing in common with them
    made = [Edit(0, len(wording.before), text)] if whole else edits(wording.before, text)
    return stretches(wording.before, made)


def standing_of(wording: Wording) -> str:
    """Say where a wording stands, who proposed it, and who decided on it, and why."""
    told = [wording.standing]
    if wording.text:
        told.append(f"proposed by {shown_line(wording.user)}")
    if wording.settled_by:
        reason = f": {shown_line(wording.reason)}" if wording.reason else ""
        told.append(f"{wording.state} by {shown_line(wording.settled_by)}{reason}")
    return ", ".join(told)
