"""Marks of notes, numbers of lists and codes for a terminal are no figures: they agree and clash with nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.stance.unsaid import unsaid
from factcheck.text.quantities.finding import find_quantities

TOLL = "The tunnel under Marby cost £4.2 million."


def hidden(text: str) -> list[str]:
    return [text[low:high] for low, high in unsaid(text)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("It cost £4.2 million.[3]", ["[3]"]),
        ("It cost £4.2 million[3][4] to dig.", ["[3][4]"]),
        ("It cost £4.2 million.[note 3]", ["[note 3]"]),
        ("It cost £4.2 million¹² to dig.", ["¹²"]),
        ("It cost £4.2m² to dig.", ["²"]),
        ("It cost £4.2¹.", ["¹"]),
        ("It opened in 2020².", ["²"]),
        ("It cost 4,2 Millionen¹ Euro.", ["¹"]),
        ("It cost £4.2 million1 to dig.", ["1"]),
        ("It cost 3 Milliarden12 Euro.", ["12"]),
        ("1. The tunnel is dug.\n2. The bridge is not.", ["1. ", "2. "]),
        ("(3) The tunnel is dug.", ["(3) "]),
        ("3) The tunnel is dug.", ["3) "]),
        ("7. Die Brücke wurde nicht gebaut und der Tunnel auch nicht.", ["7. "]),
    ],
)
def test_marks_and_numbers_of_a_list_are_told(text: str, marks: list[str]) -> None:
    assert hidden(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "The flat has 40 m² and the pool 30 m³.",
        "The park has 4 km², or 2 miles².",
        "It counted 10³ cells and 2.5 × 10⁶ more.",
        "The council has [12] members.",
        "The vote was 14 [of 20].",
        "3.5 million people live there.",
        "7. Mai war der Tag der Wahl in Leipzig, und die Lokale waren nicht voll.",
        "2. Liga und 1. FC sind nicht das, was der Trainer wollte.",
        "1. FC Marby won.",
        "The number rose to\n40. The council said so.",
        "It sold 4.2 million2020 cars.",
        "It sold an MP3 and a G20 badge.",
    ],
)
def test_what_is_a_figure_or_a_word_stays(text: str) -> None:
    assert hidden(text) == []


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (f"{TOLL}[3]", f"{TOLL}[7]"),
        (f"{TOLL}¹", f"{TOLL}²"),
        (f"1. {TOLL}", f"7. {TOLL}"),
        (TOLL, f"{TOLL}[7]"),
        (TOLL, "The tunnel under Marby cost £4.2 million² to dig."),
        (TOLL, "The tunnel under Marby cost £4.2 million1 to dig."),
        (TOLL, "The tunnel under Marby cost \x1b[32m£4.2 million\x1b[0m to dig."),
        ("Der Tunnel kostete 4,2 Millionen Euro.[3]", "Der Tunnel kostete 4,2 Millionen² Euro."),
        ("The tunnel takes 9,000 cars a day.[3]", "The tunnel takes 9,000[7] cars a day.[8][9]"),
    ],
)
def test_they_clash_with_nothing(claim: str, passage: str) -> None:
    found = compare(claim, passage)
    assert found.stance is Stance.CORROBORATES, [one.message for one in found.reasons]
    spans = [(passage, span) for one in found.reasons for span in one.passage_spans]
    spans += [(claim, span) for one in found.reasons for span in one.claim_spans]
    assert all(text[span.start : span.end] == span.text for text, span in spans)


@pytest.mark.parametrize("figure", ["£5.2 million¹", "£5.2 million1", "\x1b[31m£5.2 million\x1b[0m", "£5.2 million[3]"])
def test_another_figure_clashes_whatever_stands_behind_it(figure: str) -> None:
    found = compare(TOLL, f"The tunnel under Marby cost {figure} to dig.")
    assert found.stance is Stance.CONFLICTS


def test_a_power_beyond_what_anybody_counts_is_no_figure() -> None:
    assert find_quantities("The star is worth 1e400 pounds.") == []
    assert compare("The star is worth 1e400 pounds.", "The star is worth 1e401 pounds.").stance is not (
        Stance.CORROBORATES
    )


@given(st.text(alphabet="[]()¹²3. \nmillion7\x1b;", max_size=60))
def test_any_text_gives_places_in_order(text: str) -> None:
    found = unsaid(text)
    assert all(0 <= low < high <= len(text) for low, high in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
