"""Who speaks where in a transcript, as its labels tell, and what name each label stands for.

A transcript names its speakers by labels at the start of a line: "JANE SMITH: …", "Smith (00:12): …", "[01:02:03]
Smith: …", "Q. …". `find_turns` decides by the labels alone whether a text is one; a single line that ends in a colon
is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.claims.page.teaser_cues import opens_teaser
from factcheck.domain import Marker, NameKind, Span, Turn
from factcheck.text.names.finding import find_names
from factcheck.text.names.gazetteer import FIRST_NAMES, ROLES, TITLES
from factcheck.text.names.persons import is_person
from factcheck.text.names.postnominals import are_letters, without_letters
from factcheck.text.names.sameness import canonical
from factcheck.text.quotations import find_quotations

LEAST_LINES = 2
"""Labelled lines below which a text is no transcript: one person's statement is named with --claimant."""
MANY = 0.5
"""Of the lines with words, how many have a label where no speaker comes again: two statements, one after the other."""
ACRONYM = 3
"""Letters: a shorter label in capitals may be one ("CBO"), and is left as it is."""
LEAST_SHARE = 0.25
"""Of the lines with words, how many at least have a label. Speeches run over several paragraphs; articles that quote
an exchange of a few lines lie below it. Our own choice, 2026-11; see the tests for both sides."""
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
        "tel", "telephone", "the claim",
        "transcript", "full transcript", "interview transcript", "rush transcript", "key facts", "fact box", "factbox",
        "fact check", "explainer", "timeline", "obituary", "profile", "review", "comment", "column", "recap", "podcast",
        "episode", "media contact", "press contact", "contacts", "press release", "abstract", "apologies",
 "the facts", "time", "tip", "title", "to", "topics", "update", "updated",
        "urgent", "url", "verdict", "via", "video", "warning", "watch", "web", "website", "what", "when", "where",
        "who", "why",
    ]
)  # fmt: skip
_OF_OFFICES = frozenset(["the", "of", "for", "deputy", "vice", "acting", "shadow", "chief", "first", "lead"])
_ADDRESS = frozenset("mr mrs ms miss dr sir dame lord lady prof professor madam mx baroness".split())  # noqa: SIM905
_MAC = re.compile(r"\bMc([a-z])")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]{1,40}")
_SURNAME_INITIAL = re.compile(r"(?P<first>[A-ZÀ-ÖØ-Þ][\w’'-]+) [A-ZÀ-ÖØ-Þ]\.")
_OPENS_SENTENCE = re.compile(r"[“\"]?[A-ZÀ-ÖØ-Þ]")
_ENDS_SENTENCE = re.compile(r"[.!?][”\"]?\Z")
INTERVIEWER = "interviewer"
_ASKING = re.compile(
    r"\b(?:[Bb]y|(?:[Ss]?[Hh]e|[Tt]hey) (?:spoke|talked|speaks|talks|sat down) (?:to|with)|told|[Ii]nterviewer:?)\s\Z"
)
"""What stands before who asks: a byline, "she spoke to | Ben Lee"."""
_DASHED = re.compile(r"\n[ \t]*(?P<line>[-–—][ \t](?![a-zß-ÿ]))")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
_TO_EACH_OTHER = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Mm]e|[Uu]s|[Ii]ch|[Ww]ir|[Mm]ich|[Mm]ir|[Uu]ns|[Mm]ein\w*|[Uu]nser\w*)\b"
)
_ONLY_TIME = re.compile(_TIME)


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
    ends = [*(label.start for label in labels[1:]), _last_end(text, labels)]
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


def _last_end(text: str, labels: Sequence[_Label]) -> int:
    """Return where the last turn ends: with its paragraph, where no turn before has two and the rest is nobody's words.

    Below a few questions and answers an article goes on: nobody says "I", "we" or "you" there.
    """
    begin = labels[-1].end
    turns = pairwise(labels)
    break_ = _PARAGRAPH_END.search(text, begin)
    if break_ is None or any(_PARAGRAPH_END.search(text[one.end : after.start].strip()) for one, after in turns):
        return len(text)
    rest = text[break_.end() :].strip()
    own = _without_quotations(rest)
    several = own != rest or _PARAGRAPH_END.search(rest) is not None  # one line more can be the speaker's
    return break_.start() if several and not _TO_EACH_OTHER.search(own) else len(text)


def _without_quotations(text: str) -> str:
    parts, at = list[str](), 0
    for one in find_quotations(text):
        parts.append(text[at : one.start])
        at = one.end
    return "".join([*parts, text[at:]])


def _until_dash(text: str, low: int, high: int) -> int:
    """Return where a turn ends: before a line that a dash opens, since there somebody speaks of whom nothing tells who.

    Several such lines are a list of who speaks, unless something is asked there; so is what follows a colon.
    """
    found = [match.start("line") for match in _DASHED.finditer(text, low, high)]
    if not found:
        return high
    before = text[low : found[0]].rstrip()
    asked = "?" in before[-1:] or "?" in text[found[0] : high]
    return high if before.endswith(":") or (len(found) > 1 and not asked) else found[0]


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
        if (label.start > first or again) and _names_a_person(label.name) and _is_sentence(said):
            turns.append(
                Turn(start=label.end, end=end, speaker=label.name, label=Span.cut(text, label.start, label.end))
            )
    return tuple(turns)


def _is_sentence(said: str) -> bool:
    """Tell whether a line opens and ends as a sentence does, with three words at least."""
    opens, ends = _OPENS_SENTENCE.match(said), _ENDS_SENTENCE.search(said, max(0, len(said) - 2))
    return bool(opens and ends) and sum(map(str.isspace, said)) > 1


def _names_a_person(label: str) -> bool:
    name = canonical(label)
    shortened = _SURNAME_INITIAL.fullmatch(label)
    return is_person(shortened["first"] if shortened else name, known=True) and (" " in name or shortened is not None)


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
    """A question has its answer; or two speakers come again; or labels are plain, as the number of turns tells.

    Most labels have time codes; or, on most lines, they are in capitals or one comes again.
    """
    if any(one.name == "Q" and after.name == "A" for one, after in pairwise(labels)):
        return True
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
    lines = text[: labels[0].start].splitlines(keepends=True)
    before = find_names("".join(" " * len(line) if opens_teaser(line) else line for line in lines))
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


__all__ = ["find_turns", "split_office"]
