"""The `factcheck` command, and the table of its subcommands: each is imported only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from factcheck import __version__
from factcheck.cli.place import HELP_NAMES, Place, pass_place, place_options
from factcheck.errors import EXIT_DONE, FactcheckError

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

COMMANDS = {
    "init": ("starting:init", "Make a workspace in this folder, with a commented factcheck.toml"),
    "check": ("checking:check", "Extract, match, judge, store; print the claim list"),
    "extract": ("extracting:extract", "Print the claims of an article; needs no workspace"),
    "names": ("naming:names", "People, organisations and places of an article, with their spellings"),
    "compare": ("comparing:compare", "Judge one passage against one claim, with the reasons"),
    "corpus": ("corpus:corpus", "Add, list, search and verify the documents to check against"),
    "fetch": ("fetching:fetch", "Fetch reference pages: each is kept as received and becomes a source of the corpus"),
    "import": ("importing:import_", "Make others' fact-checks sources that carry a ruling"),
    "evidence": ("evidence:evidence", "Add a file, page, contact or text as evidence for a claim"),
    "claim-list": (
        "claim_list:claim_list",
        "Print the stored claims: table, JSON, CSV, Excel, Markdown; a publishing gate",
    ),
    "stats": ("stats:stats", "Count claims, verdicts, time to sign-off, corrections, and the sources most relied on"),
    "claim": ("claims:claim", "Show a claim; judge its evidence, give a verdict; split, join, add, correct"),
    "review": ("reviewing:review", "Submit, sign off, return, dispute, settle; see what is left to do"),
    "handover": ("handover:handover", "Print for the next shift what is done, what waits and what comes next"),
    "diff": ("revising:diff", "Show what the last revision of an article made of its claims"),
    "undo": ("undoing:undo", "Take back your latest decision"),
    "redo": ("undoing:redo", "Bring back the decision you undid last"),
    "dossier": (
        "dossier:dossier",
        "Export an article with all that was found and decided; verify and replay such a file",
    ),
    "audit": ("audit:audit", "Print and verify the log of decisions"),
    "backup": ("moving:backup", "Write the whole workspace into one file, while others work"),
    "restore": ("moving:restore", "Put a backup into an empty workspace, or in place of another"),
    "db": ("moving:db", "Move the database of a workspace between SQLite and PostgreSQL"),
    "erase": ("erasing:erase", "Erase personal words for good: notes, contacts, who is waited for; with all copies"),
    "key": ("keys:key", "Make the key that signs your sign-offs; say whose keys are trusted here"),
    "config": ("config:config", "Print each setting and where it came from"),
    "doctor": ("doctor:doctor", "Say what is wrong with this workspace, and what mends it"),
    "demo": ("starting:demo", "Run a worked example, offline, from nothing"),
}
"""Subcommand -> where it lives under `factcheck.cli`, and its short help; a test holds these to the commands' own."""


class LazyGroup(click.Group):
    """A group that lists its commands from the table and imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of the work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(f"factcheck.cli.{module}"), name)
        assert isinstance(command, click.Command)  # noqa: S101 - the table above is ours
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list without importing anything."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings=HELP_NAMES,
    epilog="\b\nExample:\n  factcheck check article.txt --corpus archive/\n  factcheck",
)
@place_options(environment=True)
@click.option("--offline", is_flag=True, help="Fetch nothing, whatever the configuration says.")
@click.option("--ascii", "ascii_only", is_flag=True, help="Workbench: no box characters, our words in ASCII.")
@click.option("--no-mouse", is_flag=True, help="Workbench: leave the mouse to the terminal.")
@click.option("--blind", is_flag=True, help="Workbench: hide what the program suggests.")
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
@pass_place
def app(place: Place, context: click.Context, /, *, offline: bool, **look: bool) -> int:
    """Check an article line by line against your own archive.

    Without a command: the terminal workbench on this workspace. Exit codes: 0 done; 1 what --fail-on or a verification
    asked about was found; 2 bad usage; 3 bad input or state; 70 a fault of ours; 130 interrupted.
    """
    place.offline = offline
    if context.invoked_subcommand is None:
        return _open_workbench(place, ascii_only=look["ascii_only"], mouse=not look["no_mouse"], blind=look["blind"])
    return EXIT_DONE


def _open_workbench(place: Place, **look: bool) -> int:
    ended = _shown(place, look)
    if ended is not None:
        return ended
    from factcheck.cli.starting import example_place, make_example

    example = example_place(place)
    make_example(example)
    return _shown(example, look) or EXIT_DONE


def _shown(place: Place, look: dict[str, bool]) -> int | None:
    """Show the workbench of a workspace; return the exit code, or None where the worked example is asked for."""
    import os
    import sys

    with place.open() as bench:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise click.UsageError(
                "the workbench needs a terminal to read from and to draw on (standard error);"
                " `factcheck claim-list` prints the claims without one"
            )
        _unlock(bench)
        for name in ("COLUMNS", "LINES"):  # a window that changes its size has its own
            os.environ.pop(name, None)
        tui: Any = import_module("factcheck.tui")
        ended: int | None = tui.run(bench, **look)
        return ended


def _unlock(bench: Workbench) -> None:
    """Ask for the passphrase of the user's key while there is a terminal to ask on; without it, one may still look."""
    from factcheck.cli.output import say
    from factcheck.review.kinds import Kind
    from factcheck.workbench.users import passphrase_set

    try:
        bench.key_for(bench.store, Kind.SIGNED)
    except FactcheckError as error:
        say(f"factcheck: nothing can be signed: {error}")
    bench.passphrase = passphrase_set
