"""How each role looks: three themes of our own, and the same roles in Textual's. Letters first, colour second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from factcheck.tui.pieces import Role

DARK = Theme(
    name="factcheck-dark",
    dark=True,
    background="#14171a",
    surface="#1c2126",
    panel="#2a3138",
    foreground="#e6e8ea",
    primary="#7ab8f5",
    secondary="#b7c4d1",
    accent="#f0c674",
    success="#8fd18f",
    warning="#f0c674",
    error="#ff9b94",
)
LIGHT = Theme(
    name="factcheck-light",
    dark=False,
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#dcd9d0",
    foreground="#1d2126",
    primary="#0b4f9e",
    secondary="#4a5561",
    accent="#7a4b00",
    success="#1d6130",
    warning="#7a4b00",
    error="#a3160d",
)
CONTRAST = Theme(
    name="factcheck-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#30363d",
    foreground="#ffffff",
    primary="#8cd2ff",
    secondary="#ffffff",
    accent="#ffe600",
    success="#7dff7d",
    warning="#ffe600",
    error="#ffb3ad",
)
OWN = (DARK, LIGHT, CONTRAST)

MUTED = 0.72
"""How far dim text stands from its background towards the foreground; keeps 4.5:1 in our themes (tested)."""
RULED = 0.5
"""The same for rules, which need 3:1."""

GLYPHS = {"heavy": "━", "light": "─"}
ASCII_GLYPHS = {"heavy": "=", "light": "-"}


@dataclass(frozen=True, slots=True)
class Look:
    """How things are painted now: the style of each role, what is laid over the cursor's row, the glyphs of rules."""

    roles: Mapping[Role, Style]
    cursor: Style
    glyphs: Mapping[str, str]


class Uncoloured(LineFilter):
    """Paints in the terminal's own colours, for NO_COLOR; bold, underlined and reversed text stays."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's words
        """Return the same text without a colour: Textual would make greys of them."""
        return [Segment(text, style and _without_colour(style), control) for text, style, control in segments]


@lru_cache(maxsize=1024)
def _without_colour(style: Style) -> Style:
    return style.without_color


def look_of(theme: Theme, *, ascii_only: bool = False, no_colour: bool = False) -> Look:
    """Return the look of a theme, Textual's own included. `no_colour`: the row of the cursor is reversed."""
    colours = theme.to_color_system().generate()
    back, fore = (Color.parse(colours[name]) for name in ("background", "foreground"))
    plain = Style(color=fore.hex6, bgcolor=back.hex6)
    muted = Style(color=back.blend(fore, MUTED).hex6)

    def shade(name: str) -> Style:
        return plain + Style(color=Color.parse(colours[name]).hex6)

    roles = {
        Role.TEXT: plain,
        Role.STRONG: plain + Style(bold=True),
        Role.DIM: plain + muted,
        Role.SUGGESTION: plain + muted + Style(italic=True),
        Role.MATCH: plain + Style(bold=True, underline=True),
        Role.FOUND: plain + Style(bold=True, reverse=True),
        Role.GOOD: shade("success"),
        Role.BAD: shade("error"),
        Role.WARN: shade("warning"),
        Role.RULE: plain + Style(color=back.blend(fore, RULED).hex6),
        Role.KEY: shade("primary") + Style(bold=True),
        Role.HERE: plain + Style(bold=True, reverse=True),
        Role.SELECTED: plain + Style(reverse=True),
    }
    cursor = Style(reverse=True) if no_colour else Style(bgcolor=Color.parse(colours["panel"]).hex6)
    return Look(roles, cursor, ASCII_GLYPHS if ascii_only else GLYPHS)
