"""The worked example holds what it is there to show, and can be read with nothing but the standard library."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import date

import pytest

from factcheck.demo import ARTICLE, CORPUS

FILES = sorted(CORPUS.iterdir())


def read(name):
    return (CORPUS / name).read_text(encoding="utf-8")


def records():
    """Return how many sources each ending holds."""
    count = Counter(path.suffix for path in FILES)
    count[".csv"] = sum(len(list(csv.DictReader(read(p.name).splitlines()))) for p in FILES if p.suffix == ".csv")
    count[".jsonl"] = sum(len(read(p.name).splitlines()) for p in FILES if p.suffix == ".jsonl")
    return count


def test_the_article_opens_with_its_date_and_holds_what_scraping_leaves_behind():
    text = ARTICLE.read_text(encoding="utf-8")
    assert text.startswith("14 November 2024\n\n")
    for noise in ("Share this story", "Related:", "See also", "Photo:"):
        assert noise in text
    assert text.count("“") == text.count("”") >= 4
    assert '"The bridge is safe today' in text


def test_the_days_of_the_story_fit_the_calendar():
    assert date(2024, 11, 14).strftime("%A") == "Thursday"
    assert date(2024, 11, 12).strftime("%A") == "Tuesday"
    assert date(2024, 11, 8).strftime("%A") == "Friday"
    assert (date(2024, 11, 14) - date(2024, 10, 24)).days == 21


def test_the_corpus_holds_every_format_and_enough_sources():
    assert set(records()) == {".txt", ".md", ".html", ".csv", ".jsonl"}
    assert records().total() >= 17


def test_our_own_readers_read_every_record_with_its_date():
    from factcheck.corpus.readers import read_documents
    from factcheck.domain import Document

    found = [item for path in FILES for item in read_documents(path)]
    assert all(isinstance(item, Document) for item in found)
    assert len(found) == records().total()
    assert all(document.source.published and document.source.title for document in found)


def test_one_dispatch_is_carried_by_two_outlets_word_for_word():
    paragraphs = read("gazette-vote.md").split("---\n")[2].strip().split("\n\n")
    assert all(f"<p>{paragraph}</p>" in read("northbank-vote.html") for paragraph in paragraphs)


def test_one_record_is_hostile():
    hostile = [line for line in map(json.loads, read("archive.jsonl").splitlines()) if "\x1b" in line["text"]]
    assert len(hostile) == 1
    assert "[@click=app.quit]x[/]" in hostile[0]["text"]
    assert "\u202e" in hostile[0]["title"]


@pytest.mark.parametrize("path", [ARTICLE, *FILES], ids=lambda path: path.name)
def test_no_control_character_lies_bare_in_a_file(path):
    text = path.read_text(encoding="utf-8")
    assert all(character.isprintable() or character == "\n" for character in text)
