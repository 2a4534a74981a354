"""What was looked up for a claim of a list: its facets by origins, its gaps, the search; in words and for machines.

It opens nothing: who reads the workspace passes what may leave of it (`About.looked_up`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.domain import ClaimState, Evidence, Search, Stance
from factcheck.reports.cells import shown_line
from factcheck.reports.disclosure import leaving_evidence
from factcheck.reports.facets import facet_lines
from factcheck.reports.searches import search_lines
from factcheck.review.binding import effective_stance
from factcheck.stance.matrix.facets import FacetMatrix
from factcheck.text.dates.periods import period_words

BETWEEN = " | "
"""What stands between two gaps, or two lines of a search, in one cell: their words have semicolons of their own."""
INDENT = "  "
NOTHING_FOUND = "nothing found"
NOT_SEARCHED = "not searched yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of evidence as a report calls it: `name` (e1), and its source in words, as far as that may leave.

    `stance`: a person's (`judged`), else the suggested one. `released`: when its source was, "" where that is not known
    or withheld; `about`: the periods that the passage speaks of; `badges`: what to mind ("later than the claim").
    """

    id: str
    name: str
    stance: Stance
    judged: bool
    source: str
    released: str = ""
    about: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()

    def __str__(self) -> str:
        how = "judged" if self.judged else "suggested"
        return f"{self.name} {self.stance} ({how}): {self.source}{minded(self.about, self.badges)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """The facets of a claim, the evidence that they name, and the search that is on record; None: not searched yet."""

    facets: FacetMatrix
    evidence: tuple[Piece, ...]
    search: Search | None

    @property
    def gaps(self) -> str:
        """What no origin covers, in words, on one line; "" where nothing is missing, or nothing was searched yet."""
        return BETWEEN.join(gap.message for gap in self.facets.gaps)

    @property
    def searched(self) -> str:
        """The search so that it can be cited, on one line; that nothing was found stands first."""
        return BETWEEN.join(self.search_lines())

    @property
    def pieces(self) -> str:
        """The evidence on one line, with the release date, period and badges of each."""
        return BETWEEN.join(map(str, self.evidence))

    def search_lines(self) -> Iterator[str]:
        """Yield the search so that it can be cited, without newlines."""
        if not self.evidence:
            yield NOTHING_FOUND if self.search and self.search.documents else NOT_SEARCHED
        yield from search_lines(self.search) if self.search else ()

    def lines(self) -> Iterator[str]:
        """Yield the facets, the gaps, what the pieces of evidence are, and the search, without newlines.

        What belongs under a line that tells how many there are begins with `INDENT`.
        """
        yield from facet_lines(self.facets, {one.id: one.name for one in self.evidence}, INDENT)
        yield from map(str, self.evidence)
        yield from self.search_lines()


def piece_of(one: Evidence, state: ClaimState) -> Piece:
    """Return what a report calls a piece of evidence."""
    left = leaving_evidence(one)
    source = left.candidate.source
    day = source.published.isoformat() if source.published else ""
    told = ", ".join(filter(None, (source.title or source.url or source.id, source.publisher, day)))
    return Piece(
        id=one.id,
        name=state.name_of(one.id),
        stance=effective_stance(one, state),
        judged=one.id in state.stances,
        source=shown_line(told),
        released=day,
        about=periods(left),
        badges=left.judgement.badges,
    )


def periods(one: Evidence) -> tuple[str, ...]:
    """Return the periods that a passage speaks of, in words."""
    return tuple(map(period_words, one.judgement.about))


def minded(about: Sequence[str], badges: Sequence[str]) -> str:
    """Return what to mind of a piece of evidence, to stand after its source: its periods and badges; "" for nothing."""
    told = [f"about {', '.join(about)}"] if about else []
    return "".join(f"; {part}" for part in (*told, *badges))


__all__ = ["BETWEEN", "INDENT", "NOTHING_FOUND", "NOT_SEARCHED", "LookedUp", "Piece", "minded", "periods", "piece_of"]
