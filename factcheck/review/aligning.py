"""Which sentence of an earlier revision is which of the new one: the same, moved, changed, gone, or not to be told.

White space and typographic quotation marks do not count as a change; everything else does. Words that stand in several
places are never guessed at: a sentence is recognised among its like only by order and by its neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

LIKE = 0.5
"""From this share of common words on, a sentence may be another one, changed. Ours, not measured."""

LIKE_ELSEWHERE = 0.8
"""From this share on, one that stands elsewhere may be it, moved and changed: there its place tells nothing. Ours."""

MARGIN = 0.1
"""By so much the likest must be liker than the next; else it cannot be told. Ours, as above."""

_MARKS = dict.fromkeys("“”„«»‟", '"') | dict.fromkeys("‘’‚‹›‛", "'")


@dataclass(frozen=True, slots=True)
class Form:
    """A text as it is compared, with the place of each of its characters in the text itself."""

    text: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What became of each old item (by position): `same` and `changed` lead to a new one; the others to none.

    `moved`: those of `same` that stand in another order. `orphans`: it cannot be told which new one it is.
    """

    same: Mapping[int, int]
    changed: Mapping[int, int]
    moved: frozenset[int]
    orphans: frozenset[int]


def form_of(text: str) -> Form:
    """Return a text as it is compared: one blank for any white space, plain quotation marks."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isspace() and (not letters or letters[-1] == " "):
            continue
        letters.append(" " if letter.isspace() else _MARKS.get(letter, letter))
        places.append(place)
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return Form("".join(letters), tuple(places))


def align(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Align the sentences of two revisions."""
    before, after = [form_of(text).text for text in old], [form_of(text).text for text in new]
    in_order = dict(_in_order(before, after))
    same: dict[int, int] = {}
    orphans: set[int] = set()
    for form in dict.fromkeys(before):
        here, there = _places(before, form), _places(after, form)
        found = dict(_recognised(before, after, here, there, in_order))
        same |= found
        left = set(there) - set(found.values())
        orphans |= set(here) - set(found) if there and (left or not found) else set()
    anchors = {i: j for i, j in in_order.items() if same.get(i) == j}
    changed, unsure = _changed(before, after, same, orphans, anchors)
    elsewhere, unclear = _elsewhere(before, after, same, changed, orphans | unsure)
    changed, unsure = changed | elsewhere, unsure | unclear
    moved = frozenset(i for i in same if i not in anchors)
    return Alignment(same=same, changed=changed, moved=moved, orphans=frozenset(orphans | unsure))


def pair_changed(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Align claims of a sentence that was changed: those with the same words, those alone, and those most alike."""
    before, after = [form_of(text).text for text in old], [form_of(text).text for text in new]
    same = {i: after.index(form) for i, form in enumerate(before) if before.count(form) == after.count(form) == 1}
    left, free = _rest(len(before), same), _rest(len(after), same.values())
    if len(left) == len(free) == 1:
        return Alignment(same=same, changed={left[0]: free[0]}, moved=frozenset(), orphans=frozenset())
    changed, orphans = _likest(before, after, left, free)
    return Alignment(same=same, changed=changed, moved=frozenset(), orphans=frozenset(orphans))


def _in_order(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _recognised(
    before: Sequence[str],
    after: Sequence[str],
    here: Sequence[int],
    there: Sequence[int],
    in_order: Mapping[int, int],
) -> Iterator[tuple[int, int]]:
    """Yield which of several like sentences is which: all in order, or by the neighbours that only they have."""
    pairs = list(zip(here, there, strict=False))
    if len(here) == len(there) and (len(here) == 1 or all(in_order.get(i) == j for i, j in pairs)):
        yield from pairs
        return
    ours = {i: _neighbours(before, i) for i in here}
    theirs = {j: _neighbours(after, j) for j in there}
    for i, around in ours.items():
        fitting = [j for j, other in theirs.items() if other == around]
        if len(fitting) == 1 and list(ours.values()).count(around) == 1:
            yield i, fitting[0]


def _neighbours(forms: Sequence[str], place: int) -> tuple[str, str]:
    return forms[place - 1] if place else "", forms[place + 1] if place + 1 < len(forms) else ""


def _changed(
    before: Sequence[str],
    after: Sequence[str],
    same: Mapping[int, int],
    orphans: Iterable[int],
    anchors: Mapping[int, int],
) -> tuple[dict[int, int], set[int]]:
    """Pair what is left between the same two anchors."""
    taken = {*same, *orphans}
    left = [i for i in range(len(before)) if i not in taken]
    free = [j for j in range(len(after)) if j not in set(same.values())]
    gaps: dict[int, tuple[list[int], list[int]]] = {}
    for i in left:
        gaps.setdefault(max((a for a in anchors if a < i), default=-1), ([], []))[0].append(i)
    starts = {new: old for old, new in anchors.items()}
    for j in free:
        last = max((a for a in starts if a < j), default=-1)
        gaps.setdefault(starts.get(last, -1), ([], []))[1].append(j)
    changed: dict[int, int] = {}
    unsure: set[int] = set()
    for ours, theirs in gaps.values():
        pairs, doubtful = _likest(before, after, ours, theirs)
        changed |= pairs
        unsure |= doubtful
    return changed, unsure


def _elsewhere(
    before: Sequence[str],
    after: Sequence[str],
    same: Mapping[int, int],
    changed: Mapping[int, int],
    unsure: Iterable[int],
) -> tuple[dict[int, int], set[int]]:
    """Pair what moved and was changed; what is as like as another one is to what that became cannot be told."""
    left = _rest(len(before), {*same, *changed, *unsure})
    free = _rest(len(after), {*same.values(), *changed.values()})
    pairs, doubtful = _likest(before, after, left, free, like=LIKE_ELSEWHERE)
    taken = {j: _likeness(before[i], after[j]) for i, j in changed.items()}
    rivals = _scores(before, after, [i for i in left if i not in pairs], list(taken))
    close = {i for (i, j), score in rivals.items() if score >= LIKE_ELSEWHERE and score > taken[j] - MARGIN}
    return pairs, doubtful | close


def _likest(
    before: Sequence[str], after: Sequence[str], left: Sequence[int], free: Sequence[int], *, like: float = LIKE
) -> tuple[dict[int, int], set[int]]:
    """Pair items that are clearly the likest of each other; return the pairs, and what is like several."""
    scores = _scores(before, after, left, free)
    changed: dict[int, int] = {}
    unsure: set[int] = set()
    for i in left:
        best = max(free, key=lambda j: scores[i, j], default=None)
        if best is None or scores[i, best] < like:
            continue
        rivals = [scores[i, j] for j in free if j != best] + [scores[k, best] for k in left if k != i]
        if scores[i, best] - max(rivals, default=0.0) >= MARGIN:
            changed[i] = best
        else:
            unsure.add(i)
    return changed, unsure


def _scores(
    before: Sequence[str], after: Sequence[str], left: Iterable[int], free: Iterable[int]
) -> dict[tuple[int, int], float]:
    """Return how like each two are; 0 of those whose words alone, in any order, say that it is too little to count."""
    theirs = [(j, _told_apart(after[j])) for j in free]
    scores = {}
    for i in left:
        words = _told_apart(before[i])
        for j, others in theirs:
            most = 2 * len(words & others) / max(1, len(words) + len(others))
            scores[i, j] = _likeness(before[i], after[j]) if most >= LIKE - MARGIN else 0.0
    return scores


def _told_apart(text: str) -> frozenset[tuple[str, int]]:
    """Return the words of a text, each with how often it stood there before: what two texts share is counted once."""
    seen: Counter[str] = Counter()
    found = []
    for word in text.split():
        found.append((word, seen[word]))
        seen[word] += 1
    return frozenset(found)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _places(forms: Sequence[str], form: str) -> list[int]:
    return [place for place, other in enumerate(forms) if other == form]


def _rest(length: int, taken: Iterable[int]) -> list[int]:
    used = set(taken)
    return [place for place in range(length) if place not in used]
