"""How a run of the tests says how many of them were NOT RUN, and why."""

from __future__ import annotations

from collections import Counter

import pytest


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return why a test was skipped, without file and line."""
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    return str(report.longrepr)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were NOT RUN and why; workers under xdist hand their reports to this same terminal."""
    skipped = [report for report in terminalreporter.getreports("skipped") if report.when != "teardown"]
    if not skipped:
        terminalreporter.write_line("NOT RUN: 0 tests")
        return
    terminalreporter.write_sep("-", f"NOT RUN: {len(skipped)} tests")
    for reason, count in sorted(Counter(map(reason_of, skipped)).items()):
        terminalreporter.write_line(f"NOT RUN {count:4}  {reason}")
