"""Find who answers in an interview without labels: paragraphs that only ask, each with the answer in those behind it.

An explainer asks and answers, too: it is an interview only where the questions turn to somebody ("you") and the answers
come from somebody ("I"). Who that is, is told where one person only is named in full before the first question;
otherwise the answers are somebody's words, and whose stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.claims.people.registry import Registry
from factcheck.claims.speech.saying import until
from factcheck.claims.wording import explained_in, self_contained
from factcheck.domain import Claim, Claimant, Form
from factcheck.text.paragraphs import paragraph_spans

LEAST_QUESTIONS = 2  # one question in bold is a rhetorical one
LEAST_SHARE = 0.25  # of the paragraphs from the first question on: an essay asks now and then
RULE = "interview"
CONFIDENCE = 0.7

_LABEL = r"(?:Q(?=\W|[A-Z])|A[:.]|[A-Z][A-Z .’'-]{2,40}:)"
_ASKS = re.compile(rf"(?!{_LABEL})[*_>\s]*(?:[^\n“\"]{{4,250}})\?[*_]*\s*$")
_LABELLED = re.compile(_LABEL)
_STATES = re.compile(r"[.!]\s+(?=[A-Z])")
_TO_SOMEBODY = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_BY_SOMEBODY = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|my|me)\b")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Interview:
    """The stretches in which somebody answers, in order, and where the first question begins."""

    answers: tuple[Pair, ...]
    start: int


def find_interview(text: str) -> Interview | None:
    """Return where an interview's answers stand, or None where a text is none."""
    paragraphs = list(paragraph_spans(text, 0, len(text)))
    asks = [k for k, (low, high) in enumerate(paragraphs) if _asks(text, low, high)]
    if len(asks) < LEAST_QUESTIONS or len(asks) < LEAST_SHARE * (len(paragraphs) - asks[0]):
        return None
    answers = tuple(
        (paragraphs[k + 1][0], paragraphs[end - 1][1])
        for k, end in zip(asks, [*asks[1:], len(paragraphs)], strict=True)
        if end > k + 1
    )
    if len(answers) < LEAST_QUESTIONS or any(_LABELLED.match(text, low) for low, _ in answers):
        return None
    asked = any(_TO_SOMEBODY.search(text, *paragraphs[k]) for k in asks)
    answered = any(_BY_SOMEBODY.search(text, *span) for span in answers)
    return Interview(answers, paragraphs[asks[0]][0]) if asked and answered else None


def _asks(text: str, low: int, high: int) -> bool:
    """Tell whether a paragraph does no more than ask: it may tell one thing before ("You were there. Why?")."""
    return _ASKS.fullmatch(text, low, high) is not None and sum(1 for _ in _STATES.finditer(text, low, high)) < 2  # noqa: PLR2004


def answered(
    claims: Iterable[Claim], interview: Interview, registry: Registry, published: date | None
) -> Iterator[Claim]:
    """Yield the claims of an article, what nobody else says in its answers as the words of who is interviewed."""
    who = _interviewed(registry, interview.start)
    for claim in claims:
        told_of = who is not None and who.name.rpartition(" ")[2] in claim.verbatim
        if claim.form is not Form.NONE or told_of or not _inside(interview.answers, claim.start):
            yield claim
            continue
        text = self_contained(claim.verbatim, claim.start, claimant=who, names=explained_in(claim))
        yield replace(claim, form=Form.DIRECT, claimant=who, text=text, said_on=until(published) if who else None)


def _interviewed(registry: Registry, before: int) -> Claimant | None:
    """Return the one person whom an article names in full before the first question, or None for none or several."""
    named = [p for p in registry.people.values() if " " in p.name and p.at and p.at[0] < before]
    return named[0].claimant(None, RULE, CONFIDENCE) if len(named) == 1 else None


def _inside(spans: Sequence[Pair], at: int) -> bool:
    index = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return index >= 0 and at < spans[index][1]


__all__ = ["Interview", "answered", "find_interview"]
