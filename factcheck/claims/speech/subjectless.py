"""Find what a claim is about that begins with its verb, because its subject stands elsewhere in the sentence.

"Testing, which Lee said is the key", "a rule that he insists is needed", "The fund lost money, Lee said, and was
closed": the subject is the phrase before the relative clause, or that of the clause before. A bracket adds it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.clauses import is_finite_or_past
from factcheck.claims.sentence.grammar import Token, is_finite, tokenize
from factcheck.claims.sentence.masking import Masked
from factcheck.claims.sentence.phrases import noun_phrase_before
from factcheck.claims.speech.remainders import is_adjunct
from factcheck.claims.speech.scan import Attribution

Pair = tuple[int, int]

SUBJECT_TOKENS = 12  # a longer subject makes no wording that can be read

_RELATIVES = frozenset(["which", "who", "that"])


def missing_subject(sentence: Masked, content: Pair, found: Sequence[Attribution]) -> Pair | None:
    """Return the span of what `content`, a claim of `sentence`, is about; None where it has a subject or none is told.

    `found`: the attributions of the sentence, in order.
    """
    shared = next((one.goes_on for one in found if one.goes_on is not None and one.goes_on.content == content), None)
    if shared is not None:
        return shared.subject
    tokens = tokenize(sentence.text)
    first = next((k for k, t in enumerate(tokens) if t.start >= content[0] - sentence.start), len(tokens))
    if first == 0 and (told := _of_an_adjunct(sentence, tokens, content, found)) is not None:
        return told
    if first >= len(tokens) or tokens[first].capital or first == 0:
        return None
    own = next((one for one in found if one.content == content and one.mention and one.cue), None)
    if not (is_finite(tokens[first]) if own else is_finite_or_past(tokens[first])):
        return None
    if own is not None and own.mention is not None:
        phrase = _before_relative(tokens, own.mention[0] - sentence.start)
    else:
        phrase = _of_the_clause_before(tokens, first)
    if phrase is None or not 0 < phrase[1] - phrase[0] <= SUBJECT_TOKENS:
        return None
    return sentence.at(tokens[phrase[0]].start, tokens[phrase[1] - 1].end)


def _of_an_adjunct(
    sentence: Masked, tokens: Sequence[Token], content: Pair, found: Sequence[Attribution]
) -> Pair | None:
    """Return who speaks behind an adjunct, which tells of them: "Despite losing 11 seats, | the party | said"."""
    speaker = found[0].mention if found else None
    ahead = [t for t in tokens if t.end <= content[1] + 1 - sentence.start]
    opens = speaker is not None and speaker[0] >= content[1] and len(ahead) > 1 and is_adjunct(ahead)
    return speaker if opens else None


def _before_relative(tokens: Sequence[Token], speaker: int) -> Pair | None:
    """Return the phrase that the clause with the speaker belongs to: "a rule (that) | farmers say is not needed"."""
    at = next((k for k, t in enumerate(tokens) if t.start >= speaker), 0) - 1
    if at > 0 and tokens[at].lower in _RELATIVES:
        at -= 1
        at -= at > 0 and tokens[at].text == ","
    return noun_phrase_before(tokens, at) if at >= 0 else None


def _of_the_clause_before(tokens: Sequence[Token], first: int) -> Pair | None:
    """Return the subject of a sentence, which the verb at `first` shares where only "and" or "but" stands before it."""
    if tokens[first - 1].lower not in ("and", "but", ","):
        return None
    verb = next((k for k in range(1, first) if is_finite_or_past(tokens[k])), 0)
    opens = tokens[0].lower in grammar.LEADS | grammar.PREPOSITIONS or any(t.text in ",:;" for t in tokens[:verb])
    return None if opens or verb == 0 else (0, verb)


__all__ = ["missing_subject"]
