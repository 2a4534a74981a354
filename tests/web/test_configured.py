"""A wrong value under [fetch] is refused before anything is asked: with file, key and what is expected."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from factcheck.settings import load_settings
from factcheck.web.configured import archives_of, networks_of
from tests.web.site import Site, reply, serving
from tests.web.test_fetch_command import ALLOWED, PAGE, Command, factcheck, pages, workspace

__all__ = ["factcheck", "workspace"]  # fixtures


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("contact", "desk@example.org\r\nX-Evil: 1", "expected a mail address or that of a page, on one line"),
        ("contact", "our desk", "expected a mail address"),
        ("contact", "désk@example.org", "in ASCII"),
        ("references", ["example.org/search?q={query}"], "expected a web address such as"),
        ("references", ["ftp://example.org/{query}"], "expected a web address such as"),
        ("references", ["https://example.org/\r\n{query}"], "expected a web address such as"),
        ("references", ["https://example.org/?q={claim}"], "a placeholder that is not known"),
        ("references", ["https://example.org/?q={query"], "a placeholder that is not known"),
        ("references", ["https://example.org/?q={query.__class__}"], "a placeholder that is not known"),
        ("references", ["https://{query}.example.org/"], "none in the host"),
        ("references", ["https://u:p@example.org/?q={query}"], "expected a web address such as"),
        ("withheld", ["", "Holt"], "expected a name on one line"),
        ("withheld", ["Maren\nHolt"], "expected a name on one line"),
        ("withheld", ["..."], "expected a name on one line"),
        ("archives", ["https://archive.org/"], "expected a host such as"),
        ("archives", ["archive.org:8080"], "alone: no scheme, no port"),
        ("archives", ["*.archive.org"], "alone: no scheme, no port"),
        ("archives", ["127.0.0.0/8"], "alone: no scheme, no port"),
        ("archives", ["desk@archive.org"], "alone: no scheme, no port"),
        ("archives", [""], "alone: no scheme, no port"),
        ("networks", ["10.1.0.0/99"], "expected networks such as"),
    ],
)
def test_it_names_the_file_the_key_and_what_is_expected(
    site: Site, workspace: Path, factcheck: Command, key: str, value: object, expected: str
) -> None:
    file = workspace / "factcheck.toml"
    kept = "".join(f"{line}\n" for line in ALLOWED.splitlines() if not line.startswith(key))
    file.write_text(f"{kept}{key} = {json.dumps(value)}\n")
    found = factcheck("fetch", site.add("/page", reply(200, PAGE)))
    assert found.code == 3
    line = file.read_text().splitlines().index(f"{key} = {json.dumps(value)}") + 1
    assert f"{file}, line {line}: wrong value for 'fetch.{key}'" in found.complaint
    assert expected in found.complaint
    assert site.asked == []


def test_the_key_of_one_in_the_environment_is_told_with_it(
    site: Site, factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_FETCH__CONTACT", "nobody")
    found = factcheck("fetch", f"{site.http}/page")
    assert "environment FACTCHECK_FETCH__CONTACT: wrong value for 'fetch.contact'" in found.complaint


@pytest.mark.parametrize("archive", ["127.0.0.1", "127.1", "0x7f.0.0.1", "2130706433", " 127.0.0.1 ", "127.0.0.1."])
def test_an_archive_may_be_named_by_its_network_address(
    site: Site, workspace: Path, factcheck: Command, archive: str
) -> None:
    found = _copied(site, workspace, factcheck, archive)
    assert (found["address"], found["archived"]) == ("http://10.0.0.9/harbour", "2019-12-03T10:15:00+00:00")


def test_an_archive_may_be_named_by_its_ipv6_address(tmp_path: Path, workspace: Path, factcheck: Command) -> None:
    with serving(tmp_path, "::1") as site:
        site.http = f"http://[::1]:{site.port}"
        for archive in ("::1", "[::1]", "0:0:0:0:0:0:0:1"):
            assert _copied(site, workspace, factcheck, archive)["address"] == "http://10.0.0.9/harbour"


@pytest.mark.parametrize("archive", ["Archive.Example", "архив.example", "xn--80aer5aza.example", "archive.example."])
def test_an_archive_may_be_named_in_any_letters(archive: str) -> None:
    (host,) = archives_of(msgspec.structs.replace(load_settings(None, {}).values.fetch, archives=[archive]))
    assert host in ("archive.example", "xn--80aer5aza.example")


def _copied(site: Site, workspace: Path, factcheck: Command, archive: str) -> dict[str, object]:
    """Fetch a copy, of a page in a network of one's own, from an archive that is believed under this name."""
    allowed = ALLOWED.replace('["127.0.0.0/8"]', '["127.0.0.0/8", "::1/128"]')
    (workspace / "factcheck.toml").write_text(f"{allowed}archives = {json.dumps([archive])}\n")
    copy = site.add("/web/20191203101500/http://10.0.0.9/harbour", reply(200, PAGE))
    (page,) = pages(factcheck("fetch", copy, "--json"))
    return page


def test_a_network_of_mapped_addresses_is_the_one_that_it_stands_for() -> None:
    fetch = msgspec.structs.replace(load_settings(None, {}).values.fetch, networks=["::ffff:10.0.0.0/104"])
    assert [str(network) for network in networks_of(fetch)] == ["10.0.0.0/8"]
