"""Does the claim say enough to be compared at all?"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.stance.reading.german_verbs import is_in_german
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_name
from factcheck.text.words import Word

FEWEST_WORDS, FEWEST_COPIED = 3, 6


def is_slight(pair: Pair) -> bool:
    """Whether the claim says next to nothing: a word or two, or names and numbers; "rents have doubled" says enough.

    So does a German noun with a verb: every noun there is written like a name.
    """
    content = pair.claim.content
    if len(content) >= FEWEST_WORDS:
        return False
    unnamed = sum(not (is_name(word) or word.is_number) for word in content)
    tells = len(content) == FEWEST_WORDS - 1 and (unnamed == len(content) or (unnamed and _is_in_german(pair, content)))
    return not (tells and len(pair.claim.words) >= FEWEST_WORDS)


def is_copied(pair: Pair) -> bool:
    """Whether a sentence of some words stands in the stretch as it is, however little it says."""
    ours, theirs = [word.folded for word in pair.claim.words], [word.folded for word in pair.stretch]
    size = len(ours)
    starts = (at for at, word in enumerate(theirs) if size >= FEWEST_COPIED and word == ours[0])
    return any(theirs[at : at + size] == ours for at in starts)


def _is_in_german(pair: Pair, content: Sequence[Word]) -> bool:
    """Whether a claim is German and its first word of content is a noun with its article: "Der Vertrag wurde …"."""
    led = pair.claim.words[0].is_stop and pair.claim.words[0] is not content[0]
    return led and is_in_german(pair.claim.text)
