"""What the writer's own sources say of a claim, from the stances on their passages: a person's before the suggested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.domain import CitedSource, CitedStatus, ClaimState, Evidence, SourceState, Stance
from factcheck.review.binding import effective_stance


def heard(state: ClaimState, evidence: Mapping[str, Evidence]) -> tuple[CitedSource, ...]:
    """Return the cited sources of a state with what the stances on their passages make of them now."""
    return tuple(_heard(one, state, evidence) if one.sources else one for one in state.cited_sources)


def without_retracted(one: CitedSource, became: Mapping[str, SourceState]) -> CitedSource:
    """Return a cited source that says nothing any more where what stands there now says that it was retracted.

    `became`: of the evidence (ids) whose source did not stay as it was.
    """
    if SourceState.RETRACTED not in {became.get(item) for item in one.evidence}:
        return one
    return replace(one, status=CitedStatus.SILENT, reason=f"{one.reason}; retracted since, so it bears nothing out")


def most_telling(cited: Iterable[CitedSource | None]) -> CitedStatus | None:
    """Return the status that stands for all of a claim's cited sources; None where there are none."""
    statuses = {one.status for one in cited if one}
    return next((status for status in CitedStatus if status in statuses), None)


def _heard(one: CitedSource, state: ClaimState, evidence: Mapping[str, Evidence]) -> CitedSource:
    standing = [evidence[e] for e in dict.fromkeys((*one.evidence, *state.evidence)) if e in evidence]
    items = [item for item in standing if item.id in one.evidence or _is_from(item, one)]
    sure = {stance: _surest(items, stance, state) for stance in (Stance.CORROBORATES, Stance.CONFLICTS)}
    status = CitedStatus.UNREAD if one.status is CitedStatus.UNREAD and not items else CitedStatus.SILENT
    if any(sure.values()):
        supports = sure[Stance.CORROBORATES] >= sure[Stance.CONFLICTS]
        status = CitedStatus.SUPPORTS if supports else CitedStatus.CONFLICTS
    told = "" if status is CitedStatus.UNREAD else f"; {_told(items, state)}"
    return replace(one, status=status, reason=f"{one.reason}{told}")


def _is_from(item: Evidence, one: CitedSource) -> bool:
    """Whether it is another passage of a cited document, or a person calculated it with cells of one."""
    cells = item.calculation.cells if item.calculation else ()
    sources = {item.candidate.source.id, *(cell.source for cell in cells)}
    return not sources.isdisjoint(one.sources)


def _told(items: Sequence[Evidence], state: ClaimState) -> str:
    if not items:
        return "no passage of it shares a word with the claim"
    stances = [effective_stance(item, state) for item in items]
    count = {stance: stances.count(stance) or "none" for stance in (Stance.CORROBORATES, Stance.CONFLICTS)}
    return (
        f"of its passages nearest to the claim ({len(items)}), {count[Stance.CORROBORATES]} corroborating"
        f" and {count[Stance.CONFLICTS]} conflicting"
    )


def _surest(items: Iterable[Evidence], stance: Stance, state: ClaimState) -> float:
    """Return the highest confidence of a passage with this stance; a person's word is above any confidence."""
    found = [
        2.0 if item.id in state.stances else item.judgement.confidence
        for item in items
        if effective_stance(item, state) is stance
    ]
    return max(found, default=0.0)
