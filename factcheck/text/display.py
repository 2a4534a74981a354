"""Text from outside, made harmless for a screen: nothing in it may command the terminal or reorder what is read.

The stored text stays as received; this is what the faces show of it. Source: the C0 and C1 sets of ISO/IEC 6429; the
bidirectional controls of Unicode UAX #9; the invisible characters of Unicode TR #36.
"""

from __future__ import annotations

import re

from factcheck.text.invisible import CODES

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_BLANKS = re.compile(r"\s+")
_COMMANDS = re.compile(CODES)
LONGEST_NAME = 100
"""Characters of what a document is called: a headline has some 60, a paragraph in its place several hundred."""
TAB_WIDTH = 4
ELLIPSIS = "..."


def display_text(text: str) -> str:
    """Replace control characters by U+FFFD and write invisible ones out (`<U+202E>`). Newlines stay, tabs are blanks.

    Terminal escape sequences lose their escape character and are then plain letters. Textual and Rich markup is not
    touched: faces must show text with markup off.
    """
    shown = _CONTROLS.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\t", " " * TAB_WIDTH))
    return _INVISIBLE.sub(lambda found: f"<U+{ord(found.group()):04X}>", shown)


def display_line(text: str, limit: int | None = None) -> str:
    """Show text on one line: as `display_text`, white space folded to blanks, cut to `limit` characters with `...`."""
    head = text if limit is None else text[: limit * 8 + 64]
    shown = _BLANKS.sub(" ", display_text(head)).strip()
    if limit is None or (len(shown) <= limit and len(head) == len(text)):
        return shown
    return shown[: max(0, limit - len(ELLIPSIS))].rstrip() + ELLIPSIS


def short_name(title: str) -> str:
    """Return what a document is called, on one line and without what commands terminals: at most its first words.

    A document without a title of its own has its first paragraph for one.
    """
    plain = display_line(_CONTROLS.sub(" ", _COMMANDS.sub("", title)))
    if len(plain) <= LONGEST_NAME:
        return plain
    return plain[: LONGEST_NAME - len(ELLIPSIS)].rsplit(" ", 1)[0] + ELLIPSIS
