"""Find the claim of the body that says what a headline says, so that the two become one claim with two appearances."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice

from factcheck.domain import Appearance, Block, Claim, Span

SAME = (
    0.5  # share of the headline's words that the claim (with its speaker) has; from reading headlines of the train part
)
SAME_ANYWHERE = 0.6  # the same share further down, where chance finds more of a headline's words
FIRST_CLAIMS = 12  # a headline sums up the top of its article
TOGETHER, SAME_TOGETHER, MAIN_PART = 5, 0.75, 0.34
"""A headline may sum up several of the first claims, where they have its words together and one a third of them."""
SAME_LINE = 0.75
"""The same share for a bullet or a section heading, which need not sum anything up: what differs is its own claim."""
MOST_ALIKE = 200
"""Claims that a line is compared with: where more have its rarest word, the text repeats itself."""
KEPT = 512  # claims whose words are kept: those of an article are compared with its headlines, and with one another
STEM = 5  # characters that stand for a word: "sending" and "send" differ, "alliance" and "alliances" do not

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_STOP_WORDS = """
    a an the of to in on at for and or but by with from as is are was were be been has have had it its he she they
    his her their this that will would can could may might after before over into about not no says said"""
_STOP = frozenset(_STOP_WORDS.split())


@lru_cache(KEPT)
def keys(text: str) -> frozenset[str]:
    """Return what stands for the content words of `text` in a comparison."""
    return frozenset((word.rstrip("s") or word)[:STEM] for word in _WORD.findall(text.lower()) if word not in _STOP)


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


def _all_keys(claims: Sequence[Claim]) -> frozenset[str]:
    names = (claim.claimant.name for claim in claims if claim.claimant)
    return frozenset[str]().union(*(keys(claim.verbatim) for claim in claims), *map(keys, names))


def _best(wanted: frozenset[str], claims: Sequence[Claim], least: float) -> int | None:
    """Return the index of the claim with the most of the wanted words, the first of equals; None below `least`."""
    best, found = least, None
    for index, claim in enumerate(claims):
        speaker = keys(f"{claim.claimant.name} {claim.claimant.office}") if claim.claimant else frozenset[str]()
        share = len(wanted & (keys(claim.verbatim) | speaker)) / len(wanted)
        if share > best or (share == best and found is None):
            best, found = share, index
    return found


class Told:
    """The claims of the text, by their words: says which of them a line of the layout only repeats."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Take the claims as they are now; few articles have a line to ask about, so their words are noted then."""
        self._claims = tuple(claims)

    @cached_property
    def _keys(self) -> list[frozenset[str]]:
        return [_all_keys([claim]) for claim in self._claims]

    @cached_property
    def _figures(self) -> list[set[str]]:
        return [set(_FIGURE.findall(claim.verbatim)) for claim in self._claims]

    @cached_property
    def _where(self) -> dict[str, list[int]]:
        where: dict[str, list[int]] = defaultdict(list)
        for index, found in enumerate(self._keys):
            for key in found:
                where[key].append(index)
        return where

    def same_as(self, line: str) -> int | None:
        """Return the index of the claim that says all that `line` says, with its figures, or None."""
        wanted, figures = keys(line), set(_FIGURE.findall(line))
        if len(wanted) < 3:  # noqa: PLR2004 - too little to know a claim by
            return None
        shares = (
            (len(wanted & self._keys[index]) / len(wanted), -index)
            for index in self._near(wanted)
            if figures <= self._figures[index]
        )
        share, index = max(shares, default=(0.0, 0))
        return -index if share >= SAME_LINE else None

    def _near(self, wanted: frozenset[str]) -> set[int]:
        """Return the claims with one of the rarest words: one that has enough of all words has one of these."""
        rarest = sorted(wanted, key=lambda key: (len(self._where.get(key, ())), key))
        missing = int(len(wanted) * (1 - SAME_LINE)) + 1
        return set(islice(chain.from_iterable(self._where.get(key, ()) for key in rarest[:missing]), MOST_ALIKE))


def appearance(start: int, end: int, text: str, block: Block = Block.HEADLINE) -> Appearance:
    """Return the appearance of a claim in a headline, or in another line of the layout."""
    return Appearance(span=Span.cut(text, start, end), block=block)


__all__ = ["Told", "appearance", "body_claim_of", "keys"]
