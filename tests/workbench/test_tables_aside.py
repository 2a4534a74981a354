"""A figure that stands in a table alone is no figure that no source gives: the gap says what was not searched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.corpus.readers import ArticleFile
from factcheck.domain import TABLES, Facet
from factcheck.reports.searches import search_lines
from factcheck.workbench import Workbench
from factcheck.workbench.checking import check
from factcheck.workbench.facets import facets_of
from factcheck.workbench.views import views

TEXT = "Ferry\n\nThe lake ferry carried 52,700 passengers in 2019, its director Ada Holm said.\n"
TOLD = "not searched (`claim cells`)"


@pytest.mark.parametrize(("tables", "told"), [(0, ""), (1, f"; 1 table was {TOLD}"), (2, f"; 2 tables were {TOLD}")])
def test_a_gap_of_a_figure_tells_of_the_tables_not_searched(tmp_path: Path, tables: int, told: str) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "note.txt").write_text("Ada Holm is the director of the lake ferry, which carries many passengers.\n")
    for number in range(tables):
        (archive / f"figures{number}.csv").write_text(f"Year,Passengers,Crew\n2019,52700,1{number}\n2020,31200,9\n")
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as bench:
        report = check(bench, ArticleFile(text=TEXT), "ferry.txt", corpus_paths=[archive], published=date(2024, 5, 3))
        (view,) = views(bench, [claim.id for claim in bench.store.listed_claims(report.revision)])
    gaps = {gap.words: gap.message for gap in facets_of(view).gaps if gap.facet is Facet.HOW_MANY}
    assert gaps == {"52,700": f"no source gives the number 52,700{told}"}
    assert view.state.search is not None
    assert any(f"{tables} {TABLES}" in line for line in search_lines(view.state.search)) == bool(tables)
