"""The writer's own sources are bound to the claims they follow, and none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.claims.sources.binding import bind_citations
from factcheck.claims.sources.citations import bare_links, find_pointer, find_url
from factcheck.domain import (
    Appearance,
    Block,
    Citation,
    CitationKind,
    Claim,
    Content,
    Disposition,
    Form,
    Sentence,
    Span,
)


def citation(text: str, anchor: str = "", *, after: str = "") -> Citation:
    """A mark right behind `after`, or an anchor with words."""
    start = text.index(anchor) if anchor else text.index(after) + len(after)
    return Citation(anchor=Span.cut(text, start, start + len(anchor)), kind=CitationKind.FOOTNOTE, target="T")


def bound(text: str, *citations: Citation) -> list[list[str]]:
    """The verbatim words of the claims that each citation is bound to, as the engine finds claims."""
    found = extract_claims(text)
    words = {claim.id: claim.verbatim for claim in found.claims}
    return [[words[c] for c in b.claims] for b in bind_citations(citations, found.claims, found.sentences)]


TEXT = (
    "The harbour bought 6 cranes in 2019. “We paid 4 million euros for them,” said Ada Holm, its director.\n\n"
    "A report by the county found that the cranes cost 5 million euros. Is that so?\n"
)


def test_a_mark_behind_the_full_stop_belongs_to_that_sentence_and_not_to_the_next() -> None:
    assert bound(TEXT, citation(TEXT, after="2019.")) == [["The harbour bought 6 cranes in 2019."]]


def test_a_mark_behind_the_attribution_belongs_to_what_was_said() -> None:
    assert bound(TEXT, citation(TEXT, after="director.")) == [["“We paid 4 million euros for them,”"]]


def test_a_mark_in_the_middle_of_a_claim_belongs_to_it() -> None:
    assert bound(TEXT, citation(TEXT, after="6 cranes")) == [["The harbour bought 6 cranes in 2019."]]


def test_a_link_before_its_claim_belongs_to_the_claims_of_its_sentence() -> None:
    found = bound(TEXT, citation(TEXT, "A report by the county"))
    assert found == [["the cranes cost 5 million euros"]]


def test_a_comment_over_two_sentences_belongs_to_both() -> None:
    assert len(bound(TEXT, citation(TEXT, "in 2019. “We paid 4 million euros"))[0]) == 2


def test_a_citation_whose_sentence_has_no_claim_is_kept_and_bound_to_none() -> None:
    assert bound(TEXT, citation(TEXT, after="Is that so?"), citation(TEXT, "Is that so")) == [[], []]


def make(identifier: str, start: int, end: int, *also: tuple[int, int]) -> Claim:
    return Claim(
        id=identifier,
        start=start,
        end=end,
        verbatim="x" * (end - start),
        text="",
        form=Form.NONE,
        content=Content.FACT,
        appearances=tuple(Appearance(span=Span(a, b, "x" * (b - a)), block=Block.HEADLINE) for a, b in also),
    )


def sentence(start: int, end: int) -> Sentence:
    return Sentence(start=start, end=end, text="x" * (end - start), block=Block.BODY, disposition=Disposition.CLAIMS)


def at(start: int, end: int | None = None) -> Citation:
    stop = start if end is None else end
    return Citation(anchor=Span(start, stop, "x" * (stop - start)), kind=CitationKind.LINK, target="T")


@pytest.mark.parametrize(
    ("anchor", "claims"),
    [
        (at(10), ("a",)),  # right behind the last word of a
        (at(14), ("a",)),  # between the claims: a ends last before it
        (at(15), ("a",)),  # where b begins: a mark follows, it does not announce
        (at(16), ("b",)),
        (at(35), ("b",)),  # the end of the sentence
        (at(2, 20), ("a", "b")),
        (at(11, 14), ("a",)),  # touches neither
        (at(0), ("a", "b")),  # before any word of the sentence
        (at(52, 55), ("c",)),  # before the claim of its sentence
        (at(90), ()),  # behind the last sentence
        (at(71), ("a",)),  # the headline that says the same
    ],
)
def test_each_case_of_the_rule(anchor: Citation, claims: tuple[str, ...]) -> None:
    known = [make("a", 0, 10, (70, 72)), make("b", 15, 30), make("c", 56, 60)]
    sentences = [sentence(0, 35), sentence(50, 60), sentence(70, 80)]
    assert bind_citations([anchor], known, sentences)[0].claims == claims


def test_a_claim_of_any_length_is_found() -> None:
    known = [make("long", 0, 50_000), *(make(f"c{n}", n, n + 10) for n in range(60_000, 90_000, 20))]
    assert bind_citations([at(49_000), at(60_405)], known, [sentence(0, 90_000)])[0].claims == ("long",)
    assert bind_citations([at(60_405)], known, [sentence(0, 90_000)])[0].claims == ("c60400",)


spans = st.tuples(st.integers(0, 60), st.integers(0, 30)).map(lambda p: (p[0], p[0] + p[1]))


@given(st.lists(spans, max_size=8), st.lists(spans, max_size=6), st.lists(spans, max_size=4))
def test_none_is_lost_and_claims_exist(
    anchors: list[tuple[int, int]], claims: list[tuple[int, int]], sentences: list[tuple[int, int]]
) -> None:
    known = [make(f"c{n}", a, b + 1) for n, (a, b) in enumerate(claims)]
    wanted = [at(a, b) for a, b in anchors]
    found = bind_citations(wanted, known, sorted((sentence(a, b + 1) for a, b in sentences), key=lambda s: s.start))
    assert [b.citation for b in found] == wanted
    for one in found:
        assert set(one.claims) <= {claim.id for claim in known}
        assert len(set(one.claims)) == len(one.claims)


@pytest.mark.parametrize(
    ("note", "url", "pointer"),
    [
        ("Minutes, p. 4.", "", "p. 4"),
        ("Holm 2019, pp. 12–15 (https://x.example/a_(b)).", "https://x.example/a_(b)", "pp. 12–15"),
        ("See www.x.example/a, para. 3", "www.x.example/a", "para. 3"),
        ("Budget act, § 12, table 3", "", "§ 12"),
        ("https://v.example/watch?t=90", "https://v.example/watch?t=90", "second 90"),
        ("https://x.example/r.pdf#page=12", "https://x.example/r.pdf#page=12", "page 12"),
        ("Interview, at 01:12:05", "", "at 01:12:05"),
        ("Bericht, S. 7", "", "S. 7"),
        ("It rose by 4 at 12 stations", "", ""),
        ("", "", ""),
    ],
)
def test_what_a_note_names_and_where_it_points(note: str, url: str, pointer: str) -> None:
    assert (find_url(note), find_pointer(note)) == (url, pointer)


@given(st.text(max_size=200))
def test_no_note_crashes(note: str) -> None:
    assert find_url(note) in note
    find_pointer(note)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The ferry cost £4m, the board said (https://x.example/a).", "The ferry cost £4m"),
        ("The ferry cost £4m [https://x.example/a].", "The ferry cost £4m"),
        ("The ferry cost £4m. See https://x.example/a for more.", "The ferry cost £4m."),
        ("The ferry cost £4m.\n\nSee https://x.example/a for more.", ""),
        ("The ferry cost £4m, www.x.example/a says.", "The ferry cost £4m"),
    ],
)
def test_an_address_in_the_text_is_a_source_of_the_claim_it_follows(text: str, bound: str) -> None:
    found = extract_claims(text)
    citations = bare_links(text, ())
    assert [c.target.removeprefix("https://www.").removeprefix("https://") for c in citations] == ["x.example/a"]
    assert text[citations[0].anchor.start : citations[0].anchor.end] == citations[0].anchor.text
    (one,) = bind_citations(citations, found.claims, found.sentences)
    words = {claim.id: claim.verbatim for claim in found.claims}
    assert bool(one.claims) is bool(bound)
    assert all(words[claim].startswith(bound) for claim in one.claims)


def test_a_link_that_shows_its_own_address_is_one_source() -> None:
    text = "The ferry cost £4m (https://x.example/a)."
    link = Citation(anchor=Span(20, 39, text[20:39]), kind=CitationKind.LINK, target="https://x.example/a")
    assert bare_links(text, (link,)) == (link,)
