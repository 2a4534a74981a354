"""Signed claims as ClaimReview, held against the vocabulary; claims as Web Annotations."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import (
    Claim,
    Claimant,
    ClaimState,
    ClaimView,
    Content,
    DateValue,
    Form,
    Name,
    NameKind,
    Precision,
    Rating,
    ReviewState,
    Revision,
    Sensitivity,
    SignOff,
    Span,
    Verdict,
)
from factcheck.reports.about import Shown, Stamp
from factcheck.reports.annotations import annotation, page_head, selectors
from factcheck.reports.claimreview import CONTEXT, Publisher, claim_review
from factcheck.reports.linked_data import graph, web_address
from factcheck.review.scale import ends_of
from factcheck.web.markup import read_markup
from tests.factory import make_evidence
from tests.reports.samples import HOSTILE, row
from tests.reports.vocabulary import faults

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
RATINGS = (
    Rating(id="confirmed", label="confirmed", letter="C", meaning="", number=5.0),
    Rating(id="contradicted", label="contradicted", letter="X", meaning="", number=1.0),
    Rating(id="open", label="conflicting evidence", letter="E", meaning=""),
)
DESK = Publisher(name="Harbour Desk", url="https://desk.example/", review_url="https://desk.example/{article}#{claim}")
TEXT = "The harbour has grown. The harbour has six cranes, Maren Holt said. It is old."
START = TEXT.index("The harbour has six")
REVISION = Revision(
    id="r1", article="a1", title="Cranes", text=TEXT, path="https://news.example/cranes", published=date(2026, 11, 1)
)


def claim(**given) -> Claim:
    words = "The harbour has six cranes"
    fields = {
        "id": "c0001",
        "start": START,
        "end": START + len(words),
        "verbatim": words,
        "text": "The harbour [of Ostwick] has six cranes",
        "form": Form.INDIRECT,
        "content": Content.FACT,
        "claimant": Claimant(name="Maren Holt", office="mayor"),
        "said_on": DateValue(start=date(2026, 10, 30), end=date(2026, 10, 30), precision=Precision.DAY),
        "names": (Name(span=Span(0, 10, "Maren Holt"), name="Maren Holt", kind=NameKind.PERSON),),
    }
    return Claim(**{**fields, **given})


def view(of: Claim | None = None, *, rating: str = "contradicted", sensitivity=Sensitivity.OPEN) -> ClaimView:
    of = of or claim()
    found = [make_evidence(of.id, name) for name in ("a", "b")]
    source = replace(
        found[0].candidate.source,
        url="https://port.example/report",
        publisher="Port",
        published=date(2026, 9, 1),
        sensitivity=sensitivity,
    )
    found[0] = replace(found[0], candidate=replace(found[0].candidate, source=source))
    state = ClaimState(
        claim=of.id,
        review_state=ReviewState.SIGNED,
        verdict=Verdict(rating=rating, rationale="The report counts five.", user="alice", at=NOON),
        sign_off=SignOff(user="bob", at=NOON, digest="d"),
        cited=(found[0].id,),
        evidence=tuple(e.id for e in found),
    )
    summary = row(1, id=of.id, start=of.start, end=of.end, verbatim=of.verbatim, text=of.text)
    return ClaimView(summary=summary, claim=of, revision="r1", sentence="", state=state, evidence=tuple(found))


def review(**given):
    return claim_review(view(**given), REVISION, RATINGS, DESK)


def test_a_signed_claim_as_claimreview():
    assert review() == {
        "@type": "ClaimReview",
        "@id": "https://desk.example/a1#c0001",
        "url": "https://desk.example/a1#c0001",
        "identifier": "c0001",
        "datePublished": "2026-11-24",
        "author": {"@type": "Organization", "name": "Harbour Desk", "url": "https://desk.example/"},
        "claimReviewed": "The harbour [of Ostwick] has six cranes",
        "itemReviewed": {
            "@type": "Claim",
            "text": "The harbour [of Ostwick] has six cranes",
            "author": {"@type": "Person", "name": "Maren Holt", "jobTitle": "mayor"},
            "datePublished": "2026-10-30",
            "appearance": [
                {
                    "@type": "Article",
                    "@id": "https://news.example/cranes",
                    "url": "https://news.example/cranes",
                    "headline": "Cranes",
                    "version": "r1",
                    "datePublished": "2026-11-01",
                }
            ],
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "contradicted",
            "ratingExplanation": "The report counts five.",
        },
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Report a",
                "url": "https://port.example/report",
                "publisher": {"@type": "Organization", "name": "Port"},
                "datePublished": "2026-09-01",
            }
        ],
    }


@pytest.mark.parametrize(
    "made",
    [
        {},
        {"of": claim(claimant=None)},
        {"of": claim(names=())},
        {"rating": "open"},
        {"sensitivity": Sensitivity.CONFIDENTIAL},
        {"of": claim(said_on=None, claimant=Claimant(name="Port", office=""), names=())},
    ],
)
def test_every_review_is_of_the_vocabulary(made):
    assert faults(review(**made)) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"@type": "ClaimReview", "claim": "x"}, "ClaimReview has no claim"),
        ({"@type": "ClaimReview", "reviewRating": {"@type": "Claim"}}, "ClaimReview.reviewRating is no Claim"),
        ({"@type": "Opinion"}, "no type Opinion"),
    ],
)
def test_the_vocabulary_finds_faults(wrong, fault):
    assert faults(wrong) == [fault]


def test_a_rating_without_a_number_has_no_bounds():
    assert review(rating="open")["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "conflicting evidence",
        "ratingExplanation": "The report counts five.",
    }
    assert ends_of(RATINGS) == (1, 5)
    assert ends_of(RATINGS[:1]) is None, "one number is no scale"


def test_what_the_article_itself_says_appeared_there_first_and_has_no_author():
    item = review(of=claim(claimant=None))["itemReviewed"]
    assert item["firstAppearance"] == item["appearance"][0]
    assert "author" not in item


def test_a_claimant_of_whom_it_is_not_known_what_it_is_has_a_name_alone():
    item = review(of=claim(claimant=Claimant(name="Lenn"), names=()))["itemReviewed"]
    assert item["author"] == {"name": "Lenn"}


def test_nothing_of_a_confidential_source_leaves():
    made = review(sensitivity=Sensitivity.CONFIDENTIAL)
    assert "citation" not in made
    assert "confidential" not in json.dumps(made)
    assert "port.example" not in json.dumps(made)


@pytest.mark.parametrize("path", ["/home/alice/cranes.txt", "cranes.txt", "file:///etc/passwd", "C:\\texts\\a.txt"])
def test_a_path_of_this_machine_stays_here(path):
    made = claim_review(view(), replace(REVISION, path=path), RATINGS, DESK)
    assert made["itemReviewed"]["appearance"][0]["@id"] == "urn:factcheck:article:a1"
    assert path not in json.dumps(made, ensure_ascii=False)
    assert web_address(path) == ""


@pytest.mark.parametrize(
    "path", ["http://[::1", "https://a\u2100.com/", "http://", "https://x.example/\u202egro", "\x00http://x"]
)
def test_what_nobody_could_follow_is_no_address(path):
    assert web_address(path) == ""


@given(st.text("ht:p/s[]@#?&=.x\u2100\u202e%1"))
def test_any_text_is_an_address_or_none(text):
    assert isinstance(web_address(f"http://{text}"), str)


def test_what_is_published_is_read_as_a_ruling_by_our_own_reader():
    document = "".join(graph(CONTEXT, [review()], {}, "@graph"))
    (found,) = read_markup(f'<script type="application/ld+json">{document}</script>').reviews
    assert (found.claimant, found.rating, found.label, found.reviewer) == (
        "Maren Holt",
        "contradicted",
        "False",
        "Harbour Desk",
    )


@given(st.text(alphabet=st.characters(exclude_categories=())) | st.just(HOSTILE + "</script><script>alert(1)"))
def test_no_text_ends_the_script_that_it_is_pasted_into(text):
    document = "".join(graph(CONTEXT, [review(of=claim(text=text))], {}, "@graph"))
    assert "<" not in document
    assert json.loads(document)["@graph"][0].get("claimReviewed", "") == text


# --- where claims stand -----------------------------------------------------------------------------------------------


def test_a_claim_is_anchored_by_its_words_and_by_its_place():
    made = annotation(view().summary, REVISION)
    assert made["target"] == {
        "source": "https://news.example/cranes",
        "state": {"type": "TimeState", "cached": f"urn:factcheck:revision:{REVISION.id}"},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": "The harbour has six cranes",
                "prefix": "The harbour has grown. ",
                "suffix": ", Maren Holt said. It is old.",
            },
            {"type": "TextPositionSelector", "start": START, "end": START + 26},
        ],
    }


def test_annotations_of_two_revisions_are_told_apart():
    other = annotation(view().summary, replace(REVISION, id="r9", text=REVISION.text + " And new."))["target"]
    first = annotation(view().summary, REVISION)["target"]
    assert other["source"] == first["source"]
    assert other["state"] != first["state"]


def test_a_page_of_annotations_says_which_state_it_shows():
    at = datetime(2026, 11, 24, 12, 0, 5, tzinfo=UTC)
    shown = Shown(id="a1", revision="r1", title="", published=None)
    head = page_head(Stamp(program="factcheck 1", events=12, at=at, head="9f2c" * 16, articles=(shown,)))
    assert head == {
        "id": f"urn:factcheck:log:{'9f2c' * 16}",
        "type": "AnnotationPage",
        "label": "event 12, 2026-11-24 12:00:05 UTC, log head 9f2c9f2c9f2c; revisions: a1 at r1",
        "modified": "2026-11-24T12:00:05Z",
        "generator": {"type": "Software", "name": "factcheck 1"},
    }
    assert "modified" not in page_head(Stamp(program="factcheck 1"))


@given(st.text(min_size=1), st.data())
def test_selectors_find_the_claim_again(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote, position = selectors(row(1, start=start, end=end, verbatim=text[start:end]), text)
    assert text[position["start"] : position["end"]] == quote["exact"]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert around in text
    assert text.startswith(around, start - len(quote["prefix"]))
