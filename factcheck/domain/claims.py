"""A claim, and what is read in it: who, when, how many, which names, the items a checker ticks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from factcheck.domain.offices import is_former
from factcheck.domain.spans import Block, Span


class Form(StrEnum):
    """How a claim is worded: somebody's words, partly, in report, or the article's own narration (`none`)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NONE = "none"


class Content(StrEnum):
    """What kind of thing a claim asserts."""

    FACT = "fact"
    PREDICTION = "prediction"
    POSITION = "position"
    DIRECTIVE = "directive"


class Precision(StrEnum):
    """How exactly a date is known. `until`: only that it was not later than `end`; `unresolved`: not at all."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"
    UNTIL = "until"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """A resolved date or period, both ends inclusive.

    `span` is the expression in the text (None: none stood there); `inherited`: taken over from an earlier sentence;
    `rule` names the rule that resolved it. `readings`: the days that an unresolved date may be; () where there is no
    such day.
    """

    start: date | None
    end: date | None
    precision: Precision
    span: Span | None = None
    inherited: bool = False
    rule: str = ""
    readings: tuple[date, ...] = ()

    @property
    def iso(self) -> str:
        """ISO 8601 date or interval; an open end is `..`, one of several days `[a,b]` (ISO 8601-2, EDTF)."""
        if self.precision is Precision.UNRESOLVED:
            return f"[{','.join(day.isoformat() for day in self.readings)}]"
        start, end = (d.isoformat() if d else ".." for d in (self.start, self.end))
        return start if start == end else f"{start}/{end}"


class Operator(StrEnum):
    """How a quantity relates to the number that stands in the text."""

    EQUAL = "="
    ABOUT = "~"
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE_THAN = ">"
    LESS_THAN = "<"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it counts. `low == high` unless it is a range; scale (thousand, bn) is multiplied in.

    `unit`: "%", "pp" (percentage points), "km", an ISO 4217 code for money, or "" for a plain count;
    `noun`: the counted noun as it stands in the text ("homes"), or "".
    """

    span: Span
    low: Decimal
    high: Decimal
    unit: str = ""
    operator: Operator = Operator.EQUAL
    noun: str = ""


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A mention (`span`) of somebody or something, with the fullest name the article gives for it."""

    span: Span
    name: str
    kind: NameKind


class ItemKind(StrEnum):
    """What kind of thing a checker ticks in a claim."""

    NAME = "name"
    TITLE = "title"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A tickable part of a claim."""

    kind: ItemKind
    span: Span


class FindingKind(StrEnum):
    """In what an article contradicts itself, or the calendar."""

    HEADLINE = "headline"
    TWO_NUMBERS = "two-numbers"
    CHANGE = "change"
    SHARE = "share"
    SUM = "sum"
    DATE = "date"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where an article contradicts itself, in words (`message`), and what it is about; who errs is open."""

    kind: FindingKind
    message: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way in which an article writes a name, and how often it does so."""

    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A row of the names sheet: a person, an organisation or a place, wherever the article names it.

    `titles` and `ages` as they stand in the text; `doubts`: in words, what a checker should look at (another spelling,
    a name that is nearly the same, two ages).
    """

    name: str
    kind: NameKind
    spellings: tuple[Spelling, ...]
    spans: tuple[Span, ...]
    titles: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


_OPEN = frozenset(["he", "she"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """Who asserts a claim. `name` is the fullest one in the article; `mention` is where the claim names them.

    `former`: holds the office no longer; `rule` and `confidence` (0..1) say how the attribution was found.
    """

    name: str
    office: str = ""
    former: bool = False
    mention: Span | None = None
    rule: str = ""
    confidence: float = 1.0

    @property
    def called(self) -> str:
        """The name; a pronoun that stands for one is told as open: it may mean two people, or nobody who is named."""
        return f"{self.name} (not settled)" if self.name.lower() in _OPEN else self.name

    @property
    def standing(self) -> str:
        """The office, with "former" before it where it is, and the words of the office do not say so themselves."""
        return f"former {self.office}" if self.former and self.office and not is_former(self.office) else self.office


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One more place where an article makes the same claim (a headline, say)."""

    span: Span
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable assertion, anchored to `[start, end)` of its revision: `revision.text[start:end] == verbatim`.

    `text` is `verbatim` made self-contained by added [brackets] only. All spans count from the start of the
    revision. `claimant` is None where the article itself asserts; `check_worthiness` (0..1) sorts, and hides nothing.
    `locator` is where it stands in what was read, for people ("page 3", "00:01:12"); "" where the format has no such.
    `marks`: where notes are called inside it ("[2]"), which are no words of it.
    """

    id: str
    start: int
    end: int
    verbatim: str
    text: str
    form: Form
    content: Content
    claimant: Claimant | None = None
    medium: str = ""
    cue: Span | None = None
    quotations: tuple[Span, ...] = ()
    said_on: DateValue | None = None
    dates: tuple[DateValue, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    names: tuple[Name, ...] = ()
    modality: str = ""
    check_worthiness: float = 0.0
    check_worthiness_reasons: tuple[str, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    locator: str = ""
    items: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()
    marks: tuple[Span, ...] = ()

    @property
    def wording(self) -> str:
        """`text` without the marks of notes, and the blank before each."""
        words = self.text
        for mark in reversed(self.marks):
            before = self.verbatim[: mark.start - self.start].count(mark.text)
            at = -1
            for _ in range(before + 1):
                at = words.find(mark.text, at + 1)
            if at >= 0:
                words = words[:at].removesuffix(" ") + words[at + len(mark.text) :]
        return words

    def unmarked(self, span: Span) -> str:
        """Return the words of a stretch of the revision, without the marks of this claim's notes in them."""
        words = span.text
        for mark in reversed(self.marks):
            if span.start <= mark.start and mark.end <= span.end:
                low, high = mark.start - span.start, mark.end - span.start
                words = words[:low].removesuffix(" ") + words[high:]
        return words

    @property
    def words(self) -> str:
        """`verbatim` without the marks of notes."""
        return self.unmarked(Span(self.start, self.end, self.verbatim))
