"""Ratings that a text gives to a statement ("we rate this False"), and the part of a page in which it gives one. Pure.

Which claim a rating is of is not asked here: see `stance.rulings`. Source: how pages of PolitiFact (CheckThat! 2022),
and those that Google's guide to fact-check markup describes, word and place their rulings.
"""

from __future__ import annotations

import re

from factcheck.domain import Span

LABELS = (
    r"(?:pants[ -]on[ -]fire|(?:mostly|partly)[ -]false|barely[ -]true|half[ -]true|(?:mostly|partly)[ -]true|false"
    r"|true)"
)
LONGEST_RULING = 1_500
"""Characters of a page before its rating in which it says what it rules on. Source: PolitiFact tune, 2026-12: they
answer most of the claim ruled on on 80 of 100 pages, 1,000 on 77, 2,500 on 87, and more of what else the page tells."""
_RATED = re.compile(
    r"(?:\brat(?:ed|ing)\b|(?<!third[ -])(?<!first[ -])\brates?\b(?! (?:of|for|at|than|in)\b)"
    rf"|\bruling\b)[^.\n]{{0,120}}?\b({LABELS})\b(?!\s+when)",
    re.IGNORECASE,
)
_LABEL = r"(Pants on Fire|Mostly False|Partly False|Barely True|Half[ -]True|Mostly True|Partly True|False|True)"
_GIVEN = re.compile(
    r"\b(?:[Ww]e|[Jj]udges|[Mm]eter|definition of|this claim|the claim|the statement)\b[^\n]{0,160}?"
    rf"\b{_LABEL}\b"
    rf"|(?:^|[.?!] +|\n){_LABEL}[.!]"
    rf"|(?:\b(?:[Tt]hat|[Tt]his|[Ii]t)(?:['’]s| is| makes (?:it|this|that))|\bmakes (?:it|this|that)) {_LABEL}[.!]"
)
"""A rating in its own spelling, with capitals: "we find the statement Half True", "It's Pants on Fire!"."""
_HEADED = re.compile(
    r"\b(?:verdict|conclusion|bottom line|fact[- ]?check)\s?[:–—-]\s?"
    r"(pants[ -]on[ -]fire|(?:mostly|partly)[ -]false|barely[ -]true|half[ -]true|(?:mostly|partly)[ -]true)\b",
    re.IGNORECASE,
)
"""A label of several words under a heading; "Verdict: false" may be a court's, and is asked for more (`stance`)."""
_TITLED = re.compile(
    r"(?:\b(?:[Oo]ur|OUR|[A-Z][\w.]*[’'][sS]?) (?i:assessment|verdict|rating|ruling|conclusion|finding|judge?ment)"
    r"(?i: is)?\s?[:–—-]?|\b(?:VERDICT|ASSESSMENT|RATING|CONCLUSION)\s?[:–—-]?)\s+[“\"]?(?i:the claim is |this is )?"
    rf"((?i:{LABELS}))\b"
)
"""A label under a heading that says whose it is, or stands in capitals: "AP’S ASSESSMENT: False", "VERDICT False"."""
_TELLING = ("true", "false", "pants")
"""One of these is in each label."""
_SCALE = re.compile(rf"\b{_LABEL}\s?[;,/](?: or)? ?\b{_LABEL}\b")
"""The ratings that there are, one beside the other: none of them is given."""
_CHECKS = re.compile(
    r"\b(?:claims?|claimed|statements?|rulings?|rat(?:e|es|ed|ing)|fact[- ]check\w*|truth|meter)\b", re.IGNORECASE
)
_NOT_GIVEN = re.compile(r"\b(?:not|never|nor|cannot|neither)\b|n['’]t\b", re.IGNORECASE)
_REACH = 24
"""Characters before "rate" in which a "not" of the same clause says that none is given: "we did not yet rate …"."""
_CLAUSES = re.compile(r"[,.;:!?\n–—]|\b(?:so|but|and|because)\b", re.IGNORECASE)
_RATE = re.compile(r"\brat(?:e[sd]?|ing)\b", re.IGNORECASE)
_SECTION = re.compile(
    r"^\W{0,4}(?:(?:our|the) )?(?:ruling|rating|verdict|conclusion|bottom line|fazit)\W{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)
"""The heading of the part of a page that rules."""


def rating_in(text: str) -> Span | None:
    """Return the last rating that a text gives to anything at all: pages open with other people's claims."""
    told = text.lower()
    if not any(label in told for label in _TELLING) or _SCALE.search(text):  # most texts have no label at all
        return None
    found = [
        one
        for one in (_last(_RATED, text), _given(text), _last(_HEADED, text), _last(_TITLED, text))
        if one is not None
    ]
    return max(found, key=lambda one: one.start, default=None)


def ruling_in(text: str) -> str:
    """Return the part of a page that rules: from its heading, or what stands before its last rating; "" for none.

    A page that tells how somebody else rated something ("PolitiFact rated it false") rules on nothing by that.
    """
    rating = rating_in(text)
    if rating is None:
        return ""
    least = max(0, rating.start - LONGEST_RULING)
    heading = max((one.start() for one in _SECTION.finditer(text, least, rating.start)), default=None)
    if heading is None and not _is_own(text, rating):
        return ""
    start = heading if heading is not None else text.find(" ", least) + 1 if least else 0
    end = text.find("\n", rating.end)
    return text[start : min(rating.end + 1, end if end >= 0 else len(text))].strip()


_OWN = re.compile(
    r"\b(?:we|our|us|I|my)\b|\brating:|\brates? (?:this|that|it)\b|\bmeter\b"
    r"|\b(?:it|this|that|he|she|(?:this|that|the|his|her|their|its) (?:[\w’'-]+ ){0,2}?(?:claim|statement|post|ad"
    r"|assertion|comment|charge|meme|figure|story|rumou?r)s?) (?:rates|earns|gets|merits|deserves|is|are)\b"
    r"|\b(?:it|this|that)[’']s\b",
    re.IGNORECASE,
)
"""How a page tells its own rating. Source: of 6,000 articles of news 15 have a rating, and two give one themselves; of
1,477 of PolitiFact's pages (tune) 1,463 tell theirs so (2026-12)."""
_SENTENCE = 300  # characters in front of a rating that are of its sentence


def _is_own(text: str, rating: Span) -> bool:
    """Whether the sentence of a rating gives it, and does not report who else did."""
    begin = max(text.rfind(". ", 0, rating.start), text.rfind("\n", 0, rating.start), rating.start - _SENTENCE) + 1
    return begin == rating.start or _OWN.search(text, max(0, begin), rating.end) is not None


def _given(text: str) -> Span | None:
    """Return the last rating in its own spelling; a "True." alone is one where the text checks a claim."""
    found = _last(_GIVEN, text)
    return found if found is None or found.end - found.start == len(text.strip(" .!")) or _CHECKS.search(text) else None


def _last(pattern: re.Pattern[str], text: str) -> Span | None:
    found = None
    for match in pattern.finditer(text):
        if not _is_withheld(match):
            found = match
    if found is None:
        return None
    group = next(number for number in range(1, found.re.groups + 1) if found[number])
    return Span(found.start(group), found.end(group), found[group])


def _is_withheld(match: re.Match[str]) -> bool:
    """Whether no rating is given: "we do not rate it False"."""
    rate = _RATE.search(match[0])
    if rate is None:
        return False
    at = match.start() + rate.start()
    return _NOT_GIVEN.search(_CLAUSES.split(match.string[max(0, at - _REACH) : at])[-1]) is not None
