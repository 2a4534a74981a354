"""Whose name or noun stands beside a verb: services and ranks that speak, and figures and works that do not."""

import pytest

from factcheck.claims import extract_claims
from factcheck.claims.people import registry


def speakers(text: str) -> list[tuple[str, str]]:
    """Return who says what in a text, as (speaker or "", words)."""
    return [(c.claimant.name if c.claimant else "", c.verbatim) for c in extract_claims(text).claims]


@pytest.mark.parametrize("service", ["fire", "ambulance", "health", "postal", "weather", "forest"])
@pytest.mark.parametrize(
    "told",
    ["The {} said 12 homes were lost.", "12 homes were lost, the {} said.", "According to the {}, 12 homes were lost."],
)
def test_a_service_speaks(service: str, told: str) -> None:
    assert speakers(told.format(f"{service} service")) == [(f"the {service} service", "12 homes were lost")]


@pytest.mark.parametrize(
    "text",
    [
        "The repair cost £3m, the council said.",
        "Tickets cost £40, the council said.",
        "A lorry hit 12 cars, the council said.",
        "Floods cut power to 300 homes, the council said.",
    ],
)
def test_a_past_in_the_form_of_a_noun_is_the_verb_of_what_is_said(text: str) -> None:
    assert speakers(text) == [("the council", text.removesuffix(", the council said."))]


@pytest.mark.parametrize(
    "rank",
    [
        *("Det. Insp.", "Maj. Gen.", "Insp.", "Supt.", "Capt.", "Rt Hon.", "Rt. Hon.", "Det. Supt.", "Brig. Gen."),
        *("Lt. Cmdr.", "Cpl.", "Adm.", "Det Insp", "Asst. Chief Const."),
    ],
)
def test_an_abbreviated_rank_is_no_speaker_of_its_own(rank: str) -> None:
    assert speakers(f"{rank} Orla Finchley said 12 homes were lost.") == [("Orla Finchley", "12 homes were lost")]
    assert speakers(f"The road was closed, said {rank} Orla Finchley.") == [("Orla Finchley", "The road was closed")]


GERMAN = "Die Stadt hat das Bad geschlossen, weil es 3 Millionen Euro kostet. "


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Der Vorsitzende des Fördervereins, Hans-Jörg Blum, kritisierte die Entscheidung scharf.", "Hans-Jörg Blum"),
        ("Die Leiterin der Schule, Anna Weber, begrüßte den Plan.", "Anna Weber"),
        ("Anna Weber, Leiterin der Schule, begrüßte den Plan.", "Anna Weber"),
        ("Der Verein, der das Bad betreibt, kritisierte den Plan.", "Verein"),
    ],
)
def test_an_apposition_to_a_german_subject_is_not_what_is_said(sentence: str, who: str) -> None:
    assert speakers(GERMAN + sentence)[-1] == (who, sentence.removesuffix("."))


@pytest.mark.parametrize("words", ["Ein großer Erfolg für die Stadt", "Das Bad und der Park bleiben zu"])
def test_a_german_sentence_before_its_speaker_is_said(words: str) -> None:
    assert speakers(f"{GERMAN}{words}, sagte Anna Weber.")[-1] == ("Anna Weber", words)


@pytest.mark.parametrize(
    "text",
    [
        "His film, “Long Run,” earned $4 million.",
        "Her book, “The Long Way,” sold more than 5,000 copies.",
        "His debut album, “Nobody Came Back,” won the Marlow Prize in 2009.",
        "Her play, “The Silent Floor,” inspired Ann Lee.",
    ],
)
def test_what_a_work_earned_or_won_is_no_speaker_of_its_title(text: str) -> None:
    assert speakers(text) == [("", text)]


@pytest.mark.parametrize("title", ["The Silent Floor", "Silent Floor", "A Mary Walker"])
def test_the_title_of_a_work_is_nobody(title: str) -> None:
    told = f"Her first book, “{title},” came out in 2009. In it she wrote that 300 people died."
    assert speakers(told)[-1] == ("she", "300 people died")


def test_figures_are_no_speakers_behind_what_is_no_verb_of_saying() -> None:
    text = "The paintings, “sold as one lot,” earned $4 million."
    assert all(name == "" for name, _ in speakers(text))
    assert speakers("“It is over,” said 40 residents.") == [("40 residents", "“It is over,”")]


@pytest.mark.parametrize(
    "words",
    [
        "It was, in the words of Jo Hill, “a trap for 300 people”",
        "It remains, in the view of Jo Hill, “a trap for 300 people”",
        "The mill was, according to Jo Hill, a trap for 300 people",
    ],
)
def test_what_completes_a_verb_behind_its_source_is_said(words: str) -> None:
    assert speakers(f"{words}.") == [("Jo Hill", words)]


@pytest.mark.parametrize("words", ["Sales rose by 3%", "That is how bad it is"])
def test_what_goes_on_behind_a_source_with_and_is_not_said(words: str) -> None:
    assert speakers(f"{words}, according to Jo Hill, and costs fell.") == [("Jo Hill", words)]


def test_a_surname_is_not_held_against_each_person_of_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A megabyte names thousands of people, and thousands of times somebody by surname alone."""
    asked: list[str] = []
    surname_of = registry.surname_of
    monkeypatch.setattr(registry, "surname_of", lambda name: asked.append(name) or surname_of(name))
    surnames = [f"{a}{b}{c}er" for a in "BFGHK" for b in "aeiou" for c in "lmnrt"]
    text = "\n\n".join(f"Anna {one} came. The bridge is old. {one} said that 40 homes were lost." for one in surnames)
    claims = extract_claims(text).claims
    assert {claim.claimant.name for claim in claims if claim.claimant} == {f"Anna {one}" for one in surnames}
    assert len(asked) < 3 * len(surnames)
