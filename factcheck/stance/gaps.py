"""What a passage may not be silent about if it is to corroborate a claim.

Blocking: a name (unless another word of the same run of capitals is answered), a number, a people or another member of
a closed class, and in a short claim any word that says something, for there each of them is the point.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.lexicon import in_closed_class, synonyms
from factcheck.stance.pair import Pair, is_light, is_name, spelled_alike
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
    answered = {partner.claim.start for partner in pair.partners}
    missing = [word for word in pair.missing if _is_essential(word) and not _in_answered_name(pair, word, answered)]
    elsewhere = [word for word in pair.near if word.is_number]
    short = pair.missing if len(pair.claim.content) <= SHORT_CLAIM else ()
    telling = [word for word in short if not is_light(word) and word.start > 0]  # "The album" stands for its title
    return (*missing, *elsewhere, *telling)


def _is_essential(word: Word) -> bool:
    return word.is_number or is_name(word) or in_closed_class(word.stem)


def _in_answered_name(pair: Pair, word: Word, answered: set[int]) -> bool:
    """Whether the word stands in a run of capitals of which another word is answered ("General" of a named one)."""
    words = pair.claim.words
    first = last = words.index(word)
    while first > 0 and words[first - 1].text[0].isupper():
        first -= 1
    while last + 1 < len(words) and words[last + 1].text[0].isupper():
        last += 1
    return word.text[0].isupper() and any(one.start in answered for one in words[first : last + 1])
