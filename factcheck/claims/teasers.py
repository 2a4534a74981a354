"""Find where another story's headline, glued to the front of a paragraph, ends and the paragraph itself begins.

A headline has no full stop, so only what follows can tell: an opening quotation mark, a word that opens sentences, or
a capitalised subject right before its verb. In a headline whose words are all capitalised only the first two count.
"""

from __future__ import annotations

import re

from factcheck.claims import grammar
from factcheck.claims.clauses import is_finite_or_past
from factcheck.claims.grammar import Token, is_person_noun, tokenize
from factcheck.claims.subjects import subject_before
from factcheck.text.gazetteer import FIRST_NAMES

TEASER_MIN = 8  # characters of another story's headline before its own text can begin again
TEASER_LIMIT = 220  # a teaser is a headline: no longer than one
CAPITALISED = 0.6  # share of capitalised long words from which a headline counts as written in title case
SMALL_BEFORE = 3  # small words and commas between the capitals and the first telling small word
_LONG_WORD = 4  # characters; shorter words stay small in title case

_RESUMES = re.compile(
    r"(?<![.,;:!?–—-])\s(?=(?:We|I|The|But|This|That|These|Those|It|He|She|They|There|If|In|On|At|According|"
    r"You|Our|My|As|When|While"
    r"|A|An|For|Wir|Ich|Die|Der|Das|Es|Er|Sie)\s[^\s])|\s(?=[“\"„«])"
)
_STARTERS_WORDS = """
    first second third
    not many along even instead some most several both here now then also still yet so and since before during despite
    though although because with without from to by under over among his her its their one two three four last next
    earlier later meanwhile however nobody everyone after until once more fewer few other another all such each every
    what who why how where perhaps today yesterday asked only just like unlike what's it's there's that's he's she's
    they're we're i'm"""
_STARTERS = frozenset(_STARTERS_WORDS.split())


def resumption(text: str, low: int, high: int) -> int | None:
    """Return where the text itself begins again after a headline that begins at `low`, or None."""
    found = _plain(text, low, high)
    stretch = text[low : min(high, low + 2 * TEASER_LIMIT)]
    tokens = tokenize(stretch)
    found.extend(
        low + at
        for at in (_starter(tokens), _subject(tokens), _after_title_case(tokens))
        if at is not None and at <= TEASER_LIMIT
    )
    return min(found, default=None)


def _plain(text: str, low: int, high: int) -> list[int]:
    """Return where a word that opens sentences, or an opening mark, first stands after a headline."""
    for match in _RESUMES.finditer(text, low + TEASER_MIN, min(high, low + TEASER_LIMIT)):
        ahead = text[match.end() : match.end() + 20].split()
        before = tokenize(text[low : match.start()])
        if len(ahead) > 1 and ahead[1][:1].isupper() and _title_case(before):
            continue  # "Markets Plunge At Opening"
        return [match.start()]
    return []


def _title_case(tokens: list[Token]) -> bool:
    long_words = [t for t in tokens[1:] if t.word and len(t.text) >= _LONG_WORD]
    return sum(t.capital for t in long_words) >= CAPITALISED * max(1, len(long_words))


def _starter(tokens: list[Token]) -> int | None:
    """Return where a capitalised word that opens sentences follows a headline in sentence case."""
    for index, token in enumerate(tokens):
        opens = token.lower in _STARTERS or (token.lower.endswith("ing") and len(token.lower) > _LONG_WORD)
        if token.start >= TEASER_MIN and token.capital and opens and _parted(tokens, index):
            return token.start
    return None


def _subject(tokens: list[Token]) -> int | None:
    """Return where the capitalised subject of a finite verb follows a headline in sentence case."""
    for verb in range(1, len(tokens)):
        if not is_finite_or_past(tokens[verb]) or tokens[verb].capital:
            continue
        subject = subject_before(tokens, verb)
        low = subject[0] if subject else 0
        if low > 1 and tokens[low - 1].lower == "and" and tokens[low - 2].capital:
            low -= 2
        if subject and tokens[low].capital and tokens[low].start >= TEASER_MIN and _parted(tokens, low):
            return tokens[low].start
    return None


def _after_title_case(tokens: list[Token]) -> int | None:
    """Return where a sentence follows a headline in title case: in the run of capitals before the first small words."""
    index = next((k for k in range(2, len(tokens)) if _is_small(tokens[k])), 0)
    high = index
    while high > 0 and not tokens[high - 1].capital and index - high < SMALL_BEFORE:
        high -= 1
    low = high
    while low > 0 and tokens[low - 1].capital:
        low -= 1
    run = [t for t in tokens[low:high] if t.start >= TEASER_MIN]
    if not run or not _title_case(tokens[:high]):
        return None
    if run[-1].lower in _STARTERS or run[-1].lower in grammar.PRONOUNS or is_person_noun(run[-1]):
        return run[-1].start
    return next((token.start for token in reversed(run[:-1]) if token.lower in FIRST_NAMES), None)


def _is_small(token: Token) -> bool:
    """Tell whether a word is small that title case would not leave so."""
    closed = grammar.PREPOSITIONS | grammar.DETERMINERS | {"and", "but", "nor"}
    plain = token.word and not token.capital and not token.number and token.lower not in closed
    return plain and len(token.text) >= _LONG_WORD - 1


def _parted(tokens: list[Token], index: int) -> bool:
    """Tell whether a capitalised word can begin a sentence here: after a lower-case word that can end a headline."""
    before = tokens[index - 1]
    if (
        before.capital
        or not before.word
        or before.lower in grammar.PREPOSITIONS | grammar.DETERMINERS | {"and", "or", "to"}
    ):
        return before.number
    return not _title_case(tokens[:index])


__all__ = ["TEASER_LIMIT", "TEASER_MIN", "resumption"]
