"""Another event: do the texts tell of different things that are only told alike?

A yearly report, a vote in another town: where the name differs, and with it the date or a figure, the passage is about
something else, and what differs is no conflict. Nor is it one where the passage tells little of the rest of the claim:
an archive is full of other sums and other days about the same people. The clashes stay, as what there is to see, and
point nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.domain import Facet, Polarity, Precision, Reason, Span
from factcheck.stance.alike.chance import VALUES, is_identified
from factcheck.stance.alike.measured import measuring
from factcheck.stance.alike.others import is_of_others
from factcheck.stance.alike.two_periods import counts_two_months, is_of_months, is_of_years
from factcheck.stance.dates.dates import dates_of, dates_within
from factcheck.stance.figures.deeds import counts_two_deeds
from factcheck.stance.figures.numbers import FRAMES
from factcheck.stance.names.shared import stands, unshared_names
from factcheck.stance.names.together import clashes_in_one_place
from factcheck.stance.predicates.outcomes import tells_plan_and_outcome
from factcheck.stance.predicates.polarity import clashes_somewhere
from factcheck.stance.quotations.quoted_parts import is_whole_saying
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment, names_in
from factcheck.stance.reading.texts import is_light, weight
from factcheck.stance.rulings.rulings import RATED_STRENGTH, denies_something

_COUNTED = VALUES | {"polarity"}
"""What clashes where a figure does: "four were hurt" beside "nobody was"."""
_SLOTS = frozenset(["dates", "numbers", "names", "ranks", "who", "polarity", "speakers", "said on"])
"""Comparators that set one value beside another; rulings and quotations say themselves what they are about."""

SAME_STORY, SAME_REST = 0.7, 0.85
"""Coverage of the claim, or of the claim without the words that clash, from which the two tell of one thing. Source:
27 conflicts of four real articles with an archive of the same weeks, read 2026-11: of 24 that were none, 22 lie below
and of 3 real ones none; the conflicts of the seed corpus lie at .71 and above."""


def set_apart(
    pair: Pair, alignment: Alignment, reasons: list[Reason], days: tuple[date | None, date | None] = (None, None)
) -> list[Reason]:
    """Return the reasons, with the clashes as context where the passage seems to be about another event.

    `days`: when the claim was made, and when the passage was released.
    """
    reasons = _without_figures_of_both(pair, _reframed(pair, reasons))
    kinds = _kinds_of([one for one in reasons if one.polarity is Polarity.OPPOSES])
    if not kinds or ("speakers" in kinds and kinds <= _OF_SPEAKERS and any(map(is_whole_saying, reasons))):
        return reasons
    if "quotations" in kinds and _is_of_one_saying(reasons):
        return reasons
    another = _elsewhere(pair, reasons, kinds) or (
        kinds <= VALUES and (_long_apart(pair, *days) or ("dates" in kinds and _only_one_again(pair)))
    )
    another = another or (kinds == {"numbers"} and not alignment.close and _of_other_days(pair, *days))
    another = another or _differs_twice(pair, reasons, kinds) or counts_two_deeds(pair, reasons)
    another = another or is_of_others(pair, _places(reasons))
    another = another or tells_plan_and_outcome(pair, reasons) or counts_two_months(pair, reasons)
    if another or (kinds == {"polarity"} and _is_of_another(pair, reasons)):
        told = [without_side(one) if one.polarity is Polarity.OPPOSES else one for one in reasons]
        return [*told, _another(_told_as(kinds, reasons))]
    if not kinds & _SLOTS:
        return reasons
    settled = [span for one in reasons if is_clash(one) or _is_date(one) for span in one.claim_spans]
    settled += weekdays_of(pair, settled)
    if kinds == {"numbers"}:  # "fell to 4 percent" beside "rose to 5 percent": the verb is part of the clash
        settled += [
            Span(one.claim.start, one.claim.end, one.claim.text) for one in pair.partners if one.kind == "opposite"
        ]
    if kinds == {"polarity"} and _is_never_planned(pair):
        settled += [one.span for one in dates_of(pair.claim.text, days[0]) if one.span is not None]
    if kinds == {"numbers"}:
        clashes = [one for one in reasons if is_clash(one)]
        settled += [Span(word.start, word.end, word.text) for word in measuring(pair, clashes)]
    if kinds == {"numbers"} and alignment.close:
        settled += _dates_besides(pair, reasons, days[0])
    same = _same_story(pair, settled) and clashes_in_one_place(
        pair, alignment, settled, values=bool(kinds & VALUES) and kinds <= _COUNTED, denied=kinds == {"polarity"}
    )
    if not (same and is_identified(pair, alignment, kinds, settled)):
        told = [without_side(one) if is_clash(one) else one for one in reasons]
        return [*told, _another(_told_as(kinds & _SLOTS, reasons))]
    return reasons


def _kinds_of(clashes: Sequence[Reason]) -> set[str]:
    """Return what clashes; a figure that only says how long a period is, is its date: "the last 20 years"."""
    dated = [span for one in clashes if one.comparator == "dates" for span in one.claim_spans]
    return {one.comparator for one in clashes if not (one.comparator == "numbers" and _touches(one, dated))}


def _places(reasons: list[Reason]) -> list[Span]:
    return [span for one in reasons if one.polarity is Polarity.OPPOSES for span in one.passage_spans]


def _is_never_planned(pair: Pair) -> bool:
    """Whether it never was, or both texts tell of what is to come; and the passage of no day.

    What will not be, will not be then.
    """
    never = "never" in pair.told or "nie" in pair.told or "niemals" in pair.told
    told = never or all(map(_TO_COME.search, (pair.claim.text, pair.aligned.text)))
    return told and not dates_within(pair.passage.text, None, pair.start, pair.end)


_TO_COME = re.compile(r"\b(?:will|won['’]t|going to|(?:is|are)(?: not)? to|wird|werden|soll(?:en)?)\b")


def _without_figures_of_both(pair: Pair, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons with a figure as context that the stretch has, too, where a name differs: the name does."""
    if not any(one.comparator == "names" and one.polarity is Polarity.OPPOSES for one in reasons):
        return reasons
    return [
        without_side(one) if one.comparator == "numbers" and is_clash(one) and _stands_there(pair, one) else one
        for one in reasons
    ]


def _is_of_one_saying(reasons: Sequence[Reason]) -> bool:
    """Whether all that clashes, but for who said it, is of one quotation that the source has otherwise.

    The same words with a "not" are that saying turned round, and no other event, whoever is said to have said it.
    """
    against = [one for one in reasons if one.polarity is Polarity.OPPOSES and one.comparator not in _OF_SPEAKERS_ALONE]
    quoted = [span for one in against if one.comparator == "quotations" for span in one.claim_spans]
    return all(
        any(span.start <= place.start and place.end <= span.end for span in quoted)
        for one in against
        for place in one.claim_spans
    ) and any(one.comparator == "polarity" for one in against)


_OF_SPEAKERS_ALONE = frozenset(["speakers"])
_OF_SPEAKERS = frozenset(["speakers", "names"])


def weekdays_of(pair: Pair, dates: Sequence[Span]) -> list[Span]:
    """Return the weekdays of the claim that belong to one of some dates: "Monday, 4 March"."""
    return [
        Span(word.start, word.end, word.text)
        for word in pair.claim.words
        if word.folded in _WEEKDAYS and any(0 <= span.start - word.end <= _BESIDE for span in dates)
    ]


def _dates_besides(pair: Pair, reasons: Sequence[Reason], ours: date | None) -> list[Span]:
    """Return the dates of the claim on which the passage is silent, where another date of the claim stands there.

    The vote of Monday is one vote, though a single text adds from when its outcome holds.
    """
    told = [one for one in reasons if one.comparator == "dates"]
    agreed = any(one.claim.folded in _WEEKDAYS for one in pair.partners) if not told else all(map(_is_date, told))
    answered = {one.claim.start for one in pair.partners}
    spans = [one.span for one in (dates_of(pair.claim.text, ours) if agreed else ()) if one.span is not None]
    return [span for span in spans if not any(span.start <= at < span.end for at in answered)]


_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_BESIDE = 2  # characters: ", "


def _reframed(pair: Pair, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons with a clash as context where it only says that a figure or state is of other times."""
    frames = [span for one in reasons if one.comparator == FRAMES or _is_of_own_year(one) for span in one.claim_spans]
    other_month = any(is_of_months(one, pair) for one in reasons)
    return [
        without_side(one)
        if is_clash(one)
        and (_touches(one, frames) or is_of_years(one, pair) or (other_month and one.comparator in _OF_A_MONTH))
        else one
        for one in reasons
    ]


_OF_A_MONTH = frozenset(["numbers", "dates", "who"])


def _is_of_own_year(reason: Reason) -> bool:
    """Whether two dates differ, and each may be of its own text's year: the bare words for them do not clash then."""
    return reason.comparator == "dates" and reason.polarity is Polarity.CONTEXT


def denied_of_another(pair: Pair, reasons: list[Reason], other_words: Sequence[Reason]) -> list[Reason]:
    """Return the reasons, with a denial as context where what is denied is told of another word than the claim's.

    That the tax will not cost farms 300 crowns leaves open what it costs families. A rating is of the claim itself.
    """
    against = [one for one in reasons if one.polarity is Polarity.OPPOSES]
    places = [span for one in against for span in one.claim_spans]
    denying = [span for one in against for span in one.passage_spans]
    told = [one for one in pair.passage.sentences if any(one[0] <= span.start < one[1] for span in denying)]
    apart = [
        one
        for one in other_words
        if not (_touches(one, places) or _is_made_of(one, denying) or _is_answered_there(pair, one, told))
        and not all(_TIME.fullmatch(span.text) for span in one.passage_spans)
    ]
    if not apart or not all(one.comparator in _DENYING and one.strength < RATED_STRENGTH for one in against):
        return reasons
    return [without_side(one) if one in against else one for one in reasons]


_DENYING = frozenset(["polarity", "rulings"])
_TIME = re.compile(r"(?:\w+ )?(?:day|week|month|year|decade|morning|evening|night)s?")  # when, and not what instead


def _touches(reason: Reason, spans: Sequence[Span]) -> bool:
    return any(one.start < span.end and span.start < one.end for one in reason.claim_spans for span in spans)


def _is_answered_there(pair: Pair, reason: Reason, sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether the sentence that denies has the claim's own word, which differs only from that of the one before."""
    there = {
        one.claim.start
        for one in pair.partners
        if one.kind == "same" and any(start <= one.passage.start < end for start, end in sentences)
    }
    words = [word for word in pair.claim.content if any(s.start <= word.start < s.end for s in reason.claim_spans)]
    outside = not any(start <= span.start < end for span in reason.passage_spans for start, end in sentences)
    return outside and bool(words) and all(word.start in there for word in words)


def _is_made_of(reason: Reason, spans: Sequence[Span]) -> bool:
    """Whether what the source has instead is the denial itself: "never" in the place of "always"."""
    return all(any(span.start <= one.start and one.end <= span.end for span in spans) for one in reason.passage_spans)


def is_clash(reason: Reason) -> bool:
    """Whether a reason sets one value beside another that contradicts it."""
    return reason.polarity is Polarity.OPPOSES and reason.comparator in _SLOTS


def _is_date(reason: Reason) -> bool:
    """Whether a date agrees, in whatever words: "this autumn" is no word of "3 October"."""
    return reason.comparator == "dates" and reason.polarity is Polarity.SUPPORTS


def _same_story(pair: Pair, settled: list[Span]) -> bool:
    """Whether the passage has the rest of the claim; `settled`: what clashes, and dates that agree."""
    lost = [word for word in (*pair.missing, *pair.near) if not any(s.start <= word.start < s.end for s in settled)]
    beside = sum(weight(word) for word in pair.claim.content if any(s.start <= word.start < s.end for s in settled))
    total = pair.claim.weight
    rest = 1.0 - sum(weight(word) for word in lost) / (total - beside) if total > beside else 0.0
    return pair.coverage >= SAME_STORY or rest >= SAME_REST


def _elsewhere(pair: Pair, reasons: list[Reason], kinds: set[str]) -> bool:
    if "names" in kinds:
        clashing = {span.start for one in reasons if one.comparator == "names" for span in one.claim_spans}
        others = [one for one in unshared_names(pair) if one.start not in clashing]
        differing = [one for one in reasons if _is_of_value(one) and one.polarity is not Polarity.SUPPORTS]
        return bool(others) or not all(_stands_there(pair, one) for one in differing)
    return kinds >= VALUES and not (_has_name(pair) and any(map(_agrees_in_value, reasons)))


def _is_of_value(reason: Reason) -> bool:
    """Whether a reason is on a figure or a date, or on a month or day that stands alone ("May" beside "September")."""
    return reason.comparator in VALUES or (reason.comparator == "who" and reason.facet is Facet.WHEN)


def _stands_there(pair: Pair, reason: Reason) -> bool:
    """Whether the figure of the claim stands in the stretch, too, though of what has another name."""
    words = [word for word in pair.claim.words if any(s.start <= word.start < s.end for s in reason.claim_spans)]
    figures = [word.stem for word in words if word.is_number]
    return bool(figures) and {word.stem for word in pair.stretch if word.is_number}.issuperset(figures)


def _has_name(pair: Pair) -> bool:
    theirs = names_in(pair.passage.text)
    return any(stands(one, theirs) for one in names_in(pair.claim.text))


def _agrees_in_value(reason: Reason) -> bool:
    """Whether a figure or a date is the same: of 475 cases on the 12th and 787 on the 14th, neither is."""
    return reason.comparator in VALUES and reason.polarity is Polarity.SUPPORTS


_APART = 60
"""Days between two texts from which a figure that differs needs a name that both have: there are storms every year."""


def _long_apart(pair: Pair, ours: date | None, theirs: date | None) -> bool:
    """Whether two texts of different times share no name, and the passage has names of its own."""
    if ours is None or theirs is None or abs((theirs - ours).days) <= _APART:
        return False
    named = [one for one in names_in(pair.passage.text) if pair.start <= one.start < pair.end]
    return bool(named) and not any(stands(one, tuple(named)) for one in names_in(pair.claim.text))


def _differs_twice(pair: Pair, reasons: list[Reason], kinds: set[str]) -> bool:
    """Whether a name or date differs and what is said of it is denied or the opposite: both texts can be true.

    "Roe was found guilty" beside "Falk was not found guilty"; "opened in 1960" beside "closed in 2010".
    """
    clashes = [one for one in reasons if one.polarity is Polarity.OPPOSES and one.comparator in _WHOSE]
    if not clashes:
        return False
    places = [span for one in clashes for span in one.claim_spans]
    turned = [
        one
        for one in pair.partners
        if one.kind == "opposite" and not any(span.start <= one.claim.start < span.end for span in places)
    ]
    return bool(turned) or "polarity" in kinds or clashes_somewhere(pair) or denies_something(pair)


_WHOSE = frozenset(["dates", "names", "who", "speakers"])
_AGAIN = re.compile(
    r"\b(?:re-[a-z]+|again|once more|(?:second|third|fourth|fifth)(?: \w+)? (?:time|term))\b", re.IGNORECASE
)


def _only_one_again(pair: Pair) -> bool:
    """Whether one text alone says that it happened again: "elected in 2016", "re-elected in 2020"."""
    theirs = _AGAIN.search(pair.passage.text, pair.start, pair.end) is not None
    return theirs != (_AGAIN.search(pair.claim.text) is not None)


def _of_other_days(pair: Pair, ours: date | None, theirs: date | None) -> bool:
    """Whether both texts name days, and none of them is one: the count of another day."""
    mine = [one for one in dates_of(pair.claim.text, ours) if one.precision is Precision.DAY]
    found = dates_within(pair.passage.text, theirs, pair.start, pair.end) if mine else ()
    others = [one for one in found if one.precision is Precision.DAY and one.start]
    return bool(mine and others) and not any(one.start == other.start for one in mine for other in others)


def _is_of_another(pair: Pair, reasons: list[Reason]) -> bool:
    """Whether the passage has nothing of what the claim says it of: a ship without cases is no country without."""
    if _NONE.isdisjoint(pair.claim.vocabulary) and _NONE.isdisjoint(pair.told):
        return False
    if not any(word.text[0].isdigit() for word in (*pair.claim.words, *pair.stretch)):
        return False  # neither counts
    clash = min((span.start for one in reasons if is_clash(one) for span in one.claim_spans), default=0)
    subject = {word.stem for word in pair.claim.content if word.end <= clash and not is_light(word)}
    return bool(subject) and subject <= {word.stem for word in pair.missing}


_NONE = frozenset(["no", "none", "zero"])
"""What says of how many there are that there are none: of another thing there can be some."""


def without_side(reason: Reason) -> Reason:
    """Return a reason as what there is to see, for and against nothing."""
    return replace(reason, polarity=Polarity.CONTEXT)


def _told_as(kinds: set[str], reasons: Sequence[Reason]) -> list[str]:
    """Return what clashes as a reader calls it: two months or weekdays are dates."""
    words = [one for one in reasons if one.comparator == "who" and is_clash(one)]
    dated = bool(words) and all(one.facet is Facet.WHEN for one in words)
    return sorted({"dates" if dated and one == "who" else one for one in kinds})


def _another(kinds: list[str]) -> Reason:
    return Reason(
        comparator="events",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=0.5,
        message=f"it may be another event: {' and '.join(kinds)} differ",
    )
