"""What is printed to be copied works as it is printed: each command is run in a copy of the workspace that printed it.

Words in capitals are for a person to fill in. A command that is only named ("`factcheck claim verdict`") has to be one.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.cli.command import ARTICLE, SOURCE, Ended, called, written
from tests.workspaces import Workspaces

MORE = "\nThe tower of Ostwick was sold on 3 May 2023. Ilse Brandt has led the chess club of Ulmen since 2011.\n"
REVISED = ARTICLE.replace("six cranes", "seven old cranes") + MORE.replace("3 May", "4 May")
_PRINTED = re.compile(r"`(factcheck [^`]+)`|(?:^ *|: )(factcheck (?:--\S+ \S+ )*[a-z][^`\n]*)$", re.MULTILINE)
_FILLED = {"NAME": "zoe", "TEXT": "As it stands there.", "REASON": "It is the only source."}
LOOKS = (
    ("review", "status", "--all"),
    ("review", "queue"),
    ("review", "stale"),
    ("handover",),
    ("claim", "show", "1"),
    ("claim", "show", "4"),
    ("claim", "tick", "1"),
    ("diff",),
    ("doctor",),
    ("audit", "verify"),
)
alter = Workspaces(None).change


class Newsroom:
    """A workspace with four claims, two of which have evidence; and what is printed in it."""

    def __init__(self, folder: Path, call: Callable[..., Ended]) -> None:
        self.home, self._call = folder, call
        self.workspace = folder / "ws"
        self.article = written(folder, "article.txt", ARTICLE + MORE)
        self.source = written(folder, "source.txt", SOURCE)
        self.draft = written(folder, "draft.txt", REVISED)
        self.backup, self.copies = str(folder / "backup.zip"), 0

    def run(self, *arguments: str, user: str = "alice", done: bool = True) -> Ended:
        """Run a command in the workspace."""
        ended = self._call("--user", user, "--workspace", str(self.workspace), *arguments)
        assert not done or ended.code == 0, (arguments, ended.err)
        return ended

    def begin(self) -> None:
        self.run("check", self.article, "--corpus", self.source)

    def propose(self, claim: str = "1") -> None:
        """Propose a verdict with evidence that was judged, and tick what is left."""
        self.run("claim", "stance", claim, "e1", "conflicts")
        self.run("claim", "verdict", claim, "--rating", "contradicted", "--rationale", "It says so.", "--cite", "e1")
        self.run("claim", "tick", claim, "--all", "--waive", "Known to the desk.", done=False)

    def sign_all(self) -> None:
        """Bring each claim to its signature."""
        for claim in ("1", "2"):
            self.propose(claim)
        for claim in ("3", "4"):
            self.run("claim", "waive", claim, "--reason", "Known to everybody.")
        for claim in ("1", "2", "3", "4"):
            self.run("review", "sign", claim, "--yes", user="bob")

    def refuted(self, *refused: Sequence[str], user: str = "alice", looks: Sequence[Sequence[str]] = LOOKS) -> str:
        """Return in lines which commands do not work of those printed here, and by the commands that are `refused`."""
        printed = {}
        for arguments in looks:
            ended = self.run(*arguments, user=user, done=False)
            printed |= dict.fromkeys(_printed(ended.out + ended.err), " ".join(arguments))
        for arguments in refused:
            ended = self.run(*arguments, user=user, done=False)
            assert ended.code == 3, (arguments, ended.err)
            printed |= dict.fromkeys(_printed(ended.err), " ".join(arguments))
        assert printed
        return "\n".join(filter(None, [self._fails(command, user, where) for command, where in printed.items()]))

    def _fails(self, command: str, user: str, where: str) -> str:
        self.copies += 1
        there = self.home / f"copy{self.copies}"
        shutil.copytree(self.workspace, there)
        words = [self._filled(word, command) for word in shlex.split(command)[1:]]
        words = [word for word in words if word != "..."]
        named = [] if "--user" in words else ["--user", user]
        given = [str(there) if word == str(self.workspace) else word for word in words]
        ended = self._call(*named, "--workspace", str(there), *given)
        if ended.code == 2 and not re.search(r"\d|--", command):  # only named: it is one
            ended = self._call(*given, "--help")
        shutil.rmtree(there)
        return f"{where} -> {command}: {ended.err.strip().splitlines()[-1]}" if ended.code else ""

    def _filled(self, word: str, command: str) -> str:
        if word in {"RATING", "R"}:
            return "contradicted" if "--cite" in command else "no-evidence-found"
        if word == "FILE" and " restore " in command:
            return self.backup
        files = {"FILE": self.draft, "ARTICLE": self.article, "PATH": self.source, "PATH...": self.source}
        return files.get(word) or _FILLED.get(word) or word.split("|", maxsplit=1)[0]


def _printed(text: str) -> Iterator[str]:
    for found in _PRINTED.finditer(text):
        yield found[1] or found[2]


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    monkeypatch.setenv("COLUMNS", "1000")
    made = Newsroom(tmp_path, lambda *arguments: called(capsys, *arguments))
    made.begin()
    return made


def test_nobody_has_decided_yet(newsroom: Newsroom) -> None:
    refused = (("review", "submit", "1"), ("review", "sign", "1", "--yes"), ("claim", "tick", "4", "--all"))
    assert newsroom.refuted(*refused) == ""


def test_a_verdict_with_items_left(newsroom: Newsroom) -> None:
    newsroom.run("claim", "stance", "2", "e1", "conflicts")
    newsroom.run("claim", "verdict", "2", "--rating", "contradicted", "--rationale", "It says so.", "--cite", "e1")
    assert newsroom.refuted(("review", "submit", "2")) == ""
    assert newsroom.refuted(("review", "sign", "2", "--yes"), user="bob") == ""


def test_items_that_no_evidence_speaks_of(newsroom: Newsroom) -> None:
    newsroom.run("claim", "stance", "3", "e1", "corroborates", done=False)
    newsroom.run("claim", "verdict", "4", "--rating", "no-evidence-found", "--rationale", "Searched.")
    assert newsroom.refuted(("claim", "tick", "4", "--all")) == ""
    newsroom.run("claim", "tick", "4", "1", "--waive", "She is known.")
    assert newsroom.refuted(("claim", "tick", "4", "--all")) == ""


def test_a_verdict_to_be_submitted_signed_or_returned(newsroom: Newsroom) -> None:
    newsroom.propose()
    assert newsroom.refuted(("review", "submit", "1")) == ""
    newsroom.run("review", "submit", "1", "--exception", "The harbour's own report.")
    assert newsroom.refuted() == ""
    assert newsroom.refuted(user="bob") == ""
    newsroom.run("review", "return", "1", "--comment", "Which page?", user="bob")
    assert newsroom.refuted(("review", "sign", "1", "--yes")) == ""


def test_what_contradicts_was_all_released_later(newsroom: Newsroom) -> None:
    later = ("--at", "paragraph 2", "--text", "The ministry counted 31,000 new homes.", "--date", "2024-11-20")
    newsroom.run("evidence", "add", "2", "https://example.org/homes", *later)
    newsroom.run("claim", "stance", "2", "e2", "conflicts")
    newsroom.run("claim", "verdict", "2", "--rating", "contradicted", "--rationale", "They say so.", "--cite", "e2")
    newsroom.run("claim", "tick", "2", "--all", "--waive", "Known to the desk.", done=False)
    assert "released after the statement" in newsroom.run("review", "status").out
    assert newsroom.refuted() == ""


def test_a_dispute(newsroom: Newsroom) -> None:
    newsroom.propose()
    newsroom.run("review", "sign", "1", "--yes", user="bob")
    newsroom.run("review", "dispute", "1", "--position", "One is on loan.", user="wim")
    assert newsroom.refuted(("review", "sign", "1", "--yes"), ("review", "submit", "1")) == ""
    assert newsroom.refuted(user="eva") == ""
    newsroom.run("review", "settle", "1", "cut", "--reason", "We cannot show it.", user="eva")
    assert newsroom.refuted(("review", "submit", "1")) == ""


@pytest.mark.parametrize("steps", [(), ("accept",), ("cut",)])
def test_other_words(newsroom: Newsroom, steps: tuple[str, ...]) -> None:
    newsroom.propose()
    newsroom.run("claim", "wording", "1", "propose", "The harbour of Ostwick has five cranes")
    for step in steps:
        newsroom.run("claim", "wording", "1", step, user="eva")
    assert newsroom.refuted() == ""
    assert newsroom.refuted(user="bob") == ""


def test_the_deadline_is_past(newsroom: Newsroom) -> None:
    newsroom.propose()
    newsroom.run("review", "deadline", "--at", "2024-11-20")
    assert newsroom.refuted() == ""


def test_a_revision(newsroom: Newsroom) -> None:
    newsroom.sign_all()
    newsroom.run("check", newsroom.draft, "--revision-of", "article", "--corpus", newsroom.source)
    assert newsroom.refuted(("review", "sign", "1", "--yes")) == ""
    assert newsroom.refuted(user="bob") == ""


def test_a_revision_in_which_nothing_material_differs(newsroom: Newsroom) -> None:
    newsroom.sign_all()
    written(newsroom.home, "draft.txt", (ARTICLE + MORE).replace("built 40,000", "built the 40,000"))
    newsroom.run("check", newsroom.draft, "--revision-of", "article", "--corpus", newsroom.source)
    assert "--user NAME review stale" in newsroom.run("review", "status").out
    assert newsroom.refuted() == ""
    assert newsroom.refuted(user="bob") == ""


def test_what_was_withdrawn_from_the_list(newsroom: Newsroom) -> None:
    newsroom.run("claim", "withdraw", "1", "--reason", "A joke.")
    assert newsroom.refuted(("claim", "stance", "1", "e1", "conflicts")) == ""


def test_a_source_changed_before_and_after_it_was_published(newsroom: Newsroom) -> None:
    newsroom.sign_all()
    assert newsroom.refuted(("claim", "waive", "1", "--reason", "No."), user="eva") == ""
    newsroom.run("review", "sign-article", "--yes", user="eva")
    newsroom.run("review", "publish", "--yes", user="eva")
    assert newsroom.refuted(("review", "sign", "1", "--yes")) == ""
    written(newsroom.home, "source.txt", SOURCE.replace("five cranes", "nine cranes"))
    newsroom.run("corpus", "add", newsroom.source)
    assert "stale" in newsroom.run("review", "status").out
    assert newsroom.refuted(("review", "sign", "1", "--yes"), ("review", "submit", "1"), user="eva") == ""


def test_who_does_what_the_doctor_says_of_a_changed_source_is_told_no_more(newsroom: Newsroom) -> None:
    newsroom.propose()
    newsroom.run("review", "sign", "1", "--yes", user="bob")
    written(newsroom.home, "source.txt", SOURCE.replace("31,000", "33,000").replace("yearly", "last yearly"))
    newsroom.run("corpus", "add", newsroom.source)
    told = newsroom.run("doctor", done=False)
    assert (told.code, "what mends it: `factcheck check ARTICLE`" in told.out) == (1, True)
    newsroom.run("check", newsroom.article)
    newsroom.run("claim", "stance", "1", "e2", "conflicts")
    newsroom.run("review", "sign", "1", "--yes", user="bob")
    assert newsroom.run("doctor").code == 0


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE claim_state SET rating = 'confirmed'",
        "DELETE FROM claim_state",
        "UPDATE claim SET verbatim = 'The harbour of Ostwick has four cranes.' WHERE number = 1",
        "UPDATE claim SET payload = replace(payload, 'six', 'ten') WHERE number = 1",
        "UPDATE claim SET number = 9 WHERE number = 1",
    ],
)
def test_rows_that_were_tampered_with(newsroom: Newsroom, sql: str) -> None:
    newsroom.propose()
    newsroom.run("backup", newsroom.backup)
    assert alter(newsroom.workspace, sql)
    assert newsroom.refuted(looks=(("review", "status", "--all"), ("doctor",), ("audit", "verify"))) == ""
