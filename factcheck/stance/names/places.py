"""Places told of in another order: "found in Hole, police said" beside "police found the car in Drammen".

Levels: *the same, or not told*; *another place* (all of the claim but the place is answered, and behind an answered
word stands the claim's own "in" or "near" with another name, the only one there); *may lie in it* (a country beside a
place of which nobody here knows the country: there to see, and no conflict).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.shared import stands, unshared_names
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment, alike, known, names_in
from factcheck.stance.reading.texts import is_name
from factcheck.text.names.gazetteer import PLACES_BY_COUNTRY
from factcheck.text.names.known import COUNTRIES
from factcheck.text.names.sameness import canonical, different_places
from factcheck.text.sentences import sentence_at

STRENGTH = 0.7
FEWEST_TOLD = 3
"""Words other than names that must be answered. Source: our own choice."""
_WHERE = re.compile(r"\b(?P<where>in|at|near|from|outside|around|to) (?:the )?$", re.IGNORECASE)
_WHERE_REACH = 14  # characters


def stands_in(text: str, name: Span) -> bool:
    """Whether a name says where: "in Harwick"."""
    return where_of(text, name) not in ("", "to")


def may_lie_in(pair: Pair, one: Span, other: Span) -> bool:
    """Whether one text says in which country, and the other one at which place, and that may lie there."""
    if not (stands_in(pair.claim.text, one) and stands_in(pair.passage.text, other)):
        return False
    left, right = (canonical(name.text.removesuffix("’s").removesuffix("'s")) for name in (one, other))
    country, place = (left, right) if left in COUNTRIES else (right, left)
    if country not in COUNTRIES or known(place):
        return False
    return not different_places(country, place) or _COUNTRY_OF.get(place) == country


_COUNTRY_OF = {
    place.partition(",")[0]: country
    for country, places in PLACES_BY_COUNTRY.items()
    if country
    for place in places.strip().replace("\n", ";").split(";")
}
"""Of the places that are known, the country they lie in; of those without one here nobody knows."""


def compare_places(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield at most one reason; where the passage follows the claim's wording, its slots have told of it."""
    silent = (*pair.missing, *pair.near)
    denied = _denied_here(pair)
    if denied is not None:
        yield denied
        return
    if alignment.close or not any(map(is_name, silent)) or negations_of(pair.claim.text):
        return
    ours = [one for one in unshared_names(pair) if where_of(pair.claim.text, one)]
    told = sum(not (is_name(one.claim) or one.claim.is_number) for one in pair.partners if one.kind != "opposite")
    if len(ours) != 1 or told < FEWEST_TOLD:
        return
    one = ours[0]
    if any(not one.start <= word.start < one.end for word in silent):
        return
    others = _others(pair, one)
    if len(others) == 1:
        yield _differs(one, others[0], Polarity.CONTEXT if may_lie_in(pair, one, others[0]) else Polarity.OPPOSES)


def _denied_here(pair: Pair) -> Reason | None:
    """Return that the source has it at another place, "not in Geneva", where the claim has it.

    A remark parts the two ("in Vienna, officials said, not in Geneva"); what stands side by side polarity tells.
    """
    text = pair.passage.text
    found = _NOT_HERE.search(text, pair.start, pair.end)
    if found is None or pair.topic < ALL_TOLD or negations_of(pair.claim.text):
        return None
    ours = names_in(pair.claim.text)
    one = next((one for one in ours if text.startswith(one.text, found.end())), None)
    if one is None or where_of(pair.claim.text, one) != found["where"]:
        return None
    begins, _ = sentence_at(pair.passage.sentences, found.start()) or (pair.start, pair.end)
    before = [name for name in names_in(text) if begins <= name.start < found.start()]
    other = next((name for name in before if where_of(text, name) == found["where"] and not stands(name, ours)), None)
    beside = other is None or not text[other.end : found.start()].strip(" ,")
    return None if other is None or beside else _differs(one, other, Polarity.OPPOSES)


_NOT_HERE = re.compile(r",? (?:and )?(?:not|nicht) (?P<where>in|at|near|from|to) (?:the )?(?=[A-Z])")
ALL_TOLD = 0.9
"""Share of what a claim says besides names that must be answered where a place is denied. Source: our own choice."""


def _differs(one: Span, other: Span, polarity: Polarity) -> Reason:
    return Reason(
        comparator="names",
        facet=Facet.WHERE,
        polarity=polarity,
        strength=STRENGTH,
        message=f"differs: {one.text} / {other.text}",
        claim_spans=(one,),
        passage_spans=(other,),
    )


def _others(pair: Pair, one: Span) -> list[Span]:
    """Return the names of the stretch that stand behind an answered word as the claim's name does."""
    where, text = where_of(pair.claim.text, one), pair.passage.text
    ends = {partner.passage.end for partner in pair.partners}
    names = [name for name in names_in(text) if pair.start <= name.start < pair.end]
    behind = [name for name in names if where_of(text, name) == where and _begins(text, name) - 1 in ends]
    known_there = names_in(pair.claim.text)
    return [name for name in behind if not (stands(name, known_there) or alike(name.text, one.text))]


def where_of(text: str, name: Span) -> str:
    """Return the small word by which a name says where, "" where it does not."""
    found = _WHERE.search(text, max(0, name.start - _WHERE_REACH), name.start)
    return found["where"].casefold() if found else ""


def _begins(text: str, name: Span) -> int:
    found = _WHERE.search(text, max(0, name.start - _WHERE_REACH), name.start)
    return found.start() if found else name.start
