"""Tell a deed from a saying where one verb is both: "dismissed 300 officials", and "dismissed the claims as lies".

Whoever is dismissed, admitted or questioned by number was so in deed; that is the article's own fact, and nobody's
words. Claims, charges and the like can only be dismissed or admitted in words, however many they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.grammar import Token, is_adverb, is_finite, is_person_noun

OBJECT_TOKENS = 8  # from the verb to the noun that it acts on: "as many as 300 of its newly hired | officials"

_COUNTED_WORDS = """
    dismiss dismisses dismissed attack attacks attacked back backs backed call calls called challenge challenges
    challenged contest contests contested defend defends defended issue issues issued label labels labeled labelled
    question questions questioned refer refers referred reject rejects rejected seek seeks sought support supports
    supported cite cites cited advise advises advised blast blasts blasted offer offers offered decline declines
    declined endorse endorses endorsed describe describes described"""
_COUNTED = frozenset(_COUNTED_WORDS.split())
"""What is done to those that are counted behind it."""
_TO_PEOPLE = frozenset(["admit", "admits", "admitted", "welcome", "welcomes", "welcomed"])
"""What is done only to people: a murder is admitted in words."""
_DISMISSES = frozenset(["dismiss", "dismisses", "dismissed"])
_DENIES = frozenset(["deny", "denies", "denied", "offer", "offers", "offered"])
_SAYINGS_WORDS = """
    claims allegations accusations suggestions reports complaints criticisms calls charges counts statements warnings
    rumours rumors questions demands appeals apologies denials theories ideas arguments threats promises points
    versions concerns fears doubts orders declarations communiques communiqués letters"""
_SAYINGS = frozenset(_SAYINGS_WORDS.split())
_COUNTS_WORDS = """
    dozens scores hundreds thousands millions several many most all both few some about around nearly almost over more
    than at least most up to as only just another roughly fewer less of"""
_COUNTS = frozenset(_COUNTS_WORDS.split()) | grammar.NUMBER_WORDS
_SURE = frozenset(["dozens", "scores", "hundreds", "thousands", "millions", "several"]) | grammar.NUMBER_WORDS
_DECIDES_WORDS = """
    back backs backed endorse endorses endorsed reject rejects rejected decide decides decided"""
_DECIDES = frozenset(_DECIDES_WORDS.split())
_DECIDERS_WORDS = """
    cabinet council councils committee committees board boards parliament senate assembly panel commission jury court
    lawmakers councillors mps senators shareholders voters members delegates directors trustees congress house commons
    lords bundestag bundesrat landtag legislature regulator regulators"""
_DECIDERS = frozenset(_DECIDERS_WORDS.split())
"""Who decides together: what they back or reject they vote on."""
_ASKED = frozenset(["complaints", "calls", "demands", "appeals", "questions", "charges", "orders", "counts"])
"""Sayings that are put to who decides, and are granted or rejected by a decision."""
_REPORTS = frozenset(["report", "reports", "reported"])
_RESULTS_WORDS = """
    profit profits loss losses revenue revenues sales earnings turnover income surplus deficit results takings margin
    margins receipts"""
_RESULTS = frozenset(_RESULTS_WORDS.split())
"""What a firm reports by having it: "reported a profit of £4m" is its result, and "reported a fire" what it said."""
_CLOSED = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.PRONOUNS | {"and", "or", "to"}


def is_deed(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb at `verb`, which can be one of saying, tells what was done to somebody or something."""
    word = tokens[verb].lower
    if word in _DECIDES and verb > 0 and tokens[_noun_before(tokens, verb)].lower in _DECIDERS:
        return not any(t.quotation or t.lower == "as" for t in tokens[verb + 1 :]) and not _of_saying(tokens, verb)
    begin = next((k for k in range(verb + 1, len(tokens)) if not _counts(tokens[k])), len(tokens))
    counted = any(
        t.number or t.lower in _SURE for t in tokens[verb + 1 : begin]
    )  # no "the 40 job cuts", which are known
    head = _head(tokens, begin, verb + 1 + OBJECT_TOKENS)
    if word in _REPORTS or head is None or tokens[head].lower in _SAYINGS:
        return word in _REPORTS and _has_result(tokens, verb)
    people = is_person_noun(tokens[head]) or tokens[head].capital
    named = _noun_follows(tokens, head + 1)
    if word in _DENIES and named:
        verbs = (is_finite(t) or t.lower.endswith("ed") for t in tokens[head + 1 :])
        present = tokens[head].capital and tokens[head + 1].lower.endswith("s")  # "denied Lee | knows him"
        return people and not any(verbs) and not present
    if named or any(t.lower == "as" for t in tokens[head + 1 : head + 1 + OBJECT_TOKENS]):
        return False  # "called 40 officials liars", "dismissed 40 critics as fools"
    if word in _DISMISSES and people:
        return True
    return counted and (word in _COUNTED or (word in _TO_PEOPLE and people))


def _has_result(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a result of business is reported, with nothing but what it is: no quotation and no clause."""
    ahead = range(verb + 1, min(len(tokens), verb + 1 + OBJECT_TOKENS))
    stop = next((k for k in ahead if not tokens[k].word or tokens[k].quotation or is_finite(tokens[k])), len(tokens))
    return any(tokens[k].lower in _RESULTS and not _is_lost(tokens, k) for k in ahead if k < stop)


def _is_lost(tokens: Sequence[Token], noun: int) -> bool:
    """Tell whether what was lost is no sum: "a loss of | taste", unlike "a loss of | £4m"."""
    named = tokens[noun].lower.startswith("loss") and noun + 2 < len(tokens) and tokens[noun + 1].lower == "of"
    return named and tokens[noun + 2].word and not (_counts(tokens[noun + 2]) or tokens[noun + 2].lower in ("a", "an"))


def _noun_before(tokens: Sequence[Token], verb: int) -> int:
    """Return where the noun before a verb stands: "parliament | overwhelmingly rejected"."""
    at = verb - 1
    while at > 0 and is_adverb(tokens[at]):
        at -= 1
    return at


def _of_saying(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the object of a verb is what somebody said: "the claim", "suggestions that", "his warnings"."""
    head = _head(tokens, verb + 1, verb + 1 + OBJECT_TOKENS)
    word = tokens[head].lower if head is not None else ""
    return word in _SAYINGS - _ASKED or (word not in _ASKED and f"{word}s" in _SAYINGS - _ASKED)


def _counts(token: Token) -> bool:
    return token.number or token.lower in _COUNTS


def _head(tokens: Sequence[Token], begin: int, limit: int) -> int | None:
    """Return the noun that a verb's object is headed by: the last word before a preposition, a mark or a verb."""
    head = None
    for at in range(begin, min(len(tokens), limit)):
        token = tokens[at]
        if not token.word or token.quotation or token.lower in _CLOSED or grammar.is_time(token) or is_finite(token):
            return head
        if head is not None and _are_people(tokens[head]) and not token.capital:
            return head  # "300 refugees | entry"
        if not is_adverb(token):
            head = at
    return head


def _are_people(token: Token) -> bool:
    several = token.lower.endswith("s") or token.lower in ("men", "women", "people", "children")
    return token.capital or (several and is_person_noun(token))


def _noun_follows(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what somebody is called or given follows a noun: "officials | liars", "refugees | entry"."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    plain = token.word and token.lower not in _CLOSED and not grammar.is_time(token) and not is_adverb(token)
    return token.quotation or (plain and not is_finite(token) and token.lower not in ("last", "this", "next"))


__all__ = ["is_deed"]
