"""Find where names stand in a text: sequences of capitalised words, without what only opens or follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.text.abbreviations import BEFORE_PERSON
from factcheck.text.names import gazetteer, name_words
from factcheck.text.names.capitals import begins_sentence
from factcheck.text.names.known import NO_PERSON, ORGANISATIONS, PLACES, POSSESSIVE, is_body, is_role, plain_word
from factcheck.text.names.legal_forms import NO_WORD_OF_NAME, TAIL, is_form
from factcheck.text.names.name_words import FIRST, NOT_NAMES
from factcheck.text.names.particles import ALONE, PARTICLES, PREFIX, in_name
from factcheck.text.names.persons import is_first_and_last
from factcheck.text.names.sounds import LINKS as _LINKS

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
BY_WATER = (
    r"(?:upon|on)\s(?=(?:Sea|Tyne|Avon|Hull|Thames|Trent|Tweed|Severn|Humber|Tees|Wye|Usk|Soar)\b)|"
    r"am\s(?=(?:Main|Rhein|Neckar|Inn|Lech|Harz|See|[A-Z][a-z]+see)\b)|"
    r"(?:an|ob)\sder\s(?=(?:Oder|Havel|Ruhr|Donau|Saale|Elbe|Weser|Spree|Mosel|Lahn|Isar|Aller|Leine|Tauber|Enz)\b)"
)
"""What joins the name of a town and its water: "Newcastle upon Tyne", "Frankfurt am Main"."""
_LINK = rf"(?:(?:of|for)(?:\sthe)?|and|&|(?:{_PARTICLE})(?:\s(?:{_PARTICLE}))?)"
_SEQUENCE = re.compile(rf"{_WORD}(?:\s{NO_WORD_OF_NAME}(?:{BY_WATER}|{_LINK}\s)?{_WORD}){{0,7}}{TAIL}?")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_MONTHS = frozenset(["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"])
_DAY_AFTER = re.compile(r"\.?\s\d")
_RETIRED = {"D.": "a.", "R.": "i."}  # "a. D." and "i. R." behind a German office: what ends them begins no name
_CONTRACTION = re.compile(r"(?:i|we|you|they|he|she|it|that|there|who|what|here)['’](?:m|re|ve|ll|d|s)|\w+n['’]t")
_CIVIL = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "monsieur", "madame"])
"""Forms of address whose bearer is no lord: what stands behind their "of" is a name of its own."""
_OPENERS_WORDS = "We I The But This He It She They You On In At As If When While A"
_OPENERS = frozenset(_OPENERS_WORDS.split())
"""Words that begin the next sentence where a headline without a full stop ends in a name."""
_PEOPLE_NEXT = frozenset(
    ["critics", "opponents", "supporters", "allies", "officials", "residents", "voters", "lawmakers", "experts"]
) | {"rivals"}
"""Who is spoken of in the next sentence, where the one that ended in a person's name lost its full stop."""
_NEVER_FIRST = NOT_NAMES | (_LINKS - {"al", "el"})


def mentions_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand in `text`, in order: sequences of capitals, parted, without what is no part of a name."""
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
        if len(words) > 2 and plain_word(words[-1].group()) in _PEOPLE_NEXT and _names_person(words):  # noqa: PLR2004
            words = words[:-1]
        if words and not _abbreviated_month(text, part[0] + words[0].start(), part[0] + words[-1].end()):
            a, b = part[0] + words[0].start(), part[0] + words[-1].end()
            possessive = POSSESSIVE.search(text[a:b])
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
    return plain_word(POSSESSIVE.sub("", word)) in _NEVER_FIRST or _CONTRACTION.fullmatch(word.lower()) is not None


def _names_person(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether a sequence begins with a title, or has a known first name ("Minister Anna Berg | Critics say")."""
    plain = [plain_word(word.group()) for word in words]
    return plain[0] in gazetteer.TITLES or is_role(plain[0]) or any(word in FIRST for word in plain[:-2])


def _of_a_person(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether a sequence is a noun that begins a sentence and the name of whom it belongs to.

    "Relatives of Ann Lee" are others than she; "President of Ann Arbor" and "University of St John" stay whole.
    """
    if len(words) < 3 or words[1].group() not in ("of", "for"):  # noqa: PLR2004 - noun, preposition, name
        return False
    noun, first = plain_word(words[0].group()), plain_word(words[2].group())
    several = noun.endswith("s") and not noun.endswith("ss")  # "Critics of Mayor Ann Lee"
    known = first in FIRST or (several and len(words) > 3 and first in gazetteer.TITLES)  # noqa: PLR2004 - a title, a name
    one = is_role(noun) and not several
    return known and not one and noun not in NO_PERSON and not words[0].group().isupper()


def _abbreviated_month(text: str, low: int, high: int) -> bool:
    """Tell whether the word at `[low, high)` is a month ("Jan. 6", "Oct 3") and no first name."""
    return text[low:high] in _MONTHS and _DAY_AFTER.match(text, high) is not None


def _parts(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Part a sequence at "and", after a possessive and between a person and their body, unless it is a known name."""
    whole = text[low:high]
    if whole in PLACES or whole in ORGANISATIONS:
        return [(low, high)]
    parts: list[tuple[int, int]] = []
    begin = low
    for match in _JOINT.finditer(whole):
        left = whole[: match.start()].split()
        if match.group().split()[:1] in (["of"], ["for"]):
            person = whole[begin - low : match.start()].split()
            bodied = is_first_and_last(person) and _names_body(whole[match.end() :])
            if bodied or (len(person) > 1 and plain_word(person[0]) in _CIVIL):  # "Mr Berg of | Norvik"
                parts.append((begin, low + match.start()))
                begin = low + match.end()
            continue
        if match.group().strip() in _ALSO_WORDS and in_name(whole.split(), len(left)):
            continue
        if whole.startswith("al-", match.end()) and whole[match.end() :].split()[0] not in ORGANISATIONS:
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
        and plain_word(POSSESSIVE.sub("", site[0])) in name_words.SITES
        and POSSESSIVE.sub("", owner) not in PLACES
    )


def _of_members(whole: str, joint: re.Match[str]) -> bool:
    """Tell whether a possessive tells whose body it is, as a part of its name: "Falk Beekeepers’ Union"."""
    owner, body = whole[: joint.start()].rsplit(maxsplit=1)[-1], whole[joint.end() :].split(maxsplit=1)[0]
    return owner.endswith(("s'", "s’")) and owner[:-1] not in PLACES and is_body(plain_word(body))


def _names_body(words: str) -> bool:
    """Tell whether what stands behind "of" is an organisation: "Ann Lee of | the University of Leeds"."""
    return words in ORGANISATIONS or any(is_body(plain_word(w)) for w in words.split())
