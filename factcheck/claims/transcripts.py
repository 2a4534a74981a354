"""Who speaks in a transcript or a pasted statement, and the claims of what they say.

A transcript names its speakers by labels at the start of a line: "JANE SMITH: …", "Smith (00:12): …", "[01:02:03]
Smith: …", "Q. …". `find_turns` decides by the labels alone whether a text is one; a single line that ends in a colon
is none. The claims are those of any article, with the speaker as claimant of what nobody else is quoted for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.claims import Progress, extract_unspoken
from factcheck.claims.citations import bind_citations
from factcheck.claims.content import content_kind
from factcheck.claims.noises import NOTED
from factcheck.claims.recorded import recorded_on
from factcheck.claims.saying import until
from factcheck.claims.wording import self_contained
from factcheck.domain import (
    Block,
    Claim,
    Claimant,
    DateValue,
    Extraction,
    Form,
    LayoutHint,
    Marker,
    NameKind,
    Precision,
    Revision,
    Span,
    Turn,
)
from factcheck.text.gazetteer import FIRST_NAMES, ROLES, TITLES
from factcheck.text.names import canonical, find_names, is_person
from factcheck.text.postnominals import are_letters, without_letters

LEAST_LINES = 2
"""Labelled lines below which a text is no transcript: one person's statement is named with --claimant."""

MANY = 0.5
"""Of the lines with words, how many have a label where no speaker comes again: two statements, one after the other."""

ACRONYM = 3
"""Letters: a shorter label in capitals may be one ("CBO"), and is left as it is."""

LEAST_SHARE = 0.25
"""Of the lines with words, how many at least have a label. Speeches run over several paragraphs; articles that quote
an exchange of a few lines lie below it. Our own choice, 2026-11; see the tests for both sides."""

_PARAGRAPH = "\u2029"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.’'&-]{0,30}"
_NAME = (
    rf"{_WORD}(?:[ \t\u00a0](?:{_WORD}|of|for|the|de|da|di|la|le|van|von|der|den|bin|al|and|und)){{0,5}}"
    r"(?:[ \t\u00a0]\d{1,3})?"
)
_LABEL = re.compile(
    rf"^[ \t>]{{0,8}}(?:[\[(]?(?P<before>{_TIME})[\])]?[ \t]{{1,3}}(?:[-–—][ \t])?)?"
    rf"(?:(?P<name>{_NAME})(?:,[ \t][^\n:()\[\]]{{1,60}})?(?:[ \t]?[(\[](?P<inside>[^()\[\]\n]{{1,60}})[)\]])?"
    rf"(?:[ \t]?\([^()\n]{{1,40}}\))?"
    rf"(?:[ \t](?P<after>{_TIME}))?:|(?P<letter>[QA])[.:])(?=[ \t\u00a0]|\r?$)",
    re.MULTILINE,
)
_NO_SPEAKERS = frozenset(
    [
        "about", "address", "advertisement", "alert", "analysis", "author", "background", "bottom line", "breaking",
        "by", "caption", "cc", "claim", "conclusion", "contact", "copyright", "correction", "credit", "date",
        "description", "e-mail", "editor", "editor's note", "editors' note", "editor’s note", "email", "example",
        "exclusive", "fact", "facts", "fax", "figure", "for immediate release", "for more information", "from",
        "headline", "here", "highlights", "homepage", "how", "important", "interview", "keywords", "learn more", "live",
        "location", "more", "note", "notes", "now watch", "opinion", "our rating", "our ruling", "phone", "photo",
        "photos", "place", "poll", "price", "ps", "published", "rating", "read more", "related", "result", "ruling",
        "see also", "see related", "source", "sources", "special coverage", "subject", "summary", "survey", "tags",
        "tel", "telephone", "the claim", "the facts", "time", "tip", "title", "to", "topics", "update", "updated",
        "urgent", "url", "verdict", "via", "video", "warning", "watch", "web", "website", "what", "when", "where",
        "who", "why",
    ]
)  # fmt: skip
_OF_OFFICES = frozenset(["the", "of", "for", "deputy", "vice", "acting", "shadow", "chief", "first", "lead"])
_ADDRESS = frozenset("mr mrs ms miss dr sir dame lord lady prof professor madam mx baroness".split())  # noqa: SIM905
_SELF = frozenset(["i", "we", "me", "us", "my", "our", "ich", "wir"])
_MAC = re.compile(r"\bMc([a-z])")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]{1,40}")
_SURNAME_INITIAL = re.compile(r"(?P<first>[A-ZÀ-ÖØ-Þ][\w’'-]+) [A-ZÀ-ÖØ-Þ]\.")
_SENTENCE = re.compile(r"[“\"]?[A-ZÀ-ÖØ-Þ].*\s.*\s.*[.!?][”\"]?")
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
INTERVIEWER = "interviewer"
_ASKING = re.compile(
    r"\b(?:[Bb]y|(?:[Ss]?[Hh]e|[Tt]hey) (?:spoke|talked|speaks|talks|sat down) (?:to|with)|told|[Ii]nterviewer:?)\s\Z"
)
"""What stands before who asks: a byline, "she spoke to | Ben Lee"."""
_DASHED = re.compile(r"\n[ \t]*(?P<line>[-–—][ \t](?![a-zß-ÿ]))")
_ONLY_TIME = re.compile(_TIME)

Pair = tuple[int, int]

LABEL_RULE = "speaker-label"
STATEMENT_RULE = "given"
CONFIDENCE = 0.98
"""A label names the speaker by convention; a transcriber can err."""


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    name: str
    time: str
    strong: bool


def find_turns(text: str, *, subtitles: bool = False) -> tuple[tuple[Turn, ...], tuple[Marker, ...]]:
    """Return who speaks where, and the time codes of the labels; nothing where the text is no transcript.

    `subtitles`: all of it is known to be spoken, so that one label that is a name or in capitals is enough.
    """
    labels = list(_labels(text))
    lines = sum(1 for line in text.splitlines() if line.strip())
    plain = subtitles and bool(labels) and all(one.strong or _names_a_person(one.name) for one in labels)
    if not plain and len(labels) < max(LEAST_LINES, LEAST_SHARE * lines):
        return _lone_turns(text, labels), ()
    names = _names(text, labels) | _letters(text, labels)
    if not plain and not _take_turns(labels, names, lines):
        return _lone_turns(text, labels), ()
    ends = [*(label.start for label in labels[1:]), len(text)]
    turns = tuple(
        Turn(
            start=label.end,
            end=_until_dash(text, label.end, end),
            speaker=names[label.name],
            label=Span.cut(text, label.start, label.end),
        )
        for label, end in zip(labels, ends, strict=True)
    )
    return turns, tuple(Marker(start=label.start, locator=label.time) for label in labels if label.time)


def _until_dash(text: str, low: int, high: int) -> int:
    """Return where a turn ends: before a line that a dash opens, since there somebody speaks of whom nothing tells who.

    Behind a colon such lines are a list, and of who speaks.
    """
    found = _DASHED.search(text, low, high)
    return high if found is None or text[low : found.start()].rstrip().endswith(":") else found.start("line")


def _lone_turns(text: str, labels: Sequence[_Label]) -> tuple[Turn, ...]:
    """Return the turns of an article that gives a few people the word by a label: each ends with its paragraph.

    Only a person's name is such a label ("Ann Lee: …", "Bill K.: …"), and what follows it a sentence; in the
    first line it is a headline's, unless it comes again.
    """
    turns: list[Turn] = []
    first = text.find("\n", len(text) - len(text.lstrip()))
    times = Counter(label.name.casefold() for label in labels)
    for label in labels if first > 0 else ():
        end = text.find("\n", label.end)
        end = len(text) if end < 0 else end
        said = text[label.end : end].strip()
        again = times[label.name.casefold()] > 1
        if (label.start > first or again) and _names_a_person(label.name) and _SENTENCE.fullmatch(said):
            turns.append(
                Turn(start=label.end, end=end, speaker=label.name, label=Span.cut(text, label.start, label.end))
            )
    return tuple(turns)


def _names_a_person(label: str) -> bool:
    name = canonical(label)
    shortened = _SURNAME_INITIAL.fullmatch(label)
    return is_person(shortened["first"] if shortened else name, known=True) and (" " in name or shortened is not None)


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


def _labels(text: str) -> Iterator[_Label]:
    for match in _LABEL.finditer(text):
        name, inside = " ".join((match["name"] or match["letter"]).split()), match["inside"] or ""
        if name.casefold().rstrip(".") in _NO_SPEAKERS:
            continue
        timed = _ONLY_TIME.fullmatch(inside)
        time = match["before"] or match["after"] or (inside if timed else "")
        start = match.start() + len(match.group()) - len(match.group().lstrip(" \t>"))
        strong = bool(time or match["letter"] or (name.isupper() and len(name) > 1))
        if inside and not timed and _holds_office(name) and is_person(inside.strip()) and " " in inside.strip():
            name = f"{' '.join(map(_as_word, name.split())) if name.isupper() else name} {inside.strip()}"
        yield _Label(start, match.end(), name, time, strong)


def _holds_office(label: str) -> bool:
    """Tell whether a label is an office and nobody's name: "CHAIR", "The Deputy Minister"."""
    head = re.split(r"\s(?:of|for)\s", label, maxsplit=1, flags=re.IGNORECASE)[0].split()
    return head[-1].casefold() in ROLES - _ADDRESS and not _names_a_person(label)


def _take_turns(labels: Sequence[_Label], names: Mapping[str, str], lines: int) -> bool:
    """Two speakers come again; or labels are plain (time codes); or, on most lines, capitals or one who comes again."""
    turns = Counter(names[label.name].casefold() for label in labels)
    timed = sum(bool(label.time) for label in labels)
    if sum(number > 1 for number in turns.values()) > 1 or timed > len(labels) / 2:
        return True
    plain = sum(label.strong for label in labels) > len(labels) / 2 or len(labels) > len(turns)
    return len(turns) > 1 and plain and len(labels) >= MANY * lines


def _names(text: str, labels: Sequence[_Label]) -> dict[str, str]:
    """Return the name for each label: as the text spells it, and by the fullest form that stood before it."""
    names: dict[str, str] = {}
    words = (word.removesuffix("’s").removesuffix("'s") for word in reversed(_CAPITAL.findall(text)))
    spelled = {word.upper(): word for word in words if not word.isupper()}
    by_last: dict[str, str] = {}
    by_initials: dict[str, str] = {}
    by_office: dict[str, str] = {}  # "CHAIR" after "CHAIR (Alice Monroe)"
    for label in dict.fromkeys(label.name for label in labels):
        name = _as_name(label, spelled)
        parts = without_letters(name, FIRST_NAMES).split()
        if len(parts) > 1:
            by_last.setdefault(parts[-1].casefold(), name)
            by_initials.setdefault("".join(part[0] for part in parts).casefold(), name)
            by_office.setdefault(split_office(name)[0].casefold(), name)
        elif label.isupper() and len(label) in {2, 3} and label.casefold() in by_initials:
            name = by_initials[label.casefold()]
        names[label] = by_last.get(name.casefold()) or by_office.get(label.casefold()) or name
    return names


def _letters(text: str, labels: Sequence[_Label]) -> dict[str, str]:
    """Return who "A" is, and "Q", where what stands before the first label names the one person who is interviewed."""
    if not {"Q", "A"} <= {label.name for label in labels}:
        return {}
    before = find_names(text[: labels[0].start])
    named = [one for one in before if one.kind is NameKind.PERSON and " " in one.name]
    asking = {one.name for one in named if _ASKING.search(text, 0, one.span.start)}
    interviewed = {one.name for one in named} - asking
    return {"A": interviewed.pop(), "Q": INTERVIEWER} if len(interviewed) == 1 else {}


def _as_name(label: str, spelled: Mapping[str, str]) -> str:
    """Write a label in capitals as the text writes its words elsewhere; else as names are written."""
    short = " " not in label and len(label) <= ACRONYM and label not in spelled
    if not label.isupper() or (short and label.casefold() not in FIRST_NAMES):
        return label
    return " ".join(spelled.get(word) or _as_word(word) for word in label.split())


def _as_word(word: str) -> str:
    if _INITIALS.fullmatch(word) or are_letters(word):
        return word
    title = word.title().replace("’S", "’s").replace("'S", "'s")
    return _MAC.sub(lambda found: f"Mc{found[1].upper()}", title)


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
    text = self_contained(claim.verbatim, claim.start, claimant=claimant, names=claim.names)
    if _tells_of_speaker(claim):
        kind = content_kind(claim.verbatim, form=Form.DIRECT)
        claim = replace(claim, form=Form.NONE, content=kind, cue=None)
    form = Form.DIRECT if claim.form is Form.NONE else claim.form
    return replace(claim, claimant=claimant, said_on=said_on, text=text, form=form)


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


def split_office(label: str) -> tuple[str, str]:
    """Return the titles at the head of a label, and the name behind them ("Senator", "Ann Lee")."""
    words = label.split()
    at = 0
    while at < len(words) - 1 and words[at].casefold().strip(".,") in TITLES:
        at += 1
    if at < len(words) - 1 and words[at].casefold() in ROLES | _OF_OFFICES:
        offices = at
        while offices < len(words) - 1 and words[offices].casefold().strip(".,") in TITLES | ROLES | _OF_OFFICES:
            offices += 1
        if words[offices].casefold() in _OF_OFFICES or (words[offices - 1].casefold() in ("of", "for")):
            offices = max(offices, len(words) - 2)  # "The Minister for Roads | Ida Quennell"
        at = offices if is_person(" ".join(words[offices:])) else at
    return " ".join(words[:at]), without_letters(" ".join(words[at:]), FIRST_NAMES)


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


__all__ = ["extract_revision", "extract_spoken", "find_turns", "placed", "statement"]
