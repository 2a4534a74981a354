"""Can the two texts be compared: is the one a claim, the other prose, and are both in one script and one language?

Levels: *yes, or not told* (nothing to say); *another script*, *another language*, *a language that is not read* (whose
negations nobody here would see), *too long for a claim*, *the rows of a table* (a badge; names, figures and dates that
both texts have are shown, and no stance follows from them). Method: the script of most letters, and the function words
of seven languages, or of others together; a text of few words is in another language where its words are spelt as in
neither of ours (`spelling`), else in none. A declared translation is compared as usual.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.dates.dates import dates_of
from factcheck.stance.names.shared import stands
from factcheck.stance.reading.pair import LONGEST_CLAIM, Pair
from factcheck.stance.reading.slots import names_in
from factcheck.stance.reading.texts import Text, read
from factcheck.stance.spelling import is_spelt_otherwise
from factcheck.text.languages.language import is_german, is_unsupported
from factcheck.text.runs import without_marks
from factcheck.text.tables.rows import is_table_text

_T = TypeVar("_T")
SHARED_STRENGTH = 0.2
"""Of a name, figure or date that both texts have: what they say of it is not known."""
SCRIPT = "in another script: only names, numbers and dates are compared"
LANGUAGE = "in another language: only names, numbers and dates are compared"
UNREAD = "in a language that is not read here: only names, numbers and dates are compared"
TOO_LONG = "too long for a claim: only names, numbers and dates are compared"
TABLE = "rows of a table: which cell is meant, `corpus add` and `claim cells` tell"
_FEWEST = 3
"""Function words from which a text is in a language; of any other it has to have fewer."""
_FUNCTION_WORDS = {
    "en": "the and of that was were with from by this which has have had been is are will would not it as for a an in "
    "on to at no do he she his her me my we you they or but if so be am die war hat per more over how who what new un",
    "de": "der die das und ist nicht ein eine den dem von zu mit sich auf für wurde wurden werden hat im auch bei nach "
    "am an in war so zum zur des einer einem einen er sie es",
    "fr": "le la les des du et est une dans pour que qui pas sur avec au aux par plus ont été cette sont",
    "es": "el la los las del y es una en por que con para se no su al fue han más como pero",
    "it": "il lo la gli le di del della e è una in per che con non si ha sono nel anche dal",
    "pt": "o os as do da dos das e é uma em por que com não se foi para no na mais ao",
    "nl": "de het een en van is niet in op te dat die voor met zijn werd heeft aan ook bij door",
}
_BY_LANGUAGE = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_FUNCTION = frozenset[str]().union(*_BY_LANGUAGE.values())
_OTHER = "other"
"""A language of none of these, in Latin letters."""
_READ = frozenset(["en", "de"])
"""The languages whose words are compared."""
_LATIN = "LATIN"
_LETTER = re.compile(r"[A-Za-z]")
_LOOKED_AT = 400  # letters of a text by which its script is told


def another_tongue(claim: str, passage: str) -> str:
    """Return the badge for a passage in another script or language than the claim or in one not read; or ""."""
    (script, ours), (their_script, theirs) = _tongue(claim), _tongue(passage)
    if script and their_script and script != their_script:
        return SCRIPT
    if script == their_script != _LATIN and script:
        return UNREAD
    if ours and theirs and ours != theirs and not _READ.isdisjoint((ours, theirs)):
        return LANGUAGE
    return "" if {ours, theirs} <= _READ | {""} else UNREAD


def incomparable(pair: Pair, *, translated: bool) -> str:
    """Return the badge that says why the words of a passage are not compared with those of the claim, or ""."""
    if len(pair.claim.content) > LONGEST_CLAIM:
        return TOO_LONG
    if "\n" in pair.passage.text and is_table_text(pair.passage.text):
        return TABLE
    return "" if translated else another_tongue(pair.claim.text, pair.passage.text)


def compare_shared(pair: Pair, claim_date: date | None, passage_date: date | None) -> Iterator[Reason]:
    """Yield a reason for each name, figure and date that both texts have, once, wherever it stands."""
    names = names_in(pair.passage.text)
    for one in _once(names_in(pair.claim.text), lambda one: one.text):
        found = next((other for other in names if stands(one, (other,))), None)
        if found is not None:
            yield _shared("names", Facet.WHO, one, found)
    numbers = {word.folded: word for word in pair.passage.words if word.is_number}
    for word in _once([word for word in pair.claim.words if word.is_number], lambda word: word.folded):
        other = numbers.get(word.folded)
        if other is not None:
            yield _shared("numbers", Facet.HOW_MANY, _span(word.start, pair.claim), _span(other.start, pair.passage))
    theirs = {(one.start, one.end): one.span for one in dates_of(pair.passage.text, passage_date)}
    for told in _once(dates_of(pair.claim.text, claim_date), lambda one: (one.start, one.end)):
        there = theirs.get((told.start, told.end))
        if told.span is not None and there is not None:
            yield _shared("dates", Facet.WHEN, told.span, there)


def _once(some: Iterable[_T], key: Callable[[_T], object]) -> Iterable[_T]:
    """Return the first of each key, in order."""
    found: dict[object, _T] = {}
    for one in some:
        found.setdefault(key(one), one)
    return found.values()


@lru_cache(1024)
def _tongue(text: str) -> tuple[str, str]:
    """Return the script and the language of a text, "" where it has too little of either."""
    script = _LATIN if text.isascii() else _script(text)
    if script != _LATIN:
        return script, ""
    told = read(text).vocabulary & _FUNCTION
    (second, _), (most, first) = sorted([(len(told & words), one) for one, words in _BY_LANGUAGE.items()])[-2:]
    if most >= _FEWEST and most > second:
        return script, first
    if most >= _FEWEST or (not told.isdisjoint(_BY_LANGUAGE["de"]) and is_german(text)):
        return script, ""  # "das … das" is German, though Portuguese has the word, too
    foreign = is_unsupported(text) or is_spelt_otherwise(text)
    return script, _OTHER if foreign else ""


def _script(text: str) -> str:
    """Return the script that most letters of a text are of, by the first word of their names in Unicode."""
    if (plain := without_marks(text)).isascii():
        return _LATIN if _LETTER.search(plain) else ""
    letters = list(islice(filter(str.isalpha, text), _LOOKED_AT))
    if 2 * sum(map(str.isascii, letters)) > len(letters):
        return _LATIN
    told = Counter(unicodedata.name(one, "").partition(" ")[0] for one in letters)
    return told.most_common(1)[0][0] if told else ""


def _span(start: int, text: Text) -> Span:
    word = next(one for one in text.words if one.start == start)
    return Span(word.start, word.end, word.text)


def _shared(comparator: str, facet: Facet, one: Span, other: Span) -> Reason:
    return Reason(
        comparator=comparator,
        facet=facet,
        polarity=Polarity.SUPPORTS,
        strength=SHARED_STRENGTH,
        message=f"both texts have it, whatever they say of it: {one.text} / {other.text}",
        claim_spans=(one,),
        passage_spans=(other,),
    )
