"""Of what does the sentence speak in which a value stands: of what the claim says it of, or of something beside it?

A passage of several sentences names the claim's subject in one and tells the like of another thing in the next: "The
bridge was opened in May. The car park cost £2 million." Levels: *the same, or not told* (the sentence has the claim's
words, a pronoun, or a noun that may stand for them: "the structure", "the company"); *another* (its own words stand in
their place, and the claim's only in another sentence). What is told of another bears nothing out and contradicts
nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.pair import Pair, same_word
from factcheck.stance.slots import NARROW, alike
from factcheck.stance.texts import cover, is_light, is_name
from factcheck.text.gazetteer import ORGANISATION_WORDS, PLACE_WORDS, ROLES
from factcheck.text.words import Word, stem

STRENGTH = 0.5
_TOLD_OF = frozenset(["numbers", "dates", "polarity", "shares", "durations", "results", "who"])
"""Comparators whose clash is of something; and of names those that say where; the others, and speakers, say of whom."""
_PRONOUNS = frozenset(
    [
        *("he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "who", "which"),
        *("er", "sie", "es", "dies", "dieser", "diese", "dieses", "wir", "ich"),
    ]
)
_PREPOSITIONS = frozenset(
    [
        *("to", "of", "in", "at", "by", "with", "for", "from", "on", "above", "below", "behind", "near", "before"),
        *("after", "beside", "around", "under", "over", "against", "about", "between", "through", "without", "than"),
    ]
)
_STANDING_FOR_WORDS = """
    structure building project scheme site facility complex work plan measure bill law act deal agreement proposal
    programme program policy report study survey figure total number sum amount cost price rate level toll count
    result event incident accident attack disaster case move decision member ally partner company firm group
    business enterprise organisation organization body agency authority institution place man woman person people
    pair couple rally gathering vessel vehicle thing one latter former same both all unternehmen firma konzern
    betrieb gruppe bau gebäude bauwerk projekt vorhaben anlage gesetz plan bericht zahl wert summe mann frau person
    leute unglück ereignis beide"""
_STANDING_FOR = frozenset(map(stem, _STANDING_FOR_WORDS.split()))
"""Nouns that may stand for whatever was told of before: "the structure", "the firm"."""
_KINDS_WORDS = """
    storm crash crisis trial giant maker concern association union charity party team side club country nation state
    republic kingdom capital region area boy girl child victim suspect defendant author writer painter artist actor
    actress singer player politician lawmaker statesman businessman businesswoman native resident veteran ship boat
    craft plane aircraft jet train car machine device product model version film movie book novel album song series
    show game animal creature hurricane typhoon cyclone fire land staat stadt partei verein verband schiff flugzeug
    zug buch"""
_KINDS = frozenset(map(stem, _KINDS_WORDS.split())) | ROLES | ORGANISATION_WORDS | PLACE_WORDS
"""What a thing with a name of its own may be called: "Elna" and "the storm"; of what has none, each is another."""


class Another(NamedTuple):
    """What the claim speaks of, and what stands in its place in the sentence of a passage."""

    claim: Span
    passage: Span


def keep_to_bearer(pair: Pair, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons, with what is told of another thing as context and one more that says so."""
    if len(pair.passage.sentences) == 1:
        return reasons
    told: list[Reason] = []
    found: Another | None = None
    for one in reasons:
        other = _of_another(pair, one)
        found = found or other
        told.append(replace(one, polarity=Polarity.CONTEXT) if other else one)
    found = found or _answered_of_another(pair)
    return [*told, _reason(found)] if found else reasons


def _of_another(pair: Pair, reason: Reason) -> Another | None:
    told = reason.comparator in _TOLD_OF or (reason.comparator == "names" and reason.facet is Facet.WHERE)
    if reason.polarity is not Polarity.OPPOSES or not told or not reason.passage_spans:
        return None
    slots = _slots(pair, reason.passage_spans[0].start, (reason.claim_spans, reason.passage_spans))
    return next((one for one, leads in slots if leads or reason.comparator != "polarity"), None)


def _answered_of_another(pair: Pair) -> Another | None:
    """Return what stands in the place of the claim's subject in the sentence that answers most of the rest."""
    stems = {word.stem for word in pair.claim.content if not is_name(word)}
    inside = [one for one in pair.passage.sentences if pair.start <= one[0] < pair.end]
    if not inside:
        return None
    answered = [len(stems & {word.stem for word in _words(pair, one)}) for one in inside]
    slots = _slots(pair, inside[answered.index(max(answered))][0], ((), ()))
    return next((one for one, leads in slots if leads), None)


def _slots(pair: Pair, at: int, clashing: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[tuple[Another, bool]]:
    """Yield what stands for another thing in the sentence of a place, and whether it leads claim and sentence.

    `clashing`: the values themselves, on either side.
    """
    bounds = next((one for one in pair.passage.sentences if one[0] <= at < one[1]), None)
    if bounds is None:
        return
    left, right = pair.claim.words, _words(pair, bounds)
    there = {word.stem for word in right}
    partners = {one.claim.start: one.passage for one in pair.partners if one.kind != "opposite"}
    blocks = LCSseq.editops([word.stem for word in left], [word.stem for word in right]).as_matching_blocks()
    begin = low = 0
    leads = True
    for block in blocks:
        between = left[begin : block.a], right[low : block.b]
        ours = [word for word in between[0] if _tells(word) and not _lies_in(word, clashing[0])]
        following = right[block.b].start if block.size else 0
        own = _own(pair.passage.text, between[1], following)
        theirs = [word for word in own if not _lies_in(word, clashing[1])]
        narrow = leads or max(map(len, between)) <= NARROW
        if block.size and narrow and ours and 0 < len(theirs) <= _MOST_WORDS and not _may_be(ours, theirs, pair):
            lost = [word for word in ours if word.stem not in there and _stands_elsewhere(pair, word, partners, bounds)]
            if len(lost) == len(ours):
                yield Another(cover(pair.claim.text, ours), cover(pair.passage.text, theirs)), leads
        leads = leads and not any(map(_tells, left[begin : block.a + block.size]))
        begin, low = block.a + block.size, block.b + block.size


_MOST_WORDS = 4
"""Telling words of what a sentence is about; of more, some say other things."""


def _words(pair: Pair, bounds: tuple[int, int]) -> list[Word]:
    return [word for word in pair.passage.words if bounds[0] <= word.start < bounds[1]]


def _stands_elsewhere(pair: Pair, word: Word, partners: dict[int, Word], bounds: tuple[int, int]) -> bool:
    """Whether a word of the claim is answered, and only outside of a sentence."""
    partner = partners.get(word.start)
    if partner is None:
        return any(word.stem == one.stem for one in pair.near)
    return not bounds[0] <= partner.start < bounds[1]


def _own(text: str, words: Sequence[Word], following: int) -> list[Word]:
    """Return the words that stand directly before what both texts have at `following`; none where a pronoun leads on.

    Of "Halm, the next town, has" it is Halm, of "in May, the town has" the town.
    """
    commas = [at for at in range(1, len(words)) if "," in text[words[at - 1].end : words[at].start]]
    closed = bool(words) and "," in text[words[-1].end : following]
    if commas:
        words = words[: commas[-1]] if closed else words[commas[-1] :]
    for at, word in enumerate(words):
        led = at > 0 and words[at - 1].folded in _PREPOSITIONS
        if word.folded in _PRONOUNS and not led and all(one.is_stop or is_light(one) for one in words[at + 1 :]):
            return []
    return [word for word in words if _tells(word) and not word.folded.endswith("ly")]


def _tells(word: Word) -> bool:
    return not (word.is_stop or is_light(word) or word.is_number or word.folded in _ARTICLES)


_ARTICLES = frozenset(["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"])


def _may_be(ours: Sequence[Word], theirs: Sequence[Word], pair: Pair) -> bool:
    """Whether the words in place of the claim's may mean the same thing."""
    one, other = cover(pair.claim.text, ours).text, cover(pair.passage.text, theirs).text
    if any(same_word(word, each) for word in ours for each in theirs):
        return True
    if _is_of_somebody(pair.passage.words, theirs[0]):
        return False
    if theirs[-1].stem in _STANDING_FOR or ours[-1].stem in _STANDING_FOR:
        return True
    if all(map(is_name, theirs)):
        return alike(one, other) or (_is_kind(ours[-1]) and not any(map(is_name, ours)))
    named = any(word.text[0].isupper() for word in ours) and not any(word.folded in _BODIES for word in ours)
    return named and _is_kind(theirs[-1]) and _is_named_before(pair, ours, theirs[0].start)


def _is_named_before(pair: Pair, ours: Sequence[Word], at: int) -> bool:
    """Whether a passage has any of the claim's words before a place: what comes later is not meant by "the town"."""
    stems = {word.stem for word in ours}
    stems |= {one.passage.stem for one in pair.partners if one.claim in ours}
    return any(word.stem in stems for word in pair.passage.words[: bisect_left(pair.passage.words, at, key=_start)])


def _is_of_somebody(words: Sequence[Word], word: Word) -> bool:
    """Whether a word is told as somebody's: "her deputy", "its rival", "sein Bruder"."""
    before = words[max(0, bisect_left(words, word.start, key=_start) - 1)]
    return not {before.folded, word.folded}.isdisjoint(_POSSESSIVES)


_POSSESSIVES = frozenset("his her its their our my ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner".split())  # noqa: SIM905


def _is_kind(noun: Word) -> bool:
    return not {noun.folded, noun.stem}.isdisjoint(_KINDS)


_BODIES = ORGANISATION_WORDS | PLACE_WORDS
"""Where such a word is part of the name, another one is another body: "Halm Hospital" and "the school"."""


def _lies_in(word: Word, spans: Sequence[Span]) -> bool:
    return any(one.start <= word.start < one.end for one in spans)


_start = attrgetter("start")


def _reason(found: Another) -> Reason:
    return Reason(
        comparator="events",
        facet=Facet.WHO,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the claim says it of “{found.claim.text}”, the source of “{found.passage.text}”",
        claim_spans=(found.claim,),
        passage_spans=(found.passage,),
    )
