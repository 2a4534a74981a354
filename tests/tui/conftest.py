"""The world that tests of the workbench stand in: UTC, a state folder of their own, a user's colours left aside."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui import workspace


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("FACTCHECK_USER", "FACTCHECK_LONG_DAY", "NO_COLOR", "TEXTUAL", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def worked_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace.work(workspace.fill(tmp_path_factory.mktemp("template") / "worked"))


@pytest.fixture(scope="session")
def fresh_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace.fill(tmp_path_factory.mktemp("template") / "fresh")


@pytest.fixture
def worked(worked_template: Path, tmp_path: Path) -> Path:
    """Ten claims: 2 disputed and undecided, 4 signed by alice, 6 stale, 8 proposed by bob, 10 signed by bob."""
    return Path(shutil.copytree(worked_template, tmp_path / "worked"))


@pytest.fixture
def fresh(fresh_template: Path, tmp_path: Path) -> Path:
    """Ten claims that nobody has decided about; every second one has four candidates."""
    return Path(shutil.copytree(fresh_template, tmp_path / "fresh"))


@pytest.fixture
def filled(tmp_path: Path) -> Callable[..., Path]:
    """Make a workspace with the options of `workspace.fill`."""
    return lambda *args, **options: workspace.fill(tmp_path / "filled", *args, **options)
