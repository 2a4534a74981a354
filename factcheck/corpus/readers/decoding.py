"""From bytes to text: UTF-8 first, a byte order mark, then a library's detection, which is said."""

from __future__ import annotations

import codecs

from factcheck.domain import Problem
from factcheck.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
PROBE = 64 * 1024
"""Bytes that detection looks at; it is quadratic-ish in its candidates, and more does not change its mind."""


def decode(data: bytes, path: str) -> tuple[str, Problem | None]:
    """Decode bytes; the problem says which encoding was guessed, where it was not UTF-8.

    Raises:
        InputError: these bytes are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, path), None
    if b"\x00" in data[:PROBE]:
        raise InputError("is a binary file, not a text", hint="export it as text, Markdown or HTML", subject=path)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _guess(data, path)


def _decode_marked(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"begins as {encoding} and then is not: {error.reason}", subject=path) from error


def _guess(data: bytes, path: str) -> tuple[str, Problem]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:PROBE]).best()
    if best is None:
        raise InputError(
            "is in no encoding that can be recognised", hint="save it as UTF-8 and try again", subject=path
        )
    text = data.decode(best.encoding, errors="replace")
    problem = Problem(
        path=path,
        reason=f"is not UTF-8; read as {best.encoding}, which was guessed",
        remedy="look at its accents and quotation marks; save it as UTF-8 if they are wrong",
    )
    return text, problem
