"""What still names somebody once their words are erased: it stays in the workspace, and is withheld from what leaves.

Exports know whom to withhold by the words that are erased. So the event of erasing says which events told them, by
the same rule; nothing that it says has the name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck.domain import ERASED, Event, Evidence
from factcheck.reports.disclosure import marked_evidence
from factcheck.reports.dossier.redaction import texts_of
from factcheck.store.standing import read_marks
from factcheck.workbench.dossier.scanning import NamedAnywhere, Scan, redaction_of, sources_named
from factcheck.workbench.opening import CORPUS
from factcheck.workbench.telling_names import Papers, behind
from factcheck.workbench.withholding import contact_names

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.erasing import Personal


def naming_still(bench: Workbench, words: Sequence[Personal], names: Iterable[str] = ()) -> tuple[Event, ...]:
    """Return the events in which somebody whose words are to be erased is named in other words, which stay.

    `names`: what else the person goes by.
    """
    people = {*names, *(name for one in words if one.evidence and one.name for name in contact_names(one.name))}
    known = tuple(filter(None, (behind(name, own=False) for name in sorted(people))))
    asked = [(bench.store.claim(one.claim)[1], one.name) for one in words if one.text and one.name]
    waited = tuple((revision, name) for revision, contact in asked for name in contact_names(contact))
    anywhere = NamedAnywhere(known, Papers(_nothing), frozenset(), waited=waited)
    items = _by_article(bench, words)
    if not (known or waited or items):
        return ()
    gone = {one.words for one in words if one.text} | {ERASED}
    article_of = {one: article.id for article in bench.articles() for one in bench.store.revisions(article.id)}
    rules: dict[str, Callable[[str], bool]] = {}

    def tells(event: Event) -> bool:
        article = article_of.get(event.revision, "")
        if article not in rules:
            rules[article] = cache(_rule(bench, article, items.get(article, ()), anywhere))
        return any(map(rules[article], texts_of(event.body) - gone))

    return tuple(filter(tells, bench.store.events()))


def _by_article(bench: Workbench, words: Iterable[Personal]) -> Mapping[str, Sequence[Evidence]]:
    """Return the evidence that is to be erased, by article (id), marked as its sources are now."""
    marks = read_marks(bench.workspace / CORPUS / "documents.db")
    found: dict[str, list[Evidence]] = {}
    for one in words:
        items = (item for item in bench.store.evidence(one.claim) if item.id == one.evidence)
        for item in items if one.evidence else ():
            article = bench.revision(bench.store.claim(one.claim)[1]).article
            found.setdefault(article, []).append(marked_evidence(item, marks))
    return found


def _rule(bench: Workbench, article: str, items: Iterable[Evidence], known: NamedAnywhere) -> Callable[[str], bool]:
    """Return what tells whether words name the people (`known`) or have words of the evidence, in an article."""
    scan = Scan(revisions=tuple(map(bench.revision, bench.store.revisions(article))), marks={})
    for item in items:
        scan.take(item)
    return redaction_of(bench, scan, known, sources_named(bench, scan, known)).tells


def _nothing() -> Iterator[str]:
    return iter(())
