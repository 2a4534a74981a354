"""Whom the claim is about, where it only says "he", "they" or "we": does the passage name them?

Levels: *named, or no pronoun* (nothing to say); *another or unknown* (the passage does not name whom the pronoun means,
or nobody knows whom it means). What the passage then says of its own subject bears nothing out and contradicts nothing,
unless it follows the claim word for word or has its quotation.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.domain import Claim, Facet, Polarity, Reason
from factcheck.stance.names.together import is_long
from factcheck.stance.reading.pair import WHOLLY, Pair
from factcheck.stance.reading.slots import Alignment, alike, names_in

STRENGTH = 0.5
_OPENING = r"[\s“”\"'‘’(\[]*(?:(?:But|And|Yet|So|Then|Now|Also|Still|While|When|If|That|that),? )?"
_HEAD = re.compile(
    rf"{_OPENING}(?:(?P<first>I|[Ww]e|[Mm]y|[Oo]ur)|(?P<third>[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir))"
    r"(?:['’]\w+)?\b(?! [A-Z])"  # "I Am a Sailor", "Her Majesty" are names
)
_MEANT = re.compile(r"\s\[(?P<name>[^\]]+)\]")


def compare_subject(pair: Pair, claim: Claim | str, alignment: Alignment) -> tuple[Reason, ...]:
    """Return a reason where the claim begins with a pronoun and the passage names nobody whom it can mean."""
    head = _HEAD.match(pair.claim.text)
    if head is None or alignment.verbatim:
        return ()
    meant = _meant(claim, head)
    if meant and any(alike(meant, one.text) for one in (*names_in(pair.passage.text), *names_in(pair.heading))):
        return ()
    pronoun = head["first"] or head["third"]
    if pair.coverage >= WHOLLY and is_long(pair) and pronoun.lower() in pair.told:
        return ()  # the passage says all of it of its own "he", in another order
    whom = f"is {meant}, whom the source does not name" if meant else "is not known here"
    return (
        Reason(
            comparator="subject",
            facet=Facet.WHO,
            polarity=Polarity.CONTEXT,
            strength=STRENGTH,
            message=f"“{pronoun}” in the claim {whom}",
        ),
    )


def keep_to_subject(reasons: list[Reason], unnamed: tuple[Reason, ...]) -> list[Reason]:
    """Return the reasons with `unnamed`, and clashes as context; a quotation that agrees stands for itself."""
    if not unnamed or any(one.comparator in _OWN and one.polarity is Polarity.SUPPORTS for one in reasons):
        return reasons
    told = [
        replace(one, polarity=Polarity.CONTEXT)
        if one.polarity is Polarity.OPPOSES and one.comparator not in _OWN
        else one
        for one in reasons
    ]
    return [*told, *unnamed]


_OWN = frozenset(["quotations", "rulings", "speakers"])
"""Comparators that say themselves whom they are about."""


def _meant(claim: Claim | str, head: re.Match[str]) -> str:
    """Return the name that the pronoun at the head of the claim stands for, or ""."""
    if isinstance(claim, str):
        return ""
    told = _MEANT.match(claim.text, head.end())
    if told is not None:
        return told["name"]
    return claim.claimant.name if head["first"] and claim.claimant is not None else ""
