"""Tell whether a sentence speaks of a saying that it does not assert: denied, negated, nobody's, or only supposed.

"Nobody said that 40 had died", "If Lee says that it is safe, …", "Had Lee said that …", "Lee was accused of saying
that …", "Lee might say that …". What a checker wants of these: the sentence stays in the list as one claim in the
article's own voice, whole and with its "not" or its "if" (that nobody said so can be checked); but nobody is listed as
having said what stands behind "that", since a source for that would confirm words that were never spoken. Who denies
speaks: "Lee denied that 40 had died" and "Lee denied saying that 40 had died" stay claims of Lee's, denial included. A
habit ("When Lee says that it is safe, …") and what is announced ("Lee will say that …") count as said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.grammar import Token, is_adverb, is_finite
from factcheck.claims.sentence.subjects import subject_before

Range = tuple[int, int]

GOVERNOR_TOKENS = 6  # from "accused" to "of saying", from "denied" to "claims that"
CLAUSE_TOKENS = 8  # from "if" to the subject of its clause: "if, as the papers expect, | Lee says"
INVERTED_TOKENS = 2  # words before an inverted verb: "At no time | did Lee say"

_NOBODY = frozenset(["nobody", "none", "neither", "no", "no-one", "few"])
_NO_MORE = frozenset(["fewer", "less", "longer", "doubt", "only", "matter"])
"""Behind "no" or "not": "no fewer than 40 people said" and "not only Lee said" are said."""
_SELDOM = frozenset(["hardly", "scarcely", "barely", "nowhere"])
_NEVER = frozenset(["never", "nor", "neither", "nowhere", "rarely", "seldom"])
_IF = frozenset(["if", "unless", "whether", "lest", "suppose", "supposing", "assuming", "wenn", "falls", "ob"])
_NOT_YET = frozenset(["until", "once", "before"])
_WOULD = frozenset(["had", "should", "were"])
_MIGHT = frozenset(["may", "might", "could"])
_DENIES_WORDS = """
    deny denies denied denying doubt doubts doubted doubting dispute disputes disputed reject rejects rejected refute
    refutes refuted dismiss dismisses dismissed"""
_DENIES = frozenset(_DENIES_WORDS.split())
_ALLEGED_WORDS = """
    claim claims report reports allegation allegations suggestion suggestions rumour rumours rumor rumors accusation
    accusations idea notion"""
_ALLEGED = frozenset(_ALLEGED_WORDS.split())
_UNTRUE = frozenset(["untrue", "false", "wrong", "unclear", "uncertain", "unlikely", "doubtful", "impossible"])
_PROOF = frozenset(["true", "clear", "certain", "evidence", "proof", "record", "sign", "suggestion", "case", "likely"])
_WITHOUT = frozenset(["without", "from", "against", "avoid", "avoids", "avoided", "avoiding"])
_CHARGES = ("accus", "suspect", "short", "instead", "incapable")


def is_unsaid(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb of saying at `verb`, or the participle, tells of what is not asserted to have been said."""
    if tokens[verb].lower.endswith("ing") or (verb and tokens[verb - 1].lower == "having"):
        return _governed(tokens, verb)
    subject = subject_before(tokens, verb)
    if subject is None:
        return names_nobody(tokens, (verb + 1, verb + 2))  # "…,” said nobody"
    return (
        names_nobody(tokens, subject)
        or _modal(tokens, verb)
        or _inverted(tokens, subject)
        or _supposed(tokens, subject, verb)
        or _denied(tokens, subject)
    )


def tells_unsaid(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence has a verb of saying of which it is not asserted that it was said."""
    return any(token.lower in cues.VERBS and is_unsaid(tokens, k) for k, token in enumerate(tokens))


def _governed(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a participle is what somebody denies, avoids or is accused of: "denied ever | saying"."""
    at = verb - 1
    while at > 0 and (is_adverb(tokens[at]) or tokens[at].lower == "having"):
        at -= 1
    before = tokens[at].lower if at >= 0 else ""
    near = [t.lower for t in tokens[max(0, at - GOVERNOR_TOKENS) : at]]
    if before == "of":
        return any(word.startswith(_CHARGES) for word in near)
    if before == "from":
        return not any(word in ("apart", "aside") for word in near[-1:])
    return before in _DENIES | _WITHOUT


def names_nobody(tokens: Sequence[Token], subject: Range) -> bool:
    """Tell whether a subject is nobody: "no one at the court", "none of them", "neither Lee nor | Hill"."""
    low = subject[0]
    if low >= len(tokens):
        return False
    first = tokens[low].lower
    following = tokens[low + 1].lower if low + 1 < len(tokens) else ""
    before = tokens[low - 1].lower if low else ""
    if first in _NOBODY and following not in _NO_MORE:
        return before != "a"  # "a few officials"
    if before in ("no", "not"):
        return first not in _NO_MORE  # "It was not | Lee | who said"
    hardly = before in ("hardly", "scarcely", "barely") and first in ("any", "anyone", "anybody")
    return before == "nor" or hardly


def _modal(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether somebody did not say it, could only or would have ("might say", "would have said")."""
    low = verb
    while low > 0 and not tokens[low - 1].capital and _helps(tokens[low - 1]):
        low -= 1
    before = [t.lower for t in tokens[low:verb]]
    unreal = any(a in ("would", "should", "must") and b == "have" for a, b in pairwise(before))
    return unreal or any(word in _MIGHT | _SELDOM | {"not", "never"} for word in before)


def _helps(token: Token) -> bool:
    return is_adverb(token) or token.lower in grammar.AUXILIARIES | _SELDOM


def _inverted(tokens: Sequence[Token], subject: Range) -> bool:
    """Tell whether the verb stands before its subject, as in "Had | Lee | said" and "Never did | Lee | say"."""
    at = subject[0] - 1
    if at < 0 or tokens[at].lower not in grammar.AUXILIARIES:
        return False
    ahead = tokens[max(0, at - INVERTED_TOKENS) : at]
    if tokens[at].lower in _WOULD and (not ahead or not ahead[-1].word or ahead[-1].lower in ("and", "but", "or")):
        return True
    if not ahead:
        return False
    no_time = len(ahead) > 1 and ahead[-2].lower == "no"  # "At no time did Lee say"
    return ahead[-1].lower in _NEVER or no_time


def _supposed(tokens: Sequence[Token], subject: Range, verb: int) -> bool:
    """Tell whether a clause is only supposed ("if Lee says", "until Lee says"): such a word leads to its subject."""
    for at in range(subject[0] - 1, max(-1, subject[0] - 1 - CLAUSE_TOKENS), -1):
        token = tokens[at]
        word = token.lower
        if word in _IF or (word in _NOT_YET and _in_present(tokens, verb)):
            return True
        if word == "case" and tokens[at - 1].lower == "in":
            return True
        if token.text == "," and not _opens_insertion(tokens, at):
            return False
        if token.quotation or token.text in ";:" or is_finite(token) or word in grammar.CONJUNCTIONS - {"as"}:
            return False
    return False


def _in_present(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb of saying stands in the present: "until officials say", and not "until Lee said"."""
    return tokens[verb].lower in cues.VERBS and not (
        tokens[verb].lower.endswith("ed") or tokens[verb].lower in grammar.IRREGULAR - {"says"}
    )


def _opens_insertion(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether a comma belongs to an insertion right behind "if": "If, as expected, | Lee says"."""
    opens = range(comma, max(0, comma - CLAUSE_TOKENS), -1)
    return any(tokens[k].text == "," and tokens[k - 1].lower in _IF for k in opens)


def _denied(tokens: Sequence[Token], subject: Range) -> bool:
    """Tell whether it is denied that somebody said it: "denied | he said", "no evidence that | Lee said"."""
    at = subject[0] - 1
    that = at >= 0 and tokens[at].lower == "that"
    at -= that
    if at < 0:
        return False
    near = [t.lower for t in tokens[max(0, at - GOVERNOR_TOKENS) : at]]
    word = tokens[at].lower
    if word in _DENIES:
        return True
    if not that:
        return False
    if word in _UNTRUE:
        return "not" not in near[-1:]
    negated = any(one in ("no", "not", "little", "without") or one.endswith("n't") for one in near)
    return (word in _PROOF and negated) or (word in _ALLEGED and any(one in _DENIES for one in near))


__all__ = ["is_unsaid", "names_nobody", "tells_unsaid"]
