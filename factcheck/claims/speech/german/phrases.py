"""Find German noun phrases, and with them the subject of a clause.

Method: a German main clause has its verb second, so that its subject is the whole first constituent, or stands right
behind the verb where that constituent is an adverbial or the words themselves. A noun phrase is read from its article
or its capital letter rightwards over genitives; what names nobody is no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.speech.german import words
from factcheck.text.names.particles import PARTICLES

Range = tuple[int, int]

PHRASE_TOKENS = 16
"""Tokens of a noun phrase; a longer "phrase" is a clause."""

ATTRIBUTE_TOKENS = 7
_PARTICIPLES = tuple(stem + end for stem in ("end", "t", "en", "ig") for end in ("e", "er", "en", "es", "em"))

LEADING = frozenset(["und", "aber", "doch", "denn", "auch", "selbst", "sogar", "nur"])
"""Words that stand before the first constituent: "Auch | der Bund kritisierte …"."""
_STRESSING = frozenset(["selbst", "selber", "hingegen", "wiederum", "indes", "offenbar", "nämlich", "immer"])
"""Words between a subject and its verb: "Lenz | selbst | behauptet, …"."""
_RETIRED = (["a", ".", "D."], ["a.D", "."], ["i", ".", "R."], ["i.R", "."])


def speaker_behind(tokens: Sequence[Token], verb: int) -> Range | None:
    """Return the subject behind a verb; of "heißt es in dem Bericht" it is the document."""
    at = verb + 1
    while at < len(tokens) and tokens[at].lower in ("sich", "auch", "dazu", "darauf"):
        at += 1
    if at < len(tokens) and tokens[at].lower == "es":
        if at + 1 < len(tokens) and tokens[at + 1].lower in ("in", "im", "aus", "bei", "beim", "von"):
            return noun_phrase(tokens, at + 2)
        return None
    return noun_phrase(tokens, at)


def first_constituent(tokens: Sequence[Token], verb: int, start: int = 0) -> Range | None:
    """Return the subject that stands before a verb, from the head of its clause; None for an adverbial."""
    low = start + (verb > start + 1 and tokens[start].lower in LEADING)
    phrase = noun_phrase(tokens, low)
    if phrase is None or tokens[low].lower in words.OBJECTS:
        return None
    following = tokens[phrase[1]].lower
    if following in words.APART and words.SPANS & {t.lower for t in tokens[slice(*phrase)]}:
        return None  # "Drei Wochen | später sagte sie"
    if phrase[1] == verb or following in words.ADVERBS or following in _STRESSING:
        return phrase
    if following in words.HAVE and tokens[verb].lower in words.DENIED | words.SAID:
        return phrase
    parted = tokens[phrase[1]].text in (",", "(") and tokens[verb - 1].text in (",", ")")
    return phrase if parted and verb - low <= PHRASE_TOKENS + phrase[1] else None


def noun_phrase(tokens: Sequence[Token], low: int) -> Range | None:
    """Return the noun phrase that begins at `low`, with its genitives and a name in apposition; None for none."""
    if low >= len(tokens) or not tokens[low].word:
        return None
    first = tokens[low]
    if first.lower in words.PRONOUNS and first.lower != "es":
        return low, low + 1
    if first.lower in words.DETERMINERS:
        high = _past_nouns(tokens, _past_adjectives(tokens, low + 1))
        if high == low + 1:  # the mention is the noun alone: "die seit 2019 amtierende | Rektorin"
            low = _past_participle(tokens, low + 1)
            high = _past_nouns(tokens, low)
            return (low, past_attributes(tokens, high)) if high > low else None
        return low, past_attributes(tokens, high)
    if not first.capital or first.lower in words.PREPOSITIONS | words.ADVERBS or first.lower in words.SAYING:
        return None
    high = _past_nouns(tokens, low)
    return (low, high) if high > low else None


def _past_adjectives(tokens: Sequence[Token], at: int) -> int:
    """Step over adjectives, where a noun follows them."""
    high = at
    while high < len(tokens) and high - at < 4 and _adjective(tokens[high]):  # noqa: PLR2004 - more is a clause
        high += 1
    return high if high < len(tokens) and tokens[high].capital else at


def _past_participle(tokens: Sequence[Token], at: int) -> int:
    """Step over what stands between an article and its noun: "die | seit 2019 amtierende | Rektorin"."""
    for k in range(at + 1, min(at + ATTRIBUTE_TOKENS, len(tokens) - 1)):
        if not (tokens[k - 1].word or tokens[k - 1].number):
            return at
        token = tokens[k]
        if _adjective(token) and token.lower.endswith(_PARTICIPLES) and tokens[k + 1].capital:
            return k + 1
    return at


def _adjective(token: Token) -> bool:
    plain = token.word and not token.capital and token.lower not in words.PREPOSITIONS | words.DETERMINERS
    return plain and token.lower.endswith(("e", "en", "er", "es", "em"))


def _past_nouns(tokens: Sequence[Token], at: int) -> int:
    high = at
    while high < len(tokens) and _names(tokens, high) and high - at < PHRASE_TOKENS:
        high += 1
        high += _retired(tokens, high)
    return high


def _retired(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens "a. D." or "i. R." takes behind an office: who bears it holds it no longer."""
    written = [token.text for token in tokens[at : at + 3]]
    return next((len(one) for one in _RETIRED if written[: len(one)] == one), 0)


def _names(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text in PARTICLES and at > 0:
        return grammar.in_name(tokens, at) and not _is_noun(tokens[at - 1])
    marks = token.text in "„“”»«" and 0 < at < len(tokens) - 1 and (tokens[at - 1].capital or tokens[at + 1].capital)
    return marks or (token.word and token.capital and token.lower not in words.TIMES)


def _is_noun(token: Token) -> bool:
    """Tell whether a capitalised word before "von" is a noun that "von" parts from a name ("Sprecher von Siemens")."""
    return token.lower.endswith(("er", "in", "ung", "rat", "chef", "mann", "frau", "ent"))


def past_attributes(tokens: Sequence[Token], at: int) -> int:
    """Step over genitives, "von X", "für X" and a name in apposition behind a noun."""
    high = at
    while high + 1 < len(tokens) and high - at < PHRASE_TOKENS:
        joins = tokens[high].lower in words.GENITIVE | {"von", "vom", "für", "beim"}
        begin = high + 1 + (tokens[high].lower in ("von", "für") and tokens[high + 1].lower in words.DETERMINERS)
        end = _past_nouns(tokens, _past_adjectives(tokens, begin))
        if not joins or end <= begin or tokens[end - 1].lower.endswith(words.OUTLETS):
            break
        high = end
    if high + 2 < len(tokens) and tokens[high].text == ",":
        end = _past_nouns(tokens, high + 1)
        closes = end >= len(tokens) or tokens[end].text in ",.:"
        if end - high > 2 and closes:  # noqa: PLR2004 - a full name: two words behind the comma
            return end
    return high


__all__ = ["LEADING", "PHRASE_TOKENS", "first_constituent", "noun_phrase", "past_attributes", "speaker_behind"]
