"""Read what somebody is said in German to speak of or to call something: sprach von „…“; hatte den Plan „…“ genannt.

The whole clause is the claim, since the quoted words are a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.sentence.grammar import Token
from factcheck.claims.speech.german import words
from factcheck.claims.speech.german.phrases import first_constituent, speaker_behind
from factcheck.claims.speech.german.unsaid import negates
from factcheck.claims.speech.scan import Attribution, Scan, content_span

Range = tuple[int, int]

_SPEAKS = frozenset(["spricht", "sprach", "sprechen", "sprachen"])
_OF = frozenset(["von", "vom"])
_LED_BY = {
    "gesprochen": _OF,
    "bezeichnet": frozenset(["als"]),
    "kritisiert": frozenset(["als"]),
    "genannt": frozenset[str](),
}
"""Participles, and the words one of which leads to what is quoted."""
_OPENING = frozenset('„“»«"')
_MARKS = frozenset([",", ";", ":", "–", "—"])
_NOBODY = frozenset(["man", "es"])
LED_TOKENS = 4  # from "von" to the quotation: "von | einem geradezu historischen | „schwarzen Tag“"


def speaking_of(scan: Scan) -> Iterator[Attribution]:
    """Read "X sprach von „…“", "X hatte von „…“ gesprochen" and "X hat den Plan als „…“ bezeichnet"."""
    tokens = scan.tokens
    for verb, token in enumerate(tokens):
        if token.capital or not (token.lower in _SPEAKS or token.lower in _LED_BY):
            continue
        finite = verb if token.lower in _SPEAKS else _auxiliary(tokens, verb)
        if finite < 0 or not _quotes(tokens, finite, verb):
            continue
        found = _clause(tokens, finite)
        if found is None or negates(tokens[found[1] : verb + 2]):
            continue
        subject, low = found
        high = _end(tokens, verb)
        content = content_span(scan.sentence, tokens[low].start, tokens[high - 1].end)
        if content is not None:
            yield Attribution(content, scan.cue(verb), scan.span(subject), "speech-act", 0.7, whole_clause=True)
            return


def _auxiliary(tokens: Sequence[Token], participle: int) -> int:
    """Return where "hat" stands in the clause of a participle, or -1: "war bezeichnet worden" is nobody's saying."""
    for at in range(participle - 1, -1, -1):
        if tokens[at].lower in words.HAVE:
            return at
        if tokens[at].text in _MARKS:
            break
    return -1


def _quotes(tokens: Sequence[Token], finite: int, verb: int) -> bool:
    """Tell whether quoted words stand in the clause, led to as the verb wants it."""
    wanted = _LED_BY.get(tokens[verb].lower, _OF)
    for at in _around(tokens, finite, verb):
        if tokens[at].quotation or tokens[at].text in _OPENING:
            return not wanted or any(t.lower in wanted for t in tokens[max(0, at - LED_TOKENS) : at])
    return False


def _around(tokens: Sequence[Token], finite: int, verb: int) -> range:
    """Return the tokens of the clause of a verb, up to the marks on either side."""
    low = next((k + 1 for k in range(finite - 1, -1, -1) if tokens[k].text in _MARKS), 0)
    return range(low, next((k for k in range(verb, len(tokens)) if tokens[k].text in _MARKS), len(tokens)))


def _clause(tokens: Sequence[Token], finite: int) -> tuple[Range, int] | None:
    """Return the subject of a finite verb and where its clause begins: with the sentence, or behind a mark."""
    last = next((k + 1 for k in range(finite - 1, -1, -1) if tokens[k].text in _MARKS), 0)
    for low in dict.fromkeys([0, last]):
        subject = first_constituent(tokens, finite, low) if low < finite else None
        if subject is not None:
            return None if tokens[subject[0]].lower in _NOBODY else (subject, low)
    subject = speaker_behind(tokens, finite)
    return None if subject is None or tokens[subject[0]].lower in _NOBODY else (subject, last)


def _end(tokens: Sequence[Token], verb: int) -> int:
    """Return where the content ends: before what somebody says further on, else with the sentence."""
    for at in range(verb + 1, len(tokens)):
        if tokens[at].text in _MARKS and any(t.lower in words.SAYING and not t.capital for t in tokens[at:]):
            return at
    return len(tokens)


__all__ = ["speaking_of"]
