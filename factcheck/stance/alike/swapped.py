"""One noun swapped: two texts told alike of two things.

"The library on Mill Street cost £4 million" beside "The hospital on Mill Street cost £9 million". Levels: *the same, or
not told*; *another* (a value clashes, and in a slot of its own a noun with its article stands for another one, which is
no word of the claim's). Who says it is not asked, and a word before a noun is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from factcheck.domain import Polarity, Reason, Span
from factcheck.stance.matrix.parts import touch
from factcheck.stance.names.stand_ins import STANDING_FOR
from factcheck.stance.reading.lexicon import is_past, is_verb
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_light
from factcheck.text.words import Word

_VALUES = frozenset(["numbers", "shares", "durations"])
_DETERMINERS = frozenset("the a an its his her our their this that these those".split())  # noqa: SIM905
_SPEECH = frozenset("said says say told tells added reported announced estimated confirmed according".split())  # noqa: SIM905
_MOST_BEFORE = 3  # words between an article and its noun


def counted_of_another(pair: Pair, reasons: list[Reason], other_words: Sequence[Reason]) -> list[Reason]:
    """Return the reasons, with figures that clash as context where another noun stands in the place of the claim's."""
    against = [one for one in reasons if one.polarity is Polarity.OPPOSES]
    if not against or any(one.comparator not in _VALUES for one in against):
        return reasons
    values = [span for one in against for span in one.claim_spans]
    words = [one for one in other_words if not any(touch(one.claim_spans[0], span) for span in values)]
    if not any(_are_two_things(pair, one) for one in words):
        return reasons
    return [replace(one, polarity=Polarity.CONTEXT) if one in against else one for one in reasons]


def _are_two_things(pair: Pair, differs: Reason) -> bool:
    ours, theirs = differs.claim_spans[0], differs.passage_spans[0]
    left, right = _within(pair.claim.words, ours), _within(pair.passage.words, theirs)
    if any(word.stem in pair.claim.stems or word.stem in STANDING_FOR for word in right):
        return False
    if any(word.stem in pair.passage.stems or word.stem in STANDING_FOR for word in left):
        return False  # what stands elsewhere may be meant by it: see `bearer`
    return _is_noun(pair.claim.text, pair.claim.words, ours) and _is_noun(pair.passage.text, pair.passage.words, theirs)


def _within(words: Sequence[Word], span: Span) -> Sequence[Word]:
    return words[bisect_left(words, span.start, key=_start) : bisect_left(words, span.end, key=_start)]


def _is_noun(text: str, words: Sequence[Word], span: Span) -> bool:
    """Whether a word is a noun with its article, and neither who says it nor a word before another noun."""
    at = bisect_left(words, span.start, key=_start)
    if " " in span.text or not span.text.islower():
        return False
    before = words[max(0, at - _MOST_BEFORE) : at]
    led = any(
        one.folded in _DETERMINERS and not text[one.end : span.start].strip(" -").count(",")
        for one in before
        if not any(each.is_stop or each.is_number for each in before if each.start > one.start)
    )
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or text[span.end : after.start] != " ":
        return led
    if is_past(span.text) and after.folded in _DETERMINERS:
        return False  # "raised its rate"
    goes_on = after.is_stop or is_light(after) or is_verb(after.folded) or after.folded == "cost"
    return led and goes_on and after.folded not in _SPEECH


_start = attrgetter("start")
