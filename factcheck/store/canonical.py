"""Canonical JSON (RFC 8785): writing it, and telling whether bytes are it.

The reference implementation is thorough and slow, and a log is long. Plain values are written by `msgspec`, which does
so alike (a test holds the two together) and some thirty times as fast; fractions, long numbers, names that are not
ASCII and whatever else there may be are left to the reference.
"""

from __future__ import annotations

from typing import Any

import msgspec
import rfc8785

from factcheck.errors import InputError

_SORTED = msgspec.json.Encoder(order="sorted")
_LONGEST = 2**53 - 1
"""The largest number that RFC 8785 writes as a whole one."""
_BEYOND = 0xF0
"""Bytes from here on are of characters beyond the basic plane, by which names are sorted otherwise."""
_PLAIN = (str, bool, type(None))


def canonical(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return the canonical JSON bytes of a value.

    Raises:
        InputError: it holds what UTF-8 cannot, or is no JSON.
    """
    try:
        return _SORTED.encode(value) if _is_plain(value) else rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as error:
        raise InputError(
            "holds characters that UTF-8 cannot hold", hint="check what was typed or pasted, and the locale"
        ) from error


def sorted_json(value: Any) -> bytes:  # noqa: ANN401 - any value
    """Return the JSON bytes of a value that may be none of JSON: canonical where it is, and plain."""
    return _SORTED.encode(value)


def parsed(line: bytes) -> Any:  # noqa: ANN401 - any JSON value
    """Read a line; None if it is not exactly the canonical JSON of a value, with its line end."""
    try:
        if not line.isascii() and max(line) >= _BEYOND:
            return _parsed_slowly(line)
        value = _WITHOUT_FRACTIONS.decode(line)
        return value if _SORTED.encode(value) + b"\n" == line else None
    except msgspec.MsgspecError:
        return _parsed_slowly(line)
    except (ValueError, RecursionError):
        return None


def _parsed_slowly(line: bytes) -> Any:  # noqa: ANN401 - any JSON value
    try:
        value = msgspec.json.decode(line)
        return value if canonical(_with_fractions(value)) + b"\n" == line else None
    except (msgspec.MsgspecError, ValueError, RecursionError, InputError):
        return None


def _refused(fraction: str) -> float:
    raise ValueError(fraction)


_WITHOUT_FRACTIONS = msgspec.json.Decoder(float_hook=_refused)
"""Reads JSON of which `msgspec` writes every number as the reference does, and those that the reference refuses."""


def _with_fractions(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a value with its long numbers as they were: a fraction without one is written as a whole number."""
    if isinstance(value, dict):
        return {name: _with_fractions(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_with_fractions(one) for one in value]
    return float(value) if type(value) is int and abs(value) > _LONGEST else value


def _is_plain(value: Any) -> bool:  # noqa: ANN401 - any value
    kind = type(value)
    if kind in _PLAIN:
        return True
    if kind is dict:
        return all(type(name) is str and name.isascii() for name in value) and all(map(_is_plain, value.values()))
    if kind is list:
        return all(map(_is_plain, value))
    return kind is int and -_LONGEST <= value <= _LONGEST
