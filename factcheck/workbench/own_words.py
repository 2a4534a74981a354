"""What people wrote, as it leaves a workspace in any report: withheld where it names a source that may not be named.

The rule is the dossier's (`dossier.scanning`), made once for each article, and only where its evidence or the workspace
has something to withhold. The workspace itself shows all words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.domain import ClaimSummary, ClaimView, Event
from factcheck.reports.about import About
from factcheck.reports.own_words import WITHHELD, Tells, has_words, row_without_names, view_without_names

if TYPE_CHECKING:
    from factcheck.reports.dossier.redaction import Redaction
    from factcheck.workbench import Workbench
    from factcheck.workbench.dossier.scanning import NamedAnywhere

_REMEMBERED = 1024
"""Texts of which is known whether they tell: a report goes through its rows several times."""


def warning_of(what: str) -> str:
    """Say to whoever wrote something (a rationale, a wording) that names such a source what becomes of it."""
    return f"the {what} names a confidential source and will be withheld from exports"


class OwnWords:
    """The words of people in one report. `withheld`: the claims (ids) of which some did not leave."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._rules: dict[str, tuple[Redaction, Tells] | None] = {}
        self._known: NamedAnywhere | None = None
        self.withheld: set[str] = set()

    def tells(self, article: str) -> Tells:
        """Return what tells whether words on a claim of an article name a source that may not be named."""
        rule = self._rule(article)
        return rule[1] if rule else lambda _: False

    def rows(self, rows: Iterable[ClaimSummary]) -> Iterator[ClaimSummary]:
        """Yield rows of the claim list as they may leave."""
        return map(self.row, rows)

    def told_in(self, about: About, rows: Iterable[ClaimSummary]) -> About:
        """Return what a report of rows says of itself, with how many of them have words that do not leave."""
        if not any(self._rule(article.id) for article in about.stamp.articles):
            return about
        told = {row.id for row in rows if row.id in self.withheld}  # noted while a row is made
        return replace(about, aside=replace(about.aside, withheld=len(told)))

    def row(self, row: ClaimSummary) -> ClaimSummary:
        """Return a row of the claim list as it may leave."""
        rule = self._rule(row.article) if has_words(row) else None
        left = row_without_names(row, rule[1]) if rule else row
        self._note(row.id, changed=left is not row)
        return left

    def view(self, view: ClaimView) -> ClaimView:
        """Return a claim as it may leave, but for what is its sources' (`disclosure`)."""
        rule = self._rule(view.summary.article)
        left = view_without_names(view, rule[1]) if rule else view
        self._note(view.claim.id, changed=left != view)
        return left

    def events(self, view: ClaimView, events: Sequence[Event]) -> Sequence[Event]:
        """Return the history of a claim as it may leave."""
        rule = self._rule(view.summary.article)
        return [replace(one, body=rule[0].shown(one)[0]) for one in events] if rule else events

    def _note(self, claim: str, *, changed: bool) -> None:
        if changed:
            self.withheld.add(claim)

    def _rule(self, article: str) -> tuple[Redaction, Tells] | None:
        if article not in self._rules:
            self._rules[article] = self._made(article)
        return self._rules[article]

    def _made(self, article: str) -> tuple[Redaction, Tells] | None:
        from factcheck.workbench.dossier.scanning import named_anywhere, redaction_of, scan_hidden

        self._known = self._known or named_anywhere(self._bench)
        found = scan_hidden(self._bench, article)
        rule = replace(redaction_of(self._bench, found, self._known), instead=WITHHELD)
        return (rule, lru_cache(_REMEMBERED)(rule.tells)) if rule.is_needed else None
