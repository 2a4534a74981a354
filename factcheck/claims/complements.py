"""Find where what somebody says begins after a verb of saying: a quotation, a that-clause, a clause, an infinitive.

Between verb and content may stand who was told, when, where and in what medium; these are stepped over. Knows nothing
of speakers.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from factcheck.claims import grammar
from factcheck.claims.grammar import Token, is_adverb, is_finite

ADJUNCT_TOKENS = 16  # how long "in an interview with …" may be
CLAUSE_TOKENS = 14  # within how many tokens a clause without "that" must show its verb

_WH = frozenset(["how", "why", "whether", "if", "what", "who", "where", "when"])
_ADJUNCT = frozenset(
    ["in", "on", "at", "during", "via", "through", "of", "about", "to", "from", "with", "after", "before", "over", "as"]
)
_OPENS_CLAUSE = grammar.DETERMINERS | grammar.PRONOUNS | {"there", "people", "those", "nothing", "something", "both"}
_SPANS = frozenset(["day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "moments"])
_SUBJECTS = frozenset(["he", "she", "they", "there", "we", "i"])
_OBJECTS = frozenset(["him", "her", "them", "me", "us", "you", "it", "reporters", "lawmakers", "viewers", "voters"])


class Complement(StrEnum):
    """What follows a verb of saying."""

    QUOTATION = "quotation"
    COLON = "colon"
    THAT = "that"
    QUESTION = "question"
    CLAUSE = "clause"
    OTHER = "other"
    NONE = "none"


def complement(tokens: Sequence[Token], verb: int, *, telling: bool) -> tuple[Complement, int]:
    """Return what follows the verb at `verb`, and the index of the token where it begins."""
    at = verb + 1
    if telling:
        at = _past_recipient(tokens, at)
    for _ in range(5):
        found = _plain(tokens, at)
        if found is not None:
            return found if found[1] < len(tokens) else (Complement.NONE, len(tokens))
        after = _past_adjunct(tokens, at)
        if after <= at:
            break
        at = after
    if at >= len(tokens) or tokens[at].text in ".,;!?)":
        return Complement.NONE, at
    return (Complement.CLAUSE if _clause(tokens, at) else Complement.OTHER), at


def _plain(tokens: Sequence[Token], at: int) -> tuple[Complement, int] | None:
    """Return the complement that a mark or a conjunction announces at `at`, or None."""
    if at >= len(tokens):
        return Complement.NONE, at
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.quotation:
        return Complement.QUOTATION, at
    if token.text in (",", ":") and following is not None and following.quotation:
        return Complement.QUOTATION, at + 1
    if token.text == ":":
        return Complement.COLON, at + 1
    if token.text == "," and following is not None and following.lower == "that":
        return Complement.THAT, at + 2
    if token.lower in ("that", "dass"):
        alone = following is None or is_finite(following)
        return (Complement.CLAUSE, at) if alone else (Complement.THAT, at + 1)
    return (Complement.QUESTION, at) if token.lower in _WH else None


def _past_recipient(tokens: Sequence[Token], at: int) -> int:
    """Step over who was told: "told the Reuters news agency", "told her"."""
    if at >= len(tokens):
        return at
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    possessive = tokens[at].lower == "her" and following is not None and _noun_follows(following)
    if tokens[at].lower in _OBJECTS and not possessive:
        return at + 1
    high = at
    while high < len(tokens) and high - at < ADJUNCT_TOKENS:
        token = tokens[high]
        if token.quotation or token.lower in ("that", "dass") or token.text in (",", ":") or token.lower in _WH:
            return high
        if high > at and token.lower in grammar.PRONOUNS:
            return high
        if is_finite(token) or not (token.word or token.text == "&"):
            return at
        if high > at and token.lower in grammar.DETERMINERS and tokens[high - 1].lower not in grammar.PREPOSITIONS:
            return high
        high += 1
    return at


def _noun_follows(token: Token) -> bool:
    closed = grammar.PRONOUNS | grammar.DETERMINERS | grammar.PREPOSITIONS | grammar.CONJUNCTIONS | {"that", "dass"}
    return token.word and not token.quotation and token.lower not in closed and not grammar.is_time(token)


def _past_adjunct(tokens: Sequence[Token], at: int) -> int:
    """Step over an adverb, a date or a phrase with a preposition, where the content can begin after it."""
    token = tokens[at]
    if is_adverb(token) or token.lower in grammar.TIMES or token.lower in ("out", "too", "aloud", "back"):
        return at + 1
    ahead = [t.lower for t in tokens[at : at + 3]]
    if len(ahead) == 3 and ahead[1] in _SPANS and ahead[2] in ("earlier", "later", "ago", "before"):  # noqa: PLR2004
        return at + 3
    if token.lower == "under" and at + 1 < len(tokens) and tokens[at + 1].lower == "oath":
        return at + 2
    if token.lower in ("last", "this", "late", "early", "on") and _time_follows(tokens, at):
        return at + 2
    if token.lower not in _ADJUNCT:
        return at
    for high in range(at + 1, min(len(tokens), at + ADJUNCT_TOKENS)):
        follows = tokens[high]
        if follows.quotation or follows.text == ":" or follows.lower in ("that", "dass"):
            return high
        if follows.text == ",":
            quoted = high + 1 < len(tokens) and (tokens[high + 1].quotation or tokens[high + 1].lower == "that")
            return high if quoted else at
        if is_finite(follows) or follows.text in ";()":
            return at
    return at


def _time_follows(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].lower in grammar.TIMES


def _clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause with a verb of its own begins at `at`."""
    first = tokens[at]
    if not (first.lower in _OPENS_CLAUSE or first.capital or first.number or first.lower.endswith("s")):
        return False
    if first.lower in _SUBJECTS and at + 2 < len(tokens) and tokens[at + 1].word:
        return True
    for token in tokens[at : at + CLAUSE_TOKENS]:
        if token.text in ";:" or token.lower in ("that", "who", "which", "when", "because"):
            return False
        if is_finite(token) or token.quotation:
            return True
    return False


__all__ = ["Complement", "complement"]
