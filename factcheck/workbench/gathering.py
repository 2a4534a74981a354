"""Evidence that a person finds in the corpus: in their own words, as a passage they select, or below the threshold.

What is kept copies its passage as every other evidence does, and its source is watched like theirs; the log says that
a person brought it. A search in own words that is only looked at is not on record: "nothing found" rests on the
claim's own search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.claims import bounds
from factcheck.corpus.preparing import passages_of
from factcheck.domain import Candidate, ClaimView, Document, Evidence, Passage, Within
from factcheck.errors import GuardError, InputError
from factcheck.matching import left_out
from factcheck.matching.cited import is_part_of
from factcheck.matching.places import named_place
from factcheck.review.hand import check_listed
from factcheck.review.kinds import Kind
from factcheck.workbench.bringing import Sort, brought_body, candidate_of
from factcheck.workbench.checking import ENGINES, judge
from factcheck.workbench.citing import place_of
from factcheck.workbench.edited import append
from factcheck.workbench.folding import refresh
from factcheck.workbench.judging_anew import spoken_in_of
from factcheck.workbench.meeting import check_unchanged

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

_PHRASE = re.compile(r'"([^"]+)"')

FOUND = 30
"""Passages that a search shows: more than one looks through without other words."""
OWN_WORDS = (*ENGINES, "own words")
"""What the identity of such evidence is made of, so that it never is that of the claim's own search."""


def search_for(bench: Workbench, claim: str, words: str, *, most: int = FOUND) -> tuple[Evidence, ...]:
    """Return what the corpus has for a person's own words, judged for a claim, best first; nothing is kept.

    What stands in double quotes must be in it, word beside word.

    Raises:
        GuardError: there are no words.
        NoWorkspaceError: there is no corpus.
    """
    if not words.strip():
        raise GuardError("a search needs words", hint='names help most; "quoted" words must stand side by side')
    view = bench.claim(claim)
    with bench.open_corpus(article=view.summary.article) as corpus:
        found = corpus.search_within(Within(phrases=tuple(_PHRASE.findall(words))), words, most)
        own = corpus.origin_of(bench.revision(view.revision).text)
    return _judged(bench, view, found, own)


def more_candidates(bench: Workbench, claim: str) -> tuple[Evidence, ...]:
    """Return what the search for a claim left out by its limits, judged, best first; nothing is kept.

    The search is made again, with the limits and the corpus as they are now. What is evidence by now is not told.

    Raises:
        NoWorkspaceError: there is no corpus.
    """
    view = bench.claim(claim)
    kept = [item.candidate for item in view.evidence if item.calculation is None]
    with bench.open_corpus(article=view.summary.article) as corpus:
        found = left_out(view.claim, corpus, **bench.settings.limits)
        own = corpus.origin_of(bench.revision(view.revision).text)
    fresh = [one for one in found if not any(is_part_of(one, other) for other in kept)]
    return _judged(bench, view, fresh, own)


def _judged(bench: Workbench, view: ClaimView, found: Iterable[Candidate], own: str) -> tuple[Evidence, ...]:
    """Judge what a person looked for; `own`: the origin of the article's own text, "" where that is not asked."""
    return judge(
        view.claim,
        found,
        bench.revision(view.revision),
        own=own,
        engines=OWN_WORDS,
        spoken_in=spoken_in_of(view.claim, view.state),
    )


def document_of(bench: Workbench, claim: str, source: str) -> Document:
    """Return a document of the corpus (by its id, or the start of it), as it is to be seen for a claim.

    Raises:
        InputError: there is none, or it belongs to others.
        NoWorkspaceError: there is no corpus.
    """
    with bench.open_corpus(article=bench.claim(claim).summary.article) as corpus:
        return corpus.document(corpus.meant(source).id)


def place_in(document: Document, words: str) -> tuple[int, int]:
    """Return where words stand in a document.

    Raises:
        InputError: they stand nowhere, or in several places.
    """
    found = bounds.places_of(words, document.text)
    if len(found) != 1:
        where = f"stands in {len(found)} places of" if found else "does not stand in"
        raise InputError(f"{words!r} {where} this document", hint="the exact words, and enough of them")
    return found[0]


def passage_of(bench: Workbench, claim: str, document: Document, start: int, end: int) -> Evidence:
    """Return a stretch of a document as evidence for a claim, judged and not kept.

    Raises:
        InputError: there is no word in it.
    """
    view = bench.claim(claim)
    start, end = bounds.trimmed(document.text, start, end)
    source, locator = document.source, _locator(document, start, end)
    candidate = candidate_of(source, Passage(text=document.text[start:end], start=start, end=end, locator=locator))
    (evidence,) = _judged(bench, view, [candidate], "")
    return evidence


def selected_passage(bench: Workbench, claim: str, within: Evidence, place: tuple[int, int]) -> Evidence:
    """Return a stretch of the document that a piece of evidence is from, judged and not kept.

    Raises:
        InputError: there is no word in it, or the document reads otherwise by now.
        NoWorkspaceError: there is no corpus.
    """
    document = document_of(bench, claim, within.candidate.source.id)
    passage = within.candidate.passage
    if document.text[passage.start : passage.end] != passage.text:
        raise InputError("the source reads otherwise by now", hint="read the whole source, and select there")
    return passage_of(bench, claim, document, *place)


def gather(bench: Workbench, claim: str, evidence: Evidence, *, seen: int | None = None) -> Evidence:
    """Keep what was found or selected as evidence for a claim; it is not judged yet.

    Raises:
        InputError: this passage is evidence of the claim already.
        GuardError: the claim left the list.
        ConflictError: somebody changed it since `seen`.
    """
    with bench.store.transaction() as tx:
        state = tx.state(claim)
        check_unchanged(tx, state, seen, bench.user)
        check_listed(state)
        kept = {item.id: item for item in tx.evidence(claim)}
        for one in state.evidence:
            if one in kept and place_of(kept[one].candidate) == place_of(evidence.candidate):
                raise InputError("this passage is evidence of the claim already", subject=state.name_of(one))
        tx.add_evidence([evidence])
        append(bench, tx, Kind.BROUGHT, claim, tx.claim(claim)[1], brought_body(evidence, Sort.PASSAGE))
        refresh(tx, claim)
    return evidence


def _locator(document: Document, start: int, end: int) -> str:
    """Name where a stretch stands: its pages or cues, else the passages that it touches, the first and the last."""
    if place := named_place(document.markers, start, end):
        return place
    touched = [one.locator for one in passages_of(document) if one.start < end and start < one.end and one.locator]
    named = list(dict.fromkeys(touched))
    return named[0] if len(named) == 1 else f"{named[0]} to {named[-1]}" if named else ""
