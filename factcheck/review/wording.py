"""Proposed wording: the fold of its events, and what each of its steps asks for.

The words that stand now are the claim's own, from its start to its end. White space and typographic quotation marks do
not count as another wording. A new proposal takes the place of the one before; what was decided of that is in the log.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.domain import ERASED, Claim, ClaimState, Event, Wording, WordingState
from factcheck.errors import GuardError
from factcheck.review import staging
from factcheck.review.kinds import Kind
from factcheck.text.quotations import find_quotations

_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_ENDS = tuple(".!?\u2026")
"""What ends a sentence, within the words of a claim or behind them; people type it or leave it out."""


def worded(state: ClaimState, event: Event) -> ClaimState:
    """Fold a proposal, its being taken back, or what was decided of it."""
    state = replace(state, stage=staging.looked_at(state.stage))
    body = event.body
    before, text = body["before"], body["wording"]
    made = Wording(before=before, text=text, state=WordingState.OPEN, user=event.user, at=event.at)
    if event.kind == Kind.WORDED:
        return replace(state, wording=made if text else None)
    known = state.wording
    proposed = known if known and (known.before, known.text) == (before, text) else made
    decided = WordingState(body["outcome"])
    told = {"reason": body["reason"], "settled_by": event.user, "settled_at": event.at}
    return replace(state, wording=replace(proposed, state=decided, **told))


def with_applied(state: ClaimState, claim: Claim, sentence: str) -> ClaimState:
    """Say whether the text has a wording that was accepted."""
    known = state.wording
    if known is None or known.state is not WordingState.ACCEPTED:
        return state
    there = holds(sentence, known.text) and not holds(sentence, known.before)
    return replace(state, wording=replace(known, applied=there or same_words(claim.verbatim, known.text)))


def holds(sentence: str, words: str) -> bool:
    """Tell whether words stand in a sentence, however that ends."""
    return staging.says(sentence, words.rstrip(f" {''.join(_ENDS)}") or words)


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts are one, but for white space and typographic quotation marks."""
    from factcheck.review.aligning import form_of  # 3 ms, which no list of claims needs

    return one == other or form_of(one).text == form_of(other).text


def fitted(text: str, claim: Claim, behind: str) -> str:
    """Return a wording as it is kept: on one line, with the end of the sentence exactly where the claim has it.

    `behind`: the character that follows the claim.
    """
    one = _BREAKS.sub(" ", text).strip()
    end = claim.verbatim[-1:]
    if end in _ENDS and one[-1:].isalnum():
        return one + end
    return one[:-1].rstrip() if one.endswith(_ENDS) and end not in _ENDS and one[-1] == behind else one


def fitted_hedge(wording: str, claim: Claim, sentence: str) -> str:
    """Return the wording of a hedge as it is kept: one that the sentence has within it ends as the claim does.

    Words that are only left out at the end would count as being in the text already. Within a sentence that goes on
    behind the claim nothing tells such a hedge from what stands there.
    """
    kept, end = wording.strip(), sentence.rstrip()[-1:]
    bare = "".join(_ENDS)
    ends_it = sentence.rstrip().rstrip(bare).endswith(claim.verbatim.rstrip(bare))
    within = kept[-1:].isalnum() and staging.says(sentence, kept)
    return kept + end if within and ends_it and end in _ENDS else kept


def check_proposal(state: ClaimState, claim: Claim, text: str) -> None:
    """Refuse a wording of no words, or with those that stand there already.

    Raises:
        GuardError: says which.
    """
    subject = f"claim {claim.id}"
    if not text:
        hint = f"to take the words out of the text: `factcheck claim wording {claim.id} cut`"
        raise GuardError("a wording has words", hint=hint, subject=subject)
    if same_words(text, claim.verbatim):
        raise GuardError("that is what stands there already", hint="say how it is to read", subject=subject)
    known = state.wording
    if known and known.state is WordingState.OPEN and (known.before, known.text) == (claim.verbatim, text):
        raise GuardError(f"is proposed already, by {known.user}", subject=subject)


def check_settled(state: ClaimState, claim: Claim, outcome: WordingState, reason: str) -> None:
    """Refuse to decide what is decided so already, what nobody proposed, or to let words stand for no reason.

    Raises:
        GuardError: says which.
    """
    known, subject = state.wording, f"claim {claim.id}"
    if outcome is not WordingState.CUT and (known is None or not known.text):
        hint = f"`factcheck claim wording {claim.id} propose TEXT`"
        raise GuardError("no other wording is proposed", hint=hint, subject=subject)
    if known and known.state is outcome:
        raise GuardError(f"its wording is {outcome} already, by {known.settled_by}", subject=subject)
    if outcome is WordingState.STET and known and known.applied:
        hint = f"`factcheck claim wording {claim.id} propose TEXT` proposes the old ones again"
        raise GuardError("the text has the accepted words now", hint=hint, subject=subject)
    if outcome is WordingState.STET and not reason.strip():
        raise GuardError("to let the words stand takes a reason", hint="--reason TEXT", subject=subject)
    if outcome is WordingState.ACCEPTED and known and known.text == ERASED:
        hint = f"`factcheck claim wording {claim.id} propose TEXT`"
        raise GuardError("the wording that was proposed was erased", hint=hint, subject=subject)
    if outcome is WordingState.ACCEPTED and known and not fits(known, claim):
        hint = f"`factcheck claim wording {claim.id} propose TEXT`, or let the words stand"
        raise GuardError("was proposed for other words than stand there now", hint=hint, subject=subject)


def fits(known: Wording, claim: Claim) -> bool:
    """Tell whether a wording is about the words of a claim that stand now: they are those before it, or its own."""
    return any(same_words(claim.verbatim, one) for one in (known.before, known.text))


def misquoting(claim: Claim, text: str) -> tuple[str, ...]:
    """Say of each direct quotation in a claim whose words a wording changes, that it does: a warning, no refusal.

    A part of the quotation, quoted again, changes none of its words. Of one that begins or ends outside the claim, the
    words within the claim count.
    """
    said = [_bare(one.text[max(0, claim.start - one.start) : claim.end - one.start]) for one in claim.quotations]
    quoted = [_bare(one.text) for one in find_quotations(text)]
    kept = quoted and all(any(staging.says(words, part) for words in said) for part in quoted)
    changed = [words for words in said if words and not kept and not staging.says(text, words)]
    return tuple(f"the wording changes words that are quoted: “{words}”" for words in changed)


def standing_misquotes(state: ClaimState, claim: Claim) -> tuple[str, ...]:
    """Return what `misquoting` says of the wording that may still come into the text; nothing where none may."""
    known = state.wording
    waits = known and not known.applied and known.state in {WordingState.OPEN, WordingState.ACCEPTED}
    return misquoting(claim, known.text) if known and waits and same_words(known.before, claim.verbatim) else ()


def _bare(quotation: str) -> str:
    """Return the words of a quotation without its marks and what stands beside them."""
    return quotation.strip(_BESIDE)


_BESIDE = " \t\n\"'“”„‟‘’‚‛«»‹›,.;:!?\u2026"


def rewording(state: ClaimState) -> str:
    """Say how the wording differs from the one that was signed; "" if it does not, or nothing is signed."""
    if state.sign_off is None or _bound(state.wording) == _bound(state.sign_off.wording):
        return ""
    then, now = state.sign_off.wording, state.wording
    if then and now and (then.before, then.text) == (now.before, now.text):
        return f"its wording was {then.state} and is {now.state}"
    return "another wording is proposed" if now else "the proposed wording was taken back"


def _bound(wording: Wording | None) -> tuple[str, ...]:
    return wording.bound if wording else ()
