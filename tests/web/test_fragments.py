"""Pages without their outer elements, which HTML lets a page leave out: they are pages all the same."""

from __future__ import annotations

import pytest

from factcheck.corpus.readers import parse_article
from tests.web.site import Site, reply
from tests.web.test_fetch_command import Command, factcheck, listed, pages, workspace
from tests.web.test_pages import BODY, read

__all__ = ["factcheck", "workspace"]  # fixtures

TITLE = "Five cranes in the harbour"
FRAGMENT = f"<h1>{TITLE}</h1>{''.join(f'<p>{paragraph}</p>' for paragraph in BODY)}"
PAGES = (
    FRAGMENT,
    f"<title>{TITLE}</title>\n{'<br><br>'.join(BODY)}",
    f"<meta charset=utf-8><title>{TITLE}</title>{FRAGMENT}",
    f"<!-- from the desk -->\n<article class=x>{FRAGMENT}</article>",
    f"<center>{FRAGMENT}</center>",
    f"<a href=/>Home</a> {FRAGMENT}",
    f'<?xml version="1.0" encoding="utf-8"?>\n{FRAGMENT}',
    f"\ufeff{FRAGMENT}",
)


@pytest.mark.parametrize("kind", ["text/html", "text/plain", ""])
def test_fragments_keep_their_titles_and_no_tags(site: Site, factcheck: Command, kind: str) -> None:
    served = (page.replace("six", f"{number}") for number, page in enumerate(PAGES))
    urls = [site.add(f"/{number}", reply(200, page.encode(), kind=kind)) for number, page in enumerate(served)]
    found = pages(factcheck("fetch", "--json", *urls))
    assert [page["title"] for page in found] == [TITLE] * len(urls)
    assert {source["title"] for source in listed(factcheck)} == {TITLE}
    assert "<" not in factcheck("corpus", "search", "five cranes", "-k", "20").out


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_a_fragment_is_an_article_with_its_title(page: str, name: str) -> None:
    article = parse_article(page.encode(), name)
    assert (article.title, "<" in article.text) == (TITLE, False)


@pytest.mark.parametrize(
    "text", ["<5 cranes are there>, says the port.\n\nNo more.", "a < b and c > d\n\nSo it is.", "<p is a letter."]
)
def test_a_text_that_begins_with_a_bracket_is_no_page(text: str) -> None:
    assert read(text, kind="text/plain").text.split() == text.split()
