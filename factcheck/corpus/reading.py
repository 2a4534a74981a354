"""From files to batches of prepared documents: in this process, or in others beside it.

With workers, each file is read, cut and sketched in one of them, while this process writes. The batches come in the
order of the files all the same, so that the corpus does not depend on how many workers there were.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection, Pipe
from pathlib import Path

import msgspec

from factcheck.corpus.columns import Mapped
from factcheck.corpus.options import Reading
from factcheck.corpus.preparing import Prepared, prepare
from factcheck.corpus.records import HAS_A_DATE, as_kept, encodable, path_as_kept
from factcheck.domain import Document, Problem, ProblemKind
from factcheck.errors import InputError

FIRST_DOCUMENTS = 250
BATCH_DOCUMENTS = 6000
BATCH_CHARACTERS = 9_000_000
"""What a batch holds at most (one document more): some 60 MB in memory.

Each writes most of the table of grams anew, so larger ones are cheaper: by batches of 6,000 instead of 3,000, a million
passages write half as much. The first ones of a file are small, so that the process that writes has something to do at
once; each next one holds twice as many.
"""
UNIT_FILES, UNIT_BYTES = 100, 2_000_000
"""What a worker is given at a time: small files together; a large file alone."""
AHEAD = 2
"""Units that a worker has been given and has not finished: it need not wait for the next one."""

LONGEST_SECONDS = 300
"""Seconds of a processor that a worker may read without a batch, which ends it: a page of 100,000 paragraphs takes 26
(measured 2026-11), and what is made to hang has no end."""
_LOOK_SECONDS = 1.0
"""How often a worker looks whether the process that writes is still there."""


class Batch(msgspec.Struct, frozen=True, array_like=True):
    """What was read: documents, and files that ended with what of them was not read, by their numbers in the unit.

    `last`: the unit ends with it. `mapped`: the columns of the files of rows that ended.
    """

    documents: tuple[tuple[int, Prepared], ...]
    problems: tuple[Problem, ...]
    ended: tuple[tuple[int, tuple[str, ...]], ...]
    last: bool
    mapped: tuple[Mapped, ...] = ()


Unit = Sequence[Path]
_DECODER = msgspec.msgpack.Decoder(Batch)
_FAULT = b"!"
"""What a message begins with that is no batch, but an exception. No batch does: it is an array."""


def units_of(files: Iterable[tuple[Path, int]]) -> Iterator[list[Path]]:
    """Put files (path, size in bytes) together, in order."""
    unit: list[Path] = []
    size = 0
    for path, bytes_ in files:
        if unit and (len(unit) >= UNIT_FILES or size + bytes_ > UNIT_BYTES):
            yield unit
            unit, size = [], 0
        unit.append(path)
        size += bytes_
    if unit:
        yield unit


def read_units(units: Iterable[Unit], how: Reading, workers: int) -> Iterator[tuple[Unit, Batch]]:
    """Yield the batches of each unit, in order. `workers`: processes that read; 0 reads in this one."""
    if workers:
        yield from _Workers(how, workers).read(iter(units))
        return
    for unit in units:
        yield from ((unit, batch) for batch in read_unit(unit, how))


def read_unit(unit: Unit, how: Reading) -> Iterator[Batch]:
    """Read the files of a unit."""
    documents: list[tuple[int, Prepared]] = []
    problems: list[Problem] = []
    ended: list[tuple[int, tuple[str, ...]]] = []
    mapped: list[Mapped] = []
    characters, most = 0, FIRST_DOCUMENTS
    for number, path in enumerate(unit):
        gaps, told = Gaps(), list[Problem]()
        for found in _read(path, how, mapped.append):
            gaps.note(found)
            if isinstance(found, Problem):
                told.append(found)
                continue
            documents.append((number, found))
            characters += len(found.text)
            if len(documents) >= most or characters >= BATCH_CHARACTERS:
                yield Batch(tuple(documents), tuple(problems), tuple(ended), last=False)
                documents, problems, ended, characters = [], [], [], 0
                most = min(2 * most, BATCH_DOCUMENTS)
        problems += gaps.told(told)
        ended.append((number, gaps.of(path)))
    yield Batch(tuple(documents), tuple(problems), tuple(ended), last=True, mapped=tuple(mapped))


class Gaps:
    """What of a file could not be read. A problem of what was read all the same is none, nor is a date, told late."""

    def __init__(self) -> None:
        self._unread: dict[str, None] = {}
        self._last = ""

    def note(self, found: Prepared | Document | Problem) -> None:
        """Note what was found next."""
        if isinstance(found, Problem):
            unread = found.kind is ProblemKind.UNREAD
            if unread and found.path != self._last and not found.reason.startswith(HAS_A_DATE):
                self._unread[found.path] = None
        else:
            self._last = found.source.path
            self._unread.pop(self._last, None)

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return problems with what became of what they tell of, once all is noted."""
        return tuple(
            replace(one, kind=ProblemKind.READ)
            if one.kind is ProblemKind.UNREAD and one.path not in self._unread
            else one
            for one in problems
        )

    def of(self, path: Path) -> tuple[str, ...]:
        """Return what was not read: the whole file, if nothing was, which says nothing of what it held before."""
        return tuple(self._unread) if self._last or not self._unread else (encodable(str(path)),)


def _read(path: Path, how: Reading, tell: Callable[[Mapped], object]) -> Iterator[Prepared | Problem]:
    from factcheck.corpus.readers import read_documents

    try:
        for found in read_documents(path, how=how, tell=tell):
            if isinstance(found, Problem):
                yield replace(found, path=path_as_kept(found.path, how.address))
            else:
                yield prepare(as_kept(found, how.address))
    except InputError as error:  # it vanished since it was listed
        yield Problem(path=encodable(str(path)), reason=error.message, remedy=error.hint)


class _Workers:
    """Processes that read units, each in turn."""

    def __init__(self, how: Reading, number: int) -> None:
        self._how = how
        self._number = number
        self._started: list[_Worker] = []

    def read(self, units: Iterator[Unit]) -> Iterator[tuple[Unit, Batch]]:
        waiting: deque[tuple[_Worker, Unit]] = deque()
        self._started = [_Worker(self._how) for _ in range(self._number)]
        try:
            for _ in range(AHEAD):
                for worker in self._started:
                    self._give(worker, units, waiting)
            while waiting:
                worker, unit = waiting.popleft()
                yield from worker.batches(unit, [given for one, given in waiting if one is worker])
                self._give(worker, units, waiting)
        finally:
            for worker in self._started:
                worker.stop()

    @staticmethod
    def _give(worker: _Worker, units: Iterator[Unit], waiting: deque[tuple[_Worker, Unit]]) -> None:
        if unit := next(units, None):
            worker.give(unit)
            waiting.append((worker, unit))


class _Worker:
    """One process that reads units, and is started anew if a file is the end of it."""

    def __init__(self, how: Reading) -> None:
        self._how = how
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = Pipe()
        with theirs:
            # Not by multiprocessing, which would run the user's own script again. In a group of its own, since Ctrl-C
            # is for the process that writes; it ends when that one is gone.
            command = [
                sys.executable,
                "-c",
                f"from factcheck.corpus.reading import work; work({theirs.fileno()}, {os.getpid()})",
            ]
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], process_group=0)  # noqa: S603 - our own
        self._pipe.send(self._how)

    def give(self, unit: Unit) -> None:
        """Ask for a unit."""
        self._pipe.send(list(unit))

    def batches(self, unit: Unit, given: Sequence[Unit]) -> Iterator[tuple[Unit, Batch]]:
        """Yield the batches of the unit that is next; `given`: those that were asked for after it."""
        ended = 0
        try:
            for batch in self._received():
                ended += len(batch.ended)
                yield unit, batch
        except (EOFError, ConnectionError):
            yield from self._one_by_one(unit[ended:])
            for one in given:
                self.give(one)

    def _one_by_one(self, paths: Unit) -> Iterator[tuple[Unit, Batch]]:
        """Read the files of which one was the end of the process; say which it was."""
        is_slow = self._start_again()
        if len(paths) == 1:
            yield paths, _broken(paths[0], is_slow=is_slow)
            return
        for path in paths:
            try:
                self.give([path])
                yield from (([path], batch) for batch in self._received())
            except (EOFError, ConnectionError):
                yield [path], _broken(path, is_slow=self._start_again())

    def _received(self) -> Iterator[Batch]:
        while True:
            message = self._pipe.recv_bytes()
            if message.startswith(_FAULT):
                raise pickle.loads(message[1:])  # noqa: S301 - what our own process sent
            batch = _DECODER.decode(message)
            yield batch
            if batch.last:
                return

    def _start_again(self) -> bool:
        """Begin anew; return whether the process had read for too long."""
        self.stop()
        is_slow = self._process.returncode == -signal.SIGPROF
        self._start()
        return is_slow

    def stop(self) -> None:
        """End the process."""
        self._pipe.close()
        self._process.terminate()
        self._process.wait()


def _broken(path: Path, *, is_slow: bool) -> Batch:
    """Tell of a file on which a process ended: the library that reads it crashed, wanted too much memory, or no end."""
    minutes = LONGEST_SECONDS // 60
    reason = f"takes longer than {minutes} minutes to read" if is_slow else "ended the process that read it"
    told = Problem(path=encodable(str(path)), reason=reason, remedy="leave it out, or export it as text")
    return Batch((), (told,), ((0, (told.path,)),), last=True)


def work(descriptor: int, writer: int) -> None:
    """Read units until nobody wants any more: what a worker runs. `writer`: the process that it reads for."""
    threading.Thread(target=_end_with, args=[writer], daemon=True).start()
    with Connection(descriptor) as pipe:
        encoder = msgspec.msgpack.Encoder()
        try:
            how = pipe.recv()
            while True:
                unit = pipe.recv()
                _limit_time()
                for batch in read_unit(unit, how):
                    pipe.send_bytes(encoder.encode(batch))
                    _limit_time()
        except (EOFError, ConnectionError):
            return
        except Exception as error:  # noqa: BLE001 - it is raised in the process that writes
            pipe.send_bytes(_FAULT + pickle.dumps(error))


def _limit_time() -> None:
    """Begin to count the seconds after which the system ends this process, in whatever library it is then."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)


def _end_with(writer: int) -> None:
    """End this process once the one that it reads for is gone, be it in the middle of a file."""
    while os.getppid() == writer:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)
