"""A weaker or stronger modality is a badge beside the stance; the examples are ours."""

from __future__ import annotations

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.stance.reading.badges import STRONGER, WEAKER

LESS = [
    ("The firm has closed its mill in Tarn.", "The firm plans to close its mill in Tarn."),
    ("The firm closed its mill in Tarn.", "The firm said it would close its mill in Tarn."),
    ("The firm closed its mill in Tarn.", "The firm hopes to close its mill in Tarn."),
    ("The town bought nine electric buses.", "The town wants to buy nine electric buses."),
    ("The bank raised its rate to 4%.", "The bank is expected to raise its rate to 4%."),
    ("The ferries always leave late from Skei.", "The ferries often leave late from Skei."),
    ("The judge never reads letters from lawyers.", "The judge rarely reads letters from lawyers."),
    ("Roe was the only member who voted for it.", "Roe was one of the members who voted for it."),
    ("Der Verein hat sein Stadion in Tarn verkauft.", "Der Verein will sein Stadion in Tarn verkaufen."),
    ("Der Verein verkaufte sein Stadion in Tarn.", "Der Verein kündigte an, sein Stadion in Tarn zu verkaufen."),
    ("Die Fähren fahren immer zu spät von Skei ab.", "Die Fähren fahren oft zu spät von Skei ab."),
    ("Tarn war die erste Stadt, die Feuerwerk verbot.", "Tarn war eine der ersten Städte, die Feuerwerk verboten."),
    ("Die Bank wird den Zins auf 4 Prozent erhöhen.", "Die Bank könnte den Zins auf 4 Prozent erhöhen."),
]


@pytest.mark.parametrize(("surer", "less_sure"), LESS)
def test_a_source_that_commits_itself_to_less_or_more_has_a_badge_and_is_no_conflict(
    surer: str, less_sure: str
) -> None:
    weaker, stronger = compare(surer, less_sure), compare(less_sure, surer)
    assert WEAKER in weaker.badges
    assert STRONGER in stronger.badges
    assert weaker.stance is Stance.RELATED
    assert stronger.stance is not Stance.CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The firm closed its mill in Tarn.", "The firm has closed its mill in Tarn."),
        ("The firm plans to close its mill in Tarn.", "The firm intends to close its mill in Tarn."),
        ("The firm may close its mill in Tarn.", "The firm could close its mill in Tarn."),
        ("The firm must close its mill in Tarn.", "The firm has to close its mill in Tarn."),
        ("The bank raised its rate to 4%.", "The bank raised its rate to 4% and may raise it again."),
        ("Some ferries left late from Skei.", "A few ferries left late from Skei."),
        ("Der Verein hat sein Stadion in Tarn verkauft.", "Der Verein verkaufte sein Stadion in Tarn."),
        ("The minister was not obliged to answer.", "The minister was obliged to answer."),
        ("The watch will ship in March.", "New watch to ship in March"),
    ],
)
def test_where_both_are_as_sure_there_is_no_badge(claim: str, passage: str) -> None:
    assert {WEAKER, STRONGER}.isdisjoint(compare(claim, passage).badges)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("All schools in Vell closed.", "Almost all schools in Vell closed."),
        ("The rain may close the road.", "The rain closed the road."),
        ("Owners always pay the levy.", "Owners often pay the levy."),
    ],
)
def test_no_badge_stands_unexplained(claim: str, passage: str) -> None:
    judgement = compare(claim, passage)
    assert {WEAKER, STRONGER} & set(judgement.badges)
    assert any(one.comparator in ("modality", "small words") for one in judgement.reasons)


def test_what_is_said_of_almost_all_of_something_else_is_no_limit() -> None:
    passage = "Norsk recalled 2.03 million cars, almost all it had made, in May."
    assert WEAKER not in compare("Norsk recalled 2.03 million cars in May.", passage).badges


def test_can_and_cannot_are_equally_possible() -> None:
    assert not compare("The vaccinated cannot pass it on.", "The vaccinated can pass it on, a study says.").badges
