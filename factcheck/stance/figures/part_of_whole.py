"""A part of the whole: a figure of "applications filed by minors" beside one of all applications.

Levels: *the same, or not told*; *of a part* (one text alone narrows what its figure is of: by a word before it,
"junior doctors", by "for", "with" and the like, by a participle or by a relative clause behind it). The two figures can
both be true then, and the same change of both is chance; the same count is the count. What is told of one thing or
person, or of "the strikers", is only described, and a part is never more than the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.figures.figures import PERCENT, figures_in
from factcheck.stance.figures.narrowed import BINDING, Side, narrowed
from factcheck.stance.figures.parts import is_toll_of_one_place
from factcheck.stance.figures.ways import is_changed_by, says_direction
from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.pair import ALIKE, OF_SPEECH, Pair
from factcheck.stance.reading.texts import is_light, is_name, words_between
from factcheck.text.quantities.currencies import MONEY
from factcheck.text.sentences import sentence_at

STRENGTH = 0.6
_FIGURES = frozenset(["numbers", "shares"])
_OF_THE_WHOLE = frozenset(["polarity", *_FIGURES])
"""What a part says nothing of: how much the whole is, and whether it rose."""
_PEOPLE = frozenset("people women men children police staff personnel youth cattle".split())  # noqa: SIM905
_TIMES = frozenset(
    "days weeks months years decades hours minutes seconds times jahr jahre jahren monat monate monaten".split()  # noqa: SIM905
)
_MASSES = frozenset(
    """crime violence unemployment employment inflation turnout output production consumption demand revenue turnover
    spending income trade debt traffic tourism investment borrowing lending migration immigration poverty homelessness
    kriminalität arbeitslosigkeit umsatz produktion nachfrage verbrauch""".split()  # noqa: SIM905
)
"""What is measured as a whole without being many."""
_FARTHEST = 4
"""Words between a figure and what it counts: "41% of all the voters"."""


def of_a_part(pair: Pair, reasons: Sequence[Reason], against: Polarity) -> Reason | None:
    """Return that a text tells of a part only what the other tells of the whole, or None.

    `against`: whether the figures that differ are asked for, or those that agree. Anything else that opposes stands.
    """
    if any(one.polarity is Polarity.OPPOSES and one.comparator not in _OF_THE_WHOLE for one in reasons):
        return None
    for one in reasons:
        if one.comparator in _FIGURES and one.polarity is against and one.claim_spans and one.passage_spans:
            found = _narrower(pair, one.claim_spans[0], one.passage_spans[0], same=against is Polarity.SUPPORTS)
            if found is not None:
                return found
    return None


def _narrower(pair: Pair, ours: Span, theirs: Span, *, same: bool) -> Reason | None:
    bounds = sentence_at(pair.passage.sentences, theirs.start) or (pair.start, pair.end)
    left = Side(pair.claim, pair.claim.words, ours, pair.passage)
    right = Side(pair.passage, words_between(pair.passage.words, *bounds), theirs, pair.claim)
    rate = _is_rate(left) and _is_rate(right)
    if (same and not rate) or (not rate and is_toll_of_one_place(pair.claim)):
        return None
    for one, other in _heads(pair, left, right, rate=rate):
        sides = narrowed(left, one, same=same), narrowed(right, other, same=same)
        narrow = sides[0] or sides[1]
        if narrow is not None and (rate or all(sides) or _is_fewer(left, right, ours_narrow=sides[0] is not None)):
            return _reason(sides[0], sides[1], narrow)
    return None


def _is_rate(side: Side) -> bool:
    """Whether a figure is a share, a change or a sum of money, so that it is of what the sentence speaks of."""
    text, figure = side.whole.text, side.figure
    told = [one.unit for one in figures_in(text, 0, len(text)) if _meet(one.span, figure)]
    return any(unit in PERCENT or unit in MONEY for unit in told) or is_changed_by(text, figure)


def _is_fewer(left: Side, right: Side, *, ours_narrow: bool) -> bool:
    """Whether the side that counts a part counts fewer."""
    ours, theirs = (
        next(
            (one for one in figures_in(each.whole.text, 0, len(each.whole.text)) if _meet(one.span, each.figure)), None
        )
        for each in (left, right)
    )
    if ours is None or theirs is None:
        return False
    return ours.high < theirs.low if ours_narrow else theirs.high < ours.low


def _heads(pair: Pair, left: Side, right: Side, *, rate: bool) -> Iterator[tuple[int, int]]:
    """Yield the places of the words that name, in claim and sentence, what the figures are of."""
    for one in pair.partners:
        ours, theirs = left.index(one.claim), right.index(one.passage)
        if (
            one.kind not in ALIKE
            or ours is None
            or theirs is None
            or not (_is_many(left, ours) and _is_many(right, theirs))
        ):
            continue
        counted = _is_counted(left, ours), _is_counted(right, theirs)
        if all(counted) or (rate and not any(counted) and _leads(left, ours) and _leads(right, theirs)):
            yield ours, theirs


def _is_many(side: Side, at: int) -> bool:
    """Whether a word names many things or a mass, and not one thing."""
    word = side.words[at]
    if word.is_number or word.is_stop or word.folded in _TIMES or (is_light(word) and word.folded != "numbers"):
        return False
    if is_in_german(side.whole.text):
        before = side.words[at - 1].folded if at else ""
        return word.text[0].isupper() and before not in _ONE_GERMAN
    if is_name(word) and at:
        return False
    plural = word.folded.endswith("s") and not word.folded.endswith(("ss", "us", "is"))
    return plural or word.folded in _PEOPLE or word.folded in _MASSES or _is_bare(side, at)


def _is_bare(side: Side, at: int) -> bool:
    """Whether a word without an article opens its sentence, and rises or falls: "theft rose"."""
    rest = side.words[at + 1 :]
    return at == 0 and any(says_direction(one.folded) for one in rest if one.end <= side.figure.start)


_ONE_GERMAN = frozenset("ein eine einen einem einer das dem des".split())  # noqa: SIM905


def _is_counted(side: Side, at: int) -> bool:
    """Whether a word is what the figure counts: "41% of voters", "60 patients"."""
    between = [one for one in side.words[:at] if one.start >= side.figure.end]
    if side.words[at].start < side.figure.start or len(between) > _FARTHEST:
        return side.figure.start <= side.words[at].start < side.figure.end
    apart = any(mark in side.whole.text[side.figure.end : side.words[at].start] for mark in ",;:.()–—")
    return not apart and not any(one.folded in BINDING - {"of", "von"} or is_past(one.folded) for one in between)


def _leads(side: Side, at: int) -> bool:
    """Whether a word leads the clause of a figure behind it; who says or expects it is not what it is of."""
    words = [one for one in side.words[at + 1 :] if one.end <= side.figure.start]
    text = side.whole.text[side.words[at].end : side.figure.start]
    if side.words[at].end > side.figure.start or any(one.stem in OF_SPEECH for one in words):
        return False
    return not any(mark in text for mark in ";:.()") and _AND_SO.isdisjoint([one.folded for one in words])


_AND_SO = frozenset(
    """while but whereas although as after before when and
    wahrend aber und expect expects expected""".split()  # noqa: SIM905
)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _reason(ours: Span | None, theirs: Span | None, narrow: Span) -> Reason:
    side = "the source" if ours is None else "the claim"
    message = f"{side} says it of a part: “{narrow.text}”"
    if ours is not None and theirs is not None:
        message = f"each says it of a part of its own: “{ours.text}” / “{theirs.text}”"
    return Reason(
        comparator="events",
        facet=Facet.HOW_MANY,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=message,
        claim_spans=(ours,) if ours else (),
        passage_spans=(theirs,) if theirs else (),
    )


__all__ = ["of_a_part"]
