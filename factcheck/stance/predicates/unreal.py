"""Told, but not as what happened: in a novel, in a wish, under a condition, or of a part only.

`factuality` reads markers before a verb, `denials` what is denied; this is what is left of them, and is asked only of
what would else be called corroborated. Levels: *real, or not told*; *unreal* (supposed, wished, opposed,
invented, or in a sentence that says what would have been), *conditional* (the source says it under a condition, the
claim without one), *to come* (German: "wird … schließen" beside "schloss"), *in part* ("closed part of the bridge").
Each forbids corroboration unless the claim has a word of the same kind.
"""

from __future__ import annotations

import re

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.reading.german_verbs import is_known_verb
from factcheck.stance.reading.lexicon import is_past
from factcheck.stance.reading.pair import Pair
from factcheck.stance.words.frames import WERKE, WORKS
from factcheck.text.sentences import sentence_at
from factcheck.text.words import fold

STRENGTH = 0.5
_HEAD = r"(?:^|(?<=[.!?;,“\"] )|(?<=[.!?;,] [“\"]))"
_WHOSE = r"(?:the|a|an|his|her|their|this|that|one|its|(?:[\w’'-]+ ){0,3}?\w+(?:[’']s|s[’']))"
_PART_OF = r"(?:first|second|third|fourth|fifth|last|final|opening|closing|latest|pilot|next)"
_THOUGHT = r"(?:dream|nightmare|fantasy|simulation|thought experiment)"
_SHOW = r"(?:show|series|drama|sitcom|serial|soap|comedy|programme|saga)"
_INVENTED = (
    rf"(?:[Ii]n {_WHOSE} (?:[\w-]+ ){{0,2}}?(?P<work>{WORKS}|{_THOUGHT})\b(?! of\b|['’])"
    rf"|[Ii]n (?:the|an) (?P<part>{_PART_OF} (?:episode|scene|act|chapter)|episode \w+)(?! of (?!{_WHOSE}? ?{WORKS}))"
    rf"|[Ii]n (?P<season>(?:season|series) \w+|the \w+ (?:season|series)) of"
    rf" (?:the|\w+[’']s) (?:\w+ )?{_SHOW}\b"
    rf"|[Ii]n (?P<story>{_WHOSE} story)(?=,| by\b)"
    rf"|(?:[Ii]m|[Ii]n (?:der|dem|einem|einer|seinem|ihrem|seiner|ihrer)) (?:\w+ )?(?P<werk>{WERKE}|Traum|Planspiel"
    rf"|Witz|Simulation|(?<=\w[nr] )Folge)\b|[Ii]n \w+s (?P<seins>{WERKE}))"
)
_WRITTEN = (
    r"(?<!role)(?<!part)(?<!character)(?<!figure)(?<!appears)(?<!appeared)(?<!scene)(?<!starred)(?<!prize)(?<!award)"
    r" in (?:the|an?) (?:[\w-]+ )?(?:novel|thriller|play|short story|fairy tale|poem|fable|comic|novella)"
    r" (?:by|of) (?=[A-Z])"
)
"""The same behind what it is told of: "the dam bursts in the novel by Jon Hald"."""
_KINDS: tuple[tuple[str, str], ...] = (
    (
        "a supposition",
        (
            r"\b(?:[Ss]uppos(?:e|ing)(?! to)|[Ii]magin(?:e|ing)|[Pp]retend(?:s|ed|ing)?|as (?:if|though)"
            r"|[Aa]ngenommen,|[Ss]tell(?:en Sie sich| dir) vor|als ob|t(?:ut|at|un|aten) so,|gab(?:en)? vor)\b"
        ),
    ),
    (
        "what would have been",
        (
            rf"{_HEAD}(?:Had|Were|had|were) (?!not )[^.?!]{{3,120}}?, [^.?!]*\b(?:would|could|might)\b"
            rf"|{_HEAD}(?:[Hh]ätte|[Ww]äre|Würde)n? [^.?!]{{3,120}}?, [^.?!]*\b(?:hätte|wäre|würde)n?\b"
        ),
    ),
    (
        "a wish",
        r"\bwish(?:es|ed)? (?!to\b|h[ie][mr]\b|them\b|you\b)|\bif only\b",
    ),
    ("fiction", rf"{_HEAD}{_INVENTED}"),
    ("fiction", _WRITTEN),
    (
        "what is not so",
        (
            r"\b(?:[Cc]ontrary to|[Ee]ntgegen) (?:[\w’'-]+ ){0,3}?(?:reports?|claims?|rumou?rs?|assertions?|statements?"
            r"|what|Berichten|Behauptungen|Gerüchten|Meldungen)\b"
        ),
    ),
    (
        "not reached",
        (
            r"\b(?:far from (?:having |being |\w+ing\b)|(?:ha(?:s|ve|d)|is|are|was|were) yet to\b"
            r"|anything but\b|stopp?(?:ed|s|ing)? short of\b|weit davon entfernt\b|alles andere als\b)"
        ),
    ),
    (
        "opposed or only weighed",
        (
            r"\b(?:oppos(?:e|es|ed|ing)|resist(?:s|ed|ing)?|fought|campaign(?:s|ed|ing)? against|spoke out against"
            r"|weigh(?:s|ed|ing)?|discuss(?:es|ed|ing)?|debat(?:e[sd]?|ing)|mull(?:s|ed|ing)?|contemplat(?:e[sd]?|ing)"
            r"|postpon(?:e[sd]?|ing)|delay(?:s|ed|ing)?|prevent(?:s|ed|ing)?|avert(?:s|ed|ing)?)"
            r" (?:the |any |against )?(?=(?P<ing>\w+ing)\b)"
        ),
    ),
    (
        "a condition",
        (
            r"\b(?:[Uu]nless|[Pp]rovided(?: that\b|,)|[Oo]n condition that|(?:[Aa]s|[Ss]o) long as|[Ss]ofern"
            r"|außer wenn|unter der Bedingung)\b"
            rf"|{_HEAD}(?:If|Wenn) [^.?!]{{3,100}}?, [^.?!]*\b(?:will|would|can|wird|werden|würde|kann|soll)\b"
            r"|\b(?:will|would|can|wird|werden|kann|öffnet|schließt)\b[^.?!]{3,100}?,? (?:if|wenn)"
            r" (?!any\b|ever\b|not\b|necessary\b)"
        ),
    ),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_FICTION = re.compile(rf"\b(?:{WORKS}|{WERKE}|episode|scene|chapter|season|series|show|story|Folge)\b")
_CONDITIONS = frozenset(
    "if unless provided condition when whether long wenn falls sofern bedingung ob".split()  # noqa: SIM905
)


def compare_reality(pair: Pair) -> Reason | None:
    """Return a reason where the stretch has what the claim asserts as something that is not asserted."""
    text = pair.passage.text
    for kind, pattern in _PATTERNS:
        found = next((one for one in pattern.finditer(text, pair.start, pair.end) if _reaches(pair, one)), None)
        if found is None or pattern.search(pair.claim.text):
            continue
        if kind == "a condition" and not _CONDITIONS.isdisjoint(pair.claim.vocabulary):
            continue
        if kind == "fiction" and _told_of_work(pair):
            continue  # the claim tells of a work, too
        return _reason(f"the source has it as {kind}", Span(found.start(), found.end(), found.group().strip()))
    return _to_come(pair) or _in_part(pair)


def tells_fiction(pair: Pair) -> Reason | None:
    """Return a reason where the stretch tells of a work: what happens there contradicts nothing either."""
    patterns = [pattern for kind, pattern in _PATTERNS if kind == "fiction"] if not _told_of_work(pair) else []
    for found in (one for pattern in patterns for one in pattern.finditer(pair.passage.text, pair.start, pair.end)):
        if _reaches(pair, found):
            return _reason("the source has it as fiction", Span(found.start(), found.end(), found.group().strip()))
    return None


def _told_of_work(pair: Pair) -> bool:
    """Whether the claim speaks of a work itself."""
    return _FICTION.search(pair.claim.text) is not None


def _reaches(pair: Pair, found: re.Match[str]) -> bool:
    """Whether a word by which the claim says what happened is answered in the sentence of a marker."""
    bounds = sentence_at(pair.passage.sentences, found.start()) or (pair.start, pair.end)
    told = [one for one in pair.partners if bounds[0] <= one.passage.start < bounds[1]]
    if "ing" in found.groupdict() and found["ing"] is not None:
        return any(one.passage.start == found.start("ing") for one in told)
    return 2 * len(told) >= len(pair.partners)


_FUTURE = re.compile(
    r"\b(?:wird|werden|will|wollen|soll|sollen|möchten?|plan(?:t|te|ten|en)|würden?|könnten?|dürften?|hoff(?:t|te|ten|en)"
    r"|kündigt(?:e|en)?|verspr(?:icht|ach|achen)|droht(?:e|en)?|beabsichtigt(?:e|en)?|erw(?:ägt|og|ogen)"
    r"|überlegt(?:e|en)?)\b"
)
_FUTURE_WORDS = frozenset(
    fold(word)
    for word in """wird werden will wollen soll sollen möchte möchten plant plante planten planen würde würden könnte
    könnten dürfte dürften hofft hoffte hofften hoffen kündigt kündigte kündigten verspricht versprach versprachen droht
    drohte drohten beabsichtigt beabsichtigte beabsichtigten erwägt erwog erwogen überlegt überlegte
    überlegten""".split()  # noqa: SIM905
)
_INFINITIVE = re.compile(
    r"(?!(?:auf|ab|an|aus|ein|zu|vor|über|um)?ge(?!ben|hen|winnen|nehmigen|stehen|währ|fährd))\w+e?n\b"
)


def to_come(pair: Pair, *, in_claim: bool = False) -> Span | None:
    """Return where a German text says with an infinitive that it will be, and the other that it was.

    `in_claim`: asked of the claim, beside a passage that tells it as done.
    """
    text, start, end = (pair.claim, 0, len(pair.claim.text)) if in_claim else (pair.passage, pair.start, pair.end)
    other = pair.aligned.text if in_claim else pair.claim.text
    if _FUTURE_WORDS.isdisjoint(text.vocabulary) or _FUTURE.search(other):
        return None
    words = [(one.claim, one.passage) if in_claim else (one.passage, one.claim) for one in pair.partners]
    for found in _FUTURE.finditer(text.text, start, end):
        _, last = sentence_at(text.sentences, found.start()) or (0, end)
        for there, facing in words:
            if not (found.end() <= there.start < last) or not is_known_verb(there.folded) or there.text[0].isupper():
                continue
            if _INFINITIVE.fullmatch(there.text) and facing.folded != there.folded:
                return Span(found.start(), there.end, text.text[found.start() : there.end])
    return None


def _to_come(pair: Pair) -> Reason | None:
    """Return a reason where a German source says with an infinitive that it will be, and the claim that it was."""
    found = to_come(pair)
    return None if found is None else _reason("the source has it as still to come", found)


_PART = re.compile(
    r" (?:(?:only|just|nur) )?(?:a |one |einen |ein )?(?:small |large |big |kleinen |großen )?"
    r"(?:part|parts|section|sections|portion|half|corner|wing|Teil|Teile|Abschnitt|Hälfte)"
    r" (?:of (?:the |its |their )?|der |des |von |vom |seiner |seines |ihrer |ihres )(?=(\w+))"
)


_PARTS = frozenset(
    "part parts section sections portion half corner wing teil teile abschnitt halfte".split()  # noqa: SIM905
)


def _in_part(pair: Pair) -> Reason | None:
    """Return a reason where the source says of a part what the claim says of the whole: "closed part of the bridge"."""
    text = pair.passage.text
    for one in pair.partners:
        if not (is_past(one.passage.folded) or is_known_verb(one.passage.folded)) or one.passage.text[0].isupper():
            continue
        found = _PART.match(text, one.passage.end)
        if found is None or not _PARTS.isdisjoint(pair.claim.vocabulary):
            continue
        if any(other.passage.start == found.start(1) for other in pair.partners):
            return _reason(
                "the source says it of a part",
                Span(found.start() + 1, found.end(1), text[found.start() + 1 : found.end(1)]),
            )
    return None


def _reason(message: str, place: Span) -> Reason:
    return Reason(
        comparator="modality",
        facet=Facet.WHAT,
        polarity=Polarity.CONTEXT,
        strength=STRENGTH,
        message=f"{message} (“{place.text}”)",
        passage_spans=(place,),
    )
