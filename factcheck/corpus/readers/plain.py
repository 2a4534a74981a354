"""Plain text. An archive file may begin with a line that is a date and a line that is a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEAD = re.compile(r"\A\s*(?:date[: ]+)?(\d{4}-\d{2}-\d{2})[ \t]*\n")
LONGEST_TITLE = 160


def read_records(text: str) -> Iterator[dict[str, str]]:
    """Yield the one record of a plain text: an ISO date line and a title line become metadata."""
    body, published = text, ""
    head = _HEAD.match(text)
    if head:
        published, body = head.group(1), text[head.end() :]
    title = body.lstrip("\n").split("\n", 1)[0].strip()
    yield {"text": body, "published": published, "title": title if len(title) <= LONGEST_TITLE else ""}
