"""The numbers of English (and of unambiguous German) text as tokens: digits, written-out words, scales, fractions.

A token grammar for `quantities`: it says what one word or numeral is worth and knows nothing of what stands around it.
"""

from __future__ import annotations

import re
from decimal import Decimal

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: Decimal(value) for value, word in enumerate(_SMALL.split())}
TENS = {word: Decimal(10 * value) for value, word in enumerate(_TENS.split(), 2)}
GROUPS = {"dozen": Decimal(12), "hundred": Decimal(100)}
SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "tausend": Decimal(10**3),
    "millionen": Decimal(10**6),
    "milliarden": Decimal(10**9),
    "milliarde": Decimal(10**9),
}
SHORT_SCALES = {
    "k": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mio": Decimal(10**6),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "mrd": Decimal(10**9),
    "tn": Decimal(10**12),
}
"""Only directly after a numeral or one blank on: "m" is also the metre, decided by what precedes (money) or follows."""

FRACTION_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "tenth": 10,
    "tenths": 10,
}

NUMERAL = (
    r"\d{1,3}(?:,\d{3}){1,7}(?!\d|,\d)(?:\.\d+)?"  # 40,000.5
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,7}(?!\d)(?:[.,]\d{1,2}(?!\d))?"  # 40 000
    r"|\d{1,3}(?:\.\d{3}){2,7}(?!\d)(?:,\d+)?"  # 1.234.567,8 (German)
    r"|\d{1,3}\.\d{3},\d{1,2}(?!\d)"  # 1.234,50 (German)
    r"|\d+(?:\.\d+)?(?:,\d{1,2}(?![\d,.]))?"  # 40  2.5  2,5 (German)
)
# Repeats are bounded so that a megabyte of "000,000,…" is read in one pass.
_MOST_DIGITS = 30  # a longer run of digits is no quantity anybody compares

_DOT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}\.000")


def numeral_value(text: str) -> Decimal | None:
    """Return the value of a numeral as `NUMERAL` finds it, or None if it has more digits than a quantity has."""
    if len(text) > _MOST_DIGITS:
        return None
    plain = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif (plain.count(".") > 1 or "," in plain or plain.endswith(".000")) and _DOT_GROUPS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    else:
        plain = plain.replace(",", ".")
    return Decimal(plain) if plain.count(".") <= 1 else None


def written_value(words: list[str]) -> tuple[Decimal, int]:
    """Return the value of the written number `words` starts with, and how many words it takes (0: none).

    Reads "thirty-one" given as two words, "a hundred and five", "two million"; not "half", not a bare article.
    """
    total, group, used = Decimal(0), Decimal(0), 0
    tens_open = False  # after "twenty" a one may follow, after "two" not
    for place, word in enumerate(words):
        if word in ONES and (used == 0 or tens_open or words[place - 1] in _JOINTS):
            group, tens_open = group + ONES[word], False
        elif word in TENS and (used == 0 or words[place - 1] in _JOINTS):
            group, tens_open = group + TENS[word], True
        elif word in GROUPS and (group or _is_article(words, place)):
            group, tens_open = max(group, Decimal(1)) * GROUPS[word], False
        elif word in SCALES and (group or _is_article(words, place)):
            total, group, tens_open = total + max(group, Decimal(1)) * SCALES[word], Decimal(0), False
        elif (word in ("a", "an") and place == 0) or (word == "and" and used and words[place - 1] in _JOINTS):
            continue
        else:
            break
        used = place + 1
    return total + group, used


_JOINTS = frozenset([*GROUPS, *SCALES, "and"])


def _is_article(words: list[str], place: int) -> bool:
    return place == 1 and words[0] in ("a", "an")
