"""`factcheck dossier verify`: each way of altering a dossier is found, and named by its part."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from factcheck.errors import EXIT_DONE, EXIT_FOUND, EXIT_INPUT, InputError, StateError
from factcheck.workbench.dossier.replaying import replay
from tests.cli.command import called, written
from tests.dossier.desk import Desk, parts_of, told, verified, zipped

Lines = list[dict[str, Any]]


def fitting(parts: dict[str, bytes]) -> bytes:
    """Pack parts with a manifest that was made to fit them: only what is inside can tell."""
    manifest = json.loads(parts["manifest.json"])
    for part in manifest["parts"]:
        content = parts.get(part["name"], b"")
        part |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    manifest["parts"] = [part for part in manifest["parts"] if part["name"] in parts]
    return zipped({**parts, "manifest.json": json.dumps(manifest).encode()})


def altered(dossier: bytes, name: str, change: Callable[[Lines], object]) -> bytes:
    """Return a dossier with the lines of a part changed, and a manifest that fits."""
    parts = parts_of(dossier)
    lines = [json.loads(line) for line in parts[name].splitlines()]
    change(lines)
    canonical = name == "log.jsonl"
    dumped = (json.dumps(one, ensure_ascii=False, separators=(",", ":"), sort_keys=canonical) for one in lines)
    return fitting({**parts, name: "".join(f"{line}\n" for line in dumped).encode()})


def test_a_dossier_verifies_by_itself(dossier: bytes, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    ended = called(capsys, "dossier", "verify", written(tmp_path, "d.zip", dossier))
    assert (ended.code, ended.out) == (EXIT_DONE, "")
    assert "parts verify" in ended.err
    assert "withheld in evidence.jsonl: source that is not open: 2" in ended.err
    assert [one.name for one in tmp_path.iterdir()] == ["d.zip"], "it leaves nothing behind"


def test_a_large_dossier_is_verified_through_a_file_that_nobody_sees(
    dossier: bytes, tmp_path, capsys, monkeypatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("factcheck.workbench.dossier.kept_json.IN_MEMORY", 1)
    file = written(tmp_path, "d.zip", dossier)
    assert called(capsys, "dossier", "verify", file).code == EXIT_DONE
    assert called(capsys, "dossier", "replay", file).code == EXIT_DONE
    assert [one.name for one in tmp_path.iterdir()] == ["d.zip"]


def test_a_full_disk_does_not_make_a_dossier_a_forgery(dossier: bytes, tmp_path, capsys, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("factcheck.workbench.dossier.kept_json.KeptJson.put", full)
    ended = called(capsys, "dossier", "verify", written(tmp_path, "d.zip", dossier))
    assert (ended.code, ended.out) == (EXIT_INPUT, "")
    assert "No space left on device" in ended.err


def test_a_head_that_was_kept_must_be_in_its_log(dossier: bytes, tmp_path, capsys) -> None:
    file = written(tmp_path, "d.zip", dossier)
    log = [json.loads(line) for line in parts_of(dossier)["log.jsonl"].splitlines()]
    assert called(capsys, "dossier", "verify", file, "--head", log[3]["digest"]).code == EXIT_DONE
    ended = called(capsys, "dossier", "verify", file, "--head", "ab" * 32)
    assert ended.code == EXIT_FOUND
    assert ended.out.startswith("log.jsonl: does not hold the head abab")


def test_failures_as_json(dossier: bytes, tmp_path, capsys) -> None:
    parts = parts_of(dossier)
    del parts["README.txt"]
    ended = called(capsys, "dossier", "verify", written(tmp_path, "d.zip", zipped(parts)), "--json")
    assert ended.code == EXIT_FOUND
    assert json.loads(ended.out)["failures"] == [{"part": "README.txt", "what": "is missing"}]


def test_every_part_that_is_altered_is_named(dossier: bytes) -> None:
    parts = parts_of(dossier)
    for name, content in parts.items():
        if name == "manifest.json":
            continue
        spoilt = {**parts, name: content[:-1] + bytes([content[-1] ^ 1])}
        assert any(one.startswith(f"{name}: was altered") for one in told(zipped(spoilt))), name
        assert f"{name}: is missing" in told(zipped({n: c for n, c in parts.items() if n != name})), name


def test_a_part_more_is_named(dossier: bytes) -> None:
    assert told(zipped({**parts_of(dossier), "more.txt": b"more"})) == ["more.txt: is not in the manifest"]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_one_that_was_packed_anew_is_told_as_that_and_verifies(dossier: bytes, compression: int) -> None:
    found = verified(zipped(parts_of(dossier), compression))
    assert found.failures == ()
    assert "packed anew" in found.notes[0]


def test_any_flipped_bit_is_found(dossier: bytes) -> None:
    chance = random.Random(1)
    places = [*range(90), *(chance.randrange(len(dossier)) for _ in range(40))]
    places += [chance.randrange(len(dossier) - 1500, len(dossier)) for _ in range(60)]
    for place in places:
        flipped = bytearray(dossier)
        flipped[place] ^= 1 << chance.randrange(8)
        try:
            assert told(bytes(flipped)), f"a bit of byte {place} of {len(dossier)}"
        except InputError:
            continue


def test_one_that_is_cut_off_is_refused(dossier: bytes, tmp_path, capsys) -> None:
    for length in (0, 10, len(dossier) // 2, len(dossier) - 1):
        ended = called(capsys, "dossier", "verify", written(tmp_path, "cut.zip", dossier[:length]))
        assert ended.code == EXIT_INPUT
        assert "is refused" in ended.complaint


def first(lines: Lines, **wanted: object) -> dict[str, Any]:
    return next(line for line in lines if all(line.get(name) == value for name, value in wanted.items()))


def set_passage(lines: Lines) -> None:
    passage = first(lines, withheld="path of a machine")["evidence"]["candidate"]["passage"]
    passage["text"] = passage["text"].replace("homes", "lofts").replace("cranes", "cranks")


def set_digest_with_passage(lines: Lines) -> None:
    set_passage(lines)
    line = first(lines, withheld="path of a machine")
    dumped = json.dumps(line["evidence"], ensure_ascii=False, separators=(",", ":"))
    line["sha256"] = hashlib.sha256(dumped.encode()).hexdigest()


def set_title(lines: Lines) -> None:
    first(lines, withheld="path of a machine")["evidence"]["candidate"]["source"]["title"] = "Another report"


def set_result(lines: Lines) -> None:
    line = next(one for one in lines if one["evidence"]["calculation"])
    line["evidence"]["calculation"] |= {"result": "12", "rounded": "12"}


def set_cell(lines: Lines) -> None:
    line = next(one for one in lines if one["evidence"]["calculation"])
    line["evidence"]["calculation"]["cells"][0]["value"] = "35001"


def turn_stance(lines: Lines) -> None:
    judgement = first(lines, withheld="path of a machine")["evidence"]["judgement"]
    judgement["stance"] = "conflicts" if judgement["stance"] == "related" else "related"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (set_passage, "was altered: it is not what event"),
        (set_digest_with_passage, "was altered: it is not what event"),
        (set_title, "was altered: it is not what event"),
        (set_result, "its calculation gives 11.84"),
        (set_cell, "is published as '39,145', and not 35001"),
        (turn_stance, "was altered: it is not what event"),
        (lambda lines: lines.pop(0), "is not here"),
        (lambda lines: lines.append({**lines[0], "id": "abcd"}), "under another name"),
        (lambda lines: lines.append(lines[0]), "stands there twice"),
    ],
)
def test_evidence_that_was_altered_with_its_manifest_is_found(dossier: bytes, change, words: str) -> None:
    found = told(altered(dossier, "evidence.jsonl", change))
    assert any(one.startswith("evidence.jsonl: ") and words in one for one in found), found


def set_verdict(lines: Lines) -> None:
    state = next(line["state"] for line in lines if line["state"]["verdict"])
    state["verdict"]["rationale"] = "because we say so"


def set_signer(lines: Lines) -> None:
    next(line["state"] for line in lines if line["state"]["sign_off"])["sign_off"]["user"] = "carol"


def set_state(lines: Lines) -> None:
    next(line["state"] for line in lines if line["state"]["review_state"] == "extracted")["review_state"] = "signed"


def set_words(lines: Lines) -> None:
    lines[0]["claim"]["verbatim"] = lines[0]["claim"]["verbatim"].replace("six", "ten")


def set_sentence(lines: Lines) -> None:
    next(line for line in lines if line["state"]["sign_off"])["sentence"] += " So there."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (set_verdict, "is not what the log says: verdict"),
        (set_signer, "is not what the log says: sign_off"),
        (set_state, "is not what the log says: review_state"),
        (set_words, "its words do not stand in the text"),
        (set_words, "altered since event"),
        (set_sentence, "what its signature or decisions are about was altered"),
        (lambda lines: lines.pop(0), "is missing"),
        (lambda lines: lines.append({**lines[0], "id": "abcd"}), "under another name"),
    ],
)
def test_a_claim_that_was_altered_with_its_manifest_is_found(dossier: bytes, change, words: str) -> None:
    found = told(altered(dossier, "claims.jsonl", change))
    assert any(one.startswith("claims.jsonl: ") and words in one for one in found), found


def rehash(lines: Lines, at: int) -> None:
    """Make the chain fit again from an event on, as somebody would who has only the dossier."""
    for place in range(at, len(lines)):
        line = lines[place]
        line["prev"] = lines[place - 1]["digest"] if place else "0" * 64
        if "withheld" not in line:
            bare = {name: value for name, value in line.items() if name != "digest"}
            dumped = json.dumps(bare, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            line["digest"] = hashlib.sha256(dumped.encode()).hexdigest()


def signed(lines: Lines) -> dict[str, Any]:
    return first(lines, kind="signed")


def swap(lines: Lines) -> None:
    lines[5], lines[6] = lines[6], lines[5]


@pytest.mark.parametrize(
    "change",
    [
        lambda lines: signed(lines).update(user="carol"),
        lambda lines: signed(lines)["body"].update(binding="0" * 64),
        lambda lines: lines.pop(4),
        lambda lines: lines.pop(0),
        lambda lines: lines.pop(),
        swap,
        lambda lines: lines.append(lines[-1]),
        lambda lines: first(lines, withheld="not of this article").update(digest="ab" * 32),
        lambda lines: first(lines, withheld="not of this article").update(why="so"),
        lambda lines: first(lines, withheld="source that is not open").update(prev="ab" * 32),
        lambda lines: lines.clear(),
    ],
)
def test_a_log_that_was_altered_with_its_manifest_is_found(dossier: bytes, change) -> None:
    found = told(altered(dossier, "log.jsonl", change))
    assert any(one.startswith("log.jsonl: ") for one in found), found


def test_a_log_that_was_written_anew_is_seen_by_its_manifest_and_by_what_was_signed(dossier: bytes) -> None:
    def forge(lines: Lines) -> None:
        at = lines.index(signed(lines))
        lines[at]["body"]["binding"] = "0" * 64
        rehash(lines, at)

    kept = verified(dossier).sha256
    assert told(dossier, sha256=kept) == []
    found = told(altered(dossier, "log.jsonl", forge), sha256=kept)
    assert any(one.startswith("manifest.json: is not the one that was asked about") for one in found), found
    assert any(one.startswith("claims.jsonl: claim") and "sign_off" in one for one in found), found


def test_a_text_that_was_altered_with_its_manifest_is_found(dossier: bytes) -> None:
    parts = parts_of(dossier)
    name = next(one for one in parts if re.fullmatch(r"revisions/.*\.txt", one))
    found = told(fitting({**parts, name: parts[name].replace(b"six", b"ten")}))
    assert f"{name}: is not the text, title or date that the log says" in found


def test_a_title_that_was_altered_with_its_manifest_is_found(dossier: bytes) -> None:
    parts = parts_of(dossier)
    name = next(one for one in parts if re.fullmatch(r"revisions/.*\.json", one))
    found = told(fitting({**parts, name: parts[name].replace(b"Cranes for", b"Crones for")}))
    assert any("the log says" in one for one in found)


@pytest.mark.parametrize("name", ["claims.jsonl", "evidence.jsonl", "log.jsonl", "revisions/.*.json"])
@pytest.mark.parametrize("content", [b"", b"{", b"null\n", b"[]\n", b"\xff\xfe\n", b"[" * 100_000, b'{"id": 1}\n'])
def test_a_part_that_holds_anything_is_a_failure_of_its_name_and_no_fault(
    dossier: bytes, name: str, content: bytes
) -> None:
    parts = parts_of(dossier)
    real = next(one for one in parts if re.fullmatch(name, one))
    found = told(fitting({**parts, real: content}))
    assert any(one.startswith((f"{real}: ", "revisions/")) for one in found), found


@pytest.mark.parametrize(
    "manifest",
    [b"", b"{}", b"[]", b"\xff", b'{"format": "another"}', b"[" * 100_000],
)
def test_a_manifest_that_is_none_is_refused(dossier: bytes, manifest: bytes, tmp_path, capsys) -> None:
    file = written(tmp_path, "d.zip", zipped({**parts_of(dossier), "manifest.json": manifest}))
    ended = called(capsys, "dossier", "verify", file)
    assert ended.code == EXIT_INPUT
    assert "manifest" in ended.complaint


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda manifest: manifest.update(title="Crones"), "title or date are not those"),
        (lambda manifest: manifest.update(article="abcd"), "title or date are not those"),
        (lambda manifest: manifest.update(revisions=[]), "its revisions are not those"),
        (lambda manifest: manifest["withheld"].clear(), "what it says is withheld in the log"),
        (lambda manifest: manifest["log"].update(events=3), "the manifest says 3"),
        (lambda manifest: manifest["log"].update(head="ab" * 32), "it was cut off"),
    ],
)
def test_a_manifest_that_says_something_else_is_found(dossier: bytes, change, words: str) -> None:
    parts = parts_of(dossier)
    manifest = json.loads(parts["manifest.json"])
    change(manifest)
    found = told(zipped({**parts, "manifest.json": json.dumps(manifest).encode()}))
    assert any(words in one for one in found), found


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda manifest: manifest.update(identity="by key"), "of the sign-offs (by key) is not what they are"),
        (lambda manifest: manifest["log"].update(at="2020-01-01T00:00:00.000000+00:00"), "its time is not that"),
        (lambda manifest: manifest.update(checked_by="us"), "has the key 'checked_by'"),
        (lambda manifest: manifest["log"].update(more="x"), "has the key 'more'"),
    ],
)
def test_a_manifest_that_says_what_the_log_does_not_is_found(dossier: bytes, change, words: str) -> None:
    parts = parts_of(dossier)
    manifest = json.loads(parts["manifest.json"])
    change(manifest)
    found = told(zipped({**parts, "manifest.json": json.dumps(manifest).encode()}))
    assert any(one.startswith("manifest.json: ") and words in one for one in found), found


def with_evidence(lines: Lines) -> dict[str, Any]:
    return next(line for line in lines if line["state"]["numbered"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda lines: lines[0].update(number=7), "the numbers of its claims are not those"),
        (lambda lines: with_evidence(lines)["state"]["numbered"].insert(0, "abcd"), "what the log says: numbered"),
        (lambda lines: with_evidence(lines)["state"]["search"].update(event=1), "what the log says: search"),
        (lambda lines: lines[0].update(note="they knew"), "has the key 'note'"),
        (lambda lines: lines[0]["state"].update(note="they knew"), "has the key 'note'"),
    ],
)
def test_what_a_claim_says_beside_its_decisions_is_held_against_the_log(dossier: bytes, change, words: str) -> None:
    found = told(altered(dossier, "claims.jsonl", change))
    assert any(one.startswith("claims.jsonl: ") and words in one for one in found), found


def test_a_key_that_stands_twice_is_found_whichever_a_reader_would_take(dossier: bytes) -> None:
    parts = parts_of(dossier)
    spoilt = parts["claims.jsonl"].replace(b'"number":1,', b'"number":5,"number":1,', 1)
    assert any("'number' stands there twice" in one for one in told(fitting({**parts, "claims.jsonl": spoilt})))


def hidden(lines: Lines) -> dict[str, Any]:
    return first(lines, withheld="source that is not open")["evidence"]


def invent_passage(lines: Lines) -> None:
    hidden(lines)["candidate"]["passage"]["text"] = "The mayor took the money."


def hide_with_words(lines: Lines) -> None:
    first(lines, withheld="path of a machine")["withheld"] = "source that is not open"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (invent_passage, "holds words of its own"),
        (lambda lines: hidden(lines)["candidate"]["source"].update(title="The Mayor"), "holds words of its own"),
        (lambda lines: hidden(lines)["candidate"]["source"].update(origin="the mayor"), "names where it is from"),
        (lambda lines: hidden(lines)["judgement"].update(badges=["a lie"]), "holds words of its own"),
        (lambda lines: hidden(lines).update(told="The mayor took it"), "has the key 'told'"),
        (hide_with_words, "names no source that is not open"),
    ],
)
def test_words_in_what_is_withheld_are_found(dossier: bytes, change, words: str) -> None:
    found = told(altered(dossier, "evidence.jsonl", change))
    assert any(one.startswith("evidence.jsonl: ") and words in one for one in found), found


def test_what_an_open_source_says_is_held_also_where_who_carries_the_same_text_is_not_open(tmp_path, capsys) -> None:
    desk = Desk(tmp_path, capsys)
    text = "The harbour of Ostwick has six cranes, the yearly report says, and each of them is older than the quay."
    desk.done("init")
    desk.done("corpus", "add", desk.write("open.md", f"---\ntitle: Harbour report\n---\n{text}\n"))
    secret = desk.write("copy.md", f"---\ntitle: Talk at the Heliotrope\n---\n{text}\n")
    desk.done("corpus", "add", secret, "--sensitivity", "confidential")
    desk.done("check", desk.write("article.txt", "Cranes\n\nThe harbour of Ostwick has six cranes.\n"))
    dossier = desk.export()
    (row,) = [json.loads(line) for line in parts_of(dossier)["evidence.jsonl"].splitlines()]
    carriers = row["evidence"]["candidate"]["carriers"]
    assert (row["withheld"], carriers[0]["title"]) == ("source that is not open", "confidential source")
    assert told(dossier) == []

    def change(lines: Lines) -> None:
        lines[0]["evidence"]["judgement"]["confidence"] = 0.01

    assert any("it is not what event" in one for one in told(altered(dossier, "evidence.jsonl", change)))


def test_why_a_sentence_was_set_aside_is_held_against_the_log(dossier: bytes) -> None:
    parts = parts_of(dossier)
    name = next(one for one in parts if re.fullmatch(r"revisions/.*\.json", one))
    record = json.loads(parts[name])
    record["sentences"][0]["disposition"] = (
        "opinion" if record["sentences"][0]["disposition"] != "opinion" else "claims"
    )
    found = told(fitting({**parts, name: json.dumps(record).encode()}))
    assert any(one.startswith(f"{name}: ") for one in found), found


def test_a_page_for_a_reader_that_was_rewritten_with_its_manifest_is_found(dossier: bytes) -> None:
    parts = parts_of(dossier)
    spoilt = parts["README.txt"].replace(b"asserted", b"proved by key")
    assert told(fitting({**parts, "README.txt": spoilt})) == [
        "README.txt: is not what this program writes of its manifest: it was altered"
    ]


def test_what_another_program_wrote_is_not_compared_and_that_is_told(dossier: bytes, tmp_path, capsys) -> None:
    parts = parts_of(dossier)
    spoilt = json.loads(parts["manifest.json"]) | {"program": "factcheck 99"}
    other = zipped({**parts, "manifest.json": json.dumps(spoilt).encode()})
    found = verified(other)
    assert any("README.txt was written by factcheck 99: it was not compared" in note for note in found.notes)
    assert any(note.startswith(f"{COPY}: was written by factcheck 99, and this is factcheck ") for note in found.notes)
    ended = called(capsys, "dossier", "verify", written(tmp_path, "d.zip", other))
    assert (ended.code, ended.out) == (EXIT_DONE, "")
    assert f"NOT COMPARED with the records, and may say anything: {COPY}, README.txt\n" in ended.err
    assert "verify it with factcheck 99" in ended.err
    shown = called(capsys, "dossier", "verify", "--json", written(tmp_path, "d.zip", other))
    assert json.loads(shown.out)["uncompared"] == [COPY, "README.txt"]
    assert called(capsys, "dossier", "verify", "--strict", written(tmp_path, "d.zip", other)).code == EXIT_FOUND
    whole = called(capsys, "dossier", "verify", "--strict", written(tmp_path, "own.zip", dossier))
    assert (whole.code, "NOT COMPARED" in whole.err) == (EXIT_DONE, False)


COPY, BESIDE = "annotated-copy.html", "copy.json"
UNCOMPARED = "what it says was not compared"


@pytest.mark.parametrize(
    ("words", "others", "where"),
    [
        ("The harbour of Ostwick has six cranes", "The harbour of Ostwick has two cranes", "before its claims"),
        ('<dd dir="auto">the report</dd>', '<dd dir="auto">a hunch</dd>', "at claim"),
        ("<strong>contradicted</strong>", "<strong>confirmed</strong>", "at claim"),
        ("the yearly report says", "the yearly report denies", "at claim"),
        ("<bdi>bob</bdi>", "<bdi>eve</bdi>", "at claim"),
        ("identity asserted", "identity by key", "before its claims"),
        ('<p class="dim">Its words are withheld.</p>', "<blockquote>Somebody lied.</blockquote>", "at claim"),
        ("</footer>", "</footer><p>Everything is confirmed.</p>", "at claim"),
    ],
)
def test_a_copy_that_says_something_else_than_the_records_is_found(
    dossier: bytes, words: str, others: str, where: str
) -> None:
    parts = parts_of(dossier)
    assert words.encode() in parts[COPY]
    (found,) = told(fitting({**parts, COPY: parts[COPY].replace(words.encode(), others.encode(), 1)}))
    assert found.startswith(f"{COPY}: does not say what the records say, first {where}"), found


def test_a_copy_that_was_compared_has_no_note_on_it(dossier: bytes) -> None:
    notes = verified(dossier).notes
    assert not [note for note in notes if COPY in note]
    assert [note for note in notes if note.startswith(f"{BESIDE}: the scale")], "what no log can hold is told"


def test_pictures_that_another_version_of_the_library_draws_are_told_and_no_failure(dossier: bytes) -> None:
    parts = parts_of(dossier)
    found = verified(fitting({**parts, COPY: parts[COPY].replace(b"<rect ", b'<rect rx="1" ', 1)}))
    assert found.failures == ()
    assert any("its pictures are drawn otherwise" in note for note in found.notes)


def test_a_copy_of_other_engines_is_not_compared_and_that_is_told(dossier: bytes) -> None:
    parts = parts_of(dossier)
    manifest = json.loads(parts["manifest.json"])
    manifest["engines"]["stance"] = "stance/1"
    found = verified(zipped({**parts, "manifest.json": json.dumps(manifest).encode()}))
    assert found.failures == ()
    assert any(note.startswith(COPY) and UNCOMPARED in note for note in found.notes)


def test_without_what_writes_copies_it_is_not_compared_and_that_is_told(dossier: bytes, monkeypatch) -> None:
    def missing() -> None:
        raise StateError("writing the annotated copy needs jinja2, which is not installed")

    monkeypatch.setattr("factcheck.reports.copy.rendering._template", missing)
    found = verified(dossier)
    assert found.failures == ()
    assert any("needs jinja2" in note and UNCOMPARED in note for note in found.notes)


def test_what_the_copy_shows_beside_the_records_has_to_fit_them(dossier: bytes) -> None:
    parts = parts_of(dossier)
    beside = json.loads(parts[BESIDE])
    name = next(name for name, one in beside["claims"].items() if one["facets"])
    beside["claims"][name]["facets"]["rows"][0]["cells"].pop()
    (found,) = told(fitting({**parts, BESIDE: json.dumps(beside, separators=(",", ":")).encode()}))
    assert "do not fit its parts" in found
    assert f"{BESIDE}: is missing" in told(fitting({name: one for name, one in parts.items() if name != BESIDE}))


def test_one_of_an_earlier_program_verifies_and_its_copy_is_not_compared(dossier: bytes) -> None:
    parts = parts_of(dossier)
    del parts[BESIDE]
    lines = [json.loads(line) for line in parts["claims.jsonl"].splitlines()]
    for line in lines:
        del line["state"]["numbered"]
    parts["claims.jsonl"] = "".join(
        json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines
    ).encode()
    manifest = json.loads(parts["manifest.json"]) | {"version": 2}
    found = verified(fitting({**parts, "manifest.json": json.dumps(manifest).encode()}))
    assert found.failures == ()
    assert any(note.startswith(COPY) and UNCOMPARED in note for note in found.notes)


@pytest.mark.parametrize(
    "inserted",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">so</p>',
        '<a href="javascript:alert(1)">so</a>',
        '<img src="https://a.example/x.png">',
        '<meta http-equiv="refresh" content="0; url=https://a.example/">',
        "<style>p { display: none }</style>",
        '<a href="javascript:alert(1)" href="#so">so</a>',  # a browser takes the first
    ],
)
def test_a_copy_that_would_act_is_found(dossier: bytes, inserted: str) -> None:
    parts = parts_of(dossier)
    spoilt = parts["annotated-copy.html"].replace(b"<header>", inserted.encode() + b"<header>", 1)
    found = told(fitting({**parts, "annotated-copy.html": spoilt}))
    assert any(one.startswith("annotated-copy.html: ") for one in found), found


@pytest.mark.parametrize("seed", range(4))
def test_whatever_stands_in_its_records_it_verifies_or_fails_and_never_breaks(dossier: bytes, seed: int) -> None:
    chance, base = random.Random(seed), parts_of(dossier)
    for _ in range(40):
        name = chance.choice([one for one in base if one.endswith((".json", ".jsonl"))])
        lines = (
            [json.loads(line) for line in base[name].splitlines()] if name.endswith("l") else [json.loads(base[name])]
        )
        spoil(lines, chance)
        dumped = (json.dumps(one, separators=(",", ":"), sort_keys=name == "log.jsonl") for one in lines)
        parts = {**base, name: "".join(f"{line}\n" for line in dumped).encode()}
        packed = zipped(parts) if name == "manifest.json" else fitting(parts)
        try:
            verified(packed)
            replay(BytesIO(packed))
        except InputError:
            continue


def spoil(value: Any, chance: random.Random) -> None:
    """Put something else somewhere into a JSON value."""
    while isinstance(value, dict | list) and value:
        key = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
        if not isinstance(value[key], dict | list) or not value[key] or chance.random() < 0.1:
            value[key] = chance.choice([None, 0, -1, 10**30, 1.5, "", "2024-99-99", "\ud800", [], {}, [None], {"a": 1}])
            return
        value = value[key]


def test_a_newer_kind_of_dossier_is_told(dossier: bytes) -> None:
    parts = parts_of(dossier)
    manifest = json.loads(parts["manifest.json"]) | {"version": 99}
    with pytest.raises(InputError, match="version 99"):
        told(zipped({**parts, "manifest.json": json.dumps(manifest).encode()}))


def test_a_page_that_was_altered_with_its_manifest_is_found(desk: Desk) -> None:
    voted = "The council of Ostwick voted to borrow £4.2 million for Tanner’s Bridge."
    desk.done("check", desk.write("bridge.txt", f"Tanner’s Bridge\n\n14 November 2024\n\n{voted}\n"))
    parts = parts_of(desk.export("tanner"))
    name = next(one for one in parts if one.startswith("snapshots/"))
    whole = parts[name]
    for spoilt in (whole[:-30], whole[:400] + bytes([whole[400] ^ 4]) + whole[401:], b"", b"\x1f\x8b" + b"0" * 50):
        assert any(one.startswith(f"{name}: ") for one in told(fitting({**parts, name: spoilt})))
    del parts[name]
    assert f"{name}: is neither here nor told as missing" in told(fitting(parts))


def test_what_is_no_file_is_told(tmp_path, capsys) -> None:
    assert called(capsys, "dossier", "verify", str(tmp_path / "absent.zip")).code == EXIT_INPUT
    assert called(capsys, "dossier", "verify", "/dev/zero").code == EXIT_INPUT
    assert called(capsys, "dossier", "verify", str(tmp_path)).code == EXIT_INPUT
    assert called(capsys, "dossier", "verify", written(tmp_path, "a.zip", "no zip at all")).code == EXIT_INPUT
