"""A cited address that gives no page is told at the claim: in `claim show`, the lists, the reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import written
from tests.web.site import Site, reply
from tests.web.test_fetch_command import Command, factcheck, workspace
from tests.web.test_pages import html

__all__ = ["factcheck", "workspace"]  # fixtures

SOFT = html("We are sorry. The page you are looking for was not found.", title="Page not found").encode()
DEAD = {
    "404": (reply(404), "there is no such page (404)"),
    "410": (reply(410), "the page was removed for good (410)"),
    "500": (reply(500), "the site has a fault (500)"),
    "soft 404": (reply(200, SOFT), "the site says that there is no such page"),
    "no answer": (b"", "the answer breaks off or is broken"),
}


def checked(factcheck: Command, folder: Path, url: str) -> None:
    article = f"# Harbour\n\nThe harbour of Ostwick has five cranes ([report]({url})).\n\nThe ferry has two decks.\n"
    assert factcheck("check", written(folder, "article.md", article)).code == 0


@pytest.mark.parametrize("way", DEAD)
@pytest.mark.parametrize("order", ["check first", "fetch first"])
def test_a_dead_citation_is_told_at_the_claim(
    site: Site, factcheck: Command, tmp_path: Path, way: str, order: str
) -> None:
    answer, said = DEAD[way]
    url = site.add("/report", answer)
    assert factcheck("corpus", "add", written(tmp_path, "other.md", "The ferry to Lenn has two decks.\n")).code == 0
    steps = [lambda: checked(factcheck, tmp_path, url), lambda: factcheck("fetch", url)]
    for step in steps if order == "check first" else reversed(steps):
        step()
    shown = " ".join(factcheck("claim", "show", "1").out.split())
    assert "unreachable: " in shown
    assert said in shown
    one, *others = json.loads(factcheck("claim-list", "--format", "json").out)["claims"]
    assert one["cited_source"] == "unreachable"
    assert not any(other["cited_source"] == "unreachable" for other in others)
    listed = " ".join(factcheck("claim-list").out.split())
    assert "% the writer's own source is unreachable" in listed
    assert "cited source unreachable" in factcheck("claim-list", "--format", "md").out
    assert "five cranes" in factcheck("claim-list", "--cited-unreachable").out
    assert "two decks" not in factcheck("claim-list", "--cited-unreachable").out


def test_a_citation_that_answers_again_is_no_longer_dead(site: Site, factcheck: Command, tmp_path: Path) -> None:
    url = site.add("/report", reply(404), reply(200, html().encode()))
    checked(factcheck, tmp_path, url)
    factcheck("fetch", url)
    assert "unreachable" in factcheck("claim", "show", "1").out
    assert factcheck("fetch", "--refetch", url).code == 0
    checked(factcheck, tmp_path, url)
    assert "unreachable" not in factcheck("claim", "show", "1").out


def test_a_page_that_was_had_and_is_gone_says_so_at_the_claim(site: Site, factcheck: Command, tmp_path: Path) -> None:
    url = site.add("/report", reply(200, html().encode()), reply(410))
    factcheck("fetch", url)
    checked(factcheck, tmp_path, url)
    factcheck("fetch", "--refetch")
    shown = " ".join(factcheck("claim", "show", "1").out.split())
    assert "now unreachable: the page was removed for good (410)" in shown
