"""Another date beside that of the event: what it is compared with, and what the date of another thing bears out."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

CARS = "The plant produced 60,000 cars in 2021."


@pytest.mark.parametrize(
    "passage",
    [
        "In 2021 the plant produced 60,000 cars, 11 per cent more than the year before.",
        "In 2021 the plant produced 60,000 cars, up from 52,500 a year earlier.",
        "In 2021, the plant produced 60,000 cars, compared with 52,500 in 2020.",
        "In 2021 the plant produced 60,000 cars compared with 52,500 in 2020.",
        "In 2021 the plant produced 60,000 cars against 52,500 in 2020.",
        "Throughout 2021 the plant produced 60,000 cars, the most since 2011.",
        "In 2021 the plant produced 60,000 cars (2020: 52,500).",
        "In 2021 the plant produced 60,000 cars, a tenth below the record of 2019.",
        "In 2021, when a new hall was opened, the plant produced 60,000 cars, surpassing 2019.",
        "The report says that in 2021 the plant produced 60,000 cars, which was 6 per cent up on 2020.",
        "The plant produced 60,000 cars in 2021, more than in 2020.",
    ],
)
def test_a_year_that_the_figure_is_compared_with_contradicts_nothing(passage: str) -> None:
    assert compare(CARS, passage).stance is Stance.CORROBORATES


def test_last_year_is_compared_with_the_year_before() -> None:
    passage = "Last year the plant produced 60,000 cars, up from 52,500 in 2020."
    assert compare(CARS, passage, passage_date=date(2022, 2, 1)).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    "passage",
    [
        "In 2022 the plant produced 60,000 cars, 11 per cent more than the year before.",
        "In 2021 the plant produced 52,500 cars, 11 per cent more than the year before.",
        "In 2021 a hall was added, and the plant produced 60,000 cars in 2022.",
        "The hall was built in 2021, and the plant produced 60,000 cars in 2022.",
    ],
)
def test_another_year_of_the_event_itself_does(passage: str) -> None:
    assert compare(CARS, passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The actress won the prize in 2011.", "In 2011 the actress won the prize for a film shot in 2009."),
        ("The shop moved to Leeds in 2019.", "The shop opened in 2014 and moved to Leeds in 2019."),
        ("The plant made 52,000 cars in 2020.", "In 2021 the plant made 60,000 cars, up from 52,000 in 2020."),
        ("The museum had 310,000 visitors in 2019.", "In 2023 the museum had 310,000 visitors, as many as in 2019."),
        ("The players were fined on 20 May.", "The players were fined on 20 May, for a brawl on 4 May."),
        ("The players were fined for a brawl on 4 May.", "The players were fined on 20 May, for a brawl on 4 May."),
        ("Strikes were held on 4 May.", "Strikes were held on 2 May in Bari, on 4 May in Rome and on 6 May in Turin."),
        ("The driver crashed on 3 June.", "The driver crashed on 3 June and was sentenced on 12 November."),
        ("The painting was stolen in 1998.", "In 2007 the museum bought the painting, which had been stolen in 1998."),
        ("Der Prozess begann am 20. September.", "Der Prozess um den Raub vom 4. Mai begann am 20. September."),
    ],
)
def test_the_date_of_what_the_claim_tells_bears_it_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The players were fined on 4 May.", "The players were fined on 20 May, for a brawl on 4 May."),
        ("The trial began on 4 May.", "The trial of the robbery of 4 May began on 20 September."),
        ("The inquest into the death opened on 2 May.", "The inquest into the death on 2 May opened on 6 June."),
        ("Der Prozess begann am 4. Mai.", "Der Prozess um den Raub vom 4. Mai begann am 20. September."),
        (CARS, "In 2022 the plant produced 60,000 cars, more than in 2021."),
        ("The court jailed the banker in March.", "In June the court jailed the banker for a fraud in March."),
        ("The firm sold the mill on 2 May.", "On 30 May the firm sold the mill that it had owned since 2 May."),
        ("The band cancelled the concert on 4 May.", "The band on 2 May cancelled the concert of 4 May."),
        ("The factory made 300 trams in 2020.", "In 2020 the factory stood still, but in 2021 it made 300 trams."),
        ("The concert was held on 8 June.", "The concert, postponed from 8 June, was held on 22 June."),
    ],
)
def test_the_date_of_another_thing_bears_nothing_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES
