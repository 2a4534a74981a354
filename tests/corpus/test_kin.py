"""The keys under which documents are looked up, and who shares them."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from factcheck.corpus.kin import COMMON_KEY, Kin, Newcomer, holder_of, unpacked
from factcheck.corpus.origins import MOST_KEYS, Sketch, keys, keys_noted, sketch
from factcheck.corpus.schema import upgrade


def _text(seed: int, words: int = 900) -> str:
    dice = random.Random(seed)
    return " ".join(f"word{dice.randrange(9_000)}" for _ in range(words))


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        yield base


def _newcomer(db: sqlite3.Connection, number: int, known: Sketch) -> Newcomer:
    one = Newcomer(number, known, f"origin {number}")
    sql = "INSERT INTO document (number, id, origin, source) VALUES (?, ?, ?, '')"
    db.execute(sql, (number, f"id {number}", one.origin))
    return one


def _holders(db: sqlite3.Connection) -> dict[int, tuple[int, ...]]:
    return {key: unpacked(held) for key, held in db.execute("SELECT hash, holders FROM gram")}


@pytest.mark.parametrize(("words", "noted"), [(3, 0), (30, 8), (200, 24), (900, MOST_KEYS)])
def test_a_long_document_is_noted_under_more_keys_than_a_short_one(
    db: sqlite3.Connection, words: int, noted: int
) -> None:
    upgrade(db)
    Kin(db).add([_newcomer(db, 1, sketch(_text(5, words)))])
    assert len(_holders(db)) == noted


def test_a_key_has_the_oldest_of_its_holders_and_none_that_was_removed(db: sqlite3.Connection) -> None:
    upgrade(db)
    kin, known = Kin(db), sketch(_text(6))
    for number in range(1, COMMON_KEY + 3):
        (origin,) = kin.add([_newcomer(db, number, known)])
        assert origin == "origin 1"
    kin.remove(2)
    kept = tuple(holder_of(number, known.size) for number in range(1, COMMON_KEY + 1) if number != 2)
    assert _holders(db) == dict.fromkeys(keys(known)[: keys_noted(known.size)], kept)
    for number in range(1, COMMON_KEY + 3):
        kin.remove(number)
    assert _holders(db) == {}


def test_it_makes_no_difference_whether_documents_come_one_by_one(db: sqlite3.Connection) -> None:
    upgrade(db)
    texts = [_text(7), _text(8), _text(7) + " and " + _text(9, 100), _text(8, 800)]
    together = Kin(db).add([_newcomer(db, at, sketch(text)) for at, text in enumerate(texts, start=1)])
    held = _holders(db)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as other:
        upgrade(other)
        kin = Kin(other)
        apart = [kin.add([_newcomer(other, at, sketch(text))])[0] for at, text in enumerate(texts, start=1)]
        assert (together, held) == (apart, _holders(other))
    assert together == ["origin 1", "origin 2", "origin 1", "origin 2"]


def test_two_sentences_under_a_byline_are_of_the_origin_that_carries_them(db: sqlite3.Connection) -> None:
    upgrade(db)
    kin, number, joined = Kin(db), 0, 0
    for seed in range(60):
        brief = _text(seed, 36)
        for text in (brief, f"By Rosa Penhale {brief}", f"{brief} The verdict is due in June."):
            number += 1
            (origin,) = kin.add([_newcomer(db, number, sketch(text))])
            joined += origin != f"origin {number}"
        number += 1
        (origin,) = kin.add([_newcomer(db, number, sketch(f"{_text(seed + 1_000, 300)} {brief} {_text(seed, 5)}"))])
        assert origin == f"origin {number}"  # a long text that quotes it
    assert joined >= 0.9 * 120


def test_what_a_book_shares_by_chance_makes_nothing_of_its_origin(db: sqlite3.Connection) -> None:
    upgrade(db)
    kin, phrases = Kin(db), [_text(seed, 6) for seed in range(40)]
    kin.add([_newcomer(db, 1, sketch(" ".join([_text(2_000, 20_000), *phrases])))])
    for number, phrase in enumerate(phrases, start=2):
        text = f"{_text(number + 100, 30)} {phrase} {_text(number + 200, 30)}"
        assert kin.add([_newcomer(db, number, sketch(text))]) == [f"origin {number}"]
