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


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The governor of Tolvania was shot in 2001.",
            "In the thriller by Mara Quist, the governor of Tolvania is shot in 2001.",
        ),
        ("The dam at Orsk burst in 1974.", "In Hald's drama, the dam at Orsk burst in 1974."),
        ("The dam at Orsk burst in 1974.", "In the TV series “Flood”, the dam at Orsk burst in 1974."),
        ("The dam at Orsk burst in 1974.", "In the first episode the dam at Orsk burst in 1974."),
        ("The dam at Orsk burst in 1974.", "In the opening chapter, the dam at Orsk bursts in 1974."),
        ("The dam at Orsk burst in 1974.", "The novel opens when the dam at Orsk bursts in 1974."),
        ("The dam at Orsk burst in 1974.", "The film begins as the dam at Orsk bursts in 1974."),
        ("The dam at Orsk burst in 1974.", "The dam at Orsk bursts in 1974 in the novel by Jon Hald."),
        ("The dam at Orsk burst in 1974.", "In Jon Hald's short story the dam at Orsk burst in 1974."),
        (
            "The bank will give every customer a horse.",
            "The satirical magazine Gallows joked that the bank will give every customer a horse.",
        ),
        (
            "The bank will give every customer a horse.",
            "The parody account wrote that the bank will give every customer a horse.",
        ),
        ("The dam at Orsk burst in 1974.", "In a video game set in Russia, the dam at Orsk burst in 1974."),
        ("The dam at Orsk burst in 1974.", "In the musical, the dam at Orsk burst in 1974."),
        ("The dam at Orsk burst in 1974.", "The play is set in a Russia where the dam at Orsk burst in 1974."),
        ("The dam at Orsk burst in 1974.", "In season two of the show, the dam at Orsk burst in 1974."),
        ("Der Damm in Orsk brach 1974.", "In dem Roman von Jon Hald brach der Damm in Orsk 1974."),
        ("Der Damm in Orsk brach 1974.", "In der Fernsehserie brach der Damm in Orsk 1974."),
        ("Der Damm in Orsk brach 1974.", "In Halds Theaterstück brach der Damm in Orsk 1974."),
        ("Der Damm in Orsk brach 1974.", "In der zweiten Folge brach der Damm in Orsk 1974."),
        ("Der Damm in Orsk brach 1974.", "Der Roman beginnt damit, dass der Damm in Orsk 1974 brach."),
        ("The king died in March 1801.", "In the novel by Krans, the king did not die in March 1801."),
        ("The king died in March 1801.", "In Krans's film, the king died in May 1803."),
        ("The mayor sold the town hall.", "The mayor sold the town hall, the satirical weekly Gallows joked."),
    ],
)
def test_what_happens_in_a_work_of_fiction_takes_no_side(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dam at Orsk burst in 1974.", "In the documentary, the dam at Orsk burst in 1974."),
        ("The dam at Orsk burst in 1974.", "In the first episode of the flood, the dam at Orsk burst in 1974."),
        (
            "The dam at Orsk burst in 1974.",
            "In the latest chapter of the inquiry's report, it says the dam at Orsk burst in 1974.",
        ),
        (
            "The novel by Hald won the Torf Prize in 2003.",
            "In the autumn the novel by Hald won the Torf Prize in 2003.",
        ),
        (
            "In the novel by Hald, the dam at Orsk burst in 1974.",
            "In the novel by Hald, the dam at Orsk burst in 1974.",
        ),
        ("The theatre in Orsk closed in 1974.", "The theatre in Orsk closed in 1974 after a play by Hald failed."),
        ("Anna Holm played the queen in the series.", "In the series, Anna Holm played the queen."),
        ("Torvik scored twice in the series against Lund.", "In the series against Lund, Torvik scored twice."),
        ("Norsk lost the second game to Lund.", "In the second game of the series, Norsk lost to Lund."),
        ("Der Damm in Orsk brach 1974.", "Im Dokumentarfilm brach der Damm in Orsk 1974."),
        ("The mine closed in 1990.", "In a series of cuts, the mine closed in 1990."),
        ("Lind won the award in 2003.", "Lind won the award in 2003 for her part in the thriller by Hald."),
        ("The army retook Vell in March.", "In the final act of the war, the army retook Vell in March."),
        ("The actor Jon Hald died in 1974.", "The actor Jon Hald, known for the series “Flood”, died in 1974."),
        ("The court fined the author in 1974.", "The court fined the author of the novel in 1974."),
        ("Inflation rose in May.", "In the latest episode of the crisis, inflation rose in May."),
    ],
)
def test_a_word_of_a_work_alone_makes_no_fiction(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
