"""Tell where words behind a quotation only say when or on what occasion it was said: "“We close” | on Tuesday".

With the verb of saying before the quotation, what follows it without a verb of its own goes with that verb: the writer
would have put a day of the speaker's inside the marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.clauses import is_finite_or_past
from factcheck.claims.sentence.complements import YEAR_DIGITS
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.subjects import DOCUMENTS
from factcheck.claims.speech.saying import OCCASIONS, is_public

LONGEST = 16  # tokens of an occasion: "in a letter to the heads of all the schools of Arle on the third of May"
_OPENS = frozenset(["on", "in", "at", "during", "late", "early", "last", "this", "earlier", "later", "via", "over"])
_ENDS = frozenset([",", ";", "and", "but", "–", "—", "--", "."])
_MADE = OCCASIONS | DOCUMENTS | {"newspaper", "television", "radio", "court", "parliament"}
CLOSING = frozenset('”"“’»')


def tells_when(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the words from `at` on, up to the next clause, only date a saying or name its occasion."""
    if at >= len(tokens) or not (tokens[at].lower in _OPENS or grammar.is_time(tokens[at])):
        return False
    ahead = range(at, min(len(tokens), at + LONGEST))
    stop = next((k for k in ahead if tokens[k].lower in _ENDS and not _in_date(tokens, k)), len(tokens))
    words = [one for one in tokens[at:stop] if one.text != ","]
    if len(words) > LONGEST or any(one.quotation or not one.word for one in words):
        return False
    if any(is_finite_or_past(one) and not is_public(one.lower) for one in words):
        return False
    return any(grammar.is_time(one) or one.lower in _MADE for one in words)


def _in_date(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether a comma stands inside a date: "on Monday|,| May 20|,| 2024"."""
    if tokens[comma].text != "," or comma + 1 >= len(tokens):
        return False
    before, behind = tokens[comma - 1], tokens[comma + 1]
    year = behind.text.isdigit() and len(behind.text) == YEAR_DIGITS
    return (grammar.is_time(before) and grammar.is_calendar(tokens, comma + 1)) or (before.number and year)


def quoted_end(tokens: Sequence[Token], low: int, high: int) -> int:
    """Return the character where the last quotation before the character `high` ends, if only a date follows it.

    `low`: the token from which it is looked for; `high` where there is none.
    """
    inside = [k for k in range(low, len(tokens)) if tokens[k].end <= high]
    last = next((k for k in reversed(inside) if tokens[k].quotation or tokens[k].text in CLOSING), None)
    return tokens[last].end if last is not None and tells_when(tokens, last + 1) else high


__all__ = ["quoted_end", "tells_when"]
