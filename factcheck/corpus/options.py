"""How files are read: what a person or the configuration says about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Self

from factcheck.corpus.said import Said, nearest
from factcheck.corpus.tiers import TierRules


def as_written(address: str) -> str:
    """Return an address as it is."""
    return address


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The rules for tiers, the columns (our field -> theirs) where their names do not tell, the language, the dates.

    `language` "" leaves it to what the document says, or else to what is detected. `dates`: which comes first in
    03/04/2020, of `records.ORDERS`; "" leaves such a date out, and tells.

    `today`: what was published long after it was not, and has a wrong date; None: no day is too late.

    `address`: how an address is kept, as without the keys in it.

    `said`: what was said of places; it wins over the rest, for the files there.

    It is sent to the processes that read.
    """

    rules: TierRules = field(default_factory=TierRules)
    columns: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    dates: str = ""
    today: date | None = None
    address: Callable[[str], str] = as_written
    said: Mapping[bytes, Said] = field(default_factory=dict)

    def of(self, file: Path) -> Self:
        """Return how one file is read."""
        said = nearest(self.said, file) if self.said else Said()
        if said == Said():
            return self
        columns = self.columns if said.columns is None else dict(said.columns)
        return replace(self, columns=columns, language=said.language or self.language, dates=said.dates or self.dates)
