"""The number by which people know a piece of evidence goes with the claim into every revision of its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.corpus.readers import parse_article
from factcheck.domain import ReviewState, Stance
from factcheck.workbench import Workbench
from factcheck.workbench.articles import status_of
from factcheck.workbench.auditing import first_wrong_row
from factcheck.workbench.checking import check
from factcheck.workbench.differences import orphans, place
from factcheck.workbench.since_signing import conflicting_since, unjudged_since
from factcheck.workbench.stored_states import differing_states
from tests.cli.command import called
from tests.factory import tick_items

HEAD = "A tunnel under the fjord\n\n14 November 2024\n\n"
TUNNEL = "The tunnel under the fjord is 900 metres long."
LAMPS = "The tunnel has 60 lamps."
OPENED = "The governor opened it on 2 May 2024."
COST = "The county paid 8 million crowns for it."
SOURCES = {
    "register.txt": "The tunnel under the fjord is 900 metres long, the register says.",
    "paper.txt": "The fjord tunnel is some 900 metres long, the paper says.",
    "guide.txt": "A guide to the fjord: its tunnel is 850 metres long.",
}


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    bench = Workbench.open(tmp_path / "ws", user="alice", create=True)
    for name, words in SOURCES.items():
        (tmp_path / name).write_text(f"2024-05-01\n{name}\n\n{words}\n")
    draft(bench, TUNNEL, LAMPS, COST, corpus=[tmp_path / name for name in SOURCES])
    return bench


def draft(bench: Workbench, *sentences: str, corpus: list[Path] | None = None) -> None:
    article = parse_article((HEAD + "\n\n".join(sentences) + "\n").encode(), "tunnel.txt")
    of = next((one.id for one in bench.articles()), "")
    check(bench, article, "tunnel.txt", corpus_paths=corpus or [], revision_of=of)


def claim_with(bench: Workbench, words: str) -> str:
    (found,) = [row.id for row in bench.summaries() if words in row.verbatim]
    return found


def named(bench: Workbench, claim: str) -> dict[str, str]:
    """What people call each piece of evidence of a claim, and the title of its source."""
    view = bench.claim(claim)
    return {view.state.name_of(item.id): item.candidate.source.title for item in view.evidence}


def sign_on_the_second(bench: Workbench, claim: str) -> None:
    second = next(item for item in bench.claim(claim).evidence if bench.claim(claim).state.name_of(item.id) == "e2")
    bench.set_stance(claim, second.id, Stance.CORROBORATES)
    bench.set_verdict(claim, "confirmed", "it says so")
    tick_items(bench, claim)
    bob = Workbench.open(bench.workspace, user="bob")
    bob.sign(claim, bob.claim(claim).state.binding)


def sound(bench: Workbench) -> bool:
    return not list(differing_states(bench.store)) and first_wrong_row(bench.store) == ""


def test_evidence_that_nobody_judged_keeps_its_number_and_did_not_come_after_the_sign_off(alice: Workbench) -> None:
    claim = claim_with(alice, "900 metres")
    sign_on_the_second(alice, claim)
    before = named(alice, claim)
    assert list(before) == ["e1", "e2", "e3"]
    for sentences in ((COST, TUNNEL, LAMPS), (TUNNEL, LAMPS)):
        draft(alice, *sentences)
        claim = claim_with(alice, "900 metres")
        assert named(alice, claim) == before
        assert unjudged_since(alice, alice.claim(claim).state) == ()
    assert sound(alice)


def test_what_comes_into_the_archive_later_is_numbered_on(alice: Workbench, tmp_path: Path) -> None:
    claim = claim_with(alice, "900 metres")
    sign_on_the_second(alice, claim)
    before = named(alice, claim)
    draft(alice, TUNNEL, LAMPS)
    (tmp_path / "atlas.txt").write_text("2024-06-01\natlas.txt\n\nThe tunnel under the fjord is 900 metres long.\n")
    draft(alice, TUNNEL, LAMPS, corpus=[tmp_path / "atlas.txt"])
    claim = claim_with(alice, "900 metres")
    assert named(alice, claim) == before | {"e4": "atlas.txt"}
    assert unjudged_since(alice, alice.claim(claim).state) == ("e4",)
    assert sound(alice)


def test_the_number_of_evidence_that_a_later_search_dropped_is_not_given_to_another(alice: Workbench) -> None:
    claim = claim_with(alice, "900 metres")
    before = named(alice, claim)
    first = next(item for item in alice.claim(claim).evidence if alice.claim(claim).state.name_of(item.id) == "e1")
    with alice.open_corpus() as corpus:
        corpus.remove([first.candidate.source.id])
    draft(alice, TUNNEL, LAMPS, COST)
    draft(alice, COST, TUNNEL)
    claim = claim_with(alice, "900 metres")
    assert named(alice, claim) == {name: title for name, title in before.items() if name != "e1"}
    assert sound(alice)


def test_a_changed_claim_knows_its_evidence_by_the_same_numbers(alice: Workbench) -> None:
    claim = claim_with(alice, "900 metres")
    sign_on_the_second(alice, claim)
    before = named(alice, claim)
    draft(alice, TUNNEL.replace("900", "950"), LAMPS)
    assert named(alice, claim_with(alice, "950 metres")) == before
    assert sound(alice)


def test_an_orphan_that_is_placed_has_each_passage_once(alice: Workbench) -> None:
    draft(alice, TUNNEL, LAMPS, COST, LAMPS, OPENED)
    first, second = sorted((row for row in alice.summaries() if "60 lamps" in row.verbatim), key=lambda row: row.start)
    sign_on_the_second(alice, second.id)
    before = named(alice, second.id)
    draft(alice, OPENED, LAMPS, COST, TUNNEL)
    (article,) = alice.articles()
    (orphan,) = orphans(alice.store, article.revision)
    claim = claim_with(alice, "60 lamps")
    place(alice, orphan, claim)
    assert first.id != orphan == second.id
    assert named(alice, claim) == before
    assert sound(alice)


def test_conflicting_evidence_that_came_after_a_sign_off_is_told_apart_and_held(
    alice: Workbench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = claim_with(alice, "900 metres")
    sign_on_the_second(alice, claim)
    gate = ("--workspace", str(alice.workspace), "claim-list", "--text", "900", "--fail-on", "conflicting")
    assert called(capsys, *gate).code == 0
    assert conflicting_since(alice, list(alice.summaries())) == {}
    later = [tmp_path / "atlas.txt", tmp_path / "almanac.txt"]
    for path, metres in zip(later, (400, 900), strict=True):
        path.write_text(f"2024-06-01\n{path.name}\n\nThe tunnel under the fjord is {metres} metres long.\n")
    draft(alice, TUNNEL, LAMPS, COST, corpus=later)
    names = {title: name for name, title in named(alice, claim).items()}
    atlas, almanac = names["atlas.txt"], names["almanac.txt"]
    assert alice.claim(claim).state.review_state is ReviewState.SIGNED
    assert conflicting_since(alice, list(alice.summaries())) == {claim: (atlas,)}
    told = status_of(alice, alice.articles()[0]).remarks
    number = alice.store.summary(claim).number
    assert f"claim {number}: conflicting evidence came after it was signed, and nobody judged it: {atlas}" in told
    assert f"claim {number}: evidence came after it was signed, and nobody judged it: {almanac}" in told
    held = called(capsys, *gate)
    assert held.code == 1
    assert "1 conflicting" in held.err
    assert f"conflicting evidence came after claim {number} ({atlas}) was signed" in held.err
    (tmp_path / "tunnel.txt").write_text(f"{HEAD}{TUNNEL}\n\n{LAMPS}\n\n{COST}\n")
    checked = called(capsys, "--workspace", str(alice.workspace), "check", str(tmp_path / "tunnel.txt"))
    assert f"conflicting evidence came after claim {number} ({atlas}) was signed" in checked.err
