"""Find names of people, offices, organisations and places in a text, each with the fullest name it is given there.

Method: sequences of capitalised words (`mentions`), sorted by the tables of `known`, by titles and by the shape of the
name (`persons`); a bare surname is read as the first full name in the text that ends in it. No model: a capitalised
phrase that nothing explains is `other`. One pass over the text: linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.domain import Name, NameKind, Span
from factcheck.domain.offices import FORMER, THEN
from factcheck.text.languages.language import is_german
from factcheck.text.names import gazetteer, name_words
from factcheck.text.names.bearers import bearer, who_bears
from factcheck.text.names.capitals import Capitals, capitals_of
from factcheck.text.names.german_bodies import is_german_body
from factcheck.text.names.known import (
    CAPITALS,
    DEMONYMS,
    KNOWN_NAMES,
    KNOWN_ORGANISATIONS,
    KNOWN_PLACES,
    METONYMS,
    NO_PERSON,
    is_body,
    is_role,
    is_title,
    plain_word,
)
from factcheck.text.names.legal_forms import without_form
from factcheck.text.names.mentions import BY_WATER, mentions_in
from factcheck.text.names.name_words import FIRST
from factcheck.text.names.nicknames import joined
from factcheck.text.names.particles import without_prefix
from factcheck.text.names.persons import is_person, is_titled, person_in
from factcheck.text.names.postnominals import surname_of, without_generation
from factcheck.text.names.sameness import canonical
from factcheck.text.names.sounds import LINKS as _LINKS

Pair = tuple[int, int]
_TOWN_BY_WATER = re.compile(rf"\s(?:{BY_WATER})")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,6}")
_BYLINE = re.compile(r"^\W*(?:By|Von|Words:|Text:)\s\Z", re.MULTILINE)
_LOOKED_BACK = 12  # characters that hold a mark of layout and "Words: "
_NUMERAL = re.compile(r"[IVX]+")


def find_names(text: str) -> list[Name]:
    """Return the mentions of names in `text`, in order, each with the fullest name that the text gives for it."""
    capitals = capitals_of(text)
    every = list(joined(text, list(mentions_in(text))))
    german = is_german(text)  # there every noun is capitalised, so that the shape of two words tells nothing
    told = [(low, high) for low, high in every if not capitals.all_capitals(low)]
    full = _full_names(text, told, capitals, german=german)
    mentions = _without_openers(capitals, told, full)
    if len(mentions) != len(set(told) & set(mentions)):
        full = _full_names(text, mentions, capitals, german=german)
    shouted = (span for low, high in every if capitals.all_capitals(low) for span in _shouted(text, low, high, full))
    found = (
        _named(text, low, high, full, known=(german or capitals.title_case(low)) and not _signed(text, low))
        for low, high in sorted([*mentions, *shouted])
    )
    return _with_firms(
        [
            name
            for name in found
            if name.kind is not NameKind.OTHER or not capitals.only_of_a_sentence(name.span.start, name.span.end)
        ]
    )


def _with_firms(names: list[Name]) -> list[Name]:
    """Return the names with each firm that is called without its legal form as the one that is named with it.

    "Norvik" is Norvik ASA where the text has that firm and no other of the name, unless it is a place or somebody with
    a first name: "Adam Opel" may be who founded the firm.
    """
    firms: dict[str, set[str]] = {}
    for one in names:
        if one.kind is NameKind.ORGANISATION and (short := without_form(one.name)):
            firms.setdefault(short, set()).add(one.name)
    return [_as_firm(one, firms[one.name]) if one.name in firms else one for one in names] if firms else names


def _as_firm(name: Name, firms: set[str]) -> Name:
    somebody = name.kind is NameKind.PERSON and plain_word(name.name.split()[0]) in FIRST
    if somebody or name.kind is NameKind.PLACE or len(firms) > 1:
        return name
    return replace(name, name=next(iter(firms)), kind=NameKind.ORGANISATION)


def _without_openers(capitals: Capitals, mentions: Sequence[Pair], full: dict[str, str]) -> list[Pair]:
    """Return the mentions without a first word that only stands first: "Vintage Biden clip", "Addressing Thomas"."""
    within = {capitals.text[low:high] for low, high in mentions if not capitals.begins(low)}
    running = {capitals.text[low:high] for low, high in mentions if not capitals.heading(low)}
    return [
        (_without_opener(capitals, mention, full, within, running), mention[1])
        if capitals.begins(mention[0])
        else mention
        for mention in mentions
    ]


def _without_opener(
    capitals: Capitals, mention: Pair, full: dict[str, str], within: set[str], running: set[str]
) -> int:
    """Return where a mention at the head of a sentence begins, without the words that are no part of the name.

    `within` are the mentions inside sentences, where a capital tells; `running` those outside headings.
    """
    low, high = mention
    whole = capitals.text[low:high]
    while " " in whole and whole not in within:
        first, _, rest = whole.partition(" ")
        if (
            not (first.isalpha() and first[1:].islower() and _opens_only(plain_word(first)))
            or rest.split()[0] in _LINKS
        ):
            break
        if _sorted(whole, full, known=False)[0] not in (NameKind.PERSON, NameKind.OTHER):
            break
        bearer = full.get(rest.split()[-1], "")
        another = bearer not in ("", whole) and plain_word(bearer.split()[0]) in FIRST
        common = plain_word(first) in capitals.small or first.endswith("ing")
        if not (another or common or (rest in running and whole not in running)):
            break
        whole = rest.lstrip()
    return high - len(whole)


def _opens_only(word: str) -> bool:
    """Tell whether nothing shows that a word is part of a name: no first name, title, office, place or people."""
    known = word in FIRST or is_role(word) or word in NO_PERSON or word in gazetteer.TITLES | FORMER | THEN
    return not (known or word in KNOWN_NAMES or word in name_words.NO_FIRST or word.capitalize() in DEMONYMS)


def _shouted(text: str, low: int, high: int, full: dict[str, str]) -> Iterator[Pair]:
    """Yield what a line of capitals names that is known without them: a person of the text, a shipped name."""
    words = text[low:high]
    if words.casefold() in KNOWN_NAMES or (words.count(" ") == 1 and plain_word(words.split()[0]) in FIRST):
        yield low, high
        return
    for name in filter(None, dict.fromkeys(full.values())):  # "Mr Ray" of nobody known has none
        at = words.find(name.upper())
        if at >= 0:
            yield low + at, low + at + len(name)
            return


def _full_names(text: str, mentions: Sequence[Pair], capitals: Capitals, *, german: bool) -> dict[str, str]:
    """Map the last word of each full personal name to the full name that ends in it and stands there most often."""
    counts: dict[str, dict[str, int]] = {}
    firms = set(filter(None, (without_form(text[low:high]) for low, high in mentions)))
    for low, high in mentions:
        name = canonical(person_in(text[low:high]))
        if name in firms and plain_word(name.split()[0]) not in FIRST:
            continue
        if " " in name and is_person(
            name, known=(german and not is_titled(text[low:high])) or capitals.title_case(low)
        ):
            bearers = counts.setdefault(surname_of(name), {})
            bearers[name] = bearers.get(name, 0) + 1
    full = who_bears(counts, (text[low:high] for low, high in mentions))
    shorter = ((short, name) for last, name in full.items() for short in _other_surnames(last))
    return dict(shorter) | without_generation(filter(None, full.values())) | full


def _other_surnames(surname: str) -> Iterator[str]:
    """Yield the other spellings of "al-Dardari": "Al-Dardari", "Dardari"."""
    if (plain := without_prefix(surname)) != surname:
        yield plain
        yield surname[:1].upper() + surname[1:]


def _named(text: str, low: int, high: int, full: dict[str, str], *, known: bool) -> Name:
    mention = text[low:high]
    span = Span(low, high, mention)
    kind, name = _sorted(mention, full, known=known and not is_titled(mention))
    return Name(span=span, name=name, kind=kind)


def _signed(text: str, at: int) -> bool:
    """Tell whether a byline names who follows: "By Orla Finch", whose first name need not be known."""
    return _BYLINE.search(text[max(0, at - _LOOKED_BACK) : at]) is not None


def _sorted(mention: str, full: dict[str, str], *, known: bool) -> tuple[NameKind, str]:
    """Return the kind of a mention and the name it is read as; `known`: persons only by a known first name."""
    name = canonical(mention)
    if name in KNOWN_ORGANISATIONS:
        return NameKind.ORGANISATION, name
    if mention in METONYMS and mention not in CAPITALS:
        return NameKind.ORGANISATION, mention
    if name in KNOWN_PLACES or mention in DEMONYMS:
        return NameKind.PLACE, DEMONYMS.get(mention, name)
    if is_german_body(mention) or without_form(mention):
        return NameKind.ORGANISATION, mention
    person = canonical(person_in(mention))
    if person.isupper() and (told := full.get(person.split()[-1].capitalize(), "")).upper() == person:
        person = told
    if is_person(person, known=known) or person in full or full.get(person.rpartition(" ")[2]) == person:
        return NameKind.PERSON, bearer(full, mention, person) if " " not in person else full.get(person, person)
    return _by_words(mention, name, full)


def _by_words(mention: str, name: str, full: dict[str, str]) -> tuple[NameKind, str]:
    words = [plain_word(w) for w in mention.split()]
    titled = len(words) > 1 and is_title(words[0]) and not is_role(words[-1])
    if titled and words[1] not in _LINKS:
        return NameKind.PERSON, bearer(full, mention, name) if " " not in name else name
    if any(is_body(w) for w in words) or (len(words) > 1 and words[-1] in gazetteer.FIRM_WORDS):
        return NameKind.ORGANISATION, mention
    if any(map(is_role, words)):
        return NameKind.OFFICE, mention
    if _TOWN_BY_WATER.search(mention) or (len(words) > 1 and words[-1] in gazetteer.PLACE_WORDS):
        return NameKind.PLACE, mention
    acronym = _ACRONYM.fullmatch(mention) is not None and not _NUMERAL.fullmatch(mention)
    return (NameKind.ORGANISATION, mention) if acronym else (NameKind.OTHER, name)
