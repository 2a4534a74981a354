"""Claims as W3C Web Annotations: where each stands in its article, by its words and by its place.

Both selectors are given, so that a reader that has another copy of the text still finds the words. Positions count
Unicode code points of the text as it was read, so the target names the revision of which they are. Source: W3C, "Web
Annotation Data Model" (2017), 4.2.4, 4.2.5 and 4.3.1.
"""

from __future__ import annotations

from datetime import UTC

from factcheck.domain import ClaimSummary, Revision
from factcheck.reports.about import Stamp
from factcheck.reports.linked_data import Node, article_id, urn

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and after a quotation. Source: the examples of the model; what Hypothesis takes."""


def annotation(claim: ClaimSummary, revision: Revision) -> Node:
    """Return a claim as an annotation of its article: its self-contained wording, and its place."""
    return {
        "id": urn("claim", claim.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "value": claim.text, "format": "text/plain", "purpose": "describing"},
        "target": {
            "source": article_id(revision),
            "state": {"type": "TimeState", "cached": urn("revision", revision.id)},
            "selector": selectors(claim, revision.text),
        },
    }


def page_head(stamp: Stamp) -> Node:
    """Return what a page of annotations says of itself: which state it shows, and what wrote it."""
    head: Node = {"id": urn("log", stamp.head or "empty"), "type": "AnnotationPage", "label": str(stamp)}
    if stamp.at:
        head["modified"] = f"{stamp.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return {**head, "generator": {"type": "Software", "name": stamp.program}}


def selectors(claim: ClaimSummary, text: str) -> list[Node]:
    """Return where a claim stands in a text: by its words with those around them, and by its position."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": claim.verbatim,
            "prefix": text[max(0, claim.start - AROUND) : claim.start],
            "suffix": text[claim.end : claim.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
    ]
