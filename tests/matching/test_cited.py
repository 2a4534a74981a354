"""The writer's own sources: which document a note means, when nobody can tell, and its passages in front."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.claims.sources.citations import find_url
from factcheck.claims.sources.leads import HOME_PAGE, NO_NAME, follow
from factcheck.corpus import Corpus, TierRules
from factcheck.corpus.records import make_document
from factcheck.domain import Citation, CitationKind, Document, Source, Span
from factcheck.matching import find_candidates
from factcheck.matching.cited import TOO_LITTLE, Found, find_cited, put_first, resolve


def document(text: str, path: str = "", **fields: str) -> Document:
    return make_document({"text": text, **fields}, path, TierRules())


DOCUMENTS = (
    document(
        "The harbour board counted 1,240 ships in the year.",
        "arc/traffic.md",
        title="Harbour traffic in 2023",
        publisher="Harbour Board",
        url="https://harbour.example/reports/traffic?utm_source=feed",
        published="2024-02-01",
    ),
    document("The pool closes in June, the council decided.", "a/minutes.txt", title="Council minutes",
             published="2024-03-14"),
    document("The library opens on Sundays, the council decided.", "b/minutes.txt", title="Council minutes",
             published="2024-04-18"),
    document("The ferry carries eighty cars to Lund and back.", "c/ferry.txt", title="Ferry", author="Ada Lind",
             published="2019-05-01"),
    *(document(f"Row {n}: the quay has {n} cranes.", f"t/cranes.csv#{n}", title="") for n in range(6)),
    *(document(f"Story {n} of the theatre.", f"t/{n}.txt", url="https://theatre.example/") for n in range(5)),
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus.open(tmp_path_factory.mktemp("corpus")) as opened:
        opened.add(DOCUMENTS)
        yield opened


def meant(corpus: Corpus, words: str) -> Found:
    citation = Citation(anchor=Span(0, 0, ""), kind=CitationKind.FOOTNOTE, target=find_url(words) or words, note=words)
    return resolve(follow([citation])[0], corpus)


def paths(found: Found) -> list[str]:
    return sorted(source.path for source in found.sources)


@pytest.mark.parametrize(
    ("words", "path", "how"),
    [
        ("http://www.harbour.example/reports/traffic/#p3", "arc/traffic.md", "its address"),
        ("Traffic, p. 3. https://harbour.example/reports/traffic?fbclid=x", "arc/traffic.md", "its address"),
        ("See traffic.md, p. 2", "arc/traffic.md", "the name of its file"),
        ("../b/minutes.txt", "b/minutes.txt", "the name of its file"),
        (DOCUMENTS[3].source.id[:16], "c/ferry.txt", "its id"),
        ("Harbour Board, “Harbour traffic in 2023”, table 4", "arc/traffic.md", "its title"),
        ("harbour board: traffic 2023", "arc/traffic.md", "its title"),
        ("Council minutes, 14 March 2024, item 4.", "a/minutes.txt", "its title"),
        ("Council minutes, April 2024", "b/minutes.txt", "its title"),
        ("Lind 2019", "c/ferry.txt", "its title"),
        ("Ferry, p. 3", "c/ferry.txt", "its title"),
    ],
)
def test_a_document_is_found_by_what_the_note_names(corpus: Corpus, words: str, path: str, how: str) -> None:
    found = meant(corpus, words)
    assert (paths(found), found.how, found.vague) == ([path], how, "")


@pytest.mark.parametrize(
    "words",
    [
        "https://harbour.example/reports/cranes",
        "Norhaven school yearbook 2023, p. 4",
        "Council minutes, 3 May 2021",
        "Harbour Board, Accounts of the ferry",
        "yearbook.pdf",
        "Lind 2023",
    ],
)
def test_what_the_corpus_does_not_hold_is_neither_found_nor_vague(corpus: Corpus, words: str) -> None:
    assert meant(corpus, words) == Found()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Council minutes, p. 3", "could mean any of 2 documents of the corpus"),
        ("minutes.txt", "could mean any of 2 documents of the corpus"),
        ("https://theatre.example/", HOME_PAGE),
        ("Theatre, https://www.theatre.example", "could mean any of 5 documents of the corpus"),
        ("Harbour, p. 3", TOO_LITTLE),
    ],
)
def test_a_note_that_fits_several_documents_or_too_little_is_vague(corpus: Corpus, words: str, why: str) -> None:
    assert meant(corpus, words) == Found(vague=why)


def test_the_records_of_one_file_are_one_source(corpus: Corpus) -> None:
    found = meant(corpus, "cranes.csv")
    assert len(found.sources) == 6
    assert paths(meant(corpus, "cranes.csv#4")) == ["t/cranes.csv#4"]
    candidates = find_cited("The quay has 3 cranes", corpus, [source.id for source in found.sources])
    assert candidates[0].source.path == "t/cranes.csv#3"


def test_two_addresses_in_one_note_are_both_meant(corpus: Corpus, tmp_path: Path) -> None:
    with Corpus.open(tmp_path) as other:
        other.add([document(f"Text {n}.", url=f"https://a.example/{n}") for n in range(4)])
        found = meant(other, "https://a.example/1 and https://a.example/3")
        assert sorted(source.url[-1] for source in found.sources) == ["1", "3"]


def test_cited_passages_come_first_whatever_their_score_and_once(corpus: Corpus) -> None:
    claim = "The council decided that the ferry carries eighty cars to Lund"
    others, _ = find_candidates(claim, corpus)
    assert others[0].source.title == "Ferry"
    minutes = DOCUMENTS[2].source.id
    cited = find_cited(claim, corpus, [minutes])
    together = put_first(cited, others)
    assert together[0].source.id == minutes
    assert together[0].score < together[1].score
    assert [one.rank for one in together] == list(range(1, len(together) + 1))
    assert sum(one.source.id == minutes for one in together) == 1
    assert {one.source.id for one in others} <= {one.source.id for one in together}


def test_a_carrier_of_the_cited_text_is_named_with_it_and_not_listed_again(tmp_path: Path) -> None:
    text = "The harbour board counted 1,240 ships in the year, more than ever before in its long history."
    with Corpus.open(tmp_path) as corpus:
        copies = [document(text, title=name, publisher=name) for name in ("Post", "Times")]
        corpus.add(copies)
        others, _ = find_candidates("The harbour board counted 1,240 ships", corpus)
        for copy in copies:
            together = put_first(find_cited("The harbour board counted ships", corpus, [copy.source.id]), others)
            assert [one.source.title for one in together] == [copy.source.title]
            assert _titles(together[0].carriers) == {"Post", "Times"} - {copy.source.title}


def _titles(sources: tuple[Source, ...]) -> set[str]:
    return {source.title for source in sources}


def test_a_claim_without_words_and_a_citation_without_documents_find_nothing(corpus: Corpus) -> None:
    assert find_cited("the of and", corpus, [DOCUMENTS[0].source.id]) == ()
    assert find_cited("The quay has 3 cranes", corpus, []) == ()
    assert find_cited("zebra", corpus, [DOCUMENTS[0].source.id]) == ()


def test_a_passage_that_says_it_all_is_not_joined_with_its_neighbours(tmp_path: Path) -> None:
    more = (
        "Nobody had seen who went in or out that night, and the watchman slept beside his stove until the bells rang."
    )
    claim = "The mill at Oster burned down in 1903."
    said = f"{claim} {more}"
    beside = f"Ada Lind wrote of the mill at Oster. {more}"
    with Corpus.open(tmp_path / "corpus") as opened:
        opened.add([document(f"{beside}\n\n{said}\n\nThe mill was never built again. {more}", "mill.txt")])
        source = meant(opened, "mill.txt").sources[0].id
        texts = [one.passage.text for one in find_cited(said, opened, [source])]
        assert said in texts
        joined = [one.passage.text for one in find_cited("The mill burned and Ada Lind wrote of it", opened, [source])]
        assert any(said in text and text != said for text in joined), (
            "what one passage does not say is looked for in several"
        )


@pytest.mark.parametrize(
    "words",
    [
        "experts say", "according to a study", "a spokesperson", "report by the ministry", "interview with the mayor",
        "the document mentioned above", "government data", "Wikipedia", "Police", "eine Studie", "laut Polizeibericht",
        "Angaben der Behörden",
    ],
)  # fmt: skip
def test_a_note_that_names_a_kind_of_source_is_too_vague(corpus: Corpus, words: str) -> None:
    assert meant(corpus, words).vague == NO_NAME


@pytest.mark.parametrize(
    "words",
    ["Ministry of Transport", "Smith 2019", "study by Thorne, 2019", "“The price of salt”", "police log 44/2", "Ofcom"],
)
def test_a_note_that_names_something_is_not(corpus: Corpus, words: str) -> None:
    assert meant(corpus, words) == Found()


def test_sheets_of_a_workbook_and_files_in_an_archive_are_found(tmp_path: Path) -> None:
    sheets = [document(f"Town,2024\n{name},4\nArle,5\n", f"f/Figures.xlsx!{name}.csv") for name in ("Homes", "Jobs")]
    packed = document("The quay has six cranes.", "p/pack.zip!quay.txt")
    with Corpus.open(tmp_path / "corpus") as opened:
        opened.add([*sheets, packed, document("No quay.", "quay-old.txt")])
        assert paths(meant(opened, "Harbour Board, figures.xlsx")) == [one.source.path for one in sheets]
        assert paths(meant(opened, "figures.xlsx, sheet Jobs")) == ["f/Figures.xlsx!Jobs.csv"]
        assert paths(meant(opened, "quay.txt")) == ["p/pack.zip!quay.txt"]
        assert not paths(meant(opened, "figures.xls"))
