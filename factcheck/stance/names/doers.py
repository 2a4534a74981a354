"""Who does what the claim says: is the subject of the claim's verb the subject of that verb in the source?

Lexical overlap tells nothing of it: "the minister's son was arrested" has every word of "the minister was arrested".
Levels: *the same, or not told* (the claim's subject, a pronoun, what it may be called, a clause read otherwise);
*another* (a noun that is no word of the claim stands before the verb in the source, or does it by a passive's "by").
Asked only of what would else be called corroborated, of the claim's first verb, and from the verb leftwards: phrases
with a preposition and what stands between commas are passed over. Method: our own rules over small words; no parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.stand_ins import STANDING_FOR, acts_for, is_staff, may_be
from factcheck.stance.reading.german_verbs import is_known_verb
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.negations import negation
from factcheck.stance.reading.pair import Pair, same_word
from factcheck.stance.reading.slots import alike
from factcheck.stance.reading.texts import Text, cover, read
from factcheck.text.names.gazetteer import ORGANISATION_WORDS, PLACE_WORDS
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

STRENGTH = 0.5


def another_doer(pair: Pair) -> Reason | None:
    """Return a reason where the source tells of another subject what the claim tells of its own."""
    verb = verb_of(pair.claim.text)
    ours = _subjects(pair.claim, verb) if verb is not None else None
    if verb is None or ours is None:
        return None
    found = [_told_of(pair, ours, place) for place in places_of(pair, verb)]
    if not found or any(one is None for one in found):
        return None
    return told_of_another(pair, ours.groups[-1], found[0]) if found[0] else None


def is_named_behind(pair: Pair) -> bool:
    """Whether the claim's subject stands behind the verb in the source: "the library cost £4m, the hospital £12m"."""
    verb = verb_of(pair.claim.text)
    ours = _subjects(pair.claim, verb) if verb is not None else None
    places = places_of(pair, verb) if verb is not None else []
    if ours is None or not places:
        return False
    stems = {word.stem for word in ours.heads}
    return any(word.start > places[0].start and word.stem in stems for word in pair.stretch)


@lru_cache(64)
def verb_of(claim: str) -> Word | None:
    """Return the first verb of a claim that a subject stands before."""
    whole = read(claim)
    return next((word for word in whole.words if is_told(word) and _subjects(whole, word) is not None), None)


def places_of(pair: Pair, verb: Word) -> list[Word]:
    """Return the words of the stretch that stand for the claim's verb."""
    stems = _stems_of(pair, verb)
    return [word for word in pair.stretch if word.stem in stems]


class _Subjects(NamedTuple):
    """The nouns that stand before a verb as its subject, each with the words of its group, and whether it is passive.

    `of`: the words of the phrases with "of" that belong to them; `beside`: those of phrases that say where they are;
    `named`: those between commas that say who it is.
    """

    groups: tuple[tuple[Word, ...], ...]
    passive: bool
    of: tuple[Word, ...] = ()
    named: tuple[Word, ...] = ()
    beside: tuple[Word, ...] = ()

    @property
    def heads(self) -> tuple[Word, ...]:
        """The last word of each group."""
        return tuple([group[-1] for group in self.groups])


def is_told(word: Word) -> bool:
    """Whether a word has the form of a verb that tells what was done: "opened", "burned down", "cost"."""
    first = word.folded.partition(" ")[0]
    return word.text[0].islower() and (is_past(first) or is_known_verb(first) or first in _PASTS)


_PASTS = frozenset(
    """won left beat cut hit quit set put spread ran overran said told began became went came cost shut burst repaid
    laid lay found had let read saw thought overtook rebuilt resold hung split stuck swung woke overran reset""".split()  # noqa: SIM905
)
"""Forms of the past that no ending tells, and that are in no list of irregular ones here."""


def _stems_of(pair: Pair, verb: Word) -> set[str]:
    """Return the stems that stand for the claim's verb; for one of speech, only where its subject is missing."""
    if not verb.is_stop:
        return {one.passage.stem for one in pair.partners if one.claim.stem == verb.stem}
    first = pair.claim.words[0]
    return {verb.stem} if pair.missing and pair.missing[0].start == first.start else set()


def _told_of(pair: Pair, ours: _Subjects, place: Word) -> tuple[Word, ...] | None:
    """Return the words of another subject at one place of the verb, or None where it is ours or nobody knows."""
    theirs = _subjects(pair.passage, place)
    if theirs is not None and theirs.passive == ours.passive:
        return _another(pair, ours, theirs)
    if ours.passive or theirs is None or not theirs.passive:
        return None
    agent = _agent(pair.passage, place)
    return _another(pair, ours, _Subjects((agent,), passive=False)) if agent else None


def _another(pair: Pair, ours: _Subjects, theirs: _Subjects) -> tuple[Word, ...] | None:
    if _is_beside(ours, theirs):
        return theirs.groups[0]
    if _is_same(pair, ours, theirs):
        return None
    owner = next((word for one in ours.groups for word in _owners(pair, one, theirs.groups[0])), None)
    if owner is not None:
        return None if acts_for(pair, owner, theirs.heads[0]) else theirs.groups[0]
    called = any(may_be(one, other, pair) for one in ours.groups for other in theirs.groups)
    return None if called else theirs.groups[0]


def _is_beside(ours: _Subjects, theirs: _Subjects) -> bool:
    """Whether the claim's subject only says where another one is, of its kind or not: "a clinic near the hospital"."""
    stems = {word.stem for word in theirs.heads}
    there = {word.stem for word in theirs.beside}
    head = theirs.heads[0]
    return any(word.stem in there and word.stem not in stems and not is_staff(word, head) for word in ours.heads)


def _is_same(pair: Pair, ours: _Subjects, theirs: _Subjects) -> bool:
    """Whether the source names the claim's subject, or words of the claim in another order."""
    if any(_is_one(pair, one, other) for one in ours.groups for other in theirs.groups):
        return True
    if any(word.stem in pair.claim.stems for word in theirs.heads):
        return True
    if all(one.heads[0].folded.rpartition(" ")[2] in _MEASURES for one in (ours, theirs)):
        return True  # "the jobless rate", "the share of those out of work"
    if any(_is_told_otherwise(pair, head) for head in ours.heads):
        return True
    head = theirs.heads[0]
    beside = theirs.named + (theirs.of if {head.folded, head.stem} & _NAMED_BY else ())  # "the city of Halm"
    return any(_answers(pair, one, beside) for one in ours.heads)


def _is_told_otherwise(pair: Pair, head: Word) -> bool:
    """Whether a name of the claim counts as answered by no word of its own: by its acronym, or an office."""
    open_ = {one.claim.stem for one in pair.partners} | {word.stem for word in (*pair.missing, *pair.near)}
    return head.stem not in open_


def _is_one(pair: Pair, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether the last words of two groups are one, or both are names that can be one."""
    if _answers(pair, ours[-1], [theirs[-1]]):
        return True
    named = ours[-1].text[0].isupper() and theirs[-1].text[0].isupper() and not _is_owned(pair, ours, theirs)
    return named and alike(cover(pair.claim.text, ours).text, cover(pair.passage.text, theirs).text)


def _answers(pair: Pair, word: Word, others: Sequence[Word]) -> bool:
    """Whether a word of the claim is one of some words of the passage; a surname with an "s" behind it is none."""
    partner = next((one.passage for one in pair.partners if one.claim.stem == word.stem), None)
    return any((partner is not None and other.stem == partner.stem) or same_word(word, other) for other in others)


def _is_owned(pair: Pair, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether a group names what belongs to the claim's subject: "the minister's son", "Jonas Reimers Vater"."""
    return bool(_owners(pair, ours, theirs))


def _owners(pair: Pair, ours: Sequence[Word], theirs: Sequence[Word]) -> list[Word]:
    """Return the words of a group that name the claim's subject as the owner of its last word."""
    return [word for word in theirs[:-1] if _owns(word) and _answers(pair, ours[-1], [word])]


def _owns(word: Word) -> bool:
    return word.text.endswith(("s", "s'", "s’"))


def _subjects(whole: Text, verb: Word) -> _Subjects | None:
    """Return the subject that stands before a verb, or None where it is not told there."""
    reader = _Leftwards(whole, verb)
    groups = tuple(reader.groups())
    if not groups:
        return None
    return _Subjects(groups, reader.passive, tuple(reader.of), tuple(reader.named), tuple(reader.beside))


class _Leftwards:
    """Reads the subject of a verb from the verb to the left, within its sentence."""

    def __init__(self, whole: Text, verb: Word) -> None:
        self._text = whole.text
        start, _ = sentence_at(whole.sentences, verb.start) or (0, len(whole.text))
        self.words = [word for word in whole.words if start <= word.start < verb.end]
        self.at = len(self.words) - 2
        self.passive = False
        self.of: list[Word] = []
        self.named: list[Word] = []
        self.beside: list[Word] = []
        self._is_genitive = False

    def groups(self) -> Iterator[tuple[Word, ...]]:
        """Yield the groups of words of the subject, the one nearest to the verb first; nothing where it is not told."""
        if not self._pass_over_small_words():
            return
        while (group := self._group()) and not self._is_no_noun(group):
            before = self._before()
            if before is not None and before.folded in _AS:
                return  # "identified as the man who"
            if before is not None and (before.folded in _PREPOSITIONS | _OF or self._is_next_to(before)):
                (self.of if before.folded in _OF else self.beside).extend(group)
                self.at -= 2 if self._is_next_to(before) else 1
                if not self._pass_over_small_words():
                    return
                continue
            if before is not None and before.text[0].isupper() and self._is_genitive and not before.is_stop:
                self.of += group
                continue  # "der Sohn des Ministers"
            yield group
            if before is None or before.folded not in _ANDS:
                return
            self.at -= 1

    def _is_next_to(self, before: Word) -> bool:
        """Whether a "to" ends what says where something is: "next to", "close to"."""
        return before.folded == "to" and self.at > 0 and self.words[self.at - 1].folded in _NEXT

    def _before(self) -> Word | None:
        """Return the word that stands next to the left, unless a mark parts it."""
        parted = self.at >= 0 and self._gap(self.at).strip(" ")
        return self.words[self.at] if self.at >= 0 and not parted else None

    def _gap(self, at: int) -> str:
        """Return what stands between a word and the next one."""
        return self._text[self.words[at].end : self.words[at + 1].start] if at + 1 < len(self.words) else " "

    def _pass_over_small_words(self) -> bool:
        """Go left over auxiliaries, adverbs and asides; return whether a noun may stand there."""
        passed = False
        while self.at >= 0:
            gap, word = " " if passed else self._gap(self.at), self.words[self.at]
            passed = False
            if "," in gap or ")" in gap:
                passed = self._pass_over_aside("(" if ")" in gap else ",")
                if not passed:
                    return False
                continue
            if not _MARKS.isdisjoint(gap):
                return False
            if word.folded in _BEING:
                self.passive = True
            elif not (word.folded in _BETWEEN or negation(word) or word.folded.endswith("ly") or word.is_number):
                return not (word.is_stop or word.folded in _NO_SUBJECTS)
            self.at -= 1
        return False

    def _pass_over_aside(self, opening: str) -> bool:
        """Go left to before the mark that opens an aside; return whether one does."""
        for at in range(self.at - 1, -1, -1):
            if opening in self._gap(at):
                aside = self.words[at + 1 : self.at + 1]
                if aside[0].folded not in _PREPOSITIONS | _RELATIVE:
                    self.named += aside
                self.at = at
                return True
        return False

    def _group(self) -> tuple[Word, ...]:
        """Return the words of the group that ends here, and go left to before it and its articles."""
        end = self.at + 1
        while self.at >= 0 and self._belongs(self.at, end):
            self.at -= 1
        group = tuple(self.words[self.at + 1 : end])
        self._is_genitive = False
        while self.at >= 0 and self.words[self.at].folded in _DETERMINERS and not self._gap(self.at).strip(" "):
            self._is_genitive = self.words[self.at].folded in _GENITIVES
            self.at -= 1
        return group

    def _belongs(self, at: int, end: int) -> bool:
        word = self.words[at]
        joined = at == end - 1 or not self._gap(at).strip(" -'’\"“”")
        small = word.is_stop or word.folded in _DETERMINERS | _PREPOSITIONS | _NO_SUBJECTS | _ANDS | _OF
        return joined and not small and not (at < end - 1 and is_told(word))

    @staticmethod
    def _is_no_noun(group: tuple[Word, ...]) -> bool:
        head = group[-1]
        numbered = any(word.is_number for word in group)
        return numbered or is_told(head) or (head.text[0].islower() and head.folded.endswith("ing"))


def _agent(whole: Text, verb: Word) -> tuple[Word, ...]:
    """Return the words that "by" names behind a verb in the passive as those who did it."""
    _, end = sentence_at(whole.sentences, verb.start) or (0, len(whole.text))
    after = [word for word in whole.words if verb.end <= word.start < end][:_REACH]
    at = next((at for at, word in enumerate(after) if word.folded == "by"), None)
    if at is None or not _CLAUSE_MARKS.isdisjoint(whole.text[verb.end : after[at].start]):
        return ()
    found: list[Word] = []
    for word in after[at + 1 :]:
        if found and (word.is_stop or whole.text[found[-1].end : word.start].strip(" -")):
            break
        if not word.is_stop:
            found.append(word)
    return tuple(found)


_REACH = 10  # words
_MARKS = frozenset(';:—–“”"«»„(')
_CLAUSE_MARKS = frozenset(",;:—–")
_BEING = frozenset("was were is are be been being get gets got wurde wurden wird werden worden".split())  # noqa: SIM905
_BETWEEN = _BEING | frozenset(
    """has have had did do does also then later now once again finally soon yesterday today still just even first
    eventually back who which monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december herself himself itself themselves already
    hat haben hatte hatten ist sind war waren auch dann später jetzt gestern heute noch bereits schon wieder sich erst
    spater""".split()  # noqa: SIM905
)
_DETERMINERS = frozenset(
    """the a an its his her their our my this that these those some all both
    der die das den dem des ein eine einen einem einer eines sein seine seinem seiner ihr ihre ihrem ihrer""".split()  # noqa: SIM905
)
_GENITIVES = frozenset(["des", "der", "eines", "einer"])
_OF = frozenset(["of", "von", "vom"])
_PREPOSITIONS = frozenset(
    """in at on by for from with near off under over after before since during outside inside against about into
    through across between among around behind beyond despite despite within without per via toward towards
    auf aus bei beim im am an mit nach nahe seit trotz um unter über uber vor wegen zu zum zur zwischen durch für fur
    gegen ohne opposite beside alongside below above gegenüber neben hinter""".split()  # noqa: SIM905
)
_NEXT = frozenset(["next", "close", "adjacent", "opposite"])
_RELATIVE = frozenset("who whose which whom unlike like except die der das dessen deren statt anders".split())  # noqa: SIM905
_AS = frozenset(["as", "als"])
_ANDS = frozenset(["and", "und", "or", "oder", "sowie"])
_NO_SUBJECTS = frozenset(
    """to he she it they we i you one er sie es wir ich man zu who which that as than dass als wie
    nobody none someone somebody everybody everyone anyone niemand jemand jeder""".split()  # noqa: SIM905
)
_NAMED_BY = (
    STANDING_FOR
    | ORGANISATION_WORDS
    | PLACE_WORDS
    | frozenset(
        """city town village state county province region port island district kingdom republic country
        hundreds thousands dozens millions majority minority number group crowd part half most rest series pair lot team
        family hundr thousand dozen million major minor
        stadt gemeinde dorf land bundesland kreis insel hafen hunderte tausende mehrheit gruppe zahl teil hälfte halfte
        dutzende""".split()  # noqa: SIM905
    )
)
"""Nouns behind which "of" says what it is that is meant: "the city of Halm", "hundreds of voters"."""
_MEASURES = frozenset(["rate", "share", "number", "proportion", "percentage", "level", "total", "figure", "toll"])
"""What is measured of something: the one text may have the one, and the other the other."""


def told_of_another(pair: Pair, ours: Sequence[Word], theirs: Sequence[Word]) -> Reason:
    """Return the reason that the source tells of other words what the claim tells of some of its own."""
    one, other = cover(pair.claim.text, ours), cover(pair.passage.text, theirs)
    named = one.text[0].isupper() and other.text[0].isupper()
    told = f"the claim says it of “{one.text}”, the source of “{other.text}”"
    return Reason(
        comparator="roles",
        facet=Facet.WHO,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"differs: {one.text} / {other.text}" if named else told,
        claim_spans=(_span(one),),
        passage_spans=(_span(other),),
    )


def _span(one: Span) -> Span:
    return Span(one.start, one.end, one.text)
