"""How exact a quantity is told to be: "about", "at least", "more than", "or so", and verbs that set a bound ("topped").

Knows the words on both sides of a number, and nothing of the number itself.
"""

from __future__ import annotations

import re

from factcheck.domain import Operator, Quantity
from factcheck.text.quantities.numeral_tokens import Token

_OPERATORS = {
    "about": Operator.ABOUT,
    "around": Operator.ABOUT,
    "some": Operator.ABOUT,
    "roughly": Operator.ABOUT,
    "approximately": Operator.ABOUT,
    "circa": Operator.ABOUT,
    "nearly": Operator.ABOUT,
    "almost": Operator.ABOUT,
    "estimated": Operator.ABOUT,
    "approx": Operator.ABOUT,
    "rund": Operator.ABOUT,
    "knapp": Operator.ABOUT,
    "fast": Operator.ABOUT,
    "nahezu": Operator.ABOUT,
    "beinahe": Operator.ABOUT,
    "annähernd": Operator.ABOUT,
    "schätzungsweise": Operator.ABOUT,
    "in the region of": Operator.ABOUT,
    "more or less": Operator.ABOUT,
    "not quite": Operator.ABOUT,
    "nicht ganz": Operator.ABOUT,
    "just short of": Operator.ABOUT,
    "just shy of": Operator.ABOUT,
    "ungefähr": Operator.ABOUT,
    "zirka": Operator.ABOUT,
    "ca": Operator.ABOUT,
    "wenigstens": Operator.AT_LEAST,
    "zumindest": Operator.AT_LEAST,
    "allenfalls": Operator.AT_MOST,
    "maximal": Operator.AT_MOST,
    "bis zu": Operator.AT_MOST,
    "über": Operator.MORE_THAN,
    "gut": Operator.MORE_THAN,
    "unter": Operator.LESS_THAN,
    "etwa": Operator.ABOUT,
    "close to": Operator.ABOUT,
    "~": Operator.ABOUT,
    "at least": Operator.AT_LEAST,
    "a minimum of": Operator.AT_LEAST,
    "mindestens": Operator.AT_LEAST,
    "at most": Operator.AT_MOST,
    "up to": Operator.AT_MOST,
    "as many as": Operator.AT_MOST,
    "as much as": Operator.AT_MOST,
    "as high as": Operator.AT_MOST,
    "as long as": Operator.AT_MOST,
    "as far as": Operator.AT_MOST,
    "as old as": Operator.AT_MOST,
    "as few as": Operator.AT_LEAST,
    "as low as": Operator.AT_LEAST,
    "as young as": Operator.AT_LEAST,
    "as little as": Operator.AT_LEAST,
    "a maximum of": Operator.AT_MOST,
    "within": Operator.AT_MOST,
    "binnen": Operator.AT_MOST,
    "innerhalb von": Operator.AT_MOST,
    "höchstens": Operator.AT_MOST,
    "more than": Operator.MORE_THAN,
    "over": Operator.MORE_THAN,
    "above": Operator.MORE_THAN,
    "exceeding": Operator.MORE_THAN,
    **dict.fromkeys(
        (
            "exceed",
            "exceeds",
            "exceeded",
            "surpass",
            "surpasses",
            "surpassed",
            "surpassing",
            "top",
            "topped",
            "topping",
        ),
        Operator.MORE_THAN,
    ),
    "in excess of": Operator.MORE_THAN,
    "upwards of": Operator.MORE_THAN,
    "mehr als": Operator.MORE_THAN,
    ">": Operator.MORE_THAN,
    "fewer than": Operator.LESS_THAN,
    "less than": Operator.LESS_THAN,
    "under": Operator.LESS_THAN,
    "below": Operator.LESS_THAN,
    "weniger als": Operator.LESS_THAN,
    "<": Operator.LESS_THAN,
}
_OPPOSITES = {Operator.MORE_THAN: Operator.AT_MOST, Operator.LESS_THAN: Operator.AT_LEAST}
_NOTS = ("no", "not", "never", "nothing", "nicht")
_OPERATORS |= {
    f"{no} {words}": _OPPOSITES[told] for words, told in _OPERATORS.items() if told in _OPPOSITES for no in _NOTS
}
"""With each bound denied: "not fewer than", "did not exceed", "nicht über"."""
_BEHIND = {
    **dict.fromkeys(("or more", "or above", "or over", "- plus", "oder mehr"), Operator.AT_LEAST),
    **dict.fromkeys(("or less", "or fewer", "or under", "oder weniger"), Operator.AT_MOST),
    **dict.fromkeys(("or so", "- odd"), Operator.ABOUT),
}
"""What is said behind a number of how exact it is."""
_ARTICLES = frozenset(["a", "an", "die", "der", "eine"])
_OF_WHAT_WORDS = """
    lie lies lied lying argue argues argued arguing complain complains complained complaining quarrel quarrelled boast
    boasts boasted boasting joke joked joking brag bragged talk talks talked talking spoke truth lies question questions
    story stories details doubt doubts rumour rumours rumor rumors information misled misleading nothing something"""
_OF_WHAT = frozenset(_OF_WHAT_WORDS.split())
"""Words behind which "about" tells of what: who "lied about 300 deaths" lied about three hundred."""
_MOVED_WORDS = """
    edged edge edges edging inched inches crept creeps ticked ticks nudged nudges went goes going gone moved moves came
    comes pushed pushing bumped shot picked climbed climbs climbing rose risen rising drifted drifts
    drifting ticking nudging inching creeping moving bounced rebounded crawled"""
_MOVED = frozenset(_MOVED_WORDS.split())
"""Verbs behind which "up to" tells where a level went: "edged up to 6.8%"."""
_TIME_UNITS_WORDS = "seconds minutes hours days weeks months quarters seasons years decades centuries"
_TIME_UNITS = frozenset(_TIME_UNITS_WORDS.split())
_LASTING_WORDS = """
    for in after following within took take takes taking last lasts lasted lasting wait waited spend spent spans
    spanning of is was were are be been being served serves well just a and than jail prison aged until by with at
    to from old worth age little back"""
_LASTING = frozenset(_LASTING_WORDS.split())
"""Words before "over three years" that make it a bound of how long."""
_COUNTED_BACK = frozenset(["ago", "old", "later", "earlier", "before", "younger", "older"])
_HAVING = _COUNTED_BACK | {"have", "has", "had", "passed", "after", "were", "was"}
_LONGEST_OPERATOR = 4


def with_operator(text: str, quantity: Quantity) -> str:
    """Return a quantity as the text says it, with the words that say how exact it is: "more than 40", "40 or so"."""
    start, end = operator_bounds(text, quantity)
    return text[start : quantity.span.start].lower() + text[quantity.span.start : end]


def operator_bounds(text: str, quantity: Quantity) -> tuple[int, int]:
    """Return the bounds of a quantity in its text together with the words that say how exact it is."""
    start, end = quantity.span.start, quantity.span.end
    lead = _RANGE_BEFORE if quantity.operator is Operator.RANGE else _SAID_BEFORE
    exact = quantity.operator is Operator.EQUAL  # as in "lied about 40 deaths"
    before = None if exact else lead.search(text, max(0, start - _LONGEST_SAID), start)
    after = _SAID_AFTER.match(text, end)
    return before.start() if before else start, after.end() if after else end


_LONGEST_SAID = 30  # characters of the longest operator, and an article
_PHRASES = "|".join(re.escape(one) for one in sorted(_OPERATORS, key=len, reverse=True))
_SAID_BEFORE = re.compile(rf"(?<!\w)(?:{_PHRASES})\s?(?:an?\s)?$", re.IGNORECASE)
_BEFORE_ANYTHING = re.compile(rf"(?<!\w)(?P<operator>{_PHRASES})\s(?:an?\s|the\s|die\s|das\s|ein\s)?$", re.IGNORECASE)
_RANGE_BEFORE = re.compile(r"(?<!\w)(?:between|from)\s$", re.IGNORECASE)
_SAID_AFTER = re.compile(r"\s?(?:or\s(?:more|above|over|less|fewer|under|so)\b|\+)")


def operator_before(text: str, start: int) -> Operator:
    """Return how exact what stands at `start` is told to be by the words before it: "more than half"."""
    found = _BEFORE_ANYTHING.search(text, max(0, start - _LONGEST_SAID), start)
    return _OPERATORS[found["operator"].casefold()] if found else Operator.EQUAL


def is_short_of(text: str, quantity: Quantity) -> bool:
    """Whether a quantity is told as one that is not quite reached: "nearly 400", "knapp 400"."""
    start, _ = operator_bounds(text, quantity)
    words = text[start : quantity.span.start].lower().split()
    return " ".join(one for one in words if one not in _ARTICLES) in _SHORT_OF


def is_exactly(text: str, quantity: Quantity) -> bool:
    """Whether a text says that a quantity is told exactly: "exactly 400", "genau 400"."""
    return _EXACTLY.search(text, max(0, quantity.span.start - _LONGEST_SAID), quantity.span.start) is not None


_EXACTLY = re.compile(r"\b(?:exactly|precisely|genau|exakt)\s$", re.IGNORECASE)
_SHORT_OF = frozenset(
    [
        *("nearly", "almost", "not quite", "just short of", "just shy of", "close to"),
        *("knapp", "fast", "nahezu", "beinahe", "annähernd", "nicht ganz"),
    ]
)


def operator_of(tokens: list[Token], first: int, after: int) -> Operator:
    """Return how exact the number of tokens `[first, after)` is told to be."""
    following = " ".join(token.low for token in tokens[after : after + 2])
    told = Operator.AT_LEAST if has_plus(tokens, after) else _BEHIND.get(following)
    if told is not None:
        return told
    if first and tokens[first - 1].kind == "mark":
        return _OPERATORS.get(tokens[first - 1].text, Operator.EQUAL)
    first -= first > 0 and tokens[first - 1].low in (
        "a",
        "an",
        "die",
        "der",
        "eine",
    )  # "about a 2 percentage point lead"
    lead = [token.low for token in tokens[max(0, first - _LONGEST_OPERATOR) : first]]
    if lead[-1:] == ["over"] and _during(tokens, first, after):
        return Operator.EQUAL
    of_what = lead[-1:] == ["about"] and lead[-2:-1] and lead[-2] in _OF_WHAT
    moved = lead[-2:] == ["up", "to"] and lead[-3:-2] and lead[-3] in _MOVED
    if of_what or moved:
        return Operator.EQUAL
    while lead:
        if " ".join(lead) in _OPERATORS:
            return _OPERATORS[" ".join(lead)]
        lead = lead[1:]
    return Operator.EQUAL


def _during(tokens: list[Token], first: int, after: int) -> bool:
    """Whether "over" tells in which time something went on: "lost £9m over three years", but "took over 40 years"."""
    units = (tokens[after - 1].low, tokens[after].low if after < len(tokens) else "")
    if not any(unit in _TIME_UNITS for unit in units):
        return False
    at = after + (units[0] not in _TIME_UNITS)
    behind = tokens[at].low if at < len(tokens) else ""
    before = tokens[first - 2] if first > 1 else None
    lasts = before is not None and before.low in _LASTING
    return not lasts and behind not in (_HAVING if before is None or before.kind == "mark" else _COUNTED_BACK)


def has_plus(tokens: list[Token], after: int) -> bool:
    """Whether a plus is glued to the number that ends before `after`: "1,200+ jobs", not the sum "12 + 3"."""
    return after < len(tokens) and tokens[after].text == "+" and tokens[after].start == tokens[after - 1].end
