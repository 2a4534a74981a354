"""What was checked before and says what a claim says, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from factcheck.domain import ClaimSummary, Evidence, Rating
from factcheck.reports.cells import shown_line
from factcheck.review.scale import label_of

INDENT = "    "


class Earlier(Protocol):
    """A claim that was checked before; see `workbench.earlier`."""

    @property
    def claim(self) -> ClaimSummary:
        """Its row."""
        ...

    @property
    def article(self) -> str:
        """The title of its article."""
        ...

    @property
    def standing(self) -> str:
        """Whether it still holds, in words."""
        ...

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What its verdict rests on."""
        ...


def earlier_lines(before: Sequence[Earlier], ratings: Sequence[Rating]) -> Iterator[str]:
    """Yield what was checked before: where, its verdict, what it rests on, and whether it still holds."""
    labels = {rating.id: rating.label for rating in ratings}
    for one in before:
        row = one.claim
        yield f"checked before: {shown_line(one.article)} ({row.article}), claim {row.number} ({row.id})"
        yield INDENT + shown_line(row.verbatim)
        verdict = f"{label_of(row, labels)}: {row.rationale}"
        yield INDENT + shown_line(f"{verdict} ({row.checker}; {one.standing})")
        for item in one.evidence:
            source = item.candidate.source
            named = source.title or source.path or source.url
            yield INDENT + shown_line(f"rests on {named}, {item.candidate.locator}: {item.candidate.passage.text}")
