"""Read what somebody is said to call something: "called the loan a burden", ", describing the plan as “an insult”"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.claims.sentence import grammar
from factcheck.claims.sentence.clauses import RELATIVES
from factcheck.claims.sentence.grammar import Token, is_finite
from factcheck.claims.sentence.subjects import main_subject
from factcheck.claims.speech.scan import Attribution, Scan, content_span, parts
from factcheck.claims.speech.told_when import quoted_end

_NAMING_WORDS = """
    call calls called describe describes described dub dubbed label labeled labelled deem deems deemed"""
NAMING = frozenset(_NAMING_WORDS.split())
"""What they are followed by is what is asserted: "called the loan a burden" says that the loan is one."""
OPENING = frozenset('“"„‘')
_CLOSING = frozenset('”"“’»')
OBJECT_TOKENS = 12  # within how many tokens behind "called" what something is called begins
_PARTICIPLES = frozenset(["calling", "describing", "dubbing", "labelling", "labeling", "deeming", "branding"])


def naming_participles(scan: Scan) -> Iterator[Attribution]:
    """Read ", calling it “a joke”": the speaker is the subject of the sentence."""
    tokens = scan.tokens
    if _PARTICIPLES.isdisjoint(scan.words):
        return
    for index, token in enumerate(tokens):
        if token.lower not in _PARTICIPLES or index == 0 or tokens[index - 1].text != ",":
            continue
        named, subject = named_as(tokens, index), main_subject(tokens, index)
        if named is None or subject is None:
            continue
        end = quoted_end(tokens, named, done_besides(tokens, named, len(scan.sentence.text)))
        content = content_span(scan.sentence, tokens[named].start, end)
        if content is not None:
            content = next(parts(scan.sentence, content))
            scan.trailing.append(token.start)
            yield Attribution(content, scan.cue(index), scan.span(subject), "naming", 0.6)


def named_as(tokens: Sequence[Token], index: int) -> int | None:
    """Return where what is called something begins behind the verb at `index`: "called | the loan a burden"."""
    if tokens[index].lower not in NAMING | _PARTICIPLES or index + 2 >= len(tokens):
        return None
    following = tokens[index + 1]
    closed = grammar.PREPOSITIONS | grammar.CONJUNCTIONS | {"off", "out", "back", "up", "to", "upon", "police"}
    if not following.word or following.lower in closed or following.quotation or grammar.is_adverb(following):
        return None
    rest = tokens[index + 2 : index + 2 + 2 * OBJECT_TOKENS]
    if tokens[index].lower.startswith("describ"):
        return index + 1 if any(t.lower == "as" for t in rest) else None
    return index + 1 if not tokens[index].lower.startswith("call") or _two_objects(tokens, index + 2) else None


def done_besides(tokens: Sequence[Token], named: int, high: int) -> int:
    """Return where "and" goes on with what the speaker did besides ("called it “a sham” and left"), or `high`.

    A past without an object may be one more thing that it is called ("flawed and rushed"), save behind a quotation.
    """
    for k in range(named + 1, len(tokens) - 1):
        if tokens[k].lower in RELATIVES or tokens[k].end > high:
            return high  # "a liar who lied and stole"
        if tokens[k].lower not in ("and", "but"):
            continue
        verb, rest = tokens[k + 1], tokens[k + 2 : k + 3]
        past = verb.lower.endswith("ed") and not verb.capital
        takes = bool(rest) and (rest[0].lower in grammar.DETERMINERS | {"out", "to", "away"} or rest[0].capital)
        behind = (tokens[k - 1].quotation or tokens[k - 1].text in _CLOSING) and bool(rest) and rest[0].word
        if verb.lower in grammar.IRREGULAR or (past and (takes or behind)):
            return tokens[k].start
    return high


def _two_objects(tokens: Sequence[Token], low: int) -> bool:
    """Tell whether what something is called follows it ("the loan a burden"), unlike "called the mayor on Monday"."""
    for k in range(low, min(len(tokens), low + OBJECT_TOKENS)):
        token = tokens[k]
        if token.quotation or token.text in OPENING:
            return tokens[k - 1].text not in ",:"
        if not token.word or is_finite(token):
            return False
        if token.lower in ("a", "an", "one", "the") and tokens[k - 1].lower not in grammar.PREPOSITIONS | {"and", "or"}:
            return True
    return False


__all__ = ["NAMING", "OBJECT_TOKENS", "OPENING", "done_besides", "named_as", "naming_participles"]
