"""What is done to the study for the tram line is not done to the tram line. Our examples."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        ("The council approved the tram line.", "The council approved a study for the tram line.", "a study for …"),
        (
            "The council approved the tram line.",
            "A study for the tram line was approved by the council.",
            "A study for …",
        ),
        ("The storm damaged the lighthouse.", "The storm damaged the gallery of the lighthouse.", "the gallery of …"),
        ("The town demolished the mill.", "The town demolished the mill chimney.", "the mill chimney"),
        ("The company bought the shipyard.", "The company bought a stake in the shipyard.", "a stake in …"),
        ("The police seized the yacht.", "The police seized papers about the yacht.", "papers about …"),
        ("The police found the gun in the car.", "The police found traces of the gun in the car.", "traces of …"),
        ("The court suspended the law.", "The court suspended a clause of the law.", "a clause of …"),
        ("The king signed the decree.", "The king signed a letter of intent on the decree.", "a letter of intent on …"),
        ("The president pardoned the smugglers.", "The president pardoned two of the smugglers.", "two of …"),
        ("The parliament voted for the war.", "The parliament voted for a motion on the war.", "a motion on …"),
        (
            "The parliament rejected the reform.",
            "The parliament rejected an amendment to the reform.",
            "an amendment to …",
        ),
        (
            "The boy was found in the forest at dawn.",
            "The boy was found in a barn near the forest at dawn.",
            "a barn near …",
        ),
        ("The council approved the merger.", "The council approved the plans for the merger.", "the plans for …"),
        (
            "Der Kreistag beschloss den Neubau der Klinik.",
            "Der Kreistag beschloss ein Gutachten zum Neubau der Klinik.",
            "ein Gutachten zum …",
        ),
        ("Das Feuer zerstörte die Kirche.", "Das Feuer zerstörte das Dach der Kirche.", "das Dach der …"),
    ],
)
def test_what_is_done_to_something_of_it_is_not_done_to_it(claim: str, passage: str, told: str) -> None:
    found = compare(claim, passage)
    assert found.stance is Stance.RELATED
    assert f"the source says it of “{told}”" in [one.message for one in found.reasons]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The storm hit Oslo.", "The storm hit the city of Oslo on Monday."),
        ("The quake hit Turkey.", "The quake hit the south of Turkey."),
        ("The customs seized cocaine.", "The customs seized 40 bags of cocaine."),
        ("The state banned plastic bags.", "The state banned the use of plastic bags."),
        ("The council approved the bridge.", "The council approved the construction of the bridge."),
        ("The council announced plans for a bridge.", "The council announced plans for the bridge."),
        ("The hospital dismissed staff.", "The hospital dismissed 12 members of staff."),
        ("The museum returned bronzes.", "The museum returned two of the bronzes."),
        ("The museum returned two bronzes.", "The museum returned two of the bronzes."),
        ("The minister admitted bribery.", "The minister admitted two counts of bribery."),
        ("The firm paid the workers.", "The firm paid compensation to the workers."),
        ("The board approved the takeover.", "The company's board approved the takeover."),
        ("The regulator approved Corvax.", "The regulator approved the Corvax vaccine."),
        ("The council approved the merger.", "The council approved the merger plan and the merger."),
        ("The town evacuated the hospital.", "The town evacuated the hospital building."),
        ("The boy was found in the forest.", "The boy was found in a barn in the forest."),
        ("The army captured the town.", "The army captured the town of Goma."),
        ("Der Rat beschloss die Brücke.", "Der Rat beschloss den Bau der Brücke."),
    ],
)
def test_a_noun_that_says_no_other_thing_bears_it_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
