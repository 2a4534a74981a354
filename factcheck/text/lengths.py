"""Tell metres from millions behind a numeral: "the 400m record" and "a wall 30m high", but "a 400m loan"."""

from __future__ import annotations

from factcheck.text.numeral_tokens import Token, token_at

_RACES = frozenset("50 60 100 110 200 400 800 1,500 1500 3,000 3000 5,000 5000 10,000 10000".split())  # noqa: SIM905
"""Distances that are run and swum as races."""
_BEHIND_WORDS = """
    record records final finals semi-final semi-finals heat heats race races sprint relay hurdles freestyle butterfly
    backstroke breaststroke medley run runner runners sprinter swim swimmer dash steeplechase champion champions title
    gold silver bronze medal world olympic walk track individual event
    deep high long tall wide away above below apart thick from tower ship yacht tunnel wall crane vessel pool stretch
    mark platform springboard cliff fence mast turbine drop exclusion radius"""
_BEHIND = frozenset(_BEHIND_WORDS.split())
_RUN_WORDS = """
    ran run runs running swam swim swims swum jumped leapt leaped threw thrown sprinted walked dived climbed"""
_RUN = frozenset(_RUN_WORDS.split())
_ARTICLES = frozenset(["the", "over", "men's", "men’s", "women's", "women’s"])
_OPEN = frozenset(["in", "at", "on", "and", "for", "but", "to", "with", "after", "as"])
_MOVED = 3  # words before the number among which somebody runs or jumps


def is_length(tokens: list[Token], place: int) -> bool:
    """Whether the numeral at `place`, to which an "m" is glued, is a length; else it is millions."""
    following = token_at(tokens, place + 1)
    word = following.low if following is not None else ""
    if tokens[place].text == "0" or word in _BEHIND:
        return True
    before = [token.low for token in tokens[max(0, place - _MOVED) : place]]
    ends = following is None or following.kind == "mark" or word in _OPEN
    if ends and any(word in _RUN for word in before):
        return True
    crossed = tokens[place - 1] if place else None  # "4x100m"
    if crossed is not None and crossed.end == tokens[place].start and crossed.low in ("x", "×"):
        return True
    return ends and tokens[place].text in _RACES and bool(before) and before[-1] in _ARTICLES


__all__ = ["is_length"]
