"""How many claims of each kind a list has: by state, by verdict, and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.domain import ASSERTED, BY_KEY, ClaimSummary, Rating, ReviewState
from factcheck.reports.gates import Gate, objects
from factcheck.reports.marks import Marked, is_bypassed, is_self_signed, is_unjudged, is_waived, marked, waits_for_words
from factcheck.review.scale import label_of

UNJUDGED = "no verdict"
WAIVED = "waived"
"""What stands in place of a verdict where there is none, or none is needed."""

ALWAYS_TOLD = frozenset({ReviewState.EXTRACTED, ReviewState.PROPOSED, ReviewState.SIGNED, ReviewState.STALE})
"""The states whose claims are counted in words also where there are none."""

STAGES = (
    ReviewState.ASSIGNED,
    ReviewState.IN_REVIEW,
    ReviewState.RETURNED,
    ReviewState.DISPUTED,
    ReviewState.WAIVED,
    ReviewState.CUT,
)
"""The states that a list names: of the others verdict and signature tell."""
SIGNED = frozenset({ReviewState.SIGNED, ReviewState.STALE})
"""States of a claim whose sign-off is counted, also where something changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many claims there are of each kind that a checker asks about. `self_signed`: which its checker signed.

    `states`: how many are in each review state where there are some: they add up to `claims`. `open`: which the gate
    of that name objects to; `unjudged`: all that have no verdict and are not waived, also what is to leave the text.

    `bypassed`: which were signed past the rules; `keyed`: sign-offs, stale ones too, that were signed with a key;
    `closed`: which an editor decided to publish open or hedged; `wordings`: for which another wording is open, or
    decided and not in the text; `stages`: how many are in each of the other states, where some are; `waived`: how many
    need no verdict, in whatever state, `waived_signed`: which a reviewer ticked.
    """

    claims: int
    open: int
    proposed: int
    signed: int
    self_signed: int
    stale: int
    conflicting: int
    bypassed: int = 0
    keyed: int = 0
    closed: int = 0
    wordings: int = 0
    stages: Mapping[str, int] = field(default_factory=dict)
    unjudged: int = 0
    waived: int = 0
    waived_signed: int = 0
    states: Mapping[str, int] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        """How sure it is that the sign-offs are those of the people they name."""
        return identity_of(self.signed + self.stale, self.keyed)

    @property
    def signed_in_words(self) -> str:
        """How many are signed, and how many of these as waived, by their checker or past the rules."""
        told = (
            (self.waived_signed, "as waived"),
            (self.self_signed, "self-signed"),
            (self.bypassed, "by a bypass"),
        )
        how = ", ".join(f"{number} {word}" for number, word in told if number)
        return f"{self.signed} signed" + (f" ({how})" if how else "")

    @property
    def told_states(self) -> Mapping[str, int]:
        """How many claims are in each state that is told, in the order of the workflow; they add up to `claims`."""
        numbers = {state: self.states.get(state, 0) for state in ReviewState}
        return {str(state): number for state, number in numbers.items() if number or state in ALWAYS_TOLD}

    @property
    def states_in_words(self) -> str:
        """How many claims are in each state, which adds up to all of them; then what is told of them beside that.

        A state that not every workspace has is named only where there are some.
        """
        told = [
            self.signed_in_words if state == ReviewState.SIGNED else f"{number} {state.replace('-', ' ')}"
            for state, number in self.told_states.items()
        ]
        beside = [
            f"{self.unjudged} without a verdict",
            *[f"{self.closed} published open or hedged"] * bool(self.closed),
            *[f"{self.wordings} whose words are to change"] * bool(self.wordings),
        ]
        return f"{', '.join(told)}; {', '.join(beside)}"


def identity_of(signed: int, keyed: int) -> str:
    """Return how sure it is that sign-offs, of which some were made with a key, are those of the people they name."""
    if not keyed:
        return ASSERTED
    return f"{ASSERTED} in {signed - keyed} of {signed} sign-offs" if signed > keyed else BY_KEY


def count(rows: Iterable[ClaimSummary]) -> Counts:
    """Count the rows by kind, in one pass."""
    claims = self_signed = bypassed = keyed = closed = wordings = unjudged = waived = waived_signed = 0
    states: Counter[ReviewState] = Counter()
    failed: Counter[Gate] = Counter()
    alike: dict[Marked, ClaimSummary] = {}
    numbers: Counter[Marked] = Counter()
    for row in rows:
        kind = marked(row)
        numbers[kind] += 1
        alike[kind] = row
    for kind, number in numbers.items():
        row = alike[kind]
        claims += number
        states[row.review_state] += number
        self_signed += number * is_self_signed(row)
        bypassed += number * is_bypassed(row)
        closed += number * row.is_published
        wordings += number * waits_for_words(row)
        unjudged += number * is_unjudged(row)
        waived += number * is_waived(row)
        waived_signed += number * (is_waived(row) and row.review_state == ReviewState.SIGNED)
        keyed += number * (bool(row.signed_with) and row.review_state in SIGNED)
        failed[Gate.OPEN] += number * objects(row, Gate.OPEN)
        failed[Gate.CONFLICTING] += number * objects(row, Gate.CONFLICTING)
    return Counts(
        claims=claims,
        open=failed[Gate.OPEN],
        proposed=states[ReviewState.PROPOSED],
        signed=states[ReviewState.SIGNED],
        self_signed=self_signed,
        stale=states[ReviewState.STALE],
        conflicting=failed[Gate.CONFLICTING],
        bypassed=bypassed,
        keyed=keyed,
        closed=closed,
        wordings=wordings,
        stages={state: states[state] for state in STAGES if states[state]},
        unjudged=unjudged,
        waived=waived,
        waived_signed=waived_signed,
        states={str(state): states[state] for state in ReviewState if states[state]},
    )


def verdict_counts(rows: Iterable[ClaimSummary], ratings: Sequence[Rating]) -> Mapping[str, int]:
    """Count claims by what they came to, what is signed apart from what is not; the numbers add up to all of them.

    In the order of the scale, what ratings of an older scale were called; then what is waived, and what has no verdict.
    Only what there is some of.
    """
    labels = {rating.id: rating.label for rating in ratings}
    counts = Counter((verdict_in_words(row, labels), row.review_state == ReviewState.SIGNED) for row in rows)
    last = (WAIVED, UNJUDGED)
    older = sorted({word for word, _ in counts} - set(labels.values()) - set(last))
    told: Counter[str] = Counter()
    for word in dict.fromkeys((*labels.values(), *older, *last)):
        for signed, how in ((True, "signed"), (False, "unsigned")):
            told[word if word == UNJUDGED else f"{word} ({how})"] += counts[word, signed]
    return {word: number for word, number in told.items() if number}


def verdict_in_words(row: ClaimSummary, labels: Mapping[str, str]) -> str:
    """Return the verdict on a claim as people call it (`labels`: of ratings, by id), or that it has or needs none."""
    if row.rating:
        return label_of(row, labels)
    return WAIVED if is_waived(row) else UNJUDGED
