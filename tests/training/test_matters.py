"""What the labels of pairs tell of each text: on which side it stands, or that it leaves the matter open."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Stance
from tests.training.matters import (
    AFFIRMS,
    ARTICLE,
    CLAIM,
    DENIES,
    OPEN,
    UNKNOWN,
    Text,
    bettered,
    guessed,
    matters_of,
)

Pair = tuple[str, str, Stance]
STANDS = st.lists(st.sampled_from("+-o"), min_size=1, max_size=6)
TELLS = (Stance.CORROBORATES, Stance.CONFLICTS)


def pairs_of(claims: list[str], articles: list[str]) -> list[Pair]:
    """Every claim beside every article, labelled as their stands have it."""
    return [
        (f"claim {at}", f"article {to}", Stance.RELATED if "o" in (one, other) else TELLS[one != other])
        for at, one in enumerate(claims)
        for to, other in enumerate(articles)
    ]


@given(STANDS, STANDS)
def test_the_stands_are_read_back_from_the_labels(claims: list[str], articles: list[str]) -> None:
    stand = {(CLAIM, f"claim {at}"): one for at, one in enumerate(claims)}
    stand |= {(ARTICLE, f"article {at}"): one for at, one in enumerate(articles)}
    found = matters_of(pairs_of(claims, articles))
    assert all(stand[one] == "o" for one in found.open)
    for group in found.groups:
        turned = {(side, stand[one]) for one, side in group.items()}
        assert turned <= {(0, "+"), (1, "-")} or turned <= {(0, "-"), (1, "+")}
    told = [*found.open, *found.unknown, *(one for group in found.groups for one in group)]
    assert sorted(told) == sorted(stand)


def test_the_side_with_words_of_denial_denies() -> None:
    pairs = pairs_of(["+", "-"], ["+", "-", "o"])
    denying = dict.fromkeys(matters_of(pairs).partners, 0.0) | {(CLAIM, "claim 1"): 2.0}
    states = guessed(matters_of(pairs), denying)
    assert states[CLAIM, "claim 1"] == states[ARTICLE, "article 1"] == DENIES
    assert states[CLAIM, "claim 0"] == states[ARTICLE, "article 0"] == AFFIRMS
    assert states[ARTICLE, "article 2"] == OPEN


def test_headlines_that_all_have_a_word_of_denial_deny() -> None:
    found = matters_of(pairs_of(["-", "-"], ["-"]))
    quiet = dict.fromkeys(found.partners, 0.0)
    loud = {one: float(one[0] == CLAIM) for one in found.partners}
    assert set(guessed(found, quiet).values()) == {AFFIRMS}
    assert set(guessed(found, loud).values()) == {DENIES}


def test_what_was_fitted_turns_a_wrong_guess_round() -> None:
    found = matters_of(pairs_of(["+", "-"], ["+", "-"]))
    states = guessed(found, dict.fromkeys(found.partners, 0.0))
    other = {AFFIRMS: (0.1, 0.8, 0.1), DENIES: (0.8, 0.1, 0.1)}
    likely: dict[Text, tuple[float, float, float]] = {one: other[state] for one, state in states.items()}
    turned = bettered(found, states, likely)
    assert all({turned[one], states[one]} == {AFFIRMS, DENIES} for one in states)


def test_one_of_two_that_are_only_discussed_leaves_it_open() -> None:
    found = matters_of([("claim", "article", Stance.RELATED)])
    likely = {(CLAIM, "claim"): (0.9, 0.05, 0.05), (ARTICLE, "article"): (0.1, 0.1, 0.8)}
    states = bettered(found, guessed(found, {}), likely)
    assert set(guessed(found, {}).values()) == {UNKNOWN}
    assert states[CLAIM, "claim"][2] < 0.5 < states[ARTICLE, "article"][2]
    assert all(abs(sum(state) - 1.0) < 1e-9 for state in states.values())
