"""Tell whether a German sentence may have a finite verb, which no list holds: a short one is asked word by word."""

from __future__ import annotations

import re

from factcheck.claims.speech.german import words
from factcheck.text.languages.german_verbs import may_be_finite
from factcheck.text.languages.stop_words import STOP_WORDS
from factcheck.text.words import fold

MANY_WORDS = 4  # of a sentence that is taken to have a verb
_AUXILIARY = re.compile(r"\b(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten?|blieb|bleibt)\b")
_ENDED = re.compile(r"[.!…][“”\"«»)]*$")
_FIGURE = re.compile(
    r"\d\s(?:Prozent|Euro|Cent|Millionen|Milliarden|Mio|Mrd|Dollar|Franken|Tote|Verletzte)\b|\d\s?[%€]"
)
"""What a source can confirm without a verb, too: "Kosten: 14 Millionen Euro."."""
_CLOSED = words.PREPOSITIONS | words.DETERMINERS | words.ADVERBS


def may_state(sentence: str, own: str) -> bool:
    """Tell whether a German sentence that ends as one may state something; `own`: without what it quotes."""
    if _ENDED.search(sentence) is None:
        return False
    spelt = own.split()
    return (
        len(spelt) >= MANY_WORDS
        or _AUXILIARY.search(own) is not None
        or _FIGURE.search(own) is not None
        or any(_is_verb(spelt[k - 1], spelt[k]) for k in range(1, len(spelt)))
    )


def _is_verb(before: str, word: str) -> bool:
    """Tell whether a word behind another may be a verb: in "mit neuen Ideen" and "der verletzten Frau" it is none."""
    bare = word.strip('“”„"«»().,;:!…')
    small = bare in _CLOSED or fold(bare) in STOP_WORDS["de"]
    return not small and before.lower() not in _CLOSED and may_be_finite(bare)


__all__ = ["may_state"]
