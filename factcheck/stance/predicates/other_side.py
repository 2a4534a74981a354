"""One deed told from its other side: "Birch sold the mill to Alder" beside "Alder bought the mill from Birch".

Levels: *the same deed* (whom the claim has do it is in the source the one it is done to, from or against, and whom the
source has do it stands behind the claim's verb: the one verb answers the other); *not told so* (else: the same doer of
both verbs, no other party, a verb under a negation), which changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from factcheck.stance.names.voices import OWNING, is_passive
from factcheck.stance.predicates.converses import doers_of
from factcheck.stance.reading.negations import negated_in
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.texts import is_name, read, weight
from factcheck.text.names.gazetteer import ROLES
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

_TABLE = """
    sell sold sells selling > to | buy bought buys buying purchase purchased acquire acquired acquires > from
    lend lent lends loaned > to | borrow borrowed borrows > from
    give gave given gives grant granted grants award awarded donate donated hand handed > to | \
receive received receives get got gotten obtain obtained > from
    supply supplied supplies ship shipped deliver delivered > to | receive received receives get got obtained > from
    export exported exports > to | import imported imports > from
    pay paid pays > to | receive received receives get got gotten > from
    beat beats beaten defeat defeated defeats > | lose lost loses > to against
    win won wins > against over | lose lost loses > to against
    own owns owned > | belong belongs belonged > to
    besitzt besaß besitzen > | gehört gehörte gehören >
    precede preceded precedes > | succeed succeeded succeeds follow followed replace replaced >
    verkaufte verkauft verkaufen > an | kaufte gekauft kauft erwarb erworben erwirbt übernahm übernommen > von
    besiegte besiegt schlug geschlagen > | verlor verloren verliert > gegen
"""


class _Verb(NamedTuple):
    """One side of a deed: its `line` and side in the table, and the small words that lead to the other party."""

    line: int
    side: int
    leads: frozenset[str]


def _verbs() -> dict[str, tuple[_Verb, ...]]:
    found: dict[str, tuple[_Verb, ...]] = {}
    for line, row in enumerate(_TABLE.strip().splitlines()):
        for side, half in enumerate(row.split("|")):
            words, _, leads = half.partition(">")
            for word in words.split():
                found[word] = (*found.get(word, ()), _Verb(line, side, frozenset(leads.split())))
    return found


_VERBS = _verbs()


def credit_other_side(pair: Pair) -> Pair:
    """Return `pair` with the claim's verb answered by the one that tells the same deed from its other side."""
    asked = _asked(pair.claim.text)
    if not asked or not any(word in _VERBS for word in pair.told):
        return pair
    found = next(_answers(pair, asked), None)
    return _without_other_deeds(pair) if found is None else _answered(pair, found)


def _without_other_deeds(pair: Pair) -> Pair:
    """Return `pair` without a verb that is only taken for its converse: "A defeated B" beside "B lost to C"."""
    lost = [one for one in pair.partners if one.kind == "synonym" and _is_other_deed(pair, one)]
    if not lost:
        return pair
    return replace(
        pair,
        partners=tuple(one for one in pair.partners if one not in lost),
        missing=(*pair.missing, *(one.claim for one in lost)),
    )


def _is_other_deed(pair: Pair, one: Partner) -> bool:
    """Whether a verb has its converse for partner, and the two have not the same doer, which would be a clash."""
    sides = (pair.claim.words, one.claim, pair.claim.text), (pair.stretch, one.passage, pair.passage.text)
    if one.claim.folded not in _VERBS or next(_converses(one.claim, one.passage), None) is None:
        return False
    if any(is_passive(words, words.index(verb)) for words, verb, _ in sides):
        return False
    ours, theirs = (doers_of(words, verb, text) for words, verb, text in sides)
    return one.claim.folded in OWNING or not _meet(pair, ours, theirs)


def _answered(pair: Pair, found: Partner) -> Pair:
    """Return `pair` with a verb of the claim answered, and the small word that leads to its other party."""
    leads = frozenset[str]().union(*(one.leads for one in _VERBS[found.claim.folded]))
    silent = (*pair.missing, *pair.near)
    gained = [word for word in silent if word.start == found.claim.start or word.folded in leads]
    rest = [one for one in pair.partners if one.claim.start != found.claim.start]
    if found.claim not in gained and len(rest) < len(pair.partners) and not _counts(pair, found.claim):
        gained.append(found.claim)
    told = sum(map(weight, gained))
    said = sum(weight(word) for word in pair.claim.content if not (is_name(word) or word.is_number))
    return replace(
        pair,
        partners=tuple(sorted((*rest, found), key=lambda one: one.claim.start)),
        missing=tuple(word for word in pair.missing if word not in gained),
        near=tuple(word for word in pair.near if word not in gained),
        coverage=min(1.0, pair.coverage + told / pair.claim.weight),
        topic=min(1.0, pair.topic + told / (said or 1.0)),
    )


def _counts(pair: Pair, verb: Word) -> bool:
    """Whether a verb has a partner that counts as an answer already."""
    return any(one.claim.start == verb.start and one.kind != "opposite" for one in pair.partners)


@lru_cache(256)
def _asked(claim: str) -> tuple[Word, ...]:
    """Return the verbs of a claim whose deed can be told from its other side."""
    return tuple(word for word in read(claim).words if word.folded in _VERBS)


def _answers(pair: Pair, asked: Sequence[Word]) -> Iterator[Partner]:
    ours_negated, theirs_negated = negated_in(pair)
    for ours in asked:
        for theirs in pair.stretch:
            if ours.start in ours_negated or theirs.start in theirs_negated:
                continue
            if any(_is_same_deed(pair, ours, theirs, one, other) for one, other in _converses(ours, theirs)):
                yield Partner(ours, theirs, "converse")


def _converses(ours: Word, theirs: Word) -> Iterator[tuple[_Verb, _Verb]]:
    for one in _VERBS[ours.folded]:
        for other in _VERBS.get(theirs.folded, ()):
            if one.line == other.line and one.side != other.side:
                yield one, other


def _is_same_deed(pair: Pair, ours: Word, theirs: Word, one: _Verb, other: _Verb) -> bool:
    """Whether each text has the other's doer as the party that its own verb is done to, from or against."""
    doer = doers_of(pair.claim.words, ours, pair.claim.text)
    start, end = sentence_at(pair.passage.sentences, theirs.start) or (pair.start, pair.end)
    sentence = [word for word in pair.passage.words if start <= word.start < end]
    their_doer = doers_of(sentence, theirs, pair.passage.text)
    party = _party(sentence, theirs, other)
    if not doer or not party or not _meet(pair, doer, party):
        return False
    if not their_doer:
        return is_passive(sentence, sentence.index(theirs))  # "was sold to Alder": by whom is not told
    behind = _party(pair.claim.words, ours, one) or [word for word in pair.claim.words if word.start > ours.start]
    return _meet(pair, behind, their_doer)


def _party(words: Sequence[Word], verb: Word, told: _Verb) -> list[Word]:
    """Return the words of the other party: behind the small word that leads to it, or right behind the verb."""
    after = [word for word in words if word.start > verb.start]
    led = next((at for at, word in enumerate(after) if word.folded in told.leads), None)
    if led is not None:
        return _group(after[led + 1 :])
    return [] if told.leads and told.side else _group(after)


def _group(words: Sequence[Word]) -> list[Word]:
    """Return the first words of content, up to the next small word: a group of a noun or a name."""
    found: list[Word] = []
    if words and words[0].folded in _ELSE:
        return found
    for word in words[:_LONGEST_GROUP]:
        if word.is_stop or word.is_number:
            if found:
                break
            continue
        found.append(word)
    return found


_LONGEST_GROUP = 6  # words
_ELSE = frozenset(["another", "other", "someone", "somebody", "anderen", "andere", "anderer"])
"""What begins another than the one that the claim names: "from another bank"."""


def _meet(pair: Pair, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a word of one group stands for one of the other; offices are shared by many ("minister")."""
    mine, others = ([word for word in words if word.folded not in ROLES] or list(words) for words in (ours, theirs))
    stems = {word.stem for word in others}
    places = {word.start for word in others}
    return any(word.stem in stems for word in mine) or any(
        one.claim in mine and one.passage.start in places and one.kind != "opposite" for one in pair.partners
    )
