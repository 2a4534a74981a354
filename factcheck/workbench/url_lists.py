"""Lists of addresses to fetch, as people write them: one a line, with bullets, brackets, Markdown's links and notes.

A line that cannot be read is told by its number, and never stops the others. What is no list at all, such as a picture
or a page, is refused as a whole.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from factcheck.domain import Problem
from factcheck.errors import InputError
from factcheck.reports.cells import counted

LONGEST_LIST = 10_000_000
"""Bytes; what is longer is no list of pages, but a device or a dump."""
_NOTE = re.compile(rb"(?:\A|(?<=\s))\s*#.*")
"""A note in a list of addresses; a # within an address begins its fragment."""
_MARKS = re.compile(
    r"\A(?:[-*+•]\s+|\d{1,4}[.)]\s+)?(?:<(?P<within>https?://[^\s<>]+)>|\[[^\]\n]*\]\((?P<linked>https?://\S+)\)|"
    r"(?P<plain>https?://\S.*))\Z"
)
"""An address as lists and Markdown write it: behind a bullet, within <>, or as a link."""


_LIKE_ONE = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}://\S|[^\s<>(){}\[\]]+[.:][^\s<>(){}\[\]]+(?:\s|\Z))", re.IGNORECASE)
"""The beginning of what may be meant as an address, also one without its scheme: what is wrong with it is told then."""
_SAVE_AS_TEXT = "name a text file (UTF-8) with one address a line"


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlList:
    """The addresses of a list, and the lines that could not be read."""

    urls: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def read_urls(contents: bytes, name: str) -> UrlList:
    """Read the addresses of a list: one a line, blank lines left out, and notes: what follows a # after a blank.

    It is UTF-8, or UTF-16 by its mark; what bytes a note holds does not matter. `name`: what the list is told by.

    Raises:
        InputError: there is none, it is no text, no line of it looks like an address, or the list is longer than any.
    """
    if len(contents) > LONGEST_LIST:
        raise InputError(f"is longer than {LONGEST_LIST} bytes", hint="name a list of addresses", subject=name)
    if contents.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        contents = contents.decode("utf-16", "replace").encode()
    if b"\0" in contents:
        raise InputError("is no text, and so no list of addresses", hint=_SAVE_AS_TEXT, subject=name)
    urls: list[str] = []
    problems: list[Problem] = []
    for number, line in enumerate(contents.removeprefix(codecs.BOM_UTF8).splitlines(), start=1):
        try:
            bare = _NOTE.sub(b"", line).decode().strip()
        except UnicodeDecodeError:
            remedy = "write its address anew, and save the list as UTF-8"
            problems.append(Problem(path=f"{name}, line {number}", reason="is not UTF-8", remedy=remedy))
            continue
        urls += [_MARKS.sub(r"\g<within>\g<linked>\g<plain>", bare)] if bare else []
    if not urls:
        reason = "lists no address that can be read" if problems else "lists no address"
        raise InputError(reason, hint=problems[0].remedy if problems else "write one a line", subject=name)
    if not any(map(_LIKE_ONE.match, urls)):
        raise InputError(
            f"is no list of addresses: nothing like one in {counted(len(urls) + len(problems), 'line')}",
            hint=_SAVE_AS_TEXT,
            subject=name,
        )
    return UrlList(urls=tuple(urls), problems=tuple(problems))
