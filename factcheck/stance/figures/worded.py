"""Changes, shares and points that a claim says in words: "tenfold", "fell by a third", "most homes", "half a point".

Each as a quantity, with what the words say more: that a level is told by the one before it ("a third of what it was").
Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from factcheck.domain import Operator, Quantity, Span
from factcheck.text.quantities.exactness import is_short_of, operator_before
from factcheck.text.quantities.finding import find_changes
from factcheck.text.quantities.numerals import written_value

HUNDRED = Decimal(100)
_COUNTS = {
    **dict.fromkeys(["a", "an", "one", "ein", "eine", "einen", "einem"], 1),
    **dict.fromkeys(["two", "zwei"], 2),
    **dict.fromkeys(["three", "drei"], 3),
    **dict.fromkeys(["four", "vier"], 4),
    **dict.fromkeys(["five", "fünf"], 5),
    **dict.fromkeys(["six", "sechs"], 6),
    **dict.fromkeys(["seven", "sieben"], 7),
    **dict.fromkeys(["eight", "acht"], 8),
    **dict.fromkeys(["nine", "neun"], 9),
    **dict.fromkeys(["ten", "zehn"], 10),
}
_PARTS = {
    **dict.fromkeys(("third", "thirds", "drittel", "dritteln"), 3),
    **dict.fromkeys(("quarter", "quarters", "viertel", "vierteln"), 4),
    **dict.fromkeys(("fifth", "fifths", "fünftel", "fünfteln"), 5),
    **dict.fromkeys(("sixth", "sixths", "sechstel"), 6),
    **dict.fromkeys(("seventh", "sevenths", "siebtel"), 7),
    **dict.fromkeys(("eighth", "eighths", "achtel"), 8),
    **dict.fromkeys(("ninth", "ninths", "neuntel"), 9),
    **dict.fromkeys(("tenth", "tenths", "zehntel"), 10),
}
_NTH = "second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
_GERMAN_NTH = "zweit dritt viert fünft sechst siebt acht neunt zehnt".split()  # noqa: SIM905
_GOES_ON = (
    r"(?=\s+(?:of|what|are|were|is|was|have|had|has|do|did|say|said|live|rent|own|lack|stand|stands|der|des|aller|davon|"
    r"steht|stehen|ist|sind|war|waren|hat|haben|mehr|weniger|more|fewer|less|higher|lower)\b|\s*[.,;:!?)]|\s*\Z)"
)
_PART = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNTS)})[ -](?P<part>{'|'.join(_PARTS)})\b{_GOES_ON}"
    rf"|(?<!first )(?<!second )\b(?P<half>half|hälfte){_GOES_ON}",
    re.IGNORECASE,
)
_TIME = "seconds?|minutes?|hours?|days?|weeks?|months?|years?|tagen?|wochen?|monaten?|jahren?|minuten|stunden"
_ONE_OF = re.compile(
    rf"\b(?:every|each)\s+(?P<nth>{'|'.join(_NTH)})\s+[a-z]"
    rf"|\bjede[rsnm]?\s+(?P<german>{'|'.join(_GERMAN_NTH)})e[rsnm]?\b"
    rf"|\b(?P<top>{'|'.join(_COUNTS)}|\d{{1,2}})\s+(?:[a-z-]+\s+(?:in|out\s+of)|von)\s+"
    rf"(?P<whole>{'|'.join(_COUNTS)}|\d{{1,3}})\b(?![.,]?\d|\s+(?:{_TIME}|hundred|thousand|million))",
    re.IGNORECASE,
)
_NOUN = r"(?=of\b|[a-z-]+s\b|people\b|men\b|women\b|children\b)"
_MOST = re.compile(
    rf"\b(?:(?:a|the)\s+)?(?:\w+\s+)?majority\b|\b(?<!the )(?<!have )(?<!has )(?<!had )most\s+{_NOUN}|\bMehrheit\b"
    r"|\A(?:Die\s+)?meisten\s",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\b(?:only\s+)?a\s+minority\b|\bMinderheit\b", re.IGNORECASE)
_POINTS = re.compile(
    r"(?P<article>\s+an?)?[ -]?(?P<basis>\s?basis)?\s?(?:percentage[ -])?"
    r"(?:points?|ppts?|pps?|%-?\s?points?|Punkte?n?|Prozentpunkte?n?)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:pc\b|v\.\s?H\.)", re.IGNORECASE)
_BASIS = Decimal("0.01")
_FORMER = re.compile(
    r"\s+(?:of\s+(?:its|their|his|her|the|that)\s+(?:\w+\s+){0,2}?(?:level|value|size|number|peak|total|figure|rate)|(?:of\s+)?what\b|"
    r"(?:ihres|seines|des)\s+(?:\w+\s+){0,2}?(?:Werts|Wertes|Niveaus|Standes|Vorjahreswertes|Vorjahreswerts))",
    re.IGNORECASE,
)
_GERMAN_TIMES = (
    "doppelt=2 zweifach=2 dreifach=3 vierfach=4 fünffach=5 sechsfach=6 siebenfach=7 achtfach=8 neunfach=9 zehnfach=10"
)
_TIMES = {word: int(value) for word, _, value in (pair.partition("=") for pair in _GERMAN_TIMES.split())}
_MULTIPLE = re.compile(
    rf"\b(?:das|dem|ein)\s+(?P<fold>{'|'.join(_TIMES)})e[ns]?\b"
    rf"|\bver(?P<verb>{'|'.join(_TIMES)})(?:t|te|ten)\b"
    r"|\b(?P<times>twice|thrice)\b(?=\s+(?:what|as|the)\b)"
    r"|\b(?P<double>doubles?|triples?|trebles?|quadruples?|halves)\b",
    re.IGNORECASE,
)
_WORDED_TIMES = {"twice": 2, "double": 2, "thrice": 3, "triple": 3, "treble": 3, "quadruple": 4}
_HALVED = re.compile(r"halv|halbier", re.IGNORECASE)


class Worded(NamedTuple):
    """A quantity told in words. `of_before`: it is the share of a level that is left of the one before it."""

    quantity: Quantity
    of_before: bool = False


def worded_in(text: str, plain: Sequence[Quantity]) -> list[Worded]:
    """Return the quantities of a text that its words tell, beside the `plain` ones; none of them stands in two."""
    found: list[Worded] = []
    for one in (
        *_units(text, plain),
        *find_changes(text),
        *_multiples(text),
        *_ratios(text),
        *_shares(text),
        *_bounds(text),
    ):
        if not any(_touch(one.span, other.quantity.span) for other in found):
            found.append(Worded(one))
    taken = [one.quantity.span for one in found]
    found += [Worded(one) for one in plain if not any(_touch(one.span, span) for span in taken)]
    told = [one._replace(of_before=_FORMER.match(text, one.quantity.span.end) is not None) for one in found]
    return sorted(told, key=lambda one: one.quantity.span.start)


def is_halving(one: Quantity) -> bool:
    """Whether a quantity is a verb that says "by half" by itself."""
    return _HALVED.match(one.span.text) is not None


def is_under(text: str, one: Quantity) -> bool:
    """Whether a figure is told as one that is not quite reached: "nearly half", "knapp 12 Prozent"."""
    return is_short_of(text, one) or _SHORT.search(text, 0, one.span.start) is not None


_SHORT = re.compile(r"\b(?:nearly|almost|fast|knapp|nahezu|beinahe)\s(?:an?\s|the\s|die\s|das\s)?\Z", re.IGNORECASE)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _units(text: str, plain: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities whose unit is told in short, or in a word that is of points only here."""
    for one in (*plain, *find_changes(text)):
        points = _POINTS.match(text, one.span.end) if one.unit in ("", "%") else None
        percent = _PERCENT.match(text, one.span.end) if not one.unit else None
        if one.unit == "bp":
            yield replace(one, low=one.low * _BASIS, high=one.high * _BASIS, unit="pp")
        elif percent is not None:
            yield replace(one, span=Span.cut(text, one.span.start, percent.end()), unit="%")
        elif points is not None and (not one.unit or points["article"]):
            by = _BASIS if one.unit or points["basis"] else Decimal(1)  # "half a point": half was 50 %
            span = Span.cut(text, one.span.start, points.end())
            yield replace(one, span=span, low=one.low * by, high=one.high * by, unit="pp")


def _multiples(text: str) -> Iterator[Quantity]:
    for match in _MULTIPLE.finditer(text):
        word = next(filter(None, match.groupdict().values())).lower()
        times = _TIMES.get(word) or _WORDED_TIMES.get(word.removesuffix("s"))
        yield _quantity(text, match, Decimal(times or 50), "times" if times else "%")


def _ratios(text: str) -> Iterator[Quantity]:
    """Yield "every fifth", "one home in five", "drei von vier"."""
    for match in _ONE_OF.finditer(text):
        top = _number(match["top"]) if match["top"] else 1
        whole = _number(match["whole"]) if match["whole"] else _nth(match["nth"] or match["german"])
        if 0 < top < whole:
            yield _quantity(text, match, HUNDRED * top / whole, "%")


def _shares(text: str) -> Iterator[Quantity]:
    for match in _PART.finditer(text):
        top, whole = (1, 2) if match["half"] else (_COUNTS[match["count"].lower()], _PARTS[match["part"].lower()])
        if top < whole:
            yield _quantity(text, match, HUNDRED * top / whole, "%")


def _bounds(text: str) -> Iterator[Quantity]:
    for pattern, operator in ((_MOST, Operator.MORE_THAN), (_LEAST, Operator.LESS_THAN)):
        for match in pattern.finditer(text):
            yield replace(_quantity(text, match, HUNDRED / 2, "%"), operator=operator)


def _nth(word: str) -> int:
    nths = _NTH if word.lower() in _NTH else _GERMAN_NTH
    return nths.index(word.lower()) + 2


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _COUNTS.get(words.lower()) or int(written_value([words.lower()])[0])


def _quantity(text: str, match: re.Match[str], value: Decimal, unit: str) -> Quantity:
    operator = operator_before(text, match.start())
    end = match.start() + len(match[0].rstrip())
    return Quantity(span=Span.cut(text, match.start(), end), low=value, high=value, unit=unit, operator=operator)
