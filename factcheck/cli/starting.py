"""`factcheck init` and `factcheck demo`: making a workspace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.completing import files
from factcheck.cli.output import Progress, say
from factcheck.cli.place import Command, Place, current_folder, example, pass_place
from factcheck.domain import Stance
from factcheck.errors import StorageError
from factcheck.text.commands import words_of_command
from factcheck.workbench.opening import DATABASE

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

DEMO_FOLDER = "demo-workspace"


@click.command("init", cls=Command, epilog=example("factcheck init", "factcheck init budget-speech"))
@click.argument("named", metavar="[FOLDER]", default="", shell_complete=files)
@pass_place
def init(place: Place, named: str) -> None:
    """Make a workspace in this folder, with a commented factcheck.toml.

    With FOLDER (or --workspace) in that one, which is made if need be. What is there already stays as it is. With --db
    the configuration names that database, without its password.
    """
    place.workspace = named or place.workspace
    folder = Path(place.workspace) if place.workspace else current_folder()
    at = Place(workspace=str(folder), user=place.user, db=place.db)
    with at.open(create=True) as bench:
        made = _write_settings(bench.workspace, place.db)
    say(f"a workspace is in {folder}; {made}")
    say(f"next: `factcheck{place.option()} check ARTICLE --corpus PATH...`")


@click.command("demo", cls=Command, epilog=example("factcheck demo", "factcheck demo --workspace /tmp/demo"))
@pass_place
def demo(place: Place) -> None:
    """Run a worked example, offline, from nothing.

    Builds a workspace in ./demo-workspace (or --workspace) from an invented article, documents and the recording of a
    reference page that ship with factcheck. Running it again changes nothing.
    """
    make_example(Place(workspace=place.workspace or DEMO_FOLDER, user=place.user, db=place.db))


def example_place(place: Place) -> Place:
    """Return where the worked example is made from an empty workbench: never in the workspace or database in use."""
    return Place(workspace=DEMO_FOLDER, user=place.user, db=str(Path(DEMO_FOLDER, DATABASE)))


def make_example(here: Place) -> None:
    """Make the worked example in a workspace, and print what came of it and what to do next."""
    from factcheck.cli.articles import load_article
    from factcheck.cli.checking import show_report
    from factcheck.demo import ARTICLE, CASSETTE, CORPUS, PAGES
    from factcheck.web.network import Access
    from factcheck.workbench.checking import check
    from factcheck.workbench.fetching import fetch_pages

    with here.open(create=True) as bench:
        fetch_pages(bench, PAGES, Access(cassette=CASSETTE))
        say(f"reference page, played from a recording: {', '.join(PAGES)}")
        with Progress() as progress:
            report = check(
                bench,
                load_article(str(ARTICLE)),
                ARTICLE.name,
                corpus_paths=[CORPUS],
                progress=lambda p: progress.show(p.step, p.done, p.total),
            )
        show_report(bench, report, here.option(), as_json=False)
        for line in _decisions(bench, here.option()):
            say(line)


def _decisions(bench: Workbench, option: str) -> Iterator[str]:
    """Yield the steps that come next, on the first claim that something plainly corroborates."""
    number, evidence, title = _plain_case(bench)
    yield "then decide, and let another person sign:"
    yield f"  factcheck{option} claim stance {number} {evidence} corroborates"
    rationale = words_of_command("--rationale", title)
    yield f"  factcheck{option} claim verdict {number} --rating confirmed {rationale} --cite {evidence}"
    yield f"  factcheck{option} --user bob review sign {number}"
    yield f"  factcheck{option} claim-list --fail-on unsigned"


def _plain_case(bench: Workbench) -> tuple[int, str, str]:
    for row in bench.summaries():
        if row.corroborates and not row.conflicts:
            view = bench.claim(row.id)
            for item in view.evidence:
                if item.judgement.stance is Stance.CORROBORATES:
                    return row.number, view.state.name_of(item.id), item.candidate.source.title
    return 1, "e1", "as the source says"


def _write_settings(folder: Path, db: str | None) -> str:
    from factcheck.databases import without_password
    from factcheck.settings.files import WORKSPACE_FILE, shipped_folder

    shipped = commented((shipped_folder() / WORKSPACE_FILE).read_text(encoding="utf-8"))
    shipped = shipped.replace('# db = ""\n', f"db = {json.dumps(without_password(db))}\n") if db else shipped
    path = folder / WORKSPACE_FILE
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(shipped)
    except FileExistsError:
        return f"{WORKSPACE_FILE} was there already"
    except OSError as error:
        hint = "make the folder writable for you, or name another"
        raise StorageError(f"cannot be written: {error.strerror}", hint=hint, subject=str(path)) from error
    return f"{WORKSPACE_FILE} has every setting, commented out{' but the database' if db else ''}"


def commented(shipped: str) -> str:
    """Turn each value of the shipped defaults into a comment, so that they go on coming from there."""
    return "".join(_commented_line(line) for line in shipped.splitlines(keepends=True))


def _commented_line(line: str) -> str:
    return line if line.startswith(("#", "[")) or not line.strip() else f"# {line}"
