"""Proposed wording in the Word document: tracked changes to accept or reject, which a revision is read from."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from factcheck.corpus.readers import parse_article
from tests.cli.command import ARTICLE, SOURCE, ticking
from tests.cli.test_docx_copy import NASTY, copy_of, opened
from tests.dossier.desk import Desk

pytest.importorskip("docx", reason="needs the extra office: pip install 'factcheck-workbench[office]'")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NEW = "the town built 31,000 new homes in 2023"
FEWER = "The harbour of Ostwick has five cranes"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    desk = Desk(tmp_path, capsys)
    desk.done("check", desk.write("cranes.txt", ARTICLE), "--corpus", desk.write("report.txt", SOURCE))
    return desk


def body(packed: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(packed)) as parts:
        return etree.fromstring(parts.read("word/document.xml"))


def text_of(packed: bytes, *, accepted: bool) -> list[str]:
    """The paragraphs with all changes accepted, or all rejected."""
    out, kept = ("ins", "delText") if not accepted else ("del", "t")
    lines = []
    for paragraph in body(packed).iter(f"{W}p"):
        words = []
        for one in paragraph.iter(f"{W}t", f"{W}delText"):
            around = {parent.tag.removeprefix(W) for parent in one.iterancestors()}
            if out not in around and (one.tag in (f"{W}t", f"{W}{kept}")):
                words.append(one.text or "")
        lines.append("".join(words))
    return [line for line in lines if line]


def changes(packed: bytes) -> list[tuple[str, str, str]]:
    found = body(packed).iter(f"{W}ins", f"{W}del")
    return [(one.tag.removeprefix(W), one.get(f"{W}author"), "".join(one.itertext())) for one in found]


def lines_of(article: str) -> list[str]:
    return [line for line in article.splitlines() if line.strip()]


def test_open_wording_is_a_tracked_change_by_who_proposed_it(desk: Desk) -> None:
    desk.done("claim", "wording", "2", "propose", NEW)
    packed = copy_of(desk)
    assert changes(packed) == [("del", "alice", "40,000"), ("ins", "alice", "31,000 new")]
    assert text_of(packed, accepted=False) == lines_of(ARTICLE)
    assert text_of(packed, accepted=True) == lines_of(ARTICLE.replace("40,000", "31,000 new"))
    dates = {one.get(f"{W}date") for one in body(packed).iter(f"{W}ins", f"{W}del")}
    assert len(dates) == 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", dates.pop() or "")
    assert copy_of(desk) == packed
    comments = [one.text for one in opened(packed).comments]
    assert any("wording: the town built [-40,000-] {+31,000 new+} homes" in told for told in comments)


def test_what_was_accepted_or_cut_is_one_too_and_what_stands_is_none(desk: Desk) -> None:
    desk.done("claim", "wording", "2", "propose", NEW)
    desk.done("claim", "wording", "1", "propose", FEWER)
    desk.done("--user", "eva", "claim", "wording", "1", "accept")
    desk.done("--user", "eva", "claim", "wording", "2", "stet", "--reason", "His words.")
    packed = copy_of(desk)
    assert changes(packed) == [("del", "alice", "six"), ("ins", "alice", "five")]
    desk.done("--user", "wim", "claim", "wording", "2", "cut")
    packed = copy_of(desk)
    assert changes(packed)[2:] == [("del", "wim", "the town built 40,000 homes in 2023")]
    assert text_of(packed, accepted=False) == lines_of(ARTICLE)
    assert text_of(packed, accepted=True)[2].endswith("said on Monday that .")
    numbers = [one.get(f"{W}id") for one in body(packed).iter(f"{W}ins", f"{W}del")]
    comments = [str(one.comment_id) for one in opened(packed).comments]
    assert len({*numbers, *comments}) == len(numbers) + len(comments)


def test_the_changes_stand_within_the_comment_and_where_word_has_them(desk: Desk) -> None:
    desk.done("claim", "wording", "2", "propose", "in 2023 the town built homes and a quay")
    for one in body(copy_of(desk)).iter(f"{W}ins", f"{W}del"):
        assert one.getparent().tag == f"{W}p"
        assert [child.tag for child in one] == [f"{W}r"]
        text = {"ins": "t", "del": "delText"}[one.tag.removeprefix(W)]
        assert {child.tag.removeprefix(W) for child in one[0]} <= {"rPr", text}
        before = [sibling.tag.removeprefix(W) for sibling in one.itersiblings(preceding=True)]
        after = [sibling.tag.removeprefix(W) for sibling in one.itersiblings()]
        assert before.count("commentRangeStart") - before.count("commentRangeEnd") == 1
        assert "commentRangeEnd" in after


def test_the_document_is_read_back_as_the_revision_and_keeps_the_sign_off(desk: Desk) -> None:
    desk.done("claim", "verdict", "2", "--rating", "W", "--rationale", "31,000.", "--cite", "e1", "--wording", NEW)
    desk.done("--user", "eva", "claim", "wording", "2", "accept")
    desk(*ticking("2"))
    desk.done("--user", "bob", "review", "sign", "2", "--yes")
    packed = copy_of(desk)
    assert lines_of(parse_article(packed, "copy.docx").text)[-1].endswith(f"said on Monday that {NEW}.")
    second = desk.folder / "second.docx"
    second.write_bytes(packed)
    desk.done("check", str(second), "--revision-of", "cranes", "--published", "2024-11-14")
    assert "(signed): the town built [-40,000-] {+31,000 new+} homes in 2023" in desk.done("diff").out
    assert changes(copy_of(desk)) == []  # the text has it now


def test_a_claim_over_others_and_hostile_words_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path, capsys)
    said = "Maren Holt said on Monday that the quay is 300 metres long, and that it cost 4 million crowns in 2023.\n"
    desk.done("check", desk.write("a.txt", said), "--corpus", desk.write("s.txt", "Nothing of it.\n"))
    desk.done("claim", "add", "--article", "a.txt", "--start", "0", "--end", str(len(said) - 1))
    numbers = desk.done("claim-list", "--format", "csv", "--columns", "number").out.split()[1:]
    assert len(numbers) > 1
    for number in numbers:
        desk.done("claim", "wording", number, "propose", f"<w:t>]]>&{NASTY} 4 million")
    packed = copy_of(desk, "a.txt")
    assert text_of(packed, accepted=False) == [said.strip()]
    told = text_of(packed, accepted=True)
    assert len(told) == 1
    assert told[0].startswith("<w:t>]]>&The quay <b>cost</b> =1+1 crowns \ufffd[31m in 2023. It has <U+202E>12 sheds")
    assert opened(packed).paragraphs
