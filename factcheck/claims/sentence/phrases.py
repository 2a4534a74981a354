"""The noun phrases that can name a speaker: where one begins that ends at a word.

Method: leftwards over the words that can join into one noun phrase (a preposition needs a noun on its left, a noun
before a name must name a person); a date behind the phrase is stepped over. Ranges are half-open, in tokens.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.grammar import Token, is_adverb, is_finite, is_person_noun
from factcheck.claims.sentence.speaking_nouns import LIKE, PHRASE_TOKENS, WITHOUT_ARTICLE, can_speak, is_people

Range = tuple[int, int]

NAME_TOKENS = 6  # "Sen. Richard J. van Durbin"
YEAR_DIGITS = 4
OFFICE_TOKENS = 5  # "director of | international legal affairs"
RELATIVE_TOKENS = 10  # how far back a relative pronoun may stand

_MODIFIERS_WORDS = """
    former then senior ex late top new prime vice deputy republican democratic mr"""
_MODIFIERS = frozenset(_MODIFIERS_WORDS.split())
_TALKING = frozenset(["speaking", "talking", "writing"])
_BEFORE_MONTH = frozenset(["in", "since", "by", "until", "last", "this", "early", "late", "of"])
_INDEFINITE = frozenset(["everyone", "everybody", "someone", "somebody", "nobody", "others"])
"""Pronouns that a phrase can describe: "somebody at the ministry"."""
_SUNDAY_PAPERS = frozenset(["sun", "mail", "independent", "scotland", "wales"])
"""Papers that are named for the day: "The Mail on Sunday reported"."""
ISSUED = frozenset(["released", "published", "conducted", "issued", "obtained", "unveiled", "posted"])


def phrase_before(tokens: Sequence[Token], last: int, *, alone: bool = False) -> Range | None:
    """Return the noun phrase whose last token is `last`, or None where the words cannot name a speaker.

    `alone`: without what "and" joins to it.
    """
    if last >= 0 and tokens[last].text == ")":
        last = next((k for k in range(last, max(-1, last - 12), -1) if tokens[k].text == "("), 0) - 1
    last = _without_issue(tokens, _without_time(tokens, last))
    if last < 0:
        return None
    if tokens[last].lower in grammar.PRONOUNS:
        return last, last + 1
    if not can_end(tokens[last]):
        return None
    low = _phrase_start(tokens, last, alone=alone)
    relative = _relative_before(tokens, low)
    somebody = tokens[last].capital or is_person_noun(tokens[last])
    whose = tokens[relative].lower == "whose" and somebody  # and no "hacker whose mischief | revealed"
    if relative == low - 1 and (tokens[relative].lower in ("which", "who") or whose):
        relative = -1  # "which the minister called a blow": what stands right behind it is the subject
        while whose and tokens[last].capital and not tokens[low].capital:
            low += 1  # "whose brother | Sam"
    if relative >= 0:
        antecedent = phrase_before(tokens, relative - 1 - (relative > 0 and tokens[relative - 1].text == ","))
        return (antecedent[0], last + 1) if antecedent and antecedent[1] == relative else antecedent
    low = _trimmed(tokens, low, last, alone=alone)
    if (speaker := _issued_by(tokens, low) or _who_talks_to(tokens, low)) is not None:
        return speaker[0], last + 1
    return (low, last + 1) if can_speak(tokens, (low, last + 1)) else None


def _phrase_start(tokens: Sequence[Token], last: int, *, alone: bool) -> int:
    low = last
    while low > 0 and last - low < PHRASE_TOKENS:
        aside = _bracket_before(tokens, low)
        within = _in_surname(tokens, low - 1) or _in_likeness(tokens, low - 1)
        if not aside and not within and not _joins(tokens, low - 1, alone=alone):
            break
        low -= aside or 1
    return low


def _issued_by(tokens: Sequence[Token], low: int) -> Range | None:
    """Return the text that came out on a day by whom stands at `low`: "a study | published in May by the | Guild"."""
    if low < 4 or tokens[low - 1].lower not in ("by", "for") or not grammar.is_time(tokens[low - 2]):  # noqa: PLR2004
        return None
    dated = _without_time(tokens, low - 2)
    issued = 0 < dated < low - 2 and tokens[dated].lower in ISSUED | {"written", "commissioned", "compiled"}
    return phrase_before(tokens, dated - 1) if issued else None


def _who_talks_to(tokens: Sequence[Token], low: int) -> Range | None:
    """Return the people who speak, at any adverb, to whom stands at `low`: "analysts speaking privately with | Lee"."""
    if low < 3 or tokens[low - 1].lower not in ("with", "to"):  # noqa: PLR2004 - people, participle, preposition
        return None
    at = low - 2
    while at > 0 and is_adverb(tokens[at]):
        at -= 1
    people = at > 0 and tokens[at].lower in _TALKING and is_people(tokens[at - 1])
    return phrase_before(tokens, at - 1) if people else None


def _in_surname(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token and the next are one name by a particle: "Wim | de Graaf", "de | Graaf"."""
    behind = tokens[at].capital and grammar.in_name(tokens, at + 1)
    return behind or grammar.in_name(tokens, at) or grammar.before_surname(tokens, at)


def _bracket_before(tokens: Sequence[Token], low: int) -> int:
    """Return how many tokens a short form in brackets takes before `low`: "the fire service (AFS) | chief Ann Lee"."""
    short = low > 3 and tokens[low - 1].text == ")" and tokens[low - 3].text == "("  # noqa: PLR2004
    return 3 if short and tokens[low - 2].capital and tokens[low].word else 0


def noun_phrase_before(tokens: Sequence[Token], last: int) -> Range | None:
    """Return the noun phrase whose last token is `last`, whether or not it can speak; None for a pronoun or no noun."""
    if last < 0 or not can_end(tokens[last]) or tokens[last].lower in grammar.PRONOUNS:
        return None
    low = last
    while (
        low > 0
        and last - low < PHRASE_TOKENS
        and (_in_surname(tokens, low - 1) or _joins(tokens, low - 1, alone=False))
    ):
        low -= 1
    return _trimmed(tokens, low, last, alone=False), last + 1


def _list_start(tokens: Sequence[Token], low: int) -> int:
    """Return where the full names begin that stand in one list with the phrase at `low` ("Ann Lee, Ben Weir and")."""
    at = low
    while at > 2 and tokens[at - 1].text == ",":  # noqa: PLR2004 - a name of two words, and the comma
        name = at - 1
        while name > 0 and grammar.of_name(tokens, name - 1) and at - 1 - name < NAME_TOKENS:
            name -= 1
        if at - 1 - name < 2 or leads(tokens[name]) or grammar.is_time(tokens[at - 2]):  # noqa: PLR2004
            break
        at = name
    return at if at == 0 or not tokens[at - 1].word or leads(tokens[at - 1]) else low


def _trimmed(tokens: Sequence[Token], low: int, last: int, *, alone: bool) -> int:
    """Return where a phrase begins without what leads into it, and with the names that stand in one list with it."""
    while low < last and (tokens[low].lower in grammar.LEADS | {"of", "to"} or _date_before_name(tokens, low)):
        low += 1
    if not alone and any(t.lower == "and" for t in tokens[low:last]):
        low = _list_start(tokens, low)
    return last if is_people(tokens[last]) and _singular_before(tokens, low, last) else low


def _date_before_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a year or May dates what somebody does: "in 2019 | Lee called", "in May 2019 | Lee said"."""
    year = tokens[at].text.isdigit() and len(tokens[at].text) == YEAR_DIGITS
    if tokens[at].text == "May":
        return at > 0 and tokens[at - 1].lower in _BEFORE_MONTH  # "in May | officials said"
    dates = at > 0 and (tokens[at - 1].lower in ("in", "by", "since") or grammar.is_time(tokens[at - 1]))
    return year and dates and tokens[at + 1].capital


def _singular_before(tokens: Sequence[Token], low: int, last: int) -> bool:
    """Tell whether a noun of its own stands before the people at `last`: "a position | farmers say is untenable"."""
    between = tokens[low + 1 : last]
    plain = all(t.word and not t.capital and t.lower not in grammar.PREPOSITIONS | {"and", "or"} for t in between)
    return bool(between) and plain and tokens[low].lower in ("a", "an")


def _without_time(tokens: Sequence[Token], last: int) -> int:
    """Step over a date between the subject and its verb: "Lee on Monday said", "the mayor on May 3, 2019 said"."""
    if last > 1 and tokens[last].text == "Sunday" and tokens[last - 2].lower in _SUNDAY_PAPERS:
        return last
    at, named = last, False
    while at >= 0 and ((dates := grammar.is_calendar(tokens, at)) or _belongs_to_date(tokens, at, last)):
        named = named or dates
        at -= 1
    if not named:
        return last
    while at >= 0 and tokens[at].lower in ("on", "last", "this", "late", "early", "in", "earlier", "of", "the"):
        at -= 1
    return at if at >= 0 else last


def _without_issue(tokens: Sequence[Token], last: int) -> int:
    """Step over how a text came out, behind its noun: "a poll released | last Friday said"."""
    return last - 1 if last > 0 and tokens[last].lower in ISSUED and tokens[last - 1].word else last


def _belongs_to_date(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a number, or the comma before the year, can be part of the date that ends at `last`."""
    if tokens[at].text == ",":
        return (
            0 < at < last and tokens[at + 1].number and (tokens[at - 1].number or grammar.is_calendar(tokens, at - 1))
        )
    return tokens[at].number and tokens[at].text[0].isdigit()


def can_end(token: Token) -> bool:
    """Tell whether a word can be the last of a noun phrase."""
    lower = token.lower
    if not token.word or lower in grammar.PREPOSITIONS or lower in grammar.CONJUNCTIONS or is_finite(token):
        return False
    return not is_adverb(token) and lower not in ("and", "or", "the", "a", "an", "to")


def _joins(tokens: Sequence[Token], at: int, *, alone: bool) -> bool:  # noqa: PLR0911 - one line a class of words
    """Tell whether the token at `at` belongs to the noun phrase that so far begins with the next one."""
    token, right = tokens[at], tokens[at + 1]
    lower = token.lower
    if not token.word:
        return token.text == "&" or (token.text == "/" and at > 0 and tokens[at - 1].capital and right.capital)
    if lower in grammar.PREPOSITIONS:
        return at > 0 and _noun_like(tokens[at - 1]) and (at > 1 or lower == "of" or not leads(tokens[0]))
    if right.lower in grammar.DETERMINERS and right.lower not in ("other", "one", "two", "three", "several", "many"):
        return lower in ("all", "both", "half") or (lower in ("and", "or") and not alone and _coordinated(tokens, at))
    if lower in ("and", "or"):
        return not alone and _coordinated(tokens, at)
    if lower in grammar.CONJUNCTIONS or lower in grammar.PRONOUNS or grammar.is_time(token) or is_finite(token):
        return lower in _INDEFINITE and right.lower in grammar.PREPOSITIONS
    if is_adverb(token):
        return at > 0 and tokens[at - 1].lower in grammar.DETERMINERS
    if lower in grammar.DETERMINERS or token.number:
        return True
    if not token.capital and right.capital:
        modifies = at > 0 and tokens[at - 1].lower in ("a", "an")
        return (
            modifies
            or _office_of(tokens, at)
            or is_person_noun(token)
            or lower in _MODIFIERS
            or lower.endswith("-elect")
            or lower.startswith("ex-")
        )
    if lower.endswith(("ed", "ing")) and not token.capital and len(lower) > 4:  # noqa: PLR2004 - "red", "king"
        return _participle_joins(tokens, at)
    return True


def _in_likeness(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is of "such as", "including" or "close to" behind people: "critics | such as | Mo Lind"."""
    first = at - (tokens[at].lower in ("as", "to"))
    if first < 1 or not (is_people(tokens[first - 1]) or tokens[first - 1].lower in WITHOUT_ARTICLE):
        return False
    words = tuple(token.lower for token in tokens[first : first + 2])
    return words in LIKE or words[0] == "including"


def _office_of(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a noun before a name ends an office: "director of legislative affairs | Ann Lee"."""
    for k in range(at - 1, max(0, at - OFFICE_TOKENS), -1):
        if tokens[k].lower in ("of", "for"):
            return is_person_noun(tokens[k - 1]) and not tokens[k - 1].lower.endswith("s")
        if not tokens[k].word or tokens[k].lower in grammar.PREPOSITIONS or is_finite(tokens[k]):
            return False
    return False


def _participle_joins(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle modifies a noun: "people briefed on the talks", "the wounded man"."""
    if at == 0:
        return False
    before, right = tokens[at - 1], tokens[at + 1]
    if before.lower in grammar.DETERMINERS:
        return True
    if right.number or right.lower in grammar.DETERMINERS:
        return False  # "the mine produced | 40 tonnes and the company said"
    return (not before.capital or is_person_noun(before)) and _noun_like(before)


def _coordinated(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "and" joins two speakers: what stands before it is a noun phrase that begins a clause."""
    left = phrase_before(tokens, at - 1, alone=True)
    if left is None or left[1] != at:
        return False
    low = left[0]
    return low == 0 or not tokens[low - 1].word or leads(tokens[low - 1]) or tokens[low - 1].lower == "and"


def leads(token: Token) -> bool:
    """Tell whether a word leads into a clause: "but", "after", "because"."""
    return token.lower in grammar.LEADS or token.lower in grammar.CONJUNCTIONS


def _noun_like(token: Token) -> bool:
    lower = token.lower
    if not token.word or grammar.is_time(token) or is_finite(token) or is_adverb(token):
        return lower in ("most", "all", "both")
    return lower not in grammar.PREPOSITIONS and lower not in grammar.CONJUNCTIONS and lower not in ("and", "or", "to")


def _relative_before(tokens: Sequence[Token], low: int) -> int:
    """Return the index of a relative pronoun shortly before `low` in the same stretch, or -1."""
    for k in range(low - 1, max(-1, low - RELATIVE_TOKENS), -1):
        if k > 0 and (tokens[k].lower in ("who", "which", "whose") or _relative_that(tokens, k, low)):
            return k
        if not tokens[k].word or tokens[k].lower in grammar.CONJUNCTIONS:
            return -1
    return -1


def _relative_that(tokens: Sequence[Token], at: int, low: int) -> bool:
    """Tell whether "that" leads into a relative clause whose object begins at `low`: "groups that back | Ann Lee"."""
    if tokens[at].lower != "that" or not _several(tokens, at - 1):
        return False
    verb = tokens[at + 1]
    agrees = not tokens[at - 1].lower.endswith("s") and verb.lower.endswith("s")
    represents = agrees and verb.lower.removesuffix("s") not in grammar.PEOPLE  # "the union that represents | Ann Lee"
    if low == at + 1 and not represents and (verb.lower.endswith("s") or is_person_noun(verb)):
        return False  # "groups that workers say are late"
    closed = grammar.DETERMINERS | grammar.PRONOUNS | grammar.PREPOSITIONS | grammar.CONJUNCTIONS
    return verb.word and not (verb.capital or verb.lower in closed or grammar.is_time(verb) or verb.number)


def _several(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word can name people together: "groups", "voters"."""
    token = tokens[at]
    return (at == 0 or not token.capital) and (is_person_noun(token) or token.lower.endswith("s"))


__all__ = ["NAME_TOKENS", "can_end", "leads", "noun_phrase_before", "phrase_before"]
