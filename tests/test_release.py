"""The wheel has what the command needs and nothing else; `make release` then runs the worked example from it alone."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from tests import release


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release.build(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_has_what_the_command_needs_and_nothing_else(wheel: Path) -> None:
    assert list(release.faults(wheel)) == []


@pytest.mark.parametrize("lost", [*release.SHIPPED, "LICENSE"])
def test_what_is_missing_is_told(wheel: Path, lost: str, tmp_path: Path) -> None:
    less = tmp_path / wheel.name
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(less, "w") as part:
        for name in whole.namelist():
            if not name.endswith(lost):
                part.writestr(name, whole.read(name))
    (fault,) = release.faults(less)
    assert "is not in the wheel" in fault


def test_what_does_not_belong_there_is_told(wheel: Path, tmp_path: Path) -> None:
    more = Path(shutil.copy(wheel, tmp_path))
    with zipfile.ZipFile(more, "a") as whole:
        whole.writestr("tests/test_release.py", "")
    assert list(release.faults(more)) == ["tests/test_release.py is in the wheel"]


def test_a_python_that_is_not_there_is_a_line_and_no_traceback(
    wheel: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release, "build", lambda _folder: wheel)  # which `wheel` has built
    assert release.main(["/nowhere/python"]) == 1
    assert "/nowhere/python" in capsys.readouterr().err


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    command = tmp_path / "factcheck"
    command.write_text("#!/bin/sh\necho factcheck 9.9.9\n", "utf-8")
    command.chmod(0o755)
    with pytest.raises(release.ReleaseError, match=r"9\.9\.9"):
        release.try_out(command, tmp_path)
