"""One dispatch of which a carrier changed a figure, a day or a "not" counts once, and what it says is seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.corpus.readers import ArticleFile
from factcheck.domain import Stance
from factcheck.stance.reading.badges import AT_ODDS
from factcheck.workbench import Workbench
from factcheck.workbench.checking import check

DISPATCH = (
    "SKEI, 5 March (NPA) - {miners} miners died when the Skei mine flooded on {day} March, police said. Rescue teams "
    "reached the lower shaft after three days of pumping, and brought up the last dead at dawn. The mine employs "
    "six hundred people and has been in operation since 1962. The ministry has {no}closed the mine. Relatives gathered "
    "at the gates through the night, and the mayor, Anna Holm, declared a week of mourning. The company will pay for "
    "the funerals. A commission led by a retired judge is to report before the summer on what went wrong.\n"
)
ARTICLE = "Flood\n\nForty miners died when the Skei mine flooded on 2 March. The ministry has not closed the mine.\n"
FIRST = {"miners": "Forty", "day": "2", "no": "not "}


@pytest.mark.parametrize(
    ("claim", "changed"),
    [(0, {"miners": "Thirty-one"}), (0, {"day": "3"}), (1, {"no": ""})],
    ids=["figure", "day", "negation"],
)
def test_carriers_that_disagree_are_one_origin_that_conflicts(
    tmp_path: Path, claim: int, changed: dict[str, str]
) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "courier.txt").write_text(DISPATCH.format(**FIRST))
    (archive / "herald.txt").write_text(DISPATCH.format(**FIRST | changed))
    with Workbench.open(tmp_path / "desk", user="alice", create=True) as bench:
        check(bench, ArticleFile(text=ARTICLE), "flood.txt", corpus_paths=[archive], published=date(2024, 3, 6))
        row = [*bench.summaries()][claim]
        told = {one.judgement.stance: one.judgement.badges for one in bench.claim(row.id).evidence}
    assert (row.corroborates, row.conflicts) == (0, 1)
    assert AT_ODDS in told[Stance.CORROBORATES]
    assert AT_ODDS in told[Stance.CONFLICTS]
