"""Whoever was withheld from reports stays withheld once their words are erased, and so does who is waited for."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.reports.own_words import WITHHELD
from tests.cli.command import Ended
from tests.cli.test_own_words import CONTACT, FORMATS, desk, exported, sign, verdict

__all__ = ["desk"]
Command = Callable[..., Ended]
PARTLY = "Per Zephyrhill, who was there."


def dossier(desk: Command, tmp_path: Path) -> str:
    """Return all parts of a dossier in one."""
    file = tmp_path / "out.zip"
    desk("dossier", "export", "ferry", "--output", str(file), "--force")
    assert desk("dossier", "verify", str(file)).code == 0
    with zipfile.ZipFile(file) as parts:
        return b"".join(map(parts.read, parts.namelist())).decode("utf-8", "replace")


def erase(desk: Command, *what: str) -> str:
    ended = desk("erase", *what, "--reason", "source protection")
    return ended.out + ended.err


def everywhere(desk: Command, tmp_path: Path, *formats: str) -> dict[str, str]:
    """Return what leaves, by format."""
    return {form: exported(desk, tmp_path, form, "--force")[0] for form in formats} | {
        "dossier": dossier(desk, tmp_path)
    }


ONE, PERSON = ("1", "--evidence", "e1"), ("--person", CONTACT)


@pytest.mark.parametrize("what", [ONE, PERSON])
def test_erasing_a_contact_brings_no_name_of_theirs_into_a_report(
    desk: Command, tmp_path: Path, what: tuple[str, ...]
) -> None:
    verdict(desk, PARTLY)
    sign(desk)
    desk("claim", "waive", "2", "--reason", "Quentin Zephyrhill calls it a matter of taste.")
    before = everywhere(desk, tmp_path, *FORMATS)
    assert [form for form, shown in before.items() if "ephyrhill" in shown] == []
    erase(desk, *what, "--yes")
    after = everywhere(desk, tmp_path, *FORMATS)
    assert [form for form, shown in after.items() if "ephyrhill" in shown] == []
    assert "[withheld]" in after["dossier"]
    assert WITHHELD in after["csv"]


def test_words_with_the_contacts_own_words_stay_withheld_too(desk: Command, tmp_path: Path) -> None:
    verdict(desk, "Somebody said: the ferry pier cost £11 million, and no penny less.")
    erase(desk, *ONE, "--yes")
    shown = everywhere(desk, tmp_path, "json", "csv")
    assert [form for form, text in shown.items() if "Somebody said" in text] == []


def test_erasing_one_contact_withholds_no_words_of_others(desk: Command, tmp_path: Path) -> None:
    verdict(desk, "By phone, on two days.")
    erase(desk, *ONE, "--yes")
    assert [f for f, text in everywhere(desk, tmp_path, "json", "csv").items() if "on two days" not in text] == []


@pytest.mark.parametrize("what", [ONE, PERSON])
def test_the_preview_tells_what_still_names_them(desk: Command, what: tuple[str, ...]) -> None:
    verdict(desk, PARTLY)
    told = erase(desk, *what)
    assert "1 event that names them in other words would stay, withheld from exports and dossiers:" in told
    assert "verdict confirmed" in told.split("withheld from exports")[1]
    assert "1 event that names them in other words stays" in erase(desk, *what, "--yes")


ASKED = "Wilhelmina Oxtable"


@pytest.mark.parametrize("ended", ["", "cleared", "decided", "erased"])
def test_who_is_or_was_waited_for_is_named_in_no_export(desk: Command, tmp_path: Path, ended: str) -> None:
    desk("claim", "wait", "2", f"call:{ASKED}", "--due", "2030-01-01")
    if ended == "cleared":
        desk("claim", "wait", "2", "--clear")
    if ended == "decided":
        verdict(desk, "Nobody knows.", claim="2")
    verdict(desk, "Wilhelmina rang back.")
    sign(desk)
    waived = desk("claim", "waive", "2", "--reason", "Oxtable told us it is fine.")
    assert "the reason names a confidential source and will be withheld from exports" in waived.err
    if ended == "erased":
        erase(desk, "2", "--waiting", "--yes")
    shown = everywhere(desk, tmp_path, *FORMATS)
    assert [form for form, text in shown.items() if "Oxtable" in text or "Wilhelmina" in text] == []


def test_who_is_waited_for_and_named_in_the_article_is_public(desk: Command, tmp_path: Path) -> None:
    desk("claim", "wait", "2", "mail:Culmouth", "--due", "2030-01-01")
    assert "warning:" not in verdict(desk, "Culmouth did not answer.").err
    assert "Culmouth did not answer." in exported(desk, tmp_path, "json")[0]


def test_an_office_that_is_waited_for_is_no_name(desk: Command, tmp_path: Path) -> None:
    for office in ("the mayor", "Press office", "Ministry of Transport"):
        desk("claim", "wait", "2", f"mail:{office}", "--due", "2030-01-01")
    verdict(desk, "Mayor and ministry did not answer, nor did the press.")
    assert "nor did the press" in exported(desk, tmp_path, "json")[0]
