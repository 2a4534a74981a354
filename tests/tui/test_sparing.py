"""What is painted with fewer bytes paints the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.tui.app import FactcheckApp
from factcheck.tui.sparing import SparingDriver, Standing
from tests.tui.running import running
from tests.tui.workspace import bench_at

STYLES = ["", "1", "3", "1;4", "2", "7", "21", "9;53", "1;2"]
COLOURS = ["", "31", "97", "39", "38;2;1;2;3", "38;5;9"]
GROUNDS = ["", "41", "107", "48;2;9;9;9", "48;5;200"]
SEEN_ON_BLANKS = {"4", "7", "9", "21", "53"}
TAKEN_BACK = {"22": {"1", "2"}, "23": {"3"}, "24": {"4", "21"}, "27": {"7"}, "29": {"9"}}


def spared(painted: str) -> str:
    return Standing().new_in(painted)


Style = tuple[frozenset[str], str, str]
PLAIN: Style = (frozenset(), "", "")


def screen_of(written: str) -> tuple[dict[tuple[int, int], tuple[str, Style]], Style]:
    """Return what a terminal shows in each cell, and the style it is left in."""
    cells, x, y, style = {}, 1, 1, PLAIN
    for found in re.finditer(r"\x1b\[([\d;]*)([mHC])|(.)", written, re.DOTALL):
        if found[2] == "H":
            y, x = map(int, found[1].split(";"))
        elif found[2] == "C":
            x += int(found[1])
        elif found[2] == "m":
            style = after(style, found[1])
        elif found[3] == "\n":
            x, y = 1, y + 1
        else:
            attributes, colour, ground = style
            seen = (attributes, colour, ground)
            if found[3] == " " and not attributes & SEEN_ON_BLANKS:
                seen = (frozenset(), "", ground)
            cells[x, y] = (found[3], seen)
            x += cell_len(found[3])
    return cells, style


def after(style: Style, numbers: str) -> Style:
    attributes, colour, ground = style
    for number in re.findall(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d+", numbers) or ["0"]:
        code = int(number.partition(";")[0])
        if code == 0:
            attributes, colour, ground = PLAIN
        elif code in range(30, 40) or code in range(90, 98):
            colour = number
        elif code in range(40, 50) or code in range(100, 108):
            ground = number
        elif number in TAKEN_BACK:
            attributes -= TAKEN_BACK[number]
        else:
            attributes |= {number}
    return attributes, colour, ground


def stretch(style: str, colour: str, ground: str, text: str) -> str:
    numbers = ";".join(filter(None, (style, colour, ground)))
    return f"\x1b[{numbers}m{text}\x1b[0m" if numbers else text


stretches = st.builds(
    stretch, st.sampled_from(STYLES), st.sampled_from(COLOURS), st.sampled_from(GROUNDS), st.text("ab ", max_size=4)
)
moves = st.builds("{}\x1b[{};{}H".format, st.sampled_from(["", "\n"]), st.integers(1, 5), st.integers(1, 9))


@given(st.lists(stretches | moves, max_size=12).map("".join))
def test_the_screen_is_the_same_and_the_style_is_plain_after_it(painted: str) -> None:
    cells, _ = screen_of(painted)
    assert screen_of(spared(painted)) == (cells, PLAIN)


paints = st.builds("{}{}".format, moves, st.lists(stretches | moves, max_size=12).map("".join))
letters = st.text("aab  市e\u0301é─", min_size=1, max_size=12)


@given(st.lists(paints, max_size=4))
def test_what_is_painted_over_what_stands_there_leaves_the_same_screen(writes: list[str]) -> None:
    standing, written = Standing(), ""
    for number, painted in enumerate(writes, start=1):
        written += standing.new_in(painted)
        assert screen_of(written) == (screen_of("".join(writes[:number]))[0], PLAIN)


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 6), letters), max_size=8))
def test_letters_of_another_width_leave_the_same_screen_too(texts: list[tuple[int, int, str]]) -> None:
    standing = Standing()
    written = "".join(standing.new_in(f"\x1b[{y};{x}H{text}\x1b[1;1H") for y, x, text in texts)
    assert screen_of(written)[0] == screen_of("".join(f"\x1b[{y};{x}H{text}" for y, x, text in texts))[0]


def test_what_stands_there_is_not_sent_again() -> None:
    standing, row = Standing(), "\x1b[3;1H\x1b[1mMarch {} 12%\x1b[0m\x1b[1;1H"
    standing.new_in(row.format("saw"))
    assert standing.new_in(row.format("saw")) == "\x1b[1;1H"
    assert standing.new_in(row.format("was")) == "\x1b[3;7H\x1b[1mwas\x1b[1;1H\x1b[22m"


@pytest.mark.parametrize("other", ["\x1b[?1049h", "\x1b[2J", "\x1b]0;title\x07", "\x07", "text"])
def test_after_what_may_change_the_screen_all_is_sent_anew(other: str) -> None:
    standing, row = Standing(), "\x1b[3;1HMarch\x1b[1;1H"
    standing.new_in(row)
    assert standing.new_in(other) == other
    assert standing.new_in(row) == row


async def test_after_a_resize_and_where_somebody_asks_for_it_all_is_sent_anew(fresh: Path) -> None:
    forgotten: list[str] = []
    async with running(fresh) as session:
        session.app.forget_screen = lambda: forgotten.append("forgotten")
        await session.resize(100, 30)
        assert forgotten
        forgotten.clear()
        await session.press("ctrl+l")
        assert forgotten


def test_a_style_that_goes_on_is_told_once() -> None:
    row = "\x1b[{};1H\x1b[38;2;1;2;3;48;2;4;5;6mMarch \x1b[0m\x1b[1;38;2;1;2;3;48;2;4;5;6m12%\x1b[0m\n"
    assert spared(row.format(1) + row.format(2) + "\x1b[1;1H") == (
        "\x1b[1;1H\x1b[38;2;1;2;3;48;2;4;5;6mMarch \x1b[1m12%\x1b[2;1H\x1b[22mMarch \x1b[1m12%\x1b[1;1H\x1b[m"
    )


def test_what_is_no_style_goes_through_untouched() -> None:
    for other in ("\x1b[?1049h\x1b[?25l", "\x1b]52;c;W20=\x07", "\x1b[>1u", "\x1b[?2026h"):
        assert spared(other) == other


def test_the_screen_is_painted_with_it(fresh: Path) -> None:
    with bench_at(fresh) as bench:
        assert FactcheckApp(bench).driver_class is SparingDriver
