"""A rating as it was when a verdict was given with it: what its signature binds, whatever the scale says since.

Verdicts of before 2026-12 have none: of those a rating means what the scale of now says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from factcheck.domain import ClaimSummary, GivenRating, Rating, Verdict

SCALE = "scale"
"""The part of a verdict's event that says what its rating meant."""

CHANGED = "the scale has changed since"

NOT_ON_SCALE = "?"
"""The letter of a rating of which nothing is known but its id."""


def ends_of(ratings: Iterable[Rating]) -> tuple[float, float] | None:
    """Return the least and the greatest number of a scale; None where it has fewer than two."""
    numbers = {rating.number for rating in ratings if rating.number is not None}
    return (min(numbers), max(numbers)) if len(numbers) > 1 else None


def given(rating: Rating, ratings: Sequence[Rating]) -> GivenRating:
    """Return a rating of a scale as it is kept with a verdict that is given now."""
    ends = ends_of(ratings) if rating.number is not None else None
    return GivenRating(**asdict(rating), worst=ends and ends[0], best=ends and ends[1])


def verdict_body(rating: Rating, ratings: Sequence[Rating], rationale: str) -> dict[str, Any]:
    """Return what the log keeps of a verdict: its rating with what that means, and its rationale."""
    meant = {name: value for name, value in asdict(given(rating, ratings)).items() if name != "id"}
    return {"rating": rating.id, "rationale": rationale.strip(), SCALE: meant}


def given_in(body: Mapping[str, Any]) -> GivenRating | None:
    """Read what a rating meant out of the event of its verdict; None where an earlier program wrote it."""
    return GivenRating(id=body["rating"], **body[SCALE]) if SCALE in body else None


def rating_of(verdict: Verdict | None, ratings: Iterable[Rating]) -> Rating | None:
    """Return the rating of a verdict as it was when it was given; else as the scale has it; None: neither is known."""
    if verdict is None:
        return None
    return verdict.given or next((one for one in ratings if one.id == verdict.rating), None)


def scale_changed(verdict: Verdict | None, ratings: Sequence[Rating]) -> str:
    """Say that a rating meant something else when the verdict was given than by the scale of now, and what; else ""."""
    if verdict is None:
        return ""
    if verdict.given is None:
        known = any(one.id == verdict.rating for one in ratings)
        return "" if known else f"{CHANGED}: {verdict.rating!r} is no rating of it"
    now = next((given(one, ratings) for one in ratings if one.id == verdict.rating), None)
    if now is not None and _meant(now) == _meant(verdict.given):
        return ""
    then = f"the verdict was given as {_in_words(verdict.given)}"
    return f"{CHANGED}: {then}; {f'now that is {_in_words(now)}' if now else 'it is no rating any more'}"


def falling_short(ratings: Sequence[Rating]) -> frozenset[str]:
    """Return the ratings (ids) of a scale that say that the words do not hold as they stand."""
    return frozenset(one.id for one in ratings if given(one, ratings).falls_short)


def label_of(row: ClaimSummary, labels: Mapping[str, str]) -> str:
    """Return what the rating of a row was called when it was given; else as the scale has it (`labels`, by id)."""
    return row.rating_label or labels.get(row.rating, row.rating)


def letter_of(row: ClaimSummary, letters: Mapping[str, str]) -> str:
    """Return the letter of a row's rating when it was given; else as the scale has it (`letters`, by id)."""
    return row.rating_letter or letters.get(row.rating, NOT_ON_SCALE)


def shown_as(row: ClaimSummary, scale: Mapping[str, Rating]) -> tuple[str, str, Rating | None]:
    """Return letter and label of a row's rating when it was given, and the rating of the scale that it still is.

    Where it is another now, or none, the label says so. `scale`: its ratings by id.
    """
    now = scale.get(row.rating)
    letter = letter_of(row, {row.rating: now.letter} if now else {})
    label = label_of(row, {row.rating: now.label} if now else {})
    if now and (now.letter, now.label) == (letter, label):
        return letter, label, now
    return letter, f"{label} ({CHANGED})", None


def _meant(rating: GivenRating) -> tuple[object, ...]:
    ends = (rating.number, rating.worst, rating.best)
    return rating.label, rating.letter, rating.meaning, rating.direction, rating.needs, ends


def _in_words(rating: GivenRating) -> str:
    number = "" if rating.number is None else f", {rating.number:g}"
    if rating.best is not None and rating.worst is not None:
        number += f" of {rating.worst:g} to {rating.best:g}"
    return f"{rating.label!r} [{rating.letter}{number}] ({rating.meaning})"
