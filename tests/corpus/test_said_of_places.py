"""What a person said of how the files of a place are read: it holds for the next run; a new reading doubles none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.domain import Term

ROWS = [
    {"Kopf": "Weir mended", "body": "The weir at Lund was mended in 12 days.", "Wer": "Ada Rau", "Tag": "04/05/2024"},
    {"Kopf": "Weir closed", "body": "The weir at Lund is closed to 30 boats.", "Wer": "Bo Lind", "Tag": "06/05/2024"},
]
MAPPED = {"title": "Kopf", "author": "Wer", "published": "Tag"}


def _archive(tmp_path: Path, encoding: str = "utf-8") -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    lines = ["Kopf;body;Wer;Tag", *(";".join(row.values()) for row in ROWS), "Überlauf;Der Überlauf läuft.;Cäcilie;"]
    (folder / "press.csv").write_bytes("\n".join(lines).encode(encoding))
    (folder / "other.jsonl").write_text("".join(json.dumps({**row, "body": row["body"] + "!"}) + "\n" for row in ROWS))
    return folder


def _shown(corpus: Corpus) -> list[tuple[str, str, str]]:
    return sorted((one.title, one.author, str(one.published or "")) for one in corpus.sources())


@pytest.mark.parametrize("workers", [0, 1])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_mapping_holds_for_the_next_run_of_the_folder(tmp_path: Path, encoding: str, workers: int) -> None:
    folder = _archive(tmp_path, encoding)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([folder])
        corpus.add([folder / "press.csv"], columns=MAPPED, dates="dmy")
        mapped = _shown(corpus)
        assert ("Weir mended", "Ada Rau", "2024-05-04") in mapped
        assert len(mapped) == 5, "a new reading of a record takes the place of the former one"
        again = corpus.add([folder], workers=workers)
        assert _shown(corpus) == mapped
        assert (again.added, again.changed, again.reread) == (0, (), ())
        assert [(Path(one.path).name, one.options) for one in again.said] == [
            ("press.csv", "--columns title=Kopf,author=Wer,published=Tag --dates dmy")
        ]


def test_what_is_said_anew_takes_the_place_and_forgetting_reads_as_ever(tmp_path: Path) -> None:
    folder = _archive(tmp_path)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([folder])
        plain = _shown(corpus)
        report = corpus.add([folder / "press.csv"], columns=MAPPED, dates="dmy")
        assert (report.changed, len(report.reread)) == ((), 1), "the file did not change: it is read in another way"
        corpus.add([folder / "press.csv"], columns={"author": "Wer"})
        assert ("", "Ada Rau", "") in [(title if title in MAPPED else "", by, day) for title, by, day in _shown(corpus)]
        corpus.add([folder / "press.csv"], columns={}, dates="")
        assert _shown(corpus) == plain
        assert corpus.add([folder]).said == ()


def test_what_is_said_of_a_folder_holds_below_it_and_the_nearest_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _archive(tmp_path)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([folder / "press.csv"], dates="mdy")
        corpus.add([folder], columns=MAPPED, dates="dmy")
        days = {(Path(one.path).name.partition("#")[0], one.published) for one in corpus.sources() if one.published}
        assert {(name, day.month) for name, day in days if day} == {
            ("press.csv", 4),
            ("press.csv", 6),
            ("other.jsonl", 5),
        }
        before = _shown(corpus)
        monkeypatch.chdir(folder)  # a place is the same from wherever it is named
        assert corpus.add([Path("other.jsonl"), Path("press.csv")]).added == 0
        assert _shown(corpus) == before


def test_only_a_file_that_changed_had_changed(tmp_path: Path) -> None:
    folder = _archive(tmp_path)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([folder])
        text = (folder / "press.csv").read_text()
        (folder / "press.csv").write_text(text.replace("12 days", "13 days"))
        report = corpus.add([folder], columns=MAPPED)
        assert [Path(one.path).name for one in report.changed] == ["press.csv"]
        assert [Path(one.path).name for one in report.reread] == ["other.jsonl"]
        assert len(_shown(corpus)) == 5


def test_a_reading_takes_the_place_of_the_former_one_in_a_file_of_which_a_part_is_lost(tmp_path: Path) -> None:
    source = tmp_path / "mixed.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in ROWS) + '{"body": broken\n')
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([source])
        corpus.add([source], columns=MAPPED)
        assert [one.author for one in corpus.sources()] == ["Ada Rau", "Bo Lind"]


def test_a_dry_run_reads_as_was_said_and_keeps_nothing(tmp_path: Path) -> None:
    folder = _archive(tmp_path)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([folder], columns=MAPPED)
        assert corpus.preview([folder]).new == 0
        assert corpus.preview([folder], columns={}).new == 5
        assert corpus.preview([folder]).new == 0, "what a dry run says is not kept"


def test_the_language_given_anew_is_that_of_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Les paquebots attendent au large de la jetée depuis mardi.")
    (tmp_path / "two.txt").write_text("Der Kai ist seit dem Sturm gesperrt und wird repariert.")
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / "one.txt", tmp_path / "two.txt"], language="de")
        report = corpus.add([tmp_path / "one.txt"], language="fr")
        assert (report.added, report.corrected) == (0, 1)
        languages = {Path(one.path).name: one.language for one in corpus.sources()}
        assert languages == {"one.txt": "fr", "two.txt": "de"}
        assert corpus.retrieve([Term(text="paquebot")], 5), "its words are stemmed by the language that it has now"
        assert corpus.add([tmp_path / "one.txt", tmp_path / "two.txt"]).corrected == 0, "and it is kept"
        assert corpus.verify() == ()
