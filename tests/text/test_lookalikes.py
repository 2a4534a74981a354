"""Names that only look like another, and characters nobody sees."""

from __future__ import annotations

import pytest

from factcheck.text.names.lookalikes import taken_for, unseen


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("соре", "cope"),  # Cyrillic
        ("СОРЕ", "cope"),
        ("ΝΙΚΟ", "Niko"),  # Greek
        ("al\u0131ce", "alice"),
        ("aIice", "alice"),
        ("a|ice", "alice"),
        ("a1ice", "alice"),
        ("\u0251lice", "alice"),  # Latin alpha
        ("\u1d00lice", "alice"),  # small capital
        ("ALlCE", "alice"),
        ("b0b", "Bob"),
        ("Bamey", "Barney"),
        ("Ann\u2010Lena Berg", "ann-lena berg"),
        ("ali\u034fce", "alice"),
    ],
)
def test_a_name_that_looks_like_another_is_taken_for_it(name: str, other: str) -> None:
    assert taken_for(name, ["somebody", other]) == other


@pytest.mark.parametrize(
    ("name", "other"),
    [("Alice", "alice"), ("al ice", "Alice"), ("Jose", "José"), ("Ai", "Al"), ("bob", "rob"), ("Иван", "Ivan")],
)
def test_the_same_name_and_one_that_is_seen_to_be_another_are_not(name: str, other: str) -> None:
    assert taken_for(name, [other]) == ""


@pytest.mark.parametrize("blank", ["\u034f", "\ufe0f", "\u2800", "\u200b", "\u3164", "\U000e0100", "\u180e"])
def test_what_nobody_sees_is_found(blank: str) -> None:
    assert unseen(f"ali{blank}ce") == blank
    assert unseen("Zoë O'Neil-Søby") == ""
