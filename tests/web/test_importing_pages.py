"""`factcheck import claimreview URL`: the reviews of a page made a source, once."""

from __future__ import annotations

import json

from factcheck.domain import Stance
from factcheck.stance import compare
from tests.web.site import Site, reply
from tests.web.test_fetch_command import Command, factcheck, listed, workspace
from tests.web.test_pages import REVIEW, html, read, script

__all__ = ["factcheck", "workspace"]  # fixtures
OTHER = {**REVIEW, "claimReviewed": "The ferry to Lenn sails on Sundays", "reviewRating": {"alternateName": "True"}}


def test_a_page_that_is_there_is_told_to_be_there(site: Site, factcheck: Command) -> None:
    url = site.add("/checks", reply(200, html(head=script(REVIEW)).encode()))
    first = factcheck("import", "claimreview", url)
    assert (first.code, "rules: False" in first.out) == (0, True)
    again = factcheck("import", "claimreview", url)
    assert again.code == 0
    assert f"{url}: there already" in again.err
    assert "no ClaimReview" not in again.err
    assert len(listed(factcheck)) == 1
    (page,) = json.loads(factcheck("import", "claimreview", "--json", url).out)["pages"]
    assert page["became"] == "there already"


def test_a_new_page_without_a_review_is_still_an_error(site: Site, factcheck: Command) -> None:
    found = factcheck("import", "claimreview", site.add("/plain", reply(200, html().encode())))
    assert (found.code, "no ClaimReview" in found.err) == (3, True)


def test_each_of_two_reviews_of_a_page_is_of_its_own_claim() -> None:
    text = read(html(head=script(REVIEW) + script(OTHER))).documents[0].text
    rulings = text[text.index("From the ClaimReview markup") :]
    assert compare(str(REVIEW["claimReviewed"]), rulings).stance is Stance.CONFLICTS
    assert compare(str(OTHER["claimReviewed"]), rulings).stance is Stance.CORROBORATES
