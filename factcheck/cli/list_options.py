"""What a claim list is asked for on the command line, and what that means to the workbench."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.moments import moment
from factcheck.domain import ArticleSummary, DateValue, ReviewState
from factcheck.reports.filters import Filter
from factcheck.reports.gates import Gate
from factcheck.reports.named import articles_named, ratings_named
from factcheck.reports.ordering import NOBODY, Group, Order
from factcheck.review.triage import tag_named
from factcheck.text.dates.iso_dates import read_iso_date

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.listing import Wanted

WITH_COLUMNS = ("table", "csv", "xlsx", "md")
FORMATS = ("table", "json", "jsonl", "csv", "xlsx", "md", "html", "docx", "claimreview", "annotations")


class Gates(click.ParamType[tuple[Gate, ...]]):
    """One gate or several, separated by commas."""

    name = "gates"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Gate, ...]:  # noqa: ANN401 - click's own
        """Read the gates, or say which there are."""
        if isinstance(value, tuple):
            return value
        try:
            return tuple(Gate(word.strip()) for word in value.split(","))
        except ValueError:
            self.fail(f"{value!r}: expected {', '.join(Gate)}", param, ctx)


class Period(click.ParamType[DateValue | str]):
    """A day, a month, a year, an interval of them, or `none`."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> DateValue | str:  # noqa: ANN401 - click's own
        """Read the period, or say how one is written."""
        if isinstance(value, DateValue):
            return value
        if value == NOBODY:
            return NOBODY
        found = read_iso_date(value)
        if found is None:
            self.fail(f"{value!r}: expected 2024-11-14, 2024-11, 2024, 2024-11-01/2024-11-14 or none", param, ctx)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line asked for."""

    article: tuple[str, ...]
    state: tuple[str, ...]
    verdict: tuple[str, ...]
    stance: tuple[str, ...]
    claimant: str
    checker: tuple[str, ...]
    reviewer: tuple[str, ...]
    date: DateValue | str | None
    text: str
    since: str
    tags: tuple[str, ...]
    wording: tuple[str, ...]
    changes: bool
    uncited: bool
    cited_silent: bool
    cited_unreachable: bool
    sort: str
    reverse: bool
    group: str | None
    columns: str
    kind: str
    fail_on: tuple[tuple[Gate, ...], ...]
    facets: bool
    wide: bool
    output: str | None
    force: bool


def check_options(wanted: Asked) -> None:
    """Refuse options that do not go together, and a file that is there, before anything is read."""
    if wanted.columns and wanted.kind not in WITH_COLUMNS:
        raise click.UsageError(f"--columns is for {', '.join(WITH_COLUMNS)}: {wanted.kind} has every column")
    if wanted.force and not wanted.output:
        raise click.UsageError("--force needs --output FILE")
    if wanted.output:
        from pathlib import Path

        from factcheck.cli.target import check_free

        check_free(Path(wanted.output), force=wanted.force)


def wanted_of(bench: Workbench, wanted: Asked, articles: Sequence[ArticleSummary]) -> Wanted:
    """Return the filters, the order and the columns that are asked for.

    Raises:
        InputError: there is no such article, verdict, tag, time or column.
    """
    from factcheck.reports.columns import columns_named
    from factcheck.workbench.listing import Wanted

    fitting = Filter(
        articles=articles_named(wanted.article, articles) if wanted.article else None,
        states=frozenset(map(ReviewState, wanted.state)),
        verdicts=ratings_named(wanted.verdict, bench.ratings),
        claimant=wanted.claimant,
        text=wanted.text,
        uncited=wanted.uncited,
        cited_silent=wanted.cited_silent,
        cited_lost=wanted.cited_unreachable,
        checkers=frozenset(name.casefold() for name in wanted.checker),
        reviewers=frozenset(name.casefold() for name in wanted.reviewer),
        stances=frozenset(wanted.stance),
        period=wanted.date if isinstance(wanted.date, DateValue) else None,
        undated=wanted.date == NOBODY,
        tags=frozenset(map(tag_named, wanted.tags)),
        wordings=frozenset("" if one == NOBODY else one for one in wanted.wording),
        changes=wanted.changes,
    )
    return Wanted(
        fitting=fitting,
        order=Order(wanted.sort),
        reverse=wanted.reverse,
        group=Group(wanted.group) if wanted.group else None,
        since=moment(wanted.since, "--since"),
        columns=columns_named(wanted.columns) if wanted.columns else (),
    )
