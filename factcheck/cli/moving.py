"""`factcheck backup`, `restore` and `db`: a workspace in one file, and its database in another place or kind."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.completing import files
from factcheck.cli.output import put, say
from factcheck.cli.place import Command, Group, Place, example, pass_place
from factcheck.cli.target import replaced
from factcheck.databases import shown, without_password
from factcheck.reports.as_json import to_json
from factcheck.reports.cells import counted


@click.command("backup", cls=Command, epilog=example("factcheck backup monday.zip"))
@click.argument("file", metavar="FILE", shell_complete=files)
@click.option("--force", is_flag=True, help="Replace the file, if it is there.")
@click.option("--json", "as_json", is_flag=True, help="Print what it holds as JSON.")
@pass_place
def backup(place: Place, /, file: str, *, force: bool, as_json: bool) -> None:
    """Write the whole workspace into FILE (a zip), while others work.

    In it: the database as one state of it, whichever kind it is kept in, with notes and contacts; the documents of the
    corpus; the pages kept as received; the configuration without its database. Not in it: the index, made anew,
    key files, passwords, and files outside the workspace that were brought as evidence. It is read again before it
    counts. Keep it as safe as the workspace: it holds what is confidential.
    """
    from factcheck.workbench.backing_up import back_up, opened_backup

    with place.open() as bench:
        with replaced(file, force=force) as into:
            back_up(bench, into)
        with opened_backup(Path(file)) as (made, _):
            say(f"{counted(made.events, 'event')} and {counted(len(made.files), 'file')}, read again and whole")
            say(f"head of its log: {made.head}")
    if as_json:
        put([to_json(made), "\n"])


@click.command(
    "restore",
    cls=Command,
    epilog=example("factcheck restore monday.zip --workspace new"),
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Put it in the place of what the workspace holds.")
@click.option("--json", "as_json", is_flag=True, help="Print what was restored as JSON.")
@pass_place
def restore(place: Place, /, file: Path, *, force: bool, as_json: bool) -> None:
    """Put the backup FILE into an empty workspace, which is made if need be, or with --force in place of another.

    Every part and the whole log are verified first; the database, of either kind, is replaced as one, and files that
    are not in the backup stay. Whoever works in it meanwhile is told at their next decision, and loses nothing else.
    """
    from factcheck.workbench.restoring import restore as put_back

    done = put_back(file, place.folder, place.db, force=force)
    if done.before:
        say(f"{counted(done.before, 'event')} that were there gave way")
    say(f"{done.database}: {counted(done.backup.events, 'event')}, head {done.backup.head}")
    say(f"{counted(done.written, 'file')} written to {place.folder}")
    if done.kept:
        names = ", ".join(done.kept[:3]) + (", ..." if len(done.kept) > 3 else "")  # noqa: PLR2004 - examples
        say(f"kept, as they differ from the backup ({len(done.kept)}; --force takes all but factcheck.toml): {names}")
    if as_json:
        put([to_json(done), "\n"])


@click.group(
    "db", cls=Group, epilog=example("factcheck db copy factcheck.db postgresql+psycopg://desk@localhost/factcheck")
)
def db() -> None:
    """Move the database of a workspace between SQLite and PostgreSQL."""


@db.command("copy", epilog=example("factcheck db copy . postgresql+psycopg://desk@localhost/factcheck"))
@click.argument("source", metavar="FROM", shell_complete=files)
@click.argument("target", metavar="TO", shell_complete=files)
@click.option("--json", "as_json", is_flag=True, help="Print the rows, events and head as JSON.")
def copy(source: str, target: str, *, as_json: bool) -> None:
    """Copy the database FROM to the empty database TO, each a file or a URL; FROM may be a workspace.

    All of it is copied, private texts included, as one transaction, and held against what was read, row by row, and
    by the chain of the log: it is there whole, or nothing is. FROM stays as it is. Let nobody decide there any more.
    """
    from factcheck.workbench.moving import copy_database

    done = copy_database(source, target)
    rows = [f"{number:,} {'row' if number == 1 else 'rows'} of {name}" for name, number in done.rows.items() if number]
    say(f"copied to {shown(target)}: {', '.join(rows) or 'nothing'}")
    say(f"head of the log, here and there: {done.head or 'it is empty'}")
    say(f'next: db = "{without_password(target)}" in factcheck.toml of the workspace, and FROM put aside')
    if as_json:
        put([to_json(done), "\n"])
