"""What a value looks like within text that is packed: base64, base32, hexadecimal digits. Pure.

Where it stands in what was packed decides on how its digits look, so there are three looks in base64 and five in
base32; digits at either end belong to its neighbours, too. Source: RFC 4648.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_BYTE = 8  # bits
_BASES: tuple[tuple[Callable[[bytes], bytes], int, int], ...] = (
    (base64.b64encode, 6, 3),
    (base64.urlsafe_b64encode, 6, 3),
    (base64.b32encode, 5, 5),
    (lambda octets: base64.b32encode(octets).lower(), 5, 5),
)
"""What packs, bits of a digit, and after how many bytes the digits begin anew."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a value looks like in packed text: `fixed` stands in it letter for letter ("" for hexadecimal digits).

    The pattern is made where `fixed` is found alone: there are nine for each value, and a page sets many.
    """

    fixed: str
    pattern: str

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where it stands in a text."""
        return re.finditer(self.pattern, text) if self.fixed in text else iter(())


def looks_packed(value: bytes) -> tuple[Look, ...]:
    """Return what finds a value in packed text. Where a digit before it holds a part of it, that is not found."""
    looks = (_look(value, before, base) for base in _BASES for before in range(base[2]))
    return tuple(dict.fromkeys((_hexadecimal(value), *looks)))


def _look(value: bytes, before: int, base: tuple[Callable[[bytes], bytes], int, int]) -> Look:
    """Return what finds a value behind so many other bytes; a last digit that holds but a part of it goes with it."""
    pack, bits, _ = base
    first, last = before * _BYTE, (before + len(value)) * _BYTE
    digits = pack(bytes(before) + value).decode()[-(-first // bits) : last // bits]
    return Look(digits, re.escape(digits) + "[A-Za-z0-9+/_-]?" * (last % bits > 0) + "={0,6}")


def _hexadecimal(value: bytes) -> Look:
    pairs = ("".join(c if c.isdigit() else f"[{c}{c.upper()}]" for c in f"{octet:02x}") for octet in value)
    return Look("", r"(?:[ :-]|,? ?0x)?".join(pairs))
