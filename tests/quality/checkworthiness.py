"""Check-worthiness: does the extractor rank the sentences that people marked as worth checking above the others?

Each line is handed to `extract_claims` alone; its score is the highest `check_worthiness` among its claims, 0 for none.
Measured by average precision; for debates per debate, then the mean, as in CLEF CheckThat! 2020. The learned half of
the score saw only ClaimBuster's two-class train part (`train_worthiness`), so every debate here is held out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from tests.quality.parts import parts, records, sampled
from tests.quality.rows import Row, bootstrap

FOLDER = "checkworthiness"
BY_DOCUMENT = "doc"  # the field that makes a set one of debates


class Scored(NamedTuple):
    """A line with its score and whether people marked it."""

    score: float
    worthy: bool


def average_precision(lines: Iterable[Scored]) -> float:
    """Return the average precision, 0..1, of a ranking by score; lines of equal score count as one step.

    Source: sum over thresholds of (recall gained) x precision, so that the order among equals cannot matter.
    """
    ranked = sorted(lines, key=lambda line: -line.score)
    worthy = sum(line.worthy for line in ranked)
    seen = hits = 0
    total = 0.0
    for _, step in groupby(ranked, key=lambda line: line.score):
        equals = list(step)
        gained = sum(line.worthy for line in equals)
        seen, hits = seen + len(equals), hits + gained
        total += gained * hits / seen
    return total / worthy if worthy else 0.0


def worthiness(text: str) -> float:
    """Return the highest check-worthiness among the claims of a line."""
    from factcheck.claims import extract_claims

    return max((claim.check_worthiness for claim in extract_claims(text).claims), default=0.0)


def scored(lines: Iterable[dict[str, Any]]) -> list[Scored]:
    """Score every line."""
    return [Scored(worthiness(line["text"]), bool(int(line["label"]))) for line in lines]


def mean_over_debates(debates: Sequence[Sequence[Scored]]) -> float:
    """Return the mean of the debates' average precisions."""
    return sum(map(average_precision, debates)) / len(debates)


def score_debates(
    lines: list[dict[str, Any]], *, seed: int, sample: int | None
) -> tuple[float, tuple[float, float], int]:
    """Score whole debates, about `sample` lines of them; resample by debate."""
    debates = [list(group) for _, group in groupby(lines, key=lambda line: line[BY_DOCUMENT])]
    wanted = None if sample is None else max(2, sample * len(debates) // len(lines))
    ranked = [scored(debate) for debate in sampled(debates, seed=seed, sample=wanted)]
    ranked = [debate for debate in ranked if any(line.worthy for line in debate)]
    if not ranked:
        return (0.0, (0.0, 0.0), 0)
    return (mean_over_debates(ranked), bootstrap(ranked, mean_over_debates, seed=seed), sum(map(len, ranked)))


def score_lines(
    lines: list[dict[str, Any]], *, seed: int, sample: int | None
) -> tuple[float, tuple[float, float], int]:
    """Score single lines; resample by line."""
    ranked = scored(sampled(lines, seed=seed, sample=sample))
    return (average_precision(ranked), bootstrap(ranked, average_precision, seed=seed), len(ranked))


def score(data: Path, *, seed: int, sample: int | None) -> list[Row]:
    """Score every part of every set of check-worthy sentences under `data`."""
    rows = []
    for folder in sorted(path for path in (data / FOLDER).glob("*") if path.is_dir()):
        for part, path in parts(folder):
            lines = records(path)
            if not lines:
                continue
            measure = score_debates if BY_DOCUMENT in lines[0] else score_lines
            value, (low, high), n = measure(lines, seed=seed, sample=sample)
            rows.append(Row(folder.name, part, "average precision", value, low, high, n))
    return rows
