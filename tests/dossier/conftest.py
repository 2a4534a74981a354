"""The full desk, made once and copied for each test that changes it; its dossier, for tests that only read it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.dossier.desk import Desk, full_desk

_MADE: dict[str, Path] = {}
_EXPORTED: dict[Path, bytes] = {}


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return the folder in which the full desk was made."""
    if "full" not in _MADE:
        folder = tmp_path_factory.mktemp("newsroom")
        full_desk(folder, capsys)
        _MADE["full"] = folder
    return _MADE["full"]


@pytest.fixture
def desk(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    shutil.copytree(made, tmp_path / "desk", symlinks=True)
    return Desk(tmp_path / "desk", capsys)


@pytest.fixture
def dossier(made: Path, capsys: pytest.CaptureFixture[str]) -> bytes:
    """Return the bytes of the full desk's dossier."""
    if made not in _EXPORTED:
        _EXPORTED[made] = Desk(made, capsys).export()
    return _EXPORTED[made]
