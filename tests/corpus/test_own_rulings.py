"""A page's own ruling goes with its passages, and is read from its markup; the examples are ours."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.corpus import Corpus
from factcheck.domain import Stance
from factcheck.matching import find_candidates
from factcheck.stance import compare
from tests.cli.command import called

CLAIM = "The ferry to Olm carries forty buses."
FILLER = "\n\n".join(
    f"On day {n} the crew of the harbour counted every car and lorry on the quay, wrote the numbers in the log of the"
    " port and compared them with what the owner of the line had told the county in the year before." * 3
    for n in range(2, 9)
)
PAGE = f"""A post on the ferry

A post said the ferry to Olm carries forty buses.

{FILLER}

Our ruling

A post said the ferry to Olm carries forty buses. It has room for nine.

We rate this claim False.
"""
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": CLAIM,
    "author": {"@type": "Organization", "name": "Olm Checks"},
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5, "alternateName": "False"},
}
MARKED = (
    f'<html><head><title>The ferry</title><script type="application/ld+json">{json.dumps(REVIEW)}</script></head><body>'
    "<article><h1>The ferry</h1><p>We looked at what is said of the ferry to Olm, and asked its owner, the port and two"
    " passengers who cross the strait each week with their bicycles.</p><p>The owner showed us the plans of its decks,"
    " and the port its log of the last three years, in which each lorry is noted.</p></article></body></html>"
)


def test_the_ruling_of_a_page_goes_with_each_passage_of_it(tmp_path: Path) -> None:
    (tmp_path / "post.txt").write_text(PAGE)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / "post.txt"])
        candidates, _ = find_candidates(CLAIM, corpus)
    first = next(one.passage for one in candidates if "A post on the ferry" in one.passage.text)
    assert "We rate this claim False" not in first.text
    assert "We rate this claim False" in first.own_word
    assert compare(CLAIM, first.text, own_word=first.own_word).stance is Stance.CONFLICTS


def test_the_markup_of_a_page_is_read_when_it_is_added(tmp_path: Path) -> None:
    (tmp_path / "ferry.html").write_text(MARKED)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / "ferry.html"])
        (document,) = corpus.all()
        candidates, _ = find_candidates(CLAIM, corpus)
    assert document.text.endswith("Rating: False.")
    assert [one.locator for one in document.markers] == ["ClaimReview markup"]
    stances = {compare(CLAIM, one.passage.text, own_word=one.passage.own_word).stance for one in candidates}
    assert Stance.CONFLICTS in stances
    assert Stance.CORROBORATES not in stances


def test_the_markup_of_a_page_is_read_when_it_is_compared(tmp_path: Path, capsys) -> None:
    page = tmp_path / "ferry.html"
    page.write_text(MARKED)
    ended = called(capsys, "compare", CLAIM, str(page), "--json")
    assert json.loads(ended.out)["stance"] == "conflicts"
