"""The numbers of English (and of unambiguous German) text as tokens: digits, written-out words, scales, fractions.

A token grammar for `quantities`: it says what one word or numeral is worth and knows nothing of what stands around it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GERMAN_ONES = (
    "zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 "
    "sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 "
    "achtzig=80 neunzig=90 hundert=100 anderthalb=1.5 eineinhalb=1.5 zweieinhalb=2.5 dreieinhalb=3.5"
)
"""Without "elf", which is an English word as well."""
ONES = {word: Decimal(value) for value, word in enumerate(_SMALL.split())} | {
    word: Decimal(value) for word, _, value in (pair.partition("=") for pair in _GERMAN_ONES.split())
}
_GERMAN_TENS = "zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90"
_UNDER_TEN = "ein=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9"
ONES |= {
    f"{one}und{ten}": Decimal(value) + Decimal(more)
    for one, _, value in (pair.partition("=") for pair in _UNDER_TEN.split())
    for ten, _, more in (pair.partition("=") for pair in _GERMAN_TENS.split())
}
TENS = {word: Decimal(10 * value) for value, word in enumerate(_TENS.split(), 2)}
GROUPS = {"dozen": Decimal(12), "hundred": Decimal(100)}
GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "lakh": Decimal(10**5),
    "lakhs": Decimal(10**5),
    "crore": Decimal(10**7),
    "crores": Decimal(10**7),
    "tausend": Decimal(10**3),
    "millionen": Decimal(10**6),
    "milliarden": Decimal(10**9),
    "milliarde": Decimal(10**9),
}
SHORT_SCALES = {
    "tsd": Decimal(10**3),
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

_POWER = (
    r"(?:\d{1,3}(?:\.\d{1,9})?[ \u00a0]?[×x·][ \u00a0]?)?10(?:\^[-−]?\d{1,2}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?!\w)"  # 2.5 × 10^6
)
_POWER_OF_TEN = re.compile(r"(?:(?P<mantissa>[\d.]+)[\s×x·]+)?10\^?(?P<power>(?<=\^)[-−]?\d+|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
NUMERAL = (
    rf"{_POWER}|"
    r"\d{1,3}(?:\.\d{1,9})?[eE][+-]?\d{1,4}(?!\w)"  # 1.2e6
    r"|\d{1,3}(?:['’]\d{3}){1,7}(?!\d)(?:\.\d{1,2}(?!\d))?"  # 1'200.50 (Swiss)
    r"|(?<![\w.,:/)\]”\"])\.\d{1,4}(?![\d.])"  # .5
    r"|\d{1,3}(?:,\d{3}){1,7}(?!\d|,\d)(?:\.\d+)?"  # 40,000.5
    r"|\d{1,2}(?:,\d\d){1,4},\d{3}(?!\d|,\d)(?:\.\d+)?"  # 1,00,000 (Indian)
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,7}(?!\d)(?:[.,]\d{1,2}(?!\d))?"  # 40 000
    r"|\d{1,3}(?:\.\d{3}){2,7}(?!\d)(?:,\d+)?"  # 1.234.567,8 (German)
    r"|\d{1,3}\.\d{3},\d{1,2}(?!\d)"  # 1.234,50 (German)
    r"|\d+(?:\.\d+)?(?:,\d{1,2}(?![\d,.]))?"  # 40  2.5  2,5 (German)
)
# Repeats are bounded so that a megabyte of "000,000,…" is read in one pass.
_NUMERALS_KEPT = 1024  # numerals read last: each is asked for as a share, as a range and by itself
_MOST_DIGITS = 30  # a longer run of digits is no quantity anybody compares

_DOT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}\.000")


@lru_cache(_NUMERALS_KEPT)
def numeral_value(text: str) -> Decimal | None:
    """Return the value of a numeral as `NUMERAL` finds it, or None if it has more digits than a quantity has."""
    if len(text) > _MOST_DIGITS:
        return None
    if power := _POWER_OF_TEN.fullmatch(text):
        return Decimal(format(Decimal(f"{power['mantissa'] or 1}e{power['power'].translate(_RAISED)}"), "f"))
    if "e" in text.lower():
        return Decimal(format(Decimal(text), "f")) if abs(Decimal(text).adjusted()) < _MOST_DIGITS else None
    plain = text.replace("'", "").replace("’", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif (plain.count(".") > 1 or "," in plain or plain.endswith(".000")) and _DOT_GROUPS.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    else:
        plain = plain.replace(",", ".")
    return Decimal(plain) if plain.count(".") <= 1 else None


def point_value(words: list[str]) -> tuple[Decimal, int]:
    """Return the value of "two point two five", and how many words it takes (0: none)."""
    if len(words) < 3 or words[1] != "point" or words[0] not in ONES or words[2] not in _DIGITS:  # noqa: PLR2004
        return Decimal(0), 0
    used = 2
    while used < len(words) and words[used] in _DIGITS:
        used += 1
    return Decimal(f"{ONES[words[0]]}.{''.join(str(ONES[word]) for word in words[2:used])}"), used


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
        elif (word in ("a", "an", "eine", "einer") and place == 0) or (
            word == "and" and used and words[place - 1] in _JOINTS
        ):
            continue
        else:
            break
        used = place + 1
    return total + group, used


_ARTICLES = frozenset(["a", "an", "eine", "einer"])
_DIGITS = frozenset(_SMALL.split()[:10])
_JOINTS = frozenset([*GROUPS, *SCALES, "and"])


def _is_article(words: list[str], place: int) -> bool:
    return place == 1 and words[0] in _ARTICLES
