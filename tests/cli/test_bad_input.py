"""Whatever is handed in: one line that says what, where and what to do, exit code 3, and nothing half made."""

from __future__ import annotations

import os
import socket

import pytest

from tests.cli.command import ARTICLE, SOURCE, called, written

UNUSABLE = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\n\t\n", "is empty"),
    "binary": (bytes(range(256)) * 20, "is a binary file"),
    "control": (b"\x01\x02\x03\x04 words \x05\x06\x07\x08" * 50, "is a binary file"),
    "pdf": (b"%PDF-1.7\n1 0 obj\n", "is a PDF"),
    "huge": (b"The harbour has six cranes.\n" * 160_000, "is larger than 4 MB"),
}


@pytest.mark.parametrize("command", ["check", "extract"])
@pytest.mark.parametrize("name", UNUSABLE)
def test_an_unusable_article_is_told_in_one_line_and_makes_no_workspace(tmp_path, capsys, name, command):
    data, reason = UNUSABLE[name]
    path = written(tmp_path, f"{name}.txt", data)
    ended = called(capsys, "--workspace", str(tmp_path / "w"), command, path)
    assert ended.code == 3
    assert f"{name}.txt: {reason}" in ended.complaint
    assert ended.complaint.endswith(")")  # what to do
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_folder_or_a_missing_file_is_no_article(tmp_path, capsys, command):
    place = ["--workspace", str(tmp_path / "w")]
    assert "is a folder, not an article" in called(capsys, *place, command, str(tmp_path)).complaint
    assert "there is no such file" in called(capsys, *place, command, str(tmp_path / "absent.txt")).complaint
    assert called(capsys, *place, command, "/dev/null").code == 3
    assert not (tmp_path / "w").exists()


@pytest.mark.parametrize("path", ["notes/missing.txt", "missing.html", "/missing/"])
def test_a_passage_that_can_only_be_a_path_is_not_judged_as_words(capsys, path):
    ended = called(capsys, "compare", "The mayor paid 5 million.", path)
    assert ended.code == 3
    assert "there is no such file" in ended.complaint
    assert called(capsys, "compare", "The mayor paid 5 million.", "He paid/owed 5 million.").code == 0


def test_what_is_no_file_is_told_as_what_it_is(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for name, told in (("", "is a folder"), ("pipe", "a pipe or a device"), ("socket", "a pipe or a device")):
            ended = called(capsys, "compare", "The mayor paid 5 million.", str(tmp_path / name))
            assert ended.code == 3
            assert told in ended.complaint


def test_a_corpus_path_that_does_not_exist_is_told_before_anything_is_made(tmp_path, capsys):
    article = written(tmp_path, "a.txt", ARTICLE)
    place = ["--workspace", str(tmp_path / "w")]
    absent = str(tmp_path / "absent")
    for arguments in (["check", article, "--corpus", absent], ["corpus", "add", absent]):
        ended = called(capsys, *place, *arguments)
        assert ended.code == 3
        assert ended.complaint == f"factcheck: {absent}: there is no such file or folder (check the path)"
        assert not (tmp_path / "w").exists()


def test_an_article_without_a_sentence_has_no_claims_and_is_no_fault(tmp_path, capsys):
    ended = called(capsys, "extract", written(tmp_path, "a.txt", "----\n####\n12 34\n***\n"))
    assert ended.code == 0
    assert "no claim found" in ended.err


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("cp1252", "read as cp1252"), ("utf-16-le", "read as utf-16-le"), ("utf-16-be", "read as utf-16-be")],
)
def test_another_encoding_is_recognised_and_said(tmp_path, capsys, encoding, said):
    path = written(tmp_path, "a.txt", "“The café is 40 metres long,” François Holt said on Monday.".encode(encoding))
    ended = called(capsys, "extract", path)
    assert ended.code == 0
    assert said in ended.err
    assert "François Holt" in ended.out


def test_utf8_with_a_cut_end_is_read_as_utf8_and_said(tmp_path, capsys):
    text = "The bridge is 40 metres long, Maren Holt said in Málaga. It “held”".encode()[:-1]
    ended = called(capsys, "extract", written(tmp_path, "a.txt", text))
    assert "is UTF-8 with 1 damaged place" in ended.err
    assert "Málaga" in ended.out


def test_bad_files_of_a_corpus_are_listed_and_the_others_are_read(tmp_path, capsys):
    archive = tmp_path / "archive"
    archive.mkdir()
    written(archive, "good.txt", SOURCE)
    written(archive, "empty.txt", "")
    written(archive, "image.txt", b"\x89PNG\r\n")
    written(archive, "rows.jsonl", '{"text": "A bridge of forty metres stands in the town of Ostwick."}\n{"text": \n')
    ended = called(capsys, "--workspace", str(tmp_path / "w"), "corpus", "add", str(archive))
    assert ended.code == 0
    assert "2 documents added" in ended.err
    assert "3 problems:" in ended.err
    assert "rows.jsonl#line-2: is not JSON" in ended.err


def test_adding_nothing_but_unreadable_files_is_bad_input(tmp_path, capsys):
    ended = called(capsys, "--workspace", str(tmp_path / "w"), "corpus", "add", written(tmp_path, "e.txt", ""))
    assert ended.code == 3
    assert "e.txt: is empty" in ended.err


def test_a_document_is_removed_by_the_start_of_its_id(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w")]
    called(capsys, *place, "corpus", "add", written(tmp_path, "s.txt", SOURCE))
    identifier = called(capsys, *place, "corpus", "list").out.split()[0]
    assert called(capsys, *place, "corpus", "remove", "nothing").code == 3
    assert "1 document removed" in called(capsys, *place, "corpus", "remove", identifier[:8]).err
    assert called(capsys, *place, "corpus", "list").out == ""


@pytest.mark.parametrize("arguments", [["claim-list"], ["corpus", "list"], ["claim", "show", "1"], ["audit", "verify"]])
def test_without_a_workspace_a_reading_command_makes_none(tmp_path, capsys, arguments):
    ended = called(capsys, "--workspace", str(tmp_path / "w"), *arguments)
    assert ended.code == 3
    assert "there is no workspace here" in ended.complaint
    assert not (tmp_path / "w").exists()


def test_a_folder_that_was_deleted_is_told(tmp_path, capsys, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    for command in ("claim-list", "init"):
        ended = called(capsys, command)
        assert ended.code == 3
        assert "the current folder is gone" in ended.complaint


def test_a_pipe_as_article_is_told_and_not_waited_for(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe")
    ended = called(capsys, "--workspace", str(tmp_path / "w"), "check", str(tmp_path / "pipe"))
    assert ended.code == 3
    assert "standard input" in ended.complaint
    assert not (tmp_path / "w").exists()


def test_a_corpus_of_which_nothing_can_be_read_is_no_success(tmp_path, capsys):
    (tmp_path / "archive").mkdir()
    written(tmp_path / "archive", "blob.txt", b"\x00\x01\x02" * 400)
    at = ["--workspace", str(tmp_path / "w"), "check", written(tmp_path, "a.txt", ARTICLE), "--corpus"]
    assert called(capsys, *at, str(tmp_path / "archive")).code == 3
    written(tmp_path / "archive", "harbour.txt", SOURCE)
    assert called(capsys, *at, str(tmp_path / "archive")).code == 0
    assert called(capsys, *at, str(tmp_path / "archive")).code == 0, "what is there already was read"


def test_an_error_names_the_claim_as_it_was_typed(tmp_path, capsys):
    at = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    assert called(capsys, *at, "check", written(tmp_path, "a.txt", ARTICLE)).code == 0
    ended = called(capsys, *at, "claim", "verdict", "1", "--rating", "confirmed", "--rationale", "so")
    assert ended.complaint.startswith("factcheck: claim 1: the rating")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "an article has no name (name a file or an address, or - for standard input)"),
        ("file:///tmp/a.txt", "file:///tmp/a.txt: addresses of the kind 'file' are not read"),
        ("FTP://example.org/a", "FTP://example.org/a: addresses of the kind 'FTP' are not read"),
        ("http://", "http://: names no site"),
        ("https:///article", "https:///article: names no site"),
        ("https://[::1/article", "https://[::1/article: names no site"),
    ],
)
@pytest.mark.parametrize("command", ["check", "extract", "names"])
def test_what_names_neither_a_file_nor_a_page_is_told(tmp_path, capsys, name, words, command):
    ended = called(capsys, "--workspace", str(tmp_path / "w"), command, name)
    assert ended.code == 3
    assert ended.complaint.startswith(f"factcheck: {words}")
    assert not (tmp_path / "w").exists()


def test_an_article_that_cannot_be_read_is_named_with_its_folder(tmp_path, capsys):
    path = written(tmp_path, "minutes.docx", b"no archive")
    assert called(capsys, "extract", path).complaint.startswith(f"factcheck: {path}: ")


def test_a_folder_in_the_place_of_the_database_is_told(tmp_path, capsys):
    (tmp_path / "factcheck.db").mkdir()
    ended = called(capsys, "--workspace", str(tmp_path), "init")
    assert (ended.code, ended.complaint) == (
        3,
        f"factcheck: {tmp_path / 'factcheck.db'}: is a folder, not a database (move it away)",
    )


def test_json_nested_too_deeply_is_told_in_our_words(tmp_path, capsys):
    path = written(tmp_path, "deep.json", "[" * 100_000 + "]" * 100_000)
    ended = called(capsys, "--workspace", str(tmp_path / "w"), "corpus", "add", path)
    assert ended.code == 3
    assert "is JSON nested too deeply to be read" in ended.err
    assert "recursion" not in ended.err


def test_a_workspace_is_made_in_the_folder_that_is_named(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ended = called(capsys, "init", "desk/budget")
    assert ended.code == 0
    assert (tmp_path / "desk" / "budget" / "factcheck.db").is_file()
    assert "`factcheck --workspace desk/budget check" in ended.err


@pytest.fixture
def checked(tmp_path, capsys):
    """A workspace with one article checked; returns its --workspace option."""
    place = ["--workspace", str(tmp_path / "w")]
    called(capsys, *place, "check", written(tmp_path, "a.txt", ARTICLE), "--corpus", written(tmp_path, "s.txt", SOURCE))
    return place


def test_a_pipe_is_no_configuration_and_no_log(tmp_path, capsys, checked):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "may never end" in called(capsys, *checked, "audit", "verify", str(pipe)).complaint
    os.mkfifo(tmp_path / "w" / "factcheck.toml")
    ended = called(capsys, *checked, "claim-list")
    assert ended.code == 3
    assert "may never end" in ended.complaint


def test_an_empty_file_is_no_log(tmp_path, capsys, checked):
    ended = called(capsys, *checked, "audit", "verify", written(tmp_path, "log.jsonl", ""))
    assert ended.code == 3
    assert "holds no event" in ended.complaint


def test_a_corpus_that_lost_everything_is_told_by_list_and_search(tmp_path, capsys, checked):
    listed = called(capsys, *checked, "corpus", "list")
    called(capsys, *checked, "corpus", "remove", listed.out.split()[0])
    for arguments in (["list"], ["search", "cranes"]):
        ended = called(capsys, *checked, "corpus", *arguments)
        assert ended.code == 3
        assert "is empty, though claims were matched with it" in ended.complaint


def test_an_absurd_width_is_no_width(monkeypatch, capsys, checked):
    monkeypatch.setenv("COLUMNS", "999999999")
    ended = called(capsys, *checked, "claim-list")
    assert ended.code == 0
    assert len(ended.out) < 5_000


def test_a_second_text_of_an_article_is_told_to_be_one_of_its_own(tmp_path, capsys, checked):
    changed = written(tmp_path, "a.txt", ARTICLE.replace("six cranes", "seven cranes"))
    ended = called(capsys, *checked, "check", changed)
    assert "another text of it was checked before" in ended.err
    ambiguous = called(capsys, *checked, "claim", "show", "1")
    assert ambiguous.complaint.count("(Cranes for the harbour)") == 2


def test_the_gate_tells_what_it_does_not_look_at(capsys, checked):
    called(capsys, *checked, "claim", "withdraw", "1", "--reason", "no time")
    ended = called(capsys, *checked, "claim-list", "--fail-on", "open")
    assert "the gate does not look at 1 claim that a person withdrew" in ended.err


def test_nothing_to_undo_says_whose(capsys, checked):
    ended = called(capsys, *checked, "--user", "bob", "undo")
    assert "bob has no decision left that undo takes back" in ended.err


def test_a_claim_longer_than_any_sentence_is_refused_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    ended = called(capsys, "compare", "The town built 40,000 homes. " * 4_000, "The town built 31,000 homes.")
    assert ended.code == 3
    assert "no more than 10,000 are compared" in ended.err
