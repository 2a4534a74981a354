"""The text of the annotated copy: nothing lost, every claim ends once, stretches do not overlap."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Block, Disposition, Sentence, Span
from factcheck.reports.copy.marks import Stretch, stretches
from factcheck.reports.copy.pictures import WIDTH, bars, timeline
from factcheck.reports.copy.pieces import Place, marked_sentences

TEXT = "One two three. Four five.\nSix."


def sentence(start: int, end: int, text: str = TEXT, disposition=Disposition.CLAIMS) -> Sentence:
    return Sentence(start=start, end=end, text=text[start:end], block=Block.BODY, disposition=disposition)


SENTENCES = (sentence(0, 14), sentence(15, 25), sentence(26, 30, disposition=Disposition.HEADING))


def shown(*places: Place) -> str:
    """The pieces as `[claim words]`, with the claims that end behind each."""
    return " / ".join(
        "".join(
            (f"[{p.claim} {p.text}]" if p.claim else p.text) + "".join(f"({key})" for key in p.ends) for p in one.pieces
        )
        for one in marked_sentences(TEXT, SENTENCES, places)
    )


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([], "One two three. / Four five. / Six."),
        ([Place(start=4, end=7, key="a")], "One [a two](a) three. / Four five. / Six."),
        (
            [Place(start=0, end=13, key="a"), Place(start=4, end=7, key="b")],
            "[a One ][b two](b)[a  three](a). / Four five. / Six.",
        ),
        ([Place(start=8, end=19, key="a")], "One two [a three.] / [a Four](a) five. / Six."),
        ([Place(start=0, end=15, key="a")], "[a One two three.](a) / Four five. / Six."),
        (
            [Place(start=0, end=7, key="a"), Place(start=4, end=13, key="b")],
            "[a One ][a two](a)[b  three](b). / Four five. / Six.",
        ),
        ([Place(start=0, end=30, key="a")], "[a One two three.] / [a Four five.] / [a Six.](a)"),
    ],
)
def test_claims_stand_in_place_also_within_and_over_one_another(places, told):
    assert shown(*places) == told


def test_a_new_line_opens_a_paragraph():
    assert [one.opens for one in marked_sentences(TEXT, SENTENCES, [])] == [True, False, True]


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), max_size=6))
def test_no_word_is_lost_and_every_claim_ends_once(spans):
    places = [Place(start=a, end=b, key=str(n)) for n, (a, b) in enumerate(spans) if a < b]
    found = list(marked_sentences(TEXT, SENTENCES, places))
    for one, of in zip(found, SENTENCES, strict=True):
        assert "".join(piece.text for piece in one.pieces) == of.text
    ends = [key for one in found for piece in one.pieces for key in piece.ends]
    assert len(ends) == len(set(ends))
    in_words = {p.key for p in places if any(s.start < p.end and p.start < s.end for s in SENTENCES)}
    assert set(ends) == in_words


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_stretches_are_the_text(text, edges):
    spans = [Span(min(pair), max(pair), "") for pair in edges]
    assert "".join(one.text for one in stretches(text, {"aligned": spans})) == text


def test_what_a_reason_is_about_stands_out_in_what_answers():
    found = stretches("It has six cranes.", {"aligned": [Span(0, 17, "")], "compared": [Span(7, 10, "")]})
    assert found == [
        Stretch("It has ", "aligned"),
        Stretch("six", "compared"),
        Stretch(" cranes", "aligned"),
        Stretch(".", ""),
    ]


def left_of(drawn: str) -> float:
    """Return where the part of a picture begins in which the line of time is drawn."""
    moved = re.findall(r"translate\(([-\d.]+) ", drawn.partition('class="axis bottom"')[0])
    return float(moved[0]) + float(moved[-1])


# --- pictures ---------------------------------------------------------------------------------------------------------


def test_pictures_have_the_colours_of_the_page_and_no_style_of_their_own():
    drawn = bars({"confirmed": 3, "none": 0, "<script>": 1})
    assert "style=" not in drawn
    assert "#" not in drawn
    assert "<script" not in drawn
    assert drawn.count("<rect") == 3, "the background and two bars"
    assert drawn == bars({"confirmed": 3, "none": 0, "<script>": 1})


def test_nothing_to_draw_is_no_picture():
    assert bars({"confirmed": 0}) == ""
    assert timeline([(date(2026, 1, 1), 2)]) == ""
    assert "<circle" in timeline([(date(2026, 1, 1), 2), (date(2026, 3, 1), 1)])


@given(st.lists(st.dates(), min_size=2, max_size=9, unique=True), st.integers(1, 10**6))
def test_any_days_make_a_line_of_time_that_names_its_ends(days, number):
    ordered = sorted(days)
    drawn = timeline([(day, number) for day in ordered])
    assert drawn.count("<circle") == len(days)
    assert f">{ordered[0]}<" in drawn
    assert f">{ordered[-1]}<" in drawn
    named = [(float(x), words) for x, words in re.findall(r'<text x="([-\d.]+)"[^>]*>(\d{4}-[^<]*)<', drawn)]
    half = 10 * 7 / 2
    assert all(half <= x + left_of(drawn) <= WIDTH - half for x, _ in named), "no day is cut off"


@pytest.mark.parametrize("most", [1, 2, 5, 9, 37, 1200, 10_000])
def test_below_bars_stand_whole_numbers(most: int) -> None:
    numbers = [int(one.replace(",", "")) for one in re.findall(r">([\d.,]+)</text>", bars({"claims": most}))]
    assert 1 < len(numbers) <= 6
    assert max(numbers) <= most


@given(st.dictionaries(st.text("ab", min_size=1), st.integers(1, 10**9), min_size=1, max_size=9))
def test_any_numbers_make_bars(counts):
    assert bars(counts).count("<rect") == len(counts) + 1
