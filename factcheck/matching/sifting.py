"""What is kept of the ranked passages: each origin once, each wording once, neighbours as one, few a source, the best.

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
FEWEST_REPEATED = 9
"""Words that two sources have in common by more than chance: the passages are one wording, and its sources carry it.
Source: nine words in a row are what this house takes for copied (`CONTRIBUTING.md`)."""
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
    """What becomes one candidate: its best passage, and with it the neighbours that are joined to it.

    `repeated`: other sources that have the very words of one of these.
    """

    best: Scored
    group: Group
    members: list[Scored]
    repeated: dict[str, Source] = field(default_factory=dict)

    @property
    def carriers(self) -> Mapping[str, Source]:
        """The other sources (by id) that carry it: all of the text, or these words."""
        return self.group.carriers | {name: one for name, one in self.repeated.items() if name != self.group.leader.id}


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
    found: dict[str, list[str]] = defaultdict(list)
    whole = {_origin(one) for one in ranked if not _is_summary(one) and one.score >= floor}
    for scored in ranked:
        found[scored.hit.source.id].append(scored.hit.passage.text)
    placed, kept = _Placed(found), list[Kept]()
    stands: dict[int, Kept] = {}
    steps: dict[int, Step] = {}
    for scored in sorted(ranked, key=lambda one: _is_summary(one) and _origin(one) in whole):
        step, by = (Step.LOW, None) if scored.score < floor else _place(scored, placed, each, alone)
        if step is Step.KEPT and by is not None:
            kept.append(by)
        steps[scored.place] = step
        if by is not None:
            stands[scored.place] = by
            placed.said.setdefault(_plain(scored.hit.passage.text), by)
    at_rank = {one.place: at for at, one in enumerate(ranked)}
    kept.sort(key=lambda one: at_rank[one.best.place])
    order = {one.best.place: at for at, one in enumerate(kept)}
    for place, by in stands.items():
        steps[place] = _settled(steps[place], by, order, keep)
    instead = {
        place: order[by.best.place]
        for place, by in stands.items()
        if by.best.place != place and steps[place] is not Step.BEST
    }
    return Sifted(ranked, kept[:keep], steps, instead)


def _settled(step: Step, by: Kept, order: Mapping[int, int], keep: int) -> Step:
    """Return the step that left a passage out, once it is known which ones were kept: `by` was to stand for it.

    Where not all that its source was to keep are among the best, it ranks below the best itself.
    """
    held_by = by.group.kept if step is Step.SOURCE else [by]
    gone = any(order[one.best.place] >= keep for one in held_by)
    return Step.BEST if gone and step in (Step.KEPT, Step.JOINED, Step.SOURCE) else step


@dataclass(frozen=True, slots=True)
class _Placed:
    """What was placed so far, by origin, and by its words; `found`: by the id of a source, its passages."""

    found: Mapping[str, Sequence[str]]
    groups: dict[str, Group] = field(default_factory=dict)
    said: dict[str, Kept] = field(default_factory=dict)


def _place(scored: Scored, placed: _Placed, each: int, alone: frozenset[int]) -> tuple[Step, Kept]:
    """Return what becomes of a passage, and the one to be kept that it is, joins or gives way to."""
    source, groups = scored.hit.source, placed.groups
    twin = _twin(scored, placed.said)
    group = groups.get(_origin(scored))
    if group is not None and source.id != group.leader.id:
        if source.id not in groups and not _says_otherwise(scored.hit.passage.text, placed.found[group.leader.id]):
            group.carriers.setdefault(source.id, source)
            return Step.ORIGIN, group.kept[0]
        group = groups.get(source.id)
    if twin is not None:
        twin.repeated.setdefault(source.id, source)
        return Step.WORDS, twin
    if group is None:
        name = source.id if _origin(scored) in groups else _origin(scored)
        group = groups[name] = Group(source)
    for one in group.kept:
        if alone.isdisjoint((scored.place, one.best.place)) and _follows(scored.hit.passage, one):
            one.members.append(scored)
            return Step.JOINED, one
    if len(group.kept) >= each:
        return Step.SOURCE, group.kept[0]
    group.kept.append(Kept(scored, group, [scored]))
    return Step.KEPT, group.kept[-1]


def _twin(scored: Scored, said: Mapping[str, Kept]) -> Kept | None:
    """Return what has the very words of a passage: in its source, or, where it is no short phrase, in another."""
    words = _plain(scored.hit.passage.text)
    twin = said.get(words)
    if twin is None or twin.best.hit.source.id == scored.hit.source.id:
        return twin
    return twin if len(words.split()) >= FEWEST_REPEATED else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


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
