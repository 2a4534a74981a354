"""Is a short text spelt as English or German is? Asked of a text with too few small words to tell its language.

"Ministern avgick." has no "och" and no "att"; its letters stand together as in no English or German word. Method: how
much more frequent a word of such runs of three and four letters is in English or German than in 23 other languages in
Latin letters, `spelling.json`, trained by `tests/training/spelling.py`; the mean over the words of the text, a word
with a capital, which may be a name, counting less. A word that the shipped lexicons know is English or German; one of
their small words settles it. Names and figures alone are in no language.

Measured 2026-12 on texts of our own and on news: of short sentences in 16 other languages 9 in 10 are told, of 8,000
English headlines and sentences 1 in 1,000 is taken for foreign, of 65 short ones in English and German none.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib import resources

from factcheck.stance.reading.german_verbs import is_known_verb
from factcheck.stance.reading.lexicon import meanings
from factcheck.text.languages.language import is_small_elsewhere
from factcheck.text.languages.language_signs import is_sign
from factcheck.text.languages.stop_words import STOP_WORDS
from factcheck.text.words import fold, stem

FOREIGN = -1.1
"""The mean below which a text is spelt as neither. Source: texts of our own and news sentences, 2026-12."""
FOREIGN_ALONE = -2.0
"""The same of a text that has one word in small letters beside its names: a rare word is no language."""
OF_A_CAPITAL = 0.3
"""How much a word with a capital counts. Source: the same."""
LEAST_FOREIGN = -1.0
"""The mean of the words in small letters from which names can make a text foreign: they alone make none. Source: 60
sentences of our own, 2026-12 ("Mayor Lena Ost owns a casino."), beside those of `tests/stance/test_spelling.py`."""
KNOWN, WIDEST = 2.0, 5.0
"""What a word of the lexicons counts at least, and the most that any counts."""
_SHORTEST = 3  # letters of a word that is asked
_LONGEST = 1_000  # characters of a text that are read
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{2,}(?![\w’'-])")
_ODD = re.compile(r"[ąęłńśźżćřěůčšžőűğışșțăãõåæøđħ]")
"""Letters that no word in small letters has in English or German; "é" and "ñ" stand in borrowed ones."""
FEW_ODD = 4
"""Words in small letters to each that has one of these, up to which the text is foreign: a loan stands among more."""
_SMALL = STOP_WORDS["en"] | STOP_WORDS["de"]


def is_spelt_otherwise(text: str) -> bool:
    """Tell whether a text of few words is spelt as neither English nor German words are."""
    words = _WORD.findall(text[:_LONGEST])
    plain = [word for word in words if word.islower()]
    if plain and sum(_ODD.search(word) is not None for word in plain) * FEW_ODD >= len(plain):
        return True  # "zamknęła most", though "most" is English, too
    small = [*plain, *(word.lower() for word in words[:1])]  # a sentence can begin with "The"
    if not plain or any(word in _SMALL and not is_small_elsewhere(word) for word in small):
        return False
    told = [likeness(word) for word in plain if len(word) >= _SHORTEST]
    named = [likeness(word.lower()) for word in words if word.istitle() and len(word) >= _SHORTEST]
    counted = len(told) + OF_A_CAPITAL * len(named)
    least = FOREIGN if len(told) > 1 else FOREIGN_ALONE
    if sum(told) > LEAST_FOREIGN * len(told):
        return False
    return bool(told) and sum(told) + OF_A_CAPITAL * sum(named) < least * counted


@lru_cache(16_384)
def likeness(word: str) -> float:
    """Return how much a word in small letters is like one of English or German, from -5 to 5."""
    base, weights = _weights()
    found = max(-WIDEST, min(WIDEST, base + sum(sorted(weights.get(run, 0.0) for run in runs_of(word)))))
    folded = fold(word)
    known = is_sign(word) or is_known_verb(folded) or meanings(stem(folded))
    return max(found, KNOWN) if known else found


def runs_of(word: str) -> set[str]:
    """Return the runs of three and four letters in a word with its ends marked."""
    marked = f"^{word}$"
    return {marked[at : at + size] for size in (3, 4) for at in range(len(marked) - size + 1)}


@lru_cache(1)
def _weights() -> tuple[float, dict[str, float]]:
    found = json.loads(resources.files("factcheck.stance").joinpath("spelling.json").read_text(encoding="utf-8"))
    return float(found["base"]), found["runs"]
