"""Years, their parts and stretches, decades and centuries."""

from __future__ import annotations

from datetime import date

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.rules import (
    A_BOUND,
    A_CLIPPED_YEAR,
    A_DASH,
    A_DECADE,
    A_SLASH,
    A_YEAR,
    Reading,
    Rule,
    part_named,
    rule,
    whole_year,
    word_set,
)
from factcheck.text.dates.timex.words import CENTURIES, CENTURY_WORDS, COUNTED, IN, KIND_OF_YEAR, NOUN, PART, Y

_FIRST_OWN = 2000  # an apostrophe makes a decade of the last century ("the 1960’s"), rarely one of this
_PROGRAMMES = ("Agenda", "Vision", "Horizon", "Project", "Strategy", "Roadmap", "Expo", "Plan", "Goals", "Targets")
_NO_PROGRAMME = "".join(rf"(?<!\b{word}\s\d{{4}})" for word in _PROGRAMMES)
"""The year in such a name is no date: "Agenda 2030", "Vision 2030". Asked behind the year, which is quicker found."""
_NO_COUNT = r"(?![-–]\d{1,3}(?:,\d{3})+)"
"""What stands behind a dash with thousands parted is a count of its own: "in 2012–28,277 infected"."""
_FY = word_set("fiscal fy")


def years(r: Reading) -> Period | None:
    """Read "1979-81" and "between 2001 and 2005"."""
    first, last = int(r.groups["y"]), r.groups.get("z", r.groups["y"])
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)  # noqa: PLR2004 - "2008-12" has two digits
    return Period(date(first, 1, 1), date(end, 12, 31), Precision.INTERVAL) if first < end else None


def fiscal_year(r: Reading) -> Period | None:
    """Read "fiscal 1987/88", "FY21"; the bounds are those of calendar years."""
    return years(r) if "z" in r.groups else periods.year(whole_year(r.groups["y"]))


def short_year(r: Reading) -> Period | None:
    """Read "in ’98"."""
    return periods.year(whole_year(r.groups["y"][1:]))


def decade(r: Reading) -> Period | None:
    """Read "the 1980s", "the early 1980s"; "2020’s first debate" is of one year."""
    if "own" in r.groups and not r.groups.keys() & {"the", "part"} and int(r.groups["y"]) >= _FIRST_OWN:
        return None
    return _part_of_decade(r, int(r.groups["y"]))


def year(r: Reading) -> Period | None:
    """Read a year, or a part of one."""
    whole = periods.year(int(r.groups["y"]))
    part = r.groups.get("part", "").lower()
    return periods.part_of(whole, part_named(part)) if part else whole


def century(r: Reading) -> Period | None:
    """Read "the 20th century"."""
    word = r.groups["c"].lower()
    first = ((CENTURIES.get(word) or int(word[:2])) - 1) * 100 + 1
    whole = Period(date(first, 1, 1), date(first + 99, 12, 31), Precision.INTERVAL)
    part = r.groups.get("part", "").lower()
    return periods.part_of(whole, part) if part else whole


def short_decade(r: Reading) -> Period | None:
    """Read "the ’90s": of the century before this one."""
    return _part_of_decade(r, 1900 + int(r.groups.get("c") or r.groups["short"][1:]))


def _part_of_decade(r: Reading, first: int) -> Period:
    part = r.groups.get("part", "").lower()
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return Period(date(first + low, 1, 1), date(first + high, 12, 31), Precision.INTERVAL)


RULES: tuple[Rule, ...] = (
    rule("year-range", rf"\b(?P<y>{Y})[-–](?P<z>(?:19|20)\d\d|\d\d)\b(?![-–]|,\d{{3}})", years, A_YEAR, A_DASH),
    rule(
        "decade",
        rf"\b(?:(?P<the>[Tt]he\s)(?!{PART}?(?:1[5-9]|20)\d0['’]?s\s{NOUN}))?"
        rf"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[-\s])?(?P<y>(?:1[5-9]|20)\d0)(?P<own>['’])?s\b",
        decade,
        A_YEAR,
        A_DECADE,
    ),
    rule(
        "part-year",
        rf"\b(?P<the>[Tt]he\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\s(?P<y>{Y})\b",
        year,
        A_YEAR,
        A_BOUND,
    ),
    rule(
        "early-year",
        rf"\b(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd)[-\s](?:in\s)?(?P<y>{Y})\b",
        year,
        A_YEAR,
        word_set("early late mid end"),
    ),
    rule(
        "in-year",
        rf"\b{IN}\s(?:the\syear\s)?(?P<y>(?:1[5-9]|20)\d\d)\b(?!{_NO_COUNT}[-–.,]?\d|{COUNTED})",
        year,
        A_YEAR,
    ),
    rule(
        "year",
        rf"\b(?P<the>[Tt]he\s)?(?P<y>{Y})(?:[-–/](?P<z>\d{{2,4}}))?\s(?:{KIND_OF_YEAR})\syear\b",
        fiscal_year,
        A_YEAR,
        word_set("year"),
    ),
    rule("year", rf"\b(?P<the>[Tt]he\s)year\s(?P<y>{Y})\b(?![-–/]\d)", year, A_YEAR, word_set("year")),
    rule(
        "short-year",
        r"\b(?:[Ii]n|[Oo]f|[Ss]ince|[Ff]rom|[Tt]o|[Uu]ntil|[Bb]y|and|[Bb]efore|[Aa]fter|[Ss]ummer|[Ff]all|[Ss]pring|[Tt]he)\s"
        r"(?P<y>['’‘]\d\d)\b(?![\d'’]|\s(?:and|or)\s)",
        short_year,
        A_CLIPPED_YEAR,
    ),
    rule(
        "bare-year",
        r"(?P<y>19\d\d|20[0-4]\d)\b"
        rf"(?:{_NO_PROGRAMME}(?<![\w$£€#.,/’'-]\d{{4}})(?<![$£€#]\s\d{{4}})|(?<=\bpre-\d{{4}})|(?<=\bpost-\d{{4}}))"
        rf"(?!{_NO_COUNT}[-–/.,]?\d|(?:['’](?!s\b)|-)?[a-z]|%|{COUNTED})",
        year,
        A_YEAR,
    ),
    rule("season-year", r"(?<![\d/])(?P<y>(?:19|20)\d\d)/(?P<z>\d\d)(?![\d/])", years, A_YEAR, A_SLASH),
    rule(
        "fiscal-year",
        rf"\b(?P<the>[Tt]he\s(?=\w+\syear))?(?:(?P<f>[Ff]iscal(?:[-\s]year)?|FY)[-\s]?|"
        rf"(?P<f2>(?:{KIND_OF_YEAR})\syear)\s)(?P<y>{Y})(?:[/–-](?P<z>\d\d(?:\d\d)?))?\b",
        fiscal_year,
        A_YEAR,
        word_set("fiscal fy year"),
    ),
    rule("fiscal-year", r"\b(?P<f>FY|[Ff]iscal\s(?=['’]))[-\s]?['’]?(?P<y>\d\d)\b(?![\d%]|[.,]\d)", fiscal_year, _FY),
    rule(
        "century",
        rf"\b(?:(?P<the>[Tt]he\s)(?!(?:{PART})?[\w-]+[-\s][Cc]entury\s{NOUN}))?"
        rf"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[-\s])?"
        rf"(?P<c>(?:1\d|2[01])(?:th|st)|(?i:{CENTURY_WORDS}))[-\s][Cc]entury\b(?!\sFox\b)",
        century,
        word_set("century"),
    ),
    rule(
        "short-decade",
        r"\b(?P<the>[Tt]he\s)(?:(?P<part>early|mid|late)[-\s](?=['’‘]))?['’‘]?(?P<c>[2-9]0)['’]?s\b|"
        r"(?<!\w)(?P<short>['’‘][2-9]0)s\b",
        short_decade,
        A_DECADE,
    ),
)
