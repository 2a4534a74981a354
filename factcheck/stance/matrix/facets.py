"""The matrix of a claim: which of its parts each origin covers, contradicts or is silent on, and what none covers.

It judges nothing anew. It is read off the judgements as they are stored (`covering`), so a face can show it without
loading the comparators. Carriers of one text are one origin, and count once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.domain import Claim, Evidence, Facet, Judgement, Search, Span, Stance
from factcheck.stance.matrix.covering import Coverage, coverage_of, lost_words
from factcheck.stance.matrix.parts import Part, PartKind
from factcheck.stance.matrix.placing import parts_of
from factcheck.stance.matrix.standing import stands_in, word_stands
from factcheck.stance.reading.badges import BEARS_NOTHING

_MOST_SHOWN = 6  # words of a gap that are written out
DISMISSED, SUGGESTED_UNRELATED = "a checker judged it unrelated", "suggested as unrelated, judged by nobody"
"""Why evidence without a badge bears nothing: what a person decided, and what only the program proposes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What an origin says of a part; `evidence` says it, `message` is its reason, "" where the words alone tell.

    A silent one may have a message, too: what the source says in its place, of perhaps another thing.
    """

    facet: Facet
    words: str
    coverage: Coverage
    evidence: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One origin, with the ids of its evidence, and a cell for each part in their order."""

    origin: str
    evidence: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A part that no origin covers, as a sentence; `contradicted` by how many origins."""

    facet: Facet
    words: str
    message: str
    contradicted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetMatrix:
    """The parts of a claim by the origins of its evidence, and its gaps. Only facets that the claim has are in it."""

    parts: tuple[Part, ...]
    rows: tuple[Row, ...]
    gaps: tuple[Gap, ...]


def facet_matrix(
    claim: Claim, evidence: Sequence[Evidence], dismissed: Collection[str] = (), search: Search | None = None
) -> FacetMatrix:
    """Return the matrix of a claim over its evidence, origins in the order of their first piece.

    `dismissed`: ids of evidence that a person judged unrelated; it covers nothing. `search`: the one that found it: a
    gap claims no more than it bears out. Where it was cut short, a passage that nobody looked at may have what is
    missing; one that scored low may have a word of it, and does not bear on the claim.
    """
    told = [one for one in evidence if _bears(one, dismissed)]
    parts = parts_of(claim, [one.judgement for one in told])
    by_origin: dict[str, list[Evidence]] = {}
    for one in evidence:
        by_origin.setdefault(one.candidate.origin, []).append(one)
    rows = tuple(_row(origin, found, parts, dismissed) for origin, found in by_origin.items())
    silent = [(one, _why_nothing(one, dismissed)) for one in evidence if one not in told]
    named = tuple({_name(part): part for part in reversed(parts)}.values())[::-1]
    return FacetMatrix(
        parts=named, rows=rows, gaps=tuple(_gaps(named, rows, _Known(claim, parts, told, silent, search)))
    )


def facet_cells(claim: Claim, judgement: Judgement) -> tuple[Cell, ...]:
    """Return the row of one judgement alone, as `compare` shows it."""
    parts = parts_of(claim, [judgement])
    return _once(parts, [_cell(part, parts, "", judgement) for part in parts])


def _bears(one: Evidence, dismissed: Collection[str]) -> bool:
    judgement = one.judgement
    nothing = not BEARS_NOTHING.isdisjoint(judgement.badges)
    return not (nothing or one.is_erased or one.id in dismissed or judgement.stance is Stance.UNRELATED)


# --- the cells --------------------------------------------------------------------------------------------------------

_RANKED = (Coverage.CONTRADICTED, Coverage.COVERED, Coverage.SILENT)
"""Of several passages of one origin the first of these counts: a contradiction is never hidden by what agrees."""


def _row(origin: str, evidence: Sequence[Evidence], parts: Sequence[Part], dismissed: Collection[str]) -> Row:
    cells = []
    for part in parts:
        found = [_cell(part, parts, one.id, one.judgement) for one in evidence if _bears(one, dismissed)]
        silent = Cell(facet=part.facet, words=part.words, coverage=Coverage.SILENT)
        cells.append(min(found, key=_rank, default=silent))
    return Row(origin=origin, evidence=tuple(one.id for one in evidence), cells=_once(parts, cells))


def _rank(cell: Cell) -> tuple[int, bool]:
    return _RANKED.index(cell.coverage), not cell.message


_Name = tuple[Facet, str, bool, Span | None]


def _name(part: Part) -> _Name:
    """Return what tells parts apart: a name is one, however often the claim has it; a figure may count two things."""
    named = part.facet in (Facet.WHO, Facet.WHERE)
    return part.facet, part.words, part.span is None, None if named else part.span


def _once(parts: Sequence[Part], cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the cells of parts with one for each name, the most telling."""
    best: dict[_Name, Cell] = {}
    for part, cell in zip(parts, cells, strict=True):
        best[_name(part)] = min(best.get(_name(part), cell), cell, key=_rank)
    return tuple(best.values())


def _cell(part: Part, parts: Sequence[Part], evidence: str, judgement: Judgement) -> Cell:
    coverage, message = coverage_of(part, parts, judgement)
    said = evidence if coverage is not Coverage.SILENT or message else ""
    return Cell(facet=part.facet, words=part.words, coverage=coverage, evidence=said, message=message)


# --- the gaps ---------------------------------------------------------------------------------------------------------

_NAMED: Mapping[PartKind, str] = {
    PartKind.CLAIMANT: "{} gives these words to {}",
    PartKind.NAME: "{} names {}",
    PartKind.PERSON: "{} names {}",
    PartKind.TITLE: "{} names the office “{}”",
    PartKind.SAID_ON: "{} says that it was said on {}",
    PartKind.DATE: "{} gives the date “{}”",
    PartKind.PLACE: "{} names the place {}",
    PartKind.NUMBER: "{} gives the number {}",
    PartKind.QUOTATION: "{} has the quoted words “{}”",
}


NO_SOURCE = "no source"
NONE_BEARING = "no source found"
NONE_KEPT, CUT_SHORT = "no passage kept", " (the search was cut short)"
"""What a gap says after a search that left nothing out, only what scored low, or that a limit cut short."""
_LAST = (PartKind.CLAIMANT, PartKind.SAID_ON)
"""Who says it and when: few sources repeat that, so the gaps that say more of the claim come first."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What gaps are told by: what bears on the claim; what bears nothing, each with why; the search that found it."""

    claim: Claim
    parts: Sequence[Part]
    told: Sequence[Evidence]
    silent: Sequence[tuple[Evidence, str]]
    search: Search | None

    @property
    def nothing(self) -> str:
        """What a gap speaks of: all sources, those that bear on the claim, or no more than what was kept."""
        if self.is_cut:
            return NONE_KEPT
        return NONE_BEARING if self.search is not None and self.search.left_out else NO_SOURCE

    @property
    def is_cut(self) -> bool:
        """Whether a limit cut the search short."""
        return self.search is not None and not self.search.is_whole

    def covered_once(self, part: Part) -> bool:
        """Whether a piece of evidence covers a part, though another of its origin contradicts it, which counts."""
        return any(coverage_of(part, self.parts, one.judgement)[0] is Coverage.COVERED for one in self.told)


def _gaps(parts: Sequence[Part], rows: Sequence[Row], known: _Known) -> Iterator[Gap]:
    """Yield what nothing covers."""
    undated = bool(known.told) and not any(one.candidate.source.published for one in known.told)
    for place, part in sorted(enumerate(parts), key=lambda one: one[1].kind in _LAST):
        cells = [row.cells[place] for row in rows]
        if any(cell.coverage is Coverage.COVERED for cell in cells):
            continue
        against = sum(cell.coverage is Coverage.CONTRADICTED for cell in cells)
        message = _lacking(part, known) if part.kind in _NAMED else _unsaid(part, known)
        disagree = against > 0 and known.covered_once(part)
        if disagree:
            message = f"one origin both has “{part.words}” and contradicts it: its copies or passages disagree"
        elif undated and part.kind is PartKind.SAID_ON:
            message += "; none of them is dated"
        if message.startswith(NONE_KEPT):
            message += CUT_SHORT
        if against > disagree:
            message += f"; {against} {'contradicts' if against == 1 else 'contradict'} it"
        yield Gap(facet=part.facet, words=part.words, message=message, contradicted=against)


def _lacking(part: Part, known: _Known) -> str:
    """Say that no source has a part; where one has its words, that nothing bears them out, or why it bears nothing."""
    if part.kind not in _LAST:
        if any(stands_in(part, known.claim, one) for one in known.told):
            return f"“{part.words}” stands in a source, but no reason bears it out"
        reasons = dict.fromkeys(why for one, why in known.silent if stands_in(part, known.claim, one))
        if reasons:
            return f"“{part.words}” stands only in what bears nothing out: {', '.join(reasons)}"
    return _NAMED[part.kind].format(known.nothing, part.words)


def _why_nothing(one: Evidence, dismissed: Collection[str]) -> str:
    """Say why evidence bears nothing: its badge, else who takes it for unrelated, a person or the program."""
    badge = next((badge for badge in one.judgement.badges if badge in BEARS_NOTHING), "")
    return badge or (DISMISSED if one.id in dismissed else SUGGESTED_UNRELATED)


def _unsaid(part: Part, known: _Known) -> str:
    """Say that no source says what the claim says, with the words that none of them has."""
    texts = [one.candidate.passage.text for one in (*known.told, *(one for one, _ in known.silent))]
    lost = [set(lost_words(part, one.judgement)) for one in known.told]
    nowhere = [
        word
        for word in part.words.split()
        if all(word in words for words in lost) and not any(word_stands(word, text) for text in texts)
    ]
    if not nowhere or not known.told:
        return f"{known.nothing} by itself says what the claim says"
    shown = ", ".join(f"“{word}”" for word in nowhere[:_MOST_SHOWN])
    more = len(nowhere) - _MOST_SHOWN
    none = f"{known.nothing} says what the claim says; none has {shown}"
    return none + (f" and {more} more words" if more > 0 else "")


__all__ = [
    "Cell",
    "Coverage",
    "FacetMatrix",
    "Gap",
    "Row",
    "facet_cells",
    "facet_matrix",
]
