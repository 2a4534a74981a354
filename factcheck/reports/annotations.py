"""Claims as W3C Web Annotations: where each stands in its article, by its words and by its place.

Both selectors are given, so that a reader that has another copy of the text still finds the words. Positions count
Unicode code points of the text as it was read. Source: W3C, "Web Annotation Data Model" (2017), 4.2.4 and 4.2.5.
"""

from __future__ import annotations

from factcheck.domain import ClaimSummary, Revision
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
        "target": {"source": article_id(revision), "selector": selectors(claim, revision.text)},
    }


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
