"""What is in a corpus, in numbers: counts with small bars, and how far adding has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.corpus import AddProgress, Mapped
    from factcheck.corpus.said import SaidBefore

BAR = 24
"""Cells of the longest bar."""
LONGEST_NAME = 28
ROWS = 12
"""Rows of a chart; the others are counted together."""


def progress_line(done: AddProgress) -> str:
    """Say how far adding has come: documents, passages, documents a second, time left."""
    left = done.seconds_left
    rest = f", {_time(left)} left" if left is not None and done.rate else ""
    passages = f", {done.passages:,} passages" if done.passages else ""  # none are read where texts are sketched anew
    return f"{done.documents:,} documents{passages}, {done.rate:,.0f}/s{rest}"


def mapped_lines(mapped: Sequence[Mapped]) -> Iterator[str]:
    """Say which columns became which field, once for all files that have the same ones."""
    for one in mapped[:ROWS]:
        used = ", ".join(f"{ours} from {theirs[:LONGEST_NAME]!r}" for ours, theirs in one.used) or "no column used"
        unused = ", ".join(repr(name[:LONGEST_NAME]) for name in one.unused[:ROWS])
        more = f" and {len(one.unused) - ROWS} more" if len(one.unused) > ROWS else ""
        also = f" and {one.files - 1} more" if one.files > 1 else ""
        yield f"{one.path}{also}: {used}{f'; not used: {unused}{more}' if unused else ''}"
    if len(mapped) > ROWS:
        yield f"... and {len(mapped) - ROWS} other sets of columns (--json lists them)"


def said_lines(said: Sequence[SaidBefore]) -> Iterator[str]:
    """Say what was said of places in an earlier run and was obeyed in this one."""
    for one in said[:ROWS]:
        yield f"{one.path}: read as said before: {one.options} (`forget` in place of a value takes it back)"
    if len(said) > ROWS:
        yield f"... and {len(said) - ROWS} other places of which something was said (--json lists them)"


def missing_line(missing: Sequence[tuple[str, str]]) -> str:
    """Say which columns that a person named are in no file."""
    named = ", ".join(f"{theirs[:LONGEST_NAME]!r} ({ours})" for ours, theirs in missing)
    return f"no file of rows has a column {named}: look at the names of the columns above" if missing else ""


def languages_line(languages: Mapping[str, int]) -> str:
    """Say how many documents are in which language, the most first."""
    rows = list(languages.items())
    named = [f"{number:,} {name[:LONGEST_NAME] or 'not told'}" for name, number in rows[:ROWS]]
    rest = sum(number for _, number in rows[ROWS:])
    return ", ".join([*named, *([f"{rest:,} in {len(rows) - ROWS} others"] if rest else [])])


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def chart_lines(counts: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Yield a small bar chart for each of the counts, the most first; years in their order."""
    for title, numbers in counts.items():
        yield ""
        yield f"by {title}"
        yield from _chart(dict(sorted(numbers.items())) if title == "year" else numbers)


def _chart(numbers: Mapping[str, int]) -> Iterator[str]:
    rows = list(numbers.items())
    shown, rest = (rows, []) if len(rows) <= ROWS else (rows[: ROWS - 1], rows[ROWS - 1 :])
    if rest:
        shown.append((f"{len(rest)} others", sum(number for _, number in rest)))
    most = max((number for _, number in shown), default=1)
    wide = min(LONGEST_NAME, max((len(name or "(none)") for name, _ in shown), default=0))
    for name, number in shown:
        label = (name or "(none)")[:LONGEST_NAME]
        yield f"  {label:{wide}}  {number:>9,}  {'█' * max(1, round(BAR * number / most))}"
