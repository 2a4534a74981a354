"""What is told of sources since they were cited, and of pages that say something of themselves, in a dossier's copy."""

from __future__ import annotations

import json

import pytest

from tests.dossier.desk import ARTICLE, Desk, parts_of, told

COPY = "annotated-copy.html"
NOTICE = "An earlier version of this report counted fourteen marmalade barges in Ostwick"
PAGE = f"""<html><head><title>The harbour in figures</title></head><body><article><h1>The harbour in figures</h1>
<p>The harbour of Ostwick has six cranes, the port authority says in its register of the year, and a seventh is planned
for the spring after the next one, when the quay has been made longer by some forty metres.</p>
<p>Correction, 12 November 2024: {NOTICE}.</p></article></body></html>"""


def fetch(desk: Desk, page: str = PAGE, *options: str) -> None:
    """Fetch the page from a recording, and match the article with it."""
    answers = (("robots.txt", 404, ""), ("figures", 200, page))
    recorded = [
        {
            "request": {"method": "GET", "uri": f"http://quay.example/{path}", "headers": {}, "body": None},
            "response": {
                "status": {"code": status, "message": "Status"},
                "headers": {"content-type": ["text/html; charset=utf-8"]},
                "body": {"string": body},
            },
        }
        for path, status, body in answers
    ]
    cassette = desk.write("quay.yaml", json.dumps({"interactions": recorded, "version": 1}))
    desk.done("fetch", "--cassette", cassette, *options, "http://quay.example/figures")
    if not options:
        desk.done("check", desk.write("article.txt", ARTICLE))


def test_what_stands_in_place_of_cited_words_is_in_the_copy_which_verifies(desk: Desk) -> None:
    fetch(desk)
    cranes = desk.number("six cranes")
    items = json.loads(desk.done("claim", "show", cranes, "--json").out)["evidence"]
    page = next(one["id"] for one in items if one["candidate"]["source"]["title"] == "The harbour in figures")
    desk.done("claim", "verdict", cranes, "--rating", "confirmed", "--rationale", "the register", "--cite", page)
    fetch(desk, PAGE.replace("has six cranes", "has eight cranes"), "--refetch")
    dossier = desk.export()
    copy = parts_of(dossier)[COPY].decode()
    assert "six -&gt; eight" in copy.partition("since: ")[2]
    assert told(dossier) == []


def test_what_a_page_says_of_itself_is_in_the_copy_which_verifies(desk: Desk) -> None:
    fetch(desk)
    dossier = desk.export()
    assert NOTICE.encode() in parts_of(dossier)[COPY].partition(b"<strong>look:</strong>")[2]
    assert told(dossier) == []


@pytest.mark.parametrize("sensitivity", ["background", "confidential"])
def test_what_a_page_under_wraps_says_of_itself_leaves_nowhere(desk: Desk, sensitivity: str) -> None:
    fetch(desk)
    cranes = desk.number("six cranes")
    assert NOTICE in desk.done("claim", "show", cranes, "--json").out
    listed = json.loads(desk.done("corpus", "list", "--json").out)
    page = next(one["id"] for one in listed if one["title"] == "The harbour in figures")
    desk.done("corpus", "mark", page, "--sensitivity", sensitivity)
    assert NOTICE not in desk.done("claim", "show", cranes, "--json").out
    assert "barges" in desk.done("claim", "show", cranes).out
    for form in ("html", "json"):
        assert NOTICE not in desk.done("claim-list", "--format", form).out
    dossier = desk.export()
    assert all(b"marmalade barges" not in content for content in parts_of(dossier).values())
    assert told(dossier) == []
