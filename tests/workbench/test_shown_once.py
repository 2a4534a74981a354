"""A passage stands beside a claim once: not joined to its neighbours and alone as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain import Candidate, Stance
from factcheck.matching.cited import overlap
from factcheck.workbench import Workbench
from factcheck.workbench.gathering import more_candidates
from factcheck.workbench.why_not import BROUGHT, CITED, DECIDED, why_not
from tests.cli.command import called

FIRST = "The town of Ostwick built 31,000 homes in 2023, the yearly report of the council says."
NEXT = "Of these homes in Ostwick 4,000 were built for students who came to the town in 2023."
FAR = "The homes of the town are warm."
ARTICLE = "The town of Ostwick built 40,000 homes in 2023.\n"


class Desk:
    """A workspace whose limits change between one check and the next."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.workspace = folder / "w"

    def __call__(self, *words: str) -> str:
        ended = called(self.capsys, "--workspace", str(self.workspace), "--user", "alice", *words)
        assert ended.code == 0, ended.err
        return ended.out

    def limit(self, words: str) -> None:
        (self.workspace / "factcheck.toml").write_text(f"[matching]\n{words}\n")

    def claim(self) -> str:
        with Workbench.open(self.workspace, user="alice") as bench:
            (row,) = bench.store.summaries()
            return row.id

    def evidence(self) -> list[Candidate]:
        with Workbench.open(self.workspace, user="alice") as bench:
            return [one.candidate for one in bench.claim(self.claim()).evidence]

    def why(self, words: str) -> str:
        with Workbench.open(self.workspace, user="alice") as bench:
            (one,) = why_not(bench, self.claim(), words).passages
            assert one.evidence is not None
            return one.why_there


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    (tmp_path / "report.txt").write_text(f"{FIRST}\n\n{NEXT}\n\n{'The weather was fine. ' * 40}\n\n{FAR}\n")
    (tmp_path / "article.txt").write_text(ARTICLE)
    made("check", str(tmp_path / "article.txt"), "--corpus", str(tmp_path / "report.txt"))
    return made


def test_a_part_of_what_a_person_judged_is_not_shown_beside_it(desk: Desk) -> None:
    joined = next(one for one in desk.evidence() if NEXT in one.passage.text)
    assert FIRST in joined.passage.text
    with Workbench.open(desk.workspace, user="alice") as bench:
        item = next(one for one in bench.claim(desk.claim()).evidence if one.candidate == joined)
        bench.set_stance(desk.claim(), item.id, Stance.CONFLICTS)
    desk.limit("retrieve = 1")
    desk("check", str(desk.folder / "article.txt"))
    found = desk.evidence()
    assert joined.passage in [one.passage for one in found]
    assert not any(overlap(one, joined) for one in found if one.passage != joined.passage)


def test_what_was_left_out_is_no_part_of_what_is_evidence(desk: Desk) -> None:
    desk.limit("floor = 1.0")
    with Workbench.open(desk.workspace, user="alice") as bench:
        kept = [one.candidate for one in bench.claim(desk.claim()).evidence]
        more = [one.candidate for one in more_candidates(bench, desk.claim())]
    assert kept
    assert not any(overlap(one, other) for one in more for other in kept)


def test_why_a_passage_stands_there_that_the_search_leaves_out_is_told(desk: Desk) -> None:
    assert desk.why(NEXT) == ""
    desk("claim", "stance", "1", "e1", "related")
    desk.limit("floor = 1.0")
    assert desk.why(NEXT) == DECIDED
    said = " ".join(desk("claim", "why-not", "1", NEXT).split())
    assert "scored low: place " in said
    assert f"it stands beside the claim all the same: {DECIDED}" in said


def test_a_passage_that_a_person_brought_is_told_as_theirs(desk: Desk) -> None:
    desk.limit("floor = 1.0")
    desk("check", str(desk.folder / "article.txt"))
    assert desk.evidence() == []
    document = desk("corpus", "list", "--json").partition('"id": "')[2][:12]
    desk("evidence", "passage", "1", document, "--words", FAR)
    assert desk.why(FAR) == BROUGHT


def test_a_passage_of_what_the_writer_cites_stands_there_whatever_its_score(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path, capsys)
    (tmp_path / "report.md").write_text(f"---\nurl: https://ostwick.example/report\n---\n\n{FIRST}\n")
    (tmp_path / "a.md").write_text(
        "The town of Ostwick [built 40,000 homes](https://ostwick.example/report) in 2023.\n"
    )
    desk("init")
    desk.limit("floor = 1.0")
    desk("check", str(tmp_path / "a.md"), "--corpus", str(tmp_path / "report.md"))
    assert desk.why(FIRST) == CITED
