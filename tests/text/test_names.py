"""Names: kinds, fullest names, and which names are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import NameKind
from factcheck.text.names.finding import find_names
from factcheck.text.names.sameness import same_name


def test_a_surname_is_read_as_the_full_name_of_the_text() -> None:
    names = find_names("Mayor Joan Hill spoke. Later Hill left for Kiev with NATO staff.")
    assert [(n.name, n.kind) for n in names if n.span.text.endswith("Hill")] == [("Joan Hill", NameKind.PERSON)] * 2
    assert {n.name: n.kind for n in names}["Kyiv"] is NameKind.PLACE
    assert {n.name: n.kind for n in names}["NATO"] is NameKind.ORGANISATION


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Zelensky", "Volodymyr Selenskyj"),
        ("Mr. Smith", "John Smith"),
        ("NATO", "North Atlantic Treaty Organization"),
        ("Kiev", "Kyiv"),
        ("U.S.", "America"),
        ("J. Smith", "John Smith"),
    ],
)
def test_same(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jane Smith", "John Smith"),
        ("France", "Germany"),
        ("us", "US"),
        ("", "Smith"),
    ],
)
def test_not_the_same(a: str, b: str) -> None:
    assert not same_name(a, b)


@given(st.text(alphabet=st.sampled_from("Ab. ’'&of-\n") | st.characters(), max_size=120))
def test_spans_hold_for_any_text(text: str) -> None:
    for name in find_names(text):
        assert text[name.span.start : name.span.end] == name.span.text


@given(st.text(max_size=30), st.text(max_size=30))
def test_same_name_is_symmetric(a: str, b: str) -> None:
    assert same_name(a, b) == same_name(b, a)


@pytest.mark.parametrize(
    "name",
    [
        "Homeland Security", "Clean Rivers Act", "House Democrats", "Rose Garden", "Election Day", "Northam Tower",
        "Daily Examiner", "Texas Republican", "San Tirso Zoo", "Conservative Republicans", "Civil War",
    ],
)  # fmt: skip
def test_capitals_that_name_no_person(name: str) -> None:
    assert [n.kind for n in find_names(f"They spoke of the {name} on that day.")] != [NameKind.PERSON]


@pytest.mark.parametrize("name", ["Ruth Pell", "Idun Karo", "Sean Hill", "Jens von Holm", "Amara King", "Pat Law"])
def test_names_of_persons(name: str) -> None:
    assert [(n.name, n.kind) for n in find_names(f"They spoke of {name} on that day.")] == [(name, NameKind.PERSON)]


def test_german_nouns_are_no_persons_and_a_role_is_no_part_of_a_name() -> None:
    text = "Der Polizeisprecher Jochen Wirth hat die Millionen Euro nicht gesehen, und das Neue Rathaus ist leer."
    assert [n.name for n in find_names(text) if n.kind is NameKind.PERSON] == ["Jochen Wirth"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Vintage Hale tape found\n\nMayor Ann Hale said it was old. Hale laughed.", {"Ann Hale"}),
        ("Addressing Hale, the judge was brief. Hale spoke.", set()),
        ("ANN HALE LETTER\n\nAnn Hale wrote it. Hale said so.", {"Ann Hale"}),
        ("THE QUAY LETTER AFFAIR\n\nAnn Hale wrote it.", {"Ann Hale"}),
        ("Deal Reach A Dead End\n\nAnn Hale wrote it.", {"Ann Hale"}),
        ("Harbour Workers Strike Again Over Pay\n\nAnn Hale wrote it.", {"Ann Hale"}),
        ("Trying Ann Hale took a year.", {"Ann Hale"}),
        ("Bjarke Tovald said it was old. Tovald laughed.", {"Bjarke Tovald"}),
        ("“It is cold,” said Jo Finn, a fisher. Finn left.", {"Jo Finn"}),
    ],
)
def test_capitals_of_headings_and_of_first_words_make_no_people(text: str, people: set[str]) -> None:
    assert {name.name for name in find_names(text) if name.kind is NameKind.PERSON} == people


def test_an_organisation_at_the_head_of_a_sentence_stays_whole() -> None:
    names = find_names("Bank of Arle closed. The bank was old. Ministry of Works officials left.")
    assert [name.span.text for name in names][:1] == ["Bank of Arle"]


def test_a_place_that_is_named_for_its_owner_is_one_name() -> None:
    text = "A train to King’s Cross stop at Tanner’s Bridge’s east end; Norway’s Parliament, Apple’s Tim Cook not."
    assert [name.name for name in find_names(text)] == [
        "King’s Cross",
        "Tanner’s Bridge",
        "Norway",
        "Parliament",
        "Apple",
        "Tim Cook",
    ]


@pytest.mark.parametrize(
    "text", ["“I’m glad,” Ann Lee said. We’re late. Don’t ask. It’s over.", "You’ll see, They’ve left."]
)
def test_a_contraction_is_no_name_whatever_its_apostrophe(text: str) -> None:
    for written in (text, text.replace("’", "'")):
        assert {name.name for name in find_names(written)} <= {"Ann Lee"}


def test_a_closing_mark_does_not_begin_a_sentence_curly_or_straight() -> None:
    text = "First lady Mara Dorn came. “It rained,” Tilda Dorn, the mayor’s niece, said."
    for written in (text, text.translate({ord("“"): '"', ord("”"): '"', ord("’"): "'"})):
        assert [name.name for name in find_names(written)] == ["Mara Dorn", "Tilda Dorn"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It fell at Kelder Dam, near Mill Lane.", {"Kelder Dam": NameKind.PLACE, "Mill Lane": NameKind.PLACE}),
        ("We met Diane Lane there.", {"Diane Lane": NameKind.PERSON}),
        ("It was built by Hallam & Sons.", {"Hallam & Sons": NameKind.ORGANISATION}),
        ("She left Northlink Ferries.", {"Northlink Ferries": NameKind.ORGANISATION}),
        ("By Orlinda Finch\n\nThe dam is safe.", {"Orlinda Finch": NameKind.PERSON}),
        ("Das sagt das Umweltbundesamt in der Stadt.", {"Umweltbundesamt": NameKind.ORGANISATION}),
    ],
)
def test_sites_firms_bylines_and_german_bodies(text: str, kinds: dict[str, NameKind]) -> None:
    found = {name.name: name.kind for name in find_names(text)}
    assert {name: found.get(name) for name in kinds} == kinds


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The flats in Mill Lane were sold.", "Mill Lane", NameKind.PLACE),
        ("The actress Diane Lane was there.", "Diane Lane", NameKind.PERSON),
        ("Both the Deutsche Bahn and the town paid.", "Deutsche Bahn", NameKind.ORGANISATION),
        ("Die Stadtwerke Köln zahlen und die Stadt nicht.", "Stadtwerke Köln", NameKind.ORGANISATION),
        ("Die Bundesbank zahlt und das Land nicht.", "Bundesbank", NameKind.ORGANISATION),
        ("Der Bund der Steuerzahler ist nicht dabei.", "Bund der Steuerzahler", NameKind.ORGANISATION),
        ("Die Staatsanwaltschaft Kiel ist nicht dabei.", "Staatsanwaltschaft Kiel", NameKind.ORGANISATION),
    ],
)
def test_streets_and_german_bodies_are_no_people(text: str, name: str, kind: NameKind) -> None:
    assert (name, kind) in [(one.span.text, one.kind) for one in find_names(text)]


@pytest.mark.parametrize(
    "text",
    [
        "ANALYSIS/OPINION:\n\nThe plan of Mr. Pfeiffer costs 3 million.",
        "NEWS/VIEWS:\n\nMrs Odell wants 40 more buses.",
    ],
)
def test_a_title_of_nobody_known_names_nothing_in_a_line_of_capitals(text: str) -> None:
    names = find_names(text)
    assert all(name.span.text for name in names)
    assert {"Mr. Pfeiffer", "Pfeiffer", "Mrs Odell", "Odell"} & {name.name for name in names}


def test_a_short_line_ends_a_name_and_a_wrapped_one_does_not() -> None:
    assert [one.name for one in find_names("By Jonas Reid\nHalm, 12 March 2025\n")] == ["Jonas Reid", "Halm"]
    assert [one.name for one in find_names("Eva Lind\nTom Arden\n")] == ["Eva Lind", "Tom Arden"]
    wrapped = "It was on a long and rainy day in the north that Jonas\nReid came by."
    assert [one.name for one in find_names(wrapped)] == ["Jonas Reid"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karl van der Berg is 40.", [("Karl van der Berg", NameKind.PERSON)]),
        ("Vice President J.D. Orr spoke by phone.", [("J.D. Orr", NameKind.PERSON)]),
        ("The U.S. President Ann Lee left.", [("United States", NameKind.PLACE), ("Ann Lee", NameKind.PERSON)]),
        ("They met in Frankfurt am Main on Monday.", [("Frankfurt", NameKind.PLACE)]),
        ("They met in Newcastle upon Tyne on Monday.", [("Newcastle upon Tyne", NameKind.PLACE)]),
        ("Sie trafen sich in Berlin am Montag.", [("Berlin", NameKind.PLACE)]),
    ],
)
def test_particles_initials_and_waters_belong_to_a_name(text: str, expected: list[tuple[str, NameKind]]) -> None:
    known = {NameKind.PERSON, NameKind.PLACE}
    assert [(name.name, name.kind) for name in find_names(text) if name.kind in known] == expected
