"""`factcheck audit`: the log of decisions."""

from __future__ import annotations

import click

from factcheck.cli.output import put, say
from factcheck.cli.place import Group, Place, example, pass_place
from factcheck.errors import EXIT_DONE, EXIT_FOUND, StorageError
from factcheck.reports.as_json import array
from factcheck.reports.log_lines import log_line


@click.group("audit", cls=Group, epilog=example("factcheck audit verify"))
def audit() -> None:
    """Print and verify the log of decisions."""


@audit.command("log", epilog=example("factcheck audit log", "factcheck audit log --claim 6 --json"))
@click.option("--claim", "reference", metavar="CLAIM", default="", help="Of this claim alone.")
@click.option("--article", metavar="ID", default="", help="Where several articles are numbered alike.")
@click.option("--json", "as_json", is_flag=True, help="Print the events as JSON.")
@pass_place
def log(place: Place, reference: str, article: str, *, as_json: bool) -> None:
    """Print the events: number, time (UTC), user, what was done, to what."""
    with place.open() as bench:
        events = bench.history(bench.find_claim(reference, article)) if reference else bench.events()
        if as_json:
            put(array(events))
            put(["\n"])
        else:
            put(f"{log_line(event)}\n" for event in events)


@audit.command("verify", epilog=example("factcheck audit verify", "factcheck audit verify --head 9f2c..."))
@click.option(
    "--head", metavar="DIGEST", default="", help="A head that was kept (`factcheck audit head`): must be in it."
)
@pass_place
def verify(place: Place, head: str) -> int:
    """Verify the chain of the log; exit 1 and name the event if one was changed, removed or put in.

    An end that was cut off cannot be seen without a head that was kept elsewhere.
    """
    from factcheck.store.log import first_fault

    digests: list[str] = []
    with place.open() as bench:
        try:
            fault = first_fault(bench.events())
            digests += [] if fault else [event.digest for event in bench.events()]
        except StorageError as error:  # an event that cannot even be read is what was asked about
            fault = error.message
    if fault:
        say(f"factcheck: the log does not verify: {fault}")
        return EXIT_FOUND
    if head and head not in digests:
        say(f"factcheck: the log does not hold the head {head}: its end was cut off, or it is another log")
        return EXIT_FOUND
    say(f"{len(digests)} events verify")
    if not head:
        say("an end that was cut off cannot be seen without a kept head: `factcheck audit head`, then --head")
    return EXIT_DONE


@audit.command("head", epilog=example("factcheck audit head > head.txt"))
@pass_place
def head(place: Place) -> None:
    """Print the digest of the last event, to be kept elsewhere."""
    with place.open() as bench:
        last = bench.store.last_event()
    if last is None:
        say("the log is empty")
        return
    put([f"{last.digest}\n"])
    say(f"event {last.seq}, {last.at:%Y-%m-%d %H:%M:%S} UTC; keep it elsewhere, for `factcheck audit verify --head`")
