"""Find where an article contradicts itself in figures: headline against body, two numbers for one thing, wrong sums.

A finding says "look here"; it does not say which of the two is wrong. It is raised only where both sides plainly count
the same thing, because a checker who is sent to look in vain twice looks no third time: the claims share their counted
noun and most of their words, neither names somebody or some date that the other does not.

Method: quantities that were found already are compared; arithmetic in decimals, with the room that rounding leaves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from factcheck.claims.duplicates import keys
from factcheck.domain import Claim, Finding, FindingKind, Operator, Precision, Quantity, Sentence, Span
from factcheck.text.unresolved import why_unresolved
from factcheck.text.words import stem

SHARED = 0.75  # share of the shorter claim's words that both have; from reading pairs of the news of the train part
LEAST_SHARED = 2  # words, besides the number: the thing and one thing about it
COMPARED = 40  # claims that count one and the same thing; an article has a handful
POINTS = Decimal("0.6")  # percentage points that rounding both figures and the result may cost
EXACT_BELOW = 100
NEARBY = 40  # characters between a change and its percentage: "from X to Y, an increase of about N %"
ROUGH = Decimal("0.1")  # "about", "more than": one part in ten

_UP = re.compile(
    r"\b(?:r[io]se[ns]?|rising|increas\w+|grew|grow\w*|up|gain\w*|climb\w*|jump\w*|surg\w+|soar\w*|more)\b"
)
_DOWN = re.compile(
    r"\b(?:f[ae]ll\w*|fell|drop\w*|decreas\w+|declin\w+|down|cut\w*|shr[aiu]nk\w*|los[st]\w*|slump\w*|less)\b"
)
_OF = re.compile(r"\s(?:out\s)?of\s(?:(?:the|its|his|her|their|all)\s)?")
_OF_ALL = re.compile(r"(?:Of|Out of)\s(?:(?:the|its|his|her|their|those)\s)?$")
_NO_PARTS = re.compile(r"\b(?:between|ages?|aged|old)\b")  # numbers that are no parts of a whole

Raised = tuple[int, Finding]


def with_findings(
    text: str, claims: Sequence[Claim], sentences: Sequence[Sentence], quantities: Sequence[Quantity]
) -> list[Claim]:
    """Return the claims, each with the findings that concern it; `quantities` are those of the whole text, in order."""
    raised: dict[int, list[Finding]] = defaultdict(list)
    for index, finding in (
        *_headlines(claims, quantities),
        *_two_numbers(claims),
        *_arithmetic(text, claims),
        *_sums(text, claims, sentences, quantities),
        *_dates(claims),
    ):
        if finding not in raised[index]:
            raised[index].append(finding)
    return [replace(claim, findings=tuple(raised[index])) for index, claim in enumerate(claims)]


def _dates(claims: Sequence[Claim]) -> Iterator[Raised]:
    """Raise the dates that are no day, or may be two."""
    for index, claim in enumerate(claims):
        for value in claim.dates:
            if value.precision is Precision.UNRESOLVED and value.span is not None:
                yield index, Finding(kind=FindingKind.DATE, message=why_unresolved(value), spans=(value.span,))


def _headlines(claims: Sequence[Claim], quantities: Sequence[Quantity]) -> Iterator[Raised]:
    """Compare the figures of a headline with those of the claim that it appears in."""
    for index, claim in enumerate(claims):
        for appearance in claim.appearances:
            for above in _inside(quantities, appearance.span.start, appearance.span.end):
                alike = [one for one in claim.quantities if _counts_the_same(above, one, loosely=True)]
                if alike and not any(_agree(above, one) for one in alike):
                    message = f"the headline says {above.span.text}, the text says {alike[0].span.text}"
                    yield index, Finding(kind=FindingKind.HEADLINE, message=message, spans=(above.span, alike[0].span))


def _two_numbers(claims: Sequence[Claim]) -> Iterator[Raised]:
    counted: dict[tuple[str, str], list[tuple[int, Quantity]]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for quantity in claim.quantities:
            if quantity.noun:
                counted[quantity.unit, stem(quantity.noun.casefold())].append((index, quantity))
    for same in counted.values():
        for (i, a), (j, b) in combinations(same[:COMPARED], 2):
            if i != j and not _agree(a, b) and _about_the_same(claims[i], claims[j]):
                message = f"two numbers for one thing: {_counted(a)} and {_counted(b)}"
                finding = Finding(kind=FindingKind.TWO_NUMBERS, message=message, spans=(a.span, b.span))
                yield i, finding
                yield j, finding


def _arithmetic(text: str, claims: Sequence[Claim]) -> Iterator[Raised]:
    """Recompute "from X to Y, N %" and "X of Y, or N %"."""
    for index, claim in enumerate(claims):
        percents = [q for q in claim.quantities if q.unit in ("%", "pp") and q.low == q.high and _in_figures(q)]
        plain = [q for q in claim.quantities if q not in percents or q.unit == "%"]
        for percent in percents:
            yield from ((index, f) for f in _change(text, plain, percent))
            yield from ((index, f) for f in _share(text, plain, percent))


def _change(text: str, quantities: Sequence[Quantity], percent: Quantity) -> Iterator[Finding]:
    pair = _from_to(text, [q for q in quantities if q is not percent])
    if pair is None or (pair[0].unit == "%") != (percent.unit == "pp"):
        return
    before, after, span = pair[0].low, pair[1], pair[2]
    if not (0 <= percent.span.start - span.end <= NEARBY or 0 <= span.start - percent.span.end <= len(" from ")):
        return
    around = text[max(0, span.start - 80) : max(span.end, percent.span.end)].lower()
    if not before or not (_UP.search(around) or _DOWN.search(around)):
        return
    change = after - before if percent.unit == "pp" else (after - before) / before * 100
    if not _is_about(abs(change), percent):
        message = f"{span.text} is a change of {abs(change):.1f} {percent.unit}, not {percent.span.text}"
        yield Finding(kind=FindingKind.CHANGE, message=message, spans=(span, percent.span))


def _from_to(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, Decimal, Span] | None:
    """Return the first "from X to Y" as (X, the value of Y, where it stands)."""
    for one in quantities:
        if not text[max(0, one.span.start - 6) : one.span.start].endswith("from "):
            continue
        if one.operator is Operator.RANGE:
            return one, one.high, one.span
        for other in quantities:
            between = text[one.span.end : other.span.start]
            if other.span.start > one.span.end and re.fullmatch(r"\s(?:\w+\s){0,2}to\s", between):
                return (
                    (one, other.low, Span.cut(text, one.span.start, other.span.end)) if one.unit == other.unit else None
                )
    return None


def _in_figures(percent: Quantity) -> bool:
    return percent.span.text[:1].isdigit()


def _share(text: str, quantities: Sequence[Quantity], percent: Quantity) -> Iterator[Finding]:
    for part, whole in pairwise(quantities):
        if part.unit or whole.unit or not whole.low or part.low > whole.low:
            continue
        between = text[part.span.end : whole.span.start]
        after = text[whole.span.end : percent.span.start]
        if not _OF.fullmatch(between) or not re.fullmatch(r"(?:\s[\w-]+){0,3}(?:,\s(?:or|that is)\s|\s\()", after):
            continue
        value = part.low / whole.low * 100
        if not _is_about(value, percent):
            span = Span.cut(text, part.span.start, whole.span.end)
            message = f"{span.text} is {value:.1f} %, not {percent.span.text}"
            yield Finding(kind=FindingKind.SHARE, message=message, spans=(span, percent.span))


def _sums(
    text: str, claims: Sequence[Claim], sentences: Sequence[Sentence], quantities: Sequence[Quantity]
) -> Iterator[Raised]:
    """Add up the parts of a sentence that begins "Of the 500 people asked, …": they cannot be more than the whole."""
    for sentence in sentences:
        inside = _inside(quantities, sentence.start, sentence.end)
        if len(inside) < 3 or not _OF_ALL.fullmatch(text[sentence.start : inside[0].span.start]):  # noqa: PLR2004
            continue
        whole, *parts = inside
        if any(q.unit or q.operator is not Operator.EQUAL for q in inside) or _NO_PARTS.search(sentence.text):
            continue
        total = sum((part.low for part in parts), Decimal(0))
        if total <= whole.low:
            continue
        numbers = ", ".join(part.span.text for part in parts)
        message = f"{numbers} add up to {total}, more than {whole.span.text}"
        finding = Finding(kind=FindingKind.SUM, message=message, spans=(whole.span, *(part.span for part in parts)))
        yield from ((i, finding) for i, claim in enumerate(claims) if _overlaps(claim, sentence))


def _inside(quantities: Sequence[Quantity], start: int, end: int) -> list[Quantity]:
    low = bisect_left(quantities, start, key=_begin)
    return [q for q in quantities[low : bisect_left(quantities, end, key=_begin)] if q.span.end <= end]


def _begin(quantity: Quantity) -> int:
    return quantity.span.start


def _overlaps(claim: Claim, sentence: Sentence) -> bool:
    return claim.start < sentence.end and sentence.start < claim.end


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
    room = max(room, _rounding(a), _rounding(b))
    return a.low - room <= b.high and b.low - room <= a.high


def _rounding(quantity: Quantity) -> Decimal:
    """Return half of the second digit: 4,000 may stand for 3,950 to 4,050. Small counts are exact."""
    return Decimal(10) ** (quantity.high.adjusted() - 1) / 2 if quantity.high >= EXACT_BELOW else Decimal(0)


def _is_about(value: Decimal, stated: Quantity) -> bool:
    room = max(POINTS, abs(stated.low) * ROUGH) if stated.operator is not Operator.EQUAL else POINTS
    return abs(value - stated.low) <= room


def _about_the_same(a: Claim, b: Claim) -> bool:
    if {d.iso for d in a.dates} != {d.iso for d in b.dates}:
        return False
    if {n.name for n in a.names} ^ {n.name for n in b.names}:
        return False
    left, right = _subject_words(a), _subject_words(b)
    shared = left & right
    return len(shared) >= LEAST_SHARED and len(shared) >= SHARED * min(len(left), len(right))


def _subject_words(claim: Claim) -> set[str]:
    return {word for word in keys(claim.verbatim) if not word[:1].isdigit()}


def _counted(quantity: Quantity) -> str:
    return (
        f"{quantity.span.text} {quantity.noun}".strip()
        if quantity.noun not in quantity.span.text
        else quantity.span.text
    )
