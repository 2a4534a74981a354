"""Find who is reported to say what inside one sentence: the content, the cue, the mention of the speaker, the rule.

Method: quotations are masked one character for one, so that a cue inside somebody's words is not a cue of the article.
Then sieves in order of trust, after the deterministic sieves of CoreNLP's quote annotator and citron: content before
its speaker ("…, X said", "…, said X"), "X said (that) …", "according to X", participles (", stressing that …"), speech
acts ("X urged …"), and last a quotation with its sentence's subject. Who the mention is, is `registry`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claims import cues
from factcheck.claims.subjects import clause_subject, inverted_subject
from factcheck.text.quotations import trim

Pair = tuple[int, int]

MASK = "\u00a4"
QUOTED_WORDS = 3  # a quotation of fewer words is a title or a scare quote, no speech of its own
_ENDS_SPEECH = ",.?!—-"
CONTENT_MIN = 4  # characters; less is no clause

_POSTPOSED_EDGE = re.compile(r"(?:[,?!]|[\u00a4])\s?$|—\s?$|–\s$")
_AUXILIARY = (
    r"(?:(?:also|then|later|has|have|had|repeatedly|recently|previously|reportedly|would|will|could|may|might|"
    r"must|did|do|does|not|once|"
    r"often|always|first|further|still|again|publicly|flatly|simply|just|even|only|never|already|earlier|who|"
    r"which|is|was|are|were|"
    r"[a-z]{3,}ly|went on to|continued to|is quoted as|was quoted as)\s)*"
)
_BEFORE_CUE = re.compile(_AUXILIARY + r"$")
_THAT = re.compile(r"\s?,?\s?\bthat\s|\s?,?\s?\bdass\s|\bhow\s|\bwhy\s|\bwhether\s|\bif\s")
_ADJUNCT = re.compile(
    r"\s(?:(?:(?:on|late|early|this|last)\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|"
    r"night)(?:\s(?:morning|night|evening|"
    r"afternoon))?|(?:in|at|during|via|through|after|before|on|over|of|about|to|from|with|"
    r"by)\s[^,:;\u00a4]{2,90}?(?=,\s|:\s|\sthat\s|\s\u00a4|$)"
    r"|(?:yesterday|today|earlier|later|previously|recently|afterwards?|simply|bluntly|flatly|clearly|again|too))"
)
_MEDIUM_ADJUNCT = re.compile(
    r"\s(?:in|during|on|at|via)\s(?:an?|his|her|its|their|the)\s(?:[\w’'-]+\s){0,3}?(?:interview|statement|"
    r"speech|tweet|report|letter|email|memo|"
    r"post|press conference|news conference|briefing|blog|book|documentary)(?:\s(?:with|to|on|for|"
    r"from)\s(?:the\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,4})?,?"
)
_RECIPIENT = re.compile(
    r"\s(?:(?:him|her|them|me|us|you|it)\b|(?:(?:the|a|an|his|her|their|its|reporters|"
    r"lawmakers)\s)?(?:[a-z][\w’'-]*\s){0,2}?"
    r"(?:(?:[A-Z][\w’'.&-]*)(?:\s(?:of\s|and\s|the\s|on\s)?[A-Z][\w’'.&-]*){0,5}|[a-z]+s)(?=[\s,:]))"
    r"(?:\s(?:in|on|during|at)\s[^,:\u00a4]{2,50}?(?=\sthat\b|,|:))?"
)
_CLAUSE_BEGINS = re.compile(
    r"\s(?:the|a|an|this|these|those|there|he|she|it|they|we|i|you|his|her|its|their|our|my|some|many|most|all|"
    r"no|any|both|"
    r"[A-Z\u00a4\d$£€])",
)
_SPLIT = re.compile(r",\s(?:and|but)\s(?=\S)")
_SUBJECT_VERB = re.compile(
    r"(?:(?:the|a|an|this|that|these|those|its|his|her|their|our|my|some|many)\s(?:[\w’'-]+\s){1,5}?|(?:he|she|"
    r"it|they|we|i|you|there)\s"
    r"|(?:[A-Z][\w’'.-]*\s){1,4}?)(?:is|are|was|were|will|would|can|could|may|might|must|should|has|have|had|"
    r"does|did|do|[a-z]{3,}ed)\b"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content that somebody is reported to have said; `mention` is None where the speaker has to be inferred."""

    content: Pair
    cue: Pair | None
    mention: Pair | None
    rule: str
    confidence: float
    whole_clause: bool = False


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence whose quotations are masked: `text` is as long as the article's stretch from `start` on."""

    text: str
    start: int
    quotations: tuple[Pair, ...]

    def at(self, low: int, high: int) -> Pair:
        """Return a span of the article for one of the masked sentence."""
        return self.start + low, self.start + high


def mask(text: str, start: int, end: int, quotations: Sequence[Pair]) -> Masked:
    """Mask the quotations inside `[start, end)`; short ones keep their words, since they are part of the phrase."""
    inside = tuple((max(a, start), min(b, end)) for a, b in quotations if a < end and b > start)
    parts: list[str] = []
    at = start
    for a, b in inside:
        long = text.count(" ", a, b) + 1 >= QUOTED_WORDS
        parts.extend((text[at:a], _masked(text[a:b]) if long else text[a:b]))
        at = b
    return Masked("".join([*parts, text[at:end]]).replace("\n", " ").replace("\u00a0", " "), start, inside)


def _masked(quotation: str) -> str:
    """Mask a quotation, but keep the punctuation before its closing mark: it tells speech from a quoted phrase."""
    marks = 2 if quotation.endswith("''") else 1
    last = quotation[-marks - 1]
    return MASK * (len(quotation) - marks - 1) + (last if last in _ENDS_SPEECH else MASK) + MASK * marks


def attributions(sentence: Masked) -> list[Attribution]:
    """Return the attributions of one sentence, in order, their contents apart from each other."""
    found: list[Attribution] = []
    for sieve in (_postposed, _preposed, _according, _participles, _speech_acts):
        for new in sieve(sentence):
            clash = any(
                _overlap(old.content, new.content) or (old.cue == new.cue and old.rule != new.rule) for old in found
            )
            if not clash:
                found.append(new)
    found = [part for whole in found for part in _split_quotation(sentence, whole)]
    if not found:
        found.extend(_subject_of_quotation(sentence))
    return sorted(found, key=lambda a: a.content)


def _overlap(a: Pair, b: Pair) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _content(sentence: Masked, low: int, high: int) -> Pair | None:
    """Trim a content: no outer punctuation, but a quotation's own marks."""
    text = sentence.text
    low, high = trim(text, low, high)
    while low < high and text[low] in ",:;—–- ":
        low += 1
    while high > low and text[high - 1] in ",.:;—–- ":
        high -= 1
    if text[low:high].startswith(("that ", "dass ")):
        low += 5
    if high - low < CONTENT_MIN or not any(c.isalpha() or c == MASK for c in text[low:high]):
        return None
    return sentence.at(low, high)


def _postposed(sentence: Masked) -> Iterator[Attribution]:
    """Read "…, X said" and "…, said X", also between the two halves of a quotation."""
    text = sentence.text
    begin = 0
    for cue in cues.FINITE.finditer(text):
        if cue.start() < begin or cue.group() in cues.ACTS - cues.SAYING:
            continue
        before = text[: cue.start()]
        edge = _edge_before(before)
        if edge is None or edge <= begin:
            continue
        between = before[edge:].strip()
        if between:
            subject = clause_subject(text, edge, cue.start() - len(_tail_of(before)))
            if subject is None or (
                subject[1] < len(before.rstrip()) - len(_tail_of(before)) - 1
                and "," not in text[subject[1] : cue.start()]
            ):
                continue
        else:
            subject = inverted_subject(text, cue.end())
        if subject is None or not _plain_subject(text, subject, cue):
            continue
        if text[edge - 1 : edge] != MASK and not _tail_allows(text, cue, subject):
            continue
        yield from _both_halves(sentence, begin, edge, cue, subject)
        begin = len(text)


def _tail_of(before: str) -> str:
    match = _BEFORE_CUE.search(before[-80:])
    return match.group() if match else ""


def _edge_before(before: str) -> int | None:
    """Return where the words of the speaker begin: after the comma or quotation that ends the content.

    An apposition has commas of its own ("…,” Lee, the mayor, said"), so the quotation's end wins over a later comma.
    """
    quoted = before.rfind(MASK)
    speech = (
        any(mark in _ENDS_SPEECH for mark in before[max(0, quoted - 2) : max(0, quoted)])
        or before[quoted + 1 : quoted + 2] == ","
    )
    if quoted >= 0 and len(before) - quoted <= 160 and (speech or not before[quoted + 1 :].strip()):  # noqa: PLR2004 - a name with its apposition
        return quoted + 1
    stripped = before.rstrip()
    if stripped.endswith((",", "?", "!", "—", "–")):
        if stripped.count(",") > 1:
            earlier = stripped[:-1].rfind(", ")
            apposition = stripped[earlier + 2 : -1]
            if re.match(r"(?:an?|the|who|which|\d\d)\b", apposition):
                previous = stripped[:earlier].rfind(", ")
                return previous + 1 if previous >= 0 else None
        return len(stripped)
    comma = max(
        stripped.rfind(", "), stripped.rfind("? "), stripped.rfind("! "), stripped.rfind("— "), stripped.rfind("– ")
    )
    return comma + 1 if comma > 0 and len(stripped) - comma <= 120 else None  # noqa: PLR2004


def _tail_allows(text: str, cue: re.Match[str], subject: Pair) -> bool:
    """Tell whether what follows can follow a postposed cue: the sentence's end, an adjunct, or the quotation again."""
    after = max(cue.end(), subject[1])
    rest = text[after:]
    if not rest.strip(" .,") or rest[:1] in ".,;:":
        return True
    return (
        re.match(
            r"\s?(?:\u00a4|[.,;:—–]|(?:in|on|at|to|of|about|during|after|before|as|when|while|last|this|from|"
            r"with|by|late|early|later|earlier|who|"
            r"[A-Z][a-z]+day|yesterday|today|when|referring|noting|adding|recalling|pointing|speaking|without|"
            r"via|through|afterwards?|again|at)\b)",
            rest,
        )
        is not None
    )


def _both_halves(sentence: Masked, begin: int, edge: int, cue: re.Match[str], subject: Pair) -> Iterator[Attribution]:
    text = sentence.text
    span, mention = sentence.at(*cue.span()), sentence.at(*subject)
    low = begin
    lead = cues.ACCORDING.match(text, begin)
    if lead and (comma := text.find(", ", lead.end(), lead.end() + 80)) > 0:
        low = comma + 1
    announced = text.rfind(": " + MASK, low, edge)
    first = _content(sentence, announced + 1 if announced >= 0 else low, edge)
    if first is not None:
        yield Attribution(first, span, mention, "postposed", 0.9 if MASK in text[low:edge] else 0.8)
    after = max(cue.end(), subject[1])
    quoted = text.find(MASK, after)
    if quoted >= 0 and MASK in text[low:edge]:
        second = _content(sentence, quoted, text.rfind(MASK) + 1)
        if second is not None:
            yield Attribution(second, span, mention, "postposed-second-half", 0.9)


def _preposed(sentence: Masked) -> Iterator[Attribution]:
    """Read "X said (that) …" and "X said: “…”"."""
    text = sentence.text
    taken = 0
    for cue in cues.FINITE.finditer(text):
        if cue.start() < taken or (cue.group() in cues.ACTS and cue.group() not in cues.SAYING | cues.THINKING):
            continue
        tail = _tail_of(text[: cue.start()])
        subject = clause_subject(text, taken, cue.start() - len(tail))
        if subject is None or not _plain_subject(text, subject, cue):
            continue
        begin = _content_begin(text, cue)
        if begin is None:
            continue
        high = len(text)
        content = _content(sentence, begin, high)
        if content is None:
            continue
        confidence = 0.85 if cue.group() in cues.SAYING else 0.65
        for part in _parts(sentence, content):
            yield Attribution(part, sentence.at(*cue.span()), sentence.at(*subject), "preposed", confidence)
        taken = high
        break


def _plain_subject(text: str, subject: Pair, cue: re.Match[str]) -> bool:
    """Tell whether a cue that is as often a noun stands after a plain subject: a name, a pronoun, a plural."""
    if cue.group() not in cues.NOUN_LIKE:
        return True
    word = text[subject[0] : subject[1]].rsplit(maxsplit=1)[-1]
    return (
        word[:1].isupper() or word.lower() in {"i", "he", "she", "they", "we", "you", "it", "who"} or word.endswith("s")
    )


def _content_begin(text: str, cue: re.Match[str]) -> int | None:
    """Return where the content after a preposed cue begins, or None where none does."""
    at = cue.end()
    word = cue.group()
    if word in cues.TELLING and (recipient := _RECIPIENT.match(text, at)):
        at = recipient.end()
    if medium := _MEDIUM_ADJUNCT.match(text, at):
        at = medium.end()
    for _ in range(3):
        if that := _THAT.match(text, at):
            return (
                at
                + text[at : that.end()].rfind(that.group().strip(" ,"))
                + (len(that.group().strip(" ,")) if that.group().strip(" ,") in ("that", "dass") else 0)
            )
        if re.match(r"\s?[:,]?\s?\u00a4", text[at:]) or text[at : at + 1] == ":":
            return at
        adjunct = _ADJUNCT.match(text, at)
        if adjunct is None:
            break
        at = adjunct.end()
    return at if _clause_follows(text, at, word) else None


def _clause_follows(text: str, at: int, word: str) -> bool:
    if text[at : at + 1] == "," or not _CLAUSE_BEGINS.match(text, at):
        return False
    if word in cues.SAYING - cues.NOUN_LIKE and word in {
        "said",
        "says",
        "say",
        "told",
        "tells",
        "tell",
        "added",
        "adds",
    }:
        return True
    ahead = text[at : at + 120]
    return (
        re.search(
            r"\b(?:is|are|was|were|will|would|can|could|may|might|must|should|has|have|had|does|did|do|\w{2,}n[’']t)\b",
            ahead,
        )
        is not None
    )


def _parts(sentence: Masked, content: Pair) -> Iterator[Pair]:
    """Split a content at ", and" before a subject with a finite verb of its own, or before a quotation."""
    text = sentence.text
    low, high = content[0] - sentence.start, content[1] - sentence.start
    begin = low
    for match in _SPLIT.finditer(text, low, high):
        rest = text[match.end() : high]
        whole = rest.startswith(MASK) and not rest.strip(MASK + _ENDS_SPEECH + " ")
        if match.group() != ", but " and match.start() - begin > 15 and (whole or _SUBJECT_VERB.match(rest)):  # noqa: PLR2004
            part = _content(sentence, begin, match.start())
            if part is not None:
                yield part
                begin = match.end()
    last = _content(sentence, begin, high)
    if last is not None:
        yield last


def _split_quotation(sentence: Masked, whole: Attribution) -> Iterator[Attribution]:
    if whole.rule != "postposed":
        yield whole
        return
    for part in _parts(sentence, whole.content):
        yield Attribution(part, whole.cue, whole.mention, whole.rule, whole.confidence)


def _according(sentence: Masked) -> Iterator[Attribution]:
    text = sentence.text
    for cue in cues.ACCORDING.finditer(text):
        subject = inverted_subject(text, cue.end("cue"))
        if subject is None:
            continue
        span, mention = sentence.at(*cue.span("cue")), sentence.at(*subject)
        if not text[: cue.start()].strip(" \u00a4,") or cue.start() < 6:  # noqa: PLR2004 - "But according to"
            comma = text.find(", ", subject[1])
            content = _content(sentence, comma + 1, len(text)) if 0 <= comma <= subject[1] + 100 else None
        else:
            content = _content(sentence, 0, cue.start())
        if content is not None:
            yield Attribution(content, span, mention, "according-to", 0.85)
            return


def _participles(sentence: Masked) -> Iterator[Attribution]:
    """Read ", stressing that …": the speaker is the subject of the sentence."""
    text = sentence.text
    for match in cues.PARTICIPLE.finditer(text):
        at = match.end("cue")
        follows = _THAT.match(text, at) or re.match(
            r"\s?:?\s?\u00a4|\s(?:the|he|she|it|they|there|we|his|her|[A-Z])\b", text[at:]
        )
        if follows is None:
            continue
        subject = _first_subject(text, match.start())
        content = _content(sentence, at, len(text))
        if subject is not None and content is not None:
            yield Attribution(content, sentence.at(*match.span("cue")), sentence.at(*subject), "participle", 0.75)
            return


_ANY_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|can|could|[a-z]{3,}ed|[a-z]{2,}s|went|took|made|gave|spoke|"
    r"met|held|sent|saw|led|told|wrote|came|got|put)\b"
)


def _first_subject(text: str, limit: int) -> Pair | None:
    """Return the subject of a sentence: the phrase before its first word that can be a finite verb."""
    for verb in _ANY_VERB.finditer(text, 0, min(limit, 300)):
        tail = _tail_of(text[: verb.start()])
        subject = clause_subject(text, 0, verb.start() - len(tail))
        if subject is not None:
            return subject
    return None


def _speech_acts(sentence: Masked) -> Iterator[Attribution]:
    text = sentence.text
    for cue in cues.FINITE.finditer(text):
        if cue.group() not in cues.ACTS:
            continue
        tail = _tail_of(text[: cue.start()])
        subject = clause_subject(text, 0, cue.start() - len(tail))
        rest = text[cue.end() :].strip(" .,")
        if (
            subject is None
            or not _plain_speaker(text, subject)
            or not _plain_subject(text, subject, cue)
            or len(rest) < CONTENT_MIN
        ):
            continue
        content = _content(sentence, subject[0], len(text))
        if content is not None:
            yield Attribution(
                content, sentence.at(*cue.span()), sentence.at(*subject), "speech-act", 0.6, whole_clause=True
            )
            return


def _plain_speaker(text: str, subject: Pair) -> bool:
    phrase = text[subject[0] : subject[1]]
    return phrase[:1].isupper() or phrase.split()[0].lower() in {
        "the",
        "a",
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "an",
    }


def introduces(sentence: Masked) -> Pair | None:
    """Return the speaker's mention where a sentence only announces a quotation ("She told reporters:"), or None."""
    text = sentence.text
    if not text.endswith((":", ",")):
        return None
    for cue in cues.FINITE.finditer(text):
        subject = clause_subject(text, 0, cue.start() - len(_tail_of(text[: cue.start()])))
        if subject is not None:
            return sentence.at(*subject)
    subject = _first_subject(text, len(text))
    return sentence.at(*subject) if subject else None


def _subject_of_quotation(sentence: Masked) -> Iterator[Attribution]:
    """Give a quotation that no cue introduces to the subject of its sentence, at low confidence."""
    text = sentence.text
    low = text.find(MASK)
    if low <= 0:
        return
    subject = _first_subject(text, low)
    if subject is None:
        return
    for a, b in sentence.quotations:
        if text[a - sentence.start : a - sentence.start + 1] == MASK:
            yield Attribution((a, b), None, sentence.at(*subject), "subject-of-quotation", 0.45)


__all__ = ["MASK", "QUOTED_WORDS", "Attribution", "Masked", "attributions", "introduces", "mask"]
