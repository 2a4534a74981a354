"""What a page's main text leaves out of its article: fact boxes, asides, credits, related stories, comments.

trafilatura finds the main text for readers who can do without the rest; a checker has to see all of it. What of the
article was left out is put back at its place; what is of other stories or about the text is set aside there; what is
only the page's (menus, forms, readers' comments) is counted. The article is the least element that holds nearly all of
the main text, and the `article` around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from factcheck.claims.sentence.grammar import has_finite
from factcheck.corpus.readers.building import CELLS_APART
from factcheck.corpus.readers.page_runs import Run
from factcheck.domain import Block

SHINGLE = 4
"""Words in a row by which a stretch is known again."""
KNOWN = 0.5
"""Share of such rows that are in the main text, from which a run was kept: links and marks within it may differ."""
NEARLY_ALL = 0.9
"""Share of the main text's words that the element of the article holds; a few can stand apart from it."""
LINKED = 0.8
"""Share of a run's characters that are links, from which it leads to other pages and tells nothing itself."""
PIECES = 40
"""Pieces of text in an element that are held against a run of a few words."""
TELLING = 6
"""Words from which a line about the text ("By Ann Lee") can be a sentence of it."""

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PAGE_WORDS = """
    nav navigation menu toolbar breadcrumb breadcrumbs share sharing sharebar social comment comments respond disqus
    form fieldset cookie cookies consent pagination pager login search skip advertisement advert ads ad banner
    rating tags taglist popup modal footer print disclaimer"""
_PAGE = frozenset(_PAGE_WORDS.split())
_OTHERS_WORDS = """
    related relatedstories recommend recommended recommendation recommendations readmore readnext readalso seealso
    more mostread trending popular teaser teasers promo promotion newsletter subscribe subscription signup outbrain
    taboola sponsored sponsor next latest similar breaking"""
_OTHERS = frozenset(_OTHERS_WORDS.split())
_ABOUT_WORDS = """
    meta postmeta entrymeta byline author authors date datetime dateline time timestamp published updated pubdate
    pagedate credit credits copyright source"""
_ABOUT = frozenset(_ABOUT_WORDS.split())
_OWN_WORDS = """
    fact facts factbox infobox keypoints keyfacts glance timeline explainer correction corrections highlights"""
_OWN = frozenset(_OWN_WORDS.split())
"""Names of what belongs to an article, though it stands before or behind its text."""
_OWN_TAGS = frozenset(["aside", "details", "table", "dl", "blockquote"])
_ASIDE = frozenset(["sidebar", "widget", "widgets", "complementary", "secondary", "contentinfo"])
"""Names of what stands beside an article on the page."""
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
_ENDS = re.compile(r"[.!?…][\"”’»)]*$")


@dataclass(frozen=True, slots=True)
class Rest:
    """What was left out: by the block of the main text that it stands before, and what is the page's only."""

    places: Mapping[int, Sequence[tuple[Run, Block]]]
    page_only: tuple[str, ...] = ()


def rest_of(runs: Sequence[Run], kept: Sequence[str], title: str) -> Rest:
    """Return what of the article's `runs` is not in the blocks `kept` of the main text, nor its title."""
    found = _aligned(runs, kept, _words(title))
    scope, first, last = _scope(runs, found)
    if scope is None:
        return Rest({})
    places: dict[int, list[tuple[Run, Block]]] = {}
    page_only: list[str] = []
    at = 0
    for index, (run, place) in enumerate(zip(runs, found, strict=True)):
        at = at if place is None else max(at, place + 1)
        if place is not None or not _WORD.search(run.content):
            continue
        inside = first <= index <= last and _within(run, scope)
        if not inside and not _belongs(run, scope):
            continue
        block = _block(run)
        if block is None:
            page_only.append(" ".join(run.content.split()))
        else:
            places.setdefault(at, []).append((run, block))
    return Rest(places, tuple(page_only))


def _belongs(run: Run, scope: Any) -> bool:  # noqa: ANN401 - an lxml element
    """Tell whether a run before or behind the main text is of the article: within its element, or named so."""
    if not _within(run, scope):
        return False
    return bool(scope.tag == "article" or _called(run) & _OWN)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _aligned(runs: Sequence[Run], kept: Sequence[str], title: Sequence[str]) -> list[int | None]:
    """Return for each run the number of the block that has its words, -1 for the title's; None where none has."""
    blocks = [_words(block) for block in kept]
    rows = {row: number for number in range(len(blocks) - 1, -1, -1) for row in _rows(blocks[number])}
    whole = {tuple(words): number for number, words in reversed(list(enumerate(blocks)))}
    found: list[int | None] = []
    at = 0
    for run in runs:
        words = _words(run.content)
        place = whole.get(tuple(words))
        if place is None and len(words) >= SHINGLE:
            seen = [rows.get(row) for row in _rows(words)]
            known = [number for number in seen if number is not None]
            place = known[0] if len(known) >= KNOWN * len(seen) else None
        elif place is None and words and not _is_whole(run):
            near = [number for number in range(at, min(at + 2, len(blocks))) if _holds(blocks[number], words)]
            place = near[0] if near else None
        if place is None and words and _holds(title, words):
            place = -1
        at = max(at, place or 0)
        found.append(place)
    return found


def _is_whole(run: Run) -> bool:
    """Tell whether a run is all that its element holds: then it is a block of its own, no part of another's words."""
    words = "".join(islice(run.element.itertext(), PIECES)).split()
    return words == run.content.replace(CELLS_APART, " ").split()


def _rows(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[k : k + SHINGLE]) for k in range(len(words) - SHINGLE + 1))


def _holds(block: Sequence[str], words: Sequence[str]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(block)} "


def _scope(runs: Sequence[Run], found: Sequence[int | None]) -> tuple[Any | None, int, int]:
    """Return the element of the article, and the first and last of the runs that are in the main text or its title."""
    own = [index for index, place in enumerate(found) if place is not None and place >= 0]
    if not own:
        return None, 0, 0
    held: Counter[Any] = Counter()
    for index in own:
        size = len(runs[index].content)
        held.update(dict.fromkeys([runs[index].element, *runs[index].element.iterancestors()], size))
    most = max(held.values())
    scope = next(e for index in own for e in _upwards(runs[index].element) if held[e] >= NEARLY_ALL * most)
    scope = next((e for e in _upwards(scope) if e.tag == "article"), scope)
    titles = [index for index, place in enumerate(found[: own[0]]) if place == -1 and runs[index].element.tag == "h1"]
    return scope, (titles or own)[0], own[-1]


def _upwards(element: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml elements
    yield element
    yield from element.iterancestors()


def _within(run: Run, scope: Any) -> bool:  # noqa: ANN401 - an lxml element
    return any(above is scope for above in _upwards(run.element))


def _block(run: Run) -> Block | None:
    """Return as what a run is put back; None for what is of the page only."""
    tags, called = set(list(run.names())[::2]), _called(run)
    text = " ".join(run.content.split())
    own = bool(called & _OWN or tags & _OWN_TAGS)
    if called & _PAGE or tags & {"nav", "form"} or (called & _ASIDE and not called & _OWN):
        return None
    if called & _OTHERS or (run.linked >= LINKED * len(text) and not tags & {"table", "dl"}):
        return Block.TEASER
    if tags & {"figure", "figcaption", "caption"} or any("caption" in name for name in called):
        return Block.CAPTION
    if called & _ABOUT and not own and not _tells(text):
        return Block.DATELINE
    return Block.HEADING if tags & _HEADINGS else Block.BODY


def _tells(text: str) -> bool:
    """Tell whether a line among the credits is a sentence, which can be checked."""
    return text.count(" ") + 1 >= TELLING and _ENDS.search(text) is not None and has_finite(text)


def _called(run: Run) -> set[str]:
    return {word.lower() for names in list(run.names())[1::2] for word in _NAME.findall(names)}
