"""`factcheck check`: the main job on one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.articles import (
    STDIN_NAME,
    Day,
    article_path,
    check_named,
    is_address,
    load_article,
    statement_options,
    tell_problems,
    tell_published,
    tell_unsupported,
)
from factcheck.cli.completing import files
from factcheck.cli.fetching import access_of, access_options, fetched_article
from factcheck.cli.output import Progress, columns, put, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.domain import ArticleSummary, CitedStatus
from factcheck.errors import EXIT_DONE, EXIT_INPUT
from factcheck.reports.aside import Aside
from factcheck.reports.cells import counted
from factcheck.review.scale import label_of

if TYPE_CHECKING:
    from factcheck.workbench import Workbench
    from factcheck.workbench.checking import CheckReport

EARLIER_LISTED = 10
"""Claims that were checked before and are told of one by one."""

_CORPUS = "--corpus"
_WITH_VALUE = frozenset(
    ["--published", "--claimant", "--said-on", "--revision-of", "--workspace", "--user", "--cassette", "--record"]
)


class CheckCommand(Command):
    """Takes several paths after one --corpus, as a shell pattern gives them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Repeat --corpus before each of its paths, then parse as usual."""
        return super().parse_args(ctx, spread(args))


def spread(args: Sequence[str]) -> list[str]:
    """Write `--corpus A B` as `--corpus A --corpus B`; if no ARTICLE stands elsewhere, the last path is the article."""
    result: list[str] = []
    position, article = 0, False
    while position < len(args):
        word = args[position]
        position += 1
        result.append(word)
        if word == "--":
            return [*result, *args[position:]]
        if word == _CORPUS:
            result += args[position : position + 1]
            position += 1
            while position < len(args) and not args[position].startswith("-"):
                result += [_CORPUS, args[position]]
                position += 1
        elif word in _WITH_VALUE:
            result += args[position : position + 1]
            position += 1
        elif word == "-" or not word.startswith("-"):
            article = True
    return result if article else _last_path_freed(result)


def _last_path_freed(words: list[str]) -> list[str]:
    found = [i for i, word in enumerate(words) if word == _CORPUS and i + 1 < len(words)]
    if len(found) < 2:  # noqa: PLR2004 - one path: it belongs to --corpus
        return words
    last = found[-1]
    return [*words[:last], *words[last + 1 :]]


@click.command(
    "check",
    cls=CheckCommand,
    epilog=example(
        "factcheck check article.txt --corpus archive/ reports/*.html",
        "factcheck check https://example.org/2024/harbour --corpus archive/",
        "factcheck check - --published 2024-04-12 --json < article.txt",
        "factcheck check budget-2.txt --revision-of budget",
        'factcheck check statement.txt --claimant "Jane Smith" --said-on 2024-04-12',
    ),
)
@click.argument("article", metavar="ARTICLE", shell_complete=files)
@click.option(
    _CORPUS,
    "corpus",
    metavar="PATH...",
    multiple=True,
    shell_complete=files,
    help="Files or folders to add to the corpus first; several.",
)
@click.option("--published", type=Day(), metavar="DATE", help="When the article was published, as YYYY-MM-DD.")
@click.option(
    "--revision-of", metavar="ID", default="", help="It revises this article or revision: decisions are taken over."
)
@statement_options
@access_options
@click.option("--json", "as_json", is_flag=True, help="Print the whole result as JSON.")
@pass_place
def check(place: Place, /, article: str, corpus: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - the options above
    """Extract, match, judge, store; print the claim list.

    ARTICLE is a file (.txt, .md, .html, .docx, .pdf, .srt, .vtt), a web address (fetched if the workspace allows it,
    and kept as received), or - for standard input. In a transcript the speakers are the claimants. Where there is no
    workspace, one is made. Running it again completes what was interrupted, and repeats nothing. Exit 3 if nothing of
    what --corpus names could be read.

    What the writer cites for a claim (footnote, comment, link, a numbered note as "[2]" that a list of notes or sources
    answers) is looked up in the corpus by its address, file, id or title, and its passages stand on top of the
    evidence; of a table, the cell that the claim is about. The cited source then supports, conflicts or is silent; or
    it is not in the corpus (`factcheck fetch --claim` asks for it), or the pointer is too vague ("see report", "experts
    say", a bare home page, an "ibid." with nothing before it).

    With --revision-of (an article, as elsewhere, or the id of a revision) the text takes the place of the earlier one.
    Claims whose words, sentence, claimant and date are the same keep all decisions, wherever they stand now (one that
    points back, as "denied this" does, only behind the same sentence); changed ones are stale; what cannot be told is
    an orphan, for a person to place (`claim place`). White space and typographic quotation marks are no change.
    """
    from factcheck.corpus.readers import check_path
    from factcheck.workbench.statements import as_spoken

    check_named(article)
    access = access_of(given)
    read = (
        None
        if is_address(article)
        else as_spoken(load_article(article), given["claimant"], given["said_on"], given["published"])
    )
    for path in corpus:
        check_path(Path(path))
    from factcheck.workbench.checking import check as run_check

    with place.open(create=True) as bench:
        where, page = article_path(article), None
        if read is None:
            page = fetched_article(bench, article, access)
            where = page.address
            read = as_spoken(page.read, given["claimant"], given["said_on"], given["published"])
        with Progress() as progress:
            report = run_check(
                bench,
                read,
                where,
                corpus_paths=[Path(p) for p in corpus],
                published=given["published"],
                revision_of=given["revision_of"],
                page=page,
                progress=lambda p: progress.show(p.step, p.done, p.total),
            )
        show_report(bench, report, place.option(), as_json=given["as_json"])
        if given["revision_of"]:
            _tell_revised(bench, place, report)
    unread = corpus and report.problems and not report.documents_added + report.documents_there
    return EXIT_INPUT if unread else EXIT_DONE


def _tell_revised(bench: Workbench, place: Place, report: CheckReport) -> None:
    from factcheck.cli.revising import tell_revised
    from factcheck.workbench.differences import revised

    found = revised(bench, next(one for one in bench.articles() if one.id == report.article))
    if found:
        tell_revised(place, found)
        say(f"`factcheck{place.option()} diff {report.article}` shows them")


def show_report(bench: Workbench, report: CheckReport, option: str, *, as_json: bool) -> None:
    """Print what a check did and the claims of its article. `option`: --workspace, to repeat in what to do next."""
    say(report.title or next(a.path for a in bench.articles() if a.id == report.article))
    tell_published(report.published, report.published_from)
    for notice in report.notices:
        say(notice)
    added = f"{report.documents_added} added" if report.documents_added else "none added"
    documents = counted(report.documents, "document")
    say(f"corpus: {documents}, {added}; claims matched now: {report.matched} of {report.claims}")
    tell_problems(report.problems)
    aside = Aside(**bench.aside(next(a for a in bench.articles() if a.id == report.article)))
    if str(aside):
        say(f"not listed: {aside} (`factcheck extract ARTICLE`, `claim-list --state`; `claim add`, `claim restore`)")
    tell_unsupported(bench.sentences(report.revision))
    _tell_cited(bench, report, option)
    if as_json:
        put(_whole(bench, report))
    elif report.claims:
        put(_table(bench, report))
    articles = bench.articles()
    _tell_other_texts(report, articles)
    _tell_earlier(bench, report)
    _tell_conflicting(bench, report)
    _tell_next(report, option, several=len(articles) > 1)


def _tell_other_texts(report: CheckReport, articles: Sequence[ArticleSummary]) -> None:
    """Say that another text of what seems the same article is in the workspace: what was decided stays with that."""
    this = next(article for article in articles if article.id == report.article)
    same = {this.title or "\0", this.path if this.path != STDIN_NAME else "\0"}
    for other in articles:
        if other.id != this.id and (other.title in same or other.path in same):
            say(
                f"another text of it was checked before ({other.id}: {counted(other.claims, 'claim')},"
                f" {other.signed} signed): this one is an article of its own, and every claim of it is to be decided"
            )


def _tell_earlier(bench: Workbench, report: CheckReport) -> None:
    """Say which claims were checked before, in another article, and whether that still holds."""
    from factcheck.workbench.earlier import in_article

    found = in_article(bench, tuple(bench.summaries(report.article)))
    for number, (first, *_) in list(found.items())[:EARLIER_LISTED]:
        rating = label_of(first.claim, {one.id: one.label for one in bench.ratings})
        say(
            f"claim {number} was checked before, as claim {first.claim.number} of {first.article!r}"
            f" ({first.claim.article}): {rating}; {first.standing}"
        )
    if len(found) > EARLIER_LISTED:
        say(
            f"... and {len(found) - EARLIER_LISTED} more that were checked before: `factcheck claim show` tells of each"
        )


def _tell_conflicting(bench: Workbench, report: CheckReport) -> None:
    """Say which claims were signed before conflicting evidence came: their sign-offs stand."""
    from factcheck.cli.touching import tell_conflicting
    from factcheck.workbench.since_signing import conflicting_since

    rows = tuple(bench.summaries(report.article))
    tell_conflicting(rows, conflicting_since(bench, rows))


def _tell_cited(bench: Workbench, report: CheckReport, option: str) -> None:
    """Say of how many claims the writer's own sources support them, conflict, or were not read."""
    statuses = [row.cited_source for row in bench.summaries(report.article) if row.citations]
    if not statuses:
        return
    counts = {status: statuses.count(status) for status in CitedStatus}
    told = ", ".join(f"{number} {status}" for status, number in counts.items() if number)
    more = f" (`factcheck{option} claim-list --cited-silent`)" if counts[CitedStatus.SILENT] else ""
    say(f"claims with a source of the writer's own: {len(statuses)}; the source: {told}{more}")


def _table(bench: Workbench, report: CheckReport) -> Iterator[str]:
    from factcheck.reports.table import claim_table
    from factcheck.reports.table_columns import Layout

    rows = list(bench.summaries(report.article))
    return claim_table(rows, bench.articles(), bench.ratings, Layout(columns=columns()))


def _whole(bench: Workbench, report: CheckReport) -> Iterator[str]:
    from factcheck.reports.as_json import array, table, to_json, with_more
    from factcheck.reports.disclosure import leaving_facets, leaving_view
    from factcheck.workbench.facets import facets_of
    from factcheck.workbench.own_words import OwnWords

    views = [bench.claim(row.id) for row in bench.summaries(report.article)]
    extraction = {
        "sentences": array(bench.sentences(report.revision)),
        "claims": array(view.claim for view in views),
        "citations": array(bench.citations(report.revision)),
    }
    words = OwnWords(bench)
    whole = (with_more(words.view(leaving_view(view)), facets=leaving_facets(facets_of(view), view)) for view in views)
    parts = {"report": iter([to_json(report)]), "extraction": table(extraction), "claims": array(whole)}
    return table(parts)


def _tell_next(report: CheckReport, option: str, *, several: bool) -> None:
    if not report.claims:
        say("no claim found in this text: `factcheck extract ARTICLE` says what became of each sentence")
        return
    if not report.documents:
        say(f"nothing to check against yet: `factcheck{option} corpus add PATH...`, then run this again")
    of = f" --article {report.article}" if several else ""
    show = f"`factcheck{option} claim show 1{of}` shows a claim and its evidence"
    say(f"next: `factcheck{option}` opens the workbench; {show}")
