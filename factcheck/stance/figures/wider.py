"""A wider kind: does one figure count two kinds of things where the other counts one of them?

"520 full-time and part-time jobs" beside "400 full-time jobs", "180 nurses and doctors" beside "120 nurses", "killed or
injured 60 people" beside "killed 12". Levels: *the same, or not told*; *wider* (one text joins two kinds by "and" or
"or" beside its figure, and the other has one of them and nowhere the other). Both figures can be true then. "350 cows
and a mill", "260 girls and 220 boys" and "12 buses and opened a depot" join something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Quantity, Span
from factcheck.stance.figures.frames import Apart
from factcheck.stance.reading.lexicon import is_past, synonyms
from factcheck.stance.reading.texts import Text
from factcheck.text.words import STOP_WORDS, fold, stem

_WORD = r"[^\W\d_][\w’'-]*"
_AND = r"(?:and|or|as well as|und|oder|sowie|&)"
_BEEN = r"(?: (?:were|was|have been|had been|are|wurden|sind))?"
_BEHIND = re.compile(
    rf"(?: of (?:the|its|their))?(?P<one>(?: {_WORD}){{1,2}}?)-? {_AND}"
    rf"(?P<other>(?! were| was| have| had| are)(?: {_WORD}){{1,2}})"
    rf"|(?: {_WORD}){{1,2}},(?P<apposed>(?: {_WORD}){{1,2}}?) {_AND}(?P<too> {_WORD})"
    rf"|(?: {_WORD}){_BEEN}(?P<done> {_WORD}) {_AND}{_BEEN}(?P<done_too> {_WORD})",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?P<one>{_WORD}) {_AND} (?P<other>{_WORD})(?: (?:about|around|some|nearly|over|the|rund))? $")
_REACH = 60  # characters before a figure
_JOINED = frozenset(["and", "or", "as", "und", "oder", "sowie", "&"])


def of_wider_kind(ours: Text, one: Quantity, theirs: Text, other: Quantity) -> Apart | None:
    """Return why a figure of the claim is not compared with one of the passage that counts more kinds, or fewer."""
    for whole, figure, beside in ((theirs, other, ours), (ours, one, theirs)):
        for kind, added in _kinds(whole.text, figure):
            if _has(beside, kind) and not _stands(beside, added):
                spans = (Span(added.start, added.end, added.text),)
                mine = whole is ours
                side = "the claim" if mine else "the source"
                message = f"a wider kind: {side} counts “{added.text}”, too"
                return Apart(Facet.HOW_MANY, message, spans if mine else (), () if mine else spans)
    return None


def _kinds(text: str, figure: Quantity) -> Iterator[tuple[Span, Span]]:
    """Yield the kinds that a text joins beside a figure, each with the other one."""
    if _JOINED.isdisjoint(text[max(0, figure.span.start - _REACH) : figure.span.end + _REACH].lower().split()):
        return
    after = _BEHIND.match(text, figure.span.end)
    before = _BEFORE.search(text, max(0, figure.span.start - _REACH), figure.span.start)
    for found in (after, before):
        groups = [name for name, told in found.groupdict().items() if told] if found is not None else []
        if found is None or len(groups) != _TWO:
            continue
        one, other = _word_of(text, *found.span(groups[0]), at=-1), _word_of(text, *found.span(groups[1]), at=0)
        if one is not None and other is not None and _are_kinds(text, other, behind=found is after):
            yield one, other
            yield other, one


_TWO = 2


def _word_of(text: str, start: int, end: int, *, at: int) -> Span | None:
    """Return the first or last word of a stretch of one or two, if it is one of content."""
    found = [*re.finditer(_WORD, text[start:end])][at]
    return None if fold(found[0]) in STOP_WORDS else Span(start + found.start(), start + found.end(), found[0])


def _are_kinds(text: str, other: Span, *, behind: bool) -> bool:
    """Whether what is joined behind a figure is a kind, and no further deed: "and opened a depot"."""
    return not (behind and is_past(fold(other.text)) and _OBJECT.match(text, other.end))


_OBJECT = re.compile(r" (?:an?|the|its|his|her|their|some|\d+|ein\w*|der|die|das|den)\b", re.IGNORECASE)


def _has(whole: Text, word: Span) -> bool:
    """Whether a text has a word of a kind, or one that means the same."""
    told = _told(word)
    return _stands(whole, word) or any(synonyms(told, one) for one in whole.content_stems)


def _stands(whole: Text, word: Span) -> bool:
    """Whether a text has the word itself, be it as the first part of a German noun ("Vollzeit-")."""
    begins = fold(word.text).rstrip("-")
    within = len(begins) >= _LONG and any(one.folded.startswith(begins) for one in whole.content)
    return within or _told(word) in whole.stems


def _told(word: Span) -> str:
    return stem(fold(word.text.partition("-")[0]))  # "full-time" and "part-time" have one word in common


_LONG = 5
