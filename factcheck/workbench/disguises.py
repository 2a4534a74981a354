"""Readings of an address: what may be read in it once it is decoded, in each way in which a site may do so. Pure.

What is encoded twice, in an old charset, as a script writes it, packed (base64, base32, hexadecimal digits) or spread
over the fields of a form is a name all the same where it arrives.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote_plus, unquote_to_bytes, urlsplit

_DECODED = 10
"""How often an address is decoded; nobody encodes it as often by accident."""
_CHARSETS = (
    *("cp1252", "cp1250", "cp1251", "koi8-r", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"),
)
"""Charsets in which addresses are encoded beside UTF-8: those of whole languages. Source: WHATWG Encoding Standard."""
_SCRIPTED = re.compile(r"(?:%|\\{1,2})u\{([0-9A-Fa-f]{1,6})\}|(?:%|\\{1,2})u([0-9A-Fa-f]{4})|\\{1,2}x([0-9A-Fa-f]{2})")
_OCTAL = re.compile(r"\\{1,2}([0-3][0-7]{2})")
"""Letters as JavaScript writes them: escape() makes %u0417, a string \\u0417, \\x4d or \\115."""
_PACKED = re.compile(r"[A-Za-z0-9+/_-]{6,}")
_BASE32 = re.compile(r"[A-Za-z2-7]{10,}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}[ :,.-]?){3,}[0-9A-Fa-f]{2}")
_CODES = re.compile(r"(?:\d{2,3}[ :,;.-]){3,}\d{2,3}")
"""Letters by their numbers: "77,97,114"."""
_DEEPEST = 2
"""How often what was unpacked is unpacked again."""
_WIDE = ("utf-16-le", "utf-16-be")
_SEAM = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-z])(?=[A-Z])")
"""Where words are written as one: "holt2024", "MarenHolt"."""
_FIELD = re.compile(r"[?&;][\w.\[\]-]{1,40}=")
"""What stands between the parts of a name in a form: "first=M&last=Holt"."""
_PUNYCODE = "xn--"


def readings(url: str) -> tuple[str, ...]:
    """Return the texts that may be read in an address, each with its host in letters."""
    written = _decoded(url)
    printable = _decoded(written.replace("=", "%"))  # quoted-printable: "=4D"
    spread = _FIELD.sub(" ", written)
    texts = [written, printable, spread, _SEAM.sub(" ", written), *_in_charsets(url), *_unpacked(written)]
    host = _host_in_letters(url)
    return tuple(dict.fromkeys(f"{text} {host}" for text in texts))


def _decoded(url: str) -> str:
    for _ in range(_DECODED):
        # a script's own letters first: "%u0417" is no percent-encoding
        plain = html.unescape(unquote_plus(_OCTAL.sub(_octal, _SCRIPTED.sub(_letter, url))))
        if plain == url:
            break
        url = plain
    return url


def _letter(found: re.Match[str]) -> str:
    code = int(found[found.lastindex or 0], 16)
    return chr(code) if code <= 0x10FFFF else found[0]  # noqa: PLR2004 - the last code point


def _octal(found: re.Match[str]) -> str:
    return chr(int(found[1], 8))


def _in_charsets(url: str) -> Iterator[str]:
    """Yield an address in each charset that its bytes are of, if they are not UTF-8."""
    octets = unquote_to_bytes(url.replace("+", " "))
    try:
        octets.decode()
    except UnicodeDecodeError:
        yield from (octets.decode(charset, "ignore") for charset in _CHARSETS)


def _unpacked(text: str, deep: int = _DEEPEST) -> Iterator[str]:
    """Yield what the words of a text stand for in base64, base32, hexadecimal digits and numbers of letters."""
    for octets in _octets(text):
        for packed in _letters(octets):
            yield packed
            plain = _decoded(packed)
            yield plain
            if deep > 1:
                yield from _unpacked(plain, deep - 1)


def _letters(octets: bytes) -> Iterator[str]:
    """Yield bytes as letters, where they are some; with zeros among them, as UTF-16."""
    charsets = _WIDE if b"\x00" in octets else ("utf-8",)
    for charset in charsets:
        letters = octets.decode(charset, "replace").replace("\ufeff", "")
        if letters.replace("\ufffd", "").isprintable():
            yield letters


def _octets(text: str) -> Iterator[bytes]:
    for found in _HEX.findall(text):
        digits = re.sub(r"[ :,.-]", "", found)
        yield bytes.fromhex(digits)
    for found in _CODES.findall(text):
        codes = [int(code) for code in re.findall(r"\d+", found)]
        if max(codes) <= 0xFF:  # noqa: PLR2004 - a byte
            yield bytes(codes)
    for word in _BASE32.findall(text):
        with suppress(binascii.Error):
            yield base64.b32decode(word.upper() + "=" * (-len(word) % 8))
    for word in _PACKED.findall(text):
        with suppress(binascii.Error):
            yield base64.urlsafe_b64decode(word.translate({43: "-", 47: "_"}) + "=" * (-len(word) % 4))


def _host_in_letters(url: str) -> str:
    """Return the host with each label of punycode in letters, also where others of its labels are no valid ones."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return ".".join(_label(label) for label in host.split("."))


def _label(label: str) -> str:
    if not label.startswith(_PUNYCODE):
        return label
    try:
        return label.removeprefix(_PUNYCODE).encode().decode("punycode")
    except UnicodeError:
        return label
