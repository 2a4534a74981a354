"""A slice of the fuzz (`python -m tests.fuzz`): what extraction promises holds for random and spoilt texts."""

from __future__ import annotations

import pytest

from factcheck.domain import Extraction
from tests import fuzz


def test_the_slice_of_the_fuzz_finds_nothing() -> None:
    assert [what for text in fuzz.texts(150, seed=2) if (what := fuzz.fault(text))] == []


def test_the_texts_are_the_same_again() -> None:
    assert list(fuzz.texts(20, seed=3)) == list(fuzz.texts(20, seed=3))


def test_a_text_without_its_sentences_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "extract_claims", lambda _: Extraction(sentences=(), claims=()))
    assert "no sentence covers" in fuzz.fault("The council met.")


def test_an_exception_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "extract_claims", lambda _: {}["claims"])
    assert "KeyError" in fuzz.fault("The council met.")
