"""The scale of verdicts: a rating, and one as it was when a verdict was given with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One step of the scale. `needs`: what a verdict with it must cite ("evidence", "search" or "nothing").

    `direction`: whether it says that the claim holds ("supports"), that it does not ("against"), or "neither";
    `number`: its place on the scale for machines (ClaimReview), None where it has none; `exported`: whether a verdict
    with it is published at all.
    """

    id: str
    label: str
    letter: str
    meaning: str
    needs: str = "evidence"
    direction: str = "neither"
    number: float | None = None
    exported: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRating(Rating):
    """A rating as it was when a verdict was given with it. `worst`, `best`: the ends of the numbers of that scale."""

    worst: float | None = None
    best: float | None = None

    @property
    def falls_short(self) -> bool:
        """Whether it says that the words do not hold as they stand: it is against them, or below the best number."""
        below = self.number is not None and self.best is not None and self.number < self.best
        return self.direction == "against" or below
