"""Which documents the writer's own sources are, and their best passages in front of all others. Fetches nothing.

A document is found by its address, its file, its id or its title, in that order; the first of these that finds one
decides. A title counts if the note holds all of it, or if all that the note says is in the title, publisher and author
of one document alone: where several could be meant, the pointer is too vague, and none is taken.

What a feed sums a page up with is not that page: who cites the page is not held to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.claims.sources.leads import HOME_PAGE, NO_NAME, Lead, telling_words
from factcheck.domain import FEED_SUMMARY, Candidate, Claim, Library, Source
from factcheck.matching.search import find_in_sources
from factcheck.text.addresses import file_key, is_home_page, path_parts, url_key
from factcheck.text.dates.finding import find_dates
from factcheck.text.words import split_words

ENGINE = "citing/5"

MOST_COPIES = 3
"""Documents at one address that are all taken: a page at three times. More are a site that gives all pages one."""
PASSAGES = 4
"""Passages of a cited document that are judged: what the writer points to need not be what is worded most alike."""
LOOKED_AT = 50
"""Documents that are held beside a note, and records of one file that are taken for what is cited."""
FEWEST_WORDS = 2
"""Words that a title, or a note, must have in common with the other; one word alone names nothing."""
LATE = timedelta(days=60)
"""How far the day that a note names may lie from the day its document was published: minutes come out weeks later."""

SEVERAL = "could mean any of {} documents of the corpus"
TOO_LITTLE = "says too little to tell which document it means"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a citation means. `how` says by what it was found; `vague` why nobody can tell, in words after "it".

    Where both are empty, the corpus does not hold it. The records of one file are one source. `summed_up`: a feed's
    summary of it is there, and no more.
    """

    sources: tuple[Source, ...] = ()
    how: str = ""
    vague: str = ""
    summed_up: bool = False


def resolve(lead: Lead, library: Library) -> Found:
    """Return the documents that a lead means."""
    if lead.vague and lead.vague != HOME_PAGE:
        return Found(vague=lead.vague)
    vague, summed_up = "", False
    for how, search in _WAYS:
        there = _distinct(search(lead, library))
        sources = [source for source in there if not _is_summary(source, library)]
        summed_up = summed_up or len(sources) < len(there)
        if _is_one(sources, MOST_COPIES if how == ADDRESS else 1):
            return Found(sources=tuple(sources), how=how)
        if sources:
            vague = vague or SEVERAL.format(len(sources) if len(sources) < LOOKED_AT else f"{LOOKED_AT} and more")
    vague = lead.vague or vague or ("" if summed_up else _too_little(lead, library))
    return Found(vague=vague, summed_up=summed_up and not vague)


def put_first(cited: Sequence[Candidate], others: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the cited candidates, then the others without what says the same again; ranks are counted anew.

    A carrier of a cited text is named with it.
    """
    carried = {one.origin: one for one in others}
    first = [_with_carriers(one, carried.get(one.origin)) for one in cited]
    rest = [one for one in others if not any(_same(one, other) for other in cited)]
    return tuple(replace(one, rank=rank) for rank, one in enumerate([*first, *rest], start=1))


def find_cited(claim: Claim | str, library: Library, sources: Sequence[str]) -> tuple[Candidate, ...]:
    """Return the best passages of what a citation means (ids of documents) for a claim."""
    return find_in_sources(claim, library, sources, keep=PASSAGES)


def _with_carriers(cited: Candidate, other: Candidate | None) -> Candidate:
    if other is None:
        return cited
    carriers = [one for one in (other.source, *other.carriers) if one.id != cited.source.id]
    return replace(cited, carriers=tuple(carriers))


def _same(one: Candidate, cited: Candidate) -> bool:
    """Whether a passage is one that is cited, or a part of it, or the same text in another source."""
    if one.source.id == cited.source.id:
        return overlap(one, cited)
    if one.origin != cited.origin:
        return False
    short, long = sorted((" ".join(each.passage.text.split()) for each in (one, cited)), key=len)
    return short in long


def overlap(one: Candidate, other: Candidate) -> bool:
    """Whether two passages have words of one source in common."""
    mine, theirs = one.passage, other.passage
    return one.source.id == other.source.id and mine.start < theirs.end and theirs.start < mine.end


def is_part_of(one: Candidate, other: Candidate) -> bool:
    """Whether a passage lies in another of its source: alone, it is a part of what was joined there."""
    mine, theirs = one.passage, other.passage
    return one.source.id == other.source.id and theirs.start <= mine.start and mine.end <= theirs.end


# --- the ways ---------------------------------------------------------------------------------------------------------


def _is_summary(source: Source, library: Library) -> bool:
    """Whether a source is what a feed says of a page, and not all of the page; entries are records of a file."""
    if "#" not in source.path:
        return False
    return any(marker.locator == FEED_SUMMARY for marker in library.document(source.id).markers)


def _is_one(sources: Sequence[Source], most: int) -> bool:
    """Whether the documents found are one source: few enough, or the records of one file."""
    files = {source.path.rpartition("#")[0] or source.path.rpartition(_WITHIN)[0] for source in sources}
    return 0 < len(sources) <= most or (len(files) == 1 and "" not in files and len(sources) < LOOKED_AT)


def _too_little(lead: Lead, library: Library) -> str:
    """Return why a note that found nothing is too vague, or "" where it names something that is not there."""
    words = telling_words(lead.words)
    if not lead.particular:
        return NO_NAME
    if _pages(lead) or lead.files or lead.ids or len(words) + bool(lead.dates) >= FEWEST_WORDS:
        return ""
    if lead.urls:
        return HOME_PAGE
    return TOO_LITTLE if library.labelled(_words(lead.words, telling=True), 1) else ""


def _pages(lead: Lead) -> list[str]:
    return [key for key in map(url_key, lead.urls) if key and not is_home_page(key)]


def _by_address(lead: Lead, library: Library) -> Sequence[Source]:
    keys = _pages(lead)
    return library.addressed(keys, LOOKED_AT) if keys else ()


def _by_site(lead: Lead, library: Library) -> Sequence[Source]:
    """Return the documents at the address of a whole site: one may be that very page."""
    keys = [] if _pages(lead) else [key for key in map(url_key, lead.urls) if key]
    return library.addressed(keys, LOOKED_AT) if keys else ()


def _by_file(lead: Lead, library: Library) -> list[Source]:
    found = []
    for name in lead.files:
        wanted = path_parts(name)
        sources = library.addressed([file_key(name)], LOOKED_AT)
        alike = [(_shared_end(wanted, path_parts(source.path)), source) for source in sources]
        most = max((count for count, _ in alike), default=0)
        found += [source for count, source in alike if count == most] or _within(name, lead, library)
    return found


_WITHIN = "!"
"""What parts a file from what it holds in a path: "figures.xlsx!Homes.csv"."""


def _within(name: str, lead: Lead, library: Library) -> list[Source]:
    """Return what a workbook or an archive of this name holds, or what has this name in one.

    Of several, those that the note names, too: "figures.xlsx, sheet Homes".
    """
    wanted = file_key(name)
    near = library.labelled([part for part in re.split(r"\W+|_", wanted) if part], LOOKED_AT)
    held = [one for one in near if _WITHIN in one.path and wanted in map(file_key, one.path.split(_WITHIN))]
    note = set(_stems(lead.words))
    named = [one for one in held if note.issuperset(_stems(one.path.rpartition(_WITHIN)[2].rpartition(".")[0]))]
    return named or held


def _by_id(lead: Lead, library: Library) -> list[Source]:
    return [source for start in lead.ids for source in library.identified(start, LOOKED_AT)]


def _by_title(lead: Lead, library: Library) -> list[Source]:
    note = _stems(lead.words)
    if not telling_words(lead.words):
        return []
    near = library.labelled(_words(lead.words), LOOKED_AT)
    whole = [source for source in near if _holds(note, source.title) and _of_that_time(source, lead)]
    if whole:
        longest = max(len(_stems(source.title)) for source in whole)
        best = [source for source in whole if len(_stems(source.title)) == longest]
        return _one_origin([source for source in best if _published_then(source, lead)] or best, library)
    wanted = telling_words(lead.words)
    return _one_origin([source for source in near if _says_all(source, wanted, lead)], library)


ADDRESS = "its address"
_WAYS: tuple[tuple[str, Callable[[Lead, Library], Sequence[Source]]], ...] = (
    (ADDRESS, _by_address),
    ("the name of its file", _by_file),
    ("its id", _by_id),
    ("its title", _by_title),
    ("the address of its site", _by_site),
)


def _distinct(sources: Sequence[Source]) -> list[Source]:
    return list({source.id: source for source in sources}.values())


def _one_origin(sources: Sequence[Source], library: Library) -> list[Source]:
    """Return one source of each origin, a page before its summary: any that has the text is the one that is meant."""
    sources = sorted(sources, key=lambda source: _is_summary(source, library))
    return list({source.origin or source.id: source for source in reversed(sources)}.values())[::-1]


def _shared_end(wanted: Sequence[str], path: Sequence[str]) -> int:
    count = 0
    for one, other in zip(reversed(wanted), reversed(path), strict=False):
        if one != other.rpartition("#")[0] and one != other:
            break
        count += 1
    return count


def _words(text: str, *, telling: bool = False) -> list[str]:
    """Return the words of a note that labels are searched by, each once."""
    stems = set(telling_words(text))
    words = [word.folded for word in split_words(text) if not word.is_stop and (word.stem in stems or not telling)]
    return list(dict.fromkeys(words))


def _stems(text: str) -> list[str]:
    return [word.stem for word in split_words(text) if not word.is_stop]


def _holds(note: Sequence[str], title: str) -> bool:
    """Whether the words of a title stand in a note, all of them and in a row."""
    words = _stems(title)
    if not words or not telling_words(title) or (len(words) < FEWEST_WORDS and list(note) != words):
        return False
    return any(list(note[at : at + len(words)]) == words for at in range(len(note) - len(words) + 1))


def _says_all(source: Source, wanted: Sequence[str], lead: Lead) -> bool:
    """Whether all that a note says is said by title, publisher and author, with a day or year of its own that fits."""
    named = set(_stems(source.title)) | set(_stems(source.author))
    there = named | set(_stems(source.publisher))
    dated = bool(lead.dates) and (_published_then(source, lead) or any(_in_title(source, lead)))
    enough = len(set(wanted)) + dated >= FEWEST_WORDS
    return (
        enough and there.issuperset(wanted) and not named.isdisjoint(wanted) and (dated or _of_that_time(source, lead))
    )


def _published_then(source: Source, lead: Lead) -> bool:
    return source.published is not None and any(start <= source.published <= end for start, end in lead.dates)


def _in_title(source: Source, lead: Lead) -> Iterator[bool]:
    for value in find_dates(source.title, anchor=None):
        yield any(value.start == start and value.end == end for start, end in lead.dates)


def _of_that_time(source: Source, lead: Lead) -> bool:
    """Whether no day or year in the note, beside those in the title, speaks against the day of publication."""
    named = {(value.start, value.end) for value in find_dates(source.title, anchor=None)}
    days = [pair for pair in lead.dates if pair not in named]
    if not days or source.published is None:
        return True
    return any(_near(source.published, start, end) for start, end in days)


def _near(day: date, start: date, end: date) -> bool:
    try:
        return start - LATE <= day <= end + LATE
    except OverflowError:  # at the edge of the calendar
        return False


__all__ = ["ENGINE", "Found", "find_cited", "put_first", "resolve"]
