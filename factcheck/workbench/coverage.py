"""Which sentences of the articles asked for have neither a claim nor a reason for none: nobody would check them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.accounting import unaccounted
from factcheck.domain import LISTED
from factcheck.reports.cells import cut, shown_line
from factcheck.reports.filters import Filter

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.listing import Listed

SHOWN = 60
"""Cells of a sentence that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A stretch of an article (its id) without a claim and without a reason for none."""

    article: str
    start: int
    end: int
    words: str

    def __str__(self) -> str:
        place = f"--article {self.article} --start {self.start} --end {self.end}"
        return f"“{cut(shown_line(self.words), SHOWN)}”: `factcheck claim add {place}`"


def bare_sentences(bench: Workbench, listed: Listed) -> list[Bare]:
    """Return the bare sentences of the articles that are listed; none where only some of their claims are asked for."""
    if listed.fitting != Filter(articles=listed.fitting.articles):
        return []
    return [bare for article in listed.about.stamp.articles for bare in _of_article(bench, article.id)]


def _of_article(bench: Workbench, article: str) -> list[Bare]:
    revision = bench.store.latest(article)
    if revision is None:
        return []
    sentences, listed = bench.sentences(revision.id), bench.store.bounds_of(revision.id, *LISTED)
    if not (sentences or listed) and revision.text.strip():  # nobody has read it yet
        return [Bare(article=article, start=0, end=len(revision.text), words=revision.text)]
    found = unaccounted(sentences, listed)
    return [Bare(article=article, start=one.start, end=one.end, words=one.text) for one in found]
