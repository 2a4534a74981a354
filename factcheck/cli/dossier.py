"""`factcheck dossier`: everything on an article in one file, which anybody can verify anywhere."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from factcheck.cli.completing import files
from factcheck.cli.output import put, put_lines, say
from factcheck.cli.place import Group, Place, example, pass_place
from factcheck.cli.target import check_free, write_bytes
from factcheck.errors import EXIT_DONE, EXIT_FOUND, InputError
from factcheck.files import NEVER_ENDS, may_never_end
from factcheck.reports.as_json import to_json
from factcheck.reports.cells import counted

if TYPE_CHECKING:
    from factcheck.workbench.dossier.gathering import Exported

STDOUT = "-"
IN_MEMORY = 32 * 1024 * 1024
"""Bytes of a dossier that are gathered in memory; a larger one in a scratch file."""


@click.group("dossier", cls=Group, epilog=example("factcheck dossier export budget --output budget.zip"))
def dossier() -> None:
    """Export an article with all that was found and decided; verify and replay such a file."""


@dossier.command(
    "export",
    epilog=example("factcheck dossier export budget", "factcheck dossier export budget --output budget.zip --force"),
)
@click.argument("article", metavar="ARTICLE")
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    shell_complete=files,
    help="Write it to this file (else dossier-ID.zip here; - for stdout).",
)
@click.option("--force", is_flag=True, help="Replace the file, if it is there.")
@pass_place
def export(place: Place, /, article: str, output: str | None, *, force: bool) -> None:
    """Write the dossier of ARTICLE (start of its id, part of title or path): a zip, the same bytes for the same state.

    In it: a page for a reader who has never seen this program, the annotated copy, each revision, claims, evidence with
    passages and calculations, the pages that were fetched (WARC), the article's own among them, the log, and a manifest
    with the SHA-256 of each.
    Withheld are the words, names and addresses of sources that are not open and of contacts, notes, paths of this
    machine, and events on other articles; the manifest lists what, with the SHA-256 of what stands here in its place. A
    snapshot that is gone or altered is told, and recorded in the manifest.
    """
    from factcheck.workbench.dossier.gathering import article_meant, pack

    with place.open() as bench:
        found = article_meant(bench, article)
        name = output or f"dossier-{found.id}.zip"
        if name != STDOUT:
            check_free(Path(name), force=force)
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as scratch:
            exported = pack(bench, found, scratch)
            write_bytes(exported.chunks, None if name == STDOUT else name, force=force)
    _tell(exported)


@dossier.command(
    "verify",
    epilog=example(
        "factcheck dossier verify budget.zip",
        "factcheck dossier verify budget.zip --head 9f2c...",
        "factcheck dossier verify budget.zip --strict",
    ),
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--head", metavar="DIGEST", default="", help="A log head that was kept elsewhere: must be in its log.")
@click.option("--manifest", "sha256", metavar="DIGEST", default="", help="The SHA-256 that its manifest must have.")
@click.option("--strict", is_flag=True, help="Exit 1 also where a part was not compared with the records.")
@click.option("--json", "as_json", is_flag=True, help="The failures and what could not be verified as JSON.")
def verify(file: Path, head: str, sha256: str, *, strict: bool, as_json: bool) -> int:
    """Verify the dossier FILE by itself: no workspace, no network, no other file.

    Exit 1 and name the part of each failure: a part that is not what the manifest says, an event, text, claim or piece
    of evidence that is not what the log says, a calculation that gives something else, a state or signature that does
    not follow from the log, a page that was altered, a copy with a script in it, or that says something else than the
    records: it is written again from them (by the program that exported it, with its extra `html`; else it is told that
    this was not compared, and may say anything: exit 1 with --strict, else 0). A zip made to harm is refused with exit
    3. What is withheld cannot be verified, and is counted. Whoever makes all of it anew can make it fit: ask the
    newsroom for the SHA-256 of the manifest, which is the same whenever the same state is exported (--manifest), or for
    a log head (--head).
    """
    from factcheck.reports.dossier import manifest as parts
    from factcheck.workbench.dossier.verifying import verify as verified

    with _opened(file) as zipped:
        found = verified(zipped, head, sha256.lower())
    if as_json:
        told = {"failures": found.failures, "notes": found.notes, "log": found.manifest.log}
        put([to_json({**told, "uncompared": found.uncompared, "manifest": found.sha256}), "\n"])
    else:
        put_lines(map(str, found.failures))
        for note in found.notes:
            say(note)
    if found.uncompared and not found.failures:
        say(f"NOT COMPARED with the records, and may say anything: {', '.join(found.uncompared)}")
        with_other = f"verify it with {found.manifest.program}, or " * (parts.README in found.uncompared)
        say(f"to be sure of them: {with_other}ask the newsroom for its --manifest")
    if found.failures:
        say(f"factcheck: the dossier does not verify: {counted(len(found.failures), 'failure')}")
        return EXIT_FOUND
    say(f"{counted(len(found.manifest.parts), 'part')} verify; log head {found.manifest.log.head}")
    say(f"SHA-256 of the manifest: {found.sha256}")
    return EXIT_FOUND if strict and found.uncompared else EXIT_DONE


@dossier.command("replay", epilog=example("factcheck dossier replay budget.zip"))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="What was compared, and each difference, as JSON.")
def replay(file: Path, *, as_json: bool) -> int:
    """Extract, match and judge again on what the dossier FILE holds, and compare every result.

    Exit 1 if something differs under the same engine, or the dossier does not verify. A difference under another
    version of an engine is told as such. What is withheld is skipped, and counted; of matching, the terms and what each
    passage shares with them are compared: what an index returns depends on a corpus that no dossier has.
    """
    from factcheck.workbench.dossier.replaying import replay as replayed
    from factcheck.workbench.dossier.verifying import verify as verified

    with _opened(file) as zipped:
        failures = verified(zipped).failures
        found = replayed(zipped)
    if as_json:
        told = {"compared": found.compared, "skipped": found.skipped, "differences": found.differences}
        put([to_json({**told, "failures": failures}), "\n"])
    else:
        put_lines(map(str, (*failures, *found.differences)))
    compared = ", ".join(f"{step} {number}" for step, number in found.compared.items())
    other = sum(one.is_of_another_engine for one in found.differences)
    own = len(found.differences) - other
    say(f"compared: {compared}; {own} differ under the same engine, {other} under another; {found.skipped} skipped")
    if failures:
        say(f"factcheck: the dossier does not verify: {counted(len(failures), 'failure')}")
    return EXIT_FOUND if failures or own else EXIT_DONE


@contextmanager
def _opened(file: Path) -> Iterator[IO[bytes]]:
    """Open the file of a dossier.

    Raises:
        InputError: it cannot be read, or may never end.
    """
    if may_never_end(file):
        raise InputError(NEVER_ENDS, hint="name a file that `factcheck dossier export` wrote", subject=str(file))
    try:
        zipped = file.open("rb")
    except OSError as error:
        hint = "name a file that `factcheck dossier export` wrote"
        raise InputError(f"cannot be read: {error.strerror}", hint=hint, subject=str(file)) from error
    with zipped:
        try:
            yield zipped
        except InputError as error:
            error.subject = error.subject or str(file)
            raise


def _tell(exported: Exported) -> None:
    manifest = exported.manifest
    for one in manifest.missing:
        say(f"missing: {one.part}: {one.why}")
    kept = f"{counted(len(manifest.parts), 'part')}, {len(manifest.withheld)} withheld, {len(manifest.missing)} missing"
    say(f"{kept}; log head {manifest.log.head} (event {manifest.log.events})")
    say(f"SHA-256 of the manifest, for `dossier verify --manifest`: {exported.sha256}")
