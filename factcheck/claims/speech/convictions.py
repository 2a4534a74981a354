"""Read what somebody is convinced, confident or afraid of, told by an adjective: "Ross is convinced that it works"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.sentence import cues
from factcheck.claims.sentence.clauses import in_main_clause, is_own_voice
from factcheck.claims.sentence.complements import Complement, complement
from factcheck.claims.sentence.grammar import is_adverb
from factcheck.claims.sentence.speaking_nouns import can_speak
from factcheck.claims.sentence.subjects import subject_before
from factcheck.claims.speech.scan import Attribution, Scan, asserts, content_span
from factcheck.claims.speech.unsaid import is_unsaid
from factcheck.claims.speech.voices import other_voice

_IS = frozenset(["is", "are", "was", "were", "remains", "remain", "remained", "seems", "seemed"])
_NOBODY = frozenset(["it", "that", "this", "what", "there", "which"])
CONFIDENCE = 0.65


def convictions(scan: Scan) -> Iterator[Attribution]:
    """Read "X is convinced (that) …": what follows is what X holds."""
    tokens = scan.tokens
    if cues.CONVICTIONS.isdisjoint(scan.words):
        return
    for index in range(2, len(tokens) - 2):
        if tokens[index].lower not in cues.CONVICTIONS or tokens[index].start < scan.taken:
            continue
        be = index - 1
        while be > 0 and is_adverb(tokens[be]):
            be -= 1
        subject = subject_before(tokens, be) if tokens[be].lower in _IS else None
        if subject is None or tokens[subject[1] - 1].lower in _NOBODY or not can_speak(tokens, subject):
            continue
        kind, begin = complement(tokens, index, telling=False)
        denied = any(t.lower in ("not", "never", "hardly") for t in tokens[be:index])
        if denied or kind not in (Complement.THAT, Complement.CLAUSE) or begin > index + 2 or is_unsaid(tokens, be):
            continue
        if is_own_voice(tokens, subject) or not in_main_clause(tokens, subject):
            continue
        voice = other_voice(tokens, begin)
        end = tokens[voice[0]].start if voice else len(scan.sentence.text)
        words = [t for t in tokens[begin:] if t.end <= end]
        content = content_span(scan.sentence, tokens[begin].start, end) if asserts(words) else None
        if content is not None:
            yield Attribution(content, scan.span((be, index + 1)), scan.span(subject), "preposed", CONFIDENCE)
            return


__all__ = ["convictions"]
