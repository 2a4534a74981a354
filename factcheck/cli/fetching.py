"""`factcheck fetch`: reference pages into the corpus and the snapshots."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.articles import STDIN, STDIN_NAME, exit_of_reading, fail_on_option, tell_problems
from factcheck.cli.completing import files
from factcheck.cli.output import Progress, put, put_lines, say
from factcheck.cli.place import Command, Place, example, pass_place
from factcheck.cli.touching import tell_matching
from factcheck.errors import EXIT_DONE, InputError, StateError
from factcheck.reports.as_json import to_json
from factcheck.reports.cells import counted
from factcheck.reports.fetched import page_lines
from factcheck.text.commands import words_of_command

if TYPE_CHECKING:
    from factcheck.web.network import Access
    from factcheck.workbench import Workbench
    from factcheck.workbench.asking import Plan
    from factcheck.workbench.fetching import ArticlePage, FetchReport
    from factcheck.workbench.url_lists import UrlList

F = TypeVar("F", bound=Callable[..., Any])


def access_options(function: F) -> F:
    """Add --offline, --cassette, --record and --follow."""
    record = click.option(
        "--record",
        type=click.Choice(["none", "once", "new"]),
        default="none",
        show_default=True,
        help="What becomes of a request that the cassette does not hold: it fails; is recorded if the file is new; "
        "is recorded.",
    )
    cassette = click.option(
        "--cassette",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Take the pages from this recording (vcrpy's format), without the network.",
    )
    offline = click.option("--offline", is_flag=True, help="Fetch nothing, whatever the configuration says.")
    follow = click.option(
        "--follow",
        multiple=True,
        metavar="HOST",
        callback=_hosts,
        help="Let pages redirect to this host, too; several. Else they are followed within the site that is asked.",
    )
    return follow(offline(cassette(record(function))))


def _hosts(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    """Take hosts, or addresses for theirs; return them in ASCII."""
    from factcheck.web.safety import host_of

    hosts = {value: host_of(value if "://" in value else f"https://{value}/") for value in values}
    for value in (value for value, host in hosts.items() if not host):
        raise click.BadParameter(f"{value!r} is no host", ctx=context, param=parameter)
    return frozenset(hosts.values())


def access_of(given: dict[str, Any]) -> Access:
    """Return what the options say of the network."""
    from factcheck.web.cassettes import Record
    from factcheck.web.network import Access

    if given["cassette"] is None and given["record"] != "none":
        raise click.UsageError("--record needs --cassette FILE")
    return Access(
        offline=given["offline"],
        cassette=given["cassette"],
        record=Record(given["record"]),
        follow=given["follow"],
    )


@click.command(
    "fetch",
    cls=Command,
    epilog=example(
        "factcheck fetch https://example.org/report https://example.org/minutes.pdf",
        "factcheck fetch --from pages.txt --json",
        "factcheck fetch --claim 3",
        "factcheck fetch --refetch",
    ),
)
@click.argument("urls", metavar="URL...", nargs=-1)
@click.option(
    "--from",
    "listed",
    metavar="FILE",
    shell_complete=files,
    help="A list of addresses, one a line; - for standard input.",
)
@click.option(
    "--claim",
    metavar="CLAIM",
    help="What the writer cites for this claim (its number, or the start of its id), then the reference list.",
)
@click.option(
    "--article", default="", metavar="ARTICLE", help="With --claim: the article, if several are numbered alike."
)
@click.option(
    "--refetch", is_flag=True, help="Ask again for pages that are there (all, or those named); show what changed."
)
@click.option("--yes", is_flag=True, help="With --claim: agree to what would go out; else you are asked.")
@access_options
@fail_on_option
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_place
def fetch(place: Place, /, urls: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - the options above
    """Fetch reference pages: each is kept as received and becomes a source of the corpus.

    Off until the workspace allows it (`allowed` and `contact` under [fetch] in factcheck.toml). A page that is there
    already is not asked for again, unless with --refetch: the old copy stays in snapshots/, the new text takes its
    place in the corpus, and what changed in the passages that evidence cites is shown.

    A redirect is followed within the site that you name, and to hosts that you name with --follow; to any other it is
    stopped, and the command that goes on there is shown. So is a page that sends the reader on within ten seconds
    (meta refresh). A site that asks to come back later than in a minute (Retry-After) is not waited for: the moment is
    told.

    With --claim, the hosts and the exact words that would go out are shown first, and you are
    asked before other hosts or words go out for the article than somebody agreed to.
    Names of confidential sources, and those under `fetch.withheld`, never enter an address.

    What cannot be fetched is listed and passed over; exit 3 if no page could be, 1 with --fail-on problems.
    Interrupted, what was fetched is kept.
    """
    access = access_of(given)
    listed = _listed(given["listed"])
    named = [*urls, *listed.urls]
    if given["claim"] and (named or given["refetch"]):
        raise click.UsageError("--claim takes no URL, no --from and no --refetch")
    if not (named or given["claim"] or given["refetch"]):
        raise click.UsageError("name a URL, --from FILE, --claim CLAIM or --refetch")
    with place.open(create=not given["claim"] and not given["refetch"]) as bench:
        if given["claim"]:
            return _for_claim(place, bench, access, given)
        if given["refetch"] and not named:
            named = _all_kept(bench)
        report = replace(fetched(bench, named, access, again=given["refetch"]), unlisted=listed.problems)
        _show(report, as_json=given["as_json"])
        _tell_all(report, named)
        stopped = (page.asked for page in report.pages if page.leads_to)
        _tell_elsewhere(place, report, access, (*(["--refetch"] if given["refetch"] else ()), *stopped))
        became = {page.became for page in report.pages}
        told = bool(became & {"changed", "gone"}) and tell_matching(bench, place.option())
        if became & {"new", "changed"} and not told:
            say(f"next: `factcheck{place.option()} check ARTICLE` matches claims against them")
    return _exit_code(report, given["fail_on"])


def fetched(bench: Workbench, urls: Sequence[str], access: Access, **more: Any) -> FetchReport:  # noqa: ANN401 - of `fetch_pages`
    """Fetch pages, saying of whom they are asked and how far it is."""
    from factcheck.workbench.asking import hosts_of
    from factcheck.workbench.fetching import Errand, fetch_pages, would_ask

    if not access.only_plays:
        hosts = hosts_of(would_ask(bench, urls, access, again=bool(more.get("again"))))
        distinct = len(dict.fromkeys(urls))
        many = f" ({counted(distinct, 'page')})" if distinct >= MANY else ""
        say(f"asking: {', '.join(hosts) or 'nobody'}{_followed(access) if hosts else ''}{many}")
    with Progress() as progress:
        progress.show("fetching pages", 0, len(urls))
        errand = Errand(waiting=lambda: progress.show("waiting: another fetch of this workspace is under way"))
        return fetch_pages(
            bench,
            urls,
            access,
            errand=errand,
            progress=lambda done, of: progress.show("fetching pages", done, of),
            **more,
        )


def fetched_article(bench: Workbench, url: str, access: Access) -> ArticlePage:
    """Fetch the article itself, saying of whom it is asked."""
    from factcheck.workbench.asking import hosts_of
    from factcheck.workbench.fetching import check_article, fetch_article

    if not access.only_plays:
        check_article(bench, url, access)
        say(f"asking: {', '.join(hosts_of([url]))}{_followed(access)}")
    with Progress() as progress:
        progress.show("fetching the article")
        return fetch_article(bench, url, access)


def _followed(access: Access) -> str:
    from factcheck.web.safety import shown_host

    hosts = ", ".join(map(shown_host, sorted(access.follow)))
    return f"; and, where it redirects there: {hosts}" if hosts else ""


def _listed(name: str | None) -> UrlList:
    from factcheck.workbench.url_lists import LONGEST_LIST, UrlList, read_urls

    if name is None:
        return UrlList(urls=())
    if name == STDIN:
        return read_urls(sys.stdin.buffer.read(LONGEST_LIST + 1), STDIN_NAME)
    try:
        with Path(name).open("rb") as file:
            return read_urls(file.read(LONGEST_LIST + 1), name)
    except FileNotFoundError as error:
        raise InputError("there is no such file", hint="check the path", subject=name) from error
    except (OSError, ValueError) as error:  # a folder; a path with a zero in it
        why = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"cannot be read: {why}", hint="name a file with one address a line", subject=name) from error


def _all_kept(bench: Workbench) -> list[str]:
    from factcheck.workbench.fetching import kept_pages

    found = [page.asked for page in kept_pages(bench).all()]
    if not found:
        raise StateError("no page was fetched yet", hint="`factcheck fetch URL...`")
    return found


def _show(report: FetchReport, *, as_json: bool) -> None:
    if as_json:
        put([to_json(report), "\n"])
    else:
        put_lines(line for page in report.pages for line in page_lines(page))
    tell_problems(report.problems, listed=len(report.problems))
    if report.uncached:
        say(report.uncached)


MANY = 10
"""Addresses from which on it is said how many became what: nobody counts the lines."""


def _tell_all(report: FetchReport, named: Sequence[str]) -> None:
    """Say of many addresses what became of how many, and how often one was named again."""
    again = len(named) - len(report.pages)
    if len(named) < MANY and not again:
        return
    counts = Counter(page.became for page in report.pages)
    told = ", ".join(f"{number} {became}" for became, number in counts.most_common())
    doubles = f" ({again} named again)" if again else ""
    say(f"{counted(len(report.pages), 'page')}{doubles}: {told}")


def _tell_elsewhere(place: Place, report: FetchReport, access: Access, same: Sequence[str]) -> None:
    """Say which command goes on where pages redirect to hosts that nobody agreed to. `same`: what to ask for again."""
    hosts = dict.fromkeys((*sorted(access.follow), *report.leads_to))
    if len(hosts) == len(access.follow):
        return
    follow = [word for host in hosts for word in ("--follow", host)]
    say(f"to go on there: `factcheck{place.option()} {words_of_command('fetch', *follow, *same)}`")


def _exit_code(report: FetchReport, fail_on: str | None) -> int:
    some = any(page.became not in ("not read", "not shown") for page in report.pages) or not (
        report.pages or report.stopped_at
    )
    return exit_of_reading(report.problems, some=some, fail_on=fail_on)


def _for_claim(place: Place, bench: Workbench, access: Access, given: dict[str, Any]) -> int:
    """Show what would go out for a claim, ask for consent where there is none, and fetch."""
    from factcheck.web.network import policy_for
    from factcheck.workbench.asking import fetch_plan, plan_for

    policy_for(bench.settings, access)  # where nothing may be fetched, nobody need be asked
    plan = plan_for(bench, bench.find_claim(given["claim"], given["article"]))
    if not plan.citations and not plan.searches and not plan.left_out:
        say("nothing to ask: the writer cites no address for this claim, and `fetch.references` is empty")
        return EXIT_DONE
    plan = replace(plan, leads=tuple(dict.fromkeys((*plan.leads, *sorted(access.follow)))))
    _tell_plan(plan)
    if not plan.citations and not plan.searches:
        return EXIT_DONE
    if not access.only_plays:
        _agreed(bench, plan, yes=given["yes"])
    with Progress() as progress:
        progress.show("fetching pages")
        report = fetch_plan(bench, plan, access, progress=lambda done, of: progress.show("fetching pages", done, of))
    _show(report, as_json=given["as_json"])
    article = ("--article", given["article"]) if given["article"] else ()
    _tell_elsewhere(place, report, access, ("--claim", given["claim"], *article))
    show = words_of_command("claim", "show", *article, named=(given["claim"],))
    say(f"next: `factcheck{place.option()} {show}` shows the claim and its evidence")
    return _exit_code(report, given["fail_on"])


def _tell_plan(plan: Plan) -> None:
    say(f"asks {len(plan.hosts)} {'host' if len(plan.hosts) == 1 else 'hosts'}: {', '.join(plan.hosts)}")
    for url in plan.told:
        say(f"  cited: {url}")
    for url in plan.searches:
        say(f"  search: {plan.shown(url)}")
    say(f"words that go out: {', '.join(plan.terms) if plan.terms else 'none'}")
    if plan.left_out:
        say(f"not asked: {plan.left_out} of the addresses, since a name that is withheld stands in them")
    if plan.keys:
        say(f"keys that go out: {plan.keys}")
    if plan.held_back:
        say(f"held back: {counted(plan.held_back, 'word')} of names that are withheld")


def _agreed(bench: Workbench, plan: Plan, *, yes: bool) -> None:
    """Go on only with consent: on record for this article, or given now."""
    from factcheck.workbench.asking import agree, not_agreed

    hosts, terms = not_agreed(bench, plan)
    if not hosts and not terms:
        return
    if not yes:
        if not sys.stdin.isatty():
            raise StateError("nobody agreed yet that this goes out for this article", hint="agree to it with --yes")
        if not click.confirm("May this go out for this article?", default=False, err=True):
            raise StateError("nothing was asked", hint="agree to it, or change `fetch.references`")
    agree(bench, plan)
