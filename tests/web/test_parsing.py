"""Pages read in other processes: a page that hangs or crashes its reader costs only itself."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest

from factcheck.web import parsing
from factcheck.web.pages import Received
from factcheck.web.parsing import PageReader
from tests.web.test_pages import BODY, URL, html

pytestmark = pytest.mark.usefixtures("cold_readers")


def page(text: str = "") -> Received:
    return Received(url=URL, body=(text or html()).encode(), content_type="text/html; charset=utf-8")


async def test_pages_are_read_elsewhere_while_the_loop_goes_on() -> None:
    async with PageReader() as reader:
        pages = await asyncio.gather(*(reader.read(page()) for _ in range(5)))
    assert [BODY[0] in one.text for one in pages] == [True] * 5


async def test_a_page_that_takes_too_long_is_told_and_the_next_is_read() -> None:
    async with PageReader(seconds=0) as reader:
        late = await reader.read(page())
        reader._seconds = 60
        next_one = await reader.read(page())
    assert "within 0 seconds" in late.problems[0].reason
    assert next_one.documents


async def test_starting_has_a_time_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    async with PageReader(seconds=60) as reader:
        with monkeypatch.context() as patched:
            patched.setattr(parsing, "START_SECONDS", 0)
            late = await reader.read(page())
        assert "within 0 seconds" in late.problems[0].reason
        await reader._workers[0].get_ready()
        assert (await reader.read(page())).documents


async def test_a_reader_that_dies_is_replaced() -> None:
    async with PageReader() as reader:
        await reader.read(page())
        process = reader._workers[0]._process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        await process.wait()
        lost = await reader.read(page())
        assert "ended the process" in lost.problems[0].reason
        assert (await reader.read(page())).documents


async def test_an_interrupted_reading_leaves_no_answer_for_another_page() -> None:
    async with PageReader() as reader:
        task = asyncio.create_task(reader.read(page()))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        other = Received(url=f"{URL}2", body=html().encode(), content_type="text/html")
        assert (await reader.read(other)).url == f"{URL}2"
