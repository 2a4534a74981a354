"""What a number counts: the noun after it ("40,000 new homes"), or before a verb of level ("deaths rose to 900")."""

from __future__ import annotations

from factcheck.text.quantities.numeral_tokens import Token, token_at
from factcheck.text.quantities.numerals import written_value

_PLURALS = frozenset(
    "people men women children police troops staff personnel crew cattle fish sheep aircraft voters members".split()  # noqa: SIM905
)
_BEFORE_THE_NOUN = frozenset(["of", "the", "its", "his", "her", "their", "our", "these", "those", "all", "more", "in"])
_DETERMINERS = frozenset(["the", "its", "his", "her", "their", "our", "these", "those"])
_BEFORE_DETERMINERS = frozenset(["of", "in", "all", "more"])
_NO_NOUN = frozenset(
    """a an and or but in on at to for from by with as is are was were be been has have had will would can could may
    might must should than that which who when where while if after before since until per each it they he she we not
    this there said say says ago later earlier last next times more less about into during against them
    us him among across over under around without within every both either just only then also most other others several
    first second third fourth fifth next such out so very now even still already yet again too did do does
    wrote zu gegen bei von mit für und oder am im um auf nach vor aus weniger mehr als
    fest frei teil zurück ein ab weg""".split()  # noqa: SIM905
)
_NOUN_WINDOW = 4


def counted_noun(tokens: list[Token], after: int, unit: str) -> str:
    """Return the counted noun after a number: the first plural near by, else the word that follows directly."""
    window = _without_compounds(tokens[after : after + 2 * _NOUN_WINDOW])[:_NOUN_WINDOW]
    if unit and not (window and window[0].low in ("of", "in")):
        return ""
    if unit and len(window) > 1 and _is_number(window[1]):
        return ""  # "15% in two years": another number has that noun
    first, previous = "", "of"
    for token in window:
        if token.kind != "word" or (token.low in _NO_NOUN and token.low not in _BEFORE_THE_NOUN):
            break
        if token.low in _DETERMINERS and previous not in _BEFORE_DETERMINERS:
            break  # "300 fled the city"
        previous = token.low
        if token.low in _BEFORE_THE_NOUN:
            if first or (token.low == "in" and not unit):
                break
            continue
        if looks_plural(token.low):
            return token.text
        first = first or (token.text if token.low == token.text and not _is_verb(token.low) else "")
    return first


def _without_compounds(tokens: list[Token]) -> list[Token]:
    """Leave out what describes by two words with a hyphen: "203 | community-owned | pubs"."""
    kept: list[Token] = []
    compound = -1
    for k, token in enumerate(tokens):
        hyphen = token_at(tokens, k + 1)
        if k > compound and hyphen is not None and hyphen.text == "-" and hyphen.start == token.end:
            compound = k + 2
        if k > compound:
            kept.append(token)
    return kept


def _is_number(token: Token) -> bool:
    return token.kind == "num" or written_value([token.low])[1] > 0


def subject_noun(tokens: list[Token], first: int) -> str:
    """Return the counted noun before a number that a verb of level leads to: "deaths in the city rose to 40".

    Or of which the number is put there: "put the number of people killed at 1,480".
    """
    if (told := _noun_of_number(tokens, first)) != "":
        return told
    at = first - 1
    while at > 0 and first - at <= _LONGEST_BETWEEN and tokens[at].low not in _LEVEL_VERBS:
        at -= 1
    if at <= 0 or tokens[at].low not in _LEVEL_VERBS:
        return ""
    found = ""
    for token in reversed(tokens[max(0, at - _SUBJECT_WINDOW) : at]):
        if token.kind != "word" or token.low in ("that", "and", "but", "which", "who"):
            break
        if looks_plural(token.low) or token.low in _TALLIES:
            found = token.text  # of several the first: "deaths in hospitals rose to"
    return found


def _noun_of_number(tokens: list[Token], first: int) -> str:
    """Return what "the number of" counts that is put "at" a number, up to the mark before it."""
    at = next((at for at in range(first - 1, max(0, first - _EXACTNESS) - 1, -1) if tokens[at].low == "at"), 0)
    for place in range(at - 1, max(1, at - _PUT_WINDOW), -1):
        if tokens[place].kind == "num":
            return ""
        if tokens[place].low == "of" and tokens[place - 1].low == "number":
            put = any(token.low in _PUTTING for token in (*tokens[max(0, place - 4) : place], *tokens[at - 2 : at]))
            nouns = [token.text for token in tokens[place + 1 : min(at, place + 4)] if looks_plural(token.low)]
            return nouns[0] if put and nouns else ""
    return ""


_EXACTNESS = 4  # words between "at" and its number: "at more than"
_PUT_WINDOW = 18  # words from "the number of" to the "at" that it is put at
_PUTTING = frozenset(["put", "puts", "placed", "estimated", "estimate", "estimates"])
_SUBJECT_WINDOW = 7
_LONGEST_BETWEEN = 5  # words between the verb and the number: "to a record of more than"
_LEVEL_VERBS = frozenset(
    """rose risen rise rising rises climbed climb climbing climbs grew grow grown grows jumped jump soared soar
    surged surge increased increase increasing fell fall fallen falls falling dropped drop declined decline
    decreased decrease sank plunged slipped topped top tops topping surpassed surpass surpasses surpassing
    exceeded exceed exceeds exceeding reached reach reaches reaching hit hits hitting passed pass passes passing
    crossed stood stands totalled totaled totals numbered numbers""".split()  # noqa: SIM905
)
_TALLIES = frozenset(["toll", "tally", "population", "membership", "turnout", "attendance", "enrolment", "enrollment"])


def _is_verb(word: str) -> bool:
    """Whether a word after a number is hardly what is counted: "the 200 captured by", "the two weren't"."""
    return word.endswith(("ed", "n't", "n’t"))


def looks_plural(word: str) -> bool:
    """Whether a word in lower case may be a plural noun."""
    return word in _PLURALS or (word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")))  # noqa: PLR2004
