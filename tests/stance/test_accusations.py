"""What is turned down, quashed, ordered or only nearly done is not done; the examples are ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare
from factcheck.stance.predicates.accusations import turned_down, turns_down
from factcheck.stance.reading.pair import align

CONVICTED = "Bo Ström was convicted of arson."
STOLE = "The curator stole the tapestry."
SANK = "The coastguard sank the smugglers' boat."
DE_STOLE = "Die Kuratorin hat den Teppich gestohlen."
NOT_SO = [
    (STOLE, "The curator was acquitted of stealing the tapestry."),
    (STOLE, "A jury acquitted the curator of stealing the tapestry."),
    (STOLE, "The curator was found not guilty of stealing the tapestry."),
    (STOLE, "An inquiry cleared the curator of stealing the tapestry."),
    (STOLE, "After a year the curator was exonerated of stealing the tapestry."),
    (STOLE, "The curator was acquitted of stealing the tapestry, but convicted of perjury."),
    (STOLE, "The curator rejected claims that she stole the tapestry."),
    (STOLE, "The curator dismissed reports that she stole the tapestry."),
    (STOLE, "Allegations that the curator stole the tapestry were rejected by the museum."),
    (CONVICTED, "Bo Ström was acquitted of arson."),
    (CONVICTED, "Bo Ström's conviction for arson was quashed."),
    (CONVICTED, "Judges in Vell overturned Bo Ström's conviction for arson."),
    (DE_STOLE, "Die Kuratorin bestreitet, den Teppich gestohlen zu haben."),
    (DE_STOLE, "Die Kuratorin bestritt, dass sie den Teppich gestohlen hat."),
    (DE_STOLE, "Die Kuratorin dementierte, den Teppich gestohlen zu haben."),
    (DE_STOLE, "Die Kuratorin wies den Vorwurf zurück, den Teppich gestohlen zu haben."),
    (DE_STOLE, "Den Vorwurf, den Teppich gestohlen zu haben, wies die Kuratorin zurück."),
    (DE_STOLE, "Die Kuratorin wurde vom Vorwurf freigesprochen, den Teppich gestohlen zu haben."),
    ("Mondlicht vergiftet Wäsche.", "Die Behauptung, Mondlicht vergifte Wäsche, ist falsch."),
    ("Mondlicht bleicht nasse Wäsche.", "Dass Mondlicht nasse Wäsche bleicht, ist längst widerlegt."),
    (
        "Bo Ström wurde wegen Brandstiftung verurteilt.",
        "Das Urteil gegen Bo Ström wegen Brandstiftung wurde aufgehoben.",
    ),
    ("Ein Foto zeigt einen Elch auf dem Turm.", "Das Foto des Elchs auf dem Turm ist eine Fälschung."),
]
OPEN = [
    (STOLE, "The curator did not reject claims that she stole the tapestry."),
    (STOLE, "The curator hopes to be acquitted of stealing the tapestry."),
    (STOLE, "The curator was not cleared of stealing the tapestry."),
    (
        "The curator sold the tapestry.",
        "The curator was acquitted of stealing the tapestry, but convicted of selling it.",
    ),
    ("The curator sold the tapestry.", "The curator denied that she was paid and said that she sold the tapestry."),
    (CONVICTED, "Bo Ström asked the judges to quash his conviction for arson."),
    (CONVICTED, "The judges refused to quash Bo Ström's conviction for arson."),
    ("Bo Ström was convicted in 1998.", "Bo Ström was convicted in 1998; the conviction was quashed in 2003."),
    (SANK, "The coastguard was ordered not to sink the smugglers' boat."),
    (SANK, "The coastguard nearly sank the smugglers' boat."),
    (SANK, "The coastguard came close to sinking the smugglers' boat."),
    (SANK, "The coastguard said that rivals sank the smugglers' boat."),
    ("The moose ate the mayor's hat.", "A satirical website said that the moose ate the mayor's hat."),
    (DE_STOLE, "Die Kuratorin bestritt nicht, den Teppich gestohlen zu haben."),
    (DE_STOLE, "Die Anwältin forderte, die Kuratorin vom Vorwurf freizusprechen, den Teppich gestohlen zu haben."),
    ("Mondlicht bleicht nasse Wäsche.", "Dass Mondlicht nasse Wäsche bleicht, ist nicht widerlegt."),
    ("Der Sturm traf die Insel.", "Der Sturm hätte beinahe die Insel getroffen."),
    ("Der SV Vell gewann das Endspiel.", "Der SV Vell bestritt das Endspiel, das am Montag in Skei stattfand."),
]
SAME = [
    ("The curator was acquitted of theft.", "A jury found the curator not guilty of theft."),
    ("The coastguard sank the boat.", "The coastguard said on Friday that it sank the boat."),
    ("Workers cleared the square of snow.", "Workers cleared the square of snow on Monday."),
    ("The old barge did not sink in Vell.", "The old barge never sank in Vell."),
    ("The barge never reached Vell.", "The barge failed to reach Vell."),
    ("The agency rejected the licence application.", "The agency denied the application of Norfisk for a licence."),
    ("The rent rose by almost half.", "The rent rose by almost half."),
    ("Der SV Vell bestritt das Endspiel in Skei.", "Der SV Vell bestritt am Montag das Endspiel in Skei."),
    ("Die Kuratorin bestritt, den Teppich zu kennen.", "Die Kuratorin bestritt, den Teppich zu kennen."),
]


@pytest.mark.parametrize(("claim", "passage"), NOT_SO)
def test_what_is_turned_down_or_quashed_conflicts(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.CONFLICTS
    assert any(one.polarity is Polarity.OPPOSES and one.passage_spans for one in judgement.reasons)


@pytest.mark.parametrize(("claim", "passage"), OPEN)
def test_what_is_undone_wanted_or_of_another_deed_is_left_open(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED


@pytest.mark.parametrize(("claim", "passage"), SAME)
def test_the_same_said_on_both_sides_corroborates(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The agency granted Norfisk a licence.", "The agency denied the application of Norfisk for a licence."),
        ("The agency approved the licence application.", "The agency denied the application of Norfisk for a licence."),
        ("The agency plans to open a quarry in Vell.", "The agency denies plans to open a quarry in Vell."),
        ("The agency permits boats in Vell.", "The agency denied permitting boats in Vell."),
        ("The agency approved the quarry in Vell.", "The agency denied that it had approved the quarry in Vell."),
    ],
)
def test_to_deny_an_application_refuses_it_and_to_deny_a_deed_denies_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS


def test_a_denial_ends_where_the_sentence_goes_on_with_what_was_admitted() -> None:
    pair = align(
        "The yard sold the ferry.", "The yard denied that it broke the law but admitted that it sold the ferry."
    )
    assert turned_down(pair) is None


def test_of_a_claim_that_tells_of_the_acquittal_nothing_is_turned_down() -> None:
    pair = align("The curator was acquitted of stealing it.", "The curator was acquitted of stealing it in May.")
    assert not turns_down(pair)


_WORDS = st.sampled_from(
    """curator acquitted cleared of not guilty claims that she stole rejected bestritt , widerlegt Vorwurf zurück wies
    frei sprach quashed conviction the but and . denied application""".split()  # noqa: SIM905
)


@given(st.lists(_WORDS, max_size=14), st.lists(_WORDS, max_size=14))
def test_no_order_of_such_words_is_a_fault(claim: list[str], passage: list[str]) -> None:
    said = " ".join(claim)
    assert compare(said, " ".join(passage)).stance in Stance
    if said.strip():
        assert compare(said, said).stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The coastguard did not sink the smugglers' boat.", "The coastguard nearly sank the smugglers' boat."),
        ("Der Sturm hätte beinahe die Insel getroffen.", "Der Sturm traf die Insel nicht."),
        (
            "The curator stole the tapestry.",
            "A judge dismissed a lawsuit claiming that the curator stole the tapestry.",
        ),
        ("The curator sold the tapestry.", "The curator told visitors that her predecessor sold the tapestry."),
        ("Die Fähre fährt nach Vell.", "Die Fähre fährt nicht vor Montag nach Vell."),
    ],
)
def test_a_near_miss_a_suit_and_what_another_did_neither_bear_it_out_nor_deny_it(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.RELATED
