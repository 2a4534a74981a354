"""Another wording in every report: the list, the annotated copy, statistics, the dossier; harmless in each."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest

from factcheck.tui.rows import more_marks
from factcheck.workbench import Workbench
from factcheck.workbench.dossier.verifying import verify
from tests.cli.command import called, written
from tests.cli.test_annotated_copy import Page
from tests.cli.test_wording import NEW, Desk
from tests.cli.test_wording import desk as desk  # noqa: PLC0414 - a fixture
from tests.dossier.desk import CONTACT, SAID, full_desk, parts_of
from tests.reports.samples import HOSTILE


def test_the_list_is_filtered_by_it_and_a_gate_holds_it_back(desk: Desk) -> None:
    desk("claim", "wording", "1", "propose", NEW)
    assert "[ ]! /" in desk("claim-list").out
    told = " ".join(desk("claim-list").out.split())
    assert "1 whose words are to change" in told
    assert "/ another wording open, or not in the text" in " ".join(told.split())
    for state, numbers in (("open", [1]), ("none", [2]), ("accepted", [])):
        rows = json.loads(desk("claim-list", "--wording", state, "--format", "json").out)["claims"]
        assert [row["number"] for row in rows] == numbers
    assert desk("claim-list", "--wording", "opened").code == 2
    rows = json.loads(desk("claim-list", "--changes", "--format", "json").out)["claims"]
    assert [row["number"] for row in rows] == [1]
    gate = desk("claim-list", "--fail-on", "wording")
    assert (gate.code, "not to be published: 1 wording (of 2 claims)" in gate.err) == (1, True)
    desk("claim", "wording", "1", "stet", "--reason", "His words.")
    assert desk("claim-list", "--fail-on", "wording").code == 0
    assert json.loads(desk("claim-list", "--changes", "--format", "json").out)["claims"] == []
    assert (
        "/" not in desk("claim-list", "--columns", "number,wording-state").out.replace("\n", "").partition("state:")[0]
    )


def test_the_annotated_copy_shows_what_is_taken_out_and_put_in(desk: Desk) -> None:
    pytest.importorskip("jinja2", reason="needs the extra html")
    desk("claim", "wording", "1", "propose", NEW)
    page = desk("claim-list", "--format", "html").out
    shown = '<dt>wording</dt><dd dir="auto">The harbour has <del>1 cranes</del><ins>one crane</ins>.'
    assert f"{shown} (open, proposed by alice)</dd>" in page
    desk("claim", "wording", "1", "propose", f"{HOSTILE}<del>")
    desk("claim", "wording", "1", "stet", "--reason", HOSTILE)
    page = desk("claim-list", "--format", "html").out
    read = Page(page)
    assert not read.open
    assert not read.all("script")
    assert "<script>x</script>" in read.text
    assert "\x1b" not in page


def test_the_desk_counts_where_wordings_stand(desk: Desk) -> None:
    assert "Proposed wordings" not in desk("stats").out
    desk("claim", "wording", "1", "propose", NEW)
    desk("claim", "wording", "2", "cut")
    assert json.loads(desk("stats", "--json").out)["wordings"] == {"open": 1, "cut": 1}
    told = desk("stats").out.split("Proposed wordings")[1]
    assert [line.split()[:2] for line in told.splitlines()[1:3]] == [["open", "1"], ["cut", "1"]]


def test_a_dossier_holds_it_verifies_and_withholds_what_a_source_is_told_by(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = full_desk(tmp_path, capsys)
    cranes, bridge = desk.number("six cranes"), desk.number("120 years")
    desk.done("claim", "wording", cranes, "propose", "The harbour of Ostwick has six old cranes")
    desk.done("claim", "wording", cranes, "accept", user="eva")
    desk.done("review", "sign", cranes, "--yes", user="bob")
    desk.done("claim", "wording", bridge, "propose", f"{CONTACT} says: {SAID}")
    packed = desk.export()
    verified = verify(BytesIO(packed))
    assert verified.failures == ()
    parts = parts_of(packed)
    states = {one["id"]: one["state"] for one in map(json.loads, parts["claims.jsonl"].splitlines())}
    assert (states[cranes]["wording"]["text"], states[cranes]["wording"]["state"]) == (
        "The harbour of Ostwick has six old cranes.",
        "accepted",
    )
    assert states[bridge]["wording"]["text"] == "[withheld]"
    assert not [name for name, part in parts.items() if CONTACT.encode() in part or SAID.encode() in part]
    assert b"six <ins>old </ins>cranes" in parts["annotated-copy.html"]
    altered = packed.replace(b"six old cranes", b"six odd cranes")
    assert verify(BytesIO(altered)).failures


def test_every_list_says_that_a_rating_is_of_the_words_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def desk(*command: str, user: str = "alice") -> str:
        ended = called(capsys, "--workspace", str(tmp_path / "ws"), "--user", user, *command)
        assert ended.code == 0, ended.err
        return ended.out

    def rows() -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(desk("claim-list", "--format", "json"))["claims"]
        return found

    before, now = "The harbour of Culmouth has six cranes.", "The harbour of Culmouth has five cranes."
    article = "The harbour\n\n14 November 2024\n\n{} The pier of Culmouth has nine lamps.\n"
    desk("check", written(tmp_path, "first.txt", article.format(before)))
    assert [row["rated"] for row in rows()] == ["", ""]
    desk("claim", "verdict", "1", "--rating", "no-evidence-found", "--rationale", "Looked.", "--yes")
    desk("claim", "wording", "1", "propose", now)
    desk("claim", "wording", "1", "accept", user="eva")
    desk("check", written(tmp_path, "second.txt", article.format(now)), "--revision-of", rows()[0]["article"])
    assert [row["rated"] for row in rows()] == [before, ""]
    listed = desk("claim-list")
    assert "& rated in the words before" in " ".join(listed.split())
    assert "&" in next(line for line in listed.splitlines() if now[:20] in line)
    assert before in desk("claim-list", "--columns", "number,rated", "--format", "csv")
    said = "the verdict is of the words before"
    assert said in desk("claim-list", "--format", "md")
    assert said in desk("claim", "show", "1")
    assert said in desk("claim-list", "--format", "html")
    with Workbench.open(tmp_path / "ws", user="alice") as bench:
        row = next(bench.summaries())
        assert more_marks(row) == "&"
