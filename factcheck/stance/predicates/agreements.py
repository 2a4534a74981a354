"""Agreements of polarity: both texts negate it, both deny it, or a negation meets the opposite word.

The reasons alone; where they hold, `polarity` finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.predicates.parities import span_of
from factcheck.stance.reading.lexicon import in_closed_class, leave_a_middle
from factcheck.stance.reading.negations import Under
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.text.words import Word

AGREE_STRENGTH = 0.4
_NEVER = frozenset(["never", "nie", "niemals"])
_PERFECT = frozenset(["has", "have", "had", "hat", "haben", "hatte", "ist", "war"])


def same_turned_round(turned: Partner) -> Reason:
    """Return the agreement of a word with its opposite that one text negates: "overturned", "did not uphold".

    Where there is a middle between the two, it is shown, and bears nothing out: what did not rise need not have fallen.
    """
    if leave_a_middle(turned.claim.stem, turned.passage.stem):
        message = (
            f"“{turned.claim.text}” and “{turned.passage.text}” are opposites, one of them negated: both can be so"
        )
        return replace(_reason(message, [turned.claim], [turned.passage]), polarity=Polarity.CONTEXT)
    message = f"“{turned.claim.text}” and “{turned.passage.text}” say the same, one of them being negated"
    return _reason(message, [turned.claim], [turned.passage])


def both_negate(pair: Pair, predicates: Sequence[Partner], claim_under: Under) -> Iterator[Reason]:
    """Yield the agreement of two negations of one word, if there is one: "never reached", "failed to reach"."""
    one = next((each for each in predicates if each.claim.start in claim_under), None)
    if one is not None:
        never = [claim_under[one.claim.start]] if _says_never(pair, claim_under[one.claim.start]) else []
        yield _reason(f"both negate it (“{one.claim.text}”)", [*never, one.claim], [one.passage])


def _says_never(pair: Pair, negator: Word) -> bool:
    """Whether "never" of the claim says no more than "did not": of one deed, and of no day that the passage gives."""
    if negator.folded not in _NEVER:
        return False
    before = [word.folded for word in pair.claim.words if word.start < negator.start][-1:]
    answered = {one.passage.start for one in pair.partners}
    when = any((word.is_number or in_closed_class(word.stem)) and word.start not in answered for word in pair.stretch)
    return not (when or _PERFECT.intersection(before))


def denied_twice(facing: Reason, denial: Word, *, ours: bool) -> Reason:
    """Return the agreement of a negation in one text with a denial in the other: "is not so", "no evidence that".

    `ours`: the denial is the claim's.
    """
    negator = next(span.text for span in (*facing.claim_spans, *facing.passage_spans))
    return replace(
        facing,
        claim_spans=(*facing.claim_spans, *([span_of(denial)] if ours else [])),
        passage_spans=(*facing.passage_spans, *([] if ours else [span_of(denial)])),
        polarity=Polarity.SUPPORTS,
        strength=AGREE_STRENGTH,
        message=f"both deny it: “{negator}” in one text, “{denial.text}” in the other",
    )


def _reason(message: str, claim: Sequence[Word], passage: Sequence[Word]) -> Reason:
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.SUPPORTS,
        strength=AGREE_STRENGTH,
        message=message,
        claim_spans=tuple(map(span_of, claim)),
        passage_spans=tuple(map(span_of, passage)),
    )
