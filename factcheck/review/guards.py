"""The guards: which step of the workflow is allowed, and in words why not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.domain import ClaimState, ClaimView, Evidence, Rating, Sensitivity, Source, Stance
from factcheck.errors import GuardError, InputError
from factcheck.review.scale import rating_of
from factcheck.text.display import short_name

_BEARS_ON = frozenset([Stance.CORROBORATES, Stance.CONFLICTS])
_AGAINST = {"supports": Stance.CONFLICTS, "against": Stance.CORROBORATES}
_IN_WORDS = {Stance.CONFLICTS: "conflict", Stance.CORROBORATES: "corroborate"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,6}")


def rating_named(name: str, ratings: Iterable[Rating]) -> Rating:
    """Find a rating by id, label or letter (upper and lower case alike).

    Raises:
        InputError: there is none of that name.
    """
    scale = list(ratings)
    folded = name.strip().casefold()
    for rating in scale:
        if folded in {rating.id.casefold(), rating.label.casefold(), rating.letter.casefold()}:
            return rating
    known = ", ".join(r.id for r in scale)
    raise InputError(f"there is no rating {name!r}", hint=f"the scale has: {known}")


def check_original(wording: str, language: str) -> None:
    """Check that an original has words, and a language that others can read.

    Raises:
        GuardError: one of them is missing or no language tag.
    """
    if not wording.strip():
        raise GuardError("an original needs its wording")
    if not _LANGUAGE.fullmatch(language):
        raise GuardError(f"{language!r} is no language tag", hint='write it as "de" or "pt-BR" (BCP 47)')


def check_verdict(state: ClaimState, rating: Rating, rationale: str, evidence: Iterable[Evidence]) -> None:
    """Refuse a verdict without a rationale, or without what its rating must cite. `evidence`: the claim's.

    Raises:
        GuardError: says what is missing.
    """
    subject = f"claim {state.claim}"
    if not rationale.strip():
        raise GuardError("a verdict needs a rationale", hint="say in a few words what it rests on", subject=subject)
    if rating.needs == "evidence" and not has_evidence(state):
        raise GuardError(
            f"the rating {rating.label!r} needs evidence that you judged or cited",
            hint=(
                "judge a passage (`factcheck claim stance`) or cite one (`factcheck claim cite`); "
                "if there is none: 'no evidence found'"
            ),
            subject=subject,
        )
    if rating.needs == "evidence" and not _is_located(state, evidence):
        raise GuardError(
            f"the rating {rating.label!r} needs evidence that says where in its source it stands",
            hint="cite a passage with a page, paragraph, time code or cell",
            subject=subject,
        )
    if rating.needs == "search" and state.search is None:
        raise GuardError(
            f"the rating {rating.label!r} needs a recorded search",
            hint="run `factcheck check` with a corpus first",
            subject=subject,
        )


def default_rationale(view: ClaimView, rating: Rating, ratings: Sequence[Rating], cited: Iterable[str]) -> str:
    """Return where the cited evidence stands, which is reason enough to confirm (the first rating); "" for all others.

    Of a source that is not open to all nothing is said: a rationale leaves the newsroom.
    """
    items = {item.id: item.candidate for item in view.evidence}
    named = [items[one] for one in dict.fromkeys(cited) if one in items]
    open_to_all = all(one.source.sensitivity is Sensitivity.OPEN for one in named)
    if rating.direction != "supports" or rating.id != ratings[0].id or not open_to_all:
        return ""
    return "; ".join(f"{_called(one.source)}, {one.locator}" for one in named)


def _called(source: Source) -> str:
    """Return what a source is called in a few words: its title, its file, or its address."""
    return short_name(source.title) or re.split(r"[/\\]", source.path)[-1] or source.url


def _is_located(state: ClaimState, evidence: Iterable[Evidence]) -> bool:
    judged = {one for one, decided in state.stances.items() if decided.stance is not Stance.UNRELATED}
    return any(item.candidate.locator.strip() for item in evidence if item.id in {*state.cited, *judged})


def objections(state: ClaimState, rating: Rating, evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return in words what a rating passes over: a warning to be agreed to, no refusal. `evidence`: the claim's.

    It points against all that people judged; or it says that nothing was found, or that nothing could be checked,
    where something was.
    """
    if rating.needs == "search":
        return tuple(_found_after_all(state, rating, evidence))
    against = _AGAINST.get(rating.direction)
    judged = _bearing(state)
    if against is None and rating.needs == "nothing":
        return tuple(_judged_to(stance, judged, rating) for stance in _AGAINST.values() if stance in judged)
    if against is None or not judged or set(judged) != {against}:
        return ()
    word = "conflicts with the claim" if against is Stance.CONFLICTS else "corroborates the claim"
    return (f"all evidence that was judged ({len(judged)}) {word}, and the verdict is {rating.label!r}",)


def _bearing(state: ClaimState) -> list[Stance]:
    return [s.stance for s in state.stances.values() if s.stance in _BEARS_ON]


def _judged_to(stance: Stance, judged: Sequence[Stance], rating: Rating) -> str:
    number = f"{judged.count(stance)} of {len(judged)}" if len(judged) > 1 else "1"
    return f"evidence ({number}) was judged to {_IN_WORDS[stance]}, and the verdict is {rating.label!r}"


def _found_after_all(state: ClaimState, rating: Rating, evidence: Iterable[Evidence]) -> Iterator[str]:
    judged = sum(s.stance in _BEARS_ON for s in state.stances.values())
    unjudged = (e for e in evidence if e.id in state.evidence and e.id not in state.stances)
    suggested = sum(e.judgement.stance in _BEARS_ON for e in unjudged)
    found = ((judged, "judged"), (suggested, "suggested, and judged by nobody,"))
    for number, how in found:
        if number:
            yield f"evidence ({number}) was {how} to corroborate or to conflict, and the verdict is {rating.label!r}"


def standing_objections(state: ClaimState, ratings: Iterable[Rating], evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the objections to the verdict that stands; none where there is no verdict.

    Whoever reads it after its author is also told of a part of the evidence that was judged to say otherwise, and what
    is odd about the evidence it cites, as its author was.
    """
    rating = rating_of(state.verdict, ratings)
    if rating is None:
        return ()
    against, judged = _AGAINST.get(rating.direction), _bearing(state)
    some = (_judged_to(against, judged, rating),) if against and against in judged else ()
    return (*(objections(state, rating, evidence) or some), *_odd(state))


def doubts(state: ClaimState, rating: Rating, evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the objections to a verdict, and what is odd about the evidence that it would cite; no refusal."""
    return (*objections(state, rating, evidence), *_odd(state))


def _odd(state: ClaimState) -> Iterator[str]:
    """Yield of the evidence that is cited how much nobody judged, and how much was judged to be beside the point."""
    stances = [state.stances[one].stance if one in state.stances else None for one in sorted(state.cited)]
    unjudged = stances.count(None)
    beside = sum(stance in {Stance.RELATED, Stance.UNRELATED} for stance in stances)
    found = (
        (unjudged, "nobody has judged whether it corroborates or conflicts"),
        (beside, "judged neither to corroborate nor to conflict"),
    )
    yield from (f"cited evidence ({number}): {words}" for number, words in found if number)


def has_evidence(state: ClaimState) -> bool:
    """Tell whether a person judged a passage to bear on the claim, or cited one."""
    return bool(state.cited) or any(s.stance != Stance.UNRELATED for s in state.stances.values())
