"""Evidence that a person finds in the corpus or selects in a source: judged, kept once, watched as all other is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.domain import SourceState, Stance
from factcheck.errors import ConflictError, GuardError, InputError, NoWorkspaceError
from factcheck.workbench import Workbench
from factcheck.workbench.gathering import document_of, gather, passage_of, place_in, search_for
from factcheck.workbench.verifying import verify
from tests.tui.workspace import bench_at, fill
from tests.workbench.test_revising import COST, QUAY, SHEDS, claim_with, draft

MINUTES = "2024-05-03\nMinutes\n\nThe harbour master said the old sheds were torn down in April.\n\nNobody objected."


@pytest.fixture
def alice(tmp_path: Path) -> Workbench:
    """An article about a harbour, and a corpus with the minutes of a meeting that its own search does not find."""
    (tmp_path / "minutes.txt").write_text(MINUTES)
    bench = Workbench.open(tmp_path / "ws", user="alice", create=True)
    draft(bench, QUAY, SHEDS, COST, corpus=[tmp_path / "minutes.txt"])
    return bench


def test_own_words_find_what_the_claim_did_not_and_it_is_kept_once(alice: Workbench) -> None:
    claim = claim_with(alice, QUAY.rstrip("."))
    before = alice.claim(claim).state
    found = search_for(alice, claim, "torn down in April")
    assert "torn down in April" in found[0].candidate.passage.text
    assert alice.claim(claim).state == before, "to look changes nothing"
    kept = gather(alice, claim, found[0], seen=before.seq)
    view = alice.claim(claim)
    assert [item.id for item in view.evidence][-1] == kept.id
    assert kept.id not in view.state.stances
    with pytest.raises(InputError, match="is evidence of the claim already"):
        gather(alice, claim, found[0])
    alice.set_stance(claim, kept.id, Stance.RELATED)
    assert verify(alice.store).wrong == ""


def test_quoted_words_must_stand_side_by_side(alice: Workbench) -> None:
    claim = claim_with(alice, QUAY.rstrip("."))
    assert search_for(alice, claim, '"old sheds"')
    assert not search_for(alice, claim, '"sheds old"')


def test_a_search_needs_words_and_a_corpus(alice: Workbench, tmp_path: Path) -> None:
    claim = claim_with(alice, QUAY.rstrip("."))
    with pytest.raises(GuardError, match="a search needs words"):
        search_for(alice, claim, "  ")
    with bench_at(fill(tmp_path / "bare", 1)) as bare, pytest.raises(NoWorkspaceError):
        search_for(bare, bare.find_claim("1"), "sheds")


def test_a_stretch_of_a_document_is_evidence_with_its_place(alice: Workbench) -> None:
    claim = claim_with(alice, QUAY.rstrip("."))
    source = search_for(alice, claim, "harbour master")[0].candidate.source.id
    document = document_of(alice, claim, source[:10])
    start, end = place_in(document, "The harbour master said the old sheds were torn down")
    item = gather(alice, claim, passage_of(alice, claim, document, start, end))
    assert item.candidate.passage.text == document.text[start:end]
    assert item.candidate.locator.startswith("paragraph")
    assert item.candidate.source.id == source


def test_words_that_stand_nowhere_and_bounds_without_a_word_are_refused(alice: Workbench) -> None:
    claim = claim_with(alice, QUAY.rstrip("."))
    document = document_of(alice, claim, search_for(alice, claim, "harbour master")[0].candidate.source.id)
    with pytest.raises(InputError, match="does not stand in"):
        place_in(document, "zebra")
    with pytest.raises(InputError, match=r"no bounds|no word"):
        passage_of(alice, claim, document, 5, 5)
    with pytest.raises(InputError, match="no such document"):
        document_of(alice, claim, "ffffffffffff")


def test_its_source_is_watched(alice: Workbench, tmp_path: Path) -> None:
    claim = claim_with(alice, QUAY.rstrip("."))
    item = gather(alice, claim, search_for(alice, claim, "torn down in April")[0])
    with alice.open_corpus() as corpus:
        corpus.remove([item.candidate.source.id])
    assert alice.claim(claim).source_states[item.id] is SourceState.GONE


def test_anothers_decision_since_is_a_conflict(alice: Workbench) -> None:
    claim = claim_with(alice, QUAY.rstrip("."))
    view = alice.claim(claim)
    found = search_for(alice, claim, "torn down in April")
    with Workbench.open(alice.workspace, user="bob") as bob:
        bob.set_verdict(claim, "not-checkable", "A test.")
    with pytest.raises(ConflictError, match="changed by bob"):
        gather(alice, claim, found[0], seen=view.state.seq)


def test_a_stretch_of_a_recording_has_the_times_of_its_own_words(alice: Workbench, tmp_path: Path) -> None:
    talk = tmp_path / "talk.srt"
    talk.write_text(
        "1\n00:00:01,000 --> 00:00:04,000\nThe quay was full.\n\n2\n00:09:00,000 --> 00:09:04,000\nThe sheds\n\n"
        "3\n00:09:04,000 --> 00:09:08,000\nare in Harwick.\n"
    )
    claim = claim_with(alice, QUAY.rstrip("."))
    with alice.open_corpus() as corpus:
        corpus.add([talk])
        source = next(one for one in corpus.sources() if one.path.endswith("talk.srt"))
    document = document_of(alice, claim, source.id)
    item = passage_of(alice, claim, document, *place_in(document, "The sheds are in Harwick"))
    assert item.candidate.locator == "00:09:00 to 00:09:04"
