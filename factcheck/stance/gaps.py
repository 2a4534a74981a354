"""What a passage may not be silent about if it is to corroborate a claim.

Blocking: a name (unless another word of the same run of capitals is answered), a number, a people or another member of
a closed class, and in a short claim any word that says something, for there each of them is the point.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.lexicon import in_closed_class, synonyms
from factcheck.stance.naming import unshared_names
from factcheck.stance.pair import Pair, is_light, spelled_alike
from factcheck.stance.slots import Alignment
from factcheck.text.words import Word

ALTERNATIVE_STRENGTH = 0.3
SHORT_CLAIM = 6
"""Content words up to which a claim is short. Source: precision of corroborates, FEVER-symmetric dev and SICK train."""


def alternatives(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    """Yield "differs: X / Y" for each slot where other words stand than the claim's; it blocks, and conflicts not."""
    for slot in alignment.slots if alignment.close else ():
        ours = [word for word in slot.claim if _tells(word) and not _answered(word, slot.passage)]
        theirs = [word for word in slot.passage if _tells(word) and not _answered(word, slot.claim)]
        if ours and theirs and slot.narrow:
            one, other = _cover(pair.claim.text, ours), _cover(pair.passage.text, theirs)
            yield Reason(
                comparator="wording",
                facet=Facet.WHAT,
                polarity=Polarity.CONTEXT,
                strength=ALTERNATIVE_STRENGTH,
                message=f"differs: {one.text} / {other.text}",
                claim_spans=(one,),
                passage_spans=(other,),
            )


def _tells(word: Word) -> bool:
    return not word.is_stop and not is_light(word)


def _answered(word: Word, others: tuple[Word, ...]) -> bool:
    return any(word.stem == one.stem or synonyms(word.stem, one.stem) or spelled_alike(word, one) for one in others)


def _cover(text: str, words: list[Word]) -> Span:
    return Span.cut(text, words[0].start, words[-1].end)


def blocking_words(pair: Pair) -> tuple[Word, ...]:
    """Return the words of the claim whose absence from the stretch forbids to call it corroborated."""
    unshared = unshared_names(pair)
    named = [word for word in pair.claim.words if any(one.start <= word.start < one.end for one in unshared)]
    missing = [word for word in pair.missing if word.is_number or in_closed_class(word.stem)]
    elsewhere = [word for word in pair.near if word.is_number]
    short = pair.missing if len(pair.claim.content) <= SHORT_CLAIM else ()
    telling = [word for word in short if not is_light(word) and word.start > 0]  # "The album" stands for its title
    return (*named, *missing, *elsewhere, *telling)
