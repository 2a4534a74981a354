"""What the head of a text says of it: its date line and its byline. Pure.

The one rule for all readers of texts (plain, Markdown, DOCX, ODT, RTF, PDF), so that a text is dated alike in each.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.page.published import HEAD
from factcheck.corpus.authors import author_name, byline_of
from factcheck.corpus.readers.page_dates import released_day


def with_head(fields: Mapping[str, str], text: str) -> dict[str, str]:
    """Return our fields with the day and the author that the head of a text states, where they have none."""
    found = dict(fields)
    if not found.get("published", "").strip():
        found["published"] = released_day(text[:HEAD])
    if not author_name(found.get("author", "")):
        found["author"] = byline_of(text[:HEAD])
    return found
