"""The items of a claim (names, titles, numbers, dates, places, quotations): which are ticked, and which are left.

An item is ticked by a person, against a piece of evidence or waived with a reason; or by a verdict that rests on
evidence in which the item stands: whoever confirms a claim by a passage has checked what the passage says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from factcheck.domain import (
    WORD_FOR_WORD,
    Claim,
    ClaimState,
    Evidence,
    Facet,
    Item,
    ItemKind,
    Polarity,
    Reason,
    Stance,
)
from factcheck.errors import GuardError, InputError
from factcheck.review.item_days import is_no_day_of, same_day

_MARKS = str.maketrans(dict.fromkeys("“”„«»‟", '"') | dict.fromkeys("‘’‚‹›‛", "'"))


def key_of(item: Item) -> str:
    """Name an item as the log does: by its kind and where it stands in the revision."""
    return f"{item.kind}:{item.span.start}-{item.span.end}"


def items_named(claim: Claim, references: Iterable[str]) -> tuple[Item, ...]:
    """Find items by their positions (1, 2, ... as `claim show` counts them), their kind, or their words.

    Raises:
        InputError: no item is meant, or a word could mean several of different places.
    """
    found: dict[str, Item] = {}
    for reference in references:
        meant = _meant(claim.items, reference)
        if not meant:
            told = "; ".join(f"{at} {item.kind} {item.span.text}" for at, item in enumerate(claim.items, start=1))
            raise InputError(
                f"there is no item {reference!r}", hint=f"it has: {told or 'none'}", subject=f"claim {claim.id}"
            )
        found |= {key_of(item): item for item in meant}
    return tuple(found.values())


def _meant(items: Sequence[Item], reference: str) -> list[Item]:
    if reference.isdecimal() and reference.isascii() and len(reference) < 4 and int(reference) <= len(items):  # noqa: PLR2004
        return [items[int(reference) - 1]] if int(reference) else []
    words = _folded(reference)
    return [item for item in items if words in {_folded(item.span.text), item.kind}]


def left(claim: Claim, state: ClaimState, evidence: Mapping[str, Evidence]) -> tuple[Item, ...]:
    """Return the items that nobody ticked or waived, and that no evidence of the verdict covers.

    A verdict that was given for the words of an earlier revision covers nothing that came in since.
    """
    bound = [evidence[e] for e in dict.fromkeys((*state.cited, *state.stances)) if e in evidence]
    rests_on = [item for item in bound if _bears_out(item, state)] if state.verdict else []
    covered = [item for item in claim.items if any(covers(one, item, claim) for one in rests_on)]
    return tuple(
        item for item in claim.items if key_of(item) not in state.ticks and (item not in covered or is_new(item, state))
    )


def is_new(item: Item, state: ClaimState) -> bool:
    """Tell whether an item came in with other words after the verdict was given, or stands in them otherwise."""
    carried = state.stage.carried
    return bool(carried and carried.kept is not None and key_of(item) not in carried.kept)


def _bears_out(evidence: Evidence, state: ClaimState) -> bool:
    """Tell whether a person has evidence speak for the claim: judged so, or cited and not judged otherwise."""
    decided = state.stances.get(evidence.id)
    return decided.stance is Stance.CORROBORATES if decided else evidence.id in state.cited


def covers(evidence: Evidence, item: Item, claim: Claim) -> bool:
    """Tell whether an item stands in the passage word for word, or a reason for the claim is about it.

    A date stands there as the day that it is, whatever the words: see `item_days`.
    """
    return _speaks(evidence, item, claim, frozenset({Polarity.SUPPORTS}))


def speaks_of(evidence: Evidence, item: Item, claim: Claim, state: ClaimState) -> bool:
    """Tell whether an item can be ticked against evidence by what is known: it is covered, or opposed.

    Where a person judged the evidence to conflict, it opposes what it was compared with and is not alike: the program
    itself may have held back ("the claim says 31; the source says 27", of what may be another event).
    """
    decided = state.stances.get(evidence.id)
    polarities = frozenset({Polarity.SUPPORTS, Polarity.OPPOSES})
    if _speaks(evidence, item, claim, polarities):
        return True
    if decided is None or decided.stance is not Stance.CONFLICTS:
        return False
    compared = (one for one in evidence.judgement.reasons if one.polarity is Polarity.CONTEXT)
    return any(_is_about(one, item, claim) for one in compared if one.facet is not Facet.WHAT)


def is_opposed(evidence: Evidence, item: Item, claim: Claim, state: ClaimState) -> bool:
    """Tell whether evidence contradicts an item: it has another figure, or other words, in its place.

    Whoever ticks is told so. A denial of the whole ("they never met") speaks against the claim, not against each name.
    """
    reasons = [one for one in evidence.judgement.reasons if one.facet is not Facet.WHAT]
    if any(one.polarity is Polarity.OPPOSES and _is_about(one, item, claim) for one in reasons):
        return True
    return not covers(evidence, item, claim) and speaks_of(evidence, item, claim, state)


def _speaks(evidence: Evidence, item: Item, claim: Claim, polarities: frozenset[Polarity]) -> bool:
    if same_day(evidence, item, claim):
        return True
    no_day = is_no_day_of(evidence, item, claim)
    if not no_day and _pattern(item.span.text).search(_folded(evidence.candidate.passage.text)):
        return True
    return any(
        _is_about(reason, item, claim)
        for reason in evidence.judgement.reasons
        if reason.polarity in polarities
        and not (item.kind is ItemKind.QUOTATION and _is_inexact(reason))
        and not (no_day and reason.facet is not Facet.WHEN)
    )


def _is_about(reason: Reason, item: Item, claim: Claim) -> bool:
    start, end = item.span.start - claim.start, item.span.end - claim.start
    return any(span.start <= start and end <= span.end for span in reason.claim_spans)


def _is_inexact(reason: Reason) -> bool:
    """Tell whether a reason has words of a quotation borne out otherwise than word for word."""
    return reason.polarity is Polarity.SUPPORTS and not (
        reason.facet is Facet.QUOTED_WORDS and reason.strength >= WORD_FOR_WORD
    )


def allotted(
    claim: Claim, items: Iterable[Item], evidence: Iterable[Evidence], state: ClaimState
) -> dict[str, tuple[Item, ...]]:
    """Give each item to the first piece of evidence (its id) that speaks of it; to "" what none speaks of."""
    pieces = list(evidence)
    found: dict[str, tuple[Item, ...]] = {}
    for item in items:
        name = next((one.id for one in pieces if speaks_of(one, item, claim, state)), "")
        found[name] = (*found.get(name, ()), item)
    return found


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Match words as whole words: 4 is neither 14, 4.2 nor 40."""
    return re.compile(rf"(?<!\w)(?<!\d[.,]){re.escape(_folded(words))}(?!\w)(?![.,]\d)")


def _folded(text: str) -> str:
    return " ".join(text.translate(_MARKS).strip(" \"'").casefold().split())


def check_tick(evidence: str, reason: str, claim: str) -> None:
    """Refuse a tick that rests on nothing.

    Raises:
        GuardError: neither evidence nor a reason is given, or both are.
    """
    if bool(evidence) == bool(reason.strip()):
        raise GuardError(
            "an item is ticked against evidence, or waived with a reason",
            hint="name the evidence, or say why it needs no check: one of the two",
            subject=f"claim {claim}",
        )


def in_words(items: Iterable[Item]) -> str:
    """Name items in one line, by kind and words."""
    return ", ".join(f"{item.kind} {item.span.text!r}" for item in items)
