"""Pasted text stays text: an escape code in it neither ends the paste nor becomes a key."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual.drivers import linux_driver
from textual.events import Key, Paste

from factcheck.tui.pasting import END, START, GuardedParser, guard_pastes

HOSTILE = "ab\x1b[31mcd\x07 e\x1b\x1bSy"


def pasted(pieces: list[str]) -> list[str]:
    parser = GuardedParser()
    found = [event for piece in pieces for event in parser.feed(piece)]
    assert all(isinstance(event, Paste) for event in found), found
    return [event.text for event in found if isinstance(event, Paste)]


def test_escape_codes_in_a_paste_are_shown_and_not_obeyed() -> None:
    assert pasted([f"{START}{HOSTILE}{END}"]) == ["ab\ufffd[31mcd\ufffd e\ufffd\ufffdSy"]


@given(st.lists(st.integers(len(START), len(START) + len(HOSTILE) + len(END)), max_size=4))
def test_in_whatever_pieces_a_paste_comes_it_is_the_same(cuts: list[int]) -> None:
    data = f"{START}{HOSTILE}{END}"
    places = [0, *sorted(cuts), len(data)]
    pieces = [data[a:b] for a, b in pairwise(places) if a < b]
    assert "".join(pasted(pieces)) == "ab\ufffd[31mcd\ufffd e\ufffd\ufffdSy"


def test_ends_of_lines_are_newlines_however_a_terminal_sends_them() -> None:
    for pieces in (["one\rtwo\r\nthree\nfour"], ["one\r", "two\r", "\nthree", "\nfour"]):
        assert pasted([START, *pieces, END]) == ["one\ntwo\nthree\nfour"]
    assert pasted([f"{START}one\r", END]) == ["one\n"]


def test_keys_outside_a_paste_are_keys_as_before() -> None:
    parser = GuardedParser()
    events = list(parser.feed(f"x\x1b[A{START}p{END}y"))
    assert [event.key if isinstance(event, Key) else "paste" for event in events] == ["x", "up", "paste", "y"]


def test_the_driver_uses_the_guarded_parser() -> None:
    before = linux_driver.XTermParser
    try:
        guard_pastes()
        assert linux_driver.XTermParser is GuardedParser
    finally:
        linux_driver.XTermParser = before
