"""Tell in German whether a saying is not asserted: nobody's, negated or only supposed. What becomes of it: `unsaid`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence.grammar import Token

CLAUSE_TOKENS = 12  # from a verb to its "nicht", which stands before the comma

_NOBODY = frozenset(["niemand", "kein", "keine", "keiner", "keines", "weder"])
_IF = frozenset(["wenn", "falls", "ob", "sofern"])
_NOT = frozenset(["nicht", "nie", "niemals", "keineswegs"])


def is_unsaid(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb of saying at `verb` tells of what is not asserted to have been said."""
    low, high = clause_around(tokens, verb)
    before, behind = ([t.lower for t in part] for part in (tokens[low:verb], tokens[verb + 1 : high]))
    supposed = before[:1] != [] and before[0] in _IF and tokens[low].text != "OB"  # the mayor, and no "ob"
    negated = any(word in _NOT for word in (*before[-1:], *behind))  # "hat nicht | bestritten"
    return supposed or negated or any(word in _NOBODY for word in (*before, *behind[:1]))


def negates(clause: Sequence[Token]) -> bool:
    """Tell whether a clause says that nobody, or somebody never, did what it tells of."""
    return any(token.lower in _NOT | _NOBODY for token in clause)


def clause_around(tokens: Sequence[Token], verb: int) -> tuple[int, int]:
    """Return where the words around a verb begin and end, at marks; without marks close behind, they end with it."""
    low = verb
    while low > 0 and tokens[low - 1].word:
        low -= 1
    return low, next((k for k in range(verb, min(len(tokens), verb + CLAUSE_TOKENS)) if not tokens[k].word), verb)


__all__ = ["clause_around", "is_unsaid", "negates"]
