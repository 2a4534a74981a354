"""The grammar of calendar expressions: the rules of every kind, and which of them can match in a text.

A bare word ("may", "march") counts only with a preposition, a number or another calendar word beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from factcheck.text.dates.timex import anaphora, bare, days, german, months, quarters, relative, stretches, years
from factcheck.text.dates.timex.rules import CLIPPED, DASHED, DIGITS, DOTTED, POINTED, SLASHED, TENS, YEAR, Rule
from factcheck.text.runs import digit_runs, letter_runs, without_marks

GRAMMAR: tuple[Rule, ...] = tuple(
    rule for kind in (days, months, quarters, years, relative, stretches, anaphora, bare, german) for rule in kind.RULES
)
_DIGITS_OF_YEAR = 4
_STRETCHES_KEPT = 256  # of a text that is asked first whether it may have dates, and then for them
_NUMERALS = (
    (SLASHED, "/", re.compile(r"\d/\d")),
    (CLIPPED, "'", re.compile(r"['’‘]\d\d")),
    (CLIPPED, "’", re.compile(r"['’‘]\d\d")),
    (CLIPPED, "‘", re.compile(r"['’‘]\d\d")),
    (DOTTED, ".", re.compile(r"\d\.\d\d\.\d")),
    (POINTED, ".", re.compile(r"\d\.\s?\d")),
    (DASHED, "-", re.compile(r"\d-\d")),
    (DASHED, "–", re.compile(r"\d–\d")),
    (TENS, "0", re.compile(r"\d0['’]?s")),
)
"""Each with a mark that it has, which most stretches have not."""

_NEEDS = tuple(dict.fromkeys(need for rule in GRAMMAR for need in rule.needs))
_MEETS = {
    word: sum(1 << at for at, need in enumerate(_NEEDS) if word in need) for word in frozenset[str]().union(*_NEEDS)
}
"""The needs that each word meets, a bit each: a set of words is then asked once, not once for each rule."""
_NEEDED = frozenset(_MEETS)
_ASKED = tuple((rule, sum(1 << _NEEDS.index(need) for need in rule.needs)) for rule in GRAMMAR)
_BY_FIRST_NEED = tuple(
    (1 << first, tuple(rules)) for first, rules in groupby(_ASKED, key=lambda one: _NEEDS.index(one[0].needs[0]))
)


def rules_for(text: str, start: int, end: int) -> tuple[Rule, ...]:
    """Return the rules that can match in a text: most texts name no season and no month, and scanning costs.

    Measured 2026-11: of 45 patterns 4 were left for a stretch of news, at a tenth of the time of trying them all.
    """
    return _rules_in(text[start:end].rstrip())  # one key for a sentence, whether the space behind it is asked with it


@lru_cache(_STRETCHES_KEPT)
def _rules_in(stretch: str) -> tuple[Rule, ...]:
    met = 0
    plain = without_marks(stretch).lower()
    counted = digit_runs(plain)
    for word in _NEEDED.intersection([*letter_runs(plain), *counted]):
        met |= _MEETS[word]
    if counted:
        met |= _MEETS[DIGITS]
        if max(map(len, counted)) >= _DIGITS_OF_YEAR:
            met |= _MEETS[YEAR]
        for name, mark, pattern in _NUMERALS:
            if mark in stretch and pattern.search(stretch):
                met |= _MEETS[name]
    return _rules_meeting(met)


@lru_cache(4096)
def _rules_meeting(met: int) -> tuple[Rule, ...]:
    likely = [rules for first, rules in _BY_FIRST_NEED if first & met]
    return tuple([rule for rules in likely for rule, asked in rules if asked & met == asked])
