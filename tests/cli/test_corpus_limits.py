"""`corpus search` and `corpus list` within limits: what they leave out is told, and names are found as people write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called

Command = Callable[..., Ended]
FILES = {
    "weir.md": "---\ntitle: Weir mended\npublisher: Island Herald\nauthor: Jeanne Lefèvre\ndate: 2024-05-04\n---\n"
    "The weir at Lund was mended after the low water of April, the council said.\n",
    "loewe.md": "---\ntitle: Ein Löwe\npublisher: Głos Zatoki\nauthor: Uwe Größmann\nlanguage: de\n---\n"
    "Der Löwe aus Stein am Wehr ist wieder da, sagte die Stadt nach dem Winter.\n",
    "gate.txt": "The gate of the weir was painted, and the council paid for it.\n",
}


@pytest.fixture
def factcheck(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("COLUMNS", "400")  # no path is wrapped, wherever the tests run
    (tmp_path / "kept").mkdir()
    for name, text in FILES.items():
        (tmp_path / "kept" / name).write_text(text)

    def command(*arguments: str) -> Ended:
        return called(capsys, "--workspace", str(tmp_path / "ws"), *arguments)

    command("corpus", "add", str(tmp_path / "kept"))
    return command


def test_what_limits_left_out_is_told_where_nothing_is_left(factcheck: Command) -> None:
    told = factcheck("corpus", "search", "weir council", "--since", "2025-01-01").err
    assert "without these limits 2 passages would be found: " in told
    assert "1 without a date" in told
    assert "1 of other days" in told
    told = factcheck("corpus", "search", "weir", "--publisher", "Herald").err
    assert "no document is of a publisher called 'Herald'; near: Island Herald" in told
    assert "in other languages" in factcheck("corpus", "search", "weir council", "--language", "Polish").err
    assert factcheck("corpus", "search", "weir", "--language", "klingon").code == 2


@pytest.mark.parametrize("nothing", ["", '"', "  ", '""'])
def test_nothing_is_no_search(factcheck: Command, nothing: str) -> None:
    told = factcheck("corpus", "search", nothing)
    assert (told.code, "give a word to search for" in told.err) == (2, True)


def test_a_publisher_is_found_without_accents_and_a_language_by_its_name(factcheck: Command) -> None:
    found = factcheck("corpus", "search", "Wehr", "--publisher", "glos zatoki", "--language", "German").out
    assert "loewe.md" in found


def test_authors_are_found_and_shown(factcheck: Command) -> None:
    assert "weir.md" in factcheck("corpus", "search", "weir", "--author", "Lefevre").out
    assert "loewe.md" in factcheck("corpus", "search", "Wehr", "--author", "Grossmann").out
    told = factcheck("corpus", "search", "weir", "--author", "Nemo")
    assert (told.out, "no document is by an author called 'Nemo'" in told.err) == ("", True)
    assert "by Jeanne Lefèvre" in factcheck("corpus", "list").out


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--publisher", "island herald"), ["weir"]),
        (("--author", "größmann"), ["loewe"]),
        (("--since", "2024-01-01"), ["weir"]),
        (("--path", "GATE"), ["gate"]),
        (("--path", "kept/*.md"), ["loewe", "weir"]),
        (("--language", "german"), ["loewe"]),
    ],
)
def test_the_list_has_limits(factcheck: Command, options: tuple[str, ...], names: list[str]) -> None:
    listed = factcheck("corpus", "list", *options)
    assert sorted(Path(line.split()[0]).stem for line in listed.out.split("kept/")[1:]) == names
    assert "not listed: " in listed.err


def test_a_phrase_keeps_its_accents_where_there_are_both(factcheck: Command) -> None:
    found = factcheck("corpus", "search", '"Löwe"').out
    assert ("loewe.md" in found, "weir.md" in found) == (True, False)
    assert "weir.md" in factcheck("corpus", "search", '"low" water').out
    assert "have them without" in factcheck("corpus", "search", '"wéir"').err


def test_a_phrase_is_looked_for_in_titles(factcheck: Command) -> None:
    assert "weir.md" in factcheck("corpus", "search", '"Weir mended"').out
    assert "loewe.md" in factcheck("corpus", "search", '"Ein Löwe"').out


def test_what_is_removed_and_still_there_is_told(factcheck: Command, tmp_path: Path) -> None:
    identifier = factcheck("corpus", "list", "--path", "gate").out.split()[0]
    told = factcheck("corpus", "remove", identifier).err
    assert f"still there: {tmp_path / 'kept' / 'gate.txt'}; the next `corpus add`" in told


def test_a_record_with_an_address_names_its_file(factcheck: Command, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("title,body,url\nLock,The lock of Ulm is open to boats.,https://ulm.example/lock\n")
    factcheck("corpus", "add", str(rows))
    found = "".join(factcheck("corpus", "search", "lock Ulm").out.split())  # as it is wrapped
    assert f"at:https://ulm.example/lock,line2of{rows}" in found
    assert f"in {rows}#line-2" in factcheck("corpus", "list").out
