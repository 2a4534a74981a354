"""Split a text into sentences; knows English and German, and splits other languages by their punctuation.

Method: blank lines are hard boundaries, then lines that were broken on purpose, then full stops, question and
exclamation marks that neither belong to an abbreviation, an initial, a number or an ordinal nor stand inside an open
quotation. Every decision looks at a bounded window around the mark, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.text.abbreviations import is_abbreviation, stop_ends
from factcheck.text.languages.language import SAMPLE, is_german
from factcheck.text.paragraphs import line_spans, paragraph_spans, trim
from factcheck.text.quotations import find_quotations

QUOTATION_LIMIT = 1_500  # a longer quotation is split like other text: a reader needs its sentences
SENTENCE_LIMIT = 4_000  # text without any boundary is cut at white space here, so that later rooms stay linear

SPEAKER_LIMIT = 150  # characters after a closed quotation in which its speaker and verb stand
_WINDOW = 40  # characters looked at before a mark: no abbreviation is longer

_SPEECH_WORDS = """
    said says asked asks told added replied shouted wrote writes tweeted cried declared demanded responded wondered
    continued argued insisted exclaimed"""
_SPEECH = frozenset(_SPEECH_WORDS.split())
_WIDE = "。！？।॥؟۔።։"
"""Marks that end a sentence in other scripts, with or without a space behind them."""
_MARK = re.compile(rf"[.!?…{_WIDE};](?:(?<=[.!?…])[.!?…]*|(?<=[{_WIDE}])[{_WIDE}]*|(?=\s))")
"""Marks that can end a sentence, or a semicolon before a space; all begin in one set, so the engine skips to it."""
_NOTE_MARK = re.compile(r"(?:\[\d{1,3}\])+(?=\s|$)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?=\s|$)|(?<=[a-z]{3}[.!?])\d{1,2}(?=\s[A-Z])")
"""What points from the end of a sentence to a note: "[1]", "¹", and "1" where a page lost that it was raised."""
_CLOSER = frozenset("\"”“’'»«)]}＂‹›」』*_")
_WORD_BEFORE = re.compile(r"[\w.&-]*\w$")
_WORD_AFTER = re.compile(r"[\"“„«»‘’‚‹›'(\[¿¡*_-]{0,20}(?:(?<=«)\s)?(\w[\w’'.-]{0,60})(?: (\w[\w’'-]{0,40}))?")
_SPEAKER_AFTER = re.compile(
    r"(?:[A-Z][\w.’'-]*(?:\s+|(?=,))){1,4},\s(?:an?|the|who|\d\d)\b[^.\"”?!\n]{0,80},\s(\w+)\b"
    r"|(?:[A-Z][\w.’'-]*\s+){1,4}(\w+)(?=[.,]|\s(?:in|to|on|at|during|of|reporters|him|her|them)\b|$)"
)
_DASH_ON = re.compile(r"[—–]\s?[a-zà-ÿ]")
_NEXT_WORD = re.compile(r"[\w’'-]+")
_BEHIND_SPEECH = re.compile(
    r"[.,]|$|\s(?:in|to|on|at|during|of|from|with|as|after|when|while|a|the|reporters|him|her|them)\b"
)
_NO_SPEAKER_WORDS = """
    after before during when while as in on at for from with by but and or so if then later since though although
    because despite when where what why how it there here still yet now today yesterday instead meanwhile"""
_NO_SPEAKER = frozenset(_NO_SPEAKER_WORDS.split())
_ENDS_SOON = re.compile(r",\s(?![\d\"“'‘])|(?:(?! that\b)[^.\"“”]){0,60}(?:\.(?:\s|$)|$)")
_FINITE_WORDS = """
    is are was were has have had will would can could may might must should does did"""
_FINITE = frozenset(_FINITE_WORDS.split())
_DOMAIN = re.compile(r"(?:Com|Org|Net|Gov|Edu|Info|Io|Uk|De|Js|Py|Ai|Tv)\b")
_ACRONYM = re.compile(r"(?!(?:COM|ORG|NET|GOV|EDU|PDF|DOCX?|XLSX?|CSV|ZIP|JPE?G|PNG|HTML?|JS)\b)[A-Z]{2,6}\s[a-z]")
"""What a glued sentence can begin with, and no address: "in 2023.NHS rules require"."""
_SCORE = re.compile(r"\d:\d{1,3}$")
_COUNT = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{2,})\s[a-z]{3,}")
"""What a glued sentence counts at its head, and no part of a number or version: "sold.5,000 fans"."""
_OPENERS = re.compile(r"(?:The|It|He|She|They|We|In|But|This|His|Her|Its|A|An|Die|Der|Das|Er|Sie|Es)\s")
"""What begins a sentence and no name, so that it is told apart from an abbreviation's letters: "the U.S.The family"."""
_SUM = re.compile(r"[$£€¥~±]\s?\d")
"""An amount that begins a sentence: "£3m was spent", "~40 boats sank"."""
_ENUMERATOR = re.compile(r"(?:[-*•–—▪●·]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|\([ivx]{1,4}\)\s)")

Pair = tuple[int, int]
Words = tuple[str, str]  # the one behind a full stop, and the one after it


def split_sentences(text: str, start: int = 0, end: int | None = None, *, language: str = "") -> list[Pair]:
    """Return the sentences of `text[start:end]` as half-open spans: in order, trimmed, covering all but white space.

    A paragraph break always ends a sentence; a quotation up to `QUOTATION_LIMIT` characters is never split. A stretch
    without any boundary is cut every `SENTENCE_LIMIT` characters. `language` (ISO 639-1): "" has it told by the text.
    """
    stop = len(text) if end is None else end
    german = language == "de" if language else is_german(text[start : min(stop, start + SAMPLE)])
    sentences: list[Pair] = []
    for low, high in paragraph_spans(text, start, stop):
        for a, b in line_spans(text, low, high):
            sentences.extend(_split_line(text, a, b, german=german))
    return sentences


def _split_line(text: str, low: int, high: int, *, german: bool) -> Iterator[Pair]:
    quotations = [(q.start, q.end) for q in find_quotations(text, low, high, closed=True)]
    opening = frozenset(a for a, _ in quotations)
    kept = [(a, b) for a, b in quotations if b - a <= QUOTATION_LIMIT]
    starts = [a for a, _ in kept]
    begin = low
    for match in _MARK.finditer(text, low, high):
        after = _past_closers(text, match.end(), high, opening)
        index = bisect_right(starts, match.start()) - 1
        if after <= begin or (index >= 0 and after < kept[index][1]):
            continue
        if _is_boundary(text, match, after, low, high, german=german) and not _only_enumerator(text, begin, after):
            yield from _capped(text, begin, after)
            begin = after
    yield from _capped(text, begin, high)


def _capped(text: str, low: int, high: int) -> Iterator[Pair]:
    low, high = trim(text, low, high)
    while high - low > SENTENCE_LIMIT:
        cut = max(text.rfind(" ", low + SENTENCE_LIMIT // 2, low + SENTENCE_LIMIT), low + SENTENCE_LIMIT // 2)
        yield trim(text, low, cut)
        low = trim(text, cut, high)[0]
    if low < high:
        yield low, high


def _past_closers(text: str, at: int, high: int, opening: frozenset[int]) -> int:
    while at < high and text[at] in _CLOSER and at not in opening:
        at += 1
    if text[at : at + 1] == " " and text[at + 1 : at + 2] != "»":
        return at  # as behind most marks
    note = _NOTE_MARK.match(text, at, min(high, at + _WINDOW))
    at = note.end() if note is not None else at
    spaced = at + 1 < high and text[at].isspace() and text[at + 1] == "»" and at + 1 not in opening
    return at + 2 if spaced else at  # « … » as French sets it


def _only_enumerator(text: str, begin: int, after: int) -> bool:
    a, b = trim(text, begin, after)
    return b - a <= 4 and _ENUMERATOR.fullmatch(text[a:b] + " ") is not None  # noqa: PLR2004 - "(12)" and no longer


def _is_boundary(text: str, match: re.Match[str], after: int, low: int, high: int, *, german: bool) -> bool:
    if after >= high or (match.group() == ";" and not _is_greek(text, match.start())):
        return False
    begin = trim(text, after, min(high, after + 20))[0]
    word = _WORD_AFTER.match(text, begin, high)
    if not text[after].isspace():
        return _glued(text, match, after, high)
    following = word.group(1) if word else ""
    if not following and _SUM.match(text, begin, high):
        following = text[begin]
    if not following or following[0].islower():
        dashed = _DASH_ON.match(text, begin, high) is not None  # “Who listens?” — before he left
        return not following and match.group() != "." and not dashed
    if after > match.end() and _spoken_by(text, after, high):
        return False
    if match.group() == ".":
        then = (word.group(2) or "") if word else ""
        return _full_stop_ends(text, match.start(), low, (following, then), german=german)
    return True


def _is_greek(text: str, at: int) -> bool:
    """Tell whether a semicolon stands behind a Greek letter, where it asks."""
    return "\u0370" <= text[at - 1] <= "\u03ff" or "\u1f00" <= text[at - 1] <= "\u1fff"


def _glued(text: str, match: re.Match[str], after: int, high: int) -> bool:
    """Tell whether a mark without a space after it ends a sentence, as in "ended.The"; "example.Org" does not."""
    if match.group()[0] in _WIDE:
        return after == match.end()  # behind a closed quotation its speaker follows: 「…。」と言った。
    before = text[max(0, match.start() - 2) : match.start()]
    following = text[after : min(high, after + 2)]
    if _DOMAIN.match(text, after, high) or _in_address(text, match.start()):
        return False
    starts = len(following) > 1 and following[0].isupper() and (following[1].islower() or following[1].isspace())
    starts = starts or _ACRONYM.match(text, after, high) is not None
    quoted = following[:1] in ("“", '"', "„") or (following[:1] == "‘" and following[1:].isupper())
    word = _WORD_BEFORE.search(text[max(0, match.start() - _WINDOW) : match.start()])
    plain = (
        word is not None
        and (len(word.group()) > 1 or (word.group().isdigit() and following[1:].islower()))
        and not is_abbreviation(word.group())
    )
    lower = plain and before.isalnum() and before[-1].islower()
    if lower and match.group() == "." and (_SUM.match(text, after, high) or _COUNT.match(text, after, high)):
        return True
    letters = word is not None and "." in word.group() and max(map(len, word.group().split("."))) == 1
    if letters:
        return _OPENERS.match(text, after, high) is not None
    ends = lower or (plain and before[-1].isdigit()) or before[-1:] in ("%", ")")
    return (starts or quoted) and (ends or after > match.end())


def _in_address(text: str, at: int) -> bool:
    """Tell whether a mark stands in an address ("arle.example/news?Page=2")."""
    run = text[max(0, at - _WINDOW) : at].rpartition(" ")[2]
    return "/" in run and "." in run


def _full_stop_ends(text: str, at: int, low: int, following: Words, *, german: bool) -> bool:
    before = _WORD_BEFORE.search(text[max(low, at - _WINDOW) : at].rpartition(" ")[2])
    if text[max(low, at - 2) : at] in ("°C", "°F") or _SCORE.search(text, max(low, at - _WINDOW), at):
        return True  # a scale, and no initial; a score, and no ordinal
    return stop_ends(before.group().rpartition("-")[2] if before else "", *following, german=german)


def _spoken_by(text: str, after: int, high: int) -> bool:
    """Tell whether a closed quotation goes on with its speaker: “Why?” Ms Lee asked."""
    low, stop = trim(text, after, min(high, after + 5))[0], min(high, after + SPEAKER_LIMIT)
    speaker = _SPEAKER_AFTER.match(text, low, stop)
    asked = text[max(0, after - 6) : after].rstrip("\"”“’'»«")[-1:] in (
        "?",
        "!",
    )  # a full stop before its speaker would be a comma
    if speaker is not None and (speaker.group(1) or speaker.group(2)) in _SPEECH:
        return asked or _ENDS_SOON.match(text, speaker.end(), stop) is not None
    return asked and _said_behind(text, low, stop)


def _said_behind(text: str, low: int, stop: int) -> bool:
    """Tell whether a verb of saying is the first of its clause: “Why?” Lee’s niece, the owner of a mill, asked."""
    first = _NEXT_WORD.match(text, low, stop)
    if first is None or first.group().lower() in _NO_SPEAKER:
        return False
    last = low
    for word in _NEXT_WORD.finditer(text, low, stop):
        between = text[last : word.start()]
        ended = "." in between and not is_abbreviation(text[low:last].rpartition(" ")[2]) and last > low
        if ended or any(mark in between for mark in "?!:;\n") or word.group() in _FINITE:
            return False
        if word.group() in _SPEECH:
            return _BEHIND_SPEECH.match(text, word.end(), stop) is not None
        last = word.end()
    return False


def sentence_at(sentences: Sequence[Pair], at: int) -> Pair | None:
    """Return the span of `sentences` (in order) that holds offset `at`, or None."""
    index = bisect_right(sentences, (at, len(sentences) and sentences[-1][1])) - 1
    return sentences[index] if index >= 0 and sentences[index][1] > at else None


__all__ = ["is_abbreviation", "sentence_at", "split_sentences"]
