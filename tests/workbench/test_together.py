"""Twenty people decide at one database at once: none of what was acknowledged is lost, nothing is there twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.together import decide_together
from tests.workspaces import Workspaces

pytestmark = pytest.mark.both
PEOPLE, EACH = 20, 4  # 10,000 decisions in `make bench`


def test_twenty_who_decide_at_once_lose_nothing(tmp_path: Path, workspaces: Workspaces) -> None:
    came = decide_together(tmp_path, workspaces.of(tmp_path), PEOPLE, EACH)
    assert came.acknowledged == PEOPLE * EACH
    assert (came.lost, came.doubled, came.unasked, came.wrong) == ((), (), 0, ())
    assert came.waits == 0, "each had a turn"
