"""Quotations: each style of marks, apostrophes left alone, lost marks contained."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said “no” and "yes".', ["“no”", '"yes"']),
        ("‘Don’t go,’ she said. It’s the dogs’ food.", ["‘Don’t go,’"]),
        ("'The voters' choice is clear,' he said.", ["'The voters' choice is clear,'"]),
        ("„Nein“, sagte er; «non», dit-elle; »nej«.", ["„Nein“", "«non»", "»nej«"]),
        ("« Non. Jamais », a dit Anne. « Oui », dit-il.", ["« Non. Jamais »", "« Oui »"]),
        ("«\u00a0Non\u00a0», a dit Anne.", ["«\u00a0Non\u00a0»"]),
        ("She read “the ‘inner’ voice” aloud.", ["“the ‘inner’ voice”"]),
        ('“Mixed marks," he said.', ['“Mixed marks,"']),
        ("''Old wire style,'' he said.", ["''Old wire style,''"]),
        ("It's the '90s and the dogs' tails wag.", []),
        ("“One paragraph.\n\n“And the next,” he said.", ["“One paragraph.", "“And the next,”"]),
        ('A lost " mark here.\n\nAnd "this" is whole.', ['"this"']),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [q.text for q in find_quotations(text)] == expected


@given(st.text(alphabet=st.sampled_from("ab “”\"'‘’„«»\n.,`") | st.characters(), max_size=150))
def test_spans_are_cut_from_the_text_in_order_without_overlap(text: str) -> None:
    last = 0
    for q in find_quotations(text):
        assert last <= q.start < q.end
        assert text[q.start : q.end] == q.text
        last = q.end


def test_a_quotation_joined_to_the_sentence_before_opens_curly_or_straight() -> None:
    text = "It rained for days.“We lost it all,” she said. “Then it stopped.”"
    for written in (text, text.replace("“", '"').replace("”", '"')):
        assert [(q.start, q.end) for q in find_quotations(written)] == [(19, 36), (47, 65)]


@pytest.mark.parametrize(
    "text",
    [
        "“When she cries she is “weak” and pays for it,” Lee said.",
        "He called it “ a plan without a price ” and left.",
        "“It was a mess,” she said. “Nobody came.”",
    ],
)
def test_straight_marks_are_paired_as_curly_ones(text: str) -> None:
    straight = text.replace("“", '"').replace("”", '"')
    assert [(q.start, q.end) for q in find_quotations(straight)] == [(q.start, q.end) for q in find_quotations(text)]


def test_two_single_marks_close_a_double_one() -> None:
    assert [q.text for q in find_quotations("“It was a mess,’’ she said.")] == ["“It was a mess,’’"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "«Wir zahlen 6 Millionen», sagte Holt. ›Nein‹, sagte Reed. ‹Ja›, sagte er.",
            ["«Wir zahlen 6 Millionen»", "›Nein‹", "‹Ja›"],
        ),
        ("‹Die Stadt zahlt›, sagte Holt. ›Das ist zu viel‹, sagte Reed.", ["‹Die Stadt zahlt›", "›Das ist zu viel‹"]),
        ("„Er sagte ›nie wieder‹ zu mir“, sagte Holt.", ["„Er sagte ›nie wieder‹ zu mir“"]),
        ("Home › News › Politics", []),
    ],
)
def test_single_guillemets_quote_in_either_direction(text: str, quoted: list[str]) -> None:
    assert [found.text for found in find_quotations(text)] == quoted
