"""What a passage may not be silent about if it is to corroborate a claim.

Blocking: a name (unless another word of the same run of capitals is answered), a number, a people or another member of
a closed class, what somebody did ("and refused it"), and in a short claim any word that says something, for there each
of them is the point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.shared import stands, unshared_names
from factcheck.stance.names.voices import is_turned_by_voice
from factcheck.stance.reading.lexicon import LASTING, in_closed_class, is_past, is_people, synonyms
from factcheck.stance.reading.pair import Pair, same_word
from factcheck.stance.reading.slots import Alignment, Slot, names_in
from factcheck.stance.reading.texts import cover, is_deed, is_light, read
from factcheck.text.words import Word

ALTERNATIVE_STRENGTH = 0.3
FEW_PREDICATES = 3
"""Of so few words that say something of the claim's names, none may be missing. Source: FEVER-symmetric dev."""
LOST_SHARE = 0.4
"""Of more, this share may. Source: FEVER-symmetric dev, SICK train and the seed corpus, 2026-11."""


def alternatives(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield "differs: X / Y" for each slot where other words stand than the claim's; it blocks, and conflicts not."""
    slots = [slot for slot in alignment.slots if slot.narrow and slot.claim and slot.passage]
    if not slots:
        return
    our_names, their_names = names_in(pair.claim.text), names_in(pair.passage.text)
    same = [one for one in our_names if stands(one, their_names)]
    alike = [one for one in their_names if stands(one, our_names)]
    turned = {one.claim.start for one in pair.partners if one.kind == "turned"}
    voiced: bool | None = None
    for slot in slots:
        if any(word.start in turned for word in slot.claim):
            continue  # "did not uphold" beside "overturned"
        if voiced is None:
            voiced = is_turned_by_voice(pair)
        if voiced and _stand_elsewhere(slot, pair):
            continue  # "was signed by the government"
        ours = _telling(slot.claim, slot.passage, same)
        theirs = [word for word in _telling(slot.passage, slot.claim, alike) if not _is_answered_figure(word, pair)]
        if alignment.close and bool(ours) != bool(theirs):
            ours, theirs = ours or _light_verb(slot.claim, pair), theirs or _light_verb(slot.passage, pair)
        if ours and theirs and _capital(ours) == _capital(theirs):
            one, other = cover(pair.claim.text, ours), cover(pair.passage.text, theirs)
            if not alignment.close and (" " in one.text or " " in other.text):
                continue  # two wordings; only a word for a word is a difference there
            yield Reason(
                comparator="wording",
                facet=Facet.WHAT,
                polarity=Polarity.CONTEXT,
                strength=ALTERNATIVE_STRENGTH,
                message=f"differs: {one.text} / {other.text}",
                claim_spans=(one,),
                passage_spans=(other,),
            )


def _stand_elsewhere(slot: Slot, pair: Pair) -> bool:
    """Whether all that stands in a slot has its answer elsewhere in the other text."""
    answered = {one.claim.start for one in pair.partners} | {one.passage.start for one in pair.partners}
    return all(word.start in answered for word in (*slot.claim, *slot.passage) if _tells(word))


def _telling(words: tuple[Word, ...], others: tuple[Word, ...], shared: list[Span]) -> list[Word]:
    """Return the words of a side that say something which the other side, and the names both have, do not answer."""
    return [
        word
        for word in words
        if _tells(word) and not any(_in(word, one) for one in shared) and not _answered(word, others)
    ]


def _is_answered_figure(word: Word, pair: Pair) -> bool:
    """Whether a figure of the source is the claim's, which stands elsewhere in it ("In 2023 it …")."""
    return word.is_number and word.stem in pair.claim.stems


def _light_verb(words: tuple[Word, ...], pair: Pair) -> list[Word]:
    """Return the verb of a side that says little by itself, but not what stands there instead: "had", "added"."""
    answered = {one.claim.start for one in pair.partners} | {one.passage.start for one in pair.partners}
    if any(_tells(word) for word in words):
        return []
    return [word for word in words if word.folded in _LIGHT_VERBS and word.start not in answered]


_LIGHT_VERBS = frozenset("have has had own owns owned get gets got add adds added give gives gave given".split())  # noqa: SIM905


def _capital(words: list[Word]) -> bool:
    """Whether the side is a name: beside a common noun ("the country") it may be the same thing."""
    return any(word.text[0].isupper() for word in words)


def _tells(word: Word) -> bool:
    return not (word.is_stop or is_light(word) or word.folded in LASTING)


def _answered(word: Word, others: tuple[Word, ...]) -> bool:
    return any(same_word(word, one) for one in others)


def blocking_words(pair: Pair) -> tuple[Word, ...]:
    """Return the words of the claim whose absence from the stretch forbids to call it corroborated."""
    unshared, points = unshared_names(pair), _points_of(pair.claim.text)
    meant = {one.claim.start for one in pair.partners if one.kind in _ANSWERED}
    named = [w for one in unshared for w in pair.claim.words if one.start <= w.start < one.end and w.start not in meant]
    missing = [word for word in pair.missing if word.start in points.exact]
    elsewhere = [word for word in pair.near if word.is_number]
    lost = _lost_predicates(pair, points.predicates)
    return (*named, *missing, *elsewhere, *lost, *_lost_only(pair, points.only), *_lost_complements(pair))


_ANSWERED = frozenset(["synonym", "value"])
"""How a word is answered that looks like a name and is none: a German noun, the "C" of 40°C."""


def lacks_deed(pair: Pair) -> bool:
    """Whether the passage has nothing of something that the claim says was or will be done: "and will refuse it"."""
    told = [word.stem for word in pair.stretch]  # a word that answers two of the claim's is partner of one alone
    ahead = _ahead(pair.claim.text)
    lost = (one for one in pair.missing if is_deed(one) or one.start in ahead)
    return any(not any(synonyms(one.stem, other) for other in told) for one in lost)


@lru_cache(64)
def _ahead(claim: str) -> frozenset[int]:
    """Return where the verbs of a claim stand that a word as "will" goes before, but for those that say little."""
    words = read(claim).words
    return frozenset(
        verb.start
        for one, verb in pairwise(words)
        if one.folded in _BEFORE_A_VERB and verb.text.islower() and not (verb.is_stop or is_light(verb))
        if verb.folded not in _BEFORE_ANOTHER
    )


_BEFORE_A_VERB = frozenset(["will", "would", "won't", "shall", "can", "cannot", "could", "may", "might", "must"])
_BEFORE_ANOTHER = frozenset(["want", "need", "try", "seek", "like", "help", "continue", "begin", "start"])
"""What goes before the verb that tells: "may want to provide"."""


class _Points(NamedTuple):
    """What of a claim a passage may not lack, asked once for all passages.

    Where its numbers and members of a closed class stand, its predicates by stem, and its "only".
    """

    exact: frozenset[int]
    predicates: Mapping[str, Word]
    only: tuple[Word, ...]


@lru_cache(64)
def _points_of(claim: str) -> _Points:
    whole, names = read(claim), names_in(claim)
    return _Points(
        frozenset(word.start for word in whole.words if word.is_number or _is_exact(word, names)),
        {word.stem: word for word in whole.content if _is_predicate(word)},
        tuple(word for word in whole.words if word.folded in _ONLY),
    )


def _is_exact(word: Word, names: Sequence[Span]) -> bool:
    """Whether a word is a people, or another member of a closed class that is no part of a name."""
    return in_closed_class(word.stem) and (is_people(word.stem) or not any(_in(word, one) for one in names))


_ONLY = frozenset(
    [
        *("only", "sole", "solely", "alone", "exclusively", "lone", "nobody", "no one", "except"),
        *("nur", "ausschliesslich", "einzig", "lediglich", "niemand"),
    ]
)


def _lost_only(pair: Pair, only: Sequence[Word]) -> Sequence[Word]:
    """Return the claim's "only" where the stretch has none: one of several is not the only one."""
    return () if any(word.folded in _ONLY for word in (pair.stretch if only else ())) else only


def _lost_complements(pair: Pair) -> list[Word]:
    """Return what the claim ends in saying that something is, where the source has nothing of it: "is very strong"."""
    words, last = pair.claim.words, pair.missing[-1] if pair.missing else None
    if last is None or last is not words[-1] or not _is_predicate(last) or is_past(last.folded):
        return []
    before = [word.folded for word in words[-3:-1]]
    told = bool(before) and (before[-1] in _COPULAS or (before[-1] in _DEGREES and before[0] in _COPULAS))
    return [last] if told else []


def lacks_opener(pair: Pair) -> bool:
    """Whether a source of the claim's figures lacks the one word before its verb, and a pronoun: "Halm has 900 seats".

    It may be a name, though a capital at the head of a text does not tell so.
    """
    counts = any(word.is_number for word in pair.claim.words)
    if not counts or len(pair.claim.words) < _SUBJECT_AND_VERB or not pair.missing:
        return False
    first = pair.claim.words[0]
    if pair.missing[0] is not first or first.text.isupper():
        return False
    verb = pair.claim.words[1].folded
    told = verb in _COPULAS or verb in _LIGHT_VERBS or verb in _AUXILIARIES or is_past(verb)
    known_otherwise = not _PRONOUNS.isdisjoint(pair.told) or first.stem in read(pair.heading).stems
    return told and not known_otherwise


_SUBJECT_AND_VERB = 2
_AUXILIARIES = frozenset(["will", "would", "can", "could", "may", "might", "did", "does", "do", "hat", "ist", "wird"])
_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "er", "sie", "es", "wir"])
_COPULAS = frozenset(["is", "are", "was", "were", "be", "been", "isn't", "aren't", "wasn't", "weren't"])
_DEGREES = frozenset(["very", "so", "too", "not", "also", "now", "still", "more", "most", "less", "quite", "extremely"])


def _in(word: Word, name: Span) -> bool:
    return name.start <= word.start < name.end


def _lost_predicates(pair: Pair, telling: Mapping[str, Word]) -> list[Word]:
    """Return the words that say something of the claim's names and have no partner, where too many have none."""
    silent = {word.stem for word in (*pair.missing, *pair.near)}
    lost = [word for stem, word in telling.items() if stem in silent]
    allowed = 0 if len(telling) <= FEW_PREDICATES else LOST_SHARE * len(telling)
    return lost if len(lost) > allowed else []


def _is_predicate(word: Word) -> bool:
    return not (word.is_number or is_light(word) or word.text[0].isupper())
