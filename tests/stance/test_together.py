"""Words scattered over a passage say nothing of a claim, and few words have to be followed closely; all ours."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain import Claim, Claimant, Content, Form, Polarity, Stance
from factcheck.stance import compare

DATELINE = date(2024, 4, 3)


def stance(claim: Claim | str, passage: str) -> Stance:
    return compare(claim, passage, claim_date=DATELINE, passage_date=DATELINE).stance


def claimed(text: str, by: str) -> Claim:
    return Claim(
        id="c",
        start=0,
        end=len(text),
        verbatim=text,
        text=text,
        form=Form.INDIRECT,
        content=Content.FACT,
        claimant=Claimant(name=by),
    )


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Lind also joined the debate",
            "Asked about Lind, the mayor said that withdrawing from the race a week before the debate had cost him.",
        ),
        (
            "they are not yet ready to back Holm",
            "The harbour board is back from its recess, and ready to take on Holm over the new quay.",
        ),
        (
            "We have nothing special to offer.",
            "On Monday a special inspector made the owners an offer, and the port, which has nothing to hide, took it.",
        ),
    ],
)
def test_a_claim_of_few_words_conflicts_with_no_scattered_opposite(claim: str, passage: str) -> None:
    assert stance(claim, passage) is Stance.RELATED


def test_few_words_followed_closely_still_conflict() -> None:
    assert stance("Lind joined the debate", "Lind has not joined the debate, her office said.") is Stance.CONFLICTS
    assert stance("The harbour talks will not fail", "The harbour talks will fail, Holm said.") is Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The council must act now",
            "By now the act has been read twice, and the council, which must find the money, has left for the summer.",
        ),
        (
            "The North had tested missiles believed to be capable of reaching Velby",
            "Officials believe a missile of the North, named after a village with a pad, is built to reach Velby.",
        ),
    ],
)
def test_wording_that_is_scattered_corroborates_nothing(claim: str, passage: str) -> None:
    assert stance(claim, passage) is not Stance.CORROBORATES


def test_the_same_words_together_corroborate() -> None:
    passage = "By Friday the council must act now, the auditor wrote, or the quay will sink."
    assert stance("The council must act now", passage) is Stance.CORROBORATES


def test_the_name_of_a_programme_in_quotation_marks_is_nobodys_words() -> None:
    claim = claimed('"Harbour News Tonight"', "Anna Lind")
    assert stance(claim, 'Peter Holm told "Harbour News Tonight" that the quay would open.') is not Stance.CONFLICTS


def test_the_label_of_a_teaser_is_no_speaker() -> None:
    claim = claimed("the answer is for the board to pass the harbour bill", "Anna Lind")
    judgement = compare(claim, "READ ALSO: The answer is to pass the harbour bill, the board hears")
    assert not any(one.comparator == "speakers" for one in judgement.reasons)


@pytest.mark.parametrize("colour", ["white", "black"])
def test_anybody_can_wear_another_colour(colour: str) -> None:
    other = "black" if colour == "white" else "white"
    assert stance(f"A man in a {colour} hat is mending a net", f"A man in a {other} hat is mending a net") in (
        Stance.RELATED,
        Stance.UNRELATED,
    )
    named = "The lighthouse of Velby was painted {} last year"
    assert stance(named.format(colour), named.format(other)) is Stance.CONFLICTS


def test_what_another_country_did_is_another_matter() -> None:
    claim = "Norway meddled in the 2016 board elections"
    passage = "The paper wrote of an inquiry into Swedish meddling in the 2016 board elections of the port."
    assert not any(one.comparator == "who" for one in compare(claim, passage).reasons)


def test_this_not_that_conflicts_with_that_not_this() -> None:
    claim = "The board is focusing on military aid to Velby, not its entry to the union"
    passage = "The board, she said, was concentrating on the entry of Velby to the union and not on military aid."
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.CONFLICTS
    assert "the other way round" in judgement.reasons[0].message


@pytest.mark.parametrize(("days", "expected"), [("two", Stance.CORROBORATES), ("five", Stance.CONFLICTS)])
def test_a_number_of_days_is_compared_with_a_run_of_days(days: str, expected: Stance) -> None:
    claim = f"The harbour fair in Velby lasts {days} days."
    judgement = compare(claim, "The town of Velby holds the harbour fair on 11 and 12 July.", passage_date=DATELINE)
    assert judgement.stance is expected
    assert "gives 2 days" in judgement.reasons[0].message


def test_the_date_beside_the_predicate_counts() -> None:
    claim = "The board declared the harbour closed on March 11."
    passage = (
        "On March 11 the fish market announced that it would suspend its auctions for an indefinite time, and on March "
        "12 the board declared the harbour closed."
    )
    judgement = compare(claim, passage, claim_date=DATELINE, passage_date=DATELINE)
    assert not any(one.polarity is Polarity.SUPPORTS for one in judgement.reasons)
    assert judgement.stance is Stance.CONFLICTS


def test_a_short_quotation_that_lost_a_word_is_not_the_same() -> None:
    judgement = compare('He asked for "sensible harbour-safety reforms"', "She backs sensible harbour-safety laws.")
    assert not any(one.comparator == "quotations" and one.polarity is Polarity.SUPPORTS for one in judgement.reasons)


VOTED = "Marby council voted by 9 to 6 on Monday to close the swimming pool in Mill Lane"
OTHERWISE = "Marby council voted by 10 to 5 on Monday to close the swimming pool in Mill Lane."


@pytest.mark.parametrize("more", ["", " from 1 August 2024", " in July 2024"])
def test_from_when_a_vote_holds_hides_no_other_result(more: str) -> None:
    assert stance(f"{VOTED}{more}.", OTHERWISE) is Stance.CONFLICTS


def test_a_date_that_alone_tells_which_event_it_was_keeps_two_apart() -> None:
    claim = f"{VOTED} from 1 August 2024.".replace(" on Monday", "")
    assert stance(claim, OTHERWISE.replace(" on Monday", "")) is Stance.RELATED


MINUTES = """Marby council. Minutes of the meeting of 2 April 2024.

Item 3. Swimming pool. The council voted by 9 to 6 to end the grant of the pool, £80,000 a year, from 1 August 2024."""


@pytest.mark.parametrize(
    ("text", "released"),
    [(MINUTES, None), (MINUTES, date(2024, 4, 2)), (MINUTES.rpartition("pool. ")[2], date(2024, 4, 2))],
)
def test_minutes_of_the_day_are_no_conflict_by_what_they_decide_of_another(text: str, released: date | None) -> None:
    claim = "voted by 9 to 6 on Tuesday to end a grant of £80,000 a year."
    assert compare(claim, text, claim_date=DATELINE, passage_date=released).stance is Stance.RELATED


def test_a_day_on_which_the_passage_is_silent_conflicts_with_another() -> None:
    text = MINUTES.replace(" of the meeting of 2 April 2024", "").replace("from 1 August", "on 28 March")
    claim = "voted by 9 to 6 on Tuesday to end a grant of £80,000 a year."
    assert compare(claim, text, claim_date=DATELINE, passage_date=DATELINE).stance is Stance.CONFLICTS
