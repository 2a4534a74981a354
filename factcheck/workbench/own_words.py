"""What people wrote, as it leaves a workspace in any report: withheld where it names a source that may not be named.

The rule is the dossier's (`dossier.scanning`), made once for each article, and only where its evidence or the workspace
has something to withhold. The workspace itself shows all words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factcheck.domain import ClaimSummary, ClaimView, Event
from factcheck.reports.about import About
from factcheck.reports.own_words import (
    WITHHELD,
    Tells,
    has_words,
    record_without_names,
    row_without_names,
    view_without_names,
)

if TYPE_CHECKING:
    from factcheck.reports.dossier.redaction import Redaction
    from factcheck.workbench import Workbench
    from factcheck.workbench.dossier.scanning import NamedAnywhere

_REMEMBERED = 1024
"""Texts of which is known whether they tell: a report goes through its rows several times."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """What may not leave of an article. `public`: the sources that words name and that the article names, too."""

    redaction: Redaction
    tells: Tells
    public: Callable[[str], tuple[str, ...]]


class OwnWords:
    """The words of people in one report. `withheld`: the claims (ids) of which some did not leave."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._rules: dict[str, _Rule | None] = {}
        self._known: NamedAnywhere | None = None
        self.withheld: set[str] = set()

    def tells(self, article: str) -> Tells:
        """Return what tells whether words on a claim of an article name a source that may not be named."""
        rule = self._rule(article)
        return rule.tells if rule else lambda _: False

    def warnings(self, article: str, written: Mapping[str, str]) -> tuple[str, ...]:
        """Say to whoever wrote something (what it is -> the words) on a claim of an article what becomes of it.

        That it will be withheld; or that it names such a source, and leaves, since the article has the name, too.
        """
        rule = self._rule(article)
        return tuple(self._warnings(rule, written)) if rule else ()

    def ready(self, article: str) -> Callable[[Mapping[str, str]], tuple[str, ...]]:
        """Return `warnings` of an article with all that it looks at read: it needs no database any more."""
        rule = self._rule(article)
        if rule:
            rule.tells("Somebody")  # reads the papers
        return lambda written: tuple(self._warnings(rule, written)) if rule else ()

    def _warnings(self, rule: _Rule, written: Mapping[str, str]) -> Iterator[str]:
        for what, text in written.items():
            if text and rule.tells(text):
                yield f"the {what} names a confidential source and will be withheld from exports"
            elif text and (names := rule.public(text)):
                yield (
                    f"the {what} names {', '.join(names)}, a confidential source; the article has the name, too, so it"
                    " leaves with exports: do not write there who told it"
                )

    def rows(self, rows: Iterable[ClaimSummary]) -> Iterator[ClaimSummary]:
        """Yield rows of the claim list as they may leave."""
        return map(self.row, rows)

    def told_in(self, about: About, rows: Iterable[ClaimSummary], worded: Iterable[str]) -> About:
        """Return what a report of rows says of itself, with how many of them have words that do not leave.

        `worded`: the articles (ids) with a row that has words of a person's own; of the others no rule is made.
        """
        if not any(map(self._rule, worded)):
            return about
        told = {row.id for row in rows if row.id in self.withheld}  # noted while a row is made
        return replace(about, aside=replace(about.aside, withheld=len(told)))

    def row(self, row: ClaimSummary) -> ClaimSummary:
        """Return a row of the claim list as it may leave."""
        rule = self._rule(row.article) if has_words(row) else None
        if rule is None:
            return row
        left = row_without_names(row, rule.tells)
        self._note(row.id, changed=left is not row)
        return left

    def records(self, records: Iterable[Any]) -> Iterator[Any]:
        """Yield records of a list, each with the row (`claim`) that it is of, as they may leave."""
        for one in records:
            rule = self._rule(one.claim.article)
            yield record_without_names(one, rule.tells) if rule else one

    def view(self, view: ClaimView) -> ClaimView:
        """Return a claim as it may leave, but for what is its sources' (`disclosure`)."""
        rule = self._rule(view.summary.article)
        left = view_without_names(view, rule.tells) if rule else view
        self._note(view.claim.id, changed=left != view)
        return left

    def events(self, view: ClaimView, events: Sequence[Event]) -> Sequence[Event]:
        """Return the history of a claim as it may leave."""
        rule = self._rule(view.summary.article)
        return [replace(one, body=rule.redaction.shown(one)[0]) for one in events] if rule else events

    def _note(self, claim: str, *, changed: bool) -> None:
        if changed:
            self.withheld.add(claim)

    def _rule(self, article: str) -> _Rule | None:
        if article not in self._rules:
            self._rules[article] = self._made(article)
        return self._rules[article]

    def _made(self, article: str) -> _Rule | None:
        from factcheck.workbench.dossier.scanning import named_anywhere, redaction_of, scan_hidden, sources_named

        self._known = self._known or named_anywhere(self._bench)
        found = scan_hidden(self._bench, article)
        named = sources_named(self._bench, found, self._known)
        rule = replace(redaction_of(self._bench, found, self._known, named), instead=WITHHELD)
        public = named.public if named else lambda _: ()
        return _Rule(rule, lru_cache(_REMEMBERED)(rule.tells), public) if rule.is_needed else None
