"""From files to documents, as a stream: what a file is, which reader takes it, and what is wrong with it.

Files within files (archives, attachments) are read the same way, to a depth and to a number of bytes. Only one record
of a file of rows is in memory at a time, or one file of up to LARGEST_FILE.
"""

from __future__ import annotations

import codecs
import io
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from factcheck.corpus.columns import Columns, Mapped, Tally, fields_of, flattened
from factcheck.corpus.language import detect_language
from factcheck.corpus.marks import unknown_mark
from factcheck.corpus.options import Reading
from factcheck.corpus.publishers import host_of, shown_publisher
from factcheck.corpus.readers.bounds import Bounded, Budget, Chained
from factcheck.corpus.readers.files import RIGHTS, check_path, list_files
from factcheck.corpus.readers.formats import STREAMED, TEXTS, container_of
from factcheck.corpus.readers.found import Part, Record
from factcheck.corpus.readers.heading_days import heading_day
from factcheck.corpus.readers.html import without_markup
from factcheck.corpus.readers.opening import LARGEST_FILE, check_size, kind_of, open_text, refuse_binary
from factcheck.corpus.readers.rows import Placed, read_json
from factcheck.corpus.readers.unpacking import DAMAGED as UNPACKING
from factcheck.corpus.records import encodable, in_order, make_document, missing_text, no_date
from factcheck.corpus.tables import below_delimiter, holds_figures, stated_day
from factcheck.corpus.undated import Undated, filed_day, filed_told, heading_told, not_yet, undated
from factcheck.domain import Document, Problem, ProblemKind
from factcheck.errors import InputError
from factcheck.text.addresses import url_key

HEAD = 256 * 1024
"""Bytes that tell the type of a file, its encoding, and whether a CSV is a table of figures."""
DEEPEST = 5
"""Containers inside one another: a web archive (WACZ) has three."""
MOST_TOLD = 1_000
"""Bad records of one file that are told one by one; of more, the number: a file of another kind has millions."""
_SPLIT = "split it into smaller files; JSON Lines, CSV, mbox and WARC may be of any size"
_DAMAGED = (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError, NotImplementedError, *UNPACKING)


AS_THEY_ARE = Reading()


@dataclass(frozen=True, slots=True)
class _Task:
    """What is the same for all that stands in one file."""

    how: Reading
    tell: Callable[[Mapped], object]
    budget: Budget
    known: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    """What it was received from, which says nothing of it but where it is filed."""
    depth: int = 0


def read_documents(
    path: Path, *, how: Reading = AS_THEY_ARE, tell: Callable[[Mapped], object] = lambda _: None
) -> Iterator[Document | Problem]:
    """Yield the documents of a file, or of every file below a folder, in the order of names.

    `tell` is called with the columns of each file of rows once it is read.

    Raises:
        InputError: the path does not exist.
    """
    check_path(path)
    for file, problem in list_files(path):
        if problem:
            yield replace(problem, path=encodable(problem.path))
        else:
            yield from _of_file(file, how.of(file), tell)


def read_bytes(
    data: bytes,
    *,
    name: str,
    path: str,
    how: Reading,
    address: str = "",
    tell: Callable[[Mapped], object] = lambda _: None,
) -> Iterator[Document | Problem]:
    """Yield the documents of what was received; `name` helps to tell its type, `path` and `address` say where from."""
    part = Part(stream=io.BytesIO(data), name=name, path=path)
    yield from _of_part(part, _Task(how, tell, Budget.of(len(data)), address=address))


def _of_file(path: Path, how: Reading, tell: Callable[[Mapped], object]) -> Iterator[Document | Problem]:
    name = encodable(str(path))
    try:
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            task = _Task(how, tell, Budget.of(before.st_size))
            yield from _of_part(Part(stream=file, name=path.name, path=name), task)
            after = os.fstat(file.fileno())
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
            yield Problem(path=name, reason="changed while it was read", remedy="add it again once it is complete")
    except OSError as error:
        yield Problem(path=name, reason=f"cannot be read: {error.strerror or error}", remedy=RIGHTS)


def _of_part(part: Part, task: _Task) -> Iterator[Document | Problem]:
    """Yield what stands in a file or in a file within one; whatever is wrong with it is a problem."""
    some = False
    try:
        for found in _found(part, task):
            some = True
            yield found
    except InputError as error:
        yield Problem(path=part.path, reason=error.message, remedy=error.hint or "mend the file and add it again")
        return
    except _DAMAGED as error:
        yield Problem(
            path=part.path, reason=f"is damaged: {encodable(str(error))[:200]}", remedy="get it again from its source"
        )
        return
    if not some:
        yield Problem(path=part.path, reason="holds no record", remedy="is it the right file?")


def _found(part: Part, task: _Task) -> Iterator[Document | Problem]:
    task = replace(task, known={**task.known, **part.fields})
    head = part.stream.read(HEAD)
    while head and not head.strip() and (more := part.stream.read(HEAD)):
        head = more  # it begins with blank lines
    if not head.strip():
        raise InputError("is empty", hint="is it the right file?")
    stream = _from_the_start(part.stream, head)
    container = container_of(head, part.name)
    if container is None:
        yield from _of_text(stream, head, part, task)
        return
    if task.depth >= DEEPEST:
        raise InputError(f"is nested more than {DEEPEST} deep", hint="unpack it and add what is in it")
    for found in container.read(stream, part):
        if isinstance(found, Part):
            inside = replace(found, stream=_buffered(Bounded(found.stream, task.budget)))
            yield from _of_part(inside, replace(task, depth=task.depth + 1))
        elif isinstance(found, Record):
            fields = fields_of(found.fields)
            yield from _filed(found, fields, task) if found.path == part.path else _documents(found, fields, task)
        else:
            yield found


def _from_the_start(stream: BinaryIO, head: bytes) -> BinaryIO:
    if stream.seekable():
        stream.seek(0)
        return stream
    return _buffered(Chained(head, stream))


def _buffered(raw: io.RawIOBase) -> BinaryIO:
    return io.BufferedReader(raw, 128 * 1024)


def _of_text(stream: BinaryIO, head: bytes, part: Part, task: _Task) -> Iterator[Document | Problem]:
    """Read a text: row by row where it is one of rows in UTF-8, else as a whole."""
    if kind := _rows_in(head, part.name, task.how.columns):
        yield from _numbered(STREAMED[kind](stream), part, task)
        return
    data = stream.read(LARGEST_FILE + 1)
    check_size(len(data), LARGEST_FILE, _SPLIT, part.path)
    text, kind, notice = open_text(data, part.name)
    if notice:
        yield replace(notice, path=part.path, kind=ProblemKind.READ)
    if kind == "csv" and holds_figures(text, task.how.columns):
        yield from _table(below_delimiter(text), part.path, task.how)
    elif kind in STREAMED:
        yield from _numbered(STREAMED[kind](io.BytesIO(text.encode(errors="surrogatepass"))), part, task)
    elif kind == "json":
        yield from _numbered(read_json(text, task.how.columns), part, task)
    else:
        for found in TEXTS[kind](text):
            if isinstance(found, Problem):
                yield replace(found, path=part.path)
                continue
            record = Record(fields=found[0], path=part.path, markers=found[1])
            fields = fields_of(record.fields)
            yield from _filed(record, fields, task)


def _filed(record: Record, fields: Mapping[str, str], task: _Task) -> Iterator[Document | Problem]:
    """Yield the document of a file that is one; where it states no day, that of its address, else of its heading."""
    stated = in_order(fields.get("published", ""), task.how.dates)
    addresses = (task.known.get("url", ""), task.address, fields.get("url", ""))
    filed = filed_day(stated, addresses)
    headed = "" if filed or stated else heading_day(f"{record.running}\n{fields.get('text', '')}")
    yield from _documents(record, {**fields, "published": filed or stated or headed}, task)
    if headed:
        yield heading_told(headed, record.path)
    elif doubt := filed_told(filed, record.path) if filed else undated(stated, record.path):
        yield doubt


def _table(text: str, path: str, how: Reading) -> Iterator[Document | Problem]:
    """Yield a CSV of figures as one document; its day is the one that it states beside its figures."""
    day = in_order(stated_day(text), how.dates)
    text = _from_the_first_row(text)
    fields = {"text": text, "title": Path(path).stem, "language": how.language, "published": day}
    yield make_document(fields, path, how.rules)
    if doubt := undated(day, path):
        yield doubt


def _rows_in(head: bytes, name: str, columns: Columns) -> str:
    """Return the format of a file of rows in UTF-8; "" for anything else, and for a CSV that is a table of figures."""
    refuse_binary(head, name)
    if not _is_utf8(head):
        return ""
    text = _whole_lines(head).decode("utf-8-sig", errors="ignore")
    kind = kind_of(text, name)
    return kind if kind in STREAMED and not (kind == "csv" and holds_figures(text, columns)) else ""


def _is_utf8(head: bytes) -> bool:
    if b"\x00" in head:
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _whole_lines(head: bytes) -> bytes:
    """Cut the head of a file at its last line's end, if it was cut."""
    return head[: head.rfind(b"\n") + 1] or head if len(head) == HEAD else head


def _numbered(rows: Iterator[Placed], part: Part, task: _Task) -> Iterator[Document | Problem]:
    bad, tally, without = 0, Tally(task.how.columns), Undated()
    for place, row in rows:
        where = f"{part.path}#{place}"
        told = {} if isinstance(row, str) else flattened(row, task.how.columns)
        record, fields = Record(fields=told, path=where), without_markup(tally.fields(told)) if told else {}
        for found in _unread(where, row) if isinstance(row, str) else _documents(record, fields, task):
            bad += isinstance(found, Problem)
            if bad <= MOST_TOLD or isinstance(found, Document):
                yield found
            if isinstance(found, Document) and not found.source.published:
                without.note(fields, where)
    yield from without.told()
    task.tell(tally.mapped(part.path))
    if bad > MOST_TOLD:
        reason = f"{bad - MOST_TOLD} more records could not be read, or not in full"
        yield Problem(path=part.path, reason=reason, remedy="mend them as those told")


def _unread(path: str, reason: str) -> Iterator[Document | Problem]:
    yield Problem(path=path, reason=reason, remedy="mend that record, add it again")


def _documents(record: Record, found: Mapping[str, str], task: _Task) -> Iterator[Document | Problem]:
    """Yield the document of a record, or why there is none; and what of it could not be read."""
    fields = {**task.known, **record.said, **{name: value for name, value in found.items() if value}}
    if answered := task.known.get("url"):
        fields |= _as_answered(fields, answered)
    stated = task.how.language or fields.get("language", "").strip()
    fields["language"] = stated or detect_language(fields.get("text", ""))
    fields["published"] = in_order(fields.get("published", ""), task.how.dates)
    early = not_yet(fields["published"], record.path, task.how.today)
    if early:
        fields["published"] = ""
    document = make_document(fields, record.path, task.how.rules, record.markers)
    if not document.text.strip():
        yield missing_text(record.fields, record.path, task.how.columns)
        return
    yield from filter(None, (early, no_date(fields["published"], record.path), unknown_mark(fields, record.path)))
    yield document


def _as_answered(fields: Mapping[str, str], answered: str) -> dict[str, str]:
    """Return what a page in a web archive cannot say of itself: its address, who publishes it, how near it stands."""
    same = url_key(fields["url"]) == url_key(answered)
    claimed = fields.get("publisher", "")
    claimed = "" if claimed.lower() == host_of(fields["url"]).removeprefix("www.") else claimed
    return {
        "url": fields["url"] if same else answered,
        "publisher": shown_publisher(claimed, answered),
        "tier": "",
    }


def _from_the_first_row(text: str) -> str:
    """Return a table's text so that blank rows at its start, which a document's text has not, still count."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rest = text.lstrip("\n")
    return ",\n" * (len(text) - len(rest)) + rest
