"""What the text panes say: the claim, the passage, why it matched, where it comes from; and all of it in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from factcheck.domain import ClaimState, ClaimView, Event, Evidence, Note, ReviewState, Span
from factcheck.tui.decisions import words_of
from factcheck.tui.pieces import Line, Piece, Role, cut_lines, line, marked, row_text, wrap
from factcheck.tui.rows import citation_of, publisher_of, stance_mark

LABEL = 10
"""Cells of the labels in front of values."""

Named = Callable[[str], str]
"""Gives the label of a rating."""


def moment(at: datetime) -> str:
    """Write a time for people, in their own time zone."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def field(label: str, *value: str | Piece) -> Line:
    """A labelled value; wrap it with `indent=LABEL`."""
    return line(Piece(f"{label:<{LABEL}}", Role.DIM), *value)


# --- the claim --------------------------------------------------------------------------------------------------------


def claim_lines(view: ClaimView, width: int, named: Named) -> list[Line]:
    """Everything about a claim but its evidence."""
    claim, state = view.claim, view.state
    fields = [in_context(view), line(Piece(attribution(view), Role.DIM))]
    if claim.text.strip() != claim.verbatim.strip():
        fields.append(field("in full", claim.text))
    fields += [verdict_line(state, named), sign_off_line(state)]
    fields += [field("note", *_note(note)) for note in state.notes]
    fields.append(field("kind", f"{claim.form}, {claim.content}; check-worthiness {claim.check_worthiness:.2f}"))
    fields += [field("", Piece(reason, Role.DIM)) for reason in claim.check_worthiness_reasons]
    fields.append(field("anchor", f"characters {claim.start}-{claim.end}"))
    return [found for item in fields for found in wrap(item, width, indent=_indent(item))]


def claim_strip(view: ClaimView, width: int, height: int, named: Named) -> list[Line]:
    """The claim in a few lines: its words, who said them when, then what else fits."""
    words = wrap(in_context(view), width)
    lines = claim_lines(view, width, named)
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
    """Who said it, in which office, where, and when."""
    claim = view.claim
    who = row_text(claim.claimant.name) if claim.claimant else "the article itself"
    office = row_text(claim.claimant.office) if claim.claimant else ""
    if office and claim.claimant and claim.claimant.former:
        office = f"former {office}"
    said = f"said on {claim.said_on.iso}" if claim.said_on else "no date"
    return ", ".join(filter(None, (who, office, row_text(claim.medium), said, f"{claim.form}/{claim.content}")))


def verdict_line(state: ClaimState, named: Named) -> Line:
    """The verdict, who proposed it when, and the rationale."""
    verdict = state.verdict
    if verdict is None:
        return field("verdict", Piece("none (v proposes one)", Role.DIM))
    by = f" ({verdict.user} {moment(verdict.at)}): "
    return field("verdict", Piece(named(verdict.rating), Role.STRONG), by, verdict.rationale)


def sign_off_line(state: ClaimState) -> Line:
    """Who signed, and whether that still holds."""
    signed = state.sign_off
    if signed is None:
        return field("sign-off", Piece("none", Role.DIM))
    words = (
        f"{'self-signed' if signed.self_signed else 'signed'} by {signed.user} {moment(signed.at)}, identity asserted"
    )
    if state.review_state == ReviewState.STALE:
        return field("sign-off", words, Piece("; STALE: what it binds has changed since", Role.WARN))
    return field("sign-off", words)


def _note(note: Note) -> Line:
    about = " on evidence" if note.evidence else ""
    return line(note.text, Piece(f" ({note.user}{about} {moment(note.at)})", Role.DIM))


def _indent(item: Line) -> int:
    return LABEL if item and len(item[0].text) == LABEL and item[0].role is Role.DIM else 0


# --- the passage ------------------------------------------------------------------------------------------------------


def passage_lines(item: Evidence, width: int) -> list[Line]:
    """The stored passage, exactly, with what answers the claim marked."""
    judgement = item.judgement
    spans = [span for reason in judgement.reasons for span in reason.passage_spans]
    if judgement.aligned:
        spans.append(judgement.aligned)
    return wrap(marked(item.candidate.passage.text, spans), width)


def why_lines(item: Evidence, width: int, *, blind: bool) -> list[Line]:
    """Why it matched, and why a stance is suggested: reasons by facet, gaps, badges, scores."""
    match = item.candidate.match
    lines = [
        field(
            "match", f"score {item.candidate.score:.2f} (rank {item.candidate.rank}), token set {match.token_set:.2f}"
        ),
        field("shared", ", ".join((*match.names, *(w for w in match.shared if w not in match.names))) or "no words"),
    ]
    if not blind:
        lines = [*_judgement_fields(item), *lines]
    return [found for piece in lines for found in wrap(piece, width, indent=LABEL)]


def _judgement_fields(item: Evidence) -> list[Line]:
    judgement = item.judgement
    roles = {"supports": Role.GOOD, "opposes": Role.BAD}
    suggestion = f"{judgement.stance}? (confidence {judgement.confidence:.2f}; {_target(judgement.target)})"
    lines = [field("suggested", Piece(suggestion, Role.SUGGESTION))]
    lines += [
        field(reason.facet, Piece(f"{reason.polarity}: ", roles.get(reason.polarity, Role.DIM)), reason.message)
        for reason in judgement.reasons
    ]
    if judgement.missing:
        words = ", ".join(span.text for span in judgement.missing)
        lines.append(field("gap", Piece(f"not found in the passage: {words}", Role.WARN)))
    lines += [field("badge", Piece(badge, Role.WARN)) for badge in judgement.badges]
    return lines


def _target(target: str) -> str:
    return "about whether it was said" if target == "said" else "about whether it is so"


def source_lines(item: Evidence, width: int) -> list[Line]:
    """Where the passage comes from."""
    candidate = item.candidate
    source, passage = candidate.source, candidate.passage
    published = source.published.isoformat() if source.published else "no date"
    lines = [
        field("source", f"{publisher_of(source)}, {published}, {candidate.tier}"),
        field("title", source.title or "(none)"),
        field("place", f"{candidate.locator or 'the document'}, characters {passage.start}-{passage.end}"),
    ]
    lines += [field(name, value) for name, value in (("by", source.author), ("url", source.url), ("file", source.path))
              if value]  # fmt: skip
    lines.append(field("sha256", candidate.digest))
    lines += [field("also in", f"{publisher_of(s)}, {s.title}") for s in candidate.carriers]
    return [found for piece in lines for found in wrap(piece, width, indent=LABEL)]


def full_passage(item: Evidence, width: int, *, blind: bool, apart: bool) -> list[Line]:
    """The passage pane: with why and source below, unless these stand in panes of their own (`apart`)."""
    lines = passage_lines(item, width)
    if apart:
        return lines
    heading = [line(Piece("why", Role.STRONG))]
    return [*lines, *heading, *why_lines(item, width, blind=blind),
            line(Piece("where from", Role.STRONG)), *source_lines(item, width)]  # fmt: skip


def everything(view: ClaimView, item: Evidence | None, width: int, named: Named, *, blind: bool) -> list[Line]:
    """The claim and the evidence in focus, in full."""
    lines = claim_lines(view, width, named)
    if item:
        about = f"evidence {view.evidence.index(item) + 1} of {len(view.evidence)}"
        lines += [line(""), line(stance_mark(item, view.state, blind=blind), Piece(f" {about}", Role.STRONG))]
        lines += full_passage(item, width, blind=blind, apart=False)
    if view.state.search:
        lines += [line(""), *search_lines(view, width)]
    return lines


def search_lines(view: ClaimView, width: int) -> list[Line]:
    """What was searched for, and what was left out."""
    search = view.state.search
    if search is None:
        return [line(Piece("not searched yet: `factcheck check ARTICLE --corpus PATH` searches", Role.DIM))]
    dropped = ", ".join(f"{count} {step}" for step, count in search.dropped.items())
    words = f"{search.retrieved} passages retrieved from {search.documents} documents"
    lines = [
        field("searched", words + (f"; left out: {dropped}" if dropped else "")),
        field("for", ", ".join(term.text for term in search.terms)),
    ]
    return [found for piece in lines for found in wrap(piece, width, indent=LABEL)]


def signable_lines(view: ClaimView, width: int, named: Named) -> list[Line]:
    """Exactly what a sign-off binds: claim, verdict, rationale, and the judged or cited evidence with its stances."""
    state = view.state
    bound = [e for e in view.evidence if e.id in state.stances or e.id in state.cited]
    lines = [in_context(view), line(Piece(attribution(view), Role.DIM)), verdict_line(state, named)]
    for item in bound:
        cited = " (cited)" if item.id in state.cited else ""
        lines.append(field("", stance_mark(item, state, blind=True), f" {citation_of(item)}{cited}"))
    if not bound:
        lines.append(field("evidence", Piece("none judged, none cited", Role.WARN)))
    lines.append(field("digest", Piece(state.binding[:32], Role.DIM)))
    return [found for piece in lines for found in wrap(piece, width, indent=_indent(piece))]


def history_lines(events: Sequence[Event], width: int, named: Named) -> list[Line]:
    """The decisions on a claim, newest first: when, who, what."""
    shown = [
        line(Piece(f"{moment(event.at)}  ", Role.DIM), Piece(event.user, Role.STRONG), f"  {words_of(event, named)}")
        for event in reversed(events)
    ]
    return [found for item in shown or [line("no decision yet")] for found in wrap(item, width, indent=4)]
