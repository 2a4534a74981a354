"""Numbered notes: the marks in a text and the list that they call are told by each other, and are no claims."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import bounds, extract_claims
from factcheck.claims.sources.numbered import find_notes, with_numbered
from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import parse_article
from factcheck.domain import Block, BoundCitation, CitationKind, Extraction
from factcheck.stance import compare
from factcheck.workbench.revisions import make_revision

BODY = (
    "Loan for the bridge is agreed\n\n"
    "Ostwick employs 850 people{0}. The bridge opened in 1874{1} and carries 9,000 vehicles a day{2}.\n\n"
    "The county closed the ferry in May.\n\n"
)
REPORT, GAZETTE = "Council, annual report. https://council.example/report", "Ostwick Gazette, 3 May 2024"
EMPLOYS, OPENED = "Ostwick employs 850 people", "The bridge opened in 1874"


def read(text: str, name: str = "a.txt") -> tuple[str, Extraction]:
    revision = make_revision(parse_article(text.encode(), name), name, None)
    return revision.text, extract_revision(revision)


def called(found: Extraction) -> list[tuple[str, list[str]]]:
    """What each citation names, and how its claims begin."""
    words = {claim.id: claim.verbatim for claim in found.claims}

    def first(one: BoundCitation) -> list[str]:
        return [words[claim][:12] for claim in one.claims]

    return [(one.citation.target, first(one)) for one in found.citations]


def check(text: str, found: Extraction) -> None:
    assert all(text[c.start : c.end] == c.verbatim for c in found.claims)
    assert all(text[s.start : s.end] == s.text for s in found.sentences)
    assert all(text[m.start : m.end] == m.text for c in found.claims for m in c.marks)
    assert all(text[q.span.start : q.span.end] == q.span.text for c in found.claims for q in c.quantities)
    covered = {at for s in found.sentences for at in range(s.start, s.end)}
    assert all(at in covered for at, character in enumerate(text) if not character.isspace())


LISTS = [
    ((" [1]", "[2]", " [1, 2]"), f"References\n\n[1] {REPORT}\n[2] {GAZETTE}\n"),
    (("[1]", " [2]", "[1–2]"), f"[1] {REPORT}\n\n[2] {GAZETTE}\n"),
    (("[1]", "[2]", "[1][2]"), f"## Sources\n1. {REPORT}\n2. {GAZETTE}\n"),
    (("¹", "²", "¹,²"), f"Anmerkungen:\n¹ {REPORT}\n² {GAZETTE}\n"),
    (("¹", "²", "¹ ²"), f"Quellen\n\n1) {REPORT}\n2) {GAZETTE}\n"),
    ((" (1)", " (2)", " (1), (2)"), f"Notes\n(1) {REPORT}\n(2) {GAZETTE}\n"),
    (("[^1]", "[^2]", "[^1][^2]"), f"[^1]: {REPORT}\n[^2]: {GAZETTE}\n"),
    (
        ("[1]", "[2]", "[1; 2]"),
        f"Notes and sources\n\n[1] {REPORT},\n    page 4\n[2] {GAZETTE}\n\nAnn Lee is a reporter.\n",
    ),
]


@pytest.mark.parametrize(("marks", "listed"), LISTS)
def test_a_mark_binds_the_note_that_it_calls_to_its_claim(marks: tuple[str, ...], listed: str) -> None:
    text = BODY.format(*marks) + listed
    same, found = read(text)
    assert same == text
    check(text, found)
    url = "https://council.example/report"
    assert called(found) == [
        (url, [EMPLOYS[:12]]),
        (GAZETTE, [OPENED[:12]]),
        (url, [OPENED[:12]]),
        (GAZETTE, [OPENED[:12]]),
    ]
    assert {one.citation.kind for one in found.citations} == {CitationKind.ENDNOTE}


@pytest.mark.parametrize(("marks", "listed"), LISTS)
def test_a_mark_is_no_number_and_the_list_no_claim(marks: tuple[str, ...], listed: str) -> None:
    found = extract_claims(BODY.format(*marks) + listed)
    told = [(claim.wording, [one.span.text for one in claim.quantities]) for claim in found.claims]
    assert (f"{EMPLOYS}.", ["850"]) in told
    assert (f"{OPENED} and carries 9,000 vehicles a day.", ["9,000"]) in told
    assert not any("annual report" in claim.verbatim or "Gazette" in claim.verbatim for claim in found.claims)
    assert {s.block for s in found.sentences if "Gazette" in s.text} <= {Block.NOTE, Block.REFERENCE}


@pytest.mark.parametrize(
    ("marks", "listed"),
    [
        ((" [1]", "[2]", " [3]"), "No list stands here.\n"),
        ((" [1]", "[2]", " [4]"), f"[1] {REPORT}\n[2] {GAZETTE}\n[3] Minutes\n"),  # calls what is not there
        ((" [2]", "[2]", " [3]"), f"[2] {REPORT}\n[3] {GAZETTE}\n"),  # does not begin with 1
        ((" [1]", "", ""), "1. The council meets on Tuesday.\n2. The county meets on Friday.\n"),  # a list, of no notes
        (("", "", ""), f"References\n[1] {REPORT}\n[2] {GAZETTE}\n"),  # calls nothing
    ],
)
def test_what_does_not_fit_stays_text(marks: tuple[str, ...], listed: str) -> None:
    text = BODY.format(*marks) + listed
    assert find_notes(text) is None
    assert with_numbered(text, ()) == ((), ())


def test_areas_and_powers_are_no_marks() -> None:
    text = f"The park covers 12 km² of land² and 10³ trees.¹ It has x² paths.\n\nNotes\n¹ {REPORT}\n² {GAZETTE}\n"
    notes = find_notes(text)
    assert notes is not None
    assert [(text[m.start : m.end], m.numbers) for m in notes.marks] == [("²", (2,)), ("¹", (1,))]
    assert next(c.wording for c in extract_claims(text).claims) == "The park covers 12 km² of land and 10³ trees."


def test_a_note_that_asserts_is_read_like_the_text_and_without_its_number() -> None:
    text = BODY.format("¹", "", "") + "Notes\n¹ The count leaves out Arle, where 300 people live.\n"
    claims = extract_claims(text).claims
    assert claims[-1].verbatim == "The count leaves out Arle, where 300 people live."


def test_items_that_the_page_counts_are_called_by_their_place_if_all_are() -> None:
    page = (
        "<html><body><article><h1>Loan for the bridge is agreed</h1><p>Ostwick employs 850 people<sup>1</sup>. "
        "The bridge opened in 1874<sup>{}</sup> and carries 9,000 vehicles a day.</p><p>Ostwick has a council of 23 "
        "members, who meet on Tuesdays in the old town hall by the river.</p><h2>Sources</h2><ol><li>Council report, "
        "<a href='https://council.example/report'>here</a></li><li>Ostwick Gazette, 3 May 2024</li></ol></article>"
    )
    _, found = read(page.format(2), "a.html")
    assert called(found) == [("https://council.example/report", [EMPLOYS[:12]]), (GAZETTE, [OPENED[:12]])]
    assert not any("Gazette" in claim.verbatim or "here" in claim.verbatim for claim in found.claims)
    _, found = read(page.format(1), "a.html")
    assert [target for target, _ in called(found)] == ["https://council.example/report"]  # a link, as it was


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("a.md", ("[1]", "[2]")),
        ("a.md", ("[[1]](https://a.example/1)", "[2](https://b.example/2)")),
        ("a.html", ("<a href='https://a.example/1'>[1]</a>", "<sup><a href='https://b.example/2'>2</a></sup>")),
    ],
)
def test_a_link_that_shows_a_number_alone_is_a_mark(name: str, marks: tuple[str, str]) -> None:
    text = f"Ostwick employs 850 people {marks[0]}. The bridge opened in 1874{marks[1]} and is safe.\n\n"
    listed = "" if "(" in marks[1] else '[1]: https://a.example/1 "Report"\n[2]: https://b.example/2\n'
    text = f"<html><body><article><p>{text}</p></article></body></html>" if name == "a.html" else text + listed
    _, found = read(text, name)
    assert [c.verbatim for c in found.claims] == [f"{EMPLOYS}.", f"{OPENED} and is safe."]
    assert [target for target, _ in called(found)] == ["https://a.example/1", "https://b.example/2"]


def test_a_linked_figure_stays_a_figure() -> None:
    _, found = read("The flood killed [12](https://a.example/1) people in May.\n", "a.md")
    assert [c.verbatim for c in found.claims] == ["The flood killed 12 people in May."]


@pytest.mark.parametrize("mark", ["[2]", " [2]", "²"])
def test_a_mark_keeps_no_source_from_bearing_a_claim_out(mark: str) -> None:
    text = f"The bridge at Ostwick carries 9,000 vehicles{mark} a day.\n\nSources\n[1] {REPORT}\n[2] {GAZETTE}\n"
    (claim,) = extract_claims(text).claims
    judgement = compare(claim, "The bridge at Ostwick carries 9,000 vehicles a day, the county counted.")
    assert judgement.stance == "corroborates"
    assert all(claim.verbatim[s.start : s.end] == s.text for r in judgement.reasons for s in r.claim_spans)
    assert compare(claim, "The bridge at Ostwick carries 7,000 vehicles a day.").stance == "conflicts"


def test_a_claim_at_chosen_bounds_has_the_mark_as_no_number() -> None:
    text = BODY.format("[1]", "", "") + f"[1] {REPORT}\n"
    (claim,) = bounds.claims_at(text, [((31, text.index("[1]") + 3), None)], published=date(2024, 5, 6))
    assert text[claim.start : claim.end] == claim.verbatim == "Ostwick employs 850 people[1]"
    assert [q.span.text for q in claim.quantities] == ["850"]
    assert [m.text for m in claim.marks] == ["[1]"]
    assert claim.wording == EMPLOYS


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab1 .[]()¹²³\n2-–,N\u00ad", max_size=80), st.booleans())
def test_any_text_gives_claims_that_stand_in_it(noise: str, listed: bool) -> None:
    text = f"Ostwick employs 850 people{noise}.\n\nNotes\n[1] a\n[2] b\n" if listed else noise
    found = extract_claims(text)
    check(text, found)
    additions = re.compile(r" ?\[[^\]]*\]")
    assert all(additions.sub("", c.text) == additions.sub("", c.verbatim) for c in found.claims)
