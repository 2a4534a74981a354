"""Somebody else is named for it in another sentence: "The film, directed by Voss, opens. Norling directed the first".

Asked only of what would else be called corroborated. Levels: *the claim's, or not told*; *another's, too* (a sentence
without the claim's doer has the deed with "by" and another name, and what it is done to; the claim's doer has it in
a sentence of his own): which of the two the claim means is open.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.doers import STRENGTH, verb_of
from factcheck.stance.names.done_once import BY_ONE
from factcheck.stance.names.subjects import agent_of
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_name, words_between
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word, stem

_BY_ONE = BY_ONE | frozenset(
    stem(word)
    for word in """coached conducted trained managed edited commanded presented captained moderated curated produced
    illustrated translated piloted skippered supervised oversaw run ran drawn drew sung sang""".split()  # noqa: SIM905
)
"""What one alone does, so that another name leaves open who did it; a bill is backed by many."""


def named_for_it(pair: Pair) -> Reason | None:
    """Return a reason where another sentence names somebody else as the one who did what the claim says."""
    verb = verb_of(pair.claim.text) if len(pair.passage.sentences) > 1 else None
    names = {one.claim.stem for one in pair.partners if is_name(one.claim) or one.claim.start == 0}
    if verb is None or verb.stem not in _BY_ONE or not names or " by " not in pair.passage.text:
        return None
    stems = {one.passage.stem for one in pair.partners if one.claim.stem == verb.stem}
    places = [word for word in pair.passage.words if word.stem in stems]
    found = {bounds: place for place in places if (bounds := _sentence(pair, place)) is not None}
    own = [bounds for bounds in found if names <= _stems(pair, bounds)]
    for bounds, place in found.items():
        agent = agent_of(pair.passage, place)
        apart = own and bounds not in own and names.isdisjoint(_stems(pair, bounds))
        if apart and agent and all(word.text[0].isupper() for word in agent) and any(_shared(pair, bounds, verb)):
            return _reason(Span.cut(pair.passage.text, place.start, agent[-1].end))
    return None


def _sentence(pair: Pair, place: Word) -> tuple[int, int] | None:
    return sentence_at(pair.passage.sentences, place.start)


def _stems(pair: Pair, bounds: tuple[int, int]) -> set[str]:
    """Return the stems of the claim that the words of a sentence stand for."""
    there = {word.stem for word in words_between(pair.passage.content, *bounds)}
    return {one.claim.stem for one in pair.partners if one.passage.stem in there}


def _shared(pair: Pair, bounds: tuple[int, int], verb: Word) -> Iterator[str]:
    """Yield what else of the claim, but for names, a sentence has beside the verb: what it is done to."""
    unnamed = {one.claim.stem for one in pair.partners if one.claim.text.islower()}
    yield from (unnamed & _stems(pair, bounds)) - {verb.stem}


def _reason(place: Span) -> Reason:
    return Reason(
        comparator="who",
        facet=Facet.WHO,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the source names somebody else for it, too: “{place.text}”",
        passage_spans=(place,),
    )
