"""From the fields of a record, as any format gives them, to a document with its identity.

The identity is a digest of text and metadata without the path, so that a file that was moved or copied is the same
document. The origin is a digest of the text with case, white space and punctuation folded: whoever carries that text
carries one origin.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import msgspec

from factcheck.corpus.authors import author_name
from factcheck.corpus.columns import ALIASES, Columns
from factcheck.corpus.marks import stated_mark
from factcheck.corpus.origins import folded_words
from factcheck.corpus.tiers import TierRules, is_tier
from factcheck.corpus.written_days import written_day
from factcheck.domain import Document, Marker, Problem, Sensitivity, Source
from factcheck.text.invisible import INVISIBLE, WITHOUT

HAS_A_DATE = "has a date that"
"""How it begins what is said of a date that cannot be taken."""
_DATE = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})")
LONGEST_DATE = 80
"""Characters that are looked at for a date."""
_UNDECODED = re.compile("[\udc80-\udcff]")
"""How Python keeps bytes of a name that are not UTF-8 (PEP 383)."""
_WIRE_HEAD = re.compile(r"\A\s*[^\n]{0,80}?\([^)\n]{1,40}\)\s+[-–—]\s+")
"""The head of an agency dispatch ("OSLO, June 1 (Wire) - "), which carriers cut or change."""


def missing_text(record: Mapping[str, object], path: str, columns: Columns | None = None) -> Problem:
    """Tell that a record has no text, and which columns it has."""
    if "text" in record:
        reason = "has a number in place of a text" if isinstance(record["text"], (int, float)) else "has no text"
        return Problem(path=path, reason=reason, remedy="is it the right file?")
    names = ", ".join(encodable(str(name))[:40] for name in list(record)[:12])
    wanted = (columns["text"],) if columns and "text" in columns else ALIASES["text"]
    return Problem(
        path=path,
        reason=f"has no text (looked for a column {', '.join(map(repr, wanted))}; it has {names or 'none'})",
        remedy="name that column 'text', or say which it is: --columns text=NAME",
    )


def make_document(fields: Mapping[str, str], path: str, rules: TierRules, markers: tuple[Marker, ...] = ()) -> Document:
    """Make a document of our fields. Line ends are made one kind; NUL, which no database keeps, is removed.

    Soft hyphens and blanks without width are left out. `markers` hold for texts that are clean but for these, as
    readers of pages and time codes give them.
    """
    clean = {name: encodable(value.replace("\x00", "")) for name, value in fields.items()}
    text, markers = _as_seen(_normalised(clean.get("text", "")), markers)
    metadata = {name: clean.get(name, "").strip() for name in _IDENTIFYING}
    metadata["author"] = author_name(metadata["author"])
    published = parse_date(clean.get("published", ""))
    mark = stated_mark(clean)
    source = Source(
        id=_identity(text, metadata, published),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        origin=fold_digest(text),
        published=published,
        path=encodable(path),
        made=parse_date(clean.get("made", "")),
        fetched=parse_date(clean.get("fetched", "")),
        language=clean.get("language", "").strip(),
        tier=rules.tier_of(
            stated=clean.get("tier", ""), publisher=metadata["publisher"], url=metadata["url"], path=path
        ),
        title=metadata["title"],
        publisher=metadata["publisher"],
        author=metadata["author"],
        url=metadata["url"],
        scope=mark.scope or "",
        sensitivity=mark.sensitivity or Sensitivity.OPEN,
    )
    return Document(source=source, text=text, markers=markers, ruled=not is_tier(clean.get("tier", "")))


_UNSEEN = re.compile(f"[{''.join(sorted(INVISIBLE))}]")


def _as_seen(text: str, markers: tuple[Marker, ...]) -> tuple[str, tuple[Marker, ...]]:
    """Return a text without what is invisible inside its words, which would hide them from a search."""
    unseen = [] if text.isascii() else [found.start() for found in _UNSEEN.finditer(text)]
    if not unseen:
        return text, markers
    moved = (replace(one, start=one.start - bisect_left(unseen, one.start)) for one in markers)
    return text.translate(WITHOUT), tuple(moved)


def as_kept(document: Document, address: Callable[[str], str]) -> Document:
    """Return a document with its addresses as they are to be kept, and so with the identity that it has then.

    A path is one where it leads into a web archive ("crawl.warc!https://…").
    """
    source = document.source
    url = address(source.url) if source.url else ""
    path = path_as_kept(source.path, address)
    if (url, path) == (source.url, source.path):
        return document
    metadata = {name: getattr(source, name) for name in _IDENTIFYING} | {"url": url}
    identity = _identity(document.text, metadata, source.published)
    return replace(document, source=replace(source, id=identity, url=url, path=path))


def path_as_kept(path: str, address: Callable[[str], str]) -> str:
    """Return a path with the address in it, if there is one, as that is to be kept."""
    return address(path) if "://" in path else path


_IDENTIFYING = ("title", "publisher", "author", "url")
"""What of a document is part of its identity, beside its text and its day."""


def _identity(text: str, metadata: Mapping[str, str], published: date | None) -> str:
    identity = {"text": text, **metadata, "published": published.isoformat() if published else ""}
    return hashlib.sha256(_canonical(identity)).hexdigest()


def _canonical(identity: Mapping[str, str]) -> bytes:
    """Return strings under ASCII names in canonical JSON (RFC 8785), which msgspec writes of these, and at once."""
    return msgspec.json.encode(identity, order="sorted")


_STROKES = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\b")
_EITHER_ORDER = re.compile(r"\s*(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?!\d)")
ORDERS = ("dmy", "mdy")
"""What comes first in 03/04/2020: the day, or the month."""
_WHICH_FIRST = "look for the day on the page, or say which comes first: `corpus add --dates dmy` (the day) or `mdy`"

_MONTHS, _DAYS = 12, 31
_RUN = re.compile(r"\s*([12]\d{3})(\d{2})(\d{2})\s*$")
_FIGURES = re.compile(r"\s*(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?:[T\s]|$)")


def parse_date(value: str) -> date | None:
    """Read an ISO date (a time may follow), one with strokes whose order is plain, or one in words; else None."""
    if not value.strip():
        return None
    found = _DATE.match(value)
    if found:
        year, month, day = map(int, found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return None
    if strokes := _STROKES.match(value):
        one, other, year = map(int, strokes.groups())
        # 4/5/2020 may be two days, and 13/14/2020 is none.
        return (
            parse_date(f"{year}-{min(one, other):02}-{max(one, other):02}")
            if (one > _MONTHS) != (other > _MONTHS)
            else None
        )
    return written_day(value[:LONGEST_DATE])


def two_days(value: str, path: str) -> Problem | None:
    """Tell of a date that may be either of two days (03/04/2021)."""
    found = _EITHER_ORDER.match(value)
    one, other = (int(found[1]), int(found[2])) if found else (0, 0)
    if one == other or min(one, other) == 0 or max(one, other) > _MONTHS:
        return None
    reason = f"{HAS_A_DATE} can be read in two ways ({value.strip()[:40]!r}); it is kept without one"
    return Problem(path=path, reason=encodable(reason), remedy=_WHICH_FIRST)


def in_order(value: str, order: str) -> str:
    """Return a date such as 03/04/2020 as the day that it is by an `order` of ORDERS; any other value as it is."""
    found = _EITHER_ORDER.match(value) if order else None
    if found is None:
        return value
    day, month = (int(found[1]), int(found[2])) if order == ORDERS[0] else (int(found[2]), int(found[1]))
    return f"{found[3]}-{month:02}-{day:02}" if _is_day(int(found[3]), month, day) else value


def no_date(value: str, path: str) -> Problem | None:
    """Tell of a date in figures that no calendar has (31.02.2020); None for any other value, which may be words."""
    found = _FIGURES.match(value) or _RUN.match(value)
    if found is None or parse_date(value):
        return None
    year, month, day = sorted(map(int, found.groups()), reverse=True)
    if max(month, day) > _DAYS or not any(_is_day(year, *two) for two in ((month, day), (day, month))):
        reason = f"{HAS_A_DATE} no calendar has ({value.strip()[:40]!r}); it is kept without one"
        return Problem(path=path, reason=encodable(reason), remedy="mend the date and add it again")
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def fold_digest(text: str) -> str:
    """Digest a text with case, white space, punctuation and the head of a dispatch folded away."""
    folded = folded_words(_WIRE_HEAD.sub("", text))
    if "_" in folded:
        folded = " ".join(folded.replace("_", " ").split())
    return hashlib.sha256(folded.encode()).hexdigest()[:16]


def _normalised(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.strip("\n")


def encodable(text: str) -> str:
    r"""Write out what UTF-8 cannot hold: bytes of a file's name that are none (`\xff`), half pairs of JSON (`\ud800`).

    Neither a database nor canonical JSON takes them, and nothing may be lost silently.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        pass
    else:
        return text
    text = _UNDECODED.sub(lambda found: f"\\x{ord(found.group()) - 0xDC00:02x}", text)
    return text.encode("utf-8", "backslashreplace").decode()
