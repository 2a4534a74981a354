"""`factcheck evidence add`: evidence from anywhere, with a pointer that others can follow."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.pointers import Medium, is_precise, medium_of
from tests.cli.command import ARTICLE, SOURCE, Ended, called, ticking, written

Newsroom = Callable[..., Ended]


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Newsroom:
    """A workspace with an article that was checked."""

    def run(*arguments: str, user: str = "alice") -> Ended:
        return called(capsys, "--user", user, *arguments, "--workspace", str(tmp_path / "ws"))

    files = (written(tmp_path, "article.txt", ARTICLE), written(tmp_path, "source.txt", SOURCE))
    assert run("check", files[0], "--corpus", files[1]).code == 0
    return run


def added(ended: Ended) -> str:
    assert ended.code == 0, ended.err
    return ended.err.split("added: evidence ")[1].split()[0]


def test_a_file_counts_by_its_digest_and_is_signed_with_it(newsroom: Newsroom, tmp_path: Path) -> None:
    register = written(tmp_path, "register.pdf", b"%PDF-1.4 the register")
    given_ = (
        "--at",
        "page 3",
        "--text",
        "Six cranes stand on the quay.",
        "--tier",
        "primary",
        "--stance",
        "corroborates",
    )
    name = added(newsroom("evidence", "add", "1", register, *given_))
    assert (
        newsroom("claim", "verdict", "1", "--rating", "confirmed", "--rationale", "Register, p. 3", "--yes").code == 0
    )
    newsroom(*ticking())
    assert newsroom("review", "submit", "1").code == 0, "a primary source is enough"
    signed = newsroom("review", "sign", "1", "--yes", user="bob")
    assert signed.code == 0
    assert "register.pdf, page 3" in signed.out
    view = json.loads(newsroom("claim", "show", "1", "--json").out)
    item = view["evidence"][int(name[1:]) - 1]
    assert item["candidate"]["digest"] == hashlib.sha256(b"%PDF-1.4 the register").hexdigest()
    assert view["summary"]["review_state"] == "signed", "no corpus has it, and so none has lost it"
    assert newsroom("audit", "verify").code == 0
    assert newsroom("doctor").code == 0


def test_it_stays_when_the_claim_is_matched_again_and_undo_takes_it_back(newsroom: Newsroom, tmp_path: Path) -> None:
    added(newsroom("evidence", "add", "1", "The harbour master wrote: we have six."))
    more = written(tmp_path, "more.txt", "2024-11-12\nMore\n\nThe harbour of Ostwick has six cranes.\n")
    assert newsroom("corpus", "add", more).code == 0
    assert newsroom("check", str(tmp_path / "article.txt")).code == 0
    assert "The harbour master wrote" in newsroom("claim", "show", "1").out
    newsroom("undo")
    assert "The harbour master wrote" not in newsroom("claim", "show", "1").out


def test_a_contact_has_a_day_and_its_name_is_neither_in_the_log_nor_in_an_export(newsroom: Newsroom) -> None:
    call = ("evidence", "add", "1", "call:Ada Quist")
    assert "a contact needs its day" in newsroom(*call, "--text", "She confirms it.").complaint
    assert "needs the words" in newsroom(*call, "--date", "2026-11-20").complaint
    year = str(datetime.now(UTC).year + 1)
    refused = newsroom(*call, "--date", f"{year}-11-20", "--text", "She confirms it.")
    assert (refused.code, "in the future" in refused.complaint) == (3, True)
    added(newsroom(*call, "--date", "2026-11-20", "--text", "She confirms it."))
    assert "call on 2026-11-20" in newsroom("claim", "show", "1").out
    assert "Quist" not in newsroom("audit", "log", "--format", "jsonl").out
    assert "Quist" not in newsroom("claim", "show", "1", "--json").out


@pytest.mark.parametrize(
    ("what", "pointer", "asked"),
    [
        ("talk.mp3", "see audio", "a time code is asked for"),
        ("talk.mp3", "somewhere at 5", "a time code is asked for"),
        ("talk.mp3", "", "a pointer is missing"),
        ("https://example.org/talk.mp3?id=7", "page 3", "a time code is asked for"),
        ("https://example.org/report.pdf", "see above", "a page is asked for"),
        ("figures.xlsx", "the table", "a cell, row or column is asked for"),
        ("report.pdf", "see report", "a page is asked for"),
        ("photo.jpg", "see photo", "a region, in words, is asked for"),
        ("https://example.org/a", "the whole page", "a page, paragraph, time code"),
    ],
)
def test_a_pointer_that_nobody_could_follow_is_refused(
    newsroom: Newsroom, tmp_path: Path, what: str, pointer: str, asked: str
) -> None:
    path = what if what.startswith("http") else written(tmp_path, what, b"x")
    refused = newsroom("evidence", "add", "1", path, "--at", pointer, "--text", "words")
    assert refused.code == 3
    assert asked in refused.complaint


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("minutes.pdf", "--at", "page 3", "--text", "We have six."), "there is no such file"),
        (("My notes of Monday", "--at", "page 3", "--text", "We have six."), "there is no such file"),
        (("rec.mp3",), "there is no such file"),
        (("We have six, it says.", "--at", "see audio"), "the pointer 'see audio' is too vague"),
        (("call:Ada Quist", "--date", "2026-11-20", "--at", "see audio", "--text", "Six."), "no place to point to"),
    ],
)
def test_nothing_that_was_given_is_dropped_unsaid(newsroom: Newsroom, given: tuple[str, ...], told: str) -> None:
    """A path with a typing error became a text, of which the path was then forgotten."""
    before = newsroom("audit", "head").out
    refused = newsroom("evidence", "add", "1", *given)
    assert refused.code == 3
    assert told in refused.complaint
    assert newsroom("audit", "head").out == before


def test_a_text_may_end_in_the_name_of_a_file(newsroom: Newsroom) -> None:
    added(newsroom("evidence", "add", "1", "It stands in register.pdf", "--at", "letter of 3 May, paragraph 2"))
    assert "paragraph 2" in newsroom("claim", "show", "1").out


def test_an_automatic_transcript_has_to_be_listened_to(newsroom: Newsroom, tmp_path: Path) -> None:
    talk = ("evidence", "add", "1", written(tmp_path, "talk.mp3", b"x"), "--text", "We have six.", "--automatic")
    assert "once somebody has listened to it" in newsroom(*talk, "--at", "00:41:12").complaint
    added(newsroom(*talk, "--listened", "00:41:12"))
    assert "listened at 00:41:12" in newsroom("claim", "show", "1").out


def test_the_same_twice_is_told(newsroom: Newsroom) -> None:
    page = ("evidence", "add", "1", "https://example.org/a", "--at", "paragraph 4", "--text", "Six cranes.")
    added(newsroom(*page))
    assert "is evidence of this claim already" in newsroom(*page).complaint


@pytest.mark.parametrize(
    ("name", "pointer"),
    [
        ("talk.MP3", "from 1:02:03 on"),
        ("talk.wav", "41:12"),
        ("a.csv", "B14"),
        ("b.pdf", "p. 7"),
        ("c.png", "upper left, beside the door"),
        ("d.txt", "under the heading Prices"),
    ],
)
def test_a_pointer_fits_its_medium(name: str, pointer: str) -> None:
    assert is_precise(pointer, medium_of(name))


@given(st.text(max_size=40), st.sampled_from(Medium))
def test_any_text_is_a_pointer_or_none(text: str, medium: Medium) -> None:
    assert is_precise(text, medium) in {True, False}
    assert not is_precise("", medium)


def test_own_words_find_passages_and_one_is_kept(newsroom: Newsroom) -> None:
    found = newsroom("evidence", "search", "1", "yearly report")
    assert found.out.startswith("1 ")
    assert "The harbour of Ostwick has five cranes" in found.out
    before = len(json.loads(newsroom("claim", "show", "1", "--json").out)["evidence"])
    refused = newsroom("evidence", "search", "1", "yearly report", "--keep", "9")
    assert (refused.code, "there are 1 passages" in refused.complaint) == (3, True)
    kept = newsroom("evidence", "search", "1", "yearly report", "--keep", "1")
    if kept.code == 3:  # the claim's own search has it
        assert "is evidence of the claim already" in kept.complaint
    else:
        assert len(json.loads(newsroom("claim", "show", "1", "--json").out)["evidence"]) == before + 1
    assert "nothing found for these words" in newsroom("evidence", "search", "1", "zebra").err


def test_words_of_a_document_are_kept_and_the_record_verifies(newsroom: Newsroom, tmp_path: Path) -> None:
    document = json.loads(newsroom("corpus", "list", "--json").out)[0]["id"]
    words = "The ministry counted 31,000 new homes in 2023."
    assert added(newsroom("evidence", "passage", "1", document[:8], "--words", words))
    again = newsroom("evidence", "passage", "1", document[:8], "--words", words)
    assert (again.code, "is evidence of the claim already" in again.complaint) == (3, True)
    refused = newsroom("evidence", "passage", "1", document[:8], "--words", "a zebra")
    assert (refused.code, "does not stand in this document" in refused.complaint) == (3, True)
    assert "evidence added by hand (passage)" in newsroom("audit", "log").out
    assert newsroom("audit", "verify").code == 0
    article = json.loads(newsroom("review", "status", "--json").out)["articles"][0]["article"]["id"]
    assert newsroom("dossier", "export", article, "-o", str(tmp_path / "d.zip")).code == 0
    assert newsroom("dossier", "verify", str(tmp_path / "d.zip")).code == 0
    assert newsroom("dossier", "replay", str(tmp_path / "d.zip")).code == 0


def names_of(shown: Ended) -> dict[str, str]:
    """Return what the evidence of `claim show --brief` is called, by its titles."""
    lines = (line.strip() for line in shown.out.splitlines())
    found = (re.match(r"(e\d+) [^:]*: (.+)", line) for line in lines)
    return {one[2]: one[1] for one in found if one}


def test_evidence_keeps_its_name_when_the_claim_is_matched_again(newsroom: Newsroom, tmp_path: Path) -> None:
    more = "2024-11-12\nMore\n\nThe harbour has cranes, and the ferry to Lenn had more passengers in summer.\n"
    assert newsroom("corpus", "add", written(tmp_path, "more.txt", more)).code == 0
    assert newsroom("check", str(tmp_path / "article.txt")).code == 0
    before = names_of(newsroom("claim", "show", "1", "--brief"))
    claim = json.loads(newsroom("claim", "show", "1", "--json").out)["claim"]["verbatim"]
    best = written(tmp_path, "best.txt", f"2024-11-12\nThe best\n\n{claim}\n")
    assert newsroom("corpus", "add", best).code == 0
    assert newsroom("check", str(tmp_path / "article.txt")).code == 0
    after = names_of(newsroom("claim", "show", "1", "--brief"))
    assert after.items() > before.items()
    new = next(name for title, name in after.items() if title not in before)
    assert new == f"e{len(before) + 1}"
    assert newsroom("claim", "stance", "1", new, "related").code == 0
    source = json.loads(newsroom("corpus", "list", "--json").out)
    gone = next(one["id"] for one in source if one["title"] in before)
    assert newsroom("corpus", "remove", gone).code == 0
    assert newsroom("check", str(tmp_path / "article.txt")).code == 0
    left = names_of(newsroom("claim", "show", "1", "--brief"))
    assert left.items() < after.items()
    lost = next(name for title, name in after.items() if title not in left)
    refused = newsroom("claim", "stance", "1", lost, "related")
    assert refused.code == 3
    assert f"{lost} is no evidence any more" in refused.err


@pytest.mark.parametrize("words", ["see audio", "See the attached mail.", "whole recording", "  see link  "])
@pytest.mark.parametrize("of", [(), ("call:Ada Quist", "--date", "2026-11-20", "--text")], ids=["text", "contact"])
def test_words_that_only_point_somewhere_are_no_evidence(newsroom: Newsroom, of: tuple[str, ...], words: str) -> None:
    refused = newsroom("evidence", "add", "1", *of, words)
    assert refused.code == 3
    assert "points somewhere and says nothing: what it says there is asked for" in refused.complaint


@pytest.mark.parametrize("words", ["Yes.", "See page 3: six.", "There is a harbour.", "Six"])
def test_few_words_that_say_something_are_evidence(newsroom: Newsroom, words: str) -> None:
    added(newsroom("evidence", "add", "1", words))


def test_sentences_that_somebody_typed_meet_no_source_policy(newsroom: Newsroom) -> None:
    for words in ("The harbour has five cranes.", "Five cranes stand at the harbour.", "There are five cranes now."):
        told = newsroom("evidence", "add", "1", words, "--stance", "conflicts").err
        assert "it says nowhere where it stands: context, and no source for the source policy" in told
    newsroom("claim", "verdict", "1", "--rating", "contradicted", "--rationale", "They say so.")
    newsroom(*ticking())
    refused = newsroom("review", "submit", "1").complaint
    assert "rests on 0 primary, 0 secondary; not counted: 3 texts that name no source" in refused
    named = ("--title", "Minutes, 3 March", "--tier", "primary")
    told = newsroom("evidence", "add", "1", "Five cranes.", *named)
    assert (told.code, "it says nowhere" in told.err) == (0, False)
    newsroom("claim", "cite", "1", "e5")
    assert newsroom("review", "submit", "1").code == 0


def test_a_file_that_was_altered_or_deleted_since_is_told_like_any_source(newsroom: Newsroom, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    register = folder / "register.pdf"
    register.write_bytes(b"%PDF-1.4 the register")
    brought = ("--at", "page 3", "--text", "Six cranes stand on the quay.", "--stance", "corroborates")
    added(newsroom("evidence", "add", "1", str(register), *brought))
    newsroom("claim", "verdict", "1", "--rating", "confirmed", "--rationale", "Register, p. 3", "--yes")
    newsroom(*ticking())
    assert newsroom("review", "sign", "1", "--yes", user="bob").code == 0
    gates = ("claim-list", "--fail-on", "source,stale")
    assert newsroom(*gates).code == 0
    for became in ("changed", "gone"):
        if became == "changed":
            register.write_bytes(b"%PDF-1.4 another register")
        else:
            register.unlink()
        assert newsroom(*gates).code == 1
        for told in (newsroom("claim", "show", "1").out, newsroom("doctor").out):
            assert f"source {became}: " in " ".join(told.split())
        for told in (newsroom("claim", "show", "1").out, newsroom("claim-list").err):
            assert "keeps the words that were transcribed, and no copy of the file" in " ".join(told.split())
            assert "keeps its copy" not in told
    folder.rmdir()
    assert newsroom(*gates).code == 0, "where its folder is not there, nothing is known"


def test_words_that_do_not_stand_in_a_file_of_text_are_told_to_who_brings_and_who_signs(
    newsroom: Newsroom, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    minutes = written(tmp_path, "minutes.txt", "The board counts six cranes in Ostwick.\nThe vote was 14 to 9.\n")
    said = "its words do not stand in the file, as far as that can be read"
    right = newsroom("evidence", "add", "1", minutes, "--at", "line 1", "--text", "The board counts six cranes")
    assert (right.code, said in right.err) == (0, False)
    wrong = ("--at", "line 2", "--text", "The board counts sixteen cranes", "--stance", "conflicts")
    told = newsroom("evidence", "add", "1", minutes, *wrong)
    assert (told.code, said in told.err) == (0, True)
    newsroom("claim", "verdict", "1", "--rating", "contradicted", "--rationale", "Minutes, line 2", "--yes")
    newsroom(*ticking())
    assert f"look: {said}" in newsroom("review", "sign", "1", "--yes", user="bob").out
    assert said in " ".join(newsroom("claim", "show", "1").out.split())
    file = tmp_path / "out.zip"
    assert newsroom("dossier", "export", "cranes", "--output", str(file)).code == 0
    for look in ("verify", "replay"):
        assert called(capsys, "dossier", look, str(file)).code == 0
