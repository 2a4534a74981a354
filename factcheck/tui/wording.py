"""Another wording for a claim in the panes: what is taken out [-so-] and put in {+so+}, and what was decided."""

from __future__ import annotations

from factcheck.domain import ClaimState, Wording, WordingState
from factcheck.reports.wording import standing_of, wording_pieces
from factcheck.review.wording import rewording
from factcheck.tui.pieces import Line, Piece, Role, field


def wording_fields(state: ClaimState) -> list[Line]:
    """Return the wording that is proposed, and the one that was signed where that is another."""
    fields = [field("wording", *wording_line(state.wording))] if state.wording else []
    if state.sign_off and rewording(state):
        signed = state.sign_off.wording
        fields.append(field("as signed", *(wording_line(signed) if signed else [Piece("without another wording")])))
    if state.sign_off is None and state.wording and state.wording.state is WordingState.OPEN:
        fields.append(field("", Piece("nobody has decided on it; to decide ends a sign-off", Role.WARN)))
    return fields


def wording_line(wording: Wording) -> Line:
    """Return the words with what changes in them, and where the wording stands."""
    found: list[Piece] = []
    for stays, taken, put in wording_pieces(wording):
        found += [Piece(stays)] if stays else []
        found += [Piece(f"[-{taken}-]", Role.BAD)] if taken else []
        found += [Piece(" ")] if taken and put else []
        found += [Piece(f"{{+{put}+}}", Role.GOOD)] if put else []
    return (*found, Piece(f" ({standing_of(wording)})", Role.DIM))
