"""What the writer's own sources lead to: the addresses, files and words in a note by which a document can be found.

A note that only points back ("ibid.", "op. cit.", "see note 3") leads where the note leads that it means. Looks nothing
up: whether a corpus holds what is named is the business of `matching.cited`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.claims.sources.citations import LONGEST_NOTE, URL, find_url
from factcheck.domain import Citation, CitationKind
from factcheck.text.addresses import files_in, is_home_page, numbers_in, url_key
from factcheck.text.dates.finding import find_dates
from factcheck.text.words import split_words

MOST_ADDRESSES = 5
"""Addresses of one note that are followed; one with more is a list of links."""
LONGEST_WORDS = 600
"""Characters of a note, without its addresses, in which a title is looked for; a longer one is a text of its own."""
SHORT_NOTE = 80
"""Characters up to which a note can do nothing but point back."""

NO_NAME = "names no document"
HOME_PAGE = "is the address of a whole site, not of a page of it"
NO_ADDRESS = "is no address of a page"
NOTHING_BEFORE = "points back, and nothing stands before it that it can mean"

_BACK = re.compile(
    r"[\W_]*(?:see\s|siehe\s|vgl\.\s)?(?:ib(?:id(?:em)?)?\.|ibid(?:em)?\b|id\.(?=\s*(?:,|;|at\b|pp?\.|\Z))|ebd\.|ebenda\b|"
    r"(?:the\s)?same\s(?:source|document|report|page)\b|as\s(?:above|before)\b|wie\soben\b)",
    re.IGNORECASE,
)
_WORK = re.compile(r"\b(?:op|loc)\.?\s?cit\b|\ba\.\s?a\.\s?O\b|\bsupra\b(?!\s*n)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:\b(?:see|supra|above|siehe|vgl\.|cf\.)[\s,]{0,3})?(?:(?:foot|end)?note|fn\.?|fu(?:ß|ss)note|anm\.|n\.)\s?"
    r"(?P<number>\d{1,3})\b(?:\s?(?:above|supra|oben))?",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"\(?\b(?:last\s)?(?:accessed|retrieved|visited|viewed|checked|abgerufen|zuletzt|zugriff)\b[^;()\n]{0,60}\)?",
    re.IGNORECASE,
)
_POINTERS = re.compile(
    r"(?<!\w)(?:pp?\.|pages?|S\.|Seiten?|para(?:graph)?s?\.?|Abs\.|¶+|§+|sections?|sec\.|chapters?|ch\.|tables?|figures?|"
    r"fig\.|lines?|slides?|min\.|item|annex|appendix|column|row|record)"
    r"\s{0,2}(?:\d[\d.:]{0,12}[a-z]?\b(?:\s?[-–]\s?\d{1,6})?|(?<=\s)[A-Z]\b)",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,64}\b")
_WEB = re.compile(r"https?://|//|www\.", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?!file:)[a-z][a-z0-9+.-]{1,12}:(?!\d)(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Where a citation leads. `urls` and `files` as the note writes them, `ids` starts of ids of documents.

    `words`: what the note says beside them; `dates`: the days and periods in these words; `vague` says why nothing can
    be looked for, in words that follow "it", and is "" where something can. `particular`: it names something by a name,
    a number, a day or a title, and not just a kind of source ("a study", "experts say", "report by the ministry").
    """

    urls: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    words: str = ""
    dates: tuple[tuple[date, date], ...] = ()
    vague: str = ""
    particular: bool = True


def follow(citations: Sequence[Citation]) -> tuple[Lead, ...]:
    """Return where each citation of an article leads, in their order."""
    found: list[Lead] = []
    for at, citation in enumerate(citations):
        back = _points_back(citation, citations[:at])
        if back is None:
            found.append(_own(citation))
        else:
            found.append(found[back] if back >= 0 else Lead(vague=NOTHING_BEFORE))
    return tuple(found)


def _points_back(citation: Citation, before: Sequence[Citation]) -> int | None:
    """Return the place of the citation that one means, -1 if there is none, None if it speaks for itself."""
    note = citation.note or citation.target
    if citation.kind is CitationKind.LINK or len(note) > SHORT_NOTE or find_url(note):
        return None
    alike = [place for place, one in enumerate(before) if one.kind is citation.kind]
    if _BACK.match(note):
        return alike[-1] if alike else -1
    if numbered := _NUMBERED.search(note):
        rest = note[: numbered.start()] + note[numbered.end() :]
        number = int(numbered["number"])
        if not _telling(_POINTERS.sub(" ", rest)):
            return alike[number - 1] if 0 < number <= len(alike) else -1
    if work := _WORK.search(note):
        names = [word.folded for word in split_words(note[: work.start()]) if word.text[0].isupper()]
        return next((place for place in reversed(alike) if _holds(before[place], names)), -1)
    return None


def _holds(citation: Citation, names: Sequence[str]) -> bool:
    words = {word.folded for word in split_words(citation.note or citation.target)}
    return words.issuperset(names)


def _own(citation: Citation) -> Lead:
    note = citation.note[:LONGEST_NOTE]
    text = note if citation.target in note else f"{citation.target[:LONGEST_NOTE]} {note}"
    if _OTHER_SCHEME.match(citation.target) and not _WEB.match(citation.target) and not numbers_in(citation.target):
        return Lead(vague=NO_ADDRESS)
    urls = tuple(dict.fromkeys([*_urls(text), *numbers_in(text)]))
    bare = _ACCESSED.sub(" ", _without_urls(text))
    if citation.kind is CitationKind.LINK and not urls:
        bare = f"{_path(citation.target)} {note}"
    files = tuple(dict.fromkeys(files_in(bare)))
    ids = tuple(dict.fromkeys(_IDENTIFIER.findall(bare)))
    for one in (*files, *ids):
        bare = bare.replace(one, " ")
    words = " ".join(_POINTERS.sub(" ", bare).split())[:LONGEST_WORDS]
    pages = tuple(url for url in urls if not is_home_page(url_key(url)))
    vague = ""
    if not (pages or files or ids or _telling(words)):
        vague = HOME_PAGE if urls else NO_NAME
    dates = tuple(_dates(words))
    return Lead(
        urls=urls[:MOST_ADDRESSES],
        files=files[:MOST_ADDRESSES],
        ids=ids[:MOST_ADDRESSES],
        words=words,
        dates=dates,
        vague=vague,
        particular=bool(urls or files or ids or dates) or _is_particular(words),
    )


def _urls(text: str) -> Iterator[str]:
    rest = text
    for _ in range(MOST_ADDRESSES):
        url = find_url(rest)
        if not url:
            return
        if url_key(url):
            yield url
        rest = rest[rest.index(url) + len(url) :]


def _without_urls(text: str) -> str:
    for number in numbers_in(text):
        text = text.replace(number, " ")
    return URL.sub(" ", text)


def _path(target: str) -> str:
    """Return the path of a link that leads to a file, without what points into it."""
    return re.split(r"[?#](?!\d)", target.removeprefix("file:").removeprefix("//"))[0]


def _dates(words: str) -> Iterator[tuple[date, date]]:
    for value in find_dates(words, anchor=None):
        if value.start and value.end:
            yield value.start, value.end


def telling_words(text: str) -> list[str]:
    """Return the stems of the words of a text that can name a document, in order: no grammar, numbers, or "report"."""
    return [
        word.stem
        for word in split_words(text)
        if not word.is_stop and not word.is_number and word.folded not in GENERIC and word.folded not in _CALENDAR
    ]


def _is_particular(words: str) -> bool:
    """Tell whether a note names something by a name, a number or a title in quotation marks.

    A word with a small letter is a kind of thing; one with a capital is a name, unless it is anybody's.
    """
    if _TITLED.search(words):
        return True
    told = [word for word in split_words(words) if not word.is_stop and word.folded not in GENERIC]
    return any(word.is_number or (word.text[0].isupper() and not _is_anybody(word.folded)) for word in told)


def _is_anybody(folded: str) -> bool:
    return folded in _ANYBODY or folded in _CALENDAR or folded.endswith(_KINDS)


def _telling(text: str) -> bool:
    return bool(telling_words(text))


_CALENDAR = frozenset(
    [
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov"),
        *("dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "januar", "februar"),
        *("marz", "mai", "juni", "juli", "oktober", "dezember", "today", "yesterday", "week", "month", "year"),
    ]
)
GENERIC = frozenset(
    [
        *("see", "cf", "source", "sources", "report", "reports", "document", "documents", "doc", "website"),
        *("websites", "web", "site", "page", "pages", "link", "links", "here", "article", "articles", "story"),
        *("study", "studies", "paper", "papers", "data", "dataset", "statistics", "stats", "figure", "figures"),
        *("number", "numbers", "table", "tables", "note", "notes", "interview", "interviews", "email", "mail"),
        *("call", "conversation", "author", "authors", "writer", "own", "research", "calculation", "calculations"),
        *("various", "several", "many", "media", "press", "release", "releases", "news", "newspaper", "internet"),
        *("online", "official", "file", "files", "attachment", "annex", "appendix", "archive", "archives"),
        *("accessed", "retrieved", "available", "version", "copy", "information", "info", "background", "personal"),
        *("communication", "phone", "telephone", "unpublished", "ibid", "quote", "quoted", "quotation"),
        *("reference", "references", "citation", "evidence", "publication", "publications", "database", "download"),
        *("please", "check", "verify", "confirm", "add", "missing", "todo", "ok", "okay", "done", "yes", "no"),
        *("true", "false", "correct", "comment", "siehe", "vgl", "quelle", "quellen", "bericht", "berichte"),
        *("dokument", "dokumente", "webseite", "seite", "artikel", "studie", "daten", "statistik", "tabelle"),
        *("gesprach", "telefonat", "mitteilung", "pressemitteilung", "eigene", "recherche", "berechnung", "autor"),
        *("autorin", "archiv", "medien", "presse", "nachrichten", "und", "der", "die", "das", "des", "dem", "den"),
        *("von", "vom", "im", "in", "zu", "zum", "zur", "mit"),
    ]
)
"""Words that every second note has, and that name no document by themselves."""

_TITLED = re.compile(r"[“\"„«].{3,}[”\"“»]")
_KINDS = ("bericht", "berichte", "studie", "umfrage", "angaben", "meldung", "daten", "statistik", "kreise", "sprecher")
"""What German words end in that say what a source is, and not which: "Polizeibericht"."""
_ANYBODY = frozenset(
    [
        *(
            "according",
            "analysis",
            "analysts",
            "authorities",
            "colleague",
            "colleagues",
            "committee",
            "company",
            "critics",
        ),
        *("expert", "experts", "facebook", "google", "government", "historians", "insiders", "instagram", "minister"),
        *("ministry", "observers", "officials", "parliament", "police", "poll", "polls", "reporter", "research"),
        *(
            "researchers",
            "scientists",
            "social",
            "spokesman",
            "spokesperson",
            "spokeswoman",
            "survey",
            "surveys",
            "twitter",
        ),
        *(
            "wikipedia",
            "witness",
            "witnesses",
            "youtube",
            "angaben",
            "behorde",
            "behorden",
            "ein",
            "eine",
            "einer",
            "einem",
        ),
        *(
            "experten",
            "fachleute",
            "forscher",
            "gemass",
            "laut",
            "ministerium",
            "minister",
            "nach",
            "polizei",
            "presse",
        ),
        *("recherchen", "regierung", "sprecher", "sprecherin", "umfrage", "untersuchung", "wissenschaftler", "zufolge"),
    ]
)
"""Whom or what a note can mean that names nobody: there are many of each."""


__all__ = ["Lead", "follow", "telling_words"]
