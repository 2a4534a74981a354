"""Secrets that a page repeats: its own address with the key in it, the cookie or the token that it set. Pure.

They are taken out of the body and of the headers before these are kept or read, so that they reach neither snapshots
nor the corpus; a key of an address also out of the paths in which it is repeated. A payload that repeats one is the
only one that is not kept as received: it is kept unpacked then, its digest is that of what is kept, and the digest of
what was received stands beside it.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote, quote_plus, unquote, unquote_plus

from factcheck.errors import FetchError
from factcheck.web.exchanges import Exchange, Fetched, Headers
from factcheck.web.secrets import REMOVED, Secret, is_secret_header, secrets_in
from factcheck.web.unpacking import Unpacker

SHORTEST_ALONE = 6
"""Characters of a key that is looked for without its name; a shorter one stands in a text for other reasons."""
SHORTEST_FIGURE = 10
"""Digits of a key of digits alone: dates have 8."""
_MOST_UNPACKED = 30_000_000
"""Bytes; as many as a body may have (`Policy.body_bytes`)."""
_EQUALS = ("=", "%3D", "%3d", "%253D", "%253d", "&#61;", "&#x3D;", "&#x3d;", "&equals;", "\\u003D", "\\u003d")
"""How an equals sign is written in addresses, markup and scripts."""
_DEEPEST = 2
"""How often a value is encoded beyond its own address: in a share button's address, and where that is handed on."""
_ENDS = r"(?![A-Za-z0-9])"
_ESCAPE = re.compile(r"%(?:25)*[0-9A-F]{2}")
_WIDE = ("utf-16-le", "utf-16-be")
_PAIR = re.compile(r"\s*([^=;,\s]{1,200})=\"?([^;,\"\s]{1,4000})")
_COOKIES = ("set-cookie", "set-cookie2")
_PARTS = re.compile(r"((?:[^/?#]*//[^/?#]*)?)([^?#]*)(.*)", re.DOTALL)
"""Origin, path, and parameters with the fragment, of any text. Source: RFC 3986, appendix B."""
_TOKEN = re.compile(r"[^\s,;=\"]{6,4000}=*")
"""What a header that is a secret consists of: `Bearer abc...`, `nextnonce="..."`."""
_RECEIVED_AS = {"content-encoding": "X-Crawler-Content-Encoding", "content-length": "X-Crawler-Content-Length"}
"""Headers that are untrue of a body that was changed; web archives rename them like this."""


def without_echoes(fetched: Fetched) -> Fetched:
    """Return a fetch that does not repeat the secrets that were sent or set on the way."""
    way = (fetched.asked, *(exchange.url for exchange in fetched.exchanges))
    echoes = Echoes(way, (header for exchange in fetched.exchanges for header in exchange.headers))
    body = echoes.without(fetched.body)
    *before, last = fetched.exchanges
    # where there is a body, it was unpacked from the last payload
    ended = echoes.cleaned(last, look_inside=not body or body != fetched.body)
    return replace(fetched, body=body, exchanges=(*map(echoes.cleaned, before), ended))


class Echoes:
    """Finds the secrets of some exchanges wherever they are repeated."""

    def __init__(self, way: Iterable[str], headers: Iterable[tuple[str, str]]) -> None:
        """Take the addresses that were asked on the way, and the headers of the answers."""
        told = tuple(headers)
        leads = (value for name, value in told if name.lower() == "location")
        asked = tuple(secret for address in (*way, *leads) for secret in secrets_in(address))
        self._found = tuple(map(_sought, dict.fromkeys((*asked, *_told(told)))))
        certain = (secret for secret in asked if secret.certain and not _is_word(secret))
        self._in_paths = tuple(map(_sought, dict.fromkeys(certain)))

    def cleaned(self, exchange: Exchange, *, look_inside: bool = True) -> Exchange:
        """Return an exchange without what it repeats; its body, if that is looked into, is unpacked then."""
        url, headers = self.address(exchange.url), self.headers(exchange.headers)
        encoding = exchange.header("content-encoding")
        body = self.body(exchange.payload, encoding) if look_inside else None
        if body is None:
            return replace(exchange, url=url, headers=headers)
        return replace(
            exchange,
            url=url,
            payload=body,
            headers=tuple((received_as(name), value) for name, value in headers),
            received=hashlib.sha256(exchange.payload).hexdigest(),
        )

    def address(self, url: str) -> str:
        """Return an address without the keys that its path repeats; what a cookie says may stand there by chance."""
        if not self._in_paths:
            return url
        return _PARTS.sub(lambda part: part[1] + _taken_out(part[2], self._in_paths) + part[3], url, count=1)

    def headers(self, headers: Headers) -> Headers:
        """Return headers whose values repeat nothing."""
        return tuple(
            (name, self.address(value) if name.lower() == "location" else _taken_out(value, self._found))
            for name, value in headers
        )

    def body(self, payload: bytes, encoding: str) -> bytes | None:
        """Return a body, unpacked, without what it repeats; None if it repeats nothing."""
        if not self._found:
            return None
        body = _unpacked(payload, encoding)
        changed = self.without(body)
        return changed if changed != body else None

    def without(self, body: bytes) -> bytes:
        """Return an unpacked body without what it repeats."""
        return _without(body, self._found) if self._found else body


def received_as(name: str) -> str:
    """Return the name of a header beside a body that was changed."""
    return _RECEIVED_AS.get(name.lower(), name)


def _told(headers: Headers) -> Iterator[Secret]:
    """Yield the secrets that a site hands out with an answer."""
    for name, value in headers:
        if name.lower() in _COOKIES and (pair := _PAIR.match(value)):
            yield Secret(pair[1], pair[2], certain=False)
        elif is_secret_header(name):
            words = _TOKEN.findall(value)
            yield from (Secret("", word, certain=len(words) == 1) for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sought:
    """A secret as it is looked for. `core`: what all its spellings have in common, so that one look tells most texts.

    `alone`: whether it is taken out wherever it stands; `names`: what it is taken out behind.
    """

    spellings: tuple[str, ...]
    core: str
    alone: bool
    names: tuple[str, ...]

    def taken_out(self, text: str) -> str:
        """Replace the value in a text. A pattern with fixed text in front is found as fast as that text is."""
        for spelled in self.spellings if self.core in text else ():
            if spelled not in text:
                continue
            if self.alone:
                text = re.sub(re.escape(spelled) + _ENDS, self._replaced, text)
                continue
            for name in self.names:
                if name + spelled in text:
                    text = re.sub(re.escape(name + spelled) + _ENDS, (name + REMOVED).replace("\\", r"\\"), text)
        return text

    def _replaced(self, found: re.Match[str]) -> str:
        text, start = found.string, found.start()
        within_a_word = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()
        behind = bool(self.names) and text.endswith(self.names, 0, start)
        return REMOVED if behind or not within_a_word else found[0]


def _sought(secret: Secret) -> _Sought:
    spellings = tuple(sorted(_spellings(secret.value), key=len, reverse=True))
    runs = sorted(re.findall(r"[A-Za-z0-9]+", unquote(secret.value)), key=len, reverse=True)
    return _Sought(
        spellings=spellings,
        core=next((run for run in runs if all(run in spelled for spelled in spellings)), ""),
        alone=_is_telling(secret),
        names=tuple(secret.name + equals for equals in _EQUALS) if secret.name else (),
    )


def _taken_out(text: str, sought: Iterable[_Sought]) -> str:
    for one in sought:
        text = one.taken_out(text)
    return text


def _spellings(value: str) -> set[str]:
    """Return the ways in which a value is written; encoded once more, and as UTF-8 that is looked at byte by byte."""
    plain = unquote(value)
    spelled = {value, plain, unquote_plus(value), quote(plain, safe=""), quote_plus(plain), html.escape(plain)}
    for _ in range(_DEEPEST):
        spelled |= {quote(one, safe="") for one in tuple(spelled)}
    spelled |= {one.replace("/", "\\/") for one in (value, plain)}
    spelled |= {_ESCAPE.sub(lambda escape: escape[0].lower(), one) for one in tuple(spelled)}
    return {one for one in (*spelled, *(one.encode().decode("latin-1") for one in spelled)) if one}


def _is_telling(secret: Secret) -> bool:
    value = unquote(secret.value)
    if value.isdigit():
        return len(value) >= SHORTEST_FIGURE
    return len(value) >= SHORTEST_ALONE and (secret.certain or not _is_word(secret))


def _is_word(secret: Secret) -> bool:
    value = unquote(secret.value)
    return value.isalpha() and value in (value.lower(), value.capitalize())


def _unpacked(payload: bytes, encoding: str) -> bytes:
    """Unpack as much as there is: what was cut may repeat a secret, too."""
    try:
        return Unpacker(encoding, limit=_MOST_UNPACKED).feed(payload)
    except FetchError:  # a bomb, or damaged: nothing in it can be read
        return b""


def _without(body: bytes, sought: tuple[_Sought, ...]) -> bytes:
    """Take secrets out of a body; also in UTF-16, where each letter has a zero beside it."""
    changed = _taken_out(body.decode("latin-1"), sought).encode("latin-1")
    if b"\x00" not in changed:
        return changed
    for encoding in _WIDE:
        wide = changed.decode(encoding, "surrogatepass") if len(changed) % 2 == 0 else ""
        if (cleaned := _taken_out(wide, sought)) != wide:
            return cleaned.encode(encoding, "surrogatepass")
    return changed
