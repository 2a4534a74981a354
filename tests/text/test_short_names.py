"""What a document is called: a few words on one line, also where its first paragraph is its title."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Source
from factcheck.reports.copy.words import named
from factcheck.review.guards import default_rationale
from factcheck.text.display import LONGEST_NAME, short_name
from tests.factory import make_bench

PARAGRAPH = "The quay of Ostwick was \x1b[31mdredged\x1b[0m in 2019. \x1b]0;owned\x07" + "It is long. " * 30


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", ""),
        ("Minutes of\n the  board", "Minutes of the board"),
        ("\x1b[31mRed\x1b[0m \x9b1mbold\x1b]0;owned\x07 news\x1b]8;;x\x1b\\", "Red bold news"),
        ("a\x1bb\x00c", "a b c"),
        ("word " * 30, "word " * 18 + "word..."),
    ],
)
def test_a_name_is_short_and_commands_nobody(title: str, name: str) -> None:
    assert short_name(title) == name


@given(st.text())
def test_any_title_makes_a_short_name(title: str) -> None:
    assert len(short_name(title)) <= LONGEST_NAME
    assert "\x1b" not in short_name(title)


@pytest.mark.parametrize(
    ("titled", "told"),
    [
        ({"title": PARAGRAPH}, "The quay of Ostwick was dredged in 2019." + " It is long." * 4 + " It is..."),
        ({"title": "", "path": "/home/ada/quay.txt"}, "quay.txt"),
    ],
)
def test_the_reason_of_a_plain_fact_names_a_document_in_a_few_words(
    tmp_path: Path, titled: dict[str, str], told: str
) -> None:
    with make_bench(tmp_path, claims=1) as bench:
        view = bench.claim("c0001")
        ratings = bench.ratings
    first = view.evidence[0]
    candidate = replace(first.candidate, source=replace(first.candidate.source, **titled))
    view = replace(view, evidence=(replace(first, candidate=candidate),))
    assert default_rationale(view, ratings[0], ratings, [first.id]) == f"{told}, paragraph 1"


def test_the_annotated_copy_names_a_document_in_a_few_words() -> None:
    shown = named(Source(id="s", digest="d", origin="o", title=PARAGRAPH))
    assert len(shown) < LONGEST_NAME + len("<bdi></bdi>") + 1
    assert "dredged in 2019" in shown
