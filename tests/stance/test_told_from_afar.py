"""That somebody denied or foresaw a thing is not borne out by a source that only tells of the thing."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

SUSPENDED = "The finance director Colin Abara was suspended on 3 November pending an audit."


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Marsh denied that the finance director, Colin Abara, had been suspended on 3 November.", SUSPENDED),
        (
            "The company rejected claims that it had dumped 40 tonnes of waste in the Tarn river in March.",
            "The company dumped 40 tonnes of waste in the Tarn river in March.",
        ),
        (
            "Lang predicted that unemployment in Norland would rise to 8 per cent by June.",
            "Unemployment in Norland rose to 8 per cent by June.",
        ),
        (
            "Lang doubted that the harbour of Ostwick had handled 40,000 containers in 2023.",
            "The harbour of Ostwick handled 40,000 containers in 2023.",
        ),
        (
            "Der Minister bestritt, dass die Brücke in Halm 2021 für 4 Millionen Euro gebaut wurde.",
            "Die Brücke in Halm wurde 2021 für 4 Millionen Euro gebaut.",
        ),
        (  # the source has the denial in other words: no conflict, at the least
            "Marsh denied that the finance director, Colin Abara, had been suspended.",
            "Marsh said it was not true that Colin Abara, the finance director, had been suspended.",
        ),
    ],
)
def test_the_thing_itself_bears_no_denial_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


def test_the_same_denial_does() -> None:
    claim = "Marsh denied that the finance director had been suspended on 3 November."
    assert compare(claim, f"On Friday, {claim}").stance is Stance.CORROBORATES
    assert compare(claim, claim.replace("denied", "confirmed")).stance is Stance.CONFLICTS
