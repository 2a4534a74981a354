"""Who does what the claim says: is the subject of the claim's verb the subject of that verb in the source?

Lexical overlap tells nothing of it: "the minister's son was arrested" has every word of "the minister was arrested".
Levels: *the same, or not told* (the claim's subject, a pronoun, what it may be called, a clause read otherwise);
*another* (a noun that is no word of the claim stands before the verb in the source, or does it by a passive's "by"; or
one that is a word of the claim in another place: whose wife it was, whom it was done to).
Asked only of what would else be called corroborated, of the claim's first verb, and from the verb leftwards: phrases
with a preposition and what stands between commas are passed over. Method: our own rules over small words; no parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.roles import MUTUAL
from factcheck.stance.names.stand_ins import ACTS_FOR, STANDING_FOR, acts_for, is_staff, may_be, stands_for_it
from factcheck.stance.names.subjects import DETERMINERS, Subjects, agent_of, is_preposition, is_told, subjects_of
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.pair import Pair, same_word
from factcheck.stance.reading.slots import alike
from factcheck.stance.reading.texts import Text, cover, read
from factcheck.text.names.gazetteer import ORGANISATION_WORDS, PLACE_WORDS
from factcheck.text.words import Word, stem

STRENGTH = 0.5


def another_doer(pair: Pair) -> Reason | None:
    """Return a reason where the source tells of another subject what the claim tells of its own."""
    verb = verb_of(pair.claim.text)
    ours = subjects_of(pair.claim, verb) if verb is not None else None
    if verb is None or ours is None:
        return None
    found = [_told_of(pair, ours, place, _turning(pair, verb, ours, place)) for place in places_of(pair, verb)]
    if not found or any(one is None for one in found):
        return None
    return told_of_another(pair, ours.groups[-1], found[0]) if found[0] else None


def is_named_behind(pair: Pair) -> bool:
    """Whether the claim's subject stands behind the verb in the source: "the library cost £4m, the hospital £12m"."""
    verb = verb_of(pair.claim.text)
    ours = subjects_of(pair.claim, verb) if verb is not None else None
    places = places_of(pair, verb) if verb is not None else []
    if ours is None or not places:
        return False
    stems = {word.stem for word in ours.heads}
    return any(word.start > places[0].start and word.stem in stems for word in pair.stretch)


@lru_cache(64)
def verb_of(claim: str) -> Word | None:
    """Return the first verb of a claim that a subject stands before."""
    whole = read(claim)
    return next((word for word in whole.words if is_told(word) and subjects_of(whole, word) is not None), None)


def places_of(pair: Pair, verb: Word) -> list[Word]:
    """Return the words of the stretch that stand for the claim's verb."""
    stems = _stems_of(pair, verb)
    return [word for word in pair.stretch if word.stem in stems]


def _stems_of(pair: Pair, verb: Word) -> set[str]:
    """Return the stems that stand for the claim's verb; for one of speech, only where its subject is missing."""
    if not verb.is_stop:
        return {one.passage.stem for one in pair.partners if one.claim.stem == verb.stem}
    first = pair.claim.words[0]
    return {verb.stem} if pair.missing and pair.missing[0].start == first.start else set()


def _turning(pair: Pair, verb: Word, ours: Subjects, place: Word) -> frozenset[str]:
    """Return the stems of those whom the claim names beside its verb, and not as who does it: owner and object."""
    if is_in_german(pair.claim.text):
        return frozenset()  # where whom it is done to may stand first
    owners = [] if any({one.folded, one.stem} & _STANDS_FOR_ITS_OWN for one in ours.heads) else list(ours.of)
    owners += [word for group in ours.groups for word in group[:-1] if word.text.endswith(("'s", "’s"))]
    if place.stem != verb.stem or " " in place.folded:
        return frozenset()  # "sentenced the banker", "the banker must serve": another verb may say it the other way
    opens = verb.stem in _EITHER_WAY and not _object(pair.passage, place)  # "the school opened"
    objects = () if opens else _object(pair.claim, verb)
    return frozenset(word.stem for word in (*owners, *objects)) - {word.stem for word in ours.heads}


def _object(whole: Text, verb: Word) -> tuple[Word, ...]:
    """Return the noun that stands right behind a verb of a text that does not say the same both ways."""
    if verb.stem in MUTUAL or verb.folded in _LINKING or verb.is_stop:
        return ()
    found: list[Word] = []
    for word in whole.words[whole.words.index(verb) + 1 :]:
        gap = whole.text[(found[-1] if found else verb).end : word.start]
        if found and (word.is_stop or gap != " "):
            break
        if not found and (word.is_number or (word.folded in DETERMINERS and word.folded != "that")):
            continue
        if word.is_stop or is_preposition(word):
            break
        found.append(word)
    return tuple(found[-1:])


def _told_of(pair: Pair, ours: Subjects, place: Word, turning: frozenset[str]) -> tuple[Word, ...] | None:
    """Return the words of another subject at one place of the verb, or None where it is ours or nobody knows."""
    theirs = subjects_of(pair.passage, place)
    if theirs is not None and theirs.passive == ours.passive:
        return _another(pair, ours, theirs, turning)
    if ours.passive or theirs is None or not theirs.passive:
        return None
    agent = agent_of(pair.passage, place)
    return _another(pair, ours, Subjects((agent,), passive=False), turning) if agent else None


def _another(
    pair: Pair, ours: Subjects, theirs: Subjects, turning: frozenset[str] = frozenset()
) -> tuple[Word, ...] | None:
    if _is_beside(ours, theirs):
        return theirs.groups[0]
    if any(_is_one(pair, one, other) for one in ours.groups for other in theirs.groups):
        return None
    if turning and all(word.stem in turning for word in theirs.heads):
        return theirs.groups[0]
    if _is_same(pair, ours, theirs):
        return None
    owner = next((word for one in ours.groups for word in _owners(pair, one, theirs.groups[0])), None)
    if owner is not None:
        return None if acts_for(pair, owner, theirs.heads[0]) else theirs.groups[0]
    called = any(may_be(one, other, pair) for one in ours.groups for other in theirs.groups)
    return None if called else theirs.groups[0]


def _is_beside(ours: Subjects, theirs: Subjects) -> bool:
    """Whether the claim's subject only says where another one is, of its kind or not: "a clinic near the hospital"."""
    stems = {word.stem for word in theirs.heads}
    there = {word.stem for word in theirs.beside}
    head = theirs.heads[0]
    return any(word.stem in there and word.stem not in stems and not is_staff(word, head) for word in ours.heads)


def _is_same(pair: Pair, ours: Subjects, theirs: Subjects) -> bool:
    """Whether the source names the claim's subject by other words, or words of the claim in another order."""
    if any(word.stem in pair.claim.stems or " " in word.folded for word in theirs.heads):
        return True  # an idiom is no subject: "all five judges", unanimously
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
    owners = [word for word in theirs[:-1] if _owns(word) or _says_whose(word, theirs)]
    return [word for word in owners if _answers(pair, ours[-1], [word])]


def _says_whose(word: Word, group: Sequence[Word]) -> bool:
    """Whether a name right before a noun says whose it is: "Uber drivers", and not "the Uber group"."""
    head = group[-1]
    beside = word is group[-2] and word.text[0].isupper() and head.text[0].islower()
    return beside and head.text.isalpha() and not (is_told(head) or stands_for_it(word, head))


def _owns(word: Word) -> bool:
    return word.text.endswith(("s", "s'", "s’"))


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

_STANDS_FOR_ITS_OWN = (
    _NAMED_BY
    | ACTS_FOR
    | frozenset(
        """price prices cost costs value share shares number amount level rate use sale sales output production
        population people resident residents citizen citizens voter voters inhabitant inhabitants member members
        worker workers employee employees staff player players preis preise kosten wert aktien anteile zahl menge
        bevölkerung bevolkerung einwohner bürger burger wähler wahler mitglieder mitarbeiter spieler""".split()  # noqa: SIM905
    )
)
"""What is told of as of the one whose it is: "shares of Kestrel fell" is "Kestrel fell"."""
_EITHER_WAY_WORDS = """
    open close shut move start begin began end stop change grow grew sink sank burn break broke expand shrink double
    increase decrease launch crash land improve spread"""
_EITHER_WAY = frozenset(map(stem, _EITHER_WAY_WORDS.split()))
"""Verbs that say of the object what they say of the subject: "opened the school", "the school opened"."""
_LINKING = frozenset(
    """became become remained seemed looked turned was were named called elected appointed made wurde blieb
    nannte""".split()  # noqa: SIM905
)
"""Verbs behind which stands who or what the subject is."""


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
