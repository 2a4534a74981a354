"""A count that the source goes on with: "eleven died, and a twelfth died later" is no other count than twelve.

Levels: *grown* (behind its figure the source tells of one more, or of some, and of the same thing: with those there are
as many as the claim has); *no more told* (another figure is another figure; "the twelfth fire" counts fires).
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.domain import Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.figures.figures import each_says
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import read
from factcheck.text.quantities.numerals import ONES
from factcheck.text.quantities.ordinals import GERMAN_ORDINALS, ORDINALS
from factcheck.text.words import fold, stem

_PLACES = {word: at for words in (ORDINALS, GERMAN_ORDINALS) for at, word in enumerate(words, 1)}
_MORE = re.compile(
    rf"\b(?:an?|eine?[rn]?)\s(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<english>{'|'.join(ORDINALS)})"
    rf"|(?P<german>{'|'.join(GERMAN_ORDINALS)})e[rsn]?)\b"
    r"|\b(?P<count>an?other\s\w+|\w+\smore|another|eine?n?\sweitere[rsn]?|\w+\sweitere)\b",
    re.IGNORECASE,
)
"""One more of them, by its place ("a twelfth", "ein zwölfter"), or so many more ("one more", "two more", "another")."""
_REACH = 120
"""Characters behind the figure, and behind what is more, in which that is told. Source: our own choice."""
_DYING = frozenset(
    stem(fold(word))
    for word in """die died dies dead death killed kill succumbed perished body bodies starb starben gestorben erlag
    erlagen getötet tot tote toter leiche""".split()  # noqa: SIM905
)


def grown_to(pair: Pair, one: Quantity, other: Quantity) -> Reason | None:
    """Return that the figure of the passage grows to the claim's with what is told behind it, or None."""
    if one.unit or other.unit or not 0 < other.low < one.low or one.low != one.high or other.low != other.high:
        return None
    text = pair.passage.text
    for more in _MORE.finditer(text, other.span.end, min(len(text), other.span.end + _REACH)):
        if _adds_up(more, one.low, other.low) and _of_the_same(pair, text[more.end() : more.end() + _REACH]):
            place = Span.cut(text, *more.span())
            return Reason(
                comparator="numbers",
                facet=Facet.HOW_MANY,
                polarity=Polarity.CONTEXT,
                strength=0.0,
                message=f"{each_says(pair.claim.text, one, text, other)}, and “{place.text}” besides",
                claim_spans=(one.span,),
                passage_spans=(other.span, place),
            )
    return None


def _adds_up(more: re.Match[str], asked: Decimal, told: Decimal) -> bool:
    """Whether a figure and what is more make the figure that is asked for."""
    if more["count"]:
        return told + _worth(more["count"]) == asked
    place = int(more["digits"]) if more["digits"] else _PLACES[(more["english"] or more["german"]).lower()]
    return told + 1 == asked == place


def _worth(count: str) -> Decimal:
    """Return how many more words tell of: "two more", "another two"; "another person" is one."""
    numbers = [word for word in fold(count).split() if word in ONES or word.isdigit()]
    return next((ONES.get(word) or Decimal(word) for word in numbers), Decimal(1))


def _of_the_same(pair: Pair, told: str) -> bool:
    """Whether what is told of one more is what the claim tells of all: the same deed, or a death."""
    clause = re.split(r"[.;]", told)[0]
    stems = read(clause).content_stems
    deaths = not _DYING.isdisjoint(pair.claim.stems) and not _DYING.isdisjoint(stems)
    return deaths or any(
        word.stem in stems for word in pair.claim.content if word.text.islower() and not word.is_number
    )


__all__ = ["grown_to"]
