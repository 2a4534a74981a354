"""What others decided while somebody works: what it is, and how the status bar says it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.reports.cells import counted

MOST_NAMED = 6
"""Claims that others decided on, which the status bar names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What others decided: how many decisions, on which claims (numbers), whether something has to be read again."""

    decisions: int
    claims: tuple[int, ...]
    reads_again: bool


def told_of(news: News, key: str) -> str:
    """Say what others decided; `key` reads again what has to be."""
    numbers = ", ".join(map(str, news.claims[:MOST_NAMED])) + ("..." if len(news.claims) > MOST_NAMED else "")
    where = f": claim{'s' * (len(news.claims) > 1)} {numbers}" if news.claims else ""
    again = f"; {key} reloads" if key and news.reads_again else ""
    return f"{counted(news.decisions, 'decision')} by others{where}{again}"
