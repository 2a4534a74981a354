"""Who of a phrase speaks: its head, whatever club, paper or person stands in it too."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Claimant


def claimants(text: str) -> list[Claimant]:
    return [claim.claimant for claim in extract_claims(text).claims if claim.claimant is not None]


@pytest.mark.parametrize(
    "office",
    [
        *("boss", "chief", "captain", "skipper", "striker", "winger", "goalkeeper", "chairman", "owner", "supremo"),
        *("manager", "coach", "midfielder"),
    ],
)
@pytest.mark.parametrize("order", ["“We lost 4 men,” said {}.", "“We lost 4 men,” {} said.", "{} said 4 men were out."])
def test_the_office_at_a_club_is_of_the_person_behind_it(office: str, order: str) -> None:
    (found,) = claimants(order.format(f"Rovers {office} Neil Garrity"))
    assert (found.name, found.office) == ("Neil Garrity", f"Rovers {office}")


@pytest.mark.parametrize(
    "people",
    [
        "Several analysts and two officials speaking anonymously with The Times",
        "Residents speaking to The Arle Courier",
        "Critics of Amy Ford",
        "Supporters of Mayor Amy Ford",
        "Friends of Ben Lee",
    ],
)
def test_people_speak_and_not_whom_they_speak_with_or_of(people: str) -> None:
    assert [one.name for one in claimants(f"{people} said the cost rose to 4 million.")] == [people]


def test_a_verb_behind_a_name_still_speaks() -> None:
    assert [one.name for one in claimants("“We lost 4 men,” Ann Lee insists.")] == ["Ann Lee"]
    assert [one.name for one in claimants("The director of Arle Museum, Ann Lee, said 4 left.")] == ["Ann Lee"]
