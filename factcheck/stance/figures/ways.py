"""Which way a figure goes by the words around it: "rose by 12 %", "12 % fewer", "ging um 12 Prozent zurück". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Span
from factcheck.text.quantities.changes import FALLING, RISING

REACH = 60
"""Characters between a figure and the verb of its change."""
_UP = """
    rise risen rising increase grow growing growth up gain climbing jumping soar higher more longer add added adds
    rocketed rocket rockets expand expands expanded expanding expansion recover recovers recovered recovery rebound
    rebounds rebounded swell swells swelled mount mounted ballooned leapt leap leaps advanced strengthened upturn
    steigt steigen stiegen stieg gestiegen steigend anstieg anstiegen stieg zuwachs zunahme wuchs wuchsen wachsen wächst
    gewachsen wachstum plus mehr höher erhöhte erhöhten erhöht erhöhen erhöhung zugenommen zugelegt kletterte kletterten
    geklettert kletterten verteuerte verteuerten verteuert hinzugewonnen gesteigert steigerte steigerung sprang sprangen
    gesprungen teurer"""
_DOWN = """
    dropping decline declining decrease decreasing lose lost loss reduction shrink slump lower less fewer sinking
    shorter plummet plummets plummeted plummeting tumble tumbling nosedived collapse collapses collapsed contract
    contracts contracted contracting contraction shed sheds dwindled dwindle dwindles ebbed diminished weakened crashed
    retreated receded downturn slashed sank shrank slid slide slides slip slips slipped
    sank sanken sinkt sinken gesunken fiel fielen fällt gefallen rückgang rückgänge rückgangs abnahme minus weniger
    niedriger geringer verringerte verringerten verringert verringerung reduzierte reduzierten reduziert schrumpfte
    schrumpften geschrumpft schrumpft zurückgegangen zurückging abgenommen eingebrochen einbruch gesenkt senkte senkten
    senkung verlor verloren verlust verbilligte verbilligten billiger abgesunken vermindert verminderte gekürzt"""
_NO_WAY = frozenset(["shot", "doubled", "tripled", "trebled", "quadrupled", "doubling", "tripling", "trebling"])
"""Words of changes that tell by how much themselves, or another thing."""
_SIGN_OF = dict.fromkeys((RISING | frozenset(_UP.split())) - _NO_WAY, 1) | dict.fromkeys(
    (FALLING | frozenset(_DOWN.split())) - {"halved", "halving"}, -1
)
_NEGATIVE = re.compile(r"\b(?:negative[ns]?|negatives)\s\Z", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_COMPARED = re.compile(
    r"(?:more|less|fewer|higher|lower)\s+than\b|up\s+to\b|cut(?:ting)?\s+off|\b(?:mehr|weniger|geringer|niedriger|höher)"
    r"\s+als\b|\bmehr\s+oder\s+weniger\b",
    re.IGNORECASE,
)
_WITHIN = r"\b(?P<within>[^.;:!?]{0,80}?)\s"
_PARTED = (
    (re.compile(rf"\b(?:nahm|nahmen|nimmt|nehmen|legte|legten|legt|legen){_WITHIN}zu\b", re.IGNORECASE), 1),
    (re.compile(rf"\b(?:stieg|stiegen|steigt|steigen|wuchs|wuchsen){_WITHIN}an\b", re.IGNORECASE), 1),
    (re.compile(rf"\b(?:nahm|nahmen|nimmt|nehmen){_WITHIN}ab\b", re.IGNORECASE), -1),
    (re.compile(rf"\b(?:ging|gingen|geht|gehen|fiel|fielen){_WITHIN}zurück\b", re.IGNORECASE), -1),
    (re.compile(rf"\b(?:brach|brachen|bricht|brechen){_WITHIN}ein\b", re.IGNORECASE), -1),
)
"""German verbs that stand in two parts around what they tell."""
_BY = re.compile(r"\b(?:by|um)\s+(?:[\w-]+\s+){0,3}\Z")
_FIRST_OF_TWO = re.compile(
    r"(?:\d\s?%?(?:\s+[\w-]+){0,2}|\b(?:half|thirds?|quarters?|fifths?|tenths?|hälfte|drittel|viertel|fünftel|zehntel))"
    r"(?:\s+(?:to|zu|auf)\s+|\s?[-–:]\s?)(?:(?:about|around|nearly|almost|just|only|some|rund|etwa|fast|knapp)\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before the second figure of a vote or a score, or behind a change: "by 52 votes to", "by a third to"."""
_CHANGE = re.compile(
    r"\s+(?:more|higher|less|lower|fewer|rise|increase|growth|gain|jump|fall|drop|decline|decrease|cut|reduction|mehr|"
    r"weniger|höher|niedriger|gestiegen|gesunken|zurückgegangen)\b"
)
_LEVEL = re.compile(
    r"\b(?:(?<!up )(?<!bis )to|at|from|auf|bei|von)\s+(?:(?:about|around|nearly|almost|over|just|only|some|rund|etwa|"
    r"fast|knapp|more than|less than|mehr als|weniger als)\s+){0,2}(?:an?\s|the\s|ein\s|eine\s|die\s)?\Z",
    re.IGNORECASE,
)
_OF_A_CHANGE = re.compile(
    r"\b(?:plus|minus|rückgang|anstieg|zuwachs|zunahme|abnahme|wachstum)\s+von\s*\Z", re.IGNORECASE
)


def says_direction(word: str) -> bool:
    """Whether a word says that something rose or fell."""
    return word.lower() in _SIGN_OF


def direction_of(text: str, span: Span) -> tuple[int, str]:
    """Return which way a figure goes, by the nearest word that says so: 1 up, -1 down, 0 none near; and that word."""
    best: tuple[int, int, str] = (REACH, 0, "")
    for start, end, sign, word in _told(text, span):
        gap = span.start - end if end <= span.start else start - span.end
        if 0 <= gap < best[0]:
            best = (gap, sign, word)
    return best[1], best[2]


def is_changed_by(text: str, span: Span) -> bool:
    """Whether a figure is told as a change: "by 12 %", "12 % more", "um 12 Prozent"."""
    start = max(0, span.start - REACH)
    before = _BY.search(text, start, span.start) and not _FIRST_OF_TWO.search(text, start, span.start)
    return bool(before) or _CHANGE.match(text, span.end) is not None


def is_level(text: str, span: Span) -> bool:
    """Whether a figure is told as a level, before or after a change: "rose to 40 %", "from 12 %", "auf 40 Prozent"."""
    start = max(0, span.start - REACH)
    return _LEVEL.search(text, start, span.start) is not None and not _OF_A_CHANGE.search(text, start, span.start)


def _told(text: str, span: Span) -> Iterator[tuple[int, int, int, str]]:
    """Yield start, end and sign of each word near a figure that says which way something goes, and the word."""
    parted = [(found, sign) for verb, sign in _PARTED for found in verb.finditer(text)]
    taken = [(found.start(), found.start("within")) for found, _ in parted]
    taken += [match.span() for match in _COMPARED.finditer(text)]
    for found, sign in parted:  # the verb is as near as what stands between its two parts
        words = found[0].split()
        both = f"{words[0]} … {words[-1]}"
        yield found.start(), found.start("within"), sign, both
        yield found.end("within"), found.end(), sign, both
    for match in _WORDS.finditer(text, max(0, span.start - REACH), span.end + REACH):
        sign = _SIGN_OF.get(match[0].lower(), 0)
        bound = match.start() - span.end not in (0, 1) and any(low <= match.start() < high for low, high in taken)
        if sign and _NEGATIVE.search(text, 0, match.start()):
            sign = -sign
        if sign and not bound:  # "12 % higher than in 2019" is no bound
            yield match.start(), match.end(), sign, match[0]
