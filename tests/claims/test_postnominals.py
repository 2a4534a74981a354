"""Letters behind a name do not part a person: "Hannah Leigh KC" and "Ms Leigh" are one."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.text.names.finding import find_names
from factcheck.text.names.sameness import canonical, same_name


def claimants(text: str) -> list[str]:
    return [claim.claimant.name for claim in extract_claims(text).claims if claim.claimant is not None]


@pytest.mark.parametrize("letters", ["KC", "QC", "MP", "MEP", "MSP", "OBE", "MBE", "CBE", "PhD", "MD", "Esq", "CBE KC"])
@pytest.mark.parametrize("again", ["Ms Leigh", "Leigh", "Hannah Leigh"])
def test_letters_are_no_part_of_a_name(letters: str, again: str) -> None:
    text = f"Hannah Leigh {letters} said the bill was 4 million. {again} said 3 people died."
    assert claimants(text) == ["Hannah Leigh"] * 2


@pytest.mark.parametrize("generation", ["Jr", "Jr.", "Sr", "Sr."])
def test_a_generation_stays_and_does_not_part_its_bearer(generation: str) -> None:
    full = f"Robert Kane {generation.strip('.')}"
    text = f"Robert Kane {generation} said the bill was 4 million. Mr Kane said 3 died. Robert Kane said 9 lived."
    assert claimants(text) == [full] * 3


def test_father_and_son_stay_two() -> None:
    names = {name.name for name in find_names("Robert Kane Jr spoke. Robert Kane Sr did not.")}
    assert names == {"Robert Kane Jr", "Robert Kane Sr"}


def test_labels_keep_the_name_alone() -> None:
    turns = "{}: The bill was 4 million pounds last year.\n\n{}: No, the bill was 3 million pounds.\n\n{}: It was 4."
    for one, other in (("SARAH NOLAN MP", "TOM HILL KC"), ("Sarah Nolan MP", "Tom Hill OBE")):
        assert set(claimants(turns.format(one, other, one))) == {"Sarah Nolan", "Tom Hill"}


def test_letters_of_a_party_or_club_stay() -> None:
    assert canonical("Labour East MP") == "Labour East MP"
    assert canonical("Arle Town SC") == "Arle Town SC"
    assert not same_name("Robert Kane KC", "Anna Kane KC")
