"""Records as interfaces of news hand them out: articles inside an envelope, texts inside parts, HTML inside texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.corpus.options import Reading
from factcheck.corpus.readers import read_documents
from factcheck.domain import Document, Problem

BODY = "The mill in Arle employs 340 people, its owner said."


def found(tmp_path: Path, value: object, **columns: str) -> list[Document | Problem]:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(value))
    return list(read_documents(path, how=Reading(columns=columns)))


def documents(tmp_path: Path, value: object, **columns: str) -> list[Document]:
    return [one for one in found(tmp_path, value, **columns) if isinstance(one, Document)]


STORY = {"id": "arle/mill", "webTitle": "The mill", "webPublicationDate": "2024-03-05T08:00:00Z"}


@pytest.mark.parametrize(
    ("value", "columns"),
    [
        ({"response": {"status": "ok", "results": [{**STORY, "fields": {"bodyText": BODY}}]}}, {}),
        ({"response": {"results": [{**STORY, "fields": {"main": BODY}}]}}, {"text": "fields.main"}),
        ({"response": {"results": [{**STORY, "fields": {"main": BODY}}]}}, {"text": "response.results.fields.main"}),
        ({"hits": {"total": 1, "hits": [{"_id": 1, "_source": {**STORY, "text": BODY}}]}}, {}),
        ({"data": {"page": {"items": [{"article": {**STORY, "content": {"rendered": f"<p>{BODY}</p>"}}}]}}}, {}),
    ],
)
def test_records_are_found_in_their_envelope_and_texts_in_their_parts(
    tmp_path: Path, value: object, columns: dict[str, str]
) -> None:
    (document,) = documents(tmp_path, value, **columns)
    assert document.text == BODY
    assert (document.source.title, str(document.source.published)) == ("The mill", "2024-03-05")
    assert document.source.path.endswith("#record-1")


def test_what_stands_in_parts_beside_the_text_is_not_of_the_document(tmp_path: Path) -> None:
    picture = {"url": "https://pictures.example/1.jpg", "title": "A wheel"}
    story = {"webUrl": "https://post.example/mill", "picture": picture, "fields": {"body": BODY, "byline": "Lena Ruiz"}}
    (document,) = documents(tmp_path, [{**story, "section": {"name": "Region"}}])
    source = document.source
    assert (source.url, source.title, source.author) == ("https://post.example/mill", "", "Lena Ruiz")


def test_a_column_that_is_given_may_be_a_part_where_the_text_is_none(tmp_path: Path) -> None:
    story = {"text": BODY, "meta": {"by": "Lena Ruiz", "title": "No title"}}
    (document,) = documents(tmp_path, [story], author="meta.by")
    assert (document.source.author, document.source.title) == ("Lena Ruiz", "")


def test_lines_with_parts_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"doc": {**STORY, "body": BODY}}) + "\n")
    (document,) = read_documents(tmp_path / "a.jsonl")
    assert isinstance(document, Document)
    assert (document.text, document.source.title) == (BODY, "The mill")


def test_where_no_part_is_a_text_the_columns_are_told_once_by_the_names_that_can_be_given(tmp_path: Path) -> None:
    value = {"response": {"results": [{**STORY, "fields": {"main": BODY}}] * 3}}
    (problem,) = found(tmp_path, value)
    assert isinstance(problem, Problem)
    assert "fields.main" in problem.reason


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>It has <strong>340</strong> people.</p>\n<p>14&nbsp;left.</p>", "It has 340 people.\n\n14 left."),
        ("It has 340<br/>people &amp; a dog.", "It has 340\n\npeople & a dog."),
        ("The owner &#8211; and 340 others.", "The owner – and 340 others."),
        ("If a < b and c > d, then <b is small.", "If a < b and c > d, then <b is small."),
        ("R&D costs; a &b; c", "R&D costs; a &b; c"),
        (
            "Write <name@town.example> or see <https://town.example>.",
            "Write <name@town.example> or see <https://town.example>.",
        ),
    ],
)
def test_html_in_a_field_is_read_as_html_and_what_only_looks_like_it_stays(
    tmp_path: Path, text: str, plain: str
) -> None:
    (document,) = documents(tmp_path, [{"text": text, "title": "The mill &#8211; <em>340</em> people"}])
    assert document.text.replace("\u00a0", " ") == plain
    assert document.source.title == "The mill – 340 people"
