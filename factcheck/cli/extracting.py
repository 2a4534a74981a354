"""`factcheck extract`: the article with its claims in place, or the claims alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.articles import (
    Day,
    article_path,
    load_article,
    statement_options,
    tell_problems,
    tell_published,
    tell_unsupported,
)
from factcheck.cli.completing import files
from factcheck.cli.output import Progress, columns, put, say
from factcheck.cli.place import Command, example

if TYPE_CHECKING:
    from factcheck.domain import Extraction


def _print_schema(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    """Print the schema instead of reading an article."""
    del parameter
    if wanted and not context.resilient_parsing:
        from factcheck.reports.schema import EXTRACTION, schema_of

        put([schema_of(EXTRACTION)])
        context.exit()


@click.command(
    "extract",
    cls=Command,
    epilog=example(
        "factcheck extract article.docx",
        "factcheck extract - --json < a.md",
        'factcheck extract statement.txt --claimant "Jane Smith" --said-on 2024-04-12',
        "factcheck extract --schema > extraction.schema.json",
    ),
)
@click.argument("article", metavar="ARTICLE", shell_complete=files)
@click.option("--published", type=Day(), metavar="DATE", help="When the article was published, as YYYY-MM-DD.")
@statement_options
@click.option("--claims", "as_list", is_flag=True, help="Print the list of claims instead of the text.")
@click.option("--json", "as_json", is_flag=True, help="Print the extraction as JSON.")
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema of --json and exit.",
)
def extract(article: str, **given: Any) -> None:  # noqa: ANN401 - the options above
    """Print the claims of an article; needs no workspace.

    ARTICLE is a file (.txt, .md, .html, .docx, .pdf, .srt, .vtt), or - for standard input. The text is printed in
    order: each sentence with what became of it, the claims numbered in place, then the writer's own sources with the
    claims they follow. In a transcript the speakers are the claimants.
    """
    if given["as_list"] and given["as_json"]:
        raise click.UsageError("give either --claims or --json")
    from factcheck.claims.transcripts import extract_revision
    from factcheck.workbench.revisions import FROM_TEXT, make_revision
    from factcheck.workbench.statements import as_spoken

    read = as_spoken(load_article(article), given["claimant"], given["said_on"], given["published"])
    revision = make_revision(read, article_path(article), given["published"])
    say(revision.title or revision.path)
    tell_published(revision.published, revision.published_from)
    tell_problems(read.notices)
    with Progress() as progress:
        progress.show("finding claims")
        extraction = extract_revision(revision, lambda done, total: progress.show("finding claims", done, total))
    if revision.published_from.startswith(FROM_TEXT):
        extraction = replace(extraction, published_from="text")
    tell_unsupported(extraction.sentences)
    put(_rendered(extraction, as_json=given["as_json"], as_list=given["as_list"]))
    if not extraction.claims:
        say("no claim found in this text")


def _rendered(extraction: Extraction, *, as_json: bool, as_list: bool) -> Iterable[str]:
    if as_json:
        from factcheck.reports.as_json import to_json

        return [to_json(extraction), "\n"]
    if as_list:
        from factcheck.reports.extraction import extraction_lines

        return extraction_lines(extraction, columns())
    from factcheck.reports.annotated import annotated_lines

    return annotated_lines(extraction, columns())
