"""A fetched page made documents of the corpus, by its readers: text, title, author, publisher, dates, language.

What the page says of itself in JSON-LD is kept beside them, and its own rulings stand at the end of its text. Pure: it
opens nothing, so that another process can do it (`parsing`). A page cannot choose its tier, its publisher, nor an
address of another site: those are told by the host that answered.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from urllib.parse import urlsplit

import msgspec

from factcheck.corpus.options import Reading
from factcheck.corpus.publishers import bears_out, host_of, shown_publisher
from factcheck.corpus.readers.charsets import page_text
from factcheck.corpus.readers.claim_reviews import MARKUP_LOCATOR, review_sentence, with_rulings
from factcheck.corpus.readers.documents import HEAD, read_bytes
from factcheck.corpus.readers.formats import container_of
from factcheck.corpus.readers.page_titles import parts_of, without_site
from factcheck.corpus.readers.trees import without_crowded_tags
from factcheck.corpus.records import make_document, parse_date
from factcheck.corpus.tiers import TierRules
from factcheck.domain import Document, Marker, Problem, Source
from factcheck.errors import InputError
from factcheck.text.addresses import may_be_home_page, url_key
from factcheck.text.retractions import MARK, is_retracted
from factcheck.web.archive_pages import read_archive_page
from factcheck.web.copies import Copy, claimed_address, find_copy, is_archive, is_same_page, own_address
from factcheck.web.exchanges import Fetched, media_type
from factcheck.web.listing import lists_pages
from factcheck.web.markup import Markup, NewsArticle, read_markup
from factcheck.web.notices import retracted_and_corrected
from factcheck.web.page_days import is_to_come, with_date_doubts
from factcheck.web.page_lines import lines_of
from factcheck.web.secrets import told_problem, without_secrets
from factcheck.web.stubs import Stub, find_stub, stub_told, without_notice

LONGEST_TITLE = 300
"""Characters of a title, an author or a publisher; those of the 86 pages of the article extraction benchmark have up to
150, and a page may put its whole text there."""
MOST_DOCUMENTS = 500
"""Of one page: entries of a feed. What is beyond is counted."""
_SHORT = 400
"""Words of main text below which all words of a page are looked at, too: it may be a stub."""
_SUFFIXES: Mapping[str, str] = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/feed+json": ".json",
    "application/pdf": ".pdf",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
}
_CONTAINERS = frozenset(["PDF", "RSS/Atom", "JSON Feed"])
"""What a site may answer with; archives and office files are no pages."""

_NO_TEXT = ("has no text", "is empty")
"""How the readers of files say that there is nothing to read."""


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed of an answer to read it. `path`: where it is kept; `archives`: hosts whose copies are trusted.

    `salt`: of the digests that stand for the keys in addresses; `at`: the day on which it was asked for.
    """

    url: str
    body: bytes
    content_type: str = ""
    memento: str = ""
    link: str = ""
    path: str = ""
    archives: tuple[str, ...] = ()
    rules: TierRules = TierRules()
    salt: bytes = b""
    at: date | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it was read: its documents (several of a feed), and what was said or wrong beside them.

    `address` is what it is known by, `canonical` another one that it says to be known by, "" for none; `archived` the
    moment when an archive took it, where it is an archive's copy and that is known; `stub` what stands in its place;
    `lists`: whether it only lists other pages, where its address may be that of a site's edition; `retracted` and
    `corrected` are its own notices that it was.
    """

    url: str
    address: str
    canonical: str = ""
    documents: tuple[Document, ...] = ()
    markup: Markup = Markup()
    modified: str = ""
    archived: datetime | None = None
    is_copy: bool = False
    stub: Stub | None = None
    lists: bool = False
    retracted: str = ""
    corrected: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """All text that was found on it."""
        return "\n\n".join(document.text for document in self.documents)


def received(
    fetched: Fetched, *, path: str = "", archives: tuple[str, ...] = (), rules: TierRules, salt: bytes = b""
) -> Received:
    """Return what is needed to read an answer."""
    header = fetched.last.header
    return Received(
        url=without_secrets(fetched.url, salt),
        body=fetched.body,
        content_type=header("content-type"),
        memento=header("memento-datetime"),
        link=header("link"),
        path=path,
        archives=archives,
        rules=rules,
        salt=salt,
        at=fetched.last.asked_at.date(),
    )


def read_page(one: Received) -> Page:
    """Read a page. Whatever is wrong with it is among its problems."""
    problems: list[Problem] = []
    copied = find_copy(one.url, memento=one.memento, link=one.link, archives=one.archives)
    if copied and not is_archive(one.url, one.archives):
        reason = f"says that it is a copy of {copied.original}, and is of no archive that is trusted"
        problems.append(Problem(path=one.url, reason=reason, remedy="name its host in `fetch.archives` if it is one"))
        copied = None
    name = page_name(one.url, one.content_type)
    try:
        text, doubt = text_of(one, name)
    except InputError as error:
        return Page(
            url=one.url, address=one.url, problems=(Problem(path=one.url, reason=error.message, remedy=error.hint),)
        )
    problems += [replace(doubt, path=one.url)] if doubt else []
    text = without_crowded_tags(text) if text else text
    if text and is_archive(one.url, one.archives):
        named, text = read_archive_page(text, one.url, one.archives)
        copied = copied or named
    markup = read_markup(text) if text and "ld+json" in text.lower() else Markup()
    if markup.broken:
        reason = "its ClaimReview markup is broken, and was not read"
        problems.append(Problem(path=one.url, reason=reason, remedy="look for the ruling in its text"))
    body = one.body if text is None else text.encode("utf-8", "replace")
    found = list(_documents(body, name, one, problems))
    retracted, corrected = _notices(found, text or "", markup)
    address, canonical = _address(found, one, copied)
    found = [_marked(document) if retracted else document for document in found]
    made = [_ours(document, one, address, markup, copied) for document in found]
    documents = tuple({document.source.id: document for document in made}.values())
    if len(made) > len(documents):
        again = f"{len(made) - len(documents)} more entries say what others say, word for word"
        problems.append(Problem(path=one.url, reason=again, remedy="nothing is missing: they are one source"))
    problems = list(with_date_doubts(problems, documents, markup, url=one.url, at=one.at))
    stub = _stub(documents, one.url, text or "", markup) if len(documents) <= 1 else None
    if stub:
        problems += filter(None, [stub_told(stub, one.url)])
    kept = documents if stub in (None, Stub.PAYWALL) else ()
    return Page(
        url=one.url,
        address=address,
        canonical=canonical,
        documents=kept,
        markup=markup,
        modified=next((article.modified for article in markup.articles if article.modified), ""),
        archived=copied.taken if copied else None,
        is_copy=copied is not None,
        stub=stub,
        lists=text is not None and may_be_home_page(url_key(address)) and lists_pages(text),
        retracted=retracted,
        corrected=corrected,
        problems=tuple(_of_the_page(problems, stub, one.url)),
    )


def page_name(url: str, content_type: str) -> str:
    """Return a name for a page as a file: readers tell types by it where the contents do not."""
    kind = media_type(content_type)
    last = urlsplit(url).path.rpartition("/")[2]
    stem = re.sub(r"[^\w-]", "_", last.rpartition(".")[0] or last)[:60] or "page"
    if kind in ("", "text/plain") and last.lower().endswith((".md", ".csv", ".tsv", ".srt", ".vtt", ".jsonl")):
        return f"{stem}.{last.lower().rpartition('.')[2]}"
    return stem + _SUFFIXES.get(kind, ".html")


def text_of(one: Received, name: str) -> tuple[str | None, Problem | None]:
    """Return the text of a page by its charset, and what is in doubt of it; None for what is read from its bytes.

    Those are PDF and feeds.

    Raises:
        InputError: it is no page, or in no encoding that can be recognised.
    """
    container = container_of(one.body[:HEAD], name)
    if container is None:
        return page_text(one.body, one.content_type, name)
    if container.name not in _CONTAINERS:
        raise InputError(
            f"is no page but a file ({container.name})", hint="save it, and `factcheck corpus add` the file"
        )
    return None, None


def _documents(body: bytes, name: str, one: Received, problems: list[Problem]) -> Iterator[Document]:
    count = 0
    for found in read_bytes(body, name=name, path=one.url, address=one.url, how=Reading(rules=one.rules)):
        if isinstance(found, Problem):
            problems.append(told_problem(found))
            continue
        count += 1
        if count <= MOST_DOCUMENTS:
            yield found
    if count > MOST_DOCUMENTS:
        more = f"{count - MOST_DOCUMENTS} more entries were not kept"
        problems.append(Problem(path=one.url, reason=more, remedy="fetch a feed with fewer"))


def _address(found: list[Document], one: Received, copied: Copy | None) -> tuple[str, str]:
    """Return what a page is known by, and the other address that it claims, "" for none."""
    if copied:
        return without_secrets(copied.original, one.salt), ""
    claimed = claimed_address(found[0].source.url, one.url) if len(found) == 1 else ""
    if not claimed or is_same_page(claimed, one.url):
        return claimed or one.url, ""
    return one.url, without_secrets(claimed, one.salt)


def _ours(document: Document, one: Received, address: str, markup: Markup, copied: Copy | None) -> Document:
    """Make the document anew with what is known of its page."""
    source = document.source
    record = source.path.removeprefix(one.url)
    article = next(iter(markup.articles), NewsArticle())
    taken = copied.taken.date() if copied and copied.taken else None
    published = parse_date(article.published) or source.published or taken
    published = None if is_to_come(published, one.at) else published
    text, markers = _with_rulings(document if record else _of_the_article(document), markup)
    url = without_secrets(own_address(source.url, one.url), one.salt) if record else address
    fields = {
        "text": text,
        "title": _short(_headline(source.title, url) or article.headline),
        "publisher": _short(shown_publisher(_claimed_publisher(source) or article.publisher, url)),
        "author": _short(source.author or article.author),
        "published": published.isoformat() if published else "",
        "url": url,
        "language": source.language or article.language,
        "made": source.made.isoformat() if source.made else "",
        "fetched": one.at.isoformat() if one.at else "",
    }
    made = make_document(fields, f"{one.path or one.url}{record}", one.rules, markers)
    tier = one.rules.tier_of(stated="", publisher="", url=fields["url"], path="")
    return replace(made, source=replace(made.source, tier=tier))


def _of_the_article(document: Document) -> Document:
    """Return the document of a page without what the site says of itself; one that says nothing else stays."""
    text = without_notice(document.text)
    return replace(document, text=text) if text.strip() else document


def _notices(found: list[Document], page: str, markup: Markup) -> tuple[str, tuple[str, ...]]:
    """Return the notice that a page was retracted, and those of what was corrected; entries of a feed have none."""
    if len(found) != 1:
        return "", ()
    articles = markup.articles[:1]
    titles = [found[0].source.title, _title(page), *(article.headline for article in articles)]
    paragraphs = [line for line in found[0].text.split("\n") if line.strip()]
    return retracted_and_corrected(titles, paragraphs, [said for one in articles for said in one.corrections], page)


def _marked(document: Document) -> Document:
    """Return a retracted document with that in front of its title, as publishers are asked to put it."""
    title = document.source.title
    return document if is_retracted(title) else replace(document, source=replace(document.source, title=MARK + title))


def _headline(title: str, url: str) -> str:
    """Return a title without the name of its site, as far as the host tells that name."""
    host = host_of(url)
    return without_site(title, (), [part for part in parts_of(title) if host and bears_out(host, part)])


def _claimed_publisher(source: Source) -> str:
    """Return the publisher that a page names; the host of another address that it claims is told with that address."""
    host = host_of(source.url)
    return "" if source.publisher.lower() in (host, host.removeprefix("www.")) else source.publisher


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1].rstrip()}…"


def _with_rulings(document: Document, markup: Markup) -> tuple[str, tuple[Marker, ...]]:
    """Return the text of a page with the rulings of its markup as paragraphs at its end, and their place."""
    rulings = tuple(dict.fromkeys(sentence for sentence in map(review_sentence, markup.reviews) if sentence))
    if not rulings:
        return document.text, document.markers
    text, marker = with_rulings(document.text.removesuffix("\n\n".join(rulings)), rulings)  # the reader has them, too
    return text, (*(one for one in document.markers if one.locator != MARKUP_LOCATOR), marker)


def _stub(documents: tuple[Document, ...], url: str, page: str, markup: Markup) -> Stub | None:
    text = documents[0].text if documents else ""
    title = documents[0].source.title if documents else ""
    visible = "\n".join(lines_of(page)) if len(text.split()) < _SHORT else ""
    free = next((article.free for article in markup.articles if article.free is not None), None)
    return find_stub(url=url, title=title or _title(page), text=text, visible=visible, free=free)


def _title(page: str) -> str:
    found = re.search(r"<title[^<>]{0,300}>([^<]{0,500})", page, re.IGNORECASE)
    return html.unescape(found[1]).strip() if found else ""


def _of_the_page(problems: list[Problem], stub: Stub | None, url: str) -> Iterator[Problem]:
    """Yield the problems under the page's address; that a stub has no text goes without saying."""
    for problem in problems:
        told = problem if problem.path.startswith(url) else replace(problem, path=url)
        if problem.reason.startswith(_NO_TEXT):
            if stub:
                continue
            told = replace(told, remedy="open it in a browser: it may need JavaScript, which is not run")
        yield told
