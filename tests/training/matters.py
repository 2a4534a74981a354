"""What the labels of FNC-1 tell of each headline and each body by itself.

A headline and a body either affirm the matter they share, deny it, or leave it open, and the label of the pair follows:
*discuss* where one leaves it open, else *agree* where both are on one side, and *disagree* where they are not. All
13,427 related pairs of the train part are so (2026-12). Read backwards, the labels say who leaves a matter open and who
stands against whom; which of two sides is the denying one is guessed from its words, and bettered by what was fitted.

So 1,648 headlines and 1,669 bodies are learned from, not their pairings, of which a body that has fifty headlines gives
fifty.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.domain import Stance

Text = tuple[str, str]
"""CLAIM or ARTICLE, and the words."""
State = tuple[float, float, float]
"""How likely a text affirms the matter, denies it, leaves it open."""
CLAIM, ARTICLE = "claim", "article"
AFFIRMS, DENIES, OPEN = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
UNKNOWN: State = (0.15, 0.05, 0.8)
"""At first, of a text whose every partner may leave the matter open; most of these do."""
ONE_SIDED = 0.5
"""Share of the headlines with a word of denial from which a group that is of one side denies."""
MARGIN = 2.0
"""By how much (natural logarithm) a group of one side has to be likelier on the other to be moved there."""
ROUNDS = 3
LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Matters:
    """What follows from the labels alone.

    `groups`: texts that stand for or against each other, each with its side, 0 or 1; `open`: texts that leave it open;
    `unknown`: texts of which the labels do not tell; `partners`: of each text.
    """

    groups: tuple[Mapping[Text, int], ...]
    open: frozenset[Text]
    unknown: tuple[Text, ...]
    partners: Mapping[Text, Sequence[Text]]


def matters_of(pairs: Iterable[tuple[str, str, Stance]]) -> Matters:
    """Return what the labels of related pairs (claim, article, stance) tell."""
    partners: dict[Text, list[Text]] = defaultdict(list)
    against: dict[Text, list[tuple[Text, int]]] = defaultdict(list)
    for claim, article, stance in pairs:
        for one, other in (((CLAIM, claim), (ARTICLE, article)), ((ARTICLE, article), (CLAIM, claim))):
            partners[one].append(other)
            if stance is not Stance.RELATED:
                against[one].append((other, int(stance is Stance.CONFLICTS)))
    silent = [one for one in sorted(partners) if one not in against]
    is_open = {one for one in silent if any(other in against for other in partners[one])}
    return Matters(
        groups=tuple(_groups(against)),
        open=frozenset(is_open),
        unknown=tuple(one for one in silent if one not in is_open),
        partners=partners,
    )


def _groups(against: Mapping[Text, Sequence[tuple[Text, int]]]) -> Iterable[Mapping[Text, int]]:
    placed: set[Text] = set()
    for first in sorted(against):
        if first in placed:
            continue
        group, waiting = {first: 0}, [first]
        while waiting:
            one = waiting.pop()
            for other, differs in against[one]:
                if other not in group:
                    group[other] = group[one] ^ differs
                    waiting.append(other)
        placed |= set(group)
        yield group


def guessed(matters: Matters, denying: Mapping[Text, float]) -> dict[Text, State]:
    """Return a first guess; `denying`: how many words of doubt and denial a text has."""
    states: dict[Text, State] = dict.fromkeys(matters.open, OPEN)
    states |= dict.fromkeys(matters.unknown, UNKNOWN)
    for group in matters.groups:
        means = [_mean([denying[one] for one, at in group.items() if at == side]) for side in (0, 1)]
        if set(group.values()) == {0, 1}:
            side = int(means[1] >= means[0])
        else:
            heads = [float(denying[one] > 0) for one in group if one[0] == CLAIM]
            only = next(iter(group.values()))
            side = only if _mean(heads) >= ONE_SIDED else 1 - only
        states |= {one: DENIES if at == side else AFFIRMS for one, at in group.items()}
    return states


def bettered(
    matters: Matters, states: Mapping[Text, State], likely: Mapping[Text, Sequence[float]]
) -> dict[Text, State]:
    """Return the states in the light of how likely each is by what was fitted to them."""
    found = dict(states)
    for group in matters.groups:
        margin = 0.0 if len(set(group.values())) > 1 else MARGIN
        turned = {one: (states[one][1], states[one][0], states[one][2]) for one in group}
        gain = math.fsum(_log(likely[one], turned[one]) - _log(likely[one], states[one]) for one in group)
        if gain > margin:
            found |= turned
    for _ in range(ROUNDS):  # one text of a pair leaves it open: the likelier the one, the less is known of the other
        found |= {one: _by_partners(one, matters, found, likely[one]) for one in matters.unknown}
    return found


def _by_partners(one: Text, matters: Matters, states: Mapping[Text, State], likely: Sequence[float]) -> State:
    left_open = math.log(likely[2] + LEAST)
    taken = math.log(1.0 - likely[2] + LEAST) + math.fsum(
        math.log(states[other][2] + 1e-3) for other in matters.partners[one]
    )
    is_open = 1.0 / (1.0 + math.exp(max(-30.0, min(30.0, taken - left_open))))
    both = likely[0] + likely[1]
    return ((1.0 - is_open) * likely[0] / both, (1.0 - is_open) * likely[1] / both, is_open)


def _log(likely: Sequence[float], state: State) -> float:
    return sum(math.log(one + LEAST) * share for one, share in zip(likely, state, strict=True))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / (len(values) or 1)
