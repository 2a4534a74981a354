"""`claim-list` as a user calls it: filters, formats, files, what is left out, and which state is shown."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import signal
import stat
import subprocess
import sys

import jsonschema
import pytest
from python_calamine import CalamineWorkbook

from factcheck.domain import Stance
from factcheck.workbench import Workbench
from factcheck.workbench.listing import KEPT, Listing
from tests.cli.command import called, started, written
from tests.factory import fill, make_bench, ticking
from tests.reports.samples import row


@pytest.fixture
def place(tmp_path) -> list[str]:
    """A workspace with four claims: one signed, one proposed, two open, one of them judged."""
    with make_bench(tmp_path / "w", claims=4) as bench:
        bench.set_verdict("c0001", "confirmed", "as it says", cite=["c0001-a"])
        bench.set_verdict("c0002", "contradicted", "=not so", cite=["c0002-b"])
        bench.set_stance("c0003", "c0003-b", Stance.UNRELATED)
    with Workbench.open(tmp_path / "w", user="bob", clock=ticking()) as bench:
        bench.sign("c0001", bench.claim("c0001").state.binding)
    return ["--workspace", str(tmp_path / "w"), "--user", "alice"]


def numbers(capsys, place, *options: str) -> list[int]:
    ended = called(capsys, *place, "claim-list", "--format", "json", *options)
    assert ended.code == 0, ended.err
    return [claim["number"] for claim in json.loads(ended.out)["claims"]]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--checker", "ALICE"], [1, 2]),
        (["--reviewer", "bob"], [1]),
        (["--rating", "X"], [2]),
        (["--verdict", "none"], [3, 4]),
        (["--stance", "conflicts"], [1, 2, 4]),
        (["--stance", "corroborates", "--verdict", "none"], [3, 4]),
        (["--date", "none"], [1, 2, 3, 4]),
        (["--date", "2024"], []),
        (["--reverse"], [4, 3, 2, 1]),
        (["--group", "state"], [3, 4, 2, 1]),
        (["--sort", "verdict"], [1, 2, 3, 4]),
        (["--sort", "verdict", "--reverse", "--group", "checker"], [2, 1, 4, 3]),
    ],
)
def test_filters_and_orders(place, capsys, options, found):
    assert numbers(capsys, place, *options) == found


def test_since_lists_what_events_are_about(place, capsys):
    log = json.loads(called(capsys, *place, "audit", "log", "--format", "json").out)
    judged = next(event for event in log if event["kind"] == "stance")
    assert numbers(capsys, place, "--since", judged["at"]) == [3]
    assert numbers(capsys, place, "--since", "2026-11-24") == [1, 2, 3, 4]
    assert numbers(capsys, place, "--since", "2026-11-25") == []
    assert called(capsys, *place, "claim-list", "--since", "yesterday").code == 2


def test_what_the_filters_leave_out_is_counted(place, capsys):
    assert "not listed: 3 claims by the filters" in called(capsys, *place, "claim-list", "--reviewer", "bob").out
    listed = json.loads(called(capsys, *place, "claim-list", "--reviewer", "bob", "--format", "json").out)
    assert (listed["counts"]["claims"], listed["aside"]["filtered"]) == (1, 3)


def test_a_csv_says_in_each_row_and_beside_it_what_it_leaves_out(place, capsys):
    ended = called(capsys, *place, "claim-list", "--reviewer", "bob", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(ended.out))
    assert row["not_listed"] == "3 claims by the filters"
    assert "not listed: 3 claims by the filters" in ended.err
    whole = called(capsys, *place, "claim-list", "--format", "csv")
    assert "not listed" not in whole.err
    assert {row["not_listed"] for row in csv.DictReader(io.StringIO(whole.out))} == {"nothing"}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_each_format_says_which_state_it_shows(place, capsys, form):
    head = called(capsys, *place, "audit", "head").out.strip()
    shown = called(capsys, *place, "claim-list", "--format", form).out
    assert head[:12] in shown
    assert "r1" in shown
    assert called(capsys, *place, "claim-list", "--format", form).out == shown, "the same state, the same bytes"


def test_of_chosen_columns_the_state_is_told_beside_them(place, capsys):
    ended = called(capsys, *place, "claim-list", "--format", "csv", "--columns", "no,date,verdict")
    assert ended.out.splitlines()[:2] == ["number,said_on,rating", "1,,confirmed"]
    assert "log head" in ended.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--columns", "no", "--format", "json"], "json has every column"),
        (["--force"], "--force needs --output"),
        (["--date", "last week"], "2024-11-01/2024-11-14"),
        (["--stance", "unrelated"], "unrelated"),
    ],
)
def test_options_that_do_not_go_together_are_refused(place, capsys, options, told):
    ended = called(capsys, *place, "claim-list", *options)
    assert ended.code == 2
    assert told in ended.complaint


def test_the_schemas_are_printed_and_describe_the_output(place, capsys):
    for form in ("json", "jsonl"):
        schema = json.loads(called(capsys, "claim-list", "--schema", form).out)
        shown = called(capsys, *place, "claim-list", "--format", form).out
        for part in [shown] if form == "json" else shown.splitlines():
            jsonschema.validate(json.loads(part), schema)


def test_json_keeps_the_original_that_a_spreadsheet_does_not_run(place, capsys):
    listed = json.loads(called(capsys, *place, "claim-list", "--format", "json").out)
    assert listed["claims"][1]["rationale"] == "=not so"
    cells = list(csv.DictReader(io.StringIO(called(capsys, *place, "claim-list", "--format", "csv").out)))
    assert cells[1]["rationale"] == "'=not so"


# --- the gates --------------------------------------------------------------------------------------------------------


def test_gates_on_sources(place, capsys):
    ended = called(capsys, *place, "claim-list", "--fail-on", "uncited,uncovered")
    assert (ended.code, ended.complaint) == (1, "factcheck: not to be published: 4 uncited (of 4 claims)")
    with Workbench.open(place[1], user="alice", clock=ticking()) as bench:
        for evidence in ("c0004-a", "c0004-b"):
            bench.set_stance("c0004", evidence, Stance.RELATED)
    assert "1 uncovered" in called(capsys, *place, "claim-list", "--fail-on", "uncovered").complaint


# --- files ------------------------------------------------------------------------------------------------------------


def test_a_file_that_is_there_is_kept_unless_force_is_given(place, capsys, tmp_path):
    file = tmp_path / "claims.csv"
    assert called(capsys, *place, "claim-list", "--format", "csv", "--output", str(file)).code == 0
    assert file.read_bytes().decode() == called(capsys, *place, "claim-list", "--format", "csv").out
    file.write_text("mine")
    kept = called(capsys, *place, "claim-list", "--output", str(file))
    assert (kept.code, file.read_text()) == (3, "mine")
    assert "--force replaces it" in kept.complaint
    assert called(capsys, *place, "claim-list", "--output", str(file), "--force").code == 0
    assert "claims" in file.read_text()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["claims.csv", "w"], "no part is left beside it"


def test_a_file_can_be_read_by_whom_the_mask_allows(place, capsys, tmp_path):
    before = os.umask(0o027)
    try:
        called(capsys, *place, "claim-list", "--output", str(tmp_path / "a.txt"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


@pytest.mark.parametrize(("name", "told"), [("", "is no file"), ("absent/a.csv", "mkdir -p")])
def test_where_nothing_can_be_written_that_is_said_first(place, capsys, tmp_path, name, told):
    ended = called(capsys, *place, "claim-list", "--output", str(tmp_path / name))
    assert ended.code == 3
    assert told in ended.complaint
    assert ended.out == ""


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_disk_that_fills_up_leaves_the_old_file_and_no_part(place, tmp_path, form):
    file = tmp_path / "claims"
    file.write_text("old")

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    child = started(*place, "claim-list", "--format", form, "--output", str(file), "--force", before=little_room)
    _, err = child.communicate()
    assert child.returncode == 3, err
    assert "Traceback" not in err
    assert len(err.splitlines()) == 1
    assert file.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".part")] == []


def test_what_a_killed_process_left_is_gone_after_the_next_and_that_of_others_stays(place, capsys, tmp_path):
    from factcheck.cli import target

    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    stem = f".claims.csv.{target._machine()}-"
    dead, living = tmp_path / f"{stem}{gone.pid}-abc.part", tmp_path / f"{stem}{os.getpid()}-abc.part"
    other = tmp_path / ".claims.csv.mine.part"
    for file in (dead, living, other):
        file.write_text("half")
    called(capsys, *place, "claim-list", "--format", "csv", "--output", str(tmp_path / "claims.csv"))
    assert (dead.exists(), living.exists(), other.exists()) == (False, True, True)


def test_a_table_in_a_file_does_not_depend_on_the_terminal(place, capsys, tmp_path, monkeypatch):
    written = []
    for columns in ("50", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        file = tmp_path / columns
        called(capsys, *place, "claim-list", "--output", str(file))
        written.append(file.read_bytes())
    assert written[0] == written[1]


def test_a_workbook_goes_to_a_pipe_and_a_closed_one_ends_it_quietly(place, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *place, "claim-list", "--format", "xlsx"], capture_output=True, check=True
    )
    book = CalamineWorkbook.from_filelike(io.BytesIO(done.stdout))
    assert book.sheet_names == ["Claims", "Articles", "State"]
    reader, writer = os.pipe()
    os.close(reader)
    child = started(*place, "claim-list", "--format", "xlsx", stdout=writer)
    os.close(writer)
    _, err = child.communicate()
    assert (child.returncode, err) == (141, "")


# --- long lists -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("length", [0, 3, KEPT, KEPT + 1])
def test_a_list_is_the_same_each_time_and_a_long_one_is_read_anew(length):
    reads = []

    def read():
        reads.append(1)
        return (row(number) for number in range(length))

    listing = Listing(read)
    assert [r.number for r in listing] == [r.number for r in listing] == list(range(length))
    assert len(reads) == (2 if length > KEPT else 1)


def test_a_report_shows_one_state_while_others_write(tmp_path):
    make_bench(tmp_path / "w").close()
    with Workbench.open(tmp_path / "w", user="alice", clock=ticking()) as bench, bench.store.standing_still():
        before = list(bench.summaries())
        with Workbench.open(tmp_path / "w", user="bob", clock=ticking()) as other:
            other.set_verdict("c0001", "confirmed", "seen", cite=["c0001-a"])
        assert list(bench.summaries()) == before
    with Workbench.open(tmp_path / "w", user="alice") as bench:
        assert list(bench.summaries()) != before


def test_an_article_without_claims_is_a_list_of_none_in_every_format(tmp_path, capsys):
    with Workbench.open(tmp_path / "w", user="alice", create=True, clock=ticking()) as bench:
        fill(bench, claims=0)
    for form in ("table", "json", "jsonl", "csv", "md"):
        ended = called(capsys, "--workspace", str(tmp_path / "w"), "claim-list", "--format", form)
        assert ended.code == 0
        assert "no claim fits" in ended.err


def test_a_table_without_a_row_still_says_what_is_left_out_and_which_state_it_is(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    article = tmp_path / "emoji.txt"
    article.write_text("😀😀🎉.\n", encoding="utf-8")
    assert called(capsys, *place, "check", str(article)).code == 0
    ended = called(capsys, *place, "claim-list")
    assert (ended.code, ended.out) == (0, "")
    assert "without filters" not in ended.err, "there was none"
    assert "`factcheck extract ARTICLE` says what became of each sentence" in ended.err
    assert "not listed: 1 sentence set aside" in ended.err
    assert "state: event 2," in ended.err


NOTHING_TO_CHECK = "Notices\n\nAre you coming?\n\nGood morning!\n"


def test_an_article_without_claims_passes_the_gate_when_each_sentence_has_its_reason(tmp_path, capsys):
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    assert called(capsys, *place, "check", written(tmp_path, "notices.txt", NOTHING_TO_CHECK)).code == 0
    gates = "open,unsigned,conflicting,stale,source,uncited,uncovered,wording"
    ended = called(capsys, *place, "claim-list", "--article", "notices", "--fail-on", gates)
    assert ended.code == 0, ended.err
    assert "no claim fits or was found" in ended.err
    assert called(capsys, *place, "claim-list", "--article", "notes", "--fail-on", gates).code == 3


def test_a_sentence_without_a_claim_and_without_a_reason_is_uncovered(tmp_path, capsys):
    text = "The council met on Monday. It has 23 members and it owns 12 bridges.\n"
    place = ["--workspace", str(tmp_path / "w"), "--user", "alice"]
    called(capsys, *place, "check", written(tmp_path, "council.txt", text))
    assert called(capsys, *place, "claim", "bounds", "2", "--start", "4", "--end", "25").code == 0
    ended = called(capsys, *place, "claim-list", "--fail-on", "uncovered")
    assert ended.code == 1
    assert "neither a claim nor a reason for none: “It has 23 members" in ended.err
    assert "--start 27 --end 68" in ended.err
    narrowed = called(capsys, *place, "claim-list", "--text", "council met", "--fail-on", "uncovered")
    assert "neither a claim" not in narrowed.err
