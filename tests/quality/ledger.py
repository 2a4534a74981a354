"""Count the precision ledger: `python -m tests.quality.ledger ../shared/data` writes `factcheck/stance/ledger.json`.

For each comparator, the conflicts that it leads on FEVER-symmetric dev, Emergent tune, SICK train and Perspectrum train
and dev, and how many of them are right by the gold label. None is barred while it is counted, so that one that got
better can come back. No part named test is read.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

import factcheck.stance
from factcheck.domain import Polarity, Stance
from factcheck.stance import compare
from tests.quality.parts import parts, records, sampled
from tests.quality.stance import MAPPINGS, Item

SETS = {
    "fever_symmetric": ("dev",),
    "emergent": ("tune",),
    "sick": ("train",),
    "perspectrum": ("train", "dev"),
}


FILE = Path(factcheck.stance.__file__).with_name("ledger.json")


def count(data: Path, *, sample: int | None = None) -> dict[str, tuple[int, int]]:
    """Return for each comparator the right conflicts and all that it led; `sample` pairs of a part at most."""
    right: Counter[str] = Counter()
    led: Counter[str] = Counter()
    with patch("factcheck.stance.ledger.barred", frozenset):
        for item in _items(data, sample):
            found = compare(item.claim, item.passage)
            against = [one for one in found.reasons if one.polarity is Polarity.OPPOSES]
            if found.stance is Stance.CONFLICTS and against:
                led[against[0].comparator] += 1
                right[against[0].comparator] += item.gold is Stance.CONFLICTS
    return {name: (right[name], led[name]) for name in sorted(led)}


def _items(data: Path, sample: int | None) -> Iterator[Item]:
    for name, wanted in SETS.items():
        for part, path in parts(data / "stance" / name):
            chosen = sampled(records(path), seed=1, sample=sample) if part in wanted else []
            yield from MAPPINGS[name](chosen)[""]


def as_json(counted: Mapping[str, tuple[int, int]]) -> str:
    """Return the file."""
    note = "conflicts led, right and all, on FEVER-symmetric dev, Emergent tune, SICK train, Perspectrum train and dev"
    lines = ",\n".join(f'  "{name}": [{right}, {led}]' for name, (right, led) in counted.items())
    return f'{{\n "note": {json.dumps(note)},\n "conflicts": {{\n{lines}\n }}\n}}'


def main() -> None:
    """Write the ledger."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.ledger", description=__doc__)
    parser.add_argument("data", type=Path)
    FILE.write_text(as_json(count(parser.parse_args().data)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
