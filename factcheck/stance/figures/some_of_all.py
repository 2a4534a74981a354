"""Some of all: does the source tell of a part what the claim says of the whole?

Levels: *all, or not told*; *some* ("28 of the 31 members" beside "the members", "only two schools" beside "all
schools", "some schools" in the words of the claim); *few* ("12 of the 90" beside "most of them").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.domain import Facet, Polarity, Quantity, Reason, Span
from factcheck.stance.reading.pair import Pair
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.words import fold, stem

SOME_STRENGTH, LEAST_SOME = 0.65, 0.5
_WHOLLY = frozenset(["all", "every", "alle", "samtliche", "jede", "jeder"])
_ALL = _WHOLLY | {"the", "both"}
_NUMBER_WORD = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)"
_SOME = re.compile(
    rf"\b(?i:(?:just|only) )?(?P<part>(?i:{_NUMBER_WORD})) (?:out )?of (?:the|its|their|all) (?P<whole>{_NUMBER_WORD}) "
    r"(?:[\w-]+ )??(?P<noun>[a-z]{3,}s|people|men|women)\b"
)
_ONLY_SO_MANY = re.compile(
    rf"\b(?i:only|just|nur|lediglich) (?:{_NUMBER_WORD}|a few|some|zwei|drei|vier|fünf|einige|wenige) "
    r"(?:[a-z-]+ )??(?P<noun>[A-Za-zäöüß]{3,}(?:s|n|e)|people|men|women)\b"
)
"""What says "only two schools", whatever there are in all."""
_SOME_IN_WORDS = re.compile(
    r"\b(?i:some|several|a few|einige|manche|mehrere) (?:of the )?(?:[a-zäöüß-]+ )??(?P<noun>[^\W\d_]{3,})\b"
)
"""What says "some schools": that not all did is only meant, and told where the rest is word for word the claim's."""
_MOST_OF = frozenset(["most", "majority"])
_SHARES = _MOST_OF | {"half", "many", "some", "few", "several", "third", "quarter", "none", "members", "thousands"}
"""Words before "of the" that speak of a part."""


def compare_some(pair: Pair, asked: Sequence[Quantity], *, verbatim: bool) -> Iterator[Reason]:
    """Yield a reason where the claim speaks of all ("the members") and the source of some ("28 of the 31 members").

    `verbatim`: the passage keeps nearly all of the claim's words in their order.
    """
    if min(pair.coverage, pair.topic) < LEAST_SOME:
        return
    text = pair.passage.text
    wholly = not _WHOLLY.isdisjoint(pair.claim.vocabulary)
    only = _ONLY_SO_MANY.finditer(text, pair.start, pair.end) if wholly else ()
    some = _SOME_IN_WORDS.finditer(text, pair.start, pair.end) if wholly and verbatim else ()
    for match in (*_SOME.finditer(text, pair.start, pair.end), *only, *some):
        noun = stem(fold(match["noun"]))
        place = next((at for at, word in enumerate(pair.claim.words) if word.stem == noun), None)
        all_of_them = _ALL if match.re is _SOME else _WHOLLY
        if (
            place is None
            or any(one.noun and stem(fold(one.noun)) == noun and not _is_whole(one, match) for one in asked)
            or not any(word.folded in all_of_them for word in pair.claim.words[max(0, place - 2) : place])
        ):
            continue
        share = pair.claim.words[place - 3].folded if place > _OF_THE and _is_of_the(pair, place) else ""
        if share in _SHARES and not (share in _MOST_OF and _is_less_than_half(match)):
            continue
        word = pair.claim.words[place]
        whole = f"{share} of the" if share else "all"
        yield Reason(
            comparator="numbers",
            facet=Facet.HOW_MANY,
            polarity=Polarity.OPPOSES,
            strength=SOME_STRENGTH,
            message=f"the claim speaks of {whole} {word.text}; the source says {match[0]}",
            claim_spans=(Span(word.start, word.end, word.text),),
            passage_spans=(Span(match.start(), match.end(), match[0]),),
        )
        return


_OF_THE = 2  # words between a share and what it is of


def _is_of_the(pair: Pair, place: int) -> bool:
    return [word.folded for word in pair.claim.words[place - _OF_THE : place]] == ["of", "the"]


def _is_less_than_half(some: re.Match[str]) -> bool:
    """Whether a passage tells of fewer than half of all: "12 of the 90"; of "only 12" nobody knows."""
    if some.re is not _SOME:
        return False
    part, whole = (find_quantities(f"{some[name]} pieces")[:1] for name in ("part", "whole"))
    return bool(part and whole) and 2 * part[0].low < whole[0].low


def _is_whole(one: Quantity, some: re.Match[str]) -> bool:
    """Whether a figure of the claim is how many there are in all, of which the passage tells of some: "all five"."""
    if some.re is not _SOME:
        return False
    parts = [find_quantities(f"{some[name]} {one.noun}")[:1] for name in ("part", "whole")]
    values = [found[0].low for found in parts if found]
    return len(values) == len(parts) and values[0] < values[1] == one.low
