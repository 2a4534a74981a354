"""Read the parts of a data set: one JSON object a line, gzipped or not."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
ENDINGS = (".jsonl.gz", ".jsonl")


def parts(folder: Path) -> list[tuple[str, Path]]:
    """Return the parts found in `folder` as (name, file), by name; none where the folder is absent."""
    found = {
        path.name.removesuffix(ending): path
        for ending in reversed(ENDINGS)
        for path in folder.glob(f"*{ending}")
        if path.is_file()
    }
    return sorted(found.items())


def records(path: Path) -> list[dict[str, Any]]:
    """Read every record of a part."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def sampled(items: Sequence[T], *, seed: int, sample: int | None) -> list[T]:
    """Return at most `sample` items in their own order, chosen by `seed`; all of them for None."""
    if sample is None or len(items) <= sample:
        return list(items)
    chosen = sorted(random.Random(seed).sample(range(len(items)), sample))
    return [items[index] for index in chosen]
