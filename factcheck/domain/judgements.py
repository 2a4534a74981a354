"""What a source says of a claim: the stance, its reasons, and the evidence that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from factcheck.domain.claims import DateValue
from factcheck.domain.searches import Candidate
from factcheck.domain.sources import ERASED
from factcheck.domain.spans import Span


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


WORD_FOR_WORD = 0.8
"""The strength of a reason that says that quoted words stand in a passage as they are quoted."""

LATER = "later than the claim"
"""The badge of a source that was released after the statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the comparators make of a claim and a passage: a suggestion, with its reasons.

    `missing`: words of the claim without a partner in the passage, figures and dates whole (spans as in
    `Reason.claim_spans`); `badges`: "weaker than the claim", "later than the claim"; `aligned`: the stretch of the
    passage that answers the claim; `about`: the periods that this stretch speaks of, else the passage, else the title
    that it stands under; none where the passage has next to nothing of the claim. `confidence`: the score of its
    stance, which says nothing of one that takes no side: the rules abstained, whatever the scores.
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

    @property
    def takes_side(self) -> bool:
        """Whether it says that the passage speaks for or against the claim; else it abstains."""
        return self.stance in (Stance.CORROBORATES, Stance.CONFLICTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell that a calculation cites: `cell` ("C17") of the table, its text as published, and what was read in it.

    `unit` as in `Quantity.unit`; `label` is what the table calls it; `source` and `digest` are the table's document;
    `scale`: the words of the table that multiply its figures, as the value has them ("thousand": 1,234 is 1,234,000).
    """

    table: str
    cell: str
    text: str
    value: Decimal
    unit: str
    label: str
    source: str
    digest: str
    scale: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """A formula over cells of tables, worked out: what it gives, and that rounded half up to `places` decimals.

    `unit`: "%", "pp", "per 1,000", "ratio", "rank", or that of the cells; `change`: it is a difference in time;
    `about`: what the tables say above their figures that they are about; `notes`: their unit, period and footnotes.
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
    notes: str = ""


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

    @property
    def is_erased(self) -> bool:
        """Whether its words were erased, as personal ones."""
        return self.candidate.source.title == self.candidate.passage.text == ERASED


class CitedStatus(StrEnum):
    """What came of one of the writer's own sources, looked up for a claim that it is cited for; most telling first.

    Nothing is fetched: "not in the corpus" says that the workspace does not hold the document, not that there is none.
    "unreachable" says that it does not hold it, and that the site gave none when it was asked last. "table not read"
    says that it is a table, of which no cell could be told to answer the claim: it is not silent.
    """

    CONFLICTS = "conflicts"
    SUPPORTS = "supports"
    UNREACHABLE = "unreachable"
    SILENT = "silent"
    UNREAD = "table not read"
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
