"""What is supposed, wished, invented, opposed, conditional or only in part so bears out no plain deed."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    "passage",
    [
        "Suppose the town sold the mill in Morn.",
        "Had the town sold the mill in Morn, the tenants would have left.",
        "Were the town to sell the mill in Morn, the tenants would leave.",
        "Tenants wish the town sold the mill in Morn.",
        "I doubt that the town sold the mill in Morn.",
        "In the novel, the town sold the mill in Morn.",
        "The town is far from having sold the mill in Morn.",
        "The town has yet to sell the mill in Morn.",
        "The town pretended to have sold the mill in Morn.",
        "The town opposed selling the mill in Morn.",
        "The town sold part of the mill in Morn.",
        "Contrary to reports that the town sold the mill in Morn, it is still let.",
    ],
)
def test_what_is_not_asserted_is_not_borne_out(passage: str) -> None:
    assert compare("The town sold the mill in Morn.", passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Die Stadt verkaufte die Mühle in Morn.", "Hätte die Stadt die Mühle in Morn verkauft, wäre sie reich."),
        ("Die Stadt schloss die Mühle in Morn.", "Die Stadt wird die Mühle in Morn schließen."),
        ("The mill in Morn will stay open.", "The mill in Morn will stay open unless the river rises."),
        ("Die Mühle in Morn bleibt offen.", "Die Mühle in Morn bleibt offen, sofern der Fluss nicht steigt."),
    ],
)
def test_nor_is_what_is_to_come_or_stands_under_a_condition(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The town sold the mill in Morn.", "The town sold the mill in Morn, which had once been in a film."),
        ("The mill will close unless the river falls.", "The mill will close unless the river falls."),
        ("The town sold part of the mill in Morn.", "The town sold part of the mill in Morn."),
        ("Die Mühle in Morn wird geschlossen.", "Die Mühle in Morn wird geschlossen."),
        ("Sal Penn is a smith in Ironbark.", "Sal Penn is a smith in the novel Ironbark."),
    ],
)
def test_what_both_say_so_is(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
