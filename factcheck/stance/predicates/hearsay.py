"""Hearsay: does the source say it itself, or only that posts, rumours or chain letters do? And says it so of whom?

Levels: *its own word, or not told*; *hearsay* (what answers the claim is what "posts say" or "rumours had it");
*said of another* (whom the claim tells it of only says it, of somebody else: "the army said that rebels shelled …").
Both forbid corroboration and contradict nothing. A claim that is itself about what somebody says is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.rumours import hearsay_in
from factcheck.stance.reading.texts import cover, is_name, words_between
from factcheck.text.sentences import sentence_at

STRENGTH = 0.5


def compare_hearsay(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: what answers most of the claim is what posts or rumours say."""
    if next(hearsay_in(pair.claim, 0, len(pair.claim.text)), None) is not None:
        return
    for told in hearsay_in(pair.passage, pair.start, pair.end):
        end = next((last for first, last in pair.passage.sentences if first <= told.start < last), pair.end)
        inside = [one for one in pair.partners if told.end <= one.passage.start < end]
        if len(inside) > len(pair.partners) / 2:
            yield Reason(
                comparator="modality",
                facet=Facet.WHAT,
                polarity=Polarity.CONTEXT,
                strength=STRENGTH,
                message=f"the source only tells that “{told.text}” it",
                passage_spans=(told,),
            )
            return


_SAID = re.compile(
    r"\b(?:said|says|claim(?:ed|s)|report(?:ed|s)|announced|stated|alleg(?:ed|es)|insist(?:ed|s)|believes?|confirmed)"
    r"(?: on [A-Z][a-z]+)?(?: that)? "
    r"|\btold (?:[\w’'-]+ ){1,3}?that "
)
_SPEAK = frozenset(
    """said says say claimed claims reported reports announced stated alleged alleges insisted insists believe believes
    confirmed told""".split()  # noqa: SIM905
)
_OWN = frozenset("it its he his she her they their them we our i my who which".split())  # noqa: SIM905
"""What can mean who speaks."""
_OTHERS = frozenset("predecessor predecessors successor rival rivals opponent opponents".split())  # noqa: SIM905
"""Who is another, whosever he is."""


def compare_doers(pair: Pair) -> Iterator[Reason]:
    """Yield at most one reason: whom the claim tells it of says it, in the passage, of another."""
    if _SPEAK.isdisjoint(pair.told) or not _SPEAK.isdisjoint(pair.claim.vocabulary):
        return
    verb = next((one for one in pair.partners if one.claim.start and is_past(one.claim.folded)), None)
    subject = [one for one in pair.partners if verb is not None and one.claim.start < verb.claim.start]
    if verb is None or not subject or is_name(verb.claim):
        return
    start, _ = sentence_at(pair.passage.sentences, verb.passage.start) or (pair.start, pair.end)
    for told in _SAID.finditer(pair.passage.text, start, verb.passage.start):
        if all(start <= one.passage.start < told.start() for one in subject):
            doer = _another(pair, told.end(), verb.passage.start)
            if doer is not None:
                yield Reason(
                    comparator="modality",
                    facet=Facet.WHO,
                    polarity=Polarity.CONTEXT,
                    strength=STRENGTH,
                    message=f"the source tells it of “{doer.text}”; “{subject[-1].passage.text}” only says so",
                    claim_spans=tuple(Span(one.claim.start, one.claim.end, one.claim.text) for one in subject),
                    passage_spans=(doer,),
                )
                return


def _another(pair: Pair, start: int, end: int) -> Span | None:
    """Return who does it, between "said" and the verb, if it is nobody of whom the claim tells, and not who speaks."""
    between = words_between(pair.stretch, start, end)
    doers = [word for word in between if not (word.is_stop or word.folded.endswith("ly"))]
    answered = {one.passage.start for one in pair.partners}
    if not doers or "," in pair.passage.text[start:end]:
        return None
    if any(word.start in answered or word.is_number for word in doers):
        return None
    if doers[-1].folded not in _OTHERS and not _OWN.isdisjoint(word.folded for word in between):
        return None
    return cover(pair.passage.text, doers)
