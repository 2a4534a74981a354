"""What people wrote leaves in no report where it names a source that may not be named; the workspace shows it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.domain import ReviewState
from factcheck.reports.own_words import WITHHELD
from tests.cli.command import Ended, called, written

ARTICLE = """The ferry

14 November 2024

The ferry pier of Culmouth cost £11 million. The pier of Culmouth has nine lamps.
"""
CONTACT = "Quentin Zephyrhill"
SAID = "The ferry pier of Culmouth cost £11 million, and no penny less."
FORMATS = ("json", "jsonl", "csv", "md", "xlsx", "html", "docx", "claimreview")
Command = Callable[..., Ended]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """A workspace with a contact brought as evidence of claim 1."""
    place = ["--workspace", str(tmp_path / "ws")]

    def run(*words: str, user: str = "alice") -> Ended:
        ended = called(capsys, *place, "--user", user, *words)
        assert ended.code == 0, ended.err
        return ended

    run("check", written(tmp_path, "article.txt", ARTICLE))
    written(tmp_path / "ws", "factcheck.toml", '[publisher]\nname = "Desk"\n')
    contact = ("--date", "2024-11-12", "--text", SAID, "--stance", "corroborates")
    run("evidence", "add", "1", f"call:{CONTACT}", *contact)
    return run


def verdict(desk: Command, why: str, claim: str = "1") -> Ended:
    cited = ("--cite", "e1", "--rating", "confirmed") if claim == "1" else ("--rating", "no-evidence-found")
    return desk("claim", "verdict", claim, *cited, "--rationale", why, "--yes")


def sign(desk: Command) -> None:
    desk("review", "sign", "1", "--yes", user="bob")


def exported(desk: Command, tmp_path: Path, form: str, *options: str) -> tuple[str, str]:
    """Return what a report says, unpacked, and what was said beside it."""
    file = tmp_path / f"out.{form}"
    ended = desk("claim-list", "--format", form, "--output", str(file), *options)
    content = file.read_bytes()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(map(parts.read, parts.namelist()))
    return content.decode("utf-8", "replace"), ended.err


def test_a_rationale_that_names_a_contact_leaves_in_no_format_and_is_counted(desk: Command, tmp_path: Path) -> None:
    verdict(desk, f"{CONTACT} by phone")
    sign(desk)
    for form in FORMATS:
        shown, told = exported(desk, tmp_path, form, "--state", str(ReviewState.SIGNED))
        assert "ephyrhill" not in shown, form
        assert (WITHHELD in shown.replace("&#58;", ":")) is (form != "claimreview"), form
        assert "withheld: words of 1 claim that name a confidential source" in told, form
    for command in (("claim", "show", "1", "--json"), ("check", str(tmp_path / "article.txt"), "--json")):
        shown = desk(*command).out
        assert "ephyrhill" not in shown
        assert WITHHELD in shown


def test_how_many_claims_have_words_withheld_stands_in_the_report_itself(desk: Command, tmp_path: Path) -> None:
    verdict(desk, f"{CONTACT} by phone")
    told = "words of 1 claim that name a confidential source"
    for form in ("csv", "md", "xlsx", "html", "docx"):
        assert told in exported(desk, tmp_path, form)[0], form
    assert json.loads(exported(desk, tmp_path, "json")[0])["aside"]["withheld"] == 1
    assert json.loads(exported(desk, tmp_path, "jsonl")[0].splitlines()[0])["aside"]["withheld"] == 1


def test_the_workspace_shows_the_words(desk: Command) -> None:
    verdict(desk, f"{CONTACT} by phone")
    assert f"rationale: {CONTACT} by phone" in desk("claim", "show", "1").out


def test_a_position_a_wording_and_their_history_are_withheld_by_a_part_of_the_name(
    desk: Command, tmp_path: Path
) -> None:
    verdict(desk, "As cited.")
    desk("claim", "wording", "1", "propose", "The ferry pier cost £11 million, says Zephyrhill.")
    desk("review", "dispute", "1", "--position", "Zephyrhill only heard of it.", user="bob")
    reports = {form: exported(desk, tmp_path, form) for form in ("html", "docx", "csv")}
    for form, (shown, told) in reports.items():
        assert "ephyrhill" not in shown, form
        assert "1 claim that name" in told, form
        assert "As cited." in shown, form
    assert reports["csv"][0].count(WITHHELD) == 2, "wording and position; the rationale names nobody"
    assert "<w:ins " not in reports["docx"][0], "what stands in place of words is no change to accept"


def test_the_reason_of_a_waiver_that_names_a_contact_is_withheld(desk: Command, tmp_path: Path) -> None:
    desk("claim", "waive", "2", "--reason", "Zephyrhill calls it a matter of taste.")
    for form in ("json", "csv", "md", "html"):
        shown, _ = exported(desk, tmp_path, form, "--state", "waived")
        assert "ephyrhill" not in shown, form
        assert WITHHELD in shown.replace("&#58;", ":"), form


def test_words_that_name_nobody_leave_as_they_are(desk: Command, tmp_path: Path) -> None:
    verdict(desk, "By phone, on two days.")
    for form in ("json", "html"):
        shown, told = exported(desk, tmp_path, form)
        assert "By phone, on two days." in shown
        assert WITHHELD not in shown
        assert "withheld:" not in told


def test_whoever_names_a_contact_in_a_rationale_is_warned(desk: Command) -> None:
    warning = "warning: the rationale names a confidential source and will be withheld from exports"
    assert warning in verdict(desk, "Mr Zephyrhill by phone").err
    assert warning not in verdict(desk, "By phone").err


@pytest.mark.parametrize(
    ("what", "user", "command"),
    [
        ("position", "bob", ("review", "dispute", "1", "--position")),
        ("comment", "bob", ("review", "return", "1", "--comment")),
        ("wording", "alice", ("claim", "wording", "1", "propose")),
        ("reason", "alice", ("claim", "waive", "2", "--reason")),
        ("reason", "alice", ("claim", "withdraw", "2", "--reason")),
    ],
)
def test_whoever_names_a_contact_in_other_words_is_warned_too(
    desk: Command, what: str, user: str, command: tuple[str, ...]
) -> None:
    verdict(desk, "By phone")
    warning = f"warning: the {what} names a confidential source and will be withheld from exports"
    assert warning in desk(*command, "Zephyrhill only heard of it.", user=user).err


def test_whoever_names_nobody_in_other_words_is_not_warned(desk: Command) -> None:
    verdict(desk, "By phone")
    assert "warning:" not in desk("review", "dispute", "1", "--position", "It was less.", user="bob").err


def test_words_on_another_claim_of_the_article_are_looked_at_alike(desk: Command, tmp_path: Path) -> None:
    verdict(desk, "Zephyrhill did not know.", claim="2")
    shown, _ = exported(desk, tmp_path, "json")
    assert [one["rationale"] for one in json.loads(shown)["claims"]] == ["", WITHHELD]


def test_the_facets_count_what_a_withheld_origin_covers(desk: Command, tmp_path: Path) -> None:
    shown, _ = exported(desk, tmp_path, "html")
    part = shown[shown.index("how many: £11 million") :]
    assert part[: part.index("</tr>")].endswith("<td>covered</td>")
    assert "no source gives the number £11 million" not in shown
    cells = json.loads(desk("claim", "show", "1", "--json").out)["facets"]["rows"][0]["cells"]
    assert {"covered"} == {cell["coverage"] for cell in cells if cell["facet"] == "how many"}
    assert not any(cell["message"] for cell in cells)
    desk("dossier", "export", "ferry", "--output", str(tmp_path / "d.zip"))
    with zipfile.ZipFile(tmp_path / "d.zip") as parts:
        copy = next(parts.read(name).decode() for name in parts.namelist() if name.endswith(".html"))
    assert "no source gives the number £11 million" not in copy


def test_a_source_that_is_marked_later_is_named_in_no_report_from_then_on(desk: Command, tmp_path: Path) -> None:
    secret = written(tmp_path, "memo.md", "---\ntitle: Marrowgate memo\n---\nThe pier of Culmouth has nine lamps.\n")
    desk("check", str(tmp_path / "article.txt"), "--corpus", secret)
    desk(
        "claim", "verdict", "2", "--cite", "e1", "--rating", "confirmed", "--rationale", "The Marrowgate memo.", "--yes"
    )
    assert "Marrowgate" in exported(desk, tmp_path, "csv")[0]
    (identifier,) = [one["id"] for one in json.loads(desk("corpus", "list", "--json").out) if "Marrow" in one["title"]]
    desk("corpus", "mark", identifier, "--sensitivity", "confidential")
    for form in ("json", "html"):
        assert "Marrowgate" not in exported(desk, tmp_path, form)[0], form


PAPER = """---
title: Mail to the board, final report
---
The minutes were kept by Karl Weberling. A lamp costs little, Weberling wrote.
"""


@pytest.mark.parametrize(
    ("why", "secret"),
    [
        ("Karl Weberling kept the minutes.", "Weberling"),
        ("It is in Weberling's letter.", "Weberling"),
        ("Ms Zephyrhill's word", "Zephyrhill"),
    ],
)
def test_names_of_a_confidential_paper_leave_in_no_format(desk: Command, tmp_path: Path, why: str, secret: str) -> None:
    desk("corpus", "add", written(tmp_path, "memo.md", PAPER), "--sensitivity", "confidential")
    assert "warning: the rationale names a confidential source" in verdict(desk, why).err
    sign(desk)
    for form in FORMATS:
        assert secret not in exported(desk, tmp_path, form, "--state", str(ReviewState.SIGNED))[0], form
    for command in ("handover", "stats", ("review", "queue"), ("review", "stale"), ("claim", "show", "1")):
        shown = desk(*([command] if isinstance(command, str) else command), "--json").out
        assert secret not in shown, command
    desk("dossier", "export", "ferry", "--output", str(tmp_path / "d.zip"))
    with zipfile.ZipFile(tmp_path / "d.zip") as parts:
        for name in parts.namelist():
            assert secret not in parts.read(name).decode("utf-8", "replace"), name


def test_common_words_of_a_papers_title_leave(desk: Command, tmp_path: Path) -> None:
    desk("corpus", "add", written(tmp_path, "memo.md", PAPER), "--sensitivity", "confidential")
    why = "By Mail, as the Report of the Board has it"
    assert "warning" not in verdict(desk, why).err
    sign(desk)
    for form in ("json", "csv", "md", "html"):
        shown, told = exported(desk, tmp_path, form)
        assert why in shown, form
        assert "withheld:" not in told


@pytest.mark.parametrize("path", ["/home/alice/desk/call.txt", "file:///srv/desk/call.txt", r"C:\Users\alice\call.txt"])
def test_of_a_path_in_words_the_name_of_the_file_leaves_and_its_folders_do_not(
    desk: Command, tmp_path: Path, path: str
) -> None:
    verdict(desk, f"Heard on 12 November (see {path}), 3/4 of an hour; https://port.example/a/b/call.txt")
    sign(desk)
    for form in FORMATS:
        shown, told = exported(desk, tmp_path, form, "--state", str(ReviewState.SIGNED))
        plain = shown.replace("\\", "").replace("&#58;", ":")
        assert not re.search(r"alice.{0,2}(desk|call)|Users|srv/desk|file:", plain), form
        assert "(see call.txt), 3/4 of an hour; https://port.example/a/b/call.txt" in plain, form
        assert "cut: the folders of paths in words of 1 claim; the file's name stays" in told, form
        assert "withheld" not in told, form
    assert "call.txt" in desk("claim", "show", "1", "--json").out
    assert path.partition("call")[0].replace("\\", "\\\\") not in desk("claim", "show", "1", "--json").out
    assert path in re.sub(r"\s+", " ", desk("claim", "show", "1").out)


LEAK = "---\ntitle: Memo of the yard\nauthor: Perpetua Zanthorpe\n---\nThe ferry pier of Culmouth cost £11 million.\n"


@pytest.mark.parametrize(
    ("command", "secret", "warned"),
    [
        (("claim", "waive", "2", "--reason", "Brandybuck-leak does not say so."), "randybuck", "reason"),
        (("claim", "waive", "2", "--reason", "see brandybuck-leak"), "randybuck", "reason"),
        (("claim", "waive", "2", "--reason", "Z\u200bephyrhill calls it so."), "ephyrhill", "reason"),
        (("claim", "waive", "2", "--reason", "Zephyr\u2060\u00adhill calls it so."), "hill calls", "reason"),
        (("claim", "triage", "2", "--tag", "zanthorpe"), "zanthorpe", "tag"),
        (("claim", "triage", "2", "--tag", "legal", "--tag", "zephyrhill"), "zephyrhill", "tag"),
        (("claim", "assign", "2", "Quentin Zephyrhill"), "ephyrhill", "name"),
    ],
)
def test_other_names_and_places_of_words_are_withheld_alike(
    desk: Command, tmp_path: Path, command: tuple[str, ...], secret: str, warned: str
) -> None:
    desk("corpus", "add", written(tmp_path, "brandybuck-leak.md", LEAK), "--sensitivity", "confidential")
    desk("check", str(tmp_path / "article.txt"))
    assert f"warning: the {warned} names a confidential source and will be withheld from exports" in desk(*command).err
    assert [form for form in FORMATS if form != "claimreview" and secret in exported(desk, tmp_path, form)[0]] == []
    desk("dossier", "export", "ferry", "--output", str(tmp_path / "out.zip"))
    with zipfile.ZipFile(tmp_path / "out.zip") as parts:
        assert [name for name in parts.namelist() if secret.encode() in parts.read(name)] == []


def test_tags_and_users_that_name_nobody_leave(desk: Command, tmp_path: Path) -> None:
    desk("claim", "triage", "2", "--tag", "legal", "--tag", "quay")
    desk("claim", "assign", "2", "quentin")
    (_, row) = json.loads(exported(desk, tmp_path, "json")[0])["claims"]
    assert sorted(row["tags"].split(",") if isinstance(row["tags"], str) else row["tags"]) == ["legal", "quay"]
    assert row["assigned"] == "quentin"


def test_a_claim_review_has_neither_a_withheld_rationale_nor_a_closed_source_and_that_is_told(
    desk: Command, tmp_path: Path
) -> None:
    verdict(desk, f"{CONTACT} by phone")
    sign(desk)
    shown, told = exported(desk, tmp_path, "claimreview", "--state", str(ReviewState.SIGNED))
    assert [word for word in ("ratingExplanation", "citation", "withheld", "confidential") if word in shown] == []
    assert "left out: sources of 1 claim that are not open" in told


def test_the_day_of_a_withheld_source_is_withheld_and_not_unknown(desk: Command, tmp_path: Path) -> None:
    verdict(desk, "By phone")
    shown, _ = exported(desk, tmp_path, "html")
    assert "release date not known" not in shown
    assert "release date withheld" in shown
    assert "released 2024-11-12" in desk("claim", "show", "1").out
