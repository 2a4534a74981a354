"""A name beside "said" that says nothing itself: it only tells who the speaker is.

Levels: *bound* ("a senator who opposed Obama said", "a rival of Lind said", "Lind’s driver said": somebody else
speaks); *free* (anything else; what stands in somebody's letter or statement is that person's word).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.pair import Pair
from factcheck.text.sentences import sentence_at
from factcheck.text.words import split_words

STRENGTH = 0.5
_WORKS = (
    r"(?:statement|letter|speech|report|book|memoirs?|interview|words?|tweets?|posts?|messages?|email|memo|column|essay"
    r"|testimony|according|remarks?|comments?|Erklärung|Brief|Rede|Buch|Interview|Worten?|Angaben|Aussage|Bericht)"
)
_SMALL = (
    r"(?:of|for|with|by|against|under|behind|beside|about|to|near|at|from|on|in|than|von|für|mit|gegen|unter|über|bei|neben"
    r"|hinter|vom|beim|zum|zur)"
)
_TITLE = r"(?: (?:the|a|an|then|former|der|die|das|dem|den|einem|einer))?(?: [a-zäöüß]+){0,2}?"
_BOUND = re.compile(
    rf"(?<!ccording )(?<!ccording\n)\b(?P<small>{_SMALL}){_TITLE} $"
    r"|\b(?:who|whose|whom) [^.,;:“”„\"]{2,80} $"
    r"|, (?:der|die|das|dessen|deren|den|dem) (?:[^.,;:“”„\"]{2,80} )?$"
    r"|[a-z]{2,} [a-z]{3,}ing $"
)
_OWN_WORDS = re.compile(rf"\b{_WORKS} {_SMALL}{_TITLE} $")
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b"
)
_OF = re.compile(rf"[’']s? (?!(?:own )?{_WORKS}\b)[a-zäöüß]|[’'] [a-z]")
_SAYS = re.compile(
    r"\b(?:said|says|told|stated|declared|stressed|added|explained|insisted|announced|warned|argued|noted|claimed"
    r"|promised|urged|remarked|replied|sagt|sagte|erklärte|betonte|meinte|warnte|antwortete|ergänzte)\b"
)


_DONE_BY = re.compile(
    r"\b(?:announced|unveiled|presented|declared|confirmed|stated|proposed|revealed|told|signed|introduced|said|rejected"
    r"|approved|ordered|made|given|delivered|issued|launched|angekündigt|vorgestellt|verkündet|erklärt) (?:by|von)"
    rf"(?: (?:the|then|former|a|an|der|die|dem))?(?: (?!{_SMALL}\b)[a-zäöüß]+){{0,2}} $"
)
"""Who did it himself, as the passive tells it: "was announced by President Lind"."""


def is_bound(text: str, start: int, end: int) -> bool:
    """Whether the name `[start, end)` only tells of somebody else, as the words before and behind it show."""
    if _OF.match(text, end):
        return True
    before = text[_begin(text, start) : start]
    found = _BOUND.search(before)
    if found is None or _DAY.match(text, start):
        return False
    return not (_OWN_WORDS.search(before) or _DONE_BY.search(before))


def _begin(text: str, at: int) -> int:
    return max((one.end() for one in re.finditer(r"[.!?;:“”„\"\n]", text[max(0, at - 120) : at])), default=0) + max(
        0, at - 120
    )


def said_beside(pair: Pair, claimant: str, speakers: Sequence[Span]) -> Reason | None:
    """Return that somebody else beside the claimant says it, where the stretch names the claimant only to tell who."""
    surname = claimant.rsplit(maxsplit=1)[-1].casefold() if claimant.split() else ""
    if not surname or surname not in pair.passage.text.casefold():  # as in most passages
        return None
    places = [word for word in split_words(pair.passage.text) if _bare(word.text) == surname]
    if not places or any(surname in one.text.casefold() for one in speakers):
        return None
    told = [one for one in places if is_bound(pair.passage.text, *_name_at(pair.passage.text, one.start, one.end))]
    if len(told) < len(places):
        return None
    first = told[0]
    start, end = sentence_at(pair.passage.sentences, first.start) or (pair.start, pair.end)
    if not _SAYS.search(pair.passage.text, start, end):
        return None
    return Reason(
        comparator="speakers",
        facet=Facet.WHO,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the source gives the words to somebody else, and only mentions {claimant}",
        passage_spans=(Span(first.start, first.end, first.text),),
    )


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word).casefold()


def _name_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the whole name that a surname ends, without the ’s of it."""
    before = re.search(r"(?:[A-ZÄÖÜ][\w’'.-]* )*$", text[:start])
    bare = re.search(r"[’']s?$", text[start:end])
    return before.start() if before else start, start + bare.start() if bare else end
