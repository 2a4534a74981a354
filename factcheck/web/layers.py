"""A text with its escapes undone, layer by layer, and where each piece of a layer stands in the text. Pure.

A page writes one and the same thing as HTML entities, escapes of JSON, scripts, style sheets, or percent-encoded, and
one within the other, with characters between that nobody sees; each layer undoes one of them everywhere. A text is one
character a byte (latin-1), so that the places in it are those of a body; characters beyond ASCII stand as the bytes of
their UTF-8.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

MOST_LAYERS = 6
"""Escapes within one another that are undone: an address encoded twice, in JSON, in a script, in an attribute."""
_ESCAPE = re.compile(
    r"&(?:#(?P<decimal>\d{1,7})|#[xX](?P<hexadecimal>[0-9A-Fa-f]{1,6})|(?P<named>[A-Za-z][A-Za-z0-9]{1,20}(?=;)));?"
    r"|\\{1,8}(?:(?P<six>00[0-9A-Fa-f]{4})[ \t\r\n\f]?|(?P<octal>[0-3][0-7]{2})|u\{(?P<braced>[0-9A-Fa-f]{1,6})\}"
    r"|u(?P<unit>[0-9A-Fa-f]{4})|x(?P<octet>[0-9A-Fa-f]{2})|(?P<itself>[/\"'&=+])"
    r"|(?P<styled>[0-9A-Fa-f]{1,6})[ \t\r\n\f]?)"
    r"|%(?:u(?P<escaped>[0-9A-Fa-f]{4})|(?P<percent>[0-9A-Fa-f]{2}))"
    r"|(?P<unseen>\xc2\xad|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xa4]|\xef\xbb\xbf)"
)
"""`six`, `styled`: escapes of a style sheet, which may end in a blank. `unseen`: soft hyphens, zero-width and bidi
characters in UTF-8, which stand for nothing."""
_BASES = {"decimal": 10, "octal": 8}


@dataclass(frozen=True, slots=True)
class Layer:
    """A text with its escapes undone. For each escape: `at` where it stands here, `start` and `end` where there."""

    text: str
    at: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where `[start, end)` of this layer stands in the text that it was made of; not for an empty one."""
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, here: int) -> tuple[int, int]:
        last = bisect_right(self.at, here) - 1
        if last < 0:
            return here, here + 1
        beyond = here - self.at[last] - self.widths[last]
        if beyond < 0:  # within what an escape stands for
            return self.starts[last], self.ends[last]
        return self.ends[last] + beyond, self.ends[last] + beyond + 1


def layers_of(text: str) -> Iterator[tuple[str, tuple[Layer, ...]]]:
    """Yield a text and each layer below it, with the layers on the way there, the outermost first."""
    way: tuple[Layer, ...] = ()
    yield text, way
    for _ in range(MOST_LAYERS):
        layer = _undone(text)
        if layer is None:
            return
        way = (*way, layer)
        text = layer.text
        yield text, way


def place_in(way: tuple[Layer, ...], start: int, end: int) -> tuple[int, int]:
    """Return where a span of the innermost layer stands in the text."""
    for layer in reversed(way):
        start, end = layer.place(start, end)
    return start, end


def as_bytes(text: str) -> str:
    """Return a text as one character a byte of its UTF-8."""
    return text if text.isascii() else text.encode("utf-8", "surrogatepass").decode("latin-1")


def as_letters(text: str) -> str:
    """Return what `as_bytes` made into a text again."""
    return text if text.isascii() else text.encode("latin-1").decode("utf-8", "surrogatepass")


def _undone(text: str) -> Layer | None:
    pieces: list[str] = []
    at: list[int] = []
    widths: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    done = length = 0
    for escape in _ESCAPE.finditer(text):
        plain = _plain(escape)
        if plain is None:
            continue
        start, end = escape.span()
        pieces += [text[done:start], plain]
        length += start - done
        at.append(length)
        widths.append(len(plain))
        starts.append(start)
        ends.append(end)
        length += len(plain)
        done = end
    if not at:
        return None
    return Layer("".join((*pieces, text[done:])), tuple(at), tuple(widths), tuple(starts), tuple(ends))


def _plain(escape: re.Match[str]) -> str | None:
    kind = escape.lastgroup or ""
    written = escape[kind]
    if kind == "itself":
        return written
    if kind == "unseen":
        return ""
    if kind == "named":
        plain = html.unescape(f"&{written};")
        return as_bytes(plain) if not plain.startswith("&") or plain == "&" else None
    code = int(written, _BASES.get(kind, 16))
    if kind == "percent":
        return chr(code)
    return as_bytes(chr(code)) if code <= 0x10FFFF else None  # noqa: PLR2004 - the last code point
