"""The names sheet of an article: one row a person, organisation and place, with its spellings, titles and ages.

Newsroom checkers read names down a list, not down the text: a slip shows when the spellings stand side by side. What
looks like a slip is flagged as a doubt in words and never decided. Names whose kind nothing explains stand last;
single words among them only where a capital within a sentence tells that they are names.

Method: mentions are gathered by the fullest name of the article; two rows of a kind are near where they are one or two
letters apart (Ratcliff and Obershelp's ratio, difflib) or share the last word of a person's name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from factcheck.claims.people.registry import Registry, build_registry
from factcheck.domain import Name, NameKind, NameRow, Span, Spelling
from factcheck.text.languages.language import is_german, is_unsupported
from factcheck.text.languages.scripts import as_latin
from factcheck.text.names.capitals import Capitals, capitals_of
from factcheck.text.names.finding import find_names
from factcheck.text.names.known import DEMONYMS
from factcheck.text.paragraphs import paragraph_spans
from factcheck.text.words import fold

NEAR = 0.82
"""Ratio from which two names are shown as nearly the same: one letter in six. Source: our own choice on invented slips
(Jensen and Jenson .83, Meyer and Meier .80 with a first name .91); a sheet may flag too much, never too little."""

ONE_LETTER = 5  # letters from which one changed letter is a slip ("Meyer", "Meier"), and "Iran" is not "Iraq"
LETTERS = 2  # names further apart in length are two names
SHORT = 2  # letters of what may be an initial
ACRONYM = 4  # letters; a shorter word in capitals may be one, whatever else is spelled like it
LONGEST = 60  # characters of a name that are compared; more is no name
COMPARED = 400  # rows of a kind that are compared with one another: the square of it stays under a second

_SHARED = {"Congo": ("Democratic Republic of Congo", "Congo Republic")}
KINDS = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.OTHER)

_AGE_AFTER = re.compile(
    r",\s(?:who\s(?:is|was|turned)\s)?(?P<bare>\d{1,3})(?=[,.;)](?!\d)|\s(?:and|who|(?:from|of)\s[A-Z]))"
    r"|\s?[,(]?\s?(?:who\s(?:is|was)\s)?age[d]?\s(?P<told>\d{1,3})\b"
    r"|(?:,\swho)?\s(?:is|was|turned)\s(?:now\s)?(?P<years>\d{1,3})\syears\sold\b"
    r"|\s(?:died|passed\saway)(?:(?!\sand\s)[^.;\n]){0,40}?\s(?:aged|at\s(?:the\s)?age(?:\sof)?)\s(?P<died>\d{1,3})\b"
    r"|\s\((?P<bracket>\d{1,3})\)"
    r"|,\s(?:an?|the)\s(?P<joined>\d{1,3})-year-old\b"
)
_AGE_BEFORE = re.compile(r"(\d{1,3})-year-old\s(?:[\w’'-]+\s){0,3}$")


def names_sheet(text: str) -> tuple[NameRow, ...]:
    """Return the rows of an article: people, then organisations, then places, each in the order of first mention."""
    plain = as_latin(text)
    found = (replace(name, span=Span.cut(text, name.span.start, name.span.end)) for name in find_names(plain))
    common = _where_nouns_have_capitals(text)
    names = [name for name in found if not _only_a_noun(name, common)]
    registry = build_registry(plain, names)
    rows = [_row(text, key, mentions, registry) for key, mentions in _gathered(text, names).items()]
    strays = tuple(dict.fromkeys(name.name for name in names if name.kind is NameKind.OTHER and " " not in name.name))
    return tuple(
        replace(row, doubts=(*_doubts(row, same, strays), *_lookalikes(row), *_short_forms(row, rows)))
        for kind in KINDS
        for same in [[row for row in rows if row.kind is kind]]
        for row in same
    )


def _where_nouns_have_capitals(text: str) -> list[tuple[int, int]]:
    """Return the paragraphs in German, and those in languages of which no names are known."""
    return [(a, b) for a, b in paragraph_spans(text, 0, len(text)) if is_german(text[a:b]) or is_unsupported(text[a:b])]


def _only_a_noun(name: Name, paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a word that nothing explains can be any noun of a German paragraph ("Preis")."""
    if name.kind is not NameKind.OTHER or " " in name.name:
        return False
    at = bisect_right(paragraphs, (name.span.start, name.span.end)) - 1
    return at >= 0 and name.span.start < paragraphs[at][1]


def _shouted(text: str, name: Name) -> bool:
    """Tell whether a word is in capitals only here, as in a dateline ("ARLE"), and no acronym: else it is "Arle"."""
    word = name.span.text
    spelled = rf"\b{re.escape(word.title())}\b"
    return word.isupper() and word.isalpha() and len(word) >= ACRONYM and re.search(spelled, text) is not None


def _gathered(text: str, names: Iterable[Name]) -> dict[tuple[NameKind, str], list[Name]]:
    found: dict[tuple[NameKind, str], list[Name]] = {}
    capitals = capitals_of(text)
    for name in names:
        if _has_row(name, capitals) and not _shouted(text, name):
            found.setdefault((name.kind, name.name), []).append(name)
    _with_short_names(found)
    return found


def _with_short_names(found: dict[tuple[NameKind, str], list[Name]]) -> None:
    """Count a name that two countries share with the one of them that the article names in full, if it is one."""
    for short, countries in _SHARED.items():
        full = [country for country in countries if (NameKind.PLACE, country) in found]
        if (NameKind.PLACE, short) in found and len(full) == 1:
            mentions = [*found[NameKind.PLACE, full[0]], *found.pop((NameKind.PLACE, short))]
            found[NameKind.PLACE, full[0]] = sorted(mentions, key=lambda name: name.span.start)


def _has_row(name: Name, capitals: Capitals) -> bool:
    """Tell whether a mention is one of a name on the sheet; of those that nothing explains, what is plainly a name."""
    if name.kind is not NameKind.OTHER:
        return name.kind in KINDS
    word = name.name
    if word.isupper() or capitals.title_case(name.span.start):
        return False
    plain = word.isalpha() and len(word) > SHORT and word.casefold() not in capitals.small
    return " " in word or (plain and not capitals.begins(name.span.start))


def _row(text: str, key: tuple[NameKind, str], mentions: Sequence[Name], registry: Registry) -> NameRow:
    kind, name = key
    person = registry.people.get(name) if kind is NameKind.PERSON else None
    counts = Counter(_spelled(mention) for mention in mentions)
    return NameRow(
        name=name,
        kind=kind,
        spellings=tuple(Spelling(text=spelling, count=count) for spelling, count in counts.items()),
        spans=tuple(mention.span for mention in mentions),
        titles=tuple(dict.fromkeys(office.rstrip(".,;") for office in person.offices)) if person else (),
        ages=tuple(dict.fromkeys(age for mention in mentions for age in _ages(text, mention))),
    )


def _spelled(mention: Name) -> str:
    """Return a person's mention without the titles around the name; any other as it stands."""
    if mention.kind is not NameKind.PERSON:
        return mention.span.text
    wanted = {fold(word) for word in mention.name.split()}
    words = [(word, fold(as_latin(word).strip(".,"))) for word in mention.span.text.split()]
    body = next((k for k, (_, plain) in enumerate(words) if k and plain in ("of", "for") and plain not in wanted), None)
    own = [word for word, plain in words[:body] if plain in wanted]  # "Ann Lee of Lee Bakers" is spelled "Ann Lee"
    return " ".join(own) or mention.span.text


def _ages(text: str, mention: Name) -> Iterator[str]:
    if mention.kind is not NameKind.PERSON:
        return
    if after := _AGE_AFTER.match(text, mention.span.end):
        yield next(filter(None, after.groups()))
    if before := _AGE_BEFORE.search(text[max(0, mention.span.start - 60) : mention.span.start]):
        yield before.group(1)


def _doubts(row: NameRow, same: Sequence[NameRow], strays: Sequence[str]) -> Iterator[str]:
    """Yield what a checker should look at; `same`: the rows of the kind, `strays`: names that nothing explains."""
    if len(row.ages) > 1:
        yield f"two ages: {', '.join(row.ages)}"
    spelled = [s.text for s in row.spellings if s.text not in DEMONYMS and " " not in s.text]
    if row.kind is NameKind.PLACE and len(spelled) > 1:
        yield f"spelled in {len(spelled)} ways: {', '.join(spelled)}"
    for other in same[:COMPARED]:
        if other.name == row.name:
            continue
        if _alike(row.name, other.name) or (row.kind is NameKind.PERSON and _alike_surname(row.name, other.name)):
            yield f"nearly the same as {other.name}"
        elif row.kind is NameKind.PERSON and _same_surname(row.name, other.name):
            yield f"same surname as {other.name}"
    for stray in strays[:COMPARED]:
        if _alike(row.name.split()[-1], stray):
            yield f"nearly the same as {stray}"


def _lookalikes(row: NameRow) -> Iterator[str]:
    """Yield the spellings of a name with letters of another script that look like Latin ones."""
    for written in dict.fromkeys(span.text for span in row.spans):
        if as_latin(written) != written:
            yield f"letters that only look Latin in “{written}”"


def _short_forms(row: NameRow, rows: Sequence[NameRow]) -> Iterator[str]:
    """Yield the names of another kind that begin nearly as this one, or this one as they do ("John Hopkins")."""
    words = row.name.split()
    for other in rows[:COMPARED]:
        theirs = other.name.split()
        shared = min(len(words), len(theirs))
        if other.kind is row.kind or shared < 2 or len(words) == len(theirs):  # noqa: PLR2004 - one word is no short form
            continue
        if _alike(" ".join(words[:shared]), " ".join(theirs[:shared])):
            yield f"nearly the same as {other.name}"


def _alike(one: str, other: str) -> bool:
    left, right = fold(one[:LONGEST]), fold(other[:LONGEST])
    if left == right or abs(len(left) - len(right)) > LETTERS or left[:1] != right[:1]:
        return False
    if len(left) == len(right) >= ONE_LETTER and sum(a != b for a, b in zip(left, right, strict=True)) == 1:
        return True
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR  # the quick one is never below


def _alike_surname(left: str, right: str) -> bool:
    """Tell whether two people can be one with a slip in the surname: "Mr Pedersen" and "Lars Petersen"."""
    a, b = left.split(), right.split()
    first = 1 in (len(a), len(b)) or fold(a[0]) == fold(b[0]) or _alike(a[0], b[0])
    return len(a) + len(b) > 2 and first and _alike(a[-1], b[-1])  # noqa: PLR2004 - two bare surnames are compared above


def _same_surname(left: str, right: str) -> bool:
    a, b = left.split(), right.split()
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1]
