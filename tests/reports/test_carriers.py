"""Sources that carry one text are told apart by who published them, and when; the examples are ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factcheck.domain import Source
from factcheck.reports.claim_page import carrier_in_words, source_lines
from tests.factory import make_evidence

LEADER = Source(id="a", digest="a", origin="o", title="Ferry sinks", publisher="Norrland Wire")


@pytest.mark.parametrize(
    ("carrier", "told"),
    [
        ({"publisher": "The Ostwick Post", "published": date(2023, 6, 8)}, "The Ostwick Post, 2023-06-08"),
        ({"title": "Ferry lost", "publisher": "Skei Mail"}, "Ferry lost, Skei Mail"),
        ({"path": "in/wire/dispatch-4.txt", "published": date(2023, 6, 8)}, "dispatch-4.txt, 2023-06-08"),
        ({"url": "https://skei.example/ferry"}, "https://skei.example/ferry"),
        ({}, "Ferry sinks"),
        ({"title": ""}, "b"),
    ],
)
def test_a_carrier_is_told_by_what_it_differs_in(carrier: dict[str, object], told: str) -> None:
    one = replace(Source(id="b", digest="a", origin="o", title="Ferry sinks"), **carrier)  # type: ignore[arg-type]
    assert carrier_in_words(one, LEADER) == told


def test_the_page_of_a_claim_tells_the_carriers_apart() -> None:
    first, second = (replace(LEADER, id=name, publisher=f"{name} Post", published=None) for name in ("Skei", "Velby"))
    candidate = replace(make_evidence("c", "a").candidate, source=LEADER, carriers=(first, second))
    assert "the same text also in: Skei Post; Velby Post" in list(source_lines(candidate))
