"""Whole articles: Fake News Challenge stage 1, and pages of fact-checkers, judged by `compare_article`.

FNC-1 has the score of the challenge (a quarter for related or not, three quarters more for the exact stance of a
related pair; share of what could be had), macro-F1 over the four stances and F1 of `conflicts`. The combiner is
trained on FNC-1's train part and PolitiFact's tune part: figures on these parts are of what was seen in training, and
their measures say so; unseen are the others, and `python -m tests.training.article --validate`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from factcheck.domain import Judgement, Stance
from factcheck.stance import compare_article
from tests.quality.labels import GOLD
from tests.quality.parts import parts, records, sampled
from tests.quality.rows import Row, bootstrap

Chosen = tuple[Stance, Stance, float]
"""Gold, what was chosen, and how much the pair counts."""
TRAINED_ON = {"fnc1": ("train",), "politifact_verdicts": ("train", "tune")}
PAGE_FIELDS = {"whole page": "article", "ruling masked": "article_ruling_masked"}
PAGE_LABELS = (Stance.CORROBORATES, Stance.CONFLICTS, Stance.RELATED)


def score(data: Path, *, seed: int, sample: int | None) -> list[Row]:
    """Score the parts of both sets that are found under `data`."""
    return [
        *_fnc(data / "stance" / "fnc1", seed=seed, sample=sample),
        *_pages(data / "stance" / "politifact_verdicts", seed=seed, sample=sample),
    ]


def _fnc(folder: Path, *, seed: int, sample: int | None) -> list[Row]:
    files = dict(parts(folder))
    if "bodies" not in files:
        return []
    bodies = {one["body_id"]: one["text"] for one in records(files.pop("bodies"))}
    rows: list[Row] = []
    for part, path in sorted(files.items()):
        lines = [one for one in sampled(records(path), seed=seed, sample=sample) if one["body_id"] in bodies]
        lines = sorted(lines, key=lambda one: str(one["body_id"]))  # an article is read once for all its headlines
        judged = [
            (GOLD[one["stance"]], compare_article(one["headline"], bodies[one["body_id"]]).stance, 1.0) for one in lines
        ]
        rows += _rows(folder.name, part, measures, judged, seed)
    return rows


def _pages(folder: Path, *, seed: int, sample: int | None) -> list[Row]:
    rows: list[Row] = []
    for part, path in parts(folder):
        lines = sampled(records(path), seed=seed, sample=sample)
        for label, name in PAGE_FIELDS.items():
            judged = [(GOLD[one["label"]], _forced(compare_article(one["claim"], one[name])), 1.0) for one in lines]
            rows += _rows(
                folder.name, part, lambda some, label=label: {f"accuracy ({label})": accuracy(some)}, judged, seed
            )
    return rows


def _forced(judgement: Judgement) -> Stance:
    """Return the likeliest of the stances that a page about the claim can have."""
    return max(PAGE_LABELS, key=lambda one: judgement.scores[one])


def _rows(
    name: str, part: str, of: Callable[[Sequence[Chosen]], Mapping[str, float]], judged: Sequence[Chosen], seed: int
) -> list[Row]:
    note = ", trained on it" if part in TRAINED_ON[name] else ", trained"
    return [
        Row(
            name,
            part,
            f"article {measure}{note}",
            value,
            *bootstrap(judged, lambda some, measure=measure: of(some)[measure], seed=seed),
            len(judged),
        )
        for measure, value in of(judged).items()
    ]


def measures(judged: Sequence[Chosen]) -> dict[str, float]:
    """Return the FNC-1 score, macro-F1 and F1 of conflicts, all 0..1."""
    f1 = {stance: _f1(judged, stance) for stance in Stance}
    return {
        "FNC score": _challenge(judged),
        "macro-F1": sum(f1.values()) / len(f1),
        "F1 of conflicts": f1[Stance.CONFLICTS],
    }


def accuracy(judged: Sequence[Chosen]) -> float:
    """Return the share of right choices."""
    return sum(gold is chosen for gold, chosen, _ in judged) / len(judged) if judged else 0.0


def _challenge(judged: Sequence[Chosen]) -> float:
    points = best = 0.0
    for gold, chosen, weight in judged:
        related = gold is not Stance.UNRELATED
        best += weight * (1.0 if related else 0.25)
        if (chosen is not Stance.UNRELATED) == related:
            points += weight * (0.25 + (0.75 if related and chosen is gold else 0.0))
    return points / best if best else 0.0


def _f1(judged: Sequence[Chosen], stance: Stance) -> float:
    both = sum(weight for gold, chosen, weight in judged if gold is chosen is stance)
    either = sum(weight * ((gold is stance) + (chosen is stance)) for gold, chosen, weight in judged)
    return 2 * both / either if either else 0.0
