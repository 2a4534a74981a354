"""Find figures that do not add up: changes, shares, multiples, sums, and shares of one poll that are more than all.

Only what an article spells out itself is computed again, and only where its words leave no second reading: "from X to
Y, N %", "X of Y, or N %", "doubled from X to Y", "X people: Y men and Z women", "X and Y, a total of Z".

Method: quantities that were found already, in decimals, with the room that rounding leaves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from factcheck.domain import Claim, Finding, FindingKind, Operator, Quantity, Sentence, Span
from factcheck.text.quantities.changes import FALLING, RISING

POINTS = Decimal("0.6")  # percentage points that rounding both figures and the result may cost
NEARBY = 40  # characters between a change and its percentage: "from X to Y, an increase of about N %"
FIGURES_NEAR = 12  # figures before and behind a percentage that may be what it reckons with; a table row has hundreds
ROUGH = Decimal("0.1")  # "about", "nearly": one part in ten
EXACT_BELOW = 100
MULTIPLE_ROOM = Decimal("0.15")  # "doubled" may stand for 1.7 to 2.3 times
ALL = Decimal(101)  # per cent that the shares of one poll can add up to by rounding
POLL_SHARES = 3
PARTS_MIN = 2  # a whole of one part is no sum

_CHANGES = RISING | FALLING | {"more", "less", "loss", "losses"}
_WORD = re.compile(r"[a-z]+")
_OF = re.compile(r"\s(?:out\s)?of\s(?:(?:the|its|his|her|their|all)\s)?")
_OF_ALL = re.compile(r"(?:Of|Out of)\s(?:(?:the|its|his|her|their|those)\s)?$")
_OR = re.compile(r"(?:\s[\w-]+){0,4}(?:,\s(?:or|that is)\s|\s\(|\s[–—]\s(?:or\s)?)(?:about\s|some\s|roughly\s)?")
_NO_PARTS = re.compile(r"\b(?:between|ages?|aged|old|including|among them|per|each|every|than|times)\b")
"""Numbers beside these words are no parts of a whole, or not all of its parts."""
_MULTIPLES = {
    "doubled": Decimal(2),
    "tripled": Decimal(3),
    "trebled": Decimal(3),
    "quadrupled": Decimal(4),
    "halved": Decimal("0.5"),
}
_MULTIPLE = re.compile(
    rf"\b(?P<more>more\sthan\s)?(?P<rough>(?:nearly|almost|about|roughly)\s)?(?P<verb>{'|'.join(_MULTIPLES)})\b"
)
_TOTAL_BEFORE = re.compile(r"\b(?:a|the)\s(?:combined\s)?total\sof\s$|\btogether\s$|\btotall?ing\s$")
_TOTAL_BEHIND = re.compile(r"\s(?:[\w-]+\s){0,2}(?:in\s(?:all|total)|altogether)\b")
_LEADS_TO_TOTAL = ("total of", "totalling", "totaling")
_LISTED = re.compile(r";|,(?!\d{3})|\s(?:and|plus|und)\s")
_DIVIDES = re.compile(
    r"[:–—]\s|\b(?:(?:is|are|was|were)\s(?:made\sup|comprised|composed)\sof|consists?\sof|comprises)\s"
)
_UNDECIDED = re.compile(
    r"\b(?:undecided|unsure|not sure|no opinion|no answer|neither|(?:did not|didn[’']t|do not|don[’']t) know)\b"
)

Raised = tuple[int, Finding]


def arithmetic(text: str, claims: Sequence[Claim]) -> Iterator[Raised]:
    """Yield what is wrong inside one claim ("from X to Y, N %", "X of Y, or N %", "doubled from X to Y"), or two."""
    for index, claim in enumerate(claims):
        for at, percent in enumerate(claim.quantities):
            if not _is_percentage(percent):
                continue
            near = claim.quantities[max(0, at - FIGURES_NEAR) : at + FIGURES_NEAR + 1]
            plain = [q for q in near if q.unit == "%" or not _is_percentage(q)]
            yield from ((index, f) for f in _change(text, plain, percent))
            yield from ((index, f) for f in _share(text, plain, percent))
            yield from ((index, f) for f in _part(text, percent, claim.quantities[at + 1 : at + 3]))
        yield from ((index, f) for f in _multiples(text, claim))
    yield from _told_next(text, claims)


def _is_percentage(quantity: Quantity) -> bool:
    return quantity.unit in ("%", "pp") and quantity.low == quantity.high and _in_figures(quantity)


def _change(text: str, quantities: Sequence[Quantity], percent: Quantity) -> Iterator[Finding]:
    levels = _levels(text, [q for q in quantities if q is not percent])
    if levels is None:
        return
    span = levels.span
    if not (0 <= percent.span.start - span.end <= NEARBY or 0 <= span.start - percent.span.end <= len(" from ")):
        return
    around = text[max(0, span.start - 80) : max(span.end, percent.span.end)].lower()
    if not _CHANGES.isdisjoint(_WORD.findall(around)):
        yield from _wrong_change(levels, percent)


def _wrong_change(levels: _Levels, percent: Quantity) -> Iterator[Finding]:
    """Yield a finding where the change between two levels is not the one that is told."""
    before, after = levels.before.low, levels.after.low
    if not before or (levels.before.unit == "%") != (percent.unit == "pp"):
        return
    change = after - before if percent.unit == "pp" else (after - before) / before * 100
    if not _is_as_told(abs(change), percent):
        message = f"{levels.span.text} is a change of {abs(change):.1f} {percent.unit}, not {percent.span.text}"
        yield Finding(kind=FindingKind.CHANGE, message=message, spans=(levels.span, percent.span))


@dataclass(frozen=True, slots=True)
class _Levels:
    """What something was before and after a change, and where both stand."""

    before: Quantity
    after: Quantity
    span: Span


_TO = re.compile(r"\s(?:\w+\s){0,2}to\s")
_FROM = re.compile(r"\s(?:\w+\s){0,4}from\s")
_UP_FROM = re.compile(r",?\s\(?(?:up|down)\s(?:\w+\s)?from\s")
_FIGURES_BETWEEN = 3  # of "to 60 in the three months from 50"


def _levels(text: str, quantities: Sequence[Quantity]) -> _Levels | None:
    """Return the first "from X to Y", "to Y in June from X" or "Y, up from X", both in one unit."""
    for at, one in enumerate(quantities):
        lead = text[max(0, one.span.start - len(" from ")) : one.span.start]
        joint = _TO if lead.endswith("from ") else _FROM if lead.endswith(" to ") else _UP_FROM
        for other in quantities[at + 1 : at + 1 + _FIGURES_BETWEEN]:
            if one.unit == other.unit and joint.fullmatch(text, one.span.end, other.span.start):
                before, after = (one, other) if joint is _TO else (other, one)
                return _Levels(before, after, Span.cut(text, one.span.start, other.span.end))
    return None


def _told_next(text: str, claims: Sequence[Claim]) -> Iterator[Raised]:
    """Yield what the next sentence reckons wrong: "It fell to 88,000 from 100,000. That is a drop of 15%."."""
    for index, claim in enumerate(claims):
        percent = next((q for q in claim.quantities if q.unit in ("%", "pp") and _in_figures(q)), None)
        opening = percent and text[claim.start : percent.span.start]
        earlier = _claim_before(text, claims, index) if opening and _RECKONS.fullmatch(opening) else None
        if percent is None or earlier is None:
            continue
        before = claims[earlier].quantities
        levels = _levels(text, before) if _CHANGE_NOUN.search(opening or "") else None
        found = _wrong_change(levels, percent) if levels else _wrong_share(text, before, percent, opening or "")
        yield from ((at, finding) for finding in found for at in (earlier, index))


def _claim_before(text: str, claims: Sequence[Claim], index: int) -> int | None:
    """Return the claim of the sentence just before one, or None."""
    ends = (
        (claims[at].end, at)
        for at in range(max(0, index - _NEIGHBOURS), index)
        if claims[at].end <= claims[index].start
    )
    end, found = max(ends, default=(0, None))
    return found if found is not None and _NEXT.fullmatch(text[end : claims[index].start]) else None


def _wrong_share(text: str, before: Sequence[Quantity], percent: Quantity, opening: str) -> Iterator[Finding]:
    """Yield a finding where "That is 30 %" is not the share told before: "Of the 500 members, 100 left"."""
    if percent.unit != "%" or _CHANGE_NOUN.search(opening):
        return
    for one, other in pairwise(before):
        found = _part_and_whole(text, one, other)
        if found is not None and not _is_as_told(found[0].low / found[1].low * 100, percent):
            yield _share_finding(text, found, percent)


_CHANGE_NOUNS = (
    "rise|increase|gain|jump|climb|growth|surge|fall|drop|decrease|decline|loss|cut|slump|reduction|change|plunge"
)
_CHANGE_NOUN = re.compile(rf"\b(?:{_CHANGE_NOUNS})\b")
_ABOUT = r"(?:about|some|roughly|nearly|almost|around|more\sthan|over|less\sthan)\s"
_RECKONS = re.compile(
    rf"[“\"]?(?:That|This|It|Which)(?:[’']s|\s(?:is|was|represents|represented|marks|marked|amounts\sto|amounted\sto|means|meant|"
    rf"equals|makes))\s(?:an?\s)?(?:[a-z]+\s)?(?:(?:{_CHANGE_NOUNS})\sof\s)?(?:{_ABOUT})?(?:an?\s)?|"
    rf"(?:The|An?)\s(?:[a-z]+\s)?(?:{_CHANGE_NOUNS})\sof\s(?:{_ABOUT})?"
)
"""What opens a sentence that reckons with the figures of the one before: "That is a drop of", "The rise of"."""
_NEIGHBOURS = 8  # claims of one sentence and what it quotes
_NEXT = re.compile(r"[.!]?[”\"’']?\s{1,2}")


def _in_figures(percent: Quantity) -> bool:
    return percent.span.text[:1].isdigit()


def _share(text: str, quantities: Sequence[Quantity], percent: Quantity) -> Iterator[Finding]:
    """Recompute "40 of 120 workers, or 43 %" and "Of the 120 workers, 40 left, or 43 %"."""
    for one, other in pairwise(quantities):
        found = _part_and_whole(text, one, other)
        if found is None:
            continue
        if not _OR.fullmatch(text[max(one.span.end, other.span.end) : percent.span.start]):
            continue
        if not _is_as_told(found[0].low / found[1].low * 100, percent):
            yield _share_finding(text, found, percent)


def _part_and_whole(text: str, one: Quantity, other: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return the two figures of "40 of 120 workers" or "Of the 120 workers, 40 left", the part first; or None."""
    between = text[one.span.end : other.span.start]
    if _OF.fullmatch(between):
        part, whole = one, other
    elif _OF_ALL.search(text[max(0, one.span.start - 20) : one.span.start]) and between.count(",") == 1:
        part, whole = other, one
    else:
        return None
    return None if part.unit or whole.unit or not whole.low or part.low > whole.low else (part, whole)


def _share_finding(text: str, found: tuple[Quantity, Quantity], percent: Quantity) -> Finding:
    part, whole = found
    span = Span.cut(text, min(part.span.start, whole.span.start), max(part.span.end, whole.span.end))
    message = f"{part.span.text} of {whole.span.text} is {part.low / whole.low * 100:.1f} %, not {percent.span.text}"
    return Finding(kind=FindingKind.SHARE, message=message, spans=(span, percent.span))


def _part(text: str, percent: Quantity, behind: Sequence[Quantity]) -> Iterator[Finding]:
    """Recompute "20 per cent of the 500 workers, or 150 people"."""
    if percent.unit != "%" or len(behind) < 2:  # noqa: PLR2004 - a whole and a part
        return
    whole, part = behind
    stated = _OF.fullmatch(text[percent.span.end : whole.span.start]) and _OR.fullmatch(
        text[whole.span.end : part.span.start]
    )
    if not stated or whole.unit != part.unit or not whole.low:
        return
    value = part.low / whole.low * 100
    if not _is_as_told(value, percent):
        message = f"{part.span.text} is {value:.1f} % of {whole.span.text}, not {percent.span.text}"
        yield Finding(kind=FindingKind.SHARE, message=message, spans=(percent.span, whole.span, part.span))


def _multiples(text: str, claim: Claim) -> Iterator[Finding]:
    """Recompute "doubled from X to Y"."""
    for word in _MULTIPLE.finditer(claim.verbatim):
        end = claim.start + word.end()
        levels = _levels(text, [q for q in claim.quantities if q.span.start >= end])
        if levels is None or not levels.before.low or levels.span.start - end > NEARBY:
            continue
        wanted, times = _MULTIPLES[word["verb"]], levels.after.low / levels.before.low
        room = wanted * MULTIPLE_ROOM * (2 if word["rough"] else 1)
        if times >= wanted * (1 - POINTS / 100) if word["more"] else abs(times - wanted) <= room:
            continue
        message = f"{levels.span.text} is {times:.2g} times as much, and not {word['verb']}"
        yield Finding(kind=FindingKind.CHANGE, message=message, spans=(levels.span,))


def sums(
    text: str, claims: Sequence[Claim], sentences: Sequence[Sentence], quantities: Sequence[Quantity]
) -> Iterator[Raised]:
    """Yield where the parts of a sentence do not make the whole that it names."""
    for sentence in sentences:
        low = bisect_left(quantities, sentence.start, key=_begin)
        inside = quantities[low : bisect_left(quantities, sentence.end, lo=low, key=_begin)]
        if len(inside) < 3:  # noqa: PLR2004 - a whole and two parts
            continue
        for finding in (*_of_all(text, sentence, inside), *_adds_up(text, sentence, inside), *_poll(sentence, inside)):
            yield from ((i, finding) for i, claim in enumerate(claims) if _overlaps(claim, sentence))


def _of_all(text: str, sentence: Sentence, inside: Sequence[Quantity]) -> Iterator[Finding]:
    """Add up the parts of "Of the 500 people asked, …": they cannot be more than the whole."""
    whole, *parts = inside
    if not _OF_ALL.fullmatch(text[sentence.start : whole.span.start]) or not _plain(sentence, inside):
        return
    if any(q.unit for q in inside):
        return
    total = sum((part.low for part in parts), Decimal(0))
    if total > whole.low:
        yield _sum_finding(whole, parts, total, "more than")


def _adds_up(text: str, sentence: Sentence, inside: Sequence[Quantity]) -> Iterator[Finding]:
    """Add up "eight people: three men and four women" and "30 men and 20 women, a total of 60 people"."""
    if not _plain(sentence, inside):
        return
    for at, whole in enumerate(inside):
        before = text[max(sentence.start, whole.span.start - NEARBY) : whole.span.start]
        behind = text[whole.span.end : min(sentence.end, whole.span.end + NEARBY)]
        if _TOTAL_BEFORE.search(before) or _TOTAL_BEHIND.match(behind):
            parts, stretch, led = inside[:at], text[sentence.start : whole.span.start], 1
        elif at == 0 and (mark := _DIVIDES.search(behind)) and len(_DIVIDES.findall(sentence.text)) == 1:
            parts, stretch, led = inside[1:], text[whole.span.end + mark.end() : sentence.end], 0
        else:
            continue
        if (
            len(parts) < PARTS_MIN
            or not _one_in_each(parts, stretch, led)
            or any(p.unit not in ("", whole.unit) for p in parts)
        ):
            continue
        total = sum((part.low for part in parts), Decimal(0))
        room = sum((min(rounding(part), _noughts(part)) for part in (whole, *parts)), Decimal(0))
        if whole.unit not in ("%", "pp") and abs(total - whole.low) > room:
            yield _sum_finding(whole, parts, total, "not")
        return


def _one_in_each(parts: Sequence[Quantity], stretch: str, led: int) -> bool:
    """Tell whether each part of a list opens with its one figure, but the first `led`."""
    last = stretch.rstrip(" ,;–—").rpartition(",")[0] if stretch.rstrip().endswith(_LEADS_TO_TOTAL) else stretch
    pieces = [piece for piece in _LISTED.split(last or stretch) if piece.strip(' .”"')]
    figures = [sum(part.span.text in piece for part in parts) for piece in pieces]
    opens = sum(
        piece.strip().startswith(part.span.text) for part, piece in zip(parts, pieces[-len(parts) :], strict=False)
    )
    return figures.count(1) == len(parts) and max(figures, default=0) == 1 and opens >= len(parts) - led


def _poll(sentence: Sentence, inside: Sequence[Quantity]) -> Iterator[Finding]:
    """Add up the shares of a poll that says who did not decide: they cannot be more than all."""
    shares = [q for q in inside if q.unit == "%" and q.operator is Operator.EQUAL]
    if len(shares) < POLL_SHARES or len(shares) < len(inside) or not _UNDECIDED.search(sentence.text):
        return
    total = sum((share.low for share in shares), Decimal(0))
    if total > ALL:
        numbers = ", ".join(share.span.text for share in shares)
        message = f"{numbers} add up to {total} %"
        yield Finding(kind=FindingKind.SUM, message=message, spans=tuple(share.span for share in shares))


def _plain(sentence: Sentence, inside: Sequence[Quantity]) -> bool:
    return all(q.operator is Operator.EQUAL for q in inside) and not _NO_PARTS.search(sentence.text)


def _sum_finding(whole: Quantity, parts: Sequence[Quantity], total: Decimal, relation: str) -> Finding:
    numbers = ", ".join(part.span.text for part in parts)
    message = f"{numbers} add up to {total:,}, {relation} {whole.span.text}"
    return Finding(kind=FindingKind.SUM, message=message, spans=(whole.span, *(part.span for part in parts)))


def _begin(quantity: Quantity) -> int:
    return quantity.span.start


def _overlaps(claim: Claim, sentence: Sentence) -> bool:
    return claim.start < sentence.end and sentence.start < claim.end


def rounding(quantity: Quantity) -> Decimal:
    """Return half of the second digit: 4,000 may stand for 3,950 to 4,050. Small counts are exact."""
    return Decimal(10) ** (quantity.high.adjusted() - 1) / 2 if quantity.high >= EXACT_BELOW else Decimal(0)


def _noughts(quantity: Quantity) -> Decimal:
    """Return half of the last digit that is not nought, to which a sum is exact: 5 of 240, nothing of 212."""
    last = int(quantity.high.normalize().as_tuple().exponent)
    return Decimal(10) ** last / 2 if last > 0 else Decimal(0)


def _is_as_told(value: Decimal, stated: Quantity) -> bool:
    """Tell whether a value is what a percentage says: the figure itself, about it, or on this side of a bound."""
    if stated.operator in _LEAST:
        return value >= stated.low - POINTS
    if stated.operator in _MOST:
        return value <= stated.low + POINTS
    room = max(POINTS, abs(stated.low) * ROUGH) if stated.operator is not Operator.EQUAL else POINTS
    return abs(value - stated.low) <= room


_LEAST = frozenset([Operator.MORE_THAN, Operator.AT_LEAST])
_MOST = frozenset([Operator.LESS_THAN, Operator.AT_MOST])


__all__ = ["EXACT_BELOW", "ROUGH", "arithmetic", "rounding", "sums"]
