"""A figure of a part beside one of the whole, some beside all, and modifiers that only describe."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The number of visa requests rose by 12%.", "The number of visa requests that were refused rose by 31%."),
        ("Bankruptcies fell by 9%.", "Bankruptcies involving restaurants fell by 2%."),
        ("Road deaths rose by 6%.", "Road deaths among cyclists rose by 22%."),
        ("Nurses accepted the offer by 71%.", "Agency nurses accepted the offer by 54%."),
        ("Beer sales fell by 5%.", "Alcohol-free beer sales fell by 1%."),
        ("Thefts committed by teenagers fell by 11%.", "Thefts fell by 4%."),
        ("54% of farmers want the subsidy.", "37% of organic farmers want the subsidy."),
        ("The clinic saw 2,300 patients.", "The clinic saw 140 patients with frostbite."),
        ("The airline employs 12,000 people.", "The airline employs 3,100 people working in maintenance."),
        ("Die Exporte stiegen um 3 Prozent.", "Die Exporte von Maschinen stiegen um 9 Prozent."),
        ("Die Zahl der Insolvenzen stieg um 11 Prozent.", "Die Zahl der privaten Insolvenzen stieg um 4 Prozent."),
        (
            "Die Zahl der Einbrüche sank um 7 Prozent.",
            "Die Zahl der Einbrüche, die aufgeklärt wurden, stieg um 2 Prozent.",
        ),
    ],
)
def test_a_figure_of_a_part_contradicts_no_figure_of_the_whole(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.RELATED
    assert all(one.polarity is not Polarity.OPPOSES for one in judgement.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Cancer cases fell by 4%.", "Cancer cases in children fell by 4%."),
        ("Theft rose by 6%.", "Theft from cars rose by 6%."),
        ("Imports fell by 3%.", "Coal imports fell by 3%."),
        ("Farmers back the treaty.", "Some farmers back the treaty."),
        ("Landwirte lehnen das Gesetz ab.", "Einige Landwirte lehnen das Gesetz ab."),
        ("All teachers support the plan.", "Teachers support the plan."),
        ("The bank closed its branches.", "The bank closed its branches in Kenya."),
    ],
)
def test_what_is_told_of_a_part_bears_nothing_out_of_the_whole(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The number of visa requests rose by 12%.", "The number of visa requests rose by 31% in the past year."),
        ("The bridge carried 4,000 lorries a day.", "The ageing bridge carried 2,500 lorries a day."),
        ("The driver was fined £300.", "The 34-year-old driver was fined £900."),
        ("Sales rose by 4%.", "Annual sales rose by 9%."),
        ("The airline employs 12,000 people.", "The airline, which is based in Oslo, employs 9,500 people."),
        ("The clinic saw 140 patients.", "The clinic saw 2,300 patients with frostbite."),
        ("Die Mieten stiegen um 5 Prozent.", "Die Mieten stiegen im vergangenen Jahr um 12 Prozent."),
    ],
)
def test_what_only_describes_narrows_nothing(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Sales rose by 4%.", "Total sales rose by 4%."),
        ("Tourist arrivals grew by 8%.", "Tourist arrivals grew by 8% over the year."),
        ("The driver was fined £300.", "The 34-year-old driver was fined £300."),
        ("Houses were damaged in the storm.", "Several houses were damaged in the storm."),
        ("Farmers back the treaty.", "All farmers back the treaty."),
        ("The airline cancelled its flights.", "The airline cancelled its flights on Monday."),
    ],
)
def test_what_only_describes_keeps_what_is_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
