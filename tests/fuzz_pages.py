"""Reading mutated pages: `python -m tests.fuzz_pages --count 10000 --seed 1`; exit 1 if anything fails.

A case fails if reading raises, takes longer than `fuzz.SLOW_SECONDS` of processor time, or gives a document that cannot
be kept: text that is no UTF-8, markers beyond it, an address of another site. Pages are those of ../shared/data/pages
where they are there, and an invented one, cut, doubled, spoilt in bytes and tags, and declared as what they are not. A
failing case is named by its seed and number, so that it can be made again.
"""

from __future__ import annotations

import gzip
import logging
import random
import signal
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from factcheck.web.pages import Page, Received, read_page
from tests.fuzz import run

HANGS_SECONDS = 20.0
"""Of processor time, after which a case is broken off: it may never end."""
PAGES = Path(__file__).resolve().parents[2] / "shared/data/pages/article_extraction/html"
URL = "https://news.example.org/2024/harbour"
_LONGEST = 400_000  # bytes of a mutated page
_OWN = (
    b"<html><head><title>Cranes</title><meta charset=utf-8>"
    b'<link rel="canonical" href="/harbour"><script type="application/ld+json">{"@type": "ClaimReview", '
    b'"claimReviewed": "The harbour has sixteen cranes", "reviewRating": {"alternateName": "False"}}</script></head>'
    b"<body><article><h1>Cranes</h1><p>The harbour of Ostwick has five cranes, the report says.</p><ul><li>One<li>Two"
    b"</ul><table><tr><td>1</td><td>2</td></tr></table><p>The council votes on Monday.</p></article></body></html>"
)
_TYPES = (
    *("text/html; charset=utf-8", "text/html", "", "text/plain", "application/xml", "application/rss+xml"),
    *("application/pdf", "application/json", "text/csv", "text/markdown", "application/xhtml+xml; charset=utf-16"),
    *("text/html; charset=gb18030", "text/html; charset=utf-7", "text/html; charset=hz", "text/html; charset=rot13"),
)
_SPICE = (
    *(b"<script type='application/ld+json'>", b"</script", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?xml", b"<style>"),
    *(b"<meta charset=utf-16>", b"<base href='//evil.example/'>", b"<link rel=canonical href='http://[::1]'>", b"\x00"),
    *(
        b"<svg><title>",
        b"<table><tr><td>",
        b"<noscript>",
        b"<template>",
        b"<frameset>",
        b"&#x1b;[31m",
        b"&#0;",
        b"&#xD800;",
    ),
    *(
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"%PDF-1.4",
        b"PK\x03\x04",
        b"<rss><channel><item>",
        b"\xe2\x80\xae",
        b"\x1b]0;x\x07",
    ),
    *(b'{"@type":["NewsArticle",{}],"author":[[[]]],"isAccessibleForFree":1e999}', b"Page not found", b"accept all"),
    *(b"<p>" * 300, b"<div>" * 3000, b"<b><i>" * 500, b"[" * 5000, b"a" * 20_000, b"<a href='x'>" * 500, b" \n" * 5000),
)


@cache
def materials() -> tuple[bytes, ...]:
    """Return pages to spoil."""
    found = sorted(PAGES.glob("*.gz")) if PAGES.is_dir() else []
    return (_OWN, *(gzip.decompress(path.read_bytes()) for path in found))


def pages(count: int, seed: int) -> Iterator[Received]:
    """Yield so many pages; the same seed gives the same ones, where the same material is there."""
    for number in range(count):
        dice = random.Random(f"{seed}:{number}")
        page = dice.choice(materials())
        for _ in range(dice.randint(1, 5)):
            page = dice.choice(_SPOILERS)(page, dice)
        kind = _TYPES[0] if dice.random() < 0.5 else dice.choice(_TYPES)
        memento = "Tue, 03 Dec 2019 10:15:00 GMT" if dice.random() < 0.1 else ""
        yield Received(url=URL, body=page[:_LONGEST], content_type=kind, memento=memento, link="<//x>; rel=original")


def _insert(page: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 8)):
        at = dice.randint(0, len(page))
        page = page[:at] + dice.choice(_SPICE) + page[at:]
    return page


def _insert_at_tags(page: bytes, dice: random.Random) -> bytes:
    parts = page.split(b"<")
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(parts))
        parts[at] = parts[at] + dice.choice(_SPICE)
    return b"<".join(parts)


def _flip(page: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(page)
    for _ in range(dice.randint(1, 200) if spoilt else 0):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def _cut(page: bytes, dice: random.Random) -> bytes:
    low, high = sorted((dice.randint(0, len(page)), dice.randint(0, len(page))))
    return page[:low] + page[high:]


def _head(page: bytes, dice: random.Random) -> bytes:
    return page[: dice.randint(0, len(page))]


def _double(page: bytes, dice: random.Random) -> bytes:
    low, high = sorted((dice.randint(0, len(page)), dice.randint(0, len(page))))
    return page + page[low:high] * dice.randint(1, 3)


def _shuffle(page: bytes, dice: random.Random) -> bytes:
    parts = page.split(dice.choice((b"<", b">", b"\n", b" ", b"</p>")))
    dice.shuffle(parts)
    return dice.choice((b"<", b">", b" ", b"</p>")).join(parts)


def _drop_ends(page: bytes, dice: random.Random) -> bytes:
    return b"</".join(part for part in page.split(b"</") if dice.random() < 0.7)


_SPOILERS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_insert, _insert_at_tags, _flip, _cut, _head, _double, _shuffle, _drop_ends),
)


def fault(one: Received) -> str:
    """Return what is wrong with the reading of a page, or ""."""
    try:
        page = _read(one)
    except Exception as error:  # noqa: BLE001 - any exception is the finding
        return f"{type(error).__name__}: {error}"[:200]
    for document in page.documents:
        try:
            document.text.encode()
        except UnicodeEncodeError:
            return "a text that is no UTF-8"
        if any(not 0 <= marker.start <= len(document.text) for marker in document.markers):
            return "a marker beyond its text"
        if not (urlsplit(document.source.url).hostname or "").endswith("news.example.org"):
            return f"an address of another site: {document.source.url[:80]}"
    return ""


def _read(one: Received) -> Page:
    signal.setitimer(signal.ITIMER_PROF, HANGS_SECONDS)
    try:
        return read_page(one)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _break_off(*_: object) -> None:
    raise TimeoutError(f"did not end within {HANGS_SECONDS:g} s")


def main() -> int:
    """Run the cases; print each that fails, and how many did."""
    logging.disable(logging.CRITICAL)  # trafilatura's complaints
    signal.signal(signal.SIGPROF, _break_off)
    return run(str(__doc__), "page", pages, fault, usual=10_000)


if __name__ == "__main__":
    sys.exit(main())
