"""Two fetches at once, and one that is killed: no page is asked for twice, and what came is a source soon."""

from __future__ import annotations

import asyncio
import json
import signal
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path

from tests.cli.command import started
from tests.web.site import Request, Site, reply, serving
from tests.web.test_fetch_command import ALLOWED
from tests.web.test_pages import html

_LONGEST = 60  # seconds


def _workspace(folder: Path) -> tuple[str, str]:
    (folder / "factcheck.toml").write_text(ALLOWED)
    return ("--workspace", str(folder))


def test_a_second_fetch_waits_and_finds_the_pages_of_the_first(site: Site, tmp_path: Path) -> None:
    asked, go_on = threading.Event(), threading.Event()

    async def held() -> AsyncIterator[bytes]:
        asked.set()
        await asyncio.to_thread(go_on.wait, _LONGEST)
        yield reply(200, html(title="The slow one").encode())

    def slow(_: Request) -> AsyncIterator[bytes]:
        return held()

    url = site.add("/slow", slow)
    place = _workspace(tmp_path)
    first = started(*place, "fetch", url)
    second = None
    try:
        assert asked.wait(_LONGEST)
        second = started(*place, "fetch", url)
        time.sleep(2)  # not for a result: the second has time to ask, if it did
        assert second.poll() is None
        go_on.set()
        assert first.communicate(timeout=_LONGEST)[0].startswith("new (200): The slow one")
        assert second.communicate(timeout=_LONGEST)[0].startswith("there already: The slow one")
    finally:
        for process in filter(None, (first, second)):
            process.kill()
    assert site.paths().count("/slow") == 1


def test_a_site_that_is_slow_holds_no_fetch_of_another_site(site: Site, tmp_path: Path) -> None:
    asked, go_on = threading.Event(), threading.Event()

    async def trickling() -> AsyncIterator[bytes]:
        asked.set()
        await asyncio.to_thread(go_on.wait, _LONGEST)
        yield reply(200, html(title="The slow one").encode())

    slow = site.add("/slow", lambda _: trickling())
    place = _workspace(tmp_path)
    with serving(tmp_path, "127.0.0.2") as other:
        quick = [other.add(f"/quick{n}", reply(200, html(title=f"Report {n}").encode())) for n in range(2)]
        first = started(*place, "fetch", slow, quick[0])
        second = None
        try:
            assert asked.wait(_LONGEST)
            second = started(*place, "fetch", *quick)  # of a site that the first one asks, too, and is done with
            assert "Report 1" in second.communicate(timeout=_LONGEST)[0]
            assert first.poll() is None
            go_on.set()
            assert first.communicate(timeout=_LONGEST)[0].startswith("new (200): The slow one")
        finally:
            go_on.set()
            for process in filter(None, (first, second)):
                process.kill()
        assert other.paths().count("/quick0") == 1


def test_what_came_before_a_kill_is_a_source_and_is_not_asked_for_again(site: Site, tmp_path: Path) -> None:
    async def silent() -> AsyncIterator[bytes]:
        await asyncio.sleep(_LONGEST)
        yield b""

    no_cache = ("Cache-Control", "no-store")
    good = [site.add(f"/good{n}", reply(200, html(title=f"Report {n}").encode(), no_cache)) for n in range(5)]
    slow = site.add("/slow", lambda _: silent(), reply(200, html(title="The slow one").encode()))
    place = _workspace(tmp_path)
    process = started(*place, "fetch", *good, slow)
    until = time.monotonic() + _LONGEST
    try:
        while len(list(tmp_path.glob("snapshots/pages/*"))) < len(good) + 1:  # and the salt
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        time.sleep(1)  # the last page of these is logged
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=_LONGEST)
    finally:
        process.kill()
    listed = started(*place, "corpus", "list", "--json")
    assert len(json.loads(listed.communicate(timeout=_LONGEST)[0])) == len(good)
    before = len(site.asked)
    again = started(*place, "fetch", *good, slow)
    out, err = again.communicate(timeout=_LONGEST)
    assert again.returncode == 0, err
    assert [line[:13] for line in out.splitlines()[: len(good)]] == ["there already"] * len(good)
    assert not [path for path in site.paths()[before:] if path.startswith("/good")]
    verified = started(*place, "audit", "verify")
    assert (verified.communicate(timeout=_LONGEST), verified.returncode)[1] == 0
