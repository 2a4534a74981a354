"""Shares and growth told in words beside figures, votes told as unanimous, and nobody beside a count."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare


def pointing(claim: str, passage: str) -> set[Polarity]:
    """Return which ways the reasons on numbers point."""
    return {one.polarity for one in compare(claim, passage).reasons if one.comparator == "numbers"}


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Most tenants wanted the courtyard kept.", "In the survey 58 percent of tenants wanted the courtyard kept."),
        ("A majority of nurses accepted the offer.", "Two-thirds of nurses accepted the offer."),
        ("A minority of nurses accepted the offer.", "Only 12% of nurses accepted the offer."),
        ("71 percent of tenants wanted the courtyard kept.", "Most tenants wanted the courtyard kept."),
        ("The catch of herring doubled in 2016.", "In 2016 the catch of herring rose by 98 percent."),
        ("The catch of herring more than doubled.", "The catch of herring rose by 150 percent."),
        ("The catch of herring halved.", "The catch of herring fell by 50 percent."),
        ("The catch of herring doubled.", "The catch of herring rose from 400 to 800 tonnes."),
        ("The assembly unanimously adopted the charter.", "The assembly adopted the charter by 48 votes to none."),
    ],
)
def test_words_for_a_share_or_a_change_agree_with_the_figure(claim: str, passage: str) -> None:
    assert pointing(claim, passage) == {Polarity.SUPPORTS}
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Most tenants wanted the courtyard kept.", "In the survey 29 percent of tenants wanted the courtyard kept."),
        ("A majority of nurses accepted the offer.", "A quarter of nurses accepted the offer."),
        ("A minority of nurses accepted the offer.", "Some 88% of nurses accepted the offer."),
        ("29 percent of tenants wanted the courtyard kept.", "Most tenants wanted the courtyard kept."),
        ("The catch of herring doubled in 2016.", "In 2016 the catch of herring rose by 15 percent."),
        ("The catch of herring rose by 15 percent.", "The catch of herring doubled."),
        ("The catch of herring halved.", "The catch of herring fell by 8 percent."),
        ("The catch of herring tripled.", "The catch of herring fell by 8 percent."),
        ("The assembly unanimously adopted the charter.", "The assembly adopted the charter by 48 votes to 31."),
        ("The assembly adopted the charter 30-18.", "The assembly unanimously adopted the charter."),
        ("Seven sailors drowned when the trawler sank.", "Nobody was drowned when the trawler sank."),
        ("All three piers were rebuilt.", "Two of the three piers were rebuilt."),
    ],
)
def test_words_for_a_share_or_a_change_conflict_with_another_figure(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS
    assert Polarity.OPPOSES in pointing(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Most tenants wanted the courtyard kept.", "In the survey 29 percent of landlords wanted the courtyard kept."),
        ("Most tenants wanted it kept.", "29 percent of tenants wanted it kept, 60 percent of tenants did not mind."),
        ("The port has the most modern cranes.", "Only 20 percent of cranes in the port are in use."),
        ("The catch of herring doubled.", "The catch of herring fell after the quota rose by 15 percent."),
        ("The catch of herring nearly doubled.", "The catch of herring rose by 80 percent."),
        ("The crew unanimously chose Moe as captain.", "The crew of Moe's boat won the race 3-1."),
        ("The vote on the charter was not unanimous.", "The assembly voted 48-31 on the charter."),
        ("Seven sailors drowned when the trawler sank.", "The trawler sank in a storm; no beaches were closed."),
    ],
)
def test_a_share_of_something_else_is_not_compared(claim: str, passage: str) -> None:
    assert pointing(claim, passage) <= {Polarity.CONTEXT, Polarity.SUPPORTS}
    assert compare(claim, passage).stance is not Stance.CONFLICTS


def test_a_share_in_whole_per_cent_is_the_fraction() -> None:
    assert compare("A third of the boats sank.", "33 percent of the boats sank.").stance is Stance.CORROBORATES
    assert compare("A third of the boats sank.", "28 percent of the boats sank.").stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claimed", "told", "polarity"),
    [
        ("fell by a quarter", "fell 25 %", Polarity.SUPPORTS),
        ("fell by 25%", "fell by a quarter", Polarity.SUPPORTS),
        ("halved", "fell by half", Polarity.SUPPORTS),
        ("rose by a third", "rose by 33%", Polarity.SUPPORTS),
        ("doubled", "rose 100 %", Polarity.SUPPORTS),
        ("fell by more than a quarter", "fell by 30%", Polarity.SUPPORTS),
        ("fell by a quarter", "fell by 10%", Polarity.OPPOSES),
        ("fell by a quarter", "rose by 25%", Polarity.OPPOSES),
        ("halved", "fell by a quarter", Polarity.OPPOSES),
        ("fell by a quarter", "fell by half a point", None),
    ],
)
def test_a_change_by_a_part_is_held_against_a_figure_and_against_words(
    claimed: str, told: str, polarity: Polarity | None
) -> None:
    judgement = compare(f"The catch of herring {claimed}.", f"The catch of herring {told}.")
    reasons = [one for one in judgement.reasons if one.comparator == "numbers"]
    assert [one.polarity for one in reasons] == ([polarity] if polarity else [])
    assert all(one.message == f"the claim says “{claimed}”; the source says “{told}”" for one in reasons)


def test_most_and_a_minority_of_the_same_conflict() -> None:
    most = "Most tenants back the new rules."
    assert compare(most, most.replace("Most", "A minority of")).stance is Stance.CONFLICTS
    assert compare(most, most.replace("Most", "A majority of")).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Two thirds of members backed the strike.", "66% of members backed the strike."),
        ("Two thirds of members backed the strike.", "67 percent of members backed the strike."),
        ("Half of the pupils failed the test.", "51% of the pupils failed the test."),
        ("Half of the pupils failed the test.", "49 per cent of the pupils failed the test."),
        ("A quarter of farms grow maize.", "26% of farms grow maize."),
        ("24% of farms grow maize.", "A quarter of farms grow maize."),
        ("A third of drivers are over sixty.", "34% of drivers are over sixty."),
        ("Three quarters of drivers own their car.", "74% of drivers own their car."),
        ("A tenth of the homes are empty.", "10% of the homes are empty."),
        ("One in five homes is empty.", "20% of homes are empty."),
        ("One in five homes is empty.", "21% of homes are empty."),
        ("One in four homes is empty.", "A quarter of homes are empty."),
        ("The ice sheet lost 10% of its mass.", "The ice sheet lost a tenth of its mass."),
        ("Die Hälfte der Schüler fiel durch.", "51 Prozent der Schüler fielen durch."),
    ],
)
def test_a_part_in_words_is_a_round_figure(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Two thirds of members backed the strike.", "58% of members backed the strike."),
        ("Two thirds of members backed the strike.", "72% of members backed the strike."),
        ("Half of the pupils failed the test.", "57% of the pupils failed the test."),
        ("Half of the pupils failed the test.", "42% of the pupils failed the test."),
        ("A quarter of farms grow maize.", "31% of farms grow maize."),
        ("A quarter of farms grow maize.", "A third of farms grow maize."),
        ("One in five homes is empty.", "One in three homes is empty."),
        ("51% of the pupils failed the test.", "49% of the pupils failed the test."),
        ("66% of members backed the strike.", "68% of members backed the strike."),
        ("A tenth of the homes are empty.", "14% of the homes are empty."),
    ],
)
def test_and_no_rounder_than_one_per_cent(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


def test_a_share_of_a_thing_named_by_two_words_is_one_of_that_thing() -> None:
    claim = "The glacier lost 10% of its volume."
    assert compare(claim, "The glacier lost a tenth of its ice volume.").stance is Stance.CORROBORATES
    passage = "The lake lost a quarter of its water and some fish."
    assert compare("The lake lost 25% of its fish.", passage).stance is not Stance.CORROBORATES
