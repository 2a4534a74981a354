"""`factcheck evidence`: evidence that no search found."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from factcheck.cli.articles import Day
from factcheck.cli.claim import claim_argument, view_of
from factcheck.cli.output import say
from factcheck.cli.place import Group, Place, Word, example, pass_place
from factcheck.domain import Stance, Tier


@click.group("evidence", cls=Group, epilog=example('factcheck evidence add 6 minutes.pdf --at "page 3" --text "..."'))
def evidence() -> None:
    """Add a file, page, contact or text as evidence for a claim."""


@evidence.command(
    "add",
    epilog=example(
        'factcheck evidence add 6 minutes.pdf --at "page 3" --text "The vote was 14 to 9." --tier primary',
        'factcheck evidence add 6 interview.mp3 --at 00:41:12 --text "We will not close it."',
        'factcheck evidence add 6 https://example.org/a --at "paragraph 4" --text "The quay is 300 metres long."',
        'factcheck evidence add 6 "call:Maren Holt" --date 2026-11-20 --text "She confirms the figure."',
    ),
)
@claim_argument
@click.argument("what", metavar="FILE|URL|CONTACT|TEXT")
@click.option("--at", "pointer", metavar="WHERE", default="", help="Page, paragraph, time code, region, cell.")
@click.option("--text", "words", metavar="TEXT", default="", help="The passage in your transcription; what was said.")
@click.option("--title", metavar="TEXT", default="", help="What it is called.")
@click.option("--date", "day", type=Day(), metavar="DATE", help="When it was released, or the contact took place.")
@click.option("--tier", type=Word(Tier), default=Tier.SECONDARY.value, show_default=True, help="How close it stands.")
@click.option("--automatic", is_flag=True, help="The words are from an automatic transcript.")
@click.option("--listened", metavar="TIME", default="", help="With --automatic: where you listened, as 00:41:12.")
@click.option("--stance", type=Word(Stance), help="How it bears on the claim, as you judge it.")
@pass_place
def add(place: Place, /, reference: str, article: str, what: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Add evidence from anywhere; nothing is fetched or searched.

    A file is kept by its digest and stays where it is. CONTACT is call:NAME, mail:NAME or meeting:NAME, with --date;
    it is confidential in every export, and no name stands in the log. Anything else is a text, in its own words. A
    pointer that nobody could follow ("see audio") is refused.
    """
    from factcheck.workbench.bringing import Brought, bring

    day: date | None = given.pop("day")
    stance = given.pop("stance")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        brought = Brought(what=what, day=day, **{**given, "tier": Tier(given["tier"])})
        item = bring(bench, view.claim.id, brought, seen=view.state.seq)
        if stance:
            bench.set_stance(view.claim.id, item.id, Stance(stance))
        position = [one.id for one in bench.claim(view.claim.id).evidence].index(item.id) + 1
        judged = f", judged: {stance}" if stance else ""
        say(f"added: evidence e{position} ({item.id}) of claim {view.summary.number}{judged}")
        if not stance:
            command = f"factcheck{place.option()} claim stance {reference} e{position} corroborates|conflicts|related"
            say(f"next: judge it: `{command}`")
