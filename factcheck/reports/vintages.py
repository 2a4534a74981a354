"""What differs between two documents of one origin: cells of two vintages of a table, paragraphs of two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.corpus.vintages import Revised, Reworded
from factcheck.domain import Source
from factcheck.reports.cells import shown_line, wrap


def vintage_line(source: Source) -> str:
    """Say which document it is: its id, its date, what it is called."""
    day = source.published or "no date"
    return shown_line(f"{source.id[:12]}  {day}  {source.title or source.path}")


def difference_lines(found: Sequence[Revised] | Sequence[Reworded], width: int) -> Iterator[str]:
    """Yield what differs, without newlines: cells with their labels, paragraphs with - and +."""
    for one in found:
        if isinstance(one, Revised):
            place = one.later if one.earlier == one.later else f"{one.earlier}, now {one.later}"
            label = f" ({'; '.join(one.label)})" if one.label else ""
            yield shown_line(f"{place}{label}: {one.was} -> {one.now}")
        else:
            for sign, words in (("-", one.was), ("+", one.now)):
                if words:
                    yield from wrap(shown_line(f"{sign} {words}"), width)
