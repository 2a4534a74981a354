"""Find where somebody said it: an outlet, or the kind of occasion, from the words around a cue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.speech.scan import Attribution

Pair = tuple[int, int]

_OUTLET = (
    r"(?P<outlet>(?:[Tt]he\s)?[A-Z][\w’'.&-]*(?:\s(?:of\s|and\s|the\s|on\s)?[A-Z][\w’'.&-]*){0,4}"
    r"(?:(?:(?<=Radio)|(?<=Channel)|(?<=BBC)|(?<=Fox))\s\d{1,2}\b)?)"
)
_OCCASION = (
    r"interview|statement|speech|tweet|report|letter|e-?mail|memo|post|blog|press conference|news conference|"
    r"briefing|hearing|debate|rally|"
    r"article|op-ed|documentary|podcast|book|testimony|broadcast|video|call"
)
_ON_OCCASION = re.compile(
    rf"\b(?:[Ii]n|[Dd]uring|[Aa]t|[Oo]n|[Vv]ia)\s(?:an?|his|her|its|their|the|one|"
    rf"another)\s(?:[\w’'-]+\s){{0,3}}?(?P<occasion>{_OCCASION})\b"
    rf"(?:\s(?P<via>with|to|on|for|from|published\sin|in)\s{_OUTLET})?"
)
_TOLD = re.compile(rf"\b(?:told|tells|tell)\s{_OUTLET}")
_SPEAKING_ON = re.compile(
    rf"\b(?:[Ss]peaking|[Tt]alking|[Aa]ppearing|[Ii]nterviewed|appeared|spoke)\s(?:on|to|with|in|by)\s{_OUTLET}"
)
_DATED = re.compile(
    r"(?<!Mail)(?<!Sun)(?<!Independent)\s(?:on|in)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b.*$"
)
"""The day behind an outlet's name, which "The Mail on Sunday" has in it."""
_NETWORK = re.compile(
    r"\bon\s(?P<outlet>Twitter|Facebook|Instagram|Telegram|YouTube|Fox News|CNN|MSNBC|NBC|ABC|CBS|X)\b"
)
_REPORTED_BY = re.compile(rf"(?:,\saccording\sto|\bquoted\s(?:by|in))\s{_OUTLET}")
_PRIVATE = frozenset(["letter", "email", "e-mail", "memo", "statement", "speech", "call", "testimony", "hearing"])
"""Occasions whose "to X" or "on X" names who or when, and no outlet."""

_NO_OUTLET = re.compile(
    r"(?:[Tt]he\s)?(?:Mr|Mrs|Ms|Dr|President|Senator|Congress|Parliament|House|Senate|Court|Commons|Council|Committee|"
    r"Supreme|High|Government|Ministry|Department|Police|FBI|CIA|White|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|"
    r"(?:Sept|Nov|Dec)ember|October|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?)\b"
)


def find_medium(text: str, start: int, end: int, *, claimant: str = "") -> str:
    """Return the outlet named in `[start, end)`, else the occasion ("interview"), else ""; not the claimant itself."""
    found = _DATED.sub("", _named(text, start, end).rstrip(".,;: "))
    return "" if claimant and found.removeprefix("the ").removeprefix("The ").startswith(claimant) else found


def _named(text: str, start: int, end: int) -> str:
    occasion = _ON_OCCASION.search(text, start, end)
    if occasion:
        outlet = occasion.group("outlet") or ""
        place = occasion.group("occasion") in _PRIVATE or occasion.group("via") == "in"  # "at a rally in Arle"
        public = not _NO_OUTLET.match(outlet) and (not place or _like_an_outlet(outlet))
        named = outlet if public and outlet else _told(text, start, end)
        return named or occasion.group("occasion")
    spoke = _SPEAKING_ON.search(text, start, end)
    if spoke and not _NO_OUTLET.match(spoke.group("outlet")) and _like_an_outlet(spoke.group("outlet")):
        return re.sub(r"[’']s?$", "", spoke.group("outlet"))
    network = _NETWORK.search(text, start, end)
    if network:
        return network.group("outlet")
    return _told(text, start, end) or _reported_by(text, start, end)


def _reported_by(text: str, start: int, end: int) -> str:
    """Return the outlet that is named for what somebody said ("police said, according to The Courier"), or ""."""
    found = _REPORTED_BY.search(text, start, end)
    return found.group("outlet") if found and _like_an_outlet(found.group("outlet")) else ""


def _told(text: str, start: int, end: int) -> str:
    """Return the outlet that somebody told something, or ""."""
    told = _TOLD.search(text, start, end)
    if told and not _NO_OUTLET.match(told.group("outlet")) and _like_an_outlet(told.group("outlet")):
        return told.group("outlet")
    return ""


def _like_an_outlet(name: str) -> bool:
    words = name.split() or [""]
    known = {
        "News",
        "Times",
        "Post",
        "Journal",
        "Guardian",
        "Today",
        "Magazine",
        "Radio",
        "Press",
        "Reuters",
        "Breitbart",
        "Politico",
        "Bloomberg",
    }
    return words[0] in ("The", "the") or words[-1] in known or any(w.isupper() and len(w) > 2 for w in words)  # noqa: PLR2004


def stretch_of(sentence: Pair, one: Attribution, found: Sequence[Attribution]) -> Pair:
    """Return where a sentence tells the medium of `one` of those `found`: beside its content, by no other speaker."""
    if one.aside is not None:
        return one.aside
    low, high = sentence
    begin, end = _extent(one)
    for other in found:
        start, stop = _extent(other)
        if other.mention != one.mention and stop <= begin:
            low = max(low, stop)
        elif other.mention != one.mention and start >= end:
            high = min(high, start)
    return _outside((low, high), one.content)


def _extent(one: Attribution) -> Pair:
    spans = [span for span in (one.content, one.cue, one.mention) if span is not None]
    return min(low for low, _ in spans), max(high for _, high in spans)


def _outside(sentence: Pair, content: Pair) -> Pair:
    """Return the longer stretch of the sentence beside the content: where the attribution stands."""
    before, after = (sentence[0], content[0]), (content[1], sentence[1])
    return max(before, after, key=lambda pair: pair[1] - pair[0])


__all__ = ["find_medium", "stretch_of"]
