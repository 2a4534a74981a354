"""Plan and outcome: one text tells what was planned or possible, the other what came of it.

A figure, a day or a name that differs between the two is no conflict: what was to cost £25 million can have cost £40
million, and who was to come another came for.
Levels: *both planned, or both done* (nothing to say); *a plan beside an outcome* (a verb that both have, or the value
that clashes, stands under "will", "was to", "may" in one text, and under nothing in the other; or that text says of the
value behind it that it "is expected").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.predicates.factuality import Mark, marks_in
from factcheck.stance.predicates.markers import SO
from factcheck.stance.reading.lexicon import is_verb
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_light, is_name
from factcheck.text.words import Word

_COUNTED = frozenset(["numbers", "shares", "results", "durations", "ranks"])
_VALUES = _COUNTED | {"dates", "names"}
_FORESEEN_BEHIND = re.compile(
    r"(?:(?![.,;:!?] )[^\n]){0,40}?\b(?:(?:is|are|was|were|had been|has been|have been) (?:now |also |still |widely )?"
    r"(?:expected|forecast|predicted|projected|anticipated|foreseen|budgeted|planned|envisaged)"
    r"|(?:wird|werden|wurde|wurden) (?:\w+ ){0,4}?(?:erwartet|prognostiziert|vorhergesagt|angestrebt|anvisiert))\b",
    re.IGNORECASE,
)
"""What says of a value behind it that it is foreseen: "a profit of €15 million for 2023 is expected"."""

_REACH = 100  # characters before a value in which the words that foresee it and what stands between fit
_WITHIN = r"(?:(?:, (?:dass|that)\b|(?![.,;:!?] | (?:after|because|when|although|nachdem|weil)\b)[^\n]){0,80})\Z"
_FORESEEN_BEFORE = re.compile(
    r"(?:\bsoll(?:en|te|ten)?\b"
    r"|\brechne(?:n|t|te|ten)?\b(?=[^.;!?]*?\b(?:mit|damit)\b)|\bgeh(?:t|en)\b(?=[^.,;!?]*?\bdavon aus\b)"
    r"|\b(?:hofft|hoffen) auf\b|\bpeil(?:t|en)\b|\b(?:kalkuliert|kalkulieren) mit\b"
    r"|(?<!\bthan )(?<!\bas )\b(?:expects?|anticipates?|predicts?|envisages?|foresees?)\b"
    r"|(?<!\bagainst )(?<!\bdespite )\b(?:forecast|project)s?(?= (?:that|an?|growth|inflation|\W?\d)\b)"
    r"|\bsees(?= [^.,;:!?]{1,60}\b\w{2,}ing\b)|\b(?:counts|counting|banking|reckoning) on\b"
    r"|\breckons? with\b|\b(?:hopes?|hoping|aims?|aiming) for\b)" + _WITHIN,
    re.IGNORECASE,
)
"""What says so before it: "expects growth of 2%", "sees unemployment rising to 7%", "rechnet mit einem Plus von"."""


def is_of_plan(reason: Reason) -> bool:
    """Whether a clash is one that a plan and its outcome can have: a figure, a name, or when."""
    return reason.comparator in _VALUES or (reason.comparator == "who" and reason.facet is Facet.WHEN)


def tells_plan_and_outcome(pair: Pair, reasons: list[Reason]) -> bool:
    """Whether one text has as planned or possible what the other has as done, and only figures and days clash."""
    against = [one for one in reasons if one.polarity is Polarity.OPPOSES]
    if not against or not all(map(is_of_plan, against)):
        return False
    ours = marks_in(pair.claim.text, 0, len(pair.claim.text))
    theirs = marks_in(pair.passage.text, pair.start, pair.end)
    counted = [one for one in against if one.comparator in _COUNTED]
    planned = _is_foreseen(pair.claim.text, [span for one in counted for span in one.claim_spans], ours)
    if planned != _is_foreseen(pair.passage.text, [span for one in counted for span in one.passage_spans], theirs):
        return True
    if bool(ours) == bool(theirs):
        return False  # both plan, or neither does
    sides = ((pair.claim.text, one.claim, one.passage) for one in pair.partners if one.kind != "opposite")
    if theirs:
        sides = ((pair.passage.text, one.passage, one.claim) for one in pair.partners if one.kind != "opposite")
    marks = ours or theirs
    return any(word.start in marks and _is_verb(text, word, other, marks[word.start]) for text, word, other in sides)


def foreseen_alone(pair: Pair, reasons: Sequence[Reason]) -> Reason | None:
    """Return a reason where a figure that agrees is only foreseen in the source, and the claim has it as come true."""
    text = pair.passage.text
    for one in reasons:
        if one.comparator not in _COUNTED or one.polarity is not Polarity.SUPPORTS or not one.claim_spans:
            continue
        for place in one.passage_spans:
            found = _foreseen_before(text, place)
            marked = marks_in(pair.claim.text, 0, len(pair.claim.text))
            if found is None or _is_foreseen(pair.claim.text, one.claim_spans, marked):
                continue
            told = Span.cut(text, found, place.end)
            return Reason(
                comparator="modality",
                facet=Facet.WHAT,
                polarity=Polarity.CONTEXT,
                strength=_STRENGTH,
                message=f"the source only foresees it: “{told.text}”",
                claim_spans=one.claim_spans[:1],
                passage_spans=(told,),
            )
    return None


_STRENGTH = 0.5


def _foreseen_before(text: str, value: Span) -> int | None:
    """Return where the words begin that foresee a value behind them, or None."""
    found = _FORESEEN_BEFORE.search(text, max(0, value.start - _REACH), value.start)
    return found.start() if found else None


def _is_foreseen(text: str, values: Sequence[Span], marks: Mapping[int, Mark]) -> bool:
    """Whether a text has all of some values as planned or foretold, by what stands before them or behind."""
    return bool(values) and all(
        any(one.start <= at < one.end and mark.level < SO for at, mark in marks.items())
        or _FORESEEN_BEHIND.match(text, one.end) is not None
        or _foreseen_before(text, one) is not None
        for one in values
    )


def _is_verb(text: str, word: Word, other: Word, mark: Mark) -> bool:
    """Whether a word that stands under a marker is a verb: by its form, or right behind it ("expected to cost")."""
    if mark.level >= SO or is_name(word) or (is_light(word) and " " not in word.folded) or word.is_number:
        return False
    return text[mark.place.end : word.start] in (" ", " to ") or is_verb(word.folded) or is_verb(other.folded)
