"""Tell metres from millions behind a numeral: "the 400m record" and "a wall 30m high", but "a 400m loan"."""

from __future__ import annotations

from factcheck.text.quantities.numeral_tokens import Token, token_at

_RACES = frozenset("50 60 100 110 200 400 800 1,500 1500 3,000 3000 5,000 5000 10,000 10000".split())  # noqa: SIM905
"""Distances that are run and swum as races."""
_BEHIND_WORDS = """
    record records final finals semi-final semi-finals heat heats race races sprint relay hurdles freestyle butterfly
    backstroke breaststroke medley run runner runners sprinter swim swimmer dash steeplechase champion champions title
    gold silver bronze medal world olympic walk track individual event
    deep high long tall wide away above below apart thick from tower ship yacht tunnel wall crane vessel pool stretch
    mark platform springboard cliff fence mast turbine drop exclusion radius across higher snowdrift snowdrifts
    waves wave trench hedge pole statue ladder dam python shark whale crocodile"""
_BEHIND = frozenset(_BEHIND_WORDS.split())
_RUN_WORDS = """
    ran run runs running swam swim swims swum jumped leapt leaped threw thrown sprinted walked dived climbed
    cleared vaulted clears jumps"""
_RUN = frozenset(_RUN_WORDS.split())
_ARTICLES = frozenset(["the", "over", "men's", "men’s", "women's", "women’s"])
_OPEN = frozenset(["in", "at", "on", "and", "for", "but", "to", "with", "after", "as"])
_BUILT_WORDS = """
    wall walls fence fences fencing barrier barriers barricade dam dams surge surges wave waves trench hole pit pole
    statue mast tower gate embankment bank defences defenses ditch hedge python shark crocodile whale"""
_BUILT = frozenset(_BUILT_WORDS.split())
"""What has a height or length behind another noun: "a 3m flood wall", but "the 3m flood victims"."""
_STUFF = frozenset("water snow ice mud sand cable cables pipe pipes piping fencing rope track wall kerb hedge".split())  # noqa: SIM905
"""What is measured in metres behind "of": "in 30m of water"."""
_MEASURES_WORDS = """
    depth depths height heights width widths length lengths altitude distance leap jump throw vault clearance elevation
    diameter radius visibility waves wave"""
_MEASURES = frozenset(_MEASURES_WORDS.split())
_WATER_WORDS = """
    river rivers stream lake reservoir sea seas tide tides water waters floodwater floodwaters level levels wave waves
    surge swell snow waterline glacier dunes seabed estuary canal loch"""
_WATER = frozenset(_WATER_WORDS.split())
_LEVEL_VERBS_WORDS = """
    rose rises rise rising risen fell falls fall falling fallen dropped drops drop climbed swelled peaked peaks crested
    surged stood stands topped reached reaches hit receded subsided lay exceeded sank retreated advanced"""
_LEVEL_VERBS = frozenset(_LEVEL_VERBS_WORDS.split())
_TO_LEVEL = frozenset(["by", "to", "at", "about", "around", "nearly", "almost", "over", "some", "up", "than", "more"])
_LEVELLED = 9  # words before the number among which the water and its verb stand
_TIMES = frozenset(
    ["overnight", "a", "an", "per", "since", "above", "below", "from", "over", "within", "during", "last"]
)
_MONEY = frozenset(["euro", "pound", "dollar", "franc", "yen", "rouble", "ruble"])
_NO_PLURALS = frozenset(["is", "was", "has"])
_MOVED = 3  # words before the number among which somebody runs or jumps


def is_length(tokens: list[Token], place: int) -> bool:
    """Whether the numeral at `place`, to which an "m" is glued, is a length; else it is millions."""
    following = token_at(tokens, place + 1)
    word = following.low if following is not None else ""
    if tokens[place].text == "0" or word in _BEHIND or _is_built(word, token_at(tokens, place + 2)):
        return True
    before = [token.low for token in tokens[max(0, place - _MOVED) : place]]
    ends = following is None or following.kind == "mark" or word in _OPEN
    if ends and any(word in _RUN for word in before):
        return True
    measured = before[-1:] == ["of"] and not _MEASURES.isdisjoint(before[-2:])
    if measured or ((ends or word in _TIMES) and _is_level(tokens, place)):
        return True
    crossed = tokens[place - 1] if place else None  # "4x100m"
    if crossed is not None and crossed.end == tokens[place].start and crossed.low in ("x", "×"):
        return True
    return ends and tokens[place].text in _RACES and bool(before) and before[-1] in _ARTICLES


def _is_built(word: str, then: Token | None) -> bool:
    """Whether the two words behind a number are what is measured in metres: "flood wall", "of water"."""
    return then is not None and word not in _MONEY and then.low in (_STUFF if word == "of" else _BUILT)


def _is_level(tokens: list[Token], place: int) -> bool:
    """Whether water rose by or stood at so much: its verb stands before the number, and the water before that."""
    at = place - 1
    while at > 0 and tokens[at].low in _TO_LEVEL:
        at -= 1
    if at <= 0 or tokens[at].low not in _LEVEL_VERBS:
        return False
    ahead = tokens[max(0, place - _LEVELLED) : at]
    wet = next((k for k in range(len(ahead) - 1, -1, -1) if ahead[k].low in _WATER), -1)
    return wet >= 0 and (wet + 1 == len(ahead) or not _is_plural(ahead[wet + 1]))


def _is_plural(token: Token) -> bool:
    """Whether a word may be what is counted in place of the water: "water users rose by 3m"."""
    return token.text.islower() and token.low.endswith(("s", "’", "'")) and token.low not in _NO_PLURALS


__all__ = ["is_length"]
