"""Whatever command asks for a page: nothing goes out offline, without leave, to other hosts, with a withheld name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import written
from tests.web.site import Site, reply
from tests.web.test_fetch_command import ALLOWED, Command, factcheck, workspace
from tests.web.test_pages import html

__all__ = ["factcheck", "workspace"]  # fixtures

Run = Callable[[Command, Path, str], object]
NAMED = 'withheld = ["Maren Holt"]\n'


def _fetch(factcheck: Command, _: Path, url: str) -> object:
    return factcheck("fetch", url)


def _listed(factcheck: Command, folder: Path, url: str) -> object:
    return factcheck("fetch", "--from", written(folder, "urls.txt", f"{url}\n"))


def _refetch(factcheck: Command, folder: Path, url: str) -> object:
    factcheck("corpus", "add", written(folder, "report.txt", "The harbour has five cranes.\n"))  # makes the workspace
    return factcheck("fetch", "--refetch", url)


def _check(factcheck: Command, _: Path, url: str) -> object:
    return factcheck("check", url)


def _import(factcheck: Command, _: Path, url: str) -> object:
    return factcheck("import", "claimreview", url)


def _for_a_claim(factcheck: Command, folder: Path, url: str) -> object:
    text = f"Five cranes\n\nThe harbour of Ostwick has [five cranes](<{url}>), the council heard on Monday.\n"
    assert factcheck("check", written(folder, "article.md", text)).code == 0
    return factcheck("fetch", "--claim", "1", "--yes")


WAYS = pytest.mark.parametrize("way", [_fetch, _listed, _refetch, _check, _import, _for_a_claim])
NAMES = pytest.mark.parametrize(
    "path", ["/p/holt-maren", "/s?q=Holt,+M.", "/s?q=Мэрен+Холт", "/s?q=4d6172656e20486f6c74"]
)


@WAYS
@pytest.mark.parametrize("rule", ["offline = true\n" + ALLOWED, ALLOWED.replace("allowed = true", "allowed = false")])
def test_nothing_is_asked_offline_or_without_leave(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path, way: Run, rule: str
) -> None:
    (workspace / "factcheck.toml").write_text(rule)
    way(factcheck, tmp_path, site.add("/harbour", reply(200, html().encode())))
    assert site.asked == []


@WAYS
@NAMES
def test_no_withheld_name_is_asked_for(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path, way: Run, path: str
) -> None:
    (workspace / "factcheck.toml").write_text(ALLOWED + NAMED)
    way(factcheck, tmp_path, site.http + path)
    assert site.asked == []


@WAYS
@pytest.mark.parametrize("target", ["http://elsewhere.example/a", "/p/holt-maren", "http://maren-holt.example/"])
@pytest.mark.parametrize("by", ["location", "refresh", "meta"])
def test_no_redirect_is_followed_to_another_host_or_a_withheld_name(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path, way: Run, target: str, by: str
) -> None:
    (workspace / "factcheck.toml").write_text(ALLOWED + NAMED)
    head = f'<meta http-equiv="refresh" content="0; url={target}">'
    answer = {
        "location": reply(302, b"", ("Location", target)),
        "refresh": reply(200, html().encode(), ("Refresh", f"0; url={target}")),
        "meta": reply(200, html(head=head).encode()),
    }
    way(factcheck, tmp_path, site.add("/report", answer[by]))
    assert set(site.paths()) == {"/robots.txt", "/report"}  # and `contacts` fails where another host is looked for


@pytest.mark.parametrize("target", ["http://elsewhere.example/a", "/p/holt-maren"])
def test_pages_that_are_there_are_asked_anew_by_the_same_rules(
    site: Site, workspace: Path, factcheck: Command, target: str
) -> None:
    site.add("/harbour", reply(200, html().encode()), reply(302, b"", ("Location", target)))
    assert factcheck("fetch", f"{site.http}/harbour").code == 0
    (workspace / "factcheck.toml").write_text(ALLOWED + NAMED)
    factcheck("fetch", "--refetch")
    assert set(site.paths()) == {"/robots.txt", "/harbour"}
    asked = len(site.asked)
    (workspace / "factcheck.toml").write_text(ALLOWED + 'withheld = ["Harbour"]\n')
    factcheck("fetch", "--refetch")
    (workspace / "factcheck.toml").write_text("offline = true\n" + ALLOWED)
    factcheck("fetch", "--refetch")
    assert len(site.asked) == asked
