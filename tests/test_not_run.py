"""A test run says how many tests were NOT RUN and why, on one core and on several."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import not_run

ROOT = Path(__file__).parent.parent
CONFTEST = "from tests.not_run import pytest_terminal_summary\n"
TESTS = """
import pytest
def test_runs(): pass
def test_skips(): pytest.skip("needs a thing")
@pytest.mark.skipif(True, reason="needs another")
@pytest.mark.parametrize("n", [1, 2])
def test_is_marked(n): pass
"""


@pytest.mark.parametrize("workers", ["0", "2"])
def test_skipped_tests_are_counted_by_reason(tmp_path, workers):
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_some.py").write_text(TESTS)
    (tmp_path / "pytest.ini").touch()
    command = [sys.executable, "-m", "pytest", "-p", "xdist", "-p", "no:cacheprovider", "-n", workers, str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False)
    said = done.stdout
    assert "NOT RUN: 3 tests" in said
    assert "NOT RUN    1  needs a thing" in said
    assert "NOT RUN    2  needs another" in said
    assert "1 passed, 3 skipped" in said


def test_the_tests_of_the_house_are_counted_so(pytestconfig: pytest.Config) -> None:
    hooks = pytestconfig.pluginmanager.hook.pytest_terminal_summary.get_hookimpls()
    assert not_run.pytest_terminal_summary in [hook.function for hook in hooks]
