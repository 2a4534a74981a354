"""What has to be ticked in a German claim: names, and none of the nouns that have a capital, too."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims
from factcheck.domain import ItemKind

TEXT = """Neue Brücke für Arlheim

Arlheim, 17. Juni 2025 — Der Stadtrat hat am Montag mit 31 zu 22 Stimmen beschlossen, die Brücke für 48 Millionen Euro \
neu zu bauen. {claim} Die Bürgerinitiative sammelte 2.300 Unterschriften gegen den Neubau.
"""


def ticked(claim: str) -> set[str]:
    """Return the names and places to be ticked in a claim amid a German article."""
    found = next(one for one in extract_claims(TEXT.format(claim=claim)).claims if one.verbatim in claim)
    return {item.span.text for item in found.items if item.kind in (ItemKind.NAME, ItemKind.PLACE)}


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("Die Arbeiten an der Brücke dauern 18 Monate und kosten die Stadt 12 Millionen Euro.", set()),
        ("Außerdem liegen der Verwaltung 2.300 Unterschriften vor.", set()),
        ("Die Brücke verbindet Arlheim mit Tannfurt.", {"Arlheim", "Tannfurt"}),
        ("Die Tannfurter Brücke ist 4,4 Kilometer lang.", {"Tannfurter Brücke"}),
        ("Nach eigenen Angaben fuhr Georg Huber mit 40 Fahrzeugen über die Brücke.", {"Georg Huber"}),
        ("Das Wasser kommt aus dem Arlensee.", {"Arlensee"}),
    ],
)
def test_nouns_are_no_names(claim: str, names: set[str]) -> None:
    assert ticked(claim) == names


def test_an_english_article_keeps_its_names() -> None:
    text = "14 November 2024\n\nThe Harwick was launched in May. The Harwick sank near the Ness in June.\n"
    assert {item.span.text for one in extract_claims(text).claims for item in one.items} >= {"Harwick", "Ness"}
