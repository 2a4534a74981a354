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
from factcheck.corpus.readers.cues import Block, blocks
from factcheck.domain import Marker, Problem, Span, Turn

PARAGRAPH = 500
"""Characters after which a paragraph ends with the next full stop; cues have no paragraphs of their own."""

LONGEST = 1_500
"""Characters after which it ends anyway: automatic captions have no full stops."""

LINES_TOLD = 8
"""Lines with a damaged time code that a notice names."""

_VOICE = re.compile(r"<v(?:\.[^\s>]{1,60})?[ \t]+([^>\n]{1,120})>|</v>")
_TAG = re.compile(r"</?[a-zA-Z\d][^<>\n]{0,200}>|\{\\[^{}\n]{0,80}\}")
_WITH_OFFICE = (  # "RUTH BANE, SHIPYARD DIRECTOR", "Ruth Bane, director of the yard"
    r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’' -]{1,40}|(?:[A-ZÀ-ÖØ-Þ][\w.’'-]{0,30}\s){1,3}[A-ZÀ-ÖØ-Þ][\w.’'-]{0,30})"
    r",\s[\w.’'& -]{2,60}"
)
_SPEAKER = re.compile(
    rf"^(?:[-–—]\s?|>>\s?)?(?:{_WITH_OFFICE}|[A-ZÀ-ÖØ-Þ][\w.’' -]{{0,60}})(?:\([^()]{{1,30}}\))?:(?=\s|$)"
)
_STARTS = re.compile(r"^(?:[-–—](?:\s(?![a-zß-ÿ])|(?=[A-ZÀ-ÖØ-Þ“„\"]))|>>\s?)")
"""What another speaker begins with; behind a dash a small letter goes on with the words before."""
_ENDS = re.compile(r"[.!?…][\"”’»)]*$")


@dataclass(slots=True)
class Cue:
    """What is shown at one time: when it begins, who speaks, the words on one line; `tagged`: the voice tag is here."""

    time: str
    speaker: str
    words: str
    tagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtitles:
    """The text of all cues, with the turns of tagged speakers, where each cue begins, and what was damaged."""

    text: str
    turns: tuple[Turn, ...]
    markers: tuple[Marker, ...]
    notices: tuple[Problem, ...] = ()
    unnamed: tuple[int, ...] = ()  # where a dash tells that somebody else begins, without telling who


@dataclass(slots=True)
class _Paragraph:
    speaker: str = ""
    words: str = ""
    unnamed: bool = False
    places: list[tuple[int, str]] = field(default_factory=list)

    def add(self, cue: Cue, words: str) -> None:
        self.words += " " if self.words else ""
        if cue.time:
            self.places.append((len(self.words), cue.time))
        self.words += words


def read_subtitles(text: str, name: str = "") -> Subtitles:
    """Read the cues of a file `name`; words under a damaged time code, or under none, are kept and told of."""
    builder, turns, unnamed = TextBuilder(), list[Turn](), list[int]()
    found = list(blocks(text))
    for paragraph in _paragraphs(found):
        label = f"{paragraph.speaker}: " if paragraph.speaker else ""
        start = builder.position
        unnamed += [start] if paragraph.unnamed else []
        places = [(at + len(label) if at else 0, time) for at, time in paragraph.places]
        builder.add(label + paragraph.words, places=places)
        if label:
            named = Span(start, start + len(label) - 1, label[:-1])
            turns.append(Turn(start=named.end, end=builder.length, speaker=paragraph.speaker, label=named))
    notices = tuple(_notices(found, name))
    markers = tuple(builder.markers)
    return Subtitles(text=builder.text, turns=tuple(turns), markers=markers, notices=notices, unnamed=tuple(unnamed))


def read_records(text: str) -> Iterator[tuple[dict[str, object], tuple[Marker, ...]] | Problem]:
    """Yield the one record of a subtitle file, with where each time code begins, and what was damaged in it."""
    found = read_subtitles(text)
    yield from found.notices
    yield {"text": found.text}, found.markers


def _notices(found: Sequence[Block], name: str) -> Iterator[Problem]:
    damaged = [block.line for block in found if block.damaged]
    if damaged:
        many = "1 time code is" if len(damaged) == 1 else f"{len(damaged)} time codes are"
        lines = ", ".join(map(str, damaged[:LINES_TOLD])) + (", …" if len(damaged) > LINES_TOLD else "")
        reason = f"{many} damaged or missing (line {lines}); the words below are kept, their time is not certain"
        yield Problem(path=name, reason=reason, remedy="hold them against the recording")


def _paragraphs(found: Sequence[Block]) -> Iterator[_Paragraph]:
    """Join cues to paragraphs: a new one where another person speaks, or after a full stop once it is long."""
    paragraph, last = _Paragraph(), ("", "")
    for cue in _with_speakers([cue for block in found for cue in _cues(block)]):
        words = _STARTS.sub("", cue.words)
        if (cue.speaker, words) == last:  # captions that roll show a line twice
            continue
        last = cue.speaker, words
        labelled = _SPEAKER.match(words) is not None
        changes = cue.speaker != paragraph.speaker or words != cue.words or labelled
        full = len(paragraph.words) > PARAGRAPH and _ENDS.search(paragraph.words)
        if paragraph.words and (changes or full or len(paragraph.words) > LONGEST):
            yield paragraph
            paragraph = _Paragraph()
        if not paragraph.words:
            paragraph.unnamed = words != cue.words and not (cue.speaker or labelled)
        paragraph.speaker = cue.speaker
        paragraph.add(cue, words)
    if paragraph.words:
        yield paragraph


def _with_speakers(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Give a cue without a voice tag the speaker before it, where it goes on with their words.

    It does in the middle of a sentence; and anywhere in a file whose tags stand only where the speaker changes.
    """
    tagged = [cue.speaker for cue in cues if cue.speaker and cue.tagged]
    only_changes = all(one != other for one, other in pairwise(tagged))
    speaker, words = "", ""
    for cue in cues:
        opens = _STARTS.match(cue.words) is not None or _SPEAKER.match(cue.words) is not None
        goes_on = only_changes or (words and _ENDS.search(words) is None) or cue.words[:1].islower()
        speaker = cue.speaker or (speaker if goes_on and not opens else "")
        words = cue.words
        yield Cue(cue.time, speaker, cue.words)


def _cues(block: Block) -> Iterator[Cue]:
    """Yield a cue for each voice in each line of a block; a voice holds until it is closed, or the block ends."""
    speaker = ""
    for line in block.lines:
        parts = _VOICE.split(line)
        for number, words in enumerate(parts[::2]):
            speaker = " ".join(html.unescape(parts[2 * number - 1] or "").split()) if number else speaker
            plain = " ".join(html.unescape(_TAG.sub("", words)).split())
            if plain:
                yield Cue(block.time, speaker, plain, tagged=number > 0)
