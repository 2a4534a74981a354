"""Find the claim of the body that says what a headline says, so that the two become one claim with two appearances."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.domain import Appearance, Block, Claim, Span

SAME = (
    0.5  # share of the headline's words that the claim (with its speaker) has; from reading headlines of the train part
)
SAME_ANYWHERE = 0.6  # the same share further down, where chance finds more of a headline's words
FIRST_CLAIMS = 12  # a headline sums up the top of its article
TOGETHER, SAME_TOGETHER, MAIN_PART = 5, 0.75, 0.34
"""A headline may sum up several of the first claims, where they have its words together and one a third of them."""
STEM = 5  # characters that stand for a word: "sending" and "send" differ, "alliance" and "alliances" do not

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_STOP_WORDS = """
    a an the of to in on at for and or but by with from as is are was were be been has have had it its he she they
    his her their this that will would can could may might after before over into about not no says said"""
_STOP = frozenset(_STOP_WORDS.split())


def keys(text: str) -> set[str]:
    """Return what stands for the content words of `text` in a comparison."""
    words = (m.group().lower() for m in _WORD.finditer(text))
    return {(w.rstrip("s") or w)[:STEM] for w in words if w not in _STOP}


def body_claim_of(headline: str, claims: Sequence[Claim]) -> int | None:
    """Return the index of the claim that says the same as `headline`, the first claims before the others, or None."""
    wanted = keys(headline)
    if len(wanted) < 3:  # noqa: PLR2004 - "Top news" says nothing
        return None
    first = _best(wanted, claims[:FIRST_CLAIMS], SAME)
    if first is not None:
        return first
    if len(wanted & _all_keys(claims[:TOGETHER])) >= SAME_TOGETHER * len(wanted):
        main = _best(wanted, claims[:TOGETHER], MAIN_PART)
        if main is not None:
            return main
    later = _best(wanted, claims[FIRST_CLAIMS:], SAME_ANYWHERE)
    return None if later is None else later + FIRST_CLAIMS


def _all_keys(claims: Sequence[Claim]) -> set[str]:
    return set().union(*(keys(f"{claim.verbatim} {claim.claimant.name if claim.claimant else ''}") for claim in claims))


def _best(wanted: set[str], claims: Sequence[Claim], least: float) -> int | None:
    """Return the index of the claim with the most of the wanted words, the first of equals; None below `least`."""
    best, found = least, None
    for index, claim in enumerate(claims):
        speaker = f"{claim.claimant.name} {claim.claimant.office}" if claim.claimant else ""
        share = len(wanted & keys(f"{claim.verbatim} {speaker}")) / len(wanted)
        if share > best or (share == best and found is None):
            best, found = share, index
    return found


def appearance(start: int, end: int, text: str) -> Appearance:
    """Return the headline's appearance of a claim."""
    return Appearance(span=Span.cut(text, start, end), block=Block.HEADLINE)


__all__ = ["appearance", "body_claim_of", "keys"]
