"""A copy that is damaged or gone: a fetch puts on record that it is lost and keeps the page of today beside it."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.dossier.desk import parts_of, told
from tests.web.site import Request, Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, listed, pages, signed, workspace
from tests.web.test_kept_and_verified import kept, packed_anew

__all__ = ["factcheck", "workspace"]  # fixtures

HOWS = ("deleted", "damaged", "another")
OTHER = PAGE.replace(b"five", b"seven")


def lose(file: Path, how: str) -> None:
    if how == "deleted":
        file.unlink()
    elif how == "damaged":
        contents = bytearray(file.read_bytes())
        contents[len(contents) // 2] ^= 1
        file.write_bytes(contents)
    else:
        packed_anew(file, b"URI: http://127.0.0.1", b"URI: http://127.0.0.2")


def events(factcheck: Command) -> list[dict]:
    return json.loads(factcheck("audit", "log", "--kind", "fetched", "--json").out)


def command_in(words: str) -> list[str]:
    """Return the arguments of the command that a message names."""
    found = re.search(r"`factcheck ((?:fetch --refetch|check) [^`]+)`", " ".join(words.split()))
    assert found, words
    return shlex.split(found[1])


@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("now", [PAGE, OTHER])
def test_what_is_told_to_do_puts_it_on_record_and_mends_the_workspace(
    site: Site, workspace: Path, factcheck: Command, how: str, now: bytes
) -> None:
    url = site.add("/harbour", reply(200, PAGE), reply(200, now))
    factcheck("fetch", url)
    (file,) = kept(workspace)
    name, before = str(file.relative_to(workspace)), events(factcheck)[0]["body"]["file"][1]
    lose(file, how)
    found = factcheck("corpus", "verify")
    assert (found.code, found.out.startswith(f"{name}: "), url in found.out) == (1, True, True)
    assert "--refetch URL" in " ".join(factcheck("doctor").out.split())
    assert command_in(found.out) == ["fetch", "--refetch", url]
    (page,) = pages(factcheck(*command_in(found.out), "--json"))
    assert page["became"] == ("unchanged" if now == PAGE else "changed")
    assert f"the copy of {url} of " in str(page["notices"])
    first, second = events(factcheck)
    assert second["body"]["lost"] == [[name, before]]
    assert first["body"]["file"][1] == before, "the old digest stays in the log"
    found = factcheck("corpus", "verify")
    assert (found.code, found.out) == (0, "")
    assert f"is lost ({name}), as event {second['seq']} says" in found.err
    assert "snapshots: fine" in " ".join(factcheck("doctor").out.split())
    assert f"; lost: {name}" in factcheck("audit", "log").out
    assert factcheck("audit", "verify").code == 0
    factcheck("fetch", "--refetch", url)
    assert "lost" not in events(factcheck)[-1]["body"], "it is said once"


def test_a_site_that_says_that_nothing_changed_is_asked_for_the_whole_page(
    site: Site, workspace: Path, factcheck: Command
) -> None:
    def answer(request: Request) -> bytes:
        return reply(304) if "if-none-match" in request.headers else reply(200, PAGE, ("ETag", '"1"'))

    url = site.add("/harbour", answer)
    factcheck("fetch", url)
    assert pages(factcheck("fetch", "--refetch", "--json", url))[0]["status"] == 304
    lose(kept(workspace)[0], "deleted")
    assert pages(factcheck("fetch", "--refetch", "--json", url))[0]["status"] == 200
    assert any(file.exists() for file in kept(workspace))
    assert factcheck("corpus", "verify").code == 0


def test_a_page_that_is_gone_by_now_leaves_the_copy_lost_and_that_is_on_record(
    site: Site, workspace: Path, factcheck: Command
) -> None:
    url = site.add("/harbour", reply(200, PAGE), reply(410))
    factcheck("fetch", url)
    lose(kept(workspace)[0], "deleted")
    assert pages(factcheck("fetch", "--refetch", "--json", url))[0]["became"] == "gone"
    assert events(factcheck)[-1]["body"]["lost"]
    found = factcheck("corpus", "verify")
    assert (found.code, " is lost (" in found.err) == (0, True)


def test_a_copy_that_is_put_back_is_lost_no_more(site: Site, workspace: Path, factcheck: Command) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    factcheck("fetch", url)
    (file,) = kept(workspace)
    contents = file.read_bytes()
    file.unlink()
    factcheck("fetch", "--refetch", url)
    assert " is lost (" in factcheck("corpus", "verify").err
    file.write_bytes(contents)
    found = factcheck("corpus", "verify")
    assert (found.code, " is lost (" in found.err) == (0, False)


def test_copies_of_other_pages_are_not_told_by_it(site: Site, workspace: Path, factcheck: Command) -> None:
    urls = [site.add(f"/{name}", reply(200, PAGE.replace(b"Ostwick", name.encode()))) for name in ("Tolland", "Velm")]
    factcheck("fetch", *urls)
    for file in kept(workspace):
        lose(file, "deleted")
    factcheck("fetch", "--refetch", urls[0])
    assert len(events(factcheck)[-1]["body"]["lost"]) == 1
    found = factcheck("corpus", "verify")
    assert (found.code, urls[1] in found.out, urls[0] in found.out) == (1, True, False)


@pytest.mark.parametrize("how", HOWS)
def test_verdicts_that_rest_on_it_are_ready_again_and_the_loss_is_a_remark(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path, how: str
) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    signed(url, factcheck, tmp_path)
    (file,) = kept(workspace)
    lose(file, how)
    before = factcheck("review", "status").out
    assert f"fetch --refetch {url}" in before
    factcheck("fetch", "--refetch", url)
    after = " ".join(factcheck("review", "status").out.split())
    assert "fetch --refetch" not in after
    assert f"the copy of {url} of " in after
    path = tmp_path / "dossier.zip"
    assert factcheck("dossier", "export", "article", "--output", str(path)).code == 0
    parts = parts_of(path.read_bytes())
    old, (new,) = str(file.relative_to(workspace)), [name for name in parts if name.startswith("snapshots/")]
    assert new != old
    (missing,) = json.loads(parts["manifest.json"])["missing"]
    assert (missing["part"], "it is lost, as event " in missing["why"]) == (old, True)
    assert told(path.read_bytes()) == []
    assert len(listed(factcheck)) == 1


@pytest.mark.parametrize("how", HOWS)
def test_the_page_of_an_article_is_fetched_again_by_checking_it(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path, how: str
) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    factcheck("check", url)
    (file,) = kept(workspace)
    lose(file, how)
    found = factcheck("corpus", "verify")
    assert command_in(found.out) == ["check", url]
    ended = factcheck(*command_in(found.out))
    assert f"the copy of {url} of " in ended.err
    assert factcheck("corpus", "verify").code == 0
    path = tmp_path / "dossier.zip"
    factcheck("dossier", "export", "harbour", "--output", str(path))
    manifest = json.loads(parts_of(path.read_bytes())["manifest.json"])
    assert [one["part"] for one in manifest["missing"]] == [str(file.relative_to(workspace))]
    assert told(path.read_bytes()) == []
