"""What stands beside a figure, a place or a deed, and says it of something else or not; how reasons are told."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The chain will shut 18 shops by June.", "The chain will shut 18 shops by June, which leaves 90 nationwide."),
        ("The army bought 30 tanks.", "The army bought 30 tanks, bringing its fleet to 200 nationwide."),
        (
            "The bank raised its rate by 25 basis points.",
            "The bank raised its rate by a quarter of a percentage point.",
        ),
        (
            "The central bank cut its key rate by half a percentage point.",
            "The central bank cut its key rate by 50 basis points on Thursday.",
        ),
        ("The airline made a loss of $90 million in 2023.", "The airline made a net loss of $90 million in 2023."),
        ("The widow owns the vineyard.", "The vineyard belongs to the widow."),
        ("The newspaper belongs to the trust.", "The trust owns the newspaper."),
        ("The council approved plans for 300 homes.", "Plans for 300 homes were approved by the council on Monday."),
    ],
)
def test_the_same_told_with_something_beside_it_bears_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The pipeline is 90 kilometres long.", "The pipeline, opened in 1977, is 60 kilometres long."),
        ("The library holds 40,000 books.", "The library, which was founded in 1902, holds 25,000 books."),
        ("The dam is 80 metres high.", "The dam, which is 60 metres high, was finished in 1961."),
        ("Das Museum besitzt 9.000 Gemälde.", "Das Museum, das 1888 eröffnet wurde, besitzt 7.000 Gemälde."),
        ("All of the passengers survived.", "Only two of the passengers survived."),
        ("All the schools reopened.", "Only some of the schools reopened."),
        ("Der Fahrer floh, bevor die Polizei kam.", "Der Fahrer floh, nachdem die Polizei kam."),
        (
            "The central bank cut its key rate by half a percentage point.",
            "The central bank cut its key rate by 25 basis points on Thursday.",
        ),
        ("The council approved plans for 300 homes.", "The council approved plans for 420 homes."),
        (
            "The train derailed near the village of Ostrow.",
            "The train derailed near the village of Milna on its way to Prague, injuring the driver and six others.",
        ),
        ("The final will be played in Turin.", "The final will be played in Naples, the league said, not in Turin."),
    ],
)
def test_another_value_with_something_beside_it_conflicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Support for the law was 61%.", "Support for the law was 61% among students and 44% overall."),
        ("The mine employs 900 people.", "In 1990 the mine, which made copper, employed 4,000 people."),
        ("The brewer reported a profit of 12 million euros.", "The brewer reported a net profit of 8 million euros."),
        ("The council approved 300 homes.", "The council unveiled plans for 420 homes."),
        ("The trust owns the newspaper.", "The trust belongs to the newspaper."),
    ],
)
def test_what_is_of_something_else_takes_no_side(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance not in (Stance.CORROBORATES, Stance.CONFLICTS)


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        (
            "The court upheld the ban on mopeds.",
            "The court on Friday upheld the ban on mopeds.",
            "the source says it: “court on Friday upheld the ban on mopeds”",
        ),
        (
            "The court upheld the ban on mopeds.",
            "The ban on mopeds was upheld by the court.",
            "the source has the claim's words in another order: “ban on mopeds was upheld by the court”",
        ),
        ("Police arrested a 52-year-old woman.", "Police have arrested a 52-year-old woman.", "both say 52-year-old"),
        ("Malta beat Wales 2-1 in Cardiff.", "Malta beat Wales 2-1 in Cardiff on Friday.", "both say 2-1"),
        (
            "Malta beat Wales 2-1.",
            "Malta beat Wales 4-3.",
            "the claim says 2-1; the source says 4-3",
        ),
    ],
)
def test_a_reason_is_told_so_that_it_can_be_verified(claim: str, passage: str, told: str) -> None:
    assert told in [one.message for one in compare(claim, passage).reasons]


def test_what_one_can_expect_is_said_without_a_doubt() -> None:
    judgement = compare("Commuters expect longer queues.", "Commuters can expect longer queues.")
    assert all("more weakly" not in one.message for one in judgement.reasons)
