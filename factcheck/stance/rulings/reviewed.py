"""Which statement of a passage a rating rules on: the one nearest before it, and no other.

A page can rule on several statements (“A”. Rating: False. “B”. Rating: True.). A rating is the claim's only where its
own statement answers the claim, and better than every other statement that is ruled on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from factcheck.domain import Span
from factcheck.stance.reading.pair import Pair, answered_in, least_bound

LEAST_BOUND = 0.6
"""Share of the claim that the words ruled on must answer. Source: seed corpus and Emergent tune, 2026-11."""
_LABEL = r"(?P<label>pants[ -]on[ -]fire|mostly[ -]false|barely[ -]true|half[ -]true|mostly[ -]true|false|true)\b"
RATING_OF_ITS_OWN = re.compile(
    rf"\b(?:rating|ruling)\s?[:–—-]\s?{_LABEL}"
    rf"|\bwe rate (?:this|that|it|the)\b[^.\n]{{0,60}}?\b{_LABEL.replace('<label>', '<rated>')}",
    re.IGNORECASE,
)
"""A rating that has a statement of its own: a label behind it, or words that point at it."""
_QUOTED = re.compile(
    r"(?:\breviewed the claim(?: by [^“\n]{1,200})?: “(?P<claim>[^\n]{1,2000}?)”"
    r"|[“\"](?P<words>[^\n“”\"]{1,600})[.,]?[”\"])"
    r"[.,:]? {1,3}(?:[–—-] )?(?:(?:our|the) )?(?=(?:rating|ruling)\s?[:–—-])",
    re.IGNORECASE,
)
"""Quoted words with a label right behind them; a page's own markup stands so at its end (`factcheck.web.markup`)."""
_RATING_WORDS = ("rating", "ruling", "we rate")
"""What stands in every text that `RATING_OF_ITS_OWN` finds something in, in small letters."""
_STATED = re.compile(
    r"(?:^|\n|[.?!] )[ *#]{0,6}(?:the )?(?:(?P<claimed>claim|what was claimed|myth)|statement|fact[- ]?check(?:ed)?)"
    r"\s?(?::|[–—-](?=[“\"A-Z]))\s?[ *]{0,4}(?P<claim>[^\n.?!]{8,400}?(?:[.?!]|(?=\s+VERDICT\b|\n|\Z)))",
    re.IGNORECASE,
)
"""A statement under a label of its own: "Claim: the harbour is for sale.", "Fact Check-The harbour …". """
_ANSWERED = re.compile(
    r"(?:^|\n|[.?!”\"] )[ *#]{0,6}(?:the |our )?(?:facts?|truth|reality|answer|fakten)\s?:", re.IGNORECASE
)
"""Where the source begins to say what is so, behind a claim that it only repeats: "The facts: …"."""
_NOT = re.compile(r"\b(?:no|not|never|nor|none|kein\w*|nicht|nie)\b|n['’]t\b", re.IGNORECASE)
_REST = re.compile(r"[^.\n]{0,200}[.!]?[”\")]*")


@dataclass(frozen=True, slots=True)
class Ruled:
    """A statement `[start, end)` of a passage, the rating given to it, and whether it is quoted: all of it, exactly.

    `opening`: where the telling of it begins ("The Herald reviewed the claim"). `pointed`: the rating only points at
    it ("We rate this False"), so that where it begins is not certain. `stated`: it stands under a label ("Claim: …").
    """

    opening: int
    start: int
    end: int
    rating: Span
    quoted: bool
    pointed: bool = False
    stated: bool = False


@lru_cache(256)
def statements_ruled_on(text: str) -> tuple[Ruled, ...]:
    """Return the statements of a text that have a rating of their own, in their order."""
    told = text.lower()
    if not any(word in told for word in _RATING_WORDS):  # as in most passages; the patterns cost twenty times as much
        return ()
    quoted = {match.end(): match for match in _QUOTED.finditer(text)}
    found: list[Ruled] = []
    before = 0
    for match in RATING_OF_ITS_OWN.finditer(text):
        rating = Span.cut(text, *match.span(match.lastgroup or 0))
        words = quoted.get(match.start())
        if words is not None:
            start, end = words.span(words.lastgroup or 0)
            line = max(before, text.rfind("\n", 0, start) + 1)
            found.append(Ruled(line if words["claim"] else words.start(), start, end, rating, quoted=True))
        else:
            pointed = match["rated"] is not None
            found.append(Ruled(before, before, match.start(), rating, quoted=False, pointed=pointed))
        rest = _REST.match(text, match.end())
        before = rest.end() if rest else match.end()
    return tuple(found)


def is_on_claim(pair: Pair, one: Ruled) -> bool:
    """Whether a statement says what the claim says: most of its words, and of quoted words each of its figures too."""
    if one.quoted and _figures(pair, one) < 1:
        return False
    return answered_in(pair, one.start, one.end) >= least_bound(pair, LEAST_BOUND)


def ruled_on(pair: Pair, last: Span) -> Span | None:
    """Return the rating of the claim in a passage whose last rating is `last`; None where all are of other statements.

    Where no more than one rating is given, and no quoted words stand before it, it is that of the whole passage.
    """
    ruled = _all_ruled_on(pair.passage.text, last)
    if ruled and last.start > ruled[-1].rating.end:
        start = ruled[-1].rating.end
        ruled = (*ruled, Ruled(start, start, last.start, last, quoted=False, pointed=True))
    if len(ruled) <= 1 and not any(one.quoted or one.stated for one in ruled):
        return last
    own = [one for one in ruled if is_on_claim(pair, one)]
    if not own:
        return last if any(one.pointed for one in ruled) else None
    best = max(own, key=lambda one: (_figures(pair, one), _answered(pair, one), one.start))
    return last if best is ruled[-1] else best.rating


def is_turned(pair: Pair, rating: Span) -> bool:
    """Whether a rating is of the opposite of the claim: what it rates has a "not" more, or less."""
    ruled = _all_ruled_on(pair.passage.text, rating)
    one = next((one for one in ruled if (one.quoted or one.stated) and one.rating.start == rating.start), None)
    if one is None:
        return False
    there = sum(1 for _ in _NOT.finditer(pair.passage.text, one.start, one.end))
    return (there - sum(1 for _ in _NOT.finditer(pair.claim.text))) % 2 == 1


def _all_ruled_on(text: str, last: Span) -> tuple[Ruled, ...]:
    """Return the statements that have a rating of their own, by the labels that they stand under where they do."""
    ruled = statements_ruled_on(text)
    stated = [match.span("claim") for match in _STATED.finditer(text, 0, last.start)] if ":" in text else []
    if not stated:
        return ruled
    if not ruled:
        start, end = stated[-1]
        return (Ruled(start, start, end, last, quoted=False, stated=True),)
    found = []
    for one in ruled:
        own = [place for place in stated if one.start <= place[0] and place[1] <= one.rating.start]
        start, end = own[-1] if own and not one.quoted else (one.start, one.end)
        found.append(replace(one, start=start, end=end, stated=bool(own) and not one.quoted))
    return tuple(found)


def claims_repeated(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text that only repeat what is claimed, under a label that says so.

    Each ends where the source begins to say what is so, or with the statement.
    """
    found = []
    for match in _STATED.finditer(text) if ":" in text else ():
        if match["claimed"]:
            answer = _ANSWERED.search(text, match.end("claim") - 1)
            found.append((match.start(), answer.end() if answer else match.end("claim")))
    return tuple(found)


def stands_in_review(pair: Pair) -> bool:
    """Whether what answers the claim stands in the ruling on another one: then it is no word of the source's."""
    ruled = statements_ruled_on(pair.passage.text)
    if not ruled:  # as in most passages
        return False
    quoted = [one for one in ruled if one.quoted]
    there = any(pair.start < one.rating.end and pair.end > one.opening for one in quoted)
    return there and not any(is_on_claim(pair, one) for one in quoted)


def _answered(pair: Pair, one: Ruled) -> float:
    """Return how much of the claim stands in the statement itself, names too: they tell two alike apart."""
    told = _stems(pair, one)
    ours = {word.stem for word in pair.claim.content}
    return answered_in(pair, one.start, one.end) + len(ours & told) / (len(ours) or 1)


def _figures(pair: Pair, one: Ruled) -> float:
    """Return the share of the claim's figures that the statement has; 1 where the claim has none."""
    figures = {word.stem for word in pair.claim.content if word.is_number}
    return len(figures & _stems(pair, one)) / len(figures) if figures else 1.0


def _stems(pair: Pair, one: Ruled) -> frozenset[str]:
    return frozenset(word.stem for word in pair.passage.words if one.start <= word.start < one.end)
