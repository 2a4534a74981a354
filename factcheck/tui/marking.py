"""Marking words of an article with the keyboard: how far a key moves either end of the mark. No Textual.

Both ends move over steps, places where a mark may begin and where it may end: of each word its outer letters, and the
marks around it with them ("(a", "third)"), so that quotations and brackets can be had whole. A comma ends no mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims import bounds
from factcheck.tui.selecting import is_wide

if TYPE_CHECKING:
    from factcheck.domain import Claim, ClaimSummary
    from factcheck.tui.reading import ArticleText

Place = tuple[int, int]
"""From where to where, half-open, in characters of the article."""

PLACE = "place"
"""The name of the answer that says where words were marked ("811 851"); there is none where they were typed."""

AROUND = 600
"""Characters of the article shown on either side of a claim, in whole sentences: an eighty-column screen of them."""

_TOKEN = re.compile(r"(?:[^\s–—]|(?<=\w)–(?=\w))+|[–—]+")
"""What stands between blanks or dashes; "2010–2012" is one."""
_AROUND = ".,;:!?…\"'“”„‟‘’‚«»‹›()[]{}*_"
"""Marks around a word that are none of it; a sign ("12%", "$5", "-3") is."""
_COMMAS = ",;:"
_STOPS = frozenset(".!?…")
_DASHES = "-–—"

_END, _START = False, True
_KEYS = {
    "l": (_END, 1, False), "h": (_END, -1, False), "L": (_START, 1, False), "H": (_START, -1, False),
    "j": (_END, 1, True), "k": (_END, -1, True), "J": (_START, 1, True), "K": (_START, -1, True),
}  # fmt: skip
_ARROWS = {"right": "l", "left": "h", "down": "j", "up": "k"}
MOVES = {
    **_KEYS,
    **{arrow: _KEYS[letter] for arrow, letter in _ARROWS.items()},
    **{f"shift+{arrow}": _KEYS[letter.upper()] for arrow, letter in _ARROWS.items()},
}
"""Key -> whether it moves the start (else the end), in which direction, and whether by a clause (else by a word)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Where a mark may begin and end, in order, and which of these are the edges of clauses."""

    starts: Sequence[int]
    ends: Sequence[int]
    clause_starts: Sequence[int] = ()
    clause_ends: Sequence[int] = ()

    def within(self, low: int, high: int, shift: Callable[[int], int]) -> Steps:
        """Return the steps of a mark that begins at `low` and ends before `high`; `shift` moves each end on."""
        ends, clauses = (
            sorted({at for at in map(shift, places) if low < at < high}) for places in (self.ends, self.clause_ends)
        )
        return Steps(starts=(low,), ends=ends, clause_ends=clauses)


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked, and over what its ends move; nothing is marked where both ends are the same."""

    steps: Steps
    place: Place

    def moved(self, key: str) -> Mark:
        """Return the mark with an end moved; as it is where there is no such step that leaves a word in it."""
        is_start, direction, by_clause = MOVES[key]
        start, end = self.place
        if is_start:
            starts = self.steps.clause_starts if by_clause else self.steps.starts
            return replace(self, place=(_next([at for at in starts if at < end], start, direction), end))
        ends = self.steps.clause_ends if by_clause else self.steps.ends
        return replace(self, place=(start, _next([at for at in ends if at > start], end, direction)))

    def over(self, start: int, end: int) -> Mark:
        """Return the mark over what was dragged over, widened to the nearest steps."""
        starts = self.steps.starts
        low = starts[max(0, bisect_right(starts, start) - 1)]
        ends = [at for at in self.steps.ends if at > low]
        return replace(self, place=(low, next((at for at in ends if at >= end), ends[-1] if ends else low)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """What a form lets mark. `text`: what it shows of the article, `offset`: from where on, `strong`: claims in it.

    `written`: the answer that a mark is; `found`: the place of an answer that was typed, None where it has none.
    """

    text: str
    offset: int
    strong: Sequence[Place]
    mark: Mark
    written: Callable[[Place], str]
    found: Callable[[str], Place | None]


def place_marked(answers: Mapping[str, str]) -> Place | None:
    """Return where the words of an answer were marked; None where they were typed."""
    start, _, end = answers.get(PLACE, "").partition(" ")
    return (int(start), int(end)) if end else None


def bounds_marking(article: ArticleText, claim: Claim) -> Marking:
    """Return the marking of other words for a claim: those that it has are marked."""
    low, high = _window(article, claim.start, claim.end)
    text = article.text[low:high]

    def found(answer: str) -> Place | None:
        places = bounds.places_of(answer, article.text, low, high)
        inside = [place for place in places if place[0] < claim.end and claim.start < place[1]]
        return next((found[0] for found in (places, inside) if len(found) == 1), None)

    return Marking(
        text=text,
        offset=low,
        strong=[(claim.start, claim.end)],
        mark=Mark(word_steps(text, low), (claim.start, claim.end)),
        written=lambda place: _words(article, place),
        found=found,
    )


def split_marking(article: ArticleText, claim: Claim) -> Marking:
    """Return the marking of the first part of a claim, with the marks that close it; nothing is marked yet."""
    low, high = _window(article, claim.start, claim.end)
    steps = word_steps(article.text[claim.start : claim.end], claim.start)

    def closed(end: int) -> int:
        return bounds.after(article.text, end, claim.end)

    def found(answer: str) -> Place | None:
        places = bounds.places_of(answer, article.text, claim.start, claim.end)
        return (claim.start, closed(places[0][1])) if len(places) == 1 else None

    return Marking(
        text=article.text[low:high],
        offset=low,
        strong=[(claim.start, claim.end)],
        mark=Mark(steps.within(claim.start, claim.end, closed), (claim.start, claim.start)),
        written=lambda place: _words(article, place),
        found=found,
    )


def join_marking(article: ArticleText, claim: Claim, rows: Sequence[ClaimSummary], following: str) -> Marking:
    """Return the marking of neighbours of a claim: whole ones, and it among them. `following`: the one proposed."""
    ends = [row.end for row in rows if str(row.number) == following]
    low, high = _window(article, claim.start, max([claim.end, *ends]))
    shown = [row for row in rows if low <= row.start and row.end <= high]
    steps = claim_steps((row.start, row.end) for row in shown)
    starts = [at for at in steps.starts if at <= claim.start]
    ends_there = [at for at in steps.ends if at >= claim.end]

    def found(answer: str) -> Place | None:
        chosen = [row for row in shown if str(row.number) in answer.split()]
        edges = [(row.start, row.end) for row in chosen] + [(claim.start, claim.end)]
        return min(start for start, _ in edges), max(end for _, end in edges)

    def written(place: Place) -> str:
        inside = [row for row in shown if place[0] <= row.start and row.end <= place[1] and row.id != claim.id]
        return " ".join(str(row.number) for row in inside)

    return Marking(
        text=article.text[low:high],
        offset=low,
        strong=[(row.start, row.end) for row in shown],
        mark=Mark(
            Steps(starts=starts, ends=ends_there, clause_starts=starts, clause_ends=ends_there),
            found(following) or (claim.start, claim.end),
        ),
        written=written,
        found=found,
    )


def _window(article: ArticleText, start: int, end: int) -> Place:
    """Return the sentences around a place, and the place itself."""
    near = [one for one in article.sentences if start - AROUND < one.end and one.start < end + AROUND]
    return min([start, *(one.start for one in near)]), max([end, *(one.end for one in near)])


def _words(article: ArticleText, place: Place) -> str:
    return " ".join(article.text[slice(*place)].split())


def word_steps(text: str, offset: int = 0) -> Steps:
    """Return the steps over the words of a text that stands at an offset; letters, where there are no blanks."""
    starts: set[int] = set()
    ends: set[int] = set()
    clause_starts: list[int] = []
    clause_ends: list[int] = []
    begins = True
    last = 0
    for found in _TOKEN.finditer(text):
        low, token = offset + found.start(), found.group()
        if not token.strip(_DASHES):
            clause_ends += [last] if ends else []
            begins = True
            continue
        if not token.strip(_AROUND):
            continue
        starts |= {low, low + len(token) - len(token.lstrip(_AROUND))}
        ends |= {low + len(token.rstrip(_AROUND)), low + len(token.rstrip(_COMMAS))}
        letters = [low + at for at, letter in enumerate(token) if is_wide(letter)]
        starts.update(letters)
        ends.update(at + 1 for at in letters)
        clause_starts += [low] if begins else []
        last = max(ends)
        behind = token[len(token.rstrip(_AROUND)) :]
        begins = not _STOPS.isdisjoint(behind) or not set(_COMMAS).isdisjoint(behind)
        clause_ends += [last] if begins else []
    return Steps(
        starts=sorted(starts),
        ends=sorted(ends),
        clause_starts=clause_starts,
        clause_ends=sorted({*clause_ends, *([last] if ends else [])}),
    )


def claim_steps(places: Iterable[Place]) -> Steps:
    """Return the steps over claims: a mark holds whole ones."""
    known = list(places)
    starts, ends = sorted({start for start, _ in known}), sorted({end for _, end in known})
    return Steps(starts=starts, ends=ends, clause_starts=starts, clause_ends=ends)


def _next(places: Sequence[int], now: int, direction: int) -> int:
    """Return the next of some places in a direction; `now` where there is none."""
    if direction < 0:
        return max((at for at in places if at < now), default=now)
    return min((at for at in places if at > now), default=now)
