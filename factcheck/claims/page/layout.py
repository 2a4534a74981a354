"""Part an article into its pieces: date line, headline, labels, headings, teasers, captions, boilerplate and body.

What a file format says (`LayoutHint`) comes first; otherwise rules over one line at a time, each named in the piece's
`reason`. Nothing is removed: the pieces cover all of the text but white space, in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claims.page.furniture import BYLINE, furniture, is_bio, is_captioned, is_correction, is_form
from factcheck.claims.page.headlines import in_title_case, is_told_again
from factcheck.claims.page.listed import LISTED_WORDS, is_list_label, is_listed
from factcheck.claims.page.markup import highlights_label, leading_markup, post_signature, trailing_markup, tweet_label
from factcheck.claims.page.published import HEAD, dateline_end, lone_date_end
from factcheck.claims.page.teaser_cues import inner_teasers, teaser_end
from factcheck.claims.page.teasers import Article
from factcheck.claims.sentence.cues import NOUN_LIKE, VERBS
from factcheck.claims.sentence.grammar import IRREGULAR, PEOPLE, UNCHANGED
from factcheck.claims.sources.shown_links import shown_links
from factcheck.domain import Block, LayoutHint
from factcheck.text.abbreviations import is_abbreviation
from factcheck.text.names.gazetteer import FIRST_NAMES, ROLES
from factcheck.text.names.sounds import LINKS
from factcheck.text.paragraphs import line_spans, paragraph_spans, trim

HEADLINE_LIMIT = 220  # characters
REPEATED_WITHIN = 8  # pieces from the top in which a page repeats its headline
REPEATED_MORE = 40  # characters that it may add: "AP Photo", the name of the paper
CROSSHEAD_WORDS = 6  # of a section heading in quotation marks; a longer quotation without a full stop is a pull quote
LINE_LIMIT = 320  # characters; a longer line is text whatever its end
HEADING_WORDS = 14  # a longer line without a full stop is body that lost it
CREDIT_WINDOW = 110  # characters at the end of a line in which a photo credit stands
CAPTION_LIMIT = 300  # characters before the credit that can be its caption
SIGNATURE_LIMIT = 90  # characters
CAPTION_WORDS = 12
_CREDIT = re.compile(
    r"\s(?:Photo(?:graph)?|Image|Picture|Foto|Credit)s?(?:\s(?:by|credit))?\s?:\s?[^\n.!?]{2,70}\.?$"
    r"|\s\((?:AP Photo|Photo|Image|Foto)\b[^()\n]{0,60}\)$"
    r"|(?<=[.!?])\s\(?(?:[A-ZÀ-Ý][\w’'-]+\s){1,3}[A-ZÀ-Ý][\w’'-]+\s?/\s?(?:[A-ZÀ-Ý][\w’'&-]*\s?){1,5}\)?$"
)
_LINE_START = re.compile(r"(?:^|\n)[^\S\n]*\Z")
LOOKED_BACK = 40  # characters in front of a line that hold its indent
LISTS = re.compile(
    r"(?:most (?:read|popular)|related|recommended|read (?:more|next|also)|see also|more (?:from|on|stories)|trending|"
    r"share this|don[’']t miss|you may also like)\b(?:(?!:\s\S)[^\n.!?]){0,30}$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s")
_SHOWS = re.compile(r"\b(?:pictured|seen here|file photo)\b|\((?:left|right|centre|center)\)")
_PAST = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|do|does|said|says|[a-z]{3,}ed|went|"
    r"came|made|took|got|gave|found|left|lost|won|fell|rose|began|became|[a-z]+n[’']t)\b"
)
_INNER_STOP = re.compile(
    r"\b(?P<word>[^\W\d_][^\W\d_A-Z]{2,}|\d{4})(?:[.!?]|(?<=[\u0370-\u03ff]);)\s(?=[^\W\d_a-zà-ÿ]|[“\"])|[。！？।؟۔]\s?(?=\S)"
)
_QUOTED = re.compile(r"[“”\"]")
_CLOSED = re.compile(r"”|(?<!\s)\"")
_NAME_AND_ROLE = re.compile(r"(?:[A-ZÄÖÜ][\w’'.-]+,?\s){2,4}[\w’',&. -]{3,80}(?<![.])")
_SIGNATURE = re.compile(
    r"[-–—―]{1,2}\s?(?:[A-ZÄÖÜ][\w’'.-]*\s?){1,4}(?:,\s[\w’'.,& -]{2,60})?|"
    r"(?:[A-ZÄÖÜ][\w’'.-]+\s){1,3}[A-ZÄÖÜ][\w’'-]+,\s"
    r"[A-ZÄÖÜ][\w’'&. -]{1,40}"
)
_TERMINAL = re.compile(r"[.!?…:;。！？।॥؟۔][\"”’'»“)\]]*$|[,.!?][\"”’'»]$")
_SIGNED_WITH_OFFICE = re.compile(
    r"[-–—―]{1,2}\s?(?!(?:Additional|Reporting|Reported|With|By|Edited|Compiled)\b)(?:[A-ZÄÖÜ][\w’'.-]*\s){1,3}"
    r"[A-ZÄÖÜ][\w’'-]+,\s(?!(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+$)[\w’'., &-]{2,60}"
)
"""A name with an office signs what has no marks, too; a name alone, or with a paper, can be the writer's."""
_CROSSHEAD = re.compile(r"[“\"„«»‘'][^“”\"„«».!?…,]+[”\"“»«’']")
_CAPTION_LINK = LINKS | {"to"}

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article with its layout, the rule that saw it, and the caption that names its speaker."""

    start: int
    end: int
    block: Block
    reason: str
    boilerplate: bool = False
    speaker: Pair | None = None


def find_pieces(text: str, hints: Sequence[LayoutHint] = (), spoken: Sequence[Pair] = ()) -> list[Piece]:
    """Return the pieces of `text`, in order; they cover every character that is not white space.

    In the stretches `spoken`, in order, a line is somebody's words, whatever it looks like.
    """
    lines = [line for a, b in paragraph_spans(text, 0, len(text)) for line in _trimmed_lines(text, a, b)]
    ordered = sorted(hints, key=lambda hint: (hint.start, -hint.end))
    starts = [hint.start for hint in ordered]
    pieces: list[Piece] = []
    article = Article(text)
    headline_open, bodies = True, 0
    listing, below = False, 0  # whether a list of other stories goes on, and where its last line ends
    final = bisect_left(lines, (notes_start(text, hints), 0)) - 1
    for index, (low, high) in enumerate(lines):
        hint = _hint_at(ordered, starts, low, high)
        if hint is not None:
            new = [Piece(low, high, hint, "format")]
            if hint is Block.CAPTION:
                _sign_quotations(pieces, (low, high))
        else:
            lead = headline_open or not bodies
            last = index == final
            new = list(_line_pieces(article, low, high, headline_open=headline_open, last=last, lead=lead))
            if pieces and len(new) == 1 and begins_line(text, pieces[-1]) and _listed(text, pieces[-1], new[0]):
                new = [Piece(low, high, Block.TEASER, "under-label")]
        labels = is_list_label(text[low:high])
        heads = all(p.block is Block.HEADING for p in new)
        apart = not heads and below > 0 and text.count("\n", below, low) > 1
        listing = labels or (listing and _goes_on(new) and is_listed(text[low:high], apart=apart))
        if listing and not labels:
            new = [Piece(low, high, Block.TEASER, "under-label")]
        below = high if listing and not labels else 0
        signed = next((k for k in range(len(pieces) - 1, -1, -1) if is_own(pieces[k])), -1)
        named = [p for p in new if is_own(p)]
        if signed >= 0 and len(named) == 1 and hint is None and _signs(text, pieces[signed], named[0]):
            signature = named[0].start, named[0].end
            bodies -= pieces[signed].block is Block.BODY
            pieces[signed] = replace(
                pieces[signed], block=Block.PULL_QUOTE, reason="signed-quotation", speaker=signature
            )
            new = [Piece(*signature, Block.CAPTION, "signature") if is_own(p) else p for p in new]
        headline_open = headline_open and all(p.block is Block.DATELINE or p.boilerplate for p in new)
        bodies += sum(p.block is Block.BODY and not p.boilerplate for p in new)
        pieces.extend(new)
    return (
        [_as_spoken(p, spoken) for p in _headline_once(text, _one_line(pieces))]
        if spoken
        else list(_headline_once(text, _one_line(pieces)))
    )


def _goes_on(new: Sequence[Piece]) -> bool:
    """Tell whether a line may belong to a list of other stories: it is text, or looks like a heading."""
    return all(p.block in (Block.BODY, Block.HEADING, Block.TEASER) and p.reason != "format" for p in new)


def notes_start(text: str, hints: Sequence[LayoutHint]) -> int:
    """Return where the notes behind a text begin; its end, where there are none."""
    return min((hint.start for hint in hints if hint.block in (Block.NOTE, Block.REFERENCE)), default=len(text))


def _sign_quotations(pieces: list[Piece], caption: Pair) -> None:
    """Let a caption sign the quotations right before it that the format knows as such."""
    for at in range(len(pieces) - 1, -1, -1):
        if pieces[at].block is not Block.PULL_QUOTE or pieces[at].reason != "format" or pieces[at].speaker:
            return
        pieces[at] = replace(pieces[at], speaker=caption)


def begins_line(text: str, piece: Piece) -> bool:
    """Tell whether a piece stands at the head of its line, and is not joined to text before it."""
    return _LINE_START.search(text[max(0, piece.start - LOOKED_BACK) : piece.start]) is not None


def is_own(piece: Piece) -> bool:
    """Tell whether a piece is of the article itself: no furniture of the page, and no other story's headline."""
    return not piece.boilerplate and piece.block is not Block.TEASER


def _as_spoken(piece: Piece, spoken: Sequence[Pair]) -> Piece:
    """Return a line of a transcript as text where it only looks like a heading, since it has no full stop."""
    at = bisect_right(spoken, (piece.start, piece.end)) - 1
    inside = at >= 0 and piece.start < spoken[at][1]
    looks = piece.reason in ("no-full-stop", "first-line", "ends-in-colon", "repeats-headline")
    return replace(piece, block=Block.BODY, reason="spoken") if inside and looks else piece


def _one_line(pieces: list[Piece]) -> list[Piece]:
    """Read a line without a full stop as text where it is all that there is, as of a pasted statement."""
    spoken = any(p.block in (Block.BODY, Block.PULL_QUOTE) and not p.boilerplate for p in pieces)
    lines = [k for k, p in enumerate(pieces) if p.reason == "no-full-stop"]
    if spoken or len(lines) != 1:
        return pieces
    return [replace(p, block=Block.BODY, reason="only-line") if k in lines else p for k, p in enumerate(pieces)]


def _listed(text: str, before: Piece, line: Piece) -> bool:
    """Tell whether a line is another story's headline under a label such as "Most read".

    It is in title case; or it is no more than a line without a full stop, though a sentence may end inside it.
    """
    if LISTS.match(text, before.start, before.end) is None or line.end - line.start > HEADLINE_LIMIT:
        return False
    words = text[line.start : line.end]
    short = words.count(" ") < LISTED_WORDS and (_TERMINAL.search(words) is None or words.endswith("?"))
    return in_title_case(words) or (short and line.block is Block.BODY and _ends_inside(words) is not None)


def _headline_once(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Set a line aside that only repeats the headline, as a page's title does; one with a full stop is the text's."""
    headline = next((_bare(text, p) for p in pieces if p.block is Block.HEADLINE), "")
    seen = False
    for index, piece in enumerate(pieces):
        first = piece.block is Block.HEADLINE and not seen
        seen = seen or first
        near = headline and not first and index < REPEATED_WITHIN and not piece.boilerplate
        if near and piece.block in (Block.BODY, Block.HEADLINE) and _repeats(text, piece, headline):
            yield replace(piece, block=Block.HEADING, reason="repeats-headline")
        else:
            yield piece


def _repeats(text: str, piece: Piece, headline: str) -> bool:
    if piece.end - piece.start > HEADLINE_LIMIT + REPEATED_MORE or _TERMINAL.search(text, piece.start, piece.end):
        return False
    line = _bare(text, piece)
    return headline in line and len(line) <= len(headline) + REPEATED_MORE


def _bare(text: str, piece: Piece) -> str:
    """Return the words of a headline in small letters, without what a page adds to them ("… | The Courier")."""
    return " ".join(_WORDS.findall(text[piece.start : piece.end].casefold()))


def _signs(text: str, before: Piece, line: Piece) -> bool:
    """Tell whether a line signs the paragraph before it, which is a quotation: "- Ann Lee", "Ann Lee, The Courier"."""
    set_apart = before.block is Block.HEADING and before.reason != "format"  # a short one looks like a section heading
    if not (before.block is Block.BODY or set_apart) or before.boilerplate or line.end - line.start > SIGNATURE_LIMIT:
        return False
    quotation = text[before.start] in '“"' and text[before.start : before.end].rstrip(".")[-1:] in '”"'
    inner = text[before.start + 1 : before.end - 1].rstrip('”"')
    if not quotation and _SIGNED_WITH_OFFICE.fullmatch(text, line.start, line.end) is not None:
        return text[before.start] not in '“"' and _TERMINAL.search(text, before.start, before.end) is not None
    if not quotation or _CLOSED.search(inner):
        return False
    return _SIGNATURE.fullmatch(text, line.start, line.end) is not None


def _trimmed_lines(text: str, low: int, high: int) -> Iterator[Pair]:
    for a, b in line_spans(text, low, high):
        start, end = trim(text, a, b)
        if start < end:
            yield from _beside_byline(text, start, end)


def _beside_byline(text: str, low: int, high: int) -> Iterator[Pair]:
    """Part a headline, the byline in the line right under it, and the text that may follow in the next."""
    begin = low
    for line in re.finditer(r"[^\n]+", text[low:high]) if low < HEAD else ():
        start, end = trim(text, low + line.start(), low + line.end())
        if BYLINE.fullmatch(text, start, end):
            if begin < start:
                yield trim(text, begin, start)
            yield start, end
            begin = trim(text, end, high)[0]
    if begin < high:
        yield begin, high


def _hint_at(hints: Sequence[LayoutHint], starts: Sequence[int], low: int, high: int) -> Block | None:
    """Return the block of the last hint that begins at or before `low` and covers the line's first half."""
    index = bisect_right(starts, low) - 1
    if index < 0 or hints[index].end < (low + high) // 2 or hints[index].block is Block.BODY:
        return None
    return hints[index].block


def _line_pieces(
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
    credit = low if is_captioned(text[low:high]) else _credited_caption(text, low, high)
    if low < credit < high:
        yield from _captioned(text, *trim(text, low, credit), headline_open=headline_open, last=last)
    if credit < high:
        yield Piece(*trim(text, credit, high), Block.CAPTION, "photo-credit")
    else:
        yield from _captioned(text, low, high, headline_open=headline_open, last=last)


def _captioned(text: str, low: int, high: int, *, headline_open: bool, last: bool) -> Iterator[Piece]:
    at = None if BYLINE.fullmatch(text, low, high) else _caption_start(text, low, high)
    if at is not None and at == low:
        yield Piece(low, high, Block.CAPTION, "name-and-office")
    elif at is not None:
        start, end = trim(text, low, at)
        yield Piece(start, end, Block.PULL_QUOTE, "captioned-quotation", speaker=(at, high))
        yield Piece(at, high, Block.CAPTION, "name-and-office")
    else:
        yield _whole(text, low, high, headline_open=headline_open, last=last)


def _credited_caption(text: str, low: int, high: int) -> int:
    """Return where a photo's caption with its credit begins at the end of a line; `high` where there is none.

    The caption is the sentence before "Photo: X" where it reads as one: in the present, or without a verb.
    """
    credit = _CREDIT.search(text, max(low, high - CREDIT_WINDOW), high)
    if credit is None:
        return high
    ends = [m.end() for m in _SENTENCE_END.finditer(text, max(low, credit.start() - CAPTION_LIMIT), credit.start() - 2)]
    begin = ends[-1] if ends else low
    words = text[begin : credit.start()]
    past = _PAST.search(words) or any(w.strip(".,!?") in IRREGULAR | UNCHANGED for w in words.lower().split())
    return begin if not _QUOTED.search(words) and (_SHOWS.search(words) or not past) else credit.start()


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
    whole_line = headline_open or "|" in line or _ends_inside(line) is None
    unfinished = bool(line) and _TERMINAL.search(line) is None and whole_line
    short = bool(line) and high - low <= HEADLINE_LIMIT and not line.endswith(":")
    one_sentence = words <= HEADING_WORDS and _ends_inside(line) is None
    if headline_open and short and not last and (unfinished or (one_sentence and _heads(text, low, high))):
        return Piece(low, high, Block.HEADLINE, "first-line")
    crosshead = not last and words <= CROSSHEAD_WORDS and _CROSSHEAD.fullmatch(line) is not None
    if unfinished and words <= HEADING_WORDS and (crosshead or not _is_quotation(line)):
        return Piece(low, high, Block.HEADING, "no-full-stop")
    return Piece(low, high, Block.BODY, "text")


def _heads(text: str, low: int, high: int) -> bool:
    """Tell whether a first line that is one sentence is the headline: few of these end in a full stop."""
    return not text[low:high].rstrip("”\"’')»").endswith(".") or is_told_again(text, low, high)


def _ends_inside(line: str) -> re.Match[str] | None:
    """Return where a sentence ends inside a line: such a line is text that lost its last full stop, and no heading."""
    return next((stop for stop in _INNER_STOP.finditer(line) if not is_abbreviation(stop["word"] or "")), None)


def _is_quotation(line: str) -> bool:
    return line[0] in '“"„«‘' or line[0].islower()


def _caption_start(text: str, low: int, high: int) -> int | None:
    """Return where a caption (a full name, then an office, all capitalised) begins at the end of a line, or None."""
    quoted = text.rfind("”", low, high) if "”" in text[low:high] else text.rfind('"', low, high)
    if low < quoted < high - 1 and _NAME_AND_ROLE.fullmatch(tail := text[quoted + 1 : high].strip()):
        words_after = [w.strip(",").casefold() for w in tail.split()]
        # "Joan Hill, the mayor, said" lost its full stop
        spoken = any(
            w in VERBS and w not in NOUN_LIKE for w in words_after
        )  # "Joan Hill, the mayor, said" lost its full stop
        if not spoken and len(words_after) <= CAPTION_WORDS and any(is_role(w) for w in words_after[1:]):
            return trim(text, quoted + 1, high)[0]
    words = _trailing_capitals(text, low, high)
    for index, (start, _) in enumerate(words):
        first = text[words[index][0] : words[index][1]].casefold()
        rest = [text[a:b].strip(",").casefold() for a, b in words[index + 2 :]]
        if (
            first in FIRST_NAMES
            and len(rest) >= 1
            and any(word in ROLES for word in rest)
            and _not_a_role(text, words[index + 1])
        ):
            return start
    return None


def is_role(word: str) -> bool:
    """Tell whether a lower-case word is a person's office or trade."""
    return word in ROLES or word in PEOPLE


def _not_a_role(text: str, word: Pair) -> bool:
    return text[word[0] : word[1]].strip(",").casefold() not in ROLES


def _trailing_capitals(text: str, low: int, high: int) -> list[Pair]:
    """Return the capitalised words at the end of a line that has no full stop, in order."""
    words: list[Pair] = []
    tail = max(low, high - 140)
    for match in reversed(list(re.finditer(r"\S+", text[tail:high]))):
        word = match.group()
        if not (word[:1].isupper() or word in _CAPTION_LINK) or word[-1] in '.!?”"' or len(words) >= CAPTION_WORDS:
            break
        words.append((tail + match.start(), tail + match.end()))
    return list(reversed(words))


__all__ = ["LISTS", "Piece", "begins_line", "find_pieces", "is_own", "notes_start"]
