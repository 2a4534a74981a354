"""How many claims of each kind a list has, what it leaves out, its marks, and what a publishing gate objects to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.domain import (
    ASSERTED,
    BY_KEY,
    ArticleSummary,
    ClaimSummary,
    Rating,
    ReviewState,
    SourceState,
    WordingState,
)
from factcheck.errors import InputError
from factcheck.review.rated import is_rated_otherwise
from factcheck.review.scale import label_of

NO_VERDICT = "none"
"""The word for claims without a verdict, where a filter asks for a rating."""
UNJUDGED = "no verdict"
WAIVED = "waived"
"""What stands in place of a verdict where there is none, or none is needed."""


SELF_SIGNED = "s"
BYPASSED = "b"
PUBLISHED = "o"
MARKS: Mapping[ReviewState, tuple[str, str]] = {
    ReviewState.SIGNED: ("*", "signed"),
    ReviewState.STALE: ("~", "stale"),
    ReviewState.IN_REVIEW: (">", "in review"),
    ReviewState.RETURNED: ("<", "returned"),
    ReviewState.DISPUTED: ("?", "disputed"),
    ReviewState.WAIVED: ("w", "waived"),
    ReviewState.CUT: ("x", "to be cut"),
}
"""The mark of a review state in lists, and what it means; the others have none."""

NO_MARK = (" ", "")

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
_NEED_NO_VERDICT = frozenset({ReviewState.WAIVED, ReviewState.SIGNED, ReviewState.CUT})
"""States in which a claim without a verdict is not open: it was waived, or is to leave the text."""


class Gate(StrEnum):
    """What must not be left when an article is published.

    `open`: no verdict, and not waived; `unsigned`: no valid sign-off (a stale one is not valid); `conflicting`:
    conflicting evidence that no valid sign-off has settled; `stale`: signed, and what it bound has changed since, or
    decided on in other words;
    `source`: the verdict rests on a source that was retracted, or has changed or is gone since and no valid sign-off
    was given with that in sight; `uncited`: the writer gave no source;
    `uncovered`: no origin corroborates it or conflicts with it, and no valid sign-off has settled that, or a sentence
    has neither a claim nor a reason for none (`workbench.coverage`); `wording`:
    nobody has decided on a proposed wording, or it was accepted, or its words cut, and the text is as it was;
    `against`: its verdict says that its words do not hold as they stand, they stand so in the text, and no editor
    decided that they may.
    """

    OPEN = "open"
    UNSIGNED = "unsigned"
    CONFLICTING = "conflicting"
    STALE = "stale"
    SOURCE = "source"
    UNCITED = "uncited"
    UNCOVERED = "uncovered"
    WORDING = "wording"
    AGAINST = "against"


_SETTLED_BY_EDITOR = frozenset({Gate.OPEN, Gate.UNSIGNED, Gate.WORDING, Gate.AGAINST})
"""What a claim no longer is that an editor decided to publish open or hedged."""
_WAITING_WORDS = frozenset({WordingState.OPEN, WordingState.ACCEPTED, WordingState.CUT})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What a list leaves out: claims that a person replaced or withdrew, sentences that carry no claim.

    `filtered`: claims that do not fit what was asked for; `withheld`: listed ones some of whose words may not leave,
    since they name a source that is not open.
    """

    superseded: int = 0
    withdrawn: int = 0
    sentences: int = 0
    filtered: int = 0
    withheld: int = 0

    def __str__(self) -> str:
        parts = (
            (self.superseded, "superseded"),
            (self.withdrawn, "withdrawn"),
            (self.sentences, "sentence set aside" if self.sentences == 1 else "sentences set aside"),
            (self.filtered, "claim by the filters" if self.filtered == 1 else "claims by the filters"),
        )
        told = [f"{number} {word}" for number, word in parts if number]
        return ", ".join([*told, *[withheld_in_words(self.withheld)] * bool(self.withheld)])


def withheld_in_words(claims: int) -> str:
    """Say of how many claims words were withheld."""
    return f"words of {claims} {'claim' if claims == 1 else 'claims'} that name a confidential source"


def articles_named(names: Sequence[str], articles: Iterable[ArticleSummary]) -> frozenset[str]:
    """Return the ids of the articles that people mean: the start of an id, or a part of the title or path.

    Raises:
        InputError: a name fits no article; a gate must not pass because of a typing error.
    """
    known = list(articles)
    found: set[str] = set()
    for name in names:
        wanted = name.casefold()
        fitting = {a.id for a in known if a.id.startswith(wanted)}
        fitting = fitting or {a.id for a in known if wanted in a.title.casefold() or wanted in a.path.casefold()}
        if not fitting or not wanted:
            raise InputError(f"there is no article {name!r}", hint="`factcheck claim-list` shows the articles")
        found |= fitting
    return frozenset(found)


def ratings_named(names: Sequence[str], ratings: Sequence[Rating]) -> frozenset[str]:
    """Return the ids of ratings named by id, label or letter; `none` stands for no verdict.

    Raises:
        InputError: there is no such rating.
    """
    known = {NO_VERDICT: ""}
    for rating in ratings:
        known |= {name.casefold(): rating.id for name in (rating.letter, rating.label, rating.id)}
    for name in names:
        if name.strip().casefold() not in known:
            scale = ", ".join([*(r.id for r in ratings), NO_VERDICT])
            raise InputError(f"there is no rating {name!r}", hint=f"the scale has: {scale}")
    return frozenset(known[name.strip().casefold()] for name in names)


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
        failed[Gate.OPEN] += number * _fails(row, Gate.OPEN)
        failed[Gate.CONFLICTING] += number * _fails(row, Gate.CONFLICTING)
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


Marked = tuple[str | bool | None, ...]
"""What marks and counts tell claims apart by."""


def marked(row: ClaimSummary) -> Marked:
    """Return all that the marks of a claim and the counts of a list depend on: a list of thousands has few of these."""
    return (
        row.review_state,
        row.rating,
        row.rating_label,
        row.rating_letter,
        row.wording_state,
        row.cited_source,
        row.source_state,
        row.self_signed,
        row.conflicts > 0,
        not row.bypass,
        not row.signed_with,
        not row.waived,
        not row.rated,
        row.closing != "" and row.is_published,
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


def is_waived(row: ClaimSummary) -> bool:
    """Tell whether a claim needs no verdict because a person said so, whether a reviewer signed that or not."""
    return bool(row.waived) or row.review_state == ReviewState.WAIVED


def is_unjudged(row: ClaimSummary) -> bool:
    """Tell whether a claim has no verdict and is not waived, whatever state it is in."""
    return not row.rating and not is_waived(row)


def is_waived_beside(row: ClaimSummary) -> bool:
    """Tell whether a claim is waived and its state does not say so: the mark `w` behind that of its state."""
    return bool(row.waived) and row.review_state != ReviewState.WAIVED


def failing(
    rows: Iterable[ClaimSummary],
    gates: Iterable[Gate],
    uncounted: Container[str] = (),
    *,
    short: frozenset[str] = frozenset(),
) -> Mapping[Gate, int]:
    """Return how many rows each gate objects to; gates that nothing fails are left out.

    What an editor decided to publish open or hedged is neither open nor unsigned; it is told beside the gate.
    `uncounted`: the claims (ids) whose sign-off, or editor's decision, counts for nothing here; `short`: see
    `stands_against`.
    """
    counted = dict.fromkeys(gates, 0)
    for row in rows:
        for gate in counted:
            void = row.id in uncounted
            settled = gate in _SETTLED_BY_EDITOR and row.is_published and not void
            fails = stands_against(row, short) if gate is Gate.AGAINST else _fails(row, gate, void=void)
            counted[gate] += fails and not settled
    return {gate: number for gate, number in counted.items() if number}


def is_self_signed(row: ClaimSummary) -> bool:
    """Tell whether the valid sign-off of a claim is its checker's own."""
    return row.self_signed and row.review_state == ReviewState.SIGNED


def is_bypassed(row: ClaimSummary) -> bool:
    """Tell whether the valid sign-off of a claim passed over the rules of the workflow."""
    return bool(row.bypass) and row.review_state == ReviewState.SIGNED


def signature_mark(row: ClaimSummary) -> str:
    """The mark of a sign-off on every list: signed by another, by the checker, past the rules, or how far it came."""
    if row.is_published:
        return PUBLISHED
    if is_bypassed(row):
        return BYPASSED
    return SELF_SIGNED if is_self_signed(row) else MARKS.get(row.review_state, NO_MARK)[0]


def is_conflicting(row: ClaimSummary) -> bool:
    """Tell whether evidence conflicts with a claim and no valid sign-off has settled it: the mark `!` on every list."""
    return row.conflicts > 0 and row.review_state != ReviewState.SIGNED


def stands_against(row: ClaimSummary, short: frozenset[str]) -> bool:
    """Tell whether words stand in the text of which the verdict says that they do not hold as they stand.

    Not where the text has other words since, articles and the like aside, nor where an editor let them stand. `short`:
    the ratings (ids) of the scale that say so, for verdicts of which an earlier program did not keep what they meant.
    """
    says_so = row.falls_short if row.rating_label else row.rating in short
    return says_so and row.wording_state != WordingState.STET and not is_rated_otherwise(row)


def waits_for_words(row: ClaimSummary) -> bool:
    """Tell whether another wording for a claim is open, or decided and not in the text: the mark `/` on every list."""
    return row.wording_state in _WAITING_WORDS


_SEEN_ALONE: Mapping[Gate, Callable[[ClaimSummary], bool]] = {
    Gate.OPEN: lambda row: not row.rating and row.review_state not in _NEED_NO_VERDICT,
    Gate.STALE: lambda row: row.review_state == ReviewState.STALE,
    Gate.UNCITED: lambda row: not row.citations,
    Gate.WORDING: waits_for_words,
}
"""The gates that no sign-off opens."""
OPENED_BY_SIGN_OFF = frozenset(Gate) - set(_SEEN_ALONE) | _SETTLED_BY_EDITOR
"""The gates that a sign-off opens, or an editor's decision."""


def _fails(row: ClaimSummary, gate: Gate, *, void: bool = False) -> bool:
    if gate in _SEEN_ALONE:
        return _SEEN_ALONE[gate](row)
    unsigned = row.review_state != ReviewState.SIGNED or void
    if gate is Gate.SOURCE:  # one that is signed since it changed was shown to the signer: else the sign-off is stale
        retracted = row.source_state == SourceState.RETRACTED
        return retracted or (unsigned and row.source_state is not None)
    if gate is Gate.UNCOVERED:
        return unsigned and not (row.corroborates or row.conflicts)
    return unsigned if gate is Gate.UNSIGNED else unsigned and row.conflicts > 0
