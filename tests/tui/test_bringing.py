"""Evidence brought from the keyboard: searched, selected, added, calculated; and sources opened by a program."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.tui.opening import command_of, open_source, system_opener, target_of
from factcheck.workbench import Workbench
from tests.tui.running import running
from tests.tui.workspace import bench_at, make_claims, make_evidence
from tests.workbench.test_gathering import MINUTES
from tests.workbench.test_revising import QUAY, SHEDS, draft


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """An article about a harbour, and a corpus of minutes and a table."""
    (tmp_path / "minutes.txt").write_text(MINUTES)
    (tmp_path / "sheds.csv").write_text("year,sheds\n2023,10\n2024,12\n")
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as alice:
        draft(alice, QUAY, SHEDS, corpus=[tmp_path / "minutes.txt", tmp_path / "sheds.csv"])
    return tmp_path / "ws"


def passages(folder: Path, number: int = 1) -> list[str]:
    with Workbench.open(folder, user="reader") as bench:
        return [item.candidate.passage.text for item in bench.claim(bench.find_claim(str(number))).evidence]


async def test_the_corpus_is_searched_with_own_words_and_a_passage_kept(harbour: Path) -> None:
    before = passages(harbour)
    async with running(harbour, size=(100, 30)) as session:
        await session.press("b", "s")
        await session.type("torn down in April")
        await session.press("enter")
        assert "Minutes" in session.frame
        await session.press("enter")
        assert session.dialog == ""
        assert "evidence added; judge it" in session.frame
        (new,) = [text for text in passages(harbour) if text not in before] or [""]
        assert session.desk.evidence.candidate.passage.text == (new or session.desk.evidence.candidate.passage.text)


async def test_the_passage_under_the_cursor_is_shown_in_full_and_the_last_line_says_what_keys_do_there(
    harbour: Path,
) -> None:
    async with running(harbour) as session:
        await session.press("b", "s")
        assert "Tab to the passages" in session.frame
        await session.type("torn down in April")
        await session.press("enter")
        item = session.app.screen.found[0]
        assert " ".join(item.candidate.passage.text.split()) in " ".join(session.frame.split())
        assert "Enter keep as evidence  j k move  Tab to the words" in session.frame
        await session.press("tab")
        assert "Tab to the passages" in session.frame


async def test_words_that_were_searched_for_are_there_again_until_a_passage_is_kept(harbour: Path) -> None:
    async with running(harbour, size=(100, 30)) as session:
        await session.press("b", "s")
        await session.type("torn down in April")
        await session.press("escape", "b", "s")
        assert session.app.screen.input.written == "torn down in April"
        await session.press("enter", "enter", "b", "s")
        assert session.app.screen.input.written == ""


async def test_after_a_refusal_the_cursor_is_in_the_answer_that_it_names(harbour: Path) -> None:
    async with running(harbour) as session:
        await session.press("b", "a")
        for answer in ("call:Maren Holt", "", "She said so.", "", "30 Nov 2026", "", "", ""):
            await session.type(answer)
            await session.press("enter")
        assert "'30 Nov 2026' is no day" in session.frame
        assert session.app.screen.ask.name == "date"
        assert session.app.screen.input.written == "30 Nov 2026"


async def test_words_of_an_automatic_transcript_are_kept_where_they_were_listened_to(harbour: Path) -> None:
    transcript = harbour.parent / "interview.txt"
    transcript.write_text("The quay is 300 metres long.")
    async with running(harbour, (120, 40)) as session:
        await session.press("b", "a")
        for answer in (str(transcript), "", "The quay is 300 metres long.", "", "", "somewhere", "", ""):
            await session.type(answer)
            await session.press("enter")
        assert "only once somebody has listened to it (listened 00:41:12)" in " ".join(session.frame.split())
        while session.app.screen.ask.name != "listened":
            await session.press("down")
        session.app.screen.input.write("00:41:12")
        await session.press("ctrl+s")
        assert session.dialog == ""
        view = session.desk.view
        assert "listened at 00:41:12" in {item.candidate.locator for item in view.evidence}


async def test_nothing_found_says_nothing_of_the_claim(harbour: Path) -> None:
    async with running(harbour) as session:
        await session.press("b", "s")
        await session.type("zebra")
        await session.press("enter")
        assert "nothing found for these words; this says nothing of the claim" in session.frame


async def test_without_words_or_corpus_it_is_told(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("b", "s", "enter")
        assert "a search needs words" in session.frame
        await session.type("trees")
        await session.press("enter")
        assert session.dialog == "CorpusDialog"
        assert "corpus" in session.frame


async def test_a_passage_is_selected_in_the_whole_source(harbour: Path) -> None:
    async with running(harbour, size=(100, 30)) as session:
        await session.press("b", "s")
        await session.type("harbour master")
        await session.press("enter", "enter", "b", "p")
        assert "Nobody objected." in session.frame
        await session.press("G", "space", "k", "enter")
        assert session.dialog == ""
        assert passages(harbour)[-1].endswith("Nobody objected.")
        assert "torn down in April." in passages(harbour)[-1]


async def test_evidence_of_no_corpus_has_no_source_to_read(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "2", "b", "p")
        assert session.dialog == "SourceDialog"
        await session.press("enter")
        assert not session.on_disk(2).stances


async def test_a_contact_is_added_and_judged_at_once(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "b", "a")
        for answer in ("call:Maren Holt", "", "She counted 40,000 trees.", "", "2026-11-20", ""):
            await session.type(answer)
            await session.press("enter")
        await session.press("enter", "ctrl+u", *"corr", "enter")
        with bench_at(fresh) as bench:
            view = bench.claim(bench.find_claim("2"))
        assert view.evidence[-1].candidate.source.title == "Maren Holt"
        assert view.state.stances[view.evidence[-1].id].stance == "corroborates"
        assert session.desk.evidence.id == view.evidence[-1].id


async def test_what_cannot_be_evidence_keeps_what_was_typed(fresh: Path) -> None:
    async with running(fresh) as session:
        await session.press("j", "b", "a")
        await session.type("call:Maren Holt")
        await session.press("ctrl+s")
        await session.settle()
        assert "evidence needs the words" in session.frame or "a contact needs its day" in session.frame
        assert session.app.screen.answers["what"] == "call:Maren Holt"


async def test_a_refusal_goes_to_the_answer_that_is_missing(harbour: Path) -> None:
    async with running(harbour, size=(100, 30)) as session:
        await session.press("b", "a")
        assert "needed of a file or page" not in session.frame
        await session.type(str(harbour.parent / "minutes.txt"))
        await session.press("enter")
        assert "at: needed of a file or page" in session.frame
        await session.press("enter")
        await session.type("torn down in April")
        await session.press("ctrl+s")
        await session.settle()
        assert "a pointer is missing" in session.frame
        assert session.app.screen.ask.name == "at"


async def test_a_choice_that_is_none_is_told_where_it_is_typed(fresh: Path) -> None:
    async with running(fresh, size=(100, 30)) as session:
        await session.press("b", "a", "up", "up")
        assert session.app.screen.ask.name == "tier"
        await session.type("third")
        await session.press("enter")
        assert "tier takes one of: " in session.frame
        assert session.app.screen.ask.name == "tier"
        await session.press("ctrl+u")
        await session.type("prim")
        await session.press("enter")
        assert session.app.screen.ask.name == "stance"
        assert "takes one of" not in session.frame


async def test_a_formula_over_a_table_is_kept(harbour: Path) -> None:
    async with running(harbour, size=(100, 30)) as session:
        await session.press("j", "b", "c")
        await session.settle()
        assert "2023  10" in session.frame  # the table, with its rows and columns, below the questions
        await session.type("B3-B2")
        await session.press("enter")
        await session.type("sheds")
        await session.press("enter", "enter")
        with Workbench.open(harbour, user="reader") as bench:
            made = [e.calculation for e in bench.claim(bench.find_claim("2")).evidence if e.calculation]
        assert [(one.expression, str(one.result)) for one in made] == [("B3-B2", "2")]


# --- opening ----------------------------------------------------------------------------------------------------------


def evidence_at(locator: str, *, url: str = "", path: str = "") -> object:
    item = make_evidence(make_claims(1)[1][0][0], 0)
    source = replace(item.candidate.source, url=url, path=path)
    return replace(item, candidate=replace(item.candidate, source=source, locator=locator))


def test_a_page_is_opened_by_its_address_and_a_file_at_its_page_or_second(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("x")
    (tmp_path / "a.mp3").write_text("x")
    assert target_of(evidence_at("paragraph 3", url="https://x.example/a", path="a.pdf"), tmp_path) == {
        "url": "https://x.example/a"
    }
    page = target_of(evidence_at("page 3", path="a.pdf"), tmp_path)
    assert page == {"path": str(tmp_path / "a.pdf"), "page": "3"}
    assert command_of(["evince", "--page-label={page}", "{path}"], page, "linux") == [
        "evince",
        "--page-label=3",
        str(tmp_path / "a.pdf"),
    ]
    second = target_of(evidence_at("listened at 01:00:12", path="a.mp3"), tmp_path)
    assert second["second"] == "3612"
    assert command_of(["mpv", "--start={second}", "{path}"], second, "linux")[1] == "--start=3612"
    whole = target_of(evidence_at("", path="a.mp3"), tmp_path)
    assert command_of(["mpv", "--start={second}", "{path}"], whole, "linux") == ["mpv", str(tmp_path / "a.mp3")]


def test_without_a_setting_the_system_opens(tmp_path: Path) -> None:
    assert command_of([], {"url": "https://x.example"}, "linux") == ["xdg-open", "https://x.example"]
    assert system_opener("darwin") == ["open"]


@pytest.mark.parametrize(
    ("url", "path", "told"),
    [("", "", "neither an address nor a file"), ("", "gone.pdf", "is not there any more"),
     ("javascript:alert(1)", "", "neither an address nor a file"), ("file:///etc/passwd", "", "neither an address")],
)  # fmt: skip
def test_what_is_no_page_and_no_file_is_not_opened(url: str, path: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=told):
        target_of(evidence_at("", url=url, path=path), tmp_path)


def test_a_hostile_address_is_one_argument(tmp_path: Path) -> None:
    target = target_of(evidence_at("", url="https://x.example/$(id);--help {path}"), tmp_path)
    assert command_of([], target, "linux") == ["xdg-open", "https://x.example/$(id);--help {path}"]


async def test_a_program_that_opens_nothing_is_told(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_WORKBENCH__OPEN_PAGE", '["sh", "-c", "exit 3", "{url}"]')
    async with running(fresh) as session:
        await session.press("j", "2", "o")
        for _ in range(200):
            if "not opened" in session.frame:
                break
            await asyncio.sleep(0.05)
        assert "not opened: https://parks.example/0: sh ended with 3" in session.frame


def test_a_program_that_is_not_there_is_told_with_the_address(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_WORKBENCH__OPEN_PAGE", '["/no/such/program", "{url}"]')
    with bench_at(fresh) as bench, pytest.raises(InputError, match="does not start") as refused:
        open_source(bench, bench.claim(bench.find_claim("2")).evidence[0])
    assert "https://parks.example/0" in refused.value.hint
