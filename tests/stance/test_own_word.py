"""What a source says of itself: a retraction, a correction, a ruling; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare, compare_article
from factcheck.stance.reading.badges import RETRACTED
from factcheck.text.own_word import own_word
from factcheck.text.retractions import LONGEST

CLAIM = "The quarry at Senn employs 60 people."
TOLD = "The quarry at Senn employs 60 people, the county wrote."
CURE = "The syrup cures hay fever in horses."
FILLER = " ".join(
    f"In week {n} the vets of Brill weighed each animal, wrote down what it had eaten and compared that with the notes"
    " of the week before, which another stable had kept for them."
    for n in range(2, 22)
)


def rated_apart(text: str) -> bool:
    return any(
        one.comparator == "rulings" and one.polarity is not Polarity.CONTEXT for one in compare(CURE, text).reasons
    )


@pytest.mark.parametrize(
    "passage",
    [
        "Correction: This report misstated how many people the quarry at Senn employs. It is 45, not 60.",
        "Correction: we wrote that the quarry at Senn employs 60 people. It does not.",
        "Clarification: the quarry at Senn employs 45 people, not 60.",
        "Owing to an editing error, a story misstated how many work there. The quarry at Senn employs 45 people.",
        "The council withdrew the report that the quarry at Senn employs 60 people.",
    ],
)
def test_what_a_source_takes_back_conflicts(passage: str) -> None:
    assert compare(CLAIM, passage).stance is Stance.CONFLICTS


def test_what_a_correction_says_now_is_borne_out() -> None:
    notice = "Correction: An earlier version of this report gave another figure. The quarry at Senn employs 60 people."
    assert compare(CLAIM, notice).stance is Stance.CORROBORATES


def test_a_correction_whose_words_leave_it_open_makes_the_source_related() -> None:
    judgement = compare(CLAIM, f"{TOLD} Correction, 3 June: the figure for the quarry at Senn was too high.")
    assert judgement.stance is Stance.RELATED
    assert any("corrects itself" in one.message for one in judgement.reasons)


def test_a_correction_of_something_else_changes_nothing() -> None:
    notice = "Correction: an earlier version misspelled the name of the photographer, Ida Holt."
    assert compare(CLAIM, f"{TOLD} {notice}").stance is Stance.CORROBORATES


PIER = (
    "Correction, 5 March 2025: An earlier version said that the pier opened on 28 February. It opened on 4 March 2025."
)


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The pier opened on 28 February.", "The pier opened on 28 February 2025.", Stance.CONFLICTS),
        ("The pier opened on 28 February.", "The county spent 460,000 euros on lamps.", None),
        ("The county paid the builders on 28 February.", "The county paid the builders on 28 February 2025.", None),
    ],
)
def test_a_correction_condemns_neither_other_paragraphs_nor_other_claims(
    claim: str, passage: str, expected: Stance | None
) -> None:
    found = compare(claim, passage, own_word=PIER).stance
    assert found is expected if expected else found is not Stance.CONFLICTS


@pytest.mark.parametrize(
    "passage",
    [
        f"RETRACTED. {TOLD}",
        f"[This article was withdrawn.] {TOLD}",
        f"{TOLD}\n\nEditor's note: This story has been retracted because the count was invented.",
    ],
)
def test_a_retracted_passage_bears_nothing_out_and_says_why(passage: str) -> None:
    judgement = compare(CLAIM, passage)
    assert (judgement.stance, RETRACTED in judgement.badges) == (Stance.RELATED, True)
    assert "was retracted" in judgement.reasons[0].message


def test_a_retraction_elsewhere_in_the_document_goes_with_the_passage() -> None:
    word = own_word(f"{TOLD}\n\n{FILLER}\n\nThis article has been retracted because the count was invented.")
    judgement = compare(CLAIM, TOLD, own_word=word)
    assert (judgement.stance, RETRACTED in judgement.badges) == (Stance.RELATED, True)


def test_a_retracted_article_is_told_so() -> None:
    judgement = compare_article(CLAIM, f"RETRACTED: jobs at the quarry\n\n{TOLD}\n\n{FILLER}")
    assert judgement.stance is Stance.RELATED
    assert RETRACTED in judgement.badges


@pytest.mark.parametrize(
    ("passage", "stance"),
    [
        ("The journal has retracted the study that found that the syrup cures hay fever in horses.", Stance.CONFLICTS),
        ("The syrup cures hay fever in horses, they wrote. The paper was later retracted.", Stance.CONFLICTS),
        ("The journal refused to retract the study that found that the syrup cures hay fever in horses.", None),
        ("A study found that the syrup cures hay fever in horses. Brill withdrew its horses.", Stance.CORROBORATES),
    ],
)
def test_who_retracts_a_study_takes_back_what_it_found(passage: str, stance: Stance | None) -> None:
    found = compare(CURE, passage).stance
    assert found is stance if stance else found is not Stance.CONFLICTS


def test_that_a_study_was_retracted_may_be_the_claim() -> None:
    claim = "The journal retracted the study on the syrup."
    assert compare(claim, "The journal retracted the study on the syrup on Monday.").stance is Stance.CORROBORATES


PAGE = f"""Does the syrup cure hay fever?

"The syrup cures hay fever in horses," a post said.

{FILLER}

Our ruling

A post said the syrup cures hay fever in horses. No vet has seen it do so.

We rate this claim False."""


def test_a_ruling_of_the_page_counts_for_each_passage_that_tells_the_claim() -> None:
    quoted = '"The syrup cures hay fever in horses," a post said.'
    assert compare(CURE, quoted).stance is not Stance.CONFLICTS
    judgement = compare(CURE, quoted, own_word=own_word(PAGE))
    assert judgement.stance is Stance.CONFLICTS
    assert "elsewhere on its page" in judgement.reasons[0].message


def test_a_ruling_of_the_page_says_nothing_of_what_else_it_tells() -> None:
    claim = "The vets of Brill weighed each animal in week 4."
    passage = "In week 4 the vets of Brill weighed each animal."
    assert compare(claim, passage, own_word=own_word(PAGE)).stance is compare(claim, passage).stance


def test_what_a_page_quotes_and_does_not_rate_true_is_not_borne_out() -> None:
    claim = "The stable of Anna Rost lost forty foals in the spring of 2021."
    passage = 'A post said: "The stable of Anna Rost lost forty foals in the spring of 2021."'
    judgement = compare(claim, passage, own_word=own_word(PAGE))
    assert judgement.stance is Stance.RELATED


@pytest.mark.parametrize(
    "passage",
    [
        "Claim: The syrup cures lice in goats. Rating: False. The syrup is sold by vets.",
        "Fact check: Does the syrup cure lice in goats?\nOur ruling: False.",
        "We do not rate the claim that the syrup cures hay fever in horses False.",
        "The syrup cures hay fever in horses. We think that it was wrong to sell it.",
    ],
)
def test_a_rating_of_another_statement_and_an_opinion_are_no_ruling(passage: str) -> None:
    assert not rated_apart(passage)


@pytest.mark.parametrize("claim", [CURE, CURE.replace("cures", "does not cure")])
@pytest.mark.parametrize("ruled", [CURE, CURE.replace("cures", "does not cure")])
def test_a_rating_of_the_opposite_does_not_conflict(claim: str, ruled: str) -> None:
    stance = compare(claim, f"Claim: {ruled} Our ruling: False.").stance
    assert (stance is Stance.CONFLICTS) == (claim == ruled)


def test_a_page_that_rules_on_another_statement_is_only_related() -> None:
    page = f"Fact check: Does the syrup cure lice in goats?\n\n{FILLER}\n\nOur ruling: False."
    assert compare_article(CURE, page).stance in (Stance.RELATED, Stance.UNRELATED)


@pytest.mark.parametrize(
    "passage",
    [
        "The syrup cures hay fever in horses.\nVerdict: Mostly false.",
        "Conclusion: partly false. The syrup cures hay fever in horses.",
    ],
)
def test_a_mixed_verdict_bears_nothing_out(passage: str) -> None:
    assert compare(CURE, passage).stance is Stance.RELATED


def test_a_text_that_says_nothing_of_itself_has_no_word() -> None:
    assert own_word(f"{TOLD}\n\n{FILLER}") == ""


def test_a_notice_is_told_in_a_line_however_long_it_is() -> None:
    claim = "The council of Marby sold three ferries."
    endless = "RETRACTED: " + "the sale of the ferries\n" * 4_000
    found = compare(claim, claim, heading=endless)
    assert RETRACTED in found.badges
    assert all(len(one.message) < 2 * LONGEST and "\n" not in one.message for one in found.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "President Anders Holm announced a new tax in May 2022.",
            "A new tax was announced by President Anders Holm in May 2022.",
        ),
        ("The minister Eva Lund unveiled the plan in June.", "The plan was unveiled by the minister Eva Lund in June."),
        ("Mayor Otto Brand announced a curfew in Linz.", "A curfew in Linz was announced by Mayor Otto Brand."),
    ],
)
def test_who_did_it_in_the_passive_speaks_himself(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


EARLIER = "Correction: an earlier version of this article said that "


@pytest.mark.parametrize(
    ("right", "wrong", "notice"),
    [
        (
            "The quay in Tarn has 240 berths.",
            "The quay in Tarn has 400 berths.",
            f"{EARLIER}the quay in Tarn has 400 berths. It has 240 berths.",
        ),
        (
            "The dam at Orrin holds 36 million litres.",
            "The dam at Orrin holds 63 million litres.",
            "Correction: We reported that the dam at Orrin holds 63 million litres. The correct figure is 36 million.",
        ),
        (
            "The fair in Tarn opens on 11 May.",
            "The fair in Tarn opens on 4 May.",
            f"{EARLIER}the fair in Tarn opens on 4 May. It opens on 11 May.",
        ),
        (
            "Ines Maro was born in Lund.",
            "Ines Maro was born in Oslo.",
            f"{EARLIER}Ines Maro was born in Oslo. She was born in Lund.",
        ),
        (
            "The yard in Marby sold nine ferries.",
            "The yard in Marby sold six ferries.",
            "Correction: An earlier version of this story said that the yard in Marby sold six ferries; it sold nine.",
        ),
        (
            "The yard in Marby sold nine ferries.",
            "The yard in Marby sold six ferries.",
            "Correction: The yard in Marby sold nine ferries, not six, as an earlier version said.",
        ),
        (
            "The bridge in Corrin cost 40 million euros.",
            "The bridge in Corrin cost 14 million euros.",
            f"{EARLIER}the bridge in Corrin cost 14 million euros. In fact, it cost 40 million euros.",
        ),
    ],
)
def test_a_notice_with_both_figures_bears_out_the_right_one_and_takes_back_the_other(
    right: str, wrong: str, notice: str
) -> None:
    assert compare(right, notice).stance is Stance.CORROBORATES
    assert compare(wrong, notice).stance is Stance.CONFLICTS
