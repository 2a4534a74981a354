"""The event log is a chain: whatever is done to it, the first event that does not fit is named."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Event
from factcheck.review.clocks import clock_faults, in_words
from factcheck.store.log import GENESIS, line_of, next_event, verified
from tests.factory import first_fault

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def chain(length: int) -> list[Event]:
    events: list[Event] = []
    for number in range(length):
        last = events[-1] if events else None
        body = {"rating": f"r{number}", "rationale": "naïve – “ok”"}
        moment = NOON + timedelta(seconds=number)
        events.append(next_event(last, at=moment, user="alice", kind="verdict", subject="c1", revision="r1", body=body))
    return events


def test_an_untouched_log_verifies() -> None:
    events = chain(5)
    assert first_fault(events) == ""
    assert events[0].prev == GENESIS
    assert [e.seq for e in events] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "change",
    [
        {"user": "mallory"},
        {"kind": "note"},
        {"subject": "c2"},
        {"revision": "r2"},
        {"body": {"rating": "r2", "rationale": "other"}},
        {"at": NOON},
        {"schema": 2},
    ],
)
def test_an_altered_event_is_named(change: dict[str, object]) -> None:
    events = chain(5)
    events[2] = replace(events[2], **change)  # type: ignore[arg-type]
    assert first_fault(events) == "event 3: was altered"


def test_a_removed_an_inserted_and_a_reordered_event_are_named() -> None:
    events = chain(5)
    assert "event 4" in first_fault(events[:2] + events[3:])
    assert "event 3" in first_fault([*events[:3], events[2], *events[3:]])
    assert "event 4" in first_fault([*events[:2], events[3], events[2], events[4]])


def test_a_cut_tail_cannot_be_seen() -> None:
    """The limit that `audit verify` states."""
    assert first_fault(chain(5)[:3]) == ""


def test_a_clock_that_goes_back_is_recorded_as_it_is_and_told() -> None:
    """One run with a fast clock must not date all that follows; the order is in `seq`."""
    first = chain(1)[0]
    second = next_event(first, at=NOON - timedelta(hours=1), user="a", kind="k", subject="s", revision="r", body={})
    assert second.at == NOON - timedelta(hours=1)
    assert first_fault([first, second]) == ""
    assert "event 2 is dated" in in_words(clock_faults([first, second]))
    assert clock_faults(chain(5)) == []


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.booleans(), st.none(), st.integers(-(2**53) + 1, 2**53 - 1))))
def test_any_body_of_json_chains(body: dict[str, object]) -> None:
    event = next_event(None, at=NOON, user="ü", kind="k", subject="s", revision="r", body=body)
    assert first_fault([event]) == ""


def test_a_fault_is_named_for_what_it_is() -> None:
    events = chain(5)
    assert first_fault(events[:2] + events[3:]) == "event 3: is missing, event 4 follows event 2: it was removed"
    assert "inserted or replayed" in first_fault([*events[:4], events[1], *events[4:]])
    assert first_fault([*events[:2], events[3], events[2], events[4]]) == "event 4: stands before event 3: reordered"


def test_renumbering_does_not_hide_what_was_done() -> None:
    events = chain(5)
    removed = [*events[:2], *(replace(event, seq=event.seq - 1) for event in events[3:])]
    assert "event 3: was event 4 when it was written: one before it was removed" in first_fault(removed)
    forged = next_event(events[1], at=NOON, user="mallory", kind="note", subject="c1", revision="r1", body={})
    inserted = [*events[:2], forged, *(replace(event, seq=event.seq + 1) for event in events[2:])]
    assert "event 4: was event 3 when it was written: one before it was inserted" in first_fault(inserted)
    assert "event 4: does not follow" in first_fault([*events[:2], forged, *events[3:]])


def test_a_kept_head_shows_a_cut_tail_and_a_log_written_anew() -> None:
    events = chain(5)
    lines = [line_of(event) for event in events]
    assert verified(lines, head=events[2].digest).held == 3
    assert verified(lines[:3], head=events[4].digest).held == 0
    anew = next_event(None, at=NOON, user="mallory", kind="verdict", subject="c1", revision="r1", body={})
    found = verified([line_of(anew)], head=events[4].digest)
    assert (found.fault, found.held) == ("", 0)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line.replace(b'"seq":2', b'"seq": 2'),
        lambda line: line.replace(b'"seq":2', b'"seq":2.0'),
        lambda line: line.replace(b'"seq":2', b'"seq":true'),
        lambda line: line.replace(b"na\xc3\xafve", b"na\\u00efve"),
        lambda line: line.replace(b'{"at"', b'{"also":NaN,"at"'),
        lambda line: line.replace(b'"seq":2', b'"seq":1,"seq":2'),
        lambda line: line.rstrip(b"\n"),
        lambda line: line.replace(b"\n", b"\r\n"),
        lambda _: b"\n",
        lambda _: b"[" * 100_000 + b"\n",
    ],
)
def test_another_spelling_of_an_event_does_not_pass(spoil: Callable[[bytes], bytes]) -> None:
    lines = [line_of(event) for event in chain(3)]
    lines[1] = spoil(lines[1])
    assert verified(lines).fault == "event 2: was altered"


def test_fractions_and_names_beyond_the_basic_plane_verify() -> None:
    body = {"\U0001f9ea": 1, "\uff5e": 0.1, "small": 1e-7, "text": "\x7f\u2028"}
    event = next_event(None, at=NOON, user="a", kind="k", subject="s", revision="r", body=body)
    assert verified([line_of(event)]).fault == ""


def test_no_flipped_bit_passes() -> None:
    """Of 10,000, anywhere in an exported log, with fractions and letters of several bytes in it."""
    body = {"floor": 0.015, "rationale": "naïve"}
    events = chain(3)
    events.append(next_event(events[-1], at=NOON, user="ü", kind="k", subject="s", revision="r", body=body))
    log = b"".join(map(line_of, events))
    assert verified(io.BytesIO(log)).fault == ""
    chosen = random.Random(1)
    for _ in range(10_000):
        spoilt, bit = bytearray(log), chosen.randrange(8 * len(log))
        spoilt[bit // 8] ^= 1 << bit % 8
        assert verified(io.BytesIO(bytes(spoilt))).fault, f"bit {bit}"
