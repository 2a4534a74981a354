"""Languages as people name them."""

from __future__ import annotations

import pytest

from factcheck.text.languages.named import language_code, near_languages
from factcheck.text.languages.stems import ALGORITHMS


@pytest.mark.parametrize(
    ("named", "code"),
    [
        *(("de", "de"), ("DE", "DE"), ("en-GB", "en-GB"), ("pt_BR", "pt_BR"), ("German", "de"), (" deutsch ", "de")),
        *(("Français", "fr"), ("norwegian", "no"), ("hsb", "hsb"), ("Low German", "nds"), ("türkçe", "tr")),
        *(("klingon", ""), ("xx", ""), ("", ""), ("de fr", ""), ("qqq", "")),
    ],
)
def test_a_language_is_named_by_code_or_name(named: str, code: str) -> None:
    assert language_code(named) == code


def test_each_language_that_is_stemmed_is_known() -> None:
    assert [code for code in ALGORITHMS if language_code(code) != code] == []


def test_a_mistyped_name_is_near_the_right_one() -> None:
    assert near_languages("Germann")[0] == "german"
    assert near_languages("zzzz") == ()
