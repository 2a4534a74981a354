"""Who and what: another member of a closed class in the same place, and the same words from another speaker.

Levels: *differs* (the claim's people, month, colour or ordinal is nowhere in the stretch, and another of its class
stands in its slot, beside words that answer the claim's); *same speaker* (the stretch names the claimant); *another
speaker* (the stretch gives the words to somebody else, whom the claimant cannot be).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from factcheck.domain import Claim, Facet, Form, NameKind, Polarity, Reason, Span
from factcheck.stance.names.bound import is_bound, said_beside
from factcheck.stance.names.outlets import compare_outlets
from factcheck.stance.names.shared import is_anybody
from factcheck.stance.names.together import answered_in_order
from factcheck.stance.reading.lexicon import excludes, in_closed_class, is_people, synonyms
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.saying import is_of_saying
from factcheck.stance.reading.slots import Alignment, alike
from factcheck.stance.words.partisans import FOLDED_SIDES
from factcheck.text.dates.timex.words import MONTHS
from factcheck.text.names.finding import find_names
from factcheck.text.names.gazetteer import ROLES
from factcheck.text.names.known import DEMONYMS, METONYMS
from factcheck.text.names.sameness import same_name
from factcheck.text.quotations import find_quotations
from factcheck.text.words import STOP_WORDS, Word, fold

DIFFERS_STRENGTH = 0.65
SPEAKER_STRENGTH = 0.3
OTHER_SPEAKER_STRENGTH = 0.6
QUOTED_SPEAKER_STRENGTH = 0.75
LEAST_COVERAGE = 0.5
LEAST_SPOKEN = 0.65
"""Share of a claim that must be answered before words are called the same words from another speaker."""
LEAST_SPOKEN_IN_QUOTES = 0.85
"""The same of words in quotation marks: they are these words or they are not."""
FROM_ORDER = 0.25
"""So much less of it need be in the claim's order. Source: suggestions on news, read 2026-11."""
_BESIDE = 12  # characters between a quotation and its speaker: marks, a comma, a verb
_TOLD = 60  # the same with whom it was told to
_REACH = 4  # words between a slot and an answered neighbour

_NAME = r"[A-Z][\w’'-]{1,30}(?: (?:(?!(?:am|an|as|at|by|im|in|on|to|vor)\b)[a-z]{1,3} )?[A-Z][\w’'-]{1,30}){0,5}"
"""Capitals with a small word between them ("Luis de la Torre"), but for one that leads to a day or a place."""
_CUE = (
    r"(?:said|says|told|stated|declared|stressed|added|explained|insisted|announced|warned|argued|noted|claimed|"
    r"repeated|promised|urged|remarked|replied|sagt|sagte|erklärte|betonte|meinte|warnte|antwortete|versprach|ergänzte)"
)
_TO_WHOM = re.compile(rf" {_CUE}(?: (?:[a-zäöüß]+|[A-ZÄÖÜ][\w’'-]*)){{1,5}}[:,]? ?[“\"„«‘']?")
"""A verb with whom it was said to, between a speaker and a quotation: "told the residents on Monday:"."""
_OFFICE = re.compile(r"\W{1,4}(?:(?:the|a|an|der|die|ein|eine) )?(?:[a-zäöüß][\w’'-]* ){0,4}[a-zäöüß][\w’'-]*,? ")
"""What a speaker is, between a quotation and the name: "…”, the finance minister, Anna Lind, said"."""
_SPEAKER = re.compile(
    rf"[Ii]t was (?P<cleft>{_NAME}),? [^.]{{0,60}}?\bwho {_CUE}\b"
    rf"|(?P<apposed>{_NAME}), [^,.;“”\"]{{2,70}}, {_CUE}\b"
    rf"|(?P<before>{_NAME}),?(?: (?:also|then|later|has|had|once))? {_CUE}\b"
    rf"|\b{_CUE} (?P<after>{_NAME})(?!\s*[“\"][a-z])"
    rf"(?=\s*(?:[,.;:()“”\"]|\Z|\n| (?:in|on|at|of|during|after|when|as|to"
    r"|am|im|an|vor|bei|nach|zu|auf|gegenüber|als|über)\b))"
    rf"|[Aa]ccording to (?P<source>{_NAME})"
    rf"|(?:^|\n)(?P<script>{_NAME}):(?= )"
)


def compare_slots(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each closed-class word of the claim whose slot another member of the class fills."""
    if pair.coverage < LEAST_COVERAGE:
        return
    negated = negations_of(pair.claim.text)
    if negated and not alignment.verbatim:
        return  # "is not American" beside "is French" agrees
    for word in pair.missing:
        if (
            word.start not in negated
            and in_closed_class(word.stem)
            and not is_anybody(pair, but=word)
            and not _is_subject(pair, word)
        ):
            other = _rival(pair, word)
            if other is not None and not _is_day_of_saying(pair, word, other):
                told = _differs(word, other)
                yield replace(told, polarity=Polarity.CONTEXT) if _one_has_year(pair, word, other) else told


def _is_day_of_saying(pair: Pair, word: Word, other: Word) -> bool:
    """Whether the passage only says so on another day than the claim's: it need not have happened then."""
    spoken = other.folded in _CALENDAR and is_of_saying(pair.passage.text, other.start)
    return spoken and not is_of_saying(pair.claim.text, word.start)


def _one_has_year(pair: Pair, word: Word, other: Word) -> bool:
    """Whether of two months one alone has its year: "in June" and "in September 2021" may be of two years.

    Where a dateline settles which year the bare one is of, dates are compared, with that.
    """
    if word.folded not in MONTHS or _happens_once(pair):
        return False
    return (_YEAR.match(pair.claim.text, word.end) is None) != (_YEAR.match(pair.passage.text, other.end) is None)


def _happens_once(pair: Pair) -> bool:
    """Whether it is a birth, a death or a founding, or how a work came out: there is no other year's."""
    told = pair.claim.vocabulary
    comes_out = not (_COMES_OUT.isdisjoint(told) or _WORKS.isdisjoint(pair.told | told))
    return comes_out or not _ONCE_IN_LIFE.isdisjoint(told)


_ONCE_IN_LIFE = frozenset(["born", "died", "birth", "death", "founded", "geboren", "gestorben", "starb", "gegründet"])
_COMES_OUT = frozenset(["released", "published", "premiered", "erschien", "veröffentlicht"])
_WORKS = frozenset(["album", "film", "movie", "song", "single", "novel", "book", "opera", "roman", "buch"])
_YEAR = re.compile(r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:of )?\d{4}\b")


def _rival(pair: Pair, word: Word) -> Word | None:
    capital = word.text[0].isupper()
    rivals = [one for one in pair.stretch if excludes(word.stem, one.stem) and one.text[0].isupper() == capital]
    named = [one.stem for one in pair.claim.content]
    rivals = [one for one in rivals if not any(one.stem == other or synonyms(one.stem, other) for other in named)]
    if not rivals or any(synonyms(word.stem, other.stem) for other in pair.passage.content):
        return None
    if len({other.stem for other in rivals}) > 1:
        return None
    return rivals[0] if _in_slot(pair, word, rivals[0]) else None


def _in_slot(pair: Pair, word: Word, rival: Word) -> bool:
    """Whether an answered word stands before the rival, or after it, as its partner does by the claim's word."""
    at, rival_at = pair.claim.words.index(word), pair.stretch.index(rival)
    sides = (slice(max(0, at - _REACH), at), slice(at + 1, at + _REACH + 1))
    rival_sides = (slice(max(0, rival_at - _REACH), rival_at), slice(rival_at + 1, rival_at + _REACH + 1))
    return any(
        one.claim in pair.claim.words[side] and one.passage in pair.stretch[rival_side]
        for side, rival_side in zip(sides, rival_sides, strict=True)
        for one in pair.partners
    )


def _is_subject(pair: Pair, word: Word) -> bool:
    """Whether the word is the people or country that the claim is about: what another one did is another matter."""
    return is_people(word.stem) and pair.claim.content[0] is word and word.folded not in _ADJECTIVES


_ADJECTIVES = frozenset(fold(one) for one in DEMONYMS)
_CALENDAR = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
        *("december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("spring", "summer", "autumn", "winter"),
    ]
)


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())  # noqa: SIM905


def _differs(word: Word, other: Word) -> Reason:
    facet = Facet.WHERE if is_people(word.stem) else Facet.WHEN if word.folded in _CALENDAR else Facet.WHAT
    facet = Facet.HOW_MANY if word.folded in _ORDINALS else facet
    return Reason(
        comparator="who",
        facet=facet,
        polarity=Polarity.OPPOSES,
        strength=DIFFERS_STRENGTH,
        message=f"differs: {word.text} / {other.text}",
        claim_spans=(Span(word.start, word.end, word.text),),
        passage_spans=(Span(other.start, other.end, other.text),),
    )


def compare_speakers(pair: Pair, claim: Claim | str, quoted: Sequence[Span] = ()) -> Iterator[Reason]:
    """Yield who says it, and to which outlet, where the claim has a claimant and the passage names a speaker.

    `quoted`: where the passage has the claim's quotations; the speaker nearest to them counts, whoever else is named.
    """
    claimant = _claimant_of(pair, claim)
    speakers = _speakers(pair.passage.text, pair.start, pair.end)
    beside = said_beside(pair, claimant, speakers) if claimant else None
    if beside is not None:
        yield beside
        return
    if isinstance(claim, str):
        yield from _quoted_by_another(pair, quoted)
        return
    if not claimant:
        return
    nearest = _beside(pair.passage.text, speakers, quoted)
    if nearest and not any(alike(one.text, claimant) for one in nearest):
        yield _gives_to(nearest[0], claimant)
        return
    same = next((one for one in speakers if alike(one.text, claimant)), None)
    if same is not None:
        yield from compare_outlets(pair, claim, quoted)
        message = f"the source gives the words to {same.text}, as the claim does"
        yield _reason(Polarity.SUPPORTS, SPEAKER_STRENGTH, message, same)
    elif (
        speakers
        and not (_is_place(claimant) or _is_place(speakers[0].text))
        and min(pair.coverage, pair.topic, answered_in_order(pair) + FROM_ORDER) >= _least_spoken(claim)
        and not _names(pair, claimant)
    ):
        message = f"the claim gives the words to {claimant}; the source gives them to {speakers[0].text}"
        yield _reason(Polarity.OPPOSES, OTHER_SPEAKER_STRENGTH, message, speakers[0])


def _claimant_of(pair: Pair, claim: Claim | str) -> str:
    """Return who says it in the claim, by name; "" where nobody does, or more than one."""
    if isinstance(claim, str):
        named = _speakers(pair.claim.text, 0, len(pair.claim.text))
        return named[0].text if len(named) == 1 and _is_named(named[0].text) else ""
    return claim.claimant.name if claim.claimant is not None and _is_named(claim.claimant.name) else ""


def _quoted_by_another(pair: Pair, quoted: Sequence[Span]) -> Iterator[Reason]:
    """Yield that the source gives the quoted words to another, where a claim without a claimant says whose they are."""
    if not quoted:
        return
    claim, passage = pair.claim.text, pair.passage.text
    ours = _beside(claim, _speakers(claim, 0, len(claim)), find_quotations(claim))
    theirs = _beside(passage, _speakers(passage, pair.start, pair.end), quoted)
    if ours and theirs and not any(alike(one.text, other.text) for one in ours for other in theirs):
        yield replace(_gives_to(theirs[0], ours[0].text), claim_spans=(ours[0],))


def has_same_speaker(pair: Pair) -> bool:
    """Whether a claim names its speaker itself ("Holm said …"), and the passage gives its words to the same one."""
    ours = _speakers(pair.claim.text, 0, len(pair.claim.text))
    theirs = _speakers(pair.passage.text, pair.start, pair.end) if ours else ()
    return any(alike(one.text, other.text) for one in ours for other in theirs)


def _gives_to(speaker: Span, claimant: str) -> Reason:
    message = f"the source gives the quoted words to {speaker.text}, the claim to {claimant}"
    return _reason(Polarity.OPPOSES, QUOTED_SPEAKER_STRENGTH, message, speaker)


def _beside(text: str, speakers: Sequence[Span], quoted: Sequence[Span]) -> list[Span]:
    """Return the speakers that stand beside a quotation, or before it with whom they told it."""
    return [
        one
        for one in speakers
        if any(
            _gap(one, there) <= _BESIDE
            or (one.end < there.start <= one.end + _TOLD and _TO_WHOM.fullmatch(text, one.end, there.start))
            or (there.end < one.start <= there.end + _TOLD and _OFFICE.fullmatch(text, there.end, one.start))
            for there in quoted
        )
    ]


def _least_spoken(claim: Claim) -> float:
    return LEAST_SPOKEN_IN_QUOTES if claim.form is Form.DIRECT else LEAST_SPOKEN


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


@lru_cache(64)
def _speakers(text: str, start: int, end: int) -> tuple[Span, ...]:
    found: list[Span] = []
    for match in _SPEAKER.finditer(text, start, end):
        group = match.lastgroup or ""
        if not _describes(match[group]) and not (group == "before" and is_bound(text, *match.span(group))):
            found.append(Span(match.start(group), match.end(group), match[group]))
    return tuple(found)


@lru_cache(4096)
def _is_place(name: str) -> bool:
    """Whether a capital or country speaks, for then its people speak, and any of them can be named instead."""
    found = find_names(name)
    return bool(found) and (found[0].kind is NameKind.PLACE or found[0].name in METONYMS)


def _is_named(claimant: str) -> bool:
    """Whether the claimant has a name: "she", "a report" and "Rebels" can be anybody."""
    return any(word[0].isupper() and fold(word) not in FOLDED_SIDES for word in claimant.split())


def _describes(name: str) -> bool:
    """Whether the words name nobody: "The Dane", "Spokesman", "It"."""
    words = name.split()
    return words[0] in _DETERMINERS or all(
        word.lower().strip(".") in ROLES or fold(word) in STOP_WORDS for word in words
    )


_DETERMINERS = frozenset(
    [
        *("The", "This", "That", "A", "An", "Its", "His", "Her", "Their", "One"),
        *("See", "SEE", "Read", "READ", "Watch", "WATCH", "Related", "RELATED", "More", "MORE", "Photo", "PHOTO"),
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ]
)
"""What begins no name of a speaker: determiners, the label of a teaser, a day."""


def another_speaks(pair: Pair, claim: Claim | str) -> bool:
    """Whether the stretch gives its words to somebody by name, and does not name the claimant."""
    if isinstance(claim, str) or claim.claimant is None or not _is_named(claim.claimant.name):
        return False
    return bool(_speakers(pair.passage.text, pair.start, pair.end)) and not _names(pair, claim.claimant.name)


@lru_cache(1024)
def is_called(publisher: str, name: str) -> bool:
    """Whether a name is that of a publisher, or its short form: what its name ends in ("the Courier").

    A place that its name begins with is another ("Varle" is not The Varle Courier).
    """
    whole, short = _name_words(publisher), _name_words(name)
    if not whole or not short:
        return False
    return whole[-len(short) :] == short or same_name(" ".join(whole), " ".join(short))


def _name_words(name: str) -> list[str]:
    """Return the words of a name, without the article and what kind of publisher it is, if anything is left."""
    words = [word for word in name.replace(",", " ").split() if word.casefold() != "the"]
    bare = [word for word in words if word.casefold() not in _KINDS_OF_PUBLISHER]
    return [word if word.isupper() else word.capitalize() for word in bare or words]


_KINDS_OF_PUBLISHER = frozenset(
    ["agency", "blog", "daily", "magazine", "media", "news", "newspaper", "newspapers", "newswire", "online", "website"]
)


def _names(pair: Pair, claimant: str) -> bool:
    """Whether the stretch names the claimant beside another speaker ("Holm said Lind had …")."""
    surname = claimant.rsplit(maxsplit=1)[-1].casefold() if claimant.split() else ""
    return bool(surname) and any(word.folded == surname for word in pair.stretch)


def _reason(polarity: Polarity, strength: float, message: str, speaker: Span) -> Reason:
    return Reason(
        comparator="speakers",
        facet=Facet.WHO,
        polarity=polarity,
        strength=strength,
        message=message,
        passage_spans=(speaker,),
    )
