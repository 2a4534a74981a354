"""Words that a checker transcribed and that do not stand in the file are told: a warning, and no refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.workbench.transcribed import is_missing, stands_in

MINUTES = "The board met on 3 March.\nThe vote was 14 to 9, with 3.5 million crowns for the quay trans-\nport.\n"


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("The vote was 14 to 9", True),
        ("the VOTE  was 14 to 9, with 3.5 million crowns", True),
        ("“The vote was 14 to 9”", True),
        ("The board met … 14 to 9", True),
        ("The board met [in Ostwick] on 3 March", True),
        ("for the quay transport", True),
        ("The vote was 14 to 8", False),
        ("with 35 million crowns", False),
        ("The vote was 14 to 9 … The board met", False),
        ("The vote was not 14 to 9", False),
    ],
)
def test_words_stand_in_a_text_in_their_order(words: str, there: bool) -> None:
    assert stands_in(words, MINUTES) is there


@pytest.mark.parametrize("name", ["minutes.txt", "minutes.md", "minutes.html", "minutes"])
def test_a_file_of_text_is_looked_into(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    page = f"<html><body><nav>Ferries &amp; ports</nav><article><p>{MINUTES}</p></article></body></html>"
    file.write_text(page if name.endswith("html") else MINUTES)
    assert not is_missing("The vote was 14 to 9", file)
    assert is_missing("The vote was 19 to 4", file)
    assert not is_missing("Ferries & ports", file) or not name.endswith("html")


def test_of_what_cannot_be_read_nothing_is_told(tmp_path: Path) -> None:
    for name, content in (
        ("call.mp3", b"ID3"),
        ("photo.jpg", b"\xff\xd8\xff"),
        ("register.pdf", b"%PDF-1.4 the register"),
        ("cells.csv", b"town,homes\nOstwick,31000\n"),
        ("empty.txt", b" \n"),
        ("raw.bin", b"\0\1\2\3" * 90),
    ):
        (tmp_path / name).write_bytes(content)
        assert not is_missing("We will not close it", tmp_path / name), name
    assert not is_missing("We will not close it", tmp_path / "nosuch.txt")
