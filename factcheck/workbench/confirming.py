"""Confirming a plain fact in one go: the evidence corroborates, and the verdict that rests on it; all of it, or none.

For a claim that one passage bears out and nothing speaks against. Items that do not stand in the passage are not ticked
by it: they are left, and told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain import ClaimState, ClaimView, Evidence, Item, Rating, Stance
from factcheck.errors import GuardError, InputError
from factcheck.reports.disclosure import badge
from factcheck.review import guards
from factcheck.review.hand import check_listed
from factcheck.review.items import covers, key_of
from factcheck.review.kinds import Kind
from factcheck.review.scale import verdict_body
from factcheck.review.steps import ReviewStep, check_step
from factcheck.text.commands import words_of_command
from factcheck.workbench.meeting import check_unchanged
from factcheck.workbench.ticking import left_in, ticked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """A claim that was confirmed, with the rating it got, what was ticked with it, and what is left to tick of it."""

    state: ClaimState
    rating: Rating
    ticked: tuple[Item, ...]
    left: tuple[Item, ...]


def rationale_of(view: ClaimView, evidence: str, ratings: Sequence[Rating]) -> str:
    """Return what the rationale of a plain fact says: source and place; "" where that may not leave the newsroom."""
    return guards.default_rationale(view, rating_that_holds(ratings), ratings, [evidence])


def confirm(bench: Workbench, claim: str, evidence: str, *, ticks: bool = False, seen: int | None = None) -> Confirmed:
    """Judge that a piece of evidence (its id) corroborates a claim, and propose the verdict that it holds.

    `ticks`: record what stands in it as ticked against it, too, so that it stays so in a revision; nothing else is.

    Raises:
        GuardError: something speaks against the claim, or may, and nobody judged it; the source may not be named in a
            rationale; or the step is not for this user.
        InputError: there is no such evidence, or no rating says that a claim holds.
        ConflictError: somebody changed the claim since `seen`.
    """
    rating = rating_that_holds(bench.ratings)
    view = bench.claim(claim)
    rationale = rationale_of(view, evidence, bench.ratings)
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        check_step(bench.workflow, state, bench.user, ReviewStep.PROPOSE)
        kept = {one.id: one for one in tx.evidence(claim)}
        if evidence not in kept:
            raise InputError("is no evidence of this claim", hint=f"`factcheck claim show {claim}`", subject=evidence)
        check_plain(state, [kept[e] for e in state.evidence if e in kept], evidence)
        if not rationale:
            raise _unnamed(state, rating, {one.id: one for one in view.evidence}.get(evidence, kept[evidence]))
        standing = state.stances.get(evidence)
        if standing is None or standing.stance is not Stance.CORROBORATES:
            state = bench.append(tx, claim, Kind.STANCE, {"evidence": evidence, "stance": str(Stance.CORROBORATES)})
        guards.check_verdict(state, rating, rationale, kept.values())
        state = bench.append(tx, claim, Kind.VERDICT, verdict_body(rating, bench.ratings, rationale))
        made = tx.claim(claim)[0]
        open_items = [one for one in made.items if key_of(one) not in state.ticks] if ticks else []
        standing_there = tuple(one for one in open_items if covers(kept[evidence], one, made))
        if standing_there:
            state = bench.append(tx, claim, Kind.TICKED, ticked(standing_there, evidence=evidence))
        left = left_in(tx, claim, state)
        return Confirmed(state=state, rating=rating, ticked=standing_there, left=left)


def _unnamed(state: ClaimState, rating: Rating, item: Evidence) -> GuardError:
    """Say why no rationale can be made of a piece of evidence, and which command takes one in a person's own words."""
    name, source = state.name_of(item.id), item.candidate.source
    why = f"the source of {name} is {source.sensitivity}" if badge(source) else f"{rating.label!r} asks for reasons"
    named = words_of_command(rating.id)
    return GuardError(
        f"needs a rationale of your own: {why}, so that its name and place are none",
        hint=f"`factcheck claim verdict {state.claim} --rating {named} --cite {name} --rationale TEXT`",
        subject=f"claim {state.claim}",
    )


def rating_that_holds(ratings: Sequence[Rating]) -> Rating:
    """Return the first rating of a scale that says that a claim holds.

    Raises:
        InputError: there is none.
    """
    for rating in ratings:
        if rating.direction == "supports":
            return rating
    raise InputError("no rating of this scale says that a claim holds", hint='direction = "supports" in [ratings]')


def check_plain(state: ClaimState, evidence: Sequence[Evidence], chosen: str) -> None:
    """Refuse to confirm in one go what something speaks against, or what has a verdict already.

    Raises:
        GuardError: says which evidence it is, by its name.
    """
    subject = f"claim {state.claim}"
    if state.verdict:
        raise GuardError("has a verdict already", hint="change it: `factcheck claim verdict`", subject=subject)
    for item in evidence:
        name, decided = state.name_of(item.id), state.stances.get(item.id)
        judge = f"`factcheck claim stance {state.claim} {name} corroborates|conflicts|related|unrelated`"
        if decided and decided.stance is Stance.CONFLICTS:
            told = f"is no plain fact: evidence {name} conflicts with it"
            hint = f"if it does not, judge it anew: {judge}" if item.id == chosen else "weigh both in a verdict"
            raise GuardError(told, hint=hint, subject=subject)
        if decided is None and item.judgement.stance is Stance.CONFLICTS:
            what = "is suggested to conflict with it, and" if item.id == chosen else "is"
            told = f"may be no plain fact: evidence {name} {what} not judged yet"
            raise GuardError(told, hint=f"read it and judge it first: {judge}", subject=subject)
