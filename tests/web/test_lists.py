"""Addresses as people write them in lists, and what they are told where one cannot be read."""

from __future__ import annotations

import pytest

from factcheck.errors import InputError, RefusedError
from factcheck.web.safety import check_url
from factcheck.workbench.url_lists import LONGEST_LIST, read_urls
from tests.web.test_snapshots import exchange, page


@pytest.mark.parametrize(
    "line",
    [
        "<http://a.example/b>",
        "[t](http://a.example/b)",
        "- http://a.example/b",
        "* <http://a.example/b>",
        "2. http://a.example/b",
    ],
)
def test_an_address_is_taken_out_of_its_marks(line: str) -> None:
    assert read_urls(line.encode(), "l.txt").urls == ("http://a.example/b",)
    assert read_urls(b"http://a.example/b_(c)", "l.txt").urls == ("http://a.example/b_(c)",)


def test_a_line_that_is_no_utf_8_is_named_and_the_others_are_taken() -> None:
    found = read_urls(
        b"http://a.example/b\r\nhttp://a.example/caf\xe9\n# B\xfccher\nhttp://a.example/d # \xff\n", "l.txt"
    )
    assert found.urls == ("http://a.example/b", "http://a.example/d")
    assert [(one.path, one.reason) for one in found.problems] == [("l.txt, line 2", "is not UTF-8")]
    with pytest.raises(InputError, match="no address that can be read"):
        read_urls(b"http://a.example/caf\xe9", "l.txt")


@pytest.mark.parametrize(
    "contents",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + b"\x9c\x01\x7f.:\n" * 50,
        b"<html>\n<body>\n<p>Five cranes.</p>\n</body>\n</html>\n",
        b"A note of ours\nwith two lines.",
    ],
)
def test_what_is_no_list_is_refused_as_a_whole(contents: bytes) -> None:
    with pytest.raises(InputError, match=r"no list of addresses|no address that can be read"):
        read_urls(contents, "l.bin")


def test_a_list_without_schemes_is_read_and_each_line_told_what_to_write() -> None:
    assert read_urls(b"bbc.example/news\nwww.a.example\n", "l.txt").urls == ("bbc.example/news", "www.a.example")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_list_with_a_byte_order_mark_is_read(encoding: str) -> None:
    assert read_urls("http://a.example/é\n".encode(encoding), "l.txt").urls == ("http://a.example/é",)


def test_what_is_longer_than_any_list_is_refused() -> None:
    with pytest.raises(InputError, match="longer than"):
        read_urls(b"http://a.example/b\n" * (LONGEST_LIST // 10), "l.txt")


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("www.bbc.co.uk/news", "https://"),
        ("bbc.co.uk", "https://"),
        ("http://a.example/b, see page 3", "alone"),
        ("mailto:a@b.example", "save what is there yourself"),
    ],
)
def test_what_to_write_is_told(url: str, hint: str) -> None:
    with pytest.raises(RefusedError) as caught:
        check_url(url)
    assert hint in caught.value.hint


def test_a_check_of_the_browser_is_to_be_looked_at_in_one() -> None:
    from dataclasses import replace

    busy = replace(page(replace(exchange(b""), status=503)), body=b"<p>Down for an hour.")
    assert "later" in busy.remedy
    assert "browser" in replace(busy, body=b"<h1>Checking your browser</h1>").remedy
