"""Words of measuring: beside a figure that both texts have, "drew", "totalled" and "rate" say nothing of their own.

Levels: *says nothing* (a word of the claim as "counted" or "level", where the source has the figure with what it
counts, and the claim's date or name, in one clause, and no verb there that says something else: "drew" beside
"totalled"); *says something* (any other word: "cut", "refused", "lost", and "drew" beside "turned away"). A toll that
"rose to" the claim's figure is that figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.domain import Polarity, Reason, Span
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.negations import negated_in, negation
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import names_in
from factcheck.stance.reading.texts import is_light, is_name, weight, words_between
from factcheck.text.sentences import sentence_at
from factcheck.text.words import Word

_OF_MEASURE = frozenset(
    """drew drawn draws drawing attract attracted attracts welcomed welcomes counted counts numbered numbers totalled
    totaled totals amounted amounts stood stands recorded records registered logged tallied posted posts reached
    reaches reported reports saw seen sees came comes measured measures found finds had has have having put puts
    figure figures level levels rate rates number total sum amount worth count reading score size""".split()  # noqa: SIM905
)
"""Verbs of measuring and reporting, in the forms that are no other word, and nouns of what is measured."""
_GRANTING = frozenset(["approved", "approves", "granted", "grants", "awarded", "awards"])
"""What is one deed beside one sum: "approved a loan of", "granted a loan of"; of a tunnel it is two."""
_JAILED = frozenset(["jailed", "imprisoned", "jail", "prison", "serve", "bars"])
"""What says that the years that both texts have are in prison."""
_GREW_TO = frozenset(
    """rose risen rises climbed climbs grew grown grows increased increases jumped reached hit stood stands
    passed""".split()  # noqa: SIM905
)
"""What a count does before "to" and the figure it has come to."""
_LEAVING = frozenset(["left", "leaves"])
"""What stands before the word that answers: "left 40 people dead", "left the rate unchanged"."""
_CLAUSE_MARKS = frozenset(",;:—–()")
_UP_TO = 6
"""Words from a verb to the figure that it leads to: "rose on Sunday to at least"."""


def credit_measured(pair: Pair, reasons: Sequence[Reason]) -> Pair:
    """Return `pair` without the words of measuring that have no partner, where figure and date or name agree."""
    words = measuring(pair, [one for one in reasons if one.polarity is Polarity.SUPPORTS])
    if not words or not _is_anchored(pair, reasons):
        return pair
    starts = {word.start for word in words}
    gained = sum(map(weight, words))
    said = sum(weight(word) for word in pair.claim.content if not (is_name(word) or word.is_number)) or 1.0
    return replace(
        pair,
        missing=tuple(word for word in pair.missing if word.start not in starts),
        near=tuple(word for word in pair.near if word.start not in starts),
        coverage=min(1.0, pair.coverage + gained / pair.claim.weight),
        topic=min(1.0, pair.topic + gained / said),
    )


def measuring(pair: Pair, reasons: Iterable[Reason]) -> list[Word]:
    """Return the words of the claim without a partner that only say that it was measured, beside a figure of both.

    `reasons`: what is said of the figures; none where the source says something else in the clause of such a figure.
    """
    words = [word for word in (*pair.missing, *pair.near) if _may_be_left_out(pair, word)]
    figures = [one for one in reasons if one.comparator == "numbers" and one.passage_spans] if words else []
    if not figures or not all(_says_no_more(pair, one.passage_spans[0]) for one in figures):
        return []
    return words


def _may_be_left_out(pair: Pair, word: Word) -> bool:
    if word.folded in _OF_MEASURE:
        return True
    alike = next((one for one in (_GRANTING, _JAILED) if word.folded in one), _NONE)
    return not alike.isdisjoint(pair.told)


_NONE: frozenset[str] = frozenset()


def without_measures(pair: Pair, other_words: Sequence[Reason], reasons: Sequence[Reason]) -> list[Reason]:
    """Return the words that differ, but for those of measuring, and what a count has come to: "killed / rose to"."""
    if not other_words or not _is_anchored(pair, reasons):
        return [*other_words]
    figures = [one.passage_spans[0] for one in reasons if _agrees_in_figure(one)]
    return [one for one in other_words if not (_only_measures(one) or _leads_to(pair, one, figures))]


def _is_anchored(pair: Pair, reasons: Iterable[Reason]) -> bool:
    """Whether a figure agrees and a date or a name, and nothing speaks against it."""
    told = [*reasons]
    if not any(map(_agrees_in_figure, told)) or any(one.polarity is Polarity.OPPOSES for one in told):
        return False
    dated = any(one.comparator == "dates" and one.polarity is Polarity.SUPPORTS for one in told)
    answered = {one.claim.start for one in pair.partners}
    names = names_in(pair.claim.text)
    return dated or any(one.start <= at < one.end for one in names for at in answered)


def _agrees_in_figure(reason: Reason) -> bool:
    return reason.comparator == "numbers" and reason.polarity is Polarity.SUPPORTS and bool(reason.passage_spans)


def _says_no_more(pair: Pair, figure: Span) -> bool:
    """Whether the clause of a figure has no verb, and right before the figure no word, that says something else."""
    clause = _clause_of(pair, figure)
    answered = {one.passage.start for one in pair.partners}
    own = [word for word in clause if word.start not in answered and not figure.start <= word.start < figure.end]
    if any(map(negation, own)) or not negated_in(pair)[1].keys().isdisjoint({figure.start}):
        return False
    if _tells_which(clause, figure, own):
        return False
    before = next((word for word in reversed(clause) if word.end <= figure.start and not word.is_stop), None)
    leads = [before] if before is not None and before in own else []
    return all(_is_empty(word) for word in (*(one for one in own if is_past(one.folded)), *leads))


def _tells_which(clause: Sequence[Word], figure: Span, own: Sequence[Word]) -> bool:
    """Whether a figure is of some alone: "of the visitors, 310,000 were children"."""
    behind = [word for word in clause if word.start >= figure.end][:3]
    at = next((at for at, word in enumerate(behind) if word.folded in _BEING), len(behind))
    return any(word in own and not (word.is_stop or is_past(word.folded)) for word in behind[at + 1 :])


_BEING = frozenset(["was", "were", "are", "is"])


def _is_empty(word: Word) -> bool:
    told = word.folded in _OF_MEASURE or word.folded in _GREW_TO
    return (
        told
        or word.folded in _GRANTING | _JAILED
        or word.is_stop
        or word.is_number
        or is_light(word)
        or is_name(word)
        or word.folded in _ROUGH
    )


_ROUGH = frozenset("nearly almost around roughly approximately exactly least most than record estimated".split())  # noqa: SIM905


def _clause_of(pair: Pair, figure: Span) -> list[Word]:
    """Return the words of the source's clause that a figure stands in."""
    start, end = sentence_at(pair.passage.sentences, figure.start) or (pair.start, pair.end)
    found: list[Word] = []
    last = start
    for word in words_between(pair.passage.words, start, end):
        if not _CLAUSE_MARKS.isdisjoint(pair.passage.text[last : word.start]):
            if word.start > figure.end:
                break
            found = []
        found.append(word)
        last = word.end
    return found


def _only_measures(reason: Reason) -> bool:
    """Whether two words that differ are both of measuring, or both of granting: "drew / totalled"."""
    words = {word.casefold() for one in (*reason.claim_spans, *reason.passage_spans) for word in one.text.split()}
    return words <= _OF_MEASURE or words <= _GRANTING


def _leads_to(pair: Pair, reason: Reason, figures: Sequence[Span]) -> bool:
    """Whether what stands in the source is what its count did up to the figure, and the claim's word has its answer."""
    answered = {one.claim.start for one in pair.partners}
    words = [word for word in pair.claim.words if any(s.start <= word.start < s.end for s in reason.claim_spans)]
    verb = reason.passage_spans[0]
    behind = [one for one in figures if verb.end <= one.start]
    if not all(word.start in answered for word in words):
        return False
    if verb.text.casefold() in _LEAVING:
        return True
    led = [words_between(pair.stretch, verb.end, one.start) for one in behind]
    near = any(len(one) <= _UP_TO and all(word.folded != "by" for word in one) for one in led)
    return near and verb.text.casefold() in _GREW_TO
