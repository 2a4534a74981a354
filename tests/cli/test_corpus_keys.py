"""The keys in the addresses of what is added from files are kept nowhere: a session, a gift link, a signed address."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.text.addresses import url_key
from factcheck.workbench import Workbench
from tests.cli.command import Ended, called
from tests.corpus.documents import WITHOUT_SAID

KEY = "Qx71Rt5bZk92LmW4"
ADDRESS = f"https://news.example/ostwick/{{}}?id=7&token={KEY}"
WORDS = "The harbour of Ostwick has {} cranes, the council of the town said on Monday."
PAGE = "<html><head><title>Cranes {}</title></head><body><article><h1>Cranes {}</h1><p>{}</p></article></body></html>"
Command = Callable[..., Ended]


def warc(*pages: tuple[int, str, bytes]) -> bytes:
    """Return a web archive of answers (number of the address, type, body)."""
    records = []
    for number, kind, body in pages:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: {ADDRESS.format(number)}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return b"".join(records)


def page(number: int) -> tuple[int, str, bytes]:
    return number, "text/html", PAGE.format(number, number, WORDS.format(number)).encode()


def broken(number: int) -> tuple[int, str, bytes]:
    return number, "application/pdf", b"%PDF-1.4 broken"


CRAWL = (page(1), page(2), broken(3))


def wacz() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc.gz", warc(*CRAWL))
    return packed.getvalue()


def feed() -> bytes:
    entry = "<item><title>Cranes {0}</title><link>{1}</link><description>{2}</description></item>"
    entries = "".join(entry.format(n, ADDRESS.format(n).replace("&", "&amp;"), WORDS.format(n)) for n in (1, 2))
    return f"<rss version='2.0'><channel><title>Bell</title>{entries}</channel></rss>".encode()


def rows() -> bytes:
    return b"".join(
        json.dumps({"title": f"Cranes {n}", "url": ADDRESS.format(n), "text": WORDS.format(n)}).encode() + b"\n"
        for n in (1, 2)
    )


FILES = {
    "feed.xml": feed(),
    "rows.jsonl": rows(),
    "crawl.warc.gz": warc(*CRAWL),
    "crawl.wacz": wacz(),
    "notes.md": f"---\ntitle: Cranes\nurl: {ADDRESS.format(1)}\n---\n{WORDS.format(1)}\n".encode(),
    "page.html": PAGE.format(1, 1, WORDS.format(1))
    .replace("<head>", f'<head><link rel="canonical" href="{ADDRESS.format(1)}">')
    .encode(),
}


@pytest.fixture
def factcheck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*arguments: str) -> Ended:
        return called(capsys, "--workspace", str(tmp_path / "ws"), *arguments)

    return command


def kept(folder: Path) -> list[str]:
    """Return the files below a folder that hold the key, be it unpacked."""
    return [str(file) for file in folder.rglob("*") if file.is_file() and KEY.encode() in file.read_bytes()]


@pytest.mark.parametrize("workers", ["0", "1"])
@pytest.mark.parametrize("name", FILES)
def test_no_key_is_kept_of_what_is_added(factcheck: Command, tmp_path: Path, name: str, workers: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    assert KEY.encode() in FILES[name] or b"archive" in FILES[name] or KEY.encode() in gzip.decompress(FILES[name])
    added = factcheck("corpus", "add", str(tmp_path / name), "--workers", workers)
    assert added.code == 0
    assert kept(tmp_path / "ws") == []
    sources = json.loads(factcheck("corpus", "list", "--json").out)
    assert len({one["url"] for one in sources}) == len(sources)
    assert all(one["url"].startswith("https://news.example/ostwick/") for one in sources)
    assert all("id=7&token=REMOVED" in one["url"] for one in sources)
    again = factcheck("corpus", "add", str(tmp_path / name), "--workers", workers)
    assert "0 documents added" in again.err
    assert "changed" not in again.err


def test_standard_input_and_what_cannot_be_read_keep_none_either(
    factcheck: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(rows())))
    assert "2 documents added" in factcheck("corpus", "add", "-").err
    (tmp_path / "crawl.warc.gz").write_bytes(warc(*CRAWL))
    told = factcheck("corpus", "add", str(tmp_path / "crawl.warc.gz"))
    assert "ostwick/3" in told.err
    assert KEY not in told.err
    assert KEY not in factcheck("corpus", "stats", "--problems").out
    assert kept(tmp_path / "ws") == []


def test_reviews_that_are_imported_keep_none(factcheck: Command, tmp_path: Path) -> None:
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": ADDRESS.format(1),
        "claimReviewed": "The harbour of Ostwick has nine cranes.",
        "author": {"@type": "Organization", "name": "Shore Check"},
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "False",
            "ratingValue": 1,
            "worstRating": 1,
            "bestRating": 5,
        },
    }
    (tmp_path / "reviews.json").write_text(json.dumps(review))
    assert factcheck("import", "claimreview", str(tmp_path / "reviews.json")).code == 0
    assert kept(tmp_path / "ws") == []


def test_pages_that_only_a_key_tells_apart_stay_two_sources(factcheck: Command, tmp_path: Path) -> None:
    for number, key in ((1, KEY), (2, KEY[::-1])):
        row = {"url": f"https://news.example/read?token={key}", "text": WORDS.format(number), "title": f"No. {number}"}
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(row) + "\n")
    factcheck("corpus", "add", str(tmp_path / "1.jsonl"), str(tmp_path / "2.jsonl"))
    sources = json.loads(factcheck("corpus", "list", "--json").out)
    assert len({one["url"] for one in sources}) == 2


def test_a_member_that_broke_keeps_what_it_held_though_its_address_has_a_key(
    factcheck: Command, tmp_path: Path
) -> None:
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(warc(*CRAWL))
    factcheck("corpus", "add", str(file))
    file.write_bytes(warc(broken(1), broken(2), page(9)))
    factcheck("corpus", "add", str(file))
    assert len(json.loads(factcheck("corpus", "list", "--json").out)) == 3


def test_what_was_kept_with_its_key_before_is_replaced_when_its_file_is_added_again(
    factcheck: Command, tmp_path: Path
) -> None:
    (tmp_path / "rows.jsonl").write_bytes(rows())
    (tmp_path / "other.txt").write_text(WORDS.format(9))
    factcheck("corpus", "add", str(tmp_path / "other.txt"))
    with Corpus.open(tmp_path / "ws" / "corpus") as corpus:  # as an earlier version did
        corpus.add([tmp_path / "rows.jsonl"])
    assert kept(tmp_path / "ws") != []
    assert "2 documents added" in factcheck("corpus", "add", str(tmp_path / "rows.jsonl")).err
    sources = json.loads(factcheck("corpus", "list", "--json").out)
    assert len(sources) == 3
    assert not any(KEY in one["url"] for one in sources)


@pytest.mark.parametrize("name", FILES)
def test_what_was_kept_with_its_key_before_loses_it_when_the_index_is_built_anew(
    factcheck: Command, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    (tmp_path / "other.txt").write_text(WORDS.format(9))
    factcheck("corpus", "add", str(tmp_path / "other.txt"))
    with Corpus.open(tmp_path / "ws" / "corpus") as corpus:  # as an earlier version did
        corpus.add([tmp_path / name])
        before = {one.id for one in corpus.sources()}
    with closing(sqlite3.connect(tmp_path / "ws" / "corpus" / "documents.db")) as db:
        db.executescript("DROP INDEX document_mark; ALTER TABLE document DROP COLUMN mark")
        db.executescript(f"{WITHOUT_SAID}; DROP TABLE alias; PRAGMA user_version = 10")
    assert kept(tmp_path / "ws") != []
    told = factcheck("corpus", "verify")
    assert (told.code, "corpus rebuild` takes them out" in told.err) == (0, True)
    assert KEY not in told.out + told.err
    assert "without the keys in their addresses" in factcheck("corpus", "rebuild").err
    assert kept(tmp_path / "ws") == []
    sources = json.loads(factcheck("corpus", "list", "--json").out)
    assert {one["id"] for one in sources} == before  # evidence that cites them finds them
    assert sum("token=REMOVED-" in one["url"] for one in sources) == len(sources) - 1
    told = factcheck("corpus", "verify")
    assert (told.code, "rebuild" in told.err) == (0, False)
    assert "0 documents added" in (again := factcheck("corpus", "add", str(tmp_path / name))).err
    assert "changed" not in again.err
    with Workbench.open(tmp_path / "ws") as bench, bench.open_corpus() as corpus:
        assert len(corpus.addressed([url_key(ADDRESS.format(1))], 5)) == 1
    factcheck("corpus", "remove", *before)
    assert "0 documents added" not in factcheck("corpus", "add", str(tmp_path / name)).err


def test_a_document_that_stands_there_with_and_without_its_key_stays_one_origin(
    factcheck: Command, tmp_path: Path
) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_bytes(rows())
    factcheck("corpus", "add", str(tmp_path / "a.jsonl"))
    with Corpus.open(tmp_path / "ws" / "corpus") as corpus:
        corpus.add([tmp_path / "b.jsonl"])
    factcheck("corpus", "rebuild")
    assert kept(tmp_path / "ws") == []
    sources = json.loads(factcheck("corpus", "list", "--json").out)
    assert (len(sources), len({one["origin"] for one in sources})) == (4, 2)
    factcheck("corpus", "add", str(tmp_path / "b.jsonl"))
    assert len(json.loads(factcheck("corpus", "list", "--json").out)) == 2


def test_a_problem_that_an_earlier_version_told_with_a_key_loses_it_too(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(warc(*CRAWL))
    (tmp_path / "other.txt").write_text(WORDS.format(9))
    factcheck("corpus", "add", str(tmp_path / "other.txt"))
    with Corpus.open(tmp_path / "ws" / "corpus") as corpus:
        corpus.add([tmp_path / "crawl.warc.gz"])
        assert KEY in str(corpus.problems())
    factcheck("corpus", "rebuild")
    told = factcheck("corpus", "stats", "--problems").out
    assert ("ostwick/3" in told, KEY in told) == (True, False)


def test_a_dry_run_writes_nothing_though_there_are_keys(factcheck: Command, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(WORDS.format(9))
    (tmp_path / "rows.jsonl").write_bytes(rows())
    factcheck("corpus", "add", str(tmp_path / "other.txt"))
    before = {file for file in (tmp_path / "ws").rglob("*") if not file.name.endswith(("-wal", "-shm"))}
    assert "2 documents would be added" in factcheck("corpus", "add", "--dry-run", str(tmp_path / "rows.jsonl")).err
    assert {file for file in (tmp_path / "ws").rglob("*") if not file.name.endswith(("-wal", "-shm"))} == before
    factcheck("corpus", "add", str(tmp_path / "rows.jsonl"))
    there = factcheck("corpus", "add", "--dry-run", str(tmp_path / "rows.jsonl")).err
    assert "0 documents would be added, 2 are there already" in there
