"""The same figure in another role: "rose to 5%" beside "rose by 5%", "300 workers" beside "300 vacancies for workers".

Asked only of figures that agree, where the claim would else be called corroborated. Levels: *the same role, or not
told*; *another* (a change beside a level, so many fewer, a fraction of it, a count of something that is for what the
claim counts, the figure of a part beside that of the whole, a figure that the source says was wrong), which forbids
corroboration and conflicts with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.figures.figures import figures_in
from factcheck.stance.figures.ways import is_changed_by, is_level, says_direction
from factcheck.stance.reading.pair import Pair
from factcheck.text.sentences import sentence_at
from factcheck.text.words import fold, stem

STRENGTH = 0.5
_REACH = 40  # characters before a figure in which its fraction or its verb stands
_SMALL = r"(?:(?:about|around|nearly|almost|only|just|some|over|rund|etwa|fast|knapp) )?"
_LEVEL = re.compile(
    rf"\b(?:is|was|are|were|be|been|stands at|stood at|reached|hit|totals|totall?ed|liegt bei|lag bei|beträgt|betrug"
    rf"|erreichte) {_SMALL}\Z"
)
_CHANGE = re.compile(rf"([^\W\d_]+)(?: of| von| um)? {_SMALL}\Z")
_TO = re.compile(rf"\b(?:to|auf) {_SMALL}\Z")
_MOVED_TO = re.compile(rf"\b(?:went|goes|gone|moved|came|crept|edged|inched|is|are|was|were) (?:up|down) to {_SMALL}\Z")
_GROWTH = re.compile(
    r"\b(?:growth|inflation|(?:the|an|its) (?:increase|rise|fall|drop|gain)|Wachstum|Zuwachs|Anstieg)\b"
)
"""What is a change itself, whatever it comes to: "growth slowed to 1.9 %"."""
_FEWER = re.compile(r"(?: (?!or\b|oder\b)[\w-]+)? (?:fewer|less|weniger)\b")
_MORE_THAN = re.compile(r"(?: [\w-]+)? (?:more|mehr)\b[^.,;]{1,60}?\b(?:than|als)\b")
_CHANGES = re.compile(r"\b(?:fewer|less|more|weniger|mehr)\b")
_FRACTION = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|part|fraction|twice|double|treble|triple|per ?cent|times|most"
    r"|[\d.]+ ?%|hälfte|halb|drittel|viertel|fünftel|teil|doppelte|dreifache|prozent)"
    r" (?:(?:of|von|der|des) )?(?:(?:the|its|their|his|her|those|these|that|die|der|den|diese[rn]?) )?\Z",
    re.IGNORECASE,
)
_FOR = re.compile(r" (?P<what>[a-z][\w-]+) (?:for|of|to|per) (?:the |its |their |new )?(?P<whom>[\w-]+)")
_NO_OTHER_WORDS = """
    members pieces people numbers kinds types thousands millions hundreds dozens percent tonnes tons litres
    cases copies units heads kilos grams metres pupils students workers residents voters employees men women
    children square cubic"""
_NO_OTHER = frozenset(map(stem, _NO_OTHER_WORDS.split()))
"""What is counted in the place of what it is of: "300 members of staff", "300 cases of measles"."""
_ALL_IN_ALL = (
    r"(?:overall|in total|in all|altogether|nation-?wide|country-?wide|across the (?:country|city|board)"
    r"|as a whole|insgesamt|landesweit|bundesweit|alles in allem)"
)
_OVERALL = re.compile(rf"\b{_ALL_IN_ALL}\b", re.IGNORECASE)
_WHOLE = re.compile(
    rf"\d(?:[\d.,]*\d)?(?: ?%| (?:percent|per cent|Prozent))?(?: [\w-]+){{0,3}}? {_ALL_IN_ALL}\b", re.IGNORECASE
)
_ANOTHER_DEED = re.compile(
    r"[,–—] (?:(?:and|thus|so) )?(?!according|regarding|concerning|including|excluding)(?:\w+ing|which|who)\b"
)
"""What goes on with another deed, of which another figure is: "53 branches, leaving it with 211"."""
_PUT_RIGHT = re.compile(
    r"\b(?:the|der|die|das) (?:true|real|actual|correct|right|proper|final|revised|tatsächliche|wahre|richtige)"
    r" (?:\w+ ){0,2}?(?:is|was|turned out|ist|war|lag|liegt)\b"
    r"|\b(?:but|though|yet|however|aber|doch),? (?:\w+ ){0,3}?(?:in fact|in reality|actually|in truth|tatsächlich"
    r"|in Wirklichkeit)\b"
    r"|\b(?:later|since|then|subsequently|später|inzwischen) (?:\w+ ){0,2}?(?:corrected|revised|changed|amended|lowered"
    r"|raised|korrigiert\w*|berichtigt\w*)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")


def other_role(pair: Pair, reasons: Sequence[Reason]) -> Reason | None:
    """Return a reason where a figure that agrees says something else in the source than in the claim."""
    for one in reasons:
        if (
            one.comparator != "numbers"
            or one.polarity is not Polarity.SUPPORTS
            or not (one.claim_spans and one.passage_spans)
        ):
            continue
        ours, theirs = one.claim_spans[0], one.passage_spans[0]
        if not (_NUMBER.search(ours.text) or _NUMBER.search(theirs.text)):
            continue  # "two" is of many things
        told = next((each for each in _roles(pair, ours, theirs) if not _is_copied(pair, each)), None)
        if told is not None:
            return _reason(ours, told)
    return None


def _is_copied(pair: Pair, told: Span) -> bool:
    """Whether words of the source stand in a copy of the claim, which then says the same."""
    copy = pair.claim.text.strip(" .")
    at = pair.passage.text.find(copy, max(0, told.end - len(copy)))
    return 0 <= at <= told.start


def _roles(pair: Pair, ours: Span, theirs: Span) -> Iterator[Span]:
    """Yield the words by which the source has a figure in another role."""
    claim, text = pair.claim.text, pair.passage.text
    if _are_apart(claim, ours, text, theirs) or _are_apart(text, theirs, claim, ours):
        yield _before(text, theirs)
    if not _CHANGES.search(claim) and not _is_change(claim, ours):
        found = _FEWER.match(text, theirs.end) or _MORE_THAN.match(text, theirs.end)
        if found is not None:
            yield Span.cut(text, theirs.start, found.end())
    if _has_fraction(text, theirs) and not _has_fraction(claim, ours):
        yield _before(text, theirs)
    further = _of_another(pair, theirs), _of_a_part(pair, theirs), _put_right(pair, theirs)
    yield from (one for one in further if one is not None)


def _has_fraction(text: str, figure: Span) -> bool:
    return _FRACTION.search(text, max(0, figure.start - _REACH), figure.start) is not None


def _before(text: str, figure: Span) -> Span:
    """Return a figure with the two words before it."""
    words = text[: figure.start].rstrip().rsplit(" ", 2)
    return Span.cut(text, figure.start - len(" ".join(words[1:])) - 1 if len(words) > 1 else figure.start, figure.end)


def _is_change(text: str, figure: Span) -> bool:
    """Whether a figure is told as a change: "by 5%", "5% more", "rose 5%", "an increase of 5%"."""
    before = _CHANGE.search(text, max(0, figure.start - _REACH), figure.start)
    return is_changed_by(text, figure) or (before is not None and says_direction(before[1]))


def _are_apart(one: str, ours: Span, other: str, theirs: Span) -> bool:
    """Whether a text tells a figure as a change, and another the same figure as a level."""
    if not _is_change(one, ours):
        return False
    start = max(0, theirs.start - _REACH)
    moved_to = _MOVED_TO.search(other, start, theirs.start) is not None
    if moved_to or (_TO.search(other, start, theirs.start) and is_level(other, theirs)):
        return not _GROWTH.search(other, 0, theirs.start)
    still = _LEVEL.search(other, start, theirs.start) is not None
    return still and _goes_somewhere(one) and not _goes_somewhere(other)


def _goes_somewhere(text: str) -> bool:
    """Whether a text says that anything rises or falls."""
    return any(map(says_direction, re.findall(r"[^\W\d_]+", text)))


def _of_another(pair: Pair, figure: Span) -> Span | None:
    """Return where the source counts what is for, or of, what the claim counts: "300 vacancies for workers"."""
    found = _FOR.match(pair.passage.text, figure.end)
    if found is None:
        return None
    what, whom = (stem(fold(found[name])) for name in ("what", "whom"))
    answered = {one.passage.stem for one in pair.partners}
    if what in answered or what in _NO_OTHER or what in pair.claim.stems or whom not in answered:
        return None
    return Span.cut(pair.passage.text, figure.start, found.end())


def _of_a_part(pair: Pair, figure: Span) -> Span | None:
    """Return where the source has another figure for the whole than the one that agrees: "40% overall"."""
    if _OVERALL.search(pair.claim.text):
        return None
    start, end = sentence_at(pair.passage.sentences, figure.start) or (pair.start, pair.end)
    whole = next(_WHOLE.finditer(pair.passage.text, start, end), None)
    if whole is not None and _ANOTHER_DEED.search(pair.passage.text, figure.end, whole.start()):
        return None
    return None if whole is None or (whole.start() <= figure.end and figure.start < whole.end()) else _span(whole)


def _put_right(pair: Pair, figure: Span) -> Span | None:
    """Return where the source says behind a figure that another one is true."""
    start, end = sentence_at(pair.passage.sentences, figure.start) or (pair.start, pair.end)
    _, last = sentence_at(pair.passage.sentences, end + 1) or (start, end)
    found = _PUT_RIGHT.search(pair.passage.text, figure.end, last)
    if found is None:
        return None
    one = next((each for each in figures_in(pair.passage.text, start, end) if each.span.end == figure.end), None)
    units = {each.unit for each in figures_in(pair.passage.text, found.start(), last)}
    return _span(found) if one is not None and one.unit in units else None


def _span(found: re.Match[str]) -> Span:
    return Span(found.start(), found.end(), found.group())


def _reason(ours: Span, theirs: Span) -> Reason:
    return Reason(
        comparator="numbers",
        facet=Facet.HOW_MANY,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the source has {ours.text} in another role: “{theirs.text}”",
        claim_spans=(ours,),
        passage_spans=(theirs,),
    )
