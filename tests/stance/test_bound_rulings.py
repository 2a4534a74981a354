"""A ruling is bound to its clause before it is turned on a claim; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare

SOLD, NOT_SOLD = "Ines Maro sold the ferry.", "Ines Maro did not sell the ferry."
FRAMES = [
    "The claim that {0} is false.",
    "Reports that {0} are untrue.",
    "The rumour that {0} turned out to be false.",
    "It is a myth that {0}.",
    "It is not true that {0}.",
    "Doctors and clerks debunked the story that {0}.",
    "The Herald apologised for the false claim that {0}.",
    "The theory that {0} has been discredited.",
    "The claim that {0} does not hold up.",
    "Posts wrongly said that {0}.",
    "We rate the claim that {0} Pants on Fire.",
    "The ministry said that the claim that {0} is false.",
]


@pytest.mark.parametrize("frame", FRAMES)
def test_a_refutation_speaks_against_its_clause_and_not_against_the_denial_of_it(frame: str) -> None:
    passage = frame.format("Ines Maro sold the ferry")
    assert compare(SOLD, passage).stance is Stance.CONFLICTS
    assert compare(NOT_SOLD, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize("frame", FRAMES[:9])
def test_what_is_refuted_bears_out_that_it_is_not_so(frame: str) -> None:
    judgement = compare(NOT_SOLD, frame.format("Ines Maro sold the ferry"))
    assert judgement.stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        (SOLD, "The claim that Ines Maro did not sell the ferry is false.", Stance.CORROBORATES),
        (NOT_SOLD, "The claim that Ines Maro did not sell the ferry is false.", Stance.CONFLICTS),
        (SOLD, "It is false that Ines Maro never sold the ferry.", Stance.CORROBORATES),
        (SOLD, "We rate the claim that Ines Maro sold the ferry True.", Stance.CORROBORATES),
        (NOT_SOLD, "We rate the claim that Ines Maro sold the ferry True.", Stance.CONFLICTS),
        (NOT_SOLD, "The claim that Ines Maro sold the ferry checks out.", Stance.CONFLICTS),
        (SOLD, "We rate the claim that Ines Maro sold the ferry Half True.", Stance.RELATED),
        ("Impfungen verursachen Autismus.", "Die Behauptung, Impfungen verursachten Autismus, stimmt nicht.", None),
        (
            "Die Schleuse in Orrin ist undicht.",
            "Es ist falsch, dass die Schleuse in Orrin undicht ist.",
            Stance.CONFLICTS,
        ),
    ],
)
def test_a_ruling_points_as_its_clause_and_its_verdict_say(claim: str, passage: str, stance: Stance | None) -> None:
    found = compare(claim, passage).stance
    assert found is stance if stance else found is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Prices in Tarn fell in May.", "The claim that prices in Tarn rose in May is false."),
        ("The council rejected the loan.", "The report that the council accepted the loan is false."),
        ("The bridge in Corrin is open.", "The claim that the bridge in Corrin is closed is untrue."),
        ("The dam in Orrin is safe.", "The claim that the dam in Orrin is unsafe is false."),
    ],
)
def test_the_opposite_of_what_is_false_need_not_be_so_and_is_not_refuted(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance in (Stance.RELATED, Stance.CORROBORATES)


OTHERS = [
    ("Ines Maro sold the ferry to Oslo.", "The claim that Ines Maro sold the tram to Oslo is false."),
    (SOLD, "The claim that Ines Maro painted the ferry is false."),
    (SOLD, "Ines Maro sold the ferry. The claim that she sold the tram is false."),
    (SOLD, "Ines Maro sold the ferry, and the claim that she was paid for it twice is false."),
    (SOLD, "Ines Maro sold the ferry; a report that she had stolen it is untrue."),
    ("The tunnel in Marby is 40 metres long.", "The claim that the tunnel in Marby is 90 metres long is false."),
    ("The tunnel in Marby was opened in 1990.", "We rate the claim that the tunnel in Marby was shut in 2010 False."),
    ("Tarn built a school.", "Tarn built a school and a pool. The story that Tarn built a casino was debunked."),
    ("Goats in Lund were vaccinated in May.", "It is a myth that goats in Brask were vaccinated in May."),
    ("Nurse Ann Dole won a raffle.", "We rate the claim that nurse Ann Dole stole a raffle prize False."),
    ("Inflation in Lund fell to 3% in May.", "We rate the claim that inflation in Lund fell to 2% in May False."),
    ("A priest lit the fire in Corrin.", "A fire hit Corrin. The claim that a nun lit the fire in Corrin is false."),
]


@pytest.mark.parametrize(("claim", "passage"), OTHERS)
def test_a_ruling_on_another_claim_is_none_on_this_one(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is not Stance.CONFLICTS
    assert not any(one.comparator == "rulings" and one.polarity is Polarity.OPPOSES for one in judgement.reasons)


def test_what_the_passage_says_beside_a_ruling_on_something_else_counts() -> None:
    passage = "The tunnel in Marby is 40 metres long. The claim that the tunnel in Marby is 90 metres long is false."
    assert compare("The tunnel in Marby is 40 metres long.", passage).stance is Stance.CORROBORATES
    assert compare("The tunnel in Marby is 90 metres long.", passage).stance is Stance.CONFLICTS


@pytest.mark.parametrize(
    "passage",
    [
        "Nobody has shown that the claim that Ines Maro sold the ferry is false.",
        "It is unclear whether the claim that Ines Maro sold the ferry is false.",
        "Fact-checkers have yet to rate the claim that Ines Maro sold the ferry.",
        "If the claim that Ines Maro sold the ferry is false, the town will pay.",
    ],
)
def test_a_ruling_that_is_only_asked_for_is_none(passage: str) -> None:
    assert compare(SOLD, passage).stance in (Stance.RELATED, Stance.UNRELATED)


LEAK = "The lock at Orrin leaks."


@pytest.mark.parametrize(
    "passage",
    [
        "Jon Moe said the claim that the lock at Orrin leaks is false.",
        "“The claim that the lock at Orrin leaks is a lie,” said Jon Moe.",
        "“The rumour that the lock at Orrin leaks is false,” Jon Moe wrote on Monday.",
        "The rumour that the lock at Orrin leaks is untrue, he said.",
        "According to Jon Moe, the story that the lock at Orrin leaks is false.",
        "The story that the lock at Orrin leaks is false, according to Jon Moe.",
        "Mayor Ana Holm tweeted that the report that the lock at Orrin leaks was fake.",
        "Jon Moe called the claim that the lock at Orrin leaks false.",
        "The claim that the lock at Orrin leaks is false, his brother told the Herald.",
        "The lock at Orrin leaks, a post says. “That is false,” Jon Moe said.",
    ],
)
def test_the_word_of_one_person_is_no_ruling_of_the_source(passage: str) -> None:
    assert compare(LEAK, passage).stance is Stance.RELATED
    assert compare("The lock at Orrin does not leak.", passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    "passage",
    [
        "Engineers found that the claim that the lock at Orrin leaks is false.",
        "Police said the claim that the lock at Orrin leaks is false.",
        "Fact-checkers say the claim that the lock at Orrin leaks is false.",
        "We found that the claim that the lock at Orrin leaks is false.",
        "The claim that the lock at Orrin leaks is false, the ministry said.",
    ],
)
def test_the_word_of_an_office_or_of_who_looked_into_it_is_the_sources(passage: str) -> None:
    assert compare(LEAK, passage).stance is Stance.CONFLICTS


HARBOUR, NOT_HARBOUR = "The harbour of Tarn was sold to a bank.", "The harbour of Tarn was not sold to a bank."
LABELLED = [
    "CLAIM: {} AP'S ASSESSMENT: False. The harbour belongs to the town.",
    "CLAIM: {}\n\nAP’S ASSESSMENT: False. The harbour belongs to the town.",
    "{} Our assessment: False.",
    "{} Our verdict: False.",
    "Fact Check-{}\n\nVERDICT\n\nFalse. The harbour belongs to the town.",
    "Fact Check: {} VERDICT False.",
    "Claim: {}\nVerdict: Fake",
    "What was claimed: {}\nOur verdict\nFalse. The harbour belongs to the town.",
    "CLAIM: {} ASSESSMENT: FALSE",
    "Claim: {} Fact Check: False",
    "{} That is false.",
    "Posts say: {} We rate this claim False.",
    "A post says: {} The claim is false.",
    "Behauptung: {} Bewertung: Falsch.",
]


@pytest.mark.parametrize("page", LABELLED)
def test_a_label_behind_a_statement_rules_on_it_and_not_on_its_opposite(page: str) -> None:
    assert compare(HARBOUR, page.format(HARBOUR)).stance is Stance.CONFLICTS
    assert compare(NOT_HARBOUR, page.format(HARBOUR)).stance is not Stance.CONFLICTS
    assert compare(HARBOUR, page.format(NOT_HARBOUR)).stance is not Stance.CONFLICTS
    assert compare("The mayor of Tarn won a raffle.", page.format(HARBOUR)).stance is not Stance.CONFLICTS


@pytest.mark.parametrize("page", ["CLAIM: {} AP'S ASSESSMENT: True.", "{} Our assessment: True.", "{} VERDICT True."])
def test_a_label_that_says_true_bears_out_what_it_stands_behind_alone(page: str) -> None:
    assert compare(HARBOUR, page.format(HARBOUR)).stance is Stance.CORROBORATES
    assert compare(NOT_HARBOUR, page.format(HARBOUR)).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    "page",
    [
        "MYTH: {} FACT: The harbour of Tarn was never sold to a bank.",
        "THE CLAIM: {} THE FACTS: The harbour of Tarn was not sold to a bank.",
        "Claim: {} The truth: The harbour of Tarn was not sold to a bank.",
    ],
)
def test_what_stands_behind_the_facts_is_the_word_of_the_source(page: str) -> None:
    assert compare(HARBOUR, page.format(HARBOUR)).stance is Stance.CONFLICTS
    assert compare(NOT_HARBOUR, page.format(HARBOUR)).stance is Stance.CORROBORATES


def test_a_claim_that_is_only_repeated_is_not_borne_out_by_that() -> None:
    assert compare(HARBOUR, f"Claim: {HARBOUR} We asked the town hall about it.").stance is Stance.RELATED
    assert compare(HARBOUR, f"Statement: {HARBOUR}").stance is Stance.CORROBORATES


def test_a_label_behind_another_statement_decides_nothing() -> None:
    passage = "Posts say that the syrup causes warts. Our verdict: false. The syrup was tested."
    assert compare("The syrup causes fever.", passage).stance is not Stance.CONFLICTS


HALL, NOT_HALL = "Senator Hall took bribes from Kestrel.", "Senator Hall never took bribes from Kestrel."


@pytest.mark.parametrize(
    "passage",
    [
        f"“{HALL}” This claim has been debunked.",
        "Posts claim that Senator Hall took bribes from Kestrel. There is no proof of it. We rate the posts False.",
        "Senator Hall took bribes from Kestrel, posts say. Verdict: False.",
        f"Claim: {HALL}\n\nVerdict: False. He did not.",
        f"Kestrel paints ships. The claim that {HALL[:-1]} has been debunked.",
    ],
)
def test_a_ruling_further_down_is_turned_on_the_opposite_too(passage: str) -> None:
    assert compare(HALL, passage).stance is Stance.CONFLICTS
    assert compare(NOT_HALL, passage).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The firm hired 40 welders.", "The firm hired 40 welders. This was wrong, the union said."),
        ("The firm hired 40 welders.", "The firm hired 40 welders. It was a mistake, said Ada Flint."),
        ("The firm hired four welders.", "The firm hired 40, the Herald said. That was wrong: it hired four welders."),
        ("Dr Pell said that the valve leaked.", "Dr Pell said that the valve leaked. The firm says this is false."),
        ("The vote was lost by 12 to 9.", "The vote was lost by 12 to 9. A post saying that it was won is false."),
        ("The painting is not a fake.", "The claim that the painting is a fake is false, experts say."),
        ("The pier in Marby will close in 2026.", "The rumour that the pier in Marby closed in 2016 is untrue."),
        (HALL, "Hall’s brother says it is a lie that Senator Hall took bribes from Kestrel."),
        (HALL, "Ada Flint said: “It is false that Senator Hall took bribes from Kestrel.”"),
        (HALL, "Senator Hall took bribes from Kestrel, and it is a lie that he gave them back."),
    ],
)
def test_words_of_judgement_on_something_else_are_no_conflict(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CONFLICTS


def test_a_claim_with_a_word_of_denial_in_it_is_ruled_on_like_any() -> None:
    passage = "The claim that the painting is a fake is false, experts say."
    assert compare("The painting is a fake.", passage).stance is Stance.CONFLICTS
    assert compare("The painting is not a fake.", passage).stance is Stance.CORROBORATES
    claim = "The claim that the dam leaks is false."
    assert compare(claim, claim).stance is Stance.CORROBORATES
    assert compare(claim, "The claim that the dam leaks is true.").stance is Stance.CONFLICTS
