"""The writer's own sources on the screen: in front, marked, with what came of each; hidden where suggestions are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.domain import CitedStatus
from tests.tui import frames
from tests.tui.running import running
from tests.tui.test_hostile import EVERYTHING, claims_with, harmless_everywhere
from tests.tui.workspace import bench_at, cite


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_frame_of_cited_sources(size: tuple[int, int], fresh: Path) -> None:
    async with running(cite(fresh), size) as session:
        await session.press("j", "2")
        frames.check(session.app, f"cited-{size[0]}x{size[1]}")
        await session.press("i")
        frames.check(session.app, f"cited-detail-{size[0]}x{size[1]}")


async def test_the_writers_sources_stand_first_and_are_marked(fresh: Path) -> None:
    async with running(cite(fresh), (90, 24)) as session:
        await session.press("j", "2")
        rows = [row for row in session.frame.splitlines() if "Tree count" in row]
        assert [("writer's Tree count" in row) for row in rows] == [True, True, False, False]
        assert "Tree count 2" in rows[0]
        assert all("later 2026-10-0" in row for row in rows)


async def test_a_blind_checker_sees_what_was_found_and_not_what_it_suggests(fresh: Path) -> None:
    (fresh / "factcheck.toml").write_text("[workbench]\nblind = true\n", encoding="utf-8")
    async with running(cite(fresh), (140, 60)) as session:
        await session.press("j", "i")
        assert "it is in the corpus" in session.frame
        assert "not in the corpus: " in session.frame
        assert "silent" not in session.frame
        assert "conflicting" not in session.frame


async def test_the_filter_has_the_claims_whose_cited_source_is_silent(fresh: Path) -> None:
    async with running(cite(fresh)) as session:
        await session.press("f", "j", "j", "h", "enter")
        wanted = session.desk.filter
        assert wanted.evidence == "cited source silent"
        row = next(row for row in session.desk.rows if row.number == 2)
        assert row.cited_source is CitedStatus.CONFLICTS
        assert [wanted.fits(row._replace(cited_source=status)) for status in (None, *CitedStatus)] == [
            status is CitedStatus.SILENT for status in (None, *CitedStatus)
        ]
        assert session.desk.visible == []


async def test_hostile_notes_and_titles_of_cited_sources_are_harmless(filled: Callable[..., Path]) -> None:
    folder = filled(2, sentences=claims_with(EVERYTHING), hostile=EVERYTHING)
    async with running(cite(folder, hostile=EVERYTHING), (140, 40)) as session:
        await harmless_everywhere(session)


async def test_a_verdict_whose_source_is_gone_is_marked_in_every_pane(worked: Path) -> None:
    with bench_at(worked, "alice") as bench:
        bench.open_corpus(create=True).close()
    async with running(worked, (140, 50)) as session:
        await session.press("j", "j", "j")
        assert "4 [X]!~^+0 -2" in session.frame
        assert "source gone: corpus/report" in session.frame
        assert "source gone: Tree c" in session.frame


async def test_evidence_that_stands_elsewhere_than_it_came_says_which_name_commands_have_for_it(fresh: Path) -> None:
    cite(fresh)
    async with running(fresh, (120, 40)) as session:
        await session.press("j")
        assert "e3  paragraph 3" in session.frame
        await session.press("2", "G")
        assert "e4  paragraph 3" not in session.frame, "its place and its name are the same"
        await session.press("g", ".")
        assert "against evidence 1 of 4 (e3)" in session.frame
        await session.press("escape", "i")
        assert "evidence 1 of 4 (e3)" in session.frame
