"""The writer's own sources and speakers are kept with the revision, and follow the file as it was read last."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.corpus.readers import ArticleFile, parse_article
from factcheck.domain import CitationKind
from factcheck.errors import UsageError
from factcheck.review.kinds import Kind
from factcheck.workbench import Workbench
from factcheck.workbench.checking import CheckReport, check
from factcheck.workbench.doctor import diagnose
from factcheck.workbench.statements import as_spoken
from tests.factory import first_fault

pytestmark = pytest.mark.both

WITH_NOTE = b"The ferry has 40 seats.[^1] It stops in October.\n\n[^1]: Timetable, p. 2. https://t.example/a\n"
MORE = b"The ferry has 40 seats.[^1] It stops in October.[^2]\n\n[^1]: Timetable.\n\n[^2]: Minutes.\n"
STATEMENT = b"We cut taxes by 12%. I built 400 homes last year."


def run(workspace: Path, article: ArticleFile) -> CheckReport:
    with Workbench.open(workspace, user="alice", create=True) as bench:
        return check(bench, article, "ferry.md")


def kinds(bench: Workbench) -> list[str]:
    return [event.kind for event in bench.events()]


def test_citations_are_kept_shown_with_their_claim_and_logged(tmp_path: Path) -> None:
    report = run(tmp_path, parse_article(WITH_NOTE, "a.md"))
    with Workbench.open(tmp_path) as bench:
        first, second = (bench.claim(row.id) for row in bench.summaries())
        assert [row.citations for row in bench.summaries()] == [1, 0]
        assert [(c.kind, c.target, c.pointer) for c in first.citations] == [
            (CitationKind.FOOTNOTE, "https://t.example/a", "p. 2")
        ]
        assert second.citations == ()
        assert bench.revision(report.revision).citations == first.citations
        logged = [e.body for e in bench.events() if e.kind == Kind.CITATIONS]
        assert [(b["citations"], b["bound"], b["run_by"]) for b in logged] == [(1, 1, "alice")]
        assert first_fault(bench.events()) == ""


def test_checking_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    article = parse_article(WITH_NOTE, "a.md")
    run(tmp_path, article)
    with Workbench.open(tmp_path) as bench:
        before = list(bench.events())
    run(tmp_path, article)
    with Workbench.open(tmp_path) as bench:
        assert list(bench.events()) == before


def test_a_footnote_that_was_added_later_leaves_claims_and_decisions_alone(tmp_path: Path) -> None:
    first = run(tmp_path, parse_article(WITH_NOTE, "a.md"))
    with Workbench.open(tmp_path, user="alice") as bench:
        claims = [row.id for row in bench.summaries()]
        bench.set_verdict(claims[1], "no-evidence-found", "Searched.")
    second = run(tmp_path, parse_article(MORE, "a.md"))
    assert second.revision == first.revision
    with Workbench.open(tmp_path, user="alice") as bench:
        assert [row.id for row in bench.summaries()] == claims
        assert [b.claims for b in bench.citations(second.revision)] == [(claims[0],), (claims[1],)]
        assert bench.claim(claims[1]).state.verdict
        assert kinds(bench).count(Kind.CITATIONS) == 2
    assert [f for f in diagnose(tmp_path) if not f.ok] == []


def test_an_article_without_citations_logs_none(tmp_path: Path) -> None:
    run(tmp_path, parse_article(b"The ferry has 40 seats.", "a.md"))
    with Workbench.open(tmp_path) as bench:
        assert Kind.CITATIONS not in kinds(bench)


def test_a_transcript_keeps_its_speakers_and_time_codes(tmp_path: Path) -> None:
    text = b"Ada Holm (00:12): The ferry has 40 seats.\nBo Lind (00:45): It has 30 seats.\n"
    report = run(tmp_path, parse_article(text, "t.txt"))
    with Workbench.open(tmp_path) as bench:
        assert [row.claimant for row in bench.summaries()] == ["Ada Holm", "Bo Lind"]
        assert [bench.claim(row.id).claim.locator for row in bench.summaries()] == ["00:12", "00:45"]
        kept = bench.revision(report.revision)
        assert [turn.speaker for turn in kept.turns] == ["Ada Holm", "Bo Lind"]
        assert [marker.locator for marker in kept.markers] == ["00:12", "00:45"]


def test_the_same_words_as_another_persons_statement_are_another_revision(tmp_path: Path) -> None:
    article = parse_article(STATEMENT, "s.txt")
    run(tmp_path, article)
    said = as_spoken(article, " Jane  Smith ", date(2024, 3, 2), None)
    assert (said.published, said.published_from) == (date(2024, 3, 2), "the option --said-on")
    run(tmp_path, said)
    with Workbench.open(tmp_path) as bench:
        assert [(row.claimant, row.said_on) for row in bench.summaries()] == [("Jane Smith", "2024-03-02")] * 2
        before = list(bench.events())
    run(tmp_path, said)
    with Workbench.open(tmp_path) as bench:
        assert list(bench.events()) == before


def test_a_day_alone_dates_the_speakers_of_a_transcript() -> None:
    article = parse_article(b"ADA HOLM: It has 40 seats.\nBO LIND: It has 30.\n", "t.txt")
    assert [turn.said_on for turn in as_spoken(article, None, date(2024, 3, 2), None).turns] == [date(2024, 3, 2)] * 2
    assert as_spoken(article, None, None, None) == article


def test_nothing_is_said_after_it_was_published() -> None:
    article = parse_article(STATEMENT, "s.txt")
    with pytest.raises(UsageError, match="2024-03-02 is after --published 2024-03-01"):
        as_spoken(article, "Jane Smith", date(2024, 3, 2), date(2024, 3, 1))


@pytest.mark.parametrize(("claimant", "day"), [(None, date(2024, 3, 2)), ("", None), (" ", date(2024, 3, 2))])
def test_a_statement_without_a_speaker_is_refused(claimant: str | None, day: date | None) -> None:
    with pytest.raises(UsageError, match="--claimant"):
        as_spoken(parse_article(STATEMENT, "s.txt"), claimant, day, None)


def test_what_the_file_says_of_its_date_wins_over_the_day_of_the_statement() -> None:
    article = parse_article(b"---\ndate: 2024-05-02\n---\nWe cut taxes by 12%.\n", "a.md")
    assert as_spoken(article, "Jane Smith", date(2024, 3, 2), None).published == date(2024, 5, 2)
