"""Find where another voice begins in a sentence: "Lee said it was safe, | but auditors say it leaked".

Another voice is a clause of its own behind ";", or behind "but", "and", "while" and the like, with a subject that is no
pronoun and a verb of saying with what it says.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims import cues, grammar
from factcheck.claims.clauses import echoes, is_passive, is_plain_subject
from factcheck.claims.complements import Complement, complement
from factcheck.claims.deeds import is_deed
from factcheck.claims.grammar import Token
from factcheck.claims.measured import measures
from factcheck.claims.subjects import subject_before

VOICE_TOKENS = 16  # from the beginning of a clause to its verb of saying
WORDS_BEFORE = 100  # words of one voice before another; a longer sentence is a list, or spoilt text
_JOINS = frozenset(["but", "and", "while", "whereas", "although", "though", "yet"])
_MODALS = frozenset(["will", "would", "can", "could", "may", "might", "must", "should", "shall", "to"])
"""What is said behind these has not been said."""
_NO_SUBJECTS = grammar.PRONOUNS | grammar.CONJUNCTIONS | grammar.PREPOSITIONS | {"that"}
_SUBORDINATES = _JOINS - {"and", "but", "yet"}


def other_voice(tokens: Sequence[Token], begin: int) -> tuple[int, int] | None:
    """Return where what stands from `begin` on ends and where another voice then begins, as tokens, or None."""
    for at in range(begin + 1, min(len(tokens) - 2, begin + WORDS_BEFORE)):
        low = _clause_start(tokens, at)
        if low > at and says(tokens, low):
            return at, low
    return None


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the clause begins that a mark or conjunction at `at` leads into, or `at`."""
    if tokens[at].text == ";":
        after = tokens[at + 1].lower in _JOINS
        return at + 1 + after
    low = at + (tokens[at].text in (",", "—", "–", "--"))
    low += tokens[low].lower == "even"
    word = tokens[low].lower
    joins = word in _JOINS if low > at else word in _SUBORDINATES
    return low + 1 if joins and low + 1 < len(tokens) else at


def says(tokens: Sequence[Token], low: int) -> bool:
    """Tell whether a clause begins at `low` whose subject, no pronoun, says something."""
    first = tokens[low]
    if not first.word or first.lower in _NO_SUBJECTS:
        return False
    for verb in range(low + 1, min(len(tokens), low + VOICE_TOKENS)):
        token = tokens[verb]
        if token.quotation or token.text in ";:":
            return False
        if token.capital or not (token.lower in cues.VERBS or measures(tokens, verb)) or is_passive(tokens, verb):
            continue
        if tokens[verb - 1].lower in _MODALS or token.lower in cues.ATTITUDES:
            continue
        subject = subject_before(tokens, verb)
        if subject is None or subject[0] != low or not is_plain_subject(tokens, subject, verb):
            continue
        return _says_something(tokens, verb)
    return False


def _says_something(tokens: Sequence[Token], verb: int) -> bool:
    word = tokens[verb].lower
    kind, _ = complement(tokens, verb, telling=word in cues.TELLING)
    bare = kind in (Complement.OTHER, Complement.NONE) and word in cues.CORE and tokens[verb + 1 : verb + 2] != []
    bare = bare and tokens[verb + 1].word
    thought = kind is Complement.CLAUSE and word in cues.THINKING
    return (
        bare
        or thought
        or cues.accepts(word, kind)
        or (word in cues.ACTS and not is_deed(tokens, verb))
        or measures(tokens, verb)
        or echoes(tokens, verb)
    )


__all__ = ["other_voice", "says"]
