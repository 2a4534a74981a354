"""Score how much checking a claim deserves, 0..1, with the reasons in words; it sorts and hides nothing.

A hand rule of interpretable features, which knows form, content and speaker, and a small learned model, which knows
words (`learned`). Neither punishes modals and the future: debates do, but news is made of reports about statements.
"""

from __future__ import annotations

import re

from factcheck.claims.checkable.learned import probability
from factcheck.domain import Claimant, Content, DateValue, Form, Name, NameKind, Quantity
from factcheck.text.cued import cued, words_in

LEARNED = 0.8  # share of the learned model in the score; the rest is the hand rule's; cross-validated, 2026-11
WORDS_NAMED = 3
BASE = 0.3  # an assertion without any of the features below

_COMPARISON = cued(
    r"\b(?:more|less|fewer|most|least|highest|lowest|largest|first|only|never|always|every|record|double[ds]?|"
    r"twice|than)\b",
    "more less fewer most least highest lowest largest first only never always every record double doubled doubles "
    "twice than",
)
_CHANGE = re.compile(
    r"\b(?:increas\w+|decreas\w+|rose|rise[ns]?|fell|fall[s]?|grew|grow\w*|cut|doubl\w+|drop\w*|jump\w*|"
    r"declin\w+|gain\w*|lost|loses?)\b"
)
_CAUSE = re.compile(
    r"\b(?:because|caused?|led to|leads to|due to|result(?:s|ed)? in|thanks to|prevent\w*)\b", re.IGNORECASE
)
_ACTION = re.compile(
    r"\b(?:vot\w+|sign\w+|approv\w+|kill\w+|arrest\w+|attack\w+|elect\w+|pass(?:ed|es)|ban\w*|spen[dt]\w*|paid|"
    r"sen[dt]\w*|bought|sold|troops|law|tax\w*|budget|jobs?|crime|war)\b"
)
_VAGUE = re.compile(r"^\W*(?:this|that|it|there)\b")
SHORT = 5  # words


def worthiness(
    text: str,
    *,
    form: Form,
    content: Content,
    claimant: Claimant | None,
    quantities: tuple[Quantity, ...],
    dates: tuple[DateValue, ...],
    names: tuple[Name, ...],
) -> tuple[float, tuple[str, ...]]:
    """Return the score of a claim (0..1, three decimals) and why, the heaviest reason first."""
    lower = text.lower()
    people = any(n.kind in (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE) for n in names)
    features = (
        (0.25, bool(quantities), "gives a number"),
        (0.12, _COMPARISON.search(lower, words_in(text)) is not None, "compares or generalises"),
        (0.10, _CHANGE.search(lower) is not None, "states a change"),
        (0.10, _ACTION.search(lower) is not None, "is about a public act"),
        (0.10, people, "names somebody or something"),
        (0.08, bool(dates), "gives a date"),
        (0.08, _CAUSE.search(lower) is not None, "states a cause"),
        (0.10, form in (Form.DIRECT, Form.MIXED), "quotes words"),
        (0.06, claimant is not None and bool(claimant.office), "the speaker holds an office"),
        (-0.12, content is Content.POSITION, "is a position"),
        (-0.08, content is Content.DIRECTIVE, "asks for something"),
        (-0.10, _VAGUE.match(lower) is not None, "depends on what stands before"),
        (-0.15, len(text.split()) < SHORT, "is very short"),
    )
    held = sorted(((weight, reason) for weight, holds, reason in features if holds), key=lambda f: (-abs(f[0]), f[1]))
    by_hand = min(1.0, max(0.0, BASE + sum(weight for weight, _ in held)))
    learned, telling = probability(text, quantities=quantities, dates=dates, names=names)
    reasons = [reason if weight > 0 else f"{reason} (lowers)" for weight, reason in held]
    if telling:
        reasons.append("speaks of " + ", ".join(f"“{word}”" for word in telling[:WORDS_NAMED]))
    return round(LEARNED * learned + (1 - LEARNED) * by_hand, 3), tuple(reasons)


__all__ = ["worthiness"]
