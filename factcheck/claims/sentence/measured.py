"""Tell whether a verb gives somebody's estimate or forecast: "puts the cost at £4m", "expects growth of 2 per cent".

Such a clause is a claim of its subject, although nothing in it has the form of speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.grammar import Token

OBJECT_TOKENS = 12  # from "puts" to "at £4m"
_AT = frozenset(
    ["put", "puts", "estimate", "estimates", "estimated", "reckon", "reckons", "reckoned", "assess", "assessed"]
)
_PUT = frozenset(["put", "puts"])
_EXPECTS_WORDS = """
    expect expects expected forecast forecasts forecasted project projects projected anticipate anticipates anticipated
    predict predicts predicted foresee foresees foresaw"""
EXPECTS = frozenset(_EXPECTS_WORDS.split())
"""Verbs whose clause says what will be."""
EXPECTS_IN_GERMAN = frozenset(["rechnet", "rechnen", "rechnete", "rechneten", "erwartet", "erwarten", "erwartete"])
_ABOUT = frozenset(["about", "around", "over", "nearly", "almost", "roughly", "between", "up", "more", "less", "just"])
VERBS = _AT | EXPECTS


def measures(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb at `verb` gives an estimate or a forecast, and is no noun or participle."""
    token = tokens[verb]
    if token.lower not in VERBS or token.capital or verb + 1 >= len(tokens):
        return False
    rest = tokens[verb + 1 : verb + 1 + OBJECT_TOKENS]
    stop = next((k for k, t in enumerate(rest) if t.quotation or t.text in ";:,()"), len(rest))
    rest = rest[:stop]
    if not rest or not rest[0].word or rest[0].lower in ("that", "by", "is", "was", "are", "were"):
        return False
    figures = [k for k, t in enumerate(rest) if _figure(t)]
    if token.lower in _AT:
        put = token.lower in _PUT
        at = any(
            rest[k - 1].lower == "at" or (rest[k - 1].lower in _ABOUT and "at" in _lower(rest[:k]))
            for k in figures
            if k
        )
        return at or (not put and bool(figures) and figures[0] <= 1)
    to = rest[0].lower == "to" or any(t.lower == "to" for t in rest[1:])
    return bool(figures) or to


def _lower(tokens: Sequence[Token]) -> set[str]:
    return {token.lower for token in tokens}


def _figure(token: Token) -> bool:
    return token.number or token.lower in grammar.NUMBER_WORDS


__all__ = ["EXPECTS", "VERBS", "measures"]
