"""Give a sentence that names nobody to the last speaker: mostly a quotation, or in the German mood of reports."""

from __future__ import annotations

from dataclasses import replace

from factcheck.claims.continued import CONFIDENCE, CONTINUATION
from factcheck.claims.drafts import Draft
from factcheck.claims.forms import form_of
from factcheck.claims.occasions import Occasions
from factcheck.claims.sentence import cues
from factcheck.claims.sentence.grammar import tokenize
from factcheck.claims.sentence.masking import MASK, Masked
from factcheck.claims.speakers import CONTINUES, Speakers
from factcheck.claims.speech.german import words as german_words
from factcheck.claims.speech.german.mood import another_speaks, is_reported_mood
from factcheck.claims.speech.german.unsaid import is_unsaid as is_unsaid_in_german
from factcheck.claims.speech.remainders import tells_besides
from factcheck.claims.speech.unsaid import tells_unsaid
from factcheck.domain import Form

Pair = tuple[int, int]

MOSTLY = 0.5  # share of a sentence that must be quoted for it to continue a quotation
REPORTED_MOOD = "reported-mood"
_SIGNED = frozenset(["signed", "caption"])


def continued(speakers: Speakers, occasions: Occasions, span: Pair, masked: Masked) -> Draft | None:
    """Read a sentence that is mostly a quotation without any speaker as the last speaker's."""
    quoted = [q for q in masked.quotations if masked.text[q[0] - span[0]] == MASK]
    share = sum(b - a for a, b in quoted) / max(1, span[1] - span[0])
    tokens = tokenize(masked.text)
    if not quoted or share < MOSTLY or tells_besides(masked) or tells_unsaid(tokens):
        return None
    told = any(t.lower in cues.SAYING and not t.quotation for t in tokens)
    last = None if told else speakers.within(CONTINUES)
    if last is not None and last.rule in _SIGNED:
        last = None  # the next quotation has a signature of its own
    claimant = replace(last, mention=None, rule=CONTINUATION, confidence=CONFIDENCE) if last else None
    content = (quoted[0][0], quoted[-1][1])
    return Draft(
        content, form_of(speakers.known, content), claimant, said_on=occasions.said_on(claimant, None, content)
    )


def in_reported_mood(speakers: Speakers, occasions: Occasions, span: Pair, masked: Masked) -> Draft | None:
    """Read a German sentence in the subjunctive of reports as the words of who spoke in the sentence before."""
    last = speakers.within(0)
    apart = "\n" in speakers.known.text[max(0, span[0] - 2) : span[0]]
    if last is None or not is_reported_mood(masked.text, apart=apart):
        return None
    tokens = tokenize(masked.text)
    if another_speaks(tokens):
        return None
    if any(t.lower in german_words.SAYING and is_unsaid_in_german(tokens, k) for k, t in enumerate(tokens)):
        return None
    claimant = replace(last, mention=None, rule=REPORTED_MOOD, confidence=0.7)
    return Draft(span, Form.INDIRECT, claimant, said_on=occasions.said_on(claimant, None, span))


__all__ = ["REPORTED_MOOD", "continued", "in_reported_mood"]
