"""Which words name a source that may not be named, and which do not, though they look like it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck import Workbench
from factcheck.cli.running import run
from factcheck.workbench.own_words import OwnWords
from factcheck.workbench.telling_names import Prose
from tests.cli.command import written

ARTICLE = """The pier

14 November 2024

The pier of Culmouth cost £11 million. Anna Lind said on Monday that the pier has nine lamps. Mr Ostrow denied it.
"""
OTHER = "The mill\n\n12 November 2024\n\nThe mill of Tarn burnt down in 1911.\n"
PAPER = """---
title: Mail to the board, final report
author: Piet Verhoeven
---
The minutes were kept by Karl Weber. The ledger was wrong, Weber wrote in a letter to Marrowgate Bau. Anna Lind knew,
and so did Eva Green. A file of the audit is in Tarnholm. Ruth Sandoval paid the draft of Green. Ted Ostrow had left
for Berlin. Rose Price signed.
"""
OPEN = "---\ntitle: Town news\n---\nRuth Sandoval opened the fair of Ashby on Sunday.\n"


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OwnWords, str]]:
    """A desk with a contact on claim 1, another on another article, and a confidential paper that no claim rests on."""
    folder = tmp_path_factory.mktemp("desk")
    yield from _desk(folder)


def _desk(folder: Path) -> Iterator[tuple[OwnWords, str]]:
    def done(*command: str) -> None:
        assert run(["--workspace", str(folder / "ws"), "--user", "alice", *command]) == 0

    done("corpus", "add", written(folder, "open.md", OPEN))
    done("corpus", "add", written(folder, "secret.md", PAPER), "--sensitivity", "confidential")
    done("check", written(folder, "article.txt", ARTICLE))
    done("check", written(folder, "other.txt", OTHER))
    said = ("--date", "2024-11-12", "--text", "It was dearer.", "--stance", "conflicts")
    done("evidence", "add", "1", "call:Maria Holt, harbour authority", "--article", "pier", *said)
    done("evidence", "add", "1", "call:Ned Ostrow", "--article", "pier", *said)
    done("evidence", "add", "1", "call:Jon Quist", "--article", "mill", *said)
    with Workbench.open(folder / "ws", user="alice") as bench:
        (article,) = [one.id for one in bench.articles() if one.title == "The pier"]
        yield OwnWords(bench), article


@pytest.mark.parametrize(
    "text",
    [
        "Holt told us",
        "so said Ms Holt by phone",
        "ms holt by phone",
        "It is Holt's word",
        "It is Holt’s word",
        "HOLT SAYS NO",
        "maria holt told us",
        "Holt, Maria: by phone",
        "Maria told us",
        "by mail from m.holt@harbour.example",
        "see x.example/people/maria-holt",
        "Jon Quist told us",
        "Quist told us of the mill",
        "Karl Weber kept the minutes",
        "karl weber kept the minutes",
        "Weber kept them",
        "It is in Weber's minutes",
        "the man from Marrowgate Bau",
        "He went to Tarnholm",
        "Eva Green had it",
        "We asked Piet Verhoeven",
        "We asked Verhoeven",
        "It is in Mail to the Board, final report.",
        "We asked Ned Ostrow",  # the article has no first name of his
        "We asked Ted Ostrow",
        "We asked Rose Price",
        "K\u0430rl Web\u0435r kept the minutes",  # with Cyrillic letters
        "W\u0435ber kept them",
        "H\u043elt told us",
        "He went to T\u0430rnholm",
    ],
)
def test_what_names_a_source_is_withheld(words: tuple[OwnWords, str], text: str) -> None:
    tells = words[0].tells(words[1])
    assert tells(text)
    assert words[0].warnings(words[1], {"rationale": text}) == (
        "the rationale names a confidential source and will be withheld from exports",
    )


@pytest.mark.parametrize(
    "text",
    [
        "They holt the press",
        "Holthausen is a town",
        "The Holthausens live there",
        "By mail",
        "Mail came on Monday",
        "Report of the year",
        "the final report says so",
        "The Board has it",
        "It is in the Final count",
        "Draft of the audit; File 3",
        "Green light for the pier",
        "a weber grill",
        "Karl the Great",
        "Berlin says so",
        "Ruth Sandoval opened the fair",
        "Sandoval opened it",
        "The price will rise",
        "It rose; the price fell",
        "The harbour authority told the press",
        "It is a lot",
        "",
    ],
)
def test_words_that_only_look_like_a_name_leave(words: tuple[OwnWords, str], text: str) -> None:
    assert not words[0].tells(words[1])(text)
    assert words[0].warnings(words[1], {"rationale": text}) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ted told us", "Ted"),
        ("the auditor's clerk Karl, by phone", "Karl"),
        ("Ted, Karl and others", "Karl, Ted"),
    ],
)
def test_a_given_name_alone_leaves_and_is_told(words: tuple[OwnWords, str], text: str, names: str) -> None:
    assert not words[0].tells(words[1])(text)
    (told,) = words[0].warnings(words[1], {"rationale": text})
    assert told.startswith(f"the rationale has {names}, given name of somebody in a confidential document")


@pytest.mark.parametrize(
    "text", ["Ruth opened the fair", "Anna said so", "Karl Schmidt of the press", "Karl von Linde wrote", "a karl"]
)
def test_a_given_name_that_is_public_or_anothers_is_not_told(words: tuple[OwnWords, str], text: str) -> None:
    assert words[0].warnings(words[1], {"rationale": text}) == ()


@pytest.mark.parametrize("text", ["Anna Lind said so", "Lind said so"])
def test_a_name_of_a_paper_that_the_article_has_is_public(words: tuple[OwnWords, str], text: str) -> None:
    assert not words[0].tells(words[1])(text)
    assert words[0].warnings(words[1], {"rationale": text}) == ()


@pytest.mark.parametrize("text", ["Ostrow denied it", "Mr Ostrow denied it"])
def test_a_contact_whom_the_article_names_is_public_and_that_is_told(words: tuple[OwnWords, str], text: str) -> None:
    assert not words[0].tells(words[1])(text)
    (told,) = words[0].warnings(words[1], {"rationale": text})
    assert told == (
        "the rationale names Ned Ostrow, a confidential source; the article has the name, too, so it leaves with"
        " exports: do not write there who told it"
    )


def test_a_word_of_a_hundred_thousand_letters_is_read_once() -> None:
    for piece in ("a", "A.", "a-", "@", "a://", "."):
        prose = Prose(piece * 100_000 + " mail anna@holm.example")  # quadratic, it took minutes
        assert "anna@holm.example" in prose.addresses
