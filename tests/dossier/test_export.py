"""`factcheck dossier export`: the same bytes for the same state, complete, and nothing in it that may not leave."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.errors import EXIT_DONE, EXIT_INPUT
from factcheck.workbench import Workbench
from factcheck.workbench.dossier.replaying import replay
from tests.cli.command import called, started
from tests.dossier.desk import ARTICLE, CONTACT, LEAKS, NOTE, SAID, SOURCE, Desk, parts_of, told, verified
from tests.factory import give_corpus, make_bench

GOLDEN = Path(__file__).with_name("manifest.golden.json")


def manifest_of(dossier: bytes) -> dict:
    return json.loads(parts_of(dossier)["manifest.json"])


def plain_desk(folder: Path, capsys: pytest.CaptureFixture[str], claims: int = 2) -> Desk:
    """A desk whose every byte is known: made by hand, under a clock of its own."""
    with make_bench(folder / "ws", claims=claims) as bench:
        give_corpus(bench)
    return Desk(folder, capsys)


def test_the_manifest_is_what_its_golden_file_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = manifest_of(plain_desk(tmp_path, capsys).export())
    for part in manifest["parts"]:
        if part["name"] in {"annotated-copy.html", "README.txt"}:  # they have golden files, or words, of their own
            part |= {"bytes": 0, "sha256": "see there"}
    shown = json.dumps(manifest, indent=1, sort_keys=True).replace(__version__, "VERSION") + "\n"
    shown = re.sub(r'"(claims|matching|stance)/\d+"', r'"\1/N"', shown)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(shown, encoding="utf-8")
    assert shown == GOLDEN.read_text(encoding="utf-8")


def test_the_same_state_gives_the_same_bytes(desk: Desk) -> None:
    first = desk.export()
    desk.done("claim-list")
    assert desk.export() == first


def test_the_same_state_elsewhere_gives_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    first = desk.export()
    shutil.copytree(desk.folder, desk.folder.parent / "moved elsewhere")
    assert Desk(desk.folder.parent / "moved elsewhere", desk.capsys).export() == first


def test_another_decision_gives_another_dossier(desk: Desk) -> None:
    first = desk.export()
    desk.done("claim", "assign", desk.number("40,000"), "carol")
    assert desk.export() != first


def test_parts_are_sorted_stored_and_without_the_time_of_the_day(dossier: bytes) -> None:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(dossier)) as archive:
        infos = archive.infolist()
    assert [one.filename for one in infos] == sorted(one.filename for one in infos)
    assert {one.date_time for one in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {one.compress_type for one in infos} == {zipfile.ZIP_STORED}
    assert {one.external_attr >> 16 for one in infos} == {0o100644}


def test_the_manifest_has_the_digest_of_every_part(dossier: bytes) -> None:
    parts = parts_of(dossier)
    manifest = json.loads(parts.pop("manifest.json"))
    said = {part["name"]: (part["bytes"], part["sha256"]) for part in manifest["parts"]}
    assert said == {name: (len(c), hashlib.sha256(c).hexdigest()) for name, c in parts.items()}
    assert {name.partition("/")[0] for name in said} == {
        "README.txt", "annotated-copy.html", "claims.jsonl", "copy.json", "evidence.jsonl", "log.jsonl", "words.jsonl",
        "revisions", "snapshots"
    } - ({"snapshots"} if not any(n.startswith("snapshots") for n in said) else set())  # fmt: skip


def test_nothing_that_may_not_leave_stands_in_any_part(made: Path, dossier: bytes) -> None:
    parts = parts_of(dossier)
    machine = (str(made), str(made.parent), str(Path.home()), socket.gethostname())
    other = ("Oblong", "77 paintings", "Another story")
    for name, content in parts.items():
        folded = content.decode("utf-8", "replace").casefold()
        assert [word for word in (*LEAKS, *machine, *other) if len(word) > 5 and word.casefold() in folded] == [], name
    assert ARTICLE.encode() in parts[next(name for name in parts if name.endswith(".txt") and "/" in name)]


def test_digests_that_would_tell_a_name_to_who_guesses_it_stay_here(desk: Desk) -> None:
    everything = b"".join(parts_of(desk.export()).values())
    for words in (CONTACT.casefold(), SAID, NOTE):
        digest = hashlib.sha256(words.encode()).hexdigest()
        assert digest[:16].encode() not in everything


def test_who_decided_stays_and_the_login_name_does_not(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = parts_of(desk.export())
    assert b"alice" in parts["log.jsonl"]
    assert b"bob" in parts["claims.jsonl"]
    login = getpass.getuser()
    if login not in {"alice", "bob", "root"}:
        assert login.encode() not in b"".join(parts.values())


@pytest.mark.parametrize(
    "why",
    [
        "Perpetua Quillfeather says it was more",
        "Ms Quillfeather, Perpetua, by phone",
        "Quillfeather told us",
        "so PERPETUA, who was there",
        "As we heard at the Talk at the Heliotrope, it is so",
        "Somebody said that the quay cost us nine million crowns and nobody knew",
    ],
)
def test_a_rationale_that_tells_a_source_under_wraps_is_withheld(desk: Desk, why: str) -> None:
    number = desk.number("120 years")
    desk.done("claim", "verdict", number, "--rating", "contradicted", "--rationale", why, "--yes")
    dossier = desk.export()
    for name, content in parts_of(dossier).items():
        assert why.encode() not in content, name
        assert json.dumps(why).strip('"').encode() not in content, name
    assert told(dossier) == []


@pytest.mark.parametrize(
    "why", ["The yearly report has six", "The quay cost us a lot", "nine million crowns were paid"]
)
def test_a_rationale_that_tells_nothing_stays(desk: Desk, why: str) -> None:
    number = desk.number("120 years")
    desk.done("claim", "verdict", number, "--rating", "contradicted", "--rationale", why, "--yes")
    assert why.encode() in parts_of(desk.export())["claims.jsonl"]


def test_a_folder_of_this_machine_in_a_rationale_is_cut_off(desk: Desk) -> None:
    number = desk.number("120 years")
    why = f"see {desk.folder}/in/report.txt, line 3"
    desk.done("claim", "verdict", number, "--rating", "contradicted", "--rationale", why, "--yes")
    dossier = desk.export()
    assert b"see report.txt, line 3" in parts_of(dossier)["claims.jsonl"]
    assert str(desk.folder).encode() not in b"".join(parts_of(dossier).values())
    assert told(dossier) == []


def test_a_source_that_is_marked_later_is_withheld_from_then_on(desk: Desk) -> None:
    listed = json.loads(desk.done("corpus", "list", "--json").out)
    report = next(one["id"] for one in listed if one["title"] == "Harbour report")
    assert b"yearly report says" in parts_of(desk.export())["evidence.jsonl"]
    desk.done("corpus", "mark", report, "--sensitivity", "background")
    dossier = desk.export()
    assert b"yearly report says" not in b"".join(parts_of(dossier).values())
    assert told(dossier) == []


def test_a_calculation_over_a_table_that_is_not_open_is_told_without_its_cells(desk: Desk) -> None:
    assert b"C5-C4" in parts_of(desk.export())["annotated-copy.html"]
    listed = json.loads(desk.done("corpus", "list", "--json").out)
    table = next(one["id"] for one in listed if "Homes in Ostwick" in one["title"] or "Table 1a" in one["title"])
    desk.done("corpus", "mark", table, "--sensitivity", "confidential")
    dossier = desk.export()
    assert not any(b"C5-C4" in content or b"39,145" in content for content in parts_of(dossier).values())
    assert told(dossier) == []


def test_folders_of_relative_paths_stay_here_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path, capsys)
    for name, text in (("drafts-of-carol/piers.txt", ARTICLE), ("people/anna-the-leaker/scan.txt", SOURCE)):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    desk.done("check", "drafts-of-carol/piers.txt", "--corpus", "people")
    dossier = desk.export("harbour")
    whole = b"".join(parts_of(dossier).values())
    assert b"scan.txt" in whole
    assert b"leaker" not in whole
    assert b"carol" not in whole
    assert told(dossier) == []
    assert "carol" not in desk.done("audit", "log", "--format", "jsonl").out
    desk.done("audit", "verify")


def test_every_revision_is_in_it_with_what_was_carried_over(desk: Desk) -> None:
    draft = desk.write("draft.txt", ARTICLE.replace("120 years old", "121 years old"))
    desk.done("check", draft, "--revision-of", "cranes")
    dossier = desk.export()
    assert [part["name"][:14] for part in manifest_of(dossier)["parts"] if part["name"].endswith("txt")][1:] == [
        "revisions/001-",
        "revisions/002-",
    ]
    assert told(dossier) == []
    assert any("withheld" in note for note in verified(dossier).notes)


def snapshot_of(desk: Desk) -> Path:
    (found,) = (desk.folder / "ws" / "snapshots").glob("??/*/*.warc.gz")
    return found


def check_page(desk: Desk) -> None:
    """Have the article checked against the page that was fetched."""
    voted = "The council of Ostwick voted to borrow £4.2 million for Tanner’s Bridge."
    text = f"Tanner’s Bridge\n\n14 November 2024\n\n{voted}\n"
    desk.done("check", desk.write("bridge.txt", text))


def test_pages_are_in_it_as_received(desk: Desk) -> None:
    check_page(desk)
    dossier = desk.export("tanner")
    page = snapshot_of(desk)
    assert parts_of(dossier)[str(page.relative_to(desk.folder / "ws"))] == page.read_bytes()
    assert told(dossier) == []


@pytest.mark.parametrize("spoil", ["gone", "altered", "cut"])
def test_a_page_that_is_gone_or_altered_is_told_and_on_record(desk: Desk, spoil: str) -> None:
    check_page(desk)
    page = snapshot_of(desk)
    whole = page.read_bytes()
    page.unlink()
    if spoil != "gone":
        page.write_bytes(whole[:-40] if spoil == "cut" else whole[:300] + bytes([whole[300] ^ 1]) + whole[301:])
    ended = desk.done("dossier", "export", "tanner", "-o", str(desk.folder / "d.zip"))
    assert f"missing: {page.relative_to(desk.folder / 'ws')}" in ended.err
    dossier = (desk.folder / "d.zip").read_bytes()
    (missing,) = manifest_of(dossier)["missing"]
    assert missing["part"] in ended.err
    assert missing["part"].encode() in parts_of(dossier)["README.txt"]
    assert told(dossier) == []
    assert any(missing["part"] in note for note in verified(dossier).notes)


def test_the_page_of_a_source_under_wraps_is_left_out(desk: Desk) -> None:
    check_page(desk)
    listed = json.loads(desk.done("corpus", "list", "--json").out)
    page = next(one["id"] for one in listed if "harbour.example" in one["url"])
    desk.done("corpus", "mark", page, "--sensitivity", "confidential")
    dossier = desk.export("tanner")
    assert not any(name.startswith("snapshots/") for name in parts_of(dossier))
    assert b"harbour.example" not in b"".join(parts_of(dossier).values())
    digest = hashlib.sha256(snapshot_of(desk).read_bytes()).hexdigest()
    assert digest in {one["sha256"] for one in manifest_of(dossier)["withheld"]}
    assert told(dossier) == []


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(desk: Desk) -> None:
    file = desk.folder / "d.zip"
    file.write_text("mine")
    export = ("dossier", "export", "cranes", "-o", str(file))
    ended = desk(*export)
    assert (ended.code, file.read_text()) == (EXIT_INPUT, "mine")
    assert "--force replaces it" in ended.complaint
    desk.done(*export, "--force")
    assert file.read_bytes() == desk.export()


def test_without_a_name_the_file_is_called_after_the_article(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    ended = desk.done("dossier", "export", "cranes")
    (file,) = desk.folder.glob("dossier-*.zip")
    assert re.fullmatch(r"dossier-[0-9a-f]{8}\.zip", file.name)
    assert manifest_of(file.read_bytes())["log"]["head"] in ended.err


@pytest.mark.parametrize("name", ["nothing of that kind", ""])
def test_an_article_that_there_is_none_of_is_told(desk: Desk, name: str) -> None:
    ended = desk("dossier", "export", name)
    assert ended.code == EXIT_INPUT
    assert "there is no article" in ended.complaint


def test_a_name_that_means_several_articles_is_told(desk: Desk) -> None:
    ended = desk("dossier", "export", ".txt")
    assert ended.code == EXIT_INPUT
    assert "2 articles are meant" in ended.complaint


def test_a_disk_that_fills_up_leaves_the_old_file_and_no_part(desk: Desk) -> None:
    file = desk.folder / "d.zip"
    file.write_text("old")

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    place = ("--workspace", str(desk.folder / "ws"))
    child = started(*place, "dossier", "export", "cranes", "-o", str(file), "--force", before=little_room)
    _, err = child.communicate()
    assert child.returncode == EXIT_INPUT, err
    assert "Traceback" not in err
    assert file.read_text() == "old"
    assert list(desk.folder.glob("*.part")) + list(desk.folder.glob(".*.part")) == []


def test_it_goes_to_a_pipe_and_a_closed_one_ends_it_quietly(desk: Desk) -> None:
    command = ["--workspace", str(desk.folder / "ws"), "dossier", "export", "cranes", "-o", "-"]
    done = subprocess.run([sys.executable, "-m", "factcheck", *command], capture_output=True, check=True)
    assert done.stdout == desk.export()
    reader, writer = os.pipe()
    os.close(reader)
    child = started(*command, stdout=writer)
    os.close(writer)
    _, err = child.communicate()
    assert child.returncode == 141
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "text",
    [
        "Where is it? Who knows? What now?\n",
        "\U0001f600\U0001f600 \U0001f600\n",
        "שלום. הגשר באוסטוויק בן 120 שנה. הוא נבנה ב-1904.\n",
        "The quay <script>alert(1)</script> cost =1+1 crowns. It has 12 sheds\x1b[31m.\n",
    ],
    ids=["no claims", "emoji", "right to left", "hostile"],
)
def test_any_article_makes_a_dossier_that_verifies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    desk = Desk(tmp_path, capsys)
    desk.done("check", desk.write("odd.txt", text), "--corpus", desk.write("s.txt", "Nothing of the kind.\n"))
    dossier = desk.export("odd")
    assert told(dossier) == []
    assert b"<script" not in parts_of(dossier)["annotated-copy.html"]


def test_the_worked_example_makes_a_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--workspace", str(tmp_path / "w")]
    assert called(capsys, *place, "demo").code == EXIT_DONE
    file = tmp_path / "demo.zip"
    assert called(capsys, *place, "dossier", "export", "ostwick", "-o", str(file)).code == EXIT_DONE
    assert called(capsys, "dossier", "verify", str(file)).code == EXIT_DONE
    ended = called(capsys, "dossier", "replay", str(file))
    assert ended.code == EXIT_DONE, ended.out + ended.err
    assert "0 differ under the same engine, 0 under another" in ended.err
    assert any(name.startswith("snapshots/") for name in parts_of(file.read_bytes()))


def test_a_log_of_a_shared_workspace_tells_nothing_of_other_articles(desk: Desk) -> None:
    lines = [json.loads(line) for line in parts_of(desk.export())["log.jsonl"].splitlines()]
    with Workbench.open(desk.folder / "ws") as bench:
        others = {event.seq for event in bench.events() if event.revision != lines[-1]["revision"]}
    foreign = [line for line in lines if line["seq"] in others and line.get("kind") != "fetched"]
    assert foreign
    assert {frozenset(line) for line in foreign} == {frozenset(["seq", "prev", "digest", "withheld"])}


def test_whatever_people_did_the_dossier_verifies_and_replays(desk: Desk) -> None:
    first, second, third = (desk.number(words) for words in ("120 years", "rose by 12%", "40,000"))
    steps = [
        ("claim", "waive", third, "--reason", "an opinion"),
        ("review", "sign", third, "--yes"),
        ("claim", "tick", second, "1", "--evidence", "e1"),
        ("claim", "withdraw", first, "--reason", "no claim"),
        ("undo",),
        ("redo",),
        ("claim", "restore", first),
        ("claim", "edit", second, "--claimant", "Orla Fenn"),
        ("claim", "original", second, "--wording", "Sie stieg um 12 %", "--language", "de"),
        ("claim", "add", "--article", "cranes", "--words", "Cranes for the harbour"),
        ("review", "withdraw", third, "--reason", "too early"),
        ("claim", "stance", second, "e2", "corroborates"),
        ("claim", "split", second, "--after", "rose by 12%"),
        ("claim", "join", first, third),
    ]
    codes = [desk(*step, user="bob" if step[0] == "review" else "alice").code for step in steps]
    assert set(codes) == {EXIT_DONE}, list(zip(steps, codes, strict=True))
    dossier = desk.export()
    assert told(dossier) == []
    assert [str(one) for one in replay(BytesIO(dossier)).differences] == []


def test_a_key_in_an_address_is_told_as_that_and_not_as_a_source_under_wraps(tmp_path, capsys) -> None:
    desk = Desk(tmp_path, capsys)
    link = "https://register.example/a?token=Zx9kQ27bVt41"
    desk.done("check", desk.write("a.txt", f"Cranes\n\n14 November 2024\n\nThe harbour has six cranes, see {link}.\n"))
    manifest = json.loads(parts_of(desk.export())["manifest.json"])
    why = {one["id"]: one["why"] for one in manifest["withheld"]}
    assert why["citations"] == "key or folder in an address"
