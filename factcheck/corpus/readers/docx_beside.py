"""What a DOCX holds beside the text of its article, or within it unseen: each kind is told of, with a count.

Running heads are the page's and deleted text is no longer the article's: both are left out. Hidden text is read: what
does not show can still be sent to print.
Source: ECMA-376, part 1: 17.3.2.41 (vanish), 17.10 (headers and footers), 17.13.5 (revisions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from factcheck.corpus.readers.docx_paragraph import MC, W
from factcheck.domain import Problem

SHOWN = 60
"""Characters of the first of a kind, to know it by."""

_RUNNING = frozenset(["header", "footer"])
_NUMBERS = re.compile(r"(?:\W|\d|\b(?:page|seite|of|von|p|s)\b)*", re.IGNORECASE)


def notices_of(document: Any, name: str) -> Iterator[Problem]:  # noqa: ANN401 - python-docx's document
    """Yield what a checker has to know of a document `name`."""
    body = document.element.body
    told = (
        (list(_running(document.part)), "running head or foot", "left out", "look at it: it is no part of the text"),
        (list(_deleted(body)), "tracked deletion", "left out", "reject it in a word processor if it counts"),
        (list(_hidden(body)), "stretch of hidden text", "read with the rest", "hold it against what the page shows"),
    )
    for found, what, became, remedy in told:
        if found:
            yield Problem(path=name, reason=_reason(found, what, became), remedy=remedy)


def _reason(found: Sequence[str], what: str, became: str) -> str:
    number = f"1 {what} was" if len(found) == 1 else f"{len(found)} {_plural(what)} were"
    first = found[0] if len(found[0]) <= SHOWN else f"{found[0][:SHOWN]}…"
    return f"{number} {became} (“{first}”{', and more' if len(found) > 1 else ''})"


def _plural(what: str) -> str:
    first, _, rest = what.partition(" of ")
    if rest:
        return f"{first}es of {rest}"
    return "running heads and feet" if what.startswith("running") else f"{what}s"


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


def _hidden(body: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element
    for run in body.iter(f"{W}r"):
        vanish = run.find(f"{W}rPr/{W}vanish")
        if vanish is None or vanish.get(f"{W}val", "true") in ("0", "false", "off"):
            continue
        if words := _words(run, f"{W}t"):
            yield words


def _words(element: Any, tag: str) -> str:  # noqa: ANN401 - an lxml element
    shown = (one for one in element.iter(tag) if next(one.iterancestors(f"{MC}Fallback"), None) is None)
    return " ".join("".join(one.text or "" for one in shown).split())
