"""`factcheck diff`, and `factcheck claim place`: what a revision changed, and where an orphan belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli.claim import claim, view_of
from factcheck.cli.output import put, put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.cli.reviewing import article_argument, article_meant
from factcheck.errors import InputError
from factcheck.reports.cells import counted

if TYPE_CHECKING:
    from factcheck.workbench.differences import Change, Revised

NONE = "none"


@click.command("diff", cls=Command, epilog=example("factcheck diff budget", "factcheck diff budget --notice"))
@article_argument
@click.option("--notice", is_flag=True, help="Draft a correction of what was published instead.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_place
def diff(place: Place, name: str, *, notice: bool, as_json: bool) -> None:
    """Show what the last revision of an article made of the claims of the one before.

    Kept claims have their decisions as they were, and so have reworded ones: they read exactly as was accepted (`claim
    wording`). These and changed ones are shown word by word, [-taken out-] and {+put in+}.
    A notice tells the words of the last revision that was published before this one, and what they read now.
    ARTICLE is the start of its id, or a part of its title or path; it may be left out where there is one alone.
    """
    from factcheck.workbench.differences import Became, corrected_words, revised

    with place.open() as bench:
        article = article_meant(bench, name)
        found = revised(bench, article)
        if found is None:
            hint = f"`factcheck{place.option()} check FILE --revision-of {article.id}` keeps another one"
            raise InputError("has one revision alone", hint=hint, subject=f"article {article.id}")
        if as_json:
            from factcheck.reports.as_json import to_json

            put([to_json(found), "\n"])
        elif notice and found.is_published and not found.was_published:
            say("its last revision is what is published, and none before it was: there is nothing to correct")
        elif notice:
            put_lines(_notices(corrected_words(bench, found)))
            if not found.was_published:
                say("no revision of it is recorded as published: this is against the one before")
            if left := found.count(Became.ORPHAN):
                many = f"{counted(left, 'orphan')} that nobody has placed"
                say(f"it says nothing of {many}: `factcheck{place.option()} claim place ORPHAN CLAIM|none`, then again")
        else:
            put_lines(line for one in found.changes for line in _lines(place, one))
            tell_revised(place, found)


@claim.command(
    "place", epilog=example("factcheck claim place 3fa29c 7", 'factcheck claim place 3fa29c none --reason "Rewritten."')
)
@click.argument("orphan")
@click.argument("reference", metavar="CLAIM|none")
@click.option("--article", metavar="NAME", default="", help="Of this article: start of its id, part of title or path.")
@click.option("--reason", metavar="TEXT", default="", help="With none: why no claim takes the decisions over.")
@pass_place
def place_orphan(place: Place, orphan: str, reference: str, article: str, reason: str) -> None:
    """Give the decisions on an ORPHAN of the earlier revision to a claim of this one, or to none.

    ORPHAN is the id that `factcheck diff` prints. The claim is stale then, until somebody has looked at it.
    """
    from factcheck.workbench import differences

    with place.open() as bench:
        if reference == NONE:
            differences.drop(bench, differences.revision_of_orphan(bench, orphan), orphan, reason)
            say(f"dropped: the decisions on {orphan} stay with the earlier revision")
            return
        view = view_of(bench, reference, article)
        state = differences.place(bench, orphan, view.claim.id)
        say(f"placed: claim {view.summary.number} has the decisions on {orphan}, and is {state.review_state}")


def tell_revised(place: Place, found: Revised) -> None:
    """Say how many claims a revision kept and changed, and what there is to do about it."""
    from factcheck.workbench.differences import Became

    told = ", ".join(f"{found.count(one)} {one}" for one in Became if one is not Became.REWORDED or found.count(one))
    say(f"revision {found.revision} of {found.of}: claims {told}")
    if found.count(Became.ORPHAN):
        say(f"which claim an orphan is cannot be told: `factcheck{place.option()} claim place ORPHAN CLAIM|none`")
    if found.was_published:
        say(f"it corrects what is published: `factcheck{place.option()} diff --notice` drafts the notice")


def _lines(place: Place, one: Change) -> Iterator[str]:
    from factcheck.reports.revisions import words_changed
    from factcheck.reports.wording import standing_of
    from factcheck.workbench.differences import Became

    state = f" ({one.state})" if one.state else ""
    named = f"claim {one.number}" if one.new else one.old
    differs = one.became in {Became.CHANGED, Became.REWORDED}
    shown = words_changed(one.before, one.now) if differs else one.now or one.before
    yield f"{one.became}: {named}{state}: {shown}"
    if one.besides:
        yield f"  no word of it differs: {one.besides}"
    if one.wording and one.wording.settled_by:
        kept = "; its decisions are kept" if one.became is Became.REWORDED else ""
        yield f"  {standing_of(one.wording)}{kept}"
    if one.became is Became.ORPHAN:
        yield f"  factcheck{place.option()} claim place {one.old} CLAIM, or {NONE} --reason TEXT"


def _notices(words: Iterable[tuple[str, str]]) -> Iterator[str]:
    from factcheck.reports.revisions import notice

    for before, now in words:
        yield from notice(before, now)
        yield ""


__all__ = ["claim", "diff"]
