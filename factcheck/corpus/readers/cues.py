"""The blocks of a subtitle file: which lines are shown, and when, also where a time code is damaged.

A player drops a cue whose arrow or time it cannot read; a checker has to see its words. So a line that can only be a
time code is read as one, and a block without any is kept. Left out is what no viewer sees: numbers and names of cues,
and the notes, styles and heads of WebVTT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}"
_TIMING = re.compile(rf"[ \t]*({_CLOCK})[.,]\d{{1,3}}[ \t]*-->[ \t]*{_CLOCK}[.,]\d{{1,3}}")
_STARTS_WITH_CLOCK = re.compile(rf"[ \t\[(]*({_CLOCK})(?![\d:])")
_SETTINGS = re.compile(r"\b(?:align|line|position|size|vertical|region)[ \t]?:[ \t]?\S+|\b[A-Za-z]\w{0,20}:\S+")
_ARROW = re.compile(r"[-‐–—−=~][-‐–—−=~ \t]*[>›»]|[→⇒➔➜]|&gt;")
_OF_A_TIME = re.compile(r"[\d:.,;\s()\[\]xX?#oOlI*_‐–—−=~<>›»→⇒➔➜-]+|&gt;")
"""What a damaged time code consists of: figures, what is mistaken for one by a scanner, marks and arrows."""
_BEGINS_AS_TIME = re.compile(rf"[ \t\[(]*{_CLOCK}(?:[.,]\d{{1,3}})?[ \t]*(?:{_ARROW.pattern})")
_WORDS = re.compile(r"[^\W\d_]{2}.*", re.DOTALL)
_HAS_CLOCK = re.compile(r"\d\s?[:;]\s?[\dxX?oOlI]")
_TWO_CLOCKS = re.compile(rf"{_CLOCK}\D.*{_CLOCK}|^\s*\d{{1,2}}:\d{{2}}:\d{{2}}[.,]\d")
_NUMBER = re.compile(r"\s*#?\d{1,6}\s*")
_UNSEEN = re.compile(r"(?:NOTE|STYLE|REGION)(?!\S)")
_HEAD = re.compile(r"\ufeff?WEBVTT(?!\S)")
_ENDS = re.compile(r"[.!?…][\"”’»)]*\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are shown together, their time ("" where none can be read), the number of the line that tells it."""

    lines: tuple[str, ...]
    time: str
    line: int
    damaged: bool = False


def blocks(text: str) -> Iterator[Block]:
    """Yield what is shown, in order."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    web = _HEAD.match(text.lstrip()) is not None
    at = 0
    while at < len(lines):
        stop = next((k for k in range(at, len(lines)) if _ends_block(lines, k)), len(lines))
        if stop > at:
            yield from _of_block(lines[at:stop], at, web=web)
        at = stop + 1


def _ends_block(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line is blank and parts two blocks: rolling captions have one of blanks behind the time code."""
    return not lines[at].strip() and not (lines[at] and at and _TIMING.match(lines[at - 1]))


def _of_block(lines: Sequence[str], at: int, *, web: bool) -> Iterator[Block]:
    """Yield the cues between two blank lines; one that lost the blank line before it begins at its time code."""
    heads = [k for k, line in enumerate(lines) if _is_time(line, opens=_opens(lines, k))]
    first = heads[0] if heads else len(lines)
    unseen = web and (_UNSEEN.match(lines[0]) or _HEAD.match(lines[0]))
    if not unseen and (before := _without_time(lines[:first], timed_next=bool(heads))):
        yield Block(before, "", at + 1, damaged=True)
    for head, following in pairwise([*heads, len(lines)]):
        beside = _WORDS.search(_SETTINGS.sub("", lines[head]).replace("&gt;", ">"))
        below = _without_next(lines[head + 1 : following], timed_next=following < len(lines))
        if shown := ((beside.group(), *below) if beside else below):
            time = _STARTS_WITH_CLOCK.match(lines[head])
            damaged = beside is not None or _TIMING.match(lines[head]) is None
            yield Block(shown, _clock(time[1]) if time else "", at + head + 1, damaged=damaged)


def _opens(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line stands where a cue's time belongs: first, or behind the number or name of the cue."""
    return at == 0 or (at == 1 and _ENDS.search(lines[0]) is None) or _NUMBER.fullmatch(lines[at - 1]) is not None


def _is_time(line: str, *, opens: bool) -> bool:
    """Tell whether a line is a time code, or can only be a damaged one; `opens`: it stands where one belongs."""
    if _BEGINS_AS_TIME.match(line):
        return True
    bare = _SETTINGS.sub("", line)
    if not _OF_A_TIME.fullmatch(bare.replace("&gt;", ">")):
        return False
    clock = _HAS_CLOCK.search(bare) is not None
    if _ARROW.search(bare):
        return clock or opens
    return opens and clock and _TWO_CLOCKS.search(bare) is not None


def _without_time(lines: Sequence[str], *, timed_next: bool) -> tuple[str, ...]:
    """Return the lines in front of a block's first time code, without the number or name of a cue.

    The name of the cue that follows is one line (`timed_next`), and no sentence.
    """
    if timed_next and len(lines) == 1 and not _ENDS.search(lines[0]):
        return ()
    kept = lines[:-1] if timed_next and lines and _NUMBER.fullmatch(lines[-1]) else lines
    return tuple(kept[1:] if kept and _NUMBER.fullmatch(kept[0]) else kept)


def _without_next(lines: Sequence[str], *, timed_next: bool) -> tuple[str, ...]:
    """Return the lines behind a time code, without the number of a cue that follows with no blank line between."""
    return tuple(lines[:-1] if timed_next and lines and _NUMBER.fullmatch(lines[-1]) else lines)


def _clock(time: str) -> str:
    """Write a time code as HH:MM:SS."""
    parts = time.split(":")
    return ":".join(part.zfill(2) for part in (["0"] * (3 - len(parts)) + parts))
