"""What differs between two documents of one origin: cells of two vintages of a table, paragraphs of two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.corpus.vintages import Revised, Reworded
from factcheck.domain import Source
from factcheck.reports.cells import counted, shown_line, wrap
from factcheck.text.tables.figures import flags_of
from factcheck.text.tables.flags import usual_meaning


def vintage_line(source: Source) -> str:
    """Say which document it is: its id, its date, what it is called."""
    day = source.published or "no date"
    return shown_line(f"{source.id[:12]}  {day}  {source.title or source.path}")


def tell_differences(found: Sequence[Revised] | Sequence[Reworded]) -> str:
    """Count what differs: of figures, those revised and those that one table alone has."""
    added = sum(isinstance(one, Revised) and not one.earlier for one in found)
    gone = sum(isinstance(one, Revised) and not one.later for one in found)
    parts = [counted(len(found) - added - gone, "difference")]
    parts += [
        f"{counted(count, 'figure')} only in the {which} one"
        for count, which in ((added, "later"), (gone, "earlier"))
        if count
    ]
    return ", ".join(parts)


def difference_lines(found: Sequence[Revised] | Sequence[Reworded], width: int) -> Iterator[str]:
    """Yield what differs, without newlines: cells with their labels, paragraphs with - and +."""
    for one in found:
        if isinstance(one, Revised):
            yield shown_line(f"{_place(one)} ({'; '.join(one.label)}): {_words(one)}")
        else:
            for sign, words in (("-", one.was), ("+", one.now)):
                if words:
                    yield from wrap(shown_line(f"{sign} {words}"), width)


def _place(one: Revised) -> str:
    if not (one.earlier and one.later):
        return f"+ {one.later}" if one.later else f"- {one.earlier}"
    return one.later if one.earlier == one.later else f"{one.earlier}, now {one.later}"


def _words(one: Revised) -> str:
    words = f"{one.was} -> {one.now}" if one.earlier and one.later else one.now or one.was
    flags = dict.fromkeys([*flags_of(one.was), *flags_of(one.now)])
    meant = ", ".join(f"{flag}: usually {usual_meaning(flag)}" for flag in flags)
    return f"{words} ({meant})" if meant else words
