"""What a text is known by: alike on every machine, defined for any text."""

from __future__ import annotations

import hashlib
import json
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rensa import RMinHash

from factcheck.corpus import Corpus
from factcheck.corpus.origins import SLOTS, keys, same_origin, shared_grams, sketch
from tests.bench.growing import MILLIONS
from tests.counting import calls_of

TEXT = "The ferry to Corrin stops in October, said the harbour master, since nobody pays for it in winter. Été: 40 €."


def test_a_sketch_is_what_it_was_when_corpora_were_made() -> None:
    """Kept signatures: a rensa with another algorithm needs a new version of the tables (`schema`)."""
    assert RMinHash.ALGORITHM_VERSION == 2
    known = sketch(TEXT)
    assert (known.size, hashlib.sha256(known.signature).hexdigest()[:16]) == (16, "b5e571b00c793e42")


def test_a_sketch_does_not_depend_on_the_process() -> None:
    code = f"from factcheck.corpus.origins import sketch; print(sketch({TEXT!r}).signature.hex())"
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == sketch(TEXT).signature.hex()


@given(st.text(), st.text())
def test_any_text_has_a_sketch(one: str, other: str) -> None:
    first, second = sketch(one), sketch(other)
    assert len(first.signature) == (4 * SLOTS if first.size else 0)
    assert shared_grams(first, first) == first.size
    assert 0 <= shared_grams(first, second) <= (first.size + second.size) / 2
    assert all(key < 2**47 for key in keys(first))


@pytest.mark.parametrize("text", ["", "one two three four", "\x00\u202e…", "\ud800 \ud801 \ud802 \ud803 \ud804"])
def test_a_text_without_five_words_is_of_no_common_origin(text: str) -> None:
    known = sketch(text)
    assert (known.size, known.signature, keys(known)) == (0, b"", [])
    assert not same_origin(shared_grams(known, known), 0, 0)


def test_words_said_over_and_over_are_counted_once() -> None:
    assert sketch("never again " * 10_000).size == 2


@pytest.mark.parametrize(("text", "grams"), zip(MILLIONS, (149_996, 1, 0, 0), strict=True))
def test_a_text_of_a_million_characters_is_taken_whole_and_each_gram_once(text: str, grams: int) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sketch(text).size == grams
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000 * (
        1 if sys.platform != "darwin" else 1024
    )
    assert calls_of(lambda: sketch(text)) < 50, "no word and no gram is looked at by itself"


def test_that_an_earlier_corpus_is_sketched_anew_is_told(tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text(
        "\n".join(json.dumps({"title": f"Note {at}", "text": f"Note {at} on berths."}) for at in range(250))
    )
    with Corpus.open(tmp_path / "corpus") as corpus:
        corpus.add([texts])
        origins = {one.id: one.origin for one in corpus.sources()}
    with closing(sqlite3.connect(tmp_path / "corpus" / "documents.db")) as base, base:
        base.execute("PRAGMA user_version = 13")
    told: list[int] = []
    with Corpus.open(tmp_path / "corpus", progress=lambda done: told.append(done.documents)) as corpus:
        assert {one.id: one.origin for one in corpus.sources()} == origins
    assert told == [100, 200]
