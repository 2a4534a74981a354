"""What the words beside the figures of a table say of them all: thousands, "£m", "in 1.000 t", per cent, per 100,000.

Only what a label says for certain is read: a unit that stands alone ("£ million", "Tsd. Euro"), in brackets, behind
"in", or money with its scale at the end ("Turnover £m"). A number beside it makes it a size ("over £2 million") and
"per" a rate ("per thousand people"), which multiply nothing. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.text.quantities.currencies import CURRENCIES, SHORT, SIGNS
from factcheck.text.quantities.numerals import SCALES, SHORT_SCALES
from factcheck.text.quantities.units import UNITS

LONGEST = 80
"""Characters of a label that are looked at."""
PARTS = re.compile(r"[;()\[\]|:\n]|,(?!\d)|\s[–-]\s")
"""What parts the words of a label; a comma within a number does not."""
LEAST_RATE = 1000
"""From here on a ratio is told as a rate: per 1,000."""
_TOKEN = re.compile(
    r"us\$|(?:[x×]\s?)?1[.,’' \u00a0\u202f]?000(?:[.,’' \u00a0\u202f]?000){0,3}(?!\d)"
    r"|['’]?000s?(?![\d\w])|[^\W\d_]+[²³]?|\d[\d.,]*|[^\w\s]"
)
_GLUED = re.compile(r"([€$£])(?=[^\W\d_])|(?<=[^\W\d_])([€$£])")
_MONEY = SIGNS | CURRENCIES | {k.casefold(): v for k, v in SHORT.items()}
_MORE_SCALES = {"mill": 10**6, "thous": 10**3, "ths": 10**3, "thsd": 10**3, "tausender": 10**3}
_SCALES = {
    **SCALES,
    **{f"{name}s": by for name, by in SCALES.items()},
    **SHORT_SCALES,
    **{name: Decimal(by) for name, by in _MORE_SCALES.items()},
}
_OF_MONEY_ALONE = frozenset(["m", "k"])
"""Scales that are units, or the number of a note, where no money stands beside them."""
_ACCOUNTS = {"t€": ("tsd", "€"), "teur": ("tsd", "eur"), "tchf": ("tsd", "chf"), "tusd": ("tsd", "usd")}
_LEAD_WORDS = "in unit units einheit einheiten figures all values amounts expressed angaben werte of as x ×"
_LEADS = frozenset(_LEAD_WORDS.split())
_UNITS = UNITS | {"t": "t", "tonnes": "t"}
_PLURALS = frozenset(["thousands", "millions", "billions", "tsd", "tausend", "mio", "mill", "mrd"])
"""Scales that end a label as they are ("Einwohner Tsd."), and count what follows though it has a capital."""
_PERSON_WORDS = "persons people inhabitants residents personen einwohner einwohnern head heads"
_PERSONS = frozenset(_PERSON_WORDS.split())
_NO_UNITS = frozenset(
    [*("year", "month", "week", "day", "hour", "minute", "second", "times", "in", "acre", "degree"), "%", "pp"]
)
"""Labels of units that, alone in a head, are what a column is of, or no unit of counts."""
_BOUND_WORDS = """
    over under above below than per je pro auf ab über unter bis to from von and und or oder more mehr plus up every
    least between zwischen weniger less"""
_BOUNDS = frozenset(_BOUND_WORDS.split())
_COUNTED = re.compile(r"\s*(?:number|no\.|count|anzahl|zahl)\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bper ?cent\b|\bpercentage\b|\bpct\b|\bProzent|\bv\.\s?H\.", re.IGNORECASE)
_POINTS = re.compile(
    r"(?:%|percent(?:age)?|per cent|prozent)[ -]?(?:points?\b|punkte?n?\b)|\bpp\b|\bp\.p\.", re.IGNORECASE
)
_NUMBER = r"(?:\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+|\d{4,9}|thousand|tausend|million)"
_PER = re.compile(rf"\b(?:per|je|pro|auf(?: je)?|for every|in every)\s+(?P<base>{_NUMBER})(?!\w)", re.IGNORECASE)
_IN = re.compile(r"(?:^|\s)in\s+(?P<unit>[^,;]{1,40})\Z", re.IGNORECASE)
_MOST_COUNTED = 3
"""Words that a scale may count: "thousand single-parent households"."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the figures beside a label are multiplied by, and their unit, with the words that say so ("" for none)."""

    words: str
    by: Decimal = Decimal(1)
    unit: str = ""


UNSCALED = Scale("")


def scale_of(labels: Sequence[str], whole: str = "") -> Scale:
    """Return what the labels of a cell say of its figure, the nearest last; else what its whole table says."""
    if any(unit_said(label) for label in labels):
        return UNSCALED
    for label in (*reversed(labels), whole):
        found = scale_in(label)
        if found is not None:
            return found
    return UNSCALED


def scale_in(label: str) -> Scale | None:
    """Return what a label says of the figures beside it: "Turnover (£m)" are millions of pounds; None for nothing."""
    label = label[:LONGEST]
    parts = [part.strip() for part in PARTS.split(_PER.sub(" per ", label)) if part.strip()]
    found = [_alone(part, certain=True) or _at_end(part) for part in parts[1:]]
    found += [_alone(part, certain=label.startswith("(")) or _at_end(part) for part in parts[:1]]
    told = next(filter(None, found), None)
    if told is not None:
        return told
    return UNSCALED if _COUNTED.match(label) else None


def scale_by(words: str) -> Decimal:
    """Return what the words of a scale ("in £ million") multiply by; 1 for none."""
    found = scale_in(words) if words else None
    return found.by if found else Decimal(1)


def unit_said(label: str) -> str:
    """Return "%", "pp" or "per 1,000" where a label says that of its figures; "" where it does not."""
    if _POINTS.search(label):
        return "pp"
    if _PERCENT.search(label):
        return "%"
    found = _PER.search(label)
    base = _base(found["base"]) if found else Decimal(0)
    return f"per {base:,f}" if base >= LEAST_RATE else ""


def names_unit(words: str) -> bool:
    """Whether words name the unit of figures and nothing else: "£ million", "in thousands"; not "per cent of GDP"."""
    tokens = _tokens(words)
    bare = [token for token in tokens if token not in _LEADS]
    return bool(bare) and (_read(words, tokens) is not None or " ".join(bare) in _SHARES)


_SHARES = frozenset(["%", "per cent", "percent", "pct", "prozent"])


def _tokens(words: str) -> list[str]:
    spaced = _GLUED.sub(lambda found: f" {found[0]} ", words.casefold().replace("us$", "usd "))
    told = (_ACCOUNTS.get(one, (one,)) for one in re.sub(r"\bt\s+€", "t€", spaced).replace(".€", " €").split())
    flat = " ".join(token for several in told for token in several)
    return [one for one in _TOKEN.findall(flat) if one not in ".:’'/"]


def _read(words: str, tokens: Sequence[str]) -> Scale | None:
    """Return the scale and unit that tokens say, where they say nothing else."""
    bare = [token for token in tokens if token not in _LEADS]
    money = next((_MONEY[token] for token in bare if token in _MONEY), "")
    by, unit, told = Decimal(1), money, bool(money)
    for token in bare:
        multiplied = _by(token, money=bool(money))
        if multiplied is not None:
            by, told = by * multiplied, True
        elif token in _UNITS and _UNITS[token] not in _NO_UNITS:
            unit, told = unit or _UNITS[token], True
        elif token not in _MONEY and token not in _PERSONS:
            return None
    return Scale(" ".join(words.split()).rstrip("."), by, unit) if told else None


def _by(token: str, *, money: bool) -> Decimal | None:
    digits = "".join(filter(str.isdigit, token))
    if digits.strip("0") in ("", "1") and digits.endswith("000"):
        return Decimal(digits if digits[0] == "1" else f"1{digits}")
    return _SCALES.get(token) if money or token not in _OF_MONEY_ALONE else None


def _alone(part: str, *, certain: bool) -> Scale | None:
    """Return what a part of a label says that is a unit and nothing else, or counts something in thousands."""
    tokens = _tokens(part)
    found = _read(part, tokens)
    if found is not None:
        single = found.by == 1 and found.unit not in _MONEY.values()
        return None if single and not (certain or tokens[0] == "in") else found
    scale = _by(tokens[0], money=False) if tokens and tokens[0].isalpha() else None
    if scale is None or len(tokens) > _MOST_COUNTED + 1 or not _BOUNDS.isdisjoint(tokens):
        return None
    counted = "".join(part.split()[1:])  # "Thousand Oaks" is a town
    counts = counted.isalpha() and (counted.islower() or tokens[0] in _PLURALS)
    return Scale(tokens[0], scale) if counts else None


def _at_end(part: str) -> Scale | None:
    """Return what ends a part of a label: "Turnover in 1.000 t", "Umsatz Mio. Euro"."""
    inside = _IN.search(part)
    if inside is not None:
        return _read(inside["unit"], _tokens(inside["unit"]))
    words = part.split()
    for at in range(1, len(words)):
        tail = " ".join(words[at:])
        tokens = _tokens(tail)
        found = _read(tail, tokens)
        sure = found is not None and (found.unit in _MONEY.values() or not _PLURALS.isdisjoint(tokens[-1:]))
        if found is not None and sure and found.by > 1:
            before = words[at - 1].casefold().strip(".,")
            return None if before in _BOUNDS or any(map(str.isdigit, before)) else found
    return None


def _base(words: str) -> Decimal:
    digits = "".join(filter(str.isdigit, words))
    return Decimal(digits) if digits else SCALES[words.casefold()]
