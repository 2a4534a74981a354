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
from dataclasses import replace
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
    exchanges = tuple(map(echoes.cleaned, fetched.exchanges))
    return replace(fetched, body=echoes.without(fetched.body), exchanges=exchanges)


class Echoes:
    """Finds the secrets of some exchanges wherever they are repeated."""

    def __init__(self, way: Iterable[str], headers: Iterable[tuple[str, str]]) -> None:
        """Take the addresses that were asked on the way, and the headers of the answers."""
        told = tuple(headers)
        leads = (value for name, value in told if name.lower() == "location")
        asked = tuple(secret for address in (*way, *leads) for secret in secrets_in(address))
        self._found = _pattern(dict.fromkeys((*asked, *_told(told))))
        self._in_paths = _pattern(dict.fromkeys(secret for secret in asked if secret.certain and not _is_word(secret)))

    def cleaned(self, exchange: Exchange) -> Exchange:
        """Return an exchange without what it repeats; its body is unpacked then."""
        url, headers = self.address(exchange.url), self.headers(exchange.headers)
        body = self.body(exchange.payload, exchange.header("content-encoding"))
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
        keys = self._in_paths
        if keys is None:
            return url
        return _PARTS.sub(lambda part: part[1] + keys.sub(REMOVED, part[2]) + part[3], url, count=1)

    def headers(self, headers: Headers) -> Headers:
        """Return headers whose values repeat nothing."""
        if self._found is None:
            return headers
        return tuple(
            (name, self.address(value) if name.lower() == "location" else self._found.sub(REMOVED, value))
            for name, value in headers
        )

    def body(self, payload: bytes, encoding: str) -> bytes | None:
        """Return a body, unpacked, without what it repeats; None if it repeats nothing."""
        if self._found is None:
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


def _pattern(secrets: Iterable[Secret]) -> re.Pattern[str] | None:
    """Return what finds the values of secrets, in all their spellings: alone if telling, and after their names."""
    spelled: list[str] = []
    for secret in secrets:
        value = "|".join(map(re.escape, sorted(_spellings(secret.value), key=len, reverse=True)))
        if _is_telling(secret):
            spelled.append(rf"(?<![A-Za-z0-9])(?:{value})(?![A-Za-z0-9])")
        if secret.name:
            spelled += (rf"(?<={re.escape(secret.name + equals)})(?:{value})(?![A-Za-z0-9])" for equals in _EQUALS)
    return re.compile("|".join(spelled)) if spelled else None


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


def _without(body: bytes, pattern: re.Pattern[str]) -> bytes:
    """Replace what the pattern finds; also in UTF-16, where each letter has a zero beside it."""
    text = body.decode("latin-1")
    changed = pattern.sub(REMOVED, text).encode("latin-1")
    if b"\x00" not in changed:
        return changed
    for encoding in _WIDE:
        wide = changed.decode(encoding, "surrogatepass") if len(changed) % 2 == 0 else ""
        if wide and pattern.search(wide):
            return pattern.sub(REMOVED, wide).encode(encoding, "surrogatepass")
    return changed
