"""A footnote that asserts something is a part of the article; one that only names a source is its citation."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims.sources.notes import asserts
from factcheck.claims.transcripts import extract_revision
from factcheck.corpus.readers import ArticleFile, parse_article
from factcheck.domain import Block, CitationKind, Disposition, Extraction
from factcheck.workbench.revisions import make_revision
from tests.corpus.documents import add_notes, add_reference, new_docx, saved

MARKDOWN = b"""# The dam

The dam opened in May.[^1] It cost 30 million pounds.[^2] Mayor Lee said it was safe.[^3]

[^1]: The opening had been planned for 2019.
[^2]: Water board, Annual report 2022, p. 12.
[^3]: He was paid 40,000 euros in 2018. Minutes, p. 4.
"""
HTML = (
    b"<html><body><article><h1>The dam</h1><p>The dam on the Arle opened in May, after ten years of work on the river."
    b'<a href="#fn1">1</a> It cost 30 million pounds.<a href="#fn2">2</a> Mayor Lee said it was safe.'
    b'<a href="#fn3">3</a></p><ol class="footnotes"><li id="fn1">1. The opening had been planned for 2019.</li>'
    b'<li id="fn2">2. Water board,'
    b' Annual report 2022, p. 12.</li><li id="fn3">3. He was paid 40,000 euros in 2018. Minutes, p. 4.</li></ol>'
    b"</article></body></html>"
)


def docx() -> bytes:
    document = new_docx()
    paragraph = document.add_paragraph("The dam opened in May.")
    add_reference(paragraph, 1)
    paragraph.add_run(" It cost 30 million pounds.")
    add_reference(paragraph, 2)
    paragraph.add_run(" Mayor Lee said it was safe.")
    add_reference(paragraph, 3)
    add_notes(
        document,
        [
            "The opening had been planned for 2019.",
            "Water board, Annual report 2022, p. 12.",
            "He was paid 40,000 euros in 2018. Minutes, p. 4.",
        ],
    )
    return saved(document)


def extracted(article: ArticleFile) -> Extraction:
    return extract_revision(make_revision(article, "a", date(2024, 5, 16)))


@pytest.mark.parametrize(
    ("data", "name"), [(MARKDOWN, "a.md"), (HTML, "a.html"), (docx(), "a.docx")], ids=["md", "html", "docx"]
)
def test_what_a_note_asserts_is_read_behind_the_text(data: bytes, name: str) -> None:
    article = parse_article(data, name)
    found = extracted(article)
    notes = [(s.text, s.disposition, s.reason) for s in found.sentences if s.block is Block.NOTE]
    assert notes == [
        ("The opening had been planned for 2019.", Disposition.CLAIMS, "narration"),
        ("He was paid 40,000 euros in 2018.", Disposition.CLAIMS, "narration"),
        ("Minutes, p. 4.", Disposition.NOT_CHECKABLE, "reference"),
    ]
    assert {"He was paid 40,000 euros in 2018.", "The opening had been planned for 2019."} <= {
        c.verbatim for c in found.claims
    }
    assert "Annual report" not in article.text
    bound = [b for b in found.citations if b.citation.kind is CitationKind.FOOTNOTE]
    assert [len(b.claims) for b in bound] == [1, 1, 2], "each note is still the citation of its claim, and of its own"


@pytest.mark.parametrize(
    ("note", "cited"),
    [
        ("The count leaves out Arle. Minutes, p. 4.", True),
        ("The count leaves out Arle. See Water board, Annual report, https://w.example/a.", True),
        ("The count leaves out Arle. It is from 2003 (https://w.example/a).", True),
        ("The [water board](https://w.example/a) left out Arle.", True),
        ("See also Smith (2019), who found that 40 per cent of pumps fail.", True),
        ("The count leaves out Arle, where 300 people live.", False),
        ("The count leaves out Arle. It was first made in 1990.", False),
    ],
)
def test_a_note_that_names_a_source_is_the_citation_of_its_own_claims(note: str, *, cited: bool) -> None:
    text = "The dam opened in May.[^1] It cost 30 million pounds.[^2]\n\n"
    notes = f"[^1]: {note}\n[^2]: The board had planned with 20 million pounds for it.\n"
    found = extracted(parse_article((text + notes).encode(), "a.md"))
    begin = len("The dam opened in May. It cost 30 million pounds.")
    bound = {one: b.citation.target for b in found.citations for one in b.claims}
    own = [bound.get(c.id) for c in found.claims if c.start > begin]
    assert all(own[:-1]) is cited
    assert own[-1] is None, "another note names none"
    assert len([b for b in found.citations if found.claims[0].id in b.claims]) == 1


def test_a_source_shown_in_a_note_is_counted_once() -> None:
    text = "The dam opened in May.[^1]\n\n[^1]: The count of 2003 leaves out Arle (https://w.example/a).\n"
    found = extracted(parse_article(text.encode(), "a.md"))
    last = found.claims[-1].id
    assert [b.citation.target for b in found.citations if last in b.claims] == ["https://w.example/a"]


def test_a_note_is_nobodys_who_spoke_before() -> None:
    text = "ANN LEE: The dam is safe.\n\nBO LIND: It cost us 30 million.[^1]\n\nANN LEE: It did not.\n"
    text += "\n[^1]: It cost 28 million."
    found = extracted(parse_article(text.encode(), "a.md"))
    said = {c.verbatim: c.claimant.name if c.claimant else "" for c in found.claims}
    assert said["The dam is safe."] == "Ann Lee"
    assert said["It cost 28 million."] == ""


def test_a_note_leaves_the_author_below_a_text_where_he_is() -> None:
    body = "The dam cost 30 million.[^1]\n\nAnn Lee is a reporter for The Courier.\n"
    for note in ("", "\n[^1]: It was to cost 20 million.\n"):
        found = extracted(parse_article((body + note).encode(), "a.md"))
        (author,) = [s for s in found.sentences if s.text.startswith("Ann Lee")]
        assert author.disposition is Disposition.BOILERPLATE


@pytest.mark.parametrize(
    "note",
    [
        "The count leaves out Arle, where 300 people live.",
        "See also Smith (2019), who found that 40 per cent of pumps fail.",
        "This excludes Wales.",
        "Both parties reject the figure.",
        "Excluding VAT.",
        "Die Zahl enthält keine Rentner und war 2019 höher.",
        "Le pont a coûté quatre millions d’euros, selon la ville.",
    ],
)
def test_a_note_asserts(note: str) -> None:
    assert asserts(note)


@pytest.mark.parametrize(
    "note",
    [
        "Smith, J. “Why the dam leaks”, The Courier, 3 May 2021.",
        "https://example.org/a, accessed on 3 May 2022.",
        "Cf. Lee 2019: 44–46.",
        "See https://example.org/towns for a map.",
        "Court records, case 12-B.",
        "Vgl. Bericht der Wasserwerke, S. 12.",
        "Interview with the author, 3 March 2023.",
    ],
)
def test_a_note_only_names_a_source(note: str) -> None:
    assert not asserts(note)
