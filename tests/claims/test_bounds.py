"""Claims at bounds that a person chose: exact words, what is inside found anew, what is not taken over."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import accounting, bounds, extract_claims
from factcheck.domain import Block, Claim, Disposition, Form, Sentence
from factcheck.errors import InputError
from tests.factory import make_claim

DAY = date(2024, 5, 3)
TEXT = (
    "Lake ferry to stop in October\n\n"
    "The lake authority will stop the ferry in October, its director Ada Holm said on Thursday.\n\n"
    "“Forty people use it on a working day, and the boat is sixty years old,” Holm said. "
    "The ferry has run since 1931.\n"
)
CLAIMS = extract_claims(TEXT, published=DAY).claims
words = st.lists(
    st.sampled_from(["the", "Ada Holm", "said", "“no,”", "40", "May 2021", "\n", " ", "it", "–"]), min_size=1
)


def claim_with(text: str) -> Claim:
    return next(claim for claim in CLAIMS if text in claim.verbatim)


def at(start: int, end: int, like: Claim | None = None, text: str = TEXT) -> Claim:
    (claim,) = bounds.claims_at(text, [((start, end), like)], published=DAY)
    return claim


@given(st.text() | words.map(" ".join), st.data())
def test_a_claim_at_any_bounds_has_the_words_that_stand_there(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    try:
        low, high = bounds.trimmed(text, start, end)
    except InputError:
        assert not any(c.isalnum() for c in text[start:end])
        return
    claim = at(low, high, text=text)
    assert text[claim.start : claim.end] == claim.verbatim == claim.verbatim.strip()
    spans = [i.span for i in claim.items] + [n.span for n in claim.names] + list(claim.quotations)
    for span in spans:
        assert text[span.start : span.end] == span.text
        assert claim.start <= span.start < span.end <= claim.end


@given(st.sampled_from(CLAIMS), st.data())
def test_any_split_keeps_the_words_and_a_join_restores_the_bounds(claim: Claim, data: st.DataObject) -> None:
    place = data.draw(st.integers(claim.start + 1, claim.end - 1))
    try:
        parts = bounds.split_bounds(TEXT, claim, place)
    except InputError:
        assert not all(any(map(str.isalnum, p)) for p in (TEXT[claim.start : place], TEXT[place : claim.end]))
        return
    halves = bounds.claims_at(TEXT, [(part, claim) for part in parts], published=DAY)
    for half in halves:
        assert TEXT[half.start : half.end] == half.verbatim
        assert (half.claimant, half.said_on, half.medium) == (claim.claimant, claim.said_on, claim.medium)
    assert "".join("".join(h.verbatim for h in halves).split()) == "".join(claim.verbatim.split())
    assert bounds.joined_bounds(halves) == (claim.start, claim.end)


def test_the_same_bounds_give_the_same_claim() -> None:
    for claim in CLAIMS:
        assert at(claim.start, claim.end, claim) == claim


def test_numbers_names_and_items_are_those_inside_the_bounds() -> None:
    claim = claim_with("Forty")
    first, second = bounds.split_bounds(TEXT, claim, TEXT.index("and the boat"))
    halves = bounds.claims_at(TEXT, [(first, claim), (second, claim)], published=DAY)
    assert [[str(q.low) for q in half.quantities] for half in halves] == [["40"], ["60"]]
    assert all(half.form is Form.DIRECT for half in halves)
    assert all(half.claimant and half.claimant.name == "Ada Holm" for half in halves)


def test_without_a_claim_to_follow_the_article_itself_asserts() -> None:
    start = TEXT.index("The ferry has")
    claim = at(start, start + len("The ferry has run since 1931"))
    assert (claim.claimant, claim.said_on, claim.form) == (None, None, Form.NONE)
    assert [d.iso for d in claim.dates] == ["1931-01-01/1931-12-31"]


@pytest.mark.parametrize("place", [0, CLAIMS[0].start, CLAIMS[0].end, len(TEXT), -3, 10**9])
def test_a_claim_is_split_inside_it(place: int) -> None:
    with pytest.raises(InputError, match="not inside the claim"):
        bounds.split_bounds(TEXT, CLAIMS[0], place)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4), (0, len(TEXT) + 1)])
def test_bounds_lie_in_the_text(start: int, end: int) -> None:
    with pytest.raises(InputError, match="no bounds in this text"):
        bounds.trimmed(TEXT, start, end)


def test_words_are_found_however_they_are_typed() -> None:
    text = "She said:\n“It’s  over – now”. It's over - now, he said."
    assert [text[a:b] for a, b in bounds.places_of("It's over - now", text)] == ["It’s  over – now", "It's over - now"]
    assert bounds.places_of("it's over", text) == ()
    assert bounds.places_of("  ", text) == ()
    assert bounds.places_of("(a.b", "(a.b (axb") == ((0, 4),)


def test_a_split_after_words_leaves_the_marks_that_close_them_before_it() -> None:
    text = "“It fell,” he said, “and rose.”"
    assert text[: bounds.after(text, text.index(",”"), len(text))] == "“It fell,”"
    assert bounds.after(text, 3, len(text)) == 3


def test_sentences_say_what_became_of_them_by_hand() -> None:
    def sentence(start: int, end: int, disposition: Disposition) -> Sentence:
        text = TEXT[start:end]
        return Sentence(start=start, end=end, text=text, block=Block.BODY, disposition=disposition, reason="rule")

    aside, carries, other = (
        sentence(0, 10, Disposition.CAPTION),
        sentence(31, 60, Disposition.CLAIMS),
        sentence(60, 90, Disposition.CLAIMS),
    )
    added, withdrawn, listed = at(2, 8), at(35, 50), at(62, 80)
    told = list(accounting.accounted([aside, carries, other], [added], [added, listed], [withdrawn]))
    assert [(s.disposition, s.reason) for s in told] == [
        (Disposition.CLAIMS, accounting.BY_HAND),
        (Disposition.NOT_CHECKABLE, accounting.TAKEN_OUT),
        (Disposition.CLAIMS, "rule"),
    ]
    assert list(accounting.accounted([aside, carries], [], [listed], [])) == [aside, carries]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=8),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=8),
)
def test_a_sentence_that_no_claim_touches_is_unaccounted(claims, places):
    listed = [make_claim(number, "x" * length, start) for number, (start, length) in enumerate(claims)]
    carries = [
        Sentence(start=start, end=start + length, text="x" * length, block=Block.BODY, disposition=Disposition.CLAIMS)
        for start, length in places
    ]
    told = list(accounting.unaccounted(carries, listed))
    assert told == [one for one in carries if not accounting.overlapping(listed, one.start, one.end)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('She told BBC Radio 4\'s "Today" programme on Jan. 5, 2024 that 40 had died.', "40 had died"),
        ("She told Radio Arle’s “Morning Call” show that 40 had died.", "40 had died"),
        ("According to a report by the guild, published in February, the firm lost £4m.", "the firm lost £4m"),
        ("According to a study, released on Monday, 40 shops closed.", "40 shops closed"),
        ("According to Ann Lee, published figures show a loss of £4m.", "published figures show a loss of £4m"),
    ],
)
def test_who_was_told_and_how_a_source_came_out_are_no_words_of_it(text: str, content: str) -> None:
    assert [c.verbatim for c in extract_claims(text).claims] == [content]


def test_the_name_of_a_programme_is_no_day() -> None:
    text = 'Ann Lee told Radio 4\'s "Today" programme on Jan. 5, 2024 that 40 had died.'
    (claim,) = extract_claims(text, published=date(2025, 5, 24)).claims
    assert claim.said_on is not None
    assert claim.said_on.iso == "2024-01-05"
