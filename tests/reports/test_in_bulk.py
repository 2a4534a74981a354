"""Lists of thousands do once for many rows what they would do for each: the same comes out as for each row alone."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.domain import CitedStatus, ClaimSummary, ReviewState, SourceState
from factcheck.reports.as_csv import claims_as_csv
from factcheck.reports.as_json import claims_as_json, claims_as_jsonl, to_json
from factcheck.reports.as_markdown import claims_as_markdown, escape
from factcheck.reports.cells import shown_line, shown_text
from factcheck.reports.claim_counts import count
from factcheck.reports.columns import neutral, split_neutral
from factcheck.reports.table import claim_table
from factcheck.reports.table_columns import Layout
from factcheck.workbench.listing import KEPT, Listing
from tests.reports.samples import ARTICLES, RATINGS, about, row

AWKWARD = st.text(alphabet=st.sampled_from(" =+-@;\t\r\n\"'|<>&#:*_\\.\x1b\x7f\u202e\u200b\u2028\ud800\uff1d“£aé東"))
WORDS = st.sampled_from(["", "published open by eve: late", "why not", "k1"])
KINDS = st.builds(
    row,
    st.integers(1, 99_999),
    review_state=st.sampled_from(ReviewState),
    rating=st.sampled_from(["", "confirmed", "contradicted", "of an older scale"]),
    wording_state=st.sampled_from(["", "open", "accepted", "applied", "stet", "cut"]),
    cited_source=st.sampled_from([None, *CitedStatus]),
    source_state=st.sampled_from([None, *SourceState]),
    conflicts=st.integers(0, 2),
    self_signed=st.booleans(),
    **dict.fromkeys(("closing", "bypass", "signed_with", "waived", "rated"), WORDS),
)


def added(counted: list[dict[str, object]]) -> dict[str, object]:
    """Add up the numbers of several counts, those within their mappings, too."""
    total: dict[str, object] = {}
    for one in counted:
        for name, value in one.items():
            before = total.get(name, {} if isinstance(value, dict) else 0)
            total[name] = added([before, value]) if isinstance(value, dict) else before + value
    return total


@given(st.lists(KINDS, min_size=1, max_size=12))
def test_a_list_counts_what_its_claims_count_one_by_one(rows: list[ClaimSummary]) -> None:
    assert dataclasses.asdict(count(rows)) == added([dataclasses.asdict(count([one])) for one in rows])


@given(st.lists(KINDS, min_size=1, max_size=12))
def test_a_claim_has_the_marks_in_a_list_that_it_has_alone(rows: list[ClaimSummary]) -> None:
    def lines(some: list[ClaimSummary]) -> list[str]:
        text = "".join(claim_table(some, ARTICLES, RATINGS, Layout(wide=True)))
        return [re.sub(" +", " ", line).strip() for line in text.splitlines() if "The harbour has" in line]

    assert lines(rows) == [line for one in rows for line in lines([one])]


@given(AWKWARD)
def test_a_spreadsheet_runs_no_text_and_shows_it_as_it_stands_where_it_can(text: str) -> None:
    shown = shown_text(text)
    formula = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    runs = text.startswith(formula) or shown.lstrip().startswith(formula)
    assert neutral(text) == ("'" if runs else "") + shown
    assert not re.search(r"""[;\t\r\n][\s"]*[=+\-@\uff1d]""", split_neutral(text))


@given(AWKWARD | st.text("#>+-=*_~`$1.2) a[](!)<b>&#58;:/w.@|\\", max_size=30))
@pytest.mark.parametrize("before", ["", "- ", "  - ", "> x\n> ", "said: "])
def test_markdown_reads_no_markup_in_a_text_wherever_it_stands(before: str, text: str) -> None:
    """At the head of a line, in an item of a list, behind words: what is read is the text, letter for letter."""
    shown = shown_line(text)
    tokens = (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(f"{before}{escape(text)}")
    )
    found = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in found} <= {"text", "text_special", "softbreak"}
    assert not {token.tag for token in tokens} & {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "code", "table"}
    assert "".join(child.content for child in found).endswith(shown.strip())


def test_plain_words_are_written_as_they_are_and_addresses_are_none() -> None:
    plain = "On 2026-11-01 (a Sunday), rents rose by 4.5% to $40: “more!”, it said; see p. 3-4 & notes + tables."
    assert escape(plain) == plain
    told = escape("https://x.example www.x.example a@b.example mailto:a :tada: # no ~~gone~~ $a$")
    assert not any(one in told for one in ("://", "www.", "@", "mailto:", ":tada:", "~~", "$a$"))


def test_a_long_run_of_marks_is_written_in_no_time() -> None:
    started = time.perf_counter()
    for mark in "[:~$#&_1@":
        escape(mark * 80_000)
    assert time.perf_counter() - started < SOON


SOON = 5.0
"""Seconds for nine texts of 80 KB: a tenth of it on an idle machine."""


@given(st.lists(st.builds(lambda n, text: row(n, verbatim=text, rationale=text), st.integers(1, 9), AWKWARD)))
def test_json_has_every_row_as_any_value_of_the_domain_is_written(rows: list[ClaimSummary]) -> None:
    written = "".join(claims_as_json(rows, about(rows, looked_up=lambda _: None)))
    unknown = dict.fromkeys(("facets", "evidence", "search"))
    assert json.loads(written)["claims"] == [json.loads(to_json(one)) | unknown for one in rows]
    assert all(to_json(one)[:-1] in written for one in rows)
    lines = list(claims_as_jsonl(rows, about(rows, looked_up=lambda _: None)))[1:]
    assert lines == [to_json({"record": "claim"} | one._asdict() | unknown) + "\n" for one in rows]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e\u2028\ud800]", written)


def test_the_columns_that_are_asked_for_are_those_of_the_whole_list() -> None:
    rows = [row(number, rationale="=1", reviewer="bob", signed_with="k" * number) for number in range(3)]
    chosen = ("not_listed", "rationale", "number", "identity")
    read = csv.reader(io.StringIO("".join(claims_as_csv(rows, about(rows, columns=chosen))), newline=""))
    signed = ["nothing", "'=1", "1", "by key"], ["nothing", "'=1", "2", "by key"]
    assert list(read) == [list(chosen), ["nothing", "'=1", "0", "asserted"], *signed]
    assert "\\=1" in "".join(claims_as_markdown(rows, about(rows, columns=("rationale",))))


def test_a_list_that_is_kept_is_read_once_and_a_longer_one_as_often_as_it_is_asked_for() -> None:
    for length, times in ((KEPT, 1), (KEPT + 1, 2)):
        asked: list[int] = []

        def read(length: int = length, asked: list[int] = asked) -> list[ClaimSummary]:
            asked.append(length)
            return [row(1)] * length

        listing = Listing(read)
        assert [sum(1 for _ in listing), sum(1 for _ in listing)] == [length, length]
        assert len(asked) == times
