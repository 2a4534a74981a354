"""Chance: what two texts have in common without telling of one thing.

An archive is full of other sums and days about the same people, of others who declined to comment, and of "not the
first time". Figures and dates that agree by chance are left out; what differs between such texts is no conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.domain import Polarity, Reason, Span
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment
from factcheck.stance.reading.texts import is_name, weight
from factcheck.text.quantities.finding import find_quantities
from factcheck.text.words import Word

LEAST_BESIDE, LEAST_BESIDE_TELLING = 0.34, 0.1
"""Share of the claim, without the figure or date itself, that must be answered where the same one says anything; and
the same of a telling figure ("31,400", "$2 billion"), which few texts have by chance. Source: 92 figures and dates that
passages share with claims of six articles of news, read 2026-11: below it nearly all telling figures were of the same
thing, and of the percentages, small counts and dates a handful."""
_TELLING_FROM = 1000
VALUES = frozenset(["dates", "numbers"])

SAID_SHARE, FEWEST_SAID = 0.78, 6
"""Share of the claim's words in order, and words, from which what another speaker said is the same saying: anybody says
that it is not a big deal. With a name among them fewer are enough."""
SCATTERED_SHARE, SCATTERED_AGREED = 0.7, 0.5
"""Share of the claim's words in order below which they stand in a long passage by chance; the second where a figure, a
day or quoted words agree beside them."""
LONG_STRETCH, LONG_DENIED = 2.0, 2.7
"""Times the claim's length from which a passage is long: to bear it out, and to deny it."""
LONG_LACKING, SCATTERED_LACKING = 1.75, 0.35
"""The same length and share of a passage that lacks a word of the claim, however long that is. Source: corroborations
that a reader of 18 articles of news found wrong, 2026-12; from .43 on the seed corpus loses some that are right."""
FEWEST_TELLING = 5
"""Words of content from which a claim is borne out in whatever order: longer ones have theirs in a passage by chance
less often. Source of these: 50 conflicts suggested for 120 articles of news, of which 48 were none, and 163
corroborations for 190, of which half were none, read 2026-11: of the conflicts 19 are left, of the corroborations some
30 go, all of them wrong. The paraphrases of the seed corpus are borne out as before."""
FEWEST_OF_ANOTHER = 3
"""Answered words from which a passage about somebody else tells of the same: many decline to comment."""


def without_chance(pair: Pair, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons without the figures and dates that both texts have by chance, of different things."""
    return [
        one
        for one in reasons
        if one.polarity is not Polarity.SUPPORTS
        or one.comparator not in VALUES
        or _answered_beside(pair, one.claim_spans) >= (LEAST_BESIDE_TELLING if _is_telling(one) else LEAST_BESIDE)
    ]


def _is_telling(reason: Reason) -> bool:
    return reason.comparator == "numbers" and any(_tells(span.text) for span in reason.claim_spans)


@lru_cache(512)
def _tells(figure: str) -> bool:
    return any(one.low >= _TELLING_FROM and one.unit != "%" for one in find_quantities(figure))


def _answered_beside(pair: Pair, spans: Sequence[Span]) -> float:
    """Return the share of the claim's weight outside of some spans that is answered; none where nothing lies there."""

    def rest(words: Iterable[Word]) -> float:
        return sum(weight(word) for word in words if not any(one.start <= word.start < one.end for one in spans))

    asked = rest({word.stem: word for word in pair.claim.content}.values())
    return 1.0 - rest((*pair.missing, *pair.near)) / asked if asked else 0.0


def is_identified(pair: Pair, alignment: Alignment, kinds: set[str], settled: Sequence[Span]) -> bool:
    """Whether what both texts have is enough to tell of one thing, and not of many that are told alike.

    `settled`: what clashes, and dates that agree.
    """
    answered = [one.claim for one in pair.partners if one.kind != "opposite"]
    if kinds == {"speakers"}:
        said = sum(not any(one.start <= word.start < one.end for one in settled) for word in pair.claim.words)
        enough = said >= FEWEST_SAID or any(map(is_name, answered))
        return enough and alignment.share * len(pair.claim.words) >= SAID_SHARE * said
    if kinds == {"polarity"} and pair.claim.text.rstrip(_CLOSING).endswith("?"):
        return False  # a question denies nothing
    if kinds == {"polarity"}:
        return not is_scattered(pair, alignment, LONG_DENIED)
    if kinds <= _NAMED and len(answered) < FEWEST_OF_ANOTHER:
        opening = pair.claim.content[0].start
        return any(one.start == opening or is_name(one) or one.is_number for one in answered)
    return True


def is_scattered(pair: Pair, alignment: Alignment, over: float, share: float = SCATTERED_SHARE) -> bool:
    """Whether less than `share` of the claim's words stand in its order in a stretch that is `over` times as long."""
    return alignment.share < share and len(pair.stretch) >= over * len(pair.claim.words)


def is_worded_by_chance(pair: Pair, alignment: Alignment, *, agreed: bool, valued: bool) -> bool:
    """Whether a claim has its words in a passage that need not say so: here a word and there a word.

    `agreed`: a value, a speaker or quoted words agree; `valued`: one that is no date does, for any archive has the
    days of its topic.
    """
    silent = bool(pair.missing or pair.near)
    if silent and not valued and is_scattered(pair, alignment, LONG_LACKING, SCATTERED_LACKING):
        return True
    share = SCATTERED_AGREED if agreed else SCATTERED_SHARE
    return len(pair.claim.content) < FEWEST_TELLING and is_scattered(pair, alignment, LONG_STRETCH, share)


_NAMED = frozenset(["names", "who"])
_CLOSING = " \"'’”»“"
