"""Pages collected side by side: in order, each once, none stopping another; an interrupted run keeps what it has."""

from __future__ import annotations

import asyncio
import json
import signal
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

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
