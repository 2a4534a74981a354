"""`factcheck claim split|join|bounds|add|withdraw|restore|edit`: the checker's hand on the list of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.claim import claim, claim_argument, view_of
from factcheck.cli.output import put, say
from factcheck.cli.own_words import warn_of_names
from factcheck.cli.place import Place, example, pass_place
from factcheck.errors import InputError
from factcheck.reports.cells import shown_line
from factcheck.reports.named import articles_named

if TYPE_CHECKING:
    from factcheck.domain import ArticleSummary, ClaimSummary, DateValue
    from factcheck.workbench import Workbench
    from factcheck.workbench.edited import Edited

NONE = "none"
"""The word that takes a claimant or a date away."""

json_option = click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")


@claim.command(
    "split",
    epilog=example('factcheck claim split 4 --after "fell by a third"', "factcheck claim split 4 --at 1210"),
)
@claim_argument
@click.option("--at", type=int, metavar="OFFSET", help="Before this character of the text (`claim show` has the span).")
@click.option("--after", metavar="WORDS", help="After these words of the claim, and the marks that close them.")
@json_option
@pass_place
def split(place: Place, /, reference: str, article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Make two claims of one.

    The two take new numbers and over the speaker and date; they start without verdict and evidence, and are matched at
    once. The claim itself leaves the list with its decisions: `claim restore` or `undo` brings it back.
    """
    from factcheck.workbench import editing

    at, after = given["at"], given["after"]
    if (at is None) == (after is None):
        raise click.UsageError("give either --at OFFSET or --after WORDS")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        offset = at if at is not None else editing.place_after(bench, view.claim.id, after)
        done = editing.split(bench, view.claim.id, offset, seen=view.state.seq)
        _tell(f"split: claim {view.summary.number}", done, as_json=given["as_json"])


@claim.command("join", epilog=example("factcheck claim join 4 5"))
@click.argument("references", metavar="CLAIM...", nargs=-1, required=True)
@click.option("--article", metavar="ID", default="", help="Where several articles are numbered alike.")
@json_option
@pass_place
def join(place: Place, references: tuple[str, ...], article: str, *, as_json: bool) -> None:
    """Make one claim of two or more, with all that stands between them.

    The speaker and the date are those of the first.
    """
    from factcheck.workbench import editing

    with place.open() as bench:
        claims = [bench.find_claim(reference, article) for reference in references]
        done = editing.join(bench, claims)
        _tell("joined: claims " + ", ".join(str(row.number) for row in done.gone), done, as_json=as_json)


@claim.command(
    "bounds",
    epilog=example(
        'factcheck claim bounds 4 --words "prices fell by a third last year"', "factcheck claim bounds 4 --end 1244"
    ),
)
@claim_argument
@click.option("--start", type=int, metavar="OFFSET", help="The first character; as it was, if not given.")
@click.option("--end", type=int, metavar="OFFSET", help="The character after the last; as it was, if not given.")
@click.option("--words", metavar="WORDS", help="The exact words that the claim is to have.")
@json_option
@pass_place
def bounds(place: Place, /, reference: str, article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Move the bounds of a claim.

    The claim with the new bounds takes a new number; the old one leaves the list with its decisions.
    """
    from factcheck.workbench import editing

    start, end, words = given["start"], given["end"], given["words"]
    if (words is None) == (start is None and end is None):
        raise click.UsageError("give either --words WORDS or --start and --end (or one of them)")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        if words is not None:
            start, end = editing.place_of(bench, view.revision, words, near=view.claim.id)
        start = view.claim.start if start is None else start
        end = view.claim.end if end is None else end
        done = editing.set_bounds(bench, view.claim.id, start, end, seen=view.state.seq)
        _tell(f"bounds moved: claim {view.summary.number}", done, as_json=given["as_json"])


@claim.command(
    "add",
    epilog=example(
        'factcheck claim add --words "The ferry has run since 1931."',
        "factcheck claim add --article ferry --start 410 --end 441",
    ),
)
@click.option("--article", metavar="NAME", default="", help="Start of its id, part of title or path; if several.")
@click.option("--words", metavar="WORDS", help="The exact words of the text.")
@click.option("--start", type=int, metavar="OFFSET", help="Instead of words: the first character.")
@click.option("--end", type=int, metavar="OFFSET", help="Instead of words: the character after the last.")
@json_option
@pass_place
def add(place: Place, /, article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Make a claim of words that are none, such as a sentence that was set aside.

    Claims may share words; that is told. Inside another claim it takes over that one's speaker and date; else the
    article itself asserts it, until `claim edit` says who does.
    """
    from factcheck.workbench import editing

    start, end, words = given["start"], given["end"], given["words"]
    if (words is None) == (start is None or end is None) or (words is not None and (start, end) != (None, None)):
        raise click.UsageError("give either --words WORDS or both --start and --end")
    with place.open() as bench:
        revision = _article_meant(bench, article).revision
        if words is not None:
            start, end = editing.place_of(bench, revision, words)
        _tell("added", editing.add(bench, revision, start, end), as_json=given["as_json"])


@claim.command("withdraw", epilog=example('factcheck claim withdraw 7 --reason "A joke, not a claim."'))
@claim_argument
@click.option("--reason", metavar="TEXT", required=True, help="Why it is not to be checked.")
@json_option
@pass_place
def withdraw(place: Place, reference: str, article: str, reason: str, *, as_json: bool) -> None:
    """Take a claim out of the list, with a reason.

    It keeps its history: `claim-list --state withdrawn` shows it, `claim restore` brings it back. (Your own sign-off is
    withdrawn by `factcheck review withdraw`.)
    """
    from factcheck.workbench import editing

    with place.open() as bench:
        view = view_of(bench, reference, article)
        done = editing.withdraw_claim(bench, view.claim.id, reason, seen=view.state.seq)
        _tell(f"withdrawn: claim {view.summary.number}", done, as_json=as_json)
        warn_of_names(bench, view, reason=reason)


@claim.command("restore", epilog=example("factcheck claim restore 7"))
@claim_argument
@json_option
@pass_place
def restore(place: Place, reference: str, article: str, *, as_json: bool) -> None:
    """Bring a claim back that was withdrawn or replaced, with its decisions.

    What stood for it leaves the list. Claims that were joined come apart together. For a sentence that was set aside:
    `claim add`.
    """
    from factcheck.workbench import editing

    with place.open() as bench:
        view = view_of(bench, reference, article)
        done = editing.restore(bench, view.claim.id)
        _tell(f"restored: claim {view.summary.number}", done, as_json=as_json)


@claim.command(
    "edit",
    epilog=example(
        'factcheck claim edit 4 --claimant "Ada Holm" --office "director of the lake authority"',
        "factcheck claim edit 4 --said-on 2024-05-02",
    ),
)
@claim_argument
@click.option("--claimant", metavar="NAME", help="Who asserts it; none: the article itself.")
@click.option("--office", metavar="OFFICE", help="Their office; if not given, the one they have in the article.")
@click.option(
    "--said-on", metavar="DATE", help="When: YYYY-MM-DD, YYYY-MM, YYYY, or two of them with /; none: not known."
)
@json_option
@pass_place
def edit(place: Place, /, reference: str, article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Correct who asserts a claim, or when.

    The claim keeps its number, verdict and evidence, and is matched again. A sign-off goes stale, and who corrected the
    claim cannot sign it.
    """
    from factcheck.workbench import correcting

    claimant, office, said_on = given["claimant"], given["office"], given["said_on"]
    if claimant is None and office is None and said_on is None:
        raise click.UsageError("give --claimant, --office or --said-on")
    if claimant == NONE and office is not None:
        raise click.UsageError("the article itself has no office")
    with place.open() as bench:
        view = view_of(bench, reference, article)
        changes: dict[str, Any] = {}
        if claimant is not None or office is not None:
            person = None if claimant == NONE else correcting.person_named(bench, view.claim.id, claimant, office)
            changes["claimant"] = person
        if said_on is not None:
            changes["said_on"] = _day(said_on)
        done = correcting.correct(bench, view.claim.id, seen=view.state.seq, **changes)
        _tell(f"corrected: claim {view.summary.number}", done, as_json=given["as_json"])


def _day(text: str) -> DateValue | None:
    from factcheck.text.dates.iso_dates import read_iso_date

    found = read_iso_date(text)
    if found is None and text != NONE:
        raise click.UsageError(f"{text!r} is no date; write YYYY-MM-DD, YYYY-MM, YYYY, two of them with /, or none")
    return found


def _article_meant(bench: Workbench, name: str) -> ArticleSummary:
    articles = bench.articles()
    found = [a for a in articles if not name or a.id in articles_named([name], articles)]
    if len(found) != 1:
        named = ", ".join(a.id for a in found)
        what = f"{len(found)} articles are meant" if found else "there is no article yet"
        raise InputError(what, hint=f"name one with --article: {named}" if found else "`factcheck check ARTICLE`")
    return found[0]


def _tell(what: str, done: Edited, *, as_json: bool) -> None:
    """Print what stands now, and tell the rest."""
    say(f"{what}; `factcheck undo` takes it back")
    for remark in done.remarks:
        say(f"note: {remark}")
    if done.matched:
        say(f"claims matched now: {done.matched}")
    if as_json:
        from factcheck.reports.as_json import to_json

        put([to_json(done), "\n"])
        return
    put(f"{_line(row)}\n" for row in done.claims)


def _line(row: ClaimSummary) -> str:
    who = row.claimant or "the article"
    when = f", {row.said_on}" if row.said_on else ""
    return shown_line(f"{row.number} ({row.id}) [{row.start}, {row.end}) {who}{when}: {row.verbatim}")


__all__ = ["claim"]
