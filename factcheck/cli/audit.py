"""`factcheck audit`: the log of decisions."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.completing import files
from factcheck.cli.moments import moment
from factcheck.cli.output import put, put_lines, say
from factcheck.cli.place import Group, Place, Word, example, pass_place
from factcheck.errors import EXIT_DONE, EXIT_FOUND, StorageError
from factcheck.keyfiles import SHORT, checked_key
from factcheck.reports.as_json import array, harmless
from factcheck.reports.cells import counted
from factcheck.reports.log_lines import log_line
from factcheck.reports.trust import key_lines
from factcheck.review.clocks import in_words
from factcheck.review.kinds import Kind

if TYPE_CHECKING:
    from factcheck.domain import Event, Problem
    from factcheck.review.heads import Head
    from factcheck.workbench import Workbench
    from factcheck.workbench.verifying import Audit


@click.group("audit", cls=Group, epilog=example("factcheck audit verify"))
def audit() -> None:
    """Print and verify the log of decisions."""


@audit.command(
    "log",
    epilog=example(
        "factcheck audit log --claim 6",
        "factcheck audit log --by alice --kind verdict --since 2026-11-01",
        "factcheck audit log --format jsonl --words words.jsonl > log.jsonl",
    ),
)
@click.option("--claim", "reference", metavar="CLAIM", default="", help="Of this claim, and of those it follows.")
@click.option("--article", metavar="ID", default="", help="Where several articles are numbered alike.")
@click.option("--by", "users", metavar="NAME", multiple=True, help="Of this user, or of a run they started; several.")
@click.option("--kind", "kinds", type=Word(Kind), multiple=True, help="Of this kind; several.")
@click.option("--subject", metavar="ID", default="", help="About the claim or revision whose id starts so.")
@click.option("--since", metavar="TIME", default="", help="Not before: 2026-11-24 or 2026-11-24T12:00 (UTC).")
@click.option("--until", metavar="TIME", default="", help="Not after: a day with all its hours, or a moment.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "jsonl"]), default="table", help="jsonl: to be verified."
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--words", metavar="FILE", help="With jsonl: write the words that the log has digests of, to this file.")
@pass_place
def log(place: Place, /, reference: str, article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Print the events: number, time (UTC), user, what was done, to what.

    Claims and evidence have the names that people use (claim 9, e1); json and jsonl keep their ids.

    jsonl writes each event as its canonical bytes: what `factcheck audit verify FILE` verifies. A part of the log does
    not verify, for want of the rest; nor does what was made harmless for a terminal. Of rationales, reasons, comments
    and wordings it has salted digests; --words FILE has them by event, with what proves them, those that were erased as
    erased. FILE must not be there yet, and nobody else on the machine may read it. Nothing is withheld in the log: it
    is for the newsroom, names people, and in a workspace of an earlier program the folders of articles. What
    `factcheck dossier export` writes is for others.
    """
    form = "json" if given["as_json"] else given["form"]
    words = given["words"]
    if words and form != "jsonl":
        raise click.UsageError("--words goes with --format jsonl: the other formats show the words")
    with place.open() as bench:
        from factcheck.workbench.auditing import Asked

        if form == "jsonl":
            _warn_of_names(bench)

        asked = Asked(
            users=given["users"],
            kinds=given["kinds"],
            subject=given["subject"],
            since=moment(given["since"], "--since"),
            until=moment(given["until"], "--until", past=True),
        )
        if form == "jsonl" and not reference and asked == Asked():
            _put_log(bench, words, bench.store.log_lines)
            return
        events = _events_of(bench, reference, article) if reference else bench.events()
        found = filter(asked.fits, events)
        if form == "jsonl":
            from factcheck.store.log import line_of

            lines = [line_of(event) for event in found]
            _put_log(bench, words, lambda: lines)
        elif form == "json":
            put([*array(found), "\n"])
        else:
            from factcheck.workbench.log_names import LogNames

            names = LogNames(bench)
            put(f"{log_line(event, names.read(event))}\n" for event in found)


@audit.command(
    "verify",
    epilog=example(
        "factcheck audit verify",
        "factcheck audit verify --head head.txt",
        "factcheck audit verify log.jsonl --key 51d3...",
    ),
)
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--head",
    metavar="DIGEST|FILE",
    shell_complete=files,
    default="",
    help="A head that was kept (`factcheck audit head`): must be in it.",
)
@click.option("--key", metavar="KEY", default="", help="The key with which trust must begin (`factcheck key show`).")
@click.option(
    "--words", metavar="WORDS", type=click.Path(path_type=Path), help="The words that were exported with FILE."
)
@pass_place
def verify(place: Place, file: Path | None, head: str, key: str, words: Path | None) -> int:
    """Verify the chain of the log and its signatures, or those of FILE, a log that was exported as jsonl.

    Exit 1 and name the first event that was altered, removed, inserted, moved, or not signed with a trusted key where
    it should be; in a workspace also the first article, claim, evidence or note that is not what its event says,
    and the first claim of which something else is stored than the log says (`factcheck audit rebuild`), and the
    documents that belong to others, or that others may see, than was noted when it was said (`factcheck corpus
    mark`). An end that was cut off, or a log that was written anew as a whole, cannot be seen without what was kept
    elsewhere: a head, signed or not (--head), or the key with which trust began (--key).
    """
    from factcheck.workbench import stored_states, verifying

    differs: stored_states.Differing | None = None
    marks: tuple[Problem, ...] = ()
    remedy = ""
    if words is not None and file is None:
        raise click.UsageError("--words goes with FILE: a workspace verifies its own words anyway")
    kept = verifying.kept_head(head) if head else None
    root = checked_key(key) if key else ""
    if file is not None:
        found = verifying.verify_file(file, kept, root, words)
    else:
        try:
            with place.open() as bench:
                found = verifying.verify(bench.store, kept, root)
                differs = None if found.wrong else next(stored_states.differing_states(bench.store), None)
                remedy = stored_states.remedy_in_words(bench.store, differs) if differs else ""
                marks = () if found.wrong else verifying.wrong_marks(bench)
        except StorageError as error:  # a file that cannot even be opened is what was asked about
            found = verifying.Audit(events=0, wrong=str(error))
    if found.wrong:
        say(f"factcheck: the log does not verify: {found.wrong}")
        return EXIT_FOUND
    for line in verified_lines(found, kept):
        say(line)
    if differs:
        say(f"factcheck: the log verifies, the list does not: claim {differs.claim}: {differs}: {remedy}")
        return EXIT_FOUND
    for one in marks:
        say(f"factcheck: the log verifies, the corpus does not: {one}")
    return EXIT_FOUND if marks else EXIT_DONE


@audit.command("rebuild", epilog=example("factcheck audit rebuild", "factcheck audit rebuild --check"))
@click.option("--check", "only_check", is_flag=True, help="Only compare; exit 1 if a stored state differs.")
@pass_place
def rebuild(place: Place, *, only_check: bool) -> int:
    """Fold the log anew and compare each claim's stored state with it; store what differs.

    The log stays as it is, and has to verify first.
    """
    from factcheck.workbench import stored_states, verifying

    with place.open() as bench:
        found = tuple(stored_states.differing_states(bench.store)) if only_check else verifying.rebuild(bench)
        for one in found:
            put_lines([f"claim {one.claim}: {', '.join(one.columns)}"])
    if not found:
        say("every stored state is what the log says")
    elif only_check:
        say(f"{len(found)} stored states differ from what the log says: `factcheck audit rebuild` stores them anew")
    else:
        say(f"{len(found)} stored states stored anew, as the log says")
    return EXIT_FOUND if found and only_check else EXIT_DONE


@audit.command("head", epilog=example("factcheck audit head > head.txt", "factcheck audit head --sign > head.txt"))
@click.option("--sign", "is_signed", is_flag=True, help="Sign it with your key, which has to be trusted here.")
@pass_place
def head(place: Place, *, is_signed: bool) -> None:
    """Print the digest of the last event, to be kept elsewhere."""
    from factcheck.workbench import verifying

    with place.open() as bench:
        last = bench.store.last_event()
        signed = verifying.head_signed(bench) if is_signed else ""
    if last is None:
        say("the log is empty")
        return
    put([f"{signed or last.digest}\n"])
    say(f"event {last.seq}, {last.at:%Y-%m-%d %H:%M:%S} UTC; keep it elsewhere, for `factcheck audit verify --head`")


def verified_lines(found: Audit, kept: Head | None) -> Iterator[str]:
    """Yield what came of verifying a log in which nothing is wrong, and what could not be seen."""
    told = f"; the head is that of event {found.held}" if kept else ""
    by = f", signed by {kept.user} with key {kept.key[:SHORT]}" if kept and kept.signature else ""
    yield f"{found.events} events verify{told}{by}"
    if found.signed:
        much = counted(sum(found.signed.values()), "signature")
        yield f"{much} by keys verify; compare the keys with what their holders say:"
        yield from key_lines(found.ring, found.signed)
    if found.asserted:
        yield f"{counted(found.asserted, 'decision')} that others act on without a key: identity asserted"
    if found.times:
        yield f"times that cannot all be right (the order is that of the numbers): {in_words(found.times)}"
    if kept is None:
        yield (
            "an end that was cut off, or a log written anew, cannot be seen without a kept head: "
            "`factcheck audit head`, then --head"
        )


def _warn_of_names(bench: Workbench) -> None:
    from factcheck.workbench.withholding import withheld_names

    if withheld_names(bench):
        say(
            "the log is for the newsroom: nothing is withheld in it, and this workspace has sources that are not open."
            " For others: `factcheck dossier export`"
        )


def _events_of(bench: Workbench, reference: str, article: str) -> Iterable[Event]:
    """Return the events of a claim as they were logged; of one of an earlier revision also what followed."""
    from factcheck.workbench.finding import heir_of

    return bench.logged(heir_of(bench.store, bench.find_claim(reference, article, earlier=True)))


def _put_log(bench: Workbench, words: str | None, lines: Callable[[], Iterable[bytes]]) -> None:
    """Print lines of the log; write the words that they have digests of to a file, of one and the same moment."""
    if words is None:
        _put_exact(lines())
        return
    from factcheck.cli.target import replaced
    from factcheck.workbench.spoken import words_of

    with replaced(words, force=False, hint="name another file", private=True) as file, bench.store.standing_still():
        file.writelines(words_of(bench.store, lines()))
        _put_exact(lines())


def _put_exact(lines: Iterable[bytes]) -> None:
    """Print the lines of a log byte for byte; on a terminal harmless, since nobody verifies what is on a screen."""
    if sys.stdout.isatty():
        put(harmless(line.decode()) for line in lines)
        return
    sys.stdout.flush()
    sys.stdout.buffer.writelines(lines)
    sys.stdout.buffer.flush()
