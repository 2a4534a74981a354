"""Subtitles (SubRip .srt, WebVTT .vtt): cues joined to paragraphs, speakers as turns, time codes as markers.

Source: W3C, "WebVTT: The Web Video Text Tracks Format", for cues, notes and voice tags; SubRip has no standard, its
cues are numbered and write a comma before the milliseconds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.corpus.readers.building import TextBuilder
from factcheck.domain import Marker, Span, Turn

PARAGRAPH = 500
"""Characters after which a paragraph ends with the next full stop; cues have no paragraphs of their own."""

LONGEST = 1_500
"""Characters after which it ends anyway: automatic captions have no full stops."""

_TIMING = re.compile(
    r"^[ \t]*((?:\d{1,3}:)?\d{1,2}:\d{2})[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]{1,60})?[ \t]+([^>\n]{1,120})>")
_TAG = re.compile(r"</?[a-zA-Z\d][^<>\n]{0,200}>|\{\\[^{}\n]{0,80}\}")
_SPEAKER = re.compile(r"^(?:[-–—]\s?|>>\s?)?[A-ZÀ-ÖØ-Þ][\w.’' -]{0,60}:(?=\s|$)")
_STARTS = re.compile(r"^(?:[-–—]\s|>>\s?)")
_ENDS = re.compile(r"[.!?…][\"”’»)]*$")


@dataclass(slots=True)
class Cue:
    """What is shown at one time: when it begins, who speaks (voice tag), the words on one line."""

    time: str
    speaker: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtitles:
    """The text of all cues, with the turns of tagged speakers and where each cue begins."""

    text: str
    turns: tuple[Turn, ...]
    markers: tuple[Marker, ...]


@dataclass(slots=True)
class _Paragraph:
    speaker: str = ""
    words: str = ""
    places: list[tuple[int, str]] = field(default_factory=list)

    def add(self, cue: Cue, words: str) -> None:
        self.words += " " if self.words else ""
        self.places.append((len(self.words), cue.time))
        self.words += words


def read_subtitles(text: str) -> Subtitles:
    """Read the cues; a block that is none is left out, as players do."""
    builder, turns = TextBuilder(), list[Turn]()
    for paragraph in _paragraphs(text):
        label = f"{paragraph.speaker}: " if paragraph.speaker else ""
        start = builder.position
        places = [(at + len(label) if at else 0, time) for at, time in paragraph.places]
        builder.add(label + paragraph.words, places=places)
        if label:
            named = Span(start, start + len(label) - 1, label[:-1])
            turns.append(Turn(start=named.end, end=builder.length, speaker=paragraph.speaker, label=named))
    return Subtitles(text=builder.text, turns=tuple(turns), markers=tuple(builder.markers))


def read_records(text: str) -> Iterator[tuple[dict[str, object], tuple[Marker, ...]]]:
    """Yield the one record of a subtitle file, with where each time code begins."""
    found = read_subtitles(text)
    yield {"text": found.text}, found.markers


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """Join cues to paragraphs: a new one where another person speaks, or after a full stop once it is long."""
    paragraph, last = _Paragraph(), ""
    for cue in _with_speakers(list(_cues(text))):
        words = _STARTS.sub("", cue.words)
        if words == last:  # captions that roll show a line twice
            continue
        last = words
        changes = cue.speaker != paragraph.speaker or words != cue.words or _SPEAKER.match(words) is not None
        full = len(paragraph.words) > PARAGRAPH and _ENDS.search(paragraph.words)
        if paragraph.words and (changes or full or len(paragraph.words) > LONGEST):
            yield paragraph
            paragraph = _Paragraph()
        paragraph.speaker = cue.speaker
        paragraph.add(cue, words)
    if paragraph.words:
        yield paragraph


def _with_speakers(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Give a cue without a voice tag the speaker before it, where it goes on with their words.

    It does in the middle of a sentence; and anywhere in a file whose tags stand only where the speaker changes.
    """
    tagged = [cue.speaker for cue in cues if cue.speaker]
    only_changes = all(one != other for one, other in pairwise(tagged))
    speaker, words = "", ""
    for cue in cues:
        opens = _STARTS.match(cue.words) is not None or _SPEAKER.match(cue.words) is not None
        goes_on = only_changes or (words and _ENDS.search(words) is None) or cue.words[:1].islower()
        speaker = cue.speaker or (speaker if goes_on and not opens else "")
        words = cue.words
        yield Cue(cue.time, speaker, cue.words)


def _cues(text: str) -> Iterator[Cue]:
    time = ""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if timing := _TIMING.match(line):
            time = _clock(timing[1])
        elif not line.strip():
            time = ""
        elif time:
            yield from _of_line(line, time)


def _of_line(line: str, time: str) -> Iterator[Cue]:
    """Yield a cue for each voice in a line."""
    parts = _VOICE.split(line)
    speakers = ["", *parts[1::2]]
    for speaker, words in zip(speakers, parts[::2], strict=True):
        plain = " ".join(html.unescape(_TAG.sub("", words)).split())
        if plain:
            yield Cue(time, " ".join(html.unescape(speaker).split()), plain)


def _clock(time: str) -> str:
    """Write a time code as HH:MM:SS."""
    parts = time.split(":")
    return ":".join(part.zfill(2) for part in (["0"] * (3 - len(parts)) + parts))
