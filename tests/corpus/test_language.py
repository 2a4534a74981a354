"""The language of documents: what they say, else what is detected; a person's word wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.corpus import Corpus
from factcheck.corpus.language import detect_language

GERMAN = "Die Brücke wurde am Montag gesperrt, weil Ingenieure Risse in den Pfeilern gefunden hatten."
ENGLISH = "The bridge was closed on Monday because engineers had found cracks in its piers."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (ENGLISH, "en"),
        ("Le pont est fermé depuis lundi parce que les ingénieurs ont trouvé des fissures.", "fr"),
        ("El puente está cerrado desde el lunes porque los ingenieros encontraron grietas.", "es"),
        ("Мост закрыт с понедельника, потому что инженеры нашли трещины в опорах.", "ru"),
        ("1,234 5.6 7", ""),
        ("Brenneke", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_where_it_is_sure(text: str, language: str) -> None:
    pytest.importorskip("py3langid")
    assert detect_language(text) == language


def languages(tmp_path: Path, text: str, said: str = "") -> dict[str, int]:
    (tmp_path / "a.md").write_text(text)
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([tmp_path / "a.md"], language=said)
        return dict(corpus.counts()["language"])


def test_what_is_detected_is_counted(tmp_path: Path) -> None:
    pytest.importorskip("py3langid")
    assert languages(tmp_path, GERMAN) == {"de": 1}


def test_what_a_document_says_wins_over_what_is_detected(tmp_path: Path) -> None:
    assert languages(tmp_path, f"---\nlanguage: nl\n---\n{GERMAN}") == {"nl": 1}


def test_a_person_wins_over_what_a_document_says(tmp_path: Path) -> None:
    assert languages(tmp_path, f"---\nlanguage: nl\n---\n{GERMAN}", "nds") == {"nds": 1}


def test_without_the_extra_the_commonest_languages_are_told_by_their_small_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("factcheck.corpus.language._identifier", lambda: None)
    assert detect_language(GERMAN) == "de"
    assert detect_language("Brenneke Ostwick 2019") == ""
