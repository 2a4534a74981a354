"""The writer's own sources in words, one to three lines each; all of it is text of an article's file, and hostile.

A link may carry the writer's password or key: it is used to ask for the page, and shown to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from factcheck.domain import Citation, CitedSource
from factcheck.reports.cells import shown_line
from factcheck.web.secrets import without_secrets

LONGEST = 400
"""Characters of a target or note on a screen; JSON has the whole."""


def citation_lines(
    citations: Sequence[Citation], found: Sequence[CitedSource | None] = (), indent: str = ""
) -> Iterator[str]:
    """Yield each citation without newlines: kind, target and pointer; the note and its author, where they say more.

    `found`: what came of each for a claim, where that is told.
    """
    for citation, source in zip_longest(citations, found[: len(citations)]):
        yield indent + citation_line(citation)
        if citation.note and citation.note != citation.target:
            yield f"{indent}    note: {_short(citation.note)}"
        if found:
            yield f"{indent}    {cited_line(source)}"


def cited_line(source: CitedSource | None) -> str:
    """Return what came of one of the writer's own sources, on one line."""
    if source is None:
        return "not looked up yet: `factcheck check ARTICLE` does"
    return f"{source.status}: {shown_line(without_secrets(source.reason))}"


def citation_line(citation: Citation) -> str:
    """Return what a citation names, on one line."""
    pointer = f", {_short(citation.pointer)}" if citation.pointer and citation.pointer not in citation.target else ""
    by = f" by {_short(citation.author)}" if citation.author else ""
    on = f" on {shown_line(without_secrets(citation.anchor.text), 60)!r}" if citation.anchor.text else ""
    return f"writer's {citation.kind}{by}{on}: {_short(citation.target)}{pointer}"


def _short(text: str) -> str:
    shown = shown_line(without_secrets(text), LONGEST)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}..."
