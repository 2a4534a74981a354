"""Surnames with small words: "Wim de Graaf", "Ruud van der Berg", "Abdallah al-Dardari"."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import NameKind
from factcheck.text.names.finding import find_names
from factcheck.text.names.persons import is_person

NAMES = [
    *(
        "Wim de Graaf",
        "Ruud van Dijk",
        "Pieter van der Berg",
        "Ruben van den Broek",
        "Marc ter Horst",
        "Erik ten Brink",
    ),
    *("Abdallah al-Dardari", "Faisal al-Mikdad", "Omar el-Sayed", "Yusra bint Saad", "Salman bin Faraj"),
    *("Nasser ibn Hamza", "Ines de la Cruz", "Tiago dos Santos", "Gian di Marco", "Leo da Silva", "Lucia del Monte"),
    *("Corné le Roux", "Jeanne d’Arville", "Karl von Hale", "Erik ten Brink", "Ursula von der Lohe", "Robert den Haan"),
]
ORDERS = [
    "“Costs rose 33%,” said {}.",
    "“Sales fell 8%,” {} said.",
    "{} said costs rose 33 per cent.",
    "Costs rose 33 per cent, says {}.",
    "Finance minister {} said costs rose 33 per cent.",
    "{}, the finance minister, said costs rose 33 per cent.",
]


def claimants(text: str) -> list[str]:
    return [claim.claimant.name if claim.claimant else "" for claim in extract_claims(text).claims]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("order", ORDERS)
def test_a_name_keeps_its_small_words(name: str, order: str) -> None:
    assert claimants(order.format(name)) == [name]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Wim de Graaf", "de Graaf"),
        ("Wim de Graaf", "De Graaf"),
        ("Pieter van der Berg", "van der Berg"),
        ("Abdallah al-Dardari", "al-Dardari"),
        ("Abdallah al-Dardari", "Al-Dardari"),
        ("Abdallah al-Dardari", "Dardari"),
        ("Tiago dos Santos", "Santos"),
    ],
)
def test_a_surname_with_a_small_word_is_read_as_the_full_name(first: str, again: str) -> None:
    assert claimants(f"“Sales fell,” {first} said. “Costs rose 8%,” {again} said.") == [first, first]


@pytest.mark.parametrize(
    "words", ["Tour de France", "Rio de Janeiro", "Cirque du Soleil", "Costa del Sol", "Château de Versailles"]
)
def test_a_small_word_makes_nobody_of_a_place(words: str) -> None:
    assert not is_person(words)


@pytest.mark.parametrize(
    "text",
    [
        "In Leeds ten Labour councillors said costs rose 8 per cent.",
        "On Monday in Arle ten Green councillors said costs rose 8 per cent.",
    ],
)
def test_a_number_between_capitals_is_no_small_word(text: str) -> None:
    assert all(" ten " not in f" {name} " or name.startswith("ten ") for name in claimants(text))


def test_a_body_with_an_arabic_article_is_parted_from_what_describes_it() -> None:
    names = {n.name: n.kind for n in find_names("They fought Islamist al-Qaeda and Somali al-Shabaab fighters.")}
    assert names["Al Qaeda"] is names["Al Shabaab"] is NameKind.ORGANISATION
