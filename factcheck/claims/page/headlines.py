"""Tell a headline with a full stop from the first sentence of a text that has no headline.

Headlines end without a full stop nearly always. One that has it is known by what headlines do: they say in few words,
without articles, what the text below says again, or they write most words with capitals.
"""

from __future__ import annotations

import re

from factcheck.text.words import STOP_WORDS, stem

TITLE_CASE = 0.7  # share of capitals among the longer words of a headline in title case
LONGER = 3  # letters; shorter words stay small in a title
SAID_AGAIN = 0.5  # share of a headline's words that the text below has; our own pairs of headline and lead: .5 to 1
LOOKED_AT = 1_200  # characters below, some paragraphs, in which the text says it again
LEAST_WORDS = 2  # of which one alone would say nothing

_OF_A_SENTENCE = re.compile(
    r"\b(?:an?|the|his|her|their|its|he|she|it|they|was|were|has|had|have|been|said|says|told|der|die|das|ein|eine|wurden?|"
    r"war|hat|haben|sagte)\b",
    re.IGNORECASE,
)
"""Words that headlines leave out."""
_MARKS = "“”‘’\"'().,:;!?"
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def in_title_case(line: str) -> bool:
    """Tell whether most of the longer words of a line have a capital, and none is small that a title would not have."""
    words = [w.strip(_MARKS) for w in line.split() if len(w) > LONGER]
    small = [w for w in words if not w[:1].isupper()]
    if any(w.isalpha() and w.islower() and w not in STOP_WORDS for w in small):  # "Mayor Anna Brown resigns"
        return False
    return len(words) > 1 and len(words) - len(small) >= TITLE_CASE * len(words)


def is_told_again(text: str, low: int, high: int) -> bool:
    """Tell whether the line `text[low:high]`, which ends in a full stop, is the headline of what stands below it."""
    line = text[low:high]
    if in_title_case(line):
        return True
    if _OF_A_SENTENCE.search(line):
        return False
    words = _content(line)
    below = _content(text[high : high + LOOKED_AT])
    return len(words) >= LEAST_WORDS and len(words & below) >= SAID_AGAIN * len(words)


def _content(text: str) -> set[str]:
    return {stem(word) for word in (found.casefold() for found in _WORD.findall(text)) if word not in STOP_WORDS}


__all__ = ["in_title_case", "is_told_again"]
