"""The claim list as a table for a terminal: one line a claim, aligned in cells, no wider than it is told.

Marks are letters, never colour alone. What is cut ends in `...`; the other formats have it in full.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from factcheck.domain import ArticleSummary, ClaimSummary, Rating, ReviewState
from factcheck.reports.cells import counted, cut, fit, pad, shown_line, width, wrap
from factcheck.reports.claim_list import (
    BYPASSED,
    MARKS,
    SELF_SIGNED,
    Aside,
    count,
    is_bypassed,
    is_conflicting,
    is_self_signed,
    signature_mark,
)

NARROW_WIDTH = 60
"""Below, claimant, date and evidence are left out, so that the claim itself has room."""
MINIMAL_WIDTH = 32
"""A table is never made narrower: below, a claim would have no room even so."""

CLAIMANT_SHARE = 6
"""A claimant gets at most one part in so many of the width (13 cells of 80: a name, not a title)."""

SOURCE_LOST = "^"
"""The mark of a verdict that rests on a source which has changed or is gone since, on every list."""
UNLIMITED = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table is laid out: `columns` wide, or with `wide` as wide as its longest claim. `aside`: left out."""

    columns: int = 80
    wide: bool = False
    aside: Aside | None = None


def claim_table(
    rows: Sequence[ClaimSummary],
    articles: Iterable[ArticleSummary],
    ratings: Sequence[Rating],
    layout: Layout,
) -> Iterator[str]:
    """Yield the lines of the table, each with its newline: counts, claims under their article, legend."""
    known = {article.id: article for article in articles}
    columns = _columns(rows, {r.id: r.letter for r in ratings}, layout, by_article=_in_runs(rows))
    total = UNLIMITED if layout.wide else max(layout.columns, MINIMAL_WIDTH)
    yield from _lines(wrap(_headline(rows, layout.aside), total))
    fitted = [_fitted_cells(c) for c in columns]
    current = ""
    for row, cells in zip(rows, zip(*fitted, strict=True), strict=True):
        if row.article != current and not any(c.title == "article" for c in columns):
            current = row.article
            yield _article_line(known.get(current), current, total)
            yield _line([pad(c.title, c.width, right=c.right) for c in columns])
        elif not current:
            current = row.article
            yield _line([pad(c.title, c.width, right=c.right) for c in columns])
        yield _line(cells)
    yield from _lines(wrap(_legend(rows, ratings), total))


@lru_cache(4096)
def _name(text: str, limit: int) -> str:
    """Show the start of a name; claimants repeat down a list of ten thousand."""
    return shown_line(text, limit)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its cells from the first row to the last, not fitted yet."""

    title: str
    width: int
    cells: Sequence[str]
    right: bool = False


def _fitted_cells(column: _Column) -> list[str]:
    """The cells of a column, each as wide as the column; most columns say the same of many claims."""
    fitted = {text: fit(text, column.width, right=column.right) for text in set(column.cells)}
    return [fitted[text] for text in column.cells]


def _columns(
    rows: Sequence[ClaimSummary], letters: Mapping[str, str], layout: Layout, *, by_article: bool
) -> list[_Column]:
    total = max(layout.columns, MINIMAL_WIDTH)
    claimant_limit = UNLIMITED if layout.wide else total // CLAIMANT_SHARE
    columns = [
        _fitted("no", [str(row.number) for row in rows], right=True),
        _Column("mark", 5 + any(row.source_state for row in rows), [_mark(row, letters) for row in rows]),
        _fitted("evid.", [f"+{row.corroborates} -{row.conflicts}" for row in rows]),
        _fitted("claimant", [_name(row.claimant, 100) for row in rows], limit=claimant_limit),
        _fitted("said on", [short_date(row.said_on) for row in rows]),
    ]
    if total < NARROW_WIDTH and not layout.wide:
        columns = columns[:2]
    if not by_article:
        columns.insert(0, _fitted("article", [_name(row.article, 8) for row in rows]))
    used = sum(c.width + 1 for c in columns)
    if layout.wide:
        return [*columns, _fitted("claim", [shown_line(row.verbatim) for row in rows])]
    room = total - used
    return [*columns, _Column("claim", room, [shown_line(row.verbatim, room) for row in rows])]


def _fitted(title: str, cells: Sequence[str], *, right: bool = False, limit: int = UNLIMITED) -> _Column:
    """A column as wide as its widest cell, but no wider than `limit`."""
    widest = max((width(text) for text in set(cells)), default=0)
    return _Column(title, min(limit, max(width(title), widest)), cells, right)


def _in_runs(rows: Iterable[ClaimSummary]) -> bool:
    """Tell whether the claims of each article stand together, so that one heading serves them."""
    seen: set[str] = set()
    last = ""
    for row in rows:
        if row.article != last and row.article in seen:
            return False
        seen.add(row.article)
        last = row.article
    return True


def _mark(row: ClaimSummary, letters: Mapping[str, str]) -> str:
    letter = letters.get(row.rating, "?") if row.rating else " "
    conflict = "!" if is_conflicting(row) else " "
    lost = SOURCE_LOST if row.source_state else ""
    return f"[{letter}]{conflict}{signature_mark(row)}{lost}"


@lru_cache(4096)
def short_date(iso: str) -> str:
    """Shorten an ISO 8601 date or interval: whole months and years by name, other intervals by their first day."""
    start, slash, end = iso.partition("/")
    if not slash:
        return shown_line(iso, 12)
    if start == "..":
        return f"..{end}"
    whole = _whole_period(start, end)
    return whole or f"{start}.."


def _whole_period(start: str, end: str) -> str:
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    days = calendar.monthrange(first.year, first.month)[1]
    whole_month = first.day == 1 and (last.year, last.month, last.day) == (first.year, first.month, days)
    return start[:7] if whole_month else ""


def _headline(rows: Sequence[ClaimSummary], aside: Aside | None) -> str:
    n = count(rows)
    text = f"{counted(n.claims, 'claim')}: {n.states_in_words}; {n.conflicting} with conflicting evidence unsettled"
    text += f"; not listed: {aside}" if aside and str(aside) else ""
    return f"{text}; identity asserted" if n.signed + n.stale else text


def _article_line(article: ArticleSummary | None, identifier: str, total: int) -> str:
    if article is None:
        return f"\narticle {shown_line(identifier)}\n"
    named = shown_line(article.title or article.path, 400)
    published = f", published {article.published}" if article.published else ", no date"
    tail = f" ({shown_line(article.id)}{published})"
    return "\n" + cut(cut(named, max(16, total - width(tail))) + tail, total) + "\n"


def _legend(rows: Iterable[ClaimSummary], ratings: Iterable[Rating]) -> str:
    rows = list(rows)
    used = {row.rating for row in rows}
    alone = [f"{SELF_SIGNED} self-signed"] * any(map(is_self_signed, rows))
    named = [f"[{r.letter}] {r.label}" for r in ratings if r.id in used]
    marks = [
        "[ ] no verdict",
        *named,
        "! conflicting",
        "* signed",
        *alone,
        "~ stale",
        *_stages(rows),
        *[f"{SOURCE_LOST} source changed or gone"] * any(row.source_state for row in rows),
        "+ - origins that corroborate, conflict (suggested, where nobody judged)",
    ]
    return "; ".join(marks)


def _stages(rows: Sequence[ClaimSummary]) -> list[str]:
    """Say what the marks of the states mean that not every list has."""
    always = {ReviewState.SIGNED, ReviewState.STALE}
    there = {row.review_state for row in rows} - always
    bypassed = [f"{BYPASSED} signed past the rules"] * any(map(is_bypassed, rows))
    return [*bypassed, *(f"{mark} {word}" for state, (mark, word) in MARKS.items() if state in there)]


def _line(cells: Iterable[str]) -> str:
    return " ".join(cells).rstrip() + "\n"


def _lines(texts: Iterable[str]) -> Iterator[str]:
    return (f"{text}\n" for text in texts)
