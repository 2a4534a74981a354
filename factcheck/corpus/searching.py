"""Searching a corpus: passages by their words, and sources by address, author and label. Nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from factcheck.corpus.documents import DocumentStore
from factcheck.corpus.index import PassageIndex
from factcheck.corpus.left_out import accented, is_author, keeps_accents
from factcheck.corpus.limits import Limited
from factcheck.corpus.tiers import TierRules
from factcheck.domain import EVERYWHERE, Candidate, Found, Hit, Marker, Passage, Source, Term, Within
from factcheck.text.words import fold, spelt_words

MORE = 4
"""So many times as many passages are asked for where some of the best may not be shown."""

SPELT_WEIGHT = 0.8
"""What another spelling of a name counts beside the one that is asked for. Our own choice: below it, and near."""
FEW = 4
"""Terms of a search that somebody typed, where a name may stand without its capital, or first."""
MANY = 500
"""Documents that are looked at one by one, as those with the words of a title or author, or with accents."""


def _stands_in(phrase: str, title: str) -> bool:
    asked, there = spelt_words(fold(phrase)), spelt_words(fold(title))
    return any(there[at : at + len(asked)] == asked for at in range(len(there))) and bool(asked)


class Searched:
    """A corpus, to be searched by whom some of its documents may belong to (`scopes`)."""

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
