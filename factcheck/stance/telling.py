"""The reasons as a checker reads them: each difference once, and in whole words.

"Differs: Coach Peter / Defender Oliver" cuts two names short that have one surname, and "of “prime”, the source of
“interior”" two ministers: what follows in both texts alike is told with them. A difference within another that is told
is told once ("Wales / Northern Ireland" without "Wales / Ireland"). What the reasons weigh is settled before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain import Reason, Span
from factcheck.stance.matrix.parts import within
from factcheck.stance.names.subjects import is_told
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.texts import Text, is_deed
from factcheck.text.words import Word

_DIFFERS = "differs: "
_FORMS = (_DIFFERS + "{} / {}", "the claim says it of “{}”, the source of “{}”")
"""How it is told that one thing stands in the claim and another in the source."""


def told_plainly(pair: Pair, reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return the reasons in their order, each difference once, with what follows in both texts alike."""
    kept = [one for at, one in enumerate(reasons) if not _is_within_another(one, at, reasons)]
    return tuple([_in_whole_words(pair, one) for one in kept])


def _is_within_another(one: Reason, at: int, reasons: Sequence[Reason]) -> bool:
    """Whether another reason tells a difference with it; of two that tell it alike, the first does."""
    if not one.message.startswith(_DIFFERS) or not (one.claim_spans and one.passage_spans):
        return False
    return any(
        there != at and _holds(other, one) and (there < at or not _holds(one, other))
        for there, other in enumerate(reasons)
    )


def _holds(outer: Reason, inner: Reason) -> bool:
    same = outer.polarity is inner.polarity and outer.facet is inner.facet
    return (same and outer.comparator != "speakers") and all(
        bool(ones) and all(any(within(span, whole) for whole in wholes) for span in ones)
        for ones, wholes in (
            (inner.claim_spans, outer.claim_spans),
            (inner.passage_spans, outer.passage_spans),
        )
    )


def _in_whole_words(pair: Pair, one: Reason) -> Reason:
    if one.comparator == "small words" or not (one.claim_spans and one.passage_spans):
        return one  # "must / should": the small words are the difference
    ours, theirs = one.claim_spans[0], one.passage_spans[0]
    form = next((form for form in _FORMS if form.format(ours.text, theirs.text) == one.message), None)
    if form is None:
        return one
    end, other = _shared_end(pair, ours, theirs)
    whole = Span.cut(pair.claim.text, ours.start, end), Span.cut(pair.passage.text, theirs.start, other)
    return replace(one, message=form.format(whole[0].text, whole[1].text))


def _shared_end(pair: Pair, ours: Span, theirs: Span) -> tuple[int, int]:
    """Return where two stretches end with the words that go on with both: "minister" behind "prime" and "interior".

    A whole name is told alone, and so is a verb.
    """
    end, other = ours.end, theirs.end
    named = _is_named(ours) and _is_named(theirs)
    if any(map(_is_deed, (*_last(pair.claim, end), *_last(pair.passage, other)))):
        return end, other
    while True:
        one, two = _next(pair.claim, end), _next(pair.passage, other)
        if one is None or two is None or one.stem != two.stem or one.is_stop or _is_deed(one):
            return end, other
        if named and not one.text[0].isupper():
            return end, other
        end, other = one.end, two.end


def _is_named(told: Span) -> bool:
    return told.text.split()[-1][0].isupper()


def _last(text: Text, end: int) -> list[Word]:
    return [word for word in text.words if word.end == end]


def _is_deed(word: Word) -> bool:
    return is_told(word) or is_deed(word)


def _next(text: Text, end: int) -> Word | None:
    """Return the word right behind a place, over a space or a hyphen."""
    if text.text[end : end + 1] not in (" ", "-"):
        return None
    return next((word for word in text.words if word.start == end + 1), None)
