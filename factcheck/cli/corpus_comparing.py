"""`factcheck corpus compare`: what differs between two vintages of a table, or two versions of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.output import columns, put, put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.errors import InputError
from factcheck.reports.as_json import to_json
from factcheck.reports.disclosure import badge

if TYPE_CHECKING:
    from factcheck.corpus import Corpus
    from factcheck.domain import Source


@click.command(
    "compare",
    cls=Command,
    epilog=example("factcheck corpus compare 'Table 1a'", "factcheck corpus compare 3f2a9c 81d0e2"),
)
@click.argument("name")
@click.argument("other", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def compare(place: Place, name: str, other: str | None, *, as_json: bool) -> None:
    """Show what differs between documents of one origin: the cells of two vintages of a table, or the paragraphs.

    NAME is the title, file or id of a table, or the id of any document. Without OTHER it is compared with every other
    document of its origin. The earlier one by date comes first.
    """
    from factcheck.reports.vintages import difference_lines, tell_differences, vintage_line

    with place.open() as bench, bench.open_corpus() as documents:
        one = _meant(documents, name)
        others = [_meant(documents, other)] if other else documents.vintages(one)
        pairs = [_in_order(one, each) for each in others]
        found = [(earlier, later, documents.differences(earlier, later)) for earlier, later in pairs]
    if as_json:
        told = [{"earlier": a, "later": b, "differences": () if badge(a) or badge(b) else d} for a, b, d in found]
        put([to_json(told), "\n"])
        return
    if not found:
        say("no other document is of its origin")
    for earlier, later, differences in found:
        put_lines([vintage_line(earlier), vintage_line(later), tell_differences(differences)])
        put_lines(f"  {line}" for line in difference_lines(differences, columns() - 2))


def _meant(documents: Corpus, name: str) -> Source:
    """Return the table or document that a person means.

    Raises:
        InputError: there is none, or several.
    """
    try:
        return documents.table(name).source
    except InputError as error:
        if "tables are called so" in error.message:
            raise
    return documents.meant(name)


def _in_order(one: Source, other: Source) -> tuple[Source, Source]:
    if one.published and other.published and other.published < one.published:
        return other, one
    return one, other
