"""Rulings that have what they rule on as a clause: "the claim that the lock leaks is false", "it is a myth that …".

Pure. Each is found in its sentence: the clause, the verdict, and who gives it. Levels: *wrong*, *right*, *mixed* (Half
True). Not found: a ruling under a condition or a negation ("if the claim that … is false", "have yet to rate …"), and
what somebody denies in words of his own ("denied that …"), which `denials` reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.domain import Polarity, Span
from factcheck.stance.reading.texts import read
from factcheck.stance.words.ruling_frames import (
    BEFORE,
    BEHIND,
    BEHIND_IT,
    CLAUSE_ENDS,
    NAMES_IT,
    OBJECT_ENDS,
    OFFICIAL,
    OPEN,
    PATTERNS,
    SIDE_CLAUSE,
    SIGNS,
    STATED,
    TOLD_OF,
)


@dataclass(frozen=True, slots=True)
class RulingClause:
    """A clause `[start, end)` of a sentence, the words that rule on it, and which way they point.

    `ruling`: from where the ruling begins to its end, mostly with the clause in it. `rated`: by a label of a scale
    ("False", "Half True"). `speaker`: who else than the source says so, if anybody. `behind`: the ruling points at the
    sentence before it, or is a label behind it (1), or at one further up (2, …).
    """

    start: int
    end: int
    verdict: Span
    pointing: Polarity
    rated: bool
    ruling: tuple[int, int]
    speaker: Span | None
    behind: int = 0


@lru_cache(256)
def clauses_ruled_on(text: str) -> tuple[RulingClause, ...]:
    """Return the rulings of a text that have what they rule on as a clause, in their order; no two of one sentence."""
    whole = read(text)
    if SIGNS.isdisjoint(whole.vocabulary):  # as in most passages
        return ()
    return tuple(one for bounds in whole.sentences if (one := _of_sentence(text, *bounds)) is not None)


def _of_sentence(text: str, start: int, end: int) -> RulingClause | None:
    sentence = text[start:end]
    for match in _matches(sentence):
        if _is_open(sentence, match):
            continue
        group = next(name for name in ("label", "wrong", "right", "falls", "stands", "attribute") if _has(match, name))
        first, last = match.span("clause")
        if last > match.start(group):  # the clause stands behind the verdict, up to where the sentence goes on
            found = OBJECT_ENDS.search(sentence, first)
            last = found.start() if found else last
        return RulingClause(
            start=start + first,
            end=start + last,
            verdict=Span.cut(text, start + match.start(group), start + match.end(group)),
            pointing=_pointing(match[group], group),
            rated=group == "label",
            ruling=(start + match.start(), start + max(match.end(), last)),
            speaker=_who_calls(sentence, start, match)
            or speaker_of(sentence, start, match.start(), max(match.end(group), last)),
        )
    return None


def _is_open(sentence: str, match: re.Match[str]) -> bool:
    return OPEN.search(CLAUSE_ENDS.split(sentence[: match.start()])[-1]) is not None


@lru_cache(256)
def open_rulings(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences in which a ruling is only asked for or denied: "nobody has shown that … is false"."""
    whole = read(text)
    if SIGNS.isdisjoint(whole.vocabulary):
        return ()
    return tuple(
        (start, end)
        for start, end in whole.sentences
        for matches in [list(_matches(text[start:end]))]
        if matches and all(_is_open(text[start:end], one) for one in matches)
    )


@lru_cache(256)
def rulings_behind(text: str) -> tuple[RulingClause, ...]:
    """Return the rulings of a text that stand behind what they rule on: "That is false.", "Our assessment: False".

    Each is given for the sentence before it first, and then for those before that: it can be on any of `_BACK`.
    """
    whole = read(text)
    if SIGNS.isdisjoint(whole.vocabulary):
        return ()
    return tuple(one for match in BEHIND_IT.finditer(text) for one in _ruled_before(text, whole.sentences, match))


def _ruled_before(text: str, sentences: tuple[tuple[int, int], ...], match: re.Match[str]) -> Iterator[RulingClause]:
    group = next(name for name in ("label", "wrong", "titled", "falsch", "falls") if match[name])
    last = next((end for first, end in sentences if first <= match.start(group) < end), match.end())
    place = 0, match.end() - match.start()
    if match[group].lower() in _JUDGING and is_attributed(text[match.start() : last], *place):
        return  # who thinks that a deed was wrong does not say that it was not done
    end = len(text[: match.start()].rstrip())
    for far, (first, _) in enumerate([one for one in reversed(sentences) if one[0] < end][:_BACK]):
        label = STATED.match(text, first, end)
        start = label.end() if label else first
        told = not NAMES_IT.match(match[0]) or label or TOLD_OF.search(text, first, end)
        if start < end and told:
            yield RulingClause(
                start=start,
                end=end,
                verdict=Span(*match.span(group), match[group]),
                pointing=_pointing(match[group], group),
                rated=group in ("label", "titled"),
                ruling=(match.start(), last),
                speaker=speaker_of(text[match.start() : last], match.start(), *place),
                behind=far + 1,
            )
        end = len(text[:first].rstrip())


_JUDGING = frozenset(["wrong", "incorrect", "misleading"])
_BACK = 3
"""Sentences before a ruling that it can be on. Our own choice."""


def _matches(sentence: str) -> Iterator[re.Match[str]]:
    asked = PATTERNS if len(sentence) <= LONGEST_SENTENCE else ()
    return (match for pattern in asked if (match := pattern.search(sentence)) is not None)


LONGEST_SENTENCE = 1_500
"""Characters of a sentence that is asked for a ruling: one that is longer is a list, and takes seconds to ask."""


def _has(match: re.Match[str], group: str) -> bool:
    return group in match.re.groupindex and match[group] is not None


_MIXED = frozenset(["half true", "mostly false", "partly false", "partly true", "barely true"])


def _pointing(verdict: str, group: str) -> Polarity:
    told = verdict.lower().replace("-", " ")
    if told in _MIXED:
        return Polarity.CONTEXT
    right = group in ("right", "stands") or told in ("true", "mostly true")
    return Polarity.SUPPORTS if right else Polarity.OPPOSES


def speaker_of(sentence: str, offset: int, start: int, end: int) -> Span | None:
    """Return who else than the source gives the ruling `[start, end)` of a sentence; None for it, or for an office.

    "Lind said the claim that … is false"; `offset`: where the sentence begins in its text.
    """
    before = BEFORE.search(sentence[:start])
    if before is not None:
        return _person(sentence, offset, *before.span(before.lastgroup or 0))
    behind = BEHIND.search(sentence[end:])
    if behind is None or behind.lastgroup is None:
        return None
    first, last = behind.span(behind.lastgroup)
    return _person(sentence, offset, end + first, end + last)


def is_attributed(sentence: str, start: int, end: int) -> bool:
    """Whether anybody but the source, an office or not, gives the ruling `[start, end)` of a sentence."""
    return BEFORE.search(sentence[:start]) is not None or BEHIND.search(sentence[end:]) is not None


def _who_calls(sentence: str, offset: int, match: re.Match[str]) -> Span | None:
    """Return who calls a claim false in his own words: "Moe called the claim that … false"; a rating has a scale."""
    if not _has(match, "calls") or match["label"][0].isupper():
        return None
    begin = max((one.end() for one in CLAUSE_ENDS.finditer(sentence, 0, match.start())), default=0)
    return _person(sentence, offset, begin, match.start())


def _person(sentence: str, offset: int, start: int, end: int) -> Span | None:
    who = sentence[start:end]
    if not who.strip() or OFFICIAL.search(who):
        return None
    first = start + len(who) - len(who.lstrip(" "))
    told = who.strip(" ,")
    return Span(offset + first, offset + first + len(told), told)


def side_clause_before(text: str, start: int, at: int) -> int | None:
    """Return where a clause beside the main one begins that says what something is: “because her diploma was …”."""
    found = SIDE_CLAUSE.search(text, start, at)
    return found.start() if found else None
