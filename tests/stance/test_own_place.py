"""Whose place it is: who stands there in the source, and not who is named further on."""

from __future__ import annotations

import pytest

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage", "differs"),
    [
        ("The award was given to Nora Voss.", "The award was given to Ines Lang, a pupil of Nora Voss.", "Ines Lang"),
        (
            "The bank is headed by Emil Roth.",
            "The bank is headed by Clara Stein, who replaced Emil Roth.",
            "Clara Stein",
        ),
        ("The ship was built in Gdansk.", "The ship was built in Bremen and repaired in Gdansk.", "Bremen"),
        ("The ship sank on 3 June.", "The ship sank on 9 June, six days after it had left port on 3 June.", "9 June"),
        ("The conference opened in Lisbon.", "The conference opened in Madrid instead of Lisbon.", "Madrid"),
        ("The mayor of Halm is Nora Voss.", "The mayor of Halm is Ines Lang; her deputy is Nora Voss.", "Ines Lang"),
        (
            "The house was sold to Emil Roth.",
            "The house was sold to Clara Stein (Emil Roth had bid less).",
            "Clara Stein",
        ),
        ("The order went to Airbus.", "The order went to Boeing despite a lower offer from Airbus.", "Boeing"),
        ("The club signed Emil Roth.", "The club signed Karl Menk, but sold Emil Roth.", "Karl Menk"),
        ("The strike began on Tuesday.", "The strike began on Thursday; the talks had failed on Tuesday.", "Thursday"),
        ("The vote will be held in October.", "The vote will be held in November, not far from October.", "November"),
        ("The film was shot in Dublin.", "The film was shot in Cork – the story is set in Dublin.", "Cork"),
        ("The medal went to Emil Roth.", "The medal went to Karl Menk and Emil Roth came third.", "Karl Menk"),
        (
            "The fraud was found by Emil Roth.",
            "The fraud was found by Ines Lang; the fire was found by Emil Roth.",
            "Ines",
        ),
        (
            "Nora Voss chaired the meeting in Bonn.",
            "Ines Lang chaired the meeting in Bonn; Nora Voss chaired a panel in Kiel.",
            "Ines Lang",
        ),
        ("Der Auftrag ging an Emil Roth.", "Der Auftrag ging an Clara Stein, obwohl Emil Roth warb.", "Clara Stein"),
        ("Der Preis ging an Nora Voss.", "Der Preis ging an Clara Stein; Nora Voss wurde Zweite.", "Clara Stein"),
    ],
)
def test_who_is_named_further_on_does_not_fill_the_place_of_another(claim: str, passage: str, differs: str) -> None:
    found = compare(claim, passage)
    assert found.stance is Stance.RELATED
    told = [one for one in found.reasons if one.comparator == "own place"]
    assert [one.polarity for one in told] == [Polarity.CONTEXT]
    assert f"/ {differs}" in told[0].message


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The award was given to Nora Voss.", "The award was given to the novelist Nora Voss, a pupil of Ines Lang."),
        ("The bank is headed by Emil Roth.", "The bank is headed by Emil Roth, who took over from Clara Stein."),
        (
            "The bank is headed by Emil Roth.",
            "The bank is headed by Clara Stein, its founder, together with Emil Roth.",
        ),
        ("The bank is headed by Emil Roth.", "The bank is headed by Clara Stein, who owns it, and Emil Roth."),
        ("The ship was built in Gdansk.", "The ship was built in Gdansk and repaired in Bremen."),
        ("The ship was built in Gdansk.", "The ship, which had been repaired in Bremen, was built in Gdansk."),
        ("The ship sank on 3 June.", "The ship sank on Monday, 3 June, and was raised on 9 June."),
        ("The conference opened in Lisbon.", "The conference opened on Monday in Lisbon, instead of Madrid."),
        ("The order went to Airbus.", "The order went to Boeing and Airbus."),
        ("The club signed Emil Roth.", "The club signed the striker Emil Roth and sold Karl Menk."),
        ("The song was written by Nora Voss.", "The song was written by Ines Lang of Kiel and Nora Voss of Bonn."),
        ("The blast killed Emil Roth.", "The blast killed Karl Menk, 34, and Emil Roth, 29."),
        ("The blast killed Emil Roth.", "The blast killed Karl Menk, a driver, and his son, Emil Roth."),
        ("The king met Emil Roth.", "The king met Karl Menk, Emil Roth and Ines Lang."),
        ("The group met in Paris.", "The group met in London, then in Rome and finally in Paris."),
        ("The suspect was arrested in London.", "The suspect was arrested in Brixton, a district of London."),
        ("The talks were held in Geneva.", "The talks were held in Switzerland, at a hotel in Geneva."),
        ("The minister spoke on Friday.", "The minister spoke on Thursday and again on Friday."),
        ("The fire was found by Emil Roth.", "The fraud was found by Ines Lang; the fire was found by Emil Roth."),
        ("Nora Voss chaired the meeting.", "Nora Voss chaired the meeting; Ines Lang chaired a panel in Kiel."),
        ("The prize went to Emil Roth.", "The prize went to Karl Menk in 2018; in 2019 it went to Emil Roth."),
        ("Der Preis ging an Nora Voss.", "Der Preis ging an die Sängerin Nora Voss, nicht an Clara Stein."),
    ],
)
def test_who_stands_in_it_or_beside_another_does(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
