"""Soft hyphens and blanks without width, which pages and PDFs put into words, stay out of the corpus."""

from __future__ import annotations

from pathlib import Path

from factcheck.corpus import Corpus, TierRules
from factcheck.corpus.records import make_document
from factcheck.domain import Marker, Term


def test_what_is_invisible_is_left_out_and_markers_follow() -> None:
    text = "Fer\u00adries run.\n\n\u200bThe wei\ufeffr holds."
    markers = (Marker(start=0, locator="page 1"), Marker(start=text.index("The"), locator="page 2"))
    made = make_document({"text": text}, "a.pdf", TierRules(), markers)
    assert made.text == "Ferries run.\n\nThe weir holds."
    assert [made.text[one.start :][:3] for one in made.markers] == ["Fer", "The"]


def test_a_page_with_soft_hyphens_is_found_by_its_words(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<article><h1>Wehr</h1><p>Die Bundes&shy;regie&shy;rung hat das Wehr nie&shy;mals bezahlt.</p></article>"
    )
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([page])
        (hit,) = corpus.retrieve([Term(text="bundesregierung")], 5)
    assert "Die Bundesregierung hat das Wehr niemals bezahlt." in hit.passage.text
