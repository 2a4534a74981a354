"""A ruling bound to its clause: the claim is judged by the clause alone, and then turned as the ruling says.

"The claim that the lock leaks is false" bears out that it does not leak, and is no word on the pump. Levels: *on the
claim* (the clause says what the claim says); *on its opposite* (it does with a "not" more, or less: the ruling points
the other way); *on another* (the clause has another value, or too little of the claim: what the rest of the passage
says counts, and the ruling does not); *somebody else's* (one person says that it is false: the source only reports it);
*open* (the clause is worded otherwise: what the comparators say stands). A page that is longer than a passage can tell
more of its claim than the clause does, and is never said to rule on another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from factcheck.domain import Judgement, Polarity, Reason, Span, Stance, Target
from factcheck.stance.corrections import LEAST_ABOUT, only_related
from factcheck.stance.matrix.gaps import alternatives
from factcheck.stance.reading.lexicon import DENIALS
from factcheck.stance.reading.pair import align, answered_in, answered_stems, least_bound
from factcheck.stance.reading.ruling_clauses import RulingClause, clauses_ruled_on, rulings_behind
from factcheck.stance.reading.slots import lay_side_by_side
from factcheck.stance.reading.texts import alone, read
from factcheck.stance.rulings.reviewed import LEAST_BOUND, claims_repeated
from factcheck.stance.rulings.rulings import LONGEST_RATED, RATED_STRENGTH, RULED_STRENGTH, ruling_reason
from factcheck.stance.scoring import certain
from factcheck.text.rulings import rating_in

RULED_SURE = 0.85
"""How sure a stance is that a ruling on the claim's clause gives. Our own choice: that of a correction."""
_NOT = re.compile(
    r"\b(?:no|not|never|nor|none|nobody|nothing|neither|cannot|without|kein\w*|nicht|nie|niemand)\b|n['’]t\b",
    re.IGNORECASE,
)


Judge = Callable[[str, str], Judgement]
"""Judges a wording of the claim by another text of the same source."""


class Side(StrEnum):
    """What the clause of a ruling is to a claim."""

    CLAIM = "on the claim"
    OPPOSITE = "on its opposite"
    ANOTHER = "on another"
    CONTRARY = "on what excludes it"
    OPEN = "open"


def bound_to_clauses(found: Judgement, claim: str, passage: str, judge: Judge) -> Judgement:
    """Return the judgement of a passage once each ruling in it is held against the clause that it rules on."""
    long = len(passage.split()) > LONGEST_RATED
    clauses = (*clauses_ruled_on(passage), *(() if long else rulings_behind(passage)))
    repeated = () if clauses or rating_in(passage) else claims_repeated(passage)
    if repeated:
        return _beside(found, repeated, claim, passage, judge)
    said = found.target is Target.SAID and found.stance is Stance.CORROBORATES
    if not clauses or clauses_ruled_on(claim) or said:
        return found
    others = []
    for one in clauses:
        if _is_beside(one, found, claim, passage) or (long and not one.rated and _is_rated(found)):
            continue  # what a page says on the way to its rating
        side = _side_of(one, claim, passage, judge)
        if side in _SAID:
            return _decided(found, one, side) if one.speaker is None else _open(found, _reported(one))
        if side is Side.CONTRARY and not long:
            return _open(found, _reason(one, Polarity.CONTEXT, RULED_STRENGTH, _message(one, "what excludes it")))
        if side is Side.ANOTHER and (not one.behind or _rests_on(found, one, claim, passage)):
            others.append(one)
    return found if long or not others else _without(found, others, claim, passage, judge)


_SAID = (Side.CLAIM, Side.OPPOSITE)


def _is_beside(one: RulingClause, found: Judgement, claim: str, passage: str) -> bool:
    """Whether a ruling is none on the claim: which says itself that it is false, or is answered somewhere else."""
    denials = DENIALS & read(claim).stems
    if denials and not denials <= read(passage[one.start : one.end]).stems:
        return True
    if one.behind > 1:  # it can only turn what the passage is taken to rule on
        return not any(_is_at(one, each) for each in found.reasons if each.polarity is not Polarity.CONTEXT)
    return one.behind == 1 and _is_answered_elsewhere(found, one)


def _is_at(one: RulingClause, reason: Reason) -> bool:
    return reason.comparator == "rulings" and any(span.start == one.verdict.start for span in reason.passage_spans)


def _is_answered_elsewhere(found: Judgement, one: RulingClause) -> bool:
    """Whether what answers the claim stands beside a ruling and what it is on: the source says it in its own words."""
    there = found.aligned
    return there is not None and not (there.start < one.ruling[1] and one.start < there.end)


def _is_rated(found: Judgement) -> bool:
    return any(one.comparator == "rulings" and one.strength >= RATED_STRENGTH for one in found.reasons)


def _takes_side(found: Judgement) -> bool:
    return found.stance in (Stance.CONFLICTS, Stance.CORROBORATES)


def _open(found: Judgement, reason: Reason) -> Judgement:
    """Return a judgement that takes no side: what opposes is only shown."""
    if not _takes_side(found):
        return found
    shown = (
        replace(one, polarity=Polarity.CONTEXT) if one.polarity is Polarity.OPPOSES else one for one in found.reasons
    )
    return only_related(replace(found, reasons=tuple(shown)), reason)


def _side_of(one: RulingClause, claim: str, passage: str, judge: Judge) -> Side:
    clause = alone(passage, one.start, one.end)
    told = judge(claim, clause)
    if told.stance is Stance.CORROBORATES:
        return Side.CLAIM
    bound = _is_bound(one, claim, passage)
    if (len(_NOT.findall(claim)) - len(_NOT.findall(clause))) % 2 == 1:
        if judge(_affirmed(claim), _affirmed(clause)).stance is Stance.CORROBORATES:
            return Side.OPPOSITE
        return Side.CONTRARY if bound else Side.ANOTHER
    if told.stance is Stance.CONFLICTS:
        if any(each.polarity is Polarity.OPPOSES and each.comparator != "polarity" for each in told.reasons):
            return Side.ANOTHER
        return Side.OPPOSITE if one.pointing is Polarity.SUPPORTS else Side.CONTRARY
    return Side.OPEN if bound and (_PRONOUN.match(passage, one.start) or not _differs(claim, clause)) else Side.ANOTHER


def _differs(claim: str, clause: str) -> bool:
    """Whether another word stands in a clause where the claim has one of its own: "casino", "yacht"."""
    pair = align(claim, clause)
    return any(alternatives(pair, lay_side_by_side(pair)))


def _is_bound(one: RulingClause, claim: str, passage: str) -> bool:
    """Whether a clause answers enough of the claim; whom a pronoun in it stands for is told before it."""
    pair = align(claim, alone(passage, one.start, one.end))
    if answered_in(pair, one.start, one.end) >= least_bound(pair, LEAST_BOUND):
        return True
    if _PRONOUN.match(passage, one.start) is None:
        return False
    told = answered_stems(pair, one.start, one.end)
    answered = [word.start for word in pair.claim.content if word.stem in told]
    rest = [word.start for word in pair.claim.content if word.stem not in told]
    if len(answered) < _FEWEST or max(rest, default=-1) > min(answered):
        return False
    whole = align(claim, alone(passage, 0, one.end))
    return answered_in(whole, 0, one.end) >= least_bound(whole, LEAST_BOUND)


_FEWEST = 2  # words of the claim in a clause with a pronoun, which stand behind whom it is of
_PRONOUN = re.compile(r"(?:he|she|it|they|er|sie|es)\b", re.IGNORECASE)


def _rests_on(found: Judgement, one: RulingClause, claim: str, passage: str) -> bool:
    """Whether a stance rests on a ruling alone that is of another sentence, or on the words that it takes back."""
    sided = [each for each in found.reasons if each.polarity is not Polarity.CONTEXT]
    there = [span.start for each in sided for span in each.passage_spans]
    if one.behind > 1 or not there:
        return False
    if all(_is_at(one, each) for each in sided):
        return align(claim, alone(passage, one.start, one.end)).coverage >= LEAST_ABOUT
    return one.pointing is Polarity.OPPOSES and all(one.start <= at < one.verdict.end for at in there)


def _affirmed(text: str) -> str:
    """Return a text without its negation, in place; the text itself where it has none, or more than one."""
    if len(_NOT.findall(text)) != 1:
        return text
    told = _DOES_NOT.sub(lambda match: f"{match['verb']}{'s' if match['does'] else ''}".rjust(len(match[0])), text)
    return _NOT.sub(lambda match: " " * len(match[0]), told)


_DOES_NOT = re.compile(r"\b(?:(?P<does>does)|do|did)(?: not|n['’]t) (?P<verb>[a-z]+)\b", re.IGNORECASE)


def _decided(found: Judgement, one: RulingClause, side: Side) -> Judgement:
    """Return the judgement that a ruling gives of the claim or of its opposite."""
    right = one.pointing is Polarity.SUPPORTS
    wanted = Stance.CORROBORATES if right == (side is Side.CLAIM) else Stance.CONFLICTS
    what = "it" if side is Side.CLAIM else "the opposite"
    polarity = Polarity.SUPPORTS if wanted is Stance.CORROBORATES else Polarity.OPPOSES
    strength = RATED_STRENGTH if one.rated else RULED_STRENGTH
    if one.pointing is Polarity.CONTEXT:
        return only_related(found, _reason(one, Polarity.CONTEXT, strength, _message(one, what)))
    if found.stance is wanted:
        return found
    reason = _reason(one, polarity, strength, _message(one, what))
    left = [each for each in found.reasons if each.polarity is polarity and each.comparator != "rulings"]
    scores = certain(wanted, RATED_STRENGTH if one.rated else RULED_SURE)
    return replace(
        found, stance=wanted, scores=scores, confidence=scores[wanted], reasons=(reason, *left), target=Target.SO
    )


def _message(one: RulingClause, what: str) -> str:
    return (
        f"the source rates {what} {one.verdict.text}"
        if one.rated
        else f"the source calls {what} {one.verdict.text.lower()}"
    )


def _without(found: Judgement, others: Sequence[RulingClause], claim: str, passage: str, judge: Judge) -> Judgement:
    """Return what a passage says of the claim beside its rulings on something else."""
    if not _takes_side(found):
        return found
    reason = _reason(
        others[-1], Polarity.CONTEXT, RULED_STRENGTH, f"the source rules on something else: “{others[-1].verdict.text}”"
    )
    told = _of_rest(
        [(one.start, one.verdict.end) if one.behind else one.ruling for one in others], claim, passage, judge
    )
    return told if told is not None and _takes_side(told) else _open(found, reason)


def _beside(found: Judgement, repeated: Sequence[tuple[int, int]], claim: str, passage: str, judge: Judge) -> Judgement:
    """Return what a passage says of the claim beside where it only repeats what is claimed: "Claim: …"."""
    told = _of_rest(repeated, claim, passage, judge)
    if told is not None and _takes_side(told):
        return told
    label = Span.cut(passage, *repeated[0])
    reason = ruling_reason(Polarity.CONTEXT, RULED_STRENGTH, "the source only repeats what is claimed", label)
    return _open(found, reason)


def _of_rest(places: Sequence[tuple[int, int]], claim: str, passage: str, judge: Judge) -> Judgement | None:
    """Return the judgement by what a passage has beside some places; None where that is nothing."""
    rest = passage
    for start, end in places:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    return judge(claim, rest) if rest.strip() else None


def _reported(one: RulingClause) -> Reason:
    who = one.speaker.text if one.speaker is not None else ""
    return _reason(
        one, Polarity.CONTEXT, RULED_STRENGTH, f"it is {who} who calls it {one.verdict.text.lower()}, not the source"
    )


def _reason(one: RulingClause, polarity: Polarity, strength: float, message: str) -> Reason:
    return ruling_reason(polarity, strength, message, one.verdict)
