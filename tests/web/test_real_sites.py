"""One run over a site of every kind, through the command, and the same run replayed from its recording."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from tests.cli.command import Ended, called, written
from tests.corpus.documents import make_pdf
from tests.web.site import HTML, Answer, Request, Site, reply
from tests.web.test_fetch_command import Command, factcheck, pages, workspace
from tests.web.test_pages import ARTICLE, BODY, REVIEW, html, script

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["factcheck", "workspace"]  # fixtures

RUSSIAN = "Река вышла из берегов в понедельник, и город закрыл мост для грузовых машин до самой весны."
CHINESE = "港口管理局的年度报告说，港口有五台起重机，明年春天还会增加一台起重机，市议会周一投票决定借款。"
NEW, NOT_READ = "new", "not read"


def _wall(request: Request) -> Answer:
    if "seen=1" in request.headers.get("cookie", ""):
        return _page("Behind the wall")
    return reply(302, b"", ("Set-Cookie", "seen=1"), ("Location", "/wall"))


def _page(title: str, *headers: tuple[str, str], **more: str) -> bytes:
    return reply(200, html(title=title).encode(), *headers, **more)


def _packed(name: str, body: bytes) -> bytes:
    return reply(200, body, ("Content-Encoding", name))


def _chunked() -> bytes:
    body = html(title="In chunks").encode()
    parts = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:100], body[100:]))
    return reply(200, parts + b"0\r\n\r\n", ("Transfer-Encoding", "chunked"), length=None)


def _said(words: str, title: str, charset: str, declared: str) -> bytes:
    return reply(200, html(words, words, title=title).encode(charset), kind=declared)


FEED = (
    "<rss version='2.0'><channel><title>Bell</title><item><title>In a feed</title>"
    f"<description>{BODY[0]} {BODY[1]}</description></item></channel></rss>"
).encode()
CONSENT = html(
    "We and our partners store or access information on your device for personalised ads and content.",
    "Accept all",
    "Reject all",
    "Manage options",
    title="We value your privacy",
).encode()
STUB = html(BODY[0], head=script({**ARTICLE, "isAccessibleForFree": False}), title="Behind the paywall").encode()

KINDS: dict[str, tuple[list[Answer | object], str, str]] = {
    "/moved": ([reply(301, b"", ("Location", "/here"))], NEW, "The page that moved"),
    "/wall": ([_wall], NEW, "Behind the wall"),
    "/cp1251": ([_said(RUSSIAN, "Река", "cp1251", "text/html; charset=windows-1251")], NEW, "Река"),
    "/gb18030": ([_said(CHINESE, "港口", "gb18030", "text/html; charset=gb18030")], NEW, "港口"),
    "/wrong": ([_said(RUSSIAN, "Мост", "cp1251", HTML)], NEW, "Мост"),
    "/undeclared": ([_said(RUSSIAN, "Город", "utf-8", "text/html")], NEW, "Город"),
    "/gzip": ([_packed("gzip", gzip.compress(html(title="In gzip").encode()))], NEW, "In gzip"),
    "/br": ([_packed("br", brotli.compress(html(title="In br").encode()))], NEW, "In br"),
    "/zstd": ([_packed("zstd", zstd.compress(html(title="In zstd").encode()))], NEW, "In zstd"),
    "/chunked": ([_chunked()], NEW, "In chunks"),
    "/pdf": ([reply(200, make_pdf([[(f"{BODY[0]} {BODY[1]}", 10.0)]]), kind="application/pdf")], NEW, ""),
    "/text": ([reply(200, "\n".join(BODY).encode(), kind="text/plain; charset=utf-8")], NEW, ""),
    "/feed": ([reply(200, FEED, kind="application/rss+xml")], NEW, "In a feed"),
    "/review": ([reply(200, html(head=script(REVIEW), title="A ruling").encode())], NEW, "A ruling"),
    "/busy": ([reply(429, b"", ("Retry-After", "0")), _page("After a pause")], NEW, "After a pause"),
    "/shaky": ([reply(503), _page("At the second try")], NEW, "At the second try"),
    "/paywall": ([reply(200, STUB)], NEW, "only the free beginning"),
    "/consent": ([reply(200, CONSENT)], NOT_READ, "a question about cookies or consent"),
    "/soft": ([_page("Page not found")], NOT_READ, "the site says that there is no such page"),
    "/403": ([reply(403)], NOT_READ, "does not let us read"),
    "/404": ([reply(404)], NOT_READ, "there is no such page (404)"),
    "/410": ([reply(410)], NOT_READ, "removed for good"),
    "/500": ([reply(500)], NOT_READ, "the site has a fault (500)"),
    "/loop": ([reply(302, b"", ("Location", "/loop"))], NOT_READ, "redirects more than 10 times"),
}
"""Path -> what it answers, what becomes of it, and its title or what is said of it."""


def _seen(found: Ended) -> Iterator[tuple[object, ...]]:
    for page in pages(found):
        problems = page["problems"]
        assert isinstance(problems, list)
        yield page["asked"], page["became"], page["status"], page["title"], page["sources"], page["rulings"], problems


def test_a_site_of_every_kind_is_told_as_it_is_and_replayed_the_same(
    site: Site, factcheck: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.add("/here", _page("The page that moved"))
    urls = [site.add(path, *answers) for path, (answers, _, _) in KINDS.items()]  # type: ignore[arg-type]
    cassette = str(tmp_path / "site.yaml")
    live = factcheck("fetch", "--json", "--cassette", cassette, "--record", "once", *urls)
    assert live.code == 0
    for page, (path, (_, became, told)) in zip(pages(live), KINDS.items(), strict=True):
        assert page["became"] == became, path
        assert told in str(page["title"]) or told in str(page["problems"]), path
    asked = len(site.asked)
    other = tmp_path / "other"
    other.mkdir()
    written(other, "factcheck.toml", '[fetch]\nnetworks = ["127.0.0.0/8"]\n')
    again = called(capsys, "--workspace", str(other), "--offline", "fetch", "--json", "--cassette", cassette, *urls)
    assert len(site.asked) == asked

    def plain(found: Ended) -> list[tuple[object, ...]]:
        return [tuple(str(value) for value in one if not isinstance(value, list)) for one in _seen(found)]

    assert plain(again) == plain(live)


def test_a_snapshot_is_a_source_for_the_readers_of_web_archives(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = site.add("/moved", reply(301, b"", ("Location", "/one")))
    site.add("/one", reply(200, gzip.compress(html().encode()), ("Content-Encoding", "gzip")))
    assert factcheck("fetch", url).code == 0
    (kept,) = workspace.glob("snapshots/*/*/*.warc.gz")
    found = called(capsys, "--workspace", str(tmp_path / "archive"), "corpus", "add", str(kept))
    assert "1 document added" in found.err
    search = called(capsys, "--workspace", str(tmp_path / "archive"), "corpus", "search", "--json", BODY[0])
    assert BODY[0] in search.out
    assert url.replace("/moved", "/one") in search.out


HOSTILE = "\x1b[31mred\x1b]0;owned\x07 \u202eevil\u202c zero\u200bwidth [@click=app.quit] <script>x</script> \x9b2J"


def test_no_text_of_a_page_reaches_the_terminal_as_a_command(site: Site, factcheck: Command, tmp_path: Path) -> None:
    escaped = HOSTILE.replace("<", "&lt;").replace("\x1b", "&#x1b;\x1b").replace("\x07", "&#7;")
    body = f"The harbour of Ostwick has five cranes, {escaped} says the yearly report of the authority."
    head = script({**ARTICLE, "author": HOSTILE, "publisher": {"name": HOSTILE}, "headline": HOSTILE}, REVIEW)
    review = script({**REVIEW, "claimReviewed": HOSTILE, "author": {"name": HOSTILE}})
    url = site.add("/page", reply(200, html(body, *BODY, head=head + review, title=f"A {escaped}").encode()))
    said = [factcheck("fetch", url), factcheck("fetch", f"{url}?{HOSTILE[:3]}"), factcheck("fetch", "--refetch", url)]
    said.append(factcheck("check", written(tmp_path, "a.txt", "The harbour of Ostwick has five cranes.\n")))
    said += [factcheck("claim", "show", "1"), factcheck("claim-list"), factcheck("corpus", "list")]
    said += [factcheck("corpus", "search", "five cranes in Ostwick"), factcheck("check", url)]
    assert said[0].code == 0
    for one in said:
        for text in (one.out, one.err):
            assert not any(mark in text for mark in "\x1b\x07\x9b\u202e\u202c\u200b"), ascii(text)
