"""Fit a sheet of weights: logistic regression on runs of words and features, written as the product reads it.

Each run of words counts by how unevenly it is spread over the outcomes, as naive Bayes has it (Wang and Manning 2012,
*Baselines and Bigrams*): on PolitiFact's pages that is worth .01 of the accuracy. Needs scikit-learn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model with what it was fitted on: `uneven` weighs the runs, `scaler` and `scale` the features."""

    model: Any
    uneven: Any
    scaler: Any
    scale: float

    def likely(self, indicators: Any, rows: Any) -> Any:
        """Return how likely each outcome is, a row for each example."""
        return self.model.predict_proba(_wide(indicators, rows, self.uneven, self.scaler, self.scale))

    @property
    def run_weights(self) -> Any:
        """A row for each run, a column for each outcome."""
        return self.model.coef_[:, : len(self.uneven)].T * self.uneven[:, None]

    def written(self, names: Sequence[str], runs: Mapping[str, int]) -> dict[str, Any]:
        """Return the sheet for features as they are: what standardised them is taken into weights and constant."""
        weights = self.model.coef_[:, len(self.uneven) :] * self.scale / self.scaler.scale_
        told = {run: self.run_weights[at] for run, at in runs.items()}
        return sheet(names, weights, self.model.intercept_, self.scaler.mean_, told)


def fit(indicators: Any, rows: Any, members: Any, uneven: Any, *, penalty: float, scale: float) -> Fitted:
    """Fit; `members`: how much each example counts for each outcome, a row for each example."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(rows)
    wide = _wide(indicators, rows, uneven, scaler, scale)
    counted, outcomes = np.nonzero(members)
    model = LogisticRegression(C=penalty, max_iter=1_000)
    model.fit(wide[counted], outcomes, sample_weight=members[counted, outcomes])
    return Fitted(model, uneven, scaler, scale)


def _wide(indicators: Any, rows: Any, uneven: Any, scaler: Any, scale: float) -> Any:
    from scipy.sparse import csr_matrix, diags, hstack

    return hstack([indicators @ diags(uneven), csr_matrix(scaler.transform(rows) * scale)]).tocsr()


def unevenness(indicators: Any, members: Any) -> Any:
    """Return for each run the largest log ratio of its share of an outcome's examples to its share of the others'."""
    import numpy as np

    present = (indicators > 0).astype(float)
    ratios = []
    for mine in members.T:
        others = members.sum(axis=1) - mine
        share, other = ((1.0 + present.T @ some) / (2.0 + some.sum()) for some in (mine, others))
        ratios.append(np.abs(np.log(share / other)))
    largest = np.max(ratios, axis=0)
    return largest / largest.mean()


def known_runs(runs: Sequence[Iterable[str]], groups: Sequence[str], fewest: int) -> dict[str, int]:
    """Return the runs of words that so many groups have, each with its column."""
    found: dict[str, set[str]] = defaultdict(set)
    for some, group in zip(runs, groups, strict=True):
        for run in some:
            if len(found[run]) < fewest:
                found[run].add(group)
    return {run: at for at, run in enumerate(sorted(run for run, those in found.items() if len(those) >= fewest))}


def indicators_of(examples: Sequence[Iterable[str]], runs: Mapping[str, int]) -> Any:
    """Return which runs an example has, a row for each: vectors of length one."""
    from scipy.sparse import csr_matrix

    values, columns, starts = [], [], [0]
    for some in examples:
        known = [runs[run] for run in some if run in runs]
        columns += known
        values += [len(known) ** -0.5] * len(known)
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(examples), len(runs)))


def sheet(names: Sequence[str], weights: Any, constant: Any, means: Any, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a sheet as plain data; `weights` are of features as they are, less `means` where they were centred."""
    return {
        "constant": [round(float(one), 4) for one in constant - weights @ means],
        "features": {name: [round(float(one), 4) for one in weights[:, at]] for at, name in enumerate(names)},
        "wordings": {run: [round(float(one), 3) for one in some] for run, some in told.items()},
    }
