"""The words of calendar expressions, English and German, and the pattern pieces made of them; finds nothing alone."""

from __future__ import annotations

import re

_MONTH_WORDS = (
    ("january", "jan", "januar", "jänner"),
    ("february", "feb", "februar"),
    ("march", "mar", "märz"),
    ("april", "apr"),
    ("may", "mai"),
    ("june", "jun", "juni"),
    ("july", "jul", "juli"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct", "oktober"),
    ("november", "nov"),
    ("december", "dec", "dezember"),
)
MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words}
_WEEKDAY_WORDS = (
    ("monday", "montag", "mon"),
    ("tuesday", "dienstag", "tues"),
    ("wednesday", "mittwoch"),
    ("thursday", "donnerstag", "thurs"),
    ("friday", "freitag"),
    ("saturday", "samstag", "sonnabend"),
    ("sunday", "sonntag"),
)
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAY_WORDS) for word in words}
COUNTS = {
    word: number
    for number, words in enumerate(
        [
            "a,an,one,ein,eine,einem,einer",
            "two,zwei,couple",
            "three,drei",
            "four,vier",
            "five,fünf",
            "six,sechs",
            "seven,sieben",
            "eight,acht",
            "nine,neun",
            "ten,zehn",
            "eleven,elf",
            "twelve,zwölf",
        ],
        1,
    )
    for word in words.split(",")
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
CENTURIES = {
    word: number
    for number, word in enumerate(
        ("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"),  # those that news names
        16,
    )
}
PARTS = {
    **dict.fromkeys(("end", "ende"), "end"),
    **dict.fromkeys(("beginning", "start", "anfang"), "start"),
    **dict.fromkeys(("middle", "mid", "mitte"), "mid"),
    "early": "early",
}
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
STEP = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1}
STEP_DE = {
    stem + ending: step
    for stems, step in (("dies", 0), ("letzt vergangen vorig", -1), ("nächst kommend", 1))
    for stem in stems.split()
    for ending in ("e", "en", "er", "es", "em")
}
DAYS = {"today": 0, "tonight": 0, "heute": 0, "yesterday": -1, "gestern": -1, "tomorrow": 1, "vorgestern": -2}
UNITS = {
    **dict.fromkeys(("day", "days", "tag", "tage", "tagen"), "day"),
    **dict.fromkeys(("week", "weeks", "woche", "wochen"), "week"),
    **dict.fromkeys(("month", "months", "monat", "monate", "monaten"), "month"),
    **dict.fromkeys(("year", "years", "jahr", "jahre", "jahren"), "year"),
    **dict.fromkeys(("quarter", "quarters", "quartal"), "quarter"),
    **dict.fromkeys(("decade", "decades"), "decade"),
}

HOLIDAY_NAMES = (
    "New Year’s Day",
    "New Year’s Eve",
    "Valentine’s Day",
    "May Day",
    "Memorial Day",
    "Independence Day",
    "the Fourth of July",
    "Labor Day",
    "Halloween",
    "Election Day",
    "Veterans Day",
    "Thanksgiving Day",
    "Thanksgiving",
    "Christmas Eve",
    "Christmas Day",
    "Christmas",
    "Good Friday",
    "Easter Sunday",
    "Easter Monday",
    "Easter",
    "Juneteenth",
    "Presidents’ Day",
    "Columbus Day",
    "Inauguration Day",
    "Boxing Day",
)


def _words(*tables: object) -> str:
    """Return a pattern for the words, capitalised; longest first, so that "Sept" wins over "Sep"."""
    words = sorted((str(w) for table in tables for w in table), key=lambda w: (-len(w), w))  # type: ignore[attr-defined]
    return "|".join(re.escape(word.capitalize()) for word in words)


M = rf"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.|(?:{_words(MONTHS)})\b)"
W = rf"(?:{_words(WEEKDAYS)})\b"
D = r"(?:3[01]|[12]\d|0?[1-9])"
Y = r"(?:1[0-9]|20)\d\d"
TH = r"(?:st|nd|rd|th|\.)?"
JOIN = r"(?:\s?[-–—]\s?|\s(?:and|to|until|bis|und)\s)"
UNIT_WORDS = "|".join(sorted(UNITS, key=lambda w: (-len(w), w)))
COUNT_WORDS = r"\d{1,3}|" + "|".join(sorted(COUNTS, key=lambda w: (-len(w), w)))
STEPS = "[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Pp]revious|[Cc]oming|[Cc]urrent|[Uu]pcoming"
IN = (
    r"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Oo]f|[Bb]etween|[Tt]o|and|"
    r"[Tt]hrough|[Ss]eit|[Ii]m|[Aa]round|[Ff]or|or)"
)
OUTLET = r"\s(?:Telegraph|Times|Mirror|Mail|Express|Post|Night\sLive|Morning|Business)\b"  # "Sunday" in a paper's name
SEASON_WORDS = "[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter"
STEPS_DE = "|".join(rf"[{word[0].upper()}{word[0]}]{word[1:]}" for word in STEP_DE)
CENTURY_WORDS = "|".join(CENTURIES)
PLAIN_MONTHS = (
    r"January|February|July|September|October|November|December|"
    r"(?:June|August)(?!\s(?:[A-Z]|said|told|was|is|has|had))"
)  # no verbs, no given names of people
DAY_WORDS = "|".join(
    form
    for word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    for form in (word, word.capitalize())
)  # Reuters wrote the first days of a month out
PART = r"(?:(?:early|mid|late)[-\s])"
NOUN = (
    r"(?!(?:and|or|to|until|when|but|in|on|at|was|were|is|are|had|has|have|as|by|for|from|with|that|which|who|after|"
    r"before|because|while|would|could|did|saw|than|through|under|into|brought|until|of|he|she|it|they|we|the|a)\b|"
    r"\w+ed\b)[a-z]"
)  # begins a noun that the expression before it describes
EARNED = (
    r"(?:results?|earnings|profits?|sales|loss(?:es)?|revenues?|income|net|operating|figures?|growth|dividends?|gdp|gnp|"
    r"GDP|GNP|data|reports?|numbers|fundraising|shipments|exports|imports|orders|output|production|spending)\b"
)
COUNTED = (
    r"\s(?:people|men|women|children|homes|jobs|votes|troops|soldiers|deaths|cases|miles|feet|tons|tonnes|dollars|euros|"
    r"pounds|dlrs|mln|barrels|students|pupils|workers|employees|acres|hectares|words|pages|times|seats|delegates|units|"
    r"vehicles|cars|meters|metres|km|kilomet|percent|per\scent|pct|million|thousand|hours|%)"
)  # after a number between 1900 and 2049 that is no year: news writes larger counts with a comma, but not always
_SEASONS_TOO = ("Christmas", "Easter", "Thanksgiving", "Halloween")  # "Christmas lights" names no day
HOLIDAYS = "|".join(
    re.escape(name).replace("’", "['’]") + (rf"\b(?![-’']|\s{NOUN}|\s[A-Z])" if name in _SEASONS_TOO else "")
    for name in HOLIDAY_NAMES
)
MN, LATE = r"(?:1[0-2]|0?[1-9])", r"(?:1[3-9]|2\d|3[01])"  # a month, and a day that can be none
