"""What a value looks like within text that is packed: base64, base32, hexadecimal digits. Pure.

Where it stands in what was packed decides on how its digits look, so there are three looks in base64 and five in
base32; digits at either end belong to its neighbours, too. Source: RFC 4648.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable

_BYTE = 8  # bits
_BASES: tuple[tuple[Callable[[bytes], bytes], int, int], ...] = (
    (base64.b64encode, 6, 3),
    (base64.urlsafe_b64encode, 6, 3),
    (base64.b32encode, 5, 5),
    (lambda octets: base64.b32encode(octets).lower(), 5, 5),
)
"""What packs, bits of a digit, and after how many bytes the digits begin anew."""


def looks_packed(value: bytes) -> tuple[re.Pattern[str], ...]:
    """Return what finds a value in packed text. Where a digit before it holds a part of it, that is not found."""
    looks = (_look(value, before, base) for base in _BASES for before in range(base[2]))
    return tuple({one.pattern: one for one in (_hexadecimal(value), *looks)}.values())


def _look(value: bytes, before: int, base: tuple[Callable[[bytes], bytes], int, int]) -> re.Pattern[str]:
    """Return what finds a value behind so many other bytes; a last digit that holds but a part of it goes with it."""
    pack, bits, _ = base
    first, last = before * _BYTE, (before + len(value)) * _BYTE
    digits = pack(bytes(before) + value).decode()[-(-first // bits) : last // bits]
    return re.compile(re.escape(digits) + "[A-Za-z0-9+/_-]?" * (last % bits > 0) + "={0,6}")


def _hexadecimal(value: bytes) -> re.Pattern[str]:
    pairs = ("".join(c if c.isdigit() else f"[{c}{c.upper()}]" for c in f"{octet:02x}") for octet in value)
    return re.compile(r"(?:[ :-]|,? ?0x)?".join(pairs))
