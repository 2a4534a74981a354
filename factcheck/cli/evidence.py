"""`factcheck evidence`: evidence that no search found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.articles import Day
from factcheck.cli.claim import claim_argument, view_of
from factcheck.cli.completing import files
from factcheck.cli.output import put, put_lines, say
from factcheck.cli.place import Group, Place, Word, example, pass_place
from factcheck.domain import Stance, Tier
from factcheck.errors import InputError
from factcheck.reports.cells import counted, shown_line
from factcheck.review.pointers import can_be_followed

if TYPE_CHECKING:
    from factcheck.domain import ClaimView, Evidence
    from factcheck.workbench import Workbench

keep_option = click.option("--keep", type=click.IntRange(min=1), metavar="NUMBER", help="Keep this one as evidence.")


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
@click.argument("what", metavar="FILE|URL|CONTACT|TEXT", shell_complete=files)
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
    it is confidential in every export, and no name stands in the log. Anything else is a text, in its own words; one
    that says neither --title nor --at is context, and no source for the source policy. A pointer that nobody could
    follow ("see audio") is refused; words that do not stand in a file of text (TXT, HTML, DOCX, PDF) are told.
    """
    from factcheck.stance.reading.badges import NOT_IN_FILE
    from factcheck.workbench.bringing import Brought, bring

    day: date | None = given.pop("day")
    stance = given.pop("stance")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        brought = Brought(what=what, day=day, **{**given, "tier": Tier(given["tier"])})
        item = bring(bench, view.claim.id, brought, seen=view.state.seq)
        if stance:
            bench.set_stance(view.claim.id, item.id, Stance(stance))
        name = bench.claim(view.claim.id).state.name_of(item.id)
        judged = f", judged: {stance}" if stance else ""
        say(f"added: evidence {name} ({item.id}) of claim {view.summary.number}{judged}")
        if NOT_IN_FILE in item.judgement.badges:
            say(f"look: {NOT_IN_FILE}; whoever signs is shown that")
        if not can_be_followed(item.candidate):
            say("look: it says nowhere where it stands: context, and no source for the source policy (--title, --at)")
        if not stance:
            command = f"factcheck{place.option()} claim stance {reference} {name} corroborates|conflicts|related"
            say(f"next: judge it: `{command}`")


@evidence.command(
    "search",
    epilog=example('factcheck evidence search 6 "harbour fees 2019"', "factcheck evidence search 6 fees --keep 2"),
)
@claim_argument
@click.argument("words")
@keep_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def search(place: Place, reference: str, article: str, words: str, keep: int | None, *, as_json: bool) -> None:
    """Search the corpus with words of your own, judged for a claim.

    Nothing is kept without --keep, which takes the number in the list. What stands in "double quotes" must be in it,
    word beside word. They are ranked by their words alone, whatever matching.semantic says. A claim of which nothing is
    found so is not thereby false.
    """
    from factcheck.workbench.gathering import search_for

    with place.open() as bench:
        view = view_of(bench, reference, article)
        found = search_for(bench, view.claim.id, words)
        _show_or_keep(bench, view, found, keep, as_json=as_json)
        if not found and keep is None:
            say("nothing found for these words")


@evidence.command("more", epilog=example("factcheck evidence more 6", "factcheck evidence more 6 --keep 2"))
@claim_argument
@keep_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def more(place: Place, reference: str, article: str, keep: int | None, *, as_json: bool) -> None:
    """List what the search for a claim left out by its limits (score, number, number of one source), best first.

    The search is made again as the configuration is now. Nothing is kept without --keep, which takes the number in the
    list. `claim why-not` tells of one passage why it was left out.
    """
    from factcheck.workbench.gathering import more_candidates

    with place.open() as bench:
        view = view_of(bench, reference, article)
        found = more_candidates(bench, view.claim.id)
        _show_or_keep(bench, view, found, keep, as_json=as_json)
        if keep is None:
            say(f"{counted(len(found), 'passage')} left out" if found else "nothing was left out")


@evidence.command("passage", epilog=example('factcheck evidence passage 6 3f2a --words "The quay is 300 metres long."'))
@claim_argument
@click.argument("source", metavar="DOCUMENT")
@click.option("--words", metavar="TEXT", required=True, help="The exact words of the document.")
@pass_place
def passage(place: Place, reference: str, article: str, source: str, words: str) -> None:
    """Keep words of a document of the corpus as evidence.

    DOCUMENT is the start of its id (`factcheck corpus list`).
    """
    from factcheck.workbench.gathering import document_of, gather, passage_of, place_in

    with place.open() as bench:
        view = view_of(bench, reference, article)
        document = document_of(bench, view.claim.id, source)
        start, end = place_in(document, words)
        item = passage_of(bench, view.claim.id, document, start, end)
        _kept(bench, view, gather(bench, view.claim.id, item, seen=view.state.seq))


def _show_or_keep(
    bench: Workbench, view: ClaimView, found: Sequence[Evidence], keep: int | None, *, as_json: bool
) -> None:
    from factcheck.reports.as_json import array
    from factcheck.workbench.gathering import gather

    if keep is not None:
        if keep > len(found):
            raise InputError(f"there are {len(found)} passages", hint="the same without --keep lists them")
        _kept(bench, view, gather(bench, view.claim.id, found[keep - 1], seen=view.state.seq))
    elif as_json:
        put([*array(found), "\n"])
    else:
        put_lines(line for number, item in enumerate(found, start=1) for line in _found_lines(number, item))


def _found_lines(number: int, item: Evidence) -> Iterator[str]:
    source = item.candidate.source
    by = shown_line(source.publisher or source.author or source.path or source.url)
    day = source.published or "no date"
    yield f"{number}  {item.judgement.stance}?  {by}, {shown_line(source.title)} ({item.candidate.locator}, {day})"
    yield f"   {shown_line(item.candidate.passage.text)}"


def _kept(bench: Workbench, view: ClaimView, item: Evidence) -> None:
    name = bench.claim(view.claim.id).state.name_of(item.id)
    say(f"added: evidence {name} ({item.id}) of claim {view.summary.number}")
