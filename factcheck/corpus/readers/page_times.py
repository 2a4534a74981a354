"""Where a page dates its article: not in a list beside it, in a note of a change, or in what it speaks of.

What finds dates (htmldate) takes the first `time` of a page, and where it has none any day of its text, its footer, its
headline. `time` elements of something else are made plain words here, so that the text of the page stays as it is; of
all else, only what stands in the places that name a day of release is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

MOST_TIMES = 100
"""Elements that are looked at; a page with more is a list of entries, and none of the others is its day."""
_LONGEST_LINE = 100
"""Characters of a paragraph; in a longer one a day is one of those that the article speaks of."""
_BEFORE = 80
"""Characters before a day that are looked at for what is said of it."""
_MOST_STEPS = 50
_NAMED = re.compile(
    r"date|datum|publi|posted|byline|dateline|submitted|pubdate|timestamp|(?:^|[\s_-])(?:meta|info|time|author|fecha)",
    re.IGNORECASE,
)
"""What the classes and names of elements say that hold a day of release."""
_LABELLED = frozenset(["p", "div", "span", "small", "footer", "em", "i", "li", "td"])
_MOST_MARKED = 2_000
_BLOCKS = frozenset(["p", "div", "li", "td", "section", "article", "header", "footer", "main", "body", "blockquote"])
_PROSE = frozenset(["p", "li", "td", "blockquote"])
_HOLDERS = frozenset(["article", "main"])
_ASIDE = frozenset(["aside", "nav"])
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|comments?|sidebar|teasers?|(?:most|also)[_-]?read|trending|latest|"
    r"newsletter|promos?|read[_-]?(?:more|next)|more[_-](?:news|stories|on|from))"
    r"(?:$|[\s_-](?!open|closed|enabled|disabled|count|left|right))",
    re.IGNORECASE,
)
"""Words of the classes and names of what stands beside an article."""
_RELEASED = re.compile(
    r"\b(?:first|originally|published|posted|issued|released|veröffentlicht|erschienen|publié|publicad|pubblicat"
    r"|gepubliceerd|mise? en ligne)",
    re.IGNORECASE,
)
CHANGED = (
    r"\b(?:last\s)?(?:updated|modified|reviewed|revised|edited|aktualisiert|geändert|mise? à jour|actualizad[oa]"
    r"|atualizad[oa]|aggiornat[oa]|bijgewerkt|uppdaterad)\b"
)
"""What says that a day is that of a later change."""
_CHANGED = re.compile(rf"{CHANGED}(?:(?!{_RELEASED.pattern})[^\n|;]){{0,40}}\Z", re.IGNORECASE)


def keep_own_times(tree: Any) -> None:  # noqa: ANN401 - an lxml tree
    """Make plain words of the `time` elements that do not date the article of a page."""
    headline = next(tree.iter("h1"), None)
    around = frozenset(headline.iterancestors()) if headline is not None else frozenset()
    for number, element in enumerate(list(tree.iter("time"))):
        if number >= MOST_TIMES or _is_beside(element, around) or _is_of_words(element):
            element.tag = "span"
            for name in ("datetime", "content", "title", "pubdate"):
                element.attrib.pop(name, None)


def dated_lines(tree: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml tree
    """Yield what a page says in the places in which a day of release stands: metadata, `time`, a labelled line."""
    headline = next(tree.iter("h1"), None)
    around = frozenset(headline.iterancestors()) if headline is not None else frozenset()
    for element in tree.iter("meta", "script", "time", "abbr"):
        if element.tag != "script" or "ld+json" in (element.get("type") or ""):
            said = (element.get(name) or "" for name in ("content", "datetime", "title", "data-utime"))
            yield from filter(None, (*said, "".join(element.itertext())))
    for element in list(tree.iter(*_LABELLED, "b", "strong", "h2", "h3", "h4", "h5", "h6", "a", "ul", "section"))[
        :_MOST_MARKED
    ]:
        marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        words = _short_words(element)
        if not words or element is headline:
            continue
        is_told = _NAMED.search(marks) or (element.tag in _LABELLED and _RELEASED.match(words))
        if is_told and not _is_beside(element, around):
            yield words
            yield element.get("content") or ""


def _short_words(element: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the words of an element where they are one line; "" where they are none, or a text."""
    pieces, length = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > _LONGEST_LINE:
            return ""
    return " ".join(" ".join(pieces).split())


def is_aside(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    """Whether an element is called something that stands beside an article."""
    return (
        element.tag in _ASIDE or _BESIDE.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None
    )


def _is_beside(element: Any, around: frozenset[Any]) -> bool:  # noqa: ANN401 - lxml elements
    """Whether an element stands beside the article. `around`: what holds its headline, which is the article itself."""
    above = [one for one in element.iterancestors() if one not in around]
    if any(map(is_aside, (element, *above))):
        return True
    in_article = any(one.tag in _HOLDERS for one in element.iterancestors())
    is_of_a_list = any(one.tag == "article" for one in above) and any(one.tag == "article" for one in around)
    return is_of_a_list or (not in_article and any(one.tag == "header" for one in above))


def _is_of_words(element: Any) -> bool:  # noqa: ANN401 - an lxml element
    """Whether a day is that of a change, or one that a paragraph speaks of, by the words before it."""
    block = next((one for one in element.iterancestors() if one.tag in _BLOCKS), None)
    if block is None:
        return False
    before = " ".join(_before(element, block).split())[-_BEFORE:]
    if _CHANGED.search(before):
        return True
    if block.tag not in _PROSE or _RELEASED.search(before):
        return False
    return len(" ".join("".join(block.itertext()).split())) > _LONGEST_LINE


def _before(element: Any, block: Any) -> str:  # noqa: ANN401 - lxml elements
    """Return the words of a block before one of its elements, some of them at least."""
    return "".join(reversed(list(_backwards(element, block))))


def _backwards(element: Any, block: Any) -> Iterator[str]:  # noqa: ANN401 - lxml elements
    length = steps = 0
    while element is not block and length < 2 * _BEFORE and steps < _MOST_STEPS:
        former = element.getprevious()
        if former is None:
            element = element.getparent()
            piece = element.text or ""
        else:
            element = former
            piece = f"{''.join(former.itertext()) if isinstance(former.tag, str) else ''}{former.tail or ''}"
        steps += 1
        length += len(piece.strip())
        yield piece
