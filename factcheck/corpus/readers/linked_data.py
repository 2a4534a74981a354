"""Linked data (JSON-LD) in a page: its objects, their kinds, and which of their dates are those of the page. Pure.

A page also speaks of others: of the site, who runs it, other articles, readers' comments. Their dates are none of its
own. Source: schema.org; JSON-LD 1.1, 7.3 (in HTML).
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from factcheck.text.addresses import url_key

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
_AROUND = re.compile(r"(?:\w*Page|CreativeWork)\Z")
"""Of these, kinds that stand around an article and have the date of the template, or of the site."""
FEWEST_OF_A_NAME, LONGEST_NAME = 12, 1_000
"""Characters of a headline from which it is known within a title, and those that are looked at."""
_MOST_AROUND = 3
"""Steps from an article over its page and the section to the site."""
_WORDS = re.compile(r"\w+")
_WEB = re.compile(r"https?://", re.IGNORECASE)
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
    """Take out of a page's linked data what is not of the page: who looks for dates reads all alike.

    The dates of others go; where it tells of an article, so do those of the page around it (a template's). Of several
    articles those go of which neither address nor headline is the page's. Of data that cannot be read all dates go:
    nobody can tell what they are of.
    """
    found = list(_dated_scripts(tree))
    articles = [node for _, said in found for node in nodes_in(said, without=ASIDE) if _is_dated_article(node)]
    others = frozenset(map(id, _of_others(articles, tree)))
    for script, said in found:
        own = _own(said, _Rule(has_article=bool(articles), others=others), of_page=False)
        script.text = json.dumps(own, ensure_ascii=False) if said is not None else ""


def stated_address(tree: Any) -> str:  # noqa: ANN401 - an lxml tree
    """Return the address that the one article of a page's linked data gives as its own; "" for none, or several."""
    found = [
        said for script in _scripts_of(tree) if (said := tree_of(_unwrapped((script.text or "")[:LONGEST_SCRIPT])))
    ]
    articles = [
        one for said in found for one in nodes_in(said, without=ASIDE) if any(map(ARTICLES.match, types_of(one)))
    ]
    given = [next((url for url in _addresses(one) if _WEB.match(url)), "") for one in articles]
    return given[0] if len(set(filter(None, given))) == 1 and given[0] else ""


def stated_publisher(tree: Any) -> tuple[str, frozenset[str]]:  # noqa: ANN401 - an lxml tree
    """Return who publishes a page by its linked data, "" for nobody or several, and the names of the page itself.

    It is whom its articles name, also by reference; else the site that they are part of; else the one organisation,
    or the one site, that the data tell of.
    """
    said = [tree_of(_unwrapped((script.text or "")[:LONGEST_SCRIPT])) for script in _scripts_of(tree)]
    nodes = [node for one in said for node in nodes_in(one)]
    known = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if any(map(ARTICLES.match, types_of(node)))]
    of_articles = [_name(_meant(one.get("publisher"), known)) for one in articles]
    sites = [_name(_site_of(one, known)) for one in (*articles, *_of_kind(nodes, "WebPage"))]
    organisations = [_name(one) for one in _of_kind(nodes, "Organization")]
    given = (of_articles, sites, organisations, [_name(one) for one in _of_kind(nodes, "WebSite")])
    found = next((names for some in given if (names := set(filter(None, some)))), set())
    pages = frozenset(_name(one) for one in _of_kind(nodes, "WebPage")) - {"", *organisations, *sites, *of_articles}
    return found.pop() if len(found) == 1 else "", pages


def _of_kind(nodes: Sequence[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """Return the objects of a kind, or of one that is called after it (NewsMediaOrganization)."""
    return [node for node in nodes if any(one.endswith(kind) for one in types_of(node))]


def _meant(value: Any, known: dict[str, dict[str, Any]]) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return the object that a value is, or refers to; one without anything where there is none."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        return {"name": first} if isinstance(first, str) else {}
    return first if first.get("name") else known.get(str(first.get("@id")), first)


def _site_of(node: dict[str, Any], known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the site that an article or a page is part of, over what lies between; nothing where it names none."""
    for _ in range(_MOST_AROUND):
        node = _meant(node.get("isPartOf"), known)
        if "WebSite" in types_of(node):
            return node
    return {}


def _name(node: dict[str, Any]) -> str:
    name = node.get("name")
    return " ".join(unescape(name[:LONGEST_NAME]).split()) if isinstance(name, str) and not _WEB.match(name) else ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """Whether the data have an article with a date, and the articles (ids of objects) that are not the page's."""

    has_article: bool
    others: frozenset[int]


def _scripts_of(tree: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield script


def _dated_scripts(tree: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - lxml
    """Yield the scripts that have dates, each with what it says."""
    for script in _scripts_of(tree):
        text = (script.text or "")[:LONGEST_SCRIPT]
        if _ANY_DATE.search(text):
            yield script, tree_of(_unwrapped(text))


def _is_dated_article(node: dict[str, Any]) -> bool:
    return bool(node.get("datePublished")) and any(map(ARTICLES.match, types_of(node)))


def _of_others(articles: Sequence[dict[str, Any]], tree: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - an lxml tree
    """Return the articles that are not the page's; none where there is but one, or nothing tells."""
    if len(articles) < 2:  # noqa: PLR2004 - one beside another
        return []
    here, called = _page_addresses(tree), _page_names(tree)
    by_address = [one for one in articles if here.intersection(map(url_key, _addresses(one)))]
    own = by_address or [one for one in articles if any(_is_called(name, called) for name in _names(one))]
    kept = frozenset(map(id, own))
    return [one for one in articles if id(one) not in kept] if own else []


def _page_addresses(tree: Any) -> frozenset[str]:  # noqa: ANN401 - an lxml tree
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    metas = [meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:url"]
    return frozenset(map(url_key, filter(None, [*links, *metas]))) - {""}


def _page_names(tree: Any) -> list[str]:  # noqa: ANN401 - an lxml tree
    title = tree.find(".//head//title")
    shown = [one.text_content() for one in (*tree.iter("h1"), *([title] if title is not None else []))]
    metas = [meta.get("content") or "" for meta in tree.iter("meta") if meta.get("property") == "og:title"]
    return [folded for folded in map(_folded, [*shown, *metas]) if folded]


def _is_called(name: str, called: Sequence[str]) -> bool:
    """Whether a name is one of the page's, or most of it: titles have the name of the site, too."""
    folded = _folded(name)
    return any(folded == one or (len(folded) >= FEWEST_OF_A_NAME and f" {folded} " in f" {one} ") for one in called)


def _folded(words: str) -> str:
    return " ".join(_WORDS.findall(unescape(words[:LONGEST_NAME]).casefold()))


def _names(node: dict[str, Any]) -> Iterator[str]:
    return (node[key] for key in ("headline", "name", "alternativeHeadline") if isinstance(node.get(key), str))


def _addresses(node: dict[str, Any]) -> Iterator[str]:
    """Yield the addresses of an object: those of the page that it is on first."""
    page = node.get("mainEntityOfPage")
    inner = [page.get("@id"), page.get("url")] if isinstance(page, dict) else [page]
    return (one.strip() for one in (*inner, node.get("url"), node.get("@id")) if isinstance(one, str))


def _own(value: Any, rule: _Rule, *, of_page: bool, aside: bool = False) -> Any:  # noqa: ANN401 - any JSON
    """Return linked data with the dates of a page alone, and of articles that are others' only what stands in them."""
    if isinstance(value, list):
        return [_own(one, rule, of_page=of_page, aside=aside) for one in value]
    if not isinstance(value, dict):
        return value
    if id(value) in rule.others:
        inner = {name: one for name, one in value.items() if name not in ASIDE and isinstance(one, dict | list)}
        return {name: _own(one, rule, of_page=False) for name, one in inner.items()}
    kinds = types_of(value)
    is_page = not aside and (any(map(_DATED.match, kinds)) if kinds else of_page)
    around = rule.has_article and bool(kinds) and all(map(_AROUND.match, kinds))
    return {
        name: _own(inner, rule, of_page=is_page, aside=aside or name in ASIDE)
        for name, inner in value.items()
        if (is_page and not around) or not _DATE_KEYS.match(name)
    }


def _unwrapped(script: str) -> str:
    before = _BEFORE.match(script)
    bare = script[before.end() if before else 0 :].rstrip()
    for _ in range(_MOST_AFTER):
        mark = next((one for one in _AFTER if bare.endswith(one)), "")
        bare = bare.removesuffix(mark).rstrip()
    return bare
