"""Figures of another period, area or definition are related; the same figure of another date or place still clashes."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain import LATER, Judgement, Polarity, Stance
from factcheck.stance import compare
from factcheck.text.dates.periods import period_words

MADE = date(2024, 5, 1)
HOMES = "The council built 40,000 homes in 2023."
TEACHERS = "Some 4,000 teachers left schools in Wales last year."
FERRY = "The ferry has 40 seats."


def judged(claim: str, passage: str, released: date = date(2024, 4, 1), heading: str = "") -> Judgement:
    return compare(claim, passage, claim_date=MADE, passage_date=released, heading=heading)


@pytest.mark.parametrize(
    ("claim", "passage", "why"),
    [
        (HOMES, "The council built 31,000 homes in 2021.", "another period: 2023 / 2021"),
        (HOMES, "The council built 3,000 homes in March 2023.", "another period: 2023 / 2023-03"),
        (
            "Unemployment in Norhaven was 3.1% in the year to March 2024.",
            "Unemployment in Norhaven was 3.6% in the year to March 2023.",
            "another period: 2023-04 to 2024-03 / 2022-04 to 2023-03",
        ),
        (TEACHERS, "Some 9,000 teachers left schools in England last year.", "another area: Wales / England"),
        (TEACHERS, "Some 9,000 teachers left schools nationwide last year.", "another area: Wales / nationwide"),
        (
            "Inflation was 3.1% in March 2024.",
            "Core inflation was 4.2% in March 2024.",
            "another definition: Core inflation, in the source only",
        ),
        (
            "The council completed 40,000 homes in 2023, as the mayor said.",
            "The council approved 31,000 homes in 2023, as the mayor said.",
            "another definition: completed / approved",
        ),
        (
            FERRY,
            "The ferry had 32 seats in 2019.",
            "another time: the claim is of 2024-05-01, the source speaks of 2019",
        ),
    ],
)
def test_figures_of_another_frame_are_related_and_it_is_said_why(claim: str, passage: str, why: str) -> None:
    judgement = judged(claim, passage)
    assert judgement.stance is Stance.RELATED
    assert any(reason.message.endswith(why) for reason in judgement.reasons)
    assert not any(reason.polarity is Polarity.OPPOSES for reason in judgement.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (HOMES, "The council built 31,000 homes in 2023."),
        (HOMES, "The council built 40,000 homes in 2021."),
        (HOMES, "The council built 31,000 homes in 2023, up from 28,000 in 2022."),
        (HOMES, "The council built 31,000 homes in 2023, compared with 40,000 in 2022."),
        (TEACHERS, "Some 9,000 teachers left schools in Wales last year."),
        ("Net migration was 300,000 in 2023.", "Net migration was 900,000 in 2023."),
        ("The storm killed 31 people in Harwick.", "The storm killed 12 people in Harwick and injured 31."),
        ("Officials visited 17 sites across the country.", "Officials visited 10 sites across the country."),
        (FERRY, "The ferry has 32 seats."),
    ],
)
def test_figures_of_the_same_frame_conflict(claim: str, passage: str) -> None:
    assert judged(claim, passage).stance is Stance.CONFLICTS


def test_the_same_figure_of_another_period_does_not_bear_the_claim_out() -> None:
    passage = "In 2022 the council built 31,000 homes. In 2023 it built 40,000."
    assert judged("The council built 31,000 homes in 2023.", passage).stance is not Stance.CORROBORATES


def test_the_day_of_a_dispatch_is_no_period_of_its_figures() -> None:
    claim = "The council of Harwick voted on Tuesday to borrow 4.2 million euros for the bridge."
    told = "he council of Harwick voted to borrow 4.2 million euros for the bridge on Tuesday."
    for passage in (f"HARWICK, Wednesday (Wire) - T{told}", f"On Wednesday it was told that t{told}"):
        assert judged(claim, passage, MADE).stance is Stance.CORROBORATES
        assert judged(claim, passage.replace("4.2", "4.8"), MADE).stance is Stance.CONFLICTS


def test_the_right_figure_among_others_corroborates() -> None:
    assert (
        judged(HOMES, "The council built 40,000 homes in 2023, up from 31,000 in 2022.").stance is Stance.CORROBORATES
    )


def test_what_is_so_now_is_not_held_against_a_source_of_years_ago() -> None:
    assert judged(FERRY, "The ferry has 32 seats.", date(2019, 4, 1)).stance is Stance.RELATED


def test_the_title_says_of_which_period_the_figures_are() -> None:
    passage = "The council built 31,000 homes in all its districts."
    claim = "The council built 40,000 homes in all its districts in 2023."
    assert judged(claim, passage, heading="Homes in 2021").stance is Stance.RELATED
    assert [period_words(one) for one in judged(claim, passage, heading="Homes in 2021").about] == ["2021"]


def test_a_judgement_says_which_periods_the_passage_is_about_and_a_later_source_has_a_badge() -> None:
    judgement = judged(HOMES, "The council built 40,000 homes in 2023, up from 31,000 in 2022.", date(2024, 6, 1))
    assert [period_words(one) for one in judgement.about] == ["2023"]
    assert LATER in judgement.badges
    assert judged(HOMES, "The council builds homes.").about == ()


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("Inflation in Norland was 3 per cent in May.", "Inflation in Norland was 4 per cent in June.", Stance.RELATED),
        (
            "Inflation in Norland was 3 per cent in May.",
            "Inflation in Norland was 4 per cent in May.",
            Stance.CONFLICTS,
        ),
        ("The ferry sank in May with 30 people.", "The ferry sank in June with 30 people.", Stance.CONFLICTS),
        ("Sales rose by 0.6 per cent in April.", "Sales rose by 0.2 per cent in May.", Stance.RELATED),
        ("The firm hired 140 people in May.", "The firm hired 95 people in June and 30 in July.", Stance.RELATED),
        (
            "The clinic issued 140 passes in May.",
            "The clinic issued 95 passes in April, as told in May.",
            Stance.RELATED,
        ),
        ("Die Preise stiegen im Mai um 0,6 Prozent.", "Die Preise stiegen im Juni um 0,2 Prozent.", Stance.RELATED),
        (
            "The clinic hired 140 people in May.",
            "The clinic hired 95 people in May, after 90 in April.",
            Stance.CONFLICTS,
        ),
    ],
)
def test_a_rate_of_one_month_is_not_that_of_another(claim: str, passage: str, stance: Stance) -> None:
    assert compare(claim, f"{passage} It was higher then.").stance is stance


def test_that_the_month_is_another_one_is_no_reason_against() -> None:
    found = compare("Sales rose by 0.6 per cent in April.", "Sales rose by 0.2 per cent in May.")
    assert all(one.polarity is not Polarity.OPPOSES for one in found.reasons)
    assert "it may be another event: dates and numbers differ" in [one.message for one in found.reasons]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Norhaven’s public debt was 41 per cent of GDP.", "Norhaven’s household debt was 77 per cent of GDP."),
        ("Norhaven’s trade deficit was 2 per cent of GDP.", "Norhaven’s budget deficit was 6 per cent of GDP."),
        ("Producer prices rose by 2 per cent in March.", "Consumer prices rose by 5 per cent in March."),
        ("Real wages in Norhaven rose by 1 per cent.", "Nominal wages in Norhaven rose by 4 per cent."),
        ("The clinic has 300 beds.", "The clinic has 24 intensive care beds."),
        ("Die Verbraucherpreise stiegen um zwei Prozent.", "Die Erzeugerpreise stiegen um sechs Prozent."),
    ],
)
def test_a_figure_of_another_definition_is_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


def test_what_is_so_is_not_held_against_what_was_in_a_year_where_nobody_knows_the_day_of_either() -> None:
    found = compare("The quarry employs 310 people.", "In 1998 the quarry employed 640 people.")
    assert found.stance is Stance.RELATED
    assert any("the source speaks of 1998" in one.message for one in found.reasons)
    assert compare("The quarry employs 310 people.", "The quarry employs 640 people.").stance is Stance.CONFLICTS
