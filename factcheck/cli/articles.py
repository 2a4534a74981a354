"""Reading the ARTICLE of a command line, and showing what was found about it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click

from factcheck.cli.output import say
from factcheck.errors import EXIT_DONE, EXIT_FOUND, EXIT_INPUT, InputError
from factcheck.files import NEVER_ENDS, may_never_end
from factcheck.reports.problems import problems_line, worst_first

if TYPE_CHECKING:
    from factcheck.corpus.readers import ArticleFile
    from factcheck.domain import Problem, Sentence

F = TypeVar("F", bound=Callable[..., Any])
STDIN = "-"
STDIN_NAME = "standard input"
PROBLEMS_LISTED = 10
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)


class Day(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's own
        """Read the date, or say what is expected."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            self.fail(f"{value!r} is no date; write it as YYYY-MM-DD", param, ctx)


def statement_options(function: F) -> F:
    """Add --claimant and --said-on, for a text that is one person's statement."""
    day = click.option("--said-on", type=Day(), metavar="DATE", help="When the statement was made, as YYYY-MM-DD.")
    return click.option("--claimant", metavar="NAME", help="The text is a statement of this person.")(day(function))


def is_address(name: str) -> bool:
    """Whether an ARTICLE is a web address."""
    return name.lower().startswith(("http://", "https://"))


def check_named(name: str) -> None:
    """Refuse an ARTICLE that names neither a file nor a page.

    Raises:
        InputError: it is empty, an address of a kind that is not read, or one without a site.
    """
    if not name.strip():
        raise InputError("an article has no name", hint="name a file or an address, or - for standard input")
    kind = _ADDRESS.match(name)
    if kind and not is_address(name):
        hint = "name a file by its path, a page by http:// or https://"
        raise InputError(f"addresses of the kind {kind[1]!r} are not read", hint=hint, subject=name)
    if kind and not _site(name):
        raise InputError("names no site", hint="write it like https://example.org/article", subject=name)


def _site(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # a bracket that does not close
        return ""


def load_article(name: str) -> ArticleFile:
    """Read an article from a file, or from standard input where the name is `-`.

    Raises:
        InputError: it cannot be read, or is an address, which only `check` fetches.
    """
    from factcheck.corpus.readers import LARGEST_FILE, parse_article, read_article
    from factcheck.web.secrets import told_without_secrets

    check_named(name)
    if is_address(name):
        raise InputError(
            "is a web address, and this command fetches nothing",
            hint="`factcheck check URL` does; or save the page",
            subject=name,
        )
    if name == STDIN:
        with told_without_secrets():
            return parse_article(sys.stdin.buffer.read(LARGEST_FILE + 1), STDIN_NAME)
    if may_never_end(Path(name)):
        raise InputError(NEVER_ENDS, hint="read it through standard input: `factcheck check - < PIPE`", subject=name)
    with told_without_secrets():
        return read_article(Path(name))


def article_path(name: str) -> str:
    """Return the path that is kept for an article."""
    return STDIN_NAME if name == STDIN else name


def tell_published(published: date | None, origin: str) -> None:
    """Say what relative dates are counted from, and where that date was found."""
    if published:
        say(f"published {published}, from {origin}")
    else:
        say('no date found: "yesterday" or "last year" cannot be resolved (give it with --published YYYY-MM-DD)')


def tell_unsupported(sentences: Sequence[Sentence]) -> None:
    """Say how many sentences are in a language in which no claims are looked for."""
    from factcheck.text.languages.language import UNSUPPORTED

    number = sum(sentence.reason == UNSUPPORTED for sentence in sentences)
    if number:
        subject = "1 sentence is" if number == 1 else f"{number} sentences are"
        say(
            f"{subject} in a language that is not supported (English and German are): only split, no claims were "
            "looked for; add them by hand (`claim add`), or check a translation"
        )


def tell_problems(
    problems: Sequence[Problem],
    *,
    listed: int = PROBLEMS_LISTED,
    more: str = "`factcheck corpus stats --problems`",
) -> None:
    """Say what was not read, each with its remedy, what was lost first; beyond the first ones, how many more.

    `more`: what lists them.
    """
    if not problems:
        return
    from factcheck.web.secrets import told_problem

    say(f"{problems_line(problems)}:")
    for problem in worst_first(problems)[:listed]:
        say(f"  {told_problem(problem)}")
    if len(problems) > listed:
        say(f"  ... and {len(problems) - listed} more: {more}")


def fail_on_option(function: F) -> F:
    """Add --fail-on, for a script that wants all or nothing."""
    text = "problems: exit 1 if anything could not be read. Else they are listed, and exit is 3 only if nothing could."
    return click.option("--fail-on", type=click.Choice(["problems"]), help=text)(function)


def exit_of_reading(problems: Sequence[Problem], *, some: bool, fail_on: str | None) -> int:
    """Return the exit code of a command that reads several things, `some` of which it could read."""
    if problems and not some:
        return EXIT_INPUT
    return EXIT_FOUND if problems and fail_on else EXIT_DONE
