"""Many people at one database at once: what each of them decides, what was acknowledged, and what the log has of it.

`python -m tests.together FOLDER DATABASE PROCESSES DECISIONS CLAIMS` prints as JSON what came of it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import BusyError, ConflictError
from factcheck.workbench import Workbench
from factcheck.workbench.auditing import first_wrong_row
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.verifying import log_fault
from tests.factory import fill

CLAIMS = 8
"""Fewer than there are people: they meet at each."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: decisions that were acknowledged, that the log lacks or has twice, and what is wrong with it.

    `waits`: how often somebody was told that others write; `longest`: the seconds that the slowest decision took.
    """

    acknowledged: int
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    unasked: int
    conflicts: int
    waits: int
    wrong: tuple[str, ...]
    seconds: float
    longest: float


def decide(bench: Workbench, count: int, claims: int) -> dict[str, Any]:
    """Decide so often as the user of a bench; return the words of what was acknowledged, and how often others were
    there first or kept the database too long."""
    said, conflicts, waits, longest = [], 0, 0, 0.0
    offset = int(bench.user.split()[-1])
    while len(said) < count:
        claim = f"c{(offset + len(said)) % claims + 1:04d}"
        words = f"{bench.user} decides {len(said)}"
        begun = time.perf_counter()
        try:
            if len(said) % 2:
                bench.add_note(claim, words)
            else:
                bench.set_verdict(claim, "O", words, seen=bench.claim(claim).state.seq)
        except ConflictError:
            conflicts += 1
        except BusyError:
            waits += 1
        else:
            said.append(words)
        longest = max(longest, time.perf_counter() - begun)
    return {"said": said, "conflicts": conflicts, "waits": waits, "longest": longest}


def decide_together(folder: Path, database: Path | str, processes: int, each: int, claims: int = CLAIMS) -> Outcome:
    """Let so many processes decide so often each in a new workspace; each is a fork of this one."""
    with Workbench.open(folder, user="editor", db=database, create=True) as bench:
        fill(bench, claims)
        before = len(list(bench.events()))
    begun = time.perf_counter()
    children = [_child(folder, database, number, (each, claims)) for number in range(processes)]
    said = [json.loads((folder / f"{number}.json").read_text()) for number, pid in enumerate(children) if _ended(pid)]
    seconds = time.perf_counter() - begun
    with Workbench.open(folder, user="editor", db=database) as bench:
        return _outcome(bench, said, before, seconds)


def _child(folder: Path, database: Path | str, number: int, how_often: tuple[int, int]) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        with Workbench.open(folder, user=f"user {number}", db=database) as bench:
            told = decide(bench, *how_often)
        (folder / f"{number}.json").write_text(json.dumps(told))
        os._exit(0)
    except BaseException as error:  # noqa: BLE001 - whatever failed: this process must not go on as a second run
        print(f"user {number}: {error!r}", file=sys.stderr)
    finally:
        os._exit(1)


def _ended(pid: int) -> bool:
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, "one who decided failed"
    return True


def _outcome(bench: Workbench, said: Iterable[dict[str, Any]], before: int, seconds: float) -> Outcome:
    told = list(said)
    acknowledged = [words for one in told for words in one["said"]]
    events = list(bench.events())
    kept = Counter(row["text"] for row in bench.store.private_rows())
    faults = (log_fault(bench.store), first_wrong_row(bench.store), bench.store.integrity())
    differing = [one.claim for one in differing_states(bench.store)]
    return Outcome(
        acknowledged=len(acknowledged),
        lost=tuple(words for words in acknowledged if not kept[words]),
        doubled=tuple(words for words, times in kept.items() if times > 1),
        unasked=len(events) - before - len(acknowledged),
        conflicts=sum(one["conflicts"] for one in told),
        waits=sum(one["waits"] for one in told),
        wrong=(*filter(None, faults), *differing),
        seconds=seconds,
        longest=max(one["longest"] for one in told),
    )


if __name__ == "__main__":
    where = sys.argv[2]
    named = where if "://" in where else Path(where)
    people, decisions, claims = map(int, sys.argv[3:])
    made = decide_together(Path(sys.argv[1]), named, people, decisions // people, claims)
    print(json.dumps(asdict(made)))
