"""The text of an article in pieces: each sentence cut where claims begin and end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.domain import Block, Disposition, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a claim stands, and the key by which the copy knows it."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words. `claim`: the innermost claim over them, "" for none; `ends`: the claims that end behind them."""

    text: str
    claim: str = ""
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence in pieces, with its disposition; `opens`: it begins a paragraph."""

    disposition: Disposition
    block: Block
    pieces: tuple[Piece, ...]
    opens: bool
    reason: str = ""


def marked_sentences(text: str, sentences: Sequence[Sentence], places: Sequence[Place]) -> Iterator[Marked]:
    """Yield the sentences in order; a claim may go over several, and stand within another."""
    waiting = sorted(places, key=lambda place: (place.start, -place.end))[::-1]
    active: list[Place] = []
    for number, sentence in enumerate(sentences):
        following = sentences[number + 1].start if number + 1 < len(sentences) else len(text) + 1
        while waiting and waiting[-1].start < sentence.end:
            active.append(waiting.pop())
        before = text[sentences[number - 1].end : sentence.start] if number else ""
        yield Marked(
            disposition=sentence.disposition,
            block=sentence.block,
            pieces=tuple(_pieces(text, sentence, active, following)),
            opens=not number or "\n" in before,
            reason=sentence.reason,
        )
        active = [place for place in active if place.end > following]


def _pieces(text: str, sentence: Sentence, active: Sequence[Place], following: int) -> Iterator[Piece]:
    inside = {edge for place in active for edge in (place.start, place.end) if sentence.start < edge < sentence.end}
    cuts = [sentence.start, *sorted(inside), sentence.end]
    for start, end in itertools.pairwise(cuts):
        over = [place for place in active if place.start <= start and place.end >= end]
        last = following if end == sentence.end else end
        ends = [place for place in active if end <= place.end <= last]
        yield Piece(
            text=text[start:end],
            claim=min(over, key=lambda place: place.end - place.start).key if over else "",
            ends=tuple(place.key for place in sorted(ends, key=lambda place: -place.start)),
        )
