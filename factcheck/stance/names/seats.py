"""A capital or its country: "40 shops in Washington" is not borne out by "40 shops in the United States".

As who acts, one is another name of the other ("Washington rejected the plan"); as where it is, or whose people it is
told of ("Washington voters"), the country is more than its capital. What is in the capital is in the country, but how
many there are says nothing of how many there are in all.

Levels: *the same, or not told of places*; *not as close* (the claim says the capital, the source the country); *not as
wide* (the claim counts in the country, the source in the capital). Neither bears the claim out or speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.places import stands_in
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import known, names_in
from factcheck.stance.reading.texts import CAPITALS
from factcheck.text.names.known import CAPITAL_OF, DEMONYMS
from factcheck.text.names.sameness import canonical
from factcheck.text.quantities.finding import find_quantities

STRENGTH = 0.5
_PEOPLE = re.compile(
    r" (?:[a-z]+ )?(?:adults|residents|citizens|voters|people|inhabitants|households|families|women|men|children"
    r"|workers|employees|students|pupils|teachers|doctors|nurses|drivers|tenants|renters|homeowners|commuters|shoppers|schools"
    r"|hospitals|homes|streets|shops|companies|firms|businesses|hotels|restaurants)\b"
)

_GOVERNMENT = re.compile(
    r"\b(?:officials?|ministers?|governments?|authorities|leaders?|lawmakers|diplomats?|parliament|regulators?"
    r"|Regierung|Behörden|Minister|Diplomaten) (?:in|at|near|from) (?:the )?$",
    re.IGNORECASE,
)
"""Who acts for a country, wherever it is governed from."""
_GOVERNMENT_REACH = 30  # characters


def compare_seats(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: one text tells of a capital as a place, the other of its country."""
    ours = _places_of(pair.claim.text)
    theirs = [one for one in _places_of(pair.passage.text) if pair.start <= one.start < pair.end] if ours else []
    said = {_country_or_capital(one) for one in theirs}
    for one in ours if theirs else ():
        name = _country_or_capital(one)
        country = CAPITAL_OF.get(name)
        if name in said or (country is None and not find_quantities(pair.claim.text)):
            continue
        wanted = {country} if country is not None else {city for city, its in CAPITAL_OF.items() if its == name}
        other = next((each for each in theirs if _country_or_capital(each) in wanted), None)
        if other is not None:
            yield Reason(
                comparator="places",
                facet=Facet.WHERE,
                polarity=Polarity.CONTEXT,
                strength=STRENGTH,
                message=f"the claim says it of {one.text}; the source says it of {other.text}",
                claim_spans=(one,),
                passage_spans=(other,),
            )
            return


@lru_cache(256)
def _places_of(text: str) -> tuple[Span, ...]:
    """Return the capitals and countries that a text tells of as places, or whose people it tells of."""
    return tuple(one for one in names_in(text) if known(one.text) and _is_place(text, one))


def _is_place(text: str, one: Span) -> bool:
    if _PEOPLE.match(text, one.end) is not None or _NAMED_BEHIND.search(text[: one.start]) is not None:
        return True
    governs = _GOVERNMENT.search(text, max(0, one.start - _GOVERNMENT_REACH), one.start) is not None
    return one.text not in DEMONYMS and stands_in(text, one) and not governs


_NAMED_BEHIND = re.compile(r"\b(?:in|at|near|from|to) [^,.;:]{0,30}\bcapital(?: city)?,? \Z")
"""What a capital is told of by before it is named: "in Austria's capital, Vienna"."""
_CAPITAL = " capital"


def _country_or_capital(one: Span) -> str:
    """Return a capital by its usual name, and a country by its own."""
    if one.text.endswith(_CAPITAL):
        return CAPITALS.get(one.text.removesuffix(_CAPITAL), "")
    usual = canonical(one.text.removesuffix("’s").removesuffix("'s"))
    return usual if usual in CAPITAL_OF else known(one.text)
