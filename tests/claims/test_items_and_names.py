"""What a checker ticks in a claim, and the names sheet of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import extract_claims
from factcheck.claims.people.names_sheet import names_sheet
from factcheck.domain import ItemKind, NameKind, NameRow
from factcheck.text.languages.scripts import as_latin

TEXT = (
    "Mayor Anna Jensen, 34, opened the hall in Kiev on 3 May 2021. “We paid 4 million euros for it,” Jensen said.\n\n"
    "Jenson did not come. Peter Kowalski and Paul Kowalski came to Kyiv. Ms Jensen (35) thanked the Harbour Trust."
)


def rows() -> dict[str, NameRow]:
    return {row.name: row for row in names_sheet(TEXT)}


def test_a_claim_lists_its_names_numbers_dates_places_and_quotations() -> None:
    found = {(item.kind, item.span.text) for claim in extract_claims(TEXT).claims for item in claim.items}
    assert (ItemKind.NUMBER, "4 million euros") in found
    assert (ItemKind.DATE, "3 May 2021") in found
    assert (ItemKind.PLACE, "Kyiv") in found
    assert (ItemKind.NAME, "Harbour Trust") in found
    assert any(kind is ItemKind.QUOTATION and "4 million euros" in text for kind, text in found)


@given(st.text(max_size=200) | st.lists(st.sampled_from(TEXT.split()), max_size=40).map(" ".join))
def test_items_are_slices_of_the_text_inside_their_claim_in_order_and_once(text: str) -> None:
    for claim in extract_claims(text).claims:
        starts = [item.span.start for item in claim.items]
        assert starts == sorted(starts)
        assert len({(i.kind, i.span.start, i.span.end) for i in claim.items}) == len(claim.items)
        for item in claim.items:
            assert text[item.span.start : item.span.end] == item.span.text
            assert claim.start <= item.span.start < item.span.end <= claim.end


def test_a_name_is_one_row_with_its_spellings_titles_and_places() -> None:
    jensen = rows()["Anna Jensen"]
    assert jensen.kind is NameKind.PERSON
    assert {(s.text, s.count) for s in jensen.spellings} == {("Anna Jensen", 1), ("Jensen", 2)}
    assert "Mayor" in jensen.titles
    assert all(TEXT[span.start : span.end] == span.text for span in jensen.spans)


def test_what_looks_like_a_slip_is_flagged() -> None:
    found = rows()
    assert set(found["Anna Jensen"].doubts) == {"two ages: 34, 35", "nearly the same as Jenson"}
    assert found["Peter Kowalski"].doubts == ("same surname as Paul Kowalski",)
    assert found["Kyiv"].doubts == ("spelled in 2 ways: Kiev, Kyiv",)
    assert found["Harbour Trust"].doubts == ()


@given(st.text(max_size=300))
def test_a_sheet_can_be_made_of_any_text(text: str) -> None:
    for row in names_sheet(text):
        assert row.spans
        assert sum(spelling.count for spelling in row.spellings) == len(row.spans)


def test_a_surname_a_letter_apart_is_flagged_beside_a_title() -> None:
    rows = {
        row.name: row for row in names_sheet("Lars Petersen left. Mr Pedersen was pleased. Ms Meier met Anna Meyer.")
    }
    assert rows["Pedersen"].doubts == ("nearly the same as Lars Petersen",)
    assert rows["Lars Petersen"].doubts == ("nearly the same as Pedersen",)
    assert rows["Meier"].doubts == ("nearly the same as Anna Meyer",)


def test_two_surnames_that_differ_are_not_flagged() -> None:
    rows = names_sheet("Lars Petersen left. Mr Kowalski was pleased. Ruth Pell met Paul Bell.")
    assert [row.doubts for row in rows] == [(), (), (), ()]


def test_a_name_with_letters_that_only_look_latin_is_flagged() -> None:
    (row,) = names_sheet("Anna Berg left. \u0410nn\u0430 Berg met nobody.")
    assert [s.text for s in row.spellings] == ["Anna Berg", "\u0410nn\u0430 Berg"]
    assert any("only look Latin" in doubt for doubt in row.doubts)


def test_a_cyrillic_text_is_left_as_it_is() -> None:
    text = "\u041c\u0430\u043c\u0430 \u043c\u044b\u043b\u0430 \u0440\u0430\u043c\u0443."
    assert as_latin(text) == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Last week Minister Anna Berg Critics say she knew.", ["Anna Berg"]),
        ("It was President Karl Voss Opponents say no.", ["Karl Voss"]),
        ("The United Auto Workers met.", []),
        ("Donna Brill runs the Brill Family Restaurant.", ["Donna Brill"]),
    ],
)
def test_a_person_is_named_without_what_stands_beside(text: str, names: list[str]) -> None:
    assert [row.name for row in names_sheet(text) if row.kind is NameKind.PERSON] == names


@pytest.mark.parametrize(
    "text",
    [
        "Everything that was said is true.",
        "Pressure on the board grew.",
        "Insurance for mills is dear.",
        "Nothing helped the mill in May.",
    ],
)
def test_a_common_word_that_begins_a_sentence_is_no_item(text: str) -> None:
    assert not extract_claims(text).claims[0].names


def test_a_surname_that_stands_within_a_sentence_stays_a_name() -> None:
    names = {n.name for c in extract_claims("Verity of Arle left. The mill of Verity is shut.").claims for n in c.names}
    assert "Verity" in names


def test_a_person_and_the_body_behind_of_are_two_rows() -> None:
    person, body = names_sheet("Ed Moss of Moss Hardware Store said it was late.")
    assert (person.name, [s.text for s in person.spellings]) == ("Ed Moss", ["Ed Moss"])
    assert (body.name, body.kind) == ("Moss Hardware Store", NameKind.ORGANISATION)


def test_a_body_named_after_a_person_stays_one() -> None:
    (row,) = names_sheet("It was shown at the Paul Dorn Centre for the Arts.")
    assert (row.name, row.kind) == ("Paul Dorn Centre for the Arts", NameKind.ORGANISATION)


def test_a_dateline_in_capitals_is_no_organisation() -> None:
    rows = names_sheet("ARLE, March 3 — The mill in Arle was closed by NATO, Nato said. UNESCO left.")
    assert [row.name for row in rows if row.kind is NameKind.ORGANISATION] == ["NATO", "UNESCO"]


def test_a_name_that_nothing_explains_stands_last() -> None:
    rows = names_sheet("The work went to Bright Civil. Anna Berg of Bright Civil signed it in Leeds.")
    assert [(row.name, row.kind) for row in rows] == [
        ("Anna Berg", NameKind.PERSON),
        ("Bright Civil", NameKind.OTHER),
        ("Leeds", NameKind.OTHER),
    ]


def test_the_nouns_of_a_german_paragraph_are_no_names() -> None:
    text = "Prices rose, Ann Lee said.\n\n„Wir haben das geprüft“, sagte Anna Schmidt. Der Preis stieg um drei Prozent."
    assert [row.name for row in names_sheet(text)] == ["Ann Lee", "Anna Schmidt"]


@pytest.mark.parametrize(
    "name",
    [
        "Lib Dem",
        "Land Registry",
        "Der Kurier",
        "Krone Zeitung",
        "Sinn Féin",
        "English Heritage",
        "Royal Mail",
        "Le Monde",
    ],
)
def test_a_party_an_agency_and_a_paper_are_no_persons(name: str) -> None:
    rows = names_sheet(f"The council met on Monday. Ann Lee told {name} that the town had lost 40 files, it said.")
    assert [row.name for row in rows if row.kind is NameKind.PERSON] == ["Ann Lee"]
    assert sum(row.kind is NameKind.ORGANISATION for row in rows) >= 1


@pytest.mark.parametrize(
    ("full", "rows"),
    [
        ("The DRC has banned exports.", {"Democratic Republic of Congo"}),
        ("The Republic of Congo has banned exports.", {"Congo Republic"}),
        (
            "The DRC and Congo-Brazzaville have banned exports.",
            {"Democratic Republic of Congo", "Congo Republic", "Congo"},
        ),
        ("It has banned exports.", {"Congo"}),
    ],
)
def test_congo_is_the_country_of_that_name_that_the_article_names_in_full(full: str, rows: set[str]) -> None:
    sheet = names_sheet(f"{full} Officials in Congo said on Friday that exports of cobalt had ended.")
    places = [row for row in sheet if row.kind is NameKind.PLACE]
    assert {row.name for row in places} == rows
    assert sum(len(row.spans) for row in places) == len(rows - {"Congo"}) + 1
    assert all([span.start for span in row.spans] == sorted(span.start for span in row.spans) for row in places)
