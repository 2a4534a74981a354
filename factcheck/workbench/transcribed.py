"""Whether the words that a checker transcribed stand in the file that they bring, where that can be read.

Not looked at are recordings, pictures, tables (whose cells are shown otherwise than they are kept), files that are
larger than is read for a list, and what cannot be read whole: of these nothing can be told.
"""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path

from factcheck.domain import Problem
from factcheck.errors import FactcheckError
from factcheck.review.pointers import Medium, medium_of
from factcheck.workbench.brought_files import LARGEST_READ

_LOOKED_INTO = frozenset([Medium.PAGES, Medium.OTHER])
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
"""A figure as it is written, or letters: punctuation and how lines are broken are nobody's words."""
_LEFT_OUT = re.compile(r"\[[^\]]*\]|\(?(?:\.{3}|…)\)?")
"""What a transcription leaves out, or adds in brackets."""
_TAG = re.compile(r"<[^>]*>")


def is_missing(words: str, path: Path) -> bool:
    """Tell whether words are known not to stand in a file; False also where that cannot be told."""
    if medium_of(path.name) not in _LOOKED_INTO:
        return False
    try:
        text = _text_of(path)
    except (FactcheckError, OSError):
        return False
    return bool(text.strip()) and not stands_in(words, text)


def stands_in(words: str, text: str) -> bool:
    """Tell whether words stand in a text in their order, but for case, blanks, punctuation and what is left out."""
    at, whole = 0, _letters(text)
    for part in _LEFT_OUT.split(words):
        sought = _letters(part)
        at = whole.find(sought, at)
        if at < 0:
            return False
        at += len(sought)
    return True


def _letters(text: str) -> str:
    """Return the words of a text without anything between them, since a line may end within one."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold()))


def _text_of(path: Path) -> str:
    """Return all that can be read of a file, "" where something in it could not be."""
    from factcheck.corpus.readers import read_documents

    if path.stat().st_size > LARGEST_READ:
        return ""
    found = list(read_documents(path))
    if any(isinstance(one, Problem) for one in found):
        return ""
    texts = [f"{one.source.title}\n{one.text}" for one in found if not isinstance(one, Problem)]
    return "\n".join((*texts, _as_written(path))) if texts else ""


def _as_written(path: Path) -> str:
    """Return what stands in a text file as it is: a page has words that are not of its article."""
    data = path.read_bytes()
    if b"\0" in data or path.suffix.lower() == ".pdf":
        return ""
    return html.unescape(_TAG.sub(" ", data.decode("utf-8", "replace")))
