"""Numbers in words as they stand among tokens: "two and a half million", "two-thirds", "one in five", "threefold".

Says which tokens a number takes and what it is worth; what is counted, and how exactly, is told elsewhere.
"""

from __future__ import annotations

from decimal import Decimal

from factcheck.text.quantities.changes import changed_share
from factcheck.text.quantities.digit_numbers import Number, is_glued
from factcheck.text.quantities.german_shares import STARTERS as _GERMAN_STARTERS
from factcheck.text.quantities.german_shares import german_share
from factcheck.text.quantities.numeral_tokens import DASHES, Token, token_at
from factcheck.text.quantities.numerals import (
    FRACTION_PARTS,
    GLYPHS,
    GROUPS,
    ONES,
    SCALES,
    TENS,
    numeral_value,
    point_value,
    written_value,
)
from factcheck.text.quantities.units import UNITS

_NTH = frozenset(["first", "second", "third", "fourth", "last", "latter", "final"])
MOST_IN_RATIO = 1000
"""A rarer thing ("1 in 20,000") is no share that per cent with two decimals could tell."""


def ratio_at(tokens: list[Token], place: int) -> Number | None:
    """Read "one in five", "1 in 5", "nine in 10", "3 out of ten" as a share in per cent, or None."""
    top = _whole_number(tokens, place)
    joint = [t.low for t in tokens[place + 1 : place + 3]]
    at = place + 2 if joint[:1] == ["in"] else place + 3 if joint == ["out", "of"] else 0
    whole = _whole_number(tokens, at) if top and at else None
    if not top or whole is None or not top < whole <= MOST_IN_RATIO or _goes_on(tokens, at + 1):
        return None
    return Number(place, at + 1, (100 * top / whole).quantize(Decimal("0.01")), unit="%")


def _whole_number(tokens: list[Token], place: int) -> Decimal | None:
    """Return the value of one word or plain numeral that is a whole number, or None."""
    token = token_at(tokens, place)
    if token is None:
        return None
    if token.kind == "num":
        plain = token.text.isdigit() and not token.tail and not is_glued(tokens, place)
        return numeral_value(token.text) if plain else None
    return written_value([token.low])[0] or None


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether the second number is one of something else: "3 in 24 hours", "two in 40,000", "9 in 10 million"."""
    following, beyond = token_at(tokens, at), token_at(tokens, at + 1)
    if following is not None and following.text == "-":
        following = beyond  # "one in twenty-five" is no one in twenty, "killed 2 in 10-day march" no share
        return following is not None and following.kind in ("word", "num")
    return following is not None and (
        following.kind == "num" or following.low in UNITS or following.low in SCALES or following.low in GROUPS
    )


def words_at(tokens: list[Token], place: int) -> Number | None:
    """Read a written number, a share ("two-thirds", "one in five") or a part of a scale ("half a billion")."""
    if tokens[place].kind != "word" or tokens[place].low not in STARTERS:
        return None
    if (glyph := GLYPHS.get(tokens[place].text)) is not None:
        return _part_of_unit(tokens, place, glyph)
    run, after = _run(tokens, place)
    alone = _alone(tokens, place)
    return Number(place, after[0], *alone) if alone is not None else _words(tokens, place, run, after)


def _part_of_unit(tokens: list[Token], place: int, part: Decimal) -> Number | None:
    """Read "½" before what it is a part of: "½ million", "¾ mile"."""
    following = token_at(tokens, place + 1)
    parts = following is not None and (following.low in SCALES or following.low in UNITS)
    return Number(place, place + 1, part) if parts else None


def _words(tokens: list[Token], place: int, run: list[str], after: list[int]) -> Number | None:
    """Read the number that a run of words opens with; `after`: for each the token behind it."""
    if (change := _multiple(run)) is not None:
        return Number(place, place + 1, change[0], unit=change[1], change=run[0] in CHANGED_BY)
    period = run[0] in FRACTION_PARTS and place > 0 and tokens[place - 1].low in _NTH  # "the first half of 2020"
    if period or (run[0] in ("a", "an") and run[1:2] and (run[1] in ONES or run[1] in TENS)):  # "a two-thirds majority"
        return None
    share = german_share(run) or _share(run, hyphened=place + 1 < len(tokens) and tokens[place + 1].text in DASHES)
    changed = None if share else changed_share(tokens, place, run)
    if found := share or changed:
        value, used, unit = found
        return Number(place, after[used - 1], value, unit=unit, change=changed is not None)
    value, used = point_value(run)
    if not used:
        value, used = written_value(run)
    scale = _scale_of(run[:used])
    if used and run[used : used + 3] == ["and", "a", "half"]:  # "two and a half million", "a million and a half"
        group = GROUPS.get(run[used + 3], Decimal(1)) if len(run) > used + 3 else Decimal(1)
        value, used = (value + scale / 2) * group, used + 3 + (group > 1)
    if not used or ((used == 1 and run[0] in ("one", "zero")) and not _counts_a_unit(run)):
        return None
    return Number(place, after[used - 1], value / scale, scale=scale)


def _alone(tokens: list[Token], place: int) -> tuple[Decimal, Decimal, str] | None:
    """Return value, scale and unit of a word that is a number only beside what stands around it, or None."""
    if tokens[place].low == "half" and _is_of_those(tokens, place):
        return Decimal(50), Decimal(1), "%"
    one = _german_one(tokens, place)
    return None if one is None else (one, Decimal(1), "")


def _german_one(tokens: list[Token], place: int) -> Decimal | None:
    """Return what "elf" before a German noun is worth, and "ein" of "ein bis zwei"; None for other words."""
    token, then, before = tokens[place], token_at(tokens, place + 1), token_at(tokens, place - 1)
    if token.text == "elf" and then is not None and then.kind == "word" and then.text[0].isupper():
        return None if before is not None and before.low in _BEFORE_ELVES else Decimal(11)
    second = token_at(tokens, place + 2)
    ranges = token.low == "ein" and then is not None and then.low == "bis" and second is not None
    return Decimal(1) if ranges and second is not None and second.low in ONES else None


def _is_of_those(tokens: list[Token], place: int) -> bool:
    """Whether "half" with a bound before it is the subject of a verb: "fewer than half passed"."""
    before, then = token_at(tokens, place - 1), token_at(tokens, place + 1)
    bounded = before is not None and before.low in ("than", "nearly", "almost", "about", "exactly", "roughly")
    verb = then is not None and (then.low in _AUXILIARIES or (then.low.endswith("ed") and then.text.islower()))
    return bounded and verb


def _multiple(run: list[str]) -> tuple[Decimal, str] | None:
    """Return what the first word makes of a thing: "twice as many", "threefold", "doubled", "halved" (by 50 %)."""
    following = run[1] if run[1:] else ""
    if run[0] in _TIMES:
        return (_TIMES[run[0]], "times") if following in ("as", "the") else None  # not "voted twice"
    if run[0] in CHANGED_BY:
        told = (Decimal(50), "%") if run[0] in HALVING else (MULTIPLYING[run[0]], "times")
        return None if following in _OTHERWISE else told
    number = run[0].removesuffix("fold")
    return (written_value([number])[0], "times") if number != run[0] else None


def _scale_of(words: list[str]) -> Decimal:
    """Return what the last word of a written number multiplies the others by: 1,000 of "two hundred thousand"."""
    alone = words and _MULTIPLES.keys().isdisjoint(words[:-1] if words[-1] in GROUPS else [*SCALES.keys() & words[:-1]])
    return _MULTIPLES.get(words[-1], Decimal(1)) if alone else Decimal(1)


_LONGEST_RUN = 10


def _run(tokens: list[Token], place: int) -> tuple[list[str], list[int]]:
    """Return the next words, hyphens taken out, and for each the token after it."""
    run: list[str] = []
    after: list[int] = []
    while place < len(tokens) and len(run) < _LONGEST_RUN:
        token = tokens[place]
        if token.kind == "word":
            run.append(token.low)
            after.append(place + 1)
        elif not (token.text in DASHES and run):
            break
        place += 1
    return run, after


def _share(run: list[str], *, hyphened: bool) -> tuple[Decimal, int, str] | None:
    """Return value, words used and unit of a share; "half a million" is a plain number, "half of" is 50 %.

    `hyphened`: a hyphen joins the first two words, as in "a two-thirds majority"; "half-time" is a word of its own.
    """
    top, used = (Decimal(1), 0) if run[0] in FRACTION_PARTS else written_value(run[:1])
    if run[0] in ("a", "an"):
        top, used = Decimal(1), 1
    if top and len(run) > used and run[used] in FRACTION_PARTS:
        portion = top / FRACTION_PARTS[run[used]]
        of_something = _part(portion, run, used + 1)
        plain = (hyphened and used > 0) or (top > 1 and run[used] in ("thirds", "fifths", "tenths"))
        alone = ((100 * portion).quantize(Decimal("0.01")), used + 1, "%") if plain else None
        return of_something or alone
    return None


def _part(part: Decimal, run: list[str], used: int) -> tuple[Decimal, int, str] | None:
    rest = run[used:]
    lead = 1 if rest[:1] == ["of"] else 0
    if rest[lead : lead + 1] and rest[lead] in ("a", "an", "one"):
        of = rest[lead + 1 : lead + 3]
        if of[:1] == ["percent"] or of == ["per", "cent"]:
            return part, used + lead + 1 + (1 if of[0] == "percent" else 2), "%"
        if of in (["percentage", "point"], ["percentage", "points"]):
            return part, used + lead + 3, "pp"
    if rest[:1] == ["point"] or rest[:2] == ["percentage", "point"]:  # "a quarter-point cut"
        return part, used + 1 + (rest[0] != "point"), "pp"
    article = int(rest[lead : lead + 1] in (["a"], ["an"]))
    scale = _MULTIPLES.get(rest[lead + article]) if len(rest) > lead + article else None
    if scale is not None and (article or not lead):  # "half a dozen", "a half-dozen", "half of a million"
        return part * scale, used + lead + article + 1, ""
    if lead or rest[:1] == ["the"]:
        return (100 * part).quantize(Decimal("0.01")), used, "%"
    return None


def _counts_a_unit(run: list[str]) -> bool:
    return len(run) > 1 and run[1] in UNITS


_BEFORE_ELVES = frozenset(["the", "an", "a", "this", "that", "every", "each", "little", "young", "s"])
_AUXILIARIES = frozenset(["was", "were", "is", "are", "have", "has", "had", "said", "say", "do", "did", "live", "own"])
_MULTIPLES = GROUPS | SCALES
_TIMES = {"twice": Decimal(2), "thrice": Decimal(3)}
_MULTIPLYING_WORDS = (
    "doubled=2 doubling=2 trebled=3 trebling=3 tripled=3 tripling=3 quadrupled=4 quadrupling=4 quintupled=5 "
    "verdoppelt=2 verdoppelte=2 verdoppelten=2 verdreifacht=3 verdreifachte=3 verdreifachten=3 vervierfacht=4 "
    "vervierfachte=4 vervierfachten=4 verfünffacht=5 verfünffachte=5"
)
MULTIPLYING = {word: Decimal(value) for word, _, value in (pair.partition("=") for pair in _MULTIPLYING_WORDS.split())}
"""Verbs that say how many times as much there is; "doubles" and "triples" are played and hit as often."""
HALVING = frozenset(["halved", "halving", "halbiert", "halbierte", "halbierten"])
"""Verbs that say the same as "by half": the share is given in per cent, as that is."""
CHANGED_BY = HALVING | MULTIPLYING.keys()
"""Verbs of change that are quantities of their own, and count nothing that follows."""
_OTHERWISE = frozenset(["down", "up", "over", "back", "as"])
"""Words behind which such a verb multiplies nothing: "doubled down", "doubled as a nurse"."""
STARTERS = frozenset(
    [
        *GLYPHS,
        *_TIMES,
        *CHANGED_BY,
        *(f"{word}fold" for word in (*ONES, *TENS)),
        *(
            "elf",
            "ein",
            "a",
            "an",
            "half",
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
        ),
        *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
        *("nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        *_GERMAN_STARTERS,
        *ONES,
    ]
)

__all__ = ["CHANGED_BY", "STARTERS", "ratio_at", "words_at"]
