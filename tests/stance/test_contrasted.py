"""What the source has as what it was not: "because of speed, not because of a broken rail". Our examples."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mill closed because of high rents.", "The mill closed because of a fire, not because of high rents."),
        ("The mill closed because of high rents.", "The mill closed because it flooded and not because of high rents."),
        (
            "The flight was diverted because of a bomb threat.",
            "The flight was diverted because of fog, not over a bomb threat.",
        ),
        ("The vote was held in secret.", "The vote was held in public rather than in secret."),
        ("The bill was drafted by the ministry.", "The bill was drafted by lobbyists instead of by the ministry."),
        ("The tax applies to all companies.", "The tax applies to companies with 250 staff, not to all companies."),
        ("The rise applies to all 4,000 workers.", "The rise applies to the 900 nurses, not to all 4,000 workers."),
        (
            "Das Werk schloss wegen hoher Energiekosten.",
            "Das Werk schloss wegen fehlender Aufträge, nicht wegen hoher Energiekosten.",
        ),
    ],
)
def test_what_the_source_excludes_is_contradicted(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


def test_what_the_source_excludes_is_quoted() -> None:
    found = compare("The vote was held in secret.", "The vote was held in public, instead of in secret.")
    assert "the source has it as what it was not (“instead of in secret”)" in [one.message for one in found.reasons]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The mill closed because of high rents.",
            "The mill closed for lack of work, not because of high rents alone.",
        ),
        ("The mill closed because of rents.", "The mill closed because of a fire, not because of rents in the region."),
        ("The mill closed with debts.", "The mill never closed because of a fire, and not with debts."),
    ],
)
def test_what_is_excluded_in_part_is_not_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mill closed because of high rents.", "The mill closed because of high rents, not because of a fire."),
        ("The mill closed because of a fire.", "The mill closed not only because of high rents but because of a fire."),
        ("The vote was held in secret.", "The vote was held in secret instead of in public."),
        ("The bill was drafted by the ministry.", "The bill was drafted by the ministry and not by lobbyists."),
        ("The council repaired the bridge.", "The council repaired the bridge instead of demolishing it."),
        (
            "The train derailed because of a broken rail.",
            "The train derailed because of a broken rail rather than ice.",
        ),
    ],
)
def test_what_stands_in_contrast_to_the_claims_bears_it_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES
