"""What a DOCX holds beside the text of its article, or within it unseen: each kind is told of, with a count.

Running heads are the page's, and text that is deleted or struck through is no longer the article's: they are left out.
Hidden text is read: what does not show can still be sent to print.
Source: ECMA-376, part 1: 17.3.2.9 (dstrike), 17.3.2.37 (strike), 17.3.2.41 (vanish), 17.10 (headers and footers),
17.13.5 (revisions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factcheck.corpus.readers.building import told
from factcheck.corpus.readers.docx_paragraph import MC, W, is_on, is_struck
from factcheck.domain import Problem

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUNNING = frozenset(["header", "footer"])
_NUMBERS = re.compile(r"(?:\W|\d|\b(?:page|seite|of|von|p|s)\b)*", re.IGNORECASE)


def notices_of(document: Any, name: str) -> Iterator[Problem]:  # noqa: ANN401 - python-docx's document
    """Yield what a checker has to know of a document `name`."""
    body = document.element.body
    left_out, beside = "left out", "look at it: it is no part of the text"
    reject, look = "reject it in a word processor if it counts", "hold it against what the page shows"
    kinds = (
        (_running(document.part), "running head or foot", "running heads and feet", left_out, beside),
        (_deleted(body), "tracked deletion", "tracked deletions", left_out, reject),
        (_struck(body), "stretch that is struck through", "stretches that are struck through", left_out, look),
        (_equations(body), "equation", "equations", left_out, "write it out in words if it tells a fact"),
        (_hidden(body), "stretch of hidden text", "stretches of hidden text", "read with the rest", look),
    )
    for words, one, several, became, remedy in kinds:
        if found := list(words):
            yield Problem(path=name, reason=told(found, one, several, became), remedy=remedy)


def _running(part: Any) -> Iterator[str]:  # noqa: ANN401 - python-docx's part
    """Yield the words of headers and footers, each once, without those that only number pages."""
    from docx.oxml.parser import parse_xml

    seen = {""}
    for relation in part.rels.values():
        if relation.is_external or relation.reltype.rsplit("/", 1)[-1] not in _RUNNING:
            continue
        words = _words(parse_xml(relation.target_part.blob), f"{W}t")
        if words not in seen and _NUMBERS.fullmatch(words) is None:
            yield words
        seen.add(words)


def _deleted(body: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    for element in body.iter(f"{W}del", f"{W}moveFrom"):
        words = _words(element, f"{W}delText") or _words(element, f"{W}t")
        if words:
            yield words


def _struck(body: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    yield from filter(None, (_words(run, f"{W}t") for run in body.iter(f"{W}r") if is_struck(run)))


def _equations(body: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    yield from filter(None, (_words(one, f"{_MATH}t") for one in body.iter(f"{_MATH}oMath")))


def _hidden(body: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    runs = (run for run in body.iter(f"{W}r") if is_on(run, "vanish") and not is_struck(run))
    yield from filter(None, (_words(run, f"{W}t") for run in runs))


def _words(element: Any, tag: str) -> str:  # noqa: ANN401 - an lxml element
    shown = (one for one in element.iter(tag) if next(one.iterancestors(f"{MC}Fallback"), None) is None)
    return " ".join("".join(one.text or "" for one in shown).split())
