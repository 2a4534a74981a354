"""`factcheck claim-list`: the stored claims, filtered and sorted, in several formats; and the publishing gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.completing import files, listed, ratings
from factcheck.cli.list_options import FORMATS, WITH_COLUMNS, Asked, Gates, Period, check_options, wanted_of
from factcheck.cli.list_writing import tell_withheld, write_list
from factcheck.cli.output import say
from factcheck.cli.place import Command, Place, Word, example, pass_place
from factcheck.cli.touching import tell_conflicting, tell_touched
from factcheck.domain import APPLIED, ArticleSummary, ReviewState, Stance, WordingState
from factcheck.errors import EXIT_DONE, EXIT_FOUND, InputError
from factcheck.reports.cells import counted
from factcheck.reports.filters import NO_EVIDENCE, select
from factcheck.reports.gates import OPENED_BY_SIGN_OFF, Gate, failing
from factcheck.reports.marks import is_bypassed
from factcheck.reports.ordering import NOBODY, Group, Order
from factcheck.review.holding import ALONE
from factcheck.review.kinds import Kind
from factcheck.review.scale import falling_short

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.listing import Listed, Listing

COPIES = ("html", "docx")
"""Formats in which an article leaves the newsroom with what was decided on it."""


def _columns() -> Iterable[str]:
    from factcheck.reports.columns import COLUMNS

    return COLUMNS


def _print_schema(context: click.Context, parameter: click.Parameter, wanted: str | None) -> None:
    """Print a schema instead of a list."""
    del parameter
    if wanted:
        from factcheck.cli.output import put
        from factcheck.reports.schema import CLAIM_LINE, CLAIM_LIST, schema_of

        put([schema_of(CLAIM_LIST if wanted == "json" else CLAIM_LINE)])
        context.exit()


@click.command(
    "claim-list",
    cls=Command,
    epilog=example(
        "factcheck claim-list --state proposed --claimant smith",
        "factcheck claim-list --format xlsx --output claims.xlsx",
        "factcheck claim-list --group checker --since 2026-11-24",
        "factcheck claim-list --columns number,claim,date,verdict --format csv",
        "factcheck claim-list --article budget --fail-on unsigned,conflicting",
        "factcheck claim-list --tag legal",
        "factcheck claim-list --wording open --columns number,claim,wording,checker",
        "factcheck claim-list --changes",
        "factcheck claim-list --uncited",
        "factcheck claim-list --cited-silent",
    ),
)
@click.option(
    "--article", metavar="NAME", multiple=True, help="Of this article: start of its id, part of title or path."
)
@click.option("--state", type=Word(ReviewState), multiple=True, help="In this review state; waived: also once signed.")
@click.option(
    "--verdict",
    "--rating",
    "verdict",
    metavar="RATING",
    shell_complete=ratings,
    multiple=True,
    help="With this rating (id, label or letter), or none.",
)
@click.option(
    "--stance",
    type=click.Choice([*(str(s) for s in Stance if s is not Stance.UNRELATED), NO_EVIDENCE], case_sensitive=False),
    multiple=True,
    help="With evidence of this stance, a person's before the suggested one; none: without any.",
)
@click.option("--claimant", metavar="TEXT", default="", help="Asserted by somebody whose name has this in it.")
@click.option("--checker", metavar="NAME", multiple=True, help="Whose verdict is of this user.")
@click.option("--reviewer", metavar="NAME", multiple=True, help="Signed by this user.")
@click.option("--date", type=Period(), metavar="PERIOD", help="Said in this day, month, year or interval, or none.")
@click.option("--text", metavar="TEXT", default="", help="With this in its words.")
@click.option("--since", metavar="TIME", default="", help="With an event since: 2026-11-24 or 2026-11-24T12:00 (UTC).")
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="With this tag (`claim triage`); several: all.")
@click.option(
    "--wording", type=Word(WordingState, APPLIED, NOBODY), multiple=True, help="Whose proposed wording stands so."
)
@click.option("--changes", is_flag=True, help="Whose words are to change, and the text is as it was (the mark /).")
@click.option("--uncited", is_flag=True, help="Without a source of the writer's own (footnote, comment, link).")
@click.option("--cited-silent", is_flag=True, help="Whose cited source was found and is silent (as said above).")
@click.option("--cited-unreachable", is_flag=True, help="Whose cited source gave no page when asked (the mark %).")
@click.option("--sort", type=Word(Order), default=Order.TEXT.value, show_default=True, help="The order.")
@click.option("--reverse", is_flag=True, help="The order turned round.")
@click.option("--group", type=Word(Group), help="What the claims are put together by.")
@click.option(
    "--columns",
    metavar="NAMES",
    default="",
    shell_complete=listed(_columns),
    help=f"Only these, in this order ({', '.join(WITH_COLUMNS)}).",
)
@click.option("--format", "kind", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option(
    "--output", metavar="FILE", shell_complete=files, help="Write it to this file, which must not be there yet."
)
@click.option("--force", is_flag=True, help="With --output: replace the file.")
@click.option(
    "--fail-on",
    type=Gates(),
    multiple=True,
    metavar="GATE",
    shell_complete=listed(lambda: Gate),
    help=f"{', '.join(Gate)}: exit 1 if so.",
)
@click.option("--facets", is_flag=True, help="Look up facets, gaps and searches of a list of over 1,000 claims, too.")
@click.option("--wide", is_flag=True, help="Cut nothing to the width of the terminal.")
@click.option(
    "--schema",
    type=click.Choice(["json", "jsonl"]),
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema of what this format prints, and nothing else.",
)
@pass_place
def claim_list(place: Place, /, **asked: Any) -> int:  # noqa: ANN401 - the options above
    """Print the stored claims: table, JSON, CSV, Excel, Markdown; a publishing gate.

    Filters combine: a claim is listed if it fits them all. What the filters leave out, and what a person withdrew or
    replaced, is counted; the latter is listed if --state asks for it. Each format says which state it shows: the last
    event of the log, its time and digest, and the revision of each article. --date lists what may have been said
    then: a claim of which only the latest day is known fits every period before it.

    Where what is stored of a claim is not what the log says, the gate and claimreview refuse with exit 3
    (`factcheck audit rebuild`). The gate looks at what is listed. open: no verdict, and not waived; unsigned: no valid
    sign-off (a stale one is not, nor the checker's own where the workspace is not solo; what an editor decided to
    publish open or hedged is told, and neither open nor unsigned), or withdrawn from the list and ticked by no reviewer
    (`review sign`); conflicting: conflicting evidence and no valid sign-off (a valid one settles what there was, judged
    or not: who signs is shown what nobody judged; what came later and nobody judged is held); stale: signed, and what
    the signature bound, or a source that it rests on, has changed since, or decided on in other words and not signed;
    source: the verdict rests on a source that was retracted, or has changed or is gone since (the mark ^) and no valid
    sign-off was given with that in sight; it is told whatever the gate; uncited: the writer gave no source; uncovered:
    no origin corroborates it or conflicts with it, and no valid sign-off, or a sentence of an article asked for as a
    whole has neither a claim nor a reason for none; wording: another wording is open, or was accepted, or the words
    were cut, and the text is as it was (the mark /). JSON has every text as it was received; in CSV and Excel a cell
    that a spreadsheet would run as a formula begins with an apostrophe.

    What no source covers of a claim, and the search on record (words, corpus, limits, time), stand in each of them:
    json, jsonl and md have the facets by origins, too; csv and xlsx have the columns gaps and searched, which --columns
    takes for a table as well; docx has them in the comments. annotations and claimreview have no place for them.
    Of more than 1,000 claims they are looked up if --facets or --columns asks for them (10,000 take some seconds): else
    they are null in JSON, and the cells say so.

    html is the annotated copy: one file without scripts, the article with its claims in place, and beside it the
    evidence, the facets, the verdict and the history of each; --article names which. docx is the article as a Word
    document with a comment at each claim, and proposed wording as tracked changes. What of a source may not leave the
    newsroom is withheld in both. claimreview is linked data for search engines and other fact-checkers (schema.org), of
    claims with a valid sign-off alone: it refuses any other, but for waived ones, which it leaves out. annotations says
    where each claim stands in its article (W3C Web Annotation).

    --cited-silent lists a claim if a source that the writer cites for it was found in the corpus and is silent: no
    passage of it corroborates the claim or conflicts with it, and no other source cited for the claim does. Sources
    that are not in the corpus (nothing is fetched) and pointers that are too vague were not read: they are not silent.
    Nor is a table of which no cell could be told to answer the claim.
    The last `check` looked the sources up; a person's stance on a passage counts before the suggested one.
    """
    wanted = Asked(**asked)
    check_options(wanted)
    from factcheck.workbench.coverage import bare_sentences
    from factcheck.workbench.listing import claims_wanted
    from factcheck.workbench.own_words import OwnWords
    from factcheck.workbench.standing import touched_among

    with place.open() as bench, bench.store.standing_still():
        lost = bench.lost_sources()
        articles = bench.articles(lost)
        listed = claims_wanted(bench, wanted_of(bench, wanted, articles), articles=articles, lost=lost)
        counts, aside = listed.about.counts, listed.about.aside
        gates = list(dict.fromkeys(gate for several in wanted.fail_on for gate in several))
        fitting = listed.fitting.articles
        _compare(bench, wanted, [one for one in articles if fitting is None or one.id in fitting])
        unticked = select(bench.unticked(), listed.fitting) if Gate.UNSIGNED in gates else []
        if not counts.claims and not unticked and gates and (aside.filtered or not articles):
            raise InputError("no claim fits, so there is nothing to hold back or let pass", hint="check the filters")
        bare = bare_sentences(bench, listed) if Gate.UNCOVERED in gates else []
        if not counts.claims:
            say(_nothing(place, any_articles=bool(articles), filtered=aside.filtered))
        words = OwnWords(bench)
        write_list(bench, listed, wanted, words)
        tell_withheld(words)
        code = _gate(listed, gates, bench, unticked=len(unticked), bare=len(bare))
        for sentence in bare:
            say(f"neither a claim nor a reason for none: {sentence}")
        tell_touched(touched_among(listed.rows, lost) if lost else ())
        _tell_held(bench, listed.rows)
        if aside.withdrawn and gates and Gate.UNSIGNED not in gates:
            say(
                f"the gate does not look at {counted(aside.withdrawn, 'claim')} that a person withdrew:"
                f" `factcheck{place.option()} claim-list --state withdrawn`, and who and why:"
                f" `factcheck{place.option()} audit log --kind {Kind.CLAIM_WITHDRAWN}`"
            )
        for one in unticked:
            say(
                f"claim {one.number} was withdrawn, and no reviewer ticked that:"
                f" `factcheck{place.option()} --user NAME review sign {one.id}`, or claim restore {one.id}"
            )
        for row in filter(is_bypassed, listed.rows if gates else ()):
            say(f"claim {row.number} was signed past the rules by {row.reviewer}: {row.bypass}")
        for row in listed.rows if gates else ():
            closing = bench.store.state(row.id).stage.closing if row.is_published else None
            if closing:
                say(f"claim {row.number} is {closing} by {closing.user}: {closing.reason}")
    return code


def _compare(bench: Workbench, wanted: Asked, articles: Sequence[ArticleSummary]) -> None:
    """Compare what is stored with the log: what goes into print wholly, all else where that is quick."""
    from factcheck.cli.differing import refuse_differing, tell_differing
    from factcheck.workbench.stored_states import check_states

    if wanted.fail_on or wanted.kind == "claimreview":
        check_states(bench.store, (one.id for one in articles))
    elif wanted.kind in COPIES:
        refuse_differing(bench, articles)
    else:
        tell_differing(bench, articles)


def _tell_held(bench: Workbench, rows: Listing) -> None:
    if held := {one.claim: one for one in bench.held()}:
        for row in rows:
            if row.id in held:
                say(f"claim {row.number} is {held[row.id]}")


def _nothing(place: Place, *, any_articles: bool, filtered: int) -> str:
    if filtered:
        return f"no claim fits: `factcheck{place.option()} claim-list` without filters shows all"
    if any_articles:
        return "no claim fits or was found: `factcheck extract ARTICLE` says what became of each sentence"
    return f"there are no claims yet: `factcheck{place.option()} check ARTICLE --corpus PATH`"


def _gate(listed: Listed, gates: Sequence[Gate], bench: Workbench, *, unticked: int, bare: int) -> int:
    from factcheck.workbench.counting import uncounted
    from factcheck.workbench.since_signing import conflicting_since

    void = uncounted(bench, listed.rows) if not OPENED_BY_SIGN_OFF.isdisjoint(gates) else {}
    failed = dict(failing(listed.rows, gates, void, short=falling_short(bench.ratings))) if gates else {}
    newly = conflicting_since(bench, listed.rows) if Gate.CONFLICTING in gates else {}
    if held := [row for row in listed.rows if row.id in newly and row.id not in void]:
        failed[Gate.CONFLICTING] = failed.get(Gate.CONFLICTING, 0) + len(held)
    if bare:
        failed[Gate.UNCOVERED] = failed.get(Gate.UNCOVERED, 0) + bare
    if not failed and not unticked:
        return EXIT_DONE
    told = ", ".join(
        [f"{number} {gate}" for gate, number in failed.items()] + [f"{unticked} withdrawn"] * bool(unticked)
    )
    own = sum(why == ALONE for why in void.values()) if Gate.UNSIGNED in failed else 0
    alone = f"; {own} self-signed, which counts only where review.solo is set" if own else ""
    say(f"factcheck: not to be published: {told} (of {counted(listed.about.counts.claims, 'claim')}){alone}")
    tell_conflicting(held, newly)
    for row in listed.rows:
        if (why := void.get(row.id, ALONE)) != ALONE:
            say(f"claim {row.number} does not count as settled: {why}")
    return EXIT_FOUND
