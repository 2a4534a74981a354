"""`factcheck erase`: a preview first, then for good, with what stays told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.workbench.begun import FOLDER, read_begun, write_begun
from tests.cli.command import ARTICLE, SOURCE, Ended, called, written

Newsroom = Callable[..., Ended]
PERSON = ("erase", "--person", "Ada Quist")
REASON = ("--reason", "asked us to")


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace with a claim on which a contact was noted, called and waited for, and named in a rationale."""

    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    files = (written(tmp_path, "article.txt", ARTICLE), written(tmp_path, "source.txt", SOURCE))
    assert run("check", files[0], "--corpus", files[1]).code == 0
    call = ("--date", "2026-11-20", "--text", "She confirms the six.", "--stance", "corroborates")
    for done in (
        ("claim", "note", "1", "rang Ada Quist"),
        ("claim", "note", "1", "Quist is away"),
        ("claim", "wait", "1", "call:Ada Quist", "--due", "2026-12-01"),
        ("evidence", "add", "1", "call:Ada Quist, 0170 5551234", *call),
        ("claim", "assign", "1", "Ada Quist"),
        ("claim", "verdict", "1", "--rating", "confirmed", "--rationale", "Ada Quist says so", "--yes"),
    ):
        assert run(*done).code == 0
    return run


def test_a_preview_shows_what_would_go_and_what_stays_and_changes_nothing(newsroom: Newsroom) -> None:
    before = newsroom("claim", "show", "1").out
    ended = newsroom(*PERSON)
    told = ended.out.splitlines()
    assert ended.code == 0
    assert [line.split("): ")[1].split(":")[0] for line in told[:3]] == ["note", "person waited for", "rationale"]
    assert "the name stays in 1 event of the log" in ended.out
    assert "assigned to Ada Quist" in ended.out
    assert "1 text with a part of the name, which may be another's, would stay:" in ended.out
    assert "Quist is away" in told[-1]
    assert "nothing was erased; --yes erases this" in ended.err
    assert newsroom("claim", "show", "1").out == before


def test_what_was_erased_reads_so_everywhere_and_the_log_says_who_and_why(newsroom: Newsroom, tmp_path: Path) -> None:
    ended = newsroom(*PERSON, "--person", "Quist", *REASON, "--yes", user="eva")
    assert "erased: 5 texts on 1 claim" in ended.err
    assert "event" in ended.err
    assert "backups" in ended.err
    shown = newsroom("claim", "show", "1").out
    assert "note 1 by alice" in shown
    assert shown.count("[erased]") == 6, "two notes; title, place and passage of the contact; the rationale"
    assert "eva  erased: contact, note, person waited for, rationale: asked us to" in newsroom("audit", "log").out
    database = (tmp_path / "ws" / "factcheck.db").read_bytes()
    assert b"0170 5551234" not in database
    for done in (("audit", "verify"), ("audit", "rebuild", "--check"), ("doctor",), ("undo",), ("handover",)):
        assert newsroom(*done).code == 0, done
    for form in ("json", "csv", "md", "html"):
        assert "5551234" not in newsroom("claim-list", "--format", form).out
    assert "there are no such words" in newsroom(*PERSON, "--person", "Quist").err


def test_what_a_decision_says_goes_by_the_number_of_its_event(newsroom: Newsroom) -> None:
    log = newsroom("audit", "log", "--kind", "verdict").out
    assert "Ada Quist says so" in log
    number = log.split()[0]
    assert "rationale: Ada Quist says so" in newsroom("erase", "1", "--event", number).out
    assert newsroom("erase", "1", "--event", number, *REASON, "--yes").code == 0
    assert "verdict confirmed: [erased]" in newsroom("audit", "log", "--kind", "verdict").out
    assert "says so" not in newsroom("audit", "log", "--format", "jsonl").out
    for done in (("audit", "verify"), ("audit", "rebuild", "--check"), ("doctor",)):
        assert newsroom(*done).code == 0, done


def test_single_words_of_a_claim(newsroom: Newsroom) -> None:
    assert newsroom("erase", "1", "--note", "2", "--evidence", "e2", *REASON, "--yes").code == 0
    assert newsroom("erase", "1", "--waiting", *REASON, "--yes").code == 0
    assert "or they are erased" in newsroom("erase", "1", "--waiting").complaint
    assert "or they are erased" in newsroom("erase", "1", "--note", "9").complaint
    assert "note 1 by alice" in newsroom("claim", "show", "1").out
    assert "rang Ada Quist" in newsroom("claim", "show", "1").out


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ((), 2),
        (("1",), 2),
        (("--note", "1"), 2),
        (("1", "--person", "Quist"), 2),
        (("--clean", "--person", "Quist"), 2),
        (("1", "--note", "0"), 2),
        (("99", "--note", "1"), 3),
        (("1", "--evidence", "e77"), 3),
        (("--person", "…"), 3),
        (("--person", ""), 3),
        (("--person", "Quist", "--yes"), 3),
        (("--person", "Quist", "--yes", "--reason", "Quist wants it"), 3),
    ],
)
def test_what_cannot_be_meant_is_refused(newsroom: Newsroom, given: tuple[str, ...], code: int) -> None:
    assert newsroom("erase", *given).code == code
    assert "rang Ada Quist" in newsroom("claim", "show", "1").out


def test_nothing_is_left_of_a_name_whose_document_was_removed(newsroom: Newsroom, tmp_path: Path) -> None:
    folder = tmp_path / "brought"
    folder.mkdir()
    written(folder, "a.txt", "2024-11-10\nNotes by Zaprinsky\n\nQuilvermont Zaprinsky counts six cranes in Ostwick.\n")
    written(folder, "b.txt", "2024-11-11\nOther notes\n\nMaren Holt counts four cranes in the harbour of Ostwick.\n")
    assert newsroom("check", str(tmp_path / "article.txt"), "--corpus", str(folder)).code == 0
    named = [one for one in json.loads(newsroom("corpus", "list", "--json").out) if "Zaprinsky" in one["title"]]
    assert newsroom("corpus", "remove", named[0]["id"]).code == 0
    for claim in ("1", "2"):
        evidence = json.loads(newsroom("claim", "show", claim, "--json").out)["evidence"]
        copies = [one["id"] for one in evidence if "Zaprinsky" in one["candidate"]["passage"]["text"]]
        for copy in copies:
            assert newsroom("erase", claim, "--evidence", copy, *REASON, "--yes").code == 0
    cleaned = newsroom("erase", "--clean")
    assert "nothing of what was removed from it is left; it has 2 documents" in cleaned.err
    files = [path for path in (tmp_path / "ws").rglob("*") if path.is_file()]
    left = [path.name for path in files if re.search(rb"zaprinsk|quilvermont", path.read_bytes(), re.IGNORECASE)]
    assert (len(files) > 3, left) == (True, [])
    assert "Maren" in newsroom("corpus", "search", "Marén cranes").out, "the other spellings are there"
    assert newsroom("corpus", "verify").code == 0


def test_cleaning_alone(newsroom: Newsroom) -> None:
    assert "written anew" in newsroom("erase", "--clean").err


def test_a_rationale_that_is_made_of_the_evidence_names_no_contact(newsroom: Newsroom) -> None:
    assert newsroom("evidence", "add", "1", "mail:Bo Tarn", "--date", "2026-11-20", "--text", "Six.").code == 0
    given = ("--rating", "confirmed", "--cite", "e3", "--yes")
    assert newsroom("claim", "verdict", "1", *given).code == 3, "it asks for a rationale"
    assert "Tarn" not in newsroom("audit", "log", "--format", "jsonl").out


def test_what_was_begun_and_not_saved_goes_too_whoever_began_it(newsroom: Newsroom, tmp_path: Path) -> None:
    folder = tmp_path / "ws" / FOLDER
    write_begun(folder / "one.json", {"c1": {"verdict": "as ADA QUIST told me", "note": "ring the harbour"}})
    write_begun(folder / "other.json", {"c2": {"reason": "Ms Ada Quist"}})
    (folder / "damaged.json").write_text("{", encoding="utf-8")
    told = newsroom(*PERSON).out
    assert "begun and not saved: 2 texts would go" in told
    assert "begun and not saved: 1 file of other users could not be looked at" in told
    assert read_begun(folder / "one.json")["c1"].keys() == {"verdict", "note"}
    assert "begun and not saved: 2 texts erased" in newsroom(*PERSON, *REASON, "--yes").err
    assert read_begun(folder / "one.json") == {"c1": {"note": "ring the harbour"}}
    assert not (folder / "other.json").exists()


def test_a_note_that_is_erased_is_erased_where_it_was_begun_again(newsroom: Newsroom, tmp_path: Path) -> None:
    path = tmp_path / "ws" / FOLDER / "one.json"
    write_begun(path, {"c1": {"note": "rang Ada Quist twice", "reason": "no answer"}})
    assert newsroom("erase", "1", "--note", "1", *REASON, "--yes").code == 0
    assert read_begun(path) == {"c1": {"reason": "no answer"}}


def test_a_name_that_stands_in_what_was_begun_alone_is_erased(newsroom: Newsroom, tmp_path: Path) -> None:
    path = tmp_path / "ws" / FOLDER / "one.json"
    write_begun(path, {"c1": {"note": "Nils Oberon rang"}})
    assert newsroom("erase", "--person", "Nils Oberon", *REASON, "--yes").code == 0
    assert not path.exists()


def test_evidence_out_of_a_document_that_was_removed_is_named_with_what_erases_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> Ended:
        return called(capsys, "--user", "eva", *arguments, "--workspace", str(tmp_path / "ws"))

    source = SOURCE.replace("The harbour", "Ada Quist says that the harbour", 1)
    assert "Ada Quist" in source
    files = (written(tmp_path, "article.txt", ARTICLE), written(tmp_path, "source.txt", source))
    run("check", files[0], "--corpus", files[1])
    (document,) = json.loads(run("corpus", "list", "--json").out)
    run("corpus", "remove", document["id"])
    ended = run(*PERSON)
    assert "of evidence out of documents would stay, each with the command for it:" in ended.out
    assert "of what people wrote, there are no such words" in ended.err
    commands = re.findall(r"`factcheck.* erase (\w+) --evidence (\S+) --reason TEXT --yes`", ended.out)
    assert commands
    for claim, evidence in commands:
        assert run("erase", claim, "--evidence", evidence, "--reason", "asked us to", "--yes").code == 0
    assert "would stay" not in run(*PERSON).out
    assert b"Ada Quist" not in (tmp_path / "ws" / "factcheck.db").read_bytes()
    assert run("audit", "verify").code == 0
