"""Two voices in one passage: what one says and another denies, each heard for itself.

"“The lock is tight,” said Moe, but divers found that it leaks." Levels: *said by the claim's speaker* (the claim is
that somebody said it, and that clause alone bears it out, whatever another says: it was said); *in dispute* (the claim
is that it is so: one clause says it and another denies it, or somebody "denied it" behind it, so the passage takes no
side); *one voice* (nothing changes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.domain import Facet, Judgement, Polarity, Reason, Span, Stance, Target
from factcheck.stance.bound import Judge
from factcheck.stance.corrections import only_related
from factcheck.stance.names.who import has_same_speaker
from factcheck.stance.reading.lexicon import DENIALS
from factcheck.stance.reading.negations import may_negate
from factcheck.stance.reading.pair import align
from factcheck.stance.reading.ruling_clauses import is_attributed
from factcheck.stance.reading.texts import alone, read
from factcheck.text.quotations import find_quotations
from factcheck.text.sentences import sentence_at
from factcheck.text.words import stem

STRENGTH = 0.5
MOST_CLAUSES = 8
"""Clauses of a passage that are asked; a longer text is no passage of two voices."""
_JOINT = re.compile(r",?[”\"“]? (?:but|yet|while|whereas|although|though|however|aber|doch|während)\b|;", re.IGNORECASE)
"""Where a sentence goes on with what somebody else says."""


def told_by_each(found: Judgement, claim: str, passage: str, judge: Judge) -> Judgement:
    """Return the judgement of a passage once each of its clauses is heard for itself, where they can disagree."""
    denial = _denied_behind(found, claim, passage)
    if denial is not None:
        return only_related(found, _disputed(denial))
    against = [one for one in found.reasons if one.polarity is not Polarity.SUPPORTS]
    denied = any(one.comparator == "polarity" or _is_others(one, passage) for one in against)
    if found.stance is Stance.UNRELATED or not (denied or may_negate(read(passage))):
        return found
    clauses = list(_clauses(passage)) if denied or found.stance is Stance.CORROBORATES else []
    if not 1 < len(clauses) <= MOST_CLAUSES:
        return found
    if found.stance is not Stance.CORROBORATES:
        return _said(found, claim, passage, clauses, judge) if _by_denial_alone(against, passage) else found
    return found if found.target is Target.SAID else _in_dispute(found, claim, passage, clauses, judge)


_ITS = r"(?:(?:all|any|the|this|these|those|such|his|her|its|their|die|den|das|diese[nr]?) (?:\w+ )?)?"
_REPORT = r"(?:claims?|reports?|findings?|accounts?|story|stories|version|Darstellung|Berichte?|Behauptung(?:en)?)\b"
_CHARGE = r"(?:charges?|allegations?|accusations?|wrongdoing|Vorw(?:urf|ürfe)|Anschuldigung(?:en)?)\b"
_DENIES = r"den(?:y|ies|ied)|disput(?:es?|ed)|refut(?:es?|ed)|bestreite(?:t|n)|bestritt(?:en)?|dementier(?:t|te|ten)"
_TURNS_DOWN = r"reject(?:s|ed)?|dismiss(?:es|ed)?|contest(?:s|ed)?|weist|wies(?:en)?"
_DENIED = re.compile(
    rf"\b(?:(?:{_DENIES}) (?:it|this|that|das|dies|es)\b(?! [a-z])|(?:{_DENIES}|{_TURNS_DOWN}) {_ITS}"
    rf"(?:{_REPORT}|(?P<charge>{_CHARGE}))(?! (?:of|that|about|by|from|made)\b))",
    re.IGNORECASE,
)
"""How somebody denies what was told before: "The dean denied it.", "disputes the finding", "weist … zurück"."""
_OF_OFFICE = frozenset(
    stem(word)
    for word in """
    charge charged accuse accused indict arrest arrested detain fine fined sue sued resign resigned sack sacked suspend
    suspended dismiss fired convict sentence jail imprison investigate inquiry investigation question search raid try
    tried trial expel ban acquit release lawsuit complaint anklagen angeklagt festgenommen verhaftet verurteilt
    entlassen zurückgetreten ermittelt verklagt""".split()  # noqa: SIM905
)
"""What is done about a charge: who denies the charge does not deny that he was arrested."""
_TOLD_OF = DENIALS | frozenset(
    map(stem, ("claim", "allege", "allegation", "accusation", "report", "say", "said", "tell"))
)
"""Words of a claim that tells of what was said, and so of what can be denied without being untrue."""
_SENTENCES_BEHIND = 2
"""In which what was told can be denied."""


def _denied_behind(found: Judgement, claim: str, passage: str) -> Span | None:
    """Return the sentence that denies what the passage told before, where it would bear out that it is so."""
    if found.stance is not Stance.CORROBORATES or found.target is Target.SAID or found.aligned is None:
        return None
    stems = read(claim).stems
    denial = _DENIED.search(passage, found.aligned.end) if stems.isdisjoint(_TOLD_OF) else None
    if denial is None or (denial["charge"] and not stems.isdisjoint(_OF_OFFICE)):
        return None
    behind = [place for place in read(passage).sentences if place[1] > found.aligned.end][: _SENTENCES_BEHIND + 1]
    return next((Span.cut(passage, *place) for place in behind if place[0] <= denial.start() < place[1]), None)


def _by_denial_alone(against: list[Reason], passage: str) -> bool:
    opposing = [one for one in against if one.polarity is Polarity.OPPOSES]
    return all(one.comparator == "polarity" or _is_others(one, passage) for one in opposing)


def _is_others(reason: Reason, passage: str) -> bool:
    """Whether a reason is that somebody, and not the source, calls it false: "The firm says this is false"."""
    if reason.comparator != "rulings" or not reason.passage_spans:
        return False
    place = reason.passage_spans[0]
    start, end = sentence_at(read(passage).sentences, place.start) or (0, len(passage))
    subject = passage.rfind(" this ", start, place.start), passage.rfind(" that ", start, place.start)
    return is_attributed(passage[start:end], max(max(subject) + 1 - start, 0), place.end - start)


def _said(found: Judgement, claim: str, passage: str, clauses: list[tuple[int, int]], judge: Judge) -> Judgement:
    """Return the judgement by the clause of the claim's speaker, where it stands apart from what denies the claim."""
    against = [one for one in found.reasons if one.polarity is not Polarity.SUPPORTS]
    denials = [one for one in against if one.comparator == "polarity" or _is_others(one, passage)]
    places = [span.start for one in denials for span in one.passage_spans]
    for start, end in clauses:
        if has_same_speaker(align(claim, alone(passage, start, end))):
            told = judge(claim, alone(passage, start, end))
            apart = bool(places) and not any(start <= at < end for at in places)
            return replace(told, target=Target.SAID) if apart and told.stance is Stance.CORROBORATES else found
    return found


def _in_dispute(found: Judgement, claim: str, passage: str, clauses: list[tuple[int, int]], judge: Judge) -> Judgement:
    """Return the judgement without a side where another clause, heard alone, denies the claim."""
    for start, end in clauses:
        if not may_negate(read(passage[start:end])):
            continue
        told = judge(claim, alone(passage, start, end))
        denial = next((one for one in told.reasons if one.polarity is Polarity.OPPOSES), None)
        if told.stance is Stance.CONFLICTS and denial is not None and denial.comparator == "polarity":
            return only_related(found, _disputed(Span.cut(passage, start, end)))
    return found


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a text in their order: its sentences, and what a "but" divides them into."""
    quoted = find_quotations(text)
    for first, end in read(text).sentences:
        start = first
        for joint in _JOINT.finditer(text, start, end):
            if not any(one.start < joint.start() < one.end - 1 for one in quoted):
                yield start, joint.start() + (text[joint.start() + 1 : joint.start() + 2] in _MARKS) * 2
                start = joint.end()
        yield start, end


_MARKS = ("”", '"', "“")


def _disputed(clause: Span) -> Reason:
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"the source also has it denied: “{clause.text.strip()}”",
        passage_spans=(clause,),
    )
