"""Secrets that a page repeats: its own address with the key in it, the cookie that it set. Pure.

They are taken out of the body before it is kept or read, so that they reach neither snapshots nor the corpus. That is
the one case in which a payload is not kept as received: it is kept unpacked then, its digest is that of what is kept,
and the digest of what was received stands beside it.
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
from factcheck.web.secrets import REMOVED, Secret, secrets_in
from factcheck.web.unpacking import Unpacker

SHORTEST_ALONE = 6
"""Characters of a key that is looked for without its name; a shorter one stands in a text for other reasons."""
SHORTEST_FIGURE = 10
"""Digits of a key of digits alone: dates have 8."""
_MOST_UNPACKED = 30_000_000
"""Bytes; as many as a body may have (`Policy.body_bytes`)."""
_EQUALS = ("=", "%3D", "%3d", "&#61;", "&#x3D;", "&#x3d;", "&equals;", "\\u003D", "\\u003d")
"""How an equals sign is written in addresses, markup and scripts."""
_WIDE = ("utf-16-le", "utf-16-be")
_PAIR = re.compile(r"\s*([^=;,\s]{1,200})=\"?([^;,\"\s]{1,4000})")
_RECEIVED_AS = {"content-encoding": "X-Crawler-Content-Encoding", "content-length": "X-Crawler-Content-Length"}
"""Headers that are untrue of a body that was changed; web archives rename them like this."""


def without_echoes(fetched: Fetched) -> Fetched:
    """Return a fetch whose bodies do not repeat the secrets that were sent or set on the way."""
    secrets = tuple(dict.fromkeys(_secrets(fetched)))
    pattern = _pattern(secrets)
    if pattern is None:
        return fetched
    exchanges = tuple(_cleaned(exchange, pattern) for exchange in fetched.exchanges)
    return replace(fetched, body=_without(fetched.body, pattern), exchanges=exchanges)


def clean_payload(payload: bytes, *, way: Iterable[str], headers: Headers) -> bytes | None:
    """Return the body of one answer, unpacked, without the secrets that it repeats; None if it repeats none.

    `way`: the addresses that were asked on the way to it, its own included; `headers`: those of the answer.
    """
    found = [*(secret for address in way for secret in secrets_in(address)), *_told(headers)]
    pattern = _pattern(dict.fromkeys(found))
    if pattern is None:
        return None
    encoding = ", ".join(value for name, value in headers if name.lower() == "content-encoding")
    body = _unpacked(payload, encoding)
    changed = _without(body, pattern)
    return changed if changed != body else None


def received_as(name: str) -> str:
    """Return the name of a header beside a body that was changed."""
    return _RECEIVED_AS.get(name.lower(), name)


def _secrets(fetched: Fetched) -> Iterator[Secret]:
    yield from secrets_in(fetched.asked)
    for exchange in fetched.exchanges:
        yield from secrets_in(exchange.url)
        yield from _told(exchange.headers)


def _told(headers: Headers) -> Iterator[Secret]:
    """Yield the secrets that a site hands out with an answer."""
    for name, value in headers:
        if name.lower() == "location":
            yield from secrets_in(value)
        elif name.lower() == "set-cookie" and (pair := _PAIR.match(value)):
            yield Secret(pair[1], pair[2], certain=False)


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
    """Return the ways in which a value is written; also as UTF-8 that is looked at byte by byte."""
    plain = unquote(value)
    spelled = {value, plain, unquote_plus(value), quote(plain, safe=""), quote_plus(plain), html.escape(plain)}
    return {one for one in (*spelled, *(one.encode().decode("latin-1") for one in spelled)) if one}


def _is_telling(secret: Secret) -> bool:
    value = unquote(secret.value)
    if value.isdigit():
        return len(value) >= SHORTEST_FIGURE
    is_word = value.isalpha() and value in (value.lower(), value.capitalize())
    return len(value) >= SHORTEST_ALONE and (secret.certain or not is_word)


def _cleaned(exchange: Exchange, pattern: re.Pattern[str]) -> Exchange:
    body = _unpacked(exchange.payload, exchange.header("content-encoding"))
    changed = _without(body, pattern)
    if changed == body:
        return exchange
    return replace(
        exchange,
        payload=changed,
        headers=tuple((received_as(name), value) for name, value in exchange.headers),
        received=hashlib.sha256(exchange.payload).hexdigest(),
    )


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
