"""Tell a change and the level it leads to ("by 5 % to 25 %"), and two levels ("rose from 5 to 25"), from a range.

Looks at the words before a number, and nothing of what it counts.
"""

from __future__ import annotations

from factcheck.text.digit_numbers import Number
from factcheck.text.numeral_tokens import Token, token_at

_VERB_WORDS = """
    rose risen rise rises rising climbed climb climbs climbing grew grow grown grows growing growth jumped jump jumps
    jumping soared soar soars surged surge surges increased increase increases increasing fell fall falls fallen falling
    dropped drop drops dropping declined decline declines declining decreased decrease decreases decreasing sank sink
    sinks plunged plunge plunges slipped slip slips slid slide tumbled tumble tumbles shrank shrink shrinks shrunk
    slumped slump slumps dipped dip dips eased ease eases gained gain gains lost lose loses up down raised raise raises
    raising cut cuts cutting lowered lower lowers reduced reduce reduces reducing reduction lifted lift lifts boosted
    went go goes gone moved move moves changed change changes improved improve improves worsened swelled swell
    expanded expand expands narrowed widened shot doubled tripled halved"""
_VERBS = frozenset(_VERB_WORDS.split())
_GERMAN_VERB_WORDS = """
    stieg stiegen steigt steigen gestiegen sank sanken sinkt sinken gesunken fiel fielen fällt fallen gefallen wuchs
    wuchsen wächst gewachsen erhöhte erhöhten erhöht senkte senkten gesenkt kletterte kletterten ging gingen anstieg
    rückgang"""
_ALL_VERBS = _VERBS | frozenset(_GERMAN_VERB_WORDS.split())
_EXACT_WORDS = (
    "about around nearly almost some roughly another a an further just only more than over at least rund etwa"
)
_EXACT = frozenset(_EXACT_WORDS.split())
_OPEN = frozenset(["could", "may", "might", "can", "könnte", "könnten", "dürfte"])
_CLOSES = frozenset(
    "in on at after since from last this by when while as and but because during before amid for with".split()  # noqa: SIM905
)
"""Words that go on behind a bare level; a noun there would be what both ends of a range count."""
_INSIDE = frozenset(",-–—%()")
_RANGE_ENDS = 2
"""Times that the ends of a range told with "by" differ at most: "by 10% to 15%" is one, "by 5% to 25%" hardly."""
_REACH = 8  # words between a verb and its "from": "rose in the year to March from"


def is_change_and_level(tokens: list[Token], number: Number, second: Number) -> bool:
    """Whether two numbers joined by "to" are a change and a level: "rose by 5 percent to 25 percent", "fell £3 to £9".

    "By 5 to 20 percent" is a range, as both ends have the unit of the second; and so is "could rise by $5 to $15".
    """
    at = number.first - 1
    while at >= 0 and tokens[at].low in _EXACT:
        at -= 1
    word = token_at(tokens, at)
    if word is None or (word.low not in ("by", "um") and word.low not in _ALL_VERBS):
        return False
    if second.value * second.scale <= _RANGE_ENDS * number.value * number.scale:
        return False
    if any(token.low in _OPEN for token in tokens[max(0, at - _REACH) : at]):
        return False
    if number.unit or number.scale != 1:
        return True
    following = token_at(tokens, second.after)
    closed = following is None or following.kind == "mark" or following.low in _CLOSES
    return closed and not second.unit and second.scale == 1


def changes_from(tokens: list[Token], first: int) -> bool:
    """Whether the number at `first` is the level from which something rose or fell: "rose from 5 to 25"."""
    before = token_at(tokens, first - 1)
    if before is None or before.low not in ("from", "von"):
        return False
    for token in reversed(tokens[max(0, first - 1 - _REACH) : first - 1]):
        if token.low in _ALL_VERBS:
            return True
        if token.kind == "mark" and token.text not in _INSIDE:
            return False
    return False


__all__ = ["changes_from", "is_change_and_level"]
