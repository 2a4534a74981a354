"""Words that define what a figure counts: of each set at most one is true of a figure, and two of them are two figures.

Source: the definitions that statistical offices keep apart (net and gross, starts and completions, real and nominal,
dead and injured), and words of our own observation; no lexical resource lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.domain import Span
from factcheck.stance.reading.texts import read

_ADDED = "|".join(
    f"{added} {counted}"
    for added in ("new", "additional", "further", "more")
    for counted in (
        *("deaths", "cases", "infections", "fatalities", "patients", "hospitalisations", "hospitalizations", "claims"),
        *("confirmed cases", "positive cases", "coronavirus cases", "coronavirus deaths", "Covid-19 cases"),
        *("Covid-19 deaths", "COVID-19 cases", "COVID-19 deaths", "confirmed deaths", "daily cases"),
    )
)
"""What was added since the last count, of what is counted from day to day."""

_SETS: tuple[dict[str, str], ...] = (
    {"net": "net", "gross": "gross"},
    {"median": "median", "mean": "mean|average|averaged"},
    {"core": "core inflation|core rate|core prices|underlying", "headline": "headline inflation|headline rate"},
    {
        "real": "real terms|adjusted for inflation|inflation-adjusted|real wages|real pay|real incomes|real earnings"
        "|real growth|Reallöhne",
        "nominal": "nominal|nominally|cash terms|Nominallöhne",
    },
    {
        "daily": "daily|a day|per day|each day|every day|pro Tag|täglich",
        "weekly": "weekly|a week|per week|each week|every week|pro Woche|wöchentlich",
        "monthly": "monthly|a month|per month|each month|every month|month-on-month",
        "quarterly": "quarterly|per quarter|each quarter|quarter-on-quarter",
        "yearly": "yearly|annual|annually|a year|per year|each year|every year|per annum|year-on-year",
    },
    {
        "started": "starts|started|begun",
        "completed": "completions|completed|finished|built",
        "approved": "approvals|approved|permits|permitted|consents",
        "planned": "planned|proposed|promised|pledged",
    },
    {
        "dead": "dead|killed|deaths|death toll|died|fatalities|fatally",
        "injured": "injured|wounded|hurt|injuries|wounds",
        "missing": "missing|unaccounted for",
        "arrested": "arrested|arrests|detained|detentions|jailed",
        "rescued": "rescued|evacuated|evacuations",
        "displaced": "displaced|homeless",
        "infected": "infected|infections",
    },
    {"births": "births|born", "deaths": "deaths|died"},
    {"imports": "imports|imported", "exports": "exports|exported"},
    {"men": "men|male|males|boys", "women": "women|female|females|girls"},
    {"adults": "adults", "children": "children|minors"},
    {"urban": "urban", "rural": "rural"},
    {
        "north": "north|northern",
        "south": "south|southern",
        "east": "east|eastern",
        "west": "west|western",
    },
    {"young": "youth|youths|young|graduate|under-25s", "old": "elderly|pensioner|over-65s"},
    {"long": "long-term", "short": "short-term"},
    {"full": "full-time", "part": "part-time"},
    {"primary": "primary school|primary schools|primary pupils", "secondary": "secondary school|secondary schools"},
    {"profit": "profit|profits", "revenue": "revenue|revenues|turnover|sales", "loss": "loss|losses"},
    {"spending": "spending|expenditure|spent", "income": "income|earnings"},
    {"deficit": "deficit", "surplus": "surplus", "debt": "debt"},
    {
        "public": "government debt|public debt|national debt|sovereign debt|state debt|Staatsverschuldung"
        "|Staatsschulden",
        "household": "household debt|household debts|private debt|consumer debt|personal debt|Privatverschuldung",
        "corporate": "corporate debt|company debt|Unternehmensschulden",
    },
    {
        "budget": "budget deficit|fiscal deficit|public deficit|budget surplus|Haushaltsdefizit|Haushaltsüberschuss",
        "trade": "trade deficit|trade surplus|trade gap|Handelsdefizit|Handelsüberschuss",
        "current": "current account deficit|current-account deficit|current account surplus|Leistungsbilanzdefizit",
    },
    {
        "consumer": "consumer prices|consumer price|consumer price index|retail prices|Verbraucherpreise",
        "producer": "producer prices|producer price|factory gate prices|wholesale prices|Erzeugerpreise",
        "house": "house prices|home prices|property prices|Immobilienpreise|Hauspreise",
        "food": "food prices|grocery prices|Lebensmittelpreise",
        "energy": "energy prices|fuel prices|Energiepreise",
    },
    {"relative": "relative risk|relatives Risiko", "absolute": "absolute risk|absolutes Risiko"},
    {"intensive": "intensive care beds|intensive-care beds|ICU beds|critical care beds|Intensivbetten"},
    {"violent": "violent crime|violent crimes|violent offences|violent offenses|knife crime|gun crime|Gewalttaten"},
    {
        "domestic": "domestic flights|domestic passengers|domestic visitors|domestic tourists|domestic sales"
        "|Inlandsflüge",
        "international": "international flights|international passengers|foreign visitors|foreign tourists"
        "|overseas visitors|foreign sales|Auslandsflüge",
    },
    {"first": "provisional|preliminary", "last": "final|revised"},
    {"head": "per capita|per head|per person|per inhabitant"},
    {"adjusted": "seasonally adjusted", "unadjusted": "unadjusted|not seasonally adjusted"},
    {"added": _ADDED, "total": "in total|in all|so far|to date|cumulative|cumulatively|altogether"},
    {"alike": "like-for-like|on a comparable basis"},
)
"""Sets of members, each with the words that say it, between bars."""

LONE = frozenset(
    [
        *("net", "gross", "core", "median", "real", "head", "adjusted", "alike", "added", "young", "long"),
        *("intensive", "violent"),
        *("daily", "weekly"),  # "yearly" is left out more often than not
    ]
)
"""Members that make another figure of one that is given without any: net migration is not migration."""
ALL_THROUGH = frozenset(["dead", "injured", "missing", "arrested", "rescued", "displaced", "infected"])
"""Members that a sentence says of all its figures, where it says no other of the set."""
OFTEN_LEFT_OUT = frozenset(["added", "net"])
"""Members that may be left out of the same figure: "481 deaths" on a day are its new ones, a loss is the net loss."""


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    parts = (
        f"(?P<{member}>{'|'.join(sorted(told.split('|'), key=len, reverse=True))})" for member, told in words.items()
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE)


_PATTERNS = tuple(map(_pattern, _SETS))
_KINDS: dict[str, set[int]] = {}
"""The sets that a text can have something of, by the last word of what says it; most texts have none."""
for _kind, _words in enumerate(_SETS):
    for _phrase in "|".join(_words.values()).split("|"):
        _KINDS.setdefault(re.split("[ -]", _phrase)[-1], set()).add(_kind)


@dataclass(frozen=True, slots=True)
class Mark:
    """A defining word in a text: which member of which set it says."""

    kind: int
    member: str
    span: Span


@lru_cache(512)
def kinds_in(text: str, start: int, end: int) -> tuple[Mark, ...]:
    """Return the defining words in `text[start:end]`."""
    return tuple(_found(text, start, end))


def _found(text: str, start: int, end: int) -> Iterator[Mark]:
    kinds = {kind for word in _KINDS.keys() & read(text).vocabulary for kind in _KINDS[word]}
    for kind in sorted(kinds):
        for found in _PATTERNS[kind].finditer(text, start, end):
            if found.lastgroup and not _is_length(text, found):
                yield Mark(kind, found.lastgroup, Span(found.start(), found.end(), found.group()))


def _is_length(text: str, found: re.Match[str]) -> bool:
    """Whether "a week" tells how long something lasts, and is no rate: "a week of rain", "after a week"."""
    if not _RATE.fullmatch(found.group()):
        return False
    before = _BEFORE_LENGTH.search(text, max(0, found.start() - _REACH), found.start())
    return before is not None or _AFTER_LENGTH.match(text, found.end()) is not None


_RATE = re.compile(r"a (?:day|week|month|quarter|year)", re.IGNORECASE)
_BEFORE_LENGTH = re.compile(
    r"(?:^|[.!?:;]\s|\b(?:after|in|for|within|over|during|than|about|nearly|almost|just|only|least|half|lasted|took)\s)$",
    re.IGNORECASE,
)
_AFTER_LENGTH = re.compile(r"\s(?:of|ago|later|after|before|earlier|long)\b")
_REACH = 12  # characters before "a week" that say what it is

__all__ = ["ALL_THROUGH", "LONE", "OFTEN_LEFT_OUT", "Mark", "kinds_in"]
