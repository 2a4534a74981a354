"""Linked data, out and in: `claim-list --format claimreview|annotations`, `import claimreview`."""

from __future__ import annotations

import json

import pytest

from factcheck.workbench import Workbench
from factcheck.workbench.handing import waive
from tests.cli.command import called, written
from tests.conftest import ROOT
from tests.factory import make_bench, ticking
from tests.reports.vocabulary import faults

PUBLISHER = '[publisher]\nname = "Harbour Desk"\nurl = "https://desk.example/"\n'


@pytest.fixture
def place(tmp_path):
    make_bench(tmp_path / "w", claims=3).close()
    written(tmp_path / "w", "factcheck.toml", PUBLISHER)
    return ["--workspace", str(tmp_path / "w"), "--user", "alice"]


def decide(place, claim: str, rating: str = "confirmed", *, sign: bool = True) -> None:
    with Workbench.open(place[1], user="alice", clock=ticking()) as bench:
        bench.set_verdict(claim, rating, "as the report says", cite=[f"{claim}-a"])
    if sign:
        with Workbench.open(place[1], user="bob", clock=ticking()) as bench:
            bench.sign(claim, bench.claim(claim).state.binding)


def published(capsys, place, *options: str):
    ended = called(capsys, *place, "claim-list", "--format", "claimreview", *options)
    return ended, json.loads(ended.out)["@graph"] if ended.out else []


def test_signed_claims_are_published_with_both_ends_of_the_scale(place, capsys):
    decide(place, "c0001")
    ended, reviews = published(capsys, place, "--state", "signed")
    assert ended.code == 0, ended.err
    assert [faults(review) for review in reviews] == [[]]
    rating = reviews[0]["reviewRating"]
    assert (rating["ratingValue"], rating["worstRating"], rating["bestRating"]) == (5, 1, 5)
    assert reviews[0]["citation"][0]["name"] == "Report a"
    assert reviews[0]["author"]["name"] == "Harbour Desk"


def test_what_is_not_signed_is_refused_with_the_command_that_goes_on(place, capsys):
    decide(place, "c0001")
    decide(place, "c0002", sign=False)
    ended, _ = published(capsys, place)
    assert (ended.code, ended.out) == (3, "")
    assert "2 claims cannot be published: claim 2 is not signed (proposed), claim 3" in ended.complaint
    assert "`factcheck review sign 2`" in ended.complaint
    ended, _ = published(capsys, place, "--verdict", "none")
    assert "`factcheck claim verdict 3`" in ended.complaint


def test_a_stale_sign_off_is_refused(place, capsys, tmp_path):
    decide(place, "c0001")
    with Workbench.open(place[1], user="alice", clock=ticking()) as bench:
        bench.cite("c0001", "c0001-b")
    file = tmp_path / "reviews.json"
    ended, _ = published(capsys, place, "--state", "stale", "--output", str(file))
    assert ended.code == 3
    assert "claim 1 is stale since bob signed it" in ended.complaint
    assert not file.exists()


def test_ones_own_sign_off_counts_only_in_a_solo_workspace(place, capsys, tmp_path):
    written(tmp_path / "w", "factcheck.toml", PUBLISHER + "[review]\nsolo = true\n")
    decide(place, "c0001", sign=False)
    with Workbench.open(place[1], user="alice", clock=ticking()) as bench:
        bench.sign("c0001", bench.claim("c0001").state.binding)
    assert published(capsys, place, "--state", "signed")[0].code == 0
    written(tmp_path / "w", "factcheck.toml", PUBLISHER)
    ended, _ = published(capsys, place, "--state", "signed")
    assert "signed by its own checker alone" in ended.complaint


def test_what_no_rating_publishes_is_left_out_and_counted(place, capsys):
    decide(place, "c0001")
    decide(place, "c0002", "not-checkable")
    ended, reviews = published(capsys, place, "--state", "signed")
    assert [review["identifier"] for review in reviews] == ["c0001"]
    assert "left out: 1 claim with a rating that is not published" in ended.err


def test_a_waived_claim_is_no_review_and_is_counted(place, capsys):
    with Workbench.open(place[1], user="alice", clock=ticking()) as bench:
        for claim in ("c0002", "c0003"):
            waive(bench, claim, "An opinion.")
    with Workbench.open(place[1], user="bob", clock=ticking()) as bench:
        bench.sign("c0002", bench.claim("c0002").state.binding)
    ended, _ = published(capsys, place, "--state", "signed")
    assert (ended.code, ended.out) == (3, "")
    assert "nothing is left to publish: 1 waived" in ended.complaint
    decide(place, "c0001")
    ended, reviews = published(capsys, place)
    assert [review["identifier"] for review in reviews] == ["c0001"]
    assert "2 waived" in next(line for line in ended.err.splitlines() if line.startswith("not listed: "))


def test_reviews_say_which_state_they_show(place, capsys):
    decide(place, "c0001")
    ended, (review,) = published(capsys, place, "--state", "signed")
    head = called(capsys, *place, "audit", "head").out.strip()
    assert f"log head {head[:12]}" in review["version"]
    assert review["sdDatePublished"]
    assert review["itemReviewed"]["appearance"][0]["version"]
    assert f"log head {head[:12]}" in ended.err
    assert "not listed: 2 claims by the filters" in ended.err
    assert faults(review) == []


def test_nobody_who_publishes_is_asked_for(place, capsys, tmp_path):
    decide(place, "c0001")
    written(tmp_path / "w", "factcheck.toml", "")
    ended, _ = published(capsys, place, "--state", "signed")
    assert ended.code == 3
    assert "[publisher]" in ended.complaint


@pytest.mark.parametrize(
    "address", ["https://desk.example/{article}#{number}", "https://desk.example/{article}", "desk.example/{claim}"]
)
def test_an_address_that_is_not_one_of_each_review_is_refused(place, capsys, tmp_path, address):
    decide(place, "c0001")
    written(tmp_path / "w", "factcheck.toml", f'{PUBLISHER}review_url = "{address}"\n')
    ended, reviews = published(capsys, place, "--state", "signed")
    assert (ended.code, reviews) == (3, [])
    assert address in ended.complaint
    assert "{claim}" in ended.complaint
    written(tmp_path / "w", "factcheck.toml", f'{PUBLISHER}review_url = "https://desk.example/{{article}}#{{claim}}"\n')
    ended, (review,) = published(capsys, place, "--state", "signed")
    assert review["url"] == "https://desk.example/a1#c0001"


def test_annotations_are_of_every_claim_and_say_which_state_they_show(place, capsys):
    ended = called(capsys, *place, "claim-list", "--format", "annotations")
    page = json.loads(ended.out)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["id"].removeprefix("urn:factcheck:log:") == called(capsys, *place, "audit", "head").out.strip()
    assert [one["target"]["selector"][0]["exact"] for one in page["items"]] == [
        f"The harbour has {n} cranes." for n in (1, 2, 3)
    ]


# --- what others have checked -----------------------------------------------------------------------------------------


def review(rating: dict[str, object], claim: str = "Ostwick has nine harbours") -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": claim,
        "datePublished": "2026-05-04",
        "url": "https://checks.example/harbours",
        "author": {"@type": "Organization", "name": "Checks of Lenn"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Idris Calder"}},
        "reviewRating": {"@type": "Rating", **rating},
    }


FALSE = review({"alternateName": "Pure invention", "ratingValue": 1, "worstRating": 1, "bestRating": 5})
UNKNOWN = review({"alternateName": "Needs context"}, "The ferry sank")


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(FALSE),
        json.dumps([FALSE]),
        json.dumps({"@context": "https://schema.org", "@graph": [FALSE]}),
        json.dumps({"dataFeedElement": [{"item": [FALSE]}]}),
        json.dumps(FALSE) + "\n" + json.dumps(review({"alternateName": "True"}, "The pier is old")) + "\n",
        f'<html><script type="application/ld+json">{json.dumps(FALSE)}</script></html>',
        "\ufeff" + json.dumps(FALSE),
    ],
)
def test_reviews_become_sources_with_their_ruling_and_label(tmp_path, capsys, content):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    file = written(tmp_path, "reviews.json", content)
    ended = called(capsys, *place, "import", "claimreview", file)
    assert ended.code == 0, ended.err
    found = json.loads(called(capsys, *place, "corpus", "search", "nine harbours Ostwick", "--json").out)
    source, text = found[0]["source"], found[0]["passage"]["text"]
    assert (source["publisher"], source["published"], source["url"]) == (
        "Checks of Lenn",
        "2026-05-04",
        "https://checks.example/harbours",
    )
    assert "by Idris Calder: “Ostwick has nine harbours”. Rating: False (“Pure invention”)." in text
    again = called(capsys, *place, "import", "claimreview", file)
    assert ": 0 added" in again.err


def test_an_imported_ruling_answers_the_claim_that_it_is_about(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    called(capsys, *place, "import", "claimreview", written(tmp_path, "reviews.json", json.dumps(FALSE)))
    article = written(tmp_path, "a.txt", "Harbours\n\nOstwick has nine harbours, Idris Calder said.\n")
    assert called(capsys, *place, "check", article).code == 0
    listed = json.loads(called(capsys, *place, "claim-list", "--format", "json").out)
    assert listed["claims"][0]["conflicts"] == 1


def test_a_rating_that_points_nowhere_is_a_problem_and_no_source(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    file = written(tmp_path, "reviews.json", json.dumps([FALSE, UNKNOWN]))
    ended = called(capsys, *place, "import", "claimreview", file, "--fail-on", "problems")
    assert ended.code == 1
    assert "reviews.json#2: its rating ('Needs context') says not which way it points" in ended.err
    only = written(tmp_path, "one.json", json.dumps(UNKNOWN))
    assert called(capsys, *place, "import", "claimreview", only).code == 3


def test_a_review_without_a_rating_or_a_claim_is_a_problem_with_its_reason(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    unrated = {name: part for name, part in FALSE.items() if name != "reviewRating"}
    mute = {"@type": "ClaimReview", "reviewRating": FALSE["reviewRating"]}
    elsewhere = {"@type": "ClaimReview", "@id": "https://checks.example/harbours"}
    file = written(tmp_path, "reviews.json", json.dumps([unrated, FALSE, mute, elsewhere]))
    ended = called(capsys, *place, "import", "claimreview", file, "--fail-on", "problems")
    assert ended.code == 1
    assert "3 reviews: 1 added" in ended.err
    assert "reviews.json#1: has no rating (reviewRating)" in ended.err
    assert "reviews.json#3: names no claim (claimReviewed)" in ended.err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{}", "holds no ClaimReview"),
        ("<p>x</p>", "holds no ClaimReview"),
        ("a\nb", "line 1 is no JSON"),
        (b"\xff{", "UTF-8"),
    ],
)
def test_a_file_that_holds_none_is_told(tmp_path, capsys, content, told):
    file = written(tmp_path, "reviews.json", content)
    ended = called(capsys, "--workspace", str(tmp_path / "w"), "import", "claimreview", file)
    assert ended.code == 3
    assert told in ended.complaint


def test_what_a_file_says_of_publisher_and_address_gives_no_tier(tmp_path, capsys):
    rules = '[sources]\ndefault = "tertiary"\nrules = [{ field = "host", pattern = "*.gov", tier = "primary" }]\n'
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    called(capsys, *place, "init")
    written(tmp_path / "w", "factcheck.toml", rules)
    for url in ("https://stats.gov/a", "javascript:alert(1)"):
        file = written(tmp_path, "reviews.json", json.dumps({**FALSE, "url": url}))
        assert called(capsys, *place, "import", "claimreview", file).code == 0
    listed = json.loads(called(capsys, *place, "corpus", "list", "--json").out)
    assert {one["tier"] for one in listed} == {"tertiary"}
    assert {one["url"] for one in listed} <= {"https://stats.gov/a", ""}


def test_what_was_exported_can_be_imported(place, capsys, tmp_path):
    decide(place, "c0001", "contradicted")
    file = tmp_path / "reviews.json"
    assert published(capsys, place, "--state", "signed", "--output", str(file))[0].code == 0
    ended = called(capsys, "--workspace", str(tmp_path / "other"), "import", "claimreview", str(file))
    assert "1 review: 1 added" in ended.err


def test_a_page_with_a_ruling_is_fetched_and_one_without_is_told(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    played = ["--cassette", str(ROOT / "cassettes" / "harbour.yaml")]
    ended = called(capsys, *place, "import", "claimreview", "http://harbour.example/check", *played)
    assert (ended.code, ended.out) == (0, "rules: False: Ostwick’s harbour has sixteen cranes\n")
    ended = called(capsys, *place, "import", "claimreview", "http://harbour.example/report", *played)
    assert ended.code == 3
    assert "no ClaimReview" in ended.complaint


def test_a_review_that_is_dated_far_ahead_is_kept_without_a_day_and_told(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w")]
    file = written(
        tmp_path, "reviews.json", json.dumps([{**FALSE, "datePublished": "2999-01-01"}, {**FALSE, "url": ""}])
    )
    ended = called(capsys, *place, "import", "claimreview", file)
    assert ended.code == 0
    assert "2 reviews: 2 added, 0 there already\n" in ended.err
    assert "reviews.json#1: has a date that is still to come ('2999-01-01'); it is kept without one" in ended.err
    days = [one["published"] for one in json.loads(called(capsys, *place, "corpus", "list", "--json").out)]
    assert days == [None, FALSE["datePublished"]]
