"""`factcheck corpus add` and its like: what changes the corpus from files."""

from __future__ import annotations

import glob
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.articles import STDIN, STDIN_NAME, exit_of_reading, fail_on_option, tell_problems
from factcheck.cli.completing import files
from factcheck.cli.corpus_words import FORGET, ColumnNames, Language, Scope
from factcheck.cli.output import Progress, put, say
from factcheck.cli.place import Command, Place, Word, example, pass_place
from factcheck.cli.touching import tell_matching
from factcheck.domain import Problem, Sensitivity
from factcheck.errors import InputError, NoWorkspaceError
from factcheck.reports.as_json import to_json
from factcheck.reports.cells import counted
from factcheck.reports.corpus_counts import languages_line, mapped_lines, missing_line, progress_line, said_lines

if TYPE_CHECKING:
    from factcheck.corpus import AddProgress, AddReport, Corpus, Mapped, Mark, TierRules
    from factcheck.corpus.options import Reading
    from factcheck.domain import Document
    from factcheck.workbench import Workbench

MUCH = 2 * 1024 * 1024
"""Bytes of files from which on it pays to read them in another process, which takes some 0.3 s to start."""
IDS_TOLD = 8
"""Documents that a line names."""
POLL_SECONDS = 2.0
"""How often a watched folder is looked at. A file is added once it stayed the same from one look to the next."""

F = TypeVar("F", bound=Callable[..., Any])
Stamps = dict[Path, tuple[int, int]]
"""When each file was changed (ns), and its size."""


class AddCommand(Command):
    """`corpus add`, whose help names the formats."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, with the formats that can be read."""
        from factcheck.corpus.readers.formats import NAMES

        super().format_help_text(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(f"Formats, told by their content: {', '.join(NAMES)}.")


def mark_options(function: F) -> F:
    """Add --scope and --sensitivity."""
    scope = click.option("--scope", type=Scope(), metavar="SCOPE", help="They belong to desk:NAME, article:ID or all.")
    seen = "Who may see them: confidential and background are withheld from what leaves."
    return scope(click.option("--sensitivity", type=Word(Sensitivity), help=seen)(function))


@click.command(
    "add",
    cls=AddCommand,
    epilog=example("factcheck corpus add archive/ 'notes/*.md'", "factcheck corpus add --watch inbox/"),
)
@click.argument("paths", metavar="PATH...", nargs=-1, shell_complete=files)
@click.option(
    "--workers", type=click.IntRange(0, 64), metavar="N", help="Processes that read (default: as many as help)."
)
@click.option("--watch", metavar="FOLDER", type=click.Path(exists=True, file_okay=False), help="Keep a folder in step.")
@click.option(
    "--columns",
    type=ColumnNames(),
    metavar="FIELD=COLUMN",
    multiple=True,
    help="Which column of CSV or key of JSON is which field, where its name does not tell: text=Body,published=Day.",
)
@click.option("--language", type=Language(), metavar="LANGUAGE", help="Theirs (de, German), whatever they say.")
@click.option(
    "--dates",
    type=click.Choice(["dmy", "mdy", FORGET]),
    help="What comes first in 03/04/2020: the day (dmy) or the month.",
)
@mark_options
@fail_on_option
@click.option("--dry-run", is_flag=True, help="Read everything and say what would be added; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@pass_place
def add(  # noqa: PLR0913 - one for each option
    place: Place,
    paths: tuple[str, ...],
    *,
    workers: int | None,
    watch: str | None,
    columns: tuple[dict[str, str], ...],
    language: str | None,
    dates: str | None,
    fail_on: str | None,
    dry_run: bool,
    as_json: bool,
    scope: str | None,
    sensitivity: str | None,
) -> int:
    """Add files, folders, patterns, or standard input (`-`); what is there already is not added again.

    A file that changed replaces what it held before; evidence keeps its copy. Interrupted at any point, the next run
    goes on. --columns, --language and --dates hold for the same path in every later run, until they are given anew, or
    as `forget`. What cannot be read is listed and passed over; exit 3 if nothing could be read, 1 with --fail-on
    problems. Where there is no workspace, one is made.
    """
    named = {name: of for one in columns for name, of in one.items()} if columns else None
    told = Told(workers, _mark(scope, sensitivity), named, language, "" if dates == FORGET else dates)
    if watch:
        if paths or dry_run or fail_on:
            raise click.UsageError("--watch takes no other PATH, no --dry-run and no --fail-on")
        return _watch(place, Path(watch), told)
    if not paths:
        raise click.UsageError("name what to add")
    piped = _from_stdin(place, told) if STDIN in paths else []
    wanted: list[Path | Document | Problem] = [*piped, *_expanded(paths)]
    if dry_run:
        return _preview(place, wanted, told, as_json=as_json, fail_on=fail_on)
    with place.open(create=True) as bench, bench.open_corpus(create=True) as documents:
        report = _added(documents, wanted, told)
        if as_json:
            put([to_json(report), "\n"])
        _tell(report, told)
        if scope:
            _tell_unknown(bench, scope)
        if report.unchanged and (scope is not None or sensitivity is not None):
            say(f"marked as you say, too: {counted(report.unchanged, 'document')} that {_were(report.unchanged)} there")
        if report.changed or report.reread or report.back:
            tell_matching(bench, place.option())
    if report.added:
        say(f"next: `factcheck{place.option()} check ARTICLE` matches claims against them")
    return exit_of_reading(report.problems, some=bool(report.added + report.unchanged), fail_on=fail_on)


@dataclass(frozen=True, slots=True)
class Told:
    """What the command line says of all that is added. `workers` None: as many as help; others: nothing is said."""

    workers: int | None
    mark: Mark
    columns: Mapping[str, str] | None = None
    language: str | None = None
    dates: str | None = None

    def reading(self, rules: TierRules) -> Reading:
        """Return how files are read by this and the rules of the tiers."""
        from factcheck.corpus.options import Reading

        today = datetime.now(UTC).date()
        language, dates = self.language or "", self.dates or ""
        return Reading(rules=rules, columns=self.columns or {}, language=language, dates=dates, today=today)


def _added(corpus: Corpus, items: Sequence[Path | Document | Problem], told: Told) -> AddReport:
    workers = _workers(items) if told.workers is None else told.workers
    with Progress() as progress:

        def tell(done: AddProgress) -> None:
            progress.show(progress_line(done))

        return corpus.add(
            [item for item in items if not isinstance(item, Problem)],
            progress=tell,
            workers=workers,
            mark=told.mark,
            columns=told.columns,
            language=told.language,
            dates=told.dates,
            problems=[item for item in items if isinstance(item, Problem)],
        )


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _tell(report: AddReport, told: Told) -> None:
    back = f"; {report.back} of them {_were(report.back)} gone, and can be found again" if report.back else ""
    say(f"{counted(report.added, 'document')} added, {report.unchanged} were there already{back}")
    _tell_repeated(report.repeated)
    for paths, what in ((report.changed, "had changed"), (report.reread, "read in another way than before")):
        if paths:
            say(f"{counted(len(paths), 'file')} {what}, and replaced what they held; evidence keeps its copies")
    if report.corrected:
        say(f"{counted(report.corrected, 'document')} in another language from now on than before")
    if report.heirs:
        heirs = counted(report.heirs, "new document")
        say(f"{heirs} marked as what the files held before, not for all to see; `factcheck corpus mark` changes that")
    if report.alike:
        ids = " ".join(one[:12] for one in report.alike[:IDS_TOLD])
        what = f"{counted(len(report.alike), 'new document')} open to all with the text of one that is not"
        say(f"{what}; if that is not meant: `factcheck corpus mark {ids} --sensitivity confidential`")
    for line in (*mapped_lines(report.mapped), *_missing(told, report.mapped), *said_lines(report.said)):
        say(line)
    tell_problems(report.problems)


def _tell_repeated(number: int) -> None:
    """Say how often a document was read again in one run."""
    if number:
        what = f"{counted(number, 'more place')} with the same documents"
        say(f"{what}, which are kept once: `factcheck corpus list --json` names all places of each")


def _missing(told: Told, mapped: Sequence[Mapped]) -> Iterator[str]:
    """Say which columns that were named are in no file."""
    from factcheck.corpus.columns import missing_columns

    yield from filter(None, [missing_line(missing_columns(told.columns or {}, mapped))])


def _tell_unknown(bench: Workbench, scope: str) -> None:
    """Say that a scope is that of no article there is: nobody would see what belongs to it."""
    kind, _, name = scope.partition(":")
    if kind == "article" and not any(one.id.startswith(name) for one in bench.articles()):
        say(f"no article has the id {name!r}: nobody sees what belongs to it (`factcheck corpus mark ID --scope all`)")


def _workers(items: Iterable[Path | Document | Problem]) -> int:
    """Return how many processes help: none for little; else one less than there are processors, which writes."""
    size = 0
    for folder in (item for item in items if isinstance(item, Path)):
        for file in _files(folder):
            with suppress(OSError):  # who reads it will tell
                size += file.stat().st_size
            if size > MUCH:
                return max(1, (os.cpu_count() or 2) - 1)
    return 0


def _files(path: Path) -> Iterator[Path]:
    """Yield a file, or those below a folder."""
    if path.is_file():
        yield path
    for folder, _, names in os.walk(path):
        yield from (Path(folder, name) for name in names)


def _expanded(paths: Iterable[str]) -> Iterator[Path]:
    """Yield what the paths stand for.

    Raises:
        InputError: a path is not there, and fits nothing as a pattern.
    """
    from factcheck.corpus.readers import check_path

    for name in paths:
        if name == STDIN:
            continue
        fitting = [] if os.path.lexists(name) else sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - a pattern may be absolute
        if not fitting:
            check_path(Path(name))
        yield from map(Path, fitting or [name])


def _from_stdin(place: Place, told: Told) -> list[Document | Problem]:
    """Return the documents on standard input, and what of it could not be read: a text, a page, or records.

    Raises:
        InputError: nothing of it can be read.
    """
    from factcheck.corpus.readers import read_documents
    from factcheck.web.secrets import told_problem

    mapped: list[Mapped] = []
    how = told.reading(place.tier_rules())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "stdin")
        with path.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        found = [_named_stdin(one, path) for one in read_documents(path, how=how, tell=mapped.append)]
    problems = [one for one in found if isinstance(one, Problem)]
    if problems and len(problems) == len(found):
        first = told_problem(problems[0])
        raise InputError(first.reason, hint=first.remedy, subject=first.path)
    for line in mapped_lines([replace(one, path=STDIN_NAME) for one in mapped]):
        say(line)
    return found


def _named_stdin(found: Document | Problem, path: Path) -> Document | Problem:
    if isinstance(found, Problem):
        return replace(found, path=f"{STDIN_NAME}{found.path.removeprefix(str(path))}")
    place = f"{STDIN_NAME}{found.source.path.removeprefix(str(path))}"
    return replace(found, source=replace(found.source, path=place))


def _preview(
    place: Place, items: Sequence[Path | Document | Problem], told: Told, *, as_json: bool, fail_on: str | None
) -> int:
    from factcheck.corpus.adding import preview

    try:
        with place.open() as bench, bench.open_corpus() as documents:
            found = documents.preview(items, told.columns, told.language, told.dates)
    except NoWorkspaceError:
        found = preview(items, told.reading(place.tier_rules()), lambda _: ())
    if as_json:
        put([to_json(found), "\n"])
    say(f"{counted(found.new, 'document')} would be added, {found.there} are there already; nothing was written")
    _tell_repeated(found.repeated)
    if found.languages:
        say(f"languages: {languages_line(found.languages)}")
    for line in (*mapped_lines(found.mapped), *_missing(told, found.mapped), *said_lines(found.said)):
        say(line)
    tell_problems(found.problems, more="--json lists them")
    return exit_of_reading(found.problems, some=bool(found.new + found.there), fail_on=fail_on)


# --- keeping in step --------------------------------------------------------------------------------------------------


def _watch(place: Place, folder: Path, told: Told) -> int:
    """Add what is new or changed in a folder, and mark what vanished, until interrupted."""
    say(f"watching {folder}; Ctrl-C ends it")
    known: Stamps = {}
    while True:
        known = step(place, folder, known, told)
        time.sleep(POLL_SECONDS)


def step(place: Place, folder: Path, known: Stamps, told: Told) -> Stamps:
    """Bring the corpus in step with a folder; return how its files stand now, to be `known` at the next step."""
    with _corpus(place) as documents:
        now = _stamps(folder)
        time.sleep(min(POLL_SECONDS, 0.2))
        settled = {path: stamp for path, stamp in _stamps(folder).items() if now.get(path) == stamp}
        fresh = [path for path, stamp in settled.items() if known.get(path) != stamp]
        if fresh:
            report = _added(documents, fresh, told)
            _tell(report, told)
        if not known or known.keys() - now.keys():
            synced = documents.sync(folder)
            if synced.gone or synced.back:
                say(f"files gone: {synced.gone}, back: {synced.back}")
            tell_problems(synced.problems)
    return settled


def _stamps(folder: Path) -> Stamps:
    from factcheck.corpus.readers import list_files

    found: Stamps = {}
    for path, problem in list_files(folder):
        if problem is None and path.exists():
            stat = path.stat()
            found[path] = (stat.st_mtime_ns, stat.st_size)
    return found


@contextmanager
def _corpus(place: Place) -> Iterator[Corpus]:
    with place.open(create=True) as bench, bench.open_corpus(create=True) as documents:
        yield documents


@click.command("mark", cls=Command, epilog=example("factcheck corpus mark 3f2a9c --sensitivity confidential"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@mark_options
@pass_place
def mark(place: Place, ids: tuple[str, ...], *, scope: str | None, sensitivity: str | None) -> None:
    """Say to whom documents belong, and who may see them. Documents are named by id or the start of it."""
    if scope is None and sensitivity is None:
        raise click.UsageError("give --scope or --sensitivity")
    with place.open() as bench, bench.open_corpus() as documents:
        marked = documents.mark([documents.find(one) for one in ids], _mark(scope, sensitivity))
        if scope:
            _tell_unknown(bench, scope)
    say(f"{counted(marked, 'document')} marked; evidence that was matched before follows")


def _mark(scope: str | None, sensitivity: str | None) -> Mark:
    from factcheck.corpus import Mark

    return Mark(scope=scope, sensitivity=Sensitivity(sensitivity) if sensitivity else None)


@click.command("sync", cls=Command, epilog=example("factcheck corpus sync", "factcheck corpus sync archive/"))
@click.argument("path", type=click.Path(path_type=Path), required=False)
@pass_place
def sync(place: Place, path: Path | None) -> None:
    """Mark the documents whose files are gone (all, or at and below PATH): they are kept, and no longer found."""
    with place.open() as bench:
        with bench.open_corpus() as documents:
            if path is not None:
                documents.check_holds(path)
            synced = documents.sync(path)
        say(f"files gone: {synced.gone}, back: {synced.back}")
        tell_problems(synced.problems)
        tell_matching(bench, place.option())


@click.command("rebuild", cls=Command, epilog=example("factcheck corpus rebuild"))
@pass_place
def rebuild(place: Place) -> None:
    """Build the index anew from the documents, with the tiers by the rules that hold now.

    The keys in addresses, which earlier versions kept, are taken out; evidence that was found with them keeps its copy.
    Interrupted, the next command that opens the corpus goes on.
    """
    # The salt of addresses is made where there is none, as when something is added.
    with place.open() as bench, bench.open_corpus(create=bench.has_corpus) as documents, Progress() as progress:
        others, keyed = documents.retiered(), documents.readdressed()
        number = documents.rebuild(progress=lambda done: progress.show(progress_line(done)))
    if others:
        say(f"{counted(others, 'document')} with another tier, by the rules that hold now")
    if keyed:
        say(f"{counted(keyed, 'document')} kept without the keys in their addresses from now on")
    say(f"the index was built anew from {counted(number, 'document')}")
