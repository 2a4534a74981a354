"""Parts of a figure: what adds up to the claim's, and what is only a part of it.

"£3m on the deck and £2m on the roof" are £5m. Levels of one figure: *a part* (the source counts fewer, and only those
of a place, a cause, a group or a day that the claim does not speak of: "40 flights from Budapest", "12 hurt on 5 July",
"9 wells in Chad"): both figures can be true; *no part told* (another figure is another figure).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile

from factcheck.domain import Facet, Polarity, Precision, Quantity, Reason, Span
from factcheck.stance.dates.dates import dates_within
from factcheck.stance.figures.figures import same_figure
from factcheck.stance.figures.frames import SHORT, Apart
from factcheck.stance.figures.kinds import kinds_in
from factcheck.stance.figures.part_of_money import has_word, of_money_part, said_alone
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import Text, words_between
from factcheck.text.quantities.currencies import MONEY
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

MOST_PARTS = 4
"""Figures beside one another that are added. Source: our own choice; a sentence of news seldom splits a sum in more."""


_OF_THEM = re.compile(r"[\w ]{0,20}?\b(?:of (?:them|these|those|which|whom)|davon|darunter)\b", re.IGNORECASE)
"""What makes a figure a part of the one before it: "94 pupils, 31 of them on foot"."""


def added_up(one: Quantity, given: Sequence[Quantity], text: str) -> Reason | None:
    """Return that figures of a passage (`text`) add up to the claim's; what they are of, a person tells.

    A bound ("at least 120") is no sum: too much adds up to it.
    """
    counts = [other for other in given if _OF_THEM.match(text, other.span.end) is None]
    parts = _parts(one, counts) if one.low == one.high else ()
    told = " and ".join(other.span.text for other in parts)
    return (
        Reason(
            comparator="numbers",
            facet=Facet.HOW_MANY,
            polarity=Polarity.CONTEXT,
            strength=0.0,
            message=f"the claim says {one.span.text}; the source's {told} add up to it",
            claim_spans=(one.span,),
            passage_spans=tuple(other.span for other in parts),
        )
        if parts
        else None
    )


def _parts(one: Quantity, given: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return figures in one unit that follow on one another and add up to the claim's; () where none do."""
    counts = [other for other in given if other.low == other.high and other.unit == one.unit and other.low > 0]
    for size in range(2, MOST_PARTS + 1):
        for at in range(len(counts) - size + 1):
            parts = tuple(counts[at : at + size])
            total = sum((other.low for other in parts), Decimal(0))
            if same_figure(one, replace(parts[0], low=total, high=total)):
                return parts
    return ()


_ANY_DAY = date(2000, 1, 1)
_OPENERS = frozenset(
    """in at near outside inside within from to into off across along around behind beside between against for over on
    under above below among through towards throughout
    am im vom zum zur beim nach aus bei auf vor hinter neben entlang gegen unter zwischen wegen fur""".split()  # noqa: SIM905
)
"""Small words that say where, of whom or why; "by" tells who did it, "with" how, "after" when."""
_ELSEWHERE = frozenset(["abroad", "overseas", "offshore", "underground", "locally", "nearby"])
_CLAUSE_ENDS = frozenset(
    """and but while although though because which who whose that after before when as since until if by with during
    und aber weil wahrend nachdem bevor als wie bis seit""".split()  # noqa: SIM905
)
_NO_PART = frozenset(
    """time times day days night nights week weeks month months year years decade decades hour hours minute minutes
    second seconds morning mornings evening afternoon dawn dusk noon midnight weekend summer winter spring autumn past
    last first end beginning start course wake aftermath moment period season quarter half total all average
    addition fact effort attempt bid order case cases person public future statement report interview speech letter
    response reply line part return exchange favour favor spite danger vain charge force hand hands account behalf
    record example instance good term arms name sale service use duty world country
    jahr jahre jahren tag tage tagen nacht woche wochen monat monate monaten stunde stunden minute minuten morgen abend
    zeit mal ende anfang folge rahmen durchschnitt bericht erklarung angaben""".split()  # noqa: SIM905
)
"""What a small word makes no part of: a time ("in the evening", told elsewhere), a sum ("in total"), an idiom."""


def of_part(pair: Pair, one: Quantity, other: Quantity, days: tuple[date | None, date | None]) -> Apart | None:
    """Return why a smaller count of the passage does not contradict the claim's: it is of a part, or None.

    `days`: the datelines of claim and passage.
    """
    if one.unit != other.unit or not 0 < other.high < one.low:
        return None
    bounds = sentence_at(pair.passage.sentences, other.span.start) or (pair.start, pair.end)
    if one.unit in MONEY:
        part = of_money_part(pair, other, bounds)
    elif one.unit or not _counts(pair, other):
        return None
    else:
        part = _of_day(pair, bounds, days) or _restricted(pair, other, bounds) or said_alone(pair, other, bounds)
    if part is None:
        return None
    return Apart(Facet.HOW_MANY, f"a part: “{part.text}”, in the source only", (), (part,))


def _counts(pair: Pair, other: Quantity) -> bool:
    """Whether a figure counts something, as its noun says, or the word behind it that the claim has, too."""
    return bool(other.noun) or any(one.passage.start == other.span.end + 1 for one in pair.partners)


def _of_day(pair: Pair, bounds: tuple[int, int], days: tuple[date | None, date | None]) -> Span | None:
    """Return the day of a passage's count, where the claim counts over the longer time that it lies in.

    The dead of one event are dead on one day, however roughly it is told.
    """
    if _is_toll(pair.claim):
        return None
    ours, theirs = days[0] or days[1] or _ANY_DAY, days[1] or days[0] or _ANY_DAY
    told = [day for day in dates_within(pair.passage.text, theirs, *bounds) if day.precision is Precision.DAY]
    for whole in dates_within(pair.claim.text, ours, 0, len(pair.claim.text)) if len(told) == 1 else ():
        if not (whole.start and whole.end and told[0].start) or whole.end - whole.start < timedelta(days=SHORT - 1):
            continue
        if whole.start <= told[0].start <= whole.end:
            return told[0].span
    return None


def _is_toll(claim: Text) -> bool:
    return any(mark.member in _HARMED for mark in kinds_in(claim.text, 0, len(claim.text)))


_HARMED = frozenset(["dead", "injured", "missing"])


_IN_ONE_PLACE = frozenset(
    """crash collision accident derailment explosion blast bombing bomb shooting stabbing pile-up shipwreck sinking
    unfall absturz zusammenstoss explosion anschlag""".split()  # noqa: SIM905
)
"""What happens in one place, so that the place of its dead is its own, and no part of it."""


def is_toll_of_one_place(claim: Text) -> bool:
    """Whether a claim counts the dead or injured of what happens in one place, so that they are all of it."""
    return not _IN_ONE_PLACE.isdisjoint(claim.vocabulary) and _is_toll(claim)


def tells_no_part(word: Word) -> bool:
    """Whether a word behind a small one tells a time, a sum or an idiom, and no part."""
    return word.folded in _NO_PART


def _restricted(pair: Pair, other: Quantity, bounds: tuple[int, int]) -> Span | None:
    """Return where a passage says of whom or what it counts only some, in the clause of the figure or before it."""
    if is_toll_of_one_place(pair.claim):
        return None
    text = pair.passage.text
    first, last = bounds
    dated = [one.span for one in dates_within(text, _ANY_DAY, first, last) if one.span]
    clause = _clause(text, words_between(pair.passage.words, other.span.end, last))
    before = words_between(pair.passage.words, first, other.span.start)
    opening = list(takewhile(lambda one: one.is_stop or not has_word(pair.claim, one), _clause(text, before)))
    for words in (clause, opening):
        for at, word in enumerate(words):
            if word.folded in _ELSEWHERE and not has_word(pair.claim, word):
                return Span(word.start, word.end, word.text)
            if word.folded not in _OPENERS or (words is opening and at):
                continue
            told = _object(words[at + 1 :], dated)
            if told and _narrows(pair, told):
                return Span.cut(text, word.start, told[-1].end)
    return None


def _ends(text: str, one: Word, other: Word) -> bool:
    return any(mark in text[one.end : other.start] for mark in ",;:.!?()–—")


def _clause(text: str, words: Sequence[Word]) -> Sequence[Word]:
    """Return the words up to a mark, or to a word that begins another clause."""
    for at, word in enumerate(words):
        if word.folded in _CLAUSE_ENDS or (at and _ends(text, words[at - 1], word)):
            return words[:at]
    return words


def _object(words: Sequence[Word], dated: Sequence[Span]) -> Sequence[Word]:
    """Return what a small word is about: the words up to the next small word behind one of content, or a date."""
    for at, one in enumerate(words):
        over = one.is_stop and any(not each.is_stop for each in words[:at])
        if over or one.folded in _OPENERS or one.folded == "of" or any(_meet(one, span) for span in dated):
            return words[:at]
    return words


def _narrows(pair: Pair, told: Sequence[Word]) -> bool:
    """Whether what a small word is about is nothing that the claim has, no time, no number and no deed."""
    content = [one for one in told if not one.is_stop]
    if not content or any(one.is_number or tells_no_part(one) for one in content):
        return False
    return not any(has_word(pair.claim, one) for one in content)


def _meet(one: Word, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
