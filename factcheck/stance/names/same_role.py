"""The same role in another voice or order: "Volvo bought Celltra" beside "Celltra was bought by Renault".

Levels: *the same, or not told*; *differs* (all else of the claim is answered, and where the claim has a name as the one
that does a deed, that it is done to, or where it is done, the source has another name as that, the only one). It is a
conflict where one alone does such a thing ("won", "founded"), it is done at one place ("born in"), or one alone comes
into the office, at the time that both texts tell; else it is only there to see: two firms can sue a third in one month.
Not asked of what is negated or only may be so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.done_once import (
    AGENTS,
    AT_ONE_PLACE,
    DOER,
    DONE_TO,
    is_done_once,
    is_opening_name,
    is_verb_of_role,
)
from factcheck.stance.names.places import may_lie_in, where_of
from factcheck.stance.names.shared import is_headed, stands, unshared_names
from factcheck.stance.names.voices import is_helping, is_passive
from factcheck.stance.reading.lexicon import HEDGES, is_past, meanings
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import ALIKE, Pair, Partner
from factcheck.stance.reading.slots import alike, is_of_name, known, names_in
from factcheck.stance.reading.texts import is_light, is_name, words_between
from factcheck.text.names.persons import is_person
from factcheck.text.names.sameness import canonical
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

STRENGTH = 0.7
_REACH = 6
"""Words between a verb and a name up to which the name is told as its doer, or as what it is done to."""


def compare_same_role(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: another name does it, or has it done to it, than the claim says."""
    one = _lost_name(pair)
    if one is None or _is_left_open(pair):
        return
    for verb in (one for one in pair.partners if one.kind in ALIKE and is_verb_of_role(one.claim)):
        role = _role(pair.claim.text, pair.claim.words, one, verb.claim)
        rivals = [other for other in _strangers(pair) if _plays(pair, other, verb, role)] if role else []
        if len(rivals) == 1 and _can_be_rivals(pair, one, rivals[0], role):
            yield _differs(one, rivals[0], where=role in _WHERE, opposed=is_done_once(pair, verb, role))
            return


def _lost_name(pair: Pair) -> Span | None:
    """Return the one name of the claim that the source has nothing of, where it answers all the rest."""
    silent = [word for word in (*pair.missing, *pair.near) if not (is_light(word) or _says_what(pair, word))]
    if not silent or not silent[0].text[0].isupper():
        return None
    names = unshared_names(pair) or _opening_name(pair, silent[0])
    if len(names) != 1 or names[0].text.endswith(_OWNING) or is_headed(names[0], pair):
        return None
    one = names[0]
    return one if all(one.start <= word.start < one.end for word in silent) else None


_OWNING = ("'s", "’s", "s'", "s’")


def _opening_name(pair: Pair, word: Word) -> tuple[Span, ...]:
    return (Span(word.start, word.end, word.text),) if is_opening_name(pair.claim, word) else ()


def _says_what(pair: Pair, word: Word) -> bool:
    """Whether a word only says what the name behind it is: "the company Celltra"."""
    behind = next((one for one in pair.claim.words if one.start > word.end), None)
    return word.folded in _KINDS and behind is not None and is_name(behind)


_KINDS = frozenset(["company", "firm", "group", "business", "maker", "city", "town", "village", "novel", "film"])


def _is_left_open(pair: Pair) -> bool:
    """Whether either text negates something, or says that it only may be so; or something is the opposite."""
    if any(one.kind in ("opposite", "turned") for one in pair.partners) or not HEDGES.isdisjoint(pair.told):
        return True
    if negations_of(pair.claim.text) or any(pair.start <= at < pair.end for at in negations_of(pair.passage.text)):
        return True
    if not _OPEN.isdisjoint(pair.told) and _OPEN.isdisjoint(pair.claim.vocabulary):
        return True
    return any(_is_narrowed(pair, one) for one in pair.partners)


def _is_narrowed(pair: Pair, partner: Partner) -> bool:
    """Whether the source says a shared word of something of it: "the women's race", "Volvo's parent", "head of"."""
    word = partner.passage
    if word.text.endswith(_OWNING) != partner.claim.text.endswith(_OWNING):
        return True
    at = pair.stretch.index(word)
    answered = {one.passage.start for one in pair.partners}
    before = pair.stretch[at - 1] if at else word
    if not (is_name(word) or is_past(word.folded) or is_verb_of_role(word) or before.start in answered):
        small = before.is_stop or before.is_number or is_light(before) or before.text[0].isupper()
        return not small and pair.passage.text[before.end : word.start] in _JOINTS
    lead, ours = _lead(pair.stretch, at), _lead(pair.claim.words, pair.claim.words.index(partner.claim))
    if len(lead) < _LED_BY or lead[-1].folded not in _PARTS_OF or (ours and ours[-1].folded in _PARTS_OF):
        return False
    head = lead[-2]
    return not (head.start in answered or head.is_stop or head.text[0].isupper() or head.is_number)


def _lead(words: Sequence[Word], at: int) -> list[Word]:
    """Return the words right before a word, without its article."""
    return [one for one in words[max(0, at - _TO_HEAD) : at] if one.folded != "the"]


_LED_BY = 2
_TO_HEAD = 3  # words from a name back to what it is told of: "the wife of the"
_PARTS_OF = frozenset(["of", "to"])
_JOINTS = (" ", "-")


_OPEN = frozenset(
    """will would may might could should if plan plans planned expected expects want wants wanted hopes hoped aims
    likely probably bid offer offered agreed try tried tries hope unless almost nearly novel film again also previously
    earlier former formerly once originally until another next""".split()  # noqa: SIM905
)
"""What makes a deed of the source one that need not have been done, or was done at another time."""


def _strangers(pair: Pair) -> Sequence[Span]:
    """Return the names of the stretch that are none of the claim's; a word that opens it is one, too."""
    ours = names_in(pair.claim.text)
    found = [one for one in names_in(pair.passage.text) if pair.start <= one.start < pair.end]
    first = pair.stretch[0] if pair.stretch else None
    if first is not None and first.text[0].isupper() and is_of_name(first) and not meanings(first.stem):
        found += [] if any(one.start == first.start for one in found) else [Span(first.start, first.end, first.text)]
    return [one for one in found if not (stands(one, ours) or one.text.endswith(_OWNING))]


def _role(text: str, words: Sequence[Word], name: Span, verb: Word) -> str:
    """Return what a name is to a verb of its text, "" where that is not told beside it.

    It does it, has it done to it, or is where it is done, by the small word that leads to it.
    """
    if verb.folded in AGENTS:
        return DOER if _is_agent(text, name, verb) else ""
    passive = is_passive(words, words.index(verb))
    if name.end <= verb.start:
        between = words_between(tuple(words), name.end, verb.start)
        told = len(between) <= _REACH and all(map(is_helping, between))
        return (DONE_TO if passive else DOER) if told and "," not in text[name.end : verb.start] else ""
    between = words_between(tuple(words), verb.end, name.start)
    if len(between) > _REACH or not _MARKS.isdisjoint(text[verb.end : name.start]):
        return ""
    where = where_of(text, name)
    if where and verb.stem in AT_ONE_PLACE:
        return where if not any(word.folded in _WHERE for word in between[:-1]) else ""
    at = next((at for at, word in enumerate(between) if word.folded == "by"), -1)
    if (at >= 0) != passive or not all(map(_only_says_who, between[at + 1 :])):
        return ""
    return DOER if passive else DONE_TO


def _is_agent(text: str, name: Span, noun: Word) -> bool:
    """Whether a name is said to be who a noun says: "the winner of the race was", "Moor, the founder of"."""
    if name.end <= noun.start:
        return _IS_THE.fullmatch(text, name.end, noun.start) is not None
    return _OF_WHAT_IS.fullmatch(text, noun.end, name.start) is not None


_IS_THE = re.compile(r"(?:,| is| was) (?:the )?", re.IGNORECASE)
_OF_WHAT_IS = re.compile(r",? |(?: of (?:[\w’'-]+ ){1,8}| )(?:is|was) ", re.IGNORECASE)
_WHERE = frozenset(["in", "at", "near", "from", "outside", "around", "to", "on"])


def _only_says_who(word: Word) -> bool:
    """Whether a word between a verb and a name only says who that is: "the carmaker", "Judge"."""
    return word.folded in _ARTICLES or not (word.is_stop or word.is_number or is_past(word.folded))


_ARTICLES = frozenset(["the", "a", "an", "its", "their", "his", "her", "former", "then"])
_MARKS = frozenset(',;:()"“”„—–')


def _plays(pair: Pair, name: Span, verb: Partner, role: str) -> bool:
    """Whether a name of the source has this role at any place of the verb in the sentence it stands in."""
    inside = sentence_at(pair.passage.sentences, name.start) or (pair.start, pair.end)
    words = words_between(pair.stretch, *inside)
    places = [word for word in words if word.stem == verb.passage.stem and not _has_an_object(pair, words, word)]
    return any(_role(pair.passage.text, words, name, place) == role for place in places)


def _has_an_object(pair: Pair, words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb of the source has an object that is none of the claim's: "won silver at the World Cup"."""
    behind = words[words.index(verb) + 1 :][:2]
    told = [word for word in behind if word.folded not in _ARTICLES][:1]
    answered = {one.passage.start for one in pair.partners}
    if not told or told[0].is_stop or told[0].text[0].isupper() or told[0].start in answered or told[0].is_number:
        return False
    named = next((word for word in words if word.start > told[0].end), None)
    return not (named is not None and named.text[0].isupper())


def _can_be_rivals(pair: Pair, one: Span, other: Span, role: str) -> bool:
    """Whether two names are of two people, or neither is, and no place may lie in the other one.

    A firm can be bought by its owner, and a law be signed by a country.
    """
    if alike(one.text, other.text) or _NOT_ALONE.match(pair.passage.text[other.end :]):
        return False
    if pair.passage.text.endswith(_JOINED, pair.start, other.start):
        return False  # who is told of beside another may be told of in the claim alone
    if role in _WHERE:
        return not may_lie_in(pair, one, other)
    people = is_person(canonical(one.text)) == is_person(canonical(other.text))
    return people and bool(known(one.text)) == bool(known(other.text))


_JOINED = (" and ", " & ", " with ", " and the ")
_NOT_ALONE = re.compile(r",? (?:and|&|with) |, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?:,? and |, )")


def _differs(one: Span, other: Span, *, where: bool, opposed: bool) -> Reason:
    return Reason(
        comparator="same role",
        facet=Facet.WHERE if where else Facet.WHO,
        polarity=Polarity.OPPOSES if opposed else Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"differs: {one.text} / {other.text}",
        claim_spans=(one,),
        passage_spans=(other,),
    )
