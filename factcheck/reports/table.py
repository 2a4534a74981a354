"""The claim list as a table for a terminal: one line a claim, aligned in cells, no wider than it is told.

Marks are letters, never colour alone. What is cut ends in `...`; the other formats have it in full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from factcheck.domain import ArticleSummary, ClaimSummary, Rating
from factcheck.reports.aside import Aside
from factcheck.reports.cells import counted, cut, pad, shown_line, width, wrap
from factcheck.reports.claim_counts import Counts, count
from factcheck.reports.ordering import NOBODY, Group, group_of
from factcheck.reports.standing import SIGNS
from factcheck.reports.table_columns import (
    CITED_LOST,
    RATED_BEFORE,
    REWORDED,
    SOURCE_LOST,
    UNLIMITED,
    UNSEARCHED,
    Column,
    Layout,
    Survey,
    chosen_specs,
    fitted,
    has_evidence,
    usual_specs,
)
from factcheck.review.scale import shown_as


def claim_table(
    rows: Iterable[ClaimSummary],
    articles: Iterable[ArticleSummary],
    ratings: Sequence[Rating],
    layout: Layout,
) -> Iterator[str]:
    """Yield the lines of the table, each with its newline: counts, claims under their article or group, legend.

    The rows are gone through twice: once for the widths, once for the lines; they need not stand in memory.
    """
    survey = Survey(layout.group)
    chosen = layout.about.columns if layout.about else ()
    specs = chosen_specs(layout.about, chosen) if layout.about and chosen else usual_specs(ratings, layout)
    for some in _in_batches(rows):
        survey.look_at(some)
        for spec in specs:
            spec.look_at(some)
    counts = layout.about.counts if layout.about else count(rows)
    total = UNLIMITED if layout.wide else layout.total
    yield from _lines(wrap(_headline(counts, layout.about.aside if layout.about else None), total))
    headings = _headings({article.id: article for article in articles}, layout, survey, total)
    yield from _body(rows, fitted(specs, layout, survey), headings)
    yield from _lines(wrap(_legend(survey, counts, ratings, layout), total))
    if layout.about:
        yield from _lines(wrap(f"state: {shown_line(str(layout.about.stamp))}", total))


_BATCH = 1000


def _in_batches(rows: Iterable[ClaimSummary]) -> Iterator[Sequence[ClaimSummary]]:
    left = iter(rows)
    while some := tuple(islice(left, _BATCH)):
        yield some


@dataclass(frozen=True, slots=True)
class _Headings:
    """Of a row: what tells its group from others, and the line above the group ("" for none)."""

    name: Callable[[ClaimSummary], str]
    line: Callable[[ClaimSummary], str]


def _headings(known: Mapping[str, ArticleSummary], layout: Layout, survey: Survey, total: int) -> _Headings:
    group = layout.group
    if group and group is not Group.ARTICLE:

        def titled(row: ClaimSummary) -> str:
            name = group_of(row, group)
            title = f"{group}: {shown_line(name, 400) or NOBODY} ({counted(survey.groups[name], 'claim')})"
            return f"\n{cut(title, total)}\n"

        return _Headings(lambda row: group_of(row, group), titled)
    if not survey.in_runs:
        return _Headings(lambda _: "one", lambda _: "")
    return _Headings(lambda row: row.article, lambda row: _article_line(known.get(row.article), row.article, total))


def _body(rows: Iterable[ClaimSummary], columns: Sequence[Column], headings: _Headings) -> Iterator[str]:
    current: str | None = None
    header = _line([pad(c.title, c.width, right=c.right) for c in columns])
    cells = [column.cell for column in columns]
    for row in rows:
        name = headings.name(row)
        if name != current:
            current = name
            yield from filter(None, (headings.line(row), header))
        yield _line([cell(row) for cell in cells])


def _headline(n: Counts, aside: Aside | None) -> str:
    text = f"{counted(n.claims, 'claim')}: {n.states_in_words}; {n.conflicting} with conflicting evidence unsettled"
    text += f"; not listed: {aside}" if aside and str(aside) else ""
    return f"{text}; identity {n.identity}" if n.signed + n.stale else text


def _article_line(article: ArticleSummary | None, identifier: str, total: int) -> str:
    if article is None:
        return f"\narticle {shown_line(identifier)}\n"
    named = shown_line(article.title or article.path, 400)
    published = f", published {article.published}" if article.published else ", no date"
    tail = f" ({shown_line(article.id)}{published})"
    return "\n" + cut(cut(named, max(16, total - width(tail))) + tail, total) + "\n"


def _legend(survey: Survey, n: Counts, ratings: Iterable[Rating], layout: Layout) -> str:
    """Say what the marks mean that are shown; columns that were asked for have none."""
    if layout.about and layout.about.columns:
        return ""
    scale = {rating.id: rating for rating in ratings}
    order = {name: place for place, name in enumerate(scale)}
    rows = sorted(survey.ratings.values(), key=lambda row: order.get(row.rating, len(order)))
    named = dict.fromkeys(_named(row, scale) for row in rows)
    marks = [
        *["[ ] no verdict"] * survey.unjudged,
        *named,
        *["! conflicting"] * survey.conflicting,
        *[f"{mark} {means}" for mark, means in SIGNS.items() if mark in survey.signatures],
        *[f"{REWORDED} another wording open, or not in the text"] * bool(n.wordings),
        *[f"{RATED_BEFORE} rated in the words before"] * survey.rated,
        *[f"{SOURCE_LOST} source changed or gone"] * survey.lost,
        *[f"{CITED_LOST} the writer's own source is unreachable"] * survey.cited_lost,
        *["+ - origins that corroborate, conflict (suggested, where nobody judged)"] * has_evidence(layout),
        *[f"{UNSEARCHED} not searched yet"] * (survey.unsearched and has_evidence(layout)),
    ]
    return "; ".join(marks)


def _named(row: ClaimSummary, scale: Mapping[str, Rating]) -> str:
    """Say what the letter of a row's rating means, and where it no longer does."""
    letter, label, _ = shown_as(row, scale)
    return f"[{letter}] {shown_line(label)}"


def _line(cells: Iterable[str]) -> str:
    return " ".join(cells).rstrip() + "\n"


def _lines(texts: Iterable[str]) -> Iterator[str]:
    return (f"{text}\n" for text in texts)
