"""The words of factcheck as plain, frozen types, and the protocols that rooms meet through.

No I/O and no dependency: `store/` maps these to tables, `reports/` writes them out. Field names are the JSON keys.

Conventions: spans are half-open, in Unicode code points; scores are floats 0..1, higher is closer; times are aware
UTC; tuples, never lists. What a machine run proposes is a suggestion; only a person's decision is a verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

Clock = Callable[[], datetime]
"""Tells the time (aware UTC). Passed in, so that pure rooms and tests have none of their own."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `[start, end)` in code points, with the characters it held (`whole[start:end] == text`)."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, whole: str, start: int, end: int) -> Span:
        """Cut `[start, end)` out of `whole`."""
        return cls(start, end, whole[start:end])


# --- the article and its claims ---------------------------------------------------------------------------------------


class Block(StrEnum):
    """The layout of a part of an article."""

    DATELINE = "dateline"
    HEADLINE = "headline"
    LABEL = "label"
    HEADING = "heading"
    TEASER = "teaser"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    BODY = "body"


class Disposition(StrEnum):
    """What became of a sentence: it carries claims, or the reason why it carries none."""

    CLAIMS = "claims"
    HEADING = "heading"
    BOILERPLATE = "boilerplate"
    TEASER = "teaser"
    CAPTION = "caption"
    DATELINE = "dateline"
    QUESTION = "question"
    NOT_CHECKABLE = "not-checkable"


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
    """How exactly a date is known. `until`: only that it was not later than `end`."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"
    UNTIL = "until"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """A resolved date or period, both ends inclusive.

    `span` is the expression in the text (None: none stood there); `inherited`: taken over from an earlier sentence;
    `rule` names the rule that resolved it.
    """

    start: date | None
    end: date | None
    precision: Precision
    span: Span | None = None
    inherited: bool = False
    rule: str = ""

    @property
    def iso(self) -> str:
        """ISO 8601 date or interval; an open end is `..` (ISO 8601-2, EDTF)."""
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
    """In what an article contradicts itself."""

    HEADLINE = "headline"
    TWO_NUMBERS = "two-numbers"
    CHANGE = "change"
    SHARE = "share"
    SUM = "sum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Where an article contradicts itself, in words (`message`), and the figures it is about; who errs is open."""

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
    def standing(self) -> str:
        """The office, with "former" before it where it is, and the words of the office do not say so themselves."""
        said = any(word in ("former", "ex") for word in self.office.lower().replace("-", " ").split())
        return f"former {self.office}" if self.former and self.office and not said else self.office


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a revision and what became of it; `reason` says why, in the name of the rule that decided."""

    start: int
    end: int
    text: str
    block: Block
    disposition: Disposition
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutHint:
    """What a file format itself says of `[start, end)`: "this is a heading", "this is a caption"."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A stretch of a transcript or statement that one person speaks; `label` is where the text names them.

    `[start, end)` is what they say, without the label. `said_on` is the day, where it was given with the text.
    """

    start: int
    end: int
    speaker: str
    label: Span | None = None
    said_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """From `start` to the next marker, the text stands at `locator` of what was read ("page 3", "00:01:12")."""

    start: int
    locator: str


class CitationKind(StrEnum):
    """How the writer gave a source."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The writer's own source, as the article's file gives it.

    `anchor` is the linked or commented text; for a mark (a footnote's number) it is empty and stands right behind the
    word that the mark follows. `target` is a URL, or the source in the writer's words; `pointer` says where in it
    ("p. 12"); `note` is what the writer wrote, whole; `author` who wrote it, where the file says (comments).
    """

    anchor: Span
    kind: CitationKind
    target: str
    pointer: str = ""
    note: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundCitation:
    """A citation with the ids of the claims it follows; none where its sentence carries no claim."""

    citation: Citation
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The claims of a text and the sentences it consists of; sentences cover every non-blank character, in order."""

    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    published: date | None = None
    published_from: str = ""
    engine: str = ""
    citations: tuple[BoundCitation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One version of an article: its text as read, its dateline and where that came from (option, metadata, text).

    What its file says beside the text: `layout`, `citations`, `turns` (who speaks) and `markers` (pages, time codes).
    """

    id: str
    article: str
    title: str
    text: str
    path: str
    published: date | None = None
    published_from: str = ""
    layout: tuple[LayoutHint, ...] = ()
    citations: tuple[Citation, ...] = ()
    turns: tuple[Turn, ...] = ()
    markers: tuple[Marker, ...] = ()


# --- sources and candidates -------------------------------------------------------------------------------------------


class Tier(StrEnum):
    """How close a source stands to what it reports; a default here, decided for each claim by a person."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that can bear on a claim, without its text.

    `id` is a digest of text and metadata; `digest` (SHA-256, hex) of the text alone; `origin` groups the sources that
    carry one and the same text; `path` is the file, with the record in it after `#` where a file holds several.
    """

    id: str
    digest: str
    origin: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    url: str = ""
    path: str = ""
    language: str = ""
    tier: Tier = Tier.SECONDARY


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source with its normalised text: what the document store keeps."""

    source: Source
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The unit of retrieval: `[start, end)` of its document's text; `locator` is for people ("paragraph 3")."""

    text: str
    start: int
    end: int
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or name to search for, and how much it counts beside the others (1.0: an ordinary word)."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What an index returns: a passage with its raw BM25 score."""

    source: Source
    passage: Passage
    bm25: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why a passage was retrieved: the scores that ranked it and the words and names it shares with the claim."""

    bm25: float
    token_set: float
    shared: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage retrieved for a claim. `rank` counts from 1; `carriers` are further sources of the same origin."""

    source: Source
    passage: Passage
    score: float
    rank: int
    origin: str
    tier: Tier
    locator: str
    digest: str
    match: Match
    carriers: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search as it was made, so that "searched, nothing found" can be cited.

    `retrieved`: passages that the index returned; `kept`: candidates made of them; `dropped`: step -> passages left
    out; `filters`: the limits it was made with (`retrieve`, `keep`, `floor`; `semantic` where the meaning counted).
    `at` and `event` are of the entry of the log that records it, no part of what was found; a search that is not on
    record has neither.
    """

    terms: tuple[Term, ...]
    corpus_digest: str
    documents: int
    retrieved: int
    dropped: Mapping[str, int] = field(default_factory=dict)
    kept: int | None = None
    filters: Mapping[str, float] = field(default_factory=dict)
    at: datetime | None = field(default=None, compare=False)
    event: int = field(default=0, compare=False)


class Step(StrEnum):
    """What became of a passage in a search: the step that left it out, or `KEPT`."""

    KEPT = "kept"
    JOINED = "joined to its neighbour"
    LOW = "scored low"
    ORIGIN = "same origin"
    SOURCE = "same source"
    BEST = "below the best"
    INDEX = "not among the best of the index"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of one passage in a search. `place` counts in the index's own order, `rank` after ranking again.

    `limit` is what `score` (of `Step.INDEX`: `bm25`; of `Step.BEST`: `rank`) was held against, `stands_for_it` the
    passage that was kept in its stead: another carrier of the text, its neighbour, or a better one of its source.
    """

    step: Step
    source: Source
    passage: Passage
    place: int = 0
    bm25: float = 0.0
    score: float | None = None
    rank: int = 0
    limit: float | None = None
    stands_for_it: Candidate | None = None


class CorpusIndex(Protocol):
    """What `matching/` asks of an index, here or on a cluster."""

    def retrieve(self, terms: Sequence[Term], k: int) -> Sequence[Hit]:
        """Return the `k` best passages for an OR of `terms`, best first."""
        ...

    def stretch(self, source: str, start: int, end: int) -> str:
        """Return `text[start:end]` of the source with this id; "" if it is gone."""
        ...

    @property
    def digest(self) -> str:
        """The digest of the set of documents searched."""
        ...

    @property
    def documents(self) -> int:
        """How many documents are searched."""
        ...


class Library(CorpusIndex, Protocol):
    """An index whose documents can be asked for by what a note names: that is how the writer's own sources are found.

    Each list is in the order of the ids, or best first; `k` is the most that are wanted.
    """

    def addressed(self, keys: Sequence[str], k: int) -> Sequence[Source]:
        """Return the sources with one of these keys of addresses or file names (`text.addresses`)."""
        ...

    def identified(self, start: str, k: int) -> Sequence[Source]:
        """Return the sources whose id begins so."""
        ...

    def labelled(self, words: Sequence[str], k: int) -> Sequence[Source]:
        """Return the sources that share the most, and the rarest, of these words in title, publisher and author."""
        ...

    def retrieve_from(self, sources: Sequence[str], terms: Sequence[Term], k: int) -> Sequence[Hit]:
        """Return what `retrieve` would, of these sources (ids) alone; the scores are those of the whole index."""
        ...


# --- judging ----------------------------------------------------------------------------------------------------------


class Stance(StrEnum):
    """How a passage bears on a claim."""

    CORROBORATES = "corroborates"
    CONFLICTS = "conflicts"
    RELATED = "related"
    UNRELATED = "unrelated"


class Target(StrEnum):
    """What a judgement is about: was it said (`said`), or is it so (`so`)."""

    SAID = "said"
    SO = "so"


class Facet(StrEnum):
    """The part of a claim that a reason is about."""

    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how many"
    QUOTED_WORDS = "quoted words"


class Polarity(StrEnum):
    """Which way a reason points; `context` points neither way (a badge, a gap)."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One comparison behind a stance, as a sentence a checker would write (`message`) and the characters it is about.

    `claim_spans` count from the start of the claim's verbatim words, `passage_spans` from the start of the passage.
    """

    comparator: str
    facet: Facet
    polarity: Polarity
    strength: float
    message: str
    claim_spans: tuple[Span, ...] = ()
    passage_spans: tuple[Span, ...] = ()


LATER = "later than the claim"
"""The badge of a source that was released after the statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the comparators make of a claim and a passage: a suggestion, with its reasons.

    `missing`: words of the claim without a partner in the passage (spans as in `Reason.claim_spans`); `badges`:
    "weaker than the claim", "later than the claim"; `aligned`: the stretch of the passage that answers the claim;
    `about`: the periods that this stretch speaks of, else the passage, else the title that it stands under; none where
    the passage has next to nothing of the claim.
    """

    stance: Stance
    target: Target
    scores: Mapping[Stance, float]
    confidence: float
    reasons: tuple[Reason, ...] = ()
    missing: tuple[Span, ...] = ()
    badges: tuple[str, ...] = ()
    aligned: Span | None = None
    about: tuple[DateValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell that a calculation cites: `cell` ("C17") of the table, its text as published, and what was read in it.

    `unit` as in `Quantity.unit`; `label` is what the table calls it; `source` and `digest` are the table's document.
    """

    table: str
    cell: str
    text: str
    value: Decimal
    unit: str
    label: str
    source: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """A formula over cells of tables, worked out: what it gives, and that rounded half up to `places` decimals.

    `unit`: "%", "pp", "per 1,000", "ratio", "rank", or that of the cells; `change`: it is a difference in time;
    `about`: what the tables say above their figures that they are about.
    """

    expression: str
    cells: tuple[TableCell, ...]
    result: Decimal
    unit: str
    change: bool
    rounded: Decimal
    places: int
    engine: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A candidate with its judgement, kept for a claim. It copies what it cites, so it outlives the corpus.

    `calculation`: what a person had worked out over a table, which is then the source; the passage has the cells.
    """

    id: str
    claim: str
    candidate: Candidate
    judgement: Judgement
    calculation: Calculation | None = None


class CitedStatus(StrEnum):
    """What came of one of the writer's own sources, looked up for a claim that it is cited for; most telling first.

    Nothing is fetched: "not in the corpus" says that the workspace does not hold the document, not that there is none.
    """

    CONFLICTS = "conflicts"
    SUPPORTS = "supports"
    SILENT = "silent"
    ABSENT = "not in the corpus"
    VAGUE = "pointer too vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """What a claim's citation leads to, and what is said there. `citation`: the digest of the citation.

    `sources`: the documents that are meant (ids); `evidence`: their best passages for the claim (ids); both are empty
    where no document was found. `reason` says in words how it was found and what it says, or why it was not found.
    """

    citation: str
    status: CitedStatus
    reason: str
    sources: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


# --- deciding ---------------------------------------------------------------------------------------------------------


class ReviewState(StrEnum):
    """Where a claim stands in the workflow; never mixed with the verdict.

    The last three left the claim list by a person's hand and keep their history. `superseded`: other claims stand for
    it; `withdrawn`: it is no claim; `undone`: a person made it, and took that back.
    """

    EXTRACTED = "extracted"
    PROPOSED = "proposed"
    SIGNED = "signed"
    STALE = "stale"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    UNDONE = "undone"


LISTED = (ReviewState.EXTRACTED, ReviewState.PROPOSED, ReviewState.SIGNED, ReviewState.STALE)
"""The states of the claims that a list shows where it is not asked for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One step of the scale. `needs`: what a verdict with it must cite ("evidence", "search" or "nothing")."""

    id: str
    label: str
    letter: str
    meaning: str
    needs: str = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the append-only log. `digest` is SHA-256 over the canonical JSON (RFC 8785) of all other fields.

    `subject` is the claim or revision it is about; `prev` the digest of the entry before (64 zeros at the start).
    """

    seq: int
    at: datetime
    user: str
    kind: str
    subject: str
    revision: str
    body: Mapping[str, Any]
    schema: int
    prev: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a checker concludes, and why."""

    rating: str
    rationale: str
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceDecision:
    """A person's stance on a piece of evidence; it never overwrites the machine's suggestion."""

    stance: Stance
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What was said in its own language, where the article quotes a translation.

    `language` is a BCP 47 tag ("de"); `translator` is "" where nobody is named.
    """

    wording: str
    language: str
    translator: str
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark on a claim or on one piece of its evidence. The log holds a salted digest of `text`, not the text."""

    text: str
    evidence: str
    user: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """A reviewer's signature over `digest`. Without keys, identity is asserted, not proved."""

    user: str
    at: datetime
    digest: str
    self_signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word on who asserts a claim or when, in place of what was extracted. One of the two is corrected.

    `claimant` None: the article itself asserts; `said_on` None: not known. `text` is the claim's self-contained wording
    with this claimant.
    """

    user: str
    at: datetime
    claimant: Claimant | None = None
    said_on: DateValue | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A person's removal of a claim from the list: `by` the claims that stand for it, or withdrawn for a `reason`."""

    user: str
    at: datetime
    by: tuple[str, ...] = ()
    reason: str = ""


MACHINE = "factcheck"
"""The user of events that a machine run appends; no person can have this name."""

CLAIMANT, SAID_ON = "claimant", "said_on"
"""What can be corrected in a claim: the keys of `ClaimState.corrections`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimState:
    """What the log says of a claim now: the fold of its events.

    `evidence`: ids of what the last matching run found, or a person judged or had `calculated`; `binding`: digest of
    all that a sign-off would bind now; `seq`: the last event that counts (a face presents it, so that a lost race is
    seen); `replaces`: the claims that this one stands for, by a person's hand; `cited_sources`: what came of the
    writer's own sources when the claim was matched last, with the stances as they are now.
    """

    claim: str
    review_state: ReviewState = ReviewState.EXTRACTED
    verdict: Verdict | None = None
    sign_off: SignOff | None = None
    stances: Mapping[str, StanceDecision] = field(default_factory=dict)
    cited: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    original: Original | None = None
    evidence: tuple[str, ...] = ()
    cited_sources: tuple[CitedSource, ...] = ()
    search: Search | None = None
    contributors: tuple[str, ...] = ()
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    replaces: tuple[str, ...] = ()
    removal: Removal | None = None
    calculated: tuple[str, ...] = ()
    binding: str = ""
    seq: int = 0
    changed_by: str = ""
    changed_at: datetime | None = None

    @property
    def cited_source(self) -> CitedStatus | None:
        """The status that stands for all of the claim's cited sources: the most telling; None where there are none."""
        statuses = {one.status for one in self.cited_sources}
        return next((status for status in CitedStatus if status in statuses), None)

    def corrected(self, claim: Claim) -> Claim:
        """Return the claim as it stands now: what a person corrected, over what was extracted."""
        if who := self.corrections.get(CLAIMANT):
            claim = replace(claim, claimant=who.claimant, text=who.text)
        if when := self.corrections.get(SAID_ON):
            claim = replace(claim, said_on=when.said_on)
        return claim


class ClaimSummary(NamedTuple):
    """A row of the claim list. Counts are of origins, a person's stance before the suggested one.

    `citations`: how many sources of the writer's own; `cited_source`: the most that one of them has to say.

    A tuple, since lists are made of thousands: five times as fast to make as a frozen dataclass.
    """

    number: int
    id: str
    article: str
    start: int
    end: int
    verbatim: str
    text: str
    claimant: str
    said_on: str
    form: Form
    content: Content
    check_worthiness: float
    review_state: ReviewState
    rating: str = ""
    rationale: str = ""
    checker: str = ""
    reviewer: str = ""
    self_signed: bool = False
    corroborates: int = 0
    conflicts: int = 0
    related: int = 0
    judged: int = 0
    notes: int = 0
    citations: int = 0
    cited_source: CitedStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """A row of the article list, with how far its claims have come."""

    id: str
    revision: str
    title: str
    path: str
    published: date | None
    published_from: str
    claims: int = 0
    signed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with all that a face shows beside it.

    `evidence`: what stands now, the writer's own sources first, then best first; `cited_sources`: one for each of
    `citations`, in their order, None where it was not looked up yet.
    """

    summary: ClaimSummary
    claim: Claim
    revision: str
    sentence: str
    state: ClaimState
    evidence: tuple[Evidence, ...]
    citations: tuple[Citation, ...] = ()
    cited_sources: tuple[CitedSource | None, ...] = ()

    @property
    def of_the_writer(self) -> frozenset[str]:
        """The evidence (ids) that comes from the writer's own sources."""
        return frozenset(e for one in self.cited_sources if one for e in one.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that was not read, not used or not certain: counted and listed, never dropped silently."""

    path: str
    reason: str
    remedy: str
