"""A line that names what sort of text it heads, and when, dates the article and is no claim."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims

ENGLISH = "The trust closed three wards in November, its chairman said. It had 40 beds."
GERMAN = "Die Stadt hat am Montag den Haushalt beschlossen, sagte der Bürgermeister."


@pytest.mark.parametrize(
    ("line", "body", "day"),
    [
        ("Interview: 9 May 2025", ENGLISH, "2025-05-09"),
        ("Interview vom 9. Mai 2025", GERMAN, "2025-05-09"),
        ("*Ein Kommentar von Jonas Rudel, 3. Juni 2025*", GERMAN, "2025-06-03"),
        ("Reviewed by Jess Lowe, 14 February 2025", ENGLISH, "2025-02-14"),
        ("Podcast transcript, episode 14, 20 May 2025", ENGLISH, "2025-05-20"),
        ("EMBARGOED until 00:01 Monday 12 May 2025", ENGLISH, "2025-05-12"),
        ("Sperrfrist: 6. Mai 2025, 10 Uhr", GERMAN, "2025-05-06"),
    ],
)
def test_the_line_dates_the_article(line: str, body: str, day: str) -> None:
    found = extract_claims(f"Of wards and beds\n\n{line}\n\n{body}\n")
    assert str(found.published) == day
    assert not [claim for claim in found.claims if claim.verbatim in line]


@pytest.mark.parametrize(
    "line",
    ["In an interview on 9 May 2025, Berg said so.", "The interview took place on 9 May 2025", "Reviewed cases rose."],
)
def test_a_sentence_with_such_a_word_does_not(line: str) -> None:
    assert extract_claims(f"Of wards and beds\n\n{line}\n\n{ENGLISH}\n").published is None


def test_a_place_and_a_day_in_figures_before_a_dash_are_no_part_of_a_claim() -> None:
    found = extract_claims("Hafen gesperrt\n\nKiel, 17.09.2025 – Gestern sanken 40 Boote.\n")
    assert [claim.verbatim for claim in found.claims] == ["Gestern sanken 40 Boote."]
