"""Ranks: the longest, the second longest, or one of the longest?

Levels: *the same, or not told*; *another rank* ("the longest bridge" beside "the second longest bridge": a conflict);
*one of several* (the claim says "the longest", the source "one of the longest": it does not bear the claim out).
Not compared where the source ranks it in something else ("in Europe") than the claim does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.shared import unshared_names
from factcheck.stance.reading.lexicon import synonyms
from factcheck.stance.reading.pair import Pair
from factcheck.text.words import fold, stem

DIFFERS_STRENGTH = 0.65
LEAST_TOPIC = 0.5
"""Share of the claim's other words that must be answered, as for figures."""
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_RANKED = re.compile(
    r"\b(?:(?P<some>(?:one of|some of|among|eine[rs]? der) (?:the |its |his |her |their |our )?)|"
    rf"(?P<ordinal>{'|'.join(_ORDINALS)})[ -])?"
    r"(?P<word>best|worst|(?:most|least)(?= [a-z]+)(?! of\b)|[a-z]{2,}est(?!s)|"
    r"(?:zweit|dritt|viert|fünft)?(?:größt|kleinst|höchst|längst|ältest|jüngst|stärkst|teuerst|reichst)e[nrsm]?)\b",
    re.IGNORECASE,
)
_NO_RANKS = frozenset(
    """interest request protest forest west guest rest arrest priest honest modest harvest invest contest conquest
    suggest digest northwest southwest latest attest manifest unrest interest bequest inquest disinterest crest chest
    quest zest pest test detest midwest budapest ernest""".split()  # noqa: SIM905
)
_GERMAN = ("zweit", "dritt", "viert", "fünft")
_WITHIN = re.compile(r"(?: [\w’'-]+){0,4}? (?:in|of|on|im|der|in der) (?:the )?(?P<name>[A-ZÄÖÜ][\w’'-]+)")


class _Rank(NamedTuple):
    """The place in an order: 1 for the first, 0 for one of several; `word`: the stem of what is ranked by."""

    place: int
    word: str
    span: Span


def compare_ranks(pair: Pair) -> Iterator[Reason]:
    """Yield a reason for each rank of the claim that the stretch gives another of, and not the same."""
    ours = _ranks_in(pair.claim.text, 0, len(pair.claim.text))
    if not ours or pair.topic < LEAST_TOPIC:
        return
    theirs = _ranks_in(pair.passage.text, pair.start, pair.end)
    for one in ours:
        others = [other for other in theirs if other.word == one.word or synonyms(other.word, one.word)]
        if not one.place or not others or any(other.place == one.place for other in others):
            continue
        apart = all(other.place for other in others) and not (unshared_names(pair) or _in_another(pair, others[0]))
        yield Reason(
            comparator="ranks",
            facet=Facet.WHAT,
            polarity=Polarity.OPPOSES if apart else Polarity.CONTEXT,
            strength=DIFFERS_STRENGTH,
            message=f"differs: {one.span.text} / {others[0].span.text}",
            claim_spans=(one.span,),
            passage_spans=(others[0].span,),
        )


@lru_cache(256)
def _ranks_in(text: str, start: int, end: int) -> tuple[_Rank, ...]:
    return tuple(
        _rank(found) for found in _RANKED.finditer(text, start, end) if found["word"].casefold() not in _NO_RANKS
    )


def _rank(found: re.Match[str]) -> _Rank:
    word = found["word"].casefold()
    place = _ORDINALS.index(found["ordinal"].casefold()) + 2 if found["ordinal"] else 0 if found["some"] else 1
    german = next((one for one in _GERMAN if word.startswith(one)), "")
    if german:
        place, word = _GERMAN.index(german) + 2, word.removeprefix(german)
    return _Rank(place, stem(fold(word)), Span(found.start(), found.end(), found[0]))


def _in_another(pair: Pair, rank: _Rank) -> bool:
    """Whether the source says behind a rank what it is of, and the claim does not name that: "in Europe"."""
    found = _WITHIN.match(pair.passage.text, rank.span.end)
    return found is not None and stem(fold(found["name"])) not in pair.claim.stems
