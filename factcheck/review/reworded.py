"""An earlier revision as it reads with the accepted wordings that a new one has: what a revision is compared with.

A sentence that reads exactly as it was signed has not changed. Exactly: white space and typographic quotation marks do
not count, everything else does. Of several wordings in a sentence all may be there, or one alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from factcheck.domain import LISTED, Claim, ClaimState, Sentence, WordingState
from factcheck.review.aligning import Form, form_of
from factcheck.review.wording import same_words

MOST_SENTENCES = 6
"""Sentences that the new words of one may be: nobody replaces a sentence by more. Ours, not measured."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class AsAccepted:
    """The sentences of a revision with the words that were accepted in them.

    `at`: where each claim (id) stands then; `reworded`: the claims that have their accepted words; `beside`: those in
    the same sentences, which changed around them; `within`: those of them whose own words were replaced; `pieces`: the
    places among `sentences` of those with new words.
    """

    sentences: tuple[Sentence, ...]
    at: Mapping[str, Pair] = field(default_factory=dict)
    reworded: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    pieces: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Passage:
    """Sentences `[first, last]` with new words: their `text`, its `cuts` into sentences, and the claims reworded."""

    first: int
    last: int
    text: str
    cuts: tuple[Pair, ...]
    claims: tuple[Claim, ...]
    words: tuple[str, ...]


def as_accepted(
    text: str,
    sentences: Sequence[Sentence],
    claims: Sequence[tuple[Claim, ClaimState]],
    now: str,
    after: Sequence[Sentence],
) -> AsAccepted:
    """Return a revision (`text`, `sentences`) with the accepted wordings of its claims that a new one (`now`) has."""
    words = {claim.id: told for claim, state in claims if (told := _accepted(claim, state))}
    offered = [(claim, words[claim.id]) for claim, _ in claims if claim.id in words]
    passages = list(_passages(text, sentences, offered, now, after))
    if not passages:
        return AsAccepted(sentences=tuple(sentences), at={claim.id: (claim.start, claim.end) for claim, _ in claims})
    return _rewritten(sentences, [claim for claim, _ in claims], passages)


def _accepted(claim: Claim, state: ClaimState) -> str:
    """Return the words that are to stand in place of a listed claim's and do not yet, or ""."""
    wording = state.wording if state.review_state in LISTED else None
    waits = wording and wording.state is WordingState.ACCEPTED and not wording.applied
    return wording.text if wording and waits and same_words(wording.before, claim.verbatim) else ""


def _passages(
    text: str,
    sentences: Sequence[Sentence],
    offered: Sequence[tuple[Claim, str]],
    now: str,
    after: Sequence[Sentence],
) -> Iterator[_Passage]:
    """Yield the passages that the new revision has with new words, and no longer with the old ones."""
    for first, last, group in _groups(sentences, offered):
        whole = (sentences[first].start, sentences[last].end)
        before = form_of(text[slice(*whole)]).text
        if _count(before, now, after) >= _count(before, text, sentences):
            continue
        for chosen in _choices(group):
            reads = _replaced(text, whole, chosen)
            form = form_of(reads)
            cuts = _cuts(form, now, after)
            if cuts and _count(form.text, now, after) > _count(form.text, text, sentences):
                yield _Passage(first, last, reads, cuts, *zip(*chosen, strict=True))
                break


def _groups(
    sentences: Sequence[Sentence], offered: Sequence[tuple[Claim, str]]
) -> Iterator[tuple[int, int, list[tuple[Claim, str]]]]:
    """Put together the wordings of the same sentences."""
    first = last = -1
    group: list[tuple[Claim, str]] = []
    for claim, words in sorted(offered, key=lambda one: (one[0].start, one[0].end)):
        own = [i for i, one in enumerate(sentences) if one.start < claim.end and claim.start < one.end]
        if not own:
            continue
        if group and own[0] > last:
            yield first, last, group
            group = []
        first, last = (first, max(last, own[-1])) if group else (own[0], own[-1])
        group.append((claim, words))
    if group:
        yield first, last, group


def _choices(group: Sequence[tuple[Claim, str]]) -> Iterator[Sequence[tuple[Claim, str]]]:
    ends = [claim.end for claim, _ in group]
    if all(end <= claim.start for end, (claim, _) in zip(ends, group[1:], strict=False)):
        yield group
    if len(group) > 1:
        yield from ([one] for one in group)


def _replaced(text: str, whole: Pair, chosen: Sequence[tuple[Claim, str]]) -> str:
    parts, place = [], whole[0]
    for claim, words in chosen:
        parts += [text[place : claim.start], words]
        place = claim.end
    return "".join([*parts, text[place : whole[1]]])


def _runs(wanted: str, text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield the sentences, from the first to the last, that read so together."""
    for first, one in enumerate(sentences):
        if not wanted.startswith(form_of(one.text).text):
            continue
        for last in range(first, min(first + MOST_SENTENCES, len(sentences))):
            if form_of(text[one.start : sentences[last].end]).text == wanted:
                yield first, last


def _count(wanted: str, text: str, sentences: Sequence[Sentence]) -> int:
    return sum(1 for _ in _runs(wanted, text, sentences))


def _cuts(form: Form, now: str, after: Sequence[Sentence]) -> tuple[Pair, ...]:
    """Return where the sentences of a passage begin and end in it, as the new revision has them; () if it has not."""
    for first, last in _runs(form.text, now, after):
        cuts, place = [], 0
        for one in after[first : last + 1]:
            piece = form_of(one.text).text
            start = form.text.index(piece, place)
            place = start + len(piece)
            cuts.append((form.places[start], form.places[place - 1] + 1))
        return tuple(cuts)
    return ()


def _rewritten(sentences: Sequence[Sentence], claims: Sequence[Claim], passages: Sequence[_Passage]) -> AsAccepted:
    made: list[Sentence] = []
    pieces: set[int] = set()
    moved = number = 0
    for passage in passages:
        made += [_moved(one, moved) for one in sentences[number : passage.first]]
        old = (sentences[passage.first].start, sentences[passage.last].end)
        start = old[0] + moved
        pieces.update(range(len(made), len(made) + len(passage.cuts)))
        made += [
            replace(sentences[passage.first], start=start + a, end=start + b, text=passage.text[a:b])
            for a, b in passage.cuts
        ]
        moved += len(passage.text) - (old[1] - old[0])
        number = passage.last + 1
    made += [_moved(one, moved) for one in sentences[number:]]
    edits = [edit for passage in passages for edit in zip(passage.claims, passage.words, strict=True)]
    spans = [(sentences[one.first].start, sentences[one.last].end) for one in passages]
    reworded = {claim.id for claim, _ in edits}
    near = {one.id for one in claims if any(_share(one, *span) for span in spans)} - reworded
    inside = {one.id for one in claims if any(_share(one, claim.start, claim.end) for claim, _ in edits)}
    return AsAccepted(
        sentences=tuple(made),
        at={claim.id: (_shifted(claim.start, edits), _shifted(claim.end, edits, end=True)) for claim in claims},
        reworded=frozenset(reworded),
        beside=frozenset(near),
        within=frozenset(inside & near),
        pieces=frozenset(pieces),
    )


def _moved(sentence: Sentence, by: int) -> Sentence:
    return replace(sentence, start=sentence.start + by, end=sentence.end + by)


def _share(claim: Claim, start: int, end: int) -> bool:
    return claim.start < end and start < claim.end


def _shifted(place: int, edits: Sequence[tuple[Claim, str]], *, end: bool = False) -> int:
    """Return where a place of the old text is in the new one; one within replaced words is at their end or start."""
    moved = 0
    for claim, words in edits:
        if place >= claim.end:
            moved += len(words) - (claim.end - claim.start)
        elif place > claim.start:
            return claim.start + moved + (len(words) if end else 0)
    return place + moved
