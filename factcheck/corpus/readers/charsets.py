"""From the bytes of a page to its text: what the site declares counts unless the bytes prove it wrong. No I/O.

Order: a byte order mark; valid UTF-8 with characters beyond ASCII, which no other encoding looks like by accident; the
header's charset; the page's own (`<meta charset>`, an XML declaration); a guess. A page whose letters show that it is
in another charset than it declares (`plausible`) is read as what it is, and that is said. A label means what browsers
take it for: "latin1" is windows-1252, "gb2312" is gb18030. Sources: WHATWG Encoding (labels), HTML (the prescan).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from factcheck.corpus.readers.decoding import MARKS, decode
from factcheck.corpus.readers.plausible import better_than, other_script
from factcheck.domain import Problem

_PRESCAN = 4096
"""Bytes in which a page's own declaration is looked for; browsers look at 1024, and some pages declare it later."""
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_OWN = re.compile(
    rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_TAKEN_FOR = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""Python's name of a label -> the encoding that browsers read it as, a superset."""
_SHOWN = {
    **{f"cp{number}": f"windows-{number}" for number in (874, 1250, 1251, 1252, 1253, 1255, 1256)},
    "big5hkscs": "big5",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "euc_jp": "euc-jp",
    "mac_cyrillic": "x-mac-cyrillic",
}
"""Python's name of an encoding -> the one that a page would declare."""
_IN_PAIRS = frozenset(["big5hkscs", "cp932", "cp949", "euc_jp", "euc_jis_2004", "gb18030"])
"""Encodings in which bytes beyond ASCII come in pairs, and not every pair is a character."""
_FEW = 120
"""Characters beyond ASCII up to which a guess counts less than such an encoding in which the page has no fault: that is
two sentences, in which a few rare characters weigh much."""
_TEXTS = frozenset(["ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "hz", "koi8-r", "koi8-u", "tis-620"])
_FAMILIES = ("cp", "iso8859", "iso2022_jp", "gb", "big5", "euc", "shift_jis", "mac", "johab")


def page_text(body: bytes, content_type: str, name: str) -> tuple[str, Problem | None]:
    """Return the text of a page; the problem says where its charset is guessed, or is not what it declares.

    Raises:
        InputError: these bytes are no text in any encoding that can be recognised.
    """
    labels = [label for label in (_declared(content_type), _own(body)) if _encoding(label)]
    if any(body.startswith(mark) for mark, _ in MARKS) or _is_utf8(body):
        wrong = labels and _is_utf8(body) and _encoding(labels[0]) != "utf-8"
        return decode(body, name)[0], _wrong(labels[0], "utf-8", name) if wrong else None
    for label in labels:
        encoding = _encoding(label)
        if (text := _decoded(body, encoding)) is not None:
            other = "" if _is_trusted(text, encoding) else better_than(text, body)
            return _read_as(body, other, label, name) if other else (text, None)
    return _guessed(body, labels[0] if labels else "", name)


def _is_trusted(text: str, encoding: str) -> bool:
    """Whether a short text is what its page declares: pairs of bytes that all fit are no accident.

    Half-width kana are one byte each, and what other East Asian encodings become in Shift_JIS.
    """
    beyond = sum(letter > "\x7f" for letter in text)
    narrow = sum("\uff61" <= letter <= "\uff9f" for letter in text)
    return encoding in _IN_PAIRS and beyond <= _FEW and "\ufffd" not in text and 2 * narrow <= beyond


def _guessed(body: bytes, label: str, name: str) -> tuple[str, Problem | None]:
    """Read a page that declares nothing, or what it is not."""
    if other := other_script(body):
        return _read_as(body, other, label, name)
    text, problem = decode(body, name)
    if problem and label:
        problem = replace(problem, reason=f"declares the charset {label} and {problem.reason}")
    return text, problem


def _read_as(body: bytes, encoding: str, label: str, name: str) -> tuple[str, Problem]:
    return body.decode(encoding, "replace"), _wrong(label, encoding, name)


def _wrong(label: str, encoding: str, name: str) -> Problem:
    said = f"declares the charset {label}" if label else "declares no charset"
    shown = _SHOWN.get(encoding, encoding)
    return Problem(
        path=name,
        reason=f"{said}, and its letters are those of {shown}; read as that",
        remedy="look at its letters; if they are wrong, save it as UTF-8, and `factcheck corpus add` the file",
    )


def _is_utf8(body: bytes) -> bool:
    if body.isascii():
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(content_type: str) -> str:
    found = _HEADER.search(content_type)
    return found[1] if found else ""


def _own(body: bytes) -> str:
    found = _OWN.search(body[:_PRESCAN])
    return (found[1] or found[2]).decode("ascii") if found else ""


def _encoding(label: str) -> str:
    """Return Python's codec for a label; "" for none, and for codecs that are no encodings of text."""
    try:
        name = codecs.lookup(label).name if label else ""
    except LookupError:
        return ""
    name = _TAKEN_FOR.get(name, name)
    return name if name in _TEXTS or name.startswith(_FAMILIES) else ""


def _decoded(body: bytes, encoding: str) -> str | None:
    """Return the text, or None where the bytes are not in this encoding; the odd damaged byte is let pass."""
    text = body.decode(encoding, errors="replace")
    damaged = text.count("\ufffd")
    beyond = sum(1 for byte in body if byte > 0x7F)  # noqa: PLR2004 - ASCII
    return text if "\x00" not in text and damaged * 10 <= beyond else None
