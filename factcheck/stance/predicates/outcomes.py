"""Plan and outcome: one text tells what was planned or possible, the other what came of it.

A figure, a day or a name that differs between the two is no conflict: what was to cost £25 million can have cost £40
million, and who was to come another came for.
Levels: *both planned, or both done* (nothing to say); *a plan beside an outcome* (a verb that both have stands under
"will", "was to", "may" in one text, and under nothing in the other).
"""

from __future__ import annotations

from factcheck.domain import Facet, Polarity, Reason
from factcheck.stance.predicates.factuality import Mark, marks_in
from factcheck.stance.predicates.markers import SO
from factcheck.stance.reading.lexicon import is_verb
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import is_light, is_name
from factcheck.text.words import Word

_VALUES = frozenset(["dates", "numbers", "names"])


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
    if bool(ours) == bool(theirs):
        return False  # both plan, or neither does
    sides = ((pair.claim.text, one.claim, one.passage) for one in pair.partners if one.kind != "opposite")
    if theirs:
        sides = ((pair.passage.text, one.passage, one.claim) for one in pair.partners if one.kind != "opposite")
    marks = ours or theirs
    return any(word.start in marks and _is_verb(text, word, other, marks[word.start]) for text, word, other in sides)


def _is_verb(text: str, word: Word, other: Word, mark: Mark) -> bool:
    """Whether a word that stands under a marker is a verb: by its form, or right behind it ("expected to cost")."""
    if mark.level >= SO or is_name(word) or (is_light(word) and " " not in word.folded) or word.is_number:
        return False
    return text[mark.place.end : word.start] in (" ", " to ") or is_verb(word.folded) or is_verb(other.folded)
