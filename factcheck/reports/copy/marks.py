"""A text with stretches of it marked, cut so that they do not overlap: what a template can write element by element."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.domain import Evidence, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words and what they are: "" plain, "aligned" what answers the claim, "compared" what a reason is about."""

    text: str
    kind: str = ""


def passage_marked(item: Evidence) -> list[Stretch]:
    """Return the passage of a piece of evidence: what answers the claim, and in it what reasons are about."""
    judgement = item.judgement
    compared = [span for reason in judgement.reasons for span in reason.passage_spans]
    aligned = [judgement.aligned] if judgement.aligned else []
    return stretches(item.candidate.passage.text, {"aligned": aligned, "compared": compared})


def stretches(text: str, kinds: dict[str, Iterable[Span]]) -> list[Stretch]:
    """Cut a text where its stretches begin and end; where several kinds overlap, the last one named counts."""
    named = [(kind, span) for kind, spans in kinds.items() for span in spans if 0 <= span.start < span.end <= len(text)]
    cuts = sorted({0, len(text), *(edge for _, span in named for edge in (span.start, span.end))})
    found: list[Stretch] = []
    for start, end in itertools.pairwise(cuts):
        over = [kind for kind, span in named if span.start <= start and span.end >= end]
        found.append(Stretch(text[start:end], over[-1] if over else ""))
    return found
