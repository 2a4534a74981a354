"""Readings of an address: what may be read in it once it is decoded, in each way in which a site may do so. Pure.

What is encoded twice, in an old charset, as a script writes it or in base64 is a name all the same where it arrives.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote_plus, unquote_to_bytes, urlsplit

_DECODED = 10
"""How often an address is decoded; nobody encodes it as often by accident."""
_CHARSETS = (
    *("cp1252", "cp1250", "cp1251", "koi8-r", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"),
)
"""Charsets in which addresses are encoded beside UTF-8: those of whole languages. Source: WHATWG Encoding Standard."""
_SCRIPTED = re.compile(r"(?:%|\\{1,2})u\{([0-9A-Fa-f]{1,6})\}|(?:%|\\{1,2})u([0-9A-Fa-f]{4})|\\{1,2}x([0-9A-Fa-f]{2})")
"""Letters as JavaScript writes them: escape() makes %u0417, a string \\u0417 or \\x4d."""
_PACKED = re.compile(r"[A-Za-z0-9+/_-]{6,}")
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}){4,}")
_SEAM = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-z])(?=[A-Z])")
"""Where words are written as one: "holt2024", "MarenHolt"."""
_PUNYCODE = "xn--"


def readings(url: str) -> tuple[str, ...]:
    """Return the texts that may be read in an address, each with its host in letters."""
    written = _decoded(url)
    texts = [written, _SEAM.sub(" ", written), *_in_charsets(url), *_unpacked(written)]
    host = _host_in_letters(url)
    return tuple(dict.fromkeys(f"{text} {host}" for text in texts))


def _decoded(url: str) -> str:
    for _ in range(_DECODED):
        # a script's own letters first: "%u0417" is no percent-encoding
        plain = html.unescape(unquote_plus(_SCRIPTED.sub(_letter, url)))
        if plain == url:
            break
        url = plain
    return url


def _letter(found: re.Match[str]) -> str:
    code = int(found[found.lastindex or 0], 16)
    return chr(code) if code <= 0x10FFFF else found[0]  # noqa: PLR2004 - the last code point


def _in_charsets(url: str) -> Iterator[str]:
    """Yield an address in each charset that its bytes are of, if they are not UTF-8."""
    octets = unquote_to_bytes(url.replace("+", " "))
    try:
        octets.decode()
    except UnicodeDecodeError:
        yield from (octets.decode(charset, "ignore") for charset in _CHARSETS)


def _unpacked(text: str) -> Iterator[str]:
    """Yield what the words of a text stand for in base64 and in hexadecimal digits."""
    for word in _PACKED.findall(text):
        for octets in _octets(word):
            packed = octets.decode("utf-8", "replace")
            if packed.replace("\ufffd", "").isprintable():
                yield packed


def _octets(word: str) -> Iterator[bytes]:
    if _HEX.fullmatch(word):
        yield bytes.fromhex(word)
    try:
        yield base64.urlsafe_b64decode(word.translate({43: "-", 47: "_"}) + "=" * (-len(word) % 4))
    except binascii.Error:
        return


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
