"""Addresses as people write them in lists, and what they are told where one cannot be read."""

from __future__ import annotations

import pytest

from factcheck.errors import RefusedError
from factcheck.web.safety import check_url
from factcheck.workbench.fetching import read_urls
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
    assert read_urls(line) == ["http://a.example/b"]
    assert read_urls("http://a.example/b_(c)") == ["http://a.example/b_(c)"]


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("www.bbc.co.uk/news", "https://"),
        ("bbc.co.uk", "https://"),
        ("http://a.example/b, see page 3", "alone"),
        ("mailto:a@b.example", ""),
    ],
)
def test_what_to_write_is_told(url: str, hint: str) -> None:
    with pytest.raises(RefusedError) as caught:
        check_url(url)
    assert hint in caught.value.hint
    assert bool(hint) == bool(caught.value.hint)


def test_a_check_of_the_browser_is_to_be_looked_at_in_one() -> None:
    from dataclasses import replace

    busy = replace(page(replace(exchange(b""), status=503)), body=b"<p>Down for an hour.")
    assert "later" in busy.remedy
    assert "browser" in replace(busy, body=b"<h1>Checking your browser</h1>").remedy
