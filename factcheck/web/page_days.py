"""What is doubtful of the day of a page, once all that tells it was looked at. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.corpus.records import HAS_A_DATE, encodable, no_date, parse_date, two_days
from factcheck.corpus.undated import BY_ADDRESS
from factcheck.domain import Document, Problem
from factcheck.web.markup import Markup


def is_to_come(day: date | None, at: date | None) -> bool:
    """Whether a day of release lies behind the day on which a page was had: it may be the next day elsewhere."""
    return day is not None and at is not None and day > at + timedelta(days=1)


def with_date_doubts(
    problems: list[Problem], documents: tuple[Document, ...], markup: Markup, *, url: str, at: date | None
) -> Iterator[Problem]:
    """Yield the problems and what is doubtful of the day that the markup gives; none of it where a day is known."""
    day = documents[0].source.published if len(documents) == 1 else None
    known = day is not None
    yield from (
        problem
        for problem in problems
        if not (known and problem.reason.startswith(HAS_A_DATE))
        and not (problem.reason.startswith(BY_ADDRESS) and str(day) not in problem.reason)
    )
    if known or any(problem.reason.startswith(HAS_A_DATE) for problem in problems):
        return
    said = next((article.published for article in markup.articles), "")
    if doubt := two_days(said, url) or no_date(said, url):
        yield doubt
    elif is_to_come(parse_date(said), at):
        reason = f"{HAS_A_DATE} is yet to come ({said.strip()[:40]!r}); it is kept without one"
        yield Problem(path=url, reason=encodable(reason), remedy="look for the day on the page")
