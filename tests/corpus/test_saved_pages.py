"""Pages that a browser saved as one file (MHTML), and mail whose bytes are not what it declares."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.corpus.readers import read_documents
from factcheck.domain import Document, Problem

ADDRESS = "https://post.example/2024/harbour"
PAGE = (
    '<html><head><meta charset=3D"utf-8"><title>Caf=C3=A9 closes</title>'
    '<meta name=3D"author" content=3D"Lena Ruiz"></head>\r\n<body><p>The caf=C3=A9 on the quay had 37 seats when it='
    "\r\n"
    " closed on Monday, the owner said to the council.</p></body></html>\r\n"
)
BROWSERS = {
    "blink": f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\n",
    "explorer": 'From: "Saved by Internet Explorer 11"\r\n',
    "other": "From: <Saved by WebKit>\r\n",
}


def saved(head: str, kind: str = "text/html") -> bytes:
    return (
        f"{head}Subject: =?utf-8?Q?Caf=C3=A9=20closes?=\r\nDate: Mon, 6 May 2024 10:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n'
        f"----x\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {ADDRESS}\r\n\r\n{PAGE}"
        "----x\r\nContent-Type: text/css\r\nContent-Location: cid:css-1@mhtml.blink\r\n\r\nbody { color: red }\r\n"
        "----x\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n<p>Buy now</p>\r\n"
        "----x--\r\n"
    ).encode()


@pytest.mark.parametrize("browser", BROWSERS)
@pytest.mark.parametrize("kind", ["text/html", 'text/html; charset="utf-8"'])
def test_a_saved_page_is_a_page_at_its_address(tmp_path: Path, browser: str, kind: str) -> None:
    (tmp_path / "page.mhtml").write_bytes(saved(BROWSERS[browser], kind))
    (document,) = [one for one in read_documents(tmp_path / "page.mhtml") if isinstance(one, Document)]
    assert document.text.strip().startswith("The café on the quay had 37 seats when it closed")
    source = document.source
    assert (source.title, source.author, source.url) == ("Café closes", "Lena Ruiz", ADDRESS)
    assert source.path.endswith("page.mhtml")
    assert source.published is None  # the day on which it was saved is not that of the page


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("text/plain; charset=utf-8", "declares the charset utf-8"),
        ("text/plain; charset=iso-8859-1", ""),
        ("text/plain", "guessed"),
    ],
)
def test_a_mail_that_is_not_in_the_charset_it_declares_is_read_and_told(tmp_path: Path, kind: str, told: str) -> None:
    head = f"From: a@b.example\r\nSubject: Seats\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n"
    (tmp_path / "a.eml").write_bytes(head.encode() + "The café has 60 “good” seats.\r\n".encode("cp1252"))
    found = list(read_documents(tmp_path / "a.eml"))
    assert [one.text.strip() for one in found if isinstance(one, Document)] == ["The café has 60 “good” seats."]
    reasons = [one.reason for one in found if isinstance(one, Problem)]
    problems = [one for one in reasons if "charset" in one or "UTF-8" in one]
    assert len(problems) == bool(told)
    assert all(told in one for one in problems)
