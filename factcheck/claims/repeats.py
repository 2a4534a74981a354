"""Make one claim of words that an article says twice: a pull quote and where it was taken from.

Only the very words count, and only where the second place names no speaker of its own: then it is one claim with two
appearances, under the speaker whom the article names. What is attributed twice was said twice, and stays two claims; so
do two turns of a transcript. What somebody is quoted for and the article then asserts itself stays two, too; only "we"
and "I" are not the article's own words, and mark a pull quote that lost its quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.domain import Appearance, Claim, Form, Sentence, Span

REPEAT_WORDS = 6  # fewer can be said twice by chance ("“We have to wait”")
REPEATS = "repeats-claim"
"""Why a sentence carries no claim of its own: a claim elsewhere says the same in the same words."""

_UNSURE = frozenset(["continuation", "subject-of-quotation", ""])
_WORD = re.compile(r"[^\W_]+")
_OF_A_SPEAKER = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Ii]ch|[Ww]ir|[Uu]ns(?:er\w*)?|[Mm]ein\w*)\b")

Pair = tuple[int, int]


def merged(
    claims: Sequence[Claim], sentences: Iterable[Sentence], turns: Sequence[Pair]
) -> tuple[list[Claim], list[Sentence]]:
    """Return the claims without those that only repeat another, which appears there too, and the sentences.

    `turns`: where somebody speaks, in order.
    """
    same: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    begins = [start for start, _ in turns]
    for claim in claims:
        words = _WORD.findall(claim.verbatim.casefold())
        if len(words) >= REPEAT_WORDS:
            same[" ".join(words), bisect_right(begins, claim.start)].append(claim)
    blocks = list(sentences)
    instead = {id(one): best for group in same.values() if len(group) > 1 for one, best in _repeats(group)}
    if not instead:
        return list(claims), blocks
    also: dict[int, list[Appearance]] = defaultdict(list)
    repeated: set[int] = set()  # sentences, by index
    starts = [sentence.start for sentence in blocks]
    for claim in claims:
        if id(claim) in instead:
            at = bisect_right(starts, claim.start) - 1
            repeated.add(at)
            where = Appearance(span=Span(start=claim.start, end=claim.end, text=claim.verbatim), block=blocks[at].block)
            also[id(instead[id(claim)])] += [where, *claim.appearances]
    kept = [claim for claim in claims if id(claim) not in instead]
    repeated -= {bisect_right(starts, claim.start) - 1 for claim in kept}
    kept = [replace(c, appearances=(*c.appearances, *also[id(c)])) if id(c) in also else c for c in kept]
    return kept, [replace(s, reason=REPEATS) if k in repeated else s for k, s in enumerate(blocks)]


def _repeats(group: Sequence[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Yield each claim of a group that only repeats another, and that other."""
    best = min(group, key=lambda claim: (_unsure(claim), claim.start))
    for claim in group:
        if claim is not best and _unsure(claim) and not (best.claimant and _is_asserted(claim)):
            yield claim, best


def _is_asserted(claim: Claim) -> bool:
    """Tell whether the article says it in its own words."""
    return claim.form is Form.NONE and not _OF_A_SPEAKER.search(claim.verbatim)


def _unsure(claim: Claim) -> bool:
    return claim.claimant is None or claim.claimant.rule in _UNSURE


__all__ = ["merged"]
