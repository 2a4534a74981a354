"""Secrets that a page repeats: its own address with the key in it, the cookie or the token that it set. Pure.

Also in other letters: as entities, escaped, encoded, packed (`layers`, `packed`); and tokens of a session that it hands
out (`tokens`). They are taken out of the body and of the headers before these are kept or read, so that they reach
neither snapshots nor the corpus; a key of an address also out of what else repeats it there. A payload with a secret is
the only one that is not kept as received: it is kept unpacked then, its digest is that of what is kept, and beside it
stand the digest of what was received and what was taken out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import quote, unquote, unquote_plus

from factcheck.errors import FetchError
from factcheck.web.exchanges import Exchange, Fetched, Headers, status_fault
from factcheck.web.layers import as_bytes, as_letters, layers_of, place_in
from factcheck.web.nested import is_word
from factcheck.web.packed import Look, looks_packed
from factcheck.web.secrets import REMOVED, Secret, has_secrets, is_secret_header, secrets_in
from factcheck.web.tokens import without_tokens
from factcheck.web.unpacking import Unpacker

SHORTEST_ALONE = 6
"""Characters of a key that is looked for without its name; a shorter one stands in a text for other reasons."""
SHORTEST_FIGURE = 10
"""Digits of a key of digits alone: dates have 8."""
_MOST_UNPACKED = 30_000_000
"""Bytes; as many as a body may have (`Policy.body_bytes`)."""
_ENDS = r"(?![A-Za-z0-9])"
_BEHIND = re.compile(r"(?:[\]\"']{0,2}\s?=\s?[\"']?|[\"']\s?:\s?[\"']?)\Z")
"""What stands between a name and its value."""
_LONGEST_SIGN = 6
_SENT = "secrets of the exchange that it repeats"
_HANDED_OUT = "tokens of a session"
_MARKS = re.compile(rb"<[^<>]{0,2000}>")
_FILES = re.compile(rb"\s{0,9}(?:%PDF-|PK\x03\x04|\x1f\x8b|\x89PNG|\xff\xd8\xff|GIF8|RIFF)")
"""How files begin that pack what they hold."""
_WIDE = ("utf-16-le", "utf-16-be")
_PAIR = re.compile(r"\s*([^=;,\s]{1,200})=\"?([^;,\"\s]{1,4000})")
_COOKIES = ("set-cookie", "set-cookie2")
_PARTS = re.compile(r"((?:[^/?#]*//[^/?#]*)?)([^?#]*)(.*)", re.DOTALL)
"""Origin, path, and parameters with the fragment, of any text. Source: RFC 3986, appendix B."""
_PARAMETER = re.compile(r"[^?&#;]+")
_STEP = re.compile(r";([^;/]*)|[^;]+")
"""A parameter of a path, or what stands between two."""
_TOKEN = re.compile(r"[^\s,;=\"]{6,4000}=*")
"""What a header that is a secret consists of: `Bearer abc...`, `nextnonce="..."`."""
_RECEIVED_AS = {"content-encoding": "X-Crawler-Content-Encoding", "content-length": "X-Crawler-Content-Length"}
"""Headers that are untrue of a body that was changed; web archives rename them like this."""


def without_echoes(fetched: Fetched) -> Fetched:
    """Return a fetch that does not repeat the secrets that were sent or set on the way."""
    echoes = Echoes.of(fetched)
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
        certain = (secret for secret in asked if secret.certain and not is_word(unquote(secret.value)))
        self._in_addresses = tuple(map(_sought, dict.fromkeys(certain)))

    @classmethod
    def of(cls, fetched: Fetched) -> Self:
        """Return the echoes of a fetch, also of one that was cleaned: cookies and credentials stay until it is kept."""
        way = (fetched.asked, *(exchange.url for exchange in fetched.exchanges))
        return cls(way, (header for exchange in fetched.exchanges for header in exchange.headers))

    @property
    def seek_keys(self) -> bool:
        """Whether a key was sent, so that a text may be found to repeat it."""
        return bool(self._in_addresses)

    def stand_in(self, text: str) -> bool:
        """Whether a text repeats a key that was sent; what a cookie says may stand there by chance."""
        return bool(self._in_addresses) and _taken_out(text, self._in_addresses) != text

    def cleaned(self, exchange: Exchange, *, look_inside: bool = True) -> Exchange:
        """Return an exchange without what it repeats; its body, if that is looked into, is unpacked then.

        The body of what is no page goes as a whole where it may hold a key that cannot be taken out.
        """
        kept = self._cleaned(exchange, look_inside=look_inside)
        is_page = not (status_fault(exchange.status) or exchange.redirects_to)
        if is_page or not self.may_hide(kept.payload, kept.header("content-encoding")):
            return kept
        return replace(kept, payload=b"", truncated="unspecified", masked=kept.masked or _SENT)

    def may_hide(self, payload: bytes, encoding: str) -> bool:
        """Whether a key may stand in a body: in pieces, with marks between them, or packed in ways of a file's own."""
        if not self.seek_keys or not payload:
            return False
        body = unpacked(payload, encoding)
        if not body or _FILES.match(body):
            return True
        bare = _MARKS.sub(b"", body).decode("latin-1")
        return self.stand_in(bare) or any(one.stands_in(bare.lower()) for one in self._in_addresses)

    def _cleaned(self, exchange: Exchange, *, look_inside: bool) -> Exchange:
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
            masked=self._masked_of(exchange.payload, encoding),
        )

    def address(self, url: str) -> str:
        """Return an address without the keys that it repeats; what a cookie says may stand there by chance.

        A key's own parameter stays: what is kept of that tells two pages apart.
        """
        if not self._in_addresses:
            return url

        def cleaned(part: re.Match[str]) -> str:
            return part[0] if has_secrets(f"?{part[0]}") else _taken_out(part[0], self._in_addresses)

        def step(part: re.Match[str]) -> str:
            is_key = part[1] and has_secrets(f"?{part[1]}")
            return part[0] if is_key else _taken_out(part[0], self._in_addresses)

        origin, path, rest = _PARTS.fullmatch(url).groups()  # type: ignore[union-attr]  # it matches any text
        return f"{origin}{_STEP.sub(step, path)}{_PARAMETER.sub(cleaned, rest)}"

    def headers(self, headers: Headers) -> Headers:
        """Return headers whose values repeat nothing; those that hand out a secret are not kept at all."""
        return tuple((name, self._header(name, value)) for name, value in headers)

    def _header(self, name: str, value: str) -> str:
        if is_secret_header(name):
            return value
        return self.address(value) if name.lower() == "location" else _taken_out(value, self._found)

    def body(self, payload: bytes, encoding: str) -> bytes | None:
        """Return a body, unpacked, without what it repeats and without tokens of a session; None if it has neither."""
        body = unpacked(payload, encoding)
        changed = self.without(body)
        return changed if changed != body else None

    def without(self, body: bytes) -> bytes:
        """Return an unpacked body without what it repeats, and without tokens of a session."""
        return without_tokens(_without(body, self._found) if self._found else body)

    def _masked_of(self, payload: bytes, encoding: str) -> str:
        """Say what is taken out of a body."""
        body = unpacked(payload, encoding)
        said = ((_SENT, _without(body, self._found) != body), (_HANDED_OUT, without_tokens(body) != body))
        return ", ".join(words for words, is_so in said if is_so)


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
    """A secret as it is looked for. `plain`: its spellings; `packed`: what it looks like where it is packed.

    `alone`: whether it is taken out wherever it stands; `name`: what it is taken out behind, "" for nothing.
    """

    plain: tuple[str, ...]
    packed: tuple[Look, ...]
    alone: bool
    name: str

    def stands_in(self, lower: str) -> bool:
        """Whether it stands in a text in small letters, also within what looks like a word."""
        return self.alone and any(spelled in lower for spelled in self.plain)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where it stands in a text whose escapes are undone; a fixed text is found faster than any pattern.

        What is taken out wherever it stands is so in small and in large letters.
        """
        looked_at = text.lower() if self.alone else text
        for spelled in self.plain:
            if spelled in looked_at:
                looks = re.finditer(re.escape(spelled) + _ENDS, looked_at)
                yield from (found.span() for found in looks if self._is(found))
        for look in self.packed:
            yield from (found.span() for found in look.finditer(text))

    def _is(self, found: re.Match[str]) -> bool:
        text, start = found.string, found.start()
        if self.name and _BEHIND.search(text, max(0, start - _LONGEST_SIGN), start):
            before = _BEHIND.sub("", text[max(0, start - _LONGEST_SIGN - len(self.name)) : start])
            if before.endswith(self.name):
                return True
        within_a_word = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()
        return self.alone and not within_a_word


def _sought(secret: Secret) -> _Sought:
    alone = _is_telling(secret)
    plain = unquote(secret.value)
    spelled = {secret.value, plain, unquote_plus(secret.value), plain.replace(" ", "+")} - {""}
    packed = dict.fromkeys(
        look
        for one in (sorted({*spelled, quote(plain, safe="")}) if alone else ())
        for look in looks_packed(one.encode("utf-8", "surrogatepass"))
    )
    written = {as_bytes(one).lower() if alone else as_bytes(one) for one in spelled}
    return _Sought(
        plain=tuple(sorted(written, key=len, reverse=True)),
        packed=tuple(packed),
        alone=alone,
        name=as_bytes(unquote(secret.name)),
    )


def _taken_out(text: str, sought: Iterable[_Sought]) -> str:
    """Return a text without what is sought, in whatever escapes and layers of them."""
    octets = as_bytes(text)
    changed = _masked(octets, tuple(sought))
    return as_letters(changed) if changed != octets else text


def _masked(text: str, sought: tuple[_Sought, ...]) -> str:
    found: list[tuple[int, int]] = []
    for layer, way in layers_of(text):
        found += (place_in(way, start, end) for one in sought for start, end in one.spans(layer))
    pieces: list[str] = []
    done = 0
    for start, end in sorted(found):
        if start >= done:
            pieces += [text[done:start], REMOVED]
        done = max(done, end)
    return "".join((*pieces, text[done:]))


def _is_telling(secret: Secret) -> bool:
    value = unquote(secret.value)
    if value.isdigit():
        return len(value) >= SHORTEST_FIGURE
    return len(value) >= SHORTEST_ALONE and (secret.certain or not is_word(value))


def unpacked(payload: bytes, encoding: str) -> bytes:
    """Return a body unpacked, as much as there is of it: what was cut may hold a secret, too."""
    try:
        return Unpacker(encoding, limit=_MOST_UNPACKED).feed(payload)
    except FetchError:  # a bomb, or damaged: nothing in it can be read
        return b""


def _without(body: bytes, sought: tuple[_Sought, ...]) -> bytes:
    """Take secrets out of a body; also in UTF-16, where each letter has a zero beside it."""
    changed = _masked(body.decode("latin-1"), sought).encode("latin-1")
    if b"\x00" not in changed:
        return changed
    even = len(changed) - len(changed) % 2
    for encoding in _WIDE:
        wide = changed[:even].decode(encoding, "surrogatepass")
        if (cleaned := _taken_out(wide, sought)) != wide:
            return cleaned.encode(encoding, "surrogatepass") + changed[even:]
    return changed
