"""The main job on real files: complete, repeatable, and completed after a kill."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.corpus.readers import ArticleFile, read_article
from factcheck.demo import ARTICLE, CORPUS
from factcheck.domain import Search, Stance, Turn
from factcheck.errors import ConflictError, GuardError, InputError, SettingsError, StateError
from factcheck.matching import filters
from factcheck.matching.semantic import PACKAGE
from factcheck.review.kinds import Kind
from factcheck.settings import load_settings
from factcheck.stance.reading.badges import OWN_TEXT
from factcheck.workbench import Workbench
from factcheck.workbench.checking import CheckReport, check
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.revisions import make_revision
from tests.conftest import needs_embeddings
from tests.factory import first_fault

TEXT = (
    "Lake ferry to stop in October\n\n"
    "The lake authority will stop the ferry in October, its director Ada Holm said on Thursday.\n\n"
    "“Forty people use it on a working day,” Holm said. The ferry has run since 1931.\n"
)
SOURCES = {
    "minutes.txt": "2024-05-02\nMinutes\n\nDirector Ada Holm told the board that the ferry will stop in October.\n",
    "paper.txt": "2024-05-03\nFerry\n\nOnly twelve people use the ferry on a working day, the lake authority said.\n",
}

DEFAULTS = filters(**load_settings(None, {}).limits)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, text in SOURCES.items():
        (folder / name).write_text(text)
    return folder


def run(workspace: Path, archive: Path, text: str = TEXT, published: date | None = date(2024, 5, 3)) -> CheckReport:
    with Workbench.open(workspace, user="alice", create=True) as bench:
        return check(bench, ArticleFile(text=text), "ferry.txt", corpus_paths=[archive], published=published)


def test_two_checks_of_one_article_at_once_match_it_once(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("The ferry will stop in October, director Ada Holm told the board.\n")
    text = "The lake authority will stop the ferry in October, its director Ada Holm said.\n"

    def run(user: str) -> int:
        with Workbench.open(tmp_path / "ws", user=user) as bench:
            article = ArticleFile(text=text, title="Ferry")
            return check(bench, article, "ferry.txt", corpus_paths=[tmp_path / "minutes.txt"]).matched

    Workbench.open(tmp_path / "ws", user="alice", create=True).close()
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(run, ["alice", "bob"])) == [0, 1]


def test_claims_are_found_matched_and_judged_with_exact_spans(tmp_path: Path, archive: Path) -> None:
    report = run(tmp_path / "ws", archive)
    assert report.claims >= 3
    assert report.documents == 2
    assert report.title == "Lake ferry to stop in October"
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        views = [bench.claim(row.id) for row in bench.summaries()]
    for view in views:
        assert TEXT[view.claim.start : view.claim.end] == view.claim.verbatim
        assert view.state.search
        assert view.state.search.documents == 2
        for item in view.evidence:
            assert item.candidate.digest
            assert item.candidate.origin
            assert item.candidate.locator
    assert any(e.candidate.source.title == "Minutes" for v in views for e in v.evidence)


def test_checking_again_does_nothing_again(tmp_path: Path, archive: Path) -> None:
    first = run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws") as bench:
        before = list(bench.events())
    second = run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws") as bench:
        assert list(bench.events()) == before
    assert (first.matched, second.matched, second.documents_added) == (first.claims, 0, 0)


def test_two_runs_on_the_same_input_give_the_same_claims_and_evidence(tmp_path: Path, archive: Path) -> None:
    for name in ("a", "b"):
        run(tmp_path / name, archive)
    with Workbench.open(tmp_path / "a") as a, Workbench.open(tmp_path / "b") as b:
        assert [a.claim(r.id) for r in a.summaries()] == [b.claim(r.id) for r in b.summaries()]


def test_a_grown_corpus_is_searched_again_and_decisions_stay(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        claim = next(row.id for row in bench.summaries() if row.related + row.conflicts + row.corroborates)
        evidence = bench.claim(claim).evidence[0].id
        bench.set_verdict(claim, "confirmed", "minutes", cite=[evidence])
    (archive / "new.txt").write_text("The ferry across the lake carried forty people on a working day.\n")
    report = run(tmp_path / "ws", archive)
    assert report.matched == report.claims
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        state = bench.claim(claim).state
        assert state.verdict
        assert evidence in state.evidence


def configure(workspace: Path, text: str) -> None:
    (workspace / "factcheck.toml").write_text(f"[matching]\n{text}\n")


def searches(workspace: Path) -> list[Search | None]:
    with Workbench.open(workspace) as bench:
        return [bench.claim(row.id).state.search for row in bench.summaries()]


@pytest.mark.parametrize(
    "limit",
    ["retrieve = 7", "keep = 1", "floor = 0.5", pytest.param("semantic = true", marks=needs_embeddings)],
)
def test_other_limits_are_searched_with_anew(tmp_path: Path, archive: Path, limit: str) -> None:
    workspace = tmp_path / "ws"
    first = run(workspace, archive)
    for text in (limit, ""):
        configure(workspace, text)
        assert run(workspace, archive).matched == first.claims
        assert run(workspace, archive).matched == 0
        name = limit.split(maxsplit=1)[0]
        told = [name in f"{search.filters}" and search.filters != DEFAULTS for search in searches(workspace) if search]
        assert told == [bool(text)] * first.claims


@needs_embeddings
def test_scores_by_meaning_are_those_shown_and_decisions_stay(tmp_path: Path, archive: Path) -> None:
    workspace = tmp_path / "ws"
    run(workspace, archive)
    with Workbench.open(workspace, user="alice") as bench:
        claims = [row.id for row in bench.summaries() if bench.claim(row.id).evidence]
        before = {claim: bench.claim(claim).evidence for claim in claims}
        judged = before[claims[0]][0].id
        bench.set_stance(claims[0], judged, Stance.CONFLICTS)
    configure(workspace, "semantic = true")
    run(workspace, archive)
    with Workbench.open(workspace, user="alice") as bench:
        after = {claim: bench.claim(claim) for claim in claims}
        event = next(e for e in reversed(list(bench.events())) if e.kind == Kind.MATCHED)
    assert any(engine.startswith(f"{PACKAGE}/") for engine in event.body["engines"])
    assert after[claims[0]].state.stances[judged]
    for claim in claims[1:]:
        old = {item.candidate.passage: item.candidate.score for item in before[claim]}
        new = {item.candidate.passage: item.candidate.score for item in after[claim].evidence}
        assert any(old.get(passage) != score for passage, score in new.items())


@pytest.mark.usefixtures("no_embeddings")
def test_without_the_extra_nothing_found_before_is_lost(tmp_path: Path, archive: Path) -> None:
    workspace = tmp_path / "ws"
    workspace.mkdir()
    configure(workspace, "semantic = true")
    with pytest.raises(SettingsError, match="pip install"):
        run(workspace, archive)
    configure(workspace, "semantic = false")
    report = run(workspace, archive)
    assert report.matched == report.claims >= 3


def test_the_dateline_is_the_options_then_the_metadatas_then_the_texts() -> None:
    text = "2 May 2024\n\nThe ferry stops.\n"
    metadata = ArticleFile(text=text, published=date(2024, 5, 3), published_from="the front matter")
    given = make_revision(metadata, "a", date(2024, 5, 4))
    assert (given.published, given.published_from) == (date(2024, 5, 4), "the option --published")
    assert make_revision(metadata, "a", None).published_from == "the front matter"
    from_text = make_revision(ArticleFile(text=text), "a", None)
    assert from_text.published == date(2024, 5, 2)
    assert "2 May 2024" in from_text.published_from
    assert make_revision(ArticleFile(text="The ferry stops."), "a", None).published is None


def test_an_article_without_a_sentence_gives_no_claims(tmp_path: Path, archive: Path) -> None:
    assert run(tmp_path / "ws", archive, text="*** 123 ***\n").claims == 0


def test_a_missing_corpus_path_is_told_and_the_claims_are_kept(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        run(tmp_path / "ws", tmp_path / "nowhere")
    with Workbench.open(tmp_path / "ws") as bench:
        assert len(list(bench.summaries())) >= 3


CHECKING = """
import sys
from pathlib import Path
from factcheck.corpus.readers import read_article
from factcheck.workbench import Workbench
from factcheck.workbench.checking import check
with Workbench.open(sys.argv[1], user="alice", create=True) as bench:
    print("open", flush=True)
    check(bench, read_article(Path(sys.argv[2])), "article.txt", corpus_paths=[Path(sys.argv[3])])
"""


def check_the_example(workspace: Path) -> None:
    """Do here what `CHECKING` does in a process that can be killed."""
    with Workbench.open(workspace, user="alice", create=True) as bench:
        check(bench, read_article(ARTICLE), "article.txt", corpus_paths=[CORPUS])


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of a check that nobody killed; it is only read."""
    workspace = tmp_path_factory.mktemp("undisturbed")
    check_the_example(workspace)
    return workspace


@pytest.mark.parametrize("delay", [0.02, 0.3, 0.6, 0.8])
def test_a_killed_check_is_completed_by_running_it_again(tmp_path: Path, undisturbed: Path, delay: float) -> None:
    arguments = [sys.executable, "-c", CHECKING, str(tmp_path / "ws"), str(ARTICLE), str(CORPUS)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
    check_the_example(tmp_path / "ws")
    with Workbench.open(tmp_path / "ws") as killed, Workbench.open(undisturbed) as whole:
        assert [killed.claim(r.id).evidence for r in killed.summaries()] == [
            whole.claim(r.id).evidence for r in whole.summaries()
        ]
        assert first_fault(killed.events()) == ""
        assert len(list(killed.events())) == len(list(whole.events()))
    assert [f for f in diagnose(tmp_path / "ws") if not f.ok] == []


def test_a_reprint_of_the_article_bears_nothing_out(tmp_path: Path, archive: Path) -> None:
    (archive / "reprint.txt").write_text(f"2024-05-04\nThe Other Paper\n\n{TEXT}")
    report = run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        reprinted = [
            evidence
            for row in bench.summaries(report.article)
            for evidence in bench.claim(row.id).evidence
            if evidence.candidate.source.path.endswith("reprint.txt")
        ]
    assert reprinted
    for evidence in reprinted:
        assert evidence.judgement.stance == "related"
        assert OWN_TEXT in evidence.judgement.badges


def test_another_dateline_does_not_begin_anew_what_people_decided_on(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        first = next(bench.summaries()).id
        bench.add_note(first, "call the authority")
        before = list(bench.events())
    with pytest.raises(GuardError, match=r"published 2024-05-03 .*, with decisions on it; as published 2024-01-01"):
        run(tmp_path / "ws", archive, published=date(2024, 1, 1))
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        assert list(bench.events()) == before
        assert bench.claim(first).state.notes
        spoken = replace(ArticleFile(text=TEXT), turns=(Turn(start=0, end=len(TEXT), speaker="Ada Holm", label=None),))
        with pytest.raises(GuardError, match="as the words of Ada Holm"):
            check(bench, spoken, "ferry.txt")


def test_a_date_that_was_given_once_stands_until_another_is_given(tmp_path: Path, archive: Path) -> None:
    first = run(tmp_path / "ws", archive)
    again = run(tmp_path / "ws", archive, published=None)
    assert (again.revision, again.matched) == (first.revision, 0)
    assert again.published == date(2024, 5, 3)


def test_an_earlier_reading_can_be_brought_back_while_nothing_is_decided(tmp_path: Path, archive: Path) -> None:
    first = run(tmp_path / "ws", archive)
    other = run(tmp_path / "ws", archive, published=date(2024, 1, 1))
    assert other.revision != first.revision
    assert run(tmp_path / "ws", archive).revision == first.revision
    with Workbench.open(tmp_path / "ws") as bench:
        assert [a.revision for a in bench.articles()] == [first.revision]
        assert not first_fault(bench.events())


def test_nobody_decides_on_a_claim_that_another_reading_has_replaced(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws", user="alice") as open_before:
        claim = next(open_before.summaries()).id
        run(tmp_path / "ws", archive, published=date(2024, 1, 1))
        before = list(open_before.events())
        with pytest.raises(ConflictError, match="read anew"):
            open_before.add_note(claim, "too late")
        assert list(open_before.events()) == before


def test_an_emptied_corpus_does_not_wipe_what_was_found(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws") as bench:
        found = {row.id: bench.claim(row.id).evidence for row in bench.summaries()}
    shutil.rmtree(tmp_path / "ws" / "corpus")
    with Workbench.open(tmp_path / "ws") as bench:
        with pytest.raises(StateError, match=r"is empty, though claims were matched with it \(2 documents\)"):
            check(bench, ArticleFile(text=TEXT), "ferry.txt")
        assert {row.id: bench.claim(row.id).evidence for row in bench.summaries()} == found
    assert run(tmp_path / "ws", archive).documents == 2


def test_an_emptied_corpus_is_no_search_for_a_new_article_either(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    shutil.rmtree(tmp_path / "ws" / "corpus")
    with (
        Workbench.open(tmp_path / "ws") as bench,
        pytest.raises(StateError, match="is empty, though claims were matched with it"),
    ):
        check(bench, ArticleFile(text="The lighthouse was built in 1871 by the county."), "lighthouse.txt")


def test_an_article_without_any_corpus_yet_is_checked(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert run(tmp_path / "ws", tmp_path / "none").documents == 0


def test_what_takes_a_side_stands_before_what_is_only_related(tmp_path: Path) -> None:
    with Workbench.open(tmp_path / "w", user="alice", create=True) as bench:
        check(bench, read_article(ARTICLE), "demo.txt", corpus_paths=[CORPUS])
        sides = [
            [item.judgement.stance in (Stance.CORROBORATES, Stance.CONFLICTS) for item in bench.claim(row.id).evidence]
            for row in bench.summaries()
        ]
    assert any(True in one and False in one for one in sides)
    assert sides == [sorted(one, reverse=True) for one in sides]


def test_what_repeats_the_article_with_another_figure_conflicts_with_it(tmp_path: Path) -> None:
    """The minutes that an article was written from, or an earlier version of it, are no text that agrees with it."""
    article = (
        "The council of Arle voted on Monday by 23 to 15 to mend the pool for 7.8 million euros.\n\nIt opened in 1963."
    )
    (tmp_path / "minutes.txt").write_text(article.replace("7.8", "8.7").partition("\n\n")[0])
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as bench:
        check(bench, ArticleFile(text=article), "pool.txt", corpus_paths=[tmp_path / "minutes.txt"])
        (first, *_) = bench.summaries()
        (found,) = bench.claim(first.id).evidence
    assert found.judgement.stance is Stance.CONFLICTS
    assert OWN_TEXT not in found.judgement.badges


def test_what_the_articles_own_address_gives_bears_nothing_out(tmp_path: Path) -> None:
    """The page of an article in the corpus, shortened or under another title, is the article all the same."""
    page = "https://paper.example/ferry"
    short = "The lake authority will stop the ferry in October, its director Ada Holm said on Thursday."
    records = tmp_path / "pages.jsonl"
    records.write_text(
        "".join(
            f"{json.dumps({'title': title, 'url': url, 'text': short})}\n"
            for title, url in (
                ("Ferry | The Paper", f"{page}?utm_source=feed"),
                ("Ferry", "https://other.example/ferry"),
            )
        ),
        "utf-8",
    )
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as bench:
        report = check(bench, ArticleFile(text=TEXT), page, corpus_paths=[records], published=date(2024, 5, 3))
        found = [one for row in bench.summaries(report.article) for one in bench.claim(row.id).evidence]
    assert found
    for one in found:
        assert one.judgement.stance == "related"
        assert OWN_TEXT in one.judgement.badges
