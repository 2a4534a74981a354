"""Claims at bounds that a person chose: where they split, join, move or add one.

What is inside the bounds (names, quantities, dates, quotations, items, kind, check-worthiness) is found anew; what is
not (claimant, medium, date, cue, appearances) is taken over from the claim that stood there. Nothing is stored here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from factcheck.claims.accounting import overlapping
from factcheck.claims.drafts import Draft, act_of, make_claim
from factcheck.claims.findings import Findings, find_all
from factcheck.claims.forms import covers, form_of
from factcheck.claims.page.unseen import SeenText, as_seen
from factcheck.claims.sources.numbered import find_notes
from factcheck.claims.wording import explained_in, self_contained
from factcheck.domain import Claim, Claimant, Form, Span
from factcheck.errors import InputError

Pair = tuple[int, int]

_CLOSING = re.compile(r"[,;:.!?…]*[”’\"'»›)\]]*[,;:.!?…]*")
_SAME = {
    **dict.fromkeys("'‘’‚‛´`", "['‘’‚‛´`]"),
    **dict.fromkeys('"“”„‟«»', '["“”„‟«»]'),
    **dict.fromkeys("-‐‑–—", "[-‐‑–—]"),
}


def claims_at(
    text: str, wanted: Iterable[tuple[Pair, Claim | None]], *, published: date | None = None
) -> tuple[Claim, ...]:
    """Make a claim at each of the bounds, with the claim whose speaker and date it takes over.

    `text[start:end] == verbatim` holds for each; the bounds are used as they are (`trimmed` drops outer white space).
    The ids are those of the text and bounds; a caller gives its own. Time is linear in the length of the text.
    """
    notes = find_notes(text)
    seen = as_seen(text, [(mark.start, mark.end) for mark in notes.marks]) if notes else None
    if seen is None:
        known = find_all(text, published)
        return tuple(_taken_over(_claim_at(known, span, like), like) for span, like in wanted)
    known = find_all(seen.text, published)
    return tuple(_taken_over(_seen_at(known, seen, span, like), like) for span, like in wanted)


def _seen_at(known: Findings, seen: SeenText, span: Pair, like: Claim | None) -> Claim:
    """Make a claim at bounds in a text with marks of notes, which are no words of it."""
    if like is not None:
        moved = [(one, seen.seen(one.start, one.end)) for one in like.quotations]
        like = replace(like, quotations=tuple(Span(*pair, one.text) for one, pair in moved))
    made = seen.claim(_claim_at(known, seen.seen(*span), like))
    before, behind = seen.itself[span[0] : made.start], seen.itself[made.end : span[1]]
    return replace(
        made,
        start=span[0],
        end=span[1],
        verbatim=seen.itself[slice(*span)],
        text=f"{before}{made.text}{behind}",
        marks=seen.marks_in(*span),
    )


def _claim_at(known: Findings, span: Pair, like: Claim | None) -> Claim:
    """Make the claim at bounds that a person chose; speaker, medium and date are those of `like`."""
    found = form_of(known, span)
    narrated = found is Form.INDIRECT and (like is None or like.form is Form.NONE)
    draft = Draft(span, Form.NONE if narrated else found, like.claimant if like else None)
    if like is not None:
        draft = replace(draft, medium=like.medium, said_on=like.said_on, act=act_of(like))
        inside = tuple((max(q.start, span[0]), min(q.end, span[1])) for q in like.quotations)
        inside = tuple((a, b) for a, b in inside if a < b)
        if covers(inside, span):  # a pull quote is one without marks
            draft = replace(draft, form=like.form, quotations=inside)
    return make_claim(known, draft)


def trimmed(text: str, start: int, end: int) -> Pair:
    """Return bounds without the white space at either end.

    Raises:
        InputError: they lie outside the text, or no word is left.
    """
    if not 0 <= start < end <= len(text):
        raise InputError(
            f"{start} to {end} are no bounds in this text",
            hint=f"offsets count characters from 0 to {len(text)}, the start before the end",
        )
    words = text[start:end]
    low, high = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
    if not any(character.isalnum() for character in text[low:high]):
        raise InputError(f"there is no word from {start} to {end}", hint="choose bounds around the words of a claim")
    return low, high


def split_bounds(text: str, claim: Claim, at: int) -> tuple[Pair, Pair]:
    """Return the bounds of the two parts of a claim that is split before the character at `at`.

    Raises:
        InputError: a part would have no word.
    """
    if not claim.start < at < claim.end:
        raise InputError(
            f"{at} is not inside the claim",
            hint=f"it stands from {claim.start} to {claim.end}: the second part begins between them",
        )
    return trimmed(text, claim.start, at), trimmed(text, at, claim.end)


def joined_bounds(claims: Sequence[Claim]) -> Pair:
    """Return the bounds from the first to the last of some claims, with all that stands between them."""
    return min(claim.start for claim in claims), max(claim.end for claim in claims)


def places_of(words: str, text: str, start: int = 0, end: int | None = None) -> tuple[Pair, ...]:
    """Return where `words` stand in `[start, end)` of a text.

    Any white space stands for any other, and so do the forms of quotation marks, apostrophes and dashes: what was
    copied from a terminal or typed is found. Capitals count.
    """
    parts = ["".join(_SAME.get(c, re.escape(c)) for c in word) for word in words.split()]
    if not parts:
        return ()
    pattern = re.compile(r"\s+".join(parts))
    found = pattern.finditer(text, start, len(text) if end is None else end)
    return tuple((match.start(), match.end()) for match in found)


def after(text: str, end: int, limit: int) -> int:
    """Return where a claim is parted after words that end at `end`: behind the marks that close them."""
    closing = _CLOSING.match(text, end, limit)
    return closing.end() if closing else end


def nearest(claims: Iterable[Claim], start: int, end: int) -> Claim | None:
    """Return the claim that shares most characters with `[start, end)`, the first of equals; None if none does."""
    found = overlapping(claims, start, end)
    return max(found, key=lambda claim: min(claim.end, end) - max(claim.start, start), default=None)


def wording(claim: Claim, claimant: Claimant | None) -> str:
    """Return the self-contained wording of a claim, were it asserted by `claimant`."""
    return self_contained(claim.verbatim, claim.start, claimant=claimant, names=explained_in(claim))


_INSIDE = (
    "id", "start", "end", "verbatim", "text", "form", "content", "quotations", "dates", "quantities", "names",
    "modality", "check_worthiness", "check_worthiness_reasons", "items", "marks",
)  # fmt: skip
"""What follows from the bounds. All other fields of a claim say where its words come from, and are taken over."""


def _taken_over(made: Claim, like: Claim | None) -> Claim:
    if like is None:
        return made
    findings = (f for f in like.findings if any(s.start < made.end and made.start < s.end for s in f.spans))
    return replace(like, findings=tuple(findings), **{name: getattr(made, name) for name in _INSIDE})


__all__ = [
    "after", "claims_at", "joined_bounds", "nearest", "places_of", "split_bounds", "trimmed", "wording",
]  # fmt: skip
