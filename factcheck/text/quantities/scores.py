"""Tell a score from a range: "lost 9 to 14" and "failed 48-52" are two numbers, "takes 9 to 14 days" is one range.

Method: the words around the two numbers; a counted noun right behind them makes a range, unless it is what votes and
goals are counted in.
"""

from __future__ import annotations

from factcheck.text.quantities.numeral_tokens import DASHES, Token, token_at

BEFORE, BEHIND = 7, 4  # tokens on both sides in which a contest is told

_CONTEST_WORDS = """
    vote votes voted voting ballot ballots ruled ruling split beat beats beaten won lost win wins lose loses losing
    winning defeat defeats defeated victory score scores scored pass passed passes fail failed fails reject rejects
    rejected
    approve approved approves tally trails trailed trailing lead leads led ahead behind verdict against decision jury
    court draw drew match game final senators justices unterlag gewann verlor stimmen siegte"""
_CONTEST = frozenset(_CONTEST_WORDS.split())
_POINTS = frozenset(
    ["vote", "votes", "points", "goals", "runs", "sets", "stimmen", "decision", "ruling", "defeat", "win"]
)
_GOES_ON = frozenset(
    [
        "in",
        "on",
        "to",
        "for",
        "by",
        "with",
        "over",
        "against",
        "at",
        "and",
        "but",
        "when",
        "as",
        "after",
        "that",
        "along",
    ]
)


def is_score(tokens: list[Token], first: int, joint: int, after: int) -> bool:
    """Tell whether the two numbers in tokens `[first, after)`, joined at `joint`, are of two sides."""
    if tokens[joint].low not in ("to", "zu") and tokens[joint].text not in DASHES:
        return False
    before = [one.low for one in tokens[max(0, first - BEFORE) : first]]
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _CONTEST:
        return True  # "a vote of 48 to 52"
    if before[-1:] in (["from"], ["between"], ["of"]):
        return False
    following = token_at(tokens, after)
    if following is not None and following.kind == "word" and following.low not in _POINTS | _GOES_ON:
        return False  # "lost 5 to 7 members"
    return not _CONTEST.isdisjoint([*before, *(one.low for one in tokens[after : after + BEHIND])])


__all__ = ["is_score"]
