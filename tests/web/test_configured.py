"""A wrong value under [fetch] is refused before anything is asked: with file, key and what is expected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.web.site import Site, reply
from tests.web.test_fetch_command import ALLOWED, PAGE, Command, factcheck, workspace

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
    assert f"{file}: wrong value for 'fetch.{key}'" in found.complaint
    assert expected in found.complaint
    assert site.asked == []


def test_the_key_of_one_in_the_environment_is_told_with_it(
    site: Site, factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_FETCH__CONTACT", "nobody")
    found = factcheck("fetch", f"{site.http}/page")
    assert "environment FACTCHECK_FETCH__CONTACT: wrong value for 'fetch.contact'" in found.complaint
