"""What became of a page that was fetched, in lines: for both faces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from factcheck.reports.cells import counted


class Drift(Protocol):
    """What became of a passage that evidence cites; see `workbench.drift`."""

    @property
    def number(self) -> int:
        """The number of its claim."""
        ...

    @property
    def evidence(self) -> str:
        """The evidence (its id)."""
        ...

    @property
    def became(self) -> str:
        """What became of it, in a word."""
        ...

    @property
    def rested_on(self) -> bool:
        """Whether a person judged or cited it."""
        ...

    @property
    def words(self) -> Sequence[tuple[str, str]]:
        """What stood there, and what stands there."""
        ...


class Page(Protocol):
    """What came of one address; see `workbench.keeping`."""

    @property
    def became(self) -> str:
        """In words."""
        ...

    @property
    def status(self) -> int:
        """Of the answer; 0 if there was none."""
        ...

    @property
    def asked(self) -> str:
        """The address that was named."""
        ...

    @property
    def address(self) -> str:
        """The address that it is known by."""
        ...

    @property
    def canonical(self) -> str:
        """Another one that it says to be known by."""
        ...

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def sources(self) -> Sequence[str]:
        """The documents made of it."""
        ...

    @property
    def recording(self) -> str:
        """What it was played from; "" where it was received."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """What is to be known of it."""
        ...

    @property
    def rulings(self) -> Sequence[str]:
        """What it says to have checked."""
        ...

    @property
    def drift(self) -> Sequence[Drift]:
        """What became of the passages that evidence cites."""
        ...


def page_lines(page: Page) -> Iterator[str]:
    """Yield what became of a page, and of each passage of it that evidence cites: the words that changed."""
    what = f"{page.became} ({page.status})" if page.status else page.became
    what += ", from a recording" if page.recording else ""
    if page.sources:
        more = f" and {len(page.sources) - 1} more" if len(page.sources) > 1 else ""  # entries of a feed
        yield f"{what}: {page.title or '(no title)'}{more} {page.address or page.asked}"
    else:
        yield f"{what}: {page.asked}"
    if page.canonical:
        yield f"  says that its canonical address is {page.canonical}; its word alone"
    yield from (f"  {notice}" for notice in page.notices)
    for ruling in page.rulings:
        yield f"  rules: {ruling}"
    for one in (one for one in page.drift if one.rested_on):
        yield f"  claim {one.number}, evidence {one.evidence}: the cited passage is {one.became}"
        for before, now in one.words:
            yield f"    {before or '(nothing)'} -> {now or '(nothing)'}"
    others = [one for one in page.drift if not one.rested_on and one.became != "same"]
    if others:
        claims = ", ".join(map(str, sorted({one.number for one in others})))
        yield f"  gone or changed there, judged by nobody: {counted(len(others), 'passage')} (claims: {claims})"
