"""A claim with everything that stands beside it, as lines for a terminal; no box characters, so it can be read aloud.

`e1`, `e2`, ... name the evidence in the order in which it came; commands take these names, and none is given twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.claims.wording import open_words
from factcheck.domain import (
    CLAIMANT,
    SAID_ON,
    Candidate,
    Claim,
    ClaimState,
    ClaimView,
    Closing,
    Evidence,
    Judgement,
    Rating,
    ReviewState,
    SignOff,
    Source,
    StanceDecision,
    Target,
)
from factcheck.reports.calculations import calculation_lines
from factcheck.reports.cells import counted, shown_line, wrap
from factcheck.reports.citations import citation_lines
from factcheck.reports.disclosure import badge
from factcheck.reports.facets import facet_lines
from factcheck.reports.searches import search_lines
from factcheck.reports.triage import triage_lines
from factcheck.reports.wording import rated_before, wording_lines
from factcheck.review.binding import is_stale, why_stale
from factcheck.review.guards import standing_objections
from factcheck.review.scale import scale_changed
from factcheck.stance.matrix.facets import FacetMatrix
from factcheck.text.dates.periods import period_words
from factcheck.web.secrets import without_secrets

INDENT = "    "
ASKED = {Target.SO: "is it so?", Target.SAID: "was it said?"}
"""What a judgement answers, in words."""
WRITERS = "the writer's own source"
"""The mark of evidence from a document that the writer cites for the claim."""
_CORRECTED = {CLAIMANT: "claimant", SAID_ON: "date"}


def claim_page(
    view: ClaimView,
    ratings: Sequence[Rating],
    *,
    facets: FacetMatrix,
    blockers: Sequence[str],
    events: int,
    columns: int,
    before: Iterable[str] = (),
) -> Iterator[str]:
    """Yield the lines, each with its newline. `blockers`: what keeps this user from signing; `events`: how many.

    `before`: lines on what was checked before and says the same.
    """
    for line in _page(view, ratings, facets, blockers, events, before):
        for part in wrap(line, columns, line[: len(line) - len(line.lstrip())]) or [""]:
            yield f"{part}\n"


def brief_page(view: ClaimView, ratings: Sequence[Rating], *, columns: int) -> Iterator[str]:
    """Yield the claim, where it stands, and a line for each piece of evidence, each with its newline."""
    row = view.summary
    lines = [f"Claim {row.number} ({view.claim.id}), article {row.article}", INDENT + shown_line(view.claim.verbatim)]
    lines += [*_decisions(view, ratings), *lost_lines(view)]
    for item in view.evidence:
        decided = view.state.stances.get(item.id)
        stance = f"{decided.stance}{_former(decided, view.state)}" if decided else f"{item.judgement.stance}?"
        source = item.candidate.source
        cited = ", cited" if item.id in view.state.cited else ""
        notice = f" (look: {view.notices[item.id]})" if item.id in view.notices else ""
        titled = shown_line(source.title or source.path or source.id)
        lines.append(f"{view.state.name_of(item.id)} {stance}{cited}: {titled}{notice}")
    for line in lines:
        yield from (f"{part}\n" for part in wrap(line, columns, line[: len(line) - len(line.lstrip())]))


NO_SIDE = "takes no side"
"""Of a judgement that abstains: how it scored would be read as how sure it is of that."""


def sureness(judgement: Judgement) -> str:
    """Return how sure a suggestion is, in words, or that it abstains."""
    return f"confidence {judgement.confidence:.2f}" if judgement.takes_side else NO_SIDE


def judgement_lines(judgement: Judgement, indent: str = "") -> Iterator[str]:
    """Yield what a judgement says, with its reasons and gaps, without newlines."""
    asked = f" ({ASKED[judgement.target]})" if judgement.takes_side else ""
    yield f"{indent}suggested: {judgement.stance}{asked}, {sureness(judgement)}"
    if judgement.about:
        yield f"{indent}about: {', '.join(map(period_words, judgement.about))}"
    for note in judgement.badges:
        yield f"{indent}note: {shown_line(note)}"
    if not judgement.reasons:
        yield f"{indent}no reasons: {_why_none(judgement)}"
    told = (f"- {reason.facet}, {reason.polarity}: {shown_line(reason.message)}" for reason in judgement.reasons)
    yield from (indent + line for line in dict.fromkeys(told))  # two comparators may say the same
    if judgement.missing:
        missing = ", ".join(repr(shown_line(span.text)) for span in judgement.missing)
        yield f"{indent}not covered by the passage: {missing}"


def _why_none(judgement: Judgement) -> str:
    """Say why nothing speaks for or against a claim: of one whose words are missing, the passage tells too little."""
    foreign = any(note.startswith("in another ") for note in judgement.badges)
    if judgement.missing and not foreign:
        return "the passage answers too little of the claim"
    return "nothing in the passage could be compared"


def about(claim: Claim) -> Iterator[str]:
    """Yield who asserts a claim, when, and of what kind it is, without newlines."""
    claimant = claim.claimant
    if claimant is None:
        yield "claimant: the article itself"
    else:
        office = f", {claimant.standing}" if claimant.standing else ""
        yield shown_line(
            f"claimant: {claimant.called}{office} (by {claimant.rule or 'a rule'}, {claimant.confidence:.2f})"
        )
    if claim.medium:
        yield shown_line(f"medium: {claim.medium}")
    if claim.locator:
        yield shown_line(f"at: {claim.locator}")
    yield f"said on: {claim.said_on.iso if claim.said_on else 'not known'}"
    why = "; ".join(claim.check_worthiness_reasons)
    worth = f"check-worthiness {claim.check_worthiness:.2f}" + (f" ({shown_line(why)})" if why else "")
    yield f"form: {claim.form}; content: {claim.content}; {worth}"
    if still_open := open_words(claim):
        yield shown_line(f"not resolved: {', '.join(still_open)}")
    for finding in claim.findings:
        yield f"look: {shown_line(finding.message)}"
    if claim.items:
        yield "to tick: " + "; ".join(f"{item.kind} {shown_line(item.span.text)}" for item in claim.items)


def _page(
    view: ClaimView,
    ratings: Sequence[Rating],
    facets: FacetMatrix,
    blockers: Sequence[str],
    events: int,
    before: Iterable[str],
) -> Iterator[str]:
    row, state = view.summary, view.state
    yield f"Claim {row.number} ({view.claim.id}), article {row.article}, characters {row.start} to {row.end}"
    yield INDENT + shown_line(view.claim.verbatim)
    if shown_line(view.claim.text) != shown_line(view.claim.verbatim):
        yield f"in full: {shown_line(view.claim.text)}"
    yield f"sentence: {shown_line(view.sentence)}"
    yield from about(view.claim)
    yield from _hand(view)
    yield from _original(view)
    yield from citation_lines(view.citations, view.cited_sources)
    yield from _decisions(view, ratings)
    yield from lost_lines(view)
    for at, n in enumerate(state.notes, start=1):
        yield f"note {at} by {shown_line(n.user)}, {n.at:%Y-%m-%d %H:%M} UTC: {shown_line(n.text)}"
    yield f"history: {counted(events, 'event')} (`factcheck audit log --claim {view.claim.id}`)"
    yield from _signing(view, blockers)
    yield from before
    yield ""
    told = list(facet_lines(facets, {item.id: view.state.name_of(item.id) for item in view.evidence}, INDENT))
    yield from [*told, ""] if told else []
    passages = counted(len(view.evidence), "passage")
    yield f"Evidence: {passages}; origins: {row.corroborates} corroborate, {row.conflicts} conflict"
    if not view.evidence:
        yield INDENT + _searched(view)
    if view.state.search:
        yield from (INDENT + line for line in search_lines(view.state.search))
    for item in view.evidence:
        yield ""
        yield from _evidence(view.state.name_of(item.id), item, view)


def _hand(view: ClaimView) -> Iterator[str]:
    """Yield what a person's hand did to the claim itself."""
    for what, fix in view.state.corrections.items():
        yield f"{_CORRECTED[what]} corrected by {shown_line(fix.user)}, {fix.at:%Y-%m-%d %H:%M} UTC"
    if view.state.replaces:
        yield f"stands for: claims {', '.join(view.state.replaces)}"
    removal = view.state.removal
    if removal:
        why = f"claims {', '.join(removal.by)} stand for it" if removal.by else f"reason: {shown_line(removal.reason)}"
        word = "superseded" if removal.by else "withdrawn"
        yield f"{word} by {shown_line(removal.user)}, {removal.at:%Y-%m-%d %H:%M} UTC; {why}"
        if removal.ticked:
            yield f"ticked by {shown_line(removal.ticked.user)}, {removal.ticked.at:%Y-%m-%d %H:%M} UTC"


def _original(view: ClaimView) -> Iterator[str]:
    original = view.state.original
    if original:
        by = f", translated by {shown_line(original.translator)}" if original.translator else ""
        yield f"original ({original.language}{by}): {shown_line(original.wording)}"


def _decisions(view: ClaimView, ratings: Sequence[Rating]) -> Iterator[str]:
    verdict, sign_off = view.state.verdict, view.state.sign_off
    labels = {r.id: f"{r.label} [{r.letter}]" for r in ratings}
    yield f"state: {view.state.review_state}"
    if view.lock:
        yield shown_line(str(view.lock))
    yield from stage_lines(view.state)
    yield from triage_lines(view.state.triage)
    if verdict is None:
        yield "verdict: none"
    else:
        by = f"{shown_line(verdict.user)}, {verdict.at:%Y-%m-%d %H:%M} UTC"
        called = f"{verdict.given.label} [{verdict.given.letter}]" if verdict.given else ""
        yield f"verdict: {shown_line(called or labels.get(verdict.rating, verdict.rating))} ({by})"
        yield from (f"look: {shown_line(told)}" for told in filter(None, [scale_changed(verdict, ratings)]))
        yield f"rationale: {shown_line(verdict.rationale)}"
    yield from wording_lines(view.state)
    for warning in standing_objections(view.state, ratings, view.evidence):
        yield f"look: {warning}"
    if sign_off:
        how = ", self-signed" if sign_off.self_signed else ""
        by = f"{shown_line(sign_off.user)}, {sign_off.at:%Y-%m-%d %H:%M} UTC"
        yield f"signed off: {by}{how}; identity {sign_off.identity}; digest {sign_off.digest}"
        if sign_off.taken_over:
            yield f"carried over by event {sign_off.taken_over_by} as {sign_off.taken_over}"
        yield from remark_lines(sign_off)
        if sign_off.search:
            yield "signed on this search:"
            yield from (INDENT + line for line in search_lines(sign_off.search))
        if is_stale(view):
            yield f"the sign-off is stale: {why_stale(view.state)}"


def remark_lines(sign_off: SignOff) -> Iterator[str]:
    """Yield what is to be known of a sign-off, without newlines: that it passed over the rules, or what it lacked."""
    if sign_off.bypass:
        yield f"look: signed past the rules of the workflow: {shown_line(sign_off.bypass)}"
    if sign_off.exception:
        yield f"look: exception to the source policy: {shown_line(sign_off.exception)}"
    elif sign_off.unmet:
        yield f"look: signed without being submitted: {sign_off.unmet}"


def _closing(closing: Closing | None) -> Iterator[str]:
    if closing:
        yield f"{closing} by {shown_line(closing.user)}: {shown_line(closing.reason)}"
        yield from [f"hedged as: {shown_line(closing.wording)}"] * bool(closing.wording)


def stage_lines(state: ClaimState) -> Iterator[str]:
    """Yield what was decided on the way of a claim through the workflow, without newlines."""
    stage = state.stage
    if stage.carried:
        how = ", and changed" if stage.carried.changed else ""
        yield f"of the earlier revision: {stage.carried.claim}{how}"
        if stage.carried.changed:
            yield f"it read: {shown_line(stage.carried.before)}"
        if stage.carried.rated:
            yield f"look: {rated_before(stage.carried.rated)}"
    yield from _closing(stage.closing)
    if stage.assignment:
        yield f"assigned to: {shown_line(stage.assignment.to)} (by {shown_line(stage.assignment.user)})"
    if stage.waiver:
        yield f"waived by {shown_line(stage.waiver.user)}: {shown_line(stage.waiver.reason)}"
    if stage.submission and state.review_state is ReviewState.IN_REVIEW:
        exception = f"; exception: {shown_line(stage.submission.exception)}" if stage.submission.exception else ""
        yield f"submitted by {shown_line(stage.submission.user)}{exception}"
    if stage.returned:
        yield f"returned by {shown_line(stage.returned.user)}: {shown_line(stage.returned.comment)}"
    if dispute := stage.dispute:
        yield f"position of {shown_line(dispute.holder)}: {shown_line(dispute.held)}"
        yield f"position of {shown_line(dispute.user)}: {shown_line(dispute.position)}"
    if stage.settlement:
        own = ", a party of it" if stage.settlement.own else ""
        by = f"{shown_line(stage.settlement.user)}{own}"
        yield f"dispute settled ({stage.settlement.outcome}) by {by}: {shown_line(stage.settlement.reason)}"


def lost_lines(view: ClaimView) -> Iterator[str]:
    """Yield which sources that the verdict rests on have changed or are gone since, without newlines."""
    for item in view.evidence:
        if item.id in view.source_states and item.id in view.state.rests_on:
            source = item.candidate.source
            named = shown_line(source.place)
            name = view.state.name_of(item.id)
            yield f"source {view.source_states[item.id]}: {named} ({name}); {source.copy_told}"
            yield from (f"{INDENT}{shown_line(line)}" for line in view.since.get(item.id, ()))


def _signing(view: ClaimView, blockers: Iterable[str]) -> Iterator[str]:
    yield f"a sign-off now would bind: {view.state.binding or 'nothing yet'}"
    yield from (f"not to be signed by you: {shown_line(blocker)}" for blocker in blockers)


def _searched(view: ClaimView) -> str:
    search = view.state.search
    if search is None or not view.state.was_searched:
        return "not searched yet: `factcheck check ARTICLE --corpus PATH`"
    return f"nothing found in {counted(search.documents, 'document')}; this does not mean that the claim is false"


def _evidence(name: str, item: Evidence, view: ClaimView) -> Iterator[str]:
    decided = view.state.stances.get(item.id)
    stance = f"{decided.stance} (by {judged_by(decided, view.state)})" if decided else "not judged yet"
    cited = "; cited" if item.id in view.state.cited else ""
    writers = f"; {WRITERS}" if item.id in view.of_the_writer else ""
    lost = f"; source {view.source_states[item.id]} since" if item.id in view.source_states else ""
    yield f"{name} ({item.id}): {stance}{cited}{writers}{lost}"
    yield from (INDENT + line for line in source_lines(item.candidate))
    if item.id in view.notices:
        yield f"{INDENT}look: {view.notices[item.id]}"
    if item.calculation:
        yield from (INDENT + line for line in calculation_lines(item.calculation))
    else:
        yield INDENT + "passage: " + shown_line(item.candidate.passage.text)
    yield from judgement_lines(item.judgement, INDENT)
    for note in view.state.notes:
        if note.evidence == item.id:
            yield f"{INDENT}note by {shown_line(note.user)}: {shown_line(note.text)}"


def judged_by(decided: StanceDecision, state: ClaimState) -> str:
    """Return who judged evidence, and that it was of other words than the claim has now, where it was."""
    return f"{shown_line(decided.user)}{_former(decided, state)}"


def _former(decided: StanceDecision, state: ClaimState) -> str:
    return ", of the words before" if state.is_of_former_words(decided.at) else ""


def _released(source: Source) -> str:
    if source.published:
        return f"released {source.published}"
    known = (("its file was made", source.made), ("fetched", source.fetched))
    others = ", ".join(f"{what} {day}" for what, day in known if day)
    return f"release date not known ({others})" if others else "release date not known"


def source_lines(candidate: Candidate) -> Iterator[str]:
    """Yield where a passage comes from and why it was retrieved, without newlines."""
    source = candidate.source
    told = [source.title or source.path or source.id, source.publisher, _released(source)]
    mark = f" [{badge(source)}]" if badge(source) else ""
    yield "source: " + shown_line(", ".join(part for part in told if part)) + f" ({candidate.tier}){mark}"
    where = without_secrets(source.url) if source.url else source.path
    file = f" of {of}" if source.url and (of := source.path.rpartition("#")[0]) else ""
    yield shown_line(f"at: {where or source.id}, {candidate.locator}{file}") + f", sha256 {candidate.digest[:12]}"
    if candidate.rank:  # else a person brought it, and no search
        shared = shown_line(", ".join(candidate.match.shared))
        yield f"score: {candidate.score:.2f}, rank {candidate.rank}" + (f"; shares: {shared}" if shared else "")
    if candidate.carriers:
        carriers = "; ".join(carrier_in_words(one, source) for one in candidate.carriers)
        yield shown_line(f"the same text also in: {carriers}")


def carrier_in_words(carrier: Source, leader: Source) -> str:
    """Return a further source of one text by what tells it apart: its title, if another, publisher or file, and day."""
    title = carrier.title if carrier.title != leader.title else ""
    who = carrier.publisher or carrier.author or carrier.path.rpartition("/")[2] or without_secrets(carrier.url)
    day = str(carrier.published) if carrier.published else ""
    return ", ".join(filter(None, (title, who, day))) or carrier.title or carrier.path or carrier.id
