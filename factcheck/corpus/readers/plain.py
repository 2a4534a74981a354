"""Plain text. A file may begin with a line that is a date and a line that is a title; its first lines may be dated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.page.published import lone_date_end
from factcheck.corpus.readers.heads import with_head

_HEAD = re.compile(r"\A\s*(?:date[: ]+)?(\d{4}-\d{2}-\d{2})[ \t]*\n")
LONGEST_TITLE = 160


def read_records(text: str) -> Iterator[dict[str, str]]:
    """Yield the one record of a plain text: an ISO date line and a title line become metadata."""
    body, published = text, ""
    head = _HEAD.match(text)
    if head:
        published, body = head.group(1), text[head.end() :]
    title = _title(body)
    fields = {"text": body, "published": published, "title": title if len(title) <= LONGEST_TITLE else ""}
    yield with_head(fields, body)


def _title(body: str) -> str:
    """Return the first line that is more than a date; what stands below a date is the title."""
    first, _, rest = body.strip().partition("\n")
    dated = lone_date_end(first, 0, len(first)) == len(first) > 0
    return (rest.lstrip().partition("\n")[0] if dated and rest.strip() else first).strip()
