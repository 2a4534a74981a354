"""What was so once, on another occasion, or half-way through a count says nothing of the claim's time."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


def _tells(claim: str, passage: str, *, claim_date: date | None = None) -> list[str]:
    found = compare(claim, passage, claim_date=claim_date)
    assert found.stance is Stance.RELATED
    return [one.message for one in found.reasons]


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        ("Olga Brandt runs the shelter.", "Olga Brandt ran the shelter until last autumn.", "until"),
        ("The chapel is a museum.", "The chapel was a museum from 1970 to 1994.", "from 1970 to 1994"),
        ("Mette Holt edits the magazine.", "Mette Holt edited the magazine for twelve years.", "for twelve years"),
        ("Felix Amt coaches Sparta.", "Felix Amt, who coached Sparta in the 1990s, has died.", "in the 1990s"),
        ("The harbour is blocked.", "The harbour was blocked for six hours on Tuesday.", "for six hours"),
        ("The castle houses a school.", "The castle housed a school during the occupation.", "during the occupation"),
        ("The mill is owned by Arlen.", "The mill was once owned by Arlen.", "was once"),
        ("The diver is on hunger strike.", "The diver was on hunger strike; he now eats again.", "now eats again"),
        ("Anna Lenz führt die Partei.", "Anna Lenz führte die Partei von 2010 bis 2015.", "von 2010 bis 2015"),
        ("Paul Gers lebt in Wien.", "Paul Gers lebte damals in Wien.", "damals"),
        ("Petra Lang hosted the gala.", "Petra Lang had hosted the gala two years earlier.", "two years earlier"),
        ("Tesfaye set the record.", "Tesfaye had set the record the season before.", "the season before"),
        (
            "The band cancelled the tour.",
            "Last summer the band cancelled the tour; this summer it plays.",
            "Last summer",
        ),
        ("Die Stadt sperrte den Strand.", "Im Vorjahr hatte die Stadt den Strand gesperrt.", "Im Vorjahr"),
    ],
)
def test_what_was_so_at_an_earlier_time_is_not_so_now(claim: str, passage: str, told: str) -> None:
    assert f"the source tells of an earlier time: “{told}”" in _tells(claim, passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The drug is approved in Canada.", "The drug was approved in Canada in 2015."),
        ("The court jails the banker for six years.", "The court jailed the banker for six years."),
        ("Police arrest 20 protesters.", "Police arrested 20 protesters during the march."),
        ("Amir Said owns the paper.", "Amir Said has owned the paper since last year."),
        ("Amir Said owns the paper.", "Amir Said, who owns the paper, used to own a shipyard."),
        ("Sven Lund headed the bank.", "Sven Lund headed the bank from 2005 to 2015."),
        ("The man entered the shop at nine.", "Police said the man had entered the shop at nine."),
        ("The firm dumped waste in the river.", "The court found that the firm had dumped waste in the river."),
        ("The company bought the mill.", "The company had bought the mill two years earlier."),
        ("The team won the cup.", "The team, founded a decade ago, won the cup."),
    ],
)
def test_the_order_of_one_story_is_no_other_time(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        (
            "The tribunal awarded the nurse £30,000.",
            "In an unrelated dispute, the tribunal awarded the nurse £4,000.",
            "another occasion: “In an unrelated dispute”",
        ),
        (
            "The tribunal awarded the nurse £30,000.",
            "Two years earlier, the tribunal had awarded the nurse £4,000.",
            "an earlier time: “Two years earlier”",
        ),
        (
            "A tornado damaged 80 homes in the county.",
            "In 1998 a tornado damaged 25 homes in the county.",
            "an earlier time: “In 1998”",
        ),
        (
            "The Wolves beat the Hawks 88-79.",
            "In the first game of the series, the Wolves beat the Hawks 101-95.",
            "another occasion: “In the first game”",
        ),
        (
            "Das Gericht sprach ihr 8.000 Euro zu.",
            "In einem früheren Prozess sprach das Gericht ihr 3.000 Euro zu.",
            "another occasion: “In einem früheren Prozess”",
        ),
        (
            "The Greens won 30 seats.",
            "With two thirds of polling stations reporting, the Greens had won 18 seats.",
            "an interim count: “With two thirds of polling stations reporting”",
        ),
        (
            "Die FDP erhielt 7 Prozent.",
            "Als die Auszählung unterbrochen wurde, erhielt die FDP 5 Prozent.",
            "an interim count: “Als die Auszählung unterbrochen”",
        ),
        (
            "The choir is conducted by Ivo Lund.",
            "The choir, conducted by Marta Bell, sang. Ivo Lund conducted the choir of the opera.",
            "",
        ),
    ],
)
def test_another_occasion_takes_no_side(claim: str, passage: str, told: str) -> None:
    found = _tells(claim, passage)
    other = "the source names somebody else for it, too: “conducted by Marta Bell”"
    assert (f"the source tells of {told}" if told else other) in found


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The tribunal awarded the nurse £30,000.", "The tribunal awarded the nurse £4,000, her lawyer said."),
        (
            "The tribunal awarded the nurse £30,000.",
            "The tribunal, which had met in another case on Monday, awarded the nurse £4,000.",
        ),
        ("Exports rose to 450 tonnes.", "Exports rose to 500 tonnes from 400 the year before."),
        ("The ship carried 300 passengers.", "The ship, built 40 years ago, carried 200 passengers."),
        ("The company bought the mill for $4 million.", "Ten years ago the company bought the mill for $3 million."),
        ("The Greens won 30 seats.", "With all votes counted, the Greens had won 18 seats."),
        ("The victim was a Dutch tourist.", "The victim was a Danish tourist who had arrived two days before."),
    ],
)
def test_a_time_told_beside_it_hides_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


def test_an_undated_claim_is_of_its_own_day() -> None:
    claim, passage = "Brenner was fined £5,000 for fraud.", "Brenner was fined £200 for fraud in 1998."
    assert compare(claim, passage).stance is Stance.CONFLICTS
    assert "the source tells of an earlier time: “in 1998”" in _tells(claim, passage, claim_date=date(2026, 5, 4))


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The hostages were freed.", "Radio stations reported that the hostages were freed. They were not."),
        ("The box held gold.", "Early reports said the box held gold. It turned out to be brass."),
        ("The tower collapsed.", "The tower collapsed, witnesses first thought. Only the scaffolding fell."),
        ("The council approved the dock.", "The council approved the dock, said a leaflet printed too early. It lost."),
        ("The drug works.", "Doctors thought the drug works. In reality, it does nothing."),
        ("Das Paket enthielt Sprengstoff.", "Das Paket enthielt Sprengstoff, hieß es zunächst. Es war eine Uhr."),
        ("Der Minister trat zurück.", "Der Sender meldete, der Minister trat zurück. Das tat er nicht."),
    ],
)
def test_what_the_next_sentence_takes_back_is_not_borne_out(claim: str, passage: str) -> None:
    assert any("the source has it as" in message for message in _tells(claim, passage))


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The company sold the yacht.", "The company sold the yacht. It did not disclose the price."),
        ("The senator resigned.", "The senator resigned. It was not a surprise."),
        ("The train was late.", "The train was late. It turned out that a cow stood on the track."),
        ("The virus spread to ten towns.", "The virus spread to ten towns, more than initially believed."),
        ("Anna Holm won the race.", "Anna Holm, who had won the race the year before, won again."),
        ("Smith backed the bill.", "The bill, backed by Green, passed. Smith backed the bill."),
    ],
)
def test_a_sentence_that_goes_on_takes_nothing_back(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
