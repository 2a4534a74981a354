"""Which language a document is written in, where nothing says so: by its small words, or by py3langid, an extra.

Method: the commonest languages by their small words (`text.stop_words`), which takes a tenth of the time; the others,
and short texts, by naive Bayes over byte n-grams (Lui & Baldwin, "langid.py: An Off-the-shelf Language Identification
Tool", 2012). Without the extra those have no language.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck.errors import StorageError
from factcheck.text.languages.stop_words import language_by_small_words

LOOKED_AT = 200
"""Code points of a text that are looked at. Source: of 3,000 English texts none is told wrongly at 120, 200 or 300,
and 72, 13 and 1 are not sure; 0.10, 0.14 and 0.34 ms a text (2026-11)."""
SURE = 0.8
"""Confidence below which nothing is said: titles, names and figures have 0.02 to 0.7 (2026-11)."""
_NONE = frozenset(["zxx", "und"])
"""What the library calls text in no language."""


def detect_language(text: str) -> str:
    """Return the ISO 639 code of the language of a text, or "" where that is not sure.

    Raises:
        StorageError: the model cannot be unpacked.
    """
    if language := language_by_small_words(text):
        return language
    identifier = _identifier()
    if identifier is None:
        return ""
    language, confidence = identifier.classify(text[:LOOKED_AT])
    return str(language) if confidence >= SURE and language not in _NONE else ""


@cache
def _identifier() -> Any | None:  # noqa: ANN401 - the library's own type
    """Load the model, once a process: 1 s and some 90 MB."""
    found = find_spec("py3langid")
    if found is None or found.origin is None:
        return None
    from py3langid.langid import LanguageIdentifier

    model = Path(found.origin).with_name("data") / "model.npz.xz"
    try:
        return LanguageIdentifier.from_modelpath(model, norm_probs=True)
    except OSError as error:  # it unpacks the model into a temporary file
        hint = "make room in the folder for temporary files (TMPDIR) and run the command again"
        raise StorageError(f"the language model cannot be unpacked: {error.strerror}", hint=hint) from error
