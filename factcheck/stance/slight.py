"""Do the two texts say enough to be compared at all?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_name
from factcheck.text.dates.timex.words import MONTHS
from factcheck.text.quantities.units import UNITS
from factcheck.text.words import Word, fold

FEWEST_WORDS, FEWEST_COPIED, FEWEST_TOLD = 3, 6, 2
"""Words of content of a claim, words of a sentence that is copied, and words of content of a passage."""
FEWEST_OF_CLAUSE = 4
"""Words of a claim that is a whole clause of the passage: "Concert is on Saturday". Source: our choice."""


def is_slight(pair: Pair) -> bool:
    """Whether the claim says next to nothing: a word or two, or names and numbers; "rents have doubled" says enough.

    So does a German noun with a verb: every noun there is written like a name.
    """
    content = pair.claim.content
    if _only_counts(content):
        return True
    if len(content) >= FEWEST_WORDS:
        return False
    unnamed = sum(not (is_name(word) or word.is_number) for word in content)
    tells = len(content) == FEWEST_WORDS - 1 and (unnamed == len(content) or (unnamed and _is_in_german(pair, content)))
    return not (tells and len(pair.claim.words) >= FEWEST_WORDS)


def says_nothing(pair: Pair) -> bool:
    """Whether the passage is a word or two at most, or only figures: what follows from it is no more than a guess."""
    content = pair.passage.content
    return len(content) < FEWEST_TOLD or _only_counts(content)


def _only_counts(content: Sequence[Word]) -> bool:
    """Whether there is nothing but figures, with what they are counted in: "12 March 2019", "£4 million"."""
    return all(word.is_number or word.folded in _OF_FIGURES for word in content)


_SCALES = "hundred thousand million billion trillion bn m mn tausend million millionen milliarde milliarden mio mrd"
_OF_FIGURES = frozenset(map(fold, (*UNITS, *MONTHS, *_SCALES.split())))


def is_copied(pair: Pair) -> bool:
    """Whether a sentence of some words stands in the stretch as it is, or is a clause of it, however little it says."""
    if _only_counts(pair.claim.content):
        return False
    ours, theirs = [word.folded for word in pair.claim.words], [word.folded for word in pair.stretch]
    size = len(ours)
    told = size >= FEWEST_COPIED or (size >= FEWEST_OF_CLAUSE and len(pair.claim.content) >= FEWEST_TOLD)
    starts = (at for at, word in enumerate(theirs) if told and word == ours[0])
    return any(
        theirs[at : at + size] == ours and (size >= FEWEST_COPIED or _is_clause(pair, at, size)) for at in starts
    )


def _is_clause(pair: Pair, at: int, size: int) -> bool:
    """Whether some words of the stretch are a sentence, or a clause that opens one: "The vote is on Tuesday; …"."""
    words, text = pair.stretch, pair.passage.text
    opens = at == 0 or text[words[at - 1].end : words[at].start].strip() in (".", ";")
    opens = opens or (at == 1 and words[0].folded in _ARTICLES)
    return opens and _CLAUSE_ENDS.match(text, words[at + size - 1].end) is not None


_ARTICLES = frozenset(["the", "a", "an"])
_CLAUSE_ENDS = re.compile(r"\s*(?:[.;]|\Z|, and\b)")


def _is_in_german(pair: Pair, content: Sequence[Word]) -> bool:
    """Whether a claim is German and its first word of content is a noun with its article: "Der Vertrag wurde …"."""
    led = pair.claim.words[0].is_stop and pair.claim.words[0] is not content[0]
    return led and is_in_german(pair.claim.text)
