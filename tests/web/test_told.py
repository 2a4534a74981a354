"""What a run of `fetch` tells beside the pages: how many of a long list, what may be cut, what only matched."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.command import written
from tests.web.site import Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, listed, workspace
from tests.web.test_pages import BODY, html

__all__ = ["factcheck", "workspace"]  # fixtures


def test_of_a_long_list_it_is_told_how_many_became_what(site: Site, factcheck: Command, tmp_path: Path) -> None:
    urls = [site.add(f"/{n}", reply(200, html(*BODY, f"Page {n}.").encode())) for n in range(12)]
    name = written(tmp_path, "pages.txt", "\n".join([*urls, urls[0], f"{site.http}/gone"]))
    told = factcheck("fetch", "--from", name).err
    assert "13 pages (1 named again): 12 new, 1 not read" in told


def test_a_page_whose_length_nobody_told_and_that_ends_in_the_middle_is_doubted(site: Site, factcheck: Command) -> None:
    cut = PAGE[: PAGE.index(b"</article>")]
    doubt = "may be cut off"
    assert doubt in factcheck("fetch", site.add("/cut", reply(200, cut, length=None))).err
    assert doubt not in factcheck("fetch", site.add("/whole", reply(200, PAGE, length=None))).err
    assert doubt not in factcheck("fetch", site.add("/told", reply(200, cut))).err


def test_what_nobody_judged_is_no_cited_passage(site: Site, factcheck: Command, tmp_path: Path) -> None:
    later = [reply(200, html(BODY[0].replace("five", "six"), *BODY[1:]).encode()), reply(410)]
    factcheck("fetch", site.add("/harbour", reply(200, PAGE), *later))
    factcheck("check", written(tmp_path, "article.txt", "The harbour of Ostwick has five cranes.\n"))
    told = factcheck("fetch", "--refetch").out
    assert "the cited passage" not in told
    assert "judged by nobody" in told
    factcheck("check", str(tmp_path / "article.txt"))
    (there, *_) = json.loads(factcheck("claim", "show", "1", "--json").out)["evidence"]
    factcheck("claim", "stance", "1", there["id"], "conflicts")
    assert "the cited passage is gone" in factcheck("fetch", "--refetch").out


def test_lists_say_which_page_is_gone_and_when_each_was_fetched(site: Site, factcheck: Command) -> None:
    factcheck("fetch", site.add("/harbour", reply(200, PAGE), reply(410)))
    (one,) = listed(factcheck)
    assert (one["gone"], one["notice"]) == (False, "")
    assert one["fetched"]
    factcheck("fetch", "--refetch")
    (one,) = listed(factcheck)
    assert (one["gone"], one["notice"]) == (True, "the page was removed for good (410)")
    assert "the page was removed for good (410)" in factcheck("corpus", "list").out


def test_the_whole_text_of_a_page_that_is_not_shown_any_more_is_no_beginning(site: Site, factcheck: Command) -> None:
    stub = html(BODY[0], "Subscribe to continue reading this article.").encode()
    factcheck("fetch", site.add("/harbour", reply(200, PAGE), reply(200, stub)))
    factcheck("fetch", "--refetch")
    (one,) = json.loads(factcheck("corpus", "list", "--json").out)
    assert str(one["notice"]).startswith("this text was fetched before; since then the site shows only the free")


def test_a_home_page_is_no_source_in_place_of_the_page(site: Site, factcheck: Command) -> None:
    site.add("/", reply(200, PAGE))
    found = factcheck("fetch", site.add("/old/report", reply(302, b"", ("Location", "/"))))
    assert found.code == 3
    assert found.out.startswith("not read (200)")
    assert "leads to its home page" in found.err
