"""Looking into a corpus: its documents and tables, and what is counted and verified. Nothing is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from factcheck.corpus.counting import Statistics, count_sources
from factcheck.corpus.marks import Mark
from factcheck.corpus.searching import Searched
from factcheck.corpus.table_names import table_meant, tables_meant
from factcheck.corpus.tables import Table, is_table, read_table
from factcheck.corpus.vintages import Revised, Reworded, compare_texts, compare_vintages
from factcheck.domain import Document, Problem, Sensitivity, Source
from factcheck.errors import InputError

if TYPE_CHECKING:
    from factcheck.corpus.cells import FoundCell

_EMPTIED = "restore it from a backup, or add the files again: evidence keeps its copies"


def _tables_of(documents: Iterable[Document]) -> Iterator[Table]:
    for one in documents:
        with suppress(InputError):  # no CSV any more
            yield read_table(one)


class LookedAt(Searched):
    """A corpus, to be looked into by whom some of its documents may belong to (`scopes`)."""

    def document(self, identifier: str) -> Document:
        """Return a document by its id.

        Raises:
            InputError: there is none.
        """
        found = self._store.get(identifier)
        if found is None:
            raise InputError("there is no such document", hint="`factcheck corpus list`", subject=identifier)
        return found

    def origin_of(self, text: str) -> str:
        """Return the origin of the documents that carry this text (a reprint of the article, say), or ""."""
        return self._store.origin_of(text)

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of these ids that there are documents of."""
        return self._store.known(ids)

    def find(self, reference: str) -> str:
        """Return the id of the document that a person means by the start of its id.

        Raises:
            InputError: none fits, or several do.
        """
        found = self._store.ids(reference) if reference else []
        if len(found) == 1:
            return found[0]
        what = f"{len(found)} documents begin with that" if found else "there is no such document"
        raise InputError(what, hint="`factcheck corpus list`", subject=reference)

    def meant(self, reference: str) -> Source:
        """Return the document that a person means by the start of its id, if it is to be seen here.

        Raises:
            InputError: none fits, several do, or it belongs to others.
        """
        source = self.document(self.find(reference)).source
        if source.scope not in self._scopes:
            hint = "set FACTCHECK_DESK, or name the article with --article, to see it"
            raise InputError(f"it belongs to {source.scope}", hint=hint, subject=reference)
        return source

    def gone(self) -> frozenset[str]:
        """Return the documents (ids) whose files are gone (`sync`): kept, and no longer found."""
        return self._store.gone()

    def sources(self) -> Iterator[Source]:
        """Yield the sources, in the order in which they were added; not those that belong to others."""
        return (source for source in self._store.sources() if source.scope in self._scopes)

    def places(self) -> Mapping[str, tuple[str, ...]]:
        """Return where else than where they are shown documents (ids) stand, of those that several files hold."""
        return self._store.places()

    def files_of(self, ids: Iterable[str]) -> list[str]:
        """Return the files that hold any of some documents: to add one of them again brings its documents back."""
        return [path for path in self._store.files_of(ids) if os.path.lexists(path)]

    def belonging_to_others(self) -> int:
        """Count the documents that belong to other desks and articles than those that are looked at."""
        return sum(number for scope, number in self._store.scopes().items() if scope not in self._scopes)

    def table(self, name: str) -> Table:
        """Return the table that a person means by its title, the name of its file, or the start of its id.

        Raises:
            InputError: none fits, or several do.
        """
        return read_table(self.document(table_meant(name, self.tables()).id))

    def tables_meant(self, name: str) -> list[Source]:
        """Return the tables that a name fits, of a file that is named all its sheets; all tables for ""."""
        return tables_meant(name, self.tables()) if name.strip() else self.tables()

    def tables(self) -> list[Source]:
        """Return the tables kept whole, whose cells no search by word finds, in the order in which they were added."""
        return self._seen(self._store.tables())

    def cells(self, text: str, *, most: int = 20) -> tuple[FoundCell, ...]:
        """Return the cells of tables that have a figure of a text, the likeliest first; see `corpus.cells`.

        Each table that has a number like one of the text is read: one of 20,000 cells takes about two seconds (measured
        2026-11).
        """
        from factcheck.corpus.cells import find_cells, may_have  # stance takes a while to load, and few ask

        once = {source.digest: source for source in reversed(self.tables())}  # an attachment of three messages is one
        documents = (self.document(source.id) for source in reversed(once.values()))
        return find_cells(text, _tables_of(one for one in documents if may_have(text, one.text)), most=most)

    def tables_for(self, text: str, cited: Collection[str] = ()) -> list[Source]:
        """Return the tables whose cells a text may mean, those that are `cited` (ids) first; each content once.

        Of the others, those that have a number like one of the text, or at least two of its words and years; only
        their texts are looked through, which takes far less than to read their rows.
        """
        from factcheck.corpus.cells import may_answer

        known = sorted(self.tables(), key=lambda one: one.id not in cited)
        once = {source.digest: source for source in reversed(known)}
        first = list(reversed(once.values()))
        return [one for one in first if one.id in cited or may_answer(text, one.title, self.document(one.id).text)]

    def vintages(self, source: Source) -> list[Source]:
        """Return the other documents of the same origin, the earliest first (those without a date in front)."""
        others = (one for one in self._seen(self._store.of_origin(source.origin)) if one.id != source.id)
        return sorted(others, key=lambda one: one.published or date.min)

    def differences(self, earlier: Source, later: Source) -> tuple[Revised, ...] | tuple[Reworded, ...]:
        """Return what differs between two documents: the cells of two tables, or the paragraphs of two texts.

        Raises:
            InputError: they are two tables with few labels in common.
        """
        one, other = self.document(earlier.id), self.document(later.id)
        if is_table(earlier) and is_table(later):
            return compare_vintages(read_table(one), read_table(other))
        return compare_texts(one.text, other.text)

    def problems(self, told: Callable[[Problem, Sensitivity], Problem] = lambda one, _: one) -> tuple[Problem, ...]:
        """Return what could not be read, as far as it may be `told`; not what belongs to others."""
        return tuple(
            told(problem, mark.sensitivity or Sensitivity.OPEN)
            for problem, mark in self._store.problems()
            if (mark.scope or "") in self._scopes
        )

    def stats(self) -> Statistics:
        """Count what is there, and apart what belongs to others than those that are looked at."""
        others = self.belonging_to_others()
        return Statistics(
            documents=self.documents - others,
            passages=self._index.stats().passages,
            origins=len({source.origin for source in self.sources()}),
            problems=len(self.problems()),
            digest=self.digest,
            others=others,
            unindexed=self.unindexed,
        )

    def all(self) -> Iterator[Document]:
        """Yield the documents, in the order in which they were added."""
        return self._store.all()

    def counts(self, told: Callable[[Source], Source] = lambda one: one) -> Mapping[str, Mapping[str, int]]:
        """Count those that are looked at by publisher, year, language and tier, as far as they may be `told`."""
        return count_sources(self.sources(), told)

    def retiered(self) -> int:
        """Count the documents whose tier is by other rules than those that hold now; `rebuild` applies these."""
        return self._store.retiered(self._rules)

    def readdressed(self) -> int:
        """Count the documents whose addresses are to be kept in another way, as without keys; `rebuild` does that."""
        return self._store.readdressed(self._address)

    def verify_index(self) -> tuple[Problem, ...]:
        """Hold the files of the index against their checksums; return those that differ."""
        return tuple(self._index.damaged())

    def verify(self, *, leaving: bool = False) -> tuple[Problem, ...]:
        """Hold every document, and what is said of it, against its digests; return those that differ.

        Of one that belongs to others the id alone is told; where it is `leaving`, of all that are not open. A store
        without documents whose index has passages was emptied.
        """
        remedy = "`factcheck corpus remove` it by its id and add it again"
        found = tuple(
            Problem(
                path=(path if self._is_named(mark, leaving=leaving) else "") or one,
                reason=f"{fault} (id {one[:12]})",
                remedy=remedy,
            )
            for one, mark, path, fault in self._store.damaged()
        )
        return (*found, *self.verify_marks(), *self._emptied())

    def _is_named(self, mark: Mark, *, leaving: bool) -> bool:
        return mark.scope in self._scopes and not (leaving and mark.sensitivity is not Sensitivity.OPEN)

    def _emptied(self) -> Iterator[Problem]:
        if not self._store.count() and (passages := self._index.stats().passages):
            reason = f"has no documents, and its index has {passages} passages of some: it was emptied"
            yield Problem(path=str(self._store.path), reason=reason, remedy=_EMPTIED)

    def verify_marks(self) -> tuple[Problem, ...]:
        """Hold to whom documents belong, and who may see them, against what was noted; return those that differ.

        Only those that are, or were, not for all to see are looked at; no text is read.
        """
        reason = "its scope or sensitivity is not what was noted when it was said"
        remedy = "say it again: `factcheck corpus mark {} --sensitivity LEVEL --scope SCOPE`"
        return tuple(
            Problem(path=one, reason=reason, remedy=remedy.format(one[:12])) for one in self._store.mismarked()
        )
