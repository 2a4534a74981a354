"""What a negation leaves standing: it denies an order, the knowing of it, or only a part, and not the deed.

Levels: *the deed* (nothing to say); *an order* ("told them not to"); *the knowing* ("was not told that he …"); *all of
them* ("not all"); *a part* ("not only", "does not … in infants": of others it may be so), where the other text has no
such word.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.domain import Reason
from factcheck.stance.reading.negations import EVERY, KNOWING, is_of_all, is_of_order, negation, undoes_denial
from factcheck.stance.reading.pair import Pair
from factcheck.text.words import Word

_CLAUSE_MARKS = frozenset(",;:.!?()–—")


def denies_no_deed(pair: Pair, clash: Reason) -> bool:
    """Whether the negation of a clash denies no deed: of an order, of "all" or a part alone, of knowing."""
    sides = (
        (pair.passage.text, pair.stretch, clash.passage_spans),
        (pair.claim.text, pair.claim.words, clash.claim_spans),
    )
    others = (pair.claim.vocabulary, pair.told)
    answered = {one.passage.start for one in pair.partners} | {one.claim.start for one in pair.partners}
    return any(
        is_of_order(words, at)
        or _is_of_knowing(words, at, answered, other)
        or _is_of_part(words, at, text, other)
        or undoes_denial(words, at, answered)
        or (is_of_all(words, at) and EVERY.isdisjoint(other))
        for (text, words, spans), other in zip(sides, others, strict=True)
        for at, word in enumerate(words)
        if negation(word) and any(span.start == word.start for span in spans)
    )


def _is_of_knowing(words: Sequence[Word], at: int, answered: Collection[int], other: Collection[str]) -> bool:
    """Whether the negation there is of telling or knowing it: "was not told that …", "did not know of …".

    `answered`: where words stand that both texts have; `other`: the words of the other text.
    """
    verb = next((word for word in words[at + 1 :] if not (word.folded.endswith("ly") or word.folded in _BEEN)), None)
    return verb is not None and verb.stem in KNOWING and verb.start not in answered and verb.folded not in other


_BEEN = frozenset(["been", "be", "being", "yet", "even", "ever", "made"])


def _is_of_part(words: Sequence[Word], at: int, text: str, other: Collection[str]) -> bool:
    """Whether the negation there leaves it to be so of others: "not only", "did not … alone", "not … in infants".

    `other`: the words of the other text, which is of that part, too, where it has the word.
    """
    last = words[at]
    before = ""
    for word in words[at + 1 : at + 1 + _PART_REACH]:
        if not _CLAUSE_MARKS.isdisjoint(text[last.end : word.start]):
            return False
        near = last is words[at] and word.folded in _FOCUS_BESIDE
        told = near or word.folded in _FOCUS or (before in _AMONG and word.folded in _OF_SOME)
        if told and word.folded not in other:
            return True
        before = before if before in _AMONG and (word.is_stop or word.folded in _SOME) else word.folded
        before = word.folded if word.folded in _AMONG else before
        last = word
    return False


_PART_REACH = 10  # words
_FOCUS = frozenset(["only", "exclusively", "solely", "alone", "outdoors", "indoors", "ausschliesslich", "allein"])
_FOCUS_BESIDE = frozenset(["just", "merely", "simply", "nur", "lediglich", "bloss"])
_AMONG = frozenset(["in", "among", "amongst", "for", "at", "bei", "im"])
_SOME = frozenset(["young", "old", "older", "younger", "elderly", "most", "some", "pregnant", "healthy", "small"])
_OF_SOME = frozenset(
    """people persons children kids infants babies toddlers newborns minors adolescents teenagers teens adults women men
    boys girls mothers pensioners seniors patients diabetics smokers drinkers athletes students pupils workers drivers
    residents foreigners migrants citizens members mice rats dogs cats animals humans volunteers survivors
    night winter summer spring autumn public theory
    menschen kindern erwachsenen frauen männern maennern mannern patienten rauchern nacht winter sommer""".split()  # noqa: SIM905
)
"""Of whom and when something is not so, behind "in" or "among", so that it may be so of others."""
