"""A corpus of which only a part is searched: of one publisher, some years, a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain import Hit, Marker, Term, Within

if TYPE_CHECKING:
    from factcheck.corpus.searching import Searched


@dataclass(frozen=True, slots=True)
class Limited:
    """What `matching` asks of a corpus, within some limits."""

    corpus: Searched
    within: Within

    def retrieve(self, terms: Sequence[Term], k: int) -> list[Hit]:
        """Return the `k` best passages within the limits, best first."""
        return self.corpus.retrieve_within(self.within, terms, k)

    def stretch(self, source: str, start: int, end: int) -> str:
        """Return `text[start:end]` of the source with this id; "" if it is gone."""
        return self.corpus.stretch(source, start, end)

    def markers(self, source: str) -> Sequence[Marker]:
        """Return where the pages or time codes of a source begin."""
        return self.corpus.markers(source)

    def own_word(self, source: str) -> str:
        """Return what a source says of itself."""
        return self.corpus.own_word(source)

    @property
    def digest(self) -> str:
        """The digest of the whole corpus."""
        return self.corpus.digest

    @property
    def documents(self) -> int:
        """How many documents the whole corpus has."""
        return self.corpus.documents
