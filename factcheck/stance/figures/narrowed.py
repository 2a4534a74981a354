"""Words that narrow a noun: "junior doctors", "deaths among women", "applications that were granted".

Asked of a noun of one text that the other has, too. Levels: *narrowed* (by words before or behind the noun of which the
other text has none); *described only, or not at all* ("new", "the strikers", a clause behind a comma, a time). Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from factcheck.domain import Span
from factcheck.stance.dates.dates import dates_within
from factcheck.stance.figures.part_of_money import has_word
from factcheck.stance.figures.parts import tells_no_part
from factcheck.stance.figures.ways import says_direction
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.lexicon import is_past, is_people
from factcheck.stance.reading.texts import Text, cover, is_light, is_name
from factcheck.text.words import Word

_WHO = frozenset(["that", "who", "which", "whose", "where"])
_GERMAN_WHO = frozenset(["die", "der", "das", "denen", "deren", "bei", "in"])
BINDING = frozenset(
    """for by of with without among under over aged in from to on at between against involving including
    fur von mit ohne unter bei aus im an nach gegen zwischen""".split()  # noqa: SIM905
)
_COUNTED_BY = _WHO | frozenset("with without aged among mit ohne unter".split())  # noqa: SIM905
"""What narrows a thing counted: a place or a cause behind it is of the deed as often ("60 patients in one day")."""
_DESCRIBING = frozenset(
    """new total overall whole entire first last recent annual yearly monthly quarterly weekly daily average median
    gross net own additional extra further fresh remaining estimated official consumer voter voters about around nearly
    some many most several other local angry striking
    neue neuen gesamte gesamten jährliche jährlichen monatliche durchschnittliche weitere weiteren""".split()  # noqa: SIM905
)
"""What leaves the whole as it is, or is told elsewhere; our own choice."""
_SPECIFIC = frozenset(["the", "these", "those"])


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts, with its words of one sentence, the place of its figure, and the other text."""

    whole: Text
    words: Sequence[Word]
    figure: Span
    other: Text

    def index(self, word: Word) -> int | None:
        """Return the place of a word among those of the sentence."""
        return next((at for at, one in enumerate(self.words) if one.start == word.start), None)

    def gap(self, at: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.whole.text[self.words[at - 1].end : self.words[at].start]


def narrowed(side: Side, at: int, *, same: bool) -> Span | None:
    """Return the words by which a text narrows what its figure is of, where the other text has none of them."""
    found = _before(side, at) or _behind(side, at)
    if not found or (same and all(is_name(one) for one in found if not one.is_stop)):
        return None  # the other text may be of that place, too
    return cover(side.whole.text, found)


def _before(side: Side, at: int) -> list[Word]:
    """Return the words right before a noun that narrow it: "junior doctors", "pending asylum applications"."""
    first = at
    while first and side.gap(first).strip("-–") in ("", " ") and not _ends_run(side, first - 1):
        first -= 1
    opener = side.words[first - 1].folded if first else ""
    run = [one for one in side.words[first:at] if _is_new(side, one) and one.folded not in _DESCRIBING]
    if any(map(_is_whose, run)) or (opener in _SPECIFIC and not _is_of(side, first - 2)):
        return []
    return [one for one in run if not (is_name(one) and not is_people(one.stem) and one.start != side.words[0].start)]


def _ends_run(side: Side, at: int) -> bool:
    word = side.words[at]
    verb = is_past(word.folded) and at > 0 and not (side.words[at - 1].is_stop or side.words[at - 1].is_number)
    meets = side.figure.start <= word.start < side.figure.end
    return word.is_stop or word.is_number or meets or verb or word.folded.endswith("ly") or is_light(word)


def _is_whose(word: Word) -> bool:
    return word.text.endswith(("'s", "’s", "s'", "s’"))


def _is_of(side: Side, at: int) -> bool:
    return at >= 0 and side.words[at].folded in ("of", "among")


def _behind(side: Side, at: int) -> list[Word]:
    """Return the words right behind a noun that narrow it: "among women", "filed by minors", "that were granted"."""
    if at + 1 >= len(side.words):
        return []
    first, gap = side.words[at + 1], side.gap(at + 1)
    german = is_in_german(side.whole.text)
    relative = gap.strip() == "," and german and first.folded in _GERMAN_WHO
    if not (gap.isspace() or relative) or first.start <= side.figure.start < first.end:
        return []
    leads = first.start < side.figure.start
    opened = relative or first.folded in (BINDING | _WHO if leads else _COUNTED_BY)
    if not opened and not _is_participle(side, at + 1, leads=leads):
        return []
    rest = side.words[at + 1 + opened :]
    told = list(takewhile(lambda one: not _ends_part(side, one, leads=leads), rest))
    content = [one for one in told if not (one.is_stop or is_light(one))]
    if not content or any(one.is_number or _is_dated(side, one) for one in content) or tells_no_part(_named(told)):
        return []
    return [first, *told] if opened else told


def _named(told: Sequence[Word]) -> Word:
    """Return the noun of the first words of content: the trains of "on night trains"."""
    first = next(at for at, one in enumerate(told) if not one.is_stop)
    return told[first + sum(1 for _ in takewhile(lambda one: not one.is_stop, told[first + 1 :]))]


def _is_participle(side: Side, at: int, *, leads: bool) -> bool:
    """Whether a word behind a noun tells which of them: "applications filed by minors", "people working nights"."""
    word = side.words[at]
    if (
        not (word.folded.endswith("ing") or is_past(word.folded))
        or not _is_new(side, word)
        or says_direction(word.folded)
    ):
        return False
    if not leads:
        return at + 1 < len(side.words) and side.gap(at + 1).isspace()
    later = [one for one in side.words[at + 1 :] if one.end <= side.figure.start]
    return any(says_direction(one.folded) or (is_past(one.folded) and not _is_new(side, one)) for one in later)


def _ends_part(side: Side, word: Word, *, leads: bool) -> bool:
    """Whether a word goes on with what both texts tell, or begins another clause."""
    before = side.whole.text[max(0, word.start - 2) : word.start]
    if leads and word.start >= side.figure.start:
        return True
    if any(mark in before for mark in ",;:.()–—") or word.folded in _CLAUSES:
        return True
    return says_direction(word.folded) or not (word.is_stop or _is_new(side, word))


_CLAUSES = frozenset("and but while when after before because although und aber als weil".split())  # noqa: SIM905


def _is_new(side: Side, word: Word) -> bool:
    return not has_word(side.other, word)


def _is_dated(side: Side, word: Word) -> bool:
    text = side.whole.text
    found = dates_within(text, None, side.words[0].start, side.words[-1].end)
    return any(one.span is not None and one.span.start <= word.start < one.span.end for one in found)
