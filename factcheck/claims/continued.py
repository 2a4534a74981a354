"""Give speech over several paragraphs the speaker that only the last of them names.

By convention each paragraph of such speech opens with a mark and only the last one closes it: a quotation without its
closing mark goes on in the next paragraph, and whoever speaks there speaks here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.wording import explained_in, self_contained
from factcheck.domain import Claim, Form

CONTINUATION = "continuation"
CONFIDENCE = 0.6  # that of a continuation, which follows its speaker
_CLOSING = "”\"»’'“"
_OPENING = "“\"„«‘'"
MARKS = 2  # characters between the head of a paragraph and the claim that is its quotation

Pair = tuple[int, int]


def with_speakers_behind(text: str, claims: Sequence[Claim], quotations: Sequence[Pair]) -> list[Claim]:
    """Return the claims of a text, in order, those of speech that goes on with the speaker of what it goes on with.

    `text` has blanks for what is not the article's own: speech goes on past a teaser.
    """
    found = list(claims)
    told: set[int] = set()  # claims whose speaker is told behind them
    for index in range(len(found) - 2, -1, -1):
        begin = _goes_on_at(text, found[index], quotations) if _continues(found[index]) else -1
        behind = next((k for k in range(index + 1, len(found)) if found[k].start >= begin), -1)
        if begin < 0 or behind < 0 or found[behind].start - begin > MARKS:
            continue
        speaker = found[behind].claimant
        if speaker is None or (speaker.rule == CONTINUATION and behind not in told and found[index].claimant):
            continue
        told.add(index)
        who = replace(speaker, mention=None, rule=CONTINUATION, confidence=CONFIDENCE)
        wording = self_contained(
            found[index].verbatim, found[index].start, claimant=who, names=explained_in(found[index])
        )
        found[index] = replace(found[index], claimant=who, said_on=found[behind].said_on, text=wording)
    return found


def _continues(claim: Claim) -> bool:
    """Tell whether a quotation has no speaker of its own, or only the one who spoke before."""
    alone = claim.claimant is None or claim.claimant.rule == CONTINUATION
    return alone and claim.form in (Form.DIRECT, Form.MIXED)


def _goes_on_at(text: str, claim: Claim, quotations: Sequence[Pair]) -> int:
    """Return where the paragraph begins in which the quotation around a claim goes on, or -1."""
    at = bisect_right(quotations, (claim.start, len(text))) - 1
    if at < 0 or not quotations[at][0] <= claim.start < quotations[at][1]:
        return -1
    end = quotations[at][1]
    begin = end
    while begin < len(text) and text[begin].isspace():
        begin += 1
    parted = begin < len(text) and "\n" in text[end:begin]
    return begin if parted and text[end - 1] not in _CLOSING and text[begin] in _OPENING else -1


__all__ = ["with_speakers_behind"]
