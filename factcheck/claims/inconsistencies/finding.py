"""Find where an article contradicts itself in figures: headline against body, two numbers for one thing, wrong sums.

A finding says "look here"; it does not say which of the two is wrong. It is raised only where both sides plainly count
the same thing, because a checker who is sent to look in vain twice looks no third time: the claims share their counted
noun and most of their words, neither names somebody or some date that the other does not.

Method: quantities that were found already are compared; arithmetic in decimals, with the room that rounding leaves.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from factcheck.claims.duplicates import FIRST_CLAIMS, keys
from factcheck.claims.findings import Findings
from factcheck.claims.inconsistencies.ages import wrong_ages
from factcheck.claims.inconsistencies.arithmetic import ROUGH, arithmetic, rounding, sums
from factcheck.claims.inconsistencies.befallen import befallen, without_fate
from factcheck.claims.inconsistencies.boxes import inexact_boxes
from factcheck.claims.inconsistencies.headline_words import opposed
from factcheck.claims.inconsistencies.twice_said import twice_said
from factcheck.claims.sentence.grammar import NUMBER_WORDS, PRONOUNS
from factcheck.domain import Block, Claim, DateValue, Finding, FindingKind, Operator, Precision, Quantity, Sentence
from factcheck.text.dates.unresolved import another_weekday, why_unresolved
from factcheck.text.words import stem

FIGURES_ABOVE = 12  # of a headline; a line with more is a table
SHARED = 0.75  # share of the shorter claim's words that both have; from reading pairs of the news of the train part
LEAST_SHARED = 2  # words, besides the number: the thing and one thing about it
_BEHIND = 60  # characters in which two words stand behind a figure and its noun
COMPARED = 40  # claims that count one and the same thing; an article has a handful

Pair = tuple[int, int]
Raised = tuple[int, Finding]


def with_findings(text: str, claims: Sequence[Claim], sentences: Sequence[Sentence], known: Findings) -> list[Claim]:
    """Return the claims, each with the findings that concern it; `known` is what stands in the whole text."""
    quantities = known.quantities
    raised: dict[int, list[Finding]] = defaultdict(list)
    compared = [_Compared(claim) for claim in claims]
    for index, finding in (
        *_headlines(text, claims, sentences, quantities),
        *opposed(text, claims, sentences),
        *_two_numbers(compared),
        *_alike_but_for_a_figure(compared),
        *inexact_boxes(text, claims, sentences),
        *arithmetic(text, claims),
        *sums(text, claims, sentences, quantities),
        *_dates(text, claims, sentences, known.dates),
        *_ages(claims, sentences, known),
        *twice_said(claims),
    ):
        if finding not in raised[index]:
            raised[index].append(finding)
    return [
        replace(claim, findings=tuple(raised[index])) if index in raised else claim
        for index, claim in enumerate(claims)
    ]


def _dates(
    text: str, claims: Sequence[Claim], sentences: Sequence[Sentence], dates: Sequence[DateValue]
) -> Iterator[Raised]:
    """Raise the dates that are no day, or may be two, and those that are of another weekday than they are told with."""
    wrong = [
        Finding(kind=FindingKind.DATE, message=why_unresolved(value), spans=(value.span,))
        for value in dates
        if value.precision is Precision.UNRESOLVED and value.span is not None
    ]
    apart = (another_weekday(text, value) for value in dates)
    wrong += [Finding(kind=FindingKind.DATE, message=told[0], spans=told[1]) for told in apart if told]
    near = _by_sentence(claims, sentences) if wrong else {}
    for finding in wrong:
        at = bisect_right(sentences, finding.spans[0].start, key=_start) - 1
        yield from ((index, finding) for index in _concerned(finding, claims, near.get(at, [])))


def _ages(claims: Sequence[Claim], sentences: Sequence[Sentence], known: Findings) -> Iterator[Raised]:
    """Raise the ages that do not fit the dates beside them."""
    for _, finding in wrong_ages(sentences, known.dates, known.published):
        first = finding.spans[0]
        yield from ((k, finding) for k, c in enumerate(claims) if c.start < first.end and first.start < c.end)


def _by_sentence(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> dict[int, list[int]]:
    """Return for each sentence which claims have a part of it."""
    near: dict[int, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        first = bisect_right(sentences, claim.start, key=_start) - 1
        for at in range(first, bisect_left(sentences, claim.end, key=_start)):
            near[at].append(index)
    return near


def _start(sentence: Sentence) -> int:
    return sentence.start


def _concerned(finding: Finding, claims: Sequence[Claim], near: Sequence[int]) -> Sequence[int]:
    """Return which claims of a sentence hold a date; all where it stands beside them ("said on 30 February that")."""
    low, high = min(span.start for span in finding.spans), max(span.end for span in finding.spans)
    return [index for index in near if claims[index].start < high and low < claims[index].end] or near


def _headlines(
    text: str, claims: Sequence[Claim], sentences: Sequence[Sentence], quantities: Sequence[Quantity]
) -> Iterator[Raised]:
    """Compare the figures of a headline with those of the claim that it appears in, or of the first claims below it."""
    for index, claim in enumerate(claims):
        for appearance in claim.appearances:
            for above in _inside(quantities, appearance.span.start, appearance.span.end)[:FIGURES_ABOVE]:
                if finding := _against(text, above, (appearance.span.start, appearance.span.end), claim):
                    yield index, finding
    headlines = [(s.start, s.end) for s in sentences if s.block is Block.HEADLINE]
    below = [(k, c) for k, c in enumerate(claims) if not any(low <= c.start < high for low, high in headlines)]
    for low, high in headlines:
        for above in _inside(quantities, low, high)[:FIGURES_ABOVE]:
            told = [(k, _against(text, above, (low, high), c)) for k, c in below[:FIRST_CLAIMS] if not c.appearances]
            agreed = any(_told_as(text, above, (low, high), c) for _, c in below[:FIRST_CLAIMS])
            index, finding = next(((k, f) for k, f in told if f is not None), (0, None))
            if finding is not None and not agreed:
                yield index, finding


def _against(text: str, above: Quantity, headline: Pair, claim: Claim) -> Finding | None:
    """Return what a claim says otherwise than the figure `above` of a headline, where both count the same."""
    alike = _alike(text, above, headline, claim)
    total = sum((one.low for one in alike), Decimal(0))
    near = [one for one in claim.quantities if one.unit == above.unit]
    if not alike or any(_agree(above, one) for one in (*alike, *near)) or total == above.low:
        return None
    message = f"the headline says {above.span.text}, the text says {alike[0].span.text}"
    return Finding(kind=FindingKind.HEADLINE, message=message, spans=(above.span, alike[0].span))


def _told_as(text: str, above: Quantity, headline: Pair, claim: Claim) -> bool:
    return any(_agree(above, one) for one in _alike(text, above, headline, claim))


def _alike(text: str, above: Quantity, headline: Pair, claim: Claim) -> list[Quantity]:
    """Return the figures of a claim that count what a headline's does: by noun, or by what befell those counted."""
    appears = bool(claim.appearances)
    if not appears and (above.unit not in ("", "%") or not _shares_words(text[slice(*headline)], claim)):
        return []
    counted = [one for one in claim.quantities if _counts_the_same(above, one, loosely=appears)]
    if counted and (above.noun or above.unit):
        return counted
    if behind := _words_behind(text, above, headline[1]):
        same = [one for one in claim.quantities if behind == _words_behind(text, one, claim.end)]
        if same:
            return same
    befell = befallen(text, above, *headline)
    if not befell:
        return []
    return [one for one in claim.quantities if befallen(text, one, claim.start, claim.end) == befell]


def _words_behind(text: str, quantity: Quantity, end: int) -> tuple[str, ...]:
    """Return the two words behind a figure and what it counts: "45,000 without power", "4,500 homes without power"."""
    behind = text[quantity.span.end : min(end, quantity.span.end + _BEHIND)].lower().split()
    if quantity.noun and behind[:1] == [quantity.noun.lower()]:
        behind = behind[1:]
    words = tuple(word.strip(".,;:!?") for word in behind[:2])
    return words if len(words) == 2 and not quantity.unit else ()  # noqa: PLR2004 - two words are no chance


def _shares_words(headline: str, claim: Claim) -> bool:
    """Tell whether a claim has half of the words of a headline, its figures aside."""
    plain = " ".join(without_fate(frozenset(headline.lower().split())) - NUMBER_WORDS)
    words = {word for word in keys(plain) if not word[:1].isdigit()}
    return 2 * len(words & keys(claim.verbatim)) >= len(words) > 0


class _Compared:
    """A claim with what it is compared with others by, worked out when that is first asked for."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim

    @cached_property
    def scene(self) -> tuple[frozenset[str], frozenset[str]]:
        """Its dates and whom it names."""
        return frozenset(one.iso for one in self.claim.dates), frozenset(one.name for one in self.claim.names)

    @cached_property
    def subject(self) -> frozenset[str]:
        """Its words without its figures."""
        words, start = self.claim.verbatim, self.claim.start
        for one in reversed(self.claim.quantities):
            words = f"{words[: one.span.start - start]} {words[one.span.end - start :]}"
        return frozenset(word for word in keys(words) if not word[:1].isdigit())


def _two_numbers(claims: Sequence[_Compared]) -> Iterator[Raised]:
    counted: dict[tuple[str, str], list[tuple[int, Quantity]]] = defaultdict(list)
    for index, one in enumerate(claims):
        for quantity in one.claim.quantities:
            if quantity.noun:
                counted[quantity.unit, stem(quantity.noun.casefold())].append((index, quantity))
    for same in counted.values():
        for (i, a), (j, b) in combinations(same[:COMPARED], 2):
            if i != j and not _agree(a, b) and _about_the_same(claims[i], claims[j]):
                yield from _raised((i, j), a, b)


def _alike_but_for_a_figure(claims: Sequence[_Compared]) -> Iterator[Raised]:
    """Raise two claims that say the same with another figure, whatever it counts: "governed for eleven | nine years".

    What begins with a pronoun may be of something else each time.
    """
    worded: dict[tuple[frozenset[str], tuple[str, ...]], list[int]] = defaultdict(list)
    for index, told in enumerate(claims):
        claim, words = told.claim, told.subject if told.claim.quantities else frozenset[str]()
        first = claim.verbatim.partition(" ")[0].lower()
        if words and len(words) + len(claim.dates) >= LEAST_SHARED and first not in PRONOUNS:
            worded[words, tuple(one.unit for one in claim.quantities)].append(index)
    for same in worded.values():
        for i, j in combinations(same[:COMPARED], 2):
            figures = zip(claims[i].claim.quantities, claims[j].claim.quantities, strict=True)
            apart = [(a, b) for a, b in figures if not _agree(a, b)]
            if len(apart) == 1 and claims[i].scene == claims[j].scene:
                yield from _raised((i, j), *apart[0])


def _raised(where: Pair, a: Quantity, b: Quantity) -> Iterator[Raised]:
    message = f"two numbers for one thing: {_counted(a)} and {_counted(b)}"
    finding = Finding(kind=FindingKind.TWO_NUMBERS, message=message, spans=(a.span, b.span))
    yield from ((index, finding) for index in where)


def _inside(quantities: Sequence[Quantity], start: int, end: int) -> list[Quantity]:
    low = bisect_left(quantities, start, key=_begin)
    return [q for q in quantities[low : bisect_left(quantities, end, key=_begin)] if q.span.end <= end]


def _begin(quantity: Quantity) -> int:
    return quantity.span.start


def _counts_the_same(a: Quantity, b: Quantity, *, loosely: bool) -> bool:
    if a.unit != b.unit:
        return False
    nouns = {stem(a.noun.casefold()), stem(b.noun.casefold())}
    return len(nouns) == 1 or (loosely and bool(a.unit) and "" in nouns)


def _agree(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures can be one: they overlap, or one is the other in round numbers."""
    room = Decimal(0)
    if a.operator is not Operator.EQUAL or b.operator is not Operator.EQUAL:
        room = ROUGH * max(a.high, b.high)
    room = max(room, rounding(a), rounding(b))
    return a.low - room <= b.high and b.low - room <= a.high


def _about_the_same(a: _Compared, b: _Compared) -> bool:
    """Tell whether neither claim names somebody, or a date, that the other does not, and both have most words."""
    if a.scene != b.scene:
        return False
    shared = a.subject & b.subject
    return len(shared) >= LEAST_SHARED and len(shared) >= SHARED * min(len(a.subject), len(b.subject))


def _counted(quantity: Quantity) -> str:
    return (
        f"{quantity.span.text} {quantity.noun}".strip()
        if quantity.noun not in quantity.span.text
        else quantity.span.text
    )
