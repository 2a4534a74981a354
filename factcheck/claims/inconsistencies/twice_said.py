"""Find the same words given to two speakers: a slip in one of two places, and for the checker to say in which.

The two stay two claims, since either may be right. Only words in quotation marks count, and only speakers with names
that cannot be one person's. Method: quotations that share four words in a row are compared by the words that they have
in the same order (Ratcliff and Obershelp's ratio, difflib).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from factcheck.claims.repeats import REPEAT_WORDS
from factcheck.domain import Claim, Claimant, Finding, FindingKind
from factcheck.text.names.sameness import same_name

SAME = 0.85
"""Ratio from which quotations are one: a word in seven may differ. Source: our own choice on invented slips."""
RUN = 4  # words in a row by which two quotations are found to be near
COMPARED = 20  # quotations with the same run of words; more is a refrain
WORDS_MOST = 120  # words of a quotation that are compared; the ratio is quadratic in them

_WORD = re.compile(r"[^\W_]+")

Raised = tuple[int, Finding]


def twice_said(claims: Sequence[Claim]) -> Iterator[Raised]:
    """Yield, for the index of each claim concerned, that another speaker is quoted with the same words."""
    words = {k: _words(claim) for k, claim in enumerate(claims) if _is_named(claim.claimant) and claim.quotations}
    near: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, said in words.items():
        if len(said) >= REPEAT_WORDS:
            for run in {tuple(said[k : k + RUN]) for k in range(len(said) - RUN + 1)}:
                near[run].append(index)
    counted = {index: Counter(said) for index, said in words.items()}
    pairs = {pair for group in near.values() for pair in combinations(group[:COMPARED], 2)}
    for i, j in sorted(pairs):
        one, other = claims[i].claimant, claims[j].claimant
        if one is None or other is None or _one_person(one.name, other.name):
            continue
        shared = (counted[i] & counted[j]).total()  # in whatever order: in order there are no more
        if 2 * shared / (len(words[i]) + len(words[j])) >= SAME and _in_order(words[i], words[j]) >= SAME:
            message = f"the same words are given to {one.name} and to {other.name}"
            finding = Finding(
                kind=FindingKind.QUOTATION,
                message=message,
                spans=(claims[i].quotations[0], claims[j].quotations[0]),
            )
            yield i, finding
            yield j, finding


def _in_order(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of words that both have in the same order."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _words(claim: Claim) -> list[str]:
    return _WORD.findall(" ".join(quotation.text for quotation in claim.quotations).casefold())[:WORDS_MOST]


def _is_named(claimant: Claimant | None) -> bool:
    """Tell whether a claimant has a name: "the mayor" may be Ann Lee, and "he" anybody."""
    return claimant is not None and claimant.name[:1].isupper() and claimant.mention is not None


def _one_person(one: str, other: str) -> bool:
    shorter, longer = sorted((set(one.split()), set(other.split())), key=len)
    return same_name(one, other) or shorter <= longer


__all__ = ["twice_said"]
