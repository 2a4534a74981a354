"""How often something was done: "twice" beside "once" conflicts, where all else is the same; all pairs are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare

OTHERS = [
    ("The brake had failed twice before the crash.", "The brake had failed once before the crash."),
    ("The bridge was closed twice in 2023.", "The bridge was closed three times in 2023."),
    ("The mayor was arrested once.", "The mayor was arrested twice."),
    ("The ferry has run aground 3 times since 2010.", "The ferry has run aground twice since 2010."),
    ("The dam broke twice in ten years.", "The dam broke once in ten years."),
    ("The council rejected the plan twice.", "The council rejected the plan only once."),
    ("The reactor was shut down four times in 2022.", "The reactor was shut down twice in 2022."),
    ("The lift is inspected twice a year.", "The lift is inspected once a year."),
    ("Die Bremse hat zweimal versagt.", "Die Bremse hat einmal versagt."),
    ("Der Minister wurde dreimal verurteilt.", "Der Minister wurde zweimal verurteilt."),
    ("Die Fähre lief zweimal auf Grund.", "Die Fähre lief dreimal auf Grund."),
    ("Der Verein gewann das Turnier viermal.", "Der Verein gewann das Turnier 3 Mal."),
    ("Die Brücke wurde 2023 zwei Mal gesperrt.", "Die Brücke wurde 2023 nur einmal gesperrt."),
]
THE_SAME = [
    ("The brake had failed twice before the crash.", "The brake had failed two times before the crash."),
    ("The team won the race three times.", "The team won the race 3 times."),
    ("Die Bremse hat zweimal versagt.", "Die Bremse hat zwei Mal versagt."),
]
OPEN = [
    ("The brake had failed twice.", "The train had failed once, and the brake was replaced."),
    ("The mayor was elected twice.", "The mayor was once elected in Leeds."),
    ("The town was twice a port.", "The town was once a port."),
    ("The bridge was closed twice in 2023.", "The bridge was closed once in 2022."),
    ("The bridge was closed twice.", "The bridge was closed at least once."),
    ("The firm was fined twice.", "The firm was fined more than once."),
    ("The plan was rejected twice.", "The plan was passed once."),
    ("The ferry sank twice.", "The ferry sank once again."),
    ("The clerk was convicted twice of fraud.", "The clerk was convicted once of theft."),
    ("The mine was flooded twice.", "All at once the mine was flooded."),
    ("The mine was flooded twice.", "The mine was flooded once in May and once in June."),
    ("The lift is inspected twice a year.", "The lift is inspected once a month."),
    ("The brake had not failed twice.", "The brake had failed once."),
    ("Der Wirt wurde zweimal gewählt.", "Der Wirt wurde auf einmal gewählt."),
    ("Der Wirt wurde zweimal gewählt.", "Der Wirt wurde mindestens einmal gewählt."),
    ("Die Stadt war zweimal ein Hafen.", "Die Stadt war einmal ein Hafen."),
]


@pytest.mark.parametrize(("claim", "passage"), OTHERS)
def test_another_number_of_times_conflicts(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert judgement.stance is Stance.CONFLICTS
    assert "; the source says " in judgement.reasons[0].message
    assert compare(passage.replace(" only ", " ").replace(" nur ", " "), claim).stance is Stance.CONFLICTS


@pytest.mark.parametrize(("claim", "passage"), THE_SAME)
def test_as_often_in_other_words_is_the_same(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance is Stance.CORROBORATES


@pytest.mark.parametrize(("claim", "passage"), OPEN)
def test_what_counts_otherwise_or_no_times_conflicts_with_nothing(claim: str, passage: str) -> None:
    assert compare(claim, passage).stance not in (Stance.CONFLICTS, Stance.CORROBORATES)
