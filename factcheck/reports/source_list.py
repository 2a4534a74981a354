"""A source of the corpus in a list: its id, day, tier, language, title, publisher, address, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.domain import Source
from factcheck.reports.cells import shown_line, wrap
from factcheck.reports.disclosure import badge
from factcheck.text.languages.stems import primary_language
from factcheck.web.secrets import without_secrets

_INDENT = "    "


def source_line(source: Source, said: str, fetched: date | None) -> str:
    """Return a source on one line, for machines that read lines. `said`: of it; `fetched`: on which day it was."""
    return "  ".join(filter(None, [source.id, *_parts(source, said, fetched)]))


def source_block(source: Source, said: str, fetched: date | None, *, columns: int) -> Iterator[str]:
    """Yield a source on as many lines as fit a terminal, each with its newline: the id in front, alone."""
    yield f"{source.id[:columns]}\n"
    for part in filter(None, _parts(source, said, fetched)):
        yield from (f"{line}\n" for line in wrap(shown_line(part), columns, _INDENT))


def _parts(source: Source, said: str, fetched: date | None) -> tuple[str, str, str]:
    """Return what it is, where it stands, and what is said of it."""
    where = without_secrets(source.url) if source.url else source.path
    named = source.title or where
    language = primary_language(source.language)[:3] or "-"
    file = f"in {source.path}" if source.url and "#" in source.path else ""
    what = f"{source.published or 'no date   '}  {source.tier}  {language:3}  {named}  {source.publisher}".rstrip()
    what += f"  by {source.author}" if source.author else ""
    made = f"file made {source.made}" if source.made and not source.published else ""
    days = "; ".join(filter(None, (made, f"fetched {fetched}" if fetched else "")))
    told = "  ".join(filter(None, (said, badge(source), source.scope)))
    return (
        what,
        "  ".join(filter(None, (where if where != named else "", file, f"({days})" if days else ""))),
        _in_brackets(told),
    )


def _in_brackets(told: str) -> str:
    return f"[{told}]" if told else ""
