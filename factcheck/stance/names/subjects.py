"""Who stands before a verb as its subject, and whom "by" names behind one in the passive.

Read from the verb to the left: phrases with a preposition and what stands between commas are passed over. Method: our
own rules over small words; no parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.stance.reading.german_verbs import is_known_verb
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.negations import negation
from factcheck.stance.reading.texts import Text
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word


class Subjects(NamedTuple):
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


def is_preposition(word: Word) -> bool:
    """Whether a word is a preposition, "of" among them; the company Uber is none, for all that "über" is folded so."""
    return word.folded in _PREPOSITIONS | _OF and word.text != "Uber"


def is_told(word: Word) -> bool:
    """Whether a word has the form of a verb that tells what was done: "opened", "burned down", "cost"."""
    first = word.folded.partition(" ")[0]
    return word.text[0].islower() and (is_past(first) or is_known_verb(first) or first in _PASTS)


_PASTS = frozenset(
    """won left beat cut hit quit set put spread ran overran said told began became went came cost shut burst repaid
    laid lay found had let read saw thought overtook rebuilt resold hung split stuck swung woke overran reset""".split()  # noqa: SIM905
)
"""Forms of the past that no ending tells, and that are in no list of irregular ones here."""


def subjects_of(whole: Text, verb: Word) -> Subjects | None:
    """Return the subject that stands before a verb, or None where it is not told there."""
    reader = _Leftwards(whole, verb)
    groups = tuple(reader.groups())
    if not groups:
        return None
    return Subjects(groups, reader.passive, tuple(reader.of), tuple(reader.named), tuple(reader.beside))


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
            if before is not None and before.folded in _OPENING and self._ends_a_clause(group):
                yield group  # "were vaccinated after two adults died"
                return
            if before is not None and before.folded in _AS:
                return  # "identified as the man who"
            if before is not None and (is_preposition(before) or self._is_next_to(before)):
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

    def _ends_a_clause(self, group: tuple[Word, ...]) -> bool:
        """Whether a finite verb stands before "after" or "before", so that a group right behind opens a clause."""
        earlier = {word.folded for word in self.words[: self.at]}
        ended = not earlier.isdisjoint(_FINITE) and earlier.isdisjoint(_RELATIVE | _NO_SUBJECTS)
        return ended and self.words[-2] == group[-1]

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
                if not (is_preposition(aside[0]) or aside[0].folded in _RELATIVE):
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
        while self.at >= 0 and self.words[self.at].folded in DETERMINERS and not self._gap(self.at).strip(" "):
            self._is_genitive = self.words[self.at].folded in _GENITIVES
            self.at -= 1
        return group

    def _belongs(self, at: int, end: int) -> bool:
        word = self.words[at]
        joined = at == end - 1 or not self._gap(at).strip(" -'’\"“”")
        small = word.is_stop or word.folded in DETERMINERS | _NO_SUBJECTS | _ANDS or is_preposition(word)
        return joined and not small and not (at < end - 1 and is_told(word))

    @staticmethod
    def _is_no_noun(group: tuple[Word, ...]) -> bool:
        head = group[-1]
        numbered = any(word.is_number for word in group)
        return (
            numbered
            or is_told(head)
            or (head.text[0].islower() and head.folded.endswith("ing") and head.folded not in _NOUNS)
        )


def agent_of(whole: Text, verb: Word) -> tuple[Word, ...]:
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
DETERMINERS = frozenset(
    """the a an its his her their our my this that these those some all both
    der die das den dem des ein eine einen einem einer eines sein seine seinem seiner ihr ihre ihrem ihrer""".split()  # noqa: SIM905
)
_NOUNS = frozenset(["king", "sibling", "wing", "building", "viking"])
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
_OPENING = frozenset(["after", "before", "since"])
_FINITE = frozenset("was were is are has have had did does will would".split())  # noqa: SIM905
"""Words that open a clause as well as a phrase, and what before them says that one has ended."""
_ANDS = frozenset(["and", "und", "or", "oder", "sowie"])
_NO_SUBJECTS = frozenset(
    """to he she it they we i you one er sie es wir ich man zu who which that as than dass als wie
    nobody none someone somebody everybody everyone anyone niemand jemand jeder""".split()  # noqa: SIM905
)
