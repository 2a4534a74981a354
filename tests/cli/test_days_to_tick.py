"""A date is ticked as the day that it comes to by its own text's date; only what evidence has is offered to tick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import Ended, called, written

CLAIM = "The harbour board of Ostwick opened the new quay {}."
ANSWER = "The harbour board of Ostwick opened the new quay {}, the minutes say."
Confirmed = Callable[..., str]


@pytest.fixture
def confirmed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Confirmed:
    """Confirm a claim of an article of 15 March 2024 by a source, and return what is left, then the list of items."""

    def run(said: str, answered: str, released: str) -> str:
        def command(*arguments: str) -> Ended:
            return called(capsys, "--user", "alice", *arguments, "--workspace", str(tmp_path))

        article = written(tmp_path, "article.txt", f"Quay\n\n15 March 2024\n\n{CLAIM.format(said)}\n")
        head = f"{released}\n" if released else ""
        source = written(tmp_path, "minutes.txt", f"{head}Minutes\n\n{ANSWER.format(answered)}\n")
        assert command("check", article, "--corpus", source).code == 0
        command("claim", "stance", "1", "e1", "corroborates")
        ended = command("claim", "confirm", "1", "e1")
        assert ended.code == 0, ended.err
        return f"{ended.err}\n{command('claim', 'tick', '1').out}"

    return run


@pytest.mark.parametrize(
    ("said", "answered", "released", "words"),
    [
        ("yesterday", "on 14 March 2024", "2024-05-02", "e1 has that day: “14 March 2024”"),
        ("last Tuesday", "on 12 March", "2024-03-20", "e1 has that day: “12 March”, by its own date"),
        ("three days ago", "last Tuesday", "2024-03-14", "e1 has that day: “last Tuesday”, by its own date"),
        ("on 12 March 2024", "two days ago", "2024-03-14", "e1 has that day: “two days ago”, by its own date"),
        ("on Tuesday", "on Tuesday", "2024-03-13", "12 March 2024): covered by the evidence of the verdict\n"),
    ],
)
def test_a_date_is_covered_by_the_same_day_in_other_words(
    confirmed: Confirmed, said: str, answered: str, released: str, words: str
) -> None:
    told = confirmed(said, answered, released)
    assert "left to tick" not in told
    assert words in told


@pytest.mark.parametrize(
    ("said", "answered", "released"),
    [
        ("yesterday", "yesterday", "2024-03-13"),
        ("on Tuesday", "on Tuesday", "2024-03-08"),
        ("yesterday", "yesterday", ""),
        ("last Tuesday", "in the spring", "2024-05-02"),
        ("yesterday", "on 12 March 2024", "2024-05-02"),
    ],
)
def test_the_same_words_of_another_day_or_of_no_known_one_cover_nothing(
    confirmed: Confirmed, said: str, answered: str, released: str
) -> None:
    told = confirmed(said, answered, released)
    assert told.endswith("March 2024): to tick\n")


@pytest.mark.parametrize(
    ("released", "words"),
    [
        ("2024-03-13", "; “yesterday” in e1 is 12 March 2024, by its own date"),
        ("", "; “yesterday” in e1 is no day that is known: the source has no date"),
    ],
)
def test_who_ticks_the_same_words_all_the_same_is_told_why_they_are_not_that_day(
    confirmed: Confirmed, tmp_path: Path, capsys: pytest.CaptureFixture[str], released: str, words: str
) -> None:
    confirmed("yesterday", "yesterday", released)
    ended = called(capsys, "claim", "tick", "1", "yesterday", "--evidence", "e1", "--workspace", str(tmp_path))
    assert "date yesterday (14 March 2024): ticked by " in ended.out
    assert words in ended.out


def test_what_no_evidence_has_is_named_as_that_and_not_offered_to_be_ticked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> Ended:
        return called(capsys, "--user", "alice", *arguments, "--workspace", str(tmp_path))

    said = "The harbour board of Ostwick has nine cranes and 214 staff at Lorne Quay."
    files = (
        written(tmp_path, "article.txt", f"Board\n\n20 November 2026\n\n{said}\n"),
        written(tmp_path, "one.txt", "Cranes\n\nThe harbour board of Ostwick has nine cranes.\n"),
        written(tmp_path, "two.txt", "Staff\n\nThe harbour board of Ostwick has 214 staff.\n"),
    )
    run("check", files[0], "--corpus", files[1], "--corpus", files[2])
    page = run("claim", "show", "1").out
    cranes = "e1" if page.index("nine cranes.\n") < page.index("has 214 staff.\n") else "e2"
    staff = {"e1": "e2", "e2": "e1"}[cranes]
    told = run("claim", "confirm", "1", cranes).err
    assert "number '214', place 'Lorne Quay' (in no held evidence)" in told
    assert f"--evidence {staff}`" in told
    run("claim", "tick", "1", "214", "--evidence", staff)
    refused = run("review", "sign", "1", "--yes", "--user", "bob")
    assert "not ticked: place 'Lorne Quay' (in no held evidence) (`factcheck" in refused.complaint
    assert "--all --waive REASON`" in refused.complaint
    assert "--evidence" not in refused.complaint
