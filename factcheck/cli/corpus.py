"""`factcheck corpus`: the documents to check against."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from factcheck.cli.articles import tell_problems
from factcheck.cli.output import Progress, columns, put, put_lines, say
from factcheck.cli.place import Group, Place, example, pass_place
from factcheck.domain import Candidate, Source
from factcheck.errors import EXIT_DONE, EXIT_FOUND, EXIT_INPUT
from factcheck.reports.as_json import array, to_json
from factcheck.reports.cells import shown_line, wrap
from factcheck.reports.claim_page import source_lines

_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group("corpus", cls=Group, epilog=example("factcheck corpus add archive/"))
def corpus() -> None:
    """Add, list, search and verify the documents to check against."""


@corpus.command("add", epilog=example("factcheck corpus add archive/ notes.md"))
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@pass_place
def add(place: Place, paths: tuple[str, ...]) -> int:
    """Add files and folders; what is there already is not added again.

    .txt, .md with front matter, .html, .csv and .jsonl. Where there is no workspace, one is made. What cannot be read
    is listed and passed over; exit 3 if nothing could be read.
    """
    from factcheck.corpus.readers import check_path

    for path in paths:
        check_path(Path(path))
    with place.open(create=True) as bench, bench.open_corpus(create=True) as documents, Progress() as progress:
        report = documents.add([Path(p) for p in paths], progress=lambda p: progress.show("adding", p.documents))
    say(f"{report.added} documents added, {report.unchanged} were there already")
    tell_problems((*report.problems, *report.changed))
    if report.added:
        say(f"next: `factcheck{place.option()} check ARTICLE` matches claims against them")
    return EXIT_INPUT if report.problems and not report.added + report.unchanged else EXIT_DONE


@corpus.command("list", epilog=example("factcheck corpus list"))
@_json_option
@pass_place
def list_(place: Place, *, as_json: bool) -> None:
    """List the documents."""
    with place.open() as bench, bench.open_corpus() as documents:
        if as_json:
            put([*array(documents.sources()), "\n"])
        else:
            put_lines(map(_source_line, documents.sources()))


@corpus.command("search", epilog=example('factcheck corpus search "cranes in the harbour" -k 5'))
@click.argument("text")
@click.option("-k", "limit", type=click.IntRange(1, 200), default=10, show_default=True, help="How many passages.")
@_json_option
@pass_place
def search(place: Place, text: str, limit: int, *, as_json: bool) -> None:
    """Search for passages, best first."""
    with place.open() as bench, bench.open_corpus() as documents:
        found = documents.search(text, limit)
    if as_json:
        put([*array(found), "\n"])
    elif found:
        put(_found_lines(found))
    else:
        say("nothing found")


@corpus.command(
    "table", epilog=example("factcheck corpus table 'Table 1a'", "factcheck corpus table homes.csv --cells A1:F40")
)
@click.argument("name")
@click.option("--cells", metavar="RANGE", default="A1:Z40", show_default=True, help="This part of it.")
@_json_option
@pass_place
def table(place: Place, name: str, cells: str, *, as_json: bool) -> None:
    """Print a table with the addresses of its cells, which `claim calculate` cites.

    NAME is its title, the name of its file, or the start of its id. A table is a CSV of figures, kept whole.
    """
    from factcheck.reports.grid import grid_lines
    from factcheck.text.formulas import parse_range

    wanted = parse_range(cells)
    with place.open() as bench, bench.open_corpus() as documents:
        found = documents.table(name)
    if as_json:
        put([to_json({"source": found.source, "rows": found.rows}), "\n"])
    else:
        put(grid_lines(found, wanted, columns()))


@corpus.command("stats", epilog=example("factcheck corpus stats --problems"))
@click.option("--problems", is_flag=True, help="List what could not be read.")
@_json_option
@pass_place
def stats(place: Place, *, problems: bool, as_json: bool) -> None:
    """Count documents, passages, origins and problems."""
    with place.open() as bench, bench.open_corpus() as documents:
        counted, listed = documents.stats(), documents.problems()
    if as_json:
        put([to_json({"stats": counted, "problems": listed} if problems else counted), "\n"])
        return
    put_lines([f"{counted.documents} documents, {counted.passages} passages, {counted.origins} origins"])
    put_lines([f"{counted.problems} problems", f"digest {counted.digest}"])
    if problems:
        put_lines(f"{p.path}: {p.reason} ({p.remedy})" for p in listed)


@corpus.command("verify", epilog=example("factcheck corpus verify"))
@pass_place
def verify(place: Place) -> int:
    """Hold every document against its digest; exit 1 if one differs."""
    with place.open() as bench, bench.open_corpus() as documents:
        wrong, number = documents.verify(), documents.documents
    put_lines(f"{p.path}: {p.reason} ({p.remedy})" for p in wrong)
    say(f"{number} documents, {len(wrong)} differ from their digest")
    return EXIT_FOUND if wrong else EXIT_DONE


@corpus.command("remove", epilog=example("factcheck corpus remove 3f2a9c"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@pass_place
def remove(place: Place, ids: tuple[str, ...]) -> None:
    """Remove documents by id or the start of it; evidence that cites them keeps its copy."""
    with place.open() as bench, bench.open_corpus() as documents:
        removed = documents.remove([documents.find(identifier) for identifier in ids])
    say(f"{removed} documents removed")


def _source_line(source: Source) -> str:
    named = source.title or source.path
    return f"{source.id}  {source.published or 'no date   '}  {source.tier}  {named}  {source.publisher}"


def _found_lines(found: list[Candidate]) -> Iterator[str]:
    width = columns()
    for candidate in found:
        yield f"{candidate.rank:3}  {candidate.source.id}\n"
        for line in (*source_lines(candidate), candidate.passage.text):
            yield from (f"{part}\n" for part in wrap(shown_line(line), width, "     "))
