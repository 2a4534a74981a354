"""Which claims are shown, in which order, and where a searched text stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain import LISTED, CitedStatus, ClaimSummary, Evidence, ReviewState
from factcheck.reports.marks import is_conflicting

ANY = ""
NOT_SIGNED = "not signed"
NO_VERDICT = "none"
NOBODY = "nobody"
STATUSES = (ANY, NOT_SIGNED, *LISTED)
CITED = {"cited source unreachable": CitedStatus.UNREACHABLE, "cited source silent": CitedStatus.SILENT}


class Order(StrEnum):
    """How the claims are ordered."""

    ARTICLE = "article order"
    WORTH = "check-worthiness"
    CONFLICTS = "conflicts first"

    @property
    def following(self) -> Order:
        """The next one, round and round."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a claim must be to be shown; an empty field asks for nothing."""

    status: str = ANY
    verdict: str = ANY
    evidence: str = ANY
    claimant: str = ANY
    assigned: str = ANY
    article: str = ANY
    text: str = ANY

    def fits(self, row: ClaimSummary) -> bool:
        """Tell whether a claim is shown."""
        return (
            (not self.status or _has_status(row, self.status))
            and (not self.verdict or row.rating == ("" if self.verdict == NO_VERDICT else self.verdict))
            and (not self.evidence or _has_evidence(row, self.evidence))
            and (not self.claimant or row.claimant == self.claimant)
            and (not self.assigned or row.assigned == ("" if self.assigned == NOBODY else self.assigned))
            and (not self.article or row.article == self.article)
            and (not self.text or holds(f"{row.text}\n{row.verbatim}\n{row.claimant}", self.text))
        )

    def __str__(self) -> str:
        verdict = "no verdict" if self.verdict == NO_VERDICT else self.verdict
        text = f'"{self.text}"' if self.text else ""
        to = f"assigned to {self.assigned}" if self.assigned else ""
        return ", ".join(filter(None, (self.status, verdict, self.evidence, self.claimant, to, self.article, text)))


def holds(text: str, wanted: str) -> bool:
    """Tell whether a text holds another. Smart case: capitals count only if the searched text has some."""
    return wanted in (text if wanted != wanted.lower() else text.lower())


def is_to_do(row: ClaimSummary) -> bool:
    """Tell whether work is left: a claim that is not signed, or whose signature is stale."""
    return row.review_state != ReviewState.SIGNED


def is_undecided(row: ClaimSummary) -> bool:
    """Tell whether a checker's work is left: no verdict, and nothing that stands for one."""
    return not row.rating and row.review_state in {ReviewState.EXTRACTED, ReviewState.ASSIGNED, ReviewState.RETURNED}


def chosen(rows: Sequence[ClaimSummary], wanted: Filter, order: Order) -> list[int]:
    """Return the indexes of the rows to show, in order."""
    found = [index for index, row in enumerate(rows) if wanted.fits(row)]
    if order is Order.WORTH:
        found.sort(key=lambda index: -rows[index].check_worthiness)
    elif order is Order.CONFLICTS:
        found.sort(key=lambda index: (not is_conflicting(rows[index]), -rows[index].conflicts))
    return found


def words_of_row(row: ClaimSummary) -> str:
    """Return what a claim is searched in."""
    return f"{row.number} {row.text}\n{row.verbatim}\n{row.claimant}\n{row.rationale}"


def words_of_evidence(item: Evidence) -> str:
    """Return what a piece of evidence is searched in."""
    source = item.candidate.source
    return f"{source.publisher} {source.title} {item.candidate.locator}\n{item.candidate.passage.text}"


def claimants(rows: Iterable[ClaimSummary]) -> tuple[str, ...]:
    """Return who claims something, the most frequent first."""
    counts: dict[str, int] = {}
    for row in rows:
        if row.claimant:
            counts[row.claimant] = counts.get(row.claimant, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def checkers(rows: Iterable[ClaimSummary], user: str) -> tuple[str, ...]:
    """Return to whom claims are assigned, the user first."""
    return (user, *sorted({row.assigned for row in rows if row.assigned} - {user}))


def _has_status(row: ClaimSummary, status: str) -> bool:
    return is_to_do(row) if status == NOT_SIGNED else row.review_state == status


_EVIDENCE: Mapping[str, Callable[[ClaimSummary], bool]] = {
    "corroborates": lambda row: row.corroborates > 0,
    "conflicts": lambda row: row.conflicts > 0,
    "both": lambda row: row.corroborates > 0 and row.conflicts > 0,
    "nothing found": lambda row: row.was_searched and row.corroborates == row.conflicts == row.related == 0,
    "not searched": lambda row: not row.was_searched,
    "unjudged": lambda row: row.judged == 0,
}
EVIDENCE = (ANY, *_EVIDENCE, *CITED)


def _has_evidence(row: ClaimSummary, wanted: str) -> bool:
    return row.cited_source is CITED[wanted] if wanted in CITED else _EVIDENCE[wanted](row)
