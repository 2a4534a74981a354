"""What the text panes say of a claim: its words, who said them, what stands on it, what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import zip_longest

from factcheck.claims.wording import open_words
from factcheck.domain import (
    Citation,
    CitedSource,
    CitedStatus,
    ClaimState,
    ClaimView,
    DateValue,
    Form,
    Note,
    Span,
)
from factcheck.reports.citations import citation_line
from factcheck.reports.claim_page import lost_lines, stage_lines
from factcheck.reports.items import item_lines
from factcheck.reports.triage import triage_lines
from factcheck.review.binding import is_stale, why_stale
from factcheck.stance.matrix.facets import FacetMatrix
from factcheck.tui.facets import facet_fields, gap_fields
from factcheck.tui.keys import key_of
from factcheck.tui.ours import ours
from factcheck.tui.pieces import LABEL, Line, Piece, Role, cut_lines, field, line, marked, row_text, wrap
from factcheck.tui.wording import wording_fields

CITED = {CitedStatus.SUPPORTS: Role.GOOD, CitedStatus.CONFLICTS: Role.BAD}
"""The colours of the writer's own sources; the words say the same."""

FORMS = {Form.DIRECT: "quoted", Form.MIXED: "partly quoted", Form.INDIRECT: "reported", Form.NONE: ""}
"""In words: whether the claim stands in quotation marks."""

Named = Callable[[str], str]
"""Gives the label of a rating."""


def moment(at: datetime) -> str:
    """Write a time for people, in their own time zone."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def flowing(fields: Iterable[Line], width: int, limit: int | None = None) -> list[Line]:
    """Wrap labelled values, one below the other, up to so many lines."""
    found: list[Line] = []
    for item in fields:
        if limit is not None and len(found) >= limit:
            break
        found += wrap(item, width, indent=_indent(item), limit=limit)
    return found


def claim_lines(
    view: ClaimView,
    width: int,
    named: Named,
    facets: FacetMatrix | None,
    limit: int | None = None,
    *,
    blind: bool = False,
) -> list[Line]:
    """Everything about a claim but its evidence; up to so many lines. `facets`: None where suggestions are hidden."""
    claim, state = view.claim, view.state
    fields = [*own_fields(view), in_context(view), line(Piece(attribution(view), Role.DIM))]
    if claim.text.strip() != claim.verbatim.strip():
        fields.append(field("in full", claim.text))
    fields += [field("held", Piece(str(view.lock).removeprefix("held "), Role.WARN))] if view.lock else []
    fields += [verdict_line(state, named), *wording_fields(state), *lost_fields(view), sign_off_line(view)]
    fields += step_fields(state)
    fields += [field("note", *_note(note, view)) for note in state.notes]
    cited = zip_longest(view.citations, view.cited_sources)
    fields += [field("cites", *_cited(citation, source, blind=blind)) for citation, source in cited]
    fields += gap_fields(facets)
    reasons = ours("; ".join(claim.check_worthiness_reasons))
    fields.append(field("worth", f"check-worthiness {claim.check_worthiness:.2f}", Piece(f": {reasons}", Role.DIM)))
    fields.append(field("anchor", f"characters {claim.start}-{claim.end} of the article"))
    fields += item_fields(view)
    if still_open := open_words(claim):
        fields.append(field("open", f"not resolved: {', '.join(still_open)}"))
    fields += facet_fields(facets, view)
    return flowing(fields, width, limit)


def claim_strip(
    view: ClaimView, width: int, height: int, named: Named, facets: FacetMatrix | None, *, blind: bool = False
) -> list[Line]:
    """The claim in a few lines: its words, who said them when, then what else fits.

    What was decided stands before who said it: with which comment it was returned, the verdict, other words.
    """
    if decided := decided_fields(view.state, named):
        own = own_fields(view)
        told = flowing(decided, width, height)
        words = cut_lines(flowing(own or [in_context(view)], width, height), max(1, height - len(told)), width)
        more = claim_lines(view, width, named, facets, height + 1, blind=blind)[len(flowing(own, width, height)) :]
        rest = [one for one in more if one not in told and one not in words]
        return cut_lines([*words, *told, *rest], height, width)
    words = flowing([*own_fields(view), in_context(view)], width, height + 1)
    lines = claim_lines(view, width, named, facets, height + 1, blind=blind)
    if len(words) < height:
        return cut_lines(lines, height, width)
    who = cut_lines(wrap(line(Piece(attribution(view), Role.DIM)), width), 1, width) if height > 1 else []
    return [*cut_lines(words, height - len(who), width), *who]


def decided_fields(state: ClaimState, named: Named) -> list[Line]:
    """What people decided on a claim in words of their own; nothing of one that has no verdict and was not returned."""
    returned = state.stage.returned
    back = Piece(f"by {returned.user}: {returned.comment}", Role.WARN) if returned else None
    fields = [field("returned", back)] if back else []
    if state.verdict:
        fields.append(verdict_line(state, named))
    return [*fields, *(wording_fields(state) if fields else [])]


def own_fields(view: ClaimView) -> list[Line]:
    """The claim's own words, where it is a part of its sentence: nothing but letters in bold tells it from the rest."""
    own, sentence = (" ".join(text.split()) for text in (view.claim.verbatim, view.sentence))
    return [field("its words", Piece(own, Role.STRONG))] if own.strip(_MARKS) != sentence.strip(_MARKS) else []


_MARKS = " .!?\"'“”„‘’«»"
"""What a claim may have less than its sentence, and be all of it."""


def in_context(view: ClaimView) -> Line:
    """The claim's words, strong, within their sentence."""
    place = view.sentence.find(view.claim.verbatim)
    if place < 0:
        return line(Piece(view.claim.verbatim, Role.STRONG))
    return marked(view.sentence, [Span.cut(view.sentence, place, place + len(view.claim.verbatim))], Role.STRONG)


def attribution(view: ClaimView) -> str:
    """Who said it, in which office, where, when, and in what form."""
    claim = view.claim
    who = row_text(claim.claimant.called) if claim.claimant else "the article itself"
    office = row_text(claim.claimant.standing) if claim.claimant else ""
    medium = f"in {row_text(claim.medium)}" if claim.medium else ""
    said = when(claim.said_on) if claim.said_on else "no date"
    return "; ".join(
        filter(None, (", ".join(filter(None, (who, office, medium))), said, FORMS[claim.form], claim.content))
    )


def when(value: DateValue) -> str:
    """A date or period in words."""
    if value.start is None and value.end:
        return f"on or before {value.end.isoformat()}"
    if value.end is None and value.start:
        return f"on or after {value.start.isoformat()}"
    return value.iso.replace("/", " to ")


def verdict_line(state: ClaimState, named: Named) -> Line:
    """The verdict, who proposed it when, and the rationale."""
    verdict = state.verdict
    if verdict is None:
        return field("verdict", Piece(f"none ({key_of('verdict')} proposes one)", Role.DIM))
    by = f" ({verdict.user} {moment(verdict.at)}): "
    return field("verdict", Piece(row_text(verdict.called(named)), Role.STRONG), by, verdict.rationale)


def sign_off_line(view: ClaimView) -> Line:
    """Who signed, and whether that still holds."""
    state, signed = view.state, view.state.sign_off
    if signed is None:
        return field("sign-off", Piece("none", Role.DIM))
    how = "self-signed" if signed.self_signed else "signed"
    words = f"{how} by {signed.user} {moment(signed.at)}, identity {signed.identity}"
    if is_stale(view):
        because = why_stale(state)
        return field("sign-off", words, Piece(f"; STALE: {because} since ({key_of('history')} shows how)", Role.WARN))
    return field("sign-off", words)


def step_fields(state: ClaimState) -> list[Line]:
    """What was decided on the way through the workflow, and how the claim was sorted; nothing of an untouched claim."""
    told = [*stage_lines(state), *triage_lines(state.triage)]
    return [field("" if n else "steps", words) for n, words in enumerate(told)]


def item_fields(view: ClaimView) -> list[Line]:
    """The items to tick, one below the other; of a claim nobody has touched, how many there are."""
    if not view.claim.items:
        return []
    if view.state.verdict is None and not view.state.ticks:
        return [field("items", Piece(f"{len(view.claim.items)} to check ({key_of('items')} lists them)", Role.DIM))]
    return [field("" if n else "items", words) for n, words in enumerate(item_lines(view))]


def lost_fields(view: ClaimView) -> list[Line]:
    """Which sources that the verdict rests on have changed or are gone since."""
    return [field("" if n else "but", Piece(words, Role.WARN)) for n, words in enumerate(lost_lines(view))]


def _note(note: Note, view: ClaimView) -> Line:
    place = next((n for n, e in enumerate(view.evidence, start=1) if e.id == note.evidence), 0)
    about = f" on evidence {place}" if place else ""
    return line(note.text, Piece(f" ({note.user}{about}, {moment(note.at)})", Role.DIM))


def _cited(citation: Citation, source: CitedSource | None, *, blind: bool) -> Line:
    """One of the writer's own sources, and what came of it; `blind` hides what its passages suggest."""
    named = citation_line(citation)
    if source is None:
        return line(named, Piece("; not looked up yet (`factcheck check ARTICLE` does)", Role.DIM))
    if blind and source.sources:
        return line(named, Piece("; it is in the corpus", Role.DIM))
    status = Piece(
        f"{source.status}? " if source.sources else f"{source.status}: ", CITED.get(source.status, Role.WARN)
    )
    return line(status, named, Piece(f" ({source.reason})", Role.DIM))


def _indent(item: Line) -> int:
    return LABEL if item and len(item[0].text) == LABEL and item[0].role is Role.DIM else 0
