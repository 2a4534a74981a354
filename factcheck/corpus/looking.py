"""Looking into a corpus: searching it, its documents, and what is counted and verified. Nothing is written."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from factcheck.corpus.counting import Statistics, count_sources
from factcheck.corpus.documents import DocumentStore
from factcheck.corpus.index import PassageIndex
from factcheck.corpus.left_out import accented, is_author, keeps_accents
from factcheck.corpus.limits import Limited
from factcheck.corpus.marks import Mark
from factcheck.corpus.table_names import table_meant, tables_meant
from factcheck.corpus.tables import Table, is_table, read_table
from factcheck.corpus.tiers import TierRules
from factcheck.corpus.vintages import Revised, Reworded, compare_texts, compare_vintages
from factcheck.domain import (
    EVERYWHERE,
    Candidate,
    Document,
    Found,
    Hit,
    Marker,
    Passage,
    Problem,
    Sensitivity,
    Source,
    Term,
    Within,
)
from factcheck.errors import InputError
from factcheck.text.words import fold, spelt_words

if TYPE_CHECKING:
    from factcheck.corpus.cells import FoundCell

MORE = 4
"""So many times as many passages are asked for where some of the best may not be shown."""

SPELT_WEIGHT = 0.8
"""What another spelling of a name counts beside the one that is asked for. Our own choice: below it, and near."""
FEW = 4
"""Terms of a search that somebody typed, where a name may stand without its capital, or first."""
_EMPTIED = "restore it from a backup, or add the files again: evidence keeps its copies"


MANY = 500
"""Documents that are looked at one by one, as those with the words of a title or author, or with accents."""


def _stands_in(phrase: str, title: str) -> bool:
    asked, there = spelt_words(fold(phrase)), spelt_words(fold(title))
    return any(there[at : at + len(asked)] == asked for at in range(len(there))) and bool(asked)


def _tables_of(documents: Iterable[Document]) -> Iterator[Table]:
    for one in documents:
        with suppress(InputError):  # no CSV any more
            yield read_table(one)


class LookedAt:
    """A corpus, to be looked at by whom some of its documents may belong to (`scopes`)."""

    def __init__(self, folder: Path, rules: TierRules, scopes: Collection[str], address: Callable[[str], str]) -> None:
        self.folder = folder
        self._scopes = frozenset(["", *scopes])
        self._rules = rules
        self._address = address
        self._store = DocumentStore(folder / "documents.db")
        self._index = PassageIndex(folder / "index", lost=self._store.mark_all_pending)
        self._digest = ""
        self._documents: int | None = None

    def close(self) -> None:
        """Let go of the files."""
        self._index.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- searching ----------------------------------------------------------------------------------------------------

    def retrieve(self, terms: Sequence[Term], k: int) -> list[Hit]:
        """Return the `k` best passages for an OR of `terms`, best first."""
        return self.retrieve_within(EVERYWHERE, terms, k)

    def retrieve_from(self, sources: Sequence[str], terms: Sequence[Term], k: int) -> list[Hit]:
        """Return the `k` best passages of the sources with these ids, with the scores that `retrieve` gives them."""
        return self.retrieve_within(Within(sources=tuple(sources)), terms, k) if terms else []

    def retrieve_within(self, within: Within, terms: Sequence[Term], k: int) -> list[Hit]:
        """Return the `k` best passages within some limits, with the scores that `retrieve` gives them."""
        asked = self._spelt(terms)
        wanted = k
        while True:
            found = self._index.search(asked, wanted, within)
            hits = sorted(self._hits(found), key=lambda hit: (-hit.bm25, hit.source.id, hit.passage.start))
            if len(hits) >= k or len(found) < wanted:
                return hits[:k]
            wanted *= MORE  # some of the best are of documents that are gone, or not to be seen

    def _spelt(self, terms: Sequence[Term]) -> Sequence[Term]:
        """Return the terms with the other spellings of the names among them; of a few words, any may be a name."""
        from factcheck.matching.terms import NAME_WEIGHT

        names = {one.text: one.weight for one in terms if one.weight >= NAME_WEIGHT or len(terms) <= FEW}
        others = self._store.spellings([*names])
        return [*terms, *(Term(text=o, weight=names[n] * SPELT_WEIGHT) for n, some in others.items() for o in some)]

    def _hits(self, found: Sequence[Found]) -> Iterator[Hit]:
        known = self._store.passages([(one.reference, one.start, one.end) for one in found])
        for one, stored in zip(found, known, strict=True):
            if stored and stored[0].scope in self._scopes:  # neither removed (the index is a cache) nor others' own
                passage = Passage(text=stored[1], start=one.start, end=one.end, locator=one.locator)
                yield Hit(source=stored[0], passage=passage, bm25=one.bm25)

    def stretch(self, source: str, start: int, end: int) -> str:
        """Return `text[start:end]` of the source with this id; "" if it is gone."""
        return self._store.stretch(source, start, end)

    def markers(self, source: str) -> Sequence[Marker]:
        """Return where the pages or time codes of the source with this id begin, in order; none if it has none."""
        return self._store.markers(source)

    def own_word(self, source: str) -> str:
        """Return what the source with this id says of itself: retracted, corrected, a ruling; "" where nothing."""
        return self._store.own_word(source)

    def search(self, text: str, k: int = 50) -> list[Candidate]:
        """Return the best candidates for a claim in words, one an origin, best first."""
        return self.search_within(EVERYWHERE, text, k)

    def search_within(self, within: Within, text: str, k: int = 50) -> list[Candidate]:
        """Return what `search` would, within some limits; phrases are looked for in titles, too.

        Accents of a phrase count where there are passages that have them.
        """
        from factcheck.matching import find_candidates

        strict = any(map(accented, within.phrases))
        most = MANY if strict else k
        found, _ = find_candidates(text, Limited(self, within), retrieve=max(most, 50), keep=most)
        if strict:
            found = tuple(one for one in found if keeps_accents(within.phrases, one.passage.text)) or found
        if within.phrases and len(found) < k and (titled := self._titled(within)):
            more, _ = find_candidates(text, Limited(self, titled), retrieve=max(k, 50), keep=k)
            there = {one.origin for one in found}
            found = (*found, *(one for one in more if one.origin not in there))
        return [replace(one, rank=rank) for rank, one in enumerate(found[:k], start=1)]

    def _titled(self, within: Within) -> Within | None:
        """Return the limits to the documents whose titles have the phrases; None where there are none."""
        words = [word for phrase in within.phrases for word in spelt_words(phrase)]
        near = self._seen(self._store.with_words(words, MANY))
        having = [one.id for one in near if all(_stands_in(phrase, one.title) for phrase in within.phrases)]
        wanted = [one for one in having if not within.sources or one in within.sources]
        return replace(within, phrases=(), sources=tuple(wanted)) if wanted else None

    def by_author(self, name: str) -> list[Source]:
        """Return the sources by an author, of whom a part of the name is enough: at most MANY."""
        return self._seen(self._store.by_authors(lambda author: is_author(author, name), MANY))

    def publishers(self) -> list[str]:
        """Return the publishers of the documents that all may see, sorted."""
        return self._store.publishers()

    def _seen(self, sources: Iterable[Source]) -> list[Source]:
        return [source for source in sources if source.scope in self._scopes]

    def addressed(self, keys: Sequence[str], k: int) -> list[Source]:
        """Return the sources with one of these keys of addresses or file names (`text.addresses`).

        An address is asked for as it was written, and as it is kept. A document that several files hold is returned as
        it stands in the one that is named.
        """
        asked = [*dict.fromkeys([*keys, *map(self._address, keys)])]
        return [self._store.standing_at(one, asked) for one in self._seen(self._store.named(asked, k))]

    def identified(self, start: str, k: int) -> list[Source]:
        """Return the sources whose id begins so."""
        return self._seen(self._store.beginning(start, k))

    def labelled(self, words: Sequence[str], k: int) -> list[Source]:
        """Return the sources that share the most, and the rarest, of these words in title, publisher and author."""
        return self._seen(self._store.labelled(words, k))

    @property
    def digest(self) -> str:
        """SHA-256 over the sorted ids of the documents that are found: those whose files are gone are not."""
        if not self._digest:
            gone = self._store.gone()
            found = (identifier for identifier in self._store.ids() if identifier not in gone)
            self._digest = hashlib.sha256("\n".join(found).encode()).hexdigest()
        return self._digest

    @property
    def documents(self) -> int:
        """How many documents there are; counted once, as the digest, since each search records both."""
        if self._documents is None:
            self._documents = self._store.count()
        return self._documents

    @property
    def unindexed(self) -> int:
        """How many documents the index does not have yet, and no search finds."""
        return self._store.unindexed()

    # --- looking ------------------------------------------------------------------------------------------------------

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
