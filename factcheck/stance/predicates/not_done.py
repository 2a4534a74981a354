"""The deed without the doing: "was acquitted of forging", "refused to sign", "nearly fell".

Levels: *done, or not told*; *not done* (all of the source's words for the claim's verb of the past depend on another
word that leaves open whether it happened, "nearly" stands before them, or somebody "did not confirm that" it was so).
It forbids corroboration, and conflicts with nothing. Words that say that it did happen ("managed to", "was convicted
of", "by forging") are let pass.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.doers import places_of, verb_of
from factcheck.stance.predicates.accusers import is_under_accusation
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.negations import negated_in
from factcheck.stance.reading.pair import Pair
from factcheck.text.words import Word

STRENGTH = 0.5


def not_done(pair: Pair) -> Reason | None:
    """Return a reason where the source has the claim's verb only as what need not have happened."""
    verb = verb_of(pair.claim.text)
    if verb is not None and verb.start in negated_in(pair)[0]:
        return None  # "never reached" is what "failed to reach" says
    places = places_of(pair, verb) if verb is not None else []
    places = [one for one in places if one.folded not in _NEAR] or places  # "came close to closing"
    found = [_open(pair, verb, place) for place in places] if verb is not None else []
    if verb is None or not found or any(one is None for one in found) or found[0] is None:
        return None
    return Reason(
        comparator="modality",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the source does not say that it was done: {found[0].text}",
        claim_spans=(Span(verb.start, verb.end, verb.text),),
        passage_spans=(found[0],),
    )


def _open(pair: Pair, verb: Word, place: Word) -> Span | None:
    """Return the words of the source that leave open whether something was done, or None."""
    words = pair.passage.words
    at = bisect_left(words, place.start, key=attrgetter("start"))
    before = [word.folded for word in words[max(0, at - _REACH) : at]]
    if not before:
        return None
    all_but = before[-2:] == ["all", "but"]
    if all_but or (before[-1] in _NEARLY and before[-1] not in pair.claim.vocabulary):
        return _span(pair, words[at - 1 - all_but], place)
    unsaid = _UNSAID.search(pair.passage.text, max(0, place.start - _UNSAID_REACH), place.start)
    if unsaid is not None and _UNSAID.search(pair.claim.text) is None:
        return Span.cut(pair.passage.text, unsaid.start(), unsaid.end())
    if not is_past(verb.folded):
        return None
    governed = before[-1] == "to" or (before[-1] in _GOVERNING and place.folded.endswith("ing"))
    perfect = before[-1] == "having" and before[-2:-1] in (["of"], ["to"])
    near = not _NEAR.isdisjoint(before[:-1])
    told = not near and (before[-2:] == ["to", "having"] or any(word in _DID for word in before[:-1]))
    if (governed or perfect) and not (told or is_under_accusation(pair, place.start)):
        return _span(pair, words[max(0, at - 2 - perfect)], place)
    return None


def _span(pair: Pair, first: Word, last: Word) -> Span:
    return Span.cut(pair.passage.text, first.start, last.end)


_UNSAID = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are|could|would|can)(?: not|n['’]t| yet to)|never|cannot|declined to"
    r"|refused to) (?:yet |immediately |officially |independently )?(?:been )?"
    r"(?:confirm|say|said|announce|comment|report|verif|establish|prove|claim)(?:ed|ied|y|en|n)?"
    r"(?: on)? (?:that|whether|if)\b(?=[^.;:!?]*\Z)",
    re.IGNORECASE,
)
"""What leaves open whether it is so: "could not confirm that", "did not comment on whether"."""
_UNSAID_REACH = 120  # characters
_REACH = 4  # words before a verb that say whether it was done
_NEARLY = frozenset(["nearly", "almost", "beinahe", "fast"])
_NEAR = frozenset(["close", "near", "verge", "brink", "edge", "point", "inch"])
"""Words behind which it was not done, for all that came before them: "came close to closing"."""
_GOVERNING = frozenset(["of", "from", "about", "against", "with", "at"])
_DID = frozenset(
    """managed able began begun started continued went helped forced used came proceeded happened got made
    first second third fourth last only next ever convicted guilty confessed admitted""".split()  # noqa: SIM905
)
"""Words behind which something was done: "managed to", "the first to", "convicted of"."""
