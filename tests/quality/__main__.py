"""Score the engine on labelled data: `python -m tests.quality --data ../shared/data --set all --seed 1`.

The table goes to stdout, progress to stderr, every figure to `quality.json`. Each scorer sees one data set at a time,
so that a fault in one costs no figure of another. What is absent or gives no figure is listed as NOT SCORED.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.quality import semantic
from tests.quality.rows import Row

GROUPS = {
    "quotes": ("extraction", "annotated"),
    "checkworthiness": ("checkworthiness",),
    "pages": ("pages",),
    "retrieval": ("matching",),
    "passages": ("matching", "stance"),
    "stance": ("stance",),
    "seed": ("extraction", "matching", "stance"),
    "corpora": ("annotated", "damage", "origins", "planted"),
}
"""The folders of the data, and the scorers that are asked about the sets in them."""

WHOLE = ("seed", "corpora")
"""Folders that are one set, and no folder of sets."""

KNOWN = (
    *WHOLE,
    "quotes/polnear",
    "checkworthiness/claimbuster",
    "checkworthiness/debates2020",
    "checkworthiness/tweets2020",
    "pages/article_extraction",
    "retrieval/checkthat2020",
    "passages/wice",
    "stance/emergent",
    "stance/fever_symmetric",
    "stance/fnc1",
    "stance/perspectrum",
    "stance/politifact_verdicts",
    "stance/sick",
)
"""The sets of ../shared/data, so that an absent one is named."""

AREAS = {
    "extraction": ("extraction", "annotated", "damage", "checkworthiness", "pages"),
    "matching": ("matching", "origins"),
    "stance": ("stance",),
}
"""What `--set` can name besides `all` and the sets: scorers that belong together."""

SAMPLES: dict[str, int] = {
    "claimbuster": 3_000,
    "fnc1": 1_500,
    "perspectrum": 2_000,
    "polnear": 200,
    "politifact_verdicts": 500,
    "sick": 2_000,
}
"""Items of a part taken unless `--sample` says otherwise: sets of which all would take minutes. The others are scored
whole, so that `make quality` ends in about ten minutes on two cores. Source: a line takes 2 ms, a pair 2 ms, an
article 60 ms (measured 2026-11)."""

FAILED = 1


@dataclass(frozen=True, slots=True)
class Job:
    """A data set ("stance/fnc1") to be scored by one scorer."""

    scorer: str
    folder: str

    @property
    def name(self) -> str:
        """The data set's own name."""
        return self.folder.rpartition("/")[2]


@dataclass(slots=True)
class Outcome:
    """What came of a run: the figures, what was not scored (set -> why), and which scorers failed."""

    rows: list[Row] = field(default_factory=list)
    not_scored: dict[str, str] = field(default_factory=dict)
    failed: bool = False


def folders(data: Path) -> list[str]:
    """Return the sets to look at: the known ones and any other that lies under `data` in the same layout."""
    present = [f"{group}/{path.name}" for group in GROUPS for path in sorted((data / group).glob("*")) if path.is_dir()]
    return [*KNOWN, *(name for name in present if name not in KNOWN and name.partition("/")[0] not in WHOLE)]


def jobs(data: Path, wanted: str) -> list[Job]:
    """Return what `--set` asks for; empty where it names nothing."""
    every = [Job(scorer, folder) for folder in folders(data) for scorer in GROUPS[folder.partition("/")[0]]]
    if wanted == "all":
        return every
    if wanted in AREAS:
        return [job for job in every if job.scorer in AREAS[wanted]]
    return [job for job in every if wanted in {job.name, job.folder, job.folder.partition("/")[0], job.scorer}]


def run(job: Job, data: Path, seed: int, sample: int | None) -> list[Row]:
    """Score one set: the scorer sees a folder that holds this set alone."""
    with tempfile.TemporaryDirectory(prefix="factcheck-quality-") as name:
        view = Path(name, job.folder)
        view.parent.mkdir(parents=True, exist_ok=True)
        view.symlink_to(data / job.folder, target_is_directory=True)
        return list(importlib.import_module(f"tests.quality.{job.scorer}").score(Path(name), seed=seed, sample=sample))


def size(job: Job, sample: int | None) -> int | None:
    """Return how many items of a part to take: None for all."""
    chosen = SAMPLES.get(job.name) if sample is None else sample
    return chosen or None


def score(wanted: Sequence[Job], data: Path, *, seed: int, sample: int | None) -> Outcome:
    """Run the jobs on all cores; the order of the figures does not depend on which ends first."""
    outcome = Outcome()
    found: dict[Job, list[Row]] = {}
    begun = time.monotonic()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        waiting = {pool.submit(run, job, data, seed, size(job, sample)): job for job in wanted}
        for done, future in enumerate(as_completed(waiting), start=1):
            job = waiting[future]
            note = f"{done}/{len(waiting)} {job.scorer} on {job.folder}"
            try:
                found[job] = [replace(row, set=job.name) for row in future.result()]
                note += f": {len(found[job])} figures"
            except Exception as error:  # noqa: BLE001 - one scorer's fault must not cost the others' figures
                outcome.failed = True
                outcome.not_scored[f"{job.folder} ({job.scorer})"] = f"{type(error).__name__}: {error}"
                note += ": failed"
            print(f"{note}, {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    outcome.rows = [row for job in wanted for row in found.get(job, [])]
    return outcome


def absent(wanted: Sequence[Job], data: Path) -> Iterator[tuple[str, str]]:
    """Yield the sets that are not there, with the path where they were looked for."""
    for folder in dict.fromkeys(job.folder for job in wanted):
        if not (data / folder).is_dir():
            yield folder, f"not found at {data / folder}"


def silent(wanted: Sequence[Job], outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Yield the sets that no scorer gave a figure for, though none failed."""
    named = {row.set for row in outcome.rows}
    failed = {entry.partition(" ")[0] for entry in outcome.not_scored}
    for folder in dict.fromkeys(job.folder for job in wanted):
        if folder.rpartition("/")[2] not in named and folder not in failed:
            yield folder, "no scorer gave a figure"


def table(outcome: Outcome) -> str:
    """Return the figures as a table, and what was not scored below it."""
    cells = [("set", "part", "measure"), *((row.set, row.part, row.measure) for row in outcome.rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    names = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells]
    lines = [f"{names[0]}   value  95 % interval       n"]
    for name, row in zip(names[1:], outcome.rows, strict=True):
        lines.append(f"{name}  {row.value:6.3f}  {row.low:6.3f}-{row.high:<6.3f} {row.n:7,}")
    lines += [f"NOT SCORED  {name}: {why}" for name, why in outcome.not_scored.items()]
    return "\n".join(lines)


def write(path: Path, rows: Sequence[Row], seed: int) -> None:
    """Write the figures as JSON, each with the seed and the date of the run."""
    date = datetime.now(UTC).date().isoformat()
    figures = [{**asdict(row), "seed": seed, "date": date} for row in rows]
    path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="a folder laid out as ../shared/data")
    parser.add_argument(
        "--set", dest="wanted", default="all", help="all, extraction, matching, stance, a data set or its folder"
    )
    parser.add_argument("--seed", type=int, default=1, help="chooses the samples and the resamplings")
    parser.add_argument("--sample", type=int, help="items of each part; 0: all of them (default: a size for each set)")
    parser.add_argument("--out", type=Path, default=Path("quality.json"), help="where the figures are written")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Score what was asked for; 1 where a scorer failed, 2 where `--set` names nothing."""
    options = arguments(argv)
    data = options.data.resolve()
    wanted = jobs(data, options.wanted)
    if not wanted:
        print(f"{options.wanted}: no such set; there are: all, {', '.join([*AREAS, *folders(data)])}", file=sys.stderr)
        return 2
    missing = dict(absent(wanted, data))
    outcome = score(
        [job for job in wanted if job.folder not in missing], data, seed=options.seed, sample=options.sample
    )
    if not semantic.installed() and any(job.folder.split("/")[0] in semantic.SCORED_WITH_IT for job in wanted):
        outcome.not_scored[semantic.NAME] = semantic.MISSING
    outcome.not_scored |= missing | dict(silent([job for job in wanted if job.folder not in missing], outcome))
    print(table(outcome))
    write(options.out, outcome.rows, options.seed)
    return FAILED if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main())
