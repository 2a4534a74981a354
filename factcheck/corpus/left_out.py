"""What the limits of a search leave out, and what was meant by one that fits nothing. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from factcheck.domain import Source, Within
from factcheck.text.languages.stems import primary_language
from factcheck.text.words import fold, spelt_words

UNDATED, OTHER_DAY = "without a date", "of other days"
OTHER_PUBLISHER, OTHER_LANGUAGE, OTHER_TIER = "of other publishers", "in other languages", "of other tiers"
NEAR = 5
"""Names that are told as near to one that fits nothing."""
_WRITTEN_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "æ": "ae", "ø": "oe", "œ": "oe"}


def leaving_out(source: Source, within: Within) -> Iterator[str]:
    """Yield why a source lies outside of some limits; nothing where it does not."""
    if within.since or within.until:
        if source.published is None:
            yield UNDATED
        elif (within.since and source.published < within.since) or (within.until and source.published > within.until):
            yield OTHER_DAY
    if within.publisher and fold(source.publisher) != fold(within.publisher):
        yield OTHER_PUBLISHER
    if within.language and not _in_language(source.language, within.language):
        yield OTHER_LANGUAGE
    if within.tier and source.tier != within.tier:
        yield OTHER_TIER


def counted_out(sources: Iterable[Source], within: Within) -> Counter[str]:
    """Count why sources lie outside of some limits; one may for several reasons."""
    return Counter(reason for source in sources for reason in leaving_out(source, within))


def same_names(name: str, names: Iterable[str]) -> list[str]:
    """Return those of some names that are this one, but for case and accents."""
    return [one for one in names if one and fold(one) == fold(name)]


def near_names(name: str, names: Collection[str]) -> list[str]:
    """Return the names that a person may have meant by one that is none of them: that hold it, or are spelt alike."""
    folded = {fold(one): one for one in names if one}
    holding = [one for one in folded if set(spelt_words(fold(name))) <= set(spelt_words(one))]
    close = get_close_matches(fold(name), folded, n=NEAR, cutoff=0.6)
    return [folded[one] for one in dict.fromkeys([*holding, *close])][:NEAR] if name.strip() else []


def keeps_accents(phrases: Sequence[str], text: str) -> bool:
    """Whether a text has each accented word of some phrases with its accents, or with these written out (ö: oe).

    A word may end otherwise: what stands behind its last accent is not looked at.
    """
    words = {unicodedata.normalize("NFC", word).casefold() for word in spelt_words(text)}
    asked = [word for phrase in phrases for word in spelt_words(unicodedata.normalize("NFC", phrase)) if accented(word)]
    return all(any(one.startswith(beginning) for one in words for beginning in _beginnings(word)) for word in asked)


def accented(word: str) -> bool:
    """Whether a word or phrase has an accent, or another letter that folding changes."""
    return fold(word) != word.casefold()


def _beginnings(word: str) -> tuple[str, str]:
    small = word.lower()
    last = max((at for at, letter in enumerate(small) if accented(letter)), default=-1)
    beginning = small[: last + 1]
    return beginning.casefold(), "".join(_WRITTEN_OUT.get(letter, letter) for letter in beginning)


def _in_language(there: str, wanted: str) -> bool:
    return wanted.casefold() in (there.casefold(), primary_language(there.casefold()))


def in_place(path: str, wanted: str) -> bool:
    """Whether a path has some words of it, or fits it as a pattern (`2024/*.pdf`)."""
    if "*" not in wanted:
        return wanted.casefold() in path.casefold()
    pattern = ".*".join(map(re.escape, wanted.casefold().split("*")))
    return re.search(pattern, path.casefold()) is not None


def is_author(author: str, name: str) -> bool:
    """Whether an author is meant by a name, of which a part is enough."""
    return bool(asked := set(spelt_words(fold(name)))) and asked <= set(spelt_words(fold(author)))
