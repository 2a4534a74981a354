"""Tables that the writer cites are judged by their cells; one in which no cell can be told is not read, not silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.corpus.cells_meant import cells_meant
from factcheck.corpus.readers import parse_article
from factcheck.domain import CitedStatus, ClaimView, Stance
from factcheck.reports.filters import Filter, select
from factcheck.workbench import Workbench
from factcheck.workbench.checking import check
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.offering import offered
from tests.factory import first_fault

HOMES = "Homes completed by town\nTown,2023,2024\nOstwick,7900,8114\nArle,310,250\nMarby,12,40\n"
FERRY = "Year,Passengers,Crew\n2019,52700,11\n2020,31200,9\n"
BUDGET = "Budget of Ostwick (£ million)\nItem,2023,2024\nRoads,4.2,4.8\nSchools,12.1,13\n"
RATES = "Unemployment rate (%),,\nRegion,May 2024,June 2024\nBavaria,3.1,3.4\nSaxony,6.2,6.1\n"
ARTICLE = """# Ostwick in figures

Ostwick built 8,412 homes in 2024.[1] Arle built 250 homes in 2024.[1] Homes in Marby were few in those years.[1] \
The ferry carried 52,700 passengers in 2019.[2] The council voted by 14 to 9.[3]

Sources

[1] homes.csv
[2] Ferry company, ferry.csv
[3] minutes.txt
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    for name, text in (("homes", HOMES), ("ferry", FERRY), ("budget", BUDGET), ("rates", RATES)):
        (tmp_path / f"{name}.csv").write_text(text)
    opened = Corpus.open(tmp_path / "corpus")
    opened.add(sorted(tmp_path.glob("*.csv")))
    return opened


@pytest.mark.parametrize(
    ("table", "claim", "meant"),
    [
        ("homes", "Ostwick built 8,114 homes in 2024.", [("C3", "8,114")]),
        ("homes", "Ostwick built 8,412 homes in 2024.", [("C3", "8,412")]),
        ("homes", "In 2024, Ostwick built 8,412 homes.", [("C3", "8,412")]),  # a comma behind the year
        ("homes", "Ostwick built 8,412 homes.", []),  # which year?
        ("homes", "Penhale built 8,412 homes in 2024.", []),
        ("homes", "Ostwick lost 8,412 jobs in 2024.", []),  # the table counts none
        ("homes", "Ostwick and Arle built 8,412 homes in 2024.", []),  # either
        ("homes", "Ostwick built 3% more homes in 2024 than in 2023.", []),  # no one cell
        ("ferry", "The ferry carried 61,000 passengers in 2019.", [("B2", "61,000")]),
        ("ferry", "The ferry carried 61,000 passengers in 2021.", []),
        ("ferry", "The ferry carried 52,700 passengers and 9 crew in 2019.", [("B2", "52,700"), ("C2", "9")]),
        ("budget", "Ostwick spent £4.8 million on schools in 2024.", [("C4", "£4.8 million")]),
        ("rates", "Unemployment in Bavaria rose by 4.9 per cent in June 2024.", []),
    ],
)
def test_a_cell_is_meant_by_the_names_of_its_row_and_column(
    corpus: Corpus, table: str, claim: str, meant: list[tuple[str, str]]
) -> None:
    assert [(one.cell, one.figure) for one in cells_meant(claim, corpus.table(table))] == meant


def checked(tmp_path: Path, article: str) -> list[ClaimView]:
    archive = tmp_path / "archive"
    archive.mkdir()
    tables = {"homes.csv": HOMES, "ferry.csv": FERRY, "budget.csv": BUDGET, "rates.csv": RATES}
    for name, text in {**tables, "minutes.txt": "Council minutes\n\nThe council met in Arle on Tuesday.\n"}.items():
        (archive / name).write_text(text)
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as bench:
        check(bench, parse_article(article.encode(), "a.md"), "a.md", corpus_paths=[archive])
        return [bench.claim(row.id) for row in bench.summaries() if row.citations]


def test_a_cited_table_supports_conflicts_or_is_not_read_and_is_never_silent(tmp_path: Path) -> None:
    found = checked(tmp_path, ARTICLE)
    assert [view.summary.cited_source for view in found] == [
        CitedStatus.CONFLICTS,
        CitedStatus.SUPPORTS,
        CitedStatus.UNREAD,
        CitedStatus.SUPPORTS,
        CitedStatus.SILENT,
    ]
    first = found[0]
    assert first.evidence[0].id in first.of_the_writer
    assert first.evidence[0].judgement.reasons[0].message == "the claim says 8,412; C3 gives 8,114"
    assert first.cited_sources[0]
    assert "read by its cell C3" in first.cited_sources[0].reason
    assert found[2].cited_sources[0]
    assert "no cell of it could be told" in found[2].cited_sources[0].reason
    with Workbench.open(tmp_path / "ws") as bench:
        assert [row.id for row in select(bench.summaries(), Filter(cited_silent=True))] == [found[4].claim.id]
        assert first_fault(bench.events()) == ""
    assert [one for one in diagnose(tmp_path / "ws") if not one.ok] == []


@pytest.mark.parametrize(
    ("claim", "stance"),
    [
        ("Ostwick built 8,114 homes in 2024.", Stance.CORROBORATES),
        ("Ostwick built 8,412 homes in 2024.", Stance.CONFLICTS),
        ("The council said Ostwick built 8,114 homes in 2024, to the surprise of many.", Stance.CORROBORATES),
        ("Ostwick built 8,114 private homes in 2024.", Stance.RELATED),
        ("Ostwick built 8,412 homes for rent in 2024.", Stance.RELATED),
        ("Ostwick built 8,412 homes by private builders in 2024.", Stance.RELATED),
        ("Arle built 310 homes in 2023 and Ostwick built 8,114 homes in 2024.", Stance.RELATED),  # each needs its own
    ],
)
def test_a_cell_is_offered_with_the_stance_that_it_has_where_its_table_is_cited(
    tmp_path: Path, claim: str, stance: Stance
) -> None:
    status = {Stance.CORROBORATES: CitedStatus.SUPPORTS, Stance.CONFLICTS: CitedStatus.CONFLICTS}
    article = f"# Homes in figures\n\n{claim}[1]\n\n{claim.replace('.', ', as said.')}\n\nSources\n\n[1] homes.csv\n"
    (view,) = checked(tmp_path, article)
    assert view.summary.cited_source is status.get(stance, CitedStatus.UNREAD)
    with Workbench.open(tmp_path / "ws") as bench:
        for row in bench.summaries():
            offers = offered(bench, row.id, 10)
            assert not offers or offers[0].judgement.stance is stance
            assert all(one.bound is (one.judgement.stance is not Stance.RELATED) for one in offers)
        assert offered(bench, view.claim.id, 10)


def test_a_table_that_nobody_cites_takes_no_side_on_a_claim_without_its_year(tmp_path: Path) -> None:
    checked(tmp_path, "# Homes\n\nThe ferry carried 61,000 passengers and 11 crew.\n")
    with Workbench.open(tmp_path / "ws") as bench:
        assert not any(one.bound for row in bench.summaries() for one in offered(bench, row.id, 10))


def test_only_tables_with_words_or_figures_of_a_claim_are_looked_through_and_each_is_told(tmp_path: Path) -> None:
    (view,) = checked(tmp_path, "# Budget\n\nOstwick spent £4.8 million on schools in 2024.[1]\n\n[1]: budget.csv\n")
    told: list[tuple[str, int, int]] = []
    with Workbench.open(tmp_path / "ws") as bench:
        offered(bench, view.claim.id, 10, progress=lambda *seen: told.append(seen))
    assert [name for name, *_ in told] == ["budget", "homes"]  # the cited one first; no ferry, no rates
    assert [at for _, *at in told] == [[1, 2], [2, 2]]


def test_the_scale_and_the_unit_of_the_table_are_heeded(tmp_path: Path) -> None:
    article = (
        "# Budget\n\nOstwick spent £4.8 million on roads in 2024.[1] Ostwick spent £4.8 million on schools in 2024.[1] "
        "Unemployment in Saxony was 6.1 per cent in June 2024.[2]\n\nSources\n\n[1] budget.csv\n[2] rates.csv\n"
    )
    assert [view.summary.cited_source for view in checked(tmp_path, article)] == [
        CitedStatus.SUPPORTS,
        CitedStatus.CONFLICTS,
        CitedStatus.SUPPORTS,
    ]


def test_a_person_decides_on_the_cell_and_a_new_check_changes_nothing(tmp_path: Path) -> None:
    first = checked(tmp_path, ARTICLE)[0]
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        bench.set_stance(first.claim.id, first.evidence[0].id, Stance.RELATED)
        assert bench.store.summary(first.claim.id).cited_source is CitedStatus.SILENT
        again = check(bench, parse_article(ARTICLE.encode(), "a.md"), "a.md")
        assert again.matched == 0
