"""The corpus: documents are never lost or doubled, whatever happens to the process or to the index."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.corpus import Corpus, Synced, TierRules
from factcheck.corpus.index import PassageIndex
from factcheck.corpus.lock import writing
from factcheck.corpus.passages import LONGEST, split_passages
from factcheck.corpus.records import fold_digest, make_document
from factcheck.domain import Document, Source, Term
from factcheck.errors import BusyError, InputError, NoWorkspaceError, StateError, StorageError


def document(text: str, **fields: str) -> Document:
    return make_document({"text": text, **fields}, f"{fields.get('title', 'x')}.txt", TierRules())


def found(corpus: Corpus, *words: str) -> list[str]:
    return [hit.passage.text for hit in corpus.retrieve([Term(text=w) for w in words], 10)]


def test_what_is_added_is_found_with_its_source_and_place(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document("The ferries stop in October.", title="Ferry", publisher="Lake Post")])
        hit = corpus.retrieve([Term(text="ferry")], 5)[0]
        assert hit.source.publisher == "Lake Post"
        assert corpus.document(hit.source.id).text[hit.passage.start : hit.passage.end] == hit.passage.text


def test_a_passage_is_cut_by_characters_whatever_their_width(tmp_path: Path) -> None:
    first = "Ein Gruß 🚗 aus 東京, " + "wörtlich wie gesagt und auch gemeint, " * 5
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document(f"{first}\n\nThe ferry 🚢 stops in Málaga in October, as {first}")])
        hit = corpus.retrieve([Term(text="ferry")], 5)[0]
        assert hit.passage.start > 0
        assert corpus.document(hit.source.id).text[hit.passage.start : hit.passage.end] == hit.passage.text


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        first = corpus.add([document("The ferry stops."), document("The bus comes.")])
        digest = corpus.digest
        second = corpus.add([document("The bus comes."), document("The ferry stops.")])
        assert (first.added, second.added, second.unchanged) == (2, 0, 2)
        assert corpus.digest == digest
        assert len(found(corpus, "ferry")) == 1


def test_the_digest_does_not_depend_on_the_order_of_adding(tmp_path: Path) -> None:
    one, two = document("The ferry stops."), document("The bus comes.")
    with Corpus.open(tmp_path / "a") as a, Corpus.open(tmp_path / "b") as b:
        a.add([one, two])
        b.add([two])
        assert a.digest != b.digest
        b.add([one])
        assert a.digest == b.digest


def test_removing(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        gone = document("The ferry stops.")
        corpus.add([gone, document("The bus comes.")])
        assert corpus.remove([gone.source.id, "nonsense"]) == 1
        assert found(corpus, "ferry") == []
        with pytest.raises(InputError):
            corpus.document(gone.source.id)


@pytest.mark.parametrize("damage", ["delete", "garbage", "no meta", "older format"])
def test_a_lost_or_damaged_index_is_rebuilt_from_the_documents(tmp_path: Path, damage: str) -> None:
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document("The ferry stops."), document("The bus comes.")])
    if damage == "delete":
        shutil.rmtree(tmp_path / "index")
    elif damage == "no meta":
        (tmp_path / "index" / "meta.json").unlink()
    elif damage == "garbage":
        (tmp_path / "index" / "meta.json").write_text("{")
    else:
        (tmp_path / "index" / "FORMAT").write_text("0")
    with Corpus.open(tmp_path) as corpus:
        assert len(found(corpus, "ferry")) == 1
        assert corpus.stats().passages == 2


def test_an_index_of_other_documents_shows_no_passage_of_the_wrong_one(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "one") as corpus:
        corpus.add([document("The ferry stops."), document("The bus comes."), document("The ferry sank in May.")])
    with Corpus.open(tmp_path / "other") as corpus:
        corpus.add([document("A wholly other text stands here."), document("The bus comes.")])
    shutil.rmtree(tmp_path / "other" / "index")
    shutil.copytree(tmp_path / "one" / "index", tmp_path / "other" / "index")
    with Corpus.open(tmp_path / "other") as corpus:
        assert found(corpus, "ferry") == []
        assert found(corpus, "bus") == ["The bus comes."]
        corpus.rebuild()
        assert found(corpus, "other") == ["A wholly other text stands here."]


def test_a_kill_between_keeping_and_indexing_is_mended_at_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with Corpus.open(tmp_path) as corpus:
        corpus.add([document("The bus comes.")])
        monkeypatch.setattr(PassageIndex, "add", die)
        with pytest.raises(KeyboardInterrupt):
            corpus.add([document("The ferry stops.")])
        assert found(corpus, "ferry") == []
        monkeypatch.undo()
    with Corpus.open(tmp_path) as corpus:
        assert len(found(corpus, "ferry")) == 1


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        ("factcheck.corpus.lock.FileIO", PermissionError(13, "Permission denied")),
        ("factcheck.corpus.index.PassageIndex.add", StorageError("the disk is full")),
    ],
)
def test_what_the_index_has_is_found_though_the_rest_cannot_be_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, fault: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    with Corpus.open(tmp_path) as corpus:
        corpus.add([document("The bus comes.")])
        monkeypatch.setattr(PassageIndex, "add", fail)
        with pytest.raises(type(fault)):
            corpus.add([document("The ferry stops.")])
        monkeypatch.undo()
    monkeypatch.setattr(where, fail)
    with Corpus.open(tmp_path) as corpus:
        assert (len(found(corpus, "bus")), found(corpus, "ferry")) == (1, [])
        assert (corpus.unindexed, corpus.stats().unindexed) == (1, 1)
        with pytest.raises(StorageError):
            corpus.add([document("The tram waits.")])
    monkeypatch.undo()
    with Corpus.open(tmp_path) as corpus:
        assert (len(found(corpus, "ferry")), corpus.unindexed) == (1, 0)


def test_a_kill_between_removing_and_indexing_is_mended_at_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with Corpus.open(tmp_path) as corpus:
        corpus.add([document("The bus comes."), document("The ferry stops.")])
        ferry = corpus.retrieve([Term(text="ferry")], 1)[0].source.id
        monkeypatch.setattr(PassageIndex, "delete", die)
        with pytest.raises(KeyboardInterrupt):
            corpus.remove([ferry])
        monkeypatch.undo()
        assert found(corpus, "ferry") == []
    with Corpus.open(tmp_path) as corpus:
        assert corpus.stats().passages == 1


def test_a_second_writer_is_told_who_holds_the_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.corpus.lock.WAIT_SECONDS", 0.0)
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document("The bus comes.")])
        with (
            writing(tmp_path, "adding"),
            pytest.raises(BusyError, match=rf"being written by process {os.getpid()} \(adding, since 20"),
        ):
            corpus.add([document("The ferry stops.")])
        assert corpus.add([document("The ferry stops.")]).added == 1


def test_a_writer_waits_for_another_that_is_soon_done(tmp_path: Path) -> None:
    holding, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with writing(tmp_path, "adding"):
            holding.set()
            let_go.wait()

    with Corpus.open(tmp_path) as corpus:
        other = threading.Thread(target=hold)
        other.start()
        holding.wait()
        threading.Timer(0.2, let_go.set).start()
        assert corpus.add([document("The ferry stops in October.")]).added == 1
        other.join()


def test_a_corpus_can_be_opened_and_read_while_another_writes(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document("The bus comes.")])
        corpus._store.mark_all_pending()
    with writing(tmp_path, "adding"), Corpus.open(tmp_path) as corpus:
        assert len(found(corpus, "bus")) == 1


def test_a_folder_that_may_not_be_read_is_a_problem_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("open", "shut"):
        (tmp_path / "archive" / name).mkdir(parents=True)
        (tmp_path / "archive" / name / "a.txt").write_text(f"The {name} ferry stops in October.")
    scan = os.scandir

    def guarded(path: str) -> object:  # root may read everything, so that its refusal is played
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    with Corpus.open(tmp_path / "corpus") as corpus:
        report = corpus.add([tmp_path / "archive"])
    assert report.added == 1
    assert [(p.path, p.reason) for p in report.problems] == [
        (str(tmp_path / "archive" / "shut"), "cannot be read: Permission denied")
    ]


def test_half_pairs_and_bytes_of_names_are_written_out(tmp_path: Path) -> None:
    made = make_document({"text": "x \ud800 y", "title": "t \udfff"}, "name\udcff.txt", TierRules())
    assert (made.text, made.source.title, made.source.path) == ("x \\ud800 y", "t \\udfff", "name\\xff.txt")
    with Corpus.open(tmp_path) as corpus:
        assert corpus.add([made]).added == 1


def test_a_damaged_document_store_is_told_with_what_to_do(tmp_path: Path) -> None:
    Corpus.open(tmp_path).close()
    (tmp_path / "documents.db").write_bytes(b"no database " * 1000)
    with pytest.raises(StorageError, match=r"damaged or not a database \(delete the folder"):
        Corpus.open(tmp_path)


def test_a_corpus_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    Corpus.open(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "documents.db")) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StateError, match="newer factcheck"):
        Corpus.open(tmp_path)


def test_looking_makes_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspaceError):
        Corpus.open(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_a_missing_path_adds_nothing_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry stops.")
    with Corpus.open(tmp_path / "corpus") as corpus:
        with pytest.raises(InputError, match="no such file"):
            corpus.add([tmp_path / "a.txt", tmp_path / "nowhere"])
        assert corpus.documents == 0


def test_problems_are_kept_and_forgotten_when_the_file_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([path])
        assert [p.path for p in corpus.problems()] == [str(path)]
        path.write_text("The ferry stops.")
        corpus.add([path])
        assert corpus.problems() == ()


DISPATCH = (
    "The lake authority will end the ferry between the two shores in October, it said on Thursday. A bus with eleven "
    "departures a day is to take its place. The landing stage stays open to anglers until the spring, when it is to be "
    "taken down together with the old ticket office. Some forty people use the ferry on a working day, the authority "
    "said, a third of the number of ten years ago. The mayors of both towns protested and asked for a trial year."
)


def test_one_dispatch_in_two_papers_is_one_origin(tmp_path: Path) -> None:
    cut = "LAKE TOWN (Agency) - " + DISPATCH.split(" Some forty", maxsplit=1)[0]
    other = (
        "The mayors of both towns are angry. The ferry that took their children to school is to go, and nobody asked "
        "them. A bus, they say, cannot cross a lake, and the road around it takes forty minutes in winter."
    )
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document(DISPATCH, publisher="A"), document(cut, publisher="B"), document(other, publisher="C")])
        origins = [s.origin for s in corpus.sources()]
    assert origins[0] == origins[1] != origins[2]


ANOTHER = (
    "The museum of glass reopens on Sunday after three years of repairs. Its roof had leaked since the storm, and "
    "two of the five halls were closed for good. Visitors will enter through the old furnace, the curators explained, "
    "where a film tells how the town came to its trade. Children pay nothing until the end of the summer."
)


def test_one_text_is_one_origin_also_where_whoever_hands_it_over_gives_none(tmp_path: Path) -> None:
    texts = ('The council "approved" 40,000 homes.', "The council 'approved' 40,000 homes!", "It rained in Harwick.")
    with Corpus.open(tmp_path) as corpus:
        corpus.add(
            Document(source=Source(id=str(number), digest=str(number), origin=""), text=text)
            for number, text in enumerate(texts)
        )
        origin = {source.id: source.origin for source in corpus.sources()}
    assert origin["0"] == origin["1"] == fold_digest(texts[0]) != origin["2"]


def test_a_roundup_is_not_the_dispatches_that_it_carries(tmp_path: Path) -> None:
    padding = " ".join(
        f"Item {number} of the day concerns matter {number * 7} in ward {number}." for number in range(60)
    )
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document(DISPATCH, publisher="A"), document(ANOTHER, publisher="B")])
        corpus.add([document(f"{DISPATCH}\n\n{padding}\n\n{ANOTHER}", publisher="C")])
        assert len({source.origin for source in corpus.sources()}) == 3


def test_a_short_cut_of_a_long_text_is_of_its_origin(tmp_path: Path) -> None:
    padding = " ".join(
        f"Item {number} of the day concerns matter {number * 7} in ward {number}." for number in range(60)
    )
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document(f"{DISPATCH} {padding}", publisher="A"), document(DISPATCH, publisher="B")])
        assert len({source.origin for source in corpus.sources()}) == 1


def test_hostile_words_are_kept_as_they_are(tmp_path: Path) -> None:
    text = "The ferry \x1b]52;c;aGk=\x07 [@click=app.quit]x[/] \u202eyrref stops."
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document(text)])
        assert found(corpus, "ferry") == [text]
        assert found(corpus, "", '":( AND', "x" * 70_000) == []


@given(st.text(alphabet=st.sampled_from("ab .\n\t„“é"), max_size=400))
def test_passages_are_slices_that_cover_the_text_in_order(text: str) -> None:
    passages = split_passages(text)
    last = 0
    for passage in passages:
        assert text[passage.start : passage.end] == passage.text
        assert text[last : passage.start].strip() == ""
        last = passage.end
    assert text[last:].strip() == ""


def test_one_gigantic_line_is_cut() -> None:
    passages = split_passages("word " * 200_000)
    assert max(len(p.text) for p in passages) <= LONGEST


def test_a_file_that_changed_replaces_what_it_held(tmp_path: Path) -> None:
    source = tmp_path / "minutes.txt"
    source.write_text("The ferry will stop in October.\n")
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert corpus.add([source]).changed == ()
        assert corpus.add([source]).changed == ()
        source.write_text("The ferry will stop in November.\n")
        report = corpus.add([source])
        assert (report.added, [problem.path for problem in report.changed]) == (1, [str(source)])
        assert found(corpus, "ferry") == ["The ferry will stop in November."]
        assert (corpus.documents, corpus.stats().passages) == (1, 1)
        assert corpus.problems() == (), "it is no file that cannot be read"


def test_a_text_that_another_file_holds_stays_when_one_changes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("The ferry will stop in October.\n")
    second.write_text("The ferry will stop in October.\n")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([first, second])
        first.write_text("The bus comes.\n")
        corpus.add([first])
        assert len(found(corpus, "ferry")) == 1
        second.write_text("The bus comes, too.\n")
        corpus.add([second])
        assert found(corpus, "ferry") == []


def test_records_that_moved_in_their_file_are_the_same_documents(tmp_path: Path) -> None:
    source = tmp_path / "all.jsonl"
    source.write_text('{"text": "The ferry stops."}\n{"text": "The bus comes."}\n{"text": "The pool is shut."}\n')
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([source])
        source.write_text('{"text": "The mill burns."}\n{"text": "The ferry stops."}\n{"text": "The bus comes."}\n')
        report = corpus.add([source])
        assert (report.added, report.unchanged, corpus.documents) == (1, 2, 3)
        assert found(corpus, "pool") == []


def test_a_file_that_cannot_be_read_any_more_keeps_what_it_held(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("The ferry stops.")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([source])
        source.write_bytes(b"\x1f\x8b no text")
        assert len(corpus.add([source]).problems) == 1
        assert len(found(corpus, "ferry")) == 1


def test_documents_of_vanished_files_are_kept_and_no_longer_found(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "a.txt").write_text("The ferry stops.")
    (archive / "b.txt").write_text("The bus comes.")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([archive])
        (archive / "a.txt").rename(tmp_path / "aside")
        assert corpus.sync(tmp_path / "elsewhere") == Synced(gone=0, back=0)
        assert corpus.sync(archive) == Synced(gone=1, back=0)
        assert (found(corpus, "ferry"), len(found(corpus, "bus")), corpus.documents) == ([], 1, 2)
        (tmp_path / "aside").rename(archive / "a.txt")
        assert corpus.sync() == Synced(gone=0, back=1)
        assert len(found(corpus, "ferry")) == 1


def test_a_vanished_file_that_is_added_again_is_found_again(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("The ferry stops.")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([source])
        source.unlink()
        corpus.sync()
        assert found(corpus, "ferry") == []
        source.write_text("The ferry stops.")
        assert corpus.add([source]).unchanged == 1
        assert len(found(corpus, "ferry")) == 1


def test_a_corpus_that_is_rebuilt_finds_what_it_found(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document("The ferry stops."), document("The bus comes.")])
        assert corpus.rebuild() == 2
        assert (len(found(corpus, "ferry")), corpus.stats().passages) == (1, 2)


class PanicException(BaseException):
    """What a fault of the index's own code arrives as: no Exception, and not importable."""


def test_a_corpus_of_long_texts_is_rebuilt_a_few_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"The harbour wall of port {number} is high. " * 9)
    with Corpus.open(tmp_path / "c") as corpus:
        corpus.add([tmp_path / f"{number}.txt" for number in range(5)])
        monkeypatch.setattr("factcheck.corpus.adding.BATCH_CHARACTERS", 500)
        done: list[int] = []
        assert corpus.rebuild(progress=lambda progress: done.append(progress.documents)) == 5
        assert done == [2, 4, 5]
        assert len(corpus.retrieve([Term(text="harbour", weight=1.0)], 9)) == 5


def test_a_fault_of_the_index_itself_is_told_as_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PanicException("index out of bounds")

    with Corpus.open(tmp_path) as corpus:
        monkeypatch.setattr("factcheck.corpus.index.found_at", fail)
        corpus.add([document("The ferry stops.")])
        with pytest.raises(StorageError, match="the index is damaged"):
            corpus.retrieve([Term(text="ferry", weight=1.0)], 5)


@given(st.text(alphabet="aB_ .,\n(ß)-–1é\u0301", max_size=60))
def test_an_origin_is_of_the_words_alone(text: str) -> None:
    """Stored origins must stay what they are, however they are worked out."""
    headless = re.sub(r"\A\s*[^\n]{0,80}?\([^)\n]{1,40}\)\s+[-–—]\s+", "", text)
    folded = re.sub(r"[\W_]+", " ", headless.casefold()).strip()
    assert fold_digest(text) == hashlib.sha256(folded.encode()).hexdigest()[:16]


@pytest.mark.parametrize("ending", ["store", "idx", "pos", "term", "fast"])
def test_a_flipped_byte_of_the_index_is_found_and_named(tmp_path: Path, ending: str) -> None:
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([document(f"The ferry of port {number} stops.") for number in range(50)])
        assert corpus.verify_index() == ()
    (file,) = (tmp_path / "corpus" / "index").glob(f"*.{ending}")
    with file.open("r+b") as stream:  # in place: the file is mapped into memory
        place = file.stat().st_size // 3
        stream.seek(place)
        (byte,) = stream.read(1)
        stream.seek(place)
        stream.write(bytes([byte ^ 1]))
    with Corpus.open(tmp_path / "corpus") as corpus:
        (problem,) = corpus.verify_index()
        assert (problem.path, "corpus rebuild" in problem.remedy) == (str(file), True)
        assert corpus.verify() == (), "the documents are whole"
        corpus.rebuild()
        assert corpus.verify_index() == ()


PANIC = """
import os, sys
from pathlib import Path
from factcheck.corpus import Corpus, index
from factcheck.domain import Term
from factcheck.errors import StorageError
class PanicException(BaseException): pass
def fail(*_):
    os.write(2, b"thread '<unnamed>' panicked at file_slice.rs")
    raise PanicException("assertion failed")
index.found_at = fail
with Corpus.open(sys.argv[1]) as corpus:
    try:
        corpus.retrieve([Term(text="ferry", weight=1.0)], 5)
    except StorageError as error:
        print(error, file=sys.stderr)
"""


def test_what_the_library_prints_of_a_damaged_index_stays_off_the_terminal(tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as corpus:
        corpus.add([document("The ferry stops.")])
    done = subprocess.run([sys.executable, "-c", PANIC, str(tmp_path)], capture_output=True, text=True, check=True)
    assert ("panicked" in done.stderr, "the index is damaged (`factcheck corpus rebuild`" in done.stderr) == (
        False,
        True,
    )
