"""How names are spelt in the documents, so that a search for one spelling finds the others.

A cache beside the documents, as the index is: a word that no document has any more stays until the index is built anew,
and finds nothing. Words that are written as names are noted, under the key that their spellings share.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence

from factcheck.text.names.spellings import spelling_key
from factcheck.text.words import fold

MOST = 8
"""Spellings of one name that are asked for; a key that more share is of many names."""
WORDS_KEPT = 200_000
"""Words that are known to be noted already; some 20 MB."""

_NAME_LIKE = re.compile(r"[^\W\d_a-z](?<!\w.)[^\W\d_]{4,}")
"""A word from its start, which is looked for last: the library finds a letter of some faster than a boundary."""


class Spellings:
    """The names by their keys, in a database that somebody else opens and commits."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._noted: set[str] = set()

    def note(self, texts: Iterable[str]) -> None:
        """Note the words of texts that are written as names."""
        new: set[str] = set()
        for text in texts:
            new.update(_NAME_LIKE.findall(text))
        new -= self._noted
        rows = {(key, word.casefold()) for word in new if word[0].isupper() and (key := spelling_key(word))}
        self._db.executemany("INSERT OR IGNORE INTO spelling VALUES (?, ?)", sorted(rows))
        if len(self._noted) + len(new) > WORDS_KEPT:
            self._noted.clear()
        self._noted |= new

    def others(self, words: Sequence[str]) -> dict[str, list[str]]:
        """Return for each word the other spellings of it, in order; words that have none are left out."""
        keys = {word: key for word in words if (key := spelling_key(word))}
        found = {word: self._others(word, key) for word, key in keys.items()}
        return {word: others for word, others in found.items() if others}

    def forget(self) -> None:
        """Forget all of them: they are noted anew."""
        self._noted.clear()
        self._db.execute("DELETE FROM spelling")

    def _others(self, word: str, key: str) -> list[str]:
        """Return the spellings that an index does not take for the word itself: those with other letters."""
        distinct = {fold(one): one for one in self._under(key)}
        distinct.pop(fold(word), None)
        return [*distinct.values()][:MOST]

    def _under(self, key: str) -> list[str]:
        rows = self._db.execute("SELECT word FROM spelling WHERE key = ? ORDER BY word LIMIT ?", (key, 4 * MOST))
        return [row[0] for row in rows]
