"""The binding table: complete, without clashes, without keys that terminals swallow; and the footer made from it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.keys import Keys

from factcheck.settings import load_settings
from factcheck.settings.files import shipped_folder
from factcheck.tui.keys import (
    BY_ID,
    COMMANDS,
    FOOTER,
    FOOTER_WIDE,
    NEVER,
    NEVER_PREFIXES,
    KeyMap,
    is_key,
    key_map,
    key_name,
    shown_key,
)
from factcheck.tui.pieces import plain
from factcheck.tui.titles import footer, footer_entry
from factcheck.tui.usable import keys_of
from tests.tui.running import running

NOT_SENT = {"<any>", "<ignore>", "<scroll-down>", "<scroll-up>", "ctrl+@", "ctrl-at", "return"}
"""Names that Textual has for no key, or has twice."""
SHIPPED = tomllib.loads((shipped_folder() / "keys.toml").read_text(encoding="utf-8"))["keys"]
DEFAULT = key_map({}, SHIPPED)


def test_the_shipped_keys_and_the_table_of_commands_name_the_same_ids() -> None:
    assert set(SHIPPED) == set(BY_ID)
    assert len(BY_ID) == len(COMMANDS)


def test_no_key_has_two_commands() -> None:
    keys = [key_name(key) for keys in SHIPPED.values() for key in keys]
    assert sorted(keys) == sorted(set(keys))


def test_no_key_is_one_that_terminals_swallow_or_send_as_another() -> None:
    for key in DEFAULT.by_key():
        assert key not in NEVER
        assert not key.startswith(NEVER_PREFIXES)


def test_every_command_says_what_it_does_in_words() -> None:
    assert all(command.help and command.help[0].islower() for command in COMMANDS)


def test_a_workspace_remaps_by_id_and_an_empty_list_leaves_no_key() -> None:
    keys = key_map({"quit": ["Q"], "theme": []}, SHIPPED)
    assert (keys.keys["quit"], keys.keys["theme"], keys.problems) == (("Q",), (), ())


@pytest.mark.parametrize("key", [*sorted(NEVER), "alt+x", "ctrl+shift+x"])
def test_a_key_that_cannot_be_used_is_told_and_the_default_stays(key: str) -> None:
    keys = key_map({"quit": [key]}, SHIPPED)
    assert keys.keys["quit"] == DEFAULT.keys["quit"]
    reason = f"{shown_key(key)} cannot be used: terminals swallow it or send it as another key"
    assert keys.problems == (f"keys.quit: {reason}; the default is used",)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("questionmark", "'questionmark' is no key (perhaps 'question_mark' is meant)"),
        ("PageDown", "'PageDown' is no key (perhaps 'pagedown' is meant)"),
        ("s questionmark", "'questionmark' is no key (perhaps 'question_mark' is meant)"),
        ("ctrl+R", "'ctrl+R' is no key"),
        ("zzzz", "'zzzz' is no key"),
        ("", "'' is no key"),
    ],
)
def test_a_name_that_no_key_has_is_told_and_the_default_stays(key: str, told: str) -> None:
    keys = key_map({"help": [key]}, SHIPPED)
    assert keys.keys["help"] == DEFAULT.keys["help"]
    assert keys.problems == (f"keys.help: {told}; the default is used",)


@pytest.mark.parametrize("name", sorted({key.value for key in Keys} - NOT_SENT))
def test_every_key_that_textual_knows_is_one(name: str) -> None:
    assert is_key(name)


@pytest.mark.parametrize("key", ["?", "+", "at", "minus", "full_stop", "é", "ctrl+underscore", "shift+f3"])
def test_a_character_is_a_key(key: str) -> None:
    assert is_key(key_name(key))


def test_a_name_that_no_key_has_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    own = tmp_path / "config" / "keys.toml"
    own.write_text('[keys]\nundo = ["U"]\nhelp = ["questionmark"]\n', encoding="utf-8")
    (problem,) = keys_of(load_settings(tmp_path, {})).problems
    assert problem.startswith("keys.help: 'questionmark' is no key")
    assert problem.endswith(f"the default is used; set by {own}, line 3")


def test_a_key_that_is_taken_is_told_and_the_default_stays() -> None:
    keys = key_map({"quit": ["u"]}, SHIPPED)
    assert keys.keys["quit"] == DEFAULT.keys["quit"]
    assert keys.problems == ("keys.quit: u is the key of undo; the default is used",)


def test_two_commands_can_swap_their_keys() -> None:
    keys = key_map({"undo": ["n"], "search-next": ["u"]}, SHIPPED)
    assert (keys.by_key()["n"], keys.by_key()["u"], keys.problems) == ("undo", "search-next", ())


@pytest.mark.parametrize(
    ("key", "shown"),
    [("full_stop", "."), (".", "."), (";", ";"), ("at", "@"), ("delete", "delete"), ("f1", "F1"), ("j", "j")],
)
def test_a_key_is_shown_as_what_is_typed(key: str, shown: str) -> None:
    assert shown_key(key) == shown


def test_two_keys_in_a_row_are_a_command_and_the_first_alone_is_none() -> None:
    keys = key_map({"assign": ["s @"], "quit": ["Q", "; q"]}, SHIPPED)
    assert (keys.by_key()["s at"], keys.by_key()["semicolon q"], keys.problems) == ("assign", "quit", ())
    assert keys.menus() == {"s", "e", "b", "w", "semicolon"}
    assert keys.menu("semicolon") == {"q": "quit"}


@pytest.mark.parametrize(
    ("configured", "told"),
    [
        ({"quit": ["s"]}, "keys.quit: s is the first of two keys: s u is submit"),
        ({"quit": ["u q"]}, "keys.quit: u is the key of undo"),
        ({"quit": ["s a"]}, "keys.quit: s a is the key of assign"),
        ({"quit": ["; ctrl+s"]}, "keys.quit: ; ctrl+s cannot be used: terminals swallow it"),
        ({"quit": ["; escape"]}, "keys.quit: ; Esc cannot be used: at most two keys in a row"),
        ({"quit": ["; a b"]}, "keys.quit: ; a b cannot be used: at most two keys in a row"),
    ],
)
def test_two_keys_that_cannot_be_used_are_told(configured: dict[str, list[str]], told: str) -> None:
    keys = key_map(configured, SHIPPED)
    assert keys.keys["quit"] == DEFAULT.keys["quit"]
    (problem,) = keys.problems
    assert problem.startswith(told)
    assert problem.endswith("the default is used")


@given(
    st.dictionaries(
        st.sampled_from(sorted(BY_ID)),
        st.lists(st.sampled_from([*"abcdefjkuvxyz/?[", "s x", "; a", "a b"]), max_size=3),
    )
)
def test_whatever_is_configured_no_key_has_two_commands(configured: dict[str, list[str]]) -> None:
    keys = key_map(configured, SHIPPED)
    flat = [key for name, found in keys.keys.items() for key in set(found)]
    assert len(flat) == len(set(flat))
    assert not keys.menus() & set(flat)


@pytest.mark.parametrize("width", range(20, 241))
def test_the_footer_starts_with_help_and_cuts_no_entry(width: int) -> None:
    shown = plain(footer(DEFAULT, width))
    assert shown.startswith("? Help ")
    assert cell_len(shown) <= width
    whole = "".join(map(_entry, FOOTER_WIDE if width >= 140 else FOOTER))
    kept = [_entry(name) for name in FOOTER_WIDE]
    assert all(any(entry == part for part in kept) for entry in _entries(shown, kept))
    if width in {80, 140}:
        assert shown == whole


def _entry(name: str) -> str:
    key, _, word = footer_entry(DEFAULT, name)
    return f"{shown_key(key)} {word} "


def _entries(shown: str, kept: list[str]) -> list[str]:
    found = []
    while shown:
        entry = next(part for part in kept if shown.startswith(part))
        found.append(entry)
        shown = shown[len(entry) :]
    return found


def test_the_footer_of_eighty_columns_has_at_most_eight_entries() -> None:
    assert len(FOOTER) <= 8
    assert all(all(footer_entry(DEFAULT, name)) for name in (*FOOTER, *FOOTER_WIDE))


def test_a_command_without_a_key_is_left_out_of_the_footer() -> None:
    assert "Dismiss" not in plain(footer(KeyMap({**DEFAULT.keys, "stance-dismiss": ()}), 80))


async def test_bad_keys_are_told_at_the_start_and_the_workbench_runs(fresh: Path) -> None:
    (fresh / "factcheck.toml").write_text('[keys]\nquit = ["ctrl+s"]\n', encoding="utf-8")
    async with running(fresh) as session:
        assert "Settings that could not be used" in session.frame
        assert "keys.quit: ctrl+s cannot be used" in session.frame
        await session.press("escape", "j")
        assert session.desk.cursor == 1


async def test_an_unknown_theme_is_told_at_the_start(fresh: Path) -> None:
    (fresh / "factcheck.toml").write_text('[workbench]\ntheme = "mauve"\n', encoding="utf-8")
    async with running(fresh) as session:
        assert "there is no theme 'mauve'" in session.frame


async def test_texts_on_the_screen_name_the_keys_that_a_workspace_chose(worked: Path) -> None:
    (worked / "factcheck.toml").write_text(
        '[keys]\ndetail = ["D"]\nverdict = ["V"]\nfilter = []\nmore-candidates = ["M"]\n', encoding="utf-8"
    )
    async with running(worked, (100, 30)) as session:
        await session.press("j")
        assert "D shows all" in session.frame
        assert "46 below (M)" in session.frame
        await session.press("D")
        assert "none (V proposes one)" in session.frame
        await session.press(
            "escape", "ctrl+p", *("space" if letter == " " else letter for letter in "show only some"), "enter"
        )
        await session.press("slash", *"zebra", "enter")
        assert "filter changes it" in session.frame


async def test_the_last_line_names_no_key_that_would_be_typed_into_what_is_open(fresh: Path) -> None:
    async with running(fresh, (80, 24)) as session:
        await session.press("j", "v")
        assert "1-8 choose" in session.frame
        assert "c Corrob." not in session.frame
        await session.press("5")
        await session.type("It rose by 12")
        assert "1-8 choose" not in session.frame
        assert "Backspace clear" not in session.frame
        assert "Enter save" in session.frame
        await session.press("up")
        assert "1-8 choose" not in session.frame, "once there are words, digits are theirs"
        assert "Enter choose" in session.frame
        await session.press("escape")
        assert "c Corrob." in session.frame


async def test_a_search_line_takes_letters_and_says_so(worked: Path) -> None:
    async with running(worked, (80, 24)) as session:
        await session.press("w", "q")
        assert "/ search" in session.frame
        await session.press("slash")
        assert "/ search" not in session.frame
