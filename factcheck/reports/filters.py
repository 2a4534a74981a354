"""Which claims a list shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from factcheck.domain import LISTED, CitedStatus, ClaimSummary, DateValue, ReviewState, Stance
from factcheck.reports.marks import is_waived, waits_for_words

NO_EVIDENCE = "none"
"""The word for claims without evidence, where a filter asks for a stance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a claim must have to be listed; empty parts ask for nothing, the others must all fit.

    `articles`: ids; `states`: of which `waived` fits every claim on the list that needs no verdict, signed or not;
    `verdicts`: rating ids, "" for no verdict; `claimant`, `text`: a part of it, in any case;
    `uncited`: the writer gave no source for it; `cited_silent`: a source that the writer gave was found and is silent,
    and none supports the claim or conflicts with it; `cited_lost`: such a source is unreachable instead; `checkers`,
    `reviewers`: one of these users, in any case; `stances`: an origin with one of these stances, or "none" for none at
    all; `period`: said within it, or at a time that reaches into it; `undated`: not known when; `touched`: ids; `tags`:
    each of these; `wordings`: where a proposed wording stands, "" for none; `changes`: one is open, or decided and not
    in the text.
    """

    articles: frozenset[str] | None = None
    states: frozenset[ReviewState] = frozenset()
    verdicts: frozenset[str] = frozenset()
    claimant: str = ""
    text: str = ""
    uncited: bool = False
    cited_silent: bool = False
    cited_lost: bool = False
    checkers: frozenset[str] = frozenset()
    reviewers: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    period: DateValue | None = None
    undated: bool = False
    touched: frozenset[str] | None = None
    tags: frozenset[str] = frozenset()
    wordings: frozenset[str] = frozenset()
    changes: bool = False

    def fits(self, row: ClaimSummary) -> bool:
        """Tell whether a claim has all that is asked for."""
        return (
            (self.articles is None or row.article in self.articles)
            and (not self.states or row.review_state in self.states or self._is_waived(row))
            and (not self.verdicts or row.rating in self.verdicts)
            and not (self.uncited and row.citations)
            and not (self.cited_silent and row.cited_source is not CitedStatus.SILENT)
            and not (self.cited_lost and row.cited_source is not CitedStatus.UNREACHABLE)
            and (not self.claimant or self.claimant.casefold() in row.claimant.casefold())
            and (not self.text or _says(row, self.text.casefold()))
            and (not self.checkers or row.checker.casefold() in self.checkers)
            and (not self.reviewers or row.reviewer.casefold() in self.reviewers)
            and (not self.stances or not self.stances.isdisjoint(stances_of(row)))
            and (self.touched is None or row.id in self.touched)
            and (not self.wordings or row.wording_state in self.wordings)
            and (not self.changes or waits_for_words(row))
            and (not self.tags or self.tags.issubset(row.tags.split(",")))
            and self._is_in_time(row)
        )

    def _is_waived(self, row: ClaimSummary) -> bool:
        """Tell whether a waiver was asked for and stands, also one that a reviewer signed."""
        return ReviewState.WAIVED in self.states and is_waived(row) and row.review_state in LISTED

    def _is_in_time(self, row: ClaimSummary) -> bool:
        if self.period is None and not self.undated:
            return True
        return (self.undated and not is_dated(row.said_on)) or (
            self.period is not None and _overlaps(row.said_on, self.period)
        )


def _says(row: ClaimSummary, words: str) -> bool:
    return words in row.text.casefold() or words in row.verbatim.casefold()


def stances_of(row: ClaimSummary) -> frozenset[str]:
    """Return the stances that origins have on a claim, a person's before the suggested one; "none" where there is none.

    What is unrelated is none.
    """
    counted = {Stance.CORROBORATES: row.corroborates, Stance.CONFLICTS: row.conflicts, Stance.RELATED: row.related}
    return frozenset(str(stance) for stance, origins in counted.items() if origins) or frozenset([NO_EVIDENCE])


def is_dated(iso: str) -> bool:
    """Tell whether a list says when something was said; one of several days is not known."""
    return bool(iso) and not iso.startswith("[")


def _overlaps(iso: str, period: DateValue) -> bool:
    """Tell whether a date or an interval as lists write it has a day in common with a period; open ends reach far."""
    if not is_dated(iso):
        return False
    start, _, end = iso.partition("/")
    first, last = (period.start or date.min).isoformat(), (period.end or date.max).isoformat()
    return (start == OPEN_END or start <= last) and ((end or start) == OPEN_END or (end or start) >= first)


OPEN_END = ".."
"""How ISO 8601-2 writes an end that is not known."""


def select(rows: Iterable[ClaimSummary], wanted: Filter) -> list[ClaimSummary]:
    """Return the rows that fit every part of the filter, in their order."""
    return list(filter(wanted.fits, rows))
