"""The passage index (tantivy): a cache that can be rebuilt from the documents at any time.

Queries are built from terms through the library's API, never through its parser, which fails on ordinary text.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tantivy

from factcheck.corpus.passages import split_passages
from factcheck.corpus.tables import is_table
from factcheck.domain import Document, Passage, Term
from factcheck.errors import BusyError, StorageError

ANALYSER = "en_stem"
HEAP_BYTES = 64 * 1024 * 1024
TITLE_WEIGHT = 0.5
"""A word in the title counts half as much again. Source: to be measured with the ranking issue; small on purpose."""
BUSY_SECONDS = 5.0
RETRY_SECONDS = 0.05
FORMAT = "1"
"""Written beside the index; another one means that it was built by another version, and is built anew."""


class PassageIndex:
    """The index in a folder. One writer at a time; readers look at the last commit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fresh = False
        """Whether the index had to be made: the documents are to be indexed again."""
        self._index = self._opened()
        self._analyser = (
            tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
            .filter(tantivy.Filter.lowercase())
            .filter(tantivy.Filter.stemmer("english"))
            .build()
        )

    def _opened(self) -> tantivy.Index:
        mark = self.folder / "FORMAT"
        with _faults_told(self.folder):
            if mark.is_file() and mark.read_text() == FORMAT:
                try:
                    return tantivy.Index(_schema(), path=str(self.folder))
                except ValueError:
                    pass  # damaged: it is only a cache
            self.fresh = True
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            index = tantivy.Index(_schema(), path=str(self.folder))
            mark.write_text(FORMAT)
            return index

    def add(self, documents: Iterable[Document]) -> None:
        """Index documents and commit; one that is there already is replaced."""
        with self._writer() as writer:
            for document in documents:
                writer.delete_documents_by_term("source", document.source.id)
                if is_table(document.source):
                    continue  # its cells are cited by hand
                for passage in split_passages(document.text, _record(document.source.path), document.markers):
                    writer.add_document(_row(document, passage))

    def remove(self, ids: Iterable[str]) -> None:
        """Take documents out and commit."""
        with self._writer() as writer:
            for identifier in ids:
                writer.delete_documents_by_term("source", identifier)

    def search(
        self, terms: Sequence[Term], k: int, sources: Sequence[str] = ()
    ) -> list[tuple[str, int, int, str, float]]:
        """Return (source id, start, end, locator, BM25) of the `k` best passages, best first, ties by id and place.

        `sources`: of the documents with these ids alone; the scores stay those of the whole index.
        """
        clauses = [(tantivy.Occur.Should, q) for term in terms for q in self._queries(term)]
        if not clauses or k < 1:
            return []
        with _faults_told(self.folder):
            self._index.reload()
            searcher = self._index.searcher()
            query = tantivy.Query.boolean_query(clauses)
            hits = searcher.search(_within(sources, query) if sources else query, limit=k, count=False).hits
            found = [(*_address(searcher.doc(address)), float(score)) for score, address in hits]
        return sorted(found, key=lambda f: (-f[4], f[0], f[1]))

    def passages(self) -> int:
        """Return how many passages the index holds."""
        self._index.reload()
        return int(self._index.searcher().num_docs)

    def _queries(self, term: Term) -> Iterator[tantivy.Query]:
        words = self._analyser.analyze(term.text)
        for field, weight in (("text", term.weight), ("title", term.weight * TITLE_WEIGHT)):
            for word in words:
                query = tantivy.Query.term_query(_SCHEMA, field, word, index_option="freq")
                yield tantivy.Query.boost_query(query, weight)

    def _locked(self) -> Any:  # noqa: ANN401 - tantivy's own type
        """Return the one writer; wait for another process to let go of it, as the databases do."""
        until = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                return self._index.writer(heap_size=HEAP_BYTES, num_threads=1)
            except ValueError as error:
                if "LockBusy" not in str(error) or time.monotonic() > until:
                    raise
            time.sleep(RETRY_SECONDS)

    @contextmanager
    def _writer(self) -> Iterator[Any]:
        with _faults_told(self.folder):
            writer = self._locked()
            try:
                yield writer
            except BaseException:
                writer.rollback()
                raise
            writer.commit()
            writer.garbage_collect_files()
            writer.wait_merging_threads()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("source", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", tokenizer_name=ANALYSER, index_option="freq")
    builder.add_text_field("text", tokenizer_name=ANALYSER, index_option="freq")
    builder.add_text_field("locator", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("start", stored=True)
    builder.add_integer_field("end", stored=True)
    return builder.build()


_SCHEMA = _schema()


def _within(sources: Sequence[str], query: tantivy.Query) -> tantivy.Query:
    """Return the query on these documents alone; that it is one of them adds nothing to a score."""
    terms = [tantivy.Query.term_query(_SCHEMA, "source", source, index_option="basic") for source in sources]
    named = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
    among = tantivy.Query.const_score_query(named, 0.0)
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, among), (tantivy.Occur.Must, query)])


def _row(document: Document, passage: Passage) -> tantivy.Document:
    return tantivy.Document(
        source=document.source.id,
        title=document.source.title,
        text=passage.text,
        locator=passage.locator,
        start=passage.start,
        end=passage.end,
    )


def _address(row: Any) -> tuple[str, int, int, str]:  # noqa: ANN401 - tantivy's own type
    return row["source"][0], row["start"][0], row["end"][0], row["locator"][0]


def _record(path: str) -> str:
    """The locator of a record in a table: its row, counted from 1 as people do."""
    number = path.rpartition("#")[2] if "#" in path else ""
    return f"record {int(number) + 1}" if number.isdecimal() else ""


@contextmanager
def _faults_told(folder: Path) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        if "LockBusy" in str(error) or "lock" in str(error).lower():
            raise BusyError(
                "the corpus is being written by another process",
                hint="wait for it to end and try again; nothing was lost",
                subject=str(folder),
            ) from error
        full = "os error 28" in str(error)
        raise StorageError(
            "the disk is full" if full else f"the index failed: {error}",
            hint="make room and run the command again; what was added before is there"
            if full
            else "delete the folder; it is rebuilt from the documents",
            subject=str(folder),
        ) from error
    except OSError as error:
        raise StorageError(
            f"the disk failed: {error.strerror}", hint="make room and run the command again", subject=str(folder)
        ) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a fault of tantivy itself arrives; it exports no name for it
            raise
        raise StorageError(
            "the index is damaged", hint="delete the folder; it is rebuilt from the documents", subject=str(folder)
        ) from error
