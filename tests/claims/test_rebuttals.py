"""What the article itself answers behind somebody's promise, forecast or error is nobody's words."""

from __future__ import annotations

import pytest

from factcheck.claims import extract_claims


def read(text: str) -> list[tuple[str, str | None]]:
    claims = extract_claims(text).claims
    return [(claim.verbatim, claim.claimant.name if claim.claimant else None) for claim in claims]


@pytest.mark.parametrize(
    ("text", "who", "said", "own"),
    [
        (
            "Jane Rook had promised 20,000 places by 2025; only 6,000 have been built.",
            "Jane Rook",
            "Jane Rook had promised 20,000 places by 2025",
            "only 6,000 have been built",
        ),
        (
            "Minister Jane Rook said that 20,000 places would open; so far 6,000 have opened.",
            "Jane Rook",
            "20,000 places would open",
            "so far 6,000 have opened",
        ),
        (
            "The council pledged to plant 9,000 trees by 2024; just 1,200 were planted.",
            "the council",
            "The council pledged to plant 9,000 trees by 2024",
            "just 1,200 were planted",
        ),
        (
            "Ann Smith promised 20,000 places, but only 6,000 have been built.",
            "Ann Smith",
            "Ann Smith promised 20,000 places",
            "only 6,000 have been built",
        ),
        (
            "Ann Smith promised that 20,000 places would be built, but the council built 6,000.",
            "Ann Smith",
            "20,000 places would be built",
            "the council built 6,000",
        ),
        (
            "“We will build 20,000,” Jane Rook promised; only 6,000 have been built.",
            "Jane Rook",
            "“We will build 20,000,”",
            "only 6,000 have been built",
        ),
        ("Dan Pike claimed 400 cows had died, which is false.", "Dan Pike", "400 cows had died", "which is false"),
        (
            "Dan Pike claims he created 400 jobs; official figures show 200.",
            "Dan Pike",
            "he created 400 jobs",
            "official figures show 200",
        ),
        ("Dan Pike told you 400, he was wrong.", "Dan Pike", "Dan Pike told you 400", "he was wrong"),
        ("Dan Pike said 400 cows had died — that was false.", "Dan Pike", "400 cows had died", "that was false"),
    ],
)
def test_what_became_of_it_is_the_article_s_own(text: str, who: str, said: str, own: str) -> None:
    assert read(text) == [(said, who), (own, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Rook said 20,000 places were built; 6,000 were for children.",
        "Jane Rook said the plan would cost $3m; 40 people had asked for it.",
        "Ann Smith promised 20,000 places; 6,000 would be for children.",
        "Ann Smith said the mayor knew of it, he was wrong to wait.",
        "Ann Smith said the plan would fail, but the mayor was happy.",
    ],
)
def test_what_the_speaker_goes_on_with_stays_theirs(text: str) -> None:
    ((said, who),) = read(text)
    assert who in ("Jane Rook", "Ann Smith")
    assert text.endswith(f"{said}.")
