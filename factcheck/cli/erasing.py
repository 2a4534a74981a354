"""`factcheck erase`: personal words, for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.claim import evidence_of, view_of
from factcheck.cli.output import put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.reports.cells import counted, cut, shown_line
from factcheck.reports.log_lines import in_words

if TYPE_CHECKING:
    from factcheck.domain import Event, Evidence
    from factcheck.workbench import Workbench
    from factcheck.workbench.begun import Forgotten
    from factcheck.workbench.erasing import Personal

_SHOWN, _WIDTH = 10, 100
"""Events that a preview names, and characters of the words that it shows: enough to tell which they are."""


@click.command(
    "erase",
    cls=Command,
    epilog=example(
        'factcheck erase --person "Maren Holt" --person Holt --reason "asked us to on 2026-11-28"',
        "factcheck erase 6 --note 2 --reason 'not ours to keep' --yes",
        "factcheck erase 6 --evidence e3 --waiting --reason 'source protection' --yes",
        "factcheck erase 6 --event 214 --reason 'names a child' --yes",
    ),
)
@click.argument("reference", metavar="[CLAIM]", default="")
@click.option("--article", metavar="NAME", default="", help="Where several articles are numbered alike.")
@click.option("--person", "names", metavar="NAME", multiple=True, help="All that names this person; each spelling.")
@click.option("--note", metavar="N", type=click.IntRange(min=1), default=None, help="A note of CLAIM, as they stand.")
@click.option("--waiting", is_flag=True, help="Who is or was waited for, on CLAIM.")
@click.option("--evidence", "position", metavar="EVIDENCE", default="", help="What was brought to CLAIM, by e1 or id.")
@click.option(
    "--event", metavar="N", type=click.IntRange(min=1), default=None, help="What event N on CLAIM says (`audit log`)."
)
@click.option("--reason", metavar="TEXT", default="", help="Why; the log keeps it, so without the name and the words.")
@click.option("--yes", "is_agreed", is_flag=True, help="Erase it; without this, only print what would be.")
@click.option(
    "--clean",
    "is_clean",
    is_flag=True,
    help="Only write the file anew, and the corpus without what was removed from it.",
)
@pass_place
def erase(  # noqa: PLR0913, PLR0917 - the options above
    place: Place,
    reference: str,
    article: str,
    names: tuple[str, ...],
    note: int | None,
    position: str,
    event: int | None,
    reason: str,
    *,
    waiting: bool,
    is_agreed: bool,
    is_clean: bool,
) -> None:
    """Erase personal words with all copies of them; nothing brings them back, undo neither.

    Every place shows "[erased]" instead. What was signed with them stays signed, and the log verifies: it says who
    erased what kind of words, when and why. What anybody began on the screen and did not save goes, too. Without --yes
    nothing is erased. A surname alone is found only where it is given by itself. Out of reach are backups, exported
    reports and dossiers, the files that evidence points at, the documents of the corpus, and what the log has itself:
    the names of who decided, words of the article, and the rationales, reasons and comments that a version before
    this one wrote.
    """
    from factcheck.workbench import erasing

    single = bool(note or waiting or position or event)
    if is_clean + bool(names) + bool(reference) != 1 or bool(reference) != single:
        raise click.UsageError(
            "give --person; or CLAIM with --note, --waiting, --evidence or --event; or --clean alone"
        )
    with place.open() as bench:
        if is_clean:
            from factcheck.workbench.cleaning import clean

            documents = clean(bench)
            say("the file was written anew: nothing of what was erased is left in it")
            if documents is not None:
                left = counted(documents, "document")
                say(f"so was the corpus: nothing of what was removed from it is left; it has {left}")
            return
        found = (
            erasing.of_person(bench.store, names)
            if names
            else _of_claim(bench, reference, article, position, note=note or 0, waiting=waiting, event=event or 0)
        )
        stays = erasing.named_in_log(bench.store, names) if names else ()
        begun = erasing.begun_with(bench, found, names)
        anything = bool(found or begun.texts)
        if not is_agreed or not anything:
            put_lines([*(_line(bench, one) for one in found), *_begun(begun, "would go"), *_staying(stays)])
            put_lines(_partly(bench, names) if names else ())
            copies = erasing.copied(bench.store, names) if names else ()
            put_lines(_copied(place, copies))
            put_lines(_still(bench, found, names, stays))
            say("nothing was erased" + ("; --yes erases this" if anything else _WITHOUT[bool(copies)]))
            return
        done = erasing.erase(bench, found, reason, names)
        say(f"erased: {counted(done.erased, 'text')} on {counted(done.claims, 'claim')}, with all copies here")
        for line in (*_begun(done.begun, "erased"), *_staying(stays), *_named_still(done.still, "stays", "stay")):
            say(line)
        say("backups, exported reports and dossiers, and files that evidence points at are as they were")


def _of_claim(
    bench: Workbench, reference: str, article: str, position: str, *, note: int, waiting: bool, event: int
) -> tuple[Personal, ...]:
    from factcheck.workbench import erasing

    if any(item.id == position for item in bench.store.evidence(reference)):  # also what is listed nowhere any more
        return erasing.of_claim(bench.store, reference, evidence=position)
    view = view_of(bench, reference, article)
    item = evidence_of(view, position) if position else ""
    return erasing.of_claim(bench.store, view.claim.id, note=note, waiting=waiting, evidence=item, event=event)


def _line(bench: Workbench, one: Personal) -> str:
    made, _ = bench.store.rows_of(one.claim)
    when = " of an earlier revision" if bench.store.replaced_by(made["revision"]) else ""
    return f"claim {made['number']}{when} ({one.claim}): {one.kind}: {cut(shown_line(one.words), _WIDTH)}"


_WITHOUT = {False: ": there are no such words", True: ": of what people wrote, there are no such words"}
"""What is said where there is nothing to erase: whether evidence copies such words out of documents."""


def _copied(place: Place, copies: Sequence[Evidence]) -> Iterator[str]:
    """Yield which evidence copies words that name the person out of documents: each goes by itself alone."""
    if copies:
        yield f"{counted(len(copies), 'piece')} of evidence out of documents would stay, each with the command for it:"
    for one in copies[:_SHOWN]:
        erase = f"`factcheck{place.option()} erase {one.claim} --evidence {one.id} --reason TEXT --yes`"
        yield f"  {cut(shown_line(one.candidate.passage.text), _WIDTH)}: {erase}"
    if len(copies) > _SHOWN:
        yield f"  and {len(copies) - _SHOWN} more: erase these first"


def _partly(bench: Workbench, names: Sequence[str]) -> Iterator[str]:
    from factcheck.workbench import erasing

    left = erasing.partly_named(bench.store, names)
    if left:
        yield f"{counted(len(left), 'text')} with a part of the name, which may be another's, would stay:"
        yield from (f"  {_line(bench, one)}" for one in left)


def _still(bench: Workbench, found: Sequence[Personal], names: Sequence[str], stays: Sequence[Event]) -> Iterator[str]:
    from factcheck.workbench.naming_still import naming_still

    listed = {event.seq for event in stays}
    events = [event for event in naming_still(bench, found, names) if event.seq not in listed]
    yield from (f"{line}:" for line in _named_still(len(events), "would stay", "would stay"))
    yield from _events(events)


def _named_still(count: int, one: str, several: str) -> Iterator[str]:
    """Yield how many events name them in other words, and what becomes of these."""
    if count == 1:
        yield f"1 event that names them in other words {one}, withheld from exports and dossiers"
    elif count:
        yield f"{count} events that name them in other words {several}, withheld from exports and dossiers"


def _begun(found: Forgotten, became: str) -> Iterator[str]:
    if found.texts:
        yield f"begun and not saved: {counted(found.texts, 'text')} {became}"
    if found.unread:
        yield f"begun and not saved: {counted(found.unread, 'file')} of other users could not be looked at"


def _staying(stays: Sequence[Event]) -> Iterator[str]:
    if not stays:
        return
    yield f"the name stays in {counted(len(stays), 'event')} of the log, which is never changed:"
    yield from _events(stays)


def _events(events: Sequence[Event]) -> Iterator[str]:
    yield from (f"  event {event.seq}: {cut(in_words(event), _WIDTH)}" for event in events[:_SHOWN])
    if len(events) > _SHOWN:
        yield f"  and {len(events) - _SHOWN} more: `factcheck audit log`"
