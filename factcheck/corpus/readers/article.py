"""What a file gives as an article, whatever its format: text, title, date, and what the format says beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from factcheck.claims.sources.citations import bare_links
from factcheck.claims.sources.numbered import with_numbered
from factcheck.claims.turns import find_turns
from factcheck.corpus.columns import fields_of
from factcheck.corpus.readers import docx, markdown, markdown_article, page, pdf, subtitles
from factcheck.corpus.readers.building import TextBuilder, add_notes, told
from factcheck.corpus.readers.claim_reviews import rulings_of
from factcheck.corpus.records import parse_date
from factcheck.domain import Block, Citation, LayoutHint, Marker, Problem, Turn
from factcheck.errors import InputError
from factcheck.text.invisible import WITHOUT

_TAG = re.compile(r"<[a-zA-Z!/]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """An article as read. `published_from` says which metadata gave the date; `notices`: what was not certain.

    `citations`: the writer's own sources; `turns`: who speaks where, in a transcript; `markers`: pages, time codes;
    `rulings`: what a page rules in its markup, no part of the text.
    """

    text: str
    title: str = ""
    published: date | None = None
    published_from: str = ""
    layout: tuple[LayoutHint, ...] = ()
    notices: tuple[Problem, ...] = field(default=())
    citations: tuple[Citation, ...] = ()
    turns: tuple[Turn, ...] = ()
    markers: tuple[Marker, ...] = ()
    rulings: tuple[str, ...] = ()


def packed_kind(data: bytes, name: str) -> str:
    """Tell a DOCX ("docx") or PDF ("pdf") by its first bytes; "" for what is read as text.

    Raises:
        InputError: it is named as one of these and is none.
    """
    suffix = name.lower().rpartition(".")[2]
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if pdf.is_pdf(data):
        return "pdf"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "is an old or password-protected office document",
            hint="save it as DOCX without a password",
            subject=name,
        )
    if suffix in {"docx", "pdf"} and data.strip():
        raise InputError(
            f"is named .{suffix} and is no {suffix.upper()} file", hint="is it the right file?", subject=name
        )
    return ""


def packed_article(data: bytes, name: str, kind: str) -> ArticleFile:
    """Read a DOCX or PDF.

    Raises:
        InputError: it cannot be read, or the library for it is not installed; says which.
    """
    if kind == "docx":
        return _built(*docx.read_docx(data, name))
    found = pdf.read_pdf(data, name)
    return _built(found.builder, found.notices)


def text_article(
    text: str, kind: str, name: str, notices: tuple[Problem, ...], *, base: str = ""
) -> ArticleFile | None:
    """Read an article from the decoded text of a file `name`; None if files of this kind hold no articles."""
    reader = partial(_html, base=base) if kind == "html" else _READERS.get(kind)
    if reader is None:
        return None
    read = reader(text, name)
    return replace(read, notices=(*notices, *read.notices))


def _built(builder: TextBuilder, notices: tuple[Problem, ...] = ()) -> ArticleFile:
    turns, times = find_turns(builder.text)
    add_notes(builder)
    text = builder.text
    citations, listed = with_numbered(text, bare_links(text, builder.citations))
    return ArticleFile(
        text=text,
        title=next((text[h.start : h.end] for h in builder.layout if h.block is Block.HEADLINE), ""),
        layout=(*builder.layout, *listed),
        notices=notices,
        citations=citations,
        turns=turns,
        markers=tuple(builder.markers) or times,
    )


def _plain(text: str, name: str) -> ArticleFile:
    del name
    turns, markers = find_turns(text)
    citations, listed = with_numbered(text, bare_links(text, ()))
    return ArticleFile(text=text, layout=listed, citations=citations, turns=turns, markers=markers)


def _html(source: str, name: str, *, base: str) -> ArticleFile:
    builder, metadata, notices = page.read_page(source, name, base=base)
    if not builder.text.strip() and not _TAG.search(source):
        return _plain(source, name)
    title = metadata.get("title", "").strip()
    head = builder.text[: len(title) + 200]
    if builder.parts and title and title not in head and not any(h.block is Block.HEADLINE for h in builder.layout):
        builder = builder.headed(title)
    published = parse_date(metadata.get("published", ""))
    return replace(
        _built(builder, notices),
        title=title,
        published=published,
        published_from="the page's metadata" if published else "",
        rulings=rulings_of(source),
    )


def _markdown(source: str, name: str) -> ArticleFile:
    metadata, body = markdown.split_front_matter(source.translate(WITHOUT))
    fields = fields_of(metadata)
    builder, struck = markdown_article.read_body(body)
    read = _built(builder, (*_struck_out(struck, name), *markdown_article.unread_links(body, name)))
    published = parse_date(fields["published"])
    return replace(
        read,
        title=fields["title"] or read.title,
        published=published,
        published_from="the front matter" if published else "",
    )


def _struck_out(struck: Sequence[str], name: str) -> Iterator[Problem]:
    if struck:
        reason = told(struck, "stretch that is struck out", "stretches that are struck out")
        yield Problem(path=name, reason=reason, remedy="look at the page as a browser shows it")


def _subtitles(source: str, name: str) -> ArticleFile:
    read = subtitles.read_subtitles(source, name)
    turns = _until_unnamed(read.text, read.turns or find_turns(read.text, subtitles=True)[0], read.unnamed)
    return ArticleFile(text=read.text, notices=read.notices, turns=turns, markers=read.markers)


def _until_unnamed(text: str, turns: Sequence[Turn], unnamed: Sequence[int]) -> tuple[Turn, ...]:
    """End each turn where a dash tells that somebody else speaks, of whom nothing tells who."""
    return tuple(replace(turn, end=_end_before(text, turn, unnamed)) for turn in turns)


def _end_before(text: str, turn: Turn, unnamed: Sequence[int]) -> int:
    after = (at for at in unnamed if at >= turn.start and not text[turn.end : at].strip())
    return next(after, turn.end)


_READERS: Mapping[str, Callable[[str, str], ArticleFile]] = {
    "markdown": _markdown,
    "subtitles": _subtitles,
    "text": _plain,
}
