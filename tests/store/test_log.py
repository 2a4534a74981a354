"""The event log is a chain: whatever is done to it, the first event that does not fit is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain import Event
from factcheck.store.log import GENESIS, clock_fault, first_fault, next_event

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
    assert "event 2 is dated" in clock_fault([first, second])
    assert clock_fault(chain(5)) == ""


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.booleans(), st.none(), st.integers(-(2**53) + 1, 2**53 - 1))))
def test_any_body_of_json_chains(body: dict[str, object]) -> None:
    event = next_event(None, at=NOON, user="ü", kind="k", subject="s", revision="r", body=body)
    assert first_fault([event]) == ""
