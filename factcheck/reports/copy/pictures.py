"""The overview of an article in pictures: bars and dots as inline SVG, drawn by leather.

Colours are those of the style sheet, so that they follow dark and light; each picture stands beside its numbers in
words, which is what a screen reader reads.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from types import ModuleType

WIDTH, BAR, AROUND = 420, 26, 60
"""Pixels of a picture, of a bar, and of what stands around the bars."""
TIMELINE = 180
SPACES = 3
"""Between the days that are named below a line of time: so many of ten characters stand beside each other."""
MOST_TICKS = 5
"""Numbers below bars, beside 0."""
AT_ENDS = 5
"""The part of a line of time that stays free at each end, so that what names its ends is not cut off."""
LONGEST_LABEL, LABEL_END = 30, 12
"""Letters of a label, and how many of them are its last ones, which tell what is signed from what is not."""
_FONT = "system-ui, sans-serif"
_DECIMALS = re.compile(r"(\d+\.\d{2})\d+")


def bars(counts: Mapping[str, int], colour: str = "var(--bar)") -> str:
    """Return bars, one for each count that is not zero, the first on top; "" where there is none."""
    shown = [(number, _short(label)) for label, number in counts.items() if number]
    if not shown:
        return ""
    chart = _leather().Chart()
    chart.add_bars(shown, fill_color=colour)
    most = max(number for number, _ in shown)
    chart.set_x_scale(_leather().Linear(0, most))
    chart.set_x_axis(_leather().Axis(ticks=_whole_ticks(most)))  # its own are fractions, too: nobody counts 2.5 claims
    return _drawn(chart, AROUND + BAR * len(shown))


def timeline(days: Sequence[tuple[date, int]]) -> str:
    """Return dots: when sources were released, and for how many claims each day's were found; "" for fewer than two.

    The days come in order.
    """
    if len(days) < 2:  # noqa: PLR2004 - one day is no line of time
        return ""
    first, last = days[0][0].toordinal(), days[-1][0].toordinal()
    chart = _leather().Chart()
    chart.add_dots([(day.toordinal(), number) for day, number in days], fill_color="var(--bar)")
    room = max(1, (last - first) // AT_ENDS)  # its own scale of time knows neither days apart nor the year 24
    chart.set_x_scale(_leather().Linear(first - room, last + room))
    chart.set_x_axis(_leather().Axis(ticks=_marked_days(first, last), tick_formatter=_named_day))
    chart.set_y_scale(_leather().Linear(0, max(number for _, number in days)))
    return _drawn(chart, TIMELINE)


def _whole_ticks(most: int) -> list[int]:
    """Return the numbers that are named below bars: whole ones, evenly apart, a few of them."""
    steps = (step * 10**power for power in itertools.count() for step in (1, 2, 5))
    return list(range(0, most + 1, next(step for step in steps if most <= step * MOST_TICKS)))


def _marked_days(first: int, last: int) -> list[int]:
    """Return the days (ordinals) that are named below a line of time: its ends, and some between as far apart."""
    return sorted({first + (last - first) * part // SPACES for part in range(SPACES + 1)})


def _named_day(day: int, _place: int, _of: int) -> str:
    return date.fromordinal(day).isoformat()


def _drawn(chart: object, height: int) -> str:
    svg: str = chart.to_svg(width=WIDTH, height=height)  # type: ignore[attr-defined]
    svg = svg.replace("<svg ", f'<svg viewBox="0 0 {WIDTH} {height}" aria-hidden="true" focusable="false" ', 1)
    return _DECIMALS.sub(r"\1", svg)


def _short(label: str) -> str:
    if len(label) <= LONGEST_LABEL:
        return label
    return f"{label[: LONGEST_LABEL - LABEL_END - 1]}…{label[-LABEL_END:]}"


@cache
def _leather() -> ModuleType:
    """Return the library, told to draw in the colours of the page."""
    import leather
    from leather import theme

    theme.background_color = "none"
    theme.label_color = theme.axis_title_color = theme.title_color = "currentColor"
    theme.tick_color = theme.zero_color = "var(--line)"
    theme.tick_font_family = _FONT
    theme.tick_font_size, theme.tick_font_char_height, theme.tick_font_char_width = 12, 12, 7
    return leather  # type: ignore[no-any-return]
