"""`factcheck audit`: the log printed, exported, verified, and the states held against it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.domain import Stance
from factcheck.store.canonical import canonical
from factcheck.store.log import digest_of
from factcheck.workbench import Workbench
from tests.cli.command import Ended, called
from tests.factory import make_bench, ticking

Audit = Callable[..., Ended]
COPY = "INSERT INTO event SELECT {}, at, user, kind, subject, revision, body, schema, 'p', 'd' FROM event WHERE seq = 6"


@pytest.fixture
def audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Audit:
    """`factcheck audit` on a workspace in which alice decided, noted and corrected herself, and bob signed."""
    with make_bench(tmp_path) as alice:
        alice.set_stance("c0001", "c0001-a", Stance.CORROBORATES)
        alice.set_verdict("c0001", "confirmed", "Report a says so – “ok”")
        alice.add_note("c0002", "ask the harbour office")
        alice.undo()
    with Workbench.open(tmp_path, user="bob", clock=ticking(alice.now())) as bob:
        bob.sign("c0001", bob.claim("c0001").state.binding)

    def run(*arguments: str) -> Ended:
        return called(capsys, "audit", *arguments, "--workspace", str(tmp_path))

    return run


def tampered(folder: Path, *sql: str) -> None:
    with closing(sqlite3.connect(folder / "factcheck.db")) as db, db:
        for statement in sql:
            db.execute(statement)


def kinds(ended: Ended) -> list[str]:
    return [json.loads(line)["kind"] for line in ended.out.splitlines()]


def test_the_log_is_asked_by_user_kind_subject_and_time(audit: Audit) -> None:
    everything = audit("log", "--format", "jsonl")
    run, decided = ["revision", "extracted"], ["stance", "verdict", "note", "undone"]
    assert kinds(audit("log", "--format", "jsonl", "--by", "Alice")) == [*run, *decided], "what she started, too"
    assert kinds(audit("log", "--format", "jsonl", "--by", "bob")) == ["signed"]
    assert kinds(audit("log", "--format", "jsonl", "--kind", "signed", "--kind", "note")) == ["note", "signed"]
    assert kinds(audit("log", "--format", "jsonl", "--subject", "c0002", "--by", "alice")) == ["note", "undone"]
    assert audit("log", "--since", "2026-11-24", "--until", "2026-11-24").out == audit("log").out
    assert audit("log", "--until", "2026-11-23").out == ""
    last = json.loads(everything.out.splitlines()[-1])["at"]
    assert kinds(audit("log", "--format", "jsonl", "--since", last)) == ["signed"]
    assert "is no time" in audit("log", "--since", "yesterday").complaint


def test_an_exported_log_verifies_alone_and_a_part_of_it_does_not(audit: Audit, tmp_path: Path) -> None:
    exported = tmp_path / "log.jsonl"
    exported.write_bytes(audit("log", "--format", "jsonl").out.encode())
    head = audit("head").out.strip()
    assert audit("verify", str(exported), "--head", head).code == 0
    lines = exported.read_bytes().splitlines(keepends=True)
    exported.write_bytes(b"".join(lines[:-1]))
    assert audit("verify", str(exported)).code == 0
    assert "--head" in audit("verify", str(exported)).err
    cut = audit("verify", str(exported), "--head", head)
    assert (cut.code, "its end was cut off" in cut.complaint) == (1, True)
    exported.write_bytes(b"".join(lines[1:]))
    assert "event 1: is missing" in audit("verify", str(exported)).complaint
    assert audit("verify", str(tmp_path / "none.jsonl")).code == 3


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        (["UPDATE event SET user = 'mallory' WHERE seq = 6"], "event 6: was altered"),
        (["UPDATE event SET body = replace(body, ':', ': ') WHERE seq = 5"], "event 5: was altered"),
        (["UPDATE event SET body = CAST(body AS BLOB) WHERE seq = 5"], "event (5) is damaged"),
        (["DELETE FROM event WHERE seq = 4"], "event 4: is missing"),
        (["DELETE FROM event WHERE seq = 4", "UPDATE event SET seq = seq - 1 WHERE seq > 4"], "event 4: was event 5"),
        (
            [COPY.format(99)],
            "event 10: is missing",
        ),
        (
            [
                "UPDATE event SET seq = 99 WHERE seq = 5",
                "UPDATE event SET seq = 5 WHERE seq = 6",
                "UPDATE event SET seq = 6 WHERE seq = 99",
            ],
            "event 5: was event 6",
        ),
        (
            [COPY.format(10)],
            "event 10: was altered",
        ),
    ],
    ids=["change", "respell", "retype", "delete", "delete and renumber", "insert", "reorder", "replay"],
)
def test_a_tampered_event_is_named(audit: Audit, tmp_path: Path, sql: list[str], named: str) -> None:
    assert audit("verify").code == 0
    tampered(tmp_path, *sql)
    ended = audit("verify")
    assert (ended.code, named in ended.complaint) == (1, True), ended.err


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE evidence SET payload = replace(payload, 'six', 'two') WHERE id = 'c0001-a'", "c0001-a"),
        ("DELETE FROM evidence WHERE id = 'c0002-b'", "evidence c0002-b: the row that event 2 names is missing"),
        (
            "INSERT INTO evidence SELECT 'x', claim, origin, stance, payload FROM evidence WHERE id = 'c0001-a'",
            "evidence x: no event brought it",
        ),
        ("UPDATE evidence SET claim = 'c0002' WHERE id = 'c0001-b'", "evidence c0001-b"),
        ("UPDATE evidence SET stance = 'conflicts' WHERE id = 'c0001-a'", "evidence c0001-a: its columns differ"),
        (
            "UPDATE evidence SET payload = (SELECT payload FROM evidence WHERE id = 'c0001-b') WHERE id = 'c0001-a'",
            "c0001-a",
        ),
        ("UPDATE claim SET payload = replace(payload, '1 cranes', '9 cranes')", "claim c0001"),
        ("UPDATE revision SET text = replace(text, '1', '9')", "revision r1"),
        ("UPDATE private_text SET text = 'it is fine'", "differ from what was written"),
    ],
)
def test_a_tampered_row_is_named(audit: Audit, tmp_path: Path, sql: str, named: str) -> None:
    tampered(tmp_path, "PRAGMA foreign_keys = OFF", sql)
    ended = audit("verify")
    assert (ended.code, named in ended.complaint) == (1, True), ended.err


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("DELETE FROM private_text", "are missing, and nobody erased them"),
        ("INSERT INTO private_text SELECT 'd', salt, text FROM private_text LIMIT 1", "differ from what was written"),
        (f"INSERT INTO private_text VALUES ('{digest_of({'salt': 's', 'text': 't'})}', 's', 't')", "are of no event"),
    ],
    ids=["delete", "rename", "insert"],
)
def test_words_that_stand_outside_the_log_come_and_go_by_events_alone(
    audit: Audit, tmp_path: Path, sql: str, named: str
) -> None:
    tampered(tmp_path, sql)
    ended = audit("verify")
    assert (ended.code, named in ended.complaint) == (1, True), ended.err


def test_states_are_rebuilt_from_the_log(audit: Audit, tmp_path: Path) -> None:
    assert audit("rebuild", "--check").code == 0
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as db:
        before = db.execute("SELECT * FROM claim_state ORDER BY claim").fetchall()
    tampered(
        tmp_path, "UPDATE claim_state SET rating = 'contradicted'", "DELETE FROM claim_state WHERE claim = 'c0002'"
    )
    looked = audit("rebuild", "--check")
    assert (looked.code, looked.out.splitlines()[0]) == (1, "claim c0001: rating")
    assert audit("rebuild").code == 0
    with closing(sqlite3.connect(tmp_path / "factcheck.db")) as db:
        assert db.execute("SELECT * FROM claim_state ORDER BY claim").fetchall() == before
    assert audit("rebuild", "--check").code == 0


def test_nothing_is_rebuilt_from_a_log_that_does_not_verify(audit: Audit, tmp_path: Path) -> None:
    tampered(tmp_path, "UPDATE event SET user = 'mallory' WHERE seq = 6")
    ended = audit("rebuild")
    assert (ended.code, "does not verify: event 6" in ended.complaint) == (3, True)


def test_a_database_that_was_cut_off_is_named_with_what_mends_it(tmp_path, capsys):
    make_bench(tmp_path, claims=30).close()
    path = tmp_path / "factcheck.db"
    path.write_bytes(path.read_bytes()[:40_000])
    ended = called(capsys, "--workspace", str(tmp_path), "audit", "verify")
    assert ended.code == 1
    assert str(path) in ended.complaint
    assert "restore it from a backup" in ended.complaint


def test_the_words_go_beside_the_log_are_proved_by_it_and_erased_ones_read_erased(
    audit: Audit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log, words = tmp_path / "log.jsonl", tmp_path / "words.jsonl"
    log.write_text(audit("log", "--format", "jsonl", "--words", str(words)).out)
    assert words.stat().st_mode & 0o077 == 0, "nobody else on the machine reads them"
    (one,) = map(json.loads, words.read_text().splitlines())
    assert (one["part"], one["text"]) == ("rationale", "Report a says so – “ok”")
    assert one["text"] not in log.read_text()
    assert audit("verify", str(log), "--words", str(words)).code == 0
    assert audit("log", "--format", "jsonl", "--words", str(words)).code == 3, "the file is there already"
    for wrong, told in (
        ({**one, "text": "no"}, f"the words of event {one['event']} (rationale) differ from what was written"),
        ({**one, "event": 1}, "are of no such event"),
        ({**one, "event": []}, "line 1 of the words is none that was exported"),
    ):
        words.write_bytes(canonical(wrong) + b"\n")
        ended = audit("verify", str(log), "--words", str(words))
        assert (ended.code, told in ended.err) == (1, True), ended.err
    words.write_text("")
    assert "(rationale) are missing" in audit("verify", str(log), "--words", str(words)).err
    erasing = (
        "erase",
        "1",
        "--event",
        str(one["event"]),
        "--reason",
        "asked for",
        "--yes",
        "--workspace",
        str(tmp_path),
    )
    assert called(capsys, "--user", "eva", *erasing).code == 0
    words.unlink()
    log.write_text(audit("log", "--format", "jsonl", "--words", str(words)).out)
    (now,) = [told for told in map(json.loads, words.read_text().splitlines()) if told["event"] == one["event"]]
    assert (now["text"], now["salt"], now["digest"]) == ("[erased]", "", one["digest"])
    assert audit("verify", str(log), "--words", str(words)).code == 0
    words.write_text(words.read_text().replace(json.dumps(now["text"]), json.dumps("invented")))
    assert "were erased, and are there again" in audit("verify", str(log), "--words", str(words)).err


@pytest.mark.parametrize("arguments", [["log", "--words", "w"], ["verify", "--words", "w"]])
def test_words_go_with_an_exported_log_alone(audit: Audit, arguments: list[str]) -> None:
    assert audit(*arguments).code == 2


def test_who_exports_the_log_of_confidential_sources_is_told_that_nothing_is_withheld(
    audit: Audit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "nothing is withheld" not in audit("log", "--format", "jsonl").err
    call = ("call:Ada Quist", "--date", "2026-11-20", "--text", "She confirms it.")
    assert called(capsys, "--workspace", str(tmp_path), "--user", "alice", "evidence", "add", "c0001", *call).code == 0
    assert "nothing is withheld in it" in audit("log", "--format", "jsonl").err
    assert "nothing is withheld" not in audit("log").err


def test_the_table_names_claims_and_evidence_as_people_do_and_json_keeps_their_ids(audit: Audit) -> None:
    lines = audit("log").out.splitlines()
    (stance,) = [line for line in lines if "stance on" in line]
    assert "stance on e1: corroborates" in stance
    assert stance.endswith("[claim 1: c0001]")
    assert "c0001-a" not in audit("log").out
    assert '"c0001-a"' in audit("log", "--json").out


def test_the_log_is_printed_where_the_row_of_a_claim_is_missing(audit: Audit, tmp_path: Path) -> None:
    tampered(tmp_path, "DELETE FROM claim_state WHERE claim = 'c0001'")
    ended = audit("log")
    assert ended.code == 0
    assert "stance on c0001-a: corroborates" in ended.out
