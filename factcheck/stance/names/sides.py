"""Who does it to whom, asked of every verb: the words on both sides of it must not have changed sides.

`roles` asks it of names it knows and conflicts; this is asked of what would else be called corroborated, and forbids
that only. Levels: *the same way round, or not told*; *the other way round* (what stands before a verb of the claim
stands behind it in the source, and what stands behind it before); *to another* (the same one does it, but to what is
no word of the claim, while what the claim has it done to stands elsewhere). A "by" on one side turns it round; what
stands with a preposition says when and where, and may stand on either side; a German subject may, too, where its
article tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.doers import told_of_another
from factcheck.stance.names.origins import origins
from factcheck.stance.names.roles import MUTUAL
from factcheck.stance.names.stand_ins import STANDING_FOR
from factcheck.stance.names.suffered import is_suffered
from factcheck.stance.names.voices import OWNING, is_passive
from factcheck.stance.reading.german_verbs import is_in_german, is_known_verb
from factcheck.stance.reading.lexicon import is_past, is_verb
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import cover
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

STRENGTH, COMPARED_STRENGTH = 0.5, 0.6
_REACH = 5
"""Words on either side of a verb among which its subject and its object are looked for."""
_MARKS = frozenset(',;:()"“”„—–')


def compare_sides(pair: Pair) -> Reason | None:
    """Return a reason where what stands before and behind a verb of the claim has changed sides in the source."""
    german = is_in_german(pair.claim.text)
    same = {one.passage.stem: one.claim.stem for one in pair.partners if one.kind != "opposite"}
    compared = _compared(pair, same)
    if compared is not None:
        return compared
    answered = {one.claim.start for one in pair.partners if is_suffered(pair, one)}
    answered |= {noun.claim.start for noun, _ in origins(pair)}
    answered |= {one.claim.start for one in pair.partners if one.kind == "converse" and one.claim.folded in OWNING}
    for at, verb in enumerate(pair.claim.words):
        if verb.start in answered or not (_tells(verb, german=german) or _stands_between_names(pair.claim.words, at)):
            continue
        places = [place for place, word in enumerate(pair.stretch) if same.get(word.stem, word.stem) == verb.stem]
        ours = _sides(pair.claim.words, pair.claim.text, at, german=german)
        read: Callable[[Sequence[Word], str, int], _Sides | None] = partial(_sides, german=german)
        if ours is None and german:  # "Am Montag verklagte die Firma Alder die Bank Birke"
            ours, read = _both_behind(pair.claim.words, pair.claim.text, at), _both_behind
        if ours is None:
            continue
        theirs = [read(pair.stretch, pair.passage.text, place) for place in places]
        turned = [one for one in theirs if one is not None and _are_turned(ours, one, same)]
        if turned and len(turned) == len(theirs):
            return _reason(pair, ours, verb, turned[0])
        others = [place for place in places if not german and _is_to_another(pair, ours, at, place, same)]
        if others and len(others) == len(places):
            return told_of_another(pair, ours.behind, _after(pair.stretch, pair.passage.text, others[0]))
    return None


def _is_to_another(pair: Pair, ours: _Sides, at: int, place: int, same: dict[str, str]) -> bool:
    """Whether the claim's subject does in the source to another thing what the claim has it do to its own."""
    text, words = pair.passage.text, pair.stretch
    before, one = _nearest(words, text, place, -1), _after(pair.claim.words, pair.claim.text, at)
    other = _after(words, text, place)
    if not (before and one and other) or ours.by or same.get(before[-1].stem, before[-1].stem) != ours.before[-1].stem:
        return False
    head = other[-1]
    answered = any(same.get(word.stem, word.stem) in pair.claim.stems for word in other)
    if answered or head.text[0].isupper() or head.is_number or head.folded in _TIMES or head.stem in STANDING_FOR:
        return False
    there = [word.start for word in words if same.get(word.stem, word.stem) == one[-1].stem]
    _, end = sentence_at(pair.passage.sentences, words[place].start) or (0, pair.end)
    return bool(there) and not any(words[place].start < start < end for start in there)


def _after(words: Sequence[Word], text: str, at: int) -> tuple[Word, ...]:
    """Return the noun that stands right behind a verb, but for an article, with what stands before it."""
    found: list[Word] = []
    last = words[at]
    for word in words[at + 1 : at + 1 + _REACH]:
        if text[last.end : word.start] != " " or (word.is_stop and (found or word.folded not in _LEADING)):
            break
        if not word.is_stop:
            found.append(word)
        last = word
    return tuple(found)


_LEADING = frozenset(["the", "a", "an", "its", "their", "his", "her"])


class _Sides(NamedTuple):
    """The words that stand before a verb and behind it, and whether a "by" stands between it and the latter."""

    before: tuple[Word, ...]
    behind: tuple[Word, ...]
    by: bool
    passive: bool = False

    @property
    def done_to(self) -> bool:
        """Whether it is the passive with who did it behind it."""
        return self.by and self.passive


def _tells(word: Word, *, german: bool) -> bool:
    if word.text[0].isupper() or word.stem in MUTUAL or word.folded in _SPEECH:
        return False
    if german:
        return is_known_verb(word.folded) or (not word.is_stop and word.folded.endswith(("te", "ten", "en", "t")))
    return is_past(word.folded) or is_verb(word.folded) or word.folded in _TOLD


def _stands_between_names(words: Sequence[Word], at: int) -> bool:
    """Whether a word with the ending of a German past stands right between two capitals: "Brandt nannte Keller"."""
    named = 0 < at < len(words) - 1 and words[at - 1].text[0].isupper() and words[at + 1].text[0].isupper()
    return named and words[at].text[0].islower() and words[at].folded.endswith(("te", "ten"))


def _sides(words: Sequence[Word], text: str, at: int, *, german: bool) -> _Sides | None:
    """Return what stands on both sides of the verb at a place; None where it is not told or may stand on either."""
    before = _nearest(words, text, at, -1)
    behind = _nearest(words, text, at, 1, whole=not german)
    if not before or not behind:
        return None
    small = [word.folded for word in words[at + 1 : words.index(behind[0])]]
    first = words.index(before[0])
    leading = [word.folded for word in words[max(0, first - 2) : first]]
    if any(word.is_number or word.folded in _TIMES for word in (*before, *behind)):
        return None
    if german and not (_MOVABLE.isdisjoint((*small, *leading)) and at == words.index(before[-1]) + 1):
        return None
    if not german and not _WHERE.isdisjoint(leading):
        return None
    return _Sides(before, behind, "by" in small or "von" in small, not german and is_passive(words, at))


def _both_behind(words: Sequence[Word], text: str, at: int) -> _Sides | None:
    """Return the two phrases with articles that follow a German verb, as what stands on both sides of it.

    By the order of the cases: "warf der Präsident dem Premier …"; where no article tells the case, the first one acts.
    """
    phrases: list[tuple[str, list[Word]]] = []
    last = words[at]
    for word in words[at + 1 : at + 1 + 2 * _REACH]:
        if not _MARKS.isdisjoint(text[last.end : word.start]) or (word.is_stop and word.folded not in _ARTICLES):
            break
        if word.folded in _ARTICLES:
            phrases.append((word.folded, []))
        elif phrases and not word.is_stop and word.text[0].isupper():
            phrases[-1][1].append(word)
        elif not phrases:
            break
        last = word
    told = [(article, found) for article, found in phrases if found]
    if len(told) != _TWO:
        return None
    (_, doer), (_, other) = told if told[0][0] not in _OBJECTS else reversed(told)
    return _Sides(tuple(doer), tuple(other), by=False)


_TWO = 2
_ARTICLES = frozenset(["der", "die", "das", "dem", "den", "ein", "eine", "einem", "einen"])
_OBJECTS = frozenset(["dem", "den", "einem", "einen"])
"""Articles of whom it is done to."""
_THAN = frozenset(["than", "als"])


def _compared(pair: Pair, same: dict[str, str]) -> Reason | None:
    """Return the reason where two things have changed sides of a comparison: "larger than Munich", "… than Berlin"."""
    ours, theirs = (_around_than(words, same) for words in (pair.claim.words, pair.stretch))
    if ours is None or theirs is None or ours.by_what != theirs.by_what:
        return None
    turned = ours.behind.stem in theirs.before and theirs.behind_stem in ours.before
    if not turned or ours.behind.stem == theirs.behind_stem:
        return None
    one, other = (Span(word.start, word.end, word.text) for word in (ours.behind, theirs.behind))
    return Reason(
        comparator="roles",
        facet=Facet.WHO,
        polarity=Polarity.OPPOSES,
        strength=COMPARED_STRENGTH,
        message=f"the other way round: “{ours.by_what} than {one.text}” / “… than {other.text}”",
        claim_spans=(one,),
        passage_spans=(other,),
    )


class _Than(NamedTuple):
    """A comparison: the stems before it, by what is compared, and the word that it is compared with."""

    before: frozenset[str]
    by_what: str
    behind: Word
    behind_stem: str


def _around_than(words: Sequence[Word], same: dict[str, str]) -> _Than | None:
    """Return the one comparison of some words, their stems as the claim's."""
    places = [at for at, word in enumerate(words) if word.folded in _THAN and at]
    if len(places) != 1:
        return None
    at = places[0]
    told = [word for word in words[:at] if not word.is_stop]
    behind = next((word for word in words[at + 1 : at + 1 + _REACH] if not word.is_stop), None)
    if behind is None or behind.is_number or not told or told[-1].start != words[at - 1].start:
        return None
    stems = [same.get(word.stem, word.stem) for word in (*told, behind)]
    return _Than(frozenset(stems[:-2]), stems[-2], behind, stems[-1])


def _nearest(words: Sequence[Word], text: str, at: int, step: int, *, whole: bool = False) -> tuple[Word, ...]:
    """Return the nearest word of content on one side of a place, with what stands right beside it.

    That is a name's other words, or the `whole` of the phrase: "the Greek prime minister Lekkas".
    """
    found: list[Word] = []
    last = words[at]
    for word in words[at + 1 : at + 1 + _REACH] if step > 0 else reversed(words[max(0, at - _REACH) : at]):
        gap = text[last.end : word.start] if step > 0 else text[word.end : last.start]
        if not _MARKS.isdisjoint(gap) or (found and gap.strip()):
            break
        named = word.text[0].isupper() and bool(found) and found[0].text[0].isupper()
        if found and (word.is_stop or not (named or (whole and not _ends_phrase(word)))):
            break
        if not word.is_stop and (found or not _is_manner(word)):
            found.append(word)
        last = word
    return tuple(found if step > 0 else reversed(found))


def _ends_phrase(word: Word) -> bool:
    return word.folded in _TIMES or word.is_number or _is_manner(word)


def _is_manner(word: Word) -> bool:
    return word.folded.endswith("ly") and word.text[0].islower()


def _are_turned(ours: _Sides, theirs: _Sides, same: dict[str, str]) -> bool:
    """Whether two texts have the same words on the other sides of a verb, and no "by" that turns one of them round.

    Or on the same sides, with such a "by": who did not sue was not sued by the other.
    """
    first, before = ours.before[-1].stem, same.get(theirs.before[-1].stem, theirs.before[-1].stem)
    last = [word.stem for word in ours.behind]
    behind = [same.get(word.stem, word.stem) for word in theirs.behind]
    if ours.by != theirs.by:
        voiced = ours.done_to == ours.by and theirs.done_to == theirs.by
        return voiced and first == before and not set(last).isdisjoint(behind)
    return first != before and first in behind and before in last


def _reason(pair: Pair, ours: _Sides, verb: Word, theirs: _Sides) -> Reason:
    first, last = cover(pair.claim.text, ours.before), cover(pair.claim.text, ours.behind)
    before, behind = cover(pair.passage.text, theirs.before), cover(pair.passage.text, theirs.behind)
    return Reason(
        comparator="roles",
        facet=Facet.WHO,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the other way round: {first.text} {verb.text} {last.text} / {before.text} … {behind.text}",
        claim_spans=(Span(first.start, first.end, first.text), Span(last.start, last.end, last.text)),
        passage_spans=(Span(before.start, before.end, before.text), Span(behind.start, behind.end, behind.text)),
    )


_SPEECH = frozenset("said says say added sagte sagten erklärte erklarte".split())  # noqa: SIM905
"""“Said the minister” and “the minister said” are one."""
_TOLD = frozenset("told beat hit cut shut let hurt tell tells support back owe owes".split())  # noqa: SIM905
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today yesterday tomorrow heute gestern morgen montag dienstag mittwoch donnerstag freitag
    samstag sonntag januar februar marz mai juni juli oktober dezember dann damals dort hier""".split()  # noqa: SIM905
)
_WHERE = frozenset("in on at during near from with under".split())  # noqa: SIM905
_MOVABLE = frozenset(
    """am im in an auf aus bei beim mit nach seit trotz um unter uber vor wegen zu zum zur zwischen durch fur gegen ohne
    von vom bis wahrend der den dem des ein einen einem einer sich es dort dann""".split()  # noqa: SIM905
)
"""What before a noun of a German sentence says that it may stand before the verb or behind it."""
