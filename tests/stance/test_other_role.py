"""The same figure in another role: a change or a level, so many fewer, a fraction, a part beside the whole."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Rents fell to 12%.", "Rents fell by 12%."),
        ("The deficit rose by 4 million euros in May.", "The deficit rose to 4 million euros in May."),
        ("The herd was reduced by 70 cows.", "The herd was reduced to 70 cows."),
        ("The quota rose to 40 tonnes in June.", "The quota rose 40 tonnes in June."),
        ("The museum drew 90,000 visitors in 2021.", "The museum drew 90,000 fewer visitors in 2021."),
        ("The port handled 6 million tonnes in May.", "The port handled 6 million tonnes less in May."),
        ("The port handled 6 million tonnes in May.", "The port handled 6 million tonnes more in May than in April."),
        ("The city has 200 nurses.", "The city has 200 flats for nurses."),
        ("The city has 200 nurses.", "The city has 200 vacancies for nurses."),
        ("The bill was 80 million euros.", "The bill was a third of the 80 million euros that the firm had feared."),
        ("The bill was 80 million euros.", "The bill was twice 80 million euros."),
        ("7 of 30 bridges in Halm failed the test.", "30 of 7 bridges in Halm failed the test."),
        ("Turnout in the vote was 71%.", "Turnout in the vote was 71% in Halm and 55% nationwide."),
        ("The club had 9,000 members.", "The club at first claimed 9,000 members, but the real number is 4,000."),
        (
            "The flood killed 120 people in Halm.",
            "The flood was said to have killed 120 people in Halm; the figure was later corrected to 84.",
        ),
        ("Fares went up to 9 euros.", "Fares went up by 9 euros."),
        ("The gap widened by 30 metres.", "The gap widened to 30 metres."),
        ("The price was cut to 20 euros.", "The price was cut by 20 euros."),
        ("Die Miete stieg auf 900 Euro.", "Die Miete stieg um 900 Euro."),
        ("The zoo counted 400,000 guests in May.", "The zoo counted 400,000 fewer guests in May."),
        ("The firm has 5,000 trucks.", "The firm has 5,000 drivers for trucks."),
        ("The town has 600 beds.", "The town has 600 applications for beds."),
        ("The loan was 900 million dollars.", "The loan was two thirds of the 900 million dollars that was sought."),
        ("15 of 60 samples were clean.", "60 of 15 samples were clean."),
        ("The vaccination rate is 81%.", "The vaccination rate is 81% in Arn and 66% nationwide."),
        (
            "The strike cost 70 million euros.",
            "The strike cost 70 million euros at first count, but the actual cost was 45 million euros.",
        ),
        (
            "The rally drew 30,000 people.",
            "The police first said the rally drew 30,000 people, but in fact 8,000 came.",
        ),
        ("The council has 40 seats for women.", "The council has 40 seats for men."),
        ("The bridge cost 12 million euros.", "The bridge cost a quarter of 12 million euros."),
        ("The clinic treated 800 patients in May.", "The clinic treated 800 fewer patients in May."),
        ("The debt rose by 3 billion pounds.", "The debt rose to 3 billion pounds."),
        ("Approval was 48%.", "Approval was 48% among women and 39% in total."),
        ("3 of 9 judges dissented.", "9 of 3 judges dissented."),
        ("The police has 700 officers.", "The police has 700 uniforms for officers."),
    ],
)
def test_a_figure_in_another_role_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Rents fell by 12%.", "Rents fell 12%."),
        ("Rents fell by 12%.", "Rents have fallen by 12% since May."),
        ("Rents fell to 12%.", "Rents fell to 12% from 15%."),
        ("The deficit rose to 4 million euros in May.", "In May the deficit rose to 4 million euros."),
        ("The herd was reduced by 30 cows.", "The herd was reduced by 30 cows to 70."),
        ("The firm hired 300 people in May.", "The firm hired 300 more people in May."),
        ("Output was 5% higher in May.", "Output rose by 5% in May."),
        ("The city has 200 nurses.", "The city has 200 nurses for its three clinics."),
        ("The city employs 300 staff.", "The city employs 300 members of staff."),
        ("The bill was 80 million euros.", "The bill was 80 million euros, half of it for steel."),
        ("The bill was 80 million euros.", "The bill was about 80 million euros."),
        ("7 of 30 bridges in Halm failed the test.", "Of 30 bridges in Halm, 7 failed the test."),
        ("7 of 30 bridges in Halm failed the test.", "7 of the 30 bridges in Halm failed the test."),
        ("Turnout in the vote was 55%.", "Turnout in the vote was 71% in Halm and 55% nationwide."),
        (
            "The firm paid 80 million euros in fines.",
            "The firm paid 80 million euros in fines, 2 million more than in May.",
        ),
        (
            "The flood killed 120 people in Halm.",
            "The flood killed 120 people in Halm, the correct number being known since Friday.",
        ),
        ("Fares went up by 9 euros.", "Fares went up by 9 euros to 40 euros."),
        ("Die Miete stieg um 900 Euro.", "Die Miete stieg im Mai um 900 Euro."),
        ("The zoo counted 400,000 guests in May.", "The zoo counted 400,000 guests in May, more than in April."),
        (
            "The zoo counted 400,000 guests in May.",
            "The zoo counted 400,000 guests in May, 20,000 fewer than last year.",
        ),
        ("The town has 600 beds for refugees.", "The town has 600 beds for refugees and 40 for nurses."),
        ("The vaccination rate in Arn is 81%.", "The vaccination rate in Arn is 81%, and the town is pleased."),
        ("The rally drew 8,000 people.", "The rally drew 8,000 people; the police first said 30,000."),
        ("The loan was 900 million dollars.", "The loan was 900 million dollars, two thirds of what was sought."),
        ("Ticket sales rose 12% in May.", "Ticket sales rose by 12% in May."),
        (
            "Exports increased by 40 million euros in May.",
            "Exports increased 40 million euros in May to 600 million euros.",
        ),
        (
            "The town planted 5,000 trees in May.",
            "The town planted 5,000 trees in May, and the real cost was 3 million euros.",
        ),
        ("The pier moved by 40 millimetres.", "He put the movement of the pier at 40 millimetres."),
        ("The pier moved by 40 millimetres.", "The movement of the pier was 40 millimetres."),
        ("The economy grew by 2% in 2019.", "In 2019 economic growth was 2%."),
        ("The harvest halved to 500 tonnes.", "The harvest fell by half to 500 tonnes."),
        ("Visits fell by a third to 400.", "Visits dropped by one third to 400."),
        ("Exports grew by half to 30 million euros.", "Exports grew by 50 per cent to 30 million euros."),
        ("Die Ernte sank um ein Viertel auf 300 Tonnen.", "Die Ernte fiel um ein Viertel auf 300 Tonnen."),
    ],
)
def test_the_same_in_other_words_bears_it_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The rate of infection was 8 per 1,000 people.", "The rate of infection was 80 per 10,000 people.", "same"),
        ("Halm had 12 murders per million residents.", "Halm had 1.2 murders per 100,000 residents.", "same"),
        ("Halm had 3 thefts per 1,000 residents.", "Halm had 30 thefts for every 10,000 residents.", "same"),
        ("Halm had 3 thefts per 1,000 residents.", "Halm had 70 thefts per 10,000 residents.", "differs"),
    ],
)
def test_a_rate_is_the_same_per_so_many_and_per_ten_times_as_many(claim: str, passage: str, stance: str) -> None:
    found = compare(claim, passage)
    assert found.stance is (Stance.CORROBORATES if stance == "same" else Stance.CONFLICTS)


def test_two_parts_that_change_places_contradict() -> None:
    found = compare("12 of 40 pupils failed the test.", "40 of 12 pupils failed the test.")
    assert found.stance is Stance.CONFLICTS
    assert any(one.message.startswith("the other way round") for one in found.reasons)


def test_the_reason_says_which_role_the_figure_has() -> None:
    found = compare("Rents fell to 12%.", "Rents fell by 12%.")
    assert "the source has 12% in another role: “fell by 12%”" in [one.message for one in found.reasons]


@pytest.mark.parametrize(
    "claim",
    [
        "The motion passed by 61 votes to 39.",
        "The council backed the tram by 14 votes to 9.",
        "Halm won the final by 3 goals to 1.",
        "The motion fell by 210 to 198 in the lower house.",
        "The lead of the party grew by 4 points to 12.",
        "The road was widened by 10 metres to 15 metres.",
        "Enrolment fell from 400 to 300.",
        "The gap grew by 4 to 9 points.",
        "Das Gesetz wurde mit 61 zu 39 Stimmen angenommen.",
    ],
)
def test_a_copy_has_every_figure_in_its_role(claim: str) -> None:
    assert compare(claim, claim).stance is Stance.CORROBORATES
    assert compare(claim, f"The session was long. {claim} All went home.").stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The motion passed by 61 votes to 39.", "The motion was passed in the Senate by 61 votes to 39 on Monday."),
        ("The motion passed 61 to 39.", "The motion passed by 61 to 39."),
        ("The motion passed by 61 votes to 39.", "The motion passed, 61 votes to 39."),
        ("The ward rejected the road by 8 votes to 5.", "On Monday the ward rejected the road by 8 votes to 5."),
        ("Halm beat Arn by 3 goals to 1.", "Halm beat Arn 3 goals to 1 on Sunday."),
    ],
)
def test_the_second_number_of_a_vote_or_a_score_is_no_level(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The lead grew by 12 points.", "The lead grew by 4 points to 12 points."),
        ("The lead grew by 12 points.", "The lead grew by a third to about 12 points."),
        ("The lead grew by 12 points.", "The lead grew by 25 per cent to 12 points."),
        ("The motion passed by 61 votes to 39.", "The motion passed by 39 votes to 61."),
        ("The levy fell by 30 euros.", "The levy fell from 50 euros to 30 euros."),
        ("The fund holds 9,000 shares.", "The fund holds 9,000 shares fewer than in May."),
        ("The mill sold 500 tonnes.", "The mill sold 500 tonnes. The figure was later corrected to 340 tonnes."),
    ],
)
def test_a_change_beside_a_level_and_a_copy_put_right_bear_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES
