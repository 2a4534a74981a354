"""Whether a pointer into a source is precise enough that another person finds the place in seconds.

"See audio" costs hours. Source: factual.work, fact-checking quality: annotations.
"""

from __future__ import annotations

import re
from enum import StrEnum

from factcheck.domain import Candidate
from factcheck.errors import GuardError

AS_GIVEN, UNTITLED = "as it was given", "a text that was given"
"""The place and the title of a text that somebody typed, where they name none."""


def can_be_followed(candidate: Candidate) -> bool:
    """Tell whether others can look up where evidence stands: in a file, at an address, with a person, by its title."""
    source = candidate.source
    titled = source.title not in {"", UNTITLED}
    placed = candidate.locator not in {"", AS_GIVEN}
    return bool(source.path or source.url or source.publisher or source.is_contact or titled or placed)


class Medium(StrEnum):
    """What a piece of evidence is, as far as pointing into it goes."""

    RECORDING = "recording"
    TABLE = "table"
    PAGES = "pages"
    PICTURE = "picture"
    OTHER = "other"


_ENDINGS = {
    Medium.RECORDING: "mp3 m4a wav ogg oga opus flac aac amr wma mp4 m4v mov avi mkv webm mpg mpeg 3gp",
    Medium.TABLE: "csv tsv xls xlsx xlsm ods numbers",
    Medium.PAGES: "pdf djvu epub",
    Medium.PICTURE: "jpg jpeg png gif tif tiff webp heic bmp svg",
}
MEDIA = {ending: medium for medium, endings in _ENDINGS.items() for ending in endings.split()}

TIME = re.compile(r"(?<![\d:])\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d+)?(?![\d:])")
_DIGIT = re.compile(r"\d")
_EMPTY_WORDS = """
a all and article at attached attachment audio below book cf clip compare conversation document email entire everywhere
file film from here image in interview it link mail minutes note notes of on page paper passim pdf photo picture
recording report scan see sheet site somewhere source spreadsheet table tape the there throughout transcript video
website whole above
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
"""Words that name no place by themselves."""

_WORD = re.compile(r"[^\W\d_]+")

_ASKED = {
    Medium.RECORDING: ("a time code", "--at 00:41:12"),
    Medium.TABLE: ("a cell, row or column", '--at "sheet 2, B14"'),
    Medium.PAGES: ("a page", '--at "page 3"'),
    Medium.PICTURE: ("a region, in words,", '--at "sign above the door"'),
    Medium.OTHER: ("a page, paragraph, time code, region or cell", '--at "paragraph 4"'),
}


def medium_of(name: str) -> Medium:
    """Tell from a file's name what it is."""
    return MEDIA.get(name.rpartition(".")[2].lower(), Medium.OTHER)


def check_pointer(pointer: str, medium: Medium, subject: str) -> None:
    """Refuse a pointer that another person could not follow: an empty one, a vague one, one of another kind.

    Raises:
        GuardError: says what is asked for, with an example.
    """
    what, example = _ASKED[medium]
    if is_precise(pointer, medium):
        return
    told = f"the pointer {pointer.strip()!r} is too vague" if pointer.strip() else "a pointer is missing"
    raise GuardError(f"{told}: {what} is asked for", hint=example, subject=subject)


def is_precise(pointer: str, medium: Medium) -> bool:
    """Tell whether a pointer names a place in a medium."""
    if medium is Medium.RECORDING:
        return bool(TIME.search(pointer))
    if medium in {Medium.TABLE, Medium.PAGES}:
        return bool(_DIGIT.search(pointer))
    words = {word.casefold() for word in _WORD.findall(pointer)}
    return bool(_DIGIT.search(pointer) or words - _EMPTY)


def check_says(words: str, subject: str) -> None:
    """Refuse words that point somewhere, and say nothing themselves: "see audio".

    Raises:
        GuardError: they do.
    """
    if not _DIGIT.search(words) and {word.casefold() for word in _WORD.findall(words)} <= _EMPTY:
        raise GuardError(
            f"{words.strip()!r} points somewhere and says nothing: what it says there is asked for",
            hint='a recording or a page is a file, with --at and --text "the words in it"',
            subject=subject,
        )


def check_listened(listened: str, subject: str) -> None:
    """Refuse a quotation from an automatic transcript that nobody listened to.

    Raises:
        GuardError: there is no time code at which somebody did.
    """
    if not TIME.fullmatch(listened.strip()):
        raise GuardError(
            "a quotation from an automatic transcript is evidence only once somebody has listened to it",
            hint="--listened 00:41:12",
            subject=subject,
        )
