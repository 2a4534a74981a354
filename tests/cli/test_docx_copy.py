"""`claim-list --format docx`: the article as read, with a comment at each claim."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from factcheck.corpus.readers import parse_article
from factcheck.errors import EXIT_DONE, EXIT_INPUT
from tests.cli.command import called, written
from tests.dossier.desk import ARTICLE, LEAKS, Desk

docx = pytest.importorskip("docx", reason="needs the extra office: pip install 'factcheck-workbench[office]'")

NASTY = (
    "The quay <b>cost</b> =1+1 crowns \x1b[31m in 2023. It has \u202e12 sheds & \x0c\x00 cranes, “Maren’s” 40 tons.\n"
)


def copy_of(desk: Desk, article: str = "cranes") -> bytes:
    file = desk.folder / "copy.docx"
    desk.done("claim-list", "--article", article, "--format", "docx", "--output", str(file), "--force")
    return file.read_bytes()


def opened(packed: bytes):
    return docx.Document(io.BytesIO(packed))


def test_the_text_is_that_of_the_article(desk: Desk) -> None:
    lines = [line for line in ARTICLE.splitlines() if line.strip()]
    assert [one.text for one in opened(copy_of(desk)).paragraphs] == lines
    again = parse_article(copy_of(desk), "copy.docx")
    assert [line for line in again.text.splitlines() if line.strip()] == lines


def test_each_claim_has_a_comment_at_its_words(desk: Desk) -> None:
    article = parse_article(copy_of(desk), "copy.docx")
    found = {citation.anchor.text: citation.note for citation in article.citations}
    cranes = next(note for words, note in found.items() if "six cranes" in words)
    assert "confirmed (signed by bob)" in cranes
    assert "Rationale: the report" in cranes
    assert "Harbour report, 2024-11-10" in cranes
    assert "corroborates (judged, cited)" in cranes
    assert len(article.citations) == 4
    assert {citation.author for citation in article.citations} == {"alice", "factcheck"}


def test_nothing_of_the_machine_that_made_the_template_stands_in_it(desk: Desk) -> None:
    with zipfile.ZipFile(io.BytesIO(copy_of(desk))) as parts:
        assert b"Macintosh" not in b"".join(map(parts.read, parts.namelist()))
        assert not any("thumbnail" in name or name.endswith((".jpeg", ".jpg")) for name in parts.namelist())
        assert b"thumbnail" not in parts.read("_rels/.rels")


def test_what_may_not_leave_is_withheld(desk: Desk) -> None:
    packed = copy_of(desk)
    with zipfile.ZipFile(io.BytesIO(packed)) as parts:
        whole = b"".join(map(parts.read, parts.namelist())).decode("utf-8", "replace")
    assert [word for word in LEAKS if word in whole] == []
    assert str(desk.folder) not in whole


def test_the_same_state_gives_the_same_bytes(desk: Desk) -> None:
    assert copy_of(desk) == copy_of(desk)
    with zipfile.ZipFile(io.BytesIO(copy_of(desk))) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_it_says_which_state_it_shows(desk: Desk) -> None:
    head = desk.done("audit", "head").out.strip()
    own = opened(copy_of(desk)).core_properties
    assert head[:12] in own.comments
    assert "not listed: " in own.comments
    assert own.title == "Cranes for the harbour"


def test_the_foot_of_each_page_says_which_state_it_shows_and_no_paragraph_does(desk: Desk) -> None:
    head = desk.done("audit", "head").out.strip()[:12]
    document = opened(copy_of(desk))
    (foot,) = document.sections[0].footer.paragraphs
    assert f"log head {head}" in foot.text
    assert "not listed: " in foot.text
    assert "identity asserted" in foot.text
    assert not [one for one in document.paragraphs if head in one.text]


def test_a_comment_has_the_time_of_the_decision_it_tells(desk: Desk) -> None:
    events = json.loads(desk.done("audit", "log", "--json").out)
    decided = {one["at"][:19] for one in events if one["kind"] == "verdict"}
    by_alice = [one for one in opened(copy_of(desk)).comments if one.author == "alice"]
    assert by_alice
    assert {one.timestamp.isoformat()[:19] for one in by_alice} <= decided


@pytest.mark.parametrize(
    "text", [NASTY, "\U0001f600\U0001f600\n", "שלום. הגשר בן 120 שנה. הוא נבנה ב-1904.\n", "Why?\n"]
)
def test_any_article_makes_a_document(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    desk = Desk(tmp_path, capsys)
    desk.done(
        "check", desk.write("odd.txt", text.replace("\x00", "")), "--corpus", desk.write("s.txt", "Of nothing.\n")
    )
    document = opened(copy_of(desk, "odd"))
    assert document.paragraphs[0].text
    assert "\x1b" not in document.paragraphs[0].text


def test_claims_within_one_another_have_comments_of_their_own(tmp_path: Path, capsys) -> None:
    desk = Desk(tmp_path, capsys)
    said = "Maren Holt said on Monday that the quay is 300 metres long, and that it cost 4 million crowns in 2023.\n"
    desk.done("check", desk.write("a.txt", said), "--corpus", desk.write("s.txt", "Nothing of it.\n"))
    listed = desk.done("claim-list", "--format", "csv", "--columns", "number").out.splitlines()[1:]
    assert len(list(opened(copy_of(desk, "a.txt")).comments)) == len(listed) > 0


def test_a_file_that_is_there_is_kept(desk: Desk) -> None:
    file = written(desk.folder, "mine.docx", "mine")
    ended = desk("claim-list", "--format", "docx", "--output", file)
    assert (ended.code, Path(file).read_text()) == (EXIT_INPUT, "mine")


def test_without_the_extra_that_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    ended = desk("claim-list", "--format", "docx", "--output", str(desk.folder / "x.docx"))
    assert ended.code == EXIT_INPUT
    assert "factcheck-workbench[office]" in ended.complaint
    assert not (desk.folder / "x.docx").exists()


def test_it_goes_to_a_pipe(desk: Desk, capsys) -> None:
    command = ["--workspace", str(desk.folder / "ws"), "claim-list", "--article", "cranes", "--format", "docx"]
    done = subprocess.run([sys.executable, "-m", "factcheck", *command], capture_output=True, check=True)
    assert done.stdout == copy_of(desk)
    assert called(capsys, *command[:3], "--format", "docx", "--output", str(desk.folder / "all.docx")).code == EXIT_DONE


def test_the_number_of_a_comment_is_not_looked_for_among_all_others(desk: Desk, monkeypatch) -> None:
    from docx.oxml.comments import CT_Comments

    searched: list[int] = []
    looked_for = CT_Comments._next_available_comment_id
    monkeypatch.setattr(
        CT_Comments, "_next_available_comment_id", lambda own: searched.append(len(own)) or looked_for(own)
    )
    desk.done("check", desk.write("tolland.txt", "The vault of Tolland holds 77 paintings. It is 90 years old.\n"))
    file = desk.folder / "both.docx"
    desk.done("claim-list", "--format", "docx", "--output", str(file))
    numbers = [comment.comment_id for comment in opened(file.read_bytes()).comments]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) > 5
    assert set(searched) == {0}
