"""Whether a passage covers a part of a claim, contradicts it or is silent on it, read off the judgement on the two.

A part is *contradicted* where a reason opposes it; *covered* where a reason supports it, or, of a name or what a claim
says, where every word of it found a partner; else the passage is *silent*. Figures and dates are covered by a reason
alone: the same digits may count something else, and in a passage that tells of others' event they cover nothing. What
has no word with a partner is never covered.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from factcheck.domain import Facet, Judgement, Polarity, Reason, Span, Stance
from factcheck.stance.matrix.parts import Part, PartKind, touch, within
from factcheck.stance.matrix.placing import told_of
from factcheck.stance.reading.badges import WEAKER

LOST_SHARE = 0.25
"""Share of the words that say something which may lack a partner where no reason covers them; of a few, none may.
Stricter than what blocks corroboration (`gaps.LOST_SHARE`): words met elsewhere in the passage lack none here."""
_FEW_WORDS = 3
_FEWEST_QUOTED = 2  # a quotation of one word is not compared as a quotation (`quoted`)


class Coverage(StrEnum):
    """What an origin says of a part of a claim."""

    COVERED = "covered"
    CONTRADICTED = "contradicted"
    SILENT = "silent"


def coverage_of(part: Part, parts: Sequence[Part], judgement: Judgement) -> tuple[Coverage, str]:
    """Return what a passage says of a part, and its reason in words; `parts`: all of the claim."""
    about = [one for one in judgement.reasons if part in told_of(one, parts)]
    against = next((one for one in about if one.polarity is Polarity.OPPOSES), None)
    if against is not None:
        return Coverage.CONTRADICTED, against.message
    another = next((one for one in about if _is_of_another_person(one)), None)
    if another is not None:
        return Coverage.SILENT, another.message
    agreeing = next((one for one in about if one.polarity is Polarity.SUPPORTS), None)
    others = _of_others(judgement) if part.facet in _COUNTED else ""
    if others:
        return Coverage.SILENT, others
    worded = judgement.stance is not Stance.UNRELATED and _is_worded(part, judgement)
    if (agreeing or worded) and not _is_lost(part, judgement):
        return Coverage.COVERED, agreeing.message if agreeing else ""
    return Coverage.SILENT, about[0].message if about else ""


def _is_of_another_person(reason: Reason) -> bool:
    """Whether a source tells of another than the claim's person: the driver, the deputy, one of the same surname."""
    placed = bool(reason.claim_spans and reason.passage_spans)
    return reason.comparator == "roles" and reason.polarity is Polarity.CONTEXT and reason.facet is Facet.WHO and placed


_COUNTED = frozenset([Facet.HOW_MANY, Facet.WHEN])


def _of_others(judgement: Judgement) -> str:
    """Return the reason why a passage tells of an event of others, if it does: their figures and days cover nothing."""
    apart = [one for one in judgement.reasons if one.comparator == "events" and one.facet is Facet.WHAT]
    named = [
        one
        for one in judgement.reasons
        if one.polarity is Polarity.CONTEXT and one.facet in (Facet.WHO, Facet.WHERE) and one.claim_spans
    ]
    if apart and named:
        return apart[0].message
    other = next((one for one in named if one.comparator == "names" and one.passage_spans), None)
    return other.message if other is not None and judgement.stance is Stance.RELATED else ""


def _is_lost(part: Part, judgement: Judgement) -> bool:
    """Whether no word of a part has a partner in the passage: whatever else agrees, that part is not told there."""
    if part.span is None or not judgement.missing:
        return False
    if part.kind is PartKind.SAYING:
        return len(lost_words(part, judgement)) == len(part.words.split())
    from factcheck.text.words import split_words  # see `parts`

    first, whole = part.span.start, split_words(part.span.text)
    telling = [word for word in whole if not word.is_stop] or whole
    return bool(telling) and all(
        any(one.start <= first + word.start < one.end for one in judgement.missing) for word in telling
    )


def _is_worded(part: Part, judgement: Judgement) -> bool:
    """Whether the words of a part tell, where no reason does, that the passage has it."""
    if part.span is None or part.kind in (PartKind.NUMBER, PartKind.DATE):
        return False
    if part.kind is PartKind.SAYING:
        return _is_said(part, judgement)
    from factcheck.text.words import split_words  # see `parts`

    words = [word for word in split_words(part.words) if not word.is_stop]
    if part.kind is PartKind.QUOTATION and len(words) >= _FEWEST_QUOTED:
        return False
    lost = [one for one in judgement.missing if touch(one, part.span)]
    if part.kind is PartKind.PERSON:
        words = words[-1:]  # a surname names them
    first = part.span.start
    return bool(words) and not any(one.start <= first + word.start < one.end for word in words for one in lost)


def _is_said(part: Part, judgement: Judgement) -> bool:
    """Whether a passage says what the claim says: it corroborates, or little of it is missing beside what agrees.

    Words alone are no saying: with no reason for anything the passage is silent. So it is where it lacks a deed.
    """
    if judgement.stance is Stance.CORROBORATES:
        return True
    agreed = any(one.polarity is Polarity.SUPPORTS for one in judgement.reasons)
    contradicted = judgement.stance is Stance.CONFLICTS
    differs = any(one.polarity is Polarity.CONTEXT and one.facet is Facet.WHAT for one in judgement.reasons)
    if not (agreed or contradicted) or differs or WEAKER in judgement.badges or part.span is None:
        return False
    if any(_is_deed_in(one, part.span) for one in judgement.missing):
        return False
    telling = part.words.split()
    lost = len(lost_words(part, judgement))
    return lost == 0 if len(telling) <= _FEW_WORDS else lost <= LOST_SHARE * len(telling)


def _is_deed_in(missing: Span, saying: Span) -> bool:
    """Whether a word that has no partner tells, within what the claim says, what was done: "and refused it"."""
    from factcheck.stance.reading.texts import is_deed  # the lexicon takes time to load; few claims come to this
    from factcheck.text.words import split_words

    return within(missing, saying) and any(map(is_deed, split_words(missing.text)))


def lost_words(part: Part, judgement: Judgement) -> list[str]:
    """Return the words of what a claim says that have no partner: alone, or within a figure or date named whole."""
    alone = {one.text for one in judgement.missing}
    wholes = [one for one in judgement.missing if part.span is not None and " " in one.text and touch(one, part.span)]
    if wholes and part.span is not None:
        from factcheck.text.words import split_words

        first = part.span.start
        words = split_words(part.span.text)
        alone |= {word.text for word in words for one in wholes if one.start <= first + word.start < one.end}
    return [word for word in part.words.split() if word in alone]


__all__ = ["Coverage", "coverage_of", "lost_words"]
