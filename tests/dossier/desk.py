"""A desk with all that a dossier has to carry, or must not: pages, a table, a contact, notes, a source under wraps."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from factcheck.workbench import Workbench
from factcheck.workbench.dossier.gathering import article_meant, pack
from factcheck.workbench.dossier.verifying import Verified, verify
from tests.cli.command import Ended, called, ticking, written
from tests.conftest import ROOT

CONTACT = "Perpetua Quillfeather"
SAID = "The quay cost us nine million crowns and nobody dared to write that down"
NOTE = "Ring the harbour master again about the marmalade ledger"
SECRET = "The harbour of Ostwick has five cranes, says an engineer who wants no name and lives beside Zanzibar Lane."
SECRET_TITLE = "Talk at the Heliotrope"
LEAKS = ("Quillfeather", "Perpetua", "nobody dared", "marmalade", "Zanzibar", "Heliotrope", "engineer who wants")
"""What must stand in no part of a dossier."""

ARTICLE = """Cranes for the harbour

14 November 2024

The harbour of Ostwick has six cranes. The bridge at Ostwick is 120 years old. Completed homes in Ostwick rose by 12%
between 2019 and 2024. Maren Holt said on Monday that the town built 40,000 homes in 2023.
"""
OTHER = "Another story\n\n12 November 2024\n\nThe vault of Tolland holds 77 paintings by Ymir Oblong.\n"
SOURCE = """2024-11-10
Harbour report

The harbour of Ostwick has six cranes, the yearly report says. The ministry counted 31,000 new homes in 2023.
"""
TABLE = 'Homes in Ostwick,,\n\nYear,Started,Completed\n2019,"36,000","35,000"\n2024,"41,300","39,145"\n'

Command = Callable[..., Ended]


class Desk:
    """A workspace, and the command on it as several people."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        (folder / "in").mkdir(parents=True, exist_ok=True)

    def __call__(self, *words: str, user: str = "alice") -> Ended:
        return called(self.capsys, "--workspace", str(self.folder / "ws"), "--user", user, *words)

    def done(self, *words: str, user: str = "alice") -> Ended:
        ended = self(*words, user=user)
        assert ended.code == 0, ended.err
        return ended

    def write(self, name: str, content: str) -> str:
        return written(self.folder / "in", name, content)

    def number(self, words: str) -> str:
        claims = json.loads(self.done("claim-list", "--format", "json").out)["claims"]
        (found,) = [claim["id"] for claim in claims if words in claim["verbatim"]]
        return str(found)

    def export(self, article: str = "cranes") -> bytes:
        with Workbench.open(self.folder / "ws", user="alice") as bench:
            scratch = BytesIO()
            return b"".join(pack(bench, article_meant(bench, article), scratch).chunks())


def full_desk(folder: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Make a desk on which an article was checked, decided and signed."""
    desk = Desk(folder, capsys)
    desk.done("check", desk.write("other.txt", OTHER))
    cassette = str(ROOT / "cassettes" / "harbour.yaml")
    desk.done("fetch", "--cassette", cassette, "http://harbour.example/bridge")
    secret = desk.write("secret.md", f"---\ntitle: {SECRET_TITLE}\n---\n{SECRET}\n")
    sources = [desk.write("report.txt", SOURCE), desk.write("Table 1a.csv", TABLE), secret]
    desk.done("check", desk.write("article.txt", ARTICLE), *(o for path in sources for o in ("--corpus", path)))
    decide(desk)
    return desk


def decide(desk: Desk) -> None:
    """Give verdicts, on open evidence, on a calculation, and on what may not leave."""
    cranes, homes, bridge = (desk.number(words) for words in ("six cranes", "rose by 12%", "120 years"))
    listed = json.loads(desk.done("corpus", "list", "--json").out)
    hidden = next(one["id"] for one in listed if one["title"] == SECRET_TITLE)
    desk.done("corpus", "mark", hidden, "--sensitivity", "confidential")
    desk.done("claim", "note", cranes, NOTE)
    report = open_evidence(desk, cranes)
    desk.done("claim", "stance", cranes, report, "corroborates")
    desk.done(
        "claim", "verdict", cranes, "--rating", "confirmed", "--rationale", "the report", "--cite", report, "--yes"
    )
    desk(*ticking(cranes))
    desk.done("review", "sign", cranes, "--yes", user="bob")
    desk.done("claim", "calculate", homes, "(C5-C4)/C4*100", "--table", "Table 1a")
    contact = ("--text", SAID, "--date", "2024-11-12", "--stance", "conflicts")
    desk.done("evidence", "add", bridge, f"call:{CONTACT}", *contact)
    why = f"{CONTACT} told us otherwise"
    given = ("--rating", "contradicted", "--rationale", why, "--yes")
    ended = desk("claim", "verdict", bridge, *given)
    assert ended.code == 0, ended.err


def open_evidence(desk: Desk, claim: str) -> str:
    """Return the name of the evidence from the report."""
    items = json.loads(desk.done("claim", "show", claim, "--json").out)["evidence"]
    at = next(n for n, item in enumerate(items, 1) if item["candidate"]["source"]["title"] == "Harbour report")
    return f"e{at}"


def parts_of(dossier: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(dossier)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """Pack parts as another program would."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def verified(dossier: bytes, head: str = "", sha256: str = "") -> Verified:
    return verify(BytesIO(dossier), head, sha256)


def told(dossier: bytes, head: str = "", sha256: str = "") -> list[str]:
    return [str(failure) for failure in verified(dossier, head, sha256).failures]
