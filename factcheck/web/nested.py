"""Keys within the value of a parameter or in a fragment: JSON, a header, a list, markup, a path of names. Pure.

Any of these names its key as a parameter does, and writes its value in its own way. What is no more than a word behind
a colon stays: people write such titles and search for them.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator

_QUOTE = r"(?:\\{0,8}[\"'])"
_GAP = r"(?:[\s+]|%20)*"
_VALUE = r"[^\s\"'<>&;,#(){}\[\]\\]+"
_NAME = re.compile(rf"(?<![\w.-])([\w.-]{{1,60}})({_QUOTE}?){_GAP}([:=]){_GAP}")
_NAMED = re.compile(
    rf"{_QUOTE}(?P<quoted>[^\"']{{1,4000}}?)(?=\\{{0,8}}[\"'])|\[(?P<list>[^\]]{{1,4000}})\]|(?P<bare>{_VALUE})"
)
"""A name and its value: `"api_key":"…"`, `api_key=…`, `token: …`, `"tokens":[…]`; with quotes that may be escaped."""
_HEADER = re.compile(
    rf"(?<![\w-])((?:proxy-)?authori[sz]ation|(?:set-)?cookie2?)(?:\\{{0,8}}[\"'])?{_GAP}[:=]{_GAP}(?:\\{{0,8}}[\"'])?"
    r"(?P<value>[^\r\n\"'<>&#]{1,4000})",
    re.IGNORECASE,
)
"""A header whose value has parts of its own: all of it goes."""
_SCHEME = re.compile(r"(?<![\w-])(bearer|basic|negotiate)(?:[\s+:]|%20)+(?P<value>[\w.~+/=-]{6,4000})", re.IGNORECASE)
"""Credentials without their header. Source: RFC 7235, 2.1."""
_ELEMENT = re.compile(r"<(?:\w{1,20}:)?([\w.-]{1,60})>([^<>]{1,4000})</")
_STEPS = re.compile(r"(?<=/)([\w.-]{1,60})/([^/?&#\s\"'<>]{1,4000})")
"""A name and its value as two steps of a path; looked for in fragments, which are no addresses of pages."""
_PACKED = re.compile(r"[A-Za-z0-9+/_-]{8,4000}={0,2}")
_SPACES = (" ", "+", "%20")
_BETWEEN = re.compile(r"%20|[-_+.]")
_SHORTEST = 6
"""Characters of a value that stands behind a colon without quotes."""

IsKey = Callable[[str], bool]
Replace = Callable[[str, str], str]
"""(name, value) -> what is to stand in its place."""


def without_nested(text: str, is_key: IsKey, replace: Replace) -> str:
    """Return an address without the keys that stand in its parameters and its fragment in ways of their own."""
    start = min((at for at in (text.find("?"), text.find("#")) if at >= 0), default=-1)
    if start < 0:
        return text
    head, tail = text[:start], text[start:]
    tail = _HEADER.sub(lambda found: _in_place(found, "value", replace(found[1], found["value"])), tail)
    tail = _SCHEME.sub(lambda found: _scheme(found, replace), tail)
    tail = "".join(_entries(tail, is_key, replace))
    tail = _ELEMENT.sub(lambda found: _element(found, is_key, replace), tail)
    query, mark, fragment = tail.partition("#")
    return head + query + mark + _STEPS.sub(lambda found: _step(found, is_key, replace), fragment)


def is_packed(value: str, has_keys: Callable[[str], bool]) -> bool:
    """Whether a value is base64 of something with a key in it."""
    if not _PACKED.fullmatch(value):
        return False
    digits = value.rstrip("=").translate({43: "-", 47: "_"})
    try:
        octets = base64.urlsafe_b64decode(digits + "=" * (-len(digits) % 4))
    except binascii.Error:
        return False
    plain = octets.decode("utf-8", "replace")
    return plain.isprintable() and has_keys(f"?{plain}")


def is_word(value: str) -> bool:
    """Whether a value is a word as people write them."""
    return value.isalpha() and value in (value.lower(), value.capitalize())


def _entries(text: str, is_key: IsKey, replace: Replace) -> Iterator[str]:
    """Yield a text piece by piece, with something else in place of the values of its keys."""
    done = 0
    for name in _NAME.finditer(text):
        if name.start() < done or not is_key(name[1]) or not (value := _NAMED.match(text, name.end())):
            continue
        group = value.lastgroup or ""
        if _is_said(name, value[group], is_bare=group == "bare"):
            continue
        yield text[done : value.start(group)]
        yield replace(name[1], value[group])
        done = value.end(group)
    yield text[done:]


def _is_said(name: re.Match[str], value: str, *, is_bare: bool) -> bool:
    """Whether what looks like a key is a title, a search, or what a table is ordered by."""
    if name[1].lower() == "key" and is_word(value):
        return True
    if not is_bare or name[3] == "=" or name[2]:
        return False
    words = [word for word in _BETWEEN.split(value) if word]
    is_prose = name[0].endswith(_SPACES) or len(words) > 1
    return len(value) < _SHORTEST or not any(c.isalpha() for c in value) or (is_prose and all(map(is_word, words)))


def _element(found: re.Match[str], is_key: IsKey, replace: Replace) -> str:
    return _in_place(found, 2, replace(found[1], found[2])) if is_key(found[1]) else found[0]


def _scheme(found: re.Match[str], replace: Replace) -> str:
    return found[0] if is_word(found["value"]) else _in_place(found, "value", replace(found[1], found["value"]))


def _step(found: re.Match[str], is_key: IsKey, replace: Replace) -> str:
    return _in_place(found, 2, replace(found[1], found[2])) if is_key(found[1]) and not is_word(found[2]) else found[0]


def _in_place(found: re.Match[str], group: str | int, value: str) -> str:
    start, end = found.start(group) - found.start(), found.end(group) - found.start()
    return found[0][:start] + value + found[0][end:]
