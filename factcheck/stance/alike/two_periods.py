"""Two months or years in which something is so: the rate of May is not that of June, and none contradicts the other.

Levels: *one period, or not told*; *two months* of what is or has something, or of a figure that differs, too; *two
years* of what is or has something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.reading.pair import Pair
from factcheck.text.dates.timex.words import MONTHS
from factcheck.text.sentences import sentence_at


def counts_two_months(pair: Pair, reasons: Sequence[Reason]) -> bool:
    """Whether a figure and its month differ, and nothing else does: "rose by 2% in May", "rose by 3% in June"."""
    against = [one for one in reasons if one.polarity is Polarity.OPPOSES]
    figures = [one for one in against if not _names_months(pair, one)]
    if {one.comparator for one in figures} != {"numbers"}:
        return False
    return len(figures) < len(against) or all(_is_of_another_month(pair, one) for one in figures)


def _names_months(pair: Pair, reason: Reason) -> bool:
    """Whether two months differ in which something was, and no days of them."""
    sides = ((pair.claim.text, reason.claim_spans), (pair.passage.text, reason.passage_spans))
    return reason.facet is Facet.WHEN and all(
        spans and _months_in(text, max(0, spans[0].start - _LEAD), spans[0].end) == {MONTHS.get(spans[0].text.lower())}
        for text, spans in sides
    )


def _is_of_another_month(pair: Pair, reason: Reason) -> bool:
    """Whether the source tells a figure in one part of its sentence with a month that is not the claim's."""
    ours = _months_in(pair.claim.text, 0, len(pair.claim.text))
    if len(ours) != 1 or not reason.passage_spans:
        return False
    text, at = pair.passage.text, reason.passage_spans[0].start
    start, end = sentence_at(pair.passage.sentences, at) or (pair.start, pair.end)
    low = max((one.end() for one in _MARK.finditer(text, start, at)), default=start)
    mark = _MARK.search(text, at, end)
    theirs = _months_in(text, low, mark.start() if mark else end)
    return bool(theirs) and ours.isdisjoint(theirs)


def _months_in(text: str, start: int, end: int) -> set[int | None]:
    """Return the months in which a stretch tells something, not the days of them."""
    return {MONTHS[one[1].lower()] for one in _IN_MONTH.finditer(text, start, end)}


_LEAD = 12  # characters of the small word before a month
_MARK = re.compile(r"[;(–]|[,:](?!\d)|\b(?:and|but|und|aber)\b")
_IN_MONTH = re.compile(
    r"\b(?:[Ii][nm]|[Ff]or|[Ff]ür|[Dd]uring|[Ss]ince|[Ss]eit|[Tt]he|of|[Dd]er)\s"
    rf"({'|'.join(map(str.capitalize, MONTHS))})\b"
    r"(?!\s\d{1,2}\b)"
)
"""With its capital, for "the march" is no month."""


def is_of_months(reason: Reason, pair: Pair) -> bool:
    """Whether two months differ in which something is so: the rate of May is not that of June."""
    if reason.facet is not Facet.WHEN or reason.polarity is not Polarity.OPPOSES or not reason.claim_spans:
        return False
    month = reason.claim_spans[0]
    lead = pair.claim.text[max(0, month.start - _CLAUSE) : month.start]
    return lead.lower().endswith(("in ", "im ")) and month.text.lower() in MONTHS and _STATE.search(lead) is not None


_STATE = re.compile(
    r"\b(?:has|have|had|is|are|was|were)\s(?:(?:about|around|only|still|some|nearly|over|at least|more than)\s)?"
    r"(?:an?|the(?!\s(?:first|second|third|last|only|\w+est)\b)|no|\d[\d,.]*|two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve|twenty)\s"
    r"(?:(?!\b(?:when|since|after|before|until|that|who|which|whose|where|and|but|as)\b)[^,;:.()–—])*$",
    re.IGNORECASE,
)
"""What is or has something, up to a year in its clause: it may be so in one year, and in another.

The first to do a thing does it once; "the 2011 vote" names the vote by its year.
"""


def is_of_years(reason: Reason, pair: Pair) -> bool:
    """Whether two years differ, and nothing nearer, in which what the claim says is so."""
    years = (*reason.claim_spans, *reason.passage_spans)
    if reason.comparator != "dates" or not all(_YEAR.fullmatch(span.text) for span in years):
        return False
    year = reason.claim_spans[0]
    lead = pair.claim.text[max(0, year.start - _CLAUSE) : year.start]
    return bool(_IN.search(lead + year.text)) and _STATE.search(lead) is not None


_IN = re.compile(r"\b[Ii]n\s\d{4}$")
_CLAUSE = 160  # characters before a year in which its clause begins


_YEAR = re.compile(r"(?:[Ii]n\s)?\d{4}")
