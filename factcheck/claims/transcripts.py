"""The claims of a transcript or a pasted statement: those of any article, said by who speaks where they stand.

What nobody else is quoted for is the words of who has the turn; of whom nothing tells who has it, it is nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from factcheck.claims import Progress, extract_unspoken
from factcheck.claims.checkable.content import content_kind
from factcheck.claims.recorded import recorded_on
from factcheck.claims.sentence.noises import NOTED
from factcheck.claims.sources.binding import bind_citations
from factcheck.claims.speech.saying import until
from factcheck.claims.turns import split_office
from factcheck.claims.wording import explained_in, self_contained
from factcheck.domain import (
    Block,
    Claim,
    Claimant,
    DateValue,
    Extraction,
    Form,
    Item,
    ItemKind,
    LayoutHint,
    Marker,
    Precision,
    Revision,
    Span,
    Turn,
)
from factcheck.text.dates.finding import find_dates

_PARAGRAPH = "\u2029"
_SELF = frozenset(["i", "we", "me", "us", "my", "our", "ich", "wir"])
_DIRECTION = re.compile(
    rf"(?:(?<=[.!?…”\"]\s)|(?<=\n))[(\[](?:[A-Z][A-Z ,;.-]{{2,60}}|{NOTED})[)\]](?=\s|$)"
    r"|♪[^♪\n]{0,300}♪?"
)
_STAGE = re.compile(
    r"(?:\([^()\n]{3,300}\)|\[[^\[\]\n]{3,300}\])[.*_]*"
    r"|(?:Whereupon|At this point|Thereupon),?\s[^\n]{3,300}"
    r"|The\s(?:witness|committee|court|house|council|hearing|meeting|session|sitting|panel|jury|interview|tribunal|"
    r"inquiry|proceedings)\s(?:was\s|were\s|then\s)*(?:adjourned|withdrew|rose|resumed|reconvened|retired|concluded|ended|"
    r"sworn|recessed|suspended|stood\sdown)\b[^\n]{0,60}"
)
"""A line that nobody speaks: "(The witness withdrew)", "Whereupon, at 4 pm, the hearing was adjourned."."""
_PARTIES = re.compile(r"(?:I|we|you|my|our|your|me|us|mine)(?:[’']\w+)?", re.IGNORECASE)
Pair = tuple[int, int]
LABEL_RULE = "speaker-label"
STATEMENT_RULE = "given"
CONFIDENCE = 0.98
"""A label names the speaker by convention; a transcriber can err."""


def extract_revision(revision: Revision, progress: Progress = lambda _, __: None) -> Extraction:
    """Extract the claims of a revision with all that its file says: layout, speakers, pages and time codes, citations.

    As `extract_claims`, for which see; `text[start:end] == verbatim` holds in the revision's own text. `progress` hears
    how many characters are read, of how many: a megabyte takes seconds.
    """
    found = extract_spoken(
        revision.text,
        revision.turns,
        revision.markers,
        published=revision.published,
        layout=revision.layout,
        progress=progress,
    )
    return replace(found, citations=bind_citations(revision.citations, found.claims, found.sentences))


def extract_spoken(
    text: str,
    turns: Sequence[Turn],
    markers: Sequence[Marker],
    *,
    published: date | None = None,
    layout: Sequence[LayoutHint] = (),
    progress: Progress = lambda _, __: None,
) -> Extraction:
    """Extract the claims of a text of which it is known who speaks where; no turns: it is an article like any other."""
    labels = [LayoutHint(start=t.label.start, end=t.label.end, block=Block.LABEL) for t in turns if t.label]
    spoken = [(turn.start, turn.end) for turn in turns if turn.label]
    working = _working_copy(text, turns) if turns or not markers else _parted(text, [(0, len(text))])
    found = extract_unspoken(working, published=published, layout=(*layout, *labels), spoken=spoken, progress=progress)
    full = [turn.speaker for turn in turns if " " in turn.speaker]
    known = {name.casefold(): one for one in full for name in (one.split()[-1], one)}
    day = recorded_on(text, turns, found.published)
    claims = (_spoken(_full(claim, known), text, turns, found.published, recorded=day) for claim in found.claims)
    return replace(found, claims=tuple(_located(claim, markers) for claim in claims))


def placed(claim: Claim, revision: Revision) -> Claim:
    """Return a claim with the speaker of its turn, unless somebody else is quoted for it, and where it stands."""
    day = recorded_on(revision.text, revision.turns, revision.published)
    spoken = _spoken(claim, revision.text, revision.turns, revision.published, recorded=day)
    return _located(spoken, revision.markers)


def statement(text: str, claimant: str, said_on: date | None) -> Turn:
    """Make a text one person's statement."""
    return Turn(start=0, end=len(text), speaker=claimant, said_on=said_on)


def _edges(direction: re.Match[str]) -> Pair:
    """Return the white space before and behind what a transcriber noted ("[APPLAUSE]")."""
    return direction.start() - 1, direction.end()


def _working_copy(text: str, turns: Sequence[Turn]) -> str:
    """Part labels from what is said by a paragraph's end, one character for one: offsets never move."""
    labelled = [turn for turn in turns if turn.label is not None]
    labels = [at for turn in labelled if turn.label for at in (turn.label.start - 1, turn.label.end)]
    return _parted(text, [(turn.start, turn.end) for turn in labelled], labels)


def _parted(text: str, spoken: Sequence[Pair], edges: Sequence[int] = ()) -> str:
    """Part what a transcriber noted from what is said in `spoken`, and at `edges`, by a paragraph's end."""
    noted = (at for low, high in spoken for found in _DIRECTION.finditer(text, low, high) for at in _edges(found))
    places = [at for at in (*edges, *noted) if 0 <= at < len(text) and text[at].isspace()]
    characters = list(text) if places else []
    for at in places:
        characters[at] = _PARAGRAPH
    return "".join(characters) or text


def _spoken(
    claim: Claim, text: str, turns: Sequence[Turn], published: date | None, *, recorded: DateValue | None = None
) -> Claim:
    """Give a claim the speaker of its turn, unless somebody else is quoted for it, or nobody speaks.

    `recorded`: the day on which all of it was said, if the text tells.
    """
    turn = _turn_at(turns, claim.start)
    if turn is None and _is_unnamed(text, turns, claim.start) and _tells_of_speaker(claim):
        return replace(claim, claimant=None, said_on=None, form=Form.NONE, cue=None)
    if turn is None or not _own_words(claim) or (turn.label and _is_of_nobody(claim, text)):
        return claim
    rule = LABEL_RULE if turn.label else STATEMENT_RULE
    office, name = split_office(turn.speaker) if turn.label else ("", turn.speaker)
    claimant = Claimant(
        name=name, office=office, mention=turn.label, rule=rule, confidence=CONFIDENCE if turn.label else 1.0
    )
    own = claim.said_on if claim.said_on is None or claim.said_on.precision is not Precision.UNTIL else None
    said_on = _given(turn.said_on) or own or recorded or until(published)
    text = self_contained(claim.verbatim, claim.start, claimant=claimant, names=explained_in(claim))
    if _tells_of_speaker(claim):
        kind = content_kind(claim.verbatim, form=Form.DIRECT)
        claim = replace(claim, form=Form.NONE, content=kind, cue=None)
    form = Form.DIRECT if claim.form is Form.NONE else claim.form
    if said_on is not None and said_on.precision is Precision.DAY and said_on.start != published:
        claim = _counted_from(claim, said_on)
    return replace(claim, claimant=claimant, said_on=said_on, text=text, form=form)


def _counted_from(claim: Claim, said_on: DateValue) -> Claim:
    """Return a claim with its dates counted from the day on which it was said: "yesterday", "on Friday"."""
    found = find_dates(claim.verbatim, anchor=said_on.start)
    dates = tuple(replace(one, span=_moved(one.span, claim.start)) for one in found)
    others = [one for one in claim.items if one.kind is not ItemKind.DATE]
    items = [*others, *(Item(kind=ItemKind.DATE, span=one.span) for one in dates if one.span is not None)]
    return replace(claim, dates=dates, items=tuple(sorted(items, key=lambda one: (one.span.start, one.span.end))))


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else replace(span, start=span.start + by, end=span.end + by)


def _is_of_nobody(claim: Claim, text: str) -> bool:
    """Tell whether the line of a claim is what a transcriber tells of the scene; "(We moved in 1990.)" is spoken."""
    low, high = text.rfind("\n", 0, claim.start) + 1, text.find("\n", claim.end)
    line = text[low : high if high >= 0 else len(text)].strip(" \t*_")
    return _STAGE.fullmatch(line) is not None and not any(map(_PARTIES.fullmatch, line.strip("()[].").split()))


def _full(claim: Claim, known: Mapping[str, str]) -> Claim:
    """Name somebody who is quoted in a turn ("Senator Lee said …") in full where a label does."""
    name = claim.claimant.name if claim.claimant else ""
    if claim.claimant is None or name.casefold() not in known:
        return claim
    return replace(claim, claimant=replace(claim.claimant, name=split_office(known[name.casefold()])[1]))


def _own_words(claim: Claim) -> bool:
    claimant = claim.claimant
    return (
        _tells_of_speaker(claim)
        or claimant is None
        or claimant.rule == "continuation"
        or claimant.name.casefold() in _SELF
    )


def _tells_of_speaker(claim: Claim) -> bool:
    """Tell whether a claim itself tells who spoke ("She promised it to us"): these are words about somebody's words."""
    mention = claim.claimant.mention if claim.claimant else None
    return (
        mention is not None
        and claim.form is Form.INDIRECT
        and claim.start <= mention.start
        and mention.end <= claim.end
    )


def _is_unnamed(text: str, turns: Sequence[Turn], at: int) -> bool:
    """Tell whether somebody speaks at `at` of whom nothing tells who: a turn that ends before a line of words."""
    index = bisect_right(turns, at, key=lambda turn: turn.start) - 1
    return index >= 0 and turns[index].end <= at and not text[turns[index].end].isspace()


def _given(day: date | None) -> DateValue | None:
    return DateValue(start=day, end=day, precision=Precision.DAY, rule=STATEMENT_RULE) if day else None


def _turn_at(turns: Sequence[Turn], at: int) -> Turn | None:
    index = bisect_right(turns, at, key=lambda turn: turn.start) - 1
    return turns[index] if index >= 0 and at < turns[index].end else None


def _located(claim: Claim, markers: Sequence[Marker]) -> Claim:
    index = bisect_right(markers, claim.start, key=lambda marker: marker.start) - 1
    return replace(claim, locator=markers[index].locator) if index >= 0 else claim


__all__ = ["extract_revision", "extract_spoken", "placed", "statement"]
