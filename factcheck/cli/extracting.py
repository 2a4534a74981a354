"""`factcheck extract`: the claims of an article alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from factcheck.cli.articles import Day, article_path, load_article, tell_problems, tell_published
from factcheck.cli.output import columns, put, say
from factcheck.cli.place import Command, example


@click.command(
    "extract", cls=Command, epilog=example("factcheck extract article.txt", "factcheck extract - --json < a.md")
)
@click.argument("article", metavar="ARTICLE")
@click.option("--published", type=Day(), metavar="DATE", help="When the article was published, as YYYY-MM-DD.")
@click.option("--json", "as_json", is_flag=True, help="Print the extraction as JSON.")
def extract(article: str, published: date | None, *, as_json: bool) -> None:
    """Print the claims of an article; needs no workspace.

    Every sentence is accounted for: it carries claims, or the reason why it carries none is given.
    """
    read = load_article(article)
    from factcheck.claims import extract_claims
    from factcheck.reports.extraction import extraction_lines
    from factcheck.workbench.checking import make_revision

    revision = make_revision(read, article_path(article), published)
    say(revision.title or "(no title)")
    tell_published(revision.published, revision.published_from)
    tell_problems(read.notices)
    extraction = extract_claims(revision.text, published=revision.published, layout=revision.layout)
    put(_json(extraction) if as_json else extraction_lines(extraction, columns()))
    if not extraction.claims:
        say("no claim found in this text")


def _json(extraction: object) -> Iterator[str]:
    from factcheck.reports.as_json import to_json

    yield to_json(extraction) + "\n"
