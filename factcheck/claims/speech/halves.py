"""Join the halves of one sentence that its speaker stands between: "“It is not true,” Lee said, “that it failed.”".

Either half alone says something else, or nothing: "“It is not true,”", "“that it failed.”". The halves are one sentence
where the second goes on in small letters, and with no conjunction that can begin a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.speech.scan import Attribution

SECOND_HALF = "postposed-second-half"
_MARKS = "“”\"„«»‘’' "
_ENDS = ".?!"
_BEGINS_WORDS = """
    and but or so yet nor because since although though while und aber oder denn weil obwohl während"""
_BEGINS = frozenset(_BEGINS_WORDS.split())


def joined(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions in order, two halves of one sentence as one, with what stands between them as its aside."""
    kept: list[Attribution] = []
    for one in found:
        first = kept[-1] if kept else None
        if first is not None and _continues(text, first, one):
            between = (first.content[1], one.content[0])
            kept[-1] = replace(first, content=(first.content[0], one.content[1]), aside=between)
        else:
            kept.append(one)
    return kept


def _continues(text: str, first: Attribution, second: Attribution) -> bool:
    if second.rule != SECOND_HALF or first.cue != second.cue or first.aside is not None:
        return False
    words = text[slice(*second.content)].lstrip(_MARKS)
    ended = text[slice(*first.content)].rstrip(_MARKS)[-1:] in _ENDS
    return not ended and words[:1].islower() and words.split()[0].strip(",") not in _BEGINS


__all__ = ["SECOND_HALF", "joined"]
