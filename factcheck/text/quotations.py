"""Find quoted stretches of a text, with their marks; decides nothing about what a quotation is for.

Method: marks are paired inside a paragraph (or a line broken on purpose) only, so a missing mark never swallows more.
Double marks (curly, straight, German, guillemets, doubled backticks) are paired first with a stack; single marks are
read afterwards, outside them, and only where they cannot be apostrophes. One pass over the marks each: linear time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.domain import Span
from factcheck.text.paragraphs import line_spans, paragraph_spans, trim

DOUBLE_LIMIT = 4_000  # characters; a longer stretch between two double marks is a lost mark, not a quotation
LEFT_OPEN_LIMIT = 700  # characters; longer speech without a closing mark is a stray mark
SINGLE_LIMIT = 700  # the same for single marks, which are more often apostrophes

_DOUBLE = re.compile(r"[\"“”„‟«»＂「」『』]|``|['’]{2}")
_SINGLE = re.compile(r"['‘’‚‹›]")
_MARK = re.compile(r"\"|“|”|„|‟|«|»|＂|「|『|‘|‚|‹|›|``|''|'’|’'|’’|'(?<![^\W_]')")
"""What a quotation can open with, or close without its opening: no apostrophe within a word.

Each way begins with a character of its own, so that the engine skips to the next of them.
"""
_MIXED = {"'’": "''", "’'": "''"}
_CLOSERS = {
    "“": ("”", "“", '"', "''", "’’"),
    "„": ("“", "”", '"'),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    "＂": ("＂",),
    "「": ("」",),
    "『": ("』",),
    "”": ("”",),
    '"': ('"', "”", "''", "’’"),
    "``": ("''", '"', "’’"),
    "''": ("''", '"', "’’"),
}
_SPEAKS = r"(?:said|says|added|adds|told|tells|asked|wrote|writes)"
_SUBJECT = rf"(?:(?:[A-Z][\w’'.-]+\s){{1,4}}|(?:he|she|they)\s){_SPEAKS}\b"
_INVERTED = rf"{_SPEAKS}\s(?:[A-Z]|the\s|an?\s)"
_REPORT = re.compile(rf",(?=\s(?:{_SUBJECT}|{_INVERTED}))")
_REPORT_BEHIND = re.compile(rf"\s(?:{_SUBJECT}|{_INVERTED})")
_SHORT_YEAR = re.compile(r"\d\d(?:s|ers?)?(?![\w]|[.,]\d)")
_STOP = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“A-Z])")
_BEFORE_OPENING = frozenset('([{-–—:/“"„«,;…>|*_')
_AFTER_CLOSING = frozenset(" \t\n\r.,;:!?)]}-–—/…\"”“»*_|’'")

Pair = tuple[int, int]


def find_quotations(text: str, start: int = 0, end: int | None = None, *, closed: bool = False) -> list[Span]:
    """Return the outermost quoted stretches of `text[start:end]`, marks included, in order.

    A quotation that is not closed in its paragraph counts, up to the paragraph's end, where the next paragraph opens
    with a mark again (the convention for speech over several paragraphs) or no other quotation follows it
    (`closed` leaves out the latter). Offsets count from the start of `text`.
    """
    stop = len(text) if end is None else end
    if _MARK.search(text, start, stop) is None and text[start : start + 1] != "'":
        return []
    lines = [line for low, high in paragraph_spans(text, start, stop) for line in line_spans(text, low, high)]
    lines = [(low, high) for low, high in (trim(text, *line) for line in lines) if low < high]
    following: list[Pair | None] = [*lines[1:], None][: len(lines)]
    found: list[Span] = []
    for (low, high), after in zip(lines, following, strict=True):
        continues = after is not None and text[after[0]] in '“"„«'
        found.extend(Span.cut(text, a, b) for a, b in _pairs(text, low, high, continues=continues, closed=closed))
    return found


def _pairs(text: str, low: int, high: int, *, continues: bool, closed: bool) -> list[Pair]:
    doubles, unclosed = _double_pairs(text, low, high)
    lost = unclosed is not None and not closed and _left_open(text, low, high, unclosed, doubles)
    if unclosed is not None and unclosed + 1 < high and (continues or lost):
        doubles = [pair for pair in doubles if pair[1] <= unclosed]
        report = _REPORT.search(text, unclosed, high) if lost else None
        doubles.append((unclosed, report.start() + 1 if report else high))
    singles = _single_pairs(text, low, high, doubles)
    return _outermost([*doubles, *singles])


def _left_open(text: str, low: int, high: int, at: int, pairs: Sequence[Pair]) -> bool:
    """Tell whether a mark opens speech that lost its closing mark: it begins a sentence, and no quotation follows."""
    before = text[max(low, at - 4) : at].rstrip()
    begins = at == low or (text[at - 1].isspace() and before[-1:] in (".", "!", "?", "”", '"', ":"))
    return begins and high - at <= LEFT_OPEN_LIMIT and all(b <= at for _, b in pairs)


def _double_pairs(text: str, low: int, high: int) -> tuple[list[Pair], int | None]:
    """Pair the double marks; return the pairs and the first opening mark that stayed open."""
    stack: list[tuple[str, int]] = []
    pairs: list[Pair] = []
    for match in _DOUBLE.finditer(text, low, high):
        mark, at, after = _MIXED.get(match.group(), match.group()), match.start(), match.end()
        if stack and mark in _CLOSERS.get(stack[-1][0], ()) and _closes(text, mark, at, after, low, high, stack):
            _, opened = stack.pop()
            if after - opened <= DOUBLE_LIMIT:
                pairs.append((opened, after))
        elif not stack and mark in ('"', "”") and _lost_opening(text, at, after, high):
            begin = _sentence_start(text, low, at)
            pairs.append((max([begin, *(b for _, b in pairs[-1:])]), after))
        elif _opens(text, mark, at, after, low, high) or (
            mark == "”" and not stack and _typed_for_opening(text, at, low, high)
        ):
            stack.append((mark, at))
    last = max((opened for opened, _ in pairs), default=-1)
    return pairs, min((opened for _, opened in stack if opened > last), default=None)  # else its closing mark is lost


def _lost_opening(text: str, at: int, after: int, high: int) -> bool:
    """Tell whether a mark closes speech that lost its opening mark: "We lost it all," with a report behind it."""
    return text[at - 1 : at] in (",", "?", "!") and _REPORT_BEHIND.match(text, after, high) is not None


def _sentence_start(text: str, low: int, at: int) -> int:
    """Return where the sentence begins that a mark at `at` closes."""
    stops = [stop.end() for stop in _STOP.finditer(text, max(low, at - LEFT_OPEN_LIMIT), at)]
    return stops[-1] if stops else low


def _closes(text: str, mark: str, at: int, after: int, low: int, high: int, stack: Sequence[tuple[str, int]]) -> bool:
    if mark == "“":  # closes „German“; after “ it opens again, unless it plainly was typed for ”
        ends = at > low and text[at - 1] in ",.!?…" and (after >= high or not text[after].isalnum())
        return stack[-1][0] == "„" or ends
    if mark not in ('"', "''"):
        return True
    spaced_before = at == low or text[at - 1].isspace()
    glued_after = after < high and text[after].isalnum()
    return not (spaced_before and glued_after)


def _opens(text: str, mark: str, at: int, after: int, low: int, high: int) -> bool:
    if mark in ("”", "’’", "」", "』") or after >= high:
        return False
    if text[after].isspace():  # "“ … if it were held today”", and French « … »
        return mark in ("“", "„", "«", '"') and (at == low or text[at - 1].isspace())
    if mark in ("“", "„", "‟", "``", "「", "『"):
        return True
    glued = text[at - 1 : at] in (".", "!", "?") and text[after].isalpha()  # 'It rained."We lost it all," he said'
    return at == low or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING or glued


def _typed_for_opening(text: str, at: int, low: int, high: int) -> bool:
    """Tell whether a closing mark stands where only an opening one can: first in its line, or before a word."""
    return at == low or (at + 1 < high and text[at + 1].isalnum() and text[at - 1].isspace())


def _single_pairs(text: str, low: int, high: int, doubles: Sequence[Pair]) -> list[Pair]:
    """Pair single marks outside `doubles`, passing over apostrophes and possessives."""
    marks = [m.start() for m in _SINGLE.finditer(text, low, high)]
    marks = _outside(marks, _outermost(doubles))
    pairs: list[Pair] = []
    opened: int | None = None
    for index, at in enumerate(marks):
        if _opens_single(text, at, low, high):
            opened = at
        elif opened is not None and _closes_single(text, opened, at, high):
            later = marks[index + 1] if index + 1 < len(marks) else None
            if _possessive(text, at, later, high):
                continue
            if at + 1 - opened <= SINGLE_LIMIT:
                pairs.append((opened, at + 1))
            opened = None
    return pairs


def _outside(marks: Sequence[int], pairs: Sequence[Pair]) -> list[int]:
    kept: list[int] = []
    rest = iter(pairs)
    current = next(rest, None)
    for at in marks:
        while current is not None and current[1] <= at:
            current = next(rest, None)
        if current is None or at < current[0]:
            kept.append(at)
    return kept


def _opens_single(text: str, at: int, low: int, high: int) -> bool:
    mark = text[at]
    if at + 1 >= high:
        return False
    if mark in "‘‚":
        return not text[at + 1].isspace()
    behind = at == low or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING
    if mark in "‹›":
        return behind and not text[at + 1].isspace()
    counts = text[at + 1].isdigit() and _SHORT_YEAR.match(text, at + 1) is None  # "the '90s"
    if mark == "’" or not (text[at + 1].isalpha() or counts or text[at + 1] in '“"[$£€'):
        return False
    return behind


def _closes_single(text: str, opened: int, at: int, high: int) -> bool:
    if "›" in (text[at], text[opened]) or "‹" in (text[at], text[opened]):
        return (text[opened], text[at]) in (("‹", "›"), ("›", "‹"))
    if text[at - 1].isspace():
        return False
    return at + 1 >= high or text[at + 1] in _AFTER_CLOSING


def _possessive(text: str, at: int, later: int | None, high: int) -> bool:
    """Tell whether the mark at `at` looks like "the voters' choice", with a better closing mark to come."""
    if text[at - 1] != "s" or at + 2 >= high or not text[at + 2].islower():
        return False
    return later is not None and _closes_single(text, at, later, high)


def _outermost(pairs: Sequence[Pair]) -> list[Pair]:
    """Sort `pairs` and leave out those that stand inside another."""
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    kept: list[Pair] = []
    for pair in ordered:
        if not kept or pair[0] >= kept[-1][1]:
            kept.append(pair)
    return kept


__all__ = ["find_quotations"]
