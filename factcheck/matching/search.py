"""Find the candidates for a claim: ask the index, re-rank, sift, and record the search.

BM25 is the base of the ranking. Fuzzy scores are features beside it: measured on CheckThat 2020, `token_set_ratio`
alone ranks at MAP@5 .62 where BM25 has .88, so a fuzzy score never decides alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.domain import (
    LEFT_OUT,
    Candidate,
    Claim,
    Fate,
    Hit,
    Library,
    Passage,
    Retrieval,
    Search,
    Shelved,
    Step,
    Term,
)
from factcheck.matching.features import Asked, ask
from factcheck.matching.places import place_of_words
from factcheck.matching.ranking import READ, Scored, explain, rank
from factcheck.matching.sifting import MOST_PER_SOURCE, Group, Kept, Sifted, sift
from factcheck.matching.terms import claim_terms
from factcheck.matching.together import together
from factcheck.text.own_word import parts_of
from factcheck.text.words import content_stems

ENGINE = "matching/9"

DEEP = 1_000
"""How far down the index a passage is looked for whose absence is asked about."""

WITHIN = 50
"""Passages of one source that are ranked; as many as a search of the whole index ranks."""

_NO_DATE = date.max


@dataclass(frozen=True, slots=True)
class _Found:
    """A search with all that came of it."""

    search: Search
    hits: Sequence[Hit]
    sifted: Sifted
    candidates: tuple[Candidate, ...]


def filters(*, retrieve: int = 50, keep: int = 12, floor: float = 0.0, semantic: bool = False) -> dict[str, float]:
    """Return the limits of a search as it records them: `semantic` only where it is on."""
    limits: dict[str, float] = {"retrieve": retrieve, "keep": keep, "floor": floor, "each source": MOST_PER_SOURCE}
    return limits | {"semantic": 1} if semantic else limits


def find_candidates(
    claim: Claim | str,
    index: Retrieval,
    *,
    retrieve: int = 50,
    keep: int = 12,
    floor: float = 0.0,
    semantic: bool = False,
) -> tuple[tuple[Candidate, ...], Search]:
    """Return the best candidates for `claim`, best first, and the search as it was made.

    `retrieve` passages are asked of the index, `keep` candidates returned at most, none below the score `floor`. The
    best passage of an origin leads; other sources that carry the same text are its `carriers`. Passages that follow
    one another in a source are one candidate. A claim without a content word finds nothing. `semantic`: rank by how
    near they are in meaning, too.

    Raises:
        SettingsError: `semantic`, and the extra of that name is not installed.
    """
    found = _find(claim, index, retrieve, keep, floor, semantic)
    return found.candidates, found.search


def left_out(
    claim: Claim | str,
    index: Retrieval,
    *,
    retrieve: int = 50,
    keep: int = 12,
    floor: float = 0.0,
    semantic: bool = False,
) -> tuple[Candidate, ...]:
    """Search as `find_candidates` does, and return what it left out by its limits, best first, each passage alone.

    As many as the search counts (`Search.left_out`). What another carrier or a neighbour stands for is not among them.

    Raises:
        SettingsError: `semantic`, and the extra of that name is not installed.
    """
    found = _find(claim, index, retrieve, keep, floor, semantic)
    asked = ask(claim if isinstance(claim, str) else claim.wording, found.search.terms)
    best = found.hits[0].bm25 if found.hits else 0.0
    ranked = enumerate(found.sifted.ranked, 1)
    return tuple(
        _candidate(index, asked, found.search.terms, Kept(one, Group(one.hit.source), [one]), rank, best)
        for rank, one in ranked
        if found.sifted.steps[one.place] in LEFT_OUT
    )


def find_in_sources(
    claim: Claim | str, library: Library, sources: Sequence[str], *, keep: int
) -> tuple[Candidate, ...]:
    """Return the best passages of these sources (ids) for a claim, whatever their scores and rivals.

    The best stands first, then, one after the other, what adds most to those before it (`together`).
    A passage that has all words of the claim stands alone: its neighbours could only hide that it says the claim.
    """
    terms = claim_terms(claim)
    best = max((hit.bm25 for hit in library.retrieve(terms, 1)), default=0.0) if terms else 0.0
    hits = library.retrieve_from(sources, terms, WITHIN) if best and sources else ()
    asked = ask(claim if isinstance(claim, str) else claim.wording, terms)
    ranked = rank(asked, hits, best)
    wanted = content_stems(claim if isinstance(claim, str) else claim.words)
    alone = frozenset(one.place for one in ranked if wanted and wanted <= content_stems(one.hit.passage.text))
    first = [one.scored for one in together(asked, ranked, keep)]
    taken = {one.place for one in first}
    order = [*first, *(one for one in ranked if one.place not in taken)]
    sifted = sift(order, keep=keep, floor=0.0, each=keep, alone=alone)
    return tuple(_candidate(library, asked, terms, one, at, best) for at, one in enumerate(sifted.kept, 1))


def trace(
    claim: Claim | str,
    index: Shelved,
    source: str,
    *,
    retrieve: int = 50,
    keep: int = 12,
    floor: float = 0.0,
    semantic: bool = False,
) -> tuple[tuple[Fate, ...], Search]:
    """Search as `find_candidates` does, and tell what became of each passage of the source with this id.

    Passages that the index has not among its best are looked for in its best `DEEP`, and then in the source alone; one
    that has no word of the claim is not told of. In the order of the index.

    Raises:
        SettingsError: `semantic`, and the extra of that name is not installed.
    """
    found = _find(claim, index, retrieve, keep, floor, semantic)
    fates = [_fate(found, at, keep, floor) for at, hit in enumerate(found.hits) if hit.source.id == source]
    deeper = index.retrieve(found.search.terms, max(DEEP, retrieve)) if found.search.terms else ()
    seen = {(hit.source.id, hit.passage.start) for hit in found.hits}
    least = found.hits[-1].bm25 if found.hits else 0.0
    for place, hit in enumerate(deeper, 1):
        if hit.source.id == source and (source, hit.passage.start) not in seen:
            fates.append(_below(hit, place, least))
    seen |= {(one.source.id, one.passage.start) for one in fates}
    left = index.retrieve_from([source], found.search.terms, DEEP) if found.search.terms else ()
    fates += [_below(hit, 0, least) for hit in left if (source, hit.passage.start) not in seen]
    return tuple(fates), found.search


def _find(claim: Claim | str, index: Retrieval, retrieve: int, keep: int, floor: float, semantic: bool) -> _Found:
    terms = claim_terms(claim)
    hits = sorted(index.retrieve(terms, retrieve) if terms else (), key=lambda hit: -hit.bm25)
    asked = ask(claim if isinstance(claim, str) else claim.wording, terms)
    sifted = sift(rank(asked, hits, semantic=semantic), keep=keep, floor=floor)
    best = hits[0].bm25 if hits else 0.0
    candidates = tuple(_candidate(index, asked, terms, one, at, best) for at, one in enumerate(sifted.kept, 1))
    search = Search(
        terms=terms,
        corpus_digest=index.digest,
        documents=index.documents,
        retrieved=len(hits),
        dropped=dict(sorted(Counter(str(step) for step in sifted.steps.values() if step is not Step.KEPT).items())),
        kept=len(candidates),
        filters=filters(retrieve=retrieve, keep=keep, floor=floor, semantic=semantic),
    )
    return _Found(search, hits, sifted, candidates)


def _candidate(index: Retrieval, asked: Asked, terms: Sequence[Term], kept: Kept, place: int, best: float) -> Candidate:
    passage, source = _joined(index, kept), kept.best.hit.source
    if markers := index.markers(source.id):
        passage = replace(passage, locator=place_of_words(asked, passage, source.language, markers))
    passage = replace(passage, own_word=_without(index.own_word(source.id), passage.text))
    hit = replace(kept.best.hit, passage=passage)
    carriers = sorted(kept.carriers.values(), key=lambda source: (source.published or _NO_DATE, source.id))
    return Candidate(
        source=hit.source,
        passage=hit.passage,
        score=kept.best.score,
        rank=place,
        origin=hit.source.origin or hit.source.id,
        tier=hit.source.tier,
        locator=hit.passage.locator,
        digest=hit.source.digest,
        match=explain(asked, terms, hit, best),
        carriers=tuple(carriers),
    )


def _without(own_word: str, passage: str) -> str:
    """Return what a source says of itself elsewhere than in a passage."""
    if not own_word:
        return ""
    return "\n\n".join(part for part in parts_of(own_word) if part not in passage)


def _joined(index: Retrieval, kept: Kept) -> Passage:
    """Return the stretch of the source that the passages of a candidate cover."""
    parts = sorted((one.hit.passage for one in kept.members), key=lambda passage: passage.start)
    if len(parts) == 1:
        return parts[0]
    start, end = parts[0].start, parts[-1].end
    locators = list(dict.fromkeys(part.locator for part in parts if part.locator))
    text = index.stretch(kept.best.hit.source.id, start, end)
    if len(text) != end - start:  # removed since
        return kept.best.hit.passage
    return Passage(text=text, start=start, end=end, locator=" and ".join(locators))


def _fate(found: _Found, at: int, keep: int, floor: float) -> Fate:
    hit, sifted = found.hits[at], found.sifted
    scored = next(one for one in sifted.ranked if one.place == at + 1)
    step = sifted.steps[scored.place]
    by = sifted.instead.get(scored.place)
    return Fate(
        step=step,
        source=hit.source,
        passage=hit.passage,
        place=scored.place,
        bm25=hit.bm25,
        score=scored.score,
        rank=sifted.ranked.index(scored) + 1,
        limit={Step.LOW: floor, Step.BEST: float(keep), Step.SOURCE: float(MOST_PER_SOURCE)}.get(step),
        stands_for_it=found.candidates[by] if by is not None and by < len(found.candidates) else None,
        bound=_bound(found, scored, step),
        read=scored.place <= READ,
    )


def _bound(found: _Found, scored: Scored, step: Step) -> float | None:
    """Return the score of the last passage that was kept before one: of all, or of its source."""
    of = {Step.BEST: found.sifted.kept, Step.SOURCE: [one for one in found.sifted.kept if _is_of(one, scored)]}
    kept = of.get(step, [])
    return min((one.best.score for one in kept), default=None)


def _is_of(kept: Kept, scored: Scored) -> bool:
    return kept.best.hit.source.id == scored.hit.source.id


def _below(hit: Hit, place: int, least: float) -> Fate:
    return Fate(step=Step.INDEX, source=hit.source, passage=hit.passage, place=place, bm25=hit.bm25, limit=least)
