"""What a sign-off would bind, in lines: what a person reads before they sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from factcheck.domain import ClaimView, Evidence, Rating, ReviewState, Span, Stance, WordingState
from factcheck.reports.calculations import calculation_lines
from factcheck.reports.cells import shown_line
from factcheck.reports.claim_page import judged_by, lost_lines, stage_lines
from factcheck.reports.items import item_lines
from factcheck.reports.searches import search_lines
from factcheck.reports.wording import wording_lines
from factcheck.review.clocks import is_before
from factcheck.review.guards import standing_objections
from factcheck.review.quoting import not_verbatim
from factcheck.review.scale import scale_changed
from factcheck.review.wording import standing_misquotes
from factcheck.stance.reading.badges import NOT_IN_FILE
from factcheck.store.log import timestamp
from factcheck.text.display import display_line

LONGEST_PASSAGE = 400
"""Characters of a passage that are shown to whoever signs: some five lines of a terminal; the claim's page has all."""
AROUND = 100
"""Of these, so many stand before, or behind, what was compared, where there is room for it."""
LONGEST_QUOTATION = 120
"""Characters of a quotation that a `look` line names."""


def signed_lines(view: ClaimView, ratings: Sequence[Rating], unmet: str, now: datetime) -> Iterator[str]:
    """Yield what is signed, without newlines: claim, verdict, rationale, the evidence bound, and the digest.

    `unmet`: what the source policy misses; `now`: by the clock that will date the sign-off.
    """
    state, verdict = view.state, view.state.verdict
    labels = {r.id: r.label for r in ratings}
    yield f"claim {view.summary.number} ({view.claim.id}): {shown_line(view.claim.verbatim)}"
    yield f"claimant: {shown_line(view.summary.claimant) or 'the article itself'}"
    yield f"said on: {view.summary.said_on or 'not known'}"
    yield from (f"look: {told}" for told in look_lines(view, ratings, unmet, now))
    if verdict:
        called = verdict.called(lambda name: labels.get(name, name))
        yield f"verdict: {shown_line(called)} (proposed by {shown_line(verdict.user)})"
        yield f"rationale: {shown_line(verdict.rationale)}"
    if verdict and verdict.rests_on_search and state.search:
        yield "the verdict rests on this search:"
        yield from (f"  {line}" for line in search_lines(state.search))
    if view.state.removal:
        yield f"withdrawn by {shown_line(view.state.removal.user)}: {shown_line(view.state.removal.reason)}"
    yield from wording_lines(view.state)
    yield from stage_lines(view.state)
    bound = bound_evidence(view)
    yield f"evidence bound: {len(bound)}"
    for item in bound:
        decided = state.stances.get(item.id)
        stance = f"{decided.stance} (by {judged_by(decided, state)})" if decided else "no stance"
        source = item.candidate.source
        named = shown_line(source.title or source.path or source.id)
        yield f"  {item.id}: {stance}{', cited' if item.id in state.cited else ''}; {named}, {item.candidate.locator}"
        unlike = NOT_IN_FILE if NOT_IN_FILE in item.judgement.badges else ""
        yield from (f"    look: {shown_line(said)}" for said in filter(None, [view.notices.get(item.id), unlike]))
        yield from (f"    {told}" for told in said_lines(item))
    if view.claim.items and (verdict or view.state.ticks):
        yield "items:"
        yield from (f"  {line}" for line in item_lines(view))
    yield from lost_lines(view)
    yield from unbound_lines(view)
    yield f"binding: {state.binding}"


def look_lines(view: ClaimView, ratings: Sequence[Rating], unmet: str, now: datetime) -> Iterator[str]:
    """Yield what whoever signs has to know first, without newlines.

    `unmet`: what the source policy misses; `now`: by the clock that will date the sign-off.
    """
    state = view.state
    if state.changed_at and is_before(now, state.changed_at):
        yield (
            f"your clock says {timestamp(now)}, and what you sign was decided {timestamp(state.changed_at)}:"
            " set the clock first, or the sign-off is dated before it"
        )
    if unmet:
        yield unmet
    submitted = state.stage.submission if state.review_state is ReviewState.IN_REVIEW else None
    if submitted and submitted.exception:
        yield f"exception to the source policy: {shown_line(submitted.exception)}"
    yield from map(shown_line, filter(None, [scale_changed(state.verdict, ratings)]))
    yield from standing_objections(state, ratings, view.evidence)
    for words in not_verbatim(view.claim, state, view.evidence):
        named = shown_line(display_line(words, LONGEST_QUOTATION))
        yield f"no source that was judged or cited has the quoted words, word for word: {named}"
    if state.wording and state.wording.state is WordingState.OPEN:
        yield "nobody has decided on the wording yet; what is decided later makes this sign-off stale"
    yield from map(shown_line, standing_misquotes(state, view.claim))


def bound_evidence(view: ClaimView) -> list[Evidence]:
    """Return the evidence that a sign-off binds: what was judged or cited."""
    return [e for e in view.evidence if e.id in view.state.stances or e.id in view.state.cited]


def said_lines(item: Evidence) -> Iterator[str]:
    """Yield what stands in evidence, without newlines: its words, told where they are cut; or how it was calculated."""
    if item.calculation:
        yield from calculation_lines(item.calculation)
        return
    text = item.candidate.passage.text
    if len(text) <= LONGEST_PASSAGE:
        yield f"says: {shown_line(text)}"
        return
    start, end = _telling_stretch(item)
    before, behind = "[...] " if start else "", " [...]" if end < len(text) else ""
    yield f"says: {before}{shown_line(text[start:end])}{behind} ({end - start:,} of {len(text):,} characters)"


def _telling_stretch(item: Evidence) -> tuple[int, int]:
    """Return the stretch of a long passage that has what answers the claim in its middle, in whole words.

    Where there is a choice, because that is short or too long, it is the one with most of what was compared.
    """
    text, answer = item.candidate.passage.text, item.judgement.aligned
    compared = [span for reason in item.judgement.reasons for span in reason.passage_spans]
    spans = [*([answer] if answer else []), *compared]
    last = len(text) - LONGEST_PASSAGE

    def middle(span: Span) -> int:
        return (span.start + span.end - LONGEST_PASSAGE) // 2

    def worth(start: int) -> tuple[int, int, int]:
        end = start + LONGEST_PASSAGE
        answered = max(0, min(end, answer.end) - max(start, answer.start)) if answer else 0
        held = sum(start <= span.start and span.end <= end for span in compared)
        return answered, held, -abs(start - middle(spans[0])) if spans else 0

    wanted = (at for one in spans for at in (middle(one), one.start - AROUND, one.end + AROUND - LONGEST_PASSAGE))
    start = max((min(max(0, at), last) for at in (*wanted, 0)), key=worth)
    return _in_whole_words(text, start, start + LONGEST_PASSAGE)


def _in_whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Draw the edges of a stretch in to where words begin and end, if any does within it."""
    first = (text.find(" ", start - 1, end) + 1 or start) if start else 0
    ends_in_word = end < len(text) and text[end] != " "
    return first, (text.rfind(" ", first, end) + 1 or end) if ends_in_word else end


def unbound_lines(view: ClaimView) -> Iterator[str]:
    """Yield what nobody judged or cited, and so is not bound: what is suggested to conflict first, one line each."""
    rest = [e for e in view.evidence if e.id not in view.state.stances and e.id not in view.state.cited]
    against = [e for e in rest if e.judgement.stance is Stance.CONFLICTS]
    verdict = view.state.verdict
    if verdict and verdict.rests_on_search:  # then what is suggested to bear out the claim is bound, too
        against += [e for e in rest if e.judgement.stance is Stance.CORROBORATES]
    for item in against:
        source = item.candidate.source
        named = shown_line(source.title or source.path or source.id)
        word = "conflict" if item.judgement.stance is Stance.CONFLICTS else "corroborate"
        yield f"not judged, though suggested to {word}: {named}, {item.candidate.locator}"
    if len(rest) > len(against):
        yield f"not judged: {len(rest) - len(against)} more passages"
