"""Our themes keep their contrast, by the formula of WCAG 2.2; marks never rest on colour alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color

from factcheck.tui.look import CONTRAST, DARK, OWN, look_of
from factcheck.tui.pieces import Role
from tests.tui.running import running

TEXT, RULES = 4.5, 3.0
HIGH_TEXT, HIGH_RULES = 7.0, 4.5
"""Of the high-contrast theme: WCAG 2.2, 1.4.6 (AAA), and for its rules what others have for text."""
THEMES = pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)


def luminance(triplet: tuple[int, int, int]) -> float:
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in triplet]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style) -> float:
    lights = sorted((luminance(style.color.triplet), luminance(style.bgcolor.triplet)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def test_the_formula() -> None:
    assert contrast(Style.parse("#000000 on #ffffff")) == pytest.approx(21)
    assert contrast(Style.parse("#777777 on #ffffff")) == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("role", list(Role))
def test_each_role_on_the_background_and_on_the_row_of_the_cursor(theme: object, role: Role) -> None:
    look = look_of(theme)
    least = RULES if role is Role.RULE else TEXT
    assert contrast(look.roles[role]) >= least
    if role is not Role.RULE:  # no rule is drawn in a row of a list
        assert contrast(look.roles[role] + look.cursor) >= least


@THEMES
def test_typed_text_on_the_surface_of_an_input(theme: object) -> None:
    colours = theme.to_color_system().generate()
    style = Style(color=Color.parse(colours["foreground"]).hex6, bgcolor=Color.parse(colours["surface"]).hex6)
    assert contrast(style) >= TEXT


@pytest.mark.parametrize("role", list(Role))
def test_the_theme_of_high_contrast_has_more_of_it(role: Role) -> None:
    look = look_of(CONTRAST)
    assert contrast(look.roles[role]) >= (HIGH_RULES if role is Role.RULE else HIGH_TEXT)


def test_no_role_blinks() -> None:
    assert not any(style.blink or style.blink2 for style in look_of(DARK).roles.values())


async def test_ctrl_c_says_how_to_quit_and_how_to_copy(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("ctrl+c")
        assert "q quits; y copies the passage" in session.frame
        assert not session.app._exit


async def test_the_header_says_that_the_workspace_is_offline(fresh: Path) -> None:
    async with running(fresh) as session:
        assert "offline" not in session.frame
    (fresh / "factcheck.toml").write_text("offline = true\n", encoding="utf-8")
    async with running(fresh) as session:
        assert "offline  alice" in session.frame.splitlines()[0]


async def test_no_color_paints_in_the_colours_of_the_terminal(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(fresh) as session:
        for keys in ((), ("v",), ("escape", "a"), ("escape", "ctrl+p")):
            await session.press(*keys)
            cells = [part for row in session.app.screen._compositor.render_strips() for part in row]
            assert not [part for part in cells if part.style and (part.style.color or part.style.bgcolor)]
            assert any(part.style and part.style.reverse for part in cells), "where one is stays in sight"
