"""What is stored of a claim past the log lets nothing into print: it is compared with what the log says."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called, written
from tests.workspaces import Workspaces

ARTICLE = """The weir

14 November 2024

The weir of Tarn Bridge cost £11 million. The weir of Tarn Bridge has nine gates.
"""
Command = Callable[..., Ended]
alter = Workspaces(None).change
FORGED = "UPDATE claim_state SET review_state = 'signed', rating = 'confirmed', checker = 'alice', reviewer = 'bob'"
PRINTING = (
    ("claim-list", "--fail-on", "open,unsigned,stale"),
    ("claim-list", "--article", "weir", "--state", "signed", "--fail-on", "open"),
    ("claim-list", "--format", "claimreview"),
    ("claim-list", "--format", "html"),
    ("claim-list", "--format", "docx", "--output"),
    ("review", "sign-article", "weir", "--yes"),
    ("review", "publish", "weir", "--yes"),
    ("dossier", "export", "weir", "--output"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "ws"


@pytest.fixture
def desk(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """A workspace with an article that nobody has judged."""

    def run(*words: str) -> Ended:
        target = (str(tmp_path / "out.zip"),) if words[-1] == "--output" else ()
        return called(capsys, "--workspace", str(folder), "--user", "ed", *words, *target)

    assert run("check", written(tmp_path, "weir.txt", ARTICLE)).code == 0
    written(folder, "factcheck.toml", '[publisher]\nname = "Desk"\n')
    return run


@pytest.mark.parametrize(
    "sql",
    [
        FORGED,
        "UPDATE claim_state SET rating = 'confirmed'",
        "UPDATE claim_state SET conflicts = 3",
        'UPDATE claim_state SET payload = replace(payload, \'"contributors":[]\', \'"contributors":["eve"]\')',
        "DELETE FROM claim_state",
    ],
)
@pytest.mark.parametrize("command", PRINTING, ids=" ".join)
def test_nothing_goes_into_print_that_the_log_does_not_say(
    desk: Command, folder: Path, tmp_path: Path, command: tuple[str, ...], sql: str
) -> None:
    assert alter(folder, sql)
    refused = desk(*command)
    assert refused.code == 3
    assert "what is stored differs from what its events say" in refused.complaint
    assert "claim " in refused.complaint
    assert "`factcheck audit rebuild`" in refused.complaint
    assert not (tmp_path / "out.zip").exists()


def test_a_rebuild_lets_the_gate_look_again(desk: Command, folder: Path) -> None:
    before = desk("claim-list", "--fail-on", "unsigned")
    alter(folder, FORGED)
    assert desk("audit", "rebuild").code == 0
    after = desk("claim-list", "--fail-on", "unsigned")
    assert (after.code, after.out) == (before.code, before.out)
    assert after.code == 1


def test_what_is_stored_of_another_article_keeps_none_from_print(desk: Command, folder: Path, tmp_path: Path) -> None:
    assert desk("check", written(tmp_path, "lock.txt", ARTICLE.replace("weir", "lock"))).code == 0
    of_weir = "SELECT c.id FROM claim c JOIN revision r ON c.revision = r.id WHERE r.path LIKE '%weir%'"
    assert alter(folder, f"UPDATE claim_state SET rating = 'confirmed' WHERE claim IN ({of_weir})")
    assert desk("claim-list", "--article", "lock", "--fail-on", "stale").code == 0
    assert desk("claim-list", "--article", "weir", "--fail-on", "stale").code == 3
    assert desk("dossier", "export", "lock", "--output").code == 0
    assert zipfile.is_zipfile(tmp_path / "out.zip")


def test_verifying_a_workspace_tells_what_the_list_says_past_the_log(desk: Command, folder: Path) -> None:
    assert desk("audit", "verify").code == 0
    alter(folder, FORGED)
    told = desk("audit", "verify")
    assert told.code == 1
    assert "the log verifies, the list does not: claim " in told.err
    assert "`factcheck audit rebuild`" in told.err
    assert desk("audit", "rebuild").code == 0
    assert desk("audit", "verify").code == 0


@pytest.mark.parametrize("sql", [FORGED, "UPDATE claim_state SET rating = 'confirmed'", "DELETE FROM claim_state"])
def test_the_status_of_a_forged_list_is_not_ready_and_says_why(desk: Command, folder: Path, sql: str) -> None:
    assert alter(folder, sql)
    ended = desk("review", "status")
    told = " ".join((ended.out + ended.err).split())
    assert ": ready" not in told
    assert "what is stored differs from what its events say" in told
    assert "audit rebuild" in told
    assert desk("audit", "rebuild").code == 0
    assert "differs" not in desk("review", "status").out


@pytest.mark.parametrize(
    "command",
    [
        ("stats",),
        ("claim-list",),
        *[("claim-list", "--format", form) for form in ("json", "jsonl", "csv", "md", "annotations")],
    ],
    ids=" ".join,
)
def test_a_list_that_says_what_the_log_does_not_comes_with_a_warning(
    desk: Command, folder: Path, command: tuple[str, ...]
) -> None:
    assert "audit verify" not in desk(*command).err
    alter(folder, FORGED)
    told = desk(*command)
    assert (told.code, told.out != "") == (0, True)
    assert "do not rely on this: claim " in told.err
    assert "`factcheck audit verify`" in told.err


def test_of_more_claims_than_are_quickly_compared_a_copy_says_so(
    desk: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.cli.differing.MOST_COMPARED", 1)
    told = desk("claim-list", "--format", "html")
    assert (told.code, "not compared with the log" in told.err) == (0, True)
