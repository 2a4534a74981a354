"""What the writer cites is looked up first: its status is stored, follows stances and files, and needs no new check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.corpus.readers import parse_article
from factcheck.domain import CitedStatus, ClaimView, Stance
from factcheck.reports.filters import Filter, select
from factcheck.review.kinds import Kind
from factcheck.stance.reading.badges import OWN_TEXT
from factcheck.workbench import Workbench
from factcheck.workbench.checking import CheckReport, check
from factcheck.workbench.doctor import diagnose
from tests.factory import first_fault

pytestmark = pytest.mark.both

ARTICLE = """# Norhaven news

The harbour board counted 1,240 ships in 2023.[^1] The council decided to close the swimming pool in June.[^2] \
The library of Norhaven lost 200 readers last year.[^3] The ferry to Lund carries 80 cars.[^4] \
The school in Norhaven has 12 classes.[^5] The town hall of Norhaven has 40 rooms.

[^1]: Harbour Board, https://www.harbour.example/traffic/#p2
[^2]: Council minutes, 14 March 2024.
[^3]: Ibid.
[^4]: See report.
[^5]: School yearbook 2023, p. 4. https://school.example/yearbook
"""
TRAFFIC = "2024-02-01\nHarbour traffic\n\nThe harbour board counted 1,240 ships in 2023, more than ever before.\n"
MINUTES = (
    "2024-03-14\nCouncil minutes\n\nThe council decided not to close the swimming pool in June.\n\n"
    "It met in Norhaven, beside the library.\n"
)
NEWS = (
    "2024-03-20\nNorhaven pool to close\n\nThe council decided to close the swimming pool of Norhaven in June.\n\n"
    "The library of Norhaven lost 200 readers last year, the town hall said.\n\nA ferry to Lund was late.\n"
)
EXPECTED = [
    CitedStatus.SUPPORTS,
    CitedStatus.CONFLICTS,
    CitedStatus.SILENT,
    CitedStatus.VAGUE,
    CitedStatus.ABSENT,
    None,
]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    head = "---\ntitle: Traffic\nurl: https://harbour.example/traffic?utm_source=x\n---\n"
    page = head + TRAFFIC.partition("\n")[2]
    for name, text in (("traffic.md", page), ("minutes.txt", MINUTES), ("news.txt", NEWS)):
        (folder / name).write_text(text)
    return folder


def run(workspace: Path, archive: Path, text: str = ARTICLE) -> CheckReport:
    with Workbench.open(workspace, user="alice", create=True) as bench:
        return check(bench, parse_article(text.encode(), "news.md"), "news.md", corpus_paths=[archive])


def views(bench: Workbench) -> list[ClaimView]:
    return [bench.claim(row.id) for row in bench.summaries()]


def test_each_claim_has_the_status_of_what_is_cited_for_it(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws") as bench:
        assert [row.cited_source for row in bench.summaries()] == EXPECTED
        first, second, third, fourth, fifth, last = views(bench)
        assert [len(view.cited_sources) for view in views(bench)] == [1, 1, 1, 1, 1, 0]
        assert first.cited_sources[0]
        assert first.cited_sources[0].reason.startswith("found by its address (Traffic); ")
        assert [one.sources for one in third.cited_sources if one] == [
            one.sources for one in second.cited_sources if one
        ]
        for view in (first, second, third):
            own = [item.id in view.of_the_writer for item in view.evidence]
            assert own[0]
            assert own == sorted(own, reverse=True)
        assert third.evidence[0].candidate.score < third.evidence[1].candidate.score
        assert fourth.of_the_writer == fifth.of_the_writer == last.of_the_writer == frozenset()
        assert first_fault(bench.events()) == ""
    assert [found for found in diagnose(tmp_path / "ws") if not found.ok] == []


def test_the_list_has_only_what_was_read_and_is_silent(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws") as bench:
        rows = list(bench.summaries())
        assert [row.number for row in select(rows, Filter(cited_silent=True))] == [3]
        assert [row.number for row in select(rows, Filter(uncited=True))] == [6]


def test_a_persons_stance_on_the_cited_passage_decides_and_undo_takes_it_back(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        silent = views(bench)[2]
        bench.set_stance(silent.claim.id, silent.evidence[0].id, Stance.CONFLICTS)
        assert bench.store.summary(silent.claim.id).cited_source is CitedStatus.CONFLICTS
        bench.undo()
        assert bench.store.summary(silent.claim.id).cited_source is CitedStatus.SILENT
        supported = views(bench)[0]
        bench.set_stance(supported.claim.id, supported.evidence[0].id, Stance.RELATED)
        assert bench.store.summary(supported.claim.id).cited_source is CitedStatus.SILENT


def test_running_again_changes_nothing_and_matches_nothing(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws") as bench:
        before = list(bench.events())
    assert run(tmp_path / "ws", archive).matched == 0
    with Workbench.open(tmp_path / "ws") as bench:
        assert list(bench.events()) == before


def test_another_note_is_looked_up_for_its_claims_alone(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    report = run(tmp_path / "ws", archive, ARTICLE.replace("See report.", "Norhaven pool to close, p. 1"))
    assert report.matched == 1
    with Workbench.open(tmp_path / "ws") as bench:
        fourth = views(bench)[3]
        assert fourth.summary.cited_source is CitedStatus.SILENT
        assert fourth.evidence[0].candidate.source.title == "Norhaven pool to close"


def test_a_note_that_a_later_one_points_back_to_changes_both(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    report = run(tmp_path / "ws", archive, ARTICLE.replace("Council minutes, 14 March 2024.", "news.txt"))
    assert report.matched == 2
    with Workbench.open(tmp_path / "ws") as bench:
        assert [row.cited_source for row in bench.summaries()][1:3] == [CitedStatus.SUPPORTS] * 2


def test_a_note_that_is_gone_leaves_no_status_behind(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    run(tmp_path / "ws", archive, re.sub(r"\[\^1\](: .*\n)?", "", ARTICLE))
    with Workbench.open(tmp_path / "ws") as bench:
        first = views(bench)[0]
        assert (first.summary.cited_source, first.citations, first.cited_sources) == (None, (), ())


def test_a_document_that_comes_later_is_found_by_the_next_check(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive)
    (archive / "yearbook.txt").write_text(
        "2024-01-05\nSchool yearbook 2023\n\nThe school in Norhaven has 12 classes.\n"
    )
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws") as bench:
        fifth = views(bench)[4]
        assert fifth.summary.cited_source is CitedStatus.SUPPORTS
        assert fifth.evidence[0].candidate.source.title == "School yearbook 2023"


def test_a_cited_reprint_of_the_article_itself_bears_nothing_out(tmp_path: Path, archive: Path) -> None:
    text = ARTICLE.partition("[^1]: ")[0].replace("[^1]", "").replace("# ", "")
    for number in range(2, 6):
        text = text.replace(f"[^{number}]", "")
    (archive / "reprint.txt").write_text(f"2024-04-01\n{text}")
    run(tmp_path / "ws", archive, ARTICLE.replace("See report.", "reprint.txt"))
    with Workbench.open(tmp_path / "ws") as bench:
        fourth = views(bench)[3]
        assert fourth.summary.cited_source is CitedStatus.SILENT
        assert OWN_TEXT in fourth.evidence[0].judgement.badges


def test_an_article_without_citations_asks_nothing_of_the_corpus(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    for name in ("addressed", "identified", "labelled", "retrieve_from"):
        monkeypatch.setattr(f"factcheck.corpus.Corpus.{name}", fail)
    run(tmp_path / "ws", archive, "The harbour board counted 1,240 ships in 2023.")
    with Workbench.open(tmp_path / "ws") as bench:
        (event,) = [e for e in bench.events() if e.kind == Kind.MATCHED]
        assert not event.body.keys() & {"citing", "cited"}


def test_the_log_has_no_words_of_the_writers_notes(tmp_path: Path, archive: Path) -> None:
    run(tmp_path / "ws", archive, ARTICLE.replace("See report.", "See what Zebulon told me in private."))
    with Workbench.open(tmp_path / "ws") as bench:
        assert not any("Zebulon" in str(event.body) for event in bench.events())


ITEM = "<item><title>Traffic</title><link>https://harbour.example/traffic</link>{}</item>"
TEASER = "<description>The harbour board met last week, and told what it does.</description>"
WHOLE = "<content:encoded>The harbour board counted 1,240 ships in 2023, more than ever before.</content:encoded>"


@pytest.mark.parametrize(
    ("entry", "status"),
    [(TEASER, CitedStatus.ABSENT), (TEASER + WHOLE, CitedStatus.SUPPORTS)],
    ids=["summary", "whole text"],
)
def test_a_feeds_summary_is_not_the_page_that_the_writer_cites(
    tmp_path: Path, archive: Path, entry: str, status: CitedStatus
) -> None:
    page = (archive / "traffic.md").read_text()
    (archive / "traffic.md").unlink()
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Board</title>'
    (archive / "feed.xml").write_text(f"{head}{ITEM.format(entry)}</channel></rss>")
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws") as bench:
        (cited,) = views(bench)[0].cited_sources
        assert cited
        assert cited.status is status
        assert ("only a feed's summary" in cited.reason) == (status is CitedStatus.ABSENT)
        assert 1 not in [row.number for row in select(list(bench.summaries()), Filter(cited_silent=True))]
    (archive / "traffic.md").write_text(page)
    run(tmp_path / "ws", archive)
    with Workbench.open(tmp_path / "ws") as bench:
        assert views(bench)[0].summary.cited_source is CitedStatus.SUPPORTS


@pytest.mark.parametrize(
    ("publisher", "given"), [("Reuters", True), ("127.0.0.2 (says it is Reuters)", False)], ids=["borne out", "claimed"]
)
def test_a_publisher_by_its_own_word_alone_does_not_bear_out_who_says_it(
    tmp_path: Path,
    publisher: str,
    given: bool,
) -> None:
    said = "The harbour of Norhaven counted 1,240 ships in 2023, Reuters said."
    (tmp_path / "archive").mkdir()
    head = f'---\ntitle: Ships\npublisher: "{publisher}"\n---\n'
    (tmp_path / "archive" / "ships.md").write_text(f"{head}{said} A ferry to Lund was late.\n")
    run(tmp_path / "ws", tmp_path / "archive", f"# Ships\n\n{said}\n")
    with Workbench.open(tmp_path / "ws") as bench:
        (item,) = views(bench)[0].evidence
        assert item.candidate.source.publisher == publisher
        assert any(one.comparator == "speakers" for one in item.judgement.reasons) is given
