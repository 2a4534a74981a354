"""Addresses that a writer shows for what a sentence says: they belong to the sentence, and are no words of it.

"The council employs 850 people: https://…", "… by 11 votes (https://…).", "…, see https://…". In the working copy the
address and what leads to it are blank, so that the sentence reads as if they were not there; `citations` binds them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claims.sources.citations import URL, without_stops

LED_WITHIN = 40
"""Characters before an address in which that stands what leads to it."""
LEAST_WORDS = 4
"""Words before an address that is shown for them; fewer are a label ("Jobs: https://…"). Our own choice."""

_CUES = r"(?:(?:see|via|sources?|link|more|here|siehe|quellen?|mehr)\b:?\s{0,2}){1,3}"
_LEADS = re.compile(
    rf"(?:\s{{0,2}}[(\[]\s?(?:{_CUES})?|\s{{0,2}}[:–—]\s{{1,2}}|\s{{1,2}}[-–—]\s{{1,2}}|[,;.]?\s{{1,2}}{_CUES})\Z",
    re.IGNORECASE,
)
_CLOSES = {"(": ")", "[": "]"}
_STOPS = ".!?"

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ShownLink:
    """An address with what leads to it and the stop behind it: `[start, end)`; `stopped`: there is such a stop."""

    start: int
    end: int
    stopped: bool


def shown_links(text: str) -> tuple[ShownLink, ...]:
    """Return the addresses that are shown for the words before them in their line, in order."""
    return tuple(_links(text))


def _links(text: str) -> Iterator[ShownLink]:
    done = 0
    for found in URL.finditer(text):
        window = max(done, found.start() - LED_WITHIN)
        leads = _LEADS.search(text, window, found.start())
        if leads is None or not _has_words(text, done, leads.start()):
            continue
        end = found.start() + len(without_stops(found.group()))
        opened = next((mark for mark in leads.group() if mark in _CLOSES), "")
        if opened:
            if text[end : end + 1] != _CLOSES[opened]:
                continue
            end += 1
        has_own_stop = leads.group()[0] == "."  # "… in May. See https://…"
        stopped = end < len(text) and text[end] in _STOPS
        done = end + stopped
        yield ShownLink(leads.start() + has_own_stop, done, stopped and not has_own_stop)


def _has_words(text: str, begin: int, end: int) -> bool:
    line = text[max(begin, text.rfind("\n", 0, end) + 1, end - 10 * LED_WITHIN) : end]
    return len(line.split()) >= LEAST_WORDS


def without_links(text: str, links: Sequence[ShownLink]) -> str:
    """Return a text of the same length with the links blank, but for the stop behind them."""
    parts: list[str] = []
    at = 0
    for link in links:
        blank = link.end - link.stopped
        parts += [text[at : link.start], " " * (blank - link.start)]
        at = blank
    return "".join([*parts, text[at:]]) if at else text


def before_links(spans: Sequence[Pair], links: Sequence[ShownLink]) -> list[Pair]:
    """Return sentences of a text without links, each ending before the link that it ended in."""
    if not links:
        return list(spans)
    starts = [link.start for link in links]
    return [(low, _end(low, high, links, starts)) for low, high in spans]


def _end(low: int, high: int, links: Sequence[ShownLink], starts: Sequence[int]) -> int:
    at = bisect_left(starts, high) - 1
    return links[at].start if at >= 0 and low < links[at].start < high <= links[at].end else high


__all__ = ["ShownLink", "before_links", "shown_links", "without_links"]
