"""A search as lines: what was searched for, where, when, with which limits, and what became of a passage in it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import TABLES, Evidence, Fate, Search, Step
from factcheck.reports.cells import counted, shown_line

DIGEST_SHOWN = 12
"""Hexadecimal digits of a corpus's digest, enough to tell two corpora of one newsroom apart; JSON has all."""


BY_MEANING = "ranked by meaning, too"


def by_meaning(search: Search) -> bool:
    """Tell whether sentence embeddings had a part in the scores."""
    return bool(search.filters.get("semantic"))


def search_lines(search: Search) -> Iterator[str]:
    """Yield a search so that it can be cited, without newlines."""
    when = f"{search.at:%Y-%m-%d %H:%M} UTC, event {search.event}: " if search.at else ""
    kept = "" if search.kept is None else f", {search.kept} kept"
    yield (
        f"searched: {when}{counted(search.documents, 'document')} (corpus {search.corpus_digest[:DIGEST_SHOWN]}), "
        f"{counted(search.retrieved, 'passage')} retrieved{kept}"
    )
    yield f"searched for: {shown_line(', '.join(term.text for term in search.terms)) or 'nothing: it has no such word'}"
    if search.filters:
        limits = ", ".join(f"{name} {value:g}" for name, value in search.filters.items() if name != "semantic")
        yield f"limits: {limits}" + (f"; {BY_MEANING} (matching.semantic)" if by_meaning(search) else "")
    if search.dropped:
        yield "left out: " + ", ".join(f"{count} {step}" for step, count in search.dropped.items())
    yield from _outcome(search)
    if search.dropped.get(TABLES):
        yield "tables are looked through by figure and label: `factcheck claim cells` offers their cells"


def _outcome(search: Search) -> Iterator[str]:
    """Yield what limits kept back; or, where nothing was kept, that nothing bears on the claim."""
    if search.cut_short:
        yield f"cut short: {'; '.join(search.cut_short)}"
    elif search.kept == 0 and search.retrieved:
        yield f"nothing bears on the claim: {counted(search.retrieved, 'passage')} searched, all scored low"


def fate_lines(fate: Fate, evidence: Evidence | None, search: Search, why_there: str = "") -> Iterator[str]:
    """Yield what became of a passage in a search, without newlines; `evidence`: what the check made of it.

    `why_there`: why it stands beside the claim though the search left it out, or does not though it was kept.
    """
    source, passage = fate.source, fate.passage
    named = source.title or source.path or source.id
    where = f"{passage.locator}, " if passage.locator else ""
    yield shown_line(f"{named} ({source.id[:DIGEST_SHOWN]}), {where}characters {passage.start} to {passage.end}")
    yield "passage: " + shown_line(passage.text)
    yield f"{fate.step}: {_why(fate, search)}"
    instead = fate.stands_for_it
    if instead:
        yield shown_line(
            f"in its stead: {instead.source.title or instead.source.path or instead.source.id}, "
            f"{instead.locator or f'characters {instead.passage.start} to {instead.passage.end}'}, rank {instead.rank}"
        )
    if evidence:
        yield from _judged(evidence)
        if why_there:
            yield f"it stands beside the claim all the same: {why_there}"
    elif why_there:
        yield f"it does not stand beside the claim: {why_there}"


def _judged(evidence: Evidence) -> Iterator[str]:
    judged = evidence.judgement
    missing = ", ".join(repr(shown_line(span.text)) for span in judged.missing)
    compared = "" if judged.reasons else "; not compared: it answers too little of the claim, or nothing that can be"
    yield f"evidence {evidence.id}: suggested {judged.stance}{compared}" + (
        f"; not covered: {missing}" if missing else ""
    )
    yield from (f"note: {shown_line(badge)}" for badge in judged.badges)


def _why(fate: Fate, search: Search) -> str:
    if fate.step is Step.INDEX:
        return _below_the_index(fate, search)
    again = f"after ranking again{' by meaning, too' if by_meaning(search) else ''}"
    if not fate.read:
        again += (
            " (its words were not read: only the best of the index are, and it ranks behind them as the index does)"
        )
    ranked = (
        f"place {fate.place} in the index (BM25 {fate.bm25:.2f}), score {fate.score:.3f}, place {fate.rank} {again}"
    )
    last = "" if fate.bound is None else f", the last of these with score {fate.bound:.3f}"
    beside = "" if fate.stands_for_it else "; that one was not kept either"
    limits = {
        Step.LOW: f"; the least that is looked at is {fate.limit} (matching.floor)",
        Step.BEST: f"; no more than {search.filters.get('keep', 0):g} are kept (matching.keep){last}",
        Step.ORIGIN: f"; another source carries the same text and stands for both{beside}",
        Step.SOURCE: f"; {fate.limit or 0:g} better passages of the same source are kept{last}",
        Step.WORDS: f"; a better passage has the very same words and stands for both{beside}",
        Step.JOINED: "; it follows a better passage, and they are one piece of evidence",
    }
    return ranked + limits.get(fate.step, "")


def _below_the_index(fate: Fate, search: Search) -> str:
    asked = f"{search.filters.get('retrieve', search.retrieved):g}"
    place = f"place {fate.place} in the index" if fate.place else "far down in the index"
    return (
        f"{place} (BM25 {fate.bm25:.2f}); the {asked} best that are looked at end at {fate.limit:.2f} "
        "(matching.retrieve); nothing of it was ranked again"
    )


__all__ = ["BY_MEANING", "by_meaning", "fate_lines", "search_lines"]
