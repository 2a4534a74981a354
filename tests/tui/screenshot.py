"""Export a screenshot of the workbench on the worked example: `python -m tests.tui.screenshot PATH [COLUMNS ROWS]`.

The same bytes at each call: the clock stands, the user is alice, nothing of this machine is shown.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from factcheck.cli.articles import load_article
from factcheck.demo import ARTICLE, CORPUS
from factcheck.domain import Stance
from factcheck.tui.app import FactcheckApp
from factcheck.workbench import Workbench
from factcheck.workbench.checking import check
from tests.tui.workspace import SteadyClock

SIZE = (120, 36)
KEYS = ("j", "j", "j", "j", "j", "2", "x", "k")
"""To the evidence of claim 6, a number that one source has and another contradicts; and a decision on it."""


def make_workspace(folder: Path) -> None:
    """Check the worked example, and decide a little about it as alice and bob."""
    with Workbench.open(folder, user="alice", create=True, clock=SteadyClock()) as alice:
        check(alice, load_article(str(ARTICLE)), ARTICLE.name, corpus_paths=[CORPUS])
        claims = {row.number: row.id for row in alice.summaries()}
        for number, rating, rationale in (
            (2, "confirmed", "The council says so in its minutes."),
            (4, "no-evidence-found", "Neither the report nor a story about it is in the archive."),
        ):
            for item in alice.claim(claims[number]).evidence[:1]:
                alice.set_stance(claims[number], item.id, Stance.CORROBORATES if number == 2 else Stance.RELATED)
            alice.set_verdict(claims[number], rating, rationale)
    with Workbench.open(folder, user="bob", clock=SteadyClock()) as bob:
        bob.sign(claims[2], displayed=bob.claim(claims[2]).state.binding)


async def picture(folder: Path, size: tuple[int, int]) -> str:
    """Run the workbench and return the SVG of its screen."""
    with Workbench.open(folder, user="alice", clock=SteadyClock()) as bench:
        app = FactcheckApp(bench)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.2)
            for key in KEYS:
                await pilot.press(key)
                await pilot.pause(0.1)
            return app.export_screenshot(title="factcheck")


def main(path: Path, size: tuple[int, int] = SIZE) -> None:
    """Write the screenshot."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    with tempfile.TemporaryDirectory() as folder:
        make_workspace(Path(folder))
        path.write_text(asyncio.run(picture(Path(folder), size)), encoding="utf-8")


if __name__ == "__main__":
    name, *numbers = sys.argv[1:]
    main(Path(name), (int(numbers[0]), int(numbers[1])) if numbers else SIZE)
