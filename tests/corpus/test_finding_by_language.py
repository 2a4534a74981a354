"""Documents are found by the rules of their own language, and names however they are spelt."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.corpus.passages import split_passages
from factcheck.domain import Document, Source, Within
from factcheck.matching import claim_terms
from factcheck.text.languages.stems import algorithm_of, asked_words, index_words, primary_language

TEXTS = {
    "de": "Die Häuser am Hafen wurden geräumt, weil der Deich zu brechen drohte.",
    "fr": "La ville a déclaré l’économie du port sinistrée, et les quais restent fermés.",
    "es": "Los bomberos evacuaron las viviendas del puerto durante toda la noche.",
    "it": "I pompieri hanno controllato dell’acqua nelle cantine delle vecchie case.",
    "ru": "Новая дамба защищает старый город, и жители вернулись домой.",
    "en": "The council of Ostwick will rebuild the harbour wall with a grant.",
}


def document(name: str, text: str, **fields: object) -> Document:
    source = Source(id=name, digest=name, origin=name, **fields)  # type: ignore[arg-type]
    return Document(source=source, text=text)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    made = Corpus.open(tmp_path / "corpus")
    made.add([document(language, text, language=language) for language, text in TEXTS.items()])
    return made


def found(corpus: Corpus, claim: str) -> list[str]:
    return [hit.source.id for hit in corpus.retrieve(claim_terms(claim), 10)]


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("Das Haus stand am Deich.", "de"),
        ("hauser", "de"),  # without its accents, as some type
        ("Deiche", "de"),
        ("les économies", "fr"),
        ("déclarer", "fr"),
        ("vivienda", "es"),
        ("bombero", "es"),
        ("acqua", "it"),
        ("новой дамбы", "ru"),
        ("councils", "en"),
        ("rebuilding", "en"),
    ],
)
def test_another_form_of_a_word_finds_it_in_its_language(corpus: Corpus, claim: str, language: str) -> None:
    assert found(corpus, claim) == [language]


def test_the_small_words_of_the_claims_language_are_not_asked_for() -> None:
    asked = [
        term.text for term in claim_terms("Die Stadt hat das Haus für die Feuerwehr gebaut, sagte der Bürgermeister.")
    ]
    assert asked == ["stadt", "haus", "feuerwehr", "gebaut", "bürgermeister"]


def test_words_that_are_small_in_another_language_alone_are_asked_for() -> None:
    asked = [term.text for term in claim_terms("The man said that the war in the north would not die down.")]
    assert {"man", "war", "die"} <= set(asked)


def test_phrases_hold_in_each_language(corpus: Corpus) -> None:
    def phrase(words: str) -> list[str]:
        return [one.source.id for one in corpus.search_within(Within(phrases=(words,)), words)]

    assert phrase("vecchie case") == ["it"]
    assert phrase("der Deich") == ["de"]
    assert phrase("Deich der") == []


def test_a_region_is_of_its_language(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([document("at", TEXTS["de"], language="de-AT"), document("en", TEXTS["en"], language="en")])
        assert found(corpus, "Haus") == ["at"]
        for asked in ("de", "de-at", "DE-AT"):
            assert [one.source.id for one in corpus.search_within(Within(language=asked), "Haus")] == ["at"]


def test_an_index_of_an_older_format_is_built_anew(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([document("de", TEXTS["de"], language="de"), document("n", "Volodymyr Selenskyj spoke at length.")])
    (tmp_path / "corpus" / "index" / "FORMAT").write_text("2")
    with Corpus.open(tmp_path / "corpus") as corpus:
        assert found(corpus, "Haus") == ["de"]
        assert found(corpus, "Zelensky") == ["n"]


SPELLINGS = [
    ("Zelensky", "Zelenskyy", "Selenskyj", "Zelenskiy"),
    ("Müller", "Mueller", "Muller"),
    ("Navalny", "Nawalny"),
    ("Lukashenko", "Lukaschenko"),
    ("Yanukovych", "Janukowitsch"),
    ("Gorbachev", "Gorbatschow"),
    ("Erdoğan", "Erdogan"),
    ("Wałęsa", "Walesa"),
    ("Kharkiv", "Charkiw"),
    ("Meyer", "Meier"),
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda names: names[0])
def test_a_name_is_found_in_all_its_spellings(tmp_path: Path, spellings: tuple[str, ...]) -> None:
    texts = [f"On Monday {name} met the council of Ostwick to talk about the harbour." for name in spellings]
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([document(name, text) for name, text in zip(spellings, texts, strict=True)])
        for name in spellings:
            for claim in (name, name.lower(), f"In May the minister criticised {name} because of expensive bridges."):
                assert set(found(corpus, claim)) == set(spellings), claim
            best = corpus.search(f"The council talked about the harbour with {name}.")[0]
            assert name.casefold() in {one.casefold() for one in best.match.names}


@pytest.mark.parametrize(
    ("one", "other"), [("Water", "Vater"), ("Smith", "Schmidt"), ("Bush", "Busch"), ("Chan", "San")]
)
def test_names_that_only_sound_a_little_alike_are_not_joined(tmp_path: Path, one: str, other: str) -> None:
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([document(name, f"On Monday {name} was the talk of the town.") for name in (one, other)])
        assert found(corpus, one) == [one]


def test_a_capital_name_of_a_document_that_is_gone_finds_nothing(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([document("a", "On Monday Selenskyj spoke."), document("b", "On Monday Zelensky spoke.")])
        corpus.remove(["a"])
        assert found(corpus, "Selenskyj") == ["b"]
        corpus.rebuild()
        assert found(corpus, "Selenskyj") == ["b"]


def test_accents_and_capitals_are_no_other_spelling(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "corpus") as corpus:
        texts = [f"On Monday {name} spoke of the harbour." for name in ("Erdoğan", "Erdogan", "ERDOGAN")]
        corpus.add([document(str(number), text) for number, text in enumerate(texts)])
        scores = {round(hit.bm25, 4) for hit in corpus.retrieve(claim_terms("Erdoğan"), 5)}
        assert len(scores) == 1
        assert corpus.retrieve(claim_terms("Erdoğan"), 1) == corpus.retrieve(claim_terms("ERDOGAN"), 1)


def test_words_are_kept_folded_and_stemmed_by_their_language() -> None:
    assert index_words("Die Brücken der U.S. Navy kosten 40,000.", "de") == [
        "die",
        "bruck",
        "der",
        "usa",
        "navy",
        "kost",
        "40000",
    ]
    assert index_words("The bridges", "") == index_words("The bridges", "en") == index_words("The bridges", "tlh")
    assert asked_words("Brücken", ["english", "german"]) == [("brucken", "bruck")]
    assert index_words("e\u0301conomie", "fr") == index_words("économie", "fr")
    assert max(map(len, index_words("x" * 70_000))) < 100


def test_codes_of_languages() -> None:
    assert [primary_language(code) for code in ("de-AT", "DE_de", " en ", "")] == ["de", "de", "en", ""]
    assert (algorithm_of("nb-NO"), algorithm_of("xx"), algorithm_of("")) == ("norwegian", "english", "english")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Mme. Holt a visité la ville de Harwick avec M. Fenn pour ouvrir le pont neuf au public."),
        ("es", "El Sr. Fenn visitó la ciudad de Harwick con la Sra. Holt para abrir el puente nuevo."),
        ("nl", "De brug van dhr. Fenn en mevr. Holt werd in Harwick geopend voor het publiek van de stad."),
        ("de", "Am 3. Verhandlungstag sprach Frau Holt in Harwick über die Brücke und ihre neuen Pfeiler."),
    ],
)
def test_long_paragraphs_are_cut_at_the_sentence_ends_of_their_language(language: str, sentence: str) -> None:
    for passage in split_passages(" ".join([sentence] * 40), language=language):
        assert passage.text.startswith(sentence[:10])
        assert passage.text.endswith(sentence[-10:])
