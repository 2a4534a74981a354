"""Tell a change and the level it leads to ("by 5 % to 25 %"), and two levels ("rose from 5 to 25"), from a range.

Looks at the words before a number, and nothing of what it counts.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.text.quantities.digit_numbers import Number
from factcheck.text.quantities.german_shares import PARTS as GERMAN_PARTS
from factcheck.text.quantities.numeral_tokens import DASHES, Token, token_at
from factcheck.text.quantities.numerals import FRACTION_PARTS

_RISING_WORDS = """
    rose risen rise rises rising climbed climb climbs climbing grew grow grown grows growing growth jumped jump jumps
    jumping soared soar soars surged surge surges increased increase increases increasing gained gain gains up raised
    raise raises raising lifted lift lifts boosted swelled swell expanded expand expands widened shot doubled tripled
    increasing gaining soaring surging lifting boosting doubling tripling trebled trebling quadrupled edged inched crept
    stieg stiegen steigt steigen gestiegen wuchs wuchsen wächst gewachsen erhöhte erhöhten erhöht kletterte kletterten
    anstieg"""
_FALLING_WORDS = """
    fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased decrease
    decreases decreasing sank sink sinks plunged plunge plunges slipped slip slips slid slide tumbled tumble tumbles
    shrank shrink shrinks shrunk slumped slump slumps dipped dip dips eased ease eases lost lose loses down cut cuts
    cutting lowered lower lowers reduced reduce reduces reducing reduction narrowed halved
    decreasing sinking plunging slipping tumbling shrinking slumping losing lowering halving
    sanken sinkt sinken gesunken fiel fielen fällt fallen gefallen senkte senkten gesenkt gekürzt kürzte
    kürzten slashed slash slashes trimmed rückgang"""
_EITHER_WORDS = """
    went go goes gone moved move moves changed change changes improved improve improves worsened ging gingen"""
RISING = frozenset(_RISING_WORDS.split())
FALLING = frozenset(_FALLING_WORDS.split())
_ALL_VERBS = RISING | FALLING | frozenset(_EITHER_WORDS.split())
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


def verb_of_levels(tokens: list[Token], first: int) -> str:
    """Return the verb after which the number at `first` is the level before: "rose" of "rose from 5 to 25"; or ""."""
    before = token_at(tokens, first - 1)
    if before is None or before.low not in ("from", "von"):
        return ""
    for token in reversed(tokens[max(0, first - 1 - _REACH) : first - 1]):
        if token.low in _ALL_VERBS:
            return token.low
        if token.kind == "mark" and token.text not in _INSIDE:
            return ""
    return ""


def shares_scale(verb: str, before: Number, after: Number) -> bool:
    """Whether the level before a change has the scale of the one after it: "fell from 8 to 3 million".

    It has where the change goes the way of its verb with it; "rose from 500 to 3 million" began at five hundred.
    """
    if before.scale != 1 or before.value >= LEAST_SCALE:
        return False
    if verb in RISING:
        return before.value < after.value
    if verb in FALLING:
        return before.value > after.value
    return max(before.value, after.value) < _ONE_MAGNITUDE * min(before.value, after.value)


def changed_share(tokens: list[Token], place: int, run: list[str]) -> tuple[Decimal, int, str] | None:
    """Return the share by which something changed, in per cent, with the words used: "fell by | a quarter".

    `run`: the words from `place` on. What goes on with a noun is no share: "was cut by a third party".
    """
    article = int(run[0] in _ONE_PART)
    part = (FRACTION_PARTS | GERMAN_PARTS).get(run[article]) if len(run) > article else None
    if part is None or not _ends_change(token_at(tokens, place + article + 1)):
        return None
    at = place - 1
    while at >= 0 and tokens[at].low in _EXACT:
        at -= 1
    before = token_at(tokens, at)
    if before is None or not _leads_to_share(tokens, at, alone=article > 0):
        return None
    return (Decimal(100) / part).quantize(Decimal("0.01")), article + 1, "%"


def _ends_change(following: Token | None) -> bool:
    """Whether what follows a part is not what it is a part of: "a third", and not "a third party", "a half-mile"."""
    if following is None or following.kind == "mark":
        return following is None or following.text not in DASHES
    return following.low in _CLOSES_CHANGE


def _leads_to_share(tokens: list[Token], at: int, *, alone: bool) -> bool:
    """Whether the word at `at` makes a change of the part behind it: "fell by", and where `alone`, also "fell"."""
    low = tokens[at].low
    if low in ("by", "um"):
        return any(token.low in _ALL_VERBS for token in tokens[max(0, at - _REACH) : at]) or _verb_behind(tokens, at)
    return alone and low in _BARE_CHANGES


def _verb_behind(tokens: list[Token], at: int) -> bool:
    """Whether the verb of a German sentence stands behind its share: "ist um ein Viertel gesunken"."""
    if tokens[at].low != "um":
        return False
    return any(token.low in _ALL_VERBS for token in tokens[at + 1 : at + _REACH])


_ONE_PART = frozenset(["a", "an", "one", "ein"])
_CLOSES_WORDS = """
    to over between compared against or than a year since within under through auf seit im in gegenüber zu gesunken
    gestiegen gefallen gewachsen geschrumpft zurückgegangen gesenkt gekürzt erhöht höher niedriger"""
_CLOSES_CHANGE = _CLOSES | frozenset(_CLOSES_WORDS.split())
_BARE_CHANGES = frozenset("rose risen fell fallen climbed grew grown dropped declined up down jumped slumped".split())  # noqa: SIM905
"""Verbs behind which "a quarter" alone is a share; what somebody "cut", "lost" or "gained" may be a thing."""
LEAST_SCALE = 1000
"""A number below the smallest scale may share that of the one it is paired with: "from 8 to 3 million"."""
_ONE_MAGNITUDE = 10  # times between two levels of which the verb tells no way: "went from 8 to 3 million"


__all__ = ["FALLING", "RISING", "changed_share", "is_change_and_level", "shares_scale", "verb_of_levels"]
