"""The article as it was read: each sentence with its disposition, the claims numbered in place, then the citations.

A claim stands between `[3: ` and ` :3]`, so that claims inside each other and over several sentences can be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import Claim, Disposition, Extraction, Sentence
from factcheck.reports.cells import counted, pad, shown_line, width, wrap
from factcheck.reports.citations import citation_lines
from factcheck.text.languages.language import UNSUPPORTED

MARGIN = max(map(len, Disposition)) + 2

Edge = tuple[int, int, str]
"""Where something is put in, what goes first at one place, and what it is."""


def annotated_lines(extraction: Extraction, columns: int) -> Iterator[str]:
    """Yield the text in order with its claims, each line with its newline."""
    aside = sum(s.disposition != Disposition.CLAIMS for s in extraction.sentences)
    claims, sentences = counted(len(extraction.claims), "claim"), counted(len(extraction.sentences), "sentence")
    foreign = sum(s.reason == UNSUPPORTED for s in extraction.sentences)
    told = f" ({foreign} in a language that is not supported: add their claims by hand)" if foreign else ""
    yield f"{claims}, {sentences}, {aside} set aside{told}\n\n"
    edges, at = _edges(extraction.claims), 0
    for sentence in extraction.sentences:
        inside: list[Edge] = []
        while at < len(edges) and edges[at][0] < sentence.end + (not _opens(edges[at])):
            inside.append(edges[at])
            at += 1
        yield from _sentence(sentence, inside, columns)
    if extraction.citations:
        yield f"\n{len(extraction.citations)} of the writer's own sources\n"
    numbers = {claim.id: number for number, claim in enumerate(extraction.claims, start=1)}
    for bound in extraction.citations:
        told = ", ".join(str(numbers[claim]) for claim in bound.claims if claim in numbers)
        yield f"claim {told}\n" if told else "no claim\n"
        for line in citation_lines([bound.citation]):
            yield from (f"{part}\n" for part in wrap(line, columns, "    "))


def _edges(claims: tuple[Claim, ...]) -> list[Edge]:
    """Return where claims begin and end; at one place ends come first, and what began last ends first."""
    edges: list[Edge] = []
    for number, claim in enumerate(claims, start=1):
        edges.append((claim.start, len(claims) + 1 - (claim.end - claim.start), f"[{number}: "))
        edges.append((claim.end, -number, f" :{number}]"))
    return sorted(edges, key=lambda edge: (edge[0], _opens(edge), edge[1]))


def _opens(edge: Edge) -> bool:
    return edge[2].startswith("[")


def _sentence(sentence: Sentence, edges: list[Edge], columns: int) -> Iterator[str]:
    pieces, at = [], sentence.start
    for place, _, sign in edges:
        stop = min(max(place, sentence.start), sentence.end)
        pieces += [sentence.text[at - sentence.start : stop - sentence.start], sign]
        at = stop
    text = shown_line("".join([*pieces, sentence.text[at - sentence.start :]]))
    margin = pad(sentence.disposition, MARGIN)
    for line in wrap(text, max(columns, MARGIN + 20), " " * width(margin)):
        yield f"{margin}{line[MARGIN:]}\n"
        margin = " " * MARGIN
