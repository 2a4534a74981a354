"""The gold of `gold/` is sound: it fits the texts it was made on, and says only what its README allows.

Whether the annotation is *right* no test can say; that is what the guidelines in `gold/README.md` are for.
"""

from __future__ import annotations

import calendar
import gzip
import json
from collections import Counter, defaultdict
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

GOLD = Path(__file__).parent / "gold"
CORPORA = {
    "news": "corpora/news/docs.jsonl.gz",
    "reuters21578": "corpora/reuters21578/docs.jsonl.gz",
    "polnear": "quotes/polnear/dev.jsonl.gz",
}
DOCUMENT = {"doc", "corpus", "sha256", "part"}
FIELDS = {
    "dates": DOCUMENT | {"start", "end", "value", "precision", "vague"},
    "dates_docs": DOCUMENT | {"published"},
    "sentences": DOCUMENT | {"start", "end", "ends"},
    "narration": DOCUMENT | {"start", "end", "checkable", "kind"},
}
PRECISIONS = {"day", "week", "month", "quarter", "season", "year", "interval"}
CHECKABLE = {"fact", "attributed"}
UNCHECKABLE = {"opinion", "speculation", "question", "fragment", "heading", "caption", "teaser", "boilerplate"}
DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "quarter": (89, 92), "season": (89, 92), "year": (365, 366)}
"""How many days a value of each precision may last; an interval may last any number."""

every_file = pytest.mark.parametrize("name", sorted(FIELDS))
every_span_file = pytest.mark.parametrize("name", ["dates", "narration"])


def lines(name):
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def by_document(rows):
    documents = defaultdict(list)
    for row in rows:
        documents[row["corpus"], row["doc"]].append(row)
    return documents


def interval(value):
    """Return the first and the last day of a value; a single day is both."""
    first, _, last = value.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def whole_months(first, last):
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


@pytest.fixture(scope="module")
def texts(shared_data):
    """Return the text of each annotated document, by corpus and id."""
    wanted = {(row["corpus"], row["doc"]) for name in FIELDS for row in lines(name)}
    found = {}
    for corpus, path in CORPORA.items():
        with gzip.open(shared_data / path, "rt", encoding="utf-8") as file:
            for document in map(json.loads, file):
                if (corpus, document["id"]) in wanted:
                    found[corpus, document["id"]] = document["text"]
    return found


@every_file
def test_a_line_holds_identifiers_offsets_and_labels_and_never_text(name):
    for row in lines(name):
        assert set(row) == FIELDS[name]
        labels = [value for key, value in row.items() if isinstance(value, str) and key != "sha256"]
        assert all(" " not in label and len(label) < 60 for label in labels)


@every_file
def test_a_document_stands_in_one_part_and_the_parts_are_about_halves(name):
    documents = by_document(lines(name))
    parts = [{row["part"] for row in rows} for rows in documents.values()]
    assert all(len(part) == 1 for part in parts)
    share = Counter(part.pop() for part in parts)
    assert set(share) == {"dev", "held"}
    assert min(share.values()) >= 0.45 * len(documents)


@every_file
def test_the_texts_are_those_that_were_annotated(name, texts):
    for row in lines(name):
        assert sha256(texts[row["corpus"], row["doc"]].encode()).hexdigest() == row["sha256"], row["doc"]


def test_there_is_as_much_gold_as_the_issue_asks_for():
    assert len(lines("dates")) >= 200
    assert sum(len(row["ends"]) for row in lines("sentences")) >= 300
    assert len(by_document(lines("narration"))) == 10


@every_span_file
def test_spans_stand_in_order_without_overlap(name):
    for rows in by_document(lines(name)).values():
        assert all(row["start"] < row["end"] for row in rows)
        assert all(before["end"] <= after["start"] for before, after in pairwise(rows))


@every_span_file
def test_a_span_lies_in_its_text_and_is_trimmed(name, texts):
    for row in lines(name):
        text = texts[row["corpus"], row["doc"]]
        span = text[row["start"] : row["end"]]
        assert 0 <= row["start"] < row["end"] <= len(text)
        assert span == span.strip(), (row["doc"], row["start"])


def test_a_date_stands_on_whole_words(texts):
    for row in lines("dates"):
        text = texts[row["corpus"], row["doc"]]
        around = text[max(0, row["start"] - 1) : row["start"]], text[row["end"] : row["end"] + 1]
        assert not any(character.isalnum() for character in around), (row["doc"], row["start"])


def test_dates_are_annotated_in_listed_documents_only():
    listed = {(row["corpus"], row["doc"]): row for row in lines("dates_docs")}
    assert len(listed) == len(lines("dates_docs"))
    for row in lines("dates"):
        assert row["part"] == listed[row["corpus"], row["doc"]]["part"]
    assert all(date.fromisoformat(row["published"]) for row in listed.values())


def test_a_date_has_a_value_that_lasts_as_long_as_its_precision_says():
    for row in lines("dates"):
        assert row["precision"] in PRECISIONS
        if row["value"] is None:
            continue
        first, last = interval(row["value"])
        assert first <= last
        if row["precision"] in DAYS:
            least, most = DAYS[row["precision"]]
            assert least <= (last - first) / timedelta(days=1) + 1 <= most, row
        if row["precision"] in {"month", "quarter", "season", "year"}:
            assert whole_months(first, last), row


def test_sentence_ends_stand_in_order_in_their_window(texts):
    for row in lines("sentences"):
        text = texts[row["corpus"], row["doc"]]
        assert 0 <= row["start"] < row["end"] <= len(text)
        assert all(before < after for before, after in pairwise(row["ends"]))
        assert all(row["start"] < end <= row["end"] for end in row["ends"])
        assert not any(text[end - 1].isspace() for end in row["ends"])


def test_windows_do_not_overlap():
    for rows in by_document(lines("sentences")).values():
        windows = sorted((row["start"], row["end"]) for row in rows)
        assert all(before[1] <= after[0] for before, after in pairwise(windows))


def test_narration_covers_all_of_the_article(texts):
    for key, rows in by_document(lines("narration")).items():
        text = texts[key]
        bounds = [0, *(offset for row in rows for offset in (row["start"], row["end"])), len(text)]
        gaps = [text[bounds[index] : bounds[index + 1]] for index in range(0, len(bounds), 2)]
        assert not any(gap.strip() for gap in gaps), key


def test_the_kind_of_a_sentence_decides_whether_it_is_checkable():
    for row in lines("narration"):
        assert row["kind"] in (CHECKABLE if row["checkable"] else UNCHECKABLE)
