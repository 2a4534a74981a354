"""What a passage tells of a second thing of the kind, time or place bears out nothing and contradicts nothing."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The earthquake killed 200 people.",
            "The earthquake struck on Monday. In 1980, an earthquake in the same region killed 900 people.",
        ),
        (
            "The earthquake killed 200 people.",
            "The earthquake flattened two villages near Tarn. Five years ago, a quake there killed 900 people.",
        ),
        (
            "The flood caused damage of 40 million euros.",
            "The flood reached Ostwick on Friday. The last flood, in 2002, caused damage of 90 million euros.",
        ),
        (
            "The festival drew 25,000 visitors.",
            "The festival opens on Saturday with concerts. Last year's festival drew 31,000 visitors.",
        ),
        (
            "The dog bit three children.",
            "The dog was caught on Sunday. Another dog bit five children in the same park.",
        ),
        ("The first phase cost £3 million.", "The work has two phases. The second phase cost £5 million."),
        ("The plant was inspected in 2019.", "The plant opened in 2010. A second plant was not inspected in 2019."),
        (
            "Bei dem Brand starben sechs Menschen.",
            "Der Brand brach in einem Lagerhaus aus. Im Jahr 1995 starben bei einem Brand in der Nähe neun Menschen.",
        ),
        (
            "The health office of Halm reported 787 new infections on 14 October 2021.",
            "The health office of Halm reported 475 new infections on 12 October 2021.",
        ),
        ("The index closed at 15,206 points on 3 May 2021.", "The index closed at 15,110 points on 4 May 2021."),
        ("A bomb in Halm killed 12 people.", "A bomb exploded in Halm. In Ostwick, a bomb killed 30 people in June."),
        (
            "The temperature reached 41 degrees in Halm.",
            "Halm had its hottest July. In Ostwick the temperature reached 38 degrees.",
        ),
        (
            "Police arrested 12 people at the march.",
            "Police had banned the march. At a football match on the same day they arrested 30 people.",
        ),
        (
            "The army lost 40 tanks in March.",
            "The army said it had destroyed 70 enemy tanks in March. It gave no figure for its own losses.",
        ),
        ("The firm earned $4 million last year.", "The firm is headed by Anna Holt. She earned $1 million last year."),
        ("Anna Holt earned $4 million last year.", "Anna Holt heads the firm. The firm earned $90 million last year."),
        (
            "Nurses got a pay rise of 5 per cent.",
            "Teachers got a pay rise of 7 per cent, while talks with the nurses continue. The ministry was silent.",
        ),
        (
            "The factory produces 300 cars a day.",
            "The factory opened in 1990. In its first year it produced 50 cars a day.",
        ),
        (
            "The library on Mill Street cost the town council £4 million to build.",
            "The hospital on Mill Street cost the town council £9 million to build.",
        ),
        (
            "The library cost £4 million.",
            "The grant went to two projects, a library whose price is secret and a hospital that cost £12 million.",
        ),
    ],
)
def test_what_is_told_of_a_second_one_is_only_related(claim: str, passage: str) -> None:
    judged = compare(claim, passage)
    assert judged.stance is Stance.RELATED
    assert not [one for one in judged.reasons if one.polarity is Polarity.OPPOSES]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The earthquake killed 200 people.", "An earthquake killed 900 people in Tarn, the ministry said."),
        ("The mayor earns £90,000 a year.", "The mayor was elected a year ago. She earns £75,000 a year."),
        (
            "Norvik bought Halden for $2 billion.",
            "Norvik is a Danish firm. In 2015 it bought Halden for $3 billion, its dearest purchase.",
        ),
        ("Meteora is not a rock album.", "Meteora is the second studio album by a rock band, and a rock album."),
        (
            "The fire killed six people.",
            "The fire broke out in a warehouse. The flames killed nine people before crews came.",
        ),
        (
            "The bank lost $2 billion last year.",
            "The bank published its report on Thursday. The lender lost $5 billion last year.",
        ),
        ("Maria Holt won the election.", "Maria Holt stood for mayor. She did not win the election."),
        (
            "“I will vote against the treaty,” Peter Lang said on Monday.",
            "Peter Lang met reporters on Monday. “I will vote for the treaty,” Peter Lang said.",
        ),
        ("The driver passed the breath test.", "Police stopped the car. The driver failed the breath test."),
        ("Der Stadtrat nahm den Haushalt an.", "Der Stadtrat lehnte den Haushalt am 4. Mai 2021 ab."),
    ],
)
def test_what_is_told_of_the_same_one_contradicts_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


TWO_COSTS = "The council said on Monday that the library had cost £4 million and the hospital £12 million."
TWO_PLANTS = "Norvik has two plants. The plant in Halm employs 600 people and the one in Lund 900."
TWO_YEARS = "The company presented its figures. In 2023 it made a profit of $2 billion, after $5 billion in 2022."


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The library cost £4 million.", TWO_COSTS, Stance.CORROBORATES),
        ("The library cost £6 million.", TWO_COSTS, Stance.CONFLICTS),
        ("The hospital cost £4 million.", TWO_COSTS, Stance.CONFLICTS),
        ("The plant in Halm employs 900 people.", TWO_PLANTS, Stance.CONFLICTS),
        ("The plant in Lund employs 900 people.", TWO_PLANTS, Stance.CORROBORATES),
        ("The company made a profit of $2 billion in 2023.", TWO_YEARS, Stance.CORROBORATES),
    ],
)
def test_a_figure_of_two_is_that_of_its_own_noun(claim: str, passage: str, stance: Stance) -> None:
    assert compare(claim, passage).stance is stance


def test_a_weekday_of_another_thing_bears_nothing_out() -> None:
    passage = "The council approved the plan on Wednesday after a debate. Residents had protested on Monday."
    assert compare("The council approved the plan on Monday.", passage).stance is Stance.CONFLICTS
    assert compare("The council approved the plan on Wednesday.", passage).stance is Stance.CORROBORATES


def test_a_name_ends_where_its_sentence_does() -> None:
    passage = "The delivery was announced in Warsaw. Kiev received 31 tanks from Poland."
    assert compare("Kyiv received 31 tanks from Poland.", passage).stance is Stance.CORROBORATES


POSTS = "Posts shared thousands of times say the vaccine causes infertility."


@pytest.mark.parametrize(
    ("passage", "stance"),
    [
        (f"{POSTS} The ministry said it would look into them.", Stance.RELATED),
        (f"{POSTS} There is no evidence that the vaccine causes infertility.", Stance.CONFLICTS),
        (f"{POSTS} Our verdict: false.", Stance.CONFLICTS),
        ("Posts say that the vaccine causes cancer. Our verdict: false. The vaccine was tested.", Stance.RELATED),
        ("In a post on Monday, the ministry said the vaccine causes infertility.", Stance.CORROBORATES),
    ],
)
def test_what_posts_say_is_no_word_of_the_sources_own(passage: str, stance: Stance) -> None:
    assert compare("The vaccine causes infertility.", passage).stance is stance


def test_a_treaty_is_signed_on_one_day_and_ratified_on_another() -> None:
    passage = "The treaty was drawn up in Lund. Parliament ratified it on 9 June 1988."
    assert compare("The treaty was signed on 4 May 1987.", passage).stance in (Stance.RELATED, Stance.UNRELATED)


def test_a_word_swapped_in_a_quotation_is_told() -> None:
    claim = "“We will build ten schools in this town,” the mayor said."
    judged = compare(claim, "The mayor spoke. “We will build ten hospitals in this town,” the mayor said.")
    assert judged.stance is Stance.CONFLICTS
    assert "[-schools-] {+hospitals+}" in judged.reasons[0].message
    translated = compare(
        claim, "The mayor spoke. “We will build ten hospitals in this town,” the mayor said.", translated=True
    )
    assert translated.stance is not Stance.CONFLICTS
