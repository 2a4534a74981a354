"""What an office file or a PDF says of itself: title, author, language, the day on which it was made.

That day is not the day of publication: a template, a scan or a copy has its own.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from factcheck.corpus.readers.trees import root_of
from factcheck.errors import InputError

LONGEST = 300
"""Characters of a title or an author; what is longer is no name."""
MOST_BYTES = 1024 * 1024
"""Of the part of a package that holds them; some hundred are usual."""

_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_TERMS = "{http://purl.org/dc/terms/}"
_PARTS = ("docProps/core.xml", "meta.xml")
"""Of a DOCX, and of an ODT."""
_TAGS: Mapping[str, tuple[str, ...]] = {
    "title": (f"{_DC}title",),
    "author": (f"{_META}initial-creator", f"{_DC}creator"),
    "language": (f"{_DC}language",),
    "made": (f"{_META}creation-date", f"{_TERMS}created"),
}
_PDF: Mapping[str, str] = {"title": "/Title", "author": "/Author", "made": "/CreationDate"}
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_FILE_NAME = re.compile(r"^(?:Microsoft (?:Word|PowerPoint|Excel) - )|\.\w{2,4}$|^untitled", re.IGNORECASE)
"""What programs write as a title where nobody gave one."""
_PROGRAM = re.compile(
    r"python-docx|openpyxl|xlsxwriter|apache poi|docx4j|phpword|phpdocx|aspose.*|libreoffice.*|openoffice.*|pandoc|"
    r"(?:microsoft|ms)(?: office)?(?: user| word)?|windows[- ]user|office[- ]user|user|owner|admin(?:istrator)?|root|"
    r"default(?: user)?|unknown(?: author)?|author|anonymous|un-named|unbekannt|benutzer|besitzer|utilisateur",
    re.IGNORECASE,
)
"""What programs write as an author where nobody gave one."""


def of_package(data: bytes, name: str) -> dict[str, str]:
    """Return what a DOCX or ODT, whose bounds were checked, says of itself, by our names.

    Raises:
        InputError: that part is too large.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entry = next((one for one in package.infolist() if one.filename in _PARTS), None)
        if entry is None:
            return {}
        if entry.file_size > MOST_BYTES:
            raise InputError(
                "says too much of itself", hint="save it again in a word processor", subject=f"{name}!{entry.filename}"
            )
        xml = package.read(entry)
    root = root_of(xml)
    told = {child.tag: child.text or "" for child in root.iter()} if root is not None else {}
    return _tidy({ours: next(filter(None, map(told.get, tags)), "") or "" for ours, tags in _TAGS.items()})


def of_pdf(information: Mapping[str, Any] | None) -> dict[str, str]:
    """Return what the information of a PDF says, by our names."""
    told = {ours: str((information or {}).get(theirs, "")) for ours, theirs in _PDF.items()}
    day = _PDF_DATE.match(told["made"])
    return _tidy({**told, "made": "-".join(day.groups()) if day else ""})


def _tidy(told: Mapping[str, str]) -> dict[str, str]:
    clean = {name: " ".join(value.split()) for name, value in told.items()}
    if _FILE_NAME.search(clean.get("title", "")):
        clean["title"] = ""
    if _PROGRAM.fullmatch(clean.get("author", "")):
        clean["author"] = ""
    return {name: value for name, value in clean.items() if value and len(value) <= LONGEST}
