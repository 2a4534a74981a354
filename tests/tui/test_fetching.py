"""Key F: what would go out is shown, nothing goes out without consent, and what came appears where it belongs."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path

import pytest

from factcheck.domain import BoundCitation, Citation, CitationKind, Problem, Span
from factcheck.review.kinds import Kind
from factcheck.tui.fetching import in_short
from factcheck.web.cassettes import Record
from factcheck.web.network import Access
from factcheck.workbench.fetching import FetchReport
from factcheck.workbench.keeping import FetchedPage
from tests.tui.running import Session, running
from tests.tui.workspace import bench_at, fill
from tests.web.record import CASSETTE

CRANES = "The harbour of Ostwick has five cranes and a yearly report on them."
CITED = "http://harbour.example/report"
ALLOWED = '[fetch]\nallowed = true\ncontact = "desk@example.org"\n'
PLAYED = Access(offline=True, cassette=CASSETTE)


@pytest.fixture
def cited(tmp_path: Path) -> Path:
    """Two claims about cranes; the writer cites a page for the first, and evidence of the harbour is nowhere yet."""
    folder = fill(tmp_path / "harbour", 2, sentences=(CRANES, "The bridge was closed to lorries on Monday."))
    with bench_at(folder) as bench, bench.store.transaction() as tx:
        claim = next(row.id for row in bench.summaries() if row.number == 1)
        one = Citation(anchor=Span(0, 0, ""), kind=CitationKind.FOOTNOTE, target=CITED)
        tx.put_citations("revision1", [BoundCitation(citation=one, claims=(claim,))])
    return folder


async def ended(session: Session) -> None:
    """Wait until nothing is fetched any more."""
    for _ in range(3000):
        if session.app.fetching.running is None:
            break
        await session.pilot.pause(0.01)
    assert session.app.fetching.running is None
    await session.settle()


async def test_what_came_appears_as_evidence(cited: Path) -> None:
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = PLAYED
        assert session.desk.view.evidence == ()
        await session.press("F")
        await ended(session)
        assert "claim 1: 1 of 1 page read" in session.frame
        assert "Five cranes in the harbour" in session.frame
        assert session.desk.view.evidence


async def test_that_it_was_played_from_a_recording_stands_beside_the_evidence(cited: Path) -> None:
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = PLAYED
        await session.press("F")
        await ended(session)
        shown = " ".join(session.frame.split())
        assert "look: writer's Five cranes in the harbour" in shown
        assert "look: played from a recording (harbour.yaml" in shown


async def test_what_would_go_out_is_shown_and_goes_out_only_with_consent(cited: Path) -> None:
    references = json.dumps(["http://search.example/?q={query}"])
    (cited / "factcheck.toml").write_text(f"{ALLOWED}references = {references}\n", encoding="utf-8")
    async with running(cited, (120, 40)) as session:
        await session.press("F")
        assert session.dialog == "ConsentDialog"
        plan = session.app.screen.plan
        assert "hosts that are asked: harbour.example, search.example" in session.frame
        assert f"words that go out: {', '.join(plan.terms)}" in session.frame
        assert f"cited: {CITED}" in session.frame
        await session.press("escape")
        assert session.app.fetching.running is None
        assert list(session.desk.bench.store.events(kinds=[Kind.FETCH_CONSENTED])) == []


async def test_consent_is_put_on_record_and_asked_once(cited: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (cited / "factcheck.toml").write_text(ALLOWED, encoding="utf-8")
    access = Access(cassette=CASSETTE, record=Record.NEW)  # may ask; the recording has all that is asked
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = access
        await session.press("F", "y")
        await ended(session)
        (event,) = session.desk.bench.store.events(kinds=[Kind.FETCH_CONSENTED])
        assert (event.user, event.body["hosts"]) == ("alice", ["harbour.example"])
        await session.press("F")
        assert session.dialog == ""
        await ended(session)


async def test_a_redirect_elsewhere_is_told_and_the_same_key_asks_about_that_host(cited: Path, tmp_path: Path) -> None:
    cassette = tmp_path / "moved.yaml"
    moved = {"status": {"code": 302, "message": "Found"}, "headers": {"Location": ["http://other.example/report"]}}
    none = {"status": {"code": 404, "message": "None"}, "headers": {}}
    there = {"http://other.example/robots.txt": none, "http://other.example/report": none}
    asked = {"http://harbour.example/robots.txt": none, CITED: moved} | there
    interactions = [
        {"request": {"method": "GET", "uri": uri, "headers": {}}, "response": {**answer, "body": {"string": ""}}}
        for uri, answer in asked.items()
    ]
    cassette.write_text(json.dumps({"interactions": interactions, "version": 1}), encoding="utf-8")
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = Access(offline=True, cassette=cassette)
        await session.press("F")
        await ended(session)
        assert "redirected to other.example; F once more asks about that" in session.frame
        assert "--follow" not in session.frame
        await session.press("escape", "F")
        assert "which nobody agreed to ask" in " ".join(session.frame.split())
        await session.press("escape")
        assert session.app.fetching.running is None
        await session.press("F")
        await ended(session)
        await session.press("escape", "F", "y")
        await ended(session)
        assert "there is no such page (404)" in session.frame, "the other host was asked"


@pytest.mark.parametrize("size", [(80, 24), (130, 40)])
async def test_what_was_wrong_is_shown_in_full(cited: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    cassette = tmp_path / ("a-long-name-" * 10 + ".yaml")
    cassette.write_text("interactions: []\nversion: 1\n", encoding="utf-8")
    async with running(cited, size) as session:
        session.app.fetching.access = Access(offline=True, cassette=cassette)
        await session.press("F")
        await ended(session)
        assert session.dialog == "Reader"
        words = "".join(session.frame.split())
        assert "thecassetteholdsnofurtheranswerforthisrequest" in words
        assert "--recordnew" in words
        await session.press("escape")
        assert "claim 1: 0 of 1 page read" in session.frame


async def test_an_address_is_shown_without_its_key(cited: Path) -> None:
    references = json.dumps(["http://search.example/?api_key=hush&q={query}"])
    (cited / "factcheck.toml").write_text(f"{ALLOWED}references = {references}\n", encoding="utf-8")
    async with running(cited, (120, 40)) as session:
        await session.press("F")
        assert "api_key=REMOVED" in session.frame
        assert "hush" not in session.frame


async def test_a_result_for_another_claim_leaves_the_one_in_view_alone(cited: Path) -> None:
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = PLAYED
        await session.press("F", "j")
        in_view = session.desk.view.claim.id
        await ended(session)
        assert session.desk.view.claim.id == in_view
        assert "Five cranes in the harbour" not in session.frame
        await session.press("k")
        assert "Five cranes in the harbour" in session.frame


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Pages never come; told when the first is asked for."""
    from factcheck.web.fetching import Fetcher

    begun = threading.Event()

    async def never(self: Fetcher, *_: object, **__: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(Fetcher, "fetch", never)
    return begun


@pytest.mark.parametrize("key", ["F", "escape"])
async def test_a_second_press_or_esc_stops_it(cited: Path, endless: threading.Event, key: str) -> None:
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = PLAYED
        await session.press("F")
        await asyncio.to_thread(endless.wait)
        assert "Esc stops it" in session.frame
        await session.press(key)
        await ended(session)
        assert "claim 1: stopped" in session.frame


async def test_esc_clears_the_search_before_it_stops_the_fetch(cited: Path, endless: threading.Event) -> None:
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = PLAYED
        await session.press("F", "slash", *"bridge", "enter")
        await asyncio.to_thread(endless.wait)
        await session.press("escape")
        assert session.app.fetching.running
        assert not session.desk.searched
        await session.press("escape")
        await ended(session)


async def test_to_quit_while_pages_are_fetched_is_asked_about(cited: Path, endless: threading.Event) -> None:
    async with running(cited, (120, 40)) as session:
        session.app.fetching.access = PLAYED
        await session.press("F")
        await asyncio.to_thread(endless.wait)
        await session.press("q")
        assert "Pages are being fetched" in session.frame
        await session.press("escape")
        assert not session.app._exit
        await session.press("q", "q")
        assert session.app._exit


async def test_offline_says_how_it_could_be(cited: Path) -> None:
    (cited / "factcheck.toml").write_text(f"offline = true\n{ALLOWED}", encoding="utf-8")
    async with running(cited, (120, 40)) as session:
        await session.press("F")
        assert "this is offline" in session.frame


async def test_a_claim_without_an_address_asks_nobody(cited: Path) -> None:
    (cited / "factcheck.toml").write_text(ALLOWED, encoding="utf-8")
    async with running(cited, (120, 40)) as session:
        await session.press("j", "F")
        assert "nothing to ask" in session.frame
        assert session.dialog == ""


def problem(number: int) -> Problem:
    return Problem(path=f"http://harbour.example/{'long/' * 30}{number}", reason=f"reason {number}", remedy="wait")


def test_the_pages_of_the_writer_are_told_before_the_searches_and_why_before_where() -> None:
    page = FetchedPage(asked=CITED, became="not read", problems=(problem(1),))
    problems = FetchReport(pages=(page,), unfound=(problem(2), problem(3))).problems
    assert [one.reason for one in problems] == ["reason 1", "reason 2", "reason 3"]
    assert in_short(problems).startswith("reason 1 (and 2 more problems): http://")
    assert in_short(problems[:1]) == f"reason 1: {problem(1).path}"


async def test_nobody_agrees_to_what_was_not_on_screen(cited: Path) -> None:
    references = json.dumps(["http://search.example/?q={query}"])
    (cited / "factcheck.toml").write_text(f"{ALLOWED}references = {references}\n", encoding="utf-8")
    async with running(cited, (60, 4)) as session:
        await session.press("F")
        assert "y read on" in session.frame
        await session.press("y")
        assert session.dialog == "ConsentDialog"
        assert list(session.desk.bench.store.events(kinds=[Kind.FETCH_CONSENTED])) == []
        for _ in range(20):
            if "y agree, and fetch" in session.frame:
                break
            await session.press("y")
        assert "y agree, and fetch" in session.frame
        assert list(session.desk.bench.store.events(kinds=[Kind.FETCH_CONSENTED])) == []
