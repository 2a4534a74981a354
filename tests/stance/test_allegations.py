"""What only one side of a dispute says is no corroboration; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import Stance, Target
from factcheck.stance import compare


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Soldiers burned the mill in Tarn.", "Rebels said that soldiers burned the mill in Tarn."),
        ("Soldiers burned the mill in Tarn.", "Soldiers burned the mill in Tarn, rebels said."),
        ("Soldiers burned the mill in Tarn.", "A rebel spokesman said soldiers burned the mill in Tarn."),
        ("The board hid a report on the leak.", "According to the opposition, the board hid a report on the leak."),
        ("The board hid a report on the leak.", "Critics claim the board hid a report on the leak."),
        ("The army took the town of Tarn.", "State media reported that the army took the town of Tarn."),
        ("Der Vorstand verschwieg den Bericht.", "Nach Angaben der Opposition verschwieg der Vorstand den Bericht."),
        ("Der Konzern leitete Gift in den Fluss.", "Kritiker behaupten, der Konzern habe Gift in den Fluss geleitet."),
        ("The mill dumped oil in the Ister.", "Residents say the mill dumped oil in the Ister."),
        ("The mill dumped oil in the Ister.", "The mill dumped oil in the Ister, according to the indictment."),
        ("The mill dumped oil in the Ister.", "According to a lawsuit filed in May, the mill dumped oil in the Ister."),
        ("The dean took a free holiday.", "The dean took a free holiday, his former driver claims."),
        ("The dean took a free holiday.", "“The dean took a free holiday,” a parishioner wrote on Facebook."),
        ("The dean took a free holiday.", "A former aide said the dean took a free holiday. The dean denied it."),
        ("The mill dumped oil in the Ister.", "The mill dumped oil in the Ister, said neighbours."),
        ("Die Mühle leitete Öl in den Fluss.", "Die Mühle leitete Öl in den Fluss, sagen Anwohner."),
        ("Die Mühle leitete Öl in den Fluss.", "Laut Anklage leitete die Mühle Öl in den Fluss."),
    ],
)
def test_an_allegation_is_related_and_the_reason_says_whose_it_is(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.RELATED
    assert any("the source only reports" in reason.message for reason in judgement.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Unemployment fell to 5.2% in May.", "Unemployment fell to 5.2% in May, the statistics office said."),
        ("Unemployment fell to 5.2% in May.", "The labour ministry said unemployment fell to 5.2% in May."),
        ("The army took the town of Tarn.", "The army took the town of Tarn after rebels said they had left it."),
        (
            "The board voted to close the pool.",
            "The board voted to close the pool, which critics said would hurt many.",
        ),
        ("Activists blocked the road to the port.", "Activists blocked the road to the port."),
        ("Residents left the village of Tarn.", "Residents said they had left the village of Tarn."),
        ("Prosecutors opened an inquiry in Tarn.", "Prosecutors said they had opened an inquiry in Tarn."),
        ("The dean took a free holiday.", "The dean took a free holiday, the court found."),
        ("Critics say the board hid a report on the leak.", "Critics claim the board hid a report on the leak."),
    ],
)
def test_what_an_office_or_the_source_itself_says_still_corroborates(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


def test_the_same_side_bears_out_that_it_was_said() -> None:
    (claim,) = extract_claims("According to the opposition, the board hid a report on the leak.").claims
    judgement = compare(claim, "The opposition said the board hid a report on the leak.")
    assert (judgement.stance, judgement.target) == (Stance.CORROBORATES, Target.SAID)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The guard hit the pupil.", "The defence said the guard did not hit the pupil."),
        ("The dyer poisoned the brook.", "The dyer did not poison the brook, its lawyer said."),
        ("The dyer poisoned the brook.", "“The dyer did not poison the brook,” said its lawyer."),
        ("The nurse forged the charts.", "Her solicitor told the court that the nurse had not forged the charts."),
        ("The deacon took bribes.", "His lawyer denied that the deacon took bribes."),
        ("The deacon took bribes.", "According to his lawyers, the deacon took no bribes."),
        ("Der Dekan nahm Schmiergeld.", "Der Dekan nahm kein Schmiergeld, sagte sein Anwalt."),
    ],
)
def test_what_only_a_partys_lawyer_denies_is_that_ones_word(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.RELATED
    assert any("only reports the word of" in one.message for one in judgement.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The dyer poisoned the brook.", "The dyer did not poison the brook, the court ruled."),
        ("The dyer poisoned the brook.", "The dyer did not poison the brook, but its lawyer said it would pay."),
        ("The dyer poisoned the brook.", "The lawyer said he was pleased. The dyer did not poison the brook."),
        ("The governor signed the bill.", "The attorney general said the governor had not signed the bill."),
        ("The defence ministry bought the site.", "The defence ministry said it had not bought the site."),
    ],
)
def test_what_others_deny_beside_a_lawyer_contradicts(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CONFLICTS
