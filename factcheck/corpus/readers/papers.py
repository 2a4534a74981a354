"""Papers: DOCX, PDF, ODT and RTF as documents, with pages as locators where the format has them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from factcheck.corpus.readers import docx, pdf
from factcheck.corpus.readers.building import TextBuilder
from factcheck.corpus.readers.found import Found, Part, Record
from factcheck.corpus.readers.heads import with_head
from factcheck.corpus.readers.opening import whole
from factcheck.corpus.readers.packages import check_package
from factcheck.corpus.readers.properties import of_package
from factcheck.corpus.readers.trees import read_tree
from factcheck.domain import Block
from factcheck.errors import InputError

EXTRA = "factcheck-workbench[office]"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_RTF_HEAD = 256 * 1024
"""Characters in which the properties of an RTF stand: behind its fonts and colours, before its text."""
_RTF_NAMED = re.compile(r"\{\\(title|author) ([^{}]{1,500})\}")
_RTF_MADE = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_LEFT_OUT = frozenset([f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note"])


def read_pdf(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one document of a PDF, and what was not certain about it."""
    found = pdf.read_pdf(whole(stream, part.path), part.path, partly=True)
    yield from found.notices
    yield replace(_record(found.builder, part, found.said), running=found.running)


def read_docx(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one document of a DOCX."""
    data = whole(stream, part.path)
    builder, _ = docx.read_docx(data, part.path)  # what is beside a text counts where that text is checked
    yield _record(builder, part, of_package(data, part.path))


def read_odt(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one document of an ODT: its paragraphs and headings in order, and its metadata."""
    data = whole(stream, part.path)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        check_package(package.infolist(), part.path)
        content, fault = read_tree(package.read("content.xml"), part.path)
    if fault:
        yield fault
    builder = TextBuilder()
    for element in content.iter(f"{_TEXT}p", f"{_TEXT}h") if content is not None else ():
        if all(above.tag not in _LEFT_OUT for above in element.iterancestors()):
            builder.add(_words(element), Block.HEADING if element.tag == f"{_TEXT}h" else Block.BODY)
    said = of_package(data, part.path)
    record = _record(builder, part, said)
    yield replace(record, fields={**record.fields, "title": said["title"]}) if "title" in said else record


def read_rtf(stream: BinaryIO, part: Part) -> Iterator[Found]:
    """Yield the one document of an RTF."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise InputError("RTF files need striprtf", hint=f"pip install '{EXTRA}', or export it as text") from error

    def words(code: str) -> str:
        return str(rtf_to_text(code, errors="replace"))  # type: ignore[no-untyped-call]

    code = whole(stream, part.path).decode("latin-1")
    try:
        text, said = words(code), _rtf_says(code, words)
    except Exception as error:  # a damaged file makes the parser raise nearly anything
        raise InputError("is damaged or no RTF", hint="open it in a word processor and save it again") from error
    builder = TextBuilder()
    for line in text.split("\n"):
        builder.add(line)
    yield _record(builder, part, said)


def _rtf_says(code: str, words: Callable[[str], str]) -> dict[str, str]:
    """Return what the properties of an RTF say: its title, its author, and the day on which it was made."""
    said = {
        name: words(f"{{\\rtf1\\ansi\\ansicpg1252 {value}}}").strip()
        for name, value in _RTF_NAMED.findall(code[:_RTF_HEAD])
    }
    if made := _RTF_MADE.search(code[:_RTF_HEAD]):
        said["made"] = "-".join(made.groups())
    return said


def _record(builder: TextBuilder, part: Part, said: Mapping[str, str]) -> Record:
    """Return the document: its title is the headline that people see, else what the file says; its day its date line's.

    The day on which the file was made is not that of publication.
    """
    text = builder.text
    heads = [hint for block in (Block.HEADLINE, Block.HEADING) for hint in builder.layout if hint.block is block]
    title = text[heads[0].start : heads[0].end] if heads else ""
    fields = with_head({"text": text, "title": title[:300]}, text)
    return Record(fields=fields, path=part.path, markers=tuple(builder.markers), said=said)


def _words(element: object) -> str:
    """Return the words of a paragraph; ODT writes runs of blanks, tabs and line ends as elements."""
    words: list[str] = []
    stack = [(element, False)]
    while stack:
        node, is_tail = stack.pop()
        if is_tail:
            words.append(getattr(node, "tail", "") or "")
            continue
        tag = getattr(node, "tag", "")
        if tag in _LEFT_OUT:
            continue
        words.append({f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t", f"{_TEXT}s": " "}.get(tag, ""))
        words.append(getattr(node, "text", "") or "" if isinstance(tag, str) else "")
        for child in reversed(list(node)):  # type: ignore[call-overload]
            stack += [(child, True), (child, False)]
    return "".join(words)
