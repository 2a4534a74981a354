"""What a passage tells by a pronoun, two sentences after it named the thing; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

PLANT = "The Holm plant employs 400 people."
TOLD = [
    (PLANT, "The Holm plant was opened in 2015. It was built in two years. It employs {} people.", "400", "250"),
    (PLANT, "Anna Moe opened the Holm plant in 2015. It was built in two years. It employs {} people.", "400", "250"),
    (
        "Erik Dahl was jailed for six years.",
        "Erik Dahl, a former banker, was arrested. He denied it. He was jailed for {} years.",
        "six",
        "eight",
    ),
    ("Kari Lie was born in Torvik.", "Kari Lie is a writer. Her book sold well. She was born in {}.", "Torvik", "Skei"),
    (
        "Die Brücke in Torvik kostete 30 Millionen Euro.",
        "Die Brücke in Torvik wurde 2012 eröffnet. Sie ist sehr lang. Sie kostete {} Millionen Euro.",
        "30",
        "45",
    ),
]


@pytest.mark.parametrize(("claim", "passage", "same", "other"), TOLD)
def test_what_is_told_two_sentences_on_is_told_of_the_subject(claim: str, passage: str, same: str, other: str) -> None:
    agrees, differs = (compare(claim, passage.format(one)) for one in (same, other))
    assert (agrees.stance, differs.stance) == (Stance.CORROBORATES, Stance.CONFLICTS)
    for judgement in (agrees, differs):
        for span in [span for one in judgement.reasons for span in one.passage_spans]:
            assert span.text in passage.format(same) or span.text in passage.format(other)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (PLANT, "The Holm plant was bought by Skei Steel in 2015. It has a new hall. It employs 250 people."),
        (
            "Norsk Metall employs 400 people.",
            "Norsk Metall opened a plant in Skei. It is very big. It employs 250 people.",
        ),
        (PLANT, "The Holm plant was opened in 2015. The owner is rich. It employs 250 people."),
        ("Kari Lie won two medals.", "Kari Lie took up rowing. Her sister Anna Lie rows, too. She won four medals."),
        ("Kari Lie won two medals.", "Kari Lie took up rowing. She met Anna Moe there. She won four medals."),
        ("Erik Dahl employs 400 people.", "Erik Dahl founded a mill. It stands in Skei. It employs 250 people."),
    ],
)
def test_where_another_can_be_meant_nothing_is_said(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance not in (Stance.CONFLICTS, Stance.CORROBORATES)
