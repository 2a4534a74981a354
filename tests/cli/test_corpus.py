"""`factcheck corpus`: adding in all its ways, keeping in step, searching within limits, counting and verifying."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.cli import corpus_adding
from factcheck.cli.corpus import corpus as corpus_group
from factcheck.cli.place import Place
from factcheck.corpus.marks import UNMARKED
from factcheck.corpus.readers.formats import NAMES
from factcheck.errors import StorageError
from tests.cli.command import Ended, called

FILES = {
    "ferry.md": "---\ntitle: Ferry\npublisher: Lake Post\ndate: 2023-05-04\nlanguage: en\n---\n"
    "The harbour wall keeps the ferry dry, the lake authority said in May.\n",
    "bus.md": "---\ntitle: Bus\npublisher: Shore News\ndate: 2024-02-01\nlanguage: en\ntier: primary\n---\n"
    "A wall of water hit the bus in the harbour, the drivers said in February.\n",
}
Command = Callable[..., Ended]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def factcheck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*arguments: str) -> Ended:
        return called(capsys, "--workspace", str(tmp_path / "ws"), *arguments)

    return command


def titles(found: Ended) -> list[str]:
    return [one["source"]["title"] for one in json.loads(found.out)]


def test_a_pattern_is_expanded_and_what_fits_nothing_is_refused(factcheck: Command, archive: Path) -> None:
    assert "1 document added" in factcheck("corpus", "add", f"{archive}/f*.md").err
    assert factcheck("corpus", "add", f"{archive}/x*.md").code == 3


def test_what_cannot_be_read_fails_the_command_only_where_that_is_asked(
    factcheck: Command, archive: Path, tmp_path: Path
) -> None:
    (archive / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    partly = ["corpus", "add", str(archive)]
    found = factcheck(*partly)
    assert (found.code, "1 problem:" in found.err) == (0, True)
    assert factcheck(*partly, "--fail-on", "problems").code == 1
    assert factcheck(*partly, "--fail-on", "problems", "--dry-run").code == 1
    assert factcheck("corpus", "add", str(archive / "broken.pdf"), "--fail-on", "problems").code == 3
    assert factcheck("corpus", "add", f"{archive}/f*.md", "--fail-on", "problems").code == 0


def test_a_dry_run_writes_nothing(factcheck: Command, archive: Path, tmp_path: Path) -> None:
    found = factcheck("corpus", "add", "--dry-run", str(archive))
    assert (found.code, "2 documents would be added" in found.err) == (0, True)
    assert not (tmp_path / "ws").exists()
    factcheck("corpus", "add", f"{archive}/ferry.md")
    found = factcheck("corpus", "add", "--dry-run", "--json", str(archive))
    assert json.loads(found.out) == {
        "new": 1,
        "there": 1,
        "repeated": 0,
        "problems": [],
        "mapped": [],
        "said": [],
        "languages": {"en": 2},
    }


def test_a_dry_run_says_the_languages(factcheck: Command, archive: Path, tmp_path: Path) -> None:
    (archive / "fähre.txt").write_text("Die Fähre über den See fährt nicht mehr, weil der Motor ausgefallen ist.")
    found = factcheck("corpus", "add", "--dry-run", str(archive))
    assert "languages: 2 en, 1 de" in found.err
    found = factcheck("corpus", "add", "--dry-run", "--language", "nds", str(archive))
    assert "languages: 3 nds" in found.err


def test_a_dry_run_reads_standard_input_too(
    factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Piped:
        buffer = io.BytesIO(b"The ferry crosses the lake at noon.")

    monkeypatch.setattr("sys.stdin", Piped)
    found = factcheck("corpus", "add", "--dry-run", "-")
    assert (found.code, "1 document would be added" in found.err) == (0, True)
    assert not (tmp_path / "ws").exists()


def test_a_broken_line_on_standard_input_stops_no_other(factcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(b'{"text": "The ferry stops."}\n{"text": bro\n{"text": "The bus comes."}\n')

    monkeypatch.setattr("sys.stdin", Piped)
    found = factcheck("corpus", "add", "-")
    assert (found.code, "2 documents added" in found.err) == (0, True)
    assert factcheck("corpus", "stats", "--problems").out.count("standard input#line-2: is not JSON") == 1
    Piped.buffer = io.BytesIO(b'{"text": "The ferry stops."}\n')
    assert factcheck("corpus", "add", "-").code == 0
    assert "standard input" not in factcheck("corpus", "stats", "--problems").out


def test_an_open_copy_of_what_is_not_open_is_told_with_the_command_that_marks_it(
    factcheck: Command, tmp_path: Path
) -> None:
    memo = " ".join(f"The ministry of port {number} hid {number} million crowns in a budget." for number in range(30))
    (tmp_path / "memo.txt").write_text(memo)
    (tmp_path / "memo2.txt").write_text(f"{memo} And one more.")
    factcheck("corpus", "add", str(tmp_path / "memo.txt"), "--sensitivity", "background")
    found = factcheck("corpus", "add", str(tmp_path / "memo2.txt"))
    assert "1 new document open to all with the text of one that is not" in found.err
    command = found.err.partition("`factcheck ")[2].partition("`")[0]
    assert "1 document marked" in factcheck(*command.split()).err


def test_whoever_marks_what_is_there_already_is_told_so(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("The ministry of ports hid nine million crowns in a budget.")
    assert "marked" not in factcheck("corpus", "add", str(tmp_path / "memo.txt")).err
    assert "marked" not in factcheck("corpus", "add", str(tmp_path / "memo.txt")).err
    found = factcheck("corpus", "add", str(tmp_path / "memo.txt"), "--sensitivity", "confidential")
    assert "marked as you say, too: 1 document that was there" in found.err


def test_the_columns_of_records_are_shown_and_may_be_named(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Rumpf;date\nDie Fähre fährt im Winter nicht.;2024-01-05\n")
    found = factcheck("corpus", "add", str(tmp_path / "a.csv"))
    assert (found.code, "published from 'date'; not used: 'Rumpf'" in found.err) == (3, True)
    found = factcheck("corpus", "add", "--dry-run", "--columns", "text=Rumpf", str(tmp_path / "a.csv"))
    assert "text from 'Rumpf', published from 'date'" in found.err
    found = factcheck("corpus", "add", "--columns", "text=Rumpf", str(tmp_path / "a.csv"))
    assert (found.code, "text from 'Rumpf', published from 'date'" in found.err) == (0, True)
    assert factcheck("corpus", "add", "--columns", "Rumpf", str(tmp_path / "a.csv")).code == 2


def test_the_help_of_add_names_every_format(factcheck: Command) -> None:
    shown = " ".join(factcheck("corpus", "add", "--help").out.split())
    assert all(name in shown for name in NAMES)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["wall in the harbour"], {"Ferry", "Bus"}),
        (['"harbour wall"'], {"Ferry"}),
        (['bus "harbour wall"'], {"Ferry"}),
        (["wall harbour", "--publisher", "shore news"], {"Bus"}),
        (["wall harbour", "--since", "2024-01-01"], {"Bus"}),
        (["wall harbour", "--until", "2023-12-31"], {"Ferry"}),
        (["wall harbour", "--since", "2023-05-04", "--until", "2023-05-04"], {"Ferry"}),
        (["wall harbour", "--tier", "primary"], {"Bus"}),
        (["wall harbour", "--language", "de"], set()),
    ],
)
def test_a_search_stays_within_its_limits(
    factcheck: Command, archive: Path, options: list[str], expected: set[str]
) -> None:
    factcheck("corpus", "add", str(archive))
    assert set(titles(factcheck("corpus", "search", "--json", *options))) == expected


def test_a_search_says_where_its_passages_stand(factcheck: Command, archive: Path) -> None:
    factcheck("corpus", "add", str(archive))
    assert "paragraph 1" in factcheck("corpus", "search", "ferry harbour").out


def test_vanished_files_are_marked_and_no_longer_found(factcheck: Command, archive: Path) -> None:
    factcheck("corpus", "add", str(archive))
    (archive / "ferry.md").unlink()
    assert "files gone: 1, back: 0" in factcheck("corpus", "sync").err
    assert titles(factcheck("corpus", "search", "--json", "wall harbour")) == ["Bus"]
    assert len(json.loads(factcheck("corpus", "list", "--json").out)) == 2


def test_the_counts_are_drawn_and_given_as_json(factcheck: Command, archive: Path) -> None:
    factcheck("corpus", "add", str(archive))
    counts = json.loads(factcheck("corpus", "stats", "--json").out)["by"]
    assert counts["publisher"] == {"Lake Post": 1, "Shore News": 1}
    assert counts["year"] == {"2023": 1, "2024": 1}
    drawn = factcheck("corpus", "stats").out
    assert "by publisher" in drawn
    assert "█" in drawn


@pytest.mark.parametrize(
    ("words", "byte"),
    [
        (b"keeps the ferry dry", b"K"),  # in the text
        (b"keeps the ferry dry", b"\xff"),  # no UTF-8 any more
        (b'"publisher":"Lake Post"', b"'"),  # in what is said of it: no JSON any more
        (b'Lake Post","author', b"l"),
    ],
)
def test_a_flipped_byte_is_found_and_named(
    factcheck: Command, archive: Path, tmp_path: Path, words: bytes, byte: bytes
) -> None:
    factcheck("corpus", "add", str(archive))
    assert factcheck("corpus", "verify").code == 0
    path = tmp_path / "ws" / "corpus" / "documents.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (identifier,) = db.execute("SELECT id FROM document WHERE source LIKE '%ferry.md%'").fetchone()
    data = path.read_bytes()
    at = data.index(words)
    path.write_bytes(data[:at] + byte + data[at + 1 :])
    found = factcheck("corpus", "verify", "--json")
    assert found.code == 1
    (told,) = json.loads(found.out)
    assert told["path"] in (str(archive / "ferry.md"), identifier)
    assert identifier[:12] in told["reason"]


def test_the_index_can_be_built_anew(factcheck: Command, archive: Path) -> None:
    factcheck("corpus", "add", str(archive))
    assert "built anew from 2 documents" in factcheck("corpus", "rebuild").err
    assert len(titles(factcheck("corpus", "search", "--json", "wall harbour"))) == 2


def test_a_watched_folder_is_kept_in_step(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_adding, "POLL_SECONDS", 0.0)
    place = Place(workspace=str(tmp_path / "ws"), user="alice")

    def held() -> set[str]:
        with place.open() as bench, bench.open_corpus() as corpus:
            return {hit.title for hit in (found.source for found in corpus.search("wall harbour river", 10))}

    known = corpus_adding.step(place, archive, {}, corpus_adding.Told(0, UNMARKED))
    assert held() == {"Ferry", "Bus"}
    (archive / "bus.md").unlink()
    (archive / "ferry.md").write_text(FILES["ferry.md"].replace("title: Ferry", "title: Boat"))
    (archive / "river.txt").write_text("The river is high, and the harbour is shut until Monday.")
    corpus_adding.step(place, archive, known, corpus_adding.Told(0, UNMARKED))
    assert held() == {"Boat", "The river is high, and the harbour is shut until Monday."}


def test_the_counts_tell_nothing_of_what_belongs_to_others_and_json_nothing_of_what_is_withheld(
    factcheck: Command, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factcheck("corpus", "add", str(archive / "ferry.md"), "--scope", "desk:science")
    factcheck("corpus", "add", str(archive / "bus.md"), "--sensitivity", "confidential")
    found = factcheck("corpus", "stats")
    assert ("Lake Post" in found.out, "2023" in found.out, "Shore News" in found.out) == (False, False, True)
    assert found.out.startswith("1 documents, 2 passages, 1 origins")
    assert "1 more belong to other desks or articles" in found.err
    told = factcheck("corpus", "stats", "--json").out
    assert (json.loads(told)["documents"], json.loads(told)["others"]) == (1, 1)
    assert not [word for word in ("Lake Post", "Shore News", "2023", "2024") if f'"{word}"' in told]
    monkeypatch.setenv("FACTCHECK_DESK", "science")
    assert "Lake Post" in factcheck("corpus", "stats").out


def test_a_damaged_document_of_others_is_told_by_its_id_alone(
    factcheck: Command, archive: Path, tmp_path: Path
) -> None:
    factcheck("corpus", "add", str(archive / "ferry.md"), "--scope", "desk:science")
    with closing(sqlite3.connect(tmp_path / "ws" / "corpus" / "documents.db")) as db:
        db.execute("UPDATE text SET text = text || '!'")
        db.commit()
    found = factcheck("corpus", "verify")
    assert (found.code, "its text does not match" in found.out, "ferry.md" in found.out) == (1, True, False)


def test_which_comes_first_in_a_date_can_be_said(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,date\nThe ferry crosses the lake at noon.,03/04/2020\n")
    found = factcheck("corpus", "add", "--dry-run", str(tmp_path / "a.csv"))
    assert "can be read in two ways ('03/04/2020')" in found.err
    factcheck("corpus", "add", "--dates", "dmy", str(tmp_path / "a.csv"))
    assert "2020-04-03" in factcheck("corpus", "list").out


def test_whoever_searches_is_told_of_documents_that_no_search_finds_yet(
    factcheck: Command, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object, documents: list[object]) -> None:
        if documents:
            raise StorageError("the disk is full")

    factcheck("corpus", "add", str(archive / "bus.md"))
    monkeypatch.setattr("factcheck.corpus.index.PassageIndex.add", fail)
    assert factcheck("corpus", "add", str(archive / "ferry.md")).code == 3
    searched = factcheck("corpus", "search", "harbour wall", "--json")
    assert titles(searched) == ["Bus"]
    assert "1 document not in the index yet" in searched.err
    assert "1 document not in the index yet" in factcheck("corpus", "stats").err
    monkeypatch.undo()
    searched = factcheck("corpus", "search", "harbour wall", "--json")
    assert sorted(titles(searched)) == ["Bus", "Ferry"]
    assert "index" not in searched.err


def test_the_path_of_a_confidential_document_stands_in_no_json_of_damage(
    factcheck: Command, archive: Path, tmp_path: Path
) -> None:
    factcheck("corpus", "add", str(archive / "ferry.md"), "--sensitivity", "confidential")
    with closing(sqlite3.connect(tmp_path / "ws" / "corpus" / "documents.db")) as db:
        db.execute("UPDATE text SET text = text || '!'")
        db.commit()
        (identifier,) = db.execute("SELECT id FROM document").fetchone()
    found = factcheck("corpus", "verify", "--json")
    assert (found.code, json.loads(found.out)[0]["path"], "ferry.md" in found.out) == (1, identifier, False)


def test_a_mapping_is_remembered_and_said(factcheck: Command, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("Kopf,body,Wer\nWeir mended,The weir at Lund was mended.,Ada Rau\n")
    factcheck("corpus", "add", str(tmp_path / "rows.csv"))
    anew = factcheck("corpus", "add", str(rows), "--columns", "author=Wer").err
    assert "1 document added" in anew
    assert "1 file read in another way than before, and replaced what they held" in anew
    assert "changed" not in anew
    again = factcheck("corpus", "add", str(tmp_path / "rows.csv")).err
    assert "0 documents added, 1 were there already" in again
    assert f"{rows}: read as said before: --columns author=Wer" in again
    assert "read as said before" not in factcheck("corpus", "add", str(rows), "--columns", "forget").err
    assert factcheck("corpus", "list").out.count("\n") == 1


def test_what_is_mistyped_is_told(factcheck: Command, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("title,body,Wer\nWeir mended,The weir at Lund was mended.,Ada Rau\n")
    refused = factcheck("corpus", "add", str(rows), "--language", "klingon")
    assert (refused.code, "'klingon' is no language that is known" in refused.err) == (2, True)
    assert "did you mean german" in factcheck("corpus", "add", str(rows), "--language", "Germann").err
    told = factcheck("corpus", "add", str(rows), "--columns", "author=Nobody", "--scope", "article:none").err
    assert "no file of rows has a column 'Nobody' (author)" in told
    assert "no article has the id 'none'" in told
    assert "no file of rows" not in factcheck("corpus", "add", str(rows), "--columns", "author=wer").err
    assert factcheck("corpus", "add", str(rows), "--scope", "all", "--language", "Swedish").code == 0
    assert " sv " in factcheck("corpus", "list").out


def test_a_dry_run_points_at_no_list_that_it_did_not_write(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    for number in range(12):
        (tmp_path / "many" / f"{number}.txt").touch()
    told = factcheck("corpus", "add", "--dry-run", str(tmp_path / "many")).err
    assert "... and 2 more: --json lists them" in told


@pytest.mark.parametrize("command", sorted(corpus_group.commands))
def test_each_command_takes_the_workspace_behind_its_name(command: str) -> None:
    assert "workspace" in {one.name for one in corpus_group.commands[command].params}
