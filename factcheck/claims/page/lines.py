"""Part one line of an article by what it says itself: date line, teaser, markup, post, caption, heading or text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.claims.page.captions import caption_start, credited_caption
from factcheck.claims.page.furniture import BYLINE, furniture, is_bio, is_captioned, is_correction, is_form
from factcheck.claims.page.headlines import is_told_again
from factcheck.claims.page.markup import highlights_label, leading_markup, post_signature, trailing_markup, tweet_label
from factcheck.claims.page.pieces import Piece
from factcheck.claims.page.published import HEAD, dateline_end, lone_date_end
from factcheck.claims.page.teaser_cues import inner_teasers, teaser_end
from factcheck.claims.page.teasers import Article
from factcheck.claims.sources.shown_links import shown_links
from factcheck.domain import Block
from factcheck.text.abbreviations import is_abbreviation
from factcheck.text.paragraphs import trim

HEADLINE_LIMIT = 220  # characters
CROSSHEAD_WORDS = 6  # of a section heading in quotation marks; a longer quotation without a full stop is a pull quote
LINE_LIMIT = 320  # characters; a longer line is text whatever its end
HEADING_WORDS = 14  # a longer line without a full stop is body that lost it
_INNER_STOP = re.compile(
    r"\b(?P<word>[^\W\d_][^\W\d_A-Z]{2,}|\d{4})(?:[.!?]|(?<=[\u0370-\u03ff]);)\s(?=[^\W\d_a-zà-ÿ]|[“\"])|[。！？।؟۔]\s?(?=\S)"
)
TERMINAL = re.compile(r"[.!?…:;。！？।॥؟۔][\"”’'»“)\]]*$|[,.!?][\"”’'»]$")
_CROSSHEAD = re.compile(r"[“\"„«»‘'][^“”\"„«».!?…,]+[”\"“»«’']")


def line_pieces(
    article: Article, low: int, high: int, *, headline_open: bool, last: bool, lead: bool = False
) -> Iterator[Piece]:
    """Yield the pieces of a line; `lead`: no text of the article stands before it, so that it can name a place."""
    text = article.text
    edges = inner_teasers(text, low, high)
    if low < HEAD:
        before = edges[0] if edges else high
        end = dateline_end(text, low, before) if lead else lone_date_end(text, low, trim(text, low, before)[1])
        if end > low:
            yield Piece(*trim(text, low, end), Block.DATELINE, "date-line")
            low = trim(text, end, high)[0]
            if low >= high:
                return
    for index, begin in enumerate([low, *edges]):
        start, end = trim(text, begin, edges[index] if index < len(edges) else high)
        teaser = teaser_end(article, start, end, behind=index > 0)
        if teaser > start:
            yield Piece(*trim(text, start, teaser), Block.TEASER, "teaser-cue")
            start = trim(text, teaser, end)[0]
            dated = dateline_end(text, start, end) if lead and start < min(end, HEAD) else start
            if dated > start:
                yield Piece(*trim(text, start, dated), Block.DATELINE, "date-line")
                start = trim(text, dated, end)[0]
        if start < end:
            yield from _whole_or_captioned(text, start, end, headline_open=headline_open and index == 0, last=last)


def _whole_or_captioned(text: str, low: int, high: int, *, headline_open: bool, last: bool) -> Iterator[Piece]:
    head = leading_markup(text, low, high)
    if head > low:
        yield Piece(*trim(text, low, head), Block.BODY, "markup", boilerplate=True)
        low = trim(text, head, high)[0]
        if low >= high:
            return
    if (tweet := tweet_label(text, low, high)) is not None:
        name, name_end, begin = tweet
        yield Piece(low, name_end, Block.CAPTION, "post-name")
        yield Piece(*trim(text, begin, high), Block.PULL_QUOTE, "post", speaker=(name, name_end))
        return
    if (label := highlights_label(text, low, high)) > low:
        yield Piece(*trim(text, low, label), Block.LABEL, "highlights")
        low = label
    if (post := post_signature(text, low, high)) is not None:
        yield from _post(text, low, high, *post)
        return
    tail = trailing_markup(text, low, high)
    if tail < high and any(link.end == high - low for link in shown_links(text[low:high])):
        yield Piece(low, high, Block.BODY, "text")
        return
    if low < tail < high:
        yield from _credited(text, *trim(text, low, tail), headline_open=headline_open, last=last)
        yield Piece(*trim(text, tail, high), Block.BODY, "markup", boilerplate=True)
        return
    yield from _credited(text, low, high, headline_open=headline_open, last=last)


def _post(text: str, low: int, high: int, begin: int, name: int, name_end: int) -> Iterator[Piece]:
    """Part an embedded post into its words, the address behind them, and its signature."""
    start, end = trim(text, low, begin)
    words_end = trailing_markup(text, start, end) if start < end else end
    if start < words_end:
        yield Piece(*trim(text, start, words_end), Block.PULL_QUOTE, "post", speaker=(name, name_end))
    if words_end < end:
        yield Piece(*trim(text, words_end, end), Block.BODY, "markup", boilerplate=True)
    yield Piece(*trim(text, begin, high), Block.CAPTION, "post-signature")


def _credited(text: str, low: int, high: int, *, headline_open: bool, last: bool) -> Iterator[Piece]:
    credit = low if is_captioned(text[low:high]) else credited_caption(text, low, high)
    if low < credit < high:
        yield from _captioned(text, *trim(text, low, credit), headline_open=headline_open, last=last)
    if credit < high:
        yield Piece(*trim(text, credit, high), Block.CAPTION, "photo-credit")
    else:
        yield from _captioned(text, low, high, headline_open=headline_open, last=last)


def _captioned(text: str, low: int, high: int, *, headline_open: bool, last: bool) -> Iterator[Piece]:
    at = None if BYLINE.fullmatch(text, low, high) else caption_start(text, low, high)
    if at is not None and at == low:
        yield Piece(low, high, Block.CAPTION, "name-and-office")
    elif at is not None:
        start, end = trim(text, low, at)
        yield Piece(start, end, Block.PULL_QUOTE, "captioned-quotation", speaker=(at, high))
        yield Piece(at, high, Block.CAPTION, "name-and-office")
    else:
        yield _whole(text, low, high, headline_open=headline_open, last=last)


def _whole(text: str, low: int, high: int, *, headline_open: bool, last: bool) -> Piece:
    whole = text[low:high]
    author = "author" if last and is_bio(whole) else ""
    if reason := "form" if is_form(whole) else "correction" if is_correction(whole) else author:
        return Piece(low, high, Block.BODY, reason, boilerplate=True)
    if (found := furniture(whole)) is not None:
        block, reason = found
        return Piece(low, high, block, reason, boilerplate=reason == "boilerplate")
    line = whole if high - low <= LINE_LIMIT else ""
    words = line.count(" ") + 1
    whole_line = headline_open or "|" in line or ends_inside(line) is None
    unfinished = bool(line) and TERMINAL.search(line) is None and whole_line
    short = bool(line) and high - low <= HEADLINE_LIMIT and not line.endswith(":")
    one_sentence = words <= HEADING_WORDS and ends_inside(line) is None
    if headline_open and short and not last and (unfinished or (one_sentence and _heads(text, low, high))):
        return Piece(low, high, Block.HEADLINE, "first-line")
    crosshead = not last and words <= CROSSHEAD_WORDS and _CROSSHEAD.fullmatch(line) is not None
    if unfinished and words <= HEADING_WORDS and (crosshead or not _is_quotation(line)):
        return Piece(low, high, Block.HEADING, "no-full-stop")
    return Piece(low, high, Block.BODY, "text")


def _heads(text: str, low: int, high: int) -> bool:
    """Tell whether a first line that is one sentence is the headline: few of these end in a full stop."""
    return not text[low:high].rstrip("”\"’')»").endswith(".") or is_told_again(text, low, high)


def ends_inside(line: str) -> re.Match[str] | None:
    """Return where a sentence ends inside a line: such a line is text that lost its last full stop, and no heading."""
    return next((stop for stop in _INNER_STOP.finditer(line) if not is_abbreviation(stop["word"] or "")), None)


def _is_quotation(line: str) -> bool:
    return line[0] in '“"„«‘' or line[0].islower()


__all__ = ["HEADLINE_LIMIT", "TERMINAL", "ends_inside", "line_pieces"]
