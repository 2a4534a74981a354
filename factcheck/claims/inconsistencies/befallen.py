"""Tell what befell those whom a figure counts: the 5 of "Storm kills 5" and the 7 of "7 people died" are the dead.

Headlines leave out who is counted, so that the counted noun cannot tell whether two figures are about one thing; the
verb or adjective beside the figure does. A verb of no list stands for itself ("fires 300", "300 workers were fired").
"""

from __future__ import annotations

import re

from factcheck.domain import Quantity
from factcheck.text.words import STOP_WORDS, stem

_DEAD_WORDS = """
    kill kills killed killing dead die dies died deaths fatalities slain perish perished tot tote toten getötet starben
    drown drowns drowned"""
_HURT_WORDS = """
    injure injures injured injuring injuries hurt hurts wound wounds wounded wounding verletzt verletzte verletzten"""
_TAKEN_WORDS = "arrest arrests arrested detain detains detained"
_KINDS = {
    **dict.fromkeys(_TAKEN_WORDS.split(), "taken"),
    **dict.fromkeys(_DEAD_WORDS.split(), "dead"),
    **dict.fromkeys(_HURT_WORDS.split(), "hurt"),
}
_BEFORE, _BEHIND = 40, 60  # characters beside a figure: a verb with "at least", a subject with its auxiliary
_WORD = re.compile(r"[^\W\d_]+")
_STOPS = re.compile(r"[.;:!?]|,\s(?!who\b)|\s(?:after|before|when|while|by|nachdem|als)\s")
_BESIDE = 6  # words between a figure and what befell those it counts: "three men and five women were | hurt"
_SHORTEST = 4  # letters of a verb that stands for itself
_ROUGHLY = frozenset(["at", "least", "about", "some", "around", "nearly", "almost", "more", "than", "over", "up", "to"])


def befallen(text: str, quantity: Quantity, start: int, end: int) -> str:
    """Return what befell those whom a figure of `text[start:end]` counts, as one word, or "" where nothing tells."""
    if quantity.unit:
        return ""
    ahead = text[max(start, quantity.span.start - _BEFORE) : quantity.span.start]
    ahead = ahead[max((stop.end() for stop in _STOPS.finditer(ahead)), default=0) :]
    before = [word.lower() for word in _WORD.findall(ahead)]
    while before and before[-1] in _ROUGHLY:
        before.pop()
    behind = text[quantity.span.end : min(end, quantity.span.end + _BEHIND)]
    stop = _STOPS.search(behind)
    after = [word.lower() for word in _WORD.findall(behind[: stop.start()] if stop else behind)][:_BESIDE]
    known = [word for word in (*before[-1:], *after) if word in _KINDS]
    if known:
        return _KINDS[known[0]]
    done = before[-1] if before else ""
    return stem(done) if len(done) >= _SHORTEST and done not in STOP_WORDS else ""


def without_fate(words: frozenset[str]) -> frozenset[str]:
    """Return the words of a headline that do not say what befell somebody."""
    return words - _KINDS.keys()


__all__ = ["befallen", "without_fate"]
