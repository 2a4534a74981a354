"""Two figures of one sentence: which of them is the claim's?

"The library cost £4 million and the hospital £12 million" has both figures beside both nouns. Levels: *this one, or not
told*; *the other one* (the sentence falls into parts of one figure each; another part says nothing that the claim does
not say, and has a word of the claim that the figure's own part lacks, while that one speaks of something else).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.domain import Quantity
from factcheck.stance.figures.figures import same_figure
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_light
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

_JOINS = re.compile(
    r";|,(?!\d)(?: (?:and|while|but|whereas|und|während))?|\b(?:and|while|but|whereas|or|und|während)\b"
)


def told_with(pair: Pair, fitting: Quantity, rivals: Sequence[Quantity]) -> Quantity | None:
    """Return the figure that the sentence of a fitting one gives for what the claim is about, where it is another.

    `rivals`: the figures of the passage that could answer the claim's, with the fitting one.
    """
    bounds = sentence_at(pair.passage.sentences, fitting.span.start)
    here = [one for one in rivals if bounds and bounds[0] <= one.span.start < bounds[1]]
    if bounds is None or len(here) < _TWO:
        return None
    parts = _parts(pair.passage.text, here, bounds)
    told = [_words(pair, part, figure) for part, figure in zip(parts, here, strict=True)] if parts else []
    asked = {one.passage.stem for one in pair.partners if one.kind != "opposite"} | pair.claim.content_stems
    at = here.index(fitting)
    if not told or not _foreign(told[at], asked):
        return None
    own = {word.stem for word in told[at]}
    for words, figure in zip(told, here, strict=True):
        lone = [word for word in words if word.stem in asked and word.stem not in own]
        if figure is not fitting and lone and not _foreign(words, asked):
            return figure
    return None


_TWO = 2


def _parts(text: str, figures: Sequence[Quantity], bounds: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the parts of a sentence, one for each figure; none where nothing parts two of them."""
    cuts = [bounds[0]]
    for one, other in pairwise(figures):
        mark = _JOINS.search(text, one.span.end, other.span.start)
        if mark is None:
            return []
        cuts.append(mark.end())
    return list(pairwise([*cuts, bounds[1]]))


def _words(pair: Pair, part: tuple[int, int], figure: Quantity) -> list[Word]:
    """Return the words of a part that say something, without its figure."""
    span = figure.span
    return [
        word
        for word in pair.passage.content
        if part[0] <= word.start < part[1]
        and not (word.is_number or is_light(word) or span.start <= word.start < span.end)
        and word.folded != figure.noun.casefold()
    ]


def _foreign(words: Sequence[Word], asked: set[str] | frozenset[str]) -> bool:
    return any(word.stem not in asked for word in words)


def rivals_of(
    one: Quantity, comparable: Sequence[Quantity], figures: tuple[Sequence[Quantity], Sequence[Quantity]]
) -> list[Quantity]:
    """Return the figures that can be the claim's in another part of a sentence than a fitting one."""
    asked, given = figures
    return [other for other in given if other in comparable or (not one.unit and _is_bare(other, asked))]


def _is_bare(other: Quantity, asked: Sequence[Quantity]) -> bool:
    """Whether a figure does not say again what it counts: "300 branches in Portugal and 120 in Spain".

    One that the claim has, too, is of something else: an age.
    """
    bare = not (other.noun or other.unit) and other.span.text[:1].isdigit()
    return bare and not any(same_figure(one, other) for one in asked)
