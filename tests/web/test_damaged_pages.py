"""A damaged note of one page stops nothing but that page, and is told; a paywall's own words are no claims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import trafilatura

from factcheck.web.stubs import without_notice
from tests.web.site import Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, workspace
from tests.web.test_pages import BODY, html, read

__all__ = ["factcheck", "workspace"]  # fixtures


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe"])
def test_a_damaged_note_stops_no_other_page_and_is_told(
    site: Site, factcheck: Command, workspace: Path, damage: bytes
) -> None:
    other = site.add("/other", reply(200, html("Another page tells of seven boats.", *BODY[1:]).encode()))
    factcheck("fetch", other)
    there = set(workspace.glob("snapshots/pages/*/*.json"))
    bad = site.add("/bad", reply(200, PAGE))
    factcheck("fetch", bad)
    (file,) = set(workspace.glob("snapshots/pages/*/*.json")) - there
    file.write_bytes(damage)
    assert file.name in factcheck("doctor").out
    assert file.name in factcheck("corpus", "verify").out
    assert factcheck("fetch", "--refetch").out.startswith("unchanged (200)")
    assert factcheck("fetch", bad).code == 0
    assert file.name not in factcheck("corpus", "verify").out


@pytest.mark.parametrize(
    "notice",
    [
        "This article is for subscribers only.",
        "Subscribe to continue reading.",
        "Already a subscriber? Log in.",
        "Dieser Artikel ist nur für Abonnenten.",
    ],
)
def test_what_a_paywall_says_is_no_claim(site: Site, factcheck: Command, notice: str) -> None:
    page = html("The harbour of Ostwick has five cranes.", notice, title="Five cranes").encode()
    found = json.loads(factcheck("check", site.add("/wall", reply(200, page)), "--json").out)
    said = [view["claim"]["text"] for view in found["claims"]]
    assert any("five cranes" in text for text in said)
    assert not any(notice.rstrip(".") in text for text in said)


@pytest.mark.parametrize(
    "notice",
    [
        "Subscribe to continue reading.",
        "You have read 3 of 5 free articles this month.",
        "You've reached your monthly limit.",
        "We and our 812 partners use cookies to store and access personal data, such as browsing data.",
        "This website uses cookies to improve your experience.",
        "By clicking “Accept”, you agree to the storing of cookies on your device.",
        "Wir verwenden Cookies, um Inhalte zu personalisieren.",
        "Nous et nos partenaires utilisons des traceurs.",
        "Utilizamos cookies propias y de terceros.",
        "Accept all | Reject all | Cookie settings",
    ],
)
def test_what_a_site_asks_its_readers_is_no_passage(notice: str) -> None:
    assert without_notice(f"Five cranes.\n\n{notice}\n\nOne more.").split() == ["Five", "cranes.", "One", "more."]


@pytest.mark.parametrize("notice", ["Subscribe to continue reading.", "This website uses cookies to improve it."])
def test_what_a_site_asks_its_readers_is_no_part_of_the_source(notice: str) -> None:
    page = read(html(*BODY, notice))
    assert BODY[0] in page.text
    assert notice.rstrip(".") not in page.text


@pytest.mark.parametrize(
    "line",
    [
        "The paper has 5,000 subscribers.",
        "The money went to subscribers.",
        "We baked 300 cookies for the school, and sold all of them.",
        "The regulator said that websites use cookies without consent.",
        "Our site manager sells cookies at the gate.",
        "“We use cookies to count visitors,” the mayor said.",
        "You have read of the harbour's five cranes before.",
    ],
)
def test_words_about_subscribers_stay(line: str) -> None:
    assert without_notice(line) == line


@pytest.mark.parametrize("kind", ["text/html", "application/xhtml+xml", "text/plain", "application/rss+xml", ""])
def test_a_page_that_begins_with_blanks_without_end_is_no_hang(kind: str) -> None:
    page = read(" \n" * 20_000 + html(*BODY), kind=kind)
    assert all(BODY[0] in document.text for document in page.documents)


@pytest.mark.parametrize("opening", ["<!--", "<", "<!--x> ", "<![CDATA["])
@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="{}"><meta property="og:title" content="{}">',
        '<link rel="canonical" href="{}">',
        '<script type="application/ld+json">{}</script>',
        '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}"}}</script>',
    ],
)
def test_metadata_of_tags_without_end_is_no_hang(head: str, opening: str) -> None:
    (document,) = read(html(*BODY, head=head.format(opening * 20_000, opening * 20_000))).documents
    assert BODY[0] in document.text


def test_no_parser_is_given_a_tag_of_thousands_of_attributes(monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = " ".join(f'a{number}="x"' for number in range(3_000))
    seen: list[str] = []
    parse = trafilatura.load_html
    monkeypatch.setattr(trafilatura, "load_html", lambda page: seen.append(str(page)) or parse(page))
    (document,) = read(html(*BODY).replace("<p>", f"<p {crowd}>", 1)).documents
    assert all(sentence in document.text for sentence in BODY)
    assert seen
    assert not any('a2999="x"' in page for page in seen)
