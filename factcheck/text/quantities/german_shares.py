"""Shares and dozens of German text: "ein Viertel der Stimmen", "jeder vierte Schüler", "ein halbes Dutzend".

English stands in `quantities`; German is read only in these fixed forms, whose words are no English ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_HUNDREDTH = Decimal("0.01")
_SMALL = "zwei drei vier fünf sechs sieben acht neun"
_COUNTS = {
    **dict.fromkeys(("ein", "eine", "einem", "eines", "einen"), 1),
    **{word: value for value, word in enumerate(_SMALL.split(), 2)},
}
PARTS = {
    **dict.fromkeys(("drittel", "dritteln"), 3),
    **dict.fromkeys(("viertel", "vierteln"), 4),
    **dict.fromkeys(("fünftel", "fünfteln"), 5),
    **dict.fromkeys(("sechstel", "sechsteln"), 6),
    **dict.fromkeys(("achtel", "achteln"), 8),
    **dict.fromkeys(("zehntel", "zehnteln"), 10),
}
_WHOLES = frozenset(
    """der des aller dieser dieses seiner seines ihrer ihres unserer unseres deutscher davon von mehr weniger""".split()  # noqa: SIM905
)
"""What follows a share; "ein Viertel in Wien" is a part of a town."""
_EVERY = frozenset(["jeder", "jede", "jedes", "jeden", "jedem"])
_STEMS = {
    "zweite": 2,
    "dritte": 3,
    "vierte": 4,
    "fünfte": 5,
    "sechste": 6,
    "siebte": 7,
    "achte": 8,
    "neunte": 9,
    "zehnte": 10,
    "zwanzigste": 20,
    "fünfzigste": 50,
    "hundertste": 100,
}
_NTH = {stem + ending: value for stem, value in _STEMS.items() for ending in ("", "r", "n", "s")}
_TIMES = frozenset(
    """tag woche monat jahr stunde minute sekunde abend morgen mittag nacht sommer winter montag dienstag mittwoch
    donnerstag freitag samstag sonntag mal""".split()  # noqa: SIM905
)
"""After "jeden zweiten" these tell how often, and no share."""
STARTERS = frozenset([*_COUNTS, *_EVERY, "hälfte"])


def german_share(words: Sequence[str]) -> tuple[Decimal, int, str] | None:
    """Return value, words used and unit ("%" or "") of the share or dozen that `words` (lower case) begin with."""
    first, second, third = (*words[:3], "", "", "")[:3]
    if first in _EVERY and second in _NTH and third and third not in _TIMES:
        return (Decimal(100) / _NTH[second]).quantize(_HUNDREDTH), 2, "%"
    if first == "hälfte" and second in _WHOLES:
        return Decimal(50), 1, "%"
    return _counted_share(first, second, third) if first in _COUNTS else None


def _counted_share(first: str, second: str, third: str) -> tuple[Decimal, int, str] | None:
    if second == "dutzend":
        return Decimal(12) * _COUNTS[first], 2, ""
    if second in ("halbes", "halben") and third == "dutzend":
        return Decimal(6), 3, ""
    if second in PARTS and third in _WHOLES and _COUNTS[first] < PARTS[second]:
        return (Decimal(100) * _COUNTS[first] / PARTS[second]).quantize(_HUNDREDTH), 2, "%"
    return None


__all__ = ["PARTS", "STARTERS", "german_share"]
