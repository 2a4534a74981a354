"""Find names of people, offices, organisations and places in a text, and tell whether two names are the same.

Method: sequences of capitalised words, sorted by the tables of `gazetteer`, by titles and by the shape of the name; a
bare surname is read as the first full name in the text that ends in it. No model: a capitalised phrase that nothing
explains is `other`. One pass over the text: linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.domain import Name, NameKind, Span
from factcheck.domain.offices import FORMER, THEN
from factcheck.text.abbreviations import BEFORE_PERSON
from factcheck.text.languages.language import is_german
from factcheck.text.names import gazetteer, name_words
from factcheck.text.names.bearers import bearer, who_bears
from factcheck.text.names.capitals import Capitals, begins_sentence, capitals_of
from factcheck.text.names.german_bodies import is_german_body
from factcheck.text.names.legal_forms import NO_WORD_OF_NAME, TAIL, is_form, without_form
from factcheck.text.names.nicknames import joined, without_nickname
from factcheck.text.names.particles import ALONE, PARTICLES, PREFIX, begins_with_capital, in_name, without_prefix
from factcheck.text.names.postnominals import surname_of, without_generation, without_letters
from factcheck.text.names.sounds import LINKS as _LINKS
from factcheck.text.names.sounds import same_sounds, sounds

_NO_INITIALS = (
    "U.S. U.K. U.N. E.U. D.C. D.A. L.A. N.Y. N.J. N.C. N.D. N.M. S.C. S.D. R.I. W.V. P.M. P.R. V.P. A.D. B.C."
)
_INITIALS = rf"(?!{'|'.join(map(re.escape, _NO_INITIALS.split()))})[A-Z]\.[A-Z]\.(?=\s[A-Z][a-z])"
"""Two initials without a blank before a surname: "J.D. Orr"."""
_WORD = (
    rf"(?:{_INITIALS}|[A-Z]\.(?=\s[A-Z])|(?:{BEFORE_PERSON})\.(?=\s[A-Z])|"
    rf"(?:(?<!\w){PREFIX})?[A-ZÀ-ÖØ-Þ][\w’'&-]*(?:\.(?=[A-Z]\.?))?\w*)"
)
_PARTICLE = "|".join(sorted(PARTICLES))
_ALSO_WORDS = PARTICLES - ALONE - {"der", "den", "zu"}  # those join German names: "Partei der Mitte"
_JOINT = re.compile(
    rf"\sand\s|(?<=['’]s)\s|(?<=s['’])\s|\s(?:of|for)\s(?:the\s)?|\s(?:{'|'.join(sorted(_ALSO_WORDS))})\s|\s(?=al-)"
)
_BY_WATER = (
    r"(?:upon|on)\s(?=(?:Sea|Tyne|Avon|Hull|Thames|Trent|Tweed|Severn|Humber|Tees|Wye|Usk|Soar)\b)|"
    r"am\s(?=(?:Main|Rhein|Neckar|Inn|Lech|Harz|See|[A-Z][a-z]+see)\b)|"
    r"(?:an|ob)\sder\s(?=(?:Oder|Havel|Ruhr|Donau|Saale|Elbe|Weser|Spree|Mosel|Lahn|Isar|Aller|Leine|Tauber|Enz)\b)"
)
"""What joins the name of a town and its water: "Newcastle upon Tyne", "Frankfurt am Main"."""
_LINK = rf"(?:(?:of|for)(?:\sthe)?|and|&|(?:{_PARTICLE})(?:\s(?:{_PARTICLE}))?)"
Pair = tuple[int, int]

_SEQUENCE = re.compile(rf"{_WORD}(?:\s{NO_WORD_OF_NAME}(?:{_BY_WATER}|{_LINK}\s)?{_WORD}){{0,7}}{TAIL}?")
_TOWN_BY_WATER = re.compile(rf"\s(?:{_BY_WATER})")
_INITIAL = re.compile(r"[A-Z]?\.?|[A-Z]\.[A-Z]\.")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,6}")
_MONTHS = frozenset(["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"])
_DAY_AFTER = re.compile(r"\.?\s\d")
_BYLINE = re.compile(r"^\W*(?:By|Von|Words:|Text:)\s\Z", re.MULTILINE)
_LOOKED_BACK = 12  # characters that hold a mark of layout and "Words: "
_RETIRED = {"D.": "a.", "R.": "i."}  # "a. D." and "i. R." behind a German office: what ends them begins no name
_NUMERAL = re.compile(r"[IVX]+")
_CONTRACTION = re.compile(r"(?:i|we|you|they|he|she|it|that|there|who|what|here)['’](?:m|re|ve|ll|d|s)|\w+n['’]t")

_NOT_NAMES_WORDS = """
    a about according after all also although among an and another any are as asked at back because before both but
    by can could despite did do does during each earlier even every few first for former from get given had has have
    he her here his how however i if in indeed instead into is it its just last later let like many maybe meanwhile
    more most much my next no nor not now of on once one only or other our out over perhaps please read recently
    related second see she since so some still such than thanks that the their them then there these they this those
    though three through thus to today together tomorrow too two under unless until up us very was we well were what
    when where whether which while who why will with within without would yes yesterday yet you your der die das und
    ein eine in im am auf mit von zu bei nach monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december montag dienstag mittwoch
    donnerstag freitag samstag sonntag good say says said told asked speaking commenting asking talking being
    having making everything nothing anything something everyone everybody nobody anyone anybody someone somebody"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_CIVIL = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "monsieur", "madame"])
"""Forms of address whose bearer is no lord: what stands behind their "of" is a name of its own."""
_OPENERS = frozenset(
    [
        "We",
        "I",
        "The",
        "But",
        "This",
        "He",
        "It",
        "She",
        "They",
        "You",
        "On",
        "In",
        "At",
        "As",
        "If",
        "When",
        "While",
        "A",
    ]
)
"""Words that begin the next sentence where a headline without a full stop ends in a name."""
_PEOPLE_NEXT = frozenset(
    ["critics", "opponents", "supporters", "allies", "officials", "residents", "voters", "lawmakers", "experts"]
) | {"rivals"}
"""Who is spoken of in the next sentence, where the one that ended in a person's name lost its full stop."""
_NEVER_FIRST = _NOT_NAMES | (_LINKS - {"al", "el"})
_FIRST = gazetteer.FIRST_NAMES | name_words.MORE_FIRST_NAMES


def _spellings(table: str, separator: str) -> dict[str, str]:
    rows = [row for line in table.strip().splitlines() for row in line.split(separator)]
    return {alias: names[0] for row in rows for names in [row.split(",")] for alias in names}


_COUNTRY_ROWS = [row.split("|") for row in gazetteer.COUNTRIES.strip().splitlines()]
_COUNTRIES = {alias: names[0] for row in _COUNTRY_ROWS for names in [row[0].split(",")] for alias in names}
_SEATS = [(seat.split(","), row[0].split(",")[0]) for row in _COUNTRY_ROWS if row[1] for seat in row[1].split(";")]
_CAPITALS = {alias: names[0] for names, _ in _SEATS for alias in names}
CAPITAL_OF = {names[0]: country for names, country in reversed(_SEATS)}  # the first is the capital
DEMONYMS = {people: row[0].split(",")[0] for row in _COUNTRY_ROWS if row[2] for people in row[2].split(",")}
METONYMS = dict(row.split("|") for row in gazetteer.METONYMS.strip().splitlines())
_PLACES = _spellings(gazetteer.PLACES, ";") | _CAPITALS | _COUNTRIES
COUNTRIES = frozenset(_COUNTRIES.values())
_KNOWN_PLACES = frozenset(_PLACES.values())
_AMBIGUOUS = frozenset(["Congo", "Georgia", "Washington"])
"""Names of more than one place, of which none is told from the others."""
_ORGANISATIONS = _spellings(gazetteer.ORGANISATIONS, "\n")
_KNOWN_ORGANISATIONS = frozenset(_ORGANISATIONS.values())
_BEFORE_NAMES = gazetteer.TITLES | FORMER | THEN | {"the"}
_ROLES_AND_SURNAMES = frozenset(["king", "prince", "pope", "bishop", "major", "judge", "justice", "marshal"])
_NO_PERSON = gazetteer.ORGANISATION_WORDS | gazetteer.FIRM_WORDS | gazetteer.PLACE_WORDS | name_words.NO_PERSON
_KNOWN = {name.casefold(): full for name, full in (_PLACES | _ORGANISATIONS).items()}


def find_names(text: str) -> list[Name]:
    """Return the mentions of names in `text`, in order, each with the fullest name that the text gives for it."""
    capitals = capitals_of(text)
    every = list(joined(text, list(_mentions(text))))
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
    somebody = name.kind is NameKind.PERSON and _plain(name.name.split()[0]) in _FIRST
    if somebody or name.kind is NameKind.PLACE or len(firms) > 1:
        return name
    return replace(name, name=next(iter(firms)), kind=NameKind.ORGANISATION)


def different_places(a: str, b: str) -> bool:
    """Tell whether two names are of places that are known, and not one: "Niger" and "Nigeria".

    A capital is no other place than its country, for whose government it can stand; two cities of a country are two.
    """
    left, right = _place(a), _place(b)
    if not left or not right or left == right:
        return False
    return right not in (CAPITAL_OF.get(left), METONYMS.get(left)) and left not in (
        CAPITAL_OF.get(right),
        METONYMS.get(right),
    )


@lru_cache(8192)
def _place(name: str) -> str:
    usual = next((one for one in (canonical(name), f"The {name}") if one in _KNOWN_PLACES), "")  # "The | Hague"
    return DEMONYMS.get(name) or ("" if usual in _AMBIGUOUS else usual)


def same_name(a: str, b: str) -> bool:
    """Tell whether two names can be the same person, organisation or place.

    Titles and case do not count; a surname matches a full name, an acronym its expansion, and spellings of one name
    from another script match ("Zelensky", "Selenskyj"). Two different first names do not.
    """
    left, right = canonical(a), canonical(b)
    if not left or not right or different_places(a, b):
        return False
    left, right = without_form(left) or left, without_form(right) or right
    if left.casefold() == right.casefold():
        return left == right or min(len(left), len(right)) > 3  # noqa: PLR2004 - "us" is not "US"
    if _initials(left) == _bare(right) or _initials(right) == _bare(left):
        return True
    return same_sounds(sounds(left), sounds(right))


def is_known(name: str) -> bool:
    """Tell whether a name is one of the places and organisations that the tables have, which many texts name."""
    return canonical(name).casefold() in _KNOWN


@lru_cache(8192)
def canonical(name: str) -> str:
    """Return `name` without titles and possessive, by its usual spelling ("Kiev": "Kyiv", "US": "United States")."""
    bare = _POSSESSIVE.sub("", without_nickname(" ".join(name.split())))
    for candidate in (bare, bare.removeprefix("the ").removeprefix("The ")):
        if known := _KNOWN.get(candidate.casefold() if len(candidate) > 3 else _short(candidate)):  # noqa: PLR2004
            return known
    words = bare.split()
    while len(words) > 1 and _is_title(_plain(words[0])):
        words = words[1:]
    return without_letters(" ".join(words), _FIRST)


def _is_title(word: str) -> bool:
    return word in _BEFORE_NAMES or name_words.is_german_role(word)


@lru_cache(8192)
def is_person(name: str, *, known: bool = False) -> bool:
    """Tell whether a canonical name has the shape of a person's: a known first name, or two to four plain words.

    `known`: only a known first name counts.
    """
    words = name.split()
    if not words or name in _PLACES or name in _ORGANISATIONS or name in DEMONYMS or words[0] in DEMONYMS:
        return False
    lower = [_plain(w) for w in words]
    if is_german_body(name):
        return False
    surname = len(words) == 2 and lower[0] in _FIRST and lower[1] in name_words.SITE_OR_SURNAME  # noqa: PLR2004
    if any(w in _NO_PERSON or w == "&" for w in lower[: 1 if surname else None]) or any(
        _POSSESSIVE.search(w) for w in words[:-1]
    ):
        return False
    own = [word for at, word in enumerate(words) if not in_name(words, at)]  # without "de", "van der"
    if name_words.is_first_name(lower[0]) and len(own) <= 4:  # noqa: PLR2004 - "Maria de la Cruz Lopez"
        return not any(_is_role(w) for w in lower[1:])
    if known or lower[0] in name_words.NO_FIRST or words[0] in _PLACES or _is_role(lower[-1]):
        return lower[-1] in _ROLES_AND_SURNAMES and not known and lower[0] not in name_words.NO_FIRST
    site = len(own) < len(words) and (lower[0] in name_words.BEFORE_PARTICLES or words[-1] in _PLACES)
    plain = not site and all(w.lower() not in _LINKS or w[:1].isupper() for w in own)
    shaped = all(begins_with_capital(w) and not w.isupper() for w in own if not _INITIAL.fullmatch(w))
    return 2 <= len(own) <= 4 and plain and shaped and not _is_role(lower[0])  # noqa: PLR2004


def _is_role(word: str) -> bool:
    return word in gazetteer.ROLES or name_words.is_german_role(word)


def _short(name: str) -> str:
    """Return the key for a short name, where case tells "US" from "us" and "WHO" from "who"."""
    return name.casefold() if name.isupper() or (name[:1].isupper() and len(name) > 2) else f"\0{name}"  # noqa: PLR2004


def _plain(word: str) -> str:
    return word.strip(".,;:()[]'’").casefold()


@lru_cache(8192)
def _bare(name: str) -> str:
    return name.replace(".", "") if name.replace(".", "").isupper() else "\0"


@lru_cache(8192)
def _initials(name: str) -> str:
    words = [w for w in name.split() if w.lower() not in _LINKS]
    return "".join(w[0] for w in words).upper() if len(words) > 1 else ""


def _mentions(text: str) -> Iterator[tuple[int, int]]:
    taken = 0
    dotted = {match.start(): match.end() for match in _DOTTED.finditer(text)}
    for match in _SEQUENCE.finditer(text):
        low, high = match.span()
        if low in dotted and dotted[low] > high:
            high = dotted[low]
        if low < taken:
            continue
        for a, b in _trimmed(text, low, high):
            taken = b
            yield a, b


def _trimmed(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the names of a capitalised sequence: without words that only begin a sentence, parted at "and"."""
    for part in (part for line in _lines(text, low, high) for part in _parts(text, *line)):
        words = list(re.finditer(r"\S+", text[part[0] : part[1]]))
        while words and _only_opens(words[0].group()):
            if len(words) > 1 and words[0].group() == "May" and not begins_sentence(text, low):
                break
            words = words[1:]
        words = words[2:] if _of_a_person(words) else words
        if words and words[0].group() in _RETIRED and _ends_title(text, part[0] + words[0].start(), words[0].group()):
            words = words[1:]
        while words and (words[-1].group() in _LINKS or words[-1].group() in _OPENERS):
            words = words[:-1]
        if len(words) > 2 and _plain(words[-1].group()) in _PEOPLE_NEXT and _names_person(words):  # noqa: PLR2004
            words = words[:-1]
        if words and not _abbreviated_month(text, part[0] + words[0].start(), part[0] + words[-1].end()):
            a, b = part[0] + words[0].start(), part[0] + words[-1].end()
            possessive = _POSSESSIVE.search(text[a:b])
            b = a + possessive.start() if possessive else b
            if b - a > 1 and not is_form(text[a:b]):
                yield a, b


_WRAPPED = 40
"""Code points from which a line may be broken for its length alone, within a name; a shorter one ended for itself."""


def _lines(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a capitalised sequence that stand on lines of their own: "By Ann Lee" above "Halm, 3 May"."""
    begin = low
    while (end := text.find("\n", begin, high)) >= 0:
        if end - text.rfind("\n", 0, end) <= _WRAPPED:
            yield low, end
            low = end + 1
        begin = end + 1
    yield low, high


def _ends_title(text: str, at: int, initial: str) -> bool:
    """Tell whether an initial at `at` is the D of "a. D.", or the R of "i. R."."""
    return text[max(0, at - 3) : at].rstrip().endswith(_RETIRED[initial])


def _only_opens(word: str) -> bool:
    """Tell whether a word is no part of a name, whatever its capital: "The", "I’m", "Don't"."""
    return _plain(_POSSESSIVE.sub("", word)) in _NEVER_FIRST or _CONTRACTION.fullmatch(word.lower()) is not None


def _names_person(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether a sequence begins with a title, or has a known first name ("Minister Anna Berg | Critics say")."""
    plain = [_plain(word.group()) for word in words]
    return plain[0] in gazetteer.TITLES or _is_role(plain[0]) or any(word in _FIRST for word in plain[:-2])


def _of_a_person(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether a sequence is a noun that begins a sentence and the name of whom it belongs to.

    "Relatives of Ann Lee" are others than she; "President of Ann Arbor" and "University of St John" stay whole.
    """
    if len(words) < 3 or words[1].group() not in ("of", "for"):  # noqa: PLR2004 - noun, preposition, name
        return False
    noun, first = _plain(words[0].group()), _plain(words[2].group())
    several = noun.endswith("s") and not noun.endswith("ss")  # "Critics of Mayor Ann Lee"
    known = first in _FIRST or (several and len(words) > 3 and first in gazetteer.TITLES)  # noqa: PLR2004 - a title, a name
    one = _is_role(noun) and not several
    return known and not one and noun not in _NO_PERSON and not words[0].group().isupper()


def _abbreviated_month(text: str, low: int, high: int) -> bool:
    """Tell whether the word at `[low, high)` is a month ("Jan. 6", "Oct 3") and no first name."""
    return text[low:high] in _MONTHS and _DAY_AFTER.match(text, high) is not None


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
        if not (first.isalpha() and first[1:].islower() and _opens_only(_plain(first))) or rest.split()[0] in _LINKS:
            break
        if _sorted(whole, full, known=False)[0] not in (NameKind.PERSON, NameKind.OTHER):
            break
        bearer = full.get(rest.split()[-1], "")
        another = bearer not in ("", whole) and _plain(bearer.split()[0]) in _FIRST
        common = _plain(first) in capitals.small or first.endswith("ing")
        if not (another or common or (rest in running and whole not in running)):
            break
        whole = rest.lstrip()
    return high - len(whole)


def _opens_only(word: str) -> bool:
    """Tell whether nothing shows that a word is part of a name: no first name, title, office, place or people."""
    known = word in _FIRST or _is_role(word) or word in _NO_PERSON or word in gazetteer.TITLES | FORMER | THEN
    return not (known or word in _KNOWN or word in name_words.NO_FIRST or word.capitalize() in DEMONYMS)


def _shouted(text: str, low: int, high: int, full: dict[str, str]) -> Iterator[Pair]:
    """Yield what a line of capitals names that is known without them: a person of the text, a shipped name."""
    words = text[low:high]
    if words.casefold() in _KNOWN or (words.count(" ") == 1 and _plain(words.split()[0]) in _FIRST):
        yield low, high
        return
    for name in filter(None, dict.fromkeys(full.values())):  # "Mr Ray" of nobody known has none
        at = words.find(name.upper())
        if at >= 0:
            yield low + at, low + at + len(name)
            return


def _parts(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Part a sequence at "and", after a possessive and between a person and their body, unless it is a known name."""
    whole = text[low:high]
    if whole in _PLACES or whole in _ORGANISATIONS:
        return [(low, high)]
    parts: list[tuple[int, int]] = []
    begin = low
    for match in _JOINT.finditer(whole):
        left = whole[: match.start()].split()
        if match.group().split()[:1] in (["of"], ["for"]):
            person = whole[begin - low : match.start()].split()
            bodied = _first_and_last(person) and _names_body(whole[match.end() :])
            if bodied or (len(person) > 1 and _plain(person[0]) in _CIVIL):  # "Mr Berg of | Norvik"
                parts.append((begin, low + match.start()))
                begin = low + match.end()
            continue
        if match.group().strip() in _ALSO_WORDS and in_name(whole.split(), len(left)):
            continue
        if whole.startswith("al-", match.end()) and whole[match.end() :].split()[0] not in _ORGANISATIONS:
            continue
        if match.group().isspace() and (_names_site(left[-1], whole[match.end() :]) or _of_members(whole, match)):
            continue
        joined = match.group().strip() == "and" and left[0] in ("Department", "Ministry", "Centers", "Bureau")
        if not joined:
            parts.append((begin, low + match.start()))
            begin = low + match.end()
    return [*parts, (begin, high)]


def _names_site(owner: str, rest: str) -> bool:
    """Tell whether a possessive is a part of a name: "Tanner’s Bridge", but not "Norway’s Parliament"."""
    site = rest.split(maxsplit=1)[:1]
    return (
        bool(site)
        and _plain(_POSSESSIVE.sub("", site[0])) in name_words.SITES
        and _POSSESSIVE.sub("", owner) not in _PLACES
    )


def _of_members(whole: str, joint: re.Match[str]) -> bool:
    """Tell whether a possessive tells whose body it is, as a part of its name: "Falk Beekeepers’ Union"."""
    owner, body = whole[: joint.start()].rsplit(maxsplit=1)[-1], whole[joint.end() :].split(maxsplit=1)[0]
    return owner.endswith(("s'", "s’")) and owner[:-1] not in _PLACES and _is_body(_plain(body))


def _first_and_last(words: Sequence[str]) -> bool:
    """Tell whether words are a known first name and what can be a surname."""
    plain = [_plain(word) for word in words]
    return len(plain) > 1 and plain[0] in _FIRST and not any(_is_role(w) or w in _NO_PERSON for w in plain)


def _names_body(words: str) -> bool:
    """Tell whether what stands behind "of" is an organisation: "Ann Lee of | the University of Leeds"."""
    return words in _ORGANISATIONS or any(_is_body(_plain(w)) for w in words.split())


def _is_body(word: str) -> bool:
    """Tell whether a word of a name is one for an organisation; "&" joins the names of a firm."""
    return word in gazetteer.ORGANISATION_WORDS or word == "&" or name_words.is_german_body(word)


def _full_names(text: str, mentions: Sequence[Pair], capitals: Capitals, *, german: bool) -> dict[str, str]:
    """Map the last word of each full personal name to the full name that ends in it and stands there most often."""
    counts: dict[str, dict[str, int]] = {}
    firms = set(filter(None, (without_form(text[low:high]) for low, high in mentions)))
    for low, high in mentions:
        name = canonical(_person_part(text[low:high]))
        if name in firms and _plain(name.split()[0]) not in _FIRST:
            continue
        if " " in name and is_person(name, known=(german and not _titled(text[low:high])) or capitals.title_case(low)):
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


@lru_cache(8192)
def _person_part(mention: str) -> str:
    """Return the person in a mention: "Defense Minister Ann Lee", "Ann Lee NATO Envoy" -> "Ann Lee"."""
    words = mention.split()
    plain = [_plain(w) for w in words]
    first = next(
        (i for i, w in enumerate(plain[:-1]) if name_words.is_first_name(w) and not _names_no_one(plain[i + 1])), -1
    )
    if first < 0:
        last_role = max((i for i, w in enumerate(plain) if _is_role(w)), default=-1)
        rest = words[last_role + 1 :]
        rest = rest[: next((i for i, w in enumerate(rest) if i > 1 and w in ("of", "for")), len(rest))]
        return " ".join(rest) if rest and rest[0].lower() not in _LINKS else mention
    end = first + 1
    while end < len(words) and (
        in_name(words, end) or (not _names_no_one(plain[end]) and (words[end] not in DEMONYMS or end == first + 1))
    ):
        if " ".join(words[end : end + 2]) in METONYMS:
            break
        end += 1
    return " ".join(words[first:end])


def _names_no_one(word: str) -> bool:
    return _is_role(word) or word in _NOT_NAMES or word in ("of", "for", "the", "&") or word in _KNOWN


def _titled(mention: str) -> bool:
    """Tell whether a mention begins with a title, an office or a trade."""
    first = _plain(mention.split(maxsplit=1)[0])
    return _is_role(first) or first in gazetteer.TITLES


def _named(text: str, low: int, high: int, full: dict[str, str], *, known: bool) -> Name:
    mention = text[low:high]
    span = Span(low, high, mention)
    kind, name = _sorted(mention, full, known=known and not _titled(mention))
    return Name(span=span, name=name, kind=kind)


def _signed(text: str, at: int) -> bool:
    """Tell whether a byline names who follows: "By Orla Finch", whose first name need not be known."""
    return _BYLINE.search(text[max(0, at - _LOOKED_BACK) : at]) is not None


def _sorted(mention: str, full: dict[str, str], *, known: bool) -> tuple[NameKind, str]:
    """Return the kind of a mention and the name it is read as; `known`: persons only by a known first name."""
    name = canonical(mention)
    if name in _KNOWN_ORGANISATIONS:
        return NameKind.ORGANISATION, name
    if mention in METONYMS and mention not in _CAPITALS:
        return NameKind.ORGANISATION, mention
    if name in _KNOWN_PLACES or mention in DEMONYMS:
        return NameKind.PLACE, DEMONYMS.get(mention, name)
    if is_german_body(mention) or without_form(mention):
        return NameKind.ORGANISATION, mention
    person = canonical(_person_part(mention))
    if person.isupper() and (told := full.get(person.split()[-1].capitalize(), "")).upper() == person:
        person = told
    if is_person(person, known=known) or person in full or full.get(person.rpartition(" ")[2]) == person:
        return NameKind.PERSON, bearer(full, mention, person) if " " not in person else full.get(person, person)
    return _by_words(mention, name, full)


def _by_words(mention: str, name: str, full: dict[str, str]) -> tuple[NameKind, str]:
    words = [_plain(w) for w in mention.split()]
    titled = len(words) > 1 and _is_title(words[0]) and not _is_role(words[-1])
    if titled and words[1] not in _LINKS:
        return NameKind.PERSON, bearer(full, mention, name) if " " not in name else name
    if any(_is_body(w) for w in words) or (len(words) > 1 and words[-1] in gazetteer.FIRM_WORDS):
        return NameKind.ORGANISATION, mention
    if any(map(_is_role, words)):
        return NameKind.OFFICE, mention
    if _TOWN_BY_WATER.search(mention) or (len(words) > 1 and words[-1] in gazetteer.PLACE_WORDS):
        return NameKind.PLACE, mention
    acronym = _ACRONYM.fullmatch(mention) is not None and not _NUMERAL.fullmatch(mention)
    return (NameKind.ORGANISATION, mention) if acronym else (NameKind.OTHER, name)


__all__ = [
    "CAPITAL_OF",
    "COUNTRIES",
    "DEMONYMS",
    "METONYMS",
    "canonical",
    "different_places",
    "find_names",
    "is_person",
    "same_name",
]
