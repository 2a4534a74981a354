"""What was decided in one go is taken back in one go, and brought back so."""

from __future__ import annotations

from pathlib import Path

from factcheck.corpus.readers import ArticleFile
from factcheck.domain import WITH, Stance
from factcheck.review.items import key_of
from factcheck.workbench import Workbench
from factcheck.workbench.checking import check
from factcheck.workbench.confirming import confirm
from factcheck.workbench.log_names import names_in
from factcheck.workbench.name_ticks import tick_name
from factcheck.workbench.ticking import tick
from factcheck.workbench.undoing import overruled
from tests.factory import make_bench
from tests.tui.workspace import bench_at, fill

COUNTED = "The parks office counted 31,000 trees in its report."


def a_fact(folder: Path) -> tuple[Workbench, str, str]:
    """A claim whose one number stands in its one piece of evidence; its id, and the evidence's."""
    bench = bench_at(fill(folder, 1, sentences=(COUNTED,), each=1, every=1))
    view = bench.claim(bench.find_claim("1"))
    return bench, view.claim.id, view.evidence[0].id


def test_one_undo_takes_back_a_confirmation_with_its_stance_and_ticks(tmp_path: Path) -> None:
    bench, claim, evidence = a_fact(tmp_path)
    done = confirm(bench, claim, evidence, ticks=True)
    assert [item.span.text for item in done.ticked] == ["31,000"]
    undone = bench.undo()
    assert undone
    assert [event.kind for event in undone.events] == ["stance", "verdict", "ticked"]
    state = bench.claim(claim).state
    assert (state.verdict, state.stances, state.ticks) == (None, {}, {})
    assert bench.undo() is None
    again = bench.redo()
    assert again
    assert again.events == undone.events
    state = bench.claim(claim).state
    assert state.verdict
    assert len(state.stances) == len(state.ticks) == 1
    assert bench.redo() is None


def test_a_stance_of_before_stays_when_the_confirmation_is_taken_back(tmp_path: Path) -> None:
    bench, claim, evidence = a_fact(tmp_path)
    bench.set_stance(claim, evidence, Stance.CORROBORATES)
    assert confirm(bench, claim, evidence).ticked == ()
    bench.undo()
    state = bench.claim(claim).state
    assert state.verdict is None
    assert state.stances
    assert bench.undo()
    assert not bench.claim(claim).state.stances


def test_a_verdict_goes_with_the_citations_that_it_brought(tmp_path: Path) -> None:
    bench = make_bench(tmp_path)
    bench.set_stance("c0001", "c0001-a", Stance.CORROBORATES)
    bench.set_verdict("c0001", "confirmed", "It says so.", cite=["c0001-a"])
    bench.undo()
    state = bench.claim("c0001").state
    assert (state.verdict, state.cited) == (None, ())
    assert state.stances


def test_a_name_ticked_in_several_claims_is_one_decision(tmp_path: Path) -> None:
    text = "Anna Berg opened the hall in 1987. The hall was paid for by Anna Berg in May."
    bench = Workbench.open(tmp_path / "work", user="alice", create=True)
    check(bench, ArticleFile(text=text), "a.txt")
    _, items = tick_name(bench, bench.articles()[0], "Anna Berg", "Register, page 3")
    assert items == 2
    undone = bench.undo()
    assert undone
    assert undone.others == 1
    assert not any(bench.claim(row.id).state.ticks for row in bench.summaries())


def test_two_decisions_on_one_claim_stay_two(tmp_path: Path) -> None:
    bench, claim, evidence = a_fact(tmp_path)
    tick(bench, claim, ["1"], evidence=evidence)
    bench.set_stance(claim, evidence, Stance.RELATED)
    bench.undo()
    state = bench.claim(claim).state
    assert not state.stances
    assert [key_of(item) for item in bench.claim(claim).claim.items if key_of(item) in state.ticks]
    assert all(WITH not in event.body for event in bench.history(claim))


def test_claims_and_evidence_are_named_as_people_name_them(tmp_path: Path) -> None:
    bench, claim, evidence = a_fact(tmp_path)
    confirm(bench, claim, evidence)
    bench.undo()
    named = names_in(bench, bench.history(claim))
    assert (named(claim), named(evidence), named("c9")) == ("1", "e1", "c9")


def test_a_later_decision_of_somebody_else_that_stands_is_told(tmp_path: Path) -> None:
    alice, claim, evidence = a_fact(tmp_path)
    alice.set_stance(claim, evidence, Stance.CORROBORATES)
    bob = bench_at(tmp_path, "bob")
    bob.set_stance(claim, evidence, Stance.CONFLICTS)
    for undone in (alice.undo(), alice.redo()):
        assert undone
        assert overruled(alice, undone) == ("bob's later conflicts stands",)
    other, mine, piece = a_fact(tmp_path / "other")
    other.set_stance(mine, piece, Stance.CORROBORATES)
    undone = other.undo()
    assert undone
    assert overruled(other, undone) == ()
