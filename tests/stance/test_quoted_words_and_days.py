"""Words put into a quotation, the day of a saying, and figures that a day of something else set aside."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import compare, extract_claims
from factcheck.domain import WORD_FOR_WORD, Facet, Judgement, Polarity, Reason, Stance


def quoted(claim: str, passage: str) -> Reason:
    (reason,) = [one for one in compare(claim, passage).reasons if one.facet is Facet.QUOTED_WORDS]
    return reason


@pytest.mark.parametrize(
    ("claim", "passage", "added"),
    [
        (
            "“We mended forty pumps and lost not one well to the frost,” said Ann Reed.",
            "“We mended forty pumps and lost not one well,” said Ann Reed.",
            "[-to the frost-]",
        ),
        (
            "„Wir haben in drei Jahren keine einzige Beschwerde bekommen“, sagte Holt.",
            "„Wir haben in drei Jahren keine Beschwerde bekommen“, sagte Geschäftsführerin Holt.",
            "[-einzige-]",
        ),
    ],
)
def test_words_put_into_a_quotation_are_shown_and_do_not_bear_it_out(claim: str, passage: str, added: str) -> None:
    reason = quoted(claim, passage)
    assert reason.polarity is Polarity.CONTEXT
    assert added in reason.message


def test_words_left_out_of_a_quotation_are_shown_and_it_is_not_word_for_word() -> None:
    reason = quoted(
        "“We mended forty pumps and lost not one well to the frost,” said Ann Reed.",
        "“We mended forty pumps last winter and lost not one well to the frost,” said Ann Reed.",
    )
    assert reason.polarity is Polarity.SUPPORTS
    assert reason.strength < WORD_FOR_WORD
    assert "{+last winter+}" in reason.message


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "“We sold the mill after the spring flood,” said Lee.",
            "“We sold the mill before the spring flood,” said Lee.",
        ),
        (
            "„Wir haben die Mühle nach der Flut verkauft“, sagte Lee.",
            "„Wir haben die Mühle vor der Flut verkauft“, sagte Lee.",
        ),
        ("“We went to the vote with the mayor,” said Lee.", "“We went to the vote without the mayor,” said Lee."),
    ],
)
def test_a_small_word_that_says_the_opposite_alters_a_quotation(claim: str, passage: str) -> None:
    assert quoted(claim, passage).polarity is Polarity.OPPOSES


PUBLISHED = date(2026, 11, 12)
ARTICLE = (
    "Pump house to close\n\nARLE, 12 November 2026\n\nArle Water Board said on Tuesday that the pump house will close"
    " on 4 January, after the cost of its repair rose to £3.9 million.\n"
)
COST = " The cost of its repair rose to £3.9 million."


def judged(passage: str) -> Judgement:
    claim = next(one for one in extract_claims(ARTICLE, published=PUBLISHED).claims if "3.9" in one.verbatim)
    return compare(claim, passage, claim_date=PUBLISHED, passage_date=date(2026, 11, 11))


def said_on(found: Judgement) -> list[Polarity]:
    return [one.polarity for one in found.reasons if one.comparator == "said on"]


@pytest.mark.parametrize(
    "passage",
    [
        "The pump house in Arle will close on 4 January, Arle Water Board said on Tuesday.",
        "On Tuesday, Arle Water Board said that the pump house will close on 4 January.",
    ],
)
def test_the_day_of_a_saying_stands_by_the_verb_of_speech(passage: str) -> None:
    assert said_on(judged(passage + COST)) == [Polarity.SUPPORTS]


def test_another_day_of_the_saying_opposes() -> None:
    assert said_on(judged(f"The pump house will close on 4 January, Arle Water Board said on Monday.{COST}")) == [
        Polarity.OPPOSES
    ]


def test_a_day_on_which_something_happens_parts_no_figures_where_both_name_it() -> None:
    found = judged(
        "ARLE, 11 November 2026 - The pump house in Arle will close on 4 January, Arle Water Board said on Tuesday."
        " The cost of its repair has risen to £3.4 million, the board said."
    )
    assert found.stance is Stance.CONFLICTS
    assert "the claim says £3.9 million; the source says £3.4 million" in [one.message for one in found.reasons]


def test_figures_of_two_days_stay_apart() -> None:
    claim = "On 4 January 2026 the river stood at 3.9 metres at Arle."
    found = compare(claim, "The river was measured at Arle. On 11 November 2026 it stood at 3.4 metres.")
    assert found.stance is not Stance.CONFLICTS


def test_two_sayings_far_apart_are_no_one_quotation() -> None:
    claim = 'Minister Paul Renn said: "We cannot afford the tax cut and we will raise pensions."'
    passage = (
        'Minister Paul Renn said: "We cannot afford the tax cut this year." Later, in another interview with the radio '
        'after the vote, he promised: "In two years we will raise pensions."'
    )
    judged = compare(claim, passage)
    assert judged.stance is Stance.RELATED
    assert any("spliced" in one.message for one in judged.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            'Mayor Tom Hale said: "We will rebuild every single street."',
            'Governor Lucy Brand told residents on Monday: "We will rebuild every single street."',
        ),
        (
            "Bürgermeister Tom Hahn sagte: „Wir bauen jede einzelne Straße wieder auf.“",
            "Landrätin Eva Brand sagte: „Wir bauen jede einzelne Straße wieder auf.“",
        ),
    ],
)
def test_the_same_words_told_to_somebody_by_another_conflict(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.CONFLICTS
    assert any("Brand" in one.message for one in judged.reasons if one.comparator == "speakers")


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bridge in Vell opened on Friday.", "The bridge in Vell opened, the mayor said on Saturday."),
        (
            "The bridge in Vell opened on Friday.",
            "The bridge in Vell has opened, the mayor told reporters on Saturday.",
        ),
        (
            "The bridge in Vell opened on Friday.",
            "The bridge in Vell has opened, the town said in a statement late on Saturday.",
        ),
        ("Two men died in Vell on 3 May 2023.", "Two men died in Vell, police announced on 5 May 2023."),
        ("Zwei Männer starben am Freitag in Vell.", "Zwei Männer starben in Vell, teilte die Polizei am Samstag mit."),
        ("The dam at Orsk broke on 3 May.", "Officials confirmed on 4 May that the dam at Orsk broke."),
        (
            "Police in Vell arrested three men on Friday.",
            "Police in Vell arrested three men, they said on Saturday. The arrests were made a day earlier.",
        ),
    ],
)
def test_the_day_of_saying_is_no_day_of_what_happened(claim: str, passage: str) -> None:
    day = date(2023, 12, 2)
    assert compare(claim, passage, claim_date=day, passage_date=day).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bridge in Vell opened on Friday.", "The bridge in Vell opened on Saturday, the mayor said."),
        ("The bridge in Vell opened on Friday.", "The mayor said the bridge in Vell opened on Saturday."),
        (
            "The mayor said on Friday that the bridge in Vell was safe.",
            "The mayor said on Saturday that the bridge in Vell was safe.",
        ),
        ("Two men died in Vell on 3 May 2023.", "Two men died in Vell on 5 May 2023, police announced."),
        ("The ministry announced the ban on 3 May 2023.", "The ministry announced the ban on 5 May 2023."),
    ],
)
def test_but_the_day_of_what_happened_is_and_so_is_that_of_saying_in_both(claim: str, passage: str) -> None:
    day = date(2023, 12, 2)
    assert compare(claim, passage, claim_date=day, passage_date=day).stance is Stance.CONFLICTS
