"""What the annotated copy needs of a workspace: articles, their claims, and what was found and decided on each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from factcheck.domain import ArticleSummary, ClaimSummary, ClaimView, Event, Rating, Revision, Sentence
from factcheck.reports.about import About
from factcheck.reports.copy.pieces import Place, marked_sentences
from factcheck.reports.copy.rendering import ArticleCopy, Desk, Mark, Told, annotated_copy, article_copy
from factcheck.reports.disclosure import leaving_view
from factcheck.review.hand import OF_REVISIONS
from factcheck.stance.matrix.facets import FacetMatrix
from factcheck.workbench.facets import seen_facets
from factcheck.workbench.folding import history_among
from factcheck.workbench.looking_up import looked_up
from factcheck.workbench.statistics import Log, corrections_of, time_to_sign
from factcheck.workbench.views import AT_ONCE, views

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.own_words import OwnWords


class Seen(NamedTuple):
    """What a reader may see of a claim, of its history, and of its facets."""

    view: ClaimView
    events: Sequence[Event]
    matrix: FacetMatrix


Seeing = Callable[[Iterable[ClaimView]], Iterator[Seen]]
"""Makes of each claim what a reader may see of it."""


def copy_of(bench: Workbench, rows: Iterable[ClaimSummary], about: About, seen: Seeing) -> Iterator[str]:
    """Yield the annotated copy of the articles that are shown, with the claims that are listed.

    `seen`: what is withheld: `leaving`, or more.

    Raises:
        StateError: what writes it is not installed.
    """
    articles = _by_article(rows, about)
    copies = (_copy(bench, article, place, listed, seen) for place, (article, listed) in enumerate(articles, start=1))
    titles = [article.title or f"Article {article.id}" for article, _ in articles]
    return annotated_copy(copies, titles, about)


def leaving(bench: Workbench, words: OwnWords, whole: Iterable[ClaimView]) -> Iterator[Seen]:
    """Yield of claims what may leave in any report."""
    waiting = iter(whole)
    of_revisions: dict[str, list[Event]] = {}
    while some := list(islice(waiting, AT_ONCE)):
        of_claims = bench.store.events_of([view.claim.id for view in some])
        for view in some:
            if view.revision not in of_revisions:
                of_revisions[view.revision] = list(bench.store.events(subject=view.revision, kinds=OF_REVISIONS))
            own, others = of_claims[view.claim.id], of_revisions[view.revision]
            events = history_among(bench.store, view.claim.id, own, others)
            yield Seen(words.view(leaving_view(view)), words.events(view, events), seen_facets(view))


def docx_of(bench: Workbench, rows: Iterable[ClaimSummary], about: About, words: OwnWords) -> bytes:
    """Return the articles that are shown as a Word document, with a comment at each claim that is listed.

    Raises:
        StateError: what writes it is not installed.
    """
    from factcheck.reports.as_docx import Commented, articles_as_docx

    def commented(article: ArticleSummary, listed: Iterable[ClaimSummary]) -> Commented:
        whole = list(views(bench, (row.id for row in listed)))
        shown = tuple(words.view(leaving_view(view)) for view in whole)
        return Commented(bench.revision(article.revision), shown, {one.claim.id: looked_up(one) for one in whole})

    return articles_as_docx((commented(article, listed) for article, listed in _by_article(rows, about)), about)


def _by_article(rows: Iterable[ClaimSummary], about: About) -> list[tuple[ArticleSummary, list[ClaimSummary]]]:
    """Return the articles that are shown, each with its claims that are listed."""
    shown = {one.id for one in about.stamp.articles}
    listed: dict[str, list[ClaimSummary]] = {article.id: [] for article in about.articles if article.id in shown}
    for row in rows:
        if row.article in listed:
            listed[row.article].append(row)
    return [(article, listed[article.id]) for article in about.articles if article.id in shown]


def _copy(bench: Workbench, article: ArticleSummary, place: int, rows: list[ClaimSummary], seen: Seeing) -> ArticleCopy:
    revision = bench.revision(article.revision)
    found = seen(views(bench, (row.id for row in rows)))
    return article_shown(place, revision, bench.sentences(revision.id), rows, found, bench.ratings, bench.store)


def article_shown(
    place: int,
    revision: Revision,
    sentences: Sequence[Sentence],
    rows: Sequence[ClaimSummary],
    seen: Iterator[Seen],
    ratings: Sequence[Rating],
    log: Log,
) -> ArticleCopy:
    """Return an article as the copy shows it, the `place`th of those in it. `seen`: of each of the `rows`, in order."""
    keys = {f"{place}-{row.number}": row for row in rows}
    places = [Place(start=row.start, end=row.end, key=key) for key, row in keys.items()]
    marked = tuple(marked_sentences(revision.text, sentences, places))
    desk = Desk(signing=time_to_sign(log, rows), corrections=corrections_of(log, [revision.id]))
    return article_copy(f"a{place}", revision, marked, keys, lambda marks: _told(keys, marks, seen), ratings, desk)


def _told(keys: Iterable[str], marks: Mapping[str, Mark], seen: Iterator[Seen]) -> Iterator[Told]:
    for key, (view, events, matrix) in zip(keys, seen, strict=True):
        yield Told(
            mark=marks[key],
            view=view,
            matrix=matrix,
            events=events,
            names={item.id: view.state.name_of(item.id) for item in view.evidence},
        )
