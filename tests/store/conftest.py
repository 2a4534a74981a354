"""What is tested of the store is made as the product makes it: each new database from its migrations."""

from __future__ import annotations

import pytest

from factcheck.store import sqlite_file
from tests import conftest


@pytest.fixture(autouse=True)
def _each_from_its_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "bring_up_to_date", conftest.bring_up_to_date)
