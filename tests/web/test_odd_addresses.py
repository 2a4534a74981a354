"""Addresses that are none: each is refused in one line, and stops no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import RefusedError
from factcheck.web.safety import check_url
from tests.web.site import Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, workspace

__all__ = ["factcheck", "workspace"]  # fixtures

ODD = [
    "http://xn--a/",
    "http://news.xn--a.example/report",
    "http://xn--zzzzzz-99999999999.org",
    "http://XN--A.com/",
    "http://[::1",
    "http://[v1.x]/",
    "http:///x",
    "http://a:99999/",
    "http://user@host/",
    "http://a\tb.example/",
    "http://exa mple.org/",
    "http://a..b/",
    "http://%00/",
    "http://\u2024/",
    "http://\ufdd0.org/",
    "http://\udcff.org/",
    "http://example.org/\ud800",
    "http://b\u0430nk.example:22/",
    "http://example.org/" + "x" * 100_000,
    "",
    " ",
]


@pytest.mark.parametrize("address", ODD)
def test_an_odd_address_is_refused_in_one_line(factcheck: Command, address: str) -> None:
    found = factcheck("fetch", address)
    assert found.code == 3
    assert found.out.startswith("not read: ") or not address.strip()
    told = found.err.splitlines()
    assert told[:2] == ["asking: nobody", "1 problem:"]
    assert len(told) == 3
    assert len(told[2]) < 300


@pytest.mark.parametrize("address", ["http://xn--a/", "http://[::1", "http://example.org/\udcff" + "x" * 100_000])
def test_an_odd_address_is_no_article(factcheck: Command, address: str) -> None:
    found = factcheck("check", address)
    assert found.code == 3
    assert len(found.complaint) < 300


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("http://xn--mller-kva.example/", "xn--mller-kva.example"),
        ("http://M\u00fcller.example/", "xn--mller-kva.example"),
        ("http://xn--fa-hia.example/", "xn--fa-hia.example"),
        ("http://a_b.example/", "a_b.example"),
    ],
)
def test_a_host_in_punycode_that_stands_for_letters_is_asked(address: str, host: str) -> None:
    assert check_url(address).host == host


def test_nothing_is_no_address() -> None:
    with pytest.raises(RefusedError, match="there is no address"):
        check_url("  ")


def test_a_list_may_have_notes_blank_lines_and_a_byte_order_mark(
    site: Site, factcheck: Command, tmp_path: Path
) -> None:
    good = site.add("/good", reply(200, PAGE))
    lines = ["# the harbour", "", f"  {good}  # the report", "nonsense", "\t", "http://xn--a/", good, "\t# done"]
    listed = tmp_path / "pages.txt"
    listed.write_bytes(("\ufeff" + "\r\n".join(lines)).encode())
    found = factcheck("fetch", "--from", str(listed))
    assert found.code == 0
    assert [line.partition(":")[0] for line in found.out.splitlines()] == ["new (200)", "not read", "not read"]
    assert "2 problems:" in found.err


def test_a_fragment_of_an_address_is_no_note(site: Site, factcheck: Command, tmp_path: Path) -> None:
    good = site.add("/good", reply(200, PAGE))
    listed = tmp_path / "pages.txt"
    listed.write_text(f"{good}#page=2\n")
    assert factcheck("fetch", "--from", str(listed)).out.startswith("new (200)")


def test_a_line_in_another_encoding_is_named_and_the_others_are_fetched(
    site: Site, factcheck: Command, tmp_path: Path
) -> None:
    listed = tmp_path / "pages.txt"
    listed.write_bytes(f"{site.http}/caf\xe9\n{site.add('/good', reply(200, PAGE))}  # B\xfccher\n".encode("cp1252"))
    found = factcheck("fetch", "--from", str(listed))
    assert found.code == 0
    assert found.out.startswith("new (200)")
    assert f"{listed}, line 1: is not UTF-8" in found.err
    assert factcheck("fetch", "--from", str(listed), "--fail-on", "problems").code == 1


@pytest.mark.parametrize(
    ("name", "why"), [("", "cannot be read"), ("none", "no such file"), ("a\0b", "cannot be read")]
)
def test_a_list_that_cannot_be_read_is_told(factcheck: Command, tmp_path: Path, name: str, why: str) -> None:
    assert why in factcheck("fetch", "--from", f"{tmp_path}/{name}").complaint


def test_who_is_never_asked_is_not_named_as_asked(site: Site, factcheck: Command) -> None:
    good = site.add("/good", reply(200, PAGE))
    never = [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest",
        "http://metadata.google.internal/",
        "ftp://a.example/",
    ]
    assert factcheck("fetch", good, *never).err.startswith("asking: 127.0.0.1\n4 problems:\n")
    assert factcheck("fetch", good, *never).err.startswith("asking: nobody\n4 problems:\n"), "the page is there already"
    found = factcheck("check", never[2])
    assert "asking" not in found.err
    assert "never asked" in found.complaint
