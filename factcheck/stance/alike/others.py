"""Another of the kind: what the passage tells of is by its own words not the claim's.

Levels: *the same, or not told*; *another* ("two other bills", "a copy of the statue", "last season" beside "this
season"): what differs then is no conflict.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.domain import Span
from factcheck.stance.reading.pair import ALIKE, Pair

_OTHER = re.compile(
    r"\b(?:(?:an)?other|different|similar|second|andere[nrms]?|weitere[nrms]?|zweite[nrms]?|"
    r"(?:copy|replica|model|picture|version|kopie|nachbau) (?:of|der|des)(?: the| an?)?)\s$",
    re.IGNORECASE,
)
_REACH = 24  # characters before a word in which it is told that it is another
_TERM = re.compile(
    r"\b(?P<which>this|last|next|previous|coming|past)\s(?P<term>season|term|campaign|round|session|edition)\b",
    re.IGNORECASE,
)


def is_of_others(pair: Pair, clashing: Sequence[Span] = ()) -> bool:
    """Whether the passage tells of another of what the claim names, or of another season or term.

    `clashing`: places of the passage that contradict the claim already: "the second woman" beside "the first".
    """
    ordinals = {span.end for span in clashing}
    ours, theirs = (_TERM.search(text) for text in (pair.claim.text, pair.aligned.text))
    if ours and theirs and ours["term"].lower() == theirs["term"].lower():
        return ours["which"].lower() != theirs["which"].lower()
    return any(
        one.kind in ALIKE
        and not one.passage.folded.endswith("est")  # "the second longest" is a rank
        and one.passage.start - 1 not in ordinals
        and _is_another(pair.passage.text, one.passage.start)
        and not _is_another(pair.claim.text, one.claim.start)
        for one in pair.partners
    )


def _is_another(text: str, start: int) -> bool:
    return _OTHER.search(text, max(0, start - _REACH), start) is not None
