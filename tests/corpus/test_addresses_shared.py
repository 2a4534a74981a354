"""Documents at one address: one origin, unless the address is that of a whole site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.corpus import Corpus
from factcheck.corpus.documents import MOST_AT_ONE_ADDRESS, DocumentStore
from factcheck.corpus.preparing import Prepared, prepare
from factcheck.corpus.records import make_document
from factcheck.corpus.tiers import TierRules

STORY, SITE = "https://a.example/news/cranes", "https://a.example/news/all-of-it"


def at(url: str, number: int) -> Prepared:
    """Make a document of a file of its own."""
    fields = {"text": f"Crane number {number} was built in {1900 + number}.", "url": url, "language": "en"}
    return prepare(make_document(fields, f"page-{number}.html", TierRules()))


@contextmanager
def kept(folder: Path) -> Iterator[DocumentStore]:
    store = DocumentStore(folder / "documents.db")
    try:
        yield store
    finally:
        store.close()


def test_as_many_as_may_stand_at_one_address_are_one_origin_and_the_next_is_not(tmp_path: Path) -> None:
    with kept(tmp_path) as store:
        for number in range(MOST_AT_ONE_ADDRESS + 2):
            store.add([(None, at(STORY, number))])
        origins = [source.origin for source in store.sources()]
    assert len(set(origins[:MOST_AT_ONE_ADDRESS])) == 1
    assert len(set(origins)) == 3


def test_what_one_more_document_at_a_common_address_costs_does_not_grow(tmp_path: Path) -> None:
    steps, costs = [0], []

    def count() -> int:
        steps[0] += 1
        return 0

    with kept(tmp_path) as store:
        store._db.set_progress_handler(count, 10)  # each ten steps of the database's own machine
        for first, number in ((0, 60), (1_000, 500)):
            store.add([(None, at(SITE, one)) for one in range(first, first + number)])
            before = steps[0]
            store.add([(None, at(SITE, one)) for one in range(10_000 + first, 10_020 + first)])
            costs.append(steps[0] - before)
    assert costs[1] < 2 * costs[0]


def test_records_of_one_file_that_name_one_address_stay_apart(tmp_path: Path) -> None:
    rows = "".join(
        f'{{"text": "Crane {number} was built.", "url": "{STORY}", "language": "en"}}\n' for number in range(3)
    )
    (tmp_path / "rows.jsonl").write_text(rows)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / "rows.jsonl"])
        assert len({source.origin for source in corpus.sources()}) == 3
