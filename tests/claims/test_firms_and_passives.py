"""Firms with and without their legal form, speech acts in the passive, and dates counted from the sentence before."""

from datetime import date

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, NameKind
from factcheck.text.names.finding import find_names
from factcheck.text.names.sameness import same_name

PUBLISHED = date(2024, 6, 20)


def claims(text: str) -> tuple[Claim, ...]:
    return extract_claims(text, published=PUBLISHED).claims


def speaker(text: str, at: int = 0) -> str:
    claimant = claims(text)[at].claimant
    return claimant.name if claimant else ""


@pytest.mark.parametrize(
    "form", ["ASA", "AG", "GmbH", "plc", "Ltd", "Inc", "SA", "SE", "NV", "KG", "Oy", "AB", "S.p.A."]
)
def test_a_firm_is_one_with_and_without_its_legal_form(form: str) -> None:
    text = f"Sundal {form} lost 40 ships in May. Sundal said the loss was small. Sundal’s chairman left."
    assert {(n.name, n.kind) for n in find_names(text)} == {(f"Sundal {form}", NameKind.ORGANISATION)}
    assert speaker(text, 1) == f"Sundal {form}"
    assert same_name("Sundal", f"Sundal {form}")


def test_two_firms_of_a_name_stay_two() -> None:
    text = "Dorrit AG sued Dorrit Ltd in May. Dorrit said the case was clear."
    assert speaker(text, 1) == "Dorrit"


def test_a_founder_is_not_the_firm() -> None:
    names = find_names("Anna Marl founded Marl AG. “We bake,” Anna Marl said.")
    assert [n.name for n in names] == ["Anna Marl", "Marl AG", "Anna Marl"]


def test_a_knight_is_called_by_the_first_name() -> None:
    text = "The late Sir Alan Pym built the dam. “It will never leak,” the late Sir Alan said. Dame Ida Roth left."
    assert speaker(text, 1) == "Alan Pym"


def test_two_knights_of_a_first_name_stay_apart() -> None:
    text = "Sir Alan Pym met Sir Alan Holt. “It will never leak,” Sir Alan said."
    assert speaker(text, -1) == "Alan"


def test_a_civil_title_ends_before_of() -> None:
    text = "Sundal ASA is for sale. Mr Berg of Sundal said it had no debts. Sundal said more."
    assert [n.name for n in find_names(text)][1:3] == ["Berg", "Sundal ASA"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The claim was denied by its leader, Tom Hale.", "Tom Hale"),
        ("Reports of a sale were flatly rejected by the chief executive, Ann Moss.", "Ann Moss"),
        ("The allegation that the ship leaked was dismissed by a spokeswoman, Vera Lind.", "Vera Lind"),
        ("The strike was condemned by ministers on Tuesday.", "ministers"),
        ("Any link to the fire has been denied by Karl Weiss.", "Karl Weiss"),
    ],
)
def test_who_denies_in_the_passive_speaks(text: str, name: str) -> None:
    (claim,) = claims(text)
    assert claim.claimant is not None
    assert (claim.claimant.name, claim.content.value) == (name, "position")


@pytest.mark.parametrize(
    "text",
    [
        "He was dismissed by the board in 2019.",
        "Bail was denied by a judge on Monday.",
        "The bill was rejected by parliament.",
        "Access was denied by the guards.",
    ],
)
def test_a_deed_in_the_passive_is_nobodys_words(text: str) -> None:
    assert [claim.claimant for claim in claims(text)] == [None]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The dam broke on 3 May. Six days on, Tom Hale said the water was clean.", "2024-05-09", "2024-05-09"),
        ("The dam broke on 3 May. Two weeks afterwards Tom Hale said it was safe.", "2024-05-13", "2024-05-19"),
        ("“We fled,” Tom Hale said on 3 May. Weeks later, Hale said the water was clean.", "2024-05-06", "2024-06-20"),
        ("Am 3. Mai brach der Damm. Am nächsten Tag sagte Karl Weiß, das Wasser sei rein.", "2024-05-04", "2024-05-04"),
        ("Am 3. Mai brach der Damm. Drei Wochen später sagte Karl Weiß, es sei rein.", "2024-05-20", "2024-05-26"),
        ("Am 3. Mai brach der Damm. Einen Tag zuvor sagte Karl Weiß, er sei sicher.", "2024-05-02", "2024-05-02"),
        ("Am 3. Mai brach der Damm. Tags darauf sagte Karl Weiß, das Wasser sei rein.", "2024-05-04", "2024-05-04"),
        ("An inquiry heard on 3 June that the dam had not been inspected.", "2024-06-03", "2024-06-03"),
    ],
)
def test_a_saying_is_dated_from_the_sentence_before(text: str, first: str, last: str) -> None:
    said = claims(text)[-1].said_on
    assert said is not None
    assert (str(said.start), str(said.end)) == (first, last)


def test_a_name_in_apposition_parts_no_german_perfect() -> None:
    text = (
        "Die Gewerkschaft sagte, es seien 412 Stellen. "
        "Zuvor hatte der Bürgermeister, Jan Petersen, gesagt, die Stadt werde 4 Millionen Euro geben."
    )
    assert speaker(text, 1) == "Jan Petersen"


@pytest.mark.parametrize("text", ["The yard has no orders left.", "The yard won orders worth 4 million pounds."])
def test_what_is_ordered_from_a_yard_is_no_directive(text: str) -> None:
    assert claims(text)[0].content.value == "fact"


def test_a_stretch_of_time_speaks_not() -> None:
    text = "Bürgermeister Karl Weiß trat ab. Drei Wochen später sagte er, der Schaden betrage 4 Millionen Euro."
    assert speaker(text, 1) == "Karl Weiß"


@pytest.mark.parametrize(
    "text",
    [
        "Nach eigenen Angaben beschäftigt die Reederei Nordkai 300 Menschen.",
        "Eigenen Angaben zufolge hat die Reederei Nordkai 40 Schiffe.",
        "Die Reederei Nordkai hat nach eigenen Angaben 40 Schiffe.",
    ],
)
def test_own_statements_are_of_the_subject(text: str) -> None:
    assert speaker(f"{text} Das ist nicht viel, und die Zahl wird kleiner.").endswith("Reederei Nordkai")


@pytest.mark.parametrize("firm", ["Brisk Ltd.", "Marl Inc.", "Corvo Corp."])
def test_a_shortened_form_ends_no_subject(firm: str) -> None:
    assert claims(f"{firm} said it would close its mill in May.")[0].cue is not None


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Corvo, Inc. said it would appeal.", "it would appeal"),
        ("Corvo, Inc., said it would appeal.", "it would appeal"),
        ("“We will appeal,” said Corvo, Inc. in a statement.", "“We will appeal,”"),
        ("According to Corvo, Inc., 40 people were hired.", "40 people were hired"),
    ],
)
def test_a_comma_before_a_legal_form_parts_nothing(sentence: str, content: str) -> None:
    assert [(c.verbatim, c.claimant and c.claimant.name) for c in claims(sentence)] == [(content, "Corvo, Inc.")]


@pytest.mark.parametrize(
    "said",
    [
        "The Northern Ferry Company (NFC) plans to cut 300 of its 1,200 jobs",
        "The Northern Ferry Company (NFC) plans to cut 300 jobs — a quarter of all — by May",
        "The Northern Ferry Company, which runs 11 ships, plans to cut 300 jobs",
        "The Northern Ferry Company (NFC) expects 300 jobs to go by May",
    ],
)
def test_the_words_behind_a_firm_are_those_of_its_chief_who_ends_the_sentence(said: str) -> None:
    [claim] = claims(f"{said}, its chief executive, Marta Lind, told the Courier.")
    assert claim.verbatim == said
    assert claim.claimant
    assert claim.claimant.name == "Marta Lind"


def test_a_stretch_of_time_before_a_verb_is_not_who_speaks() -> None:
    found = claims("Lee signed the deal and a couple of days afterwards told reporters that it was off.")
    assert [(c.verbatim, c.claimant and c.claimant.name) for c in found] == [
        ("Lee signed the deal", None),
        ("it was off", "Lee"),
    ]


@pytest.mark.parametrize("note", ["[Music]", "(applause)", "[laughter]"])
def test_a_noise_that_is_noted_amid_words_parts_no_speaker_from_them(note: str) -> None:
    [claim] = claims(f"{note} The council {note} said that 40 homes were lost.")
    assert claim.verbatim == "40 homes were lost"
    assert claim.claimant


@pytest.mark.parametrize(
    "subject", ["54 percent of voters", "Some 1,200 residents", "Two thirds of voters", "One in five voters"]
)
@pytest.mark.parametrize("verb", ["rejected the plan in May", "agreed"])
def test_so_many_who_vote_say_nothing(subject: str, verb: str) -> None:
    [claim] = claims(f"{subject} {verb}.")
    assert claim.claimant is None
    assert claim.verbatim == f"{subject} {verb}."


def test_so_many_who_are_asked_do() -> None:
    [claim] = claims("54 percent of voters said they would leave.")
    assert (claim.verbatim, claim.claimant and claim.claimant.name) == ("they would leave", "54 percent of voters")


def test_a_comma_without_a_blank_parts_words() -> None:
    found = claims("Former chief executive Peter Allard,who left in 2022,said the plan was mad.")
    assert (found[-1].verbatim, found[-1].claimant and found[-1].claimant.name) == ("the plan was mad", "Peter Allard")
