"""`factcheck claim calculate`: worked out, kept with its cells, shown, judged, signed, undone; faults are told."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import EXIT_DONE, EXIT_INPUT, EXIT_USAGE
from tests.cli.command import Ended, called, ticking

TABLE = """Homes in Tolland,,,

Year,Started,Completed,Share %
2019,"36,000","35,000",4
2020,"33,100",,5
2024,"41,300","39,145",7
all,n/a,=SUM(C4:C6),0
"""
ARTICLE = (
    "Homes for Tolland\n\n3 May 2024\n\nCompleted homes in Tolland rose by 12% between 2019 and 2024. "
    "The share of empty homes rose by 3%.\n"
)
NASTY = "\x1b]52;c;aGk=\x07 [@click=app.quit]x[/b] \u202egnp"
CHANGE = "(C6-C4)/C4*100"


class Newsroom:
    """A workspace with one article and a table, nothing of which matches by words."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], table: str = TABLE) -> None:
        self.folder, self.capsys = folder, capsys
        (folder / "in").mkdir()
        (folder / "in" / "Table 1a.csv").write_text(table, encoding="utf-8")
        (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
        assert self("check", str(folder / "article.txt"), "--corpus", str(folder / "in")).code == EXIT_DONE

    def __call__(self, *words: str, user: str = "alice") -> Ended:
        return called(self.capsys, "--workspace", str(self.folder / "w"), "--user", user, *words)

    def calculate(self, formula: str, *more: str, claim: str = "1", table: str = "Table 1a") -> Ended:
        return self("claim", "calculate", claim, formula, *(["--table", table] if table else []), *more)

    def view(self, claim: str = "1") -> dict[str, Any]:
        return json.loads(self("claim", "show", claim, "--json").out)


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    return Newsroom(tmp_path, capsys)


def test_it_prints_the_result_its_cells_and_a_sentence(newsroom: Newsroom) -> None:
    ended = newsroom.calculate(CHANGE)
    assert ended.code == EXIT_DONE
    flat = " ".join(ended.out.split())
    assert f"calculated: {CHANGE} = 11.84285714285714... %, rounded 12 %" in flat
    assert "Table 1a!C6 (2024; Completed): 39,145" in flat
    assert f"the claim says 12%; {CHANGE} gives 11.8 %, rounded 12 %" in flat
    assert "suggested: corroborates" in flat
    assert "evidence e1; `factcheck undo` takes it back" in ended.err


def test_inputs_result_and_rounding_are_kept(newsroom: Newsroom) -> None:
    newsroom.calculate(CHANGE)
    (item,) = newsroom.view()["evidence"]
    made = item["calculation"]
    assert [(cell["cell"], cell["text"], cell["value"]) for cell in made["cells"]] == [
        ("C6", "39,145", "39145"),
        ("C4", "35,000", "35000"),
    ]
    assert (made["result"][:8], made["unit"], made["rounded"], made["places"]) == ("11.84285", "%", "12", 0)
    assert {cell["digest"] for cell in made["cells"]} == {item["candidate"]["digest"]}
    (event,) = [json.loads(one) for one in _events(newsroom) if '"calculated"' in one]
    assert event["body"]["expression"] == CHANGE
    assert event["body"]["result"] == made["result"]


def _events(newsroom: Newsroom) -> list[str]:
    out = newsroom("audit", "log", "--json").out
    return [json.dumps(one) for one in json.loads(out)]


def test_claim_show_has_it_with_its_facets(newsroom: Newsroom) -> None:
    newsroom.calculate(CHANGE)
    shown = " ".join(newsroom("claim", "show", "1").out.split())
    assert "source: Table 1a" in shown
    assert "cells C6, C4" in shown
    assert "how many, 12%: covered by e1" in shown
    assert "when, 2019: covered by e1" in shown
    assert "rank 0" not in shown


def test_it_is_evidence_like_any_other(newsroom: Newsroom) -> None:
    newsroom.calculate(CHANGE)
    verdict = ("claim", "verdict", "1", "--rating", "confirmed", "--rationale", "The table has it.", "--cite", "e1")
    assert newsroom(*verdict).code == EXIT_DONE
    newsroom(*ticking())
    assert newsroom("review", "sign", "1").code == EXIT_INPUT, "who calculated may not sign"
    assert newsroom("review", "sign", "1", "--digest", "", user="bob").code == EXIT_INPUT, "no digest is none displayed"
    assert newsroom("review", "sign", "1", user="bob").code == EXIT_DONE
    assert newsroom.view()["state"]["review_state"] == "signed"
    assert newsroom("claim", "cite", "1", "e1", "--no").code == EXIT_DONE
    assert newsroom.view()["state"]["review_state"] == "stale"


def test_what_another_calculated_may_be_signed_by_neither_who_calculated_nor_who_judged(newsroom: Newsroom) -> None:
    newsroom("claim", "calculate", "1", CHANGE, "--table", "Table 1a", user="bob")
    newsroom("claim", "verdict", "1", "--rating", "confirmed", "--rationale", "It has.", "--cite", "e1")
    assert newsroom("review", "sign", "1", user="bob").code == EXIT_INPUT
    newsroom(*ticking(), user="alice")
    assert newsroom("review", "sign", "1", user="carol").code == EXIT_DONE


def test_it_stays_when_the_claim_is_matched_again(newsroom: Newsroom) -> None:
    newsroom.calculate(CHANGE)
    (newsroom.folder / "in" / "more.txt").write_text("Completed homes in Tolland rose by 12% from 2019 to 2024.")
    newsroom("check", str(newsroom.folder / "article.txt"), "--corpus", str(newsroom.folder / "in"))
    assert [bool(item["calculation"]) for item in newsroom.view()["evidence"]] == [False, True]


def test_undo_takes_it_back_and_redo_brings_it_again(newsroom: Newsroom) -> None:
    newsroom.calculate(CHANGE)
    newsroom("undo")
    assert newsroom.view()["evidence"] == []
    newsroom("redo")
    assert len(newsroom.view()["evidence"]) == 1


def test_undo_does_not_bury_what_another_made_of_it(newsroom: Newsroom) -> None:
    newsroom.calculate(CHANGE)
    assert newsroom("claim", "stance", "1", "e1", "conflicts", user="bob").code == EXIT_DONE
    ended = newsroom("undo")
    assert ended.code == EXIT_INPUT
    assert "changed by bob" in ended.complaint
    assert len(newsroom.view()["evidence"]) == 1


def test_percentage_points_are_told_from_per_cent(newsroom: Newsroom) -> None:
    flat = " ".join(newsroom.calculate("D6-D4", claim="2").out.split())
    assert "the claim says 3%; D6-D4 gives 3 percentage points: per cent and percentage points are not the same" in flat
    assert "suggested: conflicts" in flat
    assert "suggested: conflicts" in newsroom.calculate("(D6-D4)/D4*100", claim="2").out


def test_a_table_can_be_named_in_the_formula(newsroom: Newsroom) -> None:
    assert newsroom.calculate("(Table 1a!C6-Table 1a!C4)/'table 1a.csv'!C4*100", table="").code == EXIT_DONE


def test_places_and_figure_can_be_given(newsroom: Newsroom) -> None:
    made = json.loads(newsroom.calculate(CHANGE, "--places", "3", "--figure", "12%", "--json").out)
    assert (made["calculation"]["rounded"], made["calculation"]["places"]) == ("11.843", 3)


def test_places_that_leave_nothing_are_refused(newsroom: Newsroom) -> None:
    ended = newsroom.calculate("C6", "--places", "-12")
    assert ended.code == EXIT_INPUT
    assert "leaves nothing of the result" in ended.err
    assert newsroom.calculate("C6", "--places", "-1").code == EXIT_DONE


@pytest.mark.parametrize(
    ("formula", "complaint"),
    [
        ("C6/D7", "divides by zero"),
        ("C6/(C4-C4)", "divides by zero"),
        ("C5", "Table 1a!C5: the cell is empty"),
        ("SUM(C4:C6)", "Table 1a!C5: the cell is empty"),
        ("B7", "the cell holds no figure: 'n/a'"),
        ("C7", "the cell holds a formula, not its value"),
        ("C3", "the cell holds no figure: 'Completed'"),
        ("C99", "the table ends at D7"),
        ("C6**9", "a power is not calculated"),
        ("C6^9", "a power is not calculated"),
        ("+".join(["C6"] * 200), "at most 300"),
        ("*".join(["C6"] * 60), "too large"),
        ("2+2", "cites no cell"),
        ("open('x')", "cannot be read here"),
        ("Nowhere!C6", "there is no table of that name"),
        ("", "is empty"),
    ],
)
def test_what_cannot_be_calculated_is_told_and_nothing_is_kept(
    newsroom: Newsroom, formula: str, complaint: str
) -> None:
    ended = newsroom.calculate(formula)
    assert ended.code == EXIT_INPUT
    assert complaint in ended.complaint
    assert newsroom.view()["evidence"] == []


def test_the_only_table_needs_no_name(newsroom: Newsroom) -> None:
    assert newsroom.calculate(CHANGE, table="").code == EXIT_DONE
    (newsroom.folder / "in" / "Table 2.csv").write_text("Town,2019\nAden,10\nBree,20\n")
    newsroom("corpus", "add", str(newsroom.folder / "in"))
    assert "--table NAME" in newsroom.calculate("C6", table="").complaint


def test_what_is_told_of_a_calculation_is_of_the_years_of_its_cells(newsroom: Newsroom) -> None:
    newsroom.calculate("C6-C4")
    newsroom.calculate("C6")
    notes = [item["calculation"]["notes"] for item in newsroom.view()["evidence"]]
    assert sorted(notes) == ["period: 2019-2024", "period: 2024"]


def test_other_faults_are_told(newsroom: Newsroom) -> None:
    assert "do not stand in the claim" in newsroom.calculate(CHANGE, "--figure", "99%").complaint
    assert newsroom.calculate(CHANGE, "--places", "99").code == EXIT_USAGE
    assert newsroom.calculate(CHANGE, claim="77").code == EXIT_INPUT
    newsroom.calculate(CHANGE)
    assert "is there already" in newsroom.calculate(CHANGE).complaint


def test_a_document_of_prose_is_no_table(newsroom: Newsroom) -> None:
    (newsroom.folder / "in" / "prose.txt").write_text("Nothing but words stands here, and no figure at all.")
    newsroom("corpus", "add", str(newsroom.folder / "in"))
    assert "no table of that name" in newsroom.calculate("C6", table="prose").complaint


def test_a_hostile_table_reaches_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = f"Year,=cmd|'/c calc'!A1,Completed {NASTY}"
    newsroom = Newsroom(tmp_path, capsys, f"{head}\n2019,{NASTY},1\n2020,x,2 [{NASTY[:9]}]\n2021,x,3\n")
    told = [newsroom.calculate(formula) for formula in ("C4-C2", "C3", "B2", "B1", f"C4 {NASTY}")]
    told += [newsroom("claim", "show", "1"), newsroom("claim", "show", "1", "--json"), newsroom("audit", "log")]
    assert [one.code for one in told[:2]] == [EXIT_DONE, EXIT_INPUT]
    active = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    assert not any(active.search(one.out + one.err) for one in told)


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert "factcheck claim calculate" in called(capsys, "claim", "calculate", "--help").out.partition("Example:")[2]


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_the_log_has_no_cells_and_of_a_confidential_table_no_result(newsroom: Newsroom, form: str) -> None:
    (identifier,) = [one["id"] for one in json.loads(newsroom("corpus", "list", "--json").out)]
    newsroom("corpus", "mark", identifier, "--sensitivity", "confidential")
    assert newsroom.calculate("('Table 1a'!C6-C4)/C4*100").code == EXIT_DONE
    for secret in ("39,145", "35,000", "11.84", "Table 1a"):
        assert secret not in newsroom("audit", "log", "--format", form).out
        assert secret not in newsroom("claim", "show", "1", "--json").out


def test_the_strictest_of_several_tables_decides_what_may_leave(tmp_path: Path, newsroom: Newsroom) -> None:
    (tmp_path / "secret.csv").write_text("Year,Homes\n2019,7\n2024,91919\n")
    newsroom("corpus", "add", "--sensitivity", "confidential", str(tmp_path / "secret.csv"))
    assert newsroom.calculate("C6/'secret'!B3").code == EXIT_DONE
    assert "91919" not in newsroom("claim", "show", "1", "--json").out
    assert "91919" not in newsroom("audit", "log", "--json").out
