"""The claim list in every format: golden files, alignment, and text that would act if it could."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.domain import ReviewState
from factcheck.errors import InputError
from factcheck.reports.as_csv import claims_as_csv
from factcheck.reports.as_json import claims_as_json, claims_as_jsonl, to_json
from factcheck.reports.as_markdown import claims_as_markdown, escape
from factcheck.reports.aside import Aside
from factcheck.reports.cells import cut, fit, pad, shown_line, width, wrap
from factcheck.reports.claim_counts import count
from factcheck.reports.filters import Filter, select
from factcheck.reports.gates import Gate, failing
from factcheck.reports.named import articles_named, ratings_named
from factcheck.reports.ordering import Order, arrange
from factcheck.reports.table import claim_table
from factcheck.reports.table_columns import Layout, short_date
from tests.reports.samples import ARTICLES, HOSTILE, RATINGS, ROWS, about, row

GOLDEN = Path(__file__).with_name("golden")
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def rendered(kind: str) -> str:
    if kind == "json":
        return "".join(claims_as_json(ROWS, about()))
    if kind == "jsonl":
        return "".join(claims_as_jsonl(ROWS, about()))
    if kind == "csv":
        return "".join(claims_as_csv(ROWS, about()))
    if kind == "md":
        return "".join(claims_as_markdown(ROWS, about()))
    layout = Layout(columns=int(kind.removeprefix("table")), about=about())
    return "".join(claim_table(ROWS, ARTICLES, RATINGS, layout))


@pytest.mark.parametrize("kind", ["json", "jsonl", "csv", "md", "table80", "table140"])
def test_a_report_is_what_its_golden_file_says(kind: str) -> None:
    path = GOLDEN / f"claims.{kind}"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(rendered(kind).encode())
    assert rendered(kind) == path.read_bytes().decode()


@pytest.mark.parametrize("kind", ["json", "jsonl", "csv", "md", "table80", "table140"])
def test_no_report_commands_a_terminal(kind: str) -> None:
    assert not UNSAFE.search(rendered(kind).replace("\r\n", "\n"))


@pytest.mark.parametrize("columns", [60, 80, 100, 140, 200])
def test_the_table_fits_and_is_aligned(columns: int) -> None:
    lines = "".join(claim_table(ROWS, ARTICLES, RATINGS, Layout(columns=columns))).splitlines()
    assert max(map(width, lines)) <= columns
    marks = [width(line[: line.index("[")]) for line in lines if re.match(r" *\d+ \[", line)]
    assert len(marks) == len(ROWS)
    assert len(set(marks)) == 1


def test_a_wide_table_cuts_nothing() -> None:
    text = "".join(claim_table(ROWS, ARTICLES, RATINGS, Layout(columns=80, wide=True)))
    assert all(shown_line(r.verbatim) in text and shown_line(r.claimant) in text for r in ROWS)


def test_rows_of_mixed_articles_name_their_article() -> None:
    mixed = [ROWS[0], ROWS[4], ROWS[1]]
    assert "article" in "".join(claim_table(mixed, ARTICLES, RATINGS, Layout()))


def test_json_has_every_text_as_received() -> None:
    parsed = json.loads(rendered("json"))
    beside = ("facets", "evidence", "search")
    assert [{k: v for k, v in claim.items() if k not in beside} for claim in parsed["claims"]] == [
        r._asdict() for r in ROWS
    ]
    assert parsed["claims"][4]["facets"]["gaps"][0]["message"] == HOSTILE
    assert parsed["identity"] == "asserted"
    assert parsed["counts"]["claims"] == len(ROWS)


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_json_text_is_equal_after_parsing_and_harmless_before(text: str) -> None:
    written = to_json(text)
    assert json.loads(written) == text
    assert not UNSAFE.search(written)
    written.encode()


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_no_csv_cell_is_a_formula(text: str) -> None:
    written = "".join(claims_as_csv([row(1, claimant=text)], about()))
    written.encode()
    cell = next(csv.DictReader(io.StringIO(written, newline="")))["claimant"]
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))


@given(
    st.text(max_size=60)
    | st.sampled_from([HOSTILE, "<b>x", "[a](http://x)", "![a](b)", "`c`", "www.x.org", "a|b", "1. x"])
)
def test_markdown_shows_text_as_it_stands(text: str) -> None:
    table = f"| a |\n| --- |\n| x {escape(text)} |\n"
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(table)
    inline = [t for t in tokens if t.type == "inline"][1]
    children = inline.children or []
    assert {t.type for t in children} <= {"text", "text_special"}
    assert "".join(t.content for t in children) == shown_line(f"x {text}")


@given(st.text(), st.integers(min_value=0, max_value=40))
def test_cut_and_padded_text_has_its_width(text: str, cells: int) -> None:
    short = cut(shown_line(text), cells)
    assert width(short) <= cells
    assert width(pad(short, cells)) == cells


@given(st.text(max_size=80) | st.text("ab “”—", max_size=80), st.integers(0, 60), st.booleans())
def test_fitting_is_cutting_and_padding(text: str, cells: int, right: bool) -> None:
    assert fit(text, cells, right=right) == pad(cut(text, cells), cells, right=right)


@given(st.text(), st.integers(min_value=10, max_value=60))
def test_wrapping_loses_nothing(text: str, cells: int) -> None:
    lines = wrap(shown_line(text), cells)
    assert "".join("".join(lines).split()) == "".join(shown_line(text).split())
    assert all(width(line) <= cells for line in lines)


def test_filters_combine() -> None:
    assert [r.number for r in select(ROWS, Filter(claimant="HOLT"))] == [1]
    assert [r.number for r in select(ROWS, Filter(text="2 CRANES"))] == [2]
    proposed = frozenset({ReviewState.PROPOSED})
    assert select(ROWS, Filter(claimant="holt", states=proposed)) == []
    assert len(select(ROWS, Filter(verdicts=ratings_named(["none"], RATINGS)))) == 3
    assert [r.number for r in select(ROWS, Filter(verdicts=ratings_named(["x"], RATINGS)))] == [3]
    assert len(select(ROWS, Filter(articles=articles_named(["BRIDGE"], ARTICLES)))) == 2


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_a_mistyped_name_is_an_error_not_an_empty_list(name: str) -> None:
    with pytest.raises(InputError):
        articles_named([name], ARTICLES)
    with pytest.raises(InputError):
        ratings_named([name], RATINGS)


def test_sorting_is_stable() -> None:
    assert arrange(ROWS, Order.TEXT) == ROWS
    assert [r.number for r in arrange(ROWS, Order.CHECK_WORTHINESS)] == [2, 1, 3, 4, 1, 2]
    assert arrange(ROWS, Order.CONFLICTS)[0].conflicts == 3


def test_gates_count_stale_as_unsigned_and_settled_conflicts_as_settled() -> None:
    gates = [gate for gate in Gate if gate not in {Gate.UNCITED, Gate.UNCOVERED}]
    assert failing(ROWS, gates) == {Gate.OPEN: 3, Gate.UNSIGNED: 5, Gate.CONFLICTING: 2, Gate.STALE: 1, Gate.WORDING: 2}
    assert failing([ROWS[2]], gates) == {Gate.WORDING: 1}
    assert failing([ROWS[2]._replace(wording_state="applied")], gates) == {}
    alone = ROWS[2]._replace(self_signed=True, wording_state="stet")
    assert Gate.UNSIGNED in failing([alone], gates, {alone.id}), "one's own signature is none where two have to look"
    assert failing([alone], gates) == {}
    assert count(ROWS).stale == 1


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2026-10-30", "2026-10-30"),
        ("2026-10-01/2026-10-31", "2026-10"),
        ("2026-01-01/2026-12-31", "2026"),
        ("../2026-10-31", "..2026-10-31"),
        ("2026-10-02/2026-10-09", "2026-10-02.."),
        ("", ""),
        ("x/y", "x.."),
    ],
)
def test_dates_are_short(iso: str, shown: str) -> None:
    assert short_date(iso) == shown


def test_each_report_says_what_the_list_leaves_out() -> None:
    aside = Aside(superseded=1, sentences=4)
    table = "".join(claim_table(ROWS, ARTICLES, RATINGS, Layout(columns=200, about=about(aside=aside))))
    assert "not listed: 1 superseded, 4 sentences set aside" in table
    assert "Not listed: 1 superseded, 4 sentences set aside." in "".join(claims_as_markdown(ROWS, about(aside=aside)))
    listed = json.loads("".join(claims_as_json(ROWS, about(aside=aside))))
    assert listed["aside"] == {"superseded": 1, "withdrawn": 0, "sentences": 4, "filtered": 0, "withheld": 0}
    assert "not listed" not in "".join(
        claim_table(ROWS, ARTICLES, RATINGS, Layout(columns=200, about=about(aside=Aside())))
    )


@pytest.mark.parametrize("columns", [32, 40, 59, 60, 79, 80, 140])
def test_the_table_fits_a_terminal_of_any_width_and_leaves_room_for_the_claim(columns):
    lines = "".join(claim_table(ROWS, ARTICLES, RATINGS, Layout(columns=columns))).splitlines()
    assert max(map(width, lines)) <= columns
    header = next(line for line in lines if "mark" in line.split())
    assert ("claimant" in header.split()) == (columns >= 60)
    assert columns - header.rindex("claim") >= 10
