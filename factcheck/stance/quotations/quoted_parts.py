"""Quotations in parts: what an ellipsis joins, does it stand in the source in one saying?

Levels: *trimmed* (the parts stand there in order, and what was left out turns nothing round); *altered* (what was left
out is a negation: "a danger" of "not a danger"); *spliced* (one part stands in one sentence and the next, which goes on
within a sentence, in another: the source has each, and not the whole).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.domain import WORD_FOR_WORD, Facet, Polarity, Reason, Span
from factcheck.stance.reading.lexicon import NEGATORS
from factcheck.stance.reading.texts import words_apart
from factcheck.text.words import Word, split_words

ALTERED_STRENGTH, PARTS_STRENGTH = 0.75, 0.5
BARRING_STRENGTH = 0.6
"""From here on a context of quoted words forbids to call the claim corroborated."""
SPLICED = "the quoted words are spliced: they stand in two sentences of the source"
TRIMMED = "the quoted words stand in the source, with others between them"
_SENTENCE_ENDS = re.compile(r"[.!?][”\"’»]*\s+[“\"„«]?[A-ZÄÖÜ]|\n")
_CLAUSE_MARKS = re.compile(r"[,;:–—]|\b(?:and|but|or|und|aber|oder)\b", re.IGNORECASE)
_MOST_PLACES = 50
"""Places of a first part that are looked at; a part of one small word stands anywhere."""


def compare_parts(text: str, quotation: Span, words: Sequence[Word]) -> Reason | None:
    """Return what a text of these words has of a quotation in parts; None where it has no parts, or not all of them."""
    parts = [one for one in _LEFT_OUT.split(quotation.text) if split_words(one)]
    if len(parts) <= 1:
        return None
    needles = [[word.folded for word in split_words(one)] for one in parts]
    places = min(_arrangements(needles, [word.folded for word in words]), key=_length, default=None)
    if places is None:
        return None
    there = Span.cut(text, words[places[0][0]].start, words[places[-1][1] - 1].end)
    gaps = [(one[1], other[0]) for one, other in pairwise(places)]
    for (first, last), part in zip(gaps, parts[1:], strict=True):
        between = text[words[first - 1].end : words[last].start + 1]
        if _SENTENCE_ENDS.search(between) and not part.lstrip(' “”"«»,;:.!?')[:1].isupper():
            return told_of_quotation(Polarity.CONTEXT, ALTERED_STRENGTH, SPLICED, quotation, there)
    left_out = [
        Span.cut(text, words[one].start, words[last - 1].end)
        for one, last in gaps
        if one < last and not _underlines(text, words, one, last)
    ]
    denying = [
        one
        for one in left_out
        if flips([], [word.folded for word in split_words(one.text)]) or _denies_what_follows(text, one)
    ]
    if denying:
        clause = len(denying) > 1 or (
            _CLAUSE_MARKS.search(denying[0].text) is not None and not _denies_what_follows(text, denying[0])
        )
        message = f"the quotation is altered: it leaves out “{denying[0].text}”"
        polarity = Polarity.CONTEXT if clause else Polarity.OPPOSES  # a clause left out may deny something else
        return told_of_quotation(polarity, ALTERED_STRENGTH, message, quotation, there)
    return told_of_quotation(Polarity.SUPPORTS, PARTS_STRENGTH, TRIMMED, quotation, there)


def _underlines(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words set off by commas, behind a negation that is quoted, only repeat it: "never, at no price, sell"."""
    between = text[words[first - 1].end : words[last].start].strip()
    return words[first - 1].folded in NEGATORS and between[:1] in _SET_OFF and between[-1:] in _SET_OFF


_SET_OFF = tuple(",–—")


def _denies_what_follows(text: str, left_out: Span) -> bool:
    """Whether what was left out is a negation with an aside: "never, whatever they offer, sell"."""
    first = split_words(left_out.text)[0]
    aside = left_out.text[first.end :]
    behind = text[left_out.end : left_out.end + 1]
    return first.folded in NEGATORS and aside.startswith(_SET_OFF) and behind in _SET_OFF


def bars(reason: Reason) -> bool:
    """Whether what is told of quoted words forbids to call the claim corroborated."""
    context = reason.comparator == "quotations" and reason.polarity is Polarity.CONTEXT
    return context and reason.strength >= BARRING_STRENGTH


def is_joined(reason: Reason) -> bool:
    """Whether the quoted words were put together from what the source says apart: it does not say them."""
    context = reason.comparator == "quotations" and reason.polarity is Polarity.CONTEXT
    return context and reason.strength >= ALTERED_STRENGTH


def is_whole_saying(reason: Reason) -> bool:
    """Whether the source has all the quoted words of the claim, more than two people say by chance."""
    told = reason.comparator == "quotations" and reason.polarity is Polarity.SUPPORTS
    long = any(sum(not word.is_stop for word in split_words(span.text)) >= _WHOLE_SAYING for span in reason.claim_spans)
    return told and long and reason.strength >= WORD_FOR_WORD


_WHOLE_SAYING = 4  # words of content: "it's not a big deal" is anybody's


def keep_to_parts(reasons: list[Reason]) -> list[Reason]:
    """Return the reasons without what the quoted parts have settled.

    A denial of quoted words is context where they were joined (it denies one part), and is left out where the parts
    bear the quotation out: what the ellipsis stands for turned nothing round.
    """
    joined = [span for one in reasons if is_joined(one) for span in one.passage_spans]
    trimmed = [one for one in reasons if _is_trimmed(one)]
    return [
        replace(one, polarity=Polarity.CONTEXT)
        if one.comparator == "polarity" and any(a.start <= b.start < a.end for a in joined for b in one.passage_spans)
        else one
        for one in reasons
        if not (one.comparator == "polarity" and any(_holds(quoted, one) for quoted in trimmed))
    ]


def _is_trimmed(reason: Reason) -> bool:
    return reason.comparator == "quotations" and reason.polarity is Polarity.SUPPORTS and reason.message == TRIMMED


def _holds(quoted: Reason, clash: Reason) -> bool:
    """Whether a clash of the two texts lies in the quoted words."""
    sides = ((quoted.claim_spans, clash.claim_spans), (quoted.passage_spans, clash.passage_spans))
    return all(any(a.start <= b.start < a.end for a in outer) for outer, inner in sides for b in inner)


def negates_in_parts(reasons: Sequence[Reason], claim: Sequence[Word], passage: Sequence[Word]) -> bool:
    """Whether all that two runs of words negate stands in a quotation that the source has in parts."""
    trimmed = next((one for one in reasons if _is_trimmed(one)), None)
    if trimmed is None:
        return False
    sides = ((trimmed.claim_spans, claim), (trimmed.passage_spans, passage))
    return all(
        any(a.start <= word.start < a.end for a in spans)
        for spans, words in sides
        for word in words
        if flips([], [word.folded])
    )


def _arrangements(needles: Sequence[Sequence[str]], hay: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield places `[start, end)` of all parts in their order, one arrangement for each place of the first."""
    begin = 0
    for _ in range(_MOST_PLACES):
        places: list[tuple[int, int]] = []
        low = begin
        for needle in needles:
            at = find_words(needle, hay[low:])
            if at is None:
                return
            places.append((low + at, low + at + len(needle)))
            low = places[-1][1]
        yield places
        begin = places[0][0] + 1


def _length(places: Sequence[tuple[int, int]]) -> int:
    return places[-1][1] - places[0][0]


def has_word_for_word(quotation: str, passage: str) -> bool:
    """Tell whether all words of a quotation stand in a passage, in order and without others between them.

    Case, punctuation and quotation marks do not count. What an ellipsis or square brackets stand for may be anything.
    """
    hay = [word.folded for word in words_apart(passage)]
    for part in _LEFT_OUT.split(quotation):
        needle = [word.folded for word in split_words(part)]
        at = find_words(needle, hay) if needle else 0
        if at is None:
            return False
        hay = hay[at + len(needle) :]
    return True


_LEFT_OUT = re.compile(r"\.\.\.|…|\[[^\]]*\]")


def find_words(needle: Sequence[str], hay: Sequence[str]) -> int | None:
    """Return where some folded words stand beside one another among others, or None."""
    return next(find_all(needle, hay), None)


def find_all(needle: Sequence[str], hay: Sequence[str]) -> Iterator[int]:
    """Yield every place where some folded words stand beside one another among others."""
    size = len(needle)
    return (at for at in range(len(hay) - size + 1) if hay[at] == needle[0] and hay[at : at + size] == needle)


def flips(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one of two runs of folded words negates and the other does not."""
    return _negations(left) % 2 != _negations(right) % 2


def _negations(words: Sequence[str]) -> int:
    return sum(word in NEGATORS or word.endswith("n't") for word in words)


def told_of_quotation(polarity: Polarity, strength: float, message: str, quotation: Span, there: Span) -> Reason:
    """Return what there is to say of the quoted words of a claim."""
    return Reason(
        comparator="quotations",
        facet=Facet.QUOTED_WORDS,
        polarity=polarity,
        strength=strength,
        message=message,
        claim_spans=(quotation,),
        passage_spans=(there,),
    )
