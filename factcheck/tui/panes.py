"""What the text panes say: the claim, the passage, why it matched, where it comes from; and all of it in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import zip_longest

from factcheck.claims.wording import open_words
from factcheck.domain import (
    LATER,
    Citation,
    CitedSource,
    CitedStatus,
    ClaimState,
    ClaimView,
    DateValue,
    Event,
    Evidence,
    Form,
    Note,
    Polarity,
    ReviewState,
    Span,
    Stance,
)
from factcheck.reports.calculations import calculation_lines
from factcheck.reports.cells import counted
from factcheck.reports.citations import citation_line
from factcheck.reports.claim_page import lost_lines
from factcheck.reports.disclosure import badge
from factcheck.reports.searches import BY_MEANING, by_meaning
from factcheck.review.binding import why_stale
from factcheck.stance.facets import FacetMatrix
from factcheck.text.periods import period_words
from factcheck.tui.decisions import words_of
from factcheck.tui.facets import facet_fields, gap_fields
from factcheck.tui.pieces import LABEL, Line, Piece, Role, cut_lines, field, fit, line, marked, row_text, wrap
from factcheck.tui.rows import citation_of, publisher_of, stance_mark

POLARITIES = {Polarity.SUPPORTS: Role.GOOD, Polarity.OPPOSES: Role.BAD}
"""The colours of reasons; their words or signs say the same."""

CITED = {CitedStatus.SUPPORTS: Role.GOOD, CitedStatus.CONFLICTS: Role.BAD}
"""The colours of the writer's own sources; the words say the same."""

SIGNS = {Polarity.SUPPORTS: "+", Polarity.OPPOSES: "-", Polarity.CONTEXT: ""}
"""Which way a reason points, in the strip that has no room for words."""

CHECK = "`factcheck check ARTICLE --corpus PATH`"
"""The command that fills the panes."""

FORMS = {Form.DIRECT: "quoted", Form.MIXED: "partly quoted", Form.INDIRECT: "reported", Form.NONE: ""}
"""In words: whether the claim stands in quotation marks."""

Named = Callable[[str], str]
"""Gives the label of a rating."""


def moment(at: datetime) -> str:
    """Write a time for people, in their own time zone."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


# --- the claim --------------------------------------------------------------------------------------------------------


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
    fields = [in_context(view), line(Piece(attribution(view), Role.DIM))]
    if claim.text.strip() != claim.verbatim.strip():
        fields.append(field("in full", claim.text))
    fields += [field("held", Piece(str(view.lock), Role.WARN))] if view.lock else []
    fields += [verdict_line(state, named), *lost_fields(view), sign_off_line(view)]
    fields += [field("note", *_note(note, view)) for note in state.notes]
    cited = zip_longest(view.citations, view.cited_sources)
    fields += [field("cites", *_cited(citation, source, blind=blind)) for citation, source in cited]
    fields += gap_fields(facets)
    reasons = "; ".join(claim.check_worthiness_reasons)
    fields.append(field("worth", f"check-worthiness {claim.check_worthiness:.2f}", Piece(f": {reasons}", Role.DIM)))
    fields.append(field("anchor", f"characters {claim.start}-{claim.end} of the article"))
    if still_open := open_words(claim):
        fields.append(field("open", f"not resolved: {', '.join(still_open)}"))
    fields += facet_fields(facets, view)
    return flowing(fields, width, limit)


def claim_strip(
    view: ClaimView, width: int, height: int, named: Named, facets: FacetMatrix | None, *, blind: bool = False
) -> list[Line]:
    """The claim in a few lines: its words, who said them when, then what else fits."""
    words = wrap(in_context(view), width, limit=height + 1)
    lines = claim_lines(view, width, named, facets, height + 1, blind=blind)
    if len(words) < height:
        return cut_lines(lines, height, width)
    who = cut_lines(wrap(line(Piece(attribution(view), Role.DIM)), width), 1, width) if height > 1 else []
    return [*cut_lines(words, height - len(who), width), *who]


def in_context(view: ClaimView) -> Line:
    """The claim's words, strong, within their sentence."""
    place = view.sentence.find(view.claim.verbatim)
    if place < 0:
        return line(Piece(view.claim.verbatim, Role.STRONG))
    return marked(view.sentence, [Span.cut(view.sentence, place, place + len(view.claim.verbatim))], Role.STRONG)


def attribution(view: ClaimView) -> str:
    """Who said it, in which office, where, when, and in what form."""
    claim = view.claim
    who = row_text(claim.claimant.name) if claim.claimant else "the article itself"
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
        return field("verdict", Piece("none (v proposes one)", Role.DIM))
    by = f" ({verdict.user} {moment(verdict.at)}): "
    return field("verdict", Piece(named(verdict.rating), Role.STRONG), by, verdict.rationale)


def sign_off_line(view: ClaimView) -> Line:
    """Who signed, and whether that still holds."""
    state, signed = view.state, view.state.sign_off
    if signed is None:
        return field("sign-off", Piece("none", Role.DIM))
    how = "self-signed" if signed.self_signed else "signed"
    words = f"{how} by {signed.user} {moment(signed.at)}, identity {signed.identity}"
    if state.review_state == ReviewState.STALE:
        because = why_stale(state)
        return field("sign-off", words, Piece(f"; STALE: {because} since (H shows how)", Role.WARN))
    return field("sign-off", words)


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


# --- the passage ------------------------------------------------------------------------------------------------------


def passage_lines(item: Evidence, width: int) -> list[Line]:
    """The stored passage, exactly: what was compared is marked, and the stretch that answers the claim is strong."""
    judgement = item.judgement
    compared = [span for reason in judgement.reasons for span in reason.passage_spans]
    answer = judgement.aligned
    spans = compared or ([answer] if answer else [])
    return wrap(marked(item.candidate.passage.text, spans, within=answer), width)


def why_lines(item: Evidence, width: int, *, blind: bool, limit: int | None = None) -> list[Line]:
    """Why it matched, and why a stance is suggested: reasons by facet, gaps, badges, scores; up to so many lines."""
    match = item.candidate.match
    lines = _calculated(item) or [
        field(
            "match", f"score {item.candidate.score:.2f} (rank {item.candidate.rank}), token set {match.token_set:.2f}"
        ),
        field("shared", ", ".join((*match.names, *(w for w in match.shared if w not in match.names))) or "no words"),
    ]
    if not blind:
        lines = [*_judgement_fields(item), *lines]
    return flowing(lines, width, limit)


def _calculated(item: Evidence) -> list[Line]:
    """What a formula over a table gives; nothing of evidence that was found by a search."""
    made = item.calculation
    return [field("" if n else "formula", words) for n, words in enumerate(calculation_lines(made))] if made else []


def _judgement_fields(item: Evidence) -> list[Line]:
    judgement = item.judgement
    suggestion = f"{judgement.stance}? (confidence {judgement.confidence:.2f}; {_target(judgement.target)})"
    lines = [field("suggested", Piece(suggestion, Role.SUGGESTION))]
    told = dict.fromkeys((reason.facet, reason.polarity, reason.message) for reason in judgement.reasons)
    lines += [
        field(facet, Piece(f"{polarity}: ", POLARITIES.get(polarity, Role.DIM)), words)
        for facet, polarity, words in told  # two comparators may say the same
    ]
    if judgement.missing:
        words = ", ".join(span.text for span in judgement.missing)
        lines.append(field("missing", Piece(f"not in the passage: {words}", Role.WARN)))
    lines += [field("but", Piece(badge, Role.WARN)) for badge in judgement.badges]
    return lines


def _target(target: str) -> str:
    return "about whether it was said" if target == "said" else "about whether it is so"


def source_lines(item: Evidence, width: int, limit: int | None = None) -> list[Line]:
    """Where the passage comes from; up to so many lines."""
    candidate = item.candidate
    source, passage = candidate.source, candidate.passage
    lines = [
        field("source", ", ".join(filter(None, (publisher_of(source), candidate.tier, badge(source))))),
        field("as of", *_as_of(item)),
        field("title", source.title or "(none)"),
        field("place", f"{candidate.locator or 'the document'}, characters {passage.start}-{passage.end}"),
    ]
    lines += [field(name, value) for name, value in (("by", source.author), ("url", source.url), ("file", source.path))
              if value]  # fmt: skip
    lines.append(field("sha256", candidate.digest))
    lines += [field("also in", f"{publisher_of(s)}, {s.title}") for s in candidate.carriers]
    return flowing(lines, width, limit)


def _as_of(item: Evidence) -> Line:
    """When the source was released, whether that was after the statement, and which periods the passage speaks of."""
    published, told = item.candidate.source.published, item.judgement.about
    released = f"released {published}" if published else "release date not known"
    later = Piece(f", {LATER}", Role.WARN) if LATER in item.judgement.badges else ""
    return line(released, later, f"; about {', '.join(map(period_words, told))}" if told else "")


def full_passage(item: Evidence, width: int, view: ClaimView, *, blind: bool, apart: bool) -> list[Line]:
    """The passage pane: with why and source below, unless these stand in panes of their own (`apart`)."""
    told = [Piece(f"look: {view.notices[item.id]}", Role.WARN)] if item.id in view.notices else []
    lines = [*(wrap(line(*told), width) if told else []), *passage_lines(item, width)]
    if apart:
        return lines
    return [*lines, line(""), line(Piece("Why this matched", Role.STRONG)), *why_lines(item, width, blind=blind),
            line(""), line(Piece("Provenance", Role.STRONG)), *source_lines(item, width)]  # fmt: skip


def strip_lines(item: Evidence, width: int, height: int, *, blind: bool) -> list[Line]:
    """Where the passage is from, on one line; then why it matched, in as many as are left."""
    candidate = item.candidate
    source = candidate.source
    count = len(candidate.carriers)
    parts = (row_text(publisher_of(source)), source.published.isoformat() if source.published else "no date",
             LATER if LATER in item.judgement.badges else "",
             f"about {', '.join(map(period_words, item.judgement.about))}" if item.judgement.about else "",
             str(candidate.tier), f"+{count} carrier{'' if count == 1 else 's'}" if count else "",
             f"sha256 {candidate.digest[:8]}")  # fmt: skip
    origin = fit(line(Piece("from ", Role.DIM), ", ".join(filter(None, parts))), width)
    reasons = wrap(line(Piece("why  ", Role.DIM), *_reasons_in_short(item, blind=blind)), width, indent=5, limit=height)
    return [origin, *cut_lines(reasons, height - 1, width)] if height > 1 else [origin]


def _reasons_in_short(item: Evidence, *, blind: bool) -> Line:
    """The suggestion with its strongest reasons first: those that speak for it."""
    judgement, match = item.judgement, item.candidate.match
    made = item.calculation
    shared = Piece(
        next(calculation_lines(made)) if made else f"shares {', '.join((*match.names, *match.shared)) or 'no words'}"
    )
    if blind:
        return line(shared)
    leading = "opposes" if judgement.stance == Stance.CONFLICTS else "supports"
    ordered = sorted(judgement.reasons, key=lambda reason: reason.polarity != leading)
    parts: list[Piece] = [Piece(f"{judgement.stance}? ", Role.SUGGESTION)]
    parts += dict.fromkeys(
        Piece(f"{SIGNS[reason.polarity]}{reason.facet}: {reason.message}; ", POLARITIES.get(reason.polarity, Role.DIM))
        for reason in ordered
    )
    if judgement.missing:
        parts.append(Piece(f"missing: {', '.join(span.text for span in judgement.missing)}; ", Role.WARN))
    return (*parts, shared)


def everything(
    view: ClaimView,
    item: Evidence | None,
    width: int,
    named: Named,
    *,
    facets: FacetMatrix | None,
    blind: bool,
) -> list[Line]:
    """The claim and the evidence in focus, in full."""
    lines = claim_lines(view, width, named, facets, blind=blind)
    if item:
        about = f"evidence {view.evidence.index(item) + 1} of {len(view.evidence)}"
        lines += [line(""), line(stance_mark(item, view.state, blind=blind), Piece(f" {about}", Role.STRONG))]
        lines += full_passage(item, width, view, blind=blind, apart=False)
    if view.state.search:
        lines += [line(""), *search_lines(view, width)]
    return lines


def search_lines(view: ClaimView, width: int) -> list[Line]:
    """What was searched for, and what was left out."""
    search = view.state.search
    if search is None:
        return wrap(line(f"Not searched yet: {CHECK} finds the evidence."), width)
    dropped = ", ".join(f"{count} {step}" for step, count in search.dropped.items())
    when = f" on {search.at:%Y-%m-%d %H:%M} UTC" if search.at else ""
    words = f"{counted(search.retrieved, 'passage')} retrieved from {counted(search.documents, 'document')}{when}"
    words += f", {BY_MEANING}" if by_meaning(search) else ""
    lines = [
        field("searched", words + (f"; left out: {dropped}" if dropped else "")),
        field("for", ", ".join(term.text for term in search.terms)),
    ]
    return flowing(lines, width)


def no_evidence_lines(view: ClaimView | None, width: int) -> list[Line]:
    """What an empty pane of evidence says: that nothing was found is no verdict."""
    if view is None:
        return wrap(line(Piece(f"The evidence of the claim stands here; {CHECK} finds it.", Role.DIM)), width)
    searched = view.state.search is not None
    said = wrap(line("No evidence found. This does not mean that the claim is false."), width) if searched else []
    return [*said, *search_lines(view, width)]


def no_passage_lines(width: int) -> list[Line]:
    """What an empty pane of a passage says."""
    return wrap(line(Piece("The passage of the evidence stands here.", Role.DIM)), width)


def signable_lines(view: ClaimView, width: int, named: Named) -> list[Line]:
    """Exactly what a sign-off binds: claim, verdict, rationale, and the judged or cited evidence with its stances."""
    state = view.state
    bound = [e for e in view.evidence if e.id in state.stances or e.id in state.cited]
    lines = [field("claim", *in_context(view)), field("said by", attribution(view)), verdict_line(state, named)]
    for number, item in enumerate(bound):
        cited = " (cited)" if item.id in state.cited else ""
        label = "evidence" if not number else ""
        lines.append(field(label, stance_mark(item, state, blind=True), f" {citation_of(item)}{cited}"))
    lines += lost_fields(view)
    if not bound:
        lines.append(field("evidence", Piece("none judged, none cited", Role.WARN)))
    lines.append(field("digest", Piece(f"sha256 {state.binding[:16]}...", Role.DIM)))
    return flowing(lines, width)


def history_lines(events: Sequence[Event], view: ClaimView, width: int, named: Named) -> list[Line]:
    """The decisions on a claim, newest first: when, who, what."""
    by_number = {event.seq: event for event in events}
    places = {item.id: number for number, item in enumerate(view.evidence, start=1)}

    def words(event: Event) -> str:
        undone = by_number.get(event.body.get("event", -1))
        return f"{event.kind}: {words_of(undone, named, places)}" if undone else words_of(event, named, places)

    shown = [
        line(Piece(f"{moment(event.at)}  ", Role.DIM), Piece(event.user, Role.STRONG), f"  {words(event)}")
        for event in reversed(events)
    ]
    return [found for item in shown or [line("no decision yet")] for found in wrap(item, width, indent=4)]
