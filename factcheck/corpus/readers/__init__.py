"""Reading files: what type a file is, its records or its article. What cannot be read is a `Problem`, never silence.

The type is told by content first, by the file's name second. One file a format; libraries are loaded by the reader that
needs them.
"""

from __future__ import annotations

import stat
from pathlib import Path

from factcheck.corpus.readers import feeds
from factcheck.corpus.readers.article import ArticleFile, packed_article, packed_kind, text_article
from factcheck.corpus.readers.documents import read_documents
from factcheck.corpus.readers.files import RIGHTS, check_path, list_files
from factcheck.corpus.readers.opening import LARGEST_FILE, check_size, open_text
from factcheck.corpus.records import encodable
from factcheck.errors import InputError

__all__ = [
    "LARGEST_ARTICLE",
    "LARGEST_FILE",
    "ArticleFile",
    "check_path",
    "list_files",
    "parse_article",
    "read_article",
    "read_documents",
]

LARGEST_ARTICLE = 4 * 1024 * 1024
"""Bytes of one article: several novels. Every sentence may become a claim that somebody decides on; what is larger was
named by mistake, and would be worked on for hours. A DOCX or PDF may be larger for its pictures; its text may not."""
PACKED = frozenset([".docx", ".pdf"])

_MOST_LISTED = 20
"""Pages of a feed that are told: more than most feeds list."""
_SPLIT_ARTICLE = "split it; an archive to check against goes to `factcheck corpus add`"


def read_article(path: Path) -> ArticleFile:
    """Read an article from a text, Markdown, HTML, DOCX, PDF or subtitle file. A .txt file's text is what it holds.

    Raises:
        InputError: it is missing, a folder, unreadable, empty, binary, or larger than LARGEST_ARTICLE.
    """
    largest = LARGEST_FILE if path.suffix.lower() in PACKED else LARGEST_ARTICLE
    return parse_article(_bytes_of(path, largest, _SPLIT_ARTICLE), str(path))


def parse_article(data: bytes, name: str, *, base: str = "") -> ArticleFile:
    """Read an article from bytes; `name` helps to tell its type, `base` is the address it came from.

    Raises:
        InputError: it is empty, binary, too large or of a type that is no article, such as a feed.
    """
    packed = packed_kind(data, name)
    check_size(len(data), LARGEST_FILE if packed else LARGEST_ARTICLE, _SPLIT_ARTICLE, name)
    if feeds.is_feed(data, "") or feeds.is_json_feed(data, ""):
        raise _is_feed(data, name, base)
    if packed:
        found = packed_article(data, name, packed)
    else:
        text, kind, notice = open_text(data, name)
        read = text_article(text, kind, name, (notice,) if notice else (), base=base)
        if read is None:
            raise InputError(
                f"is a {kind} file of records, not an article", hint="add it with `factcheck corpus add`", subject=name
            )
        found = read
    if not found.text.strip():
        why = next(((notice.reason, notice.remedy) for notice in found.notices), None)
        reason, remedy = why or ("has no text in it", "is it the right file?")
        raise InputError(reason, hint=remedy, subject=name)
    check_size(len(found.text), LARGEST_ARTICLE, _SPLIT_ARTICLE, name)
    return found


def _is_feed(data: bytes, name: str, base: str) -> InputError:
    """Return the error of a feed that is named in place of an article: it says what can be checked of it."""
    pages = [encodable(page) for page in feeds.pages_listed(data, base)]
    told = ", ".join(pages[:_MOST_LISTED])
    more = f" and {len(pages) - _MOST_LISTED} more" if len(pages) > _MOST_LISTED else ""
    listed = f"each page that it lists can be checked: {told}{more}" if pages else "it lists no page"
    hint = "`factcheck check URL` with one of them" if pages else "is it the right file?"
    return InputError(
        f"is a feed, not an article; {listed}",
        hint=f"{hint}; `factcheck corpus add` or `factcheck fetch` makes sources of its entries",
        subject=name,
    )


def _bytes_of(path: Path, largest: int, hint: str) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise InputError("is a folder, not an article", hint="name a file in it", subject=str(path))
        check_size(found.st_size, largest, hint, str(path))
        with path.open("rb") as file:
            return file.read(largest + 1)  # a pipe or device has no size of its own; the caller looks at what came
    except FileNotFoundError as error:
        raise InputError("there is no such file", hint="check the path", subject=str(path)) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", hint=RIGHTS, subject=str(path)) from error
    except ValueError as error:  # a NUL in the name
        raise InputError("is no path", hint="check the path", subject=repr(str(path))) from error
