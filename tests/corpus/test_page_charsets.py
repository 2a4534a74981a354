"""Saved pages in old charsets: a label means what browsers take it for, and who reads as declared guesses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.corpus import Corpus

WORDS = "„Die Möwen sind zurück“ – so stand es am Kai, der 40 Meter lang ist."
PAGE = "<html><head><meta {meta}><title>Möwen</title></head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("meta", "words", "encoding"),
    [
        ('charset="iso-8859-1"', WORDS, "cp1252"),
        ('http-equiv="Content-Type" content="text/html; charset=latin1"', WORDS, "cp1252"),
        ('charset="iso-8859-2"', "Możliwe, że łódź wróci: tak mówił kapitan Żuraw w Gdańsku.", "iso8859-2"),
        ('charset="koi8-r"', "Чайки вернулись на причал, и его длина сорок метров.", "koi8-r"),
    ],
)
def test_a_page_is_read_as_it_declares_and_nothing_is_told(
    tmp_path: Path, meta: str, words: str, encoding: str
) -> None:
    title = "<title>Page</title>" if encoding.startswith("koi") else "<title>Möwen</title>"
    page = PAGE.format(meta=meta, words=words).replace("<title>Möwen</title>", title)
    (tmp_path / "page.html").write_bytes(page.encode(encoding))
    with Corpus.open(tmp_path / "corpus") as corpus:
        report = corpus.add([tmp_path / "page.html"])
        (document,) = corpus.all()
    assert document.text.strip() == words
    assert [one for one in report.problems if "date" not in one.reason] == []
