"""Kill a person's process at random moments while it decides, and look whether every acknowledged decision is there.

`python -m tests.bench killing` does so 200 times; the tests a few times. The process is a fork, so that it decides at
once; what it has acknowledged it tells through a pipe.
"""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from factcheck.domain import Stance
from factcheck.workbench import Workbench
from factcheck.workbench.stored_states import differing_states
from factcheck.workbench.verifying import fault_of
from tests.factory import make_bench

CLAIMS = 5
LONGEST = 0.15
"""Seconds from the first acknowledged decision to the kill; a decision takes some 10 ms."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What came of it: how many decisions were acknowledged, how many of them are missing, and what is wrong."""

    acknowledged: int
    missing: int
    faults: tuple[str, ...]


def kill_while_deciding(folder: Path, times: int, seed: int = 1) -> Killed:
    """Kill so many processes that decide in one workspace, one after the other."""
    make_bench(folder, claims=CLAIMS).close()
    chosen, acknowledged, faults, missing = random.Random(seed), 0, [], 0
    for number in range(times):
        told = _killed(folder, number, chosen.uniform(0, LONGEST))
        acknowledged += len(told)
        with Workbench.open(folder, user="auditor") as bench:
            found = [bench.store.integrity(), fault_of(bench.store)]
            found += [f"claim {one.claim} differs" for one in differing_states(bench.store)]
            faults += filter(None, found)
            events = {event.body["rationale"] for event in bench.store.events(kinds=["verdict"])}
            missing += len(told - events)
    return Killed(acknowledged, missing, tuple(faults))


def _killed(folder: Path, number: int, delay: float) -> set[str]:
    """Let a process decide until it is killed; return what it acknowledged (the rationales)."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        _decide(folder, number, writes)
    os.close(writes)
    with os.fdopen(reads, "rb") as acknowledged:
        first = acknowledged.readline()
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines = [first, *acknowledged.read().splitlines(keepends=True)]
    return {line.decode().rstrip("\n") for line in lines if line.endswith(b"\n")}


def _decide(folder: Path, number: int, writes: int) -> None:
    """Decide without end, and tell each decision once it is kept. Never returns."""
    try:
        with Workbench.open(folder, user=f"checker {number}") as bench:
            at = 0
            while True:
                claim = f"c{at % CLAIMS + 1:04d}"
                bench.set_stance(claim, f"{claim}-a", Stance.CORROBORATES)
                rationale = f"decision {at} of {number}"
                bench.set_verdict(claim, "confirmed", rationale)
                os.write(writes, f"{rationale}\n".encode())
                at += 1
    finally:
        os._exit(70)
