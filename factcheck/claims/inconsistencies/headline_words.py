"""Find where a headline and the text below it say opposite things in words: rises and fell, March and May.

A finding is raised only where a claim at the head of the text plainly speaks of what the headline does, and where no
claim there says what the headline says: a reversal that the text reports ("first fell, now rises") is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claims.duplicates import FIRST_CLAIMS
from factcheck.claims.page.headlines import in_title_case
from factcheck.domain import Block, Claim, Finding, FindingKind, Sentence, Span
from factcheck.text.names.finding import find_names
from factcheck.text.words import STOP_WORDS, stem

SHARED = 0.5
"""Share of a headline's words, its opposites aside, that a claim about the same thing has. From our own pairs."""
LEAST_WORD = 4  # letters of a name in which one may be wrong; in a longer one, two
LONG_WORD = 7

_UP = """
    rise rises rose rising risen increase increases increased grow grows grew climb climbs climbed jump jumps jumped
    soar soars soared surge surges surged gain gains gained double doubles doubled triple triples tripled up"""
_DOWN = """
    fall falls fell falling fallen drop drops dropped decline declines declined decrease decreases decreased sink sinks
    sank shrink shrinks shrank slump slumps slumped plunge plunges plunged slip slips slipped halve halves halved
    down"""
_OPPOSITES = (
    (_UP, _DOWN),
    ("close closes closed closing shut shuts", "open opens opened opening reopen reopens reopened reopening"),
    ("convict convicts convicted guilty jail jails jailed", "acquit acquits acquitted clear clears cleared"),
    ("deny denies denied", "confirm confirms confirmed admit admits admitted"),
    ("approve approves approved pass passes passed back backs backed", "reject rejects rejected"),
    ("accept accepts accepted", "reject rejects rejected refuse refuses refused decline declines declined"),
    ("allow allows allowed permit permits permitted", "ban bans banned prohibit prohibits prohibited forbid forbids"),
    ("win wins won", "lose loses lost"),
    ("survive survives survived", "die dies died dead"),
    ("support supports supported", "oppose opposes opposed"),
)


def _sides() -> dict[str, list[tuple[int, int]]]:
    """Return for each word in which pairs of opposites it stands, and on which side."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for pair, both in enumerate(_OPPOSITES):
        for side, words in enumerate(both):
            for word in words.split():
                found[word].append((pair, side))
    return dict(found)


_SIDES = _sides()
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NOT = re.compile(
    r"\b(?:[Nn]ot|[Nn]ever|[Nn]o|without|nor|could|may|might|would|should|[Ii]f|[Ww]hether|or)\b|n[’']t\b|\?"
)
"""Where a headline or a claim has one of these, it asserts neither side."""
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!\s[A-Z])"
)
_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d.,-]|\s[a-z]+s\b)")
_SUBJECT_WORDS = 6  # words before the verb among which its subject stands

Raised = tuple[int, Finding]


@dataclass(frozen=True, slots=True)
class _Told:
    """A headline, and the claims at the head of the text."""

    text: str
    headline: Sentence
    below: Sequence[tuple[int, Claim]]
    sentences: Sequence[Sentence]

    def sentence_of(self, claim: Claim) -> Sentence:
        """Return the sentence in which a claim begins; its verb of saying stands outside of the claim."""
        return self.sentences[bisect_right(self.sentences, claim.start, key=lambda one: one.start) - 1]


def opposed(text: str, claims: Sequence[Claim], sentences: Sequence[Sentence]) -> Iterator[Raised]:
    """Yield what the first claims below a headline say otherwise than it, in words, dates, names and scores."""
    for headline in (s for s in sentences if s.block is Block.HEADLINE):
        outside = [(k, c) for k, c in enumerate(claims) if not headline.start <= c.start < headline.end]
        told = _Told(text, headline, outside[:FIRST_CLAIMS], sentences)
        yield from _opposites(told)
        yield from _other_dates(told)
        yield from _other_scores(told)
        yield from _other_names(told)


def _opposites(told: _Told) -> Iterator[Raised]:
    if _NOT.search(told.headline.text):
        return
    for word in _WORD.finditer(told.headline.text):
        for pair, side in _SIDES.get(word.group().lower(), ()):
            found = [_said(told, claim, word, pair) for _, claim in told.below]
            if any(one is not None and one[1] == side for one in found):
                continue
            for (index, _), one in zip(told.below, found, strict=True):
                if one is not None:
                    yield index, _finding(told, word.span(), one[0])
                    return


def _said(told: _Told, claim: Claim, word: re.Match[str], pair: int) -> tuple[Span, int] | None:
    """Return the one word of the pair in a claim about the same thing, and its side."""
    whole = told.sentence_of(claim)
    sentence = whole.text
    words = [(one, told_by) for one in _WORD.finditer(sentence) if (told_by := _SIDES.get(one.group().lower()))]
    sides = [(one, side) for one, told_by in words for p, side in told_by if p == pair]
    if len({side for _, side in sides}) != 1 or _NOT.search(sentence):
        return None
    one, side = sides[0]
    before = _stems(told.headline.text[: word.start()])
    subject = " ".join(_WORD.findall(sentence[: one.start()])[-_SUBJECT_WORDS:])
    same_subject = bool(before & _stems(subject)) or pair > 0
    if not same_subject or not _about(told.headline.text, word.group(), sentence, one.group()):
        return None
    return Span.cut(told.text, whole.start + one.start(), whole.start + one.end()), side


def _about(headline: str, word: str, sentence: str, other: str) -> bool:
    """Tell whether a sentence has half of the words of a headline, the opposites and figures aside."""
    wanted = _stems(headline) - _stems(word)
    return len(wanted & (_stems(sentence) - _stems(other))) >= SHARED * len(wanted) > 0


def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)


def _other_dates(told: _Told) -> Iterator[Raised]:
    """Yield where the one month or year of a headline is another in the claim, and stands in none."""
    for kind in (_MONTH, _YEAR):
        above = list(kind.finditer(told.headline.text))
        if len(above) != 1 or any(above[0].group() in claim.verbatim for _, claim in told.below):
            continue
        for index, claim in told.below:
            there = list(kind.finditer(claim.verbatim))
            if len(there) == 1 and _about(told.headline.text, above[0].group(), claim.verbatim, there[0].group()):
                span = Span.cut(told.text, claim.start + there[0].start(), claim.start + there[0].end())
                yield index, _finding(told, above[0].span(), span)
                break


def _other_scores(told: _Told) -> Iterator[Raised]:
    above = _SCORE.search(told.headline.text)
    if above is None or any(above.group() in claim.verbatim for _, claim in told.below):
        return
    for index, claim in told.below:
        scores = list(_SCORE.finditer(claim.verbatim))
        if len(scores) == 1 and _about(told.headline.text, "", claim.verbatim, ""):
            span = Span.cut(told.text, claim.start + scores[0].start(), claim.start + scores[0].end())
            yield index, _finding(told, above.span(), span)
            return


def _other_names(told: _Told) -> Iterator[Raised]:
    """Yield where a name of a headline is spelled nearly so in the text, and nowhere as in the headline."""
    rest = told.text[: told.headline.start] + told.text[told.headline.end :]
    titled = in_title_case(told.headline.text)  # where a noun looks like a name
    for name in find_names(told.headline.text):
        words = list(_WORD.finditer(name.span.text))
        for word in words:
            start, spelled = name.span.start + word.start(), word.group()
            plain = len(spelled) >= LEAST_WORD and spelled[0].isupper() and start > 0
            if not plain or spelled in rest or spelled.lower() in rest:
                continue
            beside = frozenset(one.group() for one in words) - {spelled}
            yield from _misspelt(told, (start, start + len(spelled)), beside if titled else frozenset())


def _misspelt(told: _Told, bounds: tuple[int, int], beside: frozenset[str]) -> Iterator[Raised]:
    """Yield the first claim with a name nearly as the word of the headline; `beside`: of which it has another word."""
    word = told.headline.text[slice(*bounds)]
    room = 1 if len(word) < LONG_WORD else 2
    for index, claim in told.below:
        for name in claim.names:
            words = list(_WORD.finditer(name.span.text))
            known = not beside or beside & {one.group() for one in words}
            near = next((one for one in words if known and _is_slip(word, one.group(), room)), None)
            if near is not None:
                span = Span.cut(told.text, name.span.start + near.start(), name.span.start + near.end())
                yield index, _finding(told, bounds, span)
                return


def _is_slip(one: str, other: str, room: int) -> bool:
    """Tell whether two words are one name with a slip; "Syria" and "Syrian", "Democrats" and "Democratic" are not."""
    a, b = one.lower(), other.lower()
    if not other[:1].isupper() or a.startswith(b) or b.startswith(a) or stem(a) == stem(b):
        return False
    inflected = (a[:-2] == b[: len(a) - 2] and len(b) > len(a)) or (b[:-2] == a[: len(b) - 2] and len(a) > len(b))
    return bool(not inflected and _distance(a, b) <= room)


def _distance(one: str, other: str) -> int:
    """Return how many letters must be changed, added or left out (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def _finding(told: _Told, bounds: tuple[int, int], span: Span) -> Finding:
    start, end = (told.headline.start + at for at in bounds)
    above = Span.cut(told.text, start, end)
    message = f"the headline says {above.text}, the text says {span.text}"
    return Finding(kind=FindingKind.HEADLINE, message=message, spans=(above, span))


__all__ = ["opposed"]
