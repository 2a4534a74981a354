"""What a source says of itself, heeded once a passage of it is judged: retracted, corrected, or ruled on by it.

Levels: *retracted* (it bears nothing out, and speaks against nothing); *corrected* (see `corrections`); *ruled on* (the
document rules on the claim, and the passage tells it: its ruling decides); *quoted by what rates it wrong* (the passage
bears the claim out by somebody's words, and the document gives a rating other than true: it is only related).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain import Facet, Judgement, Polarity, Reason, Span, Stance
from factcheck.stance.corrections import Judge, concerns, corrected, notice_in, only_related
from factcheck.stance.reading.badges import RETRACTED
from factcheck.stance.reading.pair import WHOLLY, Pair, align, answered_in, least_bound
from factcheck.stance.reading.texts import read
from factcheck.stance.rulings.rulings import RATED_STRENGTH, rating_reason
from factcheck.stance.scoring import certain
from factcheck.text.own_word import parts_of
from factcheck.text.retractions import is_correction, is_retracted, retraction_in, shortened, tells_of_change
from factcheck.text.rulings import rating_in

LEAST_TOLD = 0.6
LEAST_RULED = 0.5
"""Share of the claim that the part of a page that rules must answer. Source: PolitiFact tune, 2026-12: it does on 80 of
100 pages, and for 16 in 100 of what else they tell."""
_SOMEBODY = re.compile(
    r"[“\"«„]|\b(?:sa(?:ys|id|ying)|claim(?:s|ed|ing)?|wrote|tweeted|posted|stated|according to|shared)\b",
    re.IGNORECASE,
)
"""What a passage gives as somebody's words."""


def heeded(found: Judgement, claim: str, passage: str, *, heading: str, own_word: str, judge: Judge) -> Judgement:
    """Return the judgement of a passage as it is once what its source says of itself is heeded.

    `own_word`: that, where it stands elsewhere in the document (`text.own_word`); `judge`: judges the claim by it.
    """
    parts = parts_of(own_word)
    tells = tells_of_change(passage)
    if is_retracted(heading) or tells or parts:
        retracted = _retraction(passage if tells else "", heading, parts)
        if retracted is not None:
            return replace(only_related(found, retracted), badges=(*found.badges, RETRACTED))
    if any(map(_is_rating, found.reasons)):
        return found
    if tells and (notice := notice_in(passage)) is not None:
        return corrected(found, claim, notice, judge, inside=True)
    for part in parts:
        if is_correction(part) and not concerns(claim, passage):
            continue
        if is_correction(part):
            found = corrected(found, claim, Span(0, len(part), part), judge, inside=False)
        else:
            found = _ruled(found, claim, passage, part, judge)
    return found


def _retraction(passage: str, heading: str, parts: Sequence[str]) -> Reason | None:
    """Return the reason that the source was retracted, by its title, the passage, or what stands elsewhere in it."""
    sentences = [(start, passage[start:end]) for start, end in read(passage).sentences] if passage else []
    inside = next(((start, said) for start, said in sentences if retraction_in("", (said,))), None)
    notice = (heading if is_retracted(heading) else "") or (inside[1] if inside else retraction_in("", parts))
    if not notice:
        return None
    return Reason(
        comparator="rulings",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=RATED_STRENGTH,
        message=f"the source was retracted: “{shortened(notice)}”",
        passage_spans=(Span(inside[0], inside[0] + len(inside[1]), inside[1]),)
        if inside and notice == inside[1]
        else (),
    )


def _ruled(found: Judgement, claim: str, passage: str, ruling: str, judge: Judge) -> Judgement:
    """Return the judgement of a passage of a page that rules on the claim, or on what the passage gives as said."""
    rating = None if rating_in(claim) else rating_in(ruling)  # that somebody rated it is what the claim tells
    if rating is None or not (found.stance is Stance.CORROBORATES or _tells(align(claim, passage), LEAST_TOLD)):
        return found
    if _tells(align(claim, ruling), LEAST_RULED):
        rated = next(filter(_is_rating, judge(ruling).reasons), None)  # of the claim, or of its opposite
        return _decided(found, _elsewhere(rated)) if rated is not None else found
    reason = rating_reason(rating, turned=False)
    if reason.polarity is Polarity.SUPPORTS or found.stance is not Stance.CORROBORATES or not _SOMEBODY.search(passage):
        return found
    return only_related(found, replace(_elsewhere(reason), polarity=Polarity.CONTEXT))


def _elsewhere(rated: Reason) -> Reason:
    return replace(rated, message=f"{rated.message}, elsewhere on its page", claim_spans=(), passage_spans=())


def _tells(pair: Pair, least: float) -> bool:
    """Whether a text says so much of the claim: of few words all of them; names alone are not enough."""
    return pair.coverage >= WHOLLY or answered_in(pair, pair.start, pair.end) >= least_bound(pair, least)


def _decided(found: Judgement, reason: Reason) -> Judgement:
    """Return a judgement as a ruling decides it: what speaks against it leaves the matter open."""
    if reason.polarity is Polarity.CONTEXT:
        return only_related(found, reason) if found.stance is Stance.CORROBORATES else found
    wanted, other = (
        (Stance.CONFLICTS, None) if reason.polarity is Polarity.OPPOSES else (Stance.CORROBORATES, Stance.CONFLICTS)
    )
    if found.stance is other:
        return only_related(found, reason)
    scores = certain(wanted, RATED_STRENGTH)
    return replace(found, stance=wanted, scores=scores, confidence=scores[wanted], reasons=(reason, *found.reasons))


def _is_rating(reason: Reason) -> bool:
    return reason.comparator == "rulings" and reason.strength >= RATED_STRENGTH
