"""What people wrote, as it leaves a workspace in any report: withheld where it names a source that may not be named.

The rule is the dossier's (`dossier.scanning`), made once for each article of which somebody wrote something. The
workspace itself shows all words.
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
    Leave,
    has_words,
    is_withheld,
    record_leaving,
    row_leaving,
    view_leaving,
)

if TYPE_CHECKING:
    from factcheck.reports.dossier.redaction import Redaction
    from factcheck.workbench import Workbench
    from factcheck.workbench.dossier.scanning import NamedAnywhere

GIVEN = "given name of somebody in a confidential document; it leaves with exports: leave it out if it is theirs"
_REMEMBERED = 1024
"""Texts of which is known whether they tell: a report goes through its rows several times."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """What may not leave of an article. `public`: the sources that words name and that the article names, too.

    `given`: the given names of people in confidential papers that words have alone.
    """

    redaction: Redaction
    leave: Leave
    public: Callable[[str], tuple[str, ...]]
    given: Callable[[str], tuple[str, ...]]


class OwnWords:
    """The words of people in one report. `withheld`: the claims (ids) of which some did not leave.

    `cut`: those with a path in them, of which the file's name left and not its folders; `uncited`: those that rest on a
    source which is left out; `given`: the given names of people in confidential papers that left.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._rules: dict[str, _Rule] = {}
        self._known: NamedAnywhere | None = None
        self.withheld: set[str] = set()
        self.cut: set[str] = set()
        self.uncited: set[str] = set()
        self.given: set[str] = set()

    def tells(self, article: str) -> Callable[[str], bool]:
        """Return what tells whether words on a claim of an article name a source that may not be named."""
        return self._rule(article).redaction.tells

    def warnings(self, article: str, written: Mapping[str, str]) -> tuple[str, ...]:
        """Say to whoever wrote something (what it is -> the words) on a claim of an article what becomes of it.

        That it will be withheld; or that it names such a source, and leaves, since the article has the name, too.
        """
        return tuple(self._warnings(self._rule(article), written))

    def ready(self, article: str) -> Callable[[Mapping[str, str]], tuple[str, ...]]:
        """Return `warnings` of an article with all that it looks at read: it needs no database any more."""
        rule = self._rule(article)
        rule.redaction.tells("Somebody")  # reads the papers
        return lambda written: tuple(self._warnings(rule, written))

    def _warnings(self, rule: _Rule, written: Mapping[str, str]) -> Iterator[str]:
        for what, text in written.items():
            if text and rule.redaction.tells(text):
                yield f"the {what} names a confidential source and will be withheld from exports"
            elif text and (names := rule.public(text)):
                yield (
                    f"the {what} names {', '.join(names)}, a confidential source; the article has the name, too, so it"
                    " leaves with exports: do not write there who told it"
                )
            elif text and (given := rule.given(text)):
                yield f"the {what} has {', '.join(given)}, {GIVEN}"

    def rows(self, rows: Iterable[ClaimSummary]) -> Iterator[ClaimSummary]:
        """Yield rows of the claim list as they may leave."""
        return map(self.row, rows)

    def told_in(self, about: About, rows: Iterable[ClaimSummary], worded: Iterable[str]) -> About:
        """Return what a report of rows says of itself, with how many of them have words that do not leave.

        `worded`: the articles (ids) with a row that has words of a person's own; of the others no rule is made.
        """
        if not any(self._rule(article).redaction.is_needed for article in worded):
            return about
        told = {row.id for row in rows if row.id in self.withheld}  # noted while a row is made
        return replace(about, aside=replace(about.aside, withheld=len(told)))

    def row(self, row: ClaimSummary) -> ClaimSummary:
        """Return a row of the claim list as it may leave."""
        if not has_words(row):
            return row
        left = row_leaving(row, self._rule(row.article).leave)
        if left is not row:
            (self.withheld if is_withheld(left) else self.cut).add(row.id)
        return left

    def records(self, records: Iterable[Any]) -> Iterator[Any]:
        """Yield records of a list, each with the row (`claim`) that it is of, as they may leave."""
        for one in records:
            yield record_leaving(one, self._rule(one.claim.article).leave)

    def view(self, view: ClaimView) -> ClaimView:
        """Return a claim as it may leave, but for what is its sources' (`disclosure`)."""
        words = _Noted(self._rule(view.summary.article).leave)
        left = view_leaving(view, words)
        if words.withheld or words.cut:
            (self.withheld if words.withheld else self.cut).add(view.claim.id)
        return left

    def events(self, view: ClaimView, events: Sequence[Event]) -> Sequence[Event]:
        """Return the history of a claim as it may leave."""
        rule = self._rule(view.summary.article)
        return [replace(one, body=rule.redaction.shown(one)[0]) for one in events]

    def _rule(self, article: str) -> _Rule:
        if article not in self._rules:
            self._rules[article] = self._made(article)
        return self._rules[article]

    def _made(self, article: str) -> _Rule:
        from factcheck.workbench.dossier.scanning import named_anywhere, redaction_of, scan_hidden, sources_named

        self._known = self._known or named_anywhere(self._bench)
        found = scan_hidden(self._bench, article)
        named = sources_named(self._bench, found, self._known)
        rule = replace(redaction_of(self._bench, found, self._known, named), instead=WITHHELD)
        public = named.public if named else lambda _: ()
        given = named.given if named else lambda _: ()

        def leave(text: str) -> str:
            left = rule.own_words(text)
            if left == text and text:
                self.given.update(given(text))
            return left

        return _Rule(rule, lru_cache(_REMEMBERED)(leave), public, given)


class _Noted:
    """What of texts may leave, and whether any was withheld, or left without the folders of a path."""

    def __init__(self, leave: Leave) -> None:
        self._leave = leave
        self.withheld = self.cut = False

    def __call__(self, text: str) -> str:
        left = self._leave(text)
        if left != text:
            self.withheld = self.withheld or left == WITHHELD
            self.cut = self.cut or left != WITHHELD
        return left
