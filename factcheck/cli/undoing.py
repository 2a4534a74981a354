"""`factcheck undo` and `factcheck redo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.claim import tell_stale
from factcheck.cli.output import put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.reports.cells import counted, shown_line
from factcheck.reports.log_lines import in_words

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.undoing import Undone

_NOTHING = {"undo": "no decision left that undo takes back", "redo": "undone nothing, or decided since"}


@click.command("undo", cls=Command, epilog=example("factcheck undo"))
@pass_place
def undo(place: Place) -> None:
    """Take back your latest decision.

    A stance, citation, verdict or note, or what you did to the list of claims (split, join, add, ...); all that one
    command or key recorded. A sign-off is withdrawn with a reason instead (`factcheck review withdraw`).
    """
    with place.open() as bench:
        _tell(bench, bench.undo(), "undone", "undo")


@click.command("redo", cls=Command, epilog=example("factcheck redo"))
@pass_place
def redo(place: Place) -> None:
    """Bring back the decision you undid last."""
    with place.open() as bench:
        _tell(bench, bench.redo(), "redone", "redo")


def _tell(bench: Workbench, done: Undone | None, word: str, command: str) -> None:
    if done is None:
        say(f"nothing to {command}: {shown_line(bench.user)} has {_NOTHING[command]}")
        return
    from factcheck.workbench.log_names import names_in
    from factcheck.workbench.undoing import overruled

    tell_stale(bench, done.claim)
    named = names_in(bench, done.events)
    told = "; ".join(dict.fromkeys(in_words(event, named) for event in done.events))
    more = f" and {counted(done.others, 'other')}" if done.others else ""
    put_lines([f"{word}: {told}, on claim {bench.claim(done.claim).summary.number} ({done.claim}){more}"])
    for told in overruled(bench, done):
        say(f"but {told}")
