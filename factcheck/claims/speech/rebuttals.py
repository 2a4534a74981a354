"""Tell where the article itself answers what somebody said: "had promised 20,000 places; | only 6,000 have been built".

What was promised or forecast cannot be said to have come about in the same breath: a clause with a subject of its own
behind ";", a dash or "but" that tells in the indicative past what became of it is the article's. So is the verdict that
the speaker was wrong ("told you 400; | he was wrong"). What was only said to be so goes on behind ";" as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.clauses import is_finite_or_past
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.measured import EXPECTS

VERDICT_TOKENS = 4  # of "he was simply not telling the truth", up to the word that judges

_PROMISES_WORDS = """
    promise promises promised pledge pledges pledged vow vows vowed guarantee guarantees guaranteed predict predicts
    predicted"""
_PROMISES = frozenset(_PROMISES_WORDS.split()) | EXPECTS
_MODALS = frozenset(["will", "would", "shall", "should", "could", "may", "might", "can", "must"])
_FUTURE = frozenset(["will", "would", "shall"])
_MARKS = frozenset([";", "—", "–", "--"])
_PARTS = _MARKS | {","}
_BUTS = frozenset(["but", "yet"])
_FALLS_SHORT = frozenset(
    ["only", "just", "none", "fewer", "barely", "hardly", "so", "no", "not", "to", "instead", "less"]
)
"""What opens the clause that tells what became of words about the future: "so far 40", "to date 40", "only 40"."""
_SPEAKERS = frozenset(["he", "she", "they"])
_THINGS = frozenset(["that", "this", "it", "which", "neither", "both"])
_RECORDS = frozenset(["figures", "records", "data", "statistics", "documents", "accounts", "minutes"])
_SHOW = frozenset(["show", "shows", "showed", "suggest", "suggested", "indicate", "indicated"])
_BE = frozenset(["is", "was", "are", "were", "isn't", "wasn't", "weren't", "aren't"])
_JUDGES = frozenset(
    [
        *("wrong", "mistaken", "right", "correct", "incorrect", "lying", "false", "untrue", "true", "misleading"),
        *("inaccurate", "nonsense", "exaggerated", "baseless", "unfounded"),
    ]
)


def rebuttal(tokens: Sequence[Token], begin: int, cue: str) -> tuple[int, int] | None:
    """Return where the words end that begin at token `begin`, and where the article's own answer begins, or None."""
    future = any(t.lower in _FUTURE or t.lower.endswith("'ll") for t in tokens[begin:])
    for at in range(begin + 1, len(tokens) - 2):
        low = _opening(tokens, at)
        if low == 0:
            continue
        verdict = _is_verdict(tokens, low, parted=tokens[at].text in _MARKS)
        joined = tokens[at].text in _MARKS or tokens[low - 1].lower in _BUTS
        verdict = verdict or (joined and _is_shown(tokens, low))
        if verdict or (joined and _came_about(tokens, low, promised=cue in _PROMISES, future=future)):
            return at, low
    return None


def _opening(tokens: Sequence[Token], at: int) -> int:
    """Return where a clause begins behind the mark or "but" at `at`, or 0."""
    if tokens[at].text not in _PARTS:
        return at + 1 if tokens[at].lower in _BUTS else 0
    return at + 1 + (tokens[at + 1].lower in _BUTS)


def _is_verdict(tokens: Sequence[Token], low: int, *, parted: bool) -> bool:
    """Tell whether a clause judges the speaker, or behind a strong mark what they said: "he was wrong"."""
    if (
        tokens[low].lower not in (_SPEAKERS | _THINGS if parted else _SPEAKERS | {"which"})
        or tokens[low + 1].lower not in _BE
    ):
        return False
    ahead = tokens[low + 2 : low + 2 + VERDICT_TOKENS]
    judged = next((k for k, t in enumerate(ahead, low + 2) if t.lower in _JUDGES), 0)
    return judged > 0 and not any(t.word for t in tokens[judged + 1 : judged + 2])


def _is_shown(tokens: Sequence[Token], low: int) -> bool:
    """Tell whether a clause says what records show: "official figures show 200"."""
    ahead = [t.lower for t in tokens[low : low + VERDICT_TOKENS]]
    return any(one in _RECORDS and other in _SHOW for one, other in pairwise(ahead))


def _came_about(tokens: Sequence[Token], low: int, *, promised: bool, future: bool) -> bool:
    """Tell whether a clause tells what became of what was promised, or was said that it would be."""
    end = next((k for k in range(low + 1, len(tokens)) if tokens[k].text in ";:"), len(tokens))
    clause = tokens[low:end]
    closed = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | {"that", "and", "or"}
    short = clause[0].lower in _FALLS_SHORT
    if not clause[0].word or (clause[0].lower in closed and not short) or any(t.quotation for t in clause):
        return False
    verb = next((k for k in range(1, len(clause)) if is_finite_or_past(clause[k])), 0)
    if not verb or any(t.lower in _MODALS or t.lower.endswith("'ll") for t in clause):
        return False
    return promised or (future and short)


__all__ = ["rebuttal"]
