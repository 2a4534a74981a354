"""`factcheck audit`: the log of decisions."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from factcheck.cli.moments import moment
from factcheck.cli.output import put, put_lines, say
from factcheck.cli.place import Group, Place, Word, example, pass_place
from factcheck.errors import EXIT_DONE, EXIT_FOUND, InputError, StorageError
from factcheck.reports.as_json import array, harmless
from factcheck.reports.log_lines import log_line
from factcheck.review.kinds import Kind
from factcheck.store.log import Verified, verified


@click.group("audit", cls=Group, epilog=example("factcheck audit verify"))
def audit() -> None:
    """Print and verify the log of decisions."""


@audit.command(
    "log",
    epilog=example(
        "factcheck audit log --claim 6",
        "factcheck audit log --by alice --kind verdict --since 2026-11-01",
        "factcheck audit log --format jsonl > log.jsonl",
    ),
)
@click.option("--claim", "reference", metavar="CLAIM", default="", help="Of this claim alone.")
@click.option("--article", metavar="ID", default="", help="Where several articles are numbered alike.")
@click.option("--by", "users", metavar="NAME", multiple=True, help="Of this user; several.")
@click.option("--kind", "kinds", type=Word(Kind), multiple=True, help="Of this kind; several.")
@click.option("--subject", metavar="ID", default="", help="About the claim or revision whose id starts so.")
@click.option("--since", metavar="TIME", default="", help="Not before: 2026-11-24 or 2026-11-24T12:00 (UTC).")
@click.option("--until", metavar="TIME", default="", help="Not after: a day with all its hours, or a moment.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", help="jsonl: to be verified."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@pass_place
def log(place: Place, /, reference: str, article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Print the events: number, time (UTC), user, what was done, to what.

    jsonl writes each event as its canonical bytes: what `factcheck audit verify FILE` verifies. A part of the log does
    not verify, for want of the rest; nor does what was made harmless for a terminal.
    """
    form = "json" if given["as_json"] else given["form"]
    with place.open() as bench:
        from factcheck.workbench.auditing import Asked

        asked = Asked(
            users=given["users"],
            kinds=given["kinds"],
            subject=given["subject"],
            since=moment(given["since"], "--since"),
            until=moment(given["until"], "--until", past=True),
        )
        if form == "jsonl" and not reference and asked == Asked():
            _put_exact(bench.store.log_lines())
            return
        events = bench.history(bench.find_claim(reference, article)) if reference else bench.events()
        found = filter(asked.fits, events)
        if form == "jsonl":
            from factcheck.store.log import line_of

            _put_exact(line_of(event) for event in found)
        elif form == "json":
            put([*array(found), "\n"])
        else:
            put(f"{log_line(event)}\n" for event in found)


@audit.command(
    "verify",
    epilog=example(
        "factcheck audit verify", "factcheck audit verify --head 9f2c...", "factcheck audit verify log.jsonl"
    ),
)
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--head", metavar="DIGEST", default="", help="A head that was kept (`factcheck audit head`): must be in it."
)
@pass_place
def verify(place: Place, file: Path | None, head: str) -> int:
    """Verify the chain of the log, or of FILE, a log that was exported as jsonl.

    Exit 1 and name the first event that was altered, removed, inserted or moved; in a workspace also the first
    article, claim, evidence or note that is not what its event says. An end that was cut off, or a log that was written
    anew as a whole, cannot be seen without a head that was kept elsewhere: --head.
    """
    try:
        if file is not None:
            from factcheck.workbench.auditing import exported_lines

            found, wrong = verified(exported_lines(file), head), ""
            if not found.events and not found.fault:
                hint = "name a file that `factcheck audit log --format jsonl` wrote"
                raise InputError("holds no event", hint=hint, subject=str(file))
        else:
            with place.open() as bench:
                from factcheck.workbench.auditing import first_wrong_row

                found = verified(bench.store.log_lines(), head)
                wrong = found.fault or first_wrong_row(bench.store)
    except StorageError as error:  # an event that cannot even be read is what was asked about
        found, wrong = Verified(events=0, head=""), str(error)
    if wrong := found.fault or wrong:
        say(f"factcheck: the log does not verify: {wrong}")
        return EXIT_FOUND
    if head and not found.held:
        say(f"factcheck: the log does not hold the head {head}: its end was cut off, or it is another log")
        return EXIT_FOUND
    say(f"{found.events} events verify" + (f"; the head is that of event {found.held}" if head else ""))
    if not head:
        say(
            "an end that was cut off, or a log written anew, cannot be seen without a kept head: "
            "`factcheck audit head`, then --head"
        )
    return EXIT_DONE


@audit.command("rebuild", epilog=example("factcheck audit rebuild", "factcheck audit rebuild --check"))
@click.option("--check", "only_check", is_flag=True, help="Only compare; exit 1 if a stored state differs.")
@pass_place
def rebuild(place: Place, *, only_check: bool) -> int:
    """Fold the log anew and compare each claim's stored state with it; store what differs.

    The log stays as it is, and has to verify first.
    """
    from factcheck.workbench import auditing

    with place.open() as bench:
        found = tuple(auditing.differing_states(bench)) if only_check else auditing.rebuild(bench)
        for one in found:
            put_lines([f"claim {one.claim}: {', '.join(one.columns)}"])
    if not found:
        say("every stored state is what the log says")
    elif only_check:
        say(f"{len(found)} stored states differ from what the log says: `factcheck audit rebuild` stores them anew")
    else:
        say(f"{len(found)} stored states stored anew, as the log says")
    return EXIT_FOUND if found and only_check else EXIT_DONE


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


def _put_exact(lines: Iterable[bytes]) -> None:
    """Print the lines of a log byte for byte; on a terminal harmless, since nobody verifies what is on a screen."""
    if sys.stdout.isatty():
        put(harmless(line.decode()) for line in lines)
        return
    sys.stdout.flush()
    sys.stdout.buffer.writelines(lines)
    sys.stdout.buffer.flush()
