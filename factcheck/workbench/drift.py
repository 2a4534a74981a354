"""What became of the passages that evidence cites, where the page they are from was fetched anew. Changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factcheck.domain import ClaimSummary, Document, Evidence, Source
from factcheck.text.diff import Change, diff_words
from factcheck.text.sentences import split_sentences

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

SAME = "same"
CHANGED = "changed"
GONE = "gone"
NOT_SHOWN = "not shown"
LEAST_ALIKE = 0.5
"""Share of its words that a sentence must have kept to be the same one in other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What became of one cited passage. `now` is what stands there, "" where it is gone; `words`: what was changed.

    `rested_on`: whether a person judged or cited it; else it is a match that nobody looked at.

    It is "not shown" where the site shows something else in place of the page (a paywall, a question about cookies).

    `words` are pairs of what stood there and what stands there; one of a pair is "" where words came or went.
    """

    claim: str
    number: int
    evidence: str
    became: str
    before: str
    now: str = ""
    rested_on: bool = True
    words: tuple[tuple[str, str], ...] = ()


def find_drift(
    bench: Workbench, sources: Collection[str], documents: Sequence[Document], *, address: str = ""
) -> tuple[Drift, ...]:
    """Hold the evidence from these sources (ids) against the documents that take their place.

    Also that from older copies of the same pages, told by the addresses of the documents, and by `address`.
    """
    now = [sentence for document in documents for sentence in _sentences(document.text)]
    urls = frozenset(filter(None, (address, *(document.source.url for document in documents))))
    current = frozenset(document.source.id for document in documents)

    def is_former(source: Source) -> bool:
        return source.id in sources or (source.url in urls and source.id not in current)

    found: list[Drift] = []
    for row in bench.summaries():
        items = [item for item in bench.store.evidence(row.id) if is_former(item.candidate.source)]
        if items:
            state = bench.store.state(row.id)
            resting = {*state.cited, *state.stances}
            found += [_drift(row, item, now, rested_on=item.id in resting) for item in items]
    return tuple(sorted(found, key=lambda one: not one.rested_on))


def not_shown(drift: Iterable[Drift]) -> tuple[Drift, ...]:
    """Return the same passages as not shown: the page is not gone, and nobody could read it."""
    return tuple(replace(one, became=NOT_SHOWN) for one in drift)


SAME_PASSAGE = "changed elsewhere; the cited passage is the same"


def told_since(evidence: Evidence, texts: Iterable[str]) -> tuple[str, ...]:
    """Say in words, a line each, what became of a cited passage in the texts that stand in place of its source's."""
    found, words = _held_against(evidence.candidate.passage.text, [one for text in texts for one in _sentences(text)])
    if not found:
        return ("the cited passage is gone from there",)
    if not words:
        return (SAME_PASSAGE,)
    return ("in the cited passage:", *(f"{before or '(nothing)'} -> {now or '(nothing)'}" for before, now in words))


def _drift(row: ClaimSummary, evidence: Evidence, now: Sequence[str], *, rested_on: bool) -> Drift:
    before = evidence.candidate.passage.text
    found, words = _held_against(before, now)
    became = GONE if not found else CHANGED if words else SAME
    return Drift(
        claim=row.id,
        number=row.number,
        evidence=evidence.id,
        became=became,
        before=before,
        now=" ".join(found),
        rested_on=rested_on,
        words=tuple(words) if became == CHANGED else (),
    )


def _held_against(before: str, now: Sequence[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the sentences of a passage as they stand now, and the words that differ.

    Each is looked for word for word, else the one that is most like it.
    """
    there = frozenset(now)
    found: list[str] = []
    words: list[tuple[str, str]] = []
    for sentence in _sentences(before):
        other = sentence if sentence in there else _most_like(sentence, now)
        found += [other] if other else []
        if other != sentence:
            words += _changes(sentence, other) if other else [(sentence, "")]
    return found, words


def _most_like(sentence: str, others: Iterable[str]) -> str:
    """Return the sentence with the largest share of the same words in the same order; "" if none has enough."""
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    matcher.set_seq2(sentence.split())
    best, most = "", LEAST_ALIKE
    for other in others:
        matcher.set_seq1(other.split())
        if matcher.real_quick_ratio() >= most and matcher.quick_ratio() >= most and matcher.ratio() >= most:
            best, most = other, matcher.ratio()
    return best


def _changes(before: str, now: str) -> list[tuple[str, str]]:
    return [(one.left.text, one.right.text) for one in diff_words(before, now) if one.change is not Change.SAME]


def _sentences(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in split_sentences(text)]
