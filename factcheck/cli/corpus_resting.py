"""`factcheck corpus resting`: the articles that rest on a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli.output import put, put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.reports.as_json import to_json
from factcheck.reports.cells import counted, shown_line

if TYPE_CHECKING:
    from factcheck.workbench.resting import Resting


@click.command(
    "resting",
    cls=Command,
    epilog=example("factcheck corpus resting", "factcheck corpus resting https://example.org/report"),
)
@click.argument("source", metavar="[SOURCE]", default="")
@click.option("--json", "as_json", is_flag=True, help="Print JSON; sources by their ids.")
@pass_place
def resting(place: Place, *, source: str, as_json: bool) -> None:
    """List every article whose verdicts rest on SOURCE: its address, its file, its id, or the end of either.

    For the day when a source is corrected or taken back. Without SOURCE: what rests on any that changed or is gone.
    """
    from factcheck.workbench.resting import resting as resting_on

    with place.open() as bench:
        found = resting_on(bench, source)
        if as_json:
            put([to_json([_record(one) for one in found]), "\n"])
            return
        put_lines(line for one in found for line in _lines(one))
        number = sum(len(one.claims) for one in found)
        what = "this source" if source else "a source that changed or is gone"
        say(f"{counted(number, 'verdict')} in {counted(len(found), 'article')} on {what}")


def _lines(one: Resting) -> Iterator[str]:
    article = one.article
    yield f"{shown_line(article.title or article.path)} ({article.id[:8]}): {one.state}"
    for rests in one.claims:
        row = rests.claim
        signed = f", signed by {shown_line(row.reviewer)}" if row.reviewer else ""
        now = [f"source {state}: " if state else "" for state in rests.sources.values()]
        names = map(shown_line, rests.names.values())
        on = "; ".join(f"{state}{name}" for state, name in zip(now, names, strict=True))
        yield f"  claim {row.number}: {row.rating}, {row.review_state}{signed}; {on}"


def _record(one: Resting) -> dict[str, object]:
    claims = [
        {
            "id": rests.claim.id,
            "number": rests.claim.number,
            "rating": rests.claim.rating,
            "review_state": rests.claim.review_state,
            "reviewer": rests.claim.reviewer,
            "sources": rests.sources,
        }
        for rests in one.claims
    ]
    return {"article": one.article.id, "title": one.article.title, "state": one.state, "claims": claims}
