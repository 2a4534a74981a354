"""`factcheck corpus`: the documents to check against."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli import corpus_adding, corpus_comparing, corpus_resting, corpus_tables
from factcheck.cli.corpus_limits import as_spelt, limit_options, tell_left_out, tell_publisher
from factcheck.cli.output import columns, put, put_lines, say
from factcheck.cli.place import Group, Place, Word, example, pass_place
from factcheck.domain import Candidate, Source, Tier, Within
from factcheck.errors import EXIT_DONE, EXIT_FOUND
from factcheck.reports.as_json import array, to_json, with_more
from factcheck.reports.cells import counted as in_number
from factcheck.reports.cells import shown_line, wrap
from factcheck.reports.claim_page import source_lines
from factcheck.reports.corpus_counts import chart_lines
from factcheck.reports.disclosure import badge, leaving, leaving_problem, leaving_source
from factcheck.reports.problems import problems_line, worst_first
from factcheck.reports.source_list import source_block, source_line
from factcheck.text.words import spelt_words
from factcheck.web.secrets import told_problem

if TYPE_CHECKING:
    from factcheck.corpus import Corpus
    from factcheck.workbench import Workbench

PLACES = 5
"""Files that a line of the list names beside the one where a document is shown."""
FEW = 3
"""Passages found below which a search says that there are tables, which no search by word looks into."""
_PHRASE = re.compile(r'"([^"]+)"')
_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_article_option = click.option("--article", default="", metavar="ID", help="With what belongs to this article.")


@click.group("corpus", cls=Group, epilog=example("factcheck corpus add archive/"))
def corpus() -> None:
    """Add, list, search and verify the documents to check against."""


for _command in (
    corpus_adding.add,
    corpus_adding.mark,
    corpus_adding.sync,
    corpus_adding.rebuild,
    corpus_comparing.compare,
    corpus_resting.resting,
    corpus_tables.table,
    corpus_tables.cells,
):
    corpus.add_command(_command)


@corpus.command("list", epilog=example("factcheck corpus list"))
@limit_options
@click.option("--path", default="", metavar="TEXT", help="With this in their path; * stands for anything.")
@_article_option
@_json_option
@pass_place
def list_(  # noqa: PLR0913 - one for each option
    place: Place,
    *,
    publisher: str,
    author: str,
    since: date | None,
    until: date | None,
    language: str | None,
    path: str,
    article: str,
    as_json: bool,
) -> None:
    """List the documents that belong to all, and to the desk (FACTCHECK_DESK) or article; all, or within limits."""
    within = Within(publisher=publisher, since=since, until=until, language=language or "")
    with place.open() as bench, bench.open_corpus(article=article) as documents:
        _check_any(bench, documents)
        gone = documents.gone()
        out: Counter[str] = Counter()
        rows = _limited(_rows(bench, documents, gone), within, author, path, out)
        if as_json:
            told = (
                with_more(
                    leaving(one.source),
                    gone=one.gone,
                    notice=one.notice_leaving,
                    fetched=one.fetched,
                    also=() if badge(one.source) else one.also,
                )
                for one in rows
            )
            put([*array(told), "\n"])
        elif sys.stdout.isatty():
            width = columns()
            put(line for one in rows for line in source_block(one.source, one.said, one.fetched, columns=width))
        else:
            put_lines(source_line(one.source, one.said, one.fetched) for one in rows)
        if out:
            say(f"not listed: {', '.join(f'{number} {why}' for why, number in out.most_common())}")
            tell_publisher(documents, publisher)
        if others := documents.belonging_to_others():
            say(f"{others} of {documents.documents} documents belong to other desks or articles, and are not listed")
        _tell_retiered(place, documents)
        if gone:
            say(f"{len(gone)} of {documents.documents} documents are gone: their files are not there (`corpus sync`)")


@corpus.command(
    "search",
    epilog=example(
        'factcheck corpus search "cranes in the harbour" -k 5',
        """factcheck corpus search '"harbour wall" repair' --publisher "Lake Post" --since 2023-01-01""",
    ),
)
@click.argument("text")
@click.option("-k", "limit", type=click.IntRange(1, 200), default=10, show_default=True, help="How many passages.")
@limit_options
@click.option("--tier", type=Word(Tier), help="Of this tier.")
@_article_option
@_json_option
@pass_place
def search(  # noqa: PLR0913 - one for each option
    place: Place,
    text: str,
    *,
    limit: int,
    publisher: str,
    author: str,
    since: date | None,
    until: date | None,
    tier: str | None,
    language: str | None,
    article: str,
    as_json: bool,
) -> None:
    """Search for passages, best first. What stands in "double quotes" must be in them, word beside word.

    They are ranked by their words; matching.semantic ranks only what a claim is matched with.
    """
    from factcheck.workbench.snapshots import notices_of

    within = Within(
        publisher=publisher,
        since=since,
        until=until,
        tier=Tier(tier) if tier else None,
        language=language or "",
        phrases=tuple(phrase for phrase in _PHRASE.findall(text) if spelt_words(phrase)),
    )
    if not spelt_words(text):
        raise click.UsageError("give a word to search for")
    with place.open() as bench, bench.open_corpus(article=article) as documents:
        _check_any(bench, documents)
        within = as_spelt(documents, within, author)
        found = documents.search_within(within, text, limit) if within.sources or not author else []
        notices = notices_of(bench.workspace)
        tell_left_out(documents, found, within, text, author)
        tables = len(documents.tables()) if len(found) < FEW else 0
        _tell_unindexed(documents)
    if as_json:
        put(
            [
                *array(
                    with_more(leaving(one), notice="" if badge(one.source) else notices.get(one.source.id, ""))
                    for one in found
                ),
                "\n",
            ]
        )
    elif found:
        put(_found_lines(found, notices))
    else:
        say("nothing found")
    if tables:
        was = "1 table was" if tables == 1 else f"{tables} tables were"
        say(f"{was} not searched by word: `factcheck{place.option()} corpus table` lists them")
        if any(map(str.isdigit, text)):
            say(f"`factcheck{place.option()} corpus cells` finds a figure in them")


@corpus.command("stats", epilog=example("factcheck corpus stats --problems"))
@click.option("--problems", is_flag=True, help="List what could not be read.")
@_json_option
@pass_place
def stats(place: Place, *, problems: bool, as_json: bool) -> None:
    """Count documents, passages, origins and problems, and the documents by publisher, year, language and tier.

    What belongs to other desks and articles is not counted by these; in JSON, nor is what a withheld source says, and
    of its problems only that there are some.
    """
    with place.open() as bench, bench.open_corpus() as documents:
        _tell_retiered(place, documents)
        _tell_unindexed(documents)
        counted, listed = documents.stats(), documents.problems(leaving_problem) if as_json else documents.problems()
        by = documents.counts(leaving_source) if as_json else documents.counts()
    if as_json:
        told = with_more(counted, by=by)
        put([to_json({"stats": told, "problems": listed} if problems else told), "\n"])
        return
    put_lines([f"{counted.documents} documents, {counted.passages} passages, {counted.origins} origins"])
    if counted.others:
        say(f"{counted.others} more belong to other desks or articles: only passages and digest count them")
    put_lines([problems_line(listed), f"digest {counted.digest}"])
    if not problems:
        put_lines(chart_lines(by))
    if problems:
        put_lines(str(told_problem(problem)) for problem in worst_first(listed))


@corpus.command("verify", epilog=example("factcheck corpus verify"))
@_json_option
@pass_place
def verify(place: Place, *, as_json: bool) -> int:
    """Hold every document, every page that was kept as received, and the index against their digests.

    Exit 1 if one differs.
    """
    from factcheck.workbench.lost_copies import damaged_snapshots, lost_told
    from factcheck.workbench.snapshots import snapshot_files

    with place.open() as bench:
        with bench.open_corpus() as documents:
            wrong, number = documents.verify(leaving=as_json), documents.documents
            broken, keyed = documents.verify_index(), documents.readdressed()
        damaged, kept, lost = tuple(damaged_snapshots(bench)), len(snapshot_files(bench)), tuple(lost_told(bench))
    if as_json:
        put([*array((*wrong, *damaged, *broken)), "\n"])
    else:
        put_lines(map(str, (*wrong, *damaged, *broken)))
    say(f"{in_number(number, 'document')}, {len(wrong)} differ from their digest")
    if kept or damaged:
        say(f"{in_number(kept, 'snapshot')}, {len(damaged)} damaged or missing")
    for one in lost:
        say(one)
    if broken:
        say(f"the index: {in_number(len(broken), 'file')} damaged; `factcheck corpus rebuild` builds it anew")
    if keyed:
        told = f"{in_number(keyed, 'document')} kept with the keys in their addresses, by an earlier version"
        say(f"{told}: `factcheck{place.option()} corpus rebuild` takes them out")
    return EXIT_FOUND if wrong or damaged or broken else EXIT_DONE


@corpus.command("remove", epilog=example("factcheck corpus remove 3f2a9c"))
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@pass_place
def remove(place: Place, ids: tuple[str, ...]) -> None:
    """Remove documents by id or the start of it.

    Evidence that was found in them keeps a copy of the passages that it cites (`factcheck erase --person NAME` names
    it, and how it goes), and the index and the list of how names are spelt keep their words until `factcheck erase
    --clean`. What was brought with `evidence add` is in no corpus: of a file it keeps the digest and the words that
    were transcribed, and no copy; nothing here removes it. It is for those who may decide on claims (`judge` of the
    workflow): sign-offs that rest on them are stale then.
    """
    from factcheck.review.steps import ReviewStep, check_permitted

    with place.open() as bench, bench.open_corpus() as documents:
        check_permitted(bench.workflow, bench.user, ReviewStep.JUDGE)
        meant = [documents.find(identifier) for identifier in ids]
        files = documents.files_of(meant)
        removed = documents.remove(meant)
    say(f"{in_number(removed, 'document')} removed")
    if files:
        named = "; ".join(map(shown_line, files[:PLACES])) + (
            f" and {len(files) - PLACES} more" if files[PLACES:] else ""
        )
        say(f"still there: {named}; the next `corpus add` of it, or of its folder, adds what it holds again")


def _check_any(bench: Workbench, documents: Corpus) -> None:
    """Tell a corpus of nothing: to list or search it must not pass for an answer."""
    if documents.documents:
        return
    from factcheck.workbench.standing import check_not_lost

    check_not_lost(bench, "is empty")
    say("the corpus is empty; `factcheck corpus add PATH...` fills it")


def _tell_retiered(place: Place, documents: Corpus) -> None:
    """Tell of documents whose tier is by rules that hold no longer."""
    if number := documents.retiered():
        told = f"{in_number(number, 'document')} had the tier from other rules (`sources` in the configuration)"
        say(f"{told}: `factcheck{place.option()} corpus rebuild` applies those that hold now")


def _tell_unindexed(documents: Corpus) -> None:
    """Tell of documents that no search finds yet."""
    if number := documents.unindexed:
        why = "another process is writing, the disk is full, or the corpus is not yours to write"
        say(f"{in_number(number, 'document')} not in the index yet, so no search finds them: {why}")


class _Row(NamedTuple):
    """A source of the list, what is said of it, and the day on which its page was fetched."""

    source: Source
    gone: bool
    notice: str
    fetched: date | None
    also: tuple[str, ...]
    """Where else it stands, as in a copy of the file."""

    @property
    def notice_leaving(self) -> str:
        """The notice as it may leave: that of a source that is not open names where it is from."""
        return "" if badge(self.source) else self.notice

    @property
    def said(self) -> str:
        """What stands in brackets behind it."""
        also = f"also in {'; '.join(self.also[:PLACES])}" if self.also else ""
        more = f" and {len(self.also) - PLACES} more" if len(self.also) > PLACES else ""
        return "  ".join(filter(None, ("gone" if self.gone else "", self.notice, also + more)))


def _rows(bench: Workbench, documents: Corpus, gone: Collection[str]) -> Iterator[_Row]:
    from factcheck.workbench.snapshots import fetched_on, gone_pages, notices_of

    lost, fetched, notices = gone_pages(bench.workspace), fetched_on(bench.workspace), notices_of(bench.workspace)
    places = documents.places()
    for source in documents.sources():
        notice = notices.get(source.id, "") or lost.get(source.id, "")
        day = fetched.get(source.id, source.fetched)
        yield _Row(source, source.id in gone or source.id in lost, notice, day, places.get(source.id, ()))


def _limited(rows: Iterator[_Row], within: Within, author: str, path: str, out: Counter[str]) -> Iterator[_Row]:
    """Yield the rows within some limits, and count in `out` why the others are not."""
    from factcheck.corpus.left_out import in_place, is_author, leaving_out

    for one in rows:
        why = [*leaving_out(one.source, within)]
        if author and not is_author(one.source.author, author):
            why.append("of other authors")
        if path and not any(in_place(place, path) for place in (one.source.path, *one.also)):
            why.append("in other places")
        out.update(why)
        if not why:
            yield one


def _found_lines(found: list[Candidate], notices: dict[str, str]) -> Iterator[str]:
    width = columns()
    for candidate in found:
        yield f"{candidate.rank:3}  {candidate.source.id}\n"
        notice = notices.get(candidate.source.id)
        for line in (*source_lines(candidate), *([f"[{notice}]"] if notice else []), candidate.passage.text):
            yield from (f"{part}\n" for part in wrap(shown_line(line), width, "     "))
