"""Sentences of news written before the rules that read them: who speaks, what the article tells, what is bidden."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claim, Content, Form


def claims(text: str) -> dict[str, Claim]:
    return {claim.verbatim.strip("."): claim for claim in extract_claims(text).claims}


def speaker(text: str, words: str) -> str:
    claim = claims(text)[words]
    return claim.claimant.name if claim.claimant else ""


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("“We slept in the barn,” remembers Ilse Brandt, 71.", "“We slept in the barn,”", "Ilse Brandt"),
        ("“It pays the rent,” shrugs the owner of the mill.", "“It pays the rent,”", "the owner of the mill"),
        (
            "The memo, dated 3 May and signed by the head of works, Tom Orr, says that the pier is unsafe.",
            "the pier is unsafe",
            "the memo",
        ),
        (
            "A study published in May by the University of Arle found that the river had shrunk.",
            "the river had shrunk",
            "study published in May by the University of Arle",
        ),
        (
            "As the economist Joan Weir of the Trade Centre points out, the tariff was cut in 2019.",
            "the tariff was cut in 2019",
            "Joan Weir",
        ),
        ("Teachers tell me they have had no books since May.", "they have had no books since May", "Teachers"),
        ("Lee insisted emergency care would not be affected.", "emergency care would not be affected", "Lee"),
        ("The minister insisted the farms use no water.", "the farms use no water", "the minister"),
        (
            "Two million cups are thrown away every day, research by Clean Arle suggests.",
            "Two million cups are thrown away every day",
            "research by Clean Arle",
        ),
        ("Lee cautioned, however, that fares would rise.", "fares would rise", "Lee"),
        ("Prices, Ann Lee fears, will rise.", "Prices, Ann Lee fears, will rise", "Ann Lee"),
        ("The pier, records show, was built in 1901.", "The pier, records show, was built in 1901", "records"),
        (
            "Of the £9m raised, the council’s own accounts show, only £600,000 has been spent.",
            "Of the £9m raised, the council’s own accounts show, only £600,000 has been spent",
            "the council’s own accounts",
        ),
        (
            "The maker, Arvo, contradicts this. It told The Ledger that it was first informed in May.",
            "it was first informed in May",
            "Arvo",
        ),
        (
            "The board took the offer “with regret,” a spokesman said.",
            "The board took the offer “with regret,”",
            "spokesman",
        ),
    ],
)
def test_who_speaks(text: str, words: str, who: str) -> None:
    assert speaker(text, words).removeprefix("a ") == who


def test_both_halves_of_what_somebody_liked_to_say_are_theirs() -> None:
    found = claims("Ann Lee left. “Hills do not care who climbs them,” Lee liked to say, “but they reward patience.”")
    names = [one.claimant.name for words, one in found.items() if words.startswith("“") and one.claimant]
    assert names == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (
            "Housing Minister Ann Lee stepped down on Friday, a week after the Arle Echo said that she was rich.",
            "Housing Minister Ann Lee stepped down on Friday",
        ),
        (
            "The bank kept its rate at 2.75 percent, as expected, but signaled that it could cut in May.",
            "The bank kept its rate at 2.75 percent, as expected",
        ),
    ],
)
def test_what_the_article_tells_before_a_report_is_a_claim(text: str, own: str) -> None:
    assert claims(text)[own].claimant is None


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Lee said the road had cost £380, and accused the council of “managing decline”.",
            "the road had cost £380",
            "accused the council of “managing decline”",
        ),
        (
            "The firm says it paid the 40 men and that was all. It says the door was shut and blames “wild” waves.",
            "the door was shut",
            "blames “wild” waves",
        ),
        (
            "Peter Huber räumte ein, dass der Kreis die Lage unterschätzt habe, schloss einen Verkauf aber aus.",
            "der Kreis die Lage unterschätzt habe",
            "schloss einen Verkauf aber aus",
        ),
        (
            "Bosses said they were “sad” but insisted emergency care would go on.",
            "they were “sad”",
            "emergency care would go on",
        ),
    ],
)
def test_what_the_same_speaker_goes_on_with_is_a_claim_of_its_own(text: str, first: str, second: str) -> None:
    assert {first, second} <= claims(text).keys()


@pytest.mark.parametrize("why", ["who did not want to be named", "who spoke on condition of anonymity"])
def test_that_a_speaker_is_not_named_is_no_claim(why: str) -> None:
    assert set(claims(f"An aide, {why}, told the Echo that the pier was old.")) == {"the pier was old"}


def test_what_somebody_did_as_well_is_left_out_of_the_clause_before() -> None:
    text = "His uncle mended 40 lamps, as did his father, who used to say: “A town without stars is poor.”"
    assert "His uncle mended 40 lamps" in claims(text)


def test_an_object_ends_before_the_next_clause() -> None:
    text = "Arle has announced a similar ban, and Weir is expected to follow."
    assert "a similar ban, and Weir is expected to follow" not in claims(text)


def test_one_word_in_marks_makes_reported_words_mixed() -> None:
    assert claims("Lee said she was “heartbroken”.")["she was “heartbroken”"].form is Form.MIXED
    assert claims("Lee said she had seen “Hamlet”.")["she had seen “Hamlet”"].form is Form.INDIRECT


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        ("“Get off your phones and find a job,” Lee said.", "“Get off your phones and find a job,”", Content.DIRECTIVE),
        (
            "The judge told jurors not to read about the case.",
            "The judge told jurors not to read about the case",
            Content.DIRECTIVE,
        ),
        ("Lee said prices were likely to fall.", "prices were likely to fall", Content.PREDICTION),
        ("The strike is due to begin on Good Friday.", "The strike is due to begin on Good Friday", Content.PREDICTION),
        ("Winds of 94mph hit Great Dun Fell.", "Winds of 94mph hit Great Dun Fell", Content.FACT),
        ("Lee asked the board to “stop the bonuses now”.", "“stop the bonuses now”", Content.DIRECTIVE),
        ("“She must be adding sugar to it,” Lee said.", "“She must be adding sugar to it,”", Content.FACT),
    ],
)
def test_what_kind_of_thing_is_asserted(text: str, words: str, content: Content) -> None:
    assert claims(text)[words].content is content


GERMAN = "Die Ministerin Beate Lorenz sprach am Montag in Arle. Die Lage sei ernst, sagte Beate Lorenz. {}"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ihr zufolge wurden 3.000 Menschen gerettet.", "wurden 3.000 Menschen gerettet", "Beate Lorenz"),
        ("Hans Grote selbst behauptet, die Länder seien schuld.", "die Länder seien schuld", "Hans Grote"),
    ],
)
def test_german_speakers(text: str, words: str, who: str) -> None:
    assert speaker(GERMAN.format(text), words) == who


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("In Arle werden alle Kinder mit vier Jahren getestet.", Content.FACT),
        ("Die Kinder werden im Mai nach Arle fahren.", Content.PREDICTION),
        ("Ab dem 12. September soll der Bogen in Arle zu sehen sein.", Content.PREDICTION),
    ],
)
def test_german_passives_are_no_future(text: str, content: Content) -> None:
    assert claims(GERMAN.format(text))[text.strip(".")].content is content


def test_the_title_of_a_transcript_is_nobodys_words() -> None:
    text = (
        "Transcript: Mayor’s briefing, April 2\n\nMAYOR LEE: We have closed two schools.\n\n"
        "QUESTION: Are there more?\n\nMAYOR LEE: There are three more schools in Arle.\n"
    )
    assert {c.claimant.name for c in extract_claims(text).claims if c.claimant} == {"Lee"}


SPOKE = "“We lost it,” said Tom Orr. {}"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Karl Voss thanked Arle for what he called “a rare act of courage”.", "“a rare act of courage”", "Karl Voss"),
        ("Jane Roe left Arle after she said that it was unsafe.", "it was unsafe", "Jane Roe"),
        (
            "What worries Karl Voss most, he says, is the salt.",
            "What worries Karl Voss most, he says, is the salt",
            "Karl Voss",
        ),
        ("Roe left, but a source said both had been warned.", "both had been warned", "a source"),
    ],
)
def test_a_pronoun_below_a_subject_means_it(text: str, words: str, who: str) -> None:
    assert speaker(SPOKE.format(text), words) == who


def test_the_stop_of_an_ordinal_does_not_end_a_german_plan() -> None:
    text = "Nach dem Willen der Koalition soll das Gesetz am 1. Juli 2025 in Kraft treten."
    assert claims(GERMAN.format(text))[text.strip(".")].content is Content.PREDICTION
