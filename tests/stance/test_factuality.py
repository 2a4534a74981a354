"""What is planned, wanted, tried, possible or asked bears out no claim that it is so, and contradicts none."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Polarity, Stance
from factcheck.stance import compare
from factcheck.stance.predicates import markers
from factcheck.stance.reading.badges import WEAKER
from factcheck.stance.reading.texts import read

CLOSED = "The council of Harwick closed 40 schools in the northern district."
SOLD = "The museum sold the painting to a collector in Geneva."


@pytest.mark.parametrize(
    ("claim", "passage", "kind"),
    [
        (CLOSED, "The council of Harwick will close 40 schools in the northern district.", "planned"),
        (CLOSED, "The council of Harwick is expected to close 40 schools in the northern district.", "planned"),
        (CLOSED, "The council of Harwick is to close 40 schools in the northern district.", "planned"),
        (
            CLOSED,
            "If the grant is cut, the council of Harwick would close 40 schools in the northern district.",
            "planned",
        ),
        (CLOSED, "The council of Harwick would have closed 40 schools in the northern district.", "a condition"),
        (CLOSED, "Auditors urged the council of Harwick to close 40 schools in the northern district.", "a wish"),
        (CLOSED, "The council of Harwick could soon close 40 schools in the northern district.", "only possible"),
        (CLOSED, "Has the council of Harwick closed 40 schools in the northern district?", "a question"),
        (SOLD, "The museum tried to sell the painting to a collector in Geneva.", "an attempt"),
        (
            "The airline cut its fares to Riga by 15 percent.",
            "The airline was to cut its fares to Riga by 15 percent, but the plan was scrapped.",
            "called off",
        ),
    ],
)
def test_what_is_not_yet_so_is_related(claim: str, passage: str, kind: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.RELATED
    told = next(one for one in judgement.reasons if one.comparator == "modality")
    assert told.polarity is Polarity.CONTEXT
    assert kind in told.message


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The museum will sell the painting to a collector in Geneva.", SOLD),
        (
            "The museum plans to sell the painting to a collector in Geneva in May.",
            "The museum will sell the painting to a collector in Geneva in May.",
        ),
        (SOLD, "The museum sold the painting to a collector in Geneva and will use the money for repairs."),
        (SOLD, "The museum, which hopes to open a new wing, sold the painting to a collector in Geneva."),
        ("The tunnel opens to traffic in Varna on Monday.", "The tunnel will open to traffic in Varna on Monday."),
        (
            "The council voted to borrow 4.2 million euros for the bridge.",
            "It was told that the council voted to borrow 4.2 million euros for the bridge.",
        ),
    ],
)
def test_a_passage_as_sure_as_the_claim_corroborates(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


def test_what_holds_of_a_part_bears_out_nothing_of_all() -> None:
    claim = "The tax relief lowered bills for households in the region."
    judgement = compare(claim, "The tax relief lowered bills only for the richest households in the region.")
    assert judgement.stance is Stance.RELATED
    assert any("the source limits it (“only for the richest" in one.message for one in judgement.reasons)
    limited = "The tax relief lowered bills only for the richest households in the region."
    assert compare(limited, limited).stance is Stance.CORROBORATES


def test_a_vote_is_as_sure_as_an_agreement() -> None:
    claim = "The council of Harwick voted by 14 to 9 on Tuesday to borrow 4.2 million euros for the bridge."
    passage = "Councillors in Harwick have agreed to borrow 4.2 million euros for the bridge. The vote was 14 to 9."
    assert not any(one.comparator == "modality" for one in compare(claim, passage).reasons)


LETTERS = f"{string.ascii_lowercase} 'äöüß"


@given(words=st.sampled_from([words for _, _, words in markers.MARKERS]), data=st.data())
def test_every_marker_begins_as_markers_are_looked_for(words: str, data: st.DataObject) -> None:
    told = data.draw(st.from_regex(rf"\A(?:{words})\Z", alphabet=LETTERS))
    text = f"they {told} go there"
    found = [one.span() for one in markers.markers(read(text).words, text, len(text))]
    assert found == [one.span() for one in markers.MARKER.finditer(text)]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Brand helped to found the club.",
            "Brand played in Marby for years, and died before helping to found the club.",
        ),
        ("Brand used the internet.", "Brand writes letters, and is still avoiding the use of the internet."),
        ("The mayor opened the hall.", "The mayor left office before opening the hall."),
    ],
)
def test_what_somebody_avoided_or_died_before_is_not_borne_out(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The heavy rain caused the landslide in Vell.", "The landslide in Vell was likely caused by heavy rain."),
        ("A short circuit started the fire at the mill.", "A short circuit probably started the fire at the mill."),
        ("A short circuit started the fire at the mill.", "A short circuit presumably started the fire at the mill."),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit almost certainly started the fire at the mill.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit seems to have started the fire at the mill.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit appears to have started the fire at the mill.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit is thought to have started the fire at the mill.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit is understood to have started the fire at the mill.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "It is likely that a short circuit started the fire at the mill.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "It is thought that a short circuit started the fire at the mill.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit started the fire at the mill, firefighters believe.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit started the fire at the mill, police suspect.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit started the fire at the mill, experts think.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "In all likelihood, a short circuit started the fire at the mill.",
        ),
        ("A short circuit started the fire at the mill.", "A short circuit most likely started the fire at the mill."),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit started the fire at the mill, it is believed.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "The fire at the mill was started, it seems, by a short circuit.",
        ),
        (
            "Ein Kurzschluss löste den Brand in der Mühle aus.",
            "Ein Kurzschluss löste den Brand in der Mühle wahrscheinlich aus.",
        ),
        (
            "Ein Kurzschluss löste den Brand in der Mühle aus.",
            "Ein Kurzschluss löste vermutlich den Brand in der Mühle aus.",
        ),
        (
            "Ein Kurzschluss löste den Brand in der Mühle aus.",
            "Ein Kurzschluss löste den Brand in der Mühle aus, vermutet die Polizei.",
        ),
        (
            "Ein Kurzschluss löste den Brand in der Mühle aus.",
            "Ein Kurzschluss löste den Brand in der Mühle offenbar aus.",
        ),
        ("Salo fled to Peru in 2014.", "Salo is presumed to have fled to Peru in 2014."),
        ("Salo fled to Peru in 2014.", "Salo is said to have fled to Peru in 2014."),
        ("The painting was stolen by the guard.", "The painting was stolen by the guard, detectives presume."),
        ("The bones belong to a king.", "The bones, it is assumed, belong to a king."),
        ("Salo floh 2014 nach Peru.", "Salo floh 2014 nach Peru, glauben Ermittler."),
    ],
)
def test_what_is_only_likely_is_weaker_than_what_is_so(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.RELATED
    assert WEAKER in judgement.badges


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "A short circuit probably started the fire at the mill.",
            "A short circuit probably started the fire at the mill.",
        ),
        (
            "A short circuit probably started the fire at the mill.",
            "A short circuit most likely started the fire at the mill.",
        ),
        (
            "A short circuit seems to have started the fire at the mill.",
            "A short circuit seems to have started the fire at the mill.",
        ),
        ("A short circuit started the fire at the mill.", "A short circuit started the fire at the mill, police say."),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit started the fire at the mill, which most likely will never reopen.",
        ),
        (
            "A short circuit started the fire at the mill.",
            "A short circuit started the fire at the mill. It is likely to reopen in May.",
        ),
        (
            "Ein Kurzschluss löste vermutlich den Brand in der Mühle aus.",
            "Ein Kurzschluss löste vermutlich den Brand in der Mühle aus.",
        ),
        (
            "The prime minister resigned on Monday.",
            "The prime minister resigned on Monday, a move that analysts believe was overdue.",
        ),
        ("Salo fled to Peru in 2014.", "Salo fled to Peru in 2014, where he seems to have worked as a cook."),
        ("Salo fled to Peru in 2014.", "Salo fled to Peru in 2014, investigators found."),
        ("Salo is presumed to have fled to Peru in 2014.", "Salo is presumed to have fled to Peru in 2014."),
        ("58 percent of likely voters back Lind.", "Lind is backed by 58 percent of likely voters."),
    ],
)
def test_a_claim_with_the_same_hedge_agrees_and_another_clause_says_nothing(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The fertility rate is the number of children a woman has in her life.",
            "The fertility rate is the number of children a woman is expected to have in her life.",
        ),
        (
            "Life expectancy is the number of years a child lives.",
            "Life expectancy is the number of years a newborn child is expected to live.",
        ),
    ],
)
def test_what_defines_a_rate_is_no_forecast(claim: str, passage: str) -> None:
    assert not any(one.comparator == "modality" for one in compare(claim, passage).reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Police held three men in Vell.", "Three men suspected of planning a raid were held by police in Vell."),
        ("Police held three men in Vell.", "Three men accused of trying to rob a bank were held by police in Vell."),
        ("Police held three men in Vell.", "Three men hoping to cross the border were held by police in Vell."),
    ],
)
def test_what_tells_of_a_noun_reaches_no_verb_behind_it(claim: str, passage: str) -> None:
    assert not any(one.comparator == "modality" for one in compare(claim, passage).reasons)
