"""A log verified: its chain, its signatures, the rows it speaks of, and what was kept of it elsewhere.

What verifies can be folded anew, and the stored states brought up to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.domain import Problem
from factcheck.errors import GuardError, InputError, StateError, StorageError
from factcheck.files import NEVER_ENDS, may_never_end
from factcheck.keyfiles import SHORT, checked_key, verifies
from factcheck.review.clocks import Clocks
from factcheck.review.heads import Head, parsed_head, signed_head
from factcheck.review.trust import KeyRing, Signatures
from factcheck.store.log import timestamp, verified
from factcheck.text.names.lookalikes import folded
from factcheck.workbench.auditing import exported_lines, first_wrong_row
from factcheck.workbench.folding import refresh
from factcheck.workbench.opening import CORPUS
from factcheck.workbench.spoken import wrong_words
from factcheck.workbench.standing import DOCUMENTS
from factcheck.workbench.stored_states import Differing, differing_states
from factcheck.workbench.trusting import ring, trusted_key

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench

_LARGEST = 10_000
"""Bytes of a file with a head; a signed one has some 450."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What came of verifying a log: how many events it has, and `wrong`: the first fault in words, or "".

    `held`: the number of the event whose digest is the head that was kept; `signed`: how many events each key signed;
    `asserted`: how many sign-offs and other signatures no key signed; `times`: what is odd about the times of events,
    which breaks no chain; `ring`: the keys that were trusted.
    """

    events: int
    wrong: str = ""
    held: int = 0
    signed: Mapping[str, int] = field(default_factory=dict)
    asserted: int = 0
    times: Sequence[str] = ()
    ring: KeyRing = field(default_factory=KeyRing)


def wrong_marks(bench: Workbench) -> tuple[Problem, ...]:
    """Return the documents whose scope or sensitivity is not what was noted when it was said: the log has neither."""
    if not (bench.workspace / CORPUS / DOCUMENTS).is_file():
        return ()
    with bench.open_corpus() as corpus:
        return corpus.verify_marks()


def kept_head(written: str) -> Head:
    """Return the head that a person kept: given as a digest, or as the file that has it.

    Raises:
        InputError: it is neither.
    """
    if head := parsed_head(written):
        return head
    path, hint = Path(written), "give 64 hexadecimal digits, or a file that `factcheck audit head` wrote"
    if may_never_end(path):
        raise InputError(NEVER_ENDS, hint=hint, subject=written)
    try:
        with path.open("rb") as file:
            head = parsed_head(file.read(_LARGEST).decode("utf-8", "replace"))
    except (OSError, ValueError) as error:
        why = f"cannot be read as a file: {getattr(error, 'strerror', '') or error}"
        raise InputError(f"is no head of a log, and {why}", hint=hint, subject=written[:80]) from error
    if head is None:
        raise InputError("holds no head of a log", hint=hint, subject=written)
    return head


def verify_file(path: Path, head: Head | None = None, root: str = "", words: Path | None = None) -> Audit:
    """Verify a log that was exported. `root`: the key with which trust must begin; `words`: exported with it.

    Raises:
        InputError: it cannot be read, or holds no event.
        StateError: it holds signatures, and what verifies them is not installed.
    """
    found = _verified(exported_lines(path), head, root, lambda: wrong_words(path, words) if words else "")
    if not found.events and not found.wrong:
        hint = "name a file that `factcheck audit log --format jsonl` wrote"
        raise InputError("holds no event", hint=hint, subject=str(path))
    return found


def verify(reader: Reader, head: Head | None = None, root: str = "") -> Audit:
    """Verify the log of a workspace, and the rows it speaks of. `root`: the key with which trust must begin.

    Raises:
        StateError: it holds signatures, and what verifies them is not installed.
    """
    return _verified(reader.log_lines(), head, root, lambda: first_wrong_row(reader))


def fault_of(reader: Reader) -> str:
    """Verify the log of a workspace and the rows it speaks of; return "" or the first fault in words."""
    return verify(reader).wrong


def log_fault(reader: Reader) -> str:
    """Verify the log of a workspace alone; return "" or its first fault in words."""
    return _verified(reader.log_lines(), None, "").wrong


def _nothing() -> str:
    return ""


def _verified(lines: Iterable[bytes], head: Head | None, root: str, wrong_row: Callable[[], str] = _nothing) -> Audit:
    signatures, clocks = Signatures(verifies), Clocks()

    def look(event: Mapping[str, Any]) -> str:
        wrong = signatures.look(event)
        if not wrong:
            clocks.look(event["seq"], datetime.fromisoformat(event["at"]), event["kind"], event["subject"])
        return wrong

    try:
        found = verified(lines, head.head if head else "", look)
        wrong = found.fault or wrong_row() or next(_wrong_about(signatures.ring, head, found.held, root), "")
    except StorageError as error:  # an event that cannot even be read is what was asked about
        return Audit(events=0, wrong=str(error))
    return Audit(
        events=found.events,
        wrong=wrong,
        held=found.held,
        signed=dict(signatures.signed),
        asserted=signatures.asserted,
        times=clocks.faults,
        ring=signatures.ring,
    )


def _wrong_about(keys: KeyRing, head: Head | None, held: int, root: str) -> Iterator[str]:
    """Yield what is wrong with a sound log, seen against what was kept elsewhere."""
    if root:
        wanted, first = checked_key(root), next(iter(keys.keys), "")
        if wanted != first:
            began = f"with the key {first[:SHORT]}" if first else "with no key at all"
            told = f"trust did not begin with the key {wanted[:SHORT]}, but {began}"
            yield f"{told}: it is another log, or was written anew"
    if head is None:
        return
    if head.signature:
        yield from filter(None, [_wrong_signature(keys, head, held)])
    if not held:
        yield f"it does not hold the head {head.head}: its end was cut off, or it is another log"


def _wrong_signature(keys: KeyRing, head: Head, held: int) -> str:
    if not verifies(head.key, head.signed, head.signature):
        return f"the signature on the head is not that of the key {head.key[:SHORT]}: the head was altered"
    if held and held != head.events:
        return f"the head says that it is that of event {head.events}, and is that of event {held}"
    known = keys.keys.get(head.key)
    mine = known and known.held_at(held) and folded(known.holder) == folded(head.user)
    if held and not mine:
        whose = f"trusted as {head.user}'s at event {held}"
        return f"the head was signed with the key {head.key[:SHORT]}, which was not {whose}"
    return ""


def head_signed(bench: Workbench) -> str:
    """Return the head of the log, signed with this user's key, as it is written.

    Raises:
        GuardError: the log is empty, or the user has no key that is trusted here.
        InputError: the key cannot be used.
    """
    last = bench.store.last_event()
    if last is None:
        raise GuardError("the log is empty: there is no head to sign")
    key = trusted_key(bench, ring(bench.store))
    return signed_head(last.digest, events=last.seq, at=timestamp(bench.now()), user=bench.user, key=key)


def rebuild(bench: Workbench) -> tuple[Differing, ...]:
    """Fold every claim anew, and store what differs from the stored states; return what did.

    Raises:
        StateError: the log or a row it speaks of was tampered with: a state folded from that would be wrong, too.
    """
    if fault := fault_of(bench.store):
        raise StateError(
            f"the log does not verify: {fault}", hint="put a backup back: `factcheck restore FILE --force`"
        )
    found = tuple(differing_states(bench.store))
    with bench.store.transaction() as tx:
        for one in found:
            refresh(tx, one.claim)
    left = [one.claim for one in differing_states(bench.store)] if found else []
    if left:
        raise StorageError(
            f"the row of claim {left[0]} is not what was extracted, and the log cannot rebuild it",
            hint="put a backup back: `factcheck restore FILE --force`",
        )
    return found
