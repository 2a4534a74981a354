"""Linked data (JSON-LD) in a page: its objects, their kinds, and which of their dates are those of the page. Pure.

A page also speaks of others: of the site, who runs it, other articles, readers' comments. Their dates are none of its
own. Source: schema.org; JSON-LD 1.1, 7.3 (in HTML).
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import Any

_OPENING = re.compile(r"<script\b[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE)
_CLOSING = re.compile(r"</script", re.IGNORECASE)
_BEFORE = re.compile(r"(?:<!--|<!\[CDATA\[|/\*|\*/|//|\s)*")
_AFTER = ("-->", "]]>", "*/", "/*", "//")
"""What old pages wrap a script in, before and after; taken off step by step, since the script is the page's."""
_MOST_AFTER = 6
_LAST_COMMA = re.compile(r",\s{0,200}([}\]])")
MOST_SCRIPTS = 50
LONGEST_SCRIPT = 1_000_000
MOST_NODES = 20_000
ARTICLES = re.compile(r"(?:\w*Article|\w*Posting|Report)\Z")
_DATED = re.compile(r"(?:\w*Article|\w*Posting|\w*Page|Report|CreativeWork|ClaimReview|Dataset|Legislation|Book)\Z")
"""Kinds whose dates are those of a page."""
ASIDE = (
    frozenset(["about", "author", "citation", "comment", "hasPart", "image", "isBasedOn", "isPartOf", "video"])
    | frozenset(["itemListElement", "itemReviewed", "mentions", "potentialAction", "publisher", "relatedLink"])
    | frozenset(["review", "significantLink", "sponsor", "subjectOf"])
)
"""What leads from a page to something else that has dates of its own."""
_DATE_KEYS = re.compile(r"date\w*\Z|uploadDate\Z")
_ANY_DATE = re.compile(r"\"(?:date[A-Z]\w*|uploadDate)\"")


def scripts(page: str) -> Iterator[str]:
    """Yield the scripts of linked data of a page, without what old pages wrap them in."""
    for count, opening in enumerate(_OPENING.finditer(page)):
        if count >= MOST_SCRIPTS:
            return
        closing = _CLOSING.search(page, opening.end(), opening.end() + LONGEST_SCRIPT)
        if closing is not None:
            yield _unwrapped(page[opening.end() : closing.start()])


def tree_of(script: str) -> Any:  # noqa: ANN401 - any JSON
    """Return what a script says, None if it is no JSON; a comma after the last item is let pass, as many write it."""
    for written in (script, _LAST_COMMA.sub(r"\1", script)):
        try:
            return json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def nodes_in(tree: Any, most: int = MOST_NODES, *, without: Collection[str] = ()) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Yield the objects of a tree from the outside in, in their order; not what stands under some names."""
    waiting, seen = [tree], 0
    while waiting and seen < most:
        node = waiting.pop()
        seen += 1
        if isinstance(node, dict):
            yield node
            inner = (value for name, value in node.items() if name not in without)
            waiting.extend(reversed([value for value in inner if isinstance(value, dict | list)]))
        elif isinstance(node, list):
            waiting.extend(reversed(node))


def types_of(node: dict[str, Any]) -> list[str]:
    """Return the kinds of an object, without the vocabulary that they are from."""
    found = node.get("@type")
    named = found if isinstance(found, list) else [found]
    return [re.split(r"[:/#]", name)[-1] for name in named if isinstance(name, str)]


def keep_own_dates(tree: Any) -> None:  # noqa: ANN401 - an lxml tree
    """Take out of a page's linked data the dates that are not of the page: who looks for dates reads all alike.

    Of data that cannot be read all dates go: nobody can tell what they are of.
    """
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or not _ANY_DATE.search(text[:LONGEST_SCRIPT]):
            continue
        said = tree_of(_unwrapped(text[:LONGEST_SCRIPT]))
        script.text = json.dumps(_own(said, of_page=False), ensure_ascii=False) if said is not None else ""


def _own(value: Any, *, of_page: bool, aside: bool = False) -> Any:  # noqa: ANN401 - any JSON
    """Return linked data with the dates of a page alone."""
    if isinstance(value, list):
        return [_own(one, of_page=of_page, aside=aside) for one in value]
    if not isinstance(value, dict):
        return value
    kinds = types_of(value)
    is_page = not aside and (any(map(_DATED.match, kinds)) if kinds else of_page)
    return {
        name: _own(inner, of_page=is_page, aside=aside or name in ASIDE)
        for name, inner in value.items()
        if is_page or not _DATE_KEYS.match(name)
    }


def _unwrapped(script: str) -> str:
    before = _BEFORE.match(script)
    bare = script[before.end() if before else 0 :].rstrip()
    for _ in range(_MOST_AFTER):
        mark = next((one for one in _AFTER if bare.endswith(one)), "")
        bare = bare.removesuffix(mark).rstrip()
    return bare
