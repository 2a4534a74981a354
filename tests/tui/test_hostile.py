"""Text from outside in every widget, dialog and title: shown as it is or as a visible stand-in, and never acting."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.tui.pieces import MOST_STACKED, Piece, wrap
from tests.tui.running import Session, running

HOSTILE = {
    "brackets": " [the premier]",
    "closing-markup": " [/b]",
    "link": " [link=https://evil.example]x",
    "action": " [@click=app.quit]y[/]",
    "open-bracket": " [",
    "osc-52": " \x1b]52;c;ZXZpbA==\x07",
    "c1-csi": " \x9b31mred\x9b0m",
    "bidi": " \u202eevil\u202c",
    "zero-width": " a\u200bb\ufeffc",
    "long": " " + "x" * 50_000,
    "combining": " \u0301\u0302\u0303",
}
EVERYTHING = "".join(text for name, text in HOSTILE.items() if name != "long")
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]")
DIALOGS = {
    "claims": (),
    "evidence": ("j", "2"),
    "passage": ("j", "3"),
    "detail": ("j", "i"),
    "verdict": ("j", "2", "x", "v"),
    "note": ("j", "a"),
    "sign-off": ("j", "2", "x", "S"),
    "history": ("j", "H"),
    "filter": ("j", "f", "j", "j", "j", "l"),
    "help": ("question_mark",),
    "zoom": ("j", "2", "z"),
    "message": ("j", "c", "u", "u"),
    "steps": ("j", "s"),
    "assign": ("j", "s", "a"),
    "waive": ("j", "s", "v"),
    "split": ("j", "e", "s"),
    "bounds": ("j", "e", "b"),
    "items": ("j", "full_stop"),
    "confirm": ("j", "C"),
    "add-evidence": ("j", "b", "a"),
    "queue": ("j", "w", "q"),
    "names": ("j", "w", "n"),
    "article": ("j", "w", "a"),
    "handover": ("j", "w", "h"),
    "source": ("j", "2", "b", "p"),
    "claimant": ("j", "e", "c", "tab"),
    "hold": ("j", "s", "h"),
    "below": ("j", "m"),
    "refetch": ("j", "2", "R"),
    "checked-before": ("j", "w", "b"),
    "keys": ("j", "w", "k"),
    "erase": ("j", "w", "e"),
}


def claims_with(text: str) -> tuple[str, ...]:
    return (f"Quiet streets.{text}", f"The council has planted 40,000 trees.{text} Really.")


async def harmless_everywhere(session: Session) -> None:
    for keys in DIALOGS.values():
        await session.press(*keys)
        assert not FORBIDDEN.search(session.frame)
        assert session.app.fault is None
        while session.dialog:
            await session.press("escape")
        await session.press("escape", "1", "g")
    assert not session.app._exit


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("all", (80, 24)),
        ("all", (140, 40)),
        ("open-bracket", (80, 24)),
        ("closing-markup", (55, 14)),
        ("long", (80, 24)),
    ],
    ids=str,
)
async def test_no_outside_text_acts_or_reaches_the_screen_raw(
    name: str, size: tuple[int, int], filled: Callable[..., Path]
) -> None:
    text = HOSTILE.get(name, EVERYTHING)
    async with running(filled(2, sentences=claims_with(text), hostile=text), size, user=f"al{text[:20]}ice") as session:
        await harmless_everywhere(session)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (HOSTILE["brackets"], "[the premier]"),
        (HOSTILE["closing-markup"], "[/b]"),
        (HOSTILE["link"], "[link=https://evil.example]x"),
        (HOSTILE["action"], "[@click=app.quit]y[/]"),
        (HOSTILE["osc-52"], "\N{REPLACEMENT CHARACTER}]52;c;ZXZpbA=="),
        (HOSTILE["bidi"], "<U+202E>evil<U+202C>"),
        (HOSTILE["zero-width"], "a<U+200B>b<U+FEFF>c"),
    ],
)
async def test_hostile_text_stays_readable(text: str, shown: str, filled: Callable[..., Path]) -> None:
    async with running(filled(2, sentences=claims_with(text), hostile=text), (140, 40)) as session:
        await session.press("j", "3", "z")
        assert shown in session.frame
        await session.press("escape", "i")
        assert session.frame.count(shown) > 3


async def test_a_letter_is_painted_with_no_more_marks_than_any_script_has(filled: Callable[..., Path]) -> None:
    stacked = " e" + "\u0301" * 5_000
    async with running(filled(2, sentences=claims_with(stacked), hostile=stacked), (120, 40)) as session:
        for keys in ("j", "2", "i"):
            await session.press(keys)
            assert "\u0301" * MOST_STACKED in session.frame
            assert "\u0301" * (MOST_STACKED + 1) not in session.frame


async def test_pasted_text_is_made_harmless_before_it_is_saved(fresh: Path) -> None:
    from textual import events

    async with running(fresh) as session:
        await session.press("a")
        session.app.post_message(events.Paste("red \x1b[31m [/b] \u202e"))
        await session.press("ctrl+s")
        await session.settle()
        (note,) = session.on_disk(1).notes
        assert note.text == "red \N{REPLACEMENT CHARACTER}[31m [/b] <U+202E>"


async def test_copied_text_is_made_harmless(filled: Callable[..., Path]) -> None:
    text = HOSTILE["osc-52"]
    async with running(filled(2, sentences=claims_with(""), hostile=text)) as session:
        await session.press("j", "Y")
        assert not FORBIDDEN.search(session.app.clipboard)


def test_a_piece_is_harmless_however_it_is_made_and_wrapped() -> None:
    for text in HOSTILE.values():
        for line in wrap((Piece(text),), 20):
            assert not FORBIDDEN.search("".join(piece.text for piece in line))


def test_no_widget_of_textual_is_handed_text_that_it_would_parse() -> None:
    """Only pieces are painted: whatever parses markup (Static, Label, notify, border titles, tooltips) is not used."""
    folder = Path(__file__).parents[2] / "factcheck" / "tui"
    parsing = re.compile(r"\b(Static|Label|notify|add_row|OptionList|DataTable)\(|\b(border_(sub)?title|tooltip)\s*=")
    for path in folder.rglob("*.py"):
        found = parsing.search(path.read_text(encoding="utf-8"))
        assert not found, f"{path}: {found}"
