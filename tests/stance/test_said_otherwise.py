"""What is said in other words: phrases of the news, ranks, clefts, places, shares of those who say it."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Facet, Polarity, Stance
from factcheck.stance import compare
from factcheck.stance.reading.lexicon import IDIOMS, NEGATORS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The ferry was built in Gdansk in 1987.", "The ferry was built in Gdynia in 1987."),
        (
            "The ferry was built in Gdansk.",
            "The ferry, which carries 900 passengers, was built in Gdynia and sold to a Swedish firm.",
        ),
        ("Police found the stolen car in Drammen.", "The stolen car was found in Hole, police said."),
        ("Das Schiff wurde 1987 in Papenburg gebaut.", "Das Schiff wurde 1987 in Wismar gebaut."),
    ],
)
def test_another_place_in_the_same_slot_conflicts_though_no_list_has_it(claim: str, passage: str) -> None:
    found = compare(claim, passage)
    assert found.stance is Stance.CONFLICTS
    assert next(one for one in found.reasons if one.polarity is Polarity.OPPOSES).message.startswith("differs: ")


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The ferry was built in Poland.", "The ferry was built in Gdansk."),
        ("Lind was born in Spain.", "Lind was born in Barcelona."),
        ("The statue stands in Haugesund.", "A copy of the statue stands in Kopervik."),
        (
            "The summit will take place in Madrid on 28 June.",
            "A summit of mayors took place in Lisbon on 28 June 2011.",
        ),
    ],
)
def test_a_place_that_may_lie_in_the_other_or_is_told_of_another_thing_has_no_side(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


def test_a_known_place_of_another_country_conflicts() -> None:
    assert compare("Lind was born in Spain.", "Lind was born in Ohio.").stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The Sava bridge is the longest in Holm.", "The Sava bridge is the second longest in Holm.", "conflicts"),
        ("The Sava bridge is the longest in Holm.", "The Sava bridge is the longest in Holm.", "corroborates"),
        ("The Sava bridge is the longest in Holm.", "The Sava bridge is one of the longest in Holm.", "related"),
        ("Halm is the largest port of Norland.", "Halm is the second largest port in Europe.", "related"),
        ("Die Brücke ist die längste in Holm.", "Die Brücke ist die zweitlängste in Holm.", "conflicts"),
    ],
)
def test_a_rank_is_compared_with_a_rank(claim: str, passage: str, stance: str) -> None:
    assert compare(claim, passage).stance == stance


def test_what_is_said_of_one_alone_is_not_said_of_another() -> None:
    passage = "It was the foreign ministers who agreed on the new command; the defence ministers were not there."
    assert compare("The defence ministers agreed on the new command.", passage).stance is Stance.CONFLICTS
    assert compare("The foreign ministers agreed on the new command.", passage).stance is not Stance.CONFLICTS
    mayor = "It was the mayor who opened the new command post."
    assert compare("Anders Holm opened the new command post.", mayor).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("passage", "stance"),
    [
        ("41 per cent of residents said the water tastes bad.", Stance.CONFLICTS),
        ("62 per cent of residents said the water tastes bad, the survey found.", Stance.CORROBORATES),
        ("Residents said the water tastes bad.", Stance.RELATED),
        ("41 per cent of visitors said the water tastes bad.", Stance.RELATED),
    ],
)
def test_how_many_say_it_is_compared_where_the_claimant_is_so_many(passage: str, stance: Stance) -> None:
    claim = extract_claims("62 per cent of residents said the water tastes bad.").claims[0]
    assert claim.claimant is not None
    assert "62" in claim.claimant.name
    assert compare(claim, passage).stance is stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The judges rejected the appeal.", "The judges threw out the appeal."),
        ("The drug was approved by the agency in 2020.", "In 2020 the agency gave the drug the green light."),
        ("The mine employs 900 people.", "Nine hundred people work at the mine."),
        ("After the gas leak, 300 people were evacuated.", "After the gas leak some 300 residents left their homes."),
        ("The party wants to abolish the property tax.", "The party wants to scrap the property tax."),
        ("Die Gewerkschaft fordert acht Prozent mehr Lohn.", "Acht Prozent mehr Lohn verlangt die Gewerkschaft."),
        ("Der Flughafen bleibt bis Freitag gesperrt.", "Bis Freitag ist der Flughafen geschlossen."),
        ("In Halm leben rund 120.000 Einwohner.", "In Halm leben etwa 120 000 Menschen."),
    ],
)  # fmt: skip
def test_phrases_of_the_news_are_answered_by_what_they_mean(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


LED = (
    "In 1975 Reed beat Holm in a vote of all members at the hall in Skei and, late that night, became the first woman "
    "to lead the party."
)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The island's population has doubled since 1990.", "The island's population has halved since 1990."),
        ("The president vetoed the bill on Friday.", "The president signed the bill on Friday."),
        ("The team has not lost a match this season.", "The team has lost three matches this season."),
        ("The drug was withdrawn in 2004.", "The drug was never withdrawn."),
        ("The strike at the port ended on Sunday.", "The strike at the port will go on: it did not end on Sunday."),
        ("Around 300 people were evacuated after the leak.", "After the leak nobody was evacuated, the brigade said."),
        ("Unemployment in Halm fell to 4.8 percent in May.", "The jobless rate in Halm rose to 5.4 per cent in May."),
        ("Reed was not the first woman to lead the party.", LED),
        ("Norland supplied the missiles to Sundland.", "Sundland supplied the missiles to Norland."),
    ],
)  # fmt: skip
def test_an_opposite_or_a_denial_conflicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The minister rejected calls for a public inquiry.", "There will be no public inquiry, the minister said."),
        ("The road to Skei is closed.", "Drivers cannot use the road to Skei, which has been shut since the slide."),
        ("The airline did not pay compensation.", "They are still without the money that the airline refused to pay."),
        ("The team has not lost a match this season.", "The team lost three matches last season."),
        ("The spokesman said the army would withdraw.", "The spokesman said the army had entered the valley in March."),
        ("The president vetoed the bill on Friday.", "The president signed two other bills on Friday."),
        ("Maria Lenz was elected mayor in 2019.", "Maria Lenz will stand for mayor in 2024."),
    ],
)  # fmt: skip
def test_a_negation_of_something_else_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Republicans in the Senate blocked the bill.", "A Republican in the Senate blocked the bill."),
        ("Sens. Ada Reed and Bo Holm voted against it.", "Senator Ada Reed and Bo Holm voted against it."),
        ("American troops left in 2011.", "Americans left in 2011, troops too."),
    ],
)
def test_number_case_and_title_are_no_other_spelling(claim: str, passage: str) -> None:
    assert not any("spelled differently" in one.message for one in compare(claim, passage).reasons)


def test_a_reason_tells_a_year_as_a_checker_writes_it() -> None:
    def messages(claim: str, passage: str) -> list[str]:
        return [one.message for one in compare(claim, passage).reasons if one.facet is Facet.WHEN]

    assert messages("The bridge opened in 2021.", "The bridge opened in May 2021.") == ["both point to 2021"]
    assert "both point to the 1960s" in messages("The bridge opened in the 1960s.", "The bridge opened in 1964.")


def test_every_phrase_that_negates_is_a_negation() -> None:
    negating = {" ".join(words) for known in IDIOMS.values() for words, meaning in known if meaning == "not"}
    assert {one for one in negating if "," not in one and "dass" not in one} <= NEGATORS | {"nicht mehr"}
