"""Find where another voice begins in a sentence: "Lee said it was safe, | but auditors say it leaked".

Another voice is a clause of its own behind ";", or behind "but", "and", "while" and the like, with a subject that is no
pronoun and a verb of saying with what it says. Behind ";" the same speaker may be a pronoun ("; she said it was £9m"),
and behind a bare comma or "and" another is known by a name or by a figure alone ("…, Hale said £2m").
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.clauses import echoes, is_finite_or_past, is_passive, is_plain_subject
from factcheck.claims.sentence.complements import Complement, complement
from factcheck.claims.sentence.deeds import is_deed
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.measured import measures
from factcheck.claims.sentence.subjects import subject_before

VOICE_TOKENS = 16  # from the beginning of a clause to its verb of saying
WORDS_BEFORE = 100  # words of one voice before another; a longer sentence is a list, or spoilt text
FIGURE_TOKENS = 4  # of "more than 30 people"
_INEXACT = frozenset(["about", "around", "nearly", "almost", "over", "only", "just", "at", "least", "more", "than"])
_JOINS = frozenset(["but", "and", "while", "whereas", "although", "though", "yet"])
_MODALS = frozenset(["will", "would", "can", "could", "may", "might", "must", "should", "shall", "to"])
"""What is said behind these has not been said."""
_OBJECTS = frozenset(
    ["nothing", "something", "little", "much", "more", "less", "so", "it", "this", "goodbye", "no", "yes"]
)
"""What is said and is no clause: "; she said nothing of it"."""
_NO_SUBJECTS = grammar.PRONOUNS | grammar.CONJUNCTIONS | grammar.PREPOSITIONS | {"that"}
_SUBORDINATES = _JOINS - {"and", "but", "yet"}


def other_voice(tokens: Sequence[Token], begin: int) -> tuple[int, int] | None:
    """Return where what stands from `begin` on ends and where another voice then begins, as tokens, or None."""
    for at in range(begin + 1, min(len(tokens) - 2, begin + WORDS_BEFORE)):
        low = _clause_start(tokens, at)
        if low > at and (says(tokens, low) or (tokens[at].text == ";" and _goes_on_saying(tokens, low))):
            return at, low
        joins = tokens[at].text == "," or tokens[at].lower == "and"
        said = joins and any(is_finite_or_past(t) or t.number for t in tokens[begin:at])
        if said and _says_otherwise(tokens, at + 1):
            return at, at + 1
    return None


def _goes_on_saying(tokens: Sequence[Token], low: int) -> bool:
    """Tell whether a clause begins at `low` in which "he" or "she" plainly says more: "; she said the council lied"."""
    verb = low + 1
    plain = tokens[low].lower in ("he", "she", "they") and verb + 1 < len(tokens) and tokens[verb].lower in cues.SAYING
    if not plain or verb + 1 >= len(tokens):
        return False
    bare = tokens[verb].lower in cues.CORE and tokens[verb + 1].word and tokens[verb + 1].lower not in _OBJECTS
    return bare or cues.accepts(tokens[verb].lower, complement(tokens, verb, telling=False)[0])


def _says_otherwise(tokens: Sequence[Token], low: int) -> bool:
    """Tell whether a clause without a conjunction begins at `low` in which another says a figure, or a name a clause.

    What ends the sentence with its subject ("…, Lee said on Monday") tells who said what stands before.
    """
    first, limit = tokens[low], min(len(tokens) - 1, low + VOICE_TOKENS)
    if not first.word or first.lower in _NO_SUBJECTS:
        return False
    verb = next((k for k in range(low + 1, limit) if tokens[k].lower in cues.CORE or not tokens[k].word), limit)
    if tokens[verb].lower not in cues.CORE or not says(tokens, low):
        return False
    kind, _ = complement(tokens, verb, telling=tokens[verb].lower in cues.TELLING)
    return tells_figure(tokens, verb) or (first.capital and kind in (Complement.THAT, Complement.CLAUSE))


def tells_figure(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a figure, at most with what makes it less exact, is all that is said: "Hale said (about) £2m"."""
    rest = tokens[verb + 1 : verb + 1 + FIGURE_TOKENS]
    at = next((k for k, t in enumerate(rest) if t.number or t.lower in grammar.NUMBER_WORDS), len(rest))
    return at < len(rest) and all(t.lower in _INEXACT for t in rest[:at])


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


__all__ = ["other_voice", "says", "tells_figure"]
