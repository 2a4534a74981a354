"""Filters, orders, groups and columns of the claim list; the gates on sources; JSON Lines and Excel."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from datetime import UTC, datetime

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from factcheck.domain import ReviewState
from factcheck.errors import InputError, StateError
from factcheck.reports.as_csv import claims_as_csv
from factcheck.reports.as_json import claims_as_json, claims_as_jsonl
from factcheck.reports.as_markdown import claims_as_markdown
from factcheck.reports.as_xlsx import LONGEST_CELL, MOST_ROWS, claims_as_xlsx
from factcheck.reports.aside import Aside
from factcheck.reports.cells import width
from factcheck.reports.claim_counts import count
from factcheck.reports.columns import ALIASES, COLUMNS, columns_named
from factcheck.reports.filters import Filter, select
from factcheck.reports.gates import Gate, failing
from factcheck.reports.ordering import Group, Order, arrange, put_together
from factcheck.reports.schema import CLAIM_LINE, CLAIM_LIST, schema_of
from factcheck.reports.table import claim_table
from factcheck.reports.table_columns import Layout
from factcheck.text.dates.iso_dates import read_iso_date
from factcheck.text.tables.formulas import column_name
from tests.reports import make_schema
from tests.reports.samples import ARTICLES, HOSTILE, RATINGS, ROWS, about, row
from tests.reports.test_annotated import closed


def workbook(rows=ROWS, **given) -> bytes:
    return claims_as_xlsx(rows, about(rows, **given))


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


# --- filters ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Filter(checkers=frozenset(["alice"])), [1, 2]),
        (Filter(reviewers=frozenset(["bob"])), [2, 3]),
        (Filter(stances=frozenset(["conflicts"])), [1, 2, 3]),
        (Filter(stances=frozenset(["corroborates", "conflicts"])), [0, 1, 2, 3]),
        (Filter(stances=frozenset(["none"])), [4, 5]),
        (Filter(undated=True), [2, 3, 4]),
        (Filter(period=read_iso_date("2026-10-30")), [0, 1, 5]),
        (Filter(period=read_iso_date("2026-11")), []),
        (Filter(period=read_iso_date("2025")), [5]),
        (Filter(touched=frozenset(["c0003"])), [2]),
        (Filter(stances=frozenset(["conflicts"]), checkers=frozenset(["bob"])), [3]),
    ],
)
def test_filters_on_people_stances_and_dates(wanted, places):
    assert select(ROWS, wanted) == [ROWS[place] for place in places]


def test_of_one_of_several_days_nobody_knows_which():
    either = row(1, said_on="[2026-03-04,2026-04-03]")
    assert select([either], Filter(period=read_iso_date("2026"))) == []
    assert select([either], Filter(undated=True)) == [either]


# --- orders and groups ------------------------------------------------------------------------------------------------


def test_what_has_no_date_or_claimant_comes_last():
    assert [r.said_on for r in arrange(ROWS, Order.DATE)][:3] == [
        "2026-10-01/2026-10-31",
        "2026-10-30",
        "../2026-10-31",
    ]
    assert [bool(r.claimant) for r in arrange(ROWS, Order.CLAIMANT)] == [True] * 4 + [False] * 2
    assert [r.review_state for r in arrange(ROWS, Order.STATE)][-2:] == [ReviewState.SIGNED, ReviewState.STALE]


def test_dates_are_grouped_in_the_order_in_which_they_are_sorted():
    said = ["2026-10-30", "../2026-10-30", "", "[2026-03-04,2026-04-03]", "2026-09", "2026-10-30"]
    rows = [row(number, said_on=iso) for number, iso in enumerate(said)]
    grouped = put_together(rows, Group.DATE)
    assert grouped == arrange(rows, Order.DATE)
    names = [one.said_on for one in grouped]
    assert names == ["2026-09", "../2026-10-30", "2026-10-30", "2026-10-30", "[2026-03-04,2026-04-03]", ""]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("group", Group)
def test_no_order_or_group_loses_a_claim(order, group):
    assert sorted(put_together(arrange(ROWS, order), group)) == sorted(ROWS)


def test_a_table_names_its_groups_and_counts_them():
    lines = "".join(
        claim_table(
            put_together(ROWS, Group.CHECKER),
            ARTICLES,
            RATINGS,
            Layout(columns=100, about=about(group=Group.CHECKER)),
        )
    ).splitlines()
    assert [line for line in lines if line.startswith("checker: ")] == [
        "checker: alice (2 claims)",
        "checker: bob (1 claim)",
        "checker: none (3 claims)",
    ]
    assert sum(line.startswith("article") for line in lines) == 3, "claims of several articles name theirs"


def test_markdown_has_a_table_for_each_group():
    text = "".join(claims_as_markdown(put_together(ROWS, Group.STATE), about(group=Group.STATE)))
    assert re.findall(r"^state.*", text, re.MULTILINE) == [
        "state: extracted",
        "state: proposed",
        "state: signed",
        "state: stale",
    ]
    assert text.count("| No | Article |") == 4


# --- columns ----------------------------------------------------------------------------------------------------------


def test_columns_are_named_by_fields_and_by_what_people_say():
    assert columns_named("no, Claim,date,check-worthiness") == ("number", "verbatim", "said_on", "check_worthiness")
    assert set(ALIASES.values()) <= set(COLUMNS)


@pytest.mark.parametrize("wrong", ["", "no,colour", "date,said_on"])
def test_a_column_that_there_is_not_is_told(wrong):
    with pytest.raises(InputError, match="column"):
        columns_named(wrong)


def test_every_format_with_columns_has_only_those():
    chosen = about(columns=("number", "said_on", "revision"))
    assert "".join(claims_as_csv(ROWS[:2], chosen)) == (
        "number,said_on,revision\r\n1,2026-10-30,r1\r\n2,2026-10-01/2026-10-31,r1\r\n"
    )
    assert "| number | said\\_on | revision |" in "".join(claims_as_markdown(ROWS, chosen))
    table = "".join(claim_table(ROWS, ARTICLES, RATINGS, Layout(columns=80, about=chosen)))
    assert "number said_on               revision" in table
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(workbook(columns=("number", "said_on")))).get_sheet_by_name(
        "Claims"
    )
    assert sheet.to_python()[0] == ["number", "said_on"]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_table_of_chosen_columns_fits(columns):
    chosen = about(columns=("number", "verbatim", "claimant", "rationale"))
    lines = "".join(claim_table(ROWS, ARTICLES, RATINGS, Layout(columns=columns, about=chosen))).splitlines()
    assert max(map(width, lines)) <= columns
    whole = "".join(claim_table(ROWS, ARTICLES, RATINGS, Layout(columns=columns, wide=True, about=chosen)))
    assert "..." not in whole


# --- gates ------------------------------------------------------------------------------------------------------------


def test_gates_on_sources():
    rows = [
        row(1, citations=1, corroborates=1),
        row(2, corroborates=0, related=2),
        row(3, review_state=ReviewState.SIGNED, reviewer="bob", rating="confirmed"),
    ]
    assert failing(rows, [Gate.UNCITED, Gate.UNCOVERED]) == {Gate.UNCITED: 2, Gate.UNCOVERED: 1}


# --- JSON and its schemas ---------------------------------------------------------------------------------------------


def test_the_list_as_json_fits_its_schema():
    schema = closed(json.loads(schema_of(CLAIM_LIST)))
    jsonschema.Draft202012Validator.check_schema(schema)
    listed = json.loads("".join(claims_as_json(ROWS, about(aside=Aside(filtered=2)))))
    jsonschema.validate(listed, schema, format_checker=jsonschema.FormatChecker())
    assert listed["aside"]["filtered"] == 2
    listed["claims"][0]["review_state"] = "finished"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(listed, schema)


def test_each_line_of_json_lines_fits_its_schema_and_the_first_says_what_it_is():
    schema = closed(json.loads(schema_of(CLAIM_LINE)))
    lines = [json.loads(line) for line in "".join(claims_as_jsonl(ROWS, about())).splitlines()]
    for line in lines:
        jsonschema.validate(line, schema, format_checker=jsonschema.FormatChecker())
    head, *claims = lines
    assert (head["record"], head["counts"]["claims"], head["state"]["events"]) == ("list", len(ROWS), 12)
    assert [one["verbatim"] for one in claims] == [r.verbatim for r in ROWS]


@pytest.mark.parametrize("name", [CLAIM_LIST, CLAIM_LINE])
def test_the_shipped_schema_is_that_of_the_domain(name):
    assert schema_of(name) == make_schema.text(name), "run `python -m tests.reports.make_schema`"


# --- Excel ------------------------------------------------------------------------------------------------------------


def test_a_workbook_has_filters_a_frozen_header_and_links():
    data = workbook()
    sheet = part(data, "xl/worksheets/sheet1.xml")
    assert 'state="frozen"' in sheet
    assert f'<autoFilter ref="A1:{column_name(len(COLUMNS))}{len(ROWS) + 1}"' in sheet
    assert sheet.count("<hyperlink ") == len(ROWS)
    assert "'Articles'!A2" in sheet


def test_a_workbook_holds_every_claim_and_says_what_it_shows():
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(aside=Aside(sentences=4))))
    header, *rows = book.get_sheet_by_name("Claims").to_python()
    assert len(rows) == len(ROWS)
    assert [r[header.index("verbatim")] for r in rows][:4] == [r.verbatim for r in ROWS[:4]]
    state = dict(line[:2] for line in book.get_sheet_by_name("State").to_python())
    assert state["log head"] == "9f2c" * 16
    assert state["not listed"] == "4 sentences set aside"


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize(
    "text",
    [
        "rise;=1+1",
        "rise; =1+1",
        "rise;\t@SUM(A1)",
        'rise, they say;"=1+1"',
        "rise\n-1+1",
        "=1+1;+1;-1",
        "rise;\uff1d1+1",
        ";;=1+1",
    ],
)
def test_no_cell_of_a_csv_file_is_a_formula_whichever_character_stands_between_cells(text, delimiter):
    written = "".join(claims_as_csv([row(1, claimant=text, verbatim=text, rationale=text)], about()))
    cells = [cell for line in csv.reader(io.StringIO(written), delimiter=delimiter) for cell in line]
    assert [cell for cell in cells if cell.strip(' \t\r\n"').startswith(tuple("=+-@\uff1d\uff0b\uff0d\uff20"))] == []


def test_a_semicolon_before_a_word_changes_nothing_in_a_csv_file():
    assert "rise; it fell" in "".join(claims_as_csv([row(1, rationale="rise; it fell")], about()))


def test_no_cell_of_a_workbook_is_a_formula_or_a_link_of_the_articles_own():
    data = workbook([row(1, claimant=HOSTILE, verbatim="http://evil.example/", rationale="=HYPERLINK(1)")])
    everything = "".join(part(data, name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert "<f>" not in everything
    assert "evil.example" not in part(data, "xl/worksheets/sheet1.xml").split("</sheetData>")[1]
    header, cells = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Claims").to_python()[:2]
    assert cells[header.index("rationale")] == "'=HYPERLINK(1)"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_can_stand_in_a_workbook(text):
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook([row(1, claimant=text)])))
    header, cells = book.get_sheet_by_name("Claims").to_python()[:2]
    assert not str(cells[header.index("claimant")]).lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_workbook_of_the_same_state_is_the_same_byte_for_byte():
    assert workbook() == workbook()
    with zipfile.ZipFile(io.BytesIO(workbook())) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 31, 0, 0, 0)}


def test_a_path_of_this_machine_stays_out_and_an_address_is_a_link():
    on_disk = ARTICLES[0].__class__(
        id="a1", revision="r1", title="Cranes", path="/home/alice/cranes.txt", published=None, published_from=""
    )
    online = ARTICLES[0].__class__(
        id="b2", revision="r2", title="Net", path="https://news.example/a", published=None, published_from=""
    )
    data = workbook(articles=(on_disk, online))
    everything = "".join(part(data, name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert "/home/alice" not in everything
    assert "https://news.example/a" in part(data, "xl/worksheets/_rels/sheet2.xml.rels")


def test_a_cell_longer_than_a_cell_can_be_is_cut_and_says_so():
    header, cells = (
        CalamineWorkbook.from_filelike(io.BytesIO(workbook([row(1, rationale="word " * 10_000)])))
        .get_sheet_by_name("Claims")
        .to_python()[:2]
    )
    told = str(cells[header.index("rationale")])
    assert len(told) == LONGEST_CELL
    assert told.endswith("(cut here: the JSON has it whole)")


def test_a_list_longer_than_a_sheet_is_refused_before_anything_is_written():
    counts = count([]).__class__(claims=MOST_ROWS, open=0, proposed=0, signed=0, self_signed=0, stale=0, conflicting=0)
    with pytest.raises(InputError, match="more claims than a sheet has rows"):
        workbook(counts=counts)


def test_without_the_library_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(StateError, match=r"factcheck-workbench\[xlsx\]"):
        workbook()


def test_a_log_without_events_has_a_workbook_too():
    stamp = about().stamp.__class__(program="factcheck", at=None)
    assert "1980-01-01" in part(workbook(stamp=stamp), "docProps/core.xml")
    assert datetime(2026, 11, 24, tzinfo=UTC).date().isoformat() in part(workbook(), "docProps/core.xml")
