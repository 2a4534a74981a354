"""German expressions that have no like in the other kinds: "vergangene Woche", "Ende Mai"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.domain import Precision
from factcheck.text.dates import periods
from factcheck.text.dates.periods import Period
from factcheck.text.dates.timex.anaphora import from_named
from factcheck.text.dates.timex.months import month, season
from factcheck.text.dates.timex.rules import A_YEAR, Reading, Rule, count_of, part_named, rule, shifted, word_set
from factcheck.text.dates.timex.words import (
    COUNT_WORDS,
    DECADES_DE,
    ORDINALS_DE,
    SEASONS_DE,
    STEP_DE,
    STEPS_DE,
    UNITS,
    WEEKDAYS,
    M,
    W,
    Y,
)


def german_step(r: Reading) -> Period | None:
    """Read "vergangene Woche", "letzten Freitag"."""
    if r.anchor is None:
        return None
    step = STEP_DE[r.groups["step"].lower()]
    if "w" in r.groups:
        number = WEEKDAYS[r.groups["w"].lower()]
        return periods.weekday(r.anchor, number, forward=step >= 0, strict=step != 0)
    return shifted(r.anchor, r.groups["u"], step)


def german_part(r: Reading) -> Period | None:
    """Read "Ende Mai", "Anfang 2021"."""
    if "j" in r.groups:
        whole: Period | None = periods.year(int(r.groups["j"]))
    else:
        whole = month(replace(r, groups={name: word for name, word in r.groups.items() if name != "part"}))
    return periods.part_of(whole, part_named(r.groups["part"].lower())) if whole else None


def german_season(r: Reading) -> Period | None:
    """Read "im Frühjahr 2020", "letzten Sommer", "im Herbst"."""
    groups = {name: word for name, word in r.groups.items() if name != "step"} | {
        "s": SEASONS_DE[r.groups["s"].lower()]
    }
    if "step" in groups:
        groups["step"] = {-1: "last", 0: "this", 1: "next"}[STEP_DE[groups["step"].lower()]]
    return season(replace(r, groups=groups))


def german_quarter(r: Reading) -> Period | None:
    """Read "im zweiten Quartal 2021", "im 3. Quartal": of the year named, else of the anchor's."""
    number = ORDINALS_DE[r.groups["q"].lower().rstrip("nrs.")]
    year = int(r.groups["y"]) if "y" in r.groups else r.anchor.year if r.anchor else None
    return None if year is None else periods.quarter(year, number)


def german_half(r: Reading) -> Period | None:
    """Read "im ersten Halbjahr 2021": of the year named, else of the anchor's."""
    year = int(r.groups["y"]) if "y" in r.groups else r.anchor.year if r.anchor else None
    first = r.groups["q"].lower().startswith(("e", "1"))
    return None if year is None else periods.months(year, 1 if first else 7, 6, Precision.INTERVAL)


def german_months(r: Reading) -> Period | None:
    """Read "in den ersten neun Monaten 2023", "den letzten drei Monaten 2022": of the year named, else the anchor's."""
    year = int(r.groups["y"]) if "y" in r.groups else r.anchor.year if r.anchor else None
    count = count_of(r.groups["c"])
    if year is None or not 1 <= count <= periods.MONTHS_OF_YEAR:
        return None
    first = 1 if r.groups["q"].lower() == "ersten" else periods.MONTHS_OF_YEAR + 1 - count
    return periods.months(year, first, count, Precision.INTERVAL)


def german_decade(r: Reading) -> Period | None:
    """Read "in den 1990er Jahren", "die neunziger Jahre"."""
    first = int(r.groups["y"]) if "y" in r.groups else DECADES_DE[r.groups["decade"].lower()]
    return Period(periods.year(first).start, periods.year(first + 9).end, Precision.INTERVAL)


def german_century(r: Reading) -> Period | None:
    """Read "im 19. Jahrhundert"."""
    first = (int(r.groups["c"]) - 1) * 100 + 1
    return Period(periods.year(first).start, periods.year(first + 99).end, Precision.INTERVAL)


def part_of_this(r: Reading) -> Period | None:
    """Read "Anfang des Jahres", "zum Jahresende": of the year or month that holds the anchor."""
    if r.anchor is None:
        return None
    whole = periods.shift(r.anchor, UNITS[r.groups["u"].lower().removesuffix("es").removesuffix("s")], 0)
    return periods.part_of(whole, part_named(r.groups["part"].lower().replace("beginn", "anfang")))


def in_units(r: Reading) -> Period | None:
    """Read "in drei Wochen", where the clause looks ahead; else it is how long something takes."""
    return shifted(r.anchor, r.groups["u"], count_of(r.groups["c"])) if r.anchor and r.forward else None


def weekday_part(r: Reading) -> Period | None:
    """Read "am Dienstagabend": that day."""
    return (
        periods.weekday(r.anchor, WEEKDAYS[r.groups["w"].lower()], forward=r.forward, strict=False)
        if r.anchor
        else None
    )


def german_step_from(r: Reading) -> Period | None:
    """Read "am nächsten Tag", "drei Wochen später", "tags zuvor": counted from the date named last."""
    words = {**r.groups, "way": _WAYS.get(r.groups.get("way", "").lower().rstrip("nrsem"), "")}
    words["u"] = _OF_DAY.get(words.get("u", "tag").lower(), words.get("u", "tag"))
    return from_named(replace(r, groups=words))


_LATER = r"später|danach|darauf|nachher"
_SOONER = r"zuvor|davor|vorher|früher"
_WAYS = {
    **dict.fromkeys(("spät", "später", "danach", "darauf", "nachh", "nachher"), "later"),
    **dict.fromkeys(("nächst", "folgend", "darauffolgend"), "next"),
    **dict.fromkeys(("zuvo", "zuvor", "davo", "davor", "vorh", "vorher", "früh", "früher", "vorherig"), "earlier"),
}
"""By the word without its ending."""
_OF_DAY = dict.fromkeys(("abend", "morgen", "nacht", "tags", "nachmittag"), "tag")

_SEASON_WORDS = "|".join(word.capitalize() for word in SEASONS_DE)
_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_PARTS_OF_DAY = ("abend", "morgen", "nachmittag", "vormittag", "mittag", "nacht")
_DAY_PARTS = tuple(f"{part}{ending}" for part in _PARTS_OF_DAY for ending in ("", "s"))
_NTH = "|".join(word for word in ORDINALS_DE if word.isalpha())
_UNITS = r"Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?"
_WAY_WORDS = word_set(f"{_LATER} {_SOONER}".replace("|", " "))
_UNIT_WORDS = word_set("tag tagen woche wochen monat monaten jahr jahren")

RULES: tuple[Rule, ...] = (
    rule(
        "german-step",
        rf"\b(?P<step>{STEPS_DE})\s(?:(?P<u>Woche|Monat|Jahr|Quartal)(?:s|es)?|(?P<w>{W}))\b",
        german_step,
        word_set(" ".join(STEP_DE)),
    ),
    rule(
        "german-part",
        rf"\b(?P<part>[Aa]nfang|[Mm]itte|[Ee]nde)\s(?:(?P<m>{M})(?:\s(?P<y>{Y})\b)?|(?P<j>{Y})\b)",
        german_part,
        word_set("anfang mitte ende"),
    ),
    rule(
        "german-season",
        rf"\b(?:(?P<step>{STEPS_DE})\s(?P<s>{_SEASON_WORDS})|(?P<s2>{_SEASON_WORDS})\s(?P<y>{Y})|"
        rf"(?:[Ii]m|[Ss]eit\sdem|[Vv]or\sdem)\s(?P<s3>{_SEASON_WORDS})(?:\s(?P<y2>{Y}))?)\b",
        german_season,
        word_set(" ".join(SEASONS_DE)),
    ),
    rule(
        "german-quarter",
        rf"\b(?P<q>(?:{_NTH})[nrs]?|[1-4]\.)\sQuartal(?:s|es)?(?:\s(?P<y>{Y})\b)?",
        german_quarter,
        word_set("quartal quartals quartales"),
    ),
    rule(
        "german-half",
        rf"\b(?P<q>(?:erste|zweite)[nrs]?|[12]\.)\sHalbjahr(?:s|es)?(?:\s(?P<y>{Y})\b)?",
        german_half,
        word_set("halbjahr halbjahrs halbjahres"),
    ),
    rule(
        "german-months",
        rf"\b(?P<q>[Ee]rsten)\s(?P<c>{COUNT_WORDS})\sMonaten?(?:\s(?:des\sJahres\s)?(?P<y>{Y})|\sdes\sJahres)\b",
        german_months,
        word_set("monate monaten"),
        word_set("ersten"),
    ),
    rule(
        "german-months",
        rf"\b(?P<q>[Ll]etzten)\s(?P<c>{COUNT_WORDS})\sMonaten?\s(?:des\sJahres\s)?(?P<y>{Y})\b",
        german_months,
        word_set("monate monaten"),
        A_YEAR,
    ),
    rule(
        "german-decade",
        rf"\b(?:(?P<y>(?:1[5-9]|20)\d0)er|(?P<decade>(?i:{'|'.join(DECADES_DE)})))[-\s]Jahren?\b",
        german_decade,
        word_set("jahre jahren"),
    ),
    rule(
        "german-century",
        r"\b(?P<c>1?\d|2[01])\.\sJahrhunderts?\b",
        german_century,
        word_set("jahrhundert jahrhunderts"),
    ),
    rule(
        "german-part-of-this",
        r"\b(?P<part>[Aa]nfang|[Mm]itte|[Ee]nde)\sde[sr]\s(?P<u>Jahres|Monats|Woche)\b",
        part_of_this,
        word_set("anfang mitte ende"),
    ),
    rule(
        "german-part-of-this",
        r"\b(?P<u>Jahres|Monats)(?P<part>anfang|beginn|mitte|ende)\b",
        part_of_this,
        word_set(
            " ".join(f"{unit}{part}" for unit in ("jahres", "monats") for part in ("anfang", "beginn", "mitte", "ende"))
        ),
    ),
    rule(
        "german-later",
        rf"\b(?P<c>{COUNT_WORDS})\s(?P<u>Tage?|Tagen|Wochen?|Monate?|Monaten|Jahre?|Jahren)\s(?P<way>{_LATER}|{_SOONER})\b",
        german_step_from,
        _WAY_WORDS,
        word_set("tag tage tagen woche wochen monat monate monaten jahr jahre jahren"),
    ),
    rule(
        "german-next-unit",
        r"\b(?:[Aa]m|[Ii]n\sder|[Ii]m|[Dd]er|[Dd]ie)\s(?P<way>nächsten|folgenden|darauffolgenden|vorherigen)\s"
        r"(?P<u>Tag|Morgen|Abend|Nachmittag|Woche|Monat|Jahr)\b",
        german_step_from,
        word_set("nächsten folgenden darauffolgenden vorherigen"),
    ),
    rule(
        "german-next-unit",
        rf"\b(?:(?P<u>[Tt]ags)|[Aa]m\s(?P<u2>Tag|Abend|Morgen)|[Ii]n\sder\s(?P<u3>Woche)|[Ii]m\s(?P<u4>Monat|Jahr))\s"
        rf"(?P<way>{_LATER}|{_SOONER})\b",
        german_step_from,
        _WAY_WORDS,
    ),
    rule(
        "german-same-unit",
        r"\b(?:[Aa]m|[Nn]och\sam|[Ii]n|[Ii]m)\s(?:selben|gleichen|derselben|der\sselben|der\sgleichen)\s"
        r"(?P<u>Tag|Abend|Morgen|Nachmittag|Woche|Monat|Jahr)\b",
        german_step_from,
        word_set("selben gleichen derselben"),
    ),
    rule("german-in", rf"\b[Ii]n\s(?P<c>{COUNT_WORDS})\s(?P<u>{_UNITS})\b", in_units, word_set("in"), _UNIT_WORDS),
    rule(
        "german-weekday",
        rf"\b(?P<w>{'|'.join(_WEEKDAYS)})(?:abend|morgen|nachmittag|vormittag|mittag|nacht)s?\b",
        weekday_part,
        word_set(" ".join(f"{day}{part}" for day in _WEEKDAYS for part in _DAY_PARTS)),
    ),
)
