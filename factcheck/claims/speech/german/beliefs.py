"""Read in German what somebody holds, fears or expects: hält X für Y; rechnet mit X; geht von X aus; fürchtet X."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.claims.sentence.grammar import Token
from factcheck.claims.speech.german import words
from factcheck.claims.speech.german.phrases import first_constituent, speaker_behind
from factcheck.claims.speech.german.unsaid import is_unsaid
from factcheck.claims.speech.scan import Attribution, Scan, content_span

_HOLDS = frozenset(["hält", "halten", "hielt", "hielten"])
_COUNTS = frozenset(["rechnet", "rechnen", "rechnete", "rechneten"])
_GOES = frozenset(["geht", "gehen", "ging", "gingen"])
_FEARS_WORDS = (
    "fürchtet fürchten fürchtete befürchtet befürchten befürchtete befürchteten bezweifelt bezweifeln bezweifelte"
)
_FEARS = frozenset(_FEARS_WORDS.split())
_IS = frozenset(["ist", "sind", "war", "waren", "zeigt", "zeigte", "zeigten", "zeigen"])
_VERBS = _HOLDS | _COUNTS | _GOES | _FEARS | _IS
_SURE = frozenset(["überzeugt", "zuversichtlich"])
_PARTICLES = frozenset(["inne", "bereit", "fest", "an", "ab", "auf", "aus", "durch", "stand", "zurück"])
"""What makes of "hält" and "rechnet" another verb: "hielt für einen Moment inne"."""
_THING = frozenset(["einem", "einer", "etwa", "rund", "mehr", "weniger", "bis", "weiteren", "höheren", "steigenden"])
"""What follows "rechnet mit" where something is expected, and nobody calculates with somebody."""


def believing(scan: Scan) -> Iterator[Attribution]:
    """Read "X hält Y für falsch", "X rechnet mit 3 Prozent", "X geht von 400 Fällen aus", "X ist überzeugt, dass …"."""
    tokens = scan.tokens
    if any(token.quotation for token in tokens):
        return
    for verb, token in enumerate(tokens):
        if token.lower not in _VERBS or token.capital:
            continue
        subject = first_constituent(tokens, verb) or (speaker_behind(tokens, verb) if verb else None)
        if subject is None or is_unsaid(tokens, verb):
            continue
        that = next((k for k in range(verb, len(tokens) - 1) if tokens[k].lower == "dass"), 0)
        if that and tokens[that - 1].text == "," and _leads(tokens, verb, that):
            content = content_span(scan.sentence, tokens[that + 1].start, len(scan.sentence.text))
            if content is not None:
                yield Attribution(content, scan.cue(verb), scan.span(subject), "preposed", 0.8)
            return
        if not that and _holds(tokens, verb):
            content = content_span(scan.sentence, 0, len(scan.sentence.text))
            if content is not None:
                yield Attribution(content, scan.cue(verb), scan.span(subject), "speech-act", 0.6, whole_clause=True)
            return


def _leads(tokens: Sequence[Token], verb: int, that: int) -> bool:
    """Tell whether the clause of a verb leads to what is believed: "ist überzeugt, dass", "geht davon aus, dass"."""
    told, between = tokens[verb].lower, {t.lower for t in tokens[verb + 1 : that]}
    if told in _IS:
        return bool(between & _SURE)
    return told in _FEARS or (told in _GOES and {"davon", "aus"} <= between)


def _holds(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a clause without "dass" tells of what somebody holds or expects."""
    told, behind = tokens[verb].lower, tokens[verb + 1 :]
    small = [t.lower for t in behind]
    if told in _FEARS:
        return True
    if told in _HOLDS | _COUNTS and _last(behind) in _PARTICLES:
        return False
    if told in _GOES:
        return "von" in small and _last(behind) == "aus"
    if told in _COUNTS:
        return any(
            t.lower == "mit" and (then.number or then.capital or then.lower in _THING) for t, then in pairwise(behind)
        )
    judged = behind and not next((t for t in reversed(behind) if t.word), behind[-1]).capital
    return told in _HOLDS and "für" in small and bool(judged) and _last(behind) not in words.PREPOSITIONS


def _last(tokens: Sequence[Token]) -> str:
    return next((t.lower for t in reversed(tokens) if t.word), "")


__all__ = ["believing"]
