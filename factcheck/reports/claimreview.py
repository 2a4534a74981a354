"""Signed claims as ClaimReview (schema.org, JSON-LD): what search engines and other fact-checkers read.

Only what a valid sign-off stands behind is published. Sources that are not open are left out (`disclosure`), and so is
a rationale that names one: that something is withheld is no explanation of a rating. The day of a review is that of its
sign-off. Source: schema.org ClaimReview, Claim, Rating, and Google's guide to fact-check markup, by which a number
needs both ends of its scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.domain import Claim, ClaimView, Evidence, NameKind, Rating, Revision, Source, Verdict
from factcheck.reports.about import Stamp
from factcheck.reports.disclosure import badge, leaving_view
from factcheck.reports.linked_data import Node, article_id, filled, urn, web_address
from factcheck.reports.own_words import WITHHELD
from factcheck.review.scale import given
from factcheck.text.display import short_name

CONTEXT = "https://schema.org"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_KINDS = {NameKind.PERSON: "Person", NameKind.ORGANISATION: "Organization"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes; `review_url`: the page of a fact-check, with {article} and {claim} in it, or ""."""

    name: str
    url: str = ""
    review_url: str = ""

    def node(self) -> Node:
        """Return the publisher as linked data."""
        return filled(type="Organization", name=self.name, url=self.url)

    def page(self, view: ClaimView) -> str:
        """Return the address of the page of a fact-check, "" where it is not known."""
        return self.review_url.replace("{article}", view.summary.article).replace("{claim}", view.claim.id)


def is_page_of_each(review_url: str) -> bool:
    """Whether an address with placeholders leads to another page, or place in one, for each fact-check."""
    placeholders = set(_PLACEHOLDER.findall(review_url))
    return bool(web_address(review_url)) and "{claim}" in placeholders and placeholders <= {"{article}", "{claim}"}


def claim_review(
    view: ClaimView, revision: Revision, ratings: Sequence[Rating], publisher: Publisher, shown: Stamp | None = None
) -> Node:
    """Return the review of a signed claim. `shown`: the state that it is of."""
    view = leaving_view(view)
    sign_off, verdict = view.state.sign_off, view.state.verdict
    return filled(
        type="ClaimReview",
        id=publisher.page(view) or urn("claim", view.claim.id),
        url=publisher.page(view),
        identifier=view.claim.id,
        datePublished=sign_off.at.date().isoformat() if sign_off else "",
        sdDatePublished=shown.at.date().isoformat() if shown and shown.at else "",
        version=shown.moment if shown else "",
        author=publisher.node(),
        claimReviewed=view.claim.text,
        itemReviewed=_claim(view.claim, revision),
        reviewRating=_rating(verdict, ratings) if verdict else {},
        citation=[_citation(item.candidate.source) for item in _cited(view) if not badge(item.candidate.source)],
    )


def has_closed_source(view: ClaimView) -> bool:
    """Whether the verdict on a claim rests on a source that is not open, which its review does not have."""
    return any(badge(item.candidate.source) for item in _cited(view))


def _rating(verdict: Verdict, ratings: Sequence[Rating]) -> Node:
    """Return the rating of a verdict on the scale by which it was given."""
    now = next((given(one, ratings) for one in ratings if one.id == verdict.rating), None)
    rating = verdict.given or now
    numbers: Node = {}
    if rating and rating.number is not None and rating.worst is not None and rating.best is not None:
        value, worst, best = map(_plain, (rating.number, rating.worst, rating.best))
        numbers = {"ratingValue": value, "bestRating": best, "worstRating": worst}
    label = rating.label if rating else verdict.rating
    why = "" if verdict.rationale == WITHHELD else verdict.rationale
    return filled(type="Rating", **numbers, alternateName=label, ratingExplanation=why)


def _plain(number: float) -> int | float:
    return int(number) if float(number).is_integer() else number


def _claim(claim: Claim, revision: Revision) -> Node:
    """Return the claim as it was made: by whom, when, and where the article under check has it.

    What an article itself asserts appeared there first; where else a claimant said it, nobody knows.
    """
    article = filled(
        type="Article",
        id=article_id(revision),
        url=web_address(revision.path),
        headline=revision.title,
        version=revision.id,
        datePublished=revision.published.isoformat() if revision.published else "",
    )
    return filled(
        type="Claim",
        text=claim.text,
        author=_author(claim),
        datePublished=_day(claim),
        appearance=[article],
        firstAppearance=article if claim.claimant is None else {},
    )


def _author(claim: Claim) -> Node:
    """Return who asserts a claim: a person or an organisation where the article says which, else by name alone."""
    claimant = claim.claimant
    if claimant is None:
        return {}
    kinds = {name.kind for name in claim.names if name.name == claimant.name}
    kind = next((_KINDS[one] for one in kinds if one in _KINDS), "Person" if claimant.office else "")
    title = claimant.standing if kind == "Person" else ""
    return filled(type=kind, name=claimant.name, jobTitle=title)


def _day(claim: Claim) -> str:
    said: date | None = claim.said_on.start if claim.said_on and claim.said_on.start == claim.said_on.end else None
    return said.isoformat() if said else ""


def _cited(view: ClaimView) -> Iterator[Evidence]:
    """Yield the evidence that the verdict rests on, one of each source."""
    seen: set[str] = set()
    for item in view.evidence:
        source = item.candidate.source
        if item.id in view.state.rests_on and source.id not in seen:
            seen.add(source.id)
            yield item


def _citation(source: Source) -> Node:
    publisher = filled(type="Organization", name=source.publisher) if source.publisher else {}
    return filled(
        type="CreativeWork",
        name=short_name(source.title) or source.publisher or web_address(source.url) or "untitled source",
        url=web_address(source.url),
        publisher=publisher,
        datePublished=source.published.isoformat() if source.published else "",
    )
