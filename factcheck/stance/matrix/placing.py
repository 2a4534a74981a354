"""Of which parts of a claim a reason tells, and the parts that a claim has only because a reason compared them.

A reason tells of a part of its own facet, at its place; where the claim has none there, of what else stands there. What
opposes always has a part of its own facet: on no facet on which a source differs may it be shown as silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.domain import Claim, Facet, Judgement, Polarity, Reason, Span
from factcheck.stance.matrix.parts import (
    KIND_OF,
    MARKS,
    Part,
    PartKind,
    in_order,
    longest,
    marked_parts,
    saying_of,
    touch,
    within,
)

_SPEAKING = frozenset(["speakers", "said on"])
"""Comparators on who says it and when, which seldom stands in the claim's own words."""
_NAMED = frozenset([Facet.WHO, Facet.WHERE])
"""Facets of names: which of the two a name is of, a source may tell better than the claim."""


def told_of(reason: Reason, parts: Sequence[Part]) -> list[Part]:
    """Return the parts that a reason tells of: of its facet at its place, else what stands there."""
    own = [part for part in parts if part.facet is reason.facet]
    if reason.facet is Facet.WHAT:
        return own
    outside = [part for part in own if part.span is None]
    speaks = reason.comparator in _SPEAKING
    if not reason.claim_spans:
        return _told_without_place(reason, own)
    if speaks and outside:
        return outside
    there = [part for part in parts if part.facet is not Facet.WHAT and _touches(reason, part)]
    if reason.facet is Facet.QUOTED_WORDS:
        return [part for part in there if part.kind is PartKind.QUOTATION or _has_word_for_word(reason, part)]
    there = [part for part in there if part.kind is not PartKind.QUOTATION]
    return [part for part in there if part.facet is reason.facet] or there


def _told_without_place(reason: Reason, own: Sequence[Part]) -> list[Part]:
    """Return the parts of its facet that a reason tells of which points at no words: what stands outside of them."""
    outside = [part for part in own if part.span is None]
    if reason.comparator in _SPEAKING or (outside and reason.polarity is not Polarity.CONTEXT):
        return outside
    return list(own) if reason.polarity is Polarity.OPPOSES else []


def _touches(reason: Reason, part: Part) -> bool:
    return part.span is not None and any(touch(span, part.span) for span in reason.claim_spans)


def _has_word_for_word(reason: Reason, part: Part) -> bool:
    """Whether a quotation that stands in a source has a part within it."""
    exact = reason.polarity is Polarity.SUPPORTS and part.span is not None
    return exact and any(part.span is not None and within(part.span, span) for span in reason.claim_spans)


def parts_of(claim: Claim, judgements: Iterable[Judgement] = ()) -> tuple[Part, ...]:
    """Return the parts of a claim, facet by facet in the order of the text.

    `judgements`: what their reasons compared that extraction did not mark ("decades", a people) is a part, too.
    """
    telling = [one for made in judgements for one in made.reasons if one.polarity is not Polarity.CONTEXT]
    parts = _with_compared(claim, marked_parts(claim), [one for one in telling if one.facet is not Facet.WHAT])
    saying = saying_of(claim, parts)
    if saying is None and any(one.facet is Facet.WHAT and one.polarity is Polarity.OPPOSES for one in telling):
        saying = _whole(claim)
    return in_order([*parts, saying] if saying else parts)


def _whole(claim: Claim) -> Part:
    whole = Span.cut(claim.verbatim, 0, len(claim.verbatim))
    return Part(facet=Facet.WHAT, kind=PartKind.SAYING, words=claim.verbatim.strip(), span=whole)


def _with_compared(claim: Claim, known: Sequence[Part], telling: Sequence[Reason]) -> list[Part]:
    """Return the parts of a claim with what reasons compared and nothing marked, each once, the longest first."""
    parts = list(known)
    for reason in sorted(telling, key=lambda one: -max((len(span.text) for span in one.claim_spans), default=0)):
        told = told_of(reason, parts)
        if any(part.facet is reason.facet for part in told) and not _is_of_claimants(claim, reason, told):
            continue
        if reason.polarity is Polarity.OPPOSES or _is_of_claimants(claim, reason, told):
            parts = _with_own(claim, parts, told, reason, telling)
        elif not told and reason.claim_spans and reason.facet is not Facet.QUOTED_WORDS:
            parts += longest(_made(claim, reason))
    return parts


def _is_of_claimants(claim: Claim, reason: Reason, told: Sequence[Part]) -> bool:
    """Whether a reason is about how many say it ("62 per cent of residents"), and no part is of that figure yet."""
    counted = claim.claimant is not None and any(map(str.isdigit, claim.claimant.name))
    return counted and reason.facet is Facet.HOW_MANY and not reason.claim_spans and all(one.span for one in told)


def _with_own(
    claim: Claim, parts: Sequence[Part], told: Sequence[Part], reason: Reason, telling: Sequence[Reason]
) -> list[Part]:
    """Return the parts with one of the facet that a source differs on: a name as it takes it, else one of its own."""
    taken = [part for part in told if _is_same_name(part, reason) and not _is_opposed(part, telling)]
    if taken:
        facet, kind = reason.facet, KIND_OF[reason.facet]
        return [replace(part, facet=facet, kind=kind) if part in taken else part for part in parts]
    return [*parts, *longest(_made(claim, reason))]


def _is_same_name(part: Part, reason: Reason) -> bool:
    return {part.facet, reason.facet} <= _NAMED and any(
        part.span is not None and (within(part.span, span) or within(span, part.span)) for span in reason.claim_spans
    )


def _is_opposed(part: Part, telling: Iterable[Reason]) -> bool:
    """Whether a source differs on a part as what it is."""
    return any(one.polarity is Polarity.OPPOSES and one.facet is part.facet and _touches(one, part) for one in telling)


def _made(claim: Claim, reason: Reason) -> list[Part]:
    """Return the parts that a reason compares: at its places, or outside of the claim's words."""
    facet, kind = reason.facet, KIND_OF[reason.facet]
    if reason.claim_spans:
        spans = dict.fromkeys(reason.claim_spans)
        return [Part(facet=facet, kind=kind, words=span.text.strip(MARKS) or span.text, span=span) for span in spans]
    words = claim.claimant.name if claim.claimant else claim.medium
    if facet is Facet.WHO:
        kind = PartKind.CLAIMANT
    elif facet is Facet.WHEN:
        words, kind = claim.said_on.iso if claim.said_on else "", PartKind.SAID_ON
    elif not _is_of_claimants(claim, reason, ()):
        words = ""
    return [Part(facet=facet, kind=kind, words=words or claim.verbatim.strip())]


__all__ = ["parts_of", "told_of"]
