"""Corrections: what a notice says goes before what it corrects.

Levels: *corrected* (the notice takes the claim back: "we wrote that …. It does not.", "12, not 14", or what it says
now conflicts with the claim); *as it is now* (what it says now bears the claim out); *about it* (it corrects something
of what the claim says: the source is only related); *of something else*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from factcheck.domain import Facet, Judgement, Polarity, Reason, Span, Stance
from factcheck.stance.reading.pair import Pair, align, answered_in
from factcheck.stance.reading.texts import is_name, read, words_between
from factcheck.stance.scoring import certain
from factcheck.text.retractions import is_correction, shortened

CORRECTED_STRENGTH = 0.85
"""As sure as the clash of a date or number: a notice says what it takes back."""
LEAST_CORRECTED = 0.95
"""Share of the claim that the words taken back must answer: a word less, and it may be what holds now."""
LEAST_ABOUT = 0.3
"""Share of the claim from which a notice is about it. Our own choice: that of a related passage."""
FEWEST_SHARED = 2
"""Words of the claim, names aside, in a notice that make it one on the claim, too: a notice is short."""
LEAST_AROUND = 0.55
"""Share of the claim beside what is corrected that the notice must answer. Our own pairs, 2026-12."""
_LABEL = re.compile(
    r"\W*(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|clarifications?|korrektur|berichtigung|correctif"
    r"|editor[’']?s[’']? note)\b[^:–—\n]{0,60}[:–—]\s*",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:(?:earlier|previous|original|first) (?:versions?|figures?|reports?)\b|misstated|misidentified|misspelled"
    r"|(?<!as )(?:we|this (?:article|story|report)|(?:an|the|our) (?:\w+ )?(?:article|story|report|headline))"
    r" (?:\w+ ){0,4}?(?:said|wrote|reported|stated|claimed)\b)",
    re.IGNORECASE,
)
"""What tells of the text as it was."""
_TOLD = re.compile(r"\b(?:said|wrote|reported|stated|claimed|saying|reporting)(?: that)? ", re.IGNORECASE)
_PARTS = re.compile(r"[^.;]+(?:[.](?=\S)[^.;]*)*[.;]?")
_INSTEAD = re.compile(
    r"(?P<now>[^,.;:]{1,80}?),? (?:and )?(?:not|instead of|rather than) (?P<then>[^,.;:]{1,60})", re.IGNORECASE
)
"""What holds now, and what was said: "it is 12, not 14"."""
_AS_TOLD = re.compile(
    r", as (?:(?:an?|the|our|we|this) )?(?:\w+ ){0,3}?"
    r"(?:version|report|article|story|headline|said|wrote|reported|stated)[^.;]*(?=[.;]|\Z)",
    re.IGNORECASE,
)
"""What only says where it was told before: "12, not 14, as an earlier version said"."""
_NEAR = 3  # words beside "not" that are set against each other

Judge = Callable[[str], Judgement]
"""Judges the claim by another text of the same source."""


def concerns(claim: str, passage: str) -> bool:
    """Whether a notice elsewhere on a page may tell on a passage: it says so much of the claim; "" is the whole page.

    A page's other paragraphs stand as they are, whatever the page takes back.
    """
    return not passage or align(claim, passage).coverage >= LEAST_AROUND


def notice_in(text: str) -> Span | None:
    """Return the notice of a correction in a passage: from where it begins to the end of its paragraph."""
    for start, _ in read(text).sentences:
        if is_correction(text, start):
            end = text.find("\n", start)
            return Span.cut(text, start, len(text) if end < 0 else end)
    return None


def corrected(found: Judgement, claim: str, notice: Span, judge: Judge, *, inside: bool) -> Judgement:
    """Return a judgement as it is once a notice of the source is heeded; `inside`: it stands in the passage."""
    label = _LABEL.match(notice.text)
    body = notice.text[label.end() :] if label else notice.text
    now, then = _now_and_then(body)
    now = _in_full(now, then)
    pair = align(claim, body)
    again = judge(now) if now else None
    if again is not None and again.stance is Stance.CORROBORATES:
        reason = _reason(notice, Polarity.SUPPORTS, inside=inside)
        return replace(again, reasons=(reason,), aligned=found.aligned, missing=found.missing, badges=found.badges)
    if (
        (again is not None and _differs(again) and _is_about(pair, again))
        or _is_taken_back(pair, then)
        or _is_replaced(pair)
    ):
        reason = _reason(notice, Polarity.OPPOSES, inside=inside)
        scores = certain(Stance.CONFLICTS, CORRECTED_STRENGTH)
        left = tuple(one for one in found.reasons if one.polarity is not Polarity.SUPPORTS)
        return replace(
            found, stance=Stance.CONFLICTS, scores=scores, confidence=CORRECTED_STRENGTH, reasons=(reason, *left)
        )
    answered = [one.claim for one in pair.partners if one.kind != "opposite"]
    shared = {word.stem for word in (*answered, *pair.near) if not is_name(word)}
    if found.stance is Stance.CORROBORATES and (pair.coverage >= LEAST_ABOUT or len(shared) >= FEWEST_SHARED):
        reason = _reason(notice, Polarity.CONTEXT, inside=inside)
        return only_related(found, reason)
    return found


def only_related(found: Judgement, reason: Reason) -> Judgement:
    """Return a judgement that takes no side, and why."""
    sided = found.stance in (Stance.CORROBORATES, Stance.CONFLICTS)
    stance = Stance.RELATED if sided else found.stance
    scores = {**found.scores, stance: found.scores[found.stance], found.stance: found.scores[stance]}
    return replace(found, stance=stance, scores=scores, confidence=scores[stance], reasons=(reason, *found.reasons))


def _differs(again: Judgement) -> bool:
    """Whether what holds now conflicts with the claim: by a figure or day, too, that else may be of another event."""
    if again.stance is Stance.CONFLICTS:
        return True
    held_back = any(one.comparator == "events" for one in again.reasons)
    values = (one for one in again.reasons if one.comparator in _VALUES and one.polarity is Polarity.CONTEXT)
    return held_back and any(one.strength >= LEAST_VALUE for one in values)


def _is_about(pair: Pair, again: Judgement) -> bool:
    """Whether a notice speaks of most of the claim beside what differs: another day of another deed is corrected."""
    clashing = [one for one in again.reasons if one.polarity is Polarity.OPPOSES or one.comparator in _VALUES]
    spans = [span for one in clashing for span in one.claim_spans]
    rest = [word for word in pair.claim.content if not any(one.start <= word.start < one.end for one in spans)]
    met = {one.claim.start for one in pair.partners} | {word.start for word in pair.near}
    return sum(word.start in met for word in rest) >= LEAST_AROUND * len(rest)


_VALUES = frozenset(["numbers", "dates", "times"])
LEAST_VALUE = 0.5
"""Strength of a clash of values, held back for what surrounds it, that counts where the same event is corrected."""


def _now_and_then(body: str) -> tuple[str, str]:
    """Return what a notice says holds now, and what it says was told before."""
    parts = [match[0].strip() for match in _PARTS.finditer(_AS_TOLD.sub("", body))]
    then = [part for part in parts if _FORMER.search(part)]
    return " ".join(part for part in parts if part not in then).strip(" ;"), " ".join(then)


_PRONOUN = re.compile(
    r"(?:(?:in fact|actually|instead|rather),? )?(?P<who>it|he|she|they|there|this|that|the (?:[a-z]+ )?"
    r"(?:figure|number|total|sum|amount|date|year|price|share))\b(?P<rest>(?: (?:actually|in fact|really))? .+)",
    re.IGNORECASE | re.DOTALL,
)
"""What holds now, told of what the notice named before: "It has 240 pupils", "The correct figure is 240"."""


def _in_full(now: str, then: str) -> str:
    """Return what holds now with whom or what it is of, where only a word points at that: "It has 240 pupils".

    The words that were told before lend it: up to the verb that both have, or all of them with the figure in its place.
    """
    short, told = _PRONOUN.match(now), _TOLD.search(then)
    if short is None or told is None:
        return now
    former, rest = then[told.end() :], short["rest"].split()
    verb = re.search(rf" {re.escape(rest[0])}(?= )", former)
    if verb is not None and short["who"].lower() in _SUBJECTS:
        return f"{former[: verb.start()]} {' '.join(rest)}"
    values = [[word for word in read(text).words if word.is_number] for text in (former, now)]
    if [len(one) for one in values] != [1, 1]:
        return now
    was, is_now = values[0][0], values[1][0]
    return former[: was.start] + is_now.text + former[was.end :]


_SUBJECTS = frozenset(["it", "he", "she", "they"])


def _is_taken_back(pair: Pair, then: str) -> bool:
    told = _TOLD.search(then)
    if told is None:
        return False
    start = pair.passage.text.find(then[told.end() :][:60])
    end = start + len(then) - told.end()
    return start >= 0 and answered_in(pair, start, end) >= LEAST_CORRECTED


def _is_replaced(pair: Pair) -> bool:
    """Whether the notice puts another word in the place of one of the claim's, and speaks of the rest of it."""
    ours = {word.stem for word in pair.claim.content}
    for match in _INSTEAD.finditer(pair.passage.text):
        now, then = (set(_stems(pair, *match.span(name), last=name == "now")) for name in ("now", "then"))
        lost = then - now
        if not lost or not lost <= ours or not (now - then).isdisjoint(ours) or not now - then:
            continue
        rest = ours - lost
        if rest and len(rest & pair.passage.content_stems) >= LEAST_AROUND * len(rest):
            return True
    return False


def _stems(pair: Pair, start: int, end: int, *, last: bool) -> Iterator[str]:
    words = words_between(pair.passage.content, start, end)
    for word in words[-_NEAR:] if last else words[:_NEAR]:
        yield word.stem


def _reason(notice: Span, polarity: Polarity, *, inside: bool) -> Reason:
    return Reason(
        comparator="rulings",
        facet=Facet.WHAT,
        polarity=polarity,
        strength=CORRECTED_STRENGTH,
        message=f"the source corrects itself: “{shortened(notice.text)}”",
        passage_spans=(notice,) if inside else (),
    )
