"""Two translations of one saying: other words agree, another figure, name or sense does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.stance.reading.badges import TRANSLATED

HOMES = '"We will build 40 new homes in Ostwick," the mayor said.'
GREEN = "“Unemployment rose by 5 per cent in Bavaria”, Huber said."
MET = '"I met Putin in Moscow on 3 May," Steiner said.'


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (HOMES, 'The mayor said: "In Ostwick we shall build 40 new houses."'),
        (GREEN, "Huber said: “Unemployment in Bavaria has risen by 5 percent.”"),
        (MET, '"I have met with Putin in Moscow on May 3," Steiner said.'),
        ('"We lost 12 jobs in Munich last year," Vogt said.', 'Vogt said: "Last year we lost 12 jobs in München."'),
        ('"The bridge in Arle is unsafe," Vogt said.', 'Vogt said: "The bridge in Arle is not safe."'),
        ('"The law was rejected in May," Vogt said.', 'Vogt said: "The law was not accepted in May."'),
        ('"Nobody will be left behind," Vogt said.', 'Vogt said: "No one will be left behind."'),
    ],
)
def test_other_words_are_no_alteration(claim: str, passage: str) -> None:
    judgement = compare(claim, passage, translated=True)
    assert judgement.stance is not Stance.CONFLICTS
    assert TRANSLATED in judgement.badges


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        (HOMES, 'The mayor said: "In Ostwick we shall build 60 new houses."', "40; the source says 60"),
        (HOMES, '"We shall be building 60 new houses here in Ostwick", said the mayor.', "40; the source says 60"),
        (GREEN, "Huber said: “Unemployment in Bavaria has risen by 7 percent.”", "5 per cent; the source says 7"),
        (GREEN, "Huber said: “Unemployment in Saxony has risen by 5 percent.”", "Bavaria / Saxony"),
        (GREEN, "Huber said: “Unemployment in Bavaria has fallen by 5 percent.”", "denies"),
        (MET, '"I saw Lavrov in Moscow on 3 May," Steiner said.', "Putin / Lavrov"),
        (MET, '"I have never met Putin in Moscow, not on 3 May nor later," Steiner said.', ""),
        (
            'Merkel said: "Germany will take in 800,000 refugees this year."',
            'Merkel said: "Germany is not going to accept 800,000 refugees in the current year."',
            "denies",
        ),
        (
            "„Wir bauen 40 neue Wohnungen in Arle“, sagte Vogt.",
            "Vogt sagte: „In Arle bauen wir 60 neue Wohnungen.“",
            "60",
        ),
        ("„Wir bauen neue Wohnungen in Arle“, sagte Vogt.", "Vogt sagte: „In Arle bauen wir keine neuen.“", ""),
    ],
)
def test_another_figure_name_or_sense_conflicts(claim: str, passage: str, told: str) -> None:
    judgement = compare(claim, passage, translated=True)
    if told:
        assert judgement.stance is Stance.CONFLICTS
        assert any(told in reason.message for reason in judgement.reasons)
        assert all(claim[s.start : s.end] == s.text for r in judgement.reasons for s in r.claim_spans)
        assert all(passage[s.start : s.end] == s.text for r in judgement.reasons for s in r.passage_spans)
    assert judgement.stance is not Stance.CORROBORATES


@pytest.mark.parametrize(
    "passage",
    [
        'The mayor said: "We opened 12 schools in Arle in May."',
        'Huber said: "In Ostwick they want to build 60 new houses."',  # another speaker
        "The council of Ostwick met on Tuesday.",
    ],
)
def test_another_saying_is_no_conflict_of_a_translation(passage: str) -> None:
    assert not any("translated quotation" in r.message for r in compare(HOMES, passage, translated=True).reasons)


def test_nothing_is_a_translation_that_is_not_declared_so() -> None:
    judgement = compare(HOMES, 'The mayor said: "In Ostwick we shall build 60 new houses."')
    assert TRANSLATED not in judgement.badges
    assert not any("translat" in reason.message for reason in judgement.reasons)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_texts_give_spans_that_stand_in_them(one: str, other: str) -> None:
    claim, passage = f'Vogt said: "{one} 40 homes in Arle."', f'Vogt said: "60 houses in Arle {other}."'
    judgement = compare(claim, passage, translated=True)
    assert all(claim[s.start : s.end] == s.text for r in judgement.reasons for s in r.claim_spans)
    assert all(passage[s.start : s.end] == s.text for r in judgement.reasons for s in r.passage_spans)
