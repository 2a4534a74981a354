"""What is kept of the ranked passages: each origin once, neighbours as one, few passages a source, the best of all.

A page stands for what a feed sums it up with, whichever ranks first.

Every passage gets the step that left it out, so that a search can be counted and asked why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from factcheck.domain import FEED_SUMMARY, Passage, Source, Step
from factcheck.matching.ranking import Scored
from factcheck.text.sentences import split_sentences

MOST_PER_SOURCE = 2
"""Candidates kept of one source: two may answer different halves of a claim; more only push other sources out."""
NEAR = 4
"""Code points between two passages that follow one another: a blank line, in any of the ways it is written."""
SAME_WORDS = 0.8
"""Share of the words of the shorter sentence that the other has, where they are two forms of one: figures, names and
negations aside. Source: our own choice; a sentence of ten words may have one word changed."""
FEWEST_WORDS = 4
"""Words of the shorter one: fewer are alike by chance."""
NEGATIONS = frozenset(["not", "no", "never", "without", "cannot", "nicht", "kein", "keine", "keinen", "nie", "ohne"])
_MARKS = ".,;:!?()[]\"'“”„‘’«»"
LONGEST_JOINED = 500
"""Code points of a candidate made of neighbours: two or three short paragraphs of news, which carry one thought.

Source: the seed, 2026-11. Of what bears on a claim .85 is kept, .80 unjoined; at 700 and more a quotation was judged as
one with the name of another speaker two paragraphs on.
"""


@dataclass(slots=True, eq=False)
class Group:
    """One origin: its leading source, whose best passage ranks first, and the other sources that carry the text."""

    leader: Source
    kept: list[Kept] = field(default_factory=list)
    carriers: dict[str, Source] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Kept:
    """What becomes one candidate: its best passage, and with it the neighbours that are joined to it."""

    best: Scored
    group: Group
    members: list[Scored]


@dataclass(frozen=True, slots=True)
class Sifted:
    """What was kept, best first; of each passage, by its place in the index, the step and which one stands for it."""

    ranked: Sequence[Scored]
    kept: list[Kept]
    steps: dict[int, Step]
    instead: dict[int, int]


def sift(
    ranked: Sequence[Scored],
    *,
    keep: int,
    floor: float,
    each: int = MOST_PER_SOURCE,
    alone: frozenset[int] = frozenset(),
) -> Sifted:
    """Sift what was ranked, best first; `each`: candidates kept of one source; `alone`: places that are not joined."""
    groups: dict[str, Group] = {}
    found: dict[str, list[str]] = defaultdict(list)
    whole = {_origin(one) for one in ranked if not _is_summary(one) and one.score >= floor}
    for scored in ranked:
        found[scored.hit.source.id].append(scored.hit.passage.text)
    kept: list[Kept] = []
    stands: dict[int, Kept] = {}
    steps: dict[int, Step] = {}
    for scored in sorted(ranked, key=lambda one: _is_summary(one) and _origin(one) in whole):
        step, by = (Step.LOW, None) if scored.score < floor else _place(scored, groups, found, each, alone)
        if step is Step.KEPT and by is not None:
            kept.append(by)
        steps[scored.place] = step
        if by is not None:
            stands[scored.place] = by
    at_rank = {one.place: at for at, one in enumerate(ranked)}
    kept.sort(key=lambda one: at_rank[one.best.place])
    order = {one.best.place: at for at, one in enumerate(kept)}
    for place, by in stands.items():
        if order[by.best.place] >= keep and steps[place] in (Step.KEPT, Step.JOINED):
            steps[place] = Step.BEST
    instead = {place: order[by.best.place] for place, by in stands.items() if by.best.place != place}
    return Sifted(ranked, kept[:keep], steps, instead)


def _place(
    scored: Scored, groups: dict[str, Group], found: Mapping[str, Sequence[str]], each: int, alone: frozenset[int]
) -> tuple[Step, Kept]:
    """Return what becomes of a passage, and the one to be kept that it is, joins or gives way to.

    `found`: by the id of a source, its passages among those that are sifted.
    """
    source = scored.hit.source
    group = groups.setdefault(_origin(scored), Group(source))
    if source.id != group.leader.id:
        if source.id not in groups and not _says_otherwise(scored.hit.passage.text, found[group.leader.id]):
            group.carriers.setdefault(source.id, source)
            return Step.ORIGIN, group.kept[0]
        group = groups.setdefault(source.id, Group(source))
    for one in group.kept:
        if alone.isdisjoint((scored.place, one.best.place)) and _follows(scored.hit.passage, one):
            one.members.append(scored)
            return Step.JOINED, one
    if len(group.kept) >= each:
        return Step.SOURCE, group.kept[0]
    group.kept.append(Kept(scored, group, [scored]))
    return Step.KEPT, group.kept[-1]


def _origin(scored: Scored) -> str:
    return scored.hit.source.origin or scored.hit.source.id


def _is_summary(scored: Scored) -> bool:
    """Whether a passage is what a feed sums a page up with: where the page is found, too, that stands for it."""
    return scored.hit.passage.locator == FEED_SUMMARY


def _says_otherwise(text: str, passages: Sequence[str]) -> bool:
    """Tell whether a sentence says in the words of one of the passages another figure or name, or denies it.

    A dispatch and its correction, or pages of one kind, share most of their text, and are one origin by it.
    """
    theirs = [one for passage in passages for one in _sentences(passage)]
    return any(_differ(one, other) for one in _sentences(text) for other in theirs)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence, folded: those that tell two forms of one sentence apart, and all others."""

    words: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]
    negations: frozenset[str]


def _differ(one: _Sentence, other: _Sentence) -> bool:
    shorter = min(len(one.words), len(other.words))
    if shorter < FEWEST_WORDS or len(one.words & other.words) < SAME_WORDS * shorter:
        return False
    replaced = any(a - b and b - a for a, b in ((one.figures, other.figures), (one.names, other.names)))
    return replaced or one.negations != other.negations


@lru_cache(256)
def _sentences(text: str) -> tuple[_Sentence, ...]:
    return tuple(_sentence(text[start:end]) for start, end in split_sentences(text))


def _sentence(text: str) -> _Sentence:
    spelt = [token.strip(_MARKS) for token in text.split()]
    figures = frozenset(token for token in spelt if any(map(str.isdigit, token)))
    names = frozenset(token.casefold() for token in spelt[1:] if token[:1].isupper())
    words = frozenset(token.casefold() for token in spelt if token) - figures - names
    return _Sentence(words - NEGATIONS, figures, names, words & NEGATIONS)


def _follows(passage: Passage, kept: Kept) -> bool:
    start = min(one.hit.passage.start for one in kept.members)
    end = max(one.hit.passage.end for one in kept.members)
    near = 0 <= start - passage.end <= NEAR or 0 <= passage.start - end <= NEAR
    return near and max(end, passage.end) - min(start, passage.start) <= LONGEST_JOINED
