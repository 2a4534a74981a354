"""Many claims read at once: the same as one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import InputError
from tests.factory import make_bench


def test_many_claims_read_at_once_are_those_read_one_by_one_in_the_order_asked_for(tmp_path: Path) -> None:
    with make_bench(tmp_path, claims=3) as bench:
        ids = [row.id for row in bench.summaries()][::-1]
        for stored, name in zip(bench.store.stored_claims(ids), ids, strict=True):
            assert (stored.claim, stored.revision, stored.sentence) == bench.store.claim(name)
            assert stored.state == bench.store.state(name)
            assert stored.summary == bench.store.summary(name)
            assert tuple(stored.evidence.values()) == bench.store.evidence(name)
            bound = bench.store.citations(stored.revision)
            assert stored.citations == tuple(one.citation for one in bound if name in one.claims)
        assert bench.store.events_of(ids) == {name: list(bench.store.events(subject=name)) for name in ids}
        assert bench.store.stored_claims([]) == []


def test_a_claim_that_is_not_there_is_named(tmp_path: Path) -> None:
    with make_bench(tmp_path) as bench:
        first = next(bench.summaries()).id
        with pytest.raises(InputError) as told:
            bench.store.stored_claims([first, "nowhere"])
    assert told.value.subject == "nowhere"
