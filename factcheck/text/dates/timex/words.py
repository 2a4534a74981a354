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
            "a,an,one,ein,eine,einem,einer,einen",
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
} | {"dozen": 12, "hundred": 100}
COUNTS |= {
    word: number
    for number, word in enumerate(
        ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], 13
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"], 2)
}
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
COUNTS |= _TENS | {
    f"{ten}-{one}": value + number for ten, value in _TENS.items() for number, one in enumerate(_ONES, 1)
}
ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
    "final": 4,
}
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
STEP = {
    **dict.fromkeys(("this", "current", "present"), 0),
    **dict.fromkeys(("last", "past", "previous", "this past"), -1),
    **dict.fromkeys(("next", "coming", "upcoming", "this coming", "this upcoming"), 1),
}
STEP_DE = {
    stem + ending: step
    for stems, step in (("dies", 0), ("letzt vergangen vorig", -1), ("nächst kommend", 1))
    for stem in stems.split()
    for ending in ("e", "en", "er", "es", "em")
}
DECADES = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
    "noughties": 2000,
}
SEASONS_DE = {"frühling": "spring", "frühjahr": "spring", "sommer": "summer", "herbst": "autumn", "winter": "winter"}
ORDINALS_DE = {"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "1": 1, "2": 2, "3": 3, "4": 4}
DECADES_DE = {
    "zwanziger": 1920,
    "dreißiger": 1930,
    "vierziger": 1940,
    "fünfziger": 1950,
    "sechziger": 1960,
    "siebziger": 1970,
    "achtziger": 1980,
    "neunziger": 1990,
}
DAYS = {
    "today": 0,
    "tonight": 0,
    "heute": 0,
    "yesterday": -1,
    "gestern": -1,
    "tomorrow": 1,
    "vorgestern": -2,
    "morgen": 1,
}
DAYS |= {"übermorgen": 2, "the day before yesterday": -2, "the day after tomorrow": 2}
UNITS = {
    **dict.fromkeys(("day", "days", "tag", "tage", "tagen"), "day"),
    **dict.fromkeys(("week", "weeks", "woche", "wochen"), "week"),
    **dict.fromkeys(("month", "months", "monat", "monate", "monaten"), "month"),
    **dict.fromkeys(("year", "years", "jahr", "jahre", "jahren"), "year"),
    **dict.fromkeys(("quarter", "quarters", "quartal"), "quarter"),
    **dict.fromkeys(("decade", "decades"), "decade"),
    **dict.fromkeys(("century", "centuries"), "century"),
}

HOLIDAY_NAMES = (
    "Burns Night",
    "Australia Day",
    "International Women’s Day",
    "Anzac Day",
    "VE Day",
    "Canada Day",
    "Bastille Day",
    "Bonfire Night",
    "Remembrance Day",
    "Armistice Day",
    "Hogmanay",
    "Shrove Tuesday",
    "Maundy Thursday",
    "Whit Monday",
    "Heiligabend",
    "Weihnachten",
    "Silvester",
    "Neujahr",
    "Karfreitag",
    "Ostersonntag",
    "Ostermontag",
    "Pfingstmontag",
    "Tag der Deutschen Einheit",
    "New Year’s Day",
    "New Year’s Eve",
    "Valentine’s Day",
    "May Day",
    "Memorial Day",
    "Independence Day",
    "the Fourth of July",
    "Fourth of July",
    "Martin Luther King Jr. Day",
    "Martin Luther King Day",
    "MLK Day",
    "St. Patrick’s Day",
    "Earth Day",
    "Cinco de Mayo",
    "Mother’s Day",
    "Flag Day",
    "Father’s Day",
    "Veterans’ Day",
    "Indigenous Peoples’ Day",
    "Black Friday",
    "Cyber Monday",
    "Super Tuesday",
    "Ash Wednesday",
    "Palm Sunday",
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


_SMALL_MONTHS = "january|february|april|june|july|september|october|november|december"  # no words otherwise
_CAPITALS = "JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
M = (
    rf"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.|"
    rf"(?:{_words(MONTHS)}|{_SMALL_MONTHS}|{_CAPITALS})\b)"
)
W = rf"(?:{_words(WEEKDAYS)}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
D = r"(?:3[01]|[12]\d|0?[1-9])"
Y = r"(?:1[0-9]|20)\d\d"
TH = r"(?:st|nd|rd|th|\.)?"
JOIN = r"(?:\s?[-–—]\s?|\s(?:and|to|until|through|thru|or|bis|und)\s)"
UNIT_WORDS = "|".join(sorted(UNITS, key=lambda w: (-len(w), w)))
COUNT_WORDS = (
    rf"\d{{1,3}}|(?i:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES)}))?|"
    + "|".join(sorted((w for w in COUNTS if w.partition("-")[0] not in _TENS), key=lambda w: (-len(w), w)))
    + ")"
)
STEPS = (
    r"[Tt]his\s(?:past|coming|upcoming)|[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Pp]revious|[Cc]oming|[Cc]urrent|[Uu]pcoming|"
    r"[Pp]resent"
)
IN = (
    r"(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Oo]f|[Bb]etween|[Tt]o|and|"
    r"[Tt]hrough|[Ss]eit|[Ii]m|[Aa]round|[Ff]or|or|[Aa]s\s(?:early|late|recently)\sas)"
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
_ORDINAL_DAYS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth
    twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"""
DAYS_IN_ORDER = {word: number for number, word in enumerate(_ORDINAL_DAYS.split(), 1)}
DAY_ORDINALS = "|".join(
    form for word in sorted(DAYS_IN_ORDER, key=len, reverse=True) for form in (word, word.capitalize())
)
"""Days of a month in words: "the fourth of July"."""
KIND_OF_YEAR = "calendar|fiscal|financial|school|academic|crop|marketing|budget|tax"
DAY_WORDS_CAPITAL = "|".join(word for word in DAY_WORDS.split("|") if word[0].isupper())
PART = r"(?:(?:early|mid|late)[-\s])"
NOUN = (
    r"(?!(?:and|or|to|until|when|but|in|on|at|was|were|is|are|had|has|have|as|by|for|from|with|that|which|who|after|"
    r"before|because|while|would|could|did|saw|than|through|under|into|brought|until|of|he|she|it|they|we|the|a)\b|"
    r"\w+ed\b)[a-z]"
)  # begins a noun that the expression before it describes
AMOUNT = (
    r"\s(?:(?!(?:was|is|has|does|as)\b)[a-z-]+s|percent|per|pct|mln|million|billion|of|people|men|women|children|more|"
    r"out)\b|-"
)  # after a number that counts something: "in March six ships sank"
MONTHLY = (
    r"(?:reports?|jobs|data|figures?|surveys?|polls?|elections?|primar(?:y|ies)|meetings?|summit|shipments?|deliver(?:y|ies)|"
    r"contracts?|futures|budget|deadline|sales|exports|imports|inflation|unemployment|payrolls|retail|trade|output|"
    r"production|levels?|totals?|interview|speech|ruling|vote|referendum|hearing|debate|prices?)\b"
)  # what news names by its month: even "May" and "March" are months before these
EARNED = (
    r"(?:results?|earnings|profits?|sales|loss(?:es)?|revenues?|income|net|operating|figures?|growth|dividends?|gdp|gnp|"
    r"GDP|GNP|data|reports?|numbers|fundraising|shipments|exports|imports|orders|output|production|spending)\b"
)
COUNTED = (
    r"\s(?:people|men|women|children|homes|jobs|votes|troops|soldiers|deaths|cases|miles|feet|tons|tonnes|dollars|euros|"
    r"pounds|dlrs|mln|barrels|students|pupils|workers|employees|acres|hectares|words|pages|times|seats|delegates|units|"
    r"vehicles|cars|meters|metres|km|kilomet|percent|per\scent|pct|million|thousand|hours|"
    r"points|yen|marks|stg|francs|contracts|lots|bags|bales|ounces|shares|members|GMT|EST|EDT|CST|CDT|PST|PDT|ET|UTC|"
    r"local|hrs|%)"
)  # after a number between 1900 and 2049 that is no year: news writes larger counts with a comma, but not always
NAMED_WEEKDAYS = "Bloody|Giving|Bowl|Maundy|Holy|Casual|Ruby|Black|Cyber|Super|Ash|Palm|Good|Easter"


def holiday_key(name: str) -> str:
    """Return a name of a holiday as the tables have it: without article, apostrophe and capitals."""
    return " ".join(re.sub(r"['’.]", "", name.lower()).removeprefix("the ").split())


_SEASONS_TOO = ("Christmas", "Easter", "Thanksgiving", "Halloween")  # "Christmas lights" names no day
HOLIDAYS = "|".join(
    re.escape(name).replace("’", "['’]?").replace(r"\ ", r"\s")
    + (rf"\b(?![-’']|\s{NOUN}|\s[A-Z])" if name in _SEASONS_TOO else "")
    for name in HOLIDAY_NAMES
)
MN, LATE = r"(?:1[0-2]|0?[1-9])", r"(?:1[3-9]|2\d|3[01])"  # a month, and a day that can be none
