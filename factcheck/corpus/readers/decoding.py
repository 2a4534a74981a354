"""From bytes to text: UTF-8 first, a byte order mark, then a library's detection, which is said."""

from __future__ import annotations

import codecs
import re

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

WESTERN = "cp1252"
"""Preferred where detection finds several encodings equally clean: what Western word processors wrote."""
MOST_CONTROLS = 0.02
"""Share of control characters from which on bytes are no text: texts have none but an escape code here and there."""
MOSTLY_ZERO = 0.4
"""Share of zeros on one side of each pair of bytes that tells UTF-16 in Latin script (nearly 0.5 of all bytes)."""

MOST_ZEROS = 0.001
"""Share of zero bytes up to which a text was only damaged: binary files have them by the hundred."""

FEW_BYTES = 3
MOST_BEYOND_ASCII = 0.01
"""Bytes beyond ASCII, and their share, up to which a text is English with a £ or an é in it: too little for a library
to tell by. German has 2 to 3 in a hundred, Polish 5 and more, Cyrillic most."""

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NO_TEXT = InputError("is a binary file, not a text", hint="export it as text, Markdown or HTML")


def decode(data: bytes, path: str) -> tuple[str, Problem | None]:
    """Decode bytes; the problem says which encoding was guessed, where it was not UTF-8.

    Raises:
        InputError: these bytes are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, path), None
    if b"\x00" in data[:PROBE] and (wide := _unmarked_utf16(data[:PROBE])):
        return data.decode(wide, errors="replace"), _guessed(wide, path)
    if len(_CONTROLS.findall(data[:PROBE])) > MOST_CONTROLS * len(data[:PROBE]):
        raise InputError(_NO_TEXT.message, hint=_NO_TEXT.hint, subject=path)
    if b"\x00" in data:
        return _without_zeros(data, path)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        return _damaged_utf8(data, path) or _guess(data, path)


def _without_zeros(data: bytes, path: str) -> tuple[str, Problem]:
    """Read UTF-8 into which a few zero and other bad bytes have strayed; more, or another encoding, is no text."""
    zeros, most = data.count(0), max(FEW_BYTES, MOST_ZEROS * len(data))
    text = data.replace(b"\x00", "\ufffd".encode()).decode("utf-8", errors="replace")
    damaged = text.count("\ufffd") - zeros
    if zeros > most or damaged > most:
        raise InputError(_NO_TEXT.message, hint=_NO_TEXT.hint, subject=path)
    also = f" and {damaged} damaged {'place' if damaged == 1 else 'places'}" if damaged else ""
    problem = Problem(
        path=path,
        reason=f"has {zeros} NUL {'byte' if zeros == 1 else 'bytes'}{also} in its text, shown as \ufffd",
        remedy="look for them; save it again as UTF-8",
    )
    return text, problem


def _decode_marked(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"begins as {encoding} and then is not: {error.reason}", hint="save it as UTF-8", subject=path
        ) from error


def _unmarked_utf16(probe: bytes) -> str:
    """Return the byte order of UTF-16 in Latin script without its mark, as Windows tools write it; "" for others."""
    zeros = probe.count(0)
    odd = probe[1::2].count(0)
    if odd == zeros and odd > MOSTLY_ZERO * len(probe):
        return "utf-16-le"
    return "utf-16-be" if odd == 0 and zeros > MOSTLY_ZERO * len(probe) else ""


def _damaged_utf8(data: bytes, path: str) -> tuple[str, Problem] | None:
    """Read UTF-8 with a few bad bytes (a cut end, a pasted word) as what it is; None if it is another encoding.

    In any other encoding, a byte above 127 is hardly ever followed by what makes it valid UTF-8.
    """
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f") - damaged
    if sound < damaged:
        return None
    problem = Problem(
        path=path,
        reason=f"is UTF-8 with {damaged} damaged {'place' if damaged == 1 else 'places'}, shown as \ufffd",
        remedy="look for them; save it again as UTF-8",
    )
    return text, problem


def _guess(data: bytes, path: str) -> tuple[str, Problem]:
    if (western := _mostly_ascii(data)) is not None:
        return western, _guessed(WESTERN, path)
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:PROBE])
    best = matches.best()
    if best is None:
        raise InputError(
            "is in no encoding that can be recognised", hint="save it as UTF-8 and try again", subject=path
        )
    equals = [m.encoding for m in matches if m.chaos <= best.chaos and m.coherence >= best.coherence]
    encoding = WESTERN if WESTERN in equals or WESTERN in best.could_be_from_charset else best.encoding
    return data.decode(encoding, errors="replace"), _guessed(encoding, path)


def _mostly_ascii(data: bytes) -> str | None:
    """Read a text that is ASCII but for a few bytes as Western: "£4 million", "café"; None if it cannot be."""
    beyond = len(_BEYOND_ASCII.findall(data[:PROBE]))
    if beyond > max(FEW_BYTES, MOST_BEYOND_ASCII * len(data[:PROBE])):
        return None
    try:
        return data.decode(WESTERN)
    except UnicodeDecodeError:
        return None


def _guessed(encoding: str, path: str) -> Problem:
    return Problem(
        path=path,
        reason=f"is not UTF-8; read as {encoding}, which was guessed",
        remedy="look at its accents and quotation marks; save it as UTF-8 if they are wrong",
    )
