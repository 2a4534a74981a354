"""A count that the source goes on with: "eleven died, and a twelfth died later" is no other count than twelve.

Levels: *grown* (behind its figure the source tells of one more, or of some, and of the same thing: with those there are
as many as the claim has); *interim* (the source has fewer, and says that it counts up to a time, or that more are to
come: "had killed 320 by Sunday evening, and the toll was expected to rise"); *no more told* (another figure is another
figure; "the twelfth fire" counts fires).
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.domain import Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.figures.figures import convertible, each_says
from factcheck.stance.figures.frames import Apart
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import read
from factcheck.text.quantities.numerals import ONES
from factcheck.text.quantities.ordinals import GERMAN_ORDINALS, ORDINALS
from factcheck.text.sentences import sentence_at
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


_COUNT = r"(?:tolls?|numbers?|counts?|totals?|figures?|deaths|casualties|arrests|losses)"
_COMING = r"(?:expected|likely|feared|set|certain|bound|sure|projected|predicted|thought)"
_DAYS = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|noon|midday|midnight|nightfall|dawn|dusk|sunset|evening|morning|afternoon|night|yesterday|today)"
)
_RISE = r"(?:rise|climb|grow|increase|go up|mount|be (?:\w+ )?higher)"
_INTERIM = re.compile(
    r"\b(?:so far|to date|up to now|until now|up to then|as of(?= (?!now\b))"
    r"|at (?:that|this|the) (?:point|stage|time)|by then|by that time|for now|for the (?:time being|moment)"
    rf"|by (?:(?:late|early|mid|last|this|the (?:end|middle|start|close|evening|morning|afternoon|night) of)[ -])?"
    rf"(?:the )?(?:{_DAYS}\b|\d{{1,2}}(?::\d\d)?(?: ?[ap]\.?m\b| (?=[A-Z]))|(?:end|middle|start|close) of"
    rf" (?:{_DAYS}|the (?:day|week|month|year|night)|last \w+|\d{{4}})\b)"
    rf"|{_COUNT} (?:\w+ )?(?:is|are|was|were) (?:\w+ )?{_COMING} to {_RISE}"
    rf"|{_COUNT} (?:would|could|may|might|will) (?:\w+ )?{_RISE}"
    rf"|(?:fear\w*|expect\w*|warn\w*)(?: that)? (?:\w+ )?{_COUNT}(?: \w+)? (?:to )?{_RISE}"
    rf"|more (?:\w+ )?(?:is|are|was|were) (?:{_COMING}|to (?:come|follow))\b"
    r"|still (?:missing|trapped|unaccounted for|being (?:counted|searched)|counting|rising|climbing|growing)"
    r"|(?:provisional|preliminary|interim|initial|early|first) (?:count|counts|toll|tolls|figures?|reports?|numbers?"
    r"|estimates?|tally|tallies|results?|information)"
    r"|bisher\w*|bislang|vorläufig\w*|zunächst|Stand (?=\w)|bis (?:jetzt|dahin|zum (?:Morgen|Mittag|Abend|Nachmittag))"
    r"|bis (?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\w*|bis Mittwoch\w*|bis zum \w+(?:tag|mittwoch|abend|morgen)\w*)",
    re.IGNORECASE,
)
"""What says of a count that it goes on: up to when it was counted, or that more are to come."""
_YEAR = re.compile(r"\b\d{4}\b")


def is_interim(pair: Pair, one: Quantity, other: Quantity) -> Apart | None:
    """Return why a smaller figure of the passage does not contradict the claim's: it was counted on the way, or None.

    A claim that says so of its own figure is not asked.
    """
    if not convertible(one, other) or one.unit != other.unit or not 0 < other.high < one.low:
        return None
    text = pair.passage.text
    first, last = sentence_at(pair.passage.sentences, other.span.start) or (pair.start, pair.end)
    found = _INTERIM.search(text, first, last)
    if found is None or _INTERIM.search(pair.claim.text) is not None:
        return None
    if any(year in pair.claim.text for year in _YEAR.findall(text, found.start(), min(last, found.end() + _LONG_DAY))):
        return None  # of the claim's own year, at its end
    place = Span.cut(text, *found.span())
    return Apart(Facet.WHEN, f"an interim count: “{place.text}”, in the source only", (), (place,))


_LONG_DAY = 12  # characters behind "by the end of" in which its year can stand


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


__all__ = ["grown_to", "is_interim"]
