"""Why a passage does not stand beside a claim: the search is made again, and each step told. Nothing is stored.

The passage is looked for under the limits of the configuration as it is now, in the corpus as it is now; where the
search on record saw another corpus or had other limits, that is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain import Claim, ClaimView, Evidence, Fate, Search, Source, Step
from factcheck.errors import InputError
from factcheck.matching import claim_terms, filters, trace
from factcheck.text.tables.formulas import column_name

if TYPE_CHECKING:
    from factcheck.corpus import Corpus
    from factcheck.workbench import Workbench

MOST_SOURCES = 5
"""Sources told of where words are given that stand in several."""
LOOKED_THROUGH = 200
"""Passages looked through for the words given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A passage with what became of it; `evidence` is what stands beside the claim of it, alone or with its neighbours.

    `why_there`: why it stands there though the search leaves it out, or does not though the search keeps it.
    """

    fate: Fate
    evidence: Evidence | None = None
    why_there: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """What became of the passages asked about; `unseen` are sources of which no passage has a word of the claim.

    `outdated`: the search on record saw another corpus than this one or had other limits, or there is none.
    """

    claim: Claim
    search: Search
    passages: tuple[Asked, ...]
    unseen: tuple[Source, ...]
    outdated: bool


def why_not(bench: Workbench, claim: str, wanted: str) -> WhyNot:
    """Tell what became of a document's passages, or of those that hold some words, in the search for a claim.

    `wanted`: the start of a document's id, or words as they stand in a passage.

    Raises:
        InputError: no document and no passage is meant by `wanted`.
        NoWorkspaceError: there is no corpus.
    """
    view = bench.claim(claim)
    kept = {_address(item): item for item in view.evidence if item.calculation is None}
    with bench.open_corpus(article=view.summary.article) as corpus:
        sources, words = _meant(corpus, wanted)
        passages: list[Asked] = []
        unseen = []
        for source in sources:
            fates, search = trace(view.claim, corpus, source.id, **bench.settings.limits)
            told = [one for one in fates if _plain(words) in _plain(one.passage.text)]
            passages += [_asked(one, view, kept) for one in told]
            unseen += [] if told else [source]
        recorded = view.state.search
        now = (corpus.digest, filters(**bench.settings.limits))
        outdated = recorded is None or (recorded.corpus_digest, recorded.filters) != now
    return WhyNot(claim=view.claim, search=search, passages=tuple(passages), unseen=tuple(unseen), outdated=outdated)


def _meant(corpus: Corpus, wanted: str) -> tuple[list[Source], str]:
    """Return the sources that are meant, and the words that their passages are to hold ("" for any)."""
    try:
        return [corpus.document(corpus.find(wanted)).source], ""
    except InputError:
        if not _plain(wanted):
            raise
    hits = corpus.retrieve(claim_terms(wanted), LOOKED_THROUGH)
    found = {hit.source.id: hit.source for hit in hits if _plain(wanted) in _plain(hit.passage.text)}
    if not found:
        if cell := _in_table(corpus, _plain(wanted)):
            raise InputError(
                f"these words stand in a table, which no search by word looks through: {cell}",
                hint="`factcheck claim cells CLAIM` offers the cells that bear on a claim",
                subject=wanted,
            )
        raise InputError(
            "no document has an id that begins so, and no passage holds these words",
            hint="`factcheck corpus list` shows the ids; `factcheck corpus search TEXT` finds passages",
            subject=wanted,
        )
    return list(found.values())[:MOST_SOURCES], wanted


def _in_table(corpus: Corpus, wanted: str) -> str:
    """Return the first cell of the corpus's tables that has some words, or is called by them, as it is cited."""
    for source in corpus.tables():
        table = corpus.table(source.id)
        for x, y, labels, text in table.figures():
            if any(wanted in _plain(words) for words in (text, *labels)):
                return f"{table.name}!{column_name(x)}{y}"
    return ""


CITED = "the writer cites its source, which is judged first whatever its score"
BROUGHT = "a person brought it"
DECIDED = "a person judged or cited it, so it stays from an earlier search"
EARLIER = "the last check found it, in another corpus, with other limits or by an earlier program"
INSTEAD = "a passage of the same source that overlaps with it stands there, since the writer cites that source"
UNCHECKED = "the last check was of another corpus, had other limits or was made by an earlier program"
"""Why a passage stands beside a claim against what the search says of it, or does not."""
_STANDS = frozenset([Step.KEPT, Step.JOINED])


def _asked(fate: Fate, view: ClaimView, kept: dict[tuple[str, int, int], Evidence]) -> Asked:
    there = _evidence(fate, kept)
    if there is None:
        return Asked(fate=fate, why_there=_why_away(fate, kept) if fate.step in _STANDS else "")
    return Asked(fate=fate, evidence=there, why_there="" if fate.step in _STANDS else _why_there(there, view))


def _why_there(there: Evidence, view: ClaimView) -> str:
    if there.id in view.of_the_writer:
        return CITED
    if not there.candidate.rank:
        return BROUGHT
    return DECIDED if there.id in {*view.state.stances, *view.state.cited} else EARLIER


def _why_away(fate: Fate, kept: Iterable[tuple[str, int, int]]) -> str:
    passage = fate.passage
    beside = any(one == fate.source.id and start < passage.end and passage.start < end for one, start, end in kept)
    return INSTEAD if beside else UNCHECKED


def _evidence(fate: Fate, kept: dict[tuple[str, int, int], Evidence]) -> Evidence | None:
    """Return what stands beside the claim of a passage: itself, or the stretch that it is joined into."""
    passage = fate.passage
    return next(
        (
            item
            for (source, start, end), item in kept.items()
            if source == fate.source.id and start <= passage.start and passage.end <= end
        ),
        None,
    )


def _address(item: Evidence) -> tuple[str, int, int]:
    passage = item.candidate.passage
    return item.candidate.source.id, passage.start, passage.end


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
