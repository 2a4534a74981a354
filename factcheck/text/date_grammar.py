"""The grammar of calendar expressions: a name, a pattern and a reading each.

A bare word ("may", "march") counts only with a preposition, a number or another calendar word beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.text import date_readings as read
from factcheck.text.date_words import (
    CENTURY_WORDS,
    COUNT_WORDS,
    COUNTED,
    DAY_WORDS,
    EARNED,
    HOLIDAYS,
    IN,
    JOIN,
    MONTHS,
    NOUN,
    OUTLET,
    PART,
    PLAIN_MONTHS,
    SEASON_WORDS,
    SEASONS,
    STEP,
    STEP_DE,
    STEPS,
    STEPS_DE,
    TH,
    UNIT_WORDS,
    WEEKDAYS,
    D,
    M,
    W,
    Y,
)
from factcheck.text.periods import Period

Read = Callable[[read.Reading], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression. `needs`: of each of these sets a word must stand in the text, or nothing can match."""

    name: str
    pattern: re.Pattern[str]
    read: Read
    needs: tuple[frozenset[str], ...]


_PIECE = re.compile(r"[^\W\d_]+|\d+")
_DIGITS, _YEAR = "digits", "year with four digits"
_YEAR_LENGTH = 4


def rules_for(text: str, start: int, end: int) -> list[Rule]:
    """Return the rules that can match in a text: most texts name no season and no month, and scanning costs.

    Measured 2026-11: of 45 patterns 4 were left for a stretch of news, at a tenth of the time of trying them all.
    """
    pieces = set(_PIECE.findall(text[start:end].lower()))
    numerals = [len(piece) for piece in pieces if piece[0].isdecimal()]
    if numerals:
        pieces.update((_DIGITS, _YEAR) if max(numerals) >= _YEAR_LENGTH else (_DIGITS,))
    return [rule for rule in GRAMMAR if not any(map(pieces.isdisjoint, rule.needs))]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_M, _W, _N, _Y = frozenset(MONTHS), frozenset(WEEKDAYS), frozenset([_DIGITS]), frozenset([_YEAR])
_S, _STEP, _BOUND = frozenset(SEASONS), frozenset(STEP), _set("end beginning start middle")
_SIZE = _set("week month year quarter weekend decade")
_NEEDS: dict[str, tuple[frozenset[str], ...]] = {
    **dict.fromkeys(("iso", "dotted", "year-range", "in-year", "bare-year", "season-year"), (_Y,)),
    **dict.fromkeys(("day-range", "month-day-range", "day-month", "month-day"), (_M, _N)),
    **dict.fromkeys(("in-month", "the-month", "months"), (_M,)),
    **dict.fromkeys(("quarter", "year-quarter"), (_set("quarter qtr"),)),
    "month-year": (_M, _Y),
    "part-month": (_M, _set("mid early late end")),
    "end-month": (_M, _BOUND),
    "step-month": (_M, _STEP),
    "decade": (_Y, _set("s")),
    "part-year": (_Y, _BOUND),
    "early-year": (_Y, _set("early late mid end")),
    "q": (_set("q"),),
    "season": (_S, _Y),
    "step-season": (_S, _STEP),
    "step-weekday": (_W, _STEP),
    "by-weekday": (_W, _set("by until till before midnight deadline")),
    "weekday": (_W,),
    "step-unit": (_STEP, _SIZE),
    "part-unit": (_BOUND, _SIZE),
    "ago": (_set("ago earlier"),),
    "vor": (_set("vor"),),
    "past-units": (_set("last past previous"), _set("the these over in")),
    "next-units": (_set("next coming"), _set("the")),
    "rest-of-unit": (_set("earlier later remainder rest"), _SIZE | _S),
    "month-day-word": (_M, _set(DAY_WORDS.lower().replace("|", " "))),
    "days-of-month": (_M, _set("days")),
    "part-season": (_S, _set("mid early late")),
    "week-of-month": (_M, _set("week")),
    "year-end": (_set("year"), _set("end")),
    "year": (_Y, _set("calendar fiscal")),
    "fiscal-year": (_Y, _set("fiscal fy")),
    "bare-month": (_M,),
    "century": (_set("century"),),
    "short-decade": (_set("s"), _N),
    "slashed": (_N,),
    "from-now": (_set("now"),),
    "later": (_set("later"),),
    "next-unit": (_set("next following preceding previous"), _set("day week month year")),
    "same-period": (_set("period quarter half month week"),),
    "same-unit": (_set("same that"), _set("day week month year")),
    "same-day": (_set("that"), _set("night evening morning afternoon")),
    "german-step": (_set(" ".join(STEP_DE)),),
    "german-part": (_set("anfang mitte ende"),),
    "months-of-year": (_set("months"),),
    "half": (_set("half"),),
    "weekend": (_set("weekend"),),
    "in-season": (_S,),
    "earlier": (_set("earlier before"),),
    "prior-unit": (_set("prior"),),
    "attacks": (_set("sept september"),),
    "holiday": (_set("day eve halloween thanksgiving july 9 christmas easter friday juneteenth"),),
    "named-day": (_set("yesterday today tomorrow tonight night this gestern vorgestern heute"),),
}
"""By name, what `Rule.needs`; held against the patterns by a test."""


_MN, _LATE = r"(?:1[0-2]|0?[1-9])", r"(?:1[3-9]|2\d|3[01])"  # a month, and a day that can be none

GRAMMAR: tuple[Rule, ...] = tuple(
    Rule(name, re.compile(pattern), reading, _NEEDS.get(name, ()))
    for name, pattern, reading in (
        ("iso", rf"(?<![\d-])(?P<y>{Y})-(?P<mn>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?!\d)", read.day),
        ("dotted", rf"(?<![\d.])(?P<d>{D})\.\s?(?P<mn>1[0-2]|0?[1-9])\.\s?(?P<y>{Y})(?!\d)", read.day),
        (
            "day-range",
            rf"\b(?P<d>{D}){TH}{JOIN}(?P<e>{D}){TH}\s(?:of\s)?(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
            read.days,
        ),
        (
            "month-day-range",
            (
                rf"\b(?P<m>{M})\s(?P<d>{D}){TH}(?:\s?[-–—]\s?(?P<n>{M})\s|{JOIN})(?P<e>{D})\b(?:st|nd|rd|"
                rf"th)?(?!\d)(?:,?\s(?P<y>{Y})\b)?"
            ),
            read.days,
        ),
        (
            "day-month",
            rf"(?<![\d.,])\b(?P<d>{D}){TH}\s(?:day\s)?(?:of\s)?(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
            read.day,
        ),
        (
            "month-day",
            rf"\b(?P<m>{M})\s(?:the\s)?(?P<d>{D})(?:st|nd|rd|th)?\b(?![:.,]\d)(?:,?\s(?P<y>{Y})\b)?",
            read.day,
        ),
        (
            "month-year",
            rf"\b(?:(?P<part>[Mm]id|[Ee]arly|[Ll]ate|[Ee]nd)[-\s])?(?P<m>{M})(?:,?\s(?:of\s)?(?P<y>{Y})\b)",
            read.month,
        ),
        (
            "month-day-word",
            (
                rf"\b(?P<m>{M})\s(?P<dw>{DAY_WORDS})\b"
                rf"(?=[.,;:)]|\s*$|\s*\n\s|\s(?:to|and|or|through|last|for|with|until|at|after|when|by)\b)"
            ),
            read.day,
        ),
        (
            "month-day-word",
            (
                rf"\b(?:(?:[Oo]n|[Bb]y|[Uu]ntil|[Ee]ffective|[Rr]ecord|[Pp]ay|[Pp]ayable|[Ss]tarting|[Bb]egan)\s)"
                rf"(?P<m>{M})\s(?P<dw>{DAY_WORDS})\b"
            ),
            read.day,
        ),
        (
            "days-of-month",
            (
                rf"\b(?P<the>[Tt]he\s)(?P<q>first|last)\s(?P<c>{COUNT_WORDS})\sdays\sof\s"
                rf"(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?"
            ),
            read.days_of_month,
        ),
        ("part-month", rf"\b(?P<part>[Mm]id|[Ee]arly|[Ll]ate|[Ee]nd)[-\s](?P<m>{M})", read.month),
        (
            "end-month",
            rf"\b(?P<the>the\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\s(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
            read.month,
        ),
        ("step-month", rf"\b(?P<step>{STEPS})\s(?P<m>{M})(?!\s\d)", read.month),
        ("in-month", rf"\b{IN}\s(?P<m>{M})(?!\s?\d)", read.month),
        (
            "the-month",
            rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?P<m>{M})(?=\s[a-z]{{4,}})(?!\s(?:with|from|that)\b)",
            read.month,
        ),
        ("year-range", rf"\b(?P<y>{Y})[-–](?P<z>(?:19|20)\d\d|\d\d)\b(?![-–])", read.years),
        ("bare-month", rf"(?<![\w'’-])(?P<m>{PLAIN_MONTHS})\b(?![-/]|\s?\d)", read.month),
        (
            "decade",
            (
                rf"\b(?:(?P<the>[Tt]he\s)(?!{PART}?(?:1[5-9]|20)\d0['’]?s\s{NOUN}))?"
                rf"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[-\s])?(?P<y>(?:1[5-9]|20)\d0)['’]?s\b"
            ),
            read.decade,
        ),
        (
            "part-year",
            rf"\b(?P<the>[Tt]he\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\s(?P<y>{Y})\b",
            read.year,
        ),
        ("early-year", rf"\b(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Ee]nd)[-\s](?:in\s)?(?P<y>{Y})\b", read.year),
        (
            "in-year",
            (
                rf"\b{IN}\s(?:the\syear\s)?(?P<y>(?:1[5-9]|20)\d\d)\b(?![-–.,]?\d|\s(?:people|men|women|%|percent|"
                rf"per\scent|million|thousand))"
            ),
            read.year,
        ),
        (
            "quarter",
            (
                rf"\b(?:(?P<the>[Tt]he\s)(?!\w+[-\s](?:quarter|qtr)\s{EARNED}))?(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|"
                rf"4th)[-\s](?:quarter|qtr)(?:\s(?:of\s)?(?:(?P<y>{Y})|(?P<step>this|last|next)\syear))?\b"
            ),
            read.quarter,
        ),
        ("q", rf"\bQ(?P<q>[1-4])(?:\s(?P<y>{Y}))?\b", read.quarter),
        ("season", rf"\b(?P<s>{SEASON_WORDS})\s(?:of\s)?(?P<y>{Y})\b", read.season),
        (
            "step-season",
            rf"\b(?P<step>{STEPS})\s(?P<s>{SEASON_WORDS})\b(?!\sof\s\d)",
            read.season,
        ),
        ("step-weekday", rf"\b(?P<step>{STEPS})\s(?P<w>{W})", read.weekday),
        ("by-weekday", rf"\b(?:[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore|midnight|deadline)\s(?P<w>{W})", read.coming_weekday),
        (
            "weekday",
            (
                rf"(?<![Ee]very\s)(?<![Ee]ach\s)(?<!News\s)(?<!Black\s)\b(?P<w>{W})"
                rf"(?!{OUTLET}|\s(?:of|in)\s(?:each|every)\b)"
            ),
            read.weekday,
        ),
        (
            "step-unit",
            (
                rf"\b(?:(?P<whole>[Tt]he\s)(?=\w+\sof\s))?(?:(?P<part>[Ee]arly|[Ll]ate|[Ee]nd|[Bb]eginning|[Mm]iddle|"
                rf"[Ss]tart)\s(?:of\s)?)?(?P<the>[Tt]he\s)?(?P<step>{STEPS})\s(?:fiscal\s|financial\s|calendar\s)?(?P<u>week|month|year|quarter|weekend|"
                rf"decade)\b(?!-|\sof\s(?:the\s)?(?:{M}|{UNIT_WORDS}))"
            ),
            read.step,
        ),
        (
            "part-unit",
            r"\b(?P<the>[Tt]he\s)?(?P<part>[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle)\sof\sthe\s(?P<u>week|month|year|quarter)\b",
            read.part_of_this,
        ),
        (
            "ago",
            rf"(?<![\w.,])(?P<c>{COUNT_WORDS}|A|An|One|Two|Three)\s(?:of\s)?(?P<u>{UNIT_WORDS})\s(?:ago|earlier\sthis)\b",
            read.ago,
        ),
        ("vor", rf"\b[Vv]or\s(?P<c>{COUNT_WORDS})\s(?P<u>Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)\b", read.ago),
        (
            "past-units",
            rf"\b(?:(?P<the>[Tt]he|[Tt]hese)|[Oo]ver|[Ii]n)\s(?P<step>last|past|previous)\s(?P<c>{COUNT_WORDS})\s(?P<u>{UNIT_WORDS}|hours)\b",
            read.past,
        ),
        (
            "next-units",
            rf"\b(?P<the>[Tt]he)\s(?:next|coming)\s(?P<c>{COUNT_WORDS})\s(?P<u>{UNIT_WORDS}|hours)\b",
            read.coming,
        ),
        (
            "rest-of-unit",
            rf"\b(?P<part>[Ee]arlier|[Ll]ater)\s[Tt]his\s(?P<u>week|month|year|quarter|decade|{SEASON_WORDS})\b",
            read.rest_of_this,
        ),
        (
            "rest-of-unit",
            r"\b(?P<the>the\s)?(?P<part>remainder|rest)\sof\s(?:the|this)\s(?:fiscal\s|financial\s)?(?P<u>week|month|year|quarter|decade)\b",
            read.rest_of_this,
        ),
        (
            "part-season",
            rf"\b(?P<part>[Mm]id|[Ee]arly|[Ll]ate)[-\s](?P<s>{SEASON_WORDS})\b(?!\s{NOUN})",
            read.season,
        ),
        (
            "week-of-month",
            rf"\b(?P<the>[Tt]he\s)?(?P<q>first|last)\sweek\sof\s(?P<m>{M})(?:,?\s(?P<y>{Y})\b)?",
            read.week_of_month,
        ),
        (
            "months",
            rf"\b(?:(?P<the>[Tt]he\s)(?=\S+\squarter))?(?P<m>{M})/(?P<n>{M})(?:\squarter)?(?:\s(?P<y>{Y}))?\b",
            read.months,
        ),
        ("year-end", r"\b(?P<q>[Yy]ear[-\s]end)\b", read.year_end),
        (
            "year-quarter",
            (
                rf"\b(?:(?P<the>[Tt]he\s)(?!\d+\s\w+[-\s]quarter\s{EARNED}))?"
                rf"(?:(?P<y>{Y})(?:['’]s)?|(?P<step>[Tt]his|[Ll]ast|[Nn]ext)\syear['’]s)\s"
                rf"(?P<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[-\s]quarter\b"
            ),
            read.quarter,
        ),
        ("year", rf"\b(?P<the>[Tt]he\s)?(?P<y>{Y})\s(?:calendar|fiscal)\syear\b", read.year),
        (
            "bare-year",
            rf"(?:(?<![\w$£€#.,/’'-])(?<![$£€#]\s)|(?<=\bpre-)|(?<=\bpost-))(?P<y>19\d\d|20[0-4]\d)\b(?![-–/.,]?\d|['’-]?[a-z]|%|{COUNTED})",
            read.year,
        ),
        ("season-year", r"(?<![\d/])(?P<y>(?:19|20)\d\d)/(?P<z>\d\d)(?![\d/])", read.years),
        (
            "fiscal-year",
            rf"\b(?P<f>[Ff]iscal(?:\syear)?|FY)\s?(?P<y>{Y})(?:/\d\d)?\b",
            read.year,
        ),
        (
            "century",
            (
                rf"\b(?P<the>[Tt]he\s)?(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[-\s])?"
                rf"(?P<c>(?:1\d|2[01])(?:th|st)|(?i:{CENTURY_WORDS}))[-\s][Cc]entury\b"
            ),
            read.century,
        ),
        (
            "short-decade",
            (
                r"\b(?P<the>[Tt]he\s)(?:(?P<part>early|mid|late)[-\s](?=['’‘]))?['’‘]?(?P<c>[2-9]0)['’]?s\b|"
                r"(?<!\w)(?P<short>['’‘][2-9]0)s\b"
            ),
            read.short_decade,
        ),
        # Written with strokes, a date is one only where its order is plain: "3/5/2020" is May in London, not in Boston.
        ("slashed", rf"(?<![\d/])(?P<mn>{_MN})/(?P<d>{_LATE})/(?P<y>{Y}|\d\d)(?![\d/])", read.day),
        ("slashed", rf"(?<![\d/])(?P<d>{_LATE})/(?P<mn>{_MN})/(?P<y>{Y}|\d\d)(?![\d/])", read.day),
        ("from-now", rf"\b(?P<c>{COUNT_WORDS}|A|An|One|Two|Three)\s(?P<u>{UNIT_WORDS})\sfrom\snow\b", read.from_now),
        (
            "later",
            rf"\b(?P<c>{COUNT_WORDS}|A|An|One|Two|Three)\s(?P<u>{UNIT_WORDS})\s(?P<way>later)\b(?!\sthan\b)",
            read.from_named,
        ),
        (
            "next-unit",
            r"\b(?P<the>[Tt]he\s)(?P<way>next|following|preceding|previous)\s(?P<u>day|week|month|year)\b",
            read.from_named,
        ),
        (
            "same-period",
            (
                rf"\b(?P<the>[Tt]he\s)(?:(?:same|comparable|corresponding)\s)?(?P<y>{Y})(?:/\d\d)?\s"
                r"(?:period|quarter|half)\b"
            ),
            read.same_period,
        ),
        (
            "same-period",
            (
                r"\b(?P<the>[Tt]he\s)(?:same|comparable|corresponding|like)\s(?:week|month|period|quarter)\s"
                rf"(?:of\s(?P<y>{Y})|(?:of\s)?(?P<ago>last\syear|a\syear\s(?:ago|earlier|before)))\b"
            ),
            read.same_period,
        ),
        (
            "same-period",
            r"\b(?P<the>[Tt]he\s)(?P<ago>year[-\s](?:ago|earlier))\s(?:month|period|quarter)\b",
            read.same_period,
        ),
        (
            "same-unit",
            (
                r"\b(?P<the>[Tt]he\ssame|[Tt]hat)\s(?:very\s)?(?P<u>day|week|month|year)\b"
                r"(?!-|['’]s|\s(?:that|as|when|after|before|which|in\swhich|the|of)\b)"
            ),
            read.from_named,
        ),
        (
            "same-day",
            r"\b(?P<the>[Tt]hat)\s(?:night|evening|morning|afternoon)\b",
            read.from_named,
        ),
        (
            "german-step",
            rf"\b(?P<step>{STEPS_DE})\s(?:(?P<u>Woche|Monat|Jahr|Quartal)(?:s|es)?|(?P<w>{W}))\b",
            read.german_step,
        ),
        (
            "german-part",
            rf"\b(?P<part>[Aa]nfang|[Mm]itte|[Ee]nde)\s(?:(?P<m>{M})(?:\s(?P<y>{Y})\b)?|(?P<j>{Y})\b)",
            read.german_part,
        ),
        (
            "months-of-year",
            (
                rf"\b(?P<the>[Tt]he\s)?(?P<q>first|last)\s(?P<c>{COUNT_WORDS})\smonths\sof\s"
                rf"(?:(?P<y>{Y})|(?P<step>this|last|next|the)\syear)\b"
            ),
            read.months_of_year,
        ),
        (
            "half",
            (
                rf"\b(?P<the>[Tt]he\s)?(?P<q>[Ff]irst|[Ss]econd)[-\s]half\sof\s"
                rf"(?:(?P<y>{Y})|(?P<step>this|last|next|the)\syear)\b"
            ),
            read.half,
        ),
        ("weekend", r"\b(?P<the>[Tt]he)\sweekend\b", read.weekend),
        (
            "in-season",
            rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Tt]hroughout)\s(?P<the>the\s)(?P<s>{SEASON_WORDS})\b(?!\sof\b)",
            read.season,
        ),
        (
            "earlier",
            rf"\b(?P<c>{COUNT_WORDS}|A|An|One|Two|Three)\s(?P<u>years?|months?|weeks?|days?)\s(?P<way>earlier|before)\b(?!\sth|\s[A-Z])",
            read.earlier,
        ),
        ("prior-unit", r"\b(?P<the>[Tt]he\s)(?:prior)\s(?P<u>year|quarter|month|week)\b", read.prior),
        ("attacks", r"\b(?P<h>Sept(?:ember|\.)?\s11)(?:th)?(?=,?\s(?:2001\s)?(?:attack|terror|hijack))", read.attacks),
        ("holiday", rf"\b(?P<h>{HOLIDAYS})(?:,?\s(?:of\s)?(?P<y>{Y})\b)?", read.holiday),
        ("holiday", r"(?<![\d/])(?P<h>9/11)(?![\d/])", read.holiday),
        (
            "named-day",
            (
                r"\b(?P<t>[Yy]esterday|today|(?<![A-Za-z]\s)Today|[Tt]omorrow|[Tt]onight|[Ll]ast\snight|[Tt]his\s(?:morning|"
                r"afternoon|evening)|gestern|vorgestern|heute)\b(?!['’]s\s[a-z]+\s(?:world|life))"
            ),
            read.named_day,
        ),
    )
)
