"""Another of its kind: does a sentence bring in a second thing of the same name?

A text that told of the earthquake and goes on with "an earthquake", "another dog", "the last flood" or "last year's
festival" speaks of a second one. Levels: *the same, or not told*; *another* (the noun that answers the claim's has an
indefinite article though the passage had it before, or a word that sets it apart which the claim does not have).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from factcheck.domain import Span
from factcheck.stance.reading.lexicon import synonyms
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.texts import cover, is_light, read
from factcheck.text.words import Word

_INDEFINITE = frozenset("a an ein eine einen einem einer eines".split())  # noqa: SIM905
_APART = frozenset(
    """another other earlier previous prior similar different separate subsequent later neighbouring neighboring rival
    second third fourth fifth ander andere anderen anderer anderes anderem früher frühere früheren früherer früheres
    vorig vorige vorigen voriger voriges ähnlich ähnliche ähnlichen ähnlicher ähnliches weitere weiteren weiterer
    weiteres zweite zweiten zweiter zweites""".split()  # noqa: SIM905
)
"""What sets a thing apart from the one that is spoken of."""
_CONTRASTING = frozenset(
    """old new former original temporary smaller bigger larger planned future alte alten alter altes neue neuen neuer
    neues ehemalige ehemaligen kleinere kleineren größere größeren""".split()  # noqa: SIM905
)
"""The same, where the thing was spoken of before without such a word."""
_LAST = frozenset(["last", "next", "letzte", "letzten", "letzter", "letztes", "nächste", "nächsten", "nächster"])
"""The same, but for a time: "last year" is no second year."""
_TIMES = frozenset(
    """year month week night day summer winter spring autumn season decade monday tuesday wednesday thursday friday
    saturday sunday jahr jahres monat monats woche sommer winter nacht""".split()  # noqa: SIM905
)
_OF_A_TIME = re.compile(r"(?:\b(?:last|previous|next) \w+|\b(?:1[89]|20)\d\d|\b[A-Z][a-z]+day)['’]s? \Z")
_OF_A_TIME_HINT = re.compile(r"\b(?:[Ll]ast|[Pp]revious|[Nn]ext|(?:1[89]|20)\d\d|[A-Z][a-z]+day)\b")
_ALONE = _APART | _LAST
_TELLING = _ALONE | _INDEFINITE | _CONTRASTING
"""Words without one of which a sentence brings in nothing, but for a time with a possessive."""
_MOST_BEFORE = 3  # words between an article and its noun: "a similar but smaller attack"


def brought_in(pair: Pair, bounds: tuple[int, int], but: Sequence[Span]) -> tuple[Span, Span] | None:
    """Return what the claim speaks of and the other thing of its kind that a sentence speaks of, or None.

    `but`: places of the claim that are values and name nothing.
    """
    whole = read(pair.passage.text).words
    first = bisect_left(whole, bounds[0], key=_start)
    there = whole[first : bisect_left(whole, bounds[1], key=_start)]
    telling = _TELLING if first else _ALONE  # before the first sentence nothing was told of
    if not any(word.folded in telling for word in there) and not _OF_A_TIME_HINT.search(pair.passage.text, *bounds):
        return None
    for one in _answered(pair, there, but):
        words = _before(pair.passage.text, whole, one.passage)
        told = _sets_apart(pair, one, words, bounds) if words else None
        if told is not None:
            return Span.cut(pair.claim.text, one.claim.start, one.claim.end), told
    return None


def _answered(pair: Pair, there: Sequence[Word], but: Sequence[Span]) -> Iterator[Partner]:
    """Yield the nouns of the claim with the one word of a sentence that answers each, by its stem or as its partner."""
    by_stem: dict[str, list[Word]] = {}
    for word in there:
        by_stem.setdefault(word.stem, []).append(word)
    partners = {one.claim.stem: one.passage.stem for one in pair.partners if one.kind == "synonym"}
    for word in pair.claim.content:
        same = by_stem.get(word.stem) or by_stem.get(partners.get(word.stem, ""), [])
        if len(same) != 1 or word.is_number or is_light(word) or word.folded in _TIMES:
            continue
        if not any(span.start <= word.start < span.end for span in but):
            yield Partner(word, same[0], "same")


def _before(text: str, words: Sequence[Word], noun: Word) -> list[Word]:
    """Return the words of a noun's phrase before it, from its article on."""
    at = bisect_left(words, noun.start, key=_start)
    found: list[Word] = []
    for word in reversed(words[max(0, at - _MOST_BEFORE) : at]):
        after = found[-1].start if found else noun.start
        if text[word.end : after].strip(" -"):
            break
        if word.folded in _INDEFINITE or word.folded in _DEFINITE:
            found.append(word)
            break
        if word.is_stop and word.folded not in _APART | _LAST:
            break
        found.append(word)
    return found[::-1]


_DEFINITE = frozenset("the this that these those its his her their our der die das den dem des".split())  # noqa: SIM905


def _sets_apart(pair: Pair, one: Partner, words: Sequence[Word], bounds: tuple[int, int]) -> Span | None:
    """Return the phrase of a noun that is another thing than the claim's, or None."""
    text = pair.passage.text
    phrase = cover(text, [*words, one.passage])
    vocabulary = pair.claim.vocabulary
    apart = [
        word for word in words if word.folded in _APART or (word.folded in _LAST and one.passage.folded not in _TIMES)
    ]
    ours = _before(pair.claim.text, pair.claim.words, one.claim)
    plural = one.claim.folded.endswith("s") != one.passage.folded.endswith("s")  # "one of the problems", "a problem"
    alike = not ours or ours[0].folded not in _DEFINITE or plural  # the claim brings it in, too
    contrasting = [word for word in words if word.folded in _CONTRASTING]
    opens = words[0].folded in _INDEFINITE and not alike
    told = (opens or contrasting) and any(
        word.end <= bounds[0] and _is_alike(word, one) for word in pair.passage.content
    )
    apart += contrasting if told else ()
    if any(word.folded not in vocabulary for word in apart):
        return phrase
    dated = _OF_A_TIME.search(text, max(0, one.passage.start - 24), one.passage.start)
    if (
        dated is not None
        and dated.group().strip().split("’")[0].split("'")[0].casefold() not in pair.claim.text.casefold()
    ):
        return phrase
    return phrase if opens and told else None


def _is_alike(word: Word, one: Partner) -> bool:
    return word.stem in (one.passage.stem, one.claim.stem) or synonyms(word.stem, one.passage.stem)


_start = attrgetter("start")
