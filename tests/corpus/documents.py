"""DOCX and PDF files made for tests, with what python-docx has no API for put in as XML."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")
WITHOUT_SAID = "DROP TABLE said; DROP TABLE stamp; ALTER TABLE problem DROP COLUMN kind"
"""What makes the tables of the document store, as they are, those of its version 12."""


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_notes(document: Any, notes: Sequence[str], kind: str = "footnote") -> None:
    """Give a document its footnotes or endnotes, numbered from 1, as Word writes them (two separators before)."""
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    body = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {note}</w:t></w:r></w:p></w:{kind}>'
        for number, note in enumerate(notes, start=1)
    )
    blob = f"<w:{kind}s {W}>{separators}{body}</w:{kind}s>".encode()
    content_type = CONTENT_TYPE.WML_FOOTNOTES if kind == "footnote" else CONTENT_TYPE.WML_ENDNOTES
    relation = RELATIONSHIP_TYPE.FOOTNOTES if kind == "footnote" else RELATIONSHIP_TYPE.ENDNOTES
    part = Part(PackURI(f"/word/{kind}s.xml"), content_type, blob, document.part.package)
    document.part.relate_to(part, relation)


def add_reference(paragraph: Any, number: int, kind: str = "footnote") -> None:
    """Put the mark of a note at the end of a paragraph."""
    paragraph._p.append(parse_xml(f'<w:r {W}><w:{kind}Reference w:id="{number}"/></w:r>'))


def add_link(document: Any, paragraph: Any, words: str, url: str) -> None:
    identifier = document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{identifier}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>')
    )


def add_run_xml(paragraph: Any, xml: str) -> None:
    """Put one element at the end of a paragraph; its namespaces are declared here."""
    head, _, rest = xml.partition(">")
    closed = head.endswith("/")
    paragraph._p.append(parse_xml(f"{head.rstrip('/')} {nsdecls('w', 'r')}{'/' if closed else ''}>{rest}"))


def new_docx() -> Any:
    return docx.Document()


Line = tuple[str, float]
"""Words and the size of their type; no words for a blank line."""


def make_pdf(pages: Sequence[Sequence[Line]], compress: Callable[[bytes], bytes] = zlib.compress) -> bytes:
    """Make a PDF with a text layer: each line in Helvetica at its size, below the one before."""
    return _of_contents([compress(_content(lines)) for lines in pages])


def make_rows_pdf(rows: Sequence[Sequence[tuple[str, int]]]) -> bytes:
    """Make a PDF of one page whose rows are drawn across it: each piece with its distance from the left."""
    drawn = [
        f"/F1 10 Tf 1 0 0 1 {left} {780 - 12 * number} Tm ({words}) Tj".encode("cp1252")
        for number, row in enumerate(rows)
        for words, left in row
    ]
    return _of_contents([zlib.compress(b"\n".join([b"BT", *drawn, b"ET"]))])


def _of_contents(streams: Sequence[bytes]) -> bytes:
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for stream in streams:
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode() + stream + b"\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _content(lines: Sequence[Line]) -> bytes:
    commands, height = [b"BT"], 800.0
    for words, size in lines:
        height -= size * 1.2
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        if words:
            commands.append(f"/F1 {size} Tf 1 0 0 1 56 {height:.1f} Tm ({escaped}) Tj".encode("cp1252"))
    return b"\n".join([*commands, b"ET"])


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
