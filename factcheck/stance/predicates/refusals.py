"""Turned down: does one text have a deed that the other says was refused ("rejected a proposal to ban …")?

Levels: *opposed* (who is told to have refused it has done it, or decided it, in the claim); *the same* (the claim says
that it was not done); *nothing* (somebody else refused, or the claim only tells of the proposal). What was turned down
is never borne out: see `factcheck.stance.predicates.factuality`.
"""

from __future__ import annotations

import re

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.negations import negations_of
from factcheck.stance.reading.pair import Pair, Partner
from factcheck.stance.reading.texts import is_deed, is_light, is_name, words_between
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word, stem

STRENGTH = 0.7
LEAST_COVERAGE = 0.6
"""Share of the claim to be answered. Source: as for polarity."""
REJECTING = (
    r"(?:reject|rebuff)(?:s|ed|ing)?|veto(?:es|ed|ing)?|(?:turn|vot)(?:s|es?|ed|ing)? down|vot(?:es?|ed|ing) against"
)
DROPPING = (
    r"dismiss(?:es|ed|ing)?|refus(?:es?|ed|ing)|(?:block|defeat)(?:s|ed|ing)?|dropp?(?:s|ed|ing)?"
    r"|abandon(?:s|ed|ing)?|(?:shelv|scrapp?)(?:es?|s|ed|ing)?|(?:threw|thrown?|throws) out|brush(?:es|ed|ing)? aside"
    r"|lehn(?:t|te|ten)"
)
PROPOSED = (
    r"(?: (?!to\b|that\b)[\w’'-]+){0,3}? "
    r"(?:(?:proposal|plan|bid|motion|bill|measure|call|attempt|idea|move|request|demand|offer|application|petition"
    r"|amendment|suggestion|effort)s?|Antrag|Anträge|Vorschlag|Vorschläge|Pläne?)"
    r"(?:(?: ab)?,(?= [^,.]{1,80} zu [a-zäöüß]+en\b)|(?= (?:to|for|of|on|that)\b))"
)
"""What was turned down, up to where it says what was proposed."""
REFUSED = re.compile(rf"\b(?:(?:{REJECTING}|{DROPPING}){PROPOSED}|(?:{REJECTING})(?= [a-z]))", re.IGNORECASE)
_PROPOSAL = r"(?:bill|motion|measure|proposal|plan|bid|attempt|effort|move|amendment|resolution|petition|initiative)s?"
FAILED = re.compile(
    rf"\b(?P<what>{_PROPOSAL} to)(?= [a-z])[^.;:!?]{{3,120}}? "
    r"(?:fail(?:s|ed)?(?! to\b)|fell short|fell through|collapsed|died"
    r"|(?:was|were|is|has been|have been) (?:[a-z]+ly )?"
    r"(?:defeated|rejected|voted down|blocked|vetoed|turned down|thrown out|withdrawn|abandoned|dropped|shelved))\b"
    r"|\b(?P<was>(?:Antrag|Anträge|Vorschlag|Gesetzentwurf|Versuch|Vorstoß|Volksbegehren|Initiative|Plan),"
    r"(?= [^,.;!?]{3,120}? zu [a-zäöüß]+n,))[^.;!?]{3,140}?, "
    r"(?:scheiterten?|fiel(?:en)? durch|(?:ist|sind) gescheitert"
    r"|wurden? [^,.;!?]{0,40}?(?:abgelehnt|zurückgewiesen|verworfen))\b"
)
"""A proposal, with what came of it: "a bill to approve … failed"."""
_TELLS = re.compile(
    r"fail|fell|collaps|died|withdrawn|scheiter|fiel(?:en)? durch|verworfen|zurückgew|abgelehnt"
    r"|reject|rebuff|defeat|veto| down|against|dismiss|refus|block|drop|abandon|shelv|scrap| out|aside|lehn"
)
_ADOPTING = frozenset(
    stem(word)
    for word in ("introduce", "impose", "enact", "adopt", "approve", "pass", "back", "bring", "launch", "get")
)
_DETERMINERS = frozenset(["a", "an", "the", "any", "all", "its", "his", "her", "their", "this", "that", "new"])
_PROPOSING = re.compile(
    r"\b(?:propos|plan|consider|debat|discuss|call(?:s|ed)? for|demand|want|(?:bid|motion|if|whether|could|may)\b)",
    re.IGNORECASE,
)


def heed_refusals(pair: Pair, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons of polarity, with what the passage says was turned down in place of what they say of it."""
    if pair.coverage < LEAST_COVERAGE or _TELLS.search(pair.passage.text, pair.start, pair.end) is None:
        return reasons
    if REFUSED.search(pair.claim.text) or _PROPOSING.search(pair.claim.text):
        return reasons
    for match in REFUSED.finditer(pair.passage.text, pair.start, pair.end):
        _, end = sentence_at(pair.passage.sentences, match.start()) or (0, len(pair.passage.text))
        if tells_refusal(pair, match.start()):
            return reasons  # the claim tells of the refusal, too
        partner = _refused(pair, match.end(), end)
        if partner is not None and _by_the_same(pair, match, partner):
            denied = partner.claim.start in negations_of(pair.claim.text)
            if not denied and any(one.polarity is Polarity.OPPOSES for one in reasons):
                return reasons  # "approves" is the opposite of "rejects"
            place = Span(partner.claim.start, partner.claim.end, partner.claim.text)
            rest = [one for one in reasons if not any(_meet(span, place) for span in one.claim_spans)]
            rest = [one for one in rest if one.polarity is not Polarity.OPPOSES]
            return [*rest, _reason(pair, match, partner)]
    return _heed_failures(pair, reasons)


def _heed_failures(pair: Pair, reasons: list[Reason]) -> list[Reason]:
    """Return the reasons, with what the claim says was decided and the passage says failed: "a bill to … failed"."""
    for match in FAILED.finditer(pair.passage.text, pair.start, pair.end):
        behind = match.end(match.lastgroup or 0)
        partner = _refused(pair, behind, match.end(), last=match.lastgroup == "was")
        told = partner is not None and _has_subject(pair, partner.claim)
        if partner is not None and told and not any(one.comparator == "polarity" for one in reasons):
            return [*reasons, _reason(pair, match, partner)]
    return reasons


def tells_refusal(pair: Pair, at: int) -> bool:
    """Whether the claim has the word of refusal that stands there in the passage; to vote alone is none."""
    return any(one.passage.start == at and one.kind == "same" and one.claim.stem != _VOTE for one in pair.partners)


_VOTE = stem("vote")


def _refused(pair: Pair, start: int, end: int, *, last: bool = False) -> Partner | None:
    """Return what was turned down, where the claim says that it was done or decided, or not done.

    `start`: where what was proposed begins; `last`: its verb stands at the end, before `end`.
    """
    behind = [word for word in words_between(pair.passage.content, start, end) if word.folded not in _DETERMINERS]
    answered = {one.passage.start for one in pair.partners}
    behind = [word for word in reversed(behind) if word.start in answered] if last else behind
    head = next(iter(behind), None)
    partner = next((one for one in pair.partners if head is not None and one.passage.start == head.start), None)
    if partner is None or partner.kind == "opposite" or is_name(partner.claim):
        return None
    return partner if _is_done(pair, partner.claim) else None


def _is_done(pair: Pair, word: Word) -> bool:
    """Whether a word of the claim is a verb ("bans", "voted to ban"), or what was brought in ("introduced a tax")."""
    words = pair.claim.words
    at = next((place for place, one in enumerate(words) if one.start == word.start), 0)
    if at and is_deed(word) and not (is_deed(words[at - 1]) or words[at - 1].folded in _DETERMINERS):
        return True
    before = [one for one in words[:at] if one.folded not in _DETERMINERS]
    if not before:
        return False
    told = len(before) < at  # an article stands before it
    if told or (before[-1].stem in _ADOPTING):
        return before[-1].stem in _ADOPTING
    if is_deed(before[-1]) or (len(before) > 1 and before[-1].folded[-1:] == word.folded[-1:] == "s"):
        return False  # "criticised bans" tells of bans
    following = words[at + 1].folded if at + 1 < len(words) else ""
    return following not in ("on", "of", "is", "was", "are", "were")


def _by_the_same(pair: Pair, match: re.Match[str], refused: Partner) -> bool:
    """Whether who refused it is of whom the claim tells it."""
    start, _ = sentence_at(pair.passage.sentences, match.start()) or (0, 0)
    return any(
        start <= one.passage.start < match.start() and one.claim.start < refused.claim.start and not is_light(one.claim)
        for one in pair.partners
    )


def _has_subject(pair: Pair, verb: Word) -> bool:
    """Whether all that the claim has before its verb is answered: who is told to have decided it."""
    answered = {one.claim.start for one in pair.partners}
    return all(word.start in answered for word in pair.claim.content if word.start < verb.start)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _reason(pair: Pair, match: re.Match[str], partner: Partner) -> Reason:
    denied = partner.claim.start in negations_of(pair.claim.text)
    told = Span.cut(pair.passage.text, match.start(), partner.passage.end)
    said = (
        f"the claim says that it was not so (“{partner.claim.text}”)"
        if denied
        else f"the claim says “{partner.claim.text}”"
    )
    return Reason(
        comparator="polarity",
        facet=Facet.WHAT,
        polarity=Polarity.SUPPORTS if denied else Polarity.OPPOSES,
        strength=STRENGTH,
        message=f"{said}; the source says “{told.text}”",
        claim_spans=(Span(partner.claim.start, partner.claim.end, partner.claim.text),),
        passage_spans=(told,),
    )
