"""One sentence while its attributions are found, and how a content is trimmed and parted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.claims.sentence.grammar import (
    CONJUNCTIONS,
    IRREGULAR,
    MASK,
    NUMBER_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    UNCHANGED,
    Token,
    is_finite,
    tokenize,
)
from factcheck.claims.sentence.masking import Masked
from factcheck.text.paragraphs import trim

Pair = tuple[int, int]
Range = tuple[int, int]

CONTENT_MIN = 4  # characters; less is no clause
PART_MIN = 15  # characters; a shorter part is no claim of its own
SPEECH = re.compile(rf"[,.?!—-]\s?{MASK}+$")
RESUMES = frozenset([",", ";", ":", ".", "—", "–", "--", "and", "but"])
_NO_VERBS = frozenset(["its", "his", "as", "this", "us", "years", "news", "days", "hers", "theirs"])
_VERB_NEXT = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did)(?:n[’']t)?\b"
)  # "said that is wrong": what is wrong stands in "that"
_JOINED = frozenset(["—", "–", "--", "...", "…", "and"])
_SPLIT = re.compile(
    r"[;,]\s(?:(?:and|or)\s)?(?P<mark>\((?:[ivx]{1,4}|[a-z]|\d)\)\s|\d\)\s)"
    rf"|,(?P<closing>[”\"’{MASK}]?)\s(?:and|but)\s(?=\S)"
)
_CLOSING = frozenset(f'”"»{MASK}')
_LIST_MARK = re.compile(r"(?:\((?:[ivx]{1,4}|[a-z]|\d)\)|\d\))\s")
_SUBJECT_VERB = re.compile(
    r"(?:(?:the|a|an|this|that|these|those|its|his|her|their|our|my|some|many)\s(?:[\w’'-]+\s){1,5}?|(?:"
    r"he|she|it|they|we|i|you|there)\s"
    r"|(?:[A-Z][\w’'.-]*\s){1,4}?)(?:is|are|was|were|will|would|can|could|may|might|must|should|has|have|"
    rf"had|does|did|do|[a-z]{{3,}}ed|{'|'.join(sorted(IRREGULAR))})\b"
)


@dataclass(frozen=True, slots=True)
class GoesOn:
    """What the article's own clause goes on with behind somebody's words, and the subject it shares with them."""

    content: Pair
    subject: Pair


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content that somebody is reported to have said; `mention` is None where no speaker is named.

    `medium`: where it was said, as far as the rule itself tells ("the inquest"); `aside`: what in the midst of the
    content is the article's own ("“…,” Lee said, “…”"); `rebuttal`: what the article itself answers behind it.
    """

    content: Pair
    cue: Pair | None
    mention: Pair | None
    rule: str
    confidence: float
    whole_clause: bool = False
    goes_on: GoesOn | None = None
    medium: str = ""
    aside: Pair | None = None
    rebuttal: Pair | None = None

    @property
    def words(self) -> tuple[Pair, ...]:
        """The content without its aside."""
        if self.aside is None:
            return (self.content,)
        return (self.content[0], self.aside[0]), (self.aside[1], self.content[1])


@dataclass(slots=True)
class Scan:
    """One sentence as it is read: its tokens, how far its characters are taken, where "and said" cuts it.

    `voices`: the tokens at which another voice begins; `found`: what was found by then;
    `trailing`: the characters at which participles with words of their own begin (", | stressing that");
    `words`: the words and marks of the sentence, without one of which many a rule finds nothing.
    """

    sentence: Masked
    tokens: Sequence[Token]
    words: frozenset[str] = field(init=False)
    taken: int = 0
    cuts: list[int] = field(default_factory=list)
    voices: list[int] = field(default_factory=list)
    found: list[Attribution] = field(default_factory=list)
    trailing: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Note the words."""
        self.words = frozenset([token.lower for token in self.tokens])

    def span(self, found: Range) -> Pair:
        """Return the span of a range of tokens in the article."""
        return self.sentence.at(self.tokens[found[0]].start, self.tokens[found[1] - 1].end)

    def cue(self, index: int) -> Pair:
        """Return the span of one token in the article."""
        return self.span((index, index + 1))


_INITIALS = re.compile(r"\b(?:[A-Za-z]\.)+[A-Za-z]$")
"""Letters with stops between them, whose last stop is theirs and not the sentence's ("U.S.", "a.m.")."""


def content_span(sentence: Masked, low: int, high: int) -> Pair | None:
    """Trim a content: no outer punctuation, but a quotation's own marks."""
    text = sentence.text
    low, high = trim(text, low, high)
    while low < high and text[low] in ",:;—–- ":
        low += 1
    while high > low and text[high - 1] in ",.:;—–- ":
        high -= 1
    if text[high : high + 1] == "." and _INITIALS.search(text, low, high):
        high += 1
    if text[low:high].startswith(("that ", "dass ")) and not _VERB_NEXT.match(text, low + 5, high):
        low += 5
    if high - low < CONTENT_MIN or not any(c.isalpha() or c == MASK for c in text[low:high]):
        return None
    return sentence.at(low, high)


def asserts(words: Sequence[Token]) -> bool:
    """Tell whether words can be a clause: one has the form of a verb, or what can be its subject stands before one.

    Without a model a present ("the two plan to meet") has no form of its own: a plural or a pronoun tells.
    """
    if any(is_finite(t) or t.quotation or t.lower in UNCHANGED for t in words):
        return True
    if any(t.lower in PRONOUNS or t.lower in NUMBER_WORDS or t.number for t in words[:-1]):
        return True
    return any(not t.capital and t.lower.endswith(("s", "ed")) and t.lower not in _NO_VERBS for t in words)


def parts(sentence: Masked, content: Pair) -> Iterator[Pair]:
    """Split a content at ", and" before a subject with a verb of its own, before a quotation, and at "(ii)".

    What goes on without "that" behind quoted words is the writer's: "said it was “a farce,” and the mayor left".
    """
    text = sentence.text
    low, high = content[0] - sentence.start, content[1] - sentence.start
    if (mark := _LIST_MARK.match(text, low, high)) is not None:
        low = mark.end()
    begin = low
    for match in _SPLIT.finditer(text, low, high):
        rest = text[match.end() : high]
        whole = rest.startswith(MASK) and not rest.strip(MASK + ",.?!—- ")
        long = match.start() - begin > PART_MIN
        quoted = bool(match.group("closing")) or text[match.start() - 1] in _CLOSING
        listed = match.group("mark") is not None and asserts(tokenize(rest)) and _subject_opens(rest)
        joins = quoted or not match.group().endswith(" but ")
        if listed or (joins and long and (whole or _SUBJECT_VERB.match(rest))):
            part = content_span(sentence, begin, match.end("closing") if match.group("closing") else match.start())
            if part is not None:
                yield part
                begin = match.end()
                if quoted and not whole and not rest.startswith(("that ", "to ")):
                    return
    last = content_span(sentence, begin, high)
    if last is not None:
        yield last


def _subject_opens(words: str) -> bool:
    """Tell whether words begin with what can be a subject and has a verb behind it: no "to build …" or "by …"."""
    tokens = tokenize(words)
    closed = PREPOSITIONS | CONJUNCTIONS | {"to"}
    return (
        bool(tokens)
        and tokens[0].word
        and tokens[0].lower not in closed
        and any(is_finite(t) or t.lower.endswith("ed") for t in tokens[1:])
    )


def quotation_end(tokens: Sequence[Token], at: int) -> int:
    """Return where speech that begins with the quotation at `at` ends: at the last one joined to it."""
    while at + 2 < len(tokens) and tokens[at + 2].quotation and tokens[at + 1].text in _JOINED:
        at += 2
    return tokens[at].end


__all__ = ["RESUMES", "SPEECH", "Attribution", "GoesOn", "Scan", "asserts", "content_span", "parts", "quotation_end"]
