"""Times as people type them, in the zone that is meant."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest

from factcheck.text.dates.moments import read_end, read_moment

PLUS_TWO = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("written", "zone", "read"),
    [
        ("2026-11-30T12:00", UTC, "2026-11-30T12:00"),
        ("2026-11-30 12:00", PLUS_TWO, "2026-11-30T10:00"),
        ("2026-11-30", PLUS_TWO, "2026-11-30T22:00"),  # the end of that day
        ("2026-11-30T12:00Z", PLUS_TWO, "2026-11-30T12:00"),
        ("2026-11-30T12:00+05:00", PLUS_TWO, "2026-11-30T07:00"),
    ],
)
def test_an_end_is_read_in_the_zone_that_is_meant_and_kept_in_utc(written: str, zone: timezone, read: str) -> None:
    found = read_end(written, zone=zone)
    assert found == datetime.fromisoformat(f"{read}+00:00")
    assert found.utcoffset() == timedelta()


@pytest.mark.parametrize(("day", "ends"), [("2026-10-24", "22:00"), ("2026-10-25", "23:00")])
def test_a_day_ends_here_also_where_the_clocks_change(day: str, ends: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    try:
        assert read_end(day, zone=None) == datetime.fromisoformat(f"{day}T{ends}+00:00")
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("written", ["tomorrow", "", "9999-12-31", "0001-01-01T00:00+05:00"])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|9999|0001"):
        read_moment(written, past=True) if "9999" in written else read_moment(written)
