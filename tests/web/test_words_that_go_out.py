"""What goes out in a search is said by the claim: the words of an address that stands in it do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.text.addresses import without_addresses
from tests.cli.command import written
from tests.web.site import Site
from tests.web.test_fetch_command import ALLOWED, Command, factcheck, workspace

__all__ = ["factcheck", "workspace"]  # fixtures


@pytest.mark.parametrize(
    "aside",
    [
        " (https://wombat.example/quokka-numbat.html)",
        ", see www.wombat-weekly.example/quokka?numbat=quoll,",
        " ([https://wombat.example](https://wombat.example/quokka), http://numbat.example)",
        " (wombat.example/quokka/numbat)",
        " (//wombat.example/quokka)",
        ", says wombat@quokka.example,",
        ", doi:10.1000/wombat.quokka,",
        " <https://wombat.example/Quokka_Numbat>",
    ],
)
def test_the_words_of_an_address_do_not_go_out(
    site: Site, factcheck: Command, workspace: Path, tmp_path: Path, aside: str
) -> None:
    (workspace / "factcheck.toml").write_text(f'{ALLOWED}references = ["{site.http}/search?q={{query}}"]\n')
    text = f"Five cranes\n\nThe harbour of Ostwick has five cranes{aside} and two docks.\n"
    assert factcheck("check", written(tmp_path, "article.txt", text)).code == 0
    told = factcheck("fetch", "--claim", "1").err.lower()
    (searched,) = [line for line in told.splitlines() if "search: " in line]
    assert "ostwick" in searched
    for word in ("wombat", "quokka", "numbat", "quoll", "10.1000", "example", "html", "doi"):
        assert word not in searched.partition("search?")[2]


@pytest.mark.parametrize(
    "text", ["Booking.com has 5 offices.", "It cost 3.5/4 euros and/or more.", "He said: go//stop.", "At 10.30 a.m."]
)
def test_what_is_no_address_stays(text: str) -> None:
    assert without_addresses(text) == text


def test_a_text_without_end_is_no_hang() -> None:
    assert without_addresses("a." * 100_000 + "-" * 100_000)
    assert without_addresses("x" * 200_000 + "@") is not None
