"""What the text panes say: the passage, why it matched, where it comes from; and all of it in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from factcheck.domain import (
    LATER,
    Candidate,
    ClaimView,
    Event,
    Evidence,
    Polarity,
    Stance,
)
from factcheck.reports.calculations import calculation_lines
from factcheck.reports.cells import counted
from factcheck.reports.claim_page import carrier_in_words, sureness
from factcheck.reports.disclosure import badge
from factcheck.reports.searches import BY_MEANING, by_meaning
from factcheck.reports.sign_off import bound_evidence, said_lines, unbound_lines
from factcheck.stance.matrix.facets import FacetMatrix
from factcheck.stance.reading.badges import AT_ODDS
from factcheck.text.dates.periods import period_words
from factcheck.tui.claim_pane import (
    Named,
    attribution,
    claim_lines,
    flowing,
    in_context,
    item_fields,
    lost_fields,
    moment,
    own_fields,
    step_fields,
    verdict_line,
)
from factcheck.tui.decisions import words_of
from factcheck.tui.ours import ours
from factcheck.tui.pieces import Line, Piece, Role, cut_lines, field, fit, line, marked, row_text, wrap
from factcheck.tui.rows import citation_of, publisher_of, stance_mark
from factcheck.tui.selecting import Stretch, place_in
from factcheck.tui.titles import CHECK
from factcheck.tui.wording import wording_fields

POLARITIES = {Polarity.SUPPORTS: Role.GOOD, Polarity.OPPOSES: Role.BAD}
"""The colours of reasons; their words or signs say the same."""

SIGNS = {Polarity.SUPPORTS: "+", Polarity.OPPOSES: "-", Polarity.CONTEXT: ""}
"""Which way a reason points, in the strip that has no room for words."""


def passage_lines(item: Evidence, width: int) -> list[Line]:
    """The stored passage, exactly: what was compared is marked, and the stretch that answers the claim is strong."""
    judgement = item.judgement
    compared = [span for reason in judgement.reasons for span in reason.passage_spans]
    answer = judgement.aligned
    spans = compared or ([answer] if answer else [])
    return wrap(marked(item.candidate.passage.text, spans, within=answer), width)


def why_lines(item: Evidence, width: int, *, blind: bool, limit: int | None = None) -> list[Line]:
    """Why it matched, and why a stance is suggested: reasons by facet, gaps, badges, scores; up to so many lines."""
    lines = _calculated(item) or _matched(item.candidate)
    if not blind:
        lines = [*_judgement_fields(item), *lines]
    return flowing(lines, width, limit)


def _matched(candidate: Candidate) -> list[Line]:
    """How a search came by it, if one did."""
    if not candidate.rank:
        return [field("match", "a person brought or chose it; no search ranked it")]
    match = candidate.match
    return [
        field("match", f"score {candidate.score:.2f} (rank {candidate.rank}), token set {match.token_set:.2f}"),
        field("shared", ", ".join((*match.names, *(w for w in match.shared if w not in match.names))) or "no words"),
    ]


def _calculated(item: Evidence) -> list[Line]:
    """What a formula over a table gives; nothing of evidence that was found by a search."""
    made = item.calculation
    return (
        [field("" if n else "formula", ours(words)) for n, words in enumerate(calculation_lines(made))] if made else []
    )


def _judgement_fields(item: Evidence) -> list[Line]:
    judgement = item.judgement
    target = f"; {_target(judgement.target)}" if judgement.takes_side else ""
    suggestion = f"{judgement.stance}? ({sureness(judgement)}{target})"
    lines = [field("suggested", Piece(suggestion, Role.SUGGESTION))]
    told = dict.fromkeys((reason.facet, reason.polarity, ours(reason.message)) for reason in judgement.reasons)
    lines += [
        field(facet, Piece(f"{polarity}: ", POLARITIES.get(polarity, Role.DIM)), words)
        for facet, polarity, words in told  # two comparators may say the same
    ]
    if judgement.missing:
        words = ", ".join(span.text for span in judgement.missing)
        lines.append(field("missing", Piece(f"not in the passage: {words}", Role.WARN)))
    lines += [field("but", Piece(ours(badge), Role.WARN)) for badge in judgement.badges]
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
    lines += [field("also in", carrier_in_words(one, source)) for one in candidate.carriers]
    return flowing(lines, width, limit)


def _as_of(item: Evidence) -> Line:
    """When the source was released, whether that was after the statement, and which periods the passage speaks of."""
    published, told = item.candidate.source.published, item.judgement.about
    released = f"released {published}" if published else "release date not known"
    later = Piece(f", {LATER}", Role.WARN) if LATER in item.judgement.badges else ""
    return line(released, later, f"; about {', '.join(map(period_words, told))}" if told else "")


def full_passage(item: Evidence, width: int, view: ClaimView, *, blind: bool, apart: bool) -> list[Line]:
    """The passage pane: with why and source below, unless these stand in panes of their own (`apart`)."""
    lines = [*_notice_lines(item, view, width), *passage_lines(item, width)]
    if apart:
        return lines
    return [*lines, line(""), line(Piece("Why this matched", Role.STRONG)), *why_lines(item, width, blind=blind),
            line(""), line(Piece("Provenance", Role.STRONG)), *source_lines(item, width)]  # fmt: skip


def _notice_lines(item: Evidence, view: ClaimView, width: int) -> list[Line]:
    notice = view.notices.get(item.id)
    return wrap(line(Piece(f"look: {ours(notice)}", Role.WARN)), width) if notice else []


def place_in_document(item: Evidence, view: ClaimView, width: int, stretch: Stretch) -> tuple[int, int] | None:
    """Return where what is selected in the passage pane stands in the document; None where it holds no words of it."""
    above, passage = len(_notice_lines(item, view, width)), item.candidate.passage
    below = [(number - above, at) for number, at in stretch]
    if below[1] <= (0, 0):
        return None
    found = place_in(passage.text, passage_lines(item, width), (max((0, 0), below[0]), below[1]))
    return (passage.start + found[0], passage.start + found[1]) if found else None


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
        ours(next(calculation_lines(made)))
        if made
        else f"shares {', '.join((*match.names, *match.shared)) or 'no words'}"
    )
    if blind:
        return line(shared)
    leading = "opposes" if judgement.stance == Stance.CONFLICTS else "supports"
    ordered = sorted(judgement.reasons, key=lambda reason: reason.polarity != leading)
    parts: list[Piece] = [Piece(f"{judgement.stance}? ", Role.SUGGESTION)]
    if AT_ODDS in judgement.badges:
        parts.append(Piece("copies of this text disagree; ", Role.WARN))
    parts += dict.fromkeys(
        Piece(
            f"{SIGNS[reason.polarity]}{reason.facet}: {ours(reason.message)}; ",
            POLARITIES.get(reason.polarity, Role.DIM),
        )
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
        about = f"evidence {view.evidence.index(item) + 1} of {len(view.evidence)} ({view.state.name_of(item.id)})"
        lines += [line(""), line(stance_mark(item, view.state, blind=blind), Piece(f" {about}", Role.STRONG))]
        lines += full_passage(item, width, view, blind=blind, apart=False)
    if view.evidence:
        lines += [line(""), line(Piece("Timeline", Role.STRONG)), *timeline_lines(view, width, blind=blind)]
    if view.state.was_searched:
        lines += [line(""), *search_lines(view, width)]
    return lines


def timeline_lines(view: ClaimView, width: int, *, blind: bool) -> list[Line]:
    """The sources by the day of their release, with the claim in its place; what has no date stands last."""
    said = view.claim.said_on
    day = (said.end or said.start) if said else None
    rows: list[tuple[date, int, Line]] = []
    undated: list[Line] = []
    if day:
        rows.append((day, 0, field(day.isoformat(), Piece("the claim was made", Role.HERE))))
    for number, item in enumerate(view.evidence, start=1):
        released = item.candidate.source.published
        told = (stance_mark(item, view.state, blind=blind), Piece(f" {number}  "), Piece(citation_of(item)))
        if released is None:
            undated.append(field("no date", *told))
        else:
            late = (Piece(f"  {LATER}", Role.WARN),) if LATER in item.judgement.badges else ()
            rows.append((released, number, field(released.isoformat(), *told, *late)))
    ordered = [row for _, _, row in sorted(rows, key=lambda one: one[:2])]
    return [fit(row, width) for row in (*ordered, *undated)]


def search_lines(view: ClaimView, width: int) -> list[Line]:
    """What was searched for, and what was left out."""
    search = view.state.search
    if search is None or not view.state.was_searched:
        return wrap(line(f"Not searched yet: {CHECK} finds the evidence."), width)
    dropped = ", ".join(f"{count} {step}" for step, count in search.dropped.items())
    when = f" on {search.at:%Y-%m-%d %H:%M} UTC" if search.at else ""
    words = f"{counted(search.retrieved, 'passage')} retrieved from {counted(search.documents, 'document')}{when}"
    words += f", {BY_MEANING}" if by_meaning(search) else ""
    lines = [
        field("searched", words + (f"; left out: {dropped}" if dropped else "")),
        field("for", ", ".join(term.text for term in search.terms)),
        *([field("cut short", "; ".join(search.cut_short))] if search.cut_short else []),
    ]
    return flowing(lines, width)


def no_evidence_lines(view: ClaimView | None, width: int) -> list[Line]:
    """What an empty pane of evidence says: that nothing was found is no verdict."""
    if view is None:
        return wrap(line(Piece(f"The evidence of the claim stands here; {CHECK} finds it.", Role.DIM)), width)
    searched = view.state.was_searched
    said = wrap(line("No evidence found. This does not mean that the claim is false."), width) if searched else []
    return [*said, *search_lines(view, width)]


def no_passage_lines(width: int) -> list[Line]:
    """What an empty pane of a passage says."""
    return wrap(line(Piece("The passage of the evidence stands here.", Role.DIM)), width)


def signable_lines(view: ClaimView, width: int, named: Named) -> list[Line]:
    """Exactly what a sign-off binds: claim, verdict, rationale, judged or cited evidence, ticked items.

    Before the verdict what nobody judged, and what became of the sources; behind it how the claim came here.
    """
    state = view.state
    bound = bound_evidence(view)
    lines = [field("claim", *in_context(view)), *own_fields(view), field("said by", attribution(view))]
    lines += lost_fields(view)
    lines += [field("" if n else "besides", Piece(ours(told), Role.BAD)) for n, told in enumerate(unbound_lines(view))]
    lines += [verdict_line(state, named), *wording_fields(state), *step_fields(state)]
    for number, item in enumerate(bound):
        cited = " (cited)" if item.id in state.cited else ""
        label = "evidence" if not number else ""
        lines.append(field(label, stance_mark(item, state, blind=True), f" {citation_of(item)}{cited}"))
        lines += [field("", ours(told)) for told in said_lines(item)]
    if not bound:
        lines.append(field("evidence", Piece("none judged, none cited", Role.WARN)))
    if view.claim.items and (state.verdict or state.ticks):
        lines += item_fields(view)
    lines.append(field("digest", Piece(f"sha256 {state.binding[:16]}...", Role.DIM)))
    return flowing(lines, width)


def history_lines(
    events: Sequence[Event], view: ClaimView, width: int, named: Named, names: Callable[[str], str]
) -> list[Line]:
    """The decisions on a claim, newest first: when, who, what. `names`: what people call claims and evidence (ids)."""
    by_number = {event.seq: event for event in events}
    places = {item.id: number for number, item in enumerate(view.evidence, start=1)}

    def words(event: Event) -> str:
        undone = by_number.get(event.body.get("event", -1))
        told = words_of(undone or event, named, places, names)
        return f"{event.kind}: {told}" if undone else told

    shown = [
        line(Piece(f"{moment(event.at)}  ", Role.DIM), Piece(event.user, Role.STRONG), f"  {words(event)}")
        for event in reversed(events)
    ]
    return [found for item in shown or [line("no decision yet")] for found in wrap(item, width, indent=4)]
