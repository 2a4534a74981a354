"""Ticking a row of the names sheet: the name is ticked in every claim that has it, in the spellings that it has now.

A spelling that comes later is another item, and open: the row says so until it is ticked, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.domain import ArticleSummary, Claim, Item, ItemKind, NameRow
from factcheck.errors import GuardError, InputError
from factcheck.reports.cells import counted
from factcheck.review.items import key_of
from factcheck.review.kinds import Kind
from factcheck.workbench.edited import append
from factcheck.workbench.folding import refresh
from factcheck.workbench.ticking import left_in, ticked

if TYPE_CHECKING:
    from factcheck.store.reading import Reader
    from factcheck.workbench import Workbench

_NAMES = frozenset({ItemKind.NAME, ItemKind.PLACE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """A row of the sheet: how many items of claims it stands for, how many of these are left to tick.

    `speaks`: of how many claims the name is the claimant, who need not stand in their words.
    """

    row: NameRow
    items: int
    left: int
    speaks: int

    @property
    def standing(self) -> str:
        """Say how far the name is ticked, and of how many claims it is the claimant."""
        ticked = f"{self.items - self.left} of {self.items} ticked" if self.items else ""
        said_by = f"claimant of {counted(self.speaks, 'claim')}" if self.speaks else ""
        return ", ".join(filter(None, (ticked, said_by))) or "in no claim"


def sheet(bench: Workbench, article: ArticleSummary) -> tuple[Ticked, ...]:
    """Return the names sheet of an article, with what is left to tick of each row."""
    return tuple(_counted(bench.store, article, row) for row in _rows(bench, article))


def tick_name(bench: Workbench, article: ArticleSummary, name: str, against: str) -> tuple[Ticked, int]:
    """Tick a name in every claim of an article that has it; return its row, and how many items were ticked now.

    `against`: what it was checked against, in words: source and place. What is ticked already stays as it is.

    Raises:
        InputError: there is no such row, or the name is no item of any claim, so that nothing can be recorded.
        GuardError: nothing is said of what it was checked against.
    """
    if not against.strip():
        raise GuardError("a name is ticked against something", hint='--against "Register of births, page 3"')
    row = _row_named(bench, article, name)
    standing = _counted(bench.store, article, row)
    if not standing.items:
        raise InputError(
            f"nothing was ticked: {row.name!r} stands in no claim's own words ({standing.standing})",
            hint=f"make a claim of the words that name them: `factcheck claim add --article {article.id} --words TEXT`",
            subject=f"article {article.id}",
        )
    count = 0
    with bench.store.transaction() as tx:
        for claim in tx.listed_claims(article.revision):
            items = list(_left(tx, claim, row))
            if items:
                body = ticked(items, reason=f"{row.name}: {against.strip()}")
                append(bench, tx, Kind.TICKED, claim.id, article.revision, body)
                refresh(tx, claim.id)
            count += len(items)
    return _counted(bench.store, article, row), count


def _rows(bench: Workbench, article: ArticleSummary) -> tuple[NameRow, ...]:
    from factcheck.claims.people.names_sheet import names_sheet

    return names_sheet(bench.revision(article.revision).text)


def _row_named(bench: Workbench, article: ArticleSummary, name: str) -> NameRow:
    rows = _rows(bench, article)
    wanted = " ".join(name.split()).casefold()
    exact = [row for row in rows if row.name.casefold() == wanted]
    found = exact or [row for row in rows if wanted in {one.text.casefold() for one in row.spellings}]
    if len(found) == 1:
        return found[0]
    what = f"{len(found)} names are meant by" if found else "there is no name"
    hint = "name one of: " + ", ".join(row.name for row in found or rows)
    raise InputError(f"{what} {name!r}", hint=hint, subject=f"article {article.id}")


def _counted(reader: Reader, article: ArticleSummary, row: NameRow) -> Ticked:
    claims = reader.listed_claims(article.revision)
    return Ticked(
        row=row,
        items=sum(len(list(_items(claim, row))) for claim in claims),
        left=sum(len(list(_left(reader, claim, row))) for claim in claims),
        speaks=sum(claim.claimant is not None and claim.claimant.name == row.name for claim in claims),
    )


def _items(claim: Claim, row: NameRow) -> Iterator[Item]:
    for item in claim.items:
        here = any(span.start < item.span.end and item.span.start < span.end for span in row.spans)
        if item.kind in _NAMES and here:
            yield item


def _left(reader: Reader, claim: Claim, row: NameRow) -> Iterator[Item]:
    mine = list(_items(claim, row))
    if mine:
        left = {key_of(item) for item in left_in(reader, claim.id, reader.state(claim.id))}
        yield from (item for item in mine if key_of(item) in left)
