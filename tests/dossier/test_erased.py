"""A dossier of an article of which personal words were erased: it verifies, and tells nothing that it kept before."""

from __future__ import annotations

from pathlib import Path

from factcheck.reports.dossier.manifest import COPY
from tests.cli.command import ticking
from tests.dossier.desk import CONTACT, LEAKS, SAID, Desk, parts_of, told

WORDS = "We heard it on the quay: seven cranes stood there"


def test_erased_words_are_in_no_part_and_it_verifies(desk: Desk) -> None:
    desk.done("erase", "--person", CONTACT, "--reason", "source protection", "--yes", user="eva")
    dossier = desk.export()
    assert told(dossier) == []
    assert SAID.encode() not in b"".join(parts_of(dossier).values())


def test_what_named_the_source_before_stays_withheld_when_nothing_else_tells_the_name(desk: Desk) -> None:
    desk.done("erase", "--person", CONTACT, "--reason", "source protection", "--yes", user="eva")
    content = b"".join(parts_of(desk.export()).values())
    assert [leak for leak in LEAKS if leak.encode() in content] == []


def test_erased_words_of_an_open_recording_read_erased_and_the_sign_off_verifies(desk: Desk, tmp_path: Path) -> None:
    cranes = desk.number("six cranes")
    recording = tmp_path / "talk.mp3"
    recording.write_bytes(b"talk")
    desk.done("evidence", "add", cranes, str(recording), "--at", "00:41:12", "--text", WORDS, "--stance", "conflicts")
    desk.done("claim", "verdict", cranes, "--rating", "confirmed", "--rationale", "the report still", "--yes")
    desk(*ticking(cranes))
    desk.done("review", "sign", cranes, "--yes", user="bob")
    items = desk.done("claim", "show", cranes).out
    name = items[: items.index("talk.mp3")].rsplit("\ne", 1)[1].split()[0]
    before = desk.export()
    assert WORDS.encode() in b"".join(parts_of(before).values())
    desk.done("erase", cranes, "--evidence", f"e{name}", "--reason", "not ours to keep", "--yes", user="eva")
    after = desk.export()
    content = b"".join(parts_of(after).values())
    assert told(after) == []
    assert WORDS.encode() not in content
    assert b"[erased]" in parts_of(after)[COPY]
    assert desk.done("claim", "show", cranes).out.count("state: signed") == 1
    assert told(before) == [], "what was exported before is as it was"
