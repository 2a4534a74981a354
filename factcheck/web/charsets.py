"""From the bytes of a page to its text: what the site declares counts unless the bytes prove it wrong. No I/O.

Order: a byte order mark; valid UTF-8 with characters beyond ASCII, which no other encoding looks like by accident; the
header's charset; the page's own (`<meta charset>`, an XML declaration); a guess. A label means what browsers take it
for: "latin1" is windows-1252, "gb2312" is gb18030. Sources: WHATWG Encoding (labels), WHATWG HTML (the prescan).
"""

from __future__ import annotations

import codecs
import re

from factcheck.corpus.readers.decoding import MARKS, decode

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
_TEXTS = frozenset(["ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "hz", "koi8-r", "koi8-u", "tis-620"])
_FAMILIES = ("cp", "iso8859", "iso2022_jp", "gb", "big5", "euc", "shift_jis", "mac", "johab")


def page_text(body: bytes, content_type: str, name: str) -> str:
    """Return the text of a page.

    Raises:
        InputError: these bytes are no text in any encoding that can be recognised.
    """
    if any(body.startswith(mark) for mark, _ in MARKS) or _is_utf8(body):
        return decode(body, name)[0]
    for label in (_declared(content_type), _own(body)):
        encoding = _encoding(label)
        if encoding and (text := _decoded(body, encoding)) is not None:
            return text
    return decode(body, name)[0]


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
