"""Pages collected side by side: in order, each once, none stopping another; an interrupted run keeps what it has."""

from __future__ import annotations

import asyncio
import gzip
import json
import signal
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from factcheck.corpus.tiers import TierRules
from factcheck.errors import EXIT_INTERRUPTED
from factcheck.web.collecting import Collected, Collector
from factcheck.web.exchanges import Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.parsing import PageReader
from factcheck.web.policy import Policy
from factcheck.web.snapshots import Snapshot, SnapshotStore, read_snapshot
from tests.cli.command import started
from tests.web.site import Site, reply
from tests.web.test_fetch_command import ALLOWED
from tests.web.test_pages import REVIEW, html, script


async def collect(policy: Policy, folder: Path, urls: list[str], told: list[Collected]) -> list[Collected]:
    async with Fetcher(policy) as fetcher, PageReader() as reader:
        store = SnapshotStore(folder / "snapshots")
        collector = Collector(fetcher=fetcher, reader=reader, store=store, root=folder, rules=TierRules())
        return await collector.collect(urls, told.append)


async def test_many_pages_come_in_order_and_one_bad_page_stops_nothing(
    site: Site, policy: Policy, tmp_path: Path
) -> None:
    urls = [site.add(f"/{n}", reply(200, html(title=f"Page {n}").encode())) for n in range(5)]
    urls[2:2] = [site.add("/gone", reply(410)), "ftp://example.org/", urls[0]]
    told: list[Collected] = []
    found = await collect(policy, tmp_path, urls, told)
    shown = [one.problems[0].reason if one.problems else one.page.documents[0].source.title for one in found]
    assert shown == [
        "Page 0",
        "Page 1",
        "the page was removed for good (410)",
        "only http and https addresses are fetched",
        "Page 2",
        "Page 3",
        "Page 4",
    ]
    assert sorted(one.asked for one in told) == sorted(set(urls))


async def test_what_was_answered_is_kept_beside_what_was_read(site: Site, policy: Policy, tmp_path: Path) -> None:
    [page, gone] = await collect(
        policy, tmp_path, [site.add("/page", reply(200, html().encode())), site.add("/gone", reply(404, b"lost"))], []
    )
    assert page.snapshot is not None
    assert page.page is not None
    assert page.page.documents[0].source.path == str(page.snapshot.relative_to(tmp_path))
    assert read_snapshot(page.snapshot).exchanges[-1].payload == html().encode()
    assert read_snapshot(page.snapshot).markup == ""
    assert gone.snapshot is not None
    assert read_snapshot(gone.snapshot).exchanges[-1].status == 404


async def test_redirects_that_lead_nowhere_are_kept_as_what_the_site_said(
    site: Site, policy: Policy, tmp_path: Path
) -> None:
    site.add("/on", reply(302, b"", ("Location", "http://[::1]:9/private")))
    start = site.add("/start", reply(301, b"moved", ("Location", "/on")))
    [one] = await collect(policy, tmp_path, [start], [])
    assert one.page is None
    assert one.problems
    (kept,) = (tmp_path / "snapshots").rglob("*.warc.gz")
    assert [exchange.status for exchange in read_snapshot(kept).exchanges] == [301, 302]


async def test_what_a_page_says_of_itself_is_kept_with_it(site: Site, policy: Policy, tmp_path: Path) -> None:
    [one] = await collect(policy, tmp_path, [site.add("/check", reply(200, html(head=script(REVIEW)).encode()))], [])
    assert one.snapshot is not None
    (review,) = json.loads(read_snapshot(one.snapshot).markup)["reviews"]
    assert (review["claim"], review["label"]) == (REVIEW["claimReviewed"], "False")


@pytest.mark.skipif(not hasattr(signal, "SIGINT"), reason="no signals here")
def test_an_interrupted_run_keeps_the_pages_it_has_and_goes_on_where_it_was(site: Site, tmp_path: Path) -> None:
    hanging = threading.Event()

    async def silent() -> AsyncIterator[bytes]:
        hanging.set()
        await asyncio.sleep(60)
        yield b""

    good = site.add("/good", reply(200, html().encode()))
    slow = site.add("/slow", lambda _: silent(), reply(200, html(title="The slow one").encode()))
    (tmp_path / "factcheck.toml").write_text(ALLOWED)
    process = started("--workspace", str(tmp_path), "fetch", good, slow)
    try:
        assert hanging.wait(60)
        while not list(tmp_path.glob("snapshots/*/*/*.warc.gz")):  # the first page is kept
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == EXIT_INTERRUPTED
    assert "interrupted; what was done is kept" in told
    listed = started("--workspace", str(tmp_path), "corpus", "list")
    out, err = listed.communicate(timeout=60)
    assert "Five cranes in the harbour" in out, err + told
    before = len(site.asked)
    again = started("--workspace", str(tmp_path), "fetch", good, slow)
    out, err = again.communicate(timeout=60)
    assert again.returncode == 0, err
    assert out.splitlines()[0].startswith("there already: Five cranes in the harbour")
    assert out.splitlines()[1].startswith("new (200): The slow one")
    assert "/good" not in site.paths()[before:]
    verified = started("--workspace", str(tmp_path), "audit", "verify")
    assert (verified.communicate(timeout=60), verified.returncode)[1] == 0


async def test_bytes_that_are_no_ascii_cost_a_page_nothing(site: Site, policy: Policy, tmp_path: Path) -> None:
    odd = ("Link", "<http://Ä.example/>; rel=x")
    typed = site.add("/Ärger", reply(200, html(title="Ärger").encode(), ("ETag", '"Ä"'), odd))
    urls = [
        typed,
        site.add("/away", reply(302, b"", ("Location", "/Ärger"))),
        site.add("/plain", reply(200, html().encode())),
    ]
    found = await collect(policy, tmp_path, urls, [])
    assert [one.problems for one in found] == [()] * 3
    assert all(read_snapshot(one.snapshot).exchanges for one in found if one.snapshot)


async def test_a_site_that_says_unasked_that_nothing_changed_gave_no_page(
    site: Site, policy: Policy, tmp_path: Path
) -> None:
    [one] = await collect(policy, tmp_path, [site.add("/same", reply(304))], [])
    assert one.page is None
    assert "nothing changed" in one.problems[0].reason


async def test_a_fault_of_ours_in_one_page_loses_no_other(
    site: Site, policy: Policy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = SnapshotStore.keep

    def fails_for_one(store: SnapshotStore, fetched: Fetched, **more: str) -> Snapshot:
        if "bad" in fetched.asked:
            raise LookupError("a fault")
        return keep(store, fetched, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(SnapshotStore, "keep", fails_for_one)
    urls = [site.add(f"/{name}", reply(200, html().encode())) for name in ("bad", "a", "b", "c")]
    told: list[Collected] = []
    with pytest.raises(LookupError):
        await collect(policy, tmp_path, urls, told)
    assert sorted(one.asked for one in told) == sorted(urls[1:])


class TestWhatIsCut:
    """Of an answer that is not taken to its end there is a record, and no source."""

    @pytest.mark.parametrize(
        ("answer", "truncated", "came"),
        [
            (reply(200, b"x" * 5_000), "length", b"x" * 2_000),
            (reply(200, b"\0" * 50, kind="video/mp4"), "unspecified", b""),
            (reply(200, b"<p>Five", length=999), "disconnect", b"<p>Five"),
            (reply(200, gzip.compress(bytes(50_000)), ("Content-Encoding", "gzip")), "unspecified", b"\x1f\x8b"),
            (reply(200, b"no gzip", ("Content-Encoding", "gzip")), "unspecified", b"no gzip"),
            (reply(200, b"x", ("X-Long", "a" * 70_000)), "unspecified", b""),
        ],
        ids=["too long", "wrong type", "broken off", "bomb", "damaged", "headers"],
    )
    async def test_it_is_kept_with_the_reason(
        self, site: Site, policy: Policy, tmp_path: Path, answer: bytes, truncated: str, came: bytes
    ) -> None:
        little = replace(policy, attempts=1, wire_bytes=4_000, body_bytes=9_000)
        [one] = await collect(little, tmp_path, [site.add("/page", answer)], [])
        assert one.page is None
        assert one.snapshot is not None
        (exchange,) = read_snapshot(one.snapshot).exchanges
        assert (exchange.status, exchange.truncated) == (200, truncated)
        assert exchange.payload.startswith(came)
        assert exchange.request_headers
        assert one.problems[0].remedy
        with one.snapshot.open("rb") as stream:
            marks = [record.rec_headers.get_header("WARC-Truncated") for record in ArchiveIterator(stream)]
        assert truncated in marks

    async def test_one_that_hangs_is_kept_as_far_as_it_came(self, site: Site, policy: Policy, tmp_path: Path) -> None:
        async def dripping() -> AsyncIterator[bytes]:
            yield reply(200, b"<p>Five cranes", length=10_000)
            await asyncio.sleep(60)

        hasty = replace(policy, attempts=1, silence_seconds=0.3)
        [one] = await collect(hasty, tmp_path, [site.add("/page", lambda _: dripping())], [])
        assert one.snapshot is not None
        (exchange,) = read_snapshot(one.snapshot).exchanges
        assert (exchange.truncated, exchange.payload) == ("time", b"<p>Five cranes")


@pytest.mark.parametrize(
    ("answer", "remedy"),
    [
        (reply(404), "look for its new address"),
        (reply(410), "a copy of it in an archive"),
        (reply(401), "log in with a browser"),
        (reply(403), "save the page"),
        (reply(418), "save the page"),
        (reply(500), "fetch it again later"),
        (reply(429, b"", ("Retry-After", "300")), "fetch it again after "),
        (reply(503, b"", ("Retry-After", "Thu, 14 Nov 2124 12:05:00 GMT")), "asks to wait for more than 31 days"),
        (reply(429, b"", ("Retry-After", "9" * 30)), "asks to wait for more than 31 days"),
        (reply(429, b"", ("Retry-After", "99999999")), "fetch it again in some days"),
        (reply(429, b"", ("Retry-After", "soon, perhaps")), "later: when, the site says in no words that are a time"),
    ],
)
async def test_each_fault_says_what_to_do(
    site: Site, policy: Policy, tmp_path: Path, answer: bytes, remedy: str
) -> None:
    [one] = await collect(policy, tmp_path, [site.add("/page", answer)], [])
    assert remedy in one.problems[0].remedy


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n", b"nonsense\r\n\r\n", b"HTTP/1.1 99999 Odd\r\n\r\n"]
)
async def test_no_word_of_a_library_is_shown(site: Site, policy: Policy, tmp_path: Path, answer: bytes) -> None:
    [one] = await collect(policy, tmp_path, [site.add("/page", answer)], [])
    assert one.problems[0].reason == "the answer breaks off or is broken"
    assert "fetch it again later" in one.problems[0].remedy


async def test_a_title_as_long_as_a_book_is_cut(site: Site, policy: Policy, tmp_path: Path) -> None:
    page = html(title="Cranes " * 400_000).encode()
    [one] = await collect(policy, tmp_path, [site.add("/page", reply(200, page))], [])
    assert one.page is not None
    assert [len(document.source.title) <= 300 for document in one.page.documents] in ([], [True])
