"""A sentence whose every word fits any story is set aside with a reason; one that names a thing or a deed is not."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Disposition, Sentence

ENGLISH = "Anna Brandt, the mayor of Arle, opened the bridge on Monday.\n\n{}\n\nThe bridge cost 4 million euros."
GERMAN = "Anna Brandt eröffnete am Montag die Brücke von Arle.\n\n{}\n\nDie Brücke hat vier Millionen Euro gekostet."


def sentence(around: str, words: str) -> Sentence:
    (found,) = [s for s in extract_claims(around.format(words)).sentences if s.text == words]
    return found


@pytest.mark.parametrize(
    "words",
    [
        "Nobody knows why.",
        "That is the question.",
        "It was a long day.",
        "But that is only part of the story.",
        "And so the debate goes on.",
        "The stakes could not be higher.",
        "That changed everything.",
        "Whether that is enough is another matter.",
        "Exactly how remains a mystery.",
        "Much remains uncertain.",
        "But there is more to it.",
    ],
)
def test_it_says_nothing(words: str) -> None:
    found = sentence(ENGLISH, words)
    assert (found.disposition, found.reason) == (Disposition.NOT_CHECKABLE, "says-nothing")


@pytest.mark.parametrize("words", ["Wie es weitergeht, ist offen.", "Das ist die Frage.", "Alles ist anders."])
def test_it_says_nothing_in_german(words: str) -> None:
    assert sentence(GERMAN, words).disposition is Disposition.NOT_CHECKABLE


@pytest.mark.parametrize(
    "words",
    [
        "Here is what we know so far.",
        "That raises the prospect of a strike.",
        "What happens next is unclear.",
        "It could be a turning point.",
        "The consequences might prove grave.",
        "Frankly, I am tired of it.",
        "BRANDT QUITS COUNCIL IN ROW OVER THE TRAM",
    ],
)
def test_it_only_announces_or_guesses(words: str) -> None:
    assert sentence(ENGLISH, words).disposition in (Disposition.NOT_CHECKABLE, Disposition.HEADING)


@pytest.mark.parametrize(
    "words",
    [
        "Nobody was hurt.",
        "No one was charged.",
        "Nobody knows how many people died in the flood.",
        "There is no law against it.",
        "Turnout was low.",
        "It was the third fire in a week.",
        "Nothing was stolen.",
        "Most of them were children.",
        "He knew nothing of it.",
        "War is not over.",
        "He resigned.",
        "That was in 2019.",
        "No one came.",
        "No one else was there.",
        "It was open at the time.",
        "The blast could be heard in Bonn.",
        "The mill could close in March.",
        "Smoking may be a cause of cancer.",
        "The law that could become a model was passed in May.",
    ],
)
def test_what_names_a_thing_or_a_deed_is_a_claim(words: str) -> None:
    assert sentence(ENGLISH, words).disposition is Disposition.CLAIMS


@pytest.mark.parametrize(
    "words", ["Niemand wurde verletzt.", "Die Brücke bleibt gesperrt.", "Drei Männer starben dort."]
)
def test_a_short_german_sentence_with_a_verb_is_a_claim(words: str) -> None:
    assert sentence(GERMAN, words).disposition is Disposition.CLAIMS
