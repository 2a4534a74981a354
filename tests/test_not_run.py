"""A test run says how many tests were NOT RUN and why, on one core and on several."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
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
    shutil.copy(CONFTEST, tmp_path)
    (tmp_path / "test_some.py").write_text(TESTS)
    (tmp_path / "pytest.ini").touch()
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n", workers, str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False).stdout
    assert "NOT RUN: 3 tests" in said
    assert "NOT RUN    1  needs a thing" in said
    assert "NOT RUN    2  needs another" in said
    assert "1 passed, 3 skipped" in said
