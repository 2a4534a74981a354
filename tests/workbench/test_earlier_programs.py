"""A workspace that an earlier program wrote stands: what it did not know is no fault, and what was altered still is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factcheck.corpus.readers import parse_article
from factcheck.workbench import Workbench
from factcheck.workbench.checking import check
from factcheck.workbench.stored_states import differing_states

ARTICLE = "The ferry\n\n14 November 2024\n\nThe ferry carried 52,700 passengers in 2019.\n"
FILLER = "\n\n".join(
    f"Item {at}: the clerk read out a letter on parking and hedges, and nobody spoke." for at in range(12)
)
SOURCE = (
    f"2024-05-01\nRegister\n\nThe ferry carried 52,700 passengers in 2019.\n\n{FILLER}\n\n"
    "Whether the ferry carries passengers in winter the register leaves open.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "register.txt").write_text(SOURCE)
    with Workbench.open(tmp_path / "ws", user="alice", create=True) as bench:
        article = parse_article(ARTICLE.encode(), "ferry.txt")
        check(bench, article, "ferry.txt", corpus_paths=[tmp_path / "register.txt"])
    return tmp_path / "ws"


def rewrite(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the stored claim as an earlier program would have written it, or as nobody would."""
    with closing(sqlite3.connect(folder / "factcheck.db")) as base, base:
        for identifier, payload in base.execute("SELECT id, payload FROM claim").fetchall():
            claim = json.loads(payload)
            change(claim)
            kept = json.dumps(claim, separators=(",", ":"), ensure_ascii=False)
            base.execute("UPDATE claim SET payload = ? WHERE id = ?", (kept, identifier))


def faults(folder: Path) -> list[str]:
    with Workbench.open(folder) as bench:
        return [str(one) for one in differing_states(bench.store)]


def test_a_claim_without_what_an_earlier_program_did_not_know_is_right(folder: Path) -> None:
    rewrite(folder, lambda claim: claim.pop("marks"))
    assert faults(folder) == []


def test_a_claim_with_other_words_is_not(folder: Path) -> None:
    rewrite(folder, lambda claim: claim.update(verbatim="The ferry carried 99,000 passengers in 2019."))
    assert faults(folder) != []


def test_counts_of_an_earlier_program_are_right_and_any_others_are_not(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "factcheck.db")) as base:
        (counts,) = base.execute("SELECT corroborates, conflicts, related FROM claim_state").fetchall()
        assert counts == (1, 0, 0)  # both passages are of one origin
        with base:
            base.execute("UPDATE claim_state SET related = 1")
    assert faults(folder) == []
    with closing(sqlite3.connect(folder / "factcheck.db")) as base, base:
        base.execute("UPDATE claim_state SET related = 0, conflicts = 1")
    assert faults(folder) != []
