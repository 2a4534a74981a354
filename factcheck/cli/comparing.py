"""`factcheck compare`: one judgement, with its reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from factcheck.cli.articles import STDIN, Day, load_article
from factcheck.cli.completing import files
from factcheck.cli.output import columns, put, say
from factcheck.cli.place import Command, example
from factcheck.domain import Judgement
from factcheck.errors import InputError
from factcheck.files import NEVER_ENDS, may_never_end

LONGEST_CLAIM = 10_000
"""Characters of a claim: many times the longest sentence; ten times as many take seconds, and answer nothing."""
_PATH = re.compile(r"\S*/\S*|\S+\.(?:txt|md|html?|docx|pdf|srt|vtt)", re.IGNORECASE)
"""One word that can only be meant as a path: no source says it."""
_MAYBE_PATH = re.compile(r"\S+")


@click.command(
    "compare",
    cls=Command,
    epilog=example('factcheck compare "The town built 40,000 homes in 2023." "In 2023 the town built 31,000 homes."'),
)
@click.argument("claim")
@click.argument("text", metavar="TEXT|FILE", shell_complete=files)
@click.option("--claim-date", type=Day(), metavar="DATE", help="When the claim was made, as YYYY-MM-DD.")
@click.option("--passage-date", type=Day(), metavar="DATE", help="When the passage was published, as YYYY-MM-DD.")
@click.option("--translated", is_flag=True, help="The two are different translations: quotations may differ in words.")
@click.option("--json", "as_json", is_flag=True, help="Print the judgement as JSON.")
def compare(
    claim: str, text: str, claim_date: date | None, passage_date: date | None, *, translated: bool, as_json: bool
) -> None:
    """Judge one passage or a whole article against one claim, with the reasons.

    The text is given as it is, as the name of a file, or as - for standard input. One longer than a passage is judged
    as an article: by the side that its passages take; where only its wording takes one, it is related. No more than
    the first 200,000 characters of it are read, and a claim of more than 10,000 is refused. The result is a suggestion.

    With --translated, a quotation in other words is the translator's choice and no alteration; another figure, name or
    negation in it still conflicts.
    """
    passage = _passage(text)
    if not claim.strip() or not passage.strip():
        raise InputError("there is nothing to compare", hint="give a claim and a passage that are not empty")
    if len(claim) > LONGEST_CLAIM:
        fault = f"the claim has {len(claim):,} characters, and no more than {LONGEST_CLAIM:,} are compared"
        raise InputError(fault, hint="give one sentence or paragraph at a time")
    from factcheck.stance import compare as judge
    from factcheck.stance import compare_article, is_article
    from factcheck.stance.articles.article import without_guess

    if is_article(passage):
        say("the text is longer than a passage: it is judged as an article")
        found = compare_article(claim, passage, claim_date=claim_date, article_date=passage_date, translated=translated)
        judgement = without_guess(found)
    else:
        judgement = judge(claim, passage, claim_date=claim_date, passage_date=passage_date, translated=translated)
    put(_json(claim, judgement, claim_date) if as_json else _lines(judgement))


def _passage(text: str) -> str:
    if text != STDIN and not _is_file(text):
        if _is_there(text):
            raise InputError(_what_it_is(Path(text)), hint="give a file, or the passage itself", subject=text)
        if _PATH.fullmatch(text):
            raise InputError(
                "there is no such file", hint="check the path; a passage is more than one word", subject=text
            )
        return text
    say("the passage is read from " + ("standard input" if text == STDIN else f"the file {text}"))
    read = load_article(text)
    return "\n\n".join([read.text, *read.rulings])


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # a passage can be too long for a name, or hold a NUL
        return False


def _is_there(text: str) -> bool:
    """Whether a text of one word, or one with a stroke as in a path, names something that is no file."""
    try:
        return ("/" in text or _MAYBE_PATH.fullmatch(text) is not None) and Path(text).exists()
    except (OSError, ValueError):
        return False


def _what_it_is(path: Path) -> str:
    return NEVER_ENDS if may_never_end(path) else "is a folder, and one file is compared"


def _lines(judgement: Judgement) -> Iterator[str]:
    from factcheck.reports.cells import wrap
    from factcheck.reports.claim_page import judgement_lines

    for line in judgement_lines(judgement):
        yield from (f"{part}\n" for part in wrap(line, columns()))


def _json(claim: str, judgement: Judgement, claim_date: date | None) -> Iterator[str]:
    from factcheck.reports.as_json import to_json, with_more
    from factcheck.workbench.facets import facets_of_text

    yield to_json(with_more(judgement, facets=facets_of_text(claim, judgement, claim_date))) + "\n"
