"""Judge texts as their readers see them: a soft hyphen or a blank without width hides no "not" and no name.

The mark of a note, the number of a list and the codes that colour a terminal are no numbers. Every span of what was
found is moved back into the texts themselves.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims.page.unseen import SeenText, as_seen
from factcheck.domain import Claim, Judgement, Span
from factcheck.stance.unsaid import together, unsaid


def seen_claim(claim: str | Claim) -> tuple[str | Claim, SeenText | None]:
    """Return a claim as its readers see it, and what moves spans back; None where it is seen as it is."""
    words = claim if isinstance(claim, str) else claim.verbatim
    called = [] if isinstance(claim, str) else [(m.start - claim.start, m.end - claim.start) for m in claim.marks]
    shown = as_seen(words, together([*called, *unsaid(words)]))
    if shown is None or isinstance(claim, str):
        return (shown.text if shown else claim), shown
    quotations = tuple(_within(shown, one, claim.start) for one in claim.quotations)
    end = claim.start + len(shown.text)
    return replace(claim, verbatim=shown.text, end=end, quotations=quotations, marks=()), shown


def seen_passage(passage: str) -> tuple[str, SeenText | None]:
    """Return the same of a passage."""
    shown = as_seen(passage, unsaid(passage))
    return (shown.text if shown else passage), shown


def in_themselves(found: Judgement, claim: SeenText | None, passage: SeenText | None) -> Judgement:
    """Return what was found in texts as they are seen as what stands in the texts themselves."""
    if claim is not None:
        reasons = tuple(replace(one, claim_spans=claim.moved(one.claim_spans)) for one in found.reasons)
        found = replace(found, reasons=reasons, missing=claim.moved(found.missing))
    if passage is not None:
        reasons = tuple(replace(one, passage_spans=passage.moved(one.passage_spans)) for one in found.reasons)
        about = passage.moved(found.about)
        found = replace(found, reasons=reasons, aligned=passage.moved(found.aligned), about=about)
    return found


def _within(shown: SeenText, quotation: Span, start: int) -> Span:
    low, high = shown.seen(quotation.start - start, quotation.end - start)
    return Span(start + low, start + high, shown.text[low:high])
