"""Find the phrase that names a speaker beside a cue; any noun phrase may: "police", "two people briefed on the talks".

Method: the clause before the cue (or after it, where the verb comes first) is cut at its commas; leading phrases ("On
June 2, ", "Asked why, ") and appositions are set aside, and what is left must begin like a noun phrase and hold no
finite verb of its own.
"""

from __future__ import annotations

import re

Pair = tuple[int, int]

SUBJECT_LIMIT = 260  # characters before a cue that can belong to its subject
PHRASE_WORDS = 16  # a longer "subject" is a clause

_CLAUSE_EDGE = re.compile(r"[;:—–]\s|\u00a4+,?\s|\s(?:because|although|though|whereas|since|unless)\s|\)\s")
_CONJUNCTION = re.compile(r"\s(?:and|but|as|while|when|after|before|that|if|or|what|how|which|than|where)\s")
_LEAD = re.compile(
    r"(?:On|In|At|By|During|After|Before|Since|For|From|With|Without|Over|Under|Through|Amid|Despite|Following|"
    r"As|While|When|If|Although|"
    r"Though|Because|Once|Until|Later|Earlier|Meanwhile|However|But|And|So|Yet|Still|Also|Then|Now|Today|"
    r"Yesterday|Instead|Moreover|"
    r"Furthermore|Nevertheless|Asked|Speaking|Commenting|Talking|Responding|Pressed|Citing|Noting|Referring|"
    r"According|Unlike|Like|Among|"
    r"Last|This\s(?:week|month|year|morning)|Separately|Finally|Indeed|Similarly|Overall|Recently|Previously|"
    r"Notably|In\sturn|To|"
    r"[A-Z][a-z]+ly|[A-Z][a-z]+ing|[A-Z][a-z]+day|One\sday|Until|Perhaps|Sure|Yes|No|Well|Of\scourse|"
    r"For\sexample|Am|Im|Nach|Bei)\b"
)
_LEAD_WORD = re.compile(
    r"(?:But|And|So|Yet|Meanwhile|Still|Then|Also|Now|Or|However|Today|Yesterday|Later|Earlier|Here|Indeed|Again)\s"
)
_NOUN_PHRASE = re.compile(
    r"(?:the|a|an|this|these|those|that|his|her|its|their|our|my|your|some|many|most|several|all|both|one|two|"
    r"three|four|five|six|seven|eight|"
    r"nine|ten|other|others|another|no|few|he|she|it|they|we|i|you|who|people|police|officials|sources|critics|"
    r"experts|analysts|"
    r"supporters|opponents|republicans|democrats|reports|authorities|prosecutors|researchers|scientists|"
    r"witnesses|nobody|everyone|someone|"
    r"der|die|das|er|sie|ein|eine|[A-ZÄÖÜ\d]|[a-z-]+s\b|(?:local|federal|state|senior|former|top|u\.s\.)\s)",
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|may|might|must|should|has|have|had|does|did|do|said|says|told|"
    r"went|took|made|gave|came|"
    r"got|isn[’']t|wasn[’']t|won[’']t|don[’']t|didn[’']t|doesn[’']t)\b"
)
_PAST = re.compile(
    r"(?:[A-Z][\w’'-]+|\b(?:he|she|they|it|we|who))\s[a-z]{3,}(?<!bas)(?<!nam)(?<!call)ed\s(?!by\b|in\b|on\b|"
    r"with\b|to\b|for\b)"
)
_RELATIVE = re.compile(r"\b(?:who|which|whose|that|where)\b")
_INVERTED = re.compile(
    r"\s(?P<np>(?:(?:the|a|an|his|her|their|its|one|two|several|some|former|ex-[A-Za-z]+|"
    r"senior)\s)?(?:[a-z][\w’'-]*\s(?:of\s)?){0,5}?"
    r"(?:[A-ZÄÖÜ][\w’'.&-]*(?:\s(?:(?:of|the|for|de|van|von|bin|al|and|on|in|press|secretary|spokesman|"
    r"spokeswoman|spokesperson|minister|"
    r"president|chief|director|officials?|leader|adviser|attorney|analyst|"
    r"professor)\s)*[A-ZÄÖÜ][\w’'.&-]*){0,8}|(?:him|her|them|he|she|they|it|us|me)\b"
    r"|(?:[a-z][\w’'-]*)(?:\s(?:of|in|at|from|with|for|by|on|to|familiar|briefed|"
    r"close)\s[\w’'-]+(?:\s[\w’'-]+){0,5}?(?=\s?[,.;:\u00a4]|$))?))"
)
_APPOSITION_OPENS = re.compile(
    r"(?:an?|the|who|which|whose|\d\d|then|former|ex-|also|now|its|his|her|R-|D-|[A-Z][a-z]+[’']s|[a-z]+)\b|[RD]-"
)


def clause_subject(text: str, start: int, end: int) -> Pair | None:
    """Return the span of the subject that ends at `end` (before adverbs and auxiliaries of its verb), or None."""
    low = max(start, end - SUBJECT_LIMIT)
    for edge in _CLAUSE_EDGE.finditer(text, low, end):
        low = edge.end()
    segments = _segments(text, low, end)
    while len(segments) > 1 and _leads(text[segments[0][0] : segments[0][1]]):
        segments = segments[1:]
    if not segments:
        return None
    found = _phrase(text, _joined(text, segments))
    if found is None and len(segments) > 1:
        found = _phrase(text, segments[-1])
    return found


def _segments(text: str, low: int, end: int) -> list[Pair]:
    """Cut at commas; empty segments are left out."""
    segments: list[Pair] = []
    begin = low
    for match in re.finditer(r",\s?", text[low:end]):
        segments.append((begin, low + match.start()))
        begin = low + match.end()
    segments.append((begin, end))
    return [(a, b) for a, b in segments if text[a:b].strip()]


def _leads(segment: str) -> bool:
    return segment.strip().isdigit() or (
        _LEAD.match(segment.strip()) is not None
        and not re.match(r"(?:[A-Z]\w+\s){1,2}\w*(?:who|whose)\b", segment.strip())
    )


def _joined(text: str, segments: list[Pair]) -> Pair:
    """Return the segment that names the speaker: the first, where the others are appositions to it."""
    first, rest = segments[0], segments[1:]
    if all(_APPOSITION_OPENS.match(text[a:b].strip()) or _title_only(text[a:b]) for a, b in rest):
        return first
    return segments[-1]


def _title_only(segment: str) -> bool:
    words = segment.split()
    return 0 < len(words) <= 6 and all(w[:1].isupper() or w in ("of", "for", "the") for w in words)  # noqa: PLR2004


def _phrase(text: str, segment: Pair) -> Pair | None:
    """Narrow a segment to a noun phrase: after a conjunction, without a leading adverb; None where it is a clause."""
    low, high = segment
    low += len(text[low:high]) - len(text[low:high].lstrip(" \u00a4,\"“”'"))
    high -= len(text[low:high]) - len(text[low:high].rstrip())
    if lead := _LEAD_WORD.match(text, low, high):
        low = lead.end()
    phrase = text[low:high]
    if _is_clause(phrase):
        cuts = [m.end() for m in _CONJUNCTION.finditer(phrase)]
        low = next((low + cut for cut in cuts if not _is_clause(phrase[cut:])), -1)
        if low < 0:
            return None
        phrase = text[low:high]
    if (
        not phrase
        or (not _NOUN_PHRASE.match(phrase) and not _NOUN_PHRASE.match(phrase.lower()))
        or len(phrase.split()) > PHRASE_WORDS
    ):
        return None
    return (low, high) if re.search(r"\w", phrase) else None


def _is_clause(phrase: str) -> bool:
    head = _RELATIVE.split(phrase, maxsplit=1)[0]
    return _FINITE.search(head) is not None or _PAST.search(head) is not None or head.startswith(("there", "There"))


def inverted_subject(text: str, at: int) -> Pair | None:
    """Return the span of the subject that follows a verb ("said White House press secretary Karine Lee"), or None."""
    match = _INVERTED.match(text, at, min(len(text), at + 200))
    if match is None:
        return None
    low, high = match.span("np")
    while high > low and text[high - 1] in " ,.":
        high -= 1
    phrase = text[low:high]
    if not phrase or phrase.split()[0] in (
        "that",
        "on",
        "in",
        "at",
        "during",
        "to",
        "of",
        "about",
        "if",
        "how",
        "there",
    ):
        return None
    return low, high


__all__ = ["clause_subject", "inverted_subject"]
