"""A workspace of an earlier version is migrated when it is opened, and keeps what it holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config

from factcheck.corpus.readers import parse_article
from factcheck.domain import ReviewState
from factcheck.store import Store
from factcheck.store.database import MIGRATIONS, VERSIONS
from factcheck.store.sqlite_file import make_engine, version_of
from factcheck.workbench import Workbench, handing
from factcheck.workbench.checking import check
from factcheck.workbench.folding import refresh
from factcheck.workbench.revisions import make_revision
from factcheck.workbench.stored_states import differing_states
from tests.factory import tick_items

TEXT = "The ferry has 40 seats. It stops in October.\n"
ARTICLE = b"The ferry has 40 seats.[^1] It stops in October.\n\n[^1]: Timetable, p. 2.\n"

WITHOUT_LATEST = "".join(
    f"ALTER TABLE claim_state DROP COLUMN {name};"
    for name in ("rating_label", "rating_letter", "falls_short", "was_searched")
)
"""Takes away what versions 0024 and 0025 brought."""


def database_at(path: Path, version: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with make_engine(path).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)


def fill_first_version(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO article VALUES ('a1', ?)", (revision,))
        connection.execute(
            "INSERT INTO revision VALUES (?, 'a1', 'Ferry', ?, 'f.txt', '2024-05-02', 'the text', '[]', '[]')",
            (revision, TEXT),
        )


def test_the_versions_are_those_of_the_migrations_in_order() -> None:
    assert tuple(sorted(p.name[:4] for p in (MIGRATIONS / "versions").glob("0*.py"))) == VERSIONS


def test_a_workspace_of_the_first_version_keeps_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.db"
    database_at(path, "0001")
    fill_first_version(path, "r1")
    store = Store(path)
    assert version_of(path) == VERSIONS[-1]
    revision = store.revision("r1")
    assert revision
    assert (revision.text, revision.published) == (TEXT, date(2024, 5, 2))
    assert (revision.citations, revision.turns, revision.markers) == ((), (), ())
    assert store.integrity() == ""
    assert store.sentences("r1") == ()


def test_a_workspace_of_the_second_version_lists_its_claims_and_has_nothing_looked_up(tmp_path: Path) -> None:
    article = parse_article(ARTICLE, "f.md")
    with Workbench.open(tmp_path, user="alice", create=True) as bench:
        check(bench, article, "f.md")
        before = list(bench.summaries())
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as connection, connection:
        connection.executescript(
            "ALTER TABLE claim_state DROP COLUMN cited_source;"
            "ALTER TABLE claim_state DROP COLUMN assigned;"
            "ALTER TABLE claim_state DROP COLUMN bypass;"
            "ALTER TABLE claim_state DROP COLUMN signed_with;"
            "ALTER TABLE claim_state DROP COLUMN priority;"
            "ALTER TABLE claim_state DROP COLUMN tags;"
            "ALTER TABLE claim_state DROP COLUMN waiting_until;"
            "ALTER TABLE claim_state DROP COLUMN closing;"
            "ALTER TABLE claim_state DROP COLUMN wording;"
            "ALTER TABLE claim_state DROP COLUMN wording_state;"
            "ALTER TABLE claim_state DROP COLUMN waived;"
            "ALTER TABLE claim_state DROP COLUMN waived_by;"
            "ALTER TABLE claim_state DROP COLUMN held;"
            "ALTER TABLE claim_state DROP COLUMN position;"
            "ALTER TABLE claim_state DROP COLUMN exception; ALTER TABLE claim_state DROP COLUMN rated;"
            + WITHOUT_LATEST
            + "DROP TABLE claim_lock; DROP TABLE mark;"
            "UPDATE claim_state SET payload = json_remove(payload, '$.cited_sources');"
            "UPDATE alembic_version SET version_num = '0002';"
        )
    with Workbench.open(tmp_path, user="alice") as bench:
        assert version_of(tmp_path / "factcheck.db") == VERSIONS[-1]
        assert [row._replace(cited_source=None) for row in before] == list(bench.summaries())
        assert bench.claim(before[0].id).cited_sources == (None,)


def test_the_next_check_looks_up_what_an_earlier_version_did_not(tmp_path: Path) -> None:
    article = parse_article(ARTICLE, "f.md")
    with Workbench.open(tmp_path, user="alice", create=True) as bench:
        check(bench, article, "f.md")
        known = list(bench.summaries())
        for event in list(bench.events()):  # as it was written before citations were looked up
            if event.kind == "matched":
                body = {name: value for name, value in event.body.items() if name not in ("citing", "cited")}
                with bench.store.transaction() as tx:
                    tx.append(at=bench.now(), user=event.user, kind=event.kind, subject=event.subject,
                              revision=event.revision, body=body)  # fmt: skip
                    refresh(tx, event.subject)
        assert [row.cited_source for row in bench.summaries()] == [None, None]
        assert check(bench, article, "f.md").matched == 1
        assert list(bench.summaries()) == known


def test_checking_an_article_again_after_the_migration_adds_its_citations(tmp_path: Path) -> None:
    article = parse_article(ARTICLE, "f.md")
    with Workbench.open(tmp_path, user="alice", create=True) as bench:
        check(bench, article, "f.md")
        claims = [row.id for row in bench.summaries()]
        bench.set_verdict(claims[0], "no-evidence-found", "Searched.")
    revision = make_revision(article, "f.md", None).id
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as connection, connection:
        connection.executescript("DELETE FROM claim_citation; DELETE FROM citation;")
    with Workbench.open(tmp_path, user="alice") as bench:
        check(bench, article, "f.md")
        assert [b.claims for b in bench.citations(revision)] == [(claims[0],)]
        assert bench.claim(claims[0]).state.verdict


def test_what_was_signed_before_a_wording_could_be_proposed_stays_signed(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as bench:
        check(bench, parse_article(ARTICLE, "f.md"), "f.md")
        claim = next(bench.summaries()).id
        bench.set_verdict(claim, "no-evidence-found", "Searched.")
        tick_items(bench, claim)
        with Workbench.open(tmp_path, user="bob") as bob:
            bob.sign(claim, bob.claim(claim).state.binding)
        before = list(bench.summaries())
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as connection, connection:
        connection.executescript(
            "DROP TABLE claim_lock; DROP TABLE mark;"
            "ALTER TABLE claim_state DROP COLUMN wording;"
            "ALTER TABLE claim_state DROP COLUMN wording_state;"
            "ALTER TABLE claim_state DROP COLUMN waived;"
            "ALTER TABLE claim_state DROP COLUMN waived_by;"
            "ALTER TABLE claim_state DROP COLUMN held;"
            "ALTER TABLE claim_state DROP COLUMN position;"
            "ALTER TABLE claim_state DROP COLUMN exception; ALTER TABLE claim_state DROP COLUMN rated;"
            + WITHOUT_LATEST
            + "UPDATE claim_state SET payload = json_remove(payload, '$.wording', '$.sign_off.wording');"
            "UPDATE alembic_version SET version_num = '0008';"
        )
    with Workbench.open(tmp_path, user="alice") as bench:
        assert list(bench.summaries()) == before
        assert list(differing_states(bench.store)) == []
        assert before[0].review_state is ReviewState.SIGNED


def test_a_waiver_of_an_earlier_version_is_told_in_lists(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as bench:
        check(bench, parse_article(ARTICLE, "f.md"), "f.md")
        waived, disputed = (row.id for row in bench.summaries())
        handing.waive(bench, waived, "a matter of taste")
        bench.set_verdict(disputed, "no-evidence-found", "Searched.")
        with Workbench.open(tmp_path, user="bob") as bob:
            bob.sign(waived, bob.claim(waived).state.binding)
            handing.dispute(bob, disputed, "The timetable says so.")
        before = list(bench.summaries())
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as connection, connection:
        columns = ("waived", "waived_by", "held", "position", "exception", "rated")
        connection.executescript(
            "".join(f"ALTER TABLE claim_state DROP COLUMN {name};" for name in columns)
            + WITHOUT_LATEST
            + "UPDATE alembic_version SET version_num = '0021';"
        )
    with Workbench.open(tmp_path, user="alice") as bench:
        assert list(bench.summaries()) == before
        assert list(differing_states(bench.store)) == []
    assert (before[0].waived, before[0].waived_by) == ("a matter of taste", "alice")
    assert before[1].position == "bob: The timetable says so."


def test_a_rating_of_the_words_before_is_told_in_lists_of_an_earlier_version(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as bench:
        check(bench, parse_article(ARTICLE, "f.md"), "f.md")
        bench.set_verdict(next(bench.summaries()).id, "no-evidence-found", "Searched.")
        (article,) = bench.articles()
        check(bench, parse_article(ARTICLE.replace(b"40", b"44"), "g.md"), "g.md", revision_of=article.id)
        before = list(bench.summaries())
        assert before[0].rated == "The ferry has 40 seats."
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as connection, connection:
        connection.executescript(
            WITHOUT_LATEST
            + "ALTER TABLE claim_state DROP COLUMN rated; UPDATE alembic_version SET version_num = '0022';"
        )
    with Workbench.open(tmp_path, user="alice") as bench:
        assert list(bench.summaries()) == before


def test_what_a_rating_was_called_is_copied_out_of_the_fold_for_lists(tmp_path: Path) -> None:
    with Workbench.open(tmp_path, user="alice", create=True) as bench:
        check(bench, parse_article(ARTICLE, "f.md"), "f.md")
        one, _ = (row.id for row in bench.summaries())
        bench.set_verdict(one, "no-evidence-found", "Searched.")
        before = list(bench.summaries())
        assert [row.rating_label for row in before] == ["no evidence found", ""]
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as connection, connection:
        connection.executescript(f"{WITHOUT_LATEST} UPDATE alembic_version SET version_num = '0023';")
    with Workbench.open(tmp_path, user="alice") as bench:
        assert list(bench.summaries()) == before
        assert list(differing_states(bench.store)) == []
