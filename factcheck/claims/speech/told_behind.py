"""Know a sentence that only tells who said the one before it: "Das teilte die Polizei mit" or "So says the council".

Such a sentence is no claim of its own: the one before it is reported, by the speaker named here. What confirms, denies
or repeats that ("Police confirmed this") says more, and is read as a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.claims.sentence import cues, grammar
from factcheck.claims.sentence.grammar import Token
from factcheck.claims.sentence.subjects import subject_after, subject_before
from factcheck.claims.speech.german import words as german_words
from factcheck.claims.speech.german.phrases import noun_phrase
from factcheck.claims.speech.german.unsaid import is_unsaid as is_unsaid_in_german
from factcheck.claims.speech.unsaid import is_unsaid

Range = tuple[int, int]

SHORTEST, LONGEST = 4, 40  # tokens: more says more than who it was
_OPENS = frozenset(["das", "dies", "that", "that's", "this", "so"])
_POINTS = frozenset(["das", "dies"])
_TELLING = frozenset(
    [
        *("teilt", "teilte", "teilten", "gibt", "gab", "gaben"),
        *("sagt", "sagte", "sagten", "erklärt", "erklärte", "erklärten", "berichtet", "berichtete", "berichteten"),
        *("berichten", "sagen", "schreibt", "schrieb", "schrieben", "meldet", "meldete", "meldeten", "erzählte"),
        *("schilderte", "betonte", "behauptet", "behauptete", "zeigt", "zeigte", "zeigen", "zeigten"),
        *("ergibt", "ergab", "ergaben", "besagt", "besagen"),
    ]
)
"""Verbs of "Das … X" by which X is told to have said what stands before."""
_TOLD = german_words.SAID | {"mitgeteilt", "gemeldet", "angegeben", "bekanntgegeben", "erzählt", "ergeben"}
_SAYS_MORE = frozenset(["dass", "weil", "wenn", "aber", "sondern", "ob", "jedoch", "allerdings", "obwohl", "da"])
_MORE = grammar.CONJUNCTIONS - {"who", "which", "whose", "so", "than", "as", "what", "that"}


def told_behind(tokens: Sequence[Token], *, german: bool) -> tuple[Range, Range] | None:
    """Return who is told to have said the sentence before, and the cue, as characters; None where more is said."""
    if not tokens or tokens[0].lower not in _OPENS or not SHORTEST <= len(tokens) <= LONGEST:
        return None
    if any(token.quotation or token.text in ":;" for token in tokens):
        return None
    found = _in_german(tokens) if german else _in_english(tokens)
    if found is None:
        return None
    (low, high), cue = found
    return (tokens[low].start, tokens[high - 1].end), (tokens[cue].start, tokens[cue].end)


def _in_german(tokens: Sequence[Token]) -> tuple[Range, int] | None:
    """Return who it was, and the token of the cue."""
    verb = 2 if [t.lower for t in tokens[1:2]] == ["alles"] else 1
    if len(tokens) <= verb + 1 or tokens[0].lower not in _POINTS or any(t.lower in _SAYS_MORE for t in tokens):
        return None
    words = [token.lower for token in tokens]
    if words[verb] in ("geht", "ging") and "hervor" in words and "aus" in words:
        speaker = noun_phrase(tokens, words.index("aus") + 1)
        return (speaker, verb) if speaker is not None else None
    cue = verb
    if words[verb] in german_words.HAVE:
        cue = next((k for k in range(len(tokens) - 1, verb, -1) if words[k] in _TOLD), 0)
    elif words[verb] not in _TELLING or german_words.PARTICLES.get(words[verb], _ANY).isdisjoint([*words, *_ANY]):
        return None
    speaker = _behind(tokens, verb)
    return (speaker, cue) if cue and speaker is not None and not is_unsaid_in_german(tokens, cue) else None


_ANY = frozenset([""])


def _behind(tokens: Sequence[Token], verb: int) -> Range | None:
    """Return the subject behind a verb, over "am Montag" and adverbs: "Das teilte | am Montag | die Polizei mit"."""
    at = verb + 1
    while at < len(tokens) and tokens[at].lower in german_words.ADVERBS:
        at += 1
    dated = tokens[at : at + 2]
    if len(dated) > 1 and dated[0].lower in ("am", "im") and dated[1].lower in german_words.TIMES:
        at += 2
    return noun_phrase(tokens, at)


def _in_english(tokens: Sequence[Token]) -> tuple[Range, int] | None:
    words = [token.lower for token in tokens]
    if any(word in _MORE for word in words[4:]):
        return None
    shortened = words[0] == "that's"
    after = 1 if shortened else 2
    if words[0] in ("that's", "that", "this") and (shortened or words[1:2] in (["is"], ["was"])):
        if words[after : after + 2] == ["according", "to"]:
            speaker = subject_after(tokens, after + 1)
            return (speaker, after) if speaker is not None else None
        if words[after : after + 1] == ["what"]:
            return _says(tokens, after + 1)
    if words[0] == "so" and words[1:2] in (["says"], ["said"], ["say"]):
        speaker = subject_after(tokens, 1)
        return (speaker, 1) if speaker is not None and not is_unsaid(tokens, 1) else None
    return None


def _says(tokens: Sequence[Token], low: int) -> tuple[Range, int] | None:
    """Return who says it in "what | the council said in a statement", and the verb."""
    verb = next((k for k in range(low, len(tokens)) if tokens[k].lower in cues.CORE), 0)
    speaker = subject_before(tokens, verb) if verb else None
    plain = speaker is not None and speaker[0] == low and not is_unsaid(tokens, verb)
    return (speaker, verb) if speaker is not None and plain else None


__all__ = ["told_behind"]
