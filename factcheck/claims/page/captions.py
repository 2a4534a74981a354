"""Where a caption begins at the end of a line: before a photo's credit, or a name with its office."""

from __future__ import annotations

import re

from factcheck.claims.page.pieces import Pair
from factcheck.claims.sentence.cues import NOUN_LIKE, VERBS
from factcheck.claims.sentence.grammar import IRREGULAR, PEOPLE, UNCHANGED
from factcheck.text.names.gazetteer import FIRST_NAMES, ROLES
from factcheck.text.names.sounds import LINKS
from factcheck.text.paragraphs import trim

CREDIT_WINDOW = 110  # characters at the end of a line in which a photo credit stands
CAPTION_LIMIT = 300  # characters before the credit that can be its caption
CAPTION_WORDS = 12
_CREDIT = re.compile(
    r"\s(?:Photo(?:graph)?|Image|Picture|Foto|Credit)s?(?:\s(?:by|credit))?\s?:\s?[^\n.!?]{2,70}\.?$"
    r"|\s\((?:AP Photo|Photo|Image|Foto)\b[^()\n]{0,60}\)$"
    r"|(?<=[.!?])\s\(?(?:[A-ZÀ-Ý][\w’'-]+\s){1,3}[A-ZÀ-Ý][\w’'-]+\s?/\s?(?:[A-ZÀ-Ý][\w’'&-]*\s?){1,5}\)?$"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s")
_SHOWS = re.compile(r"\b(?:pictured|seen here|file photo)\b|\((?:left|right|centre|center)\)")
_PAST = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|do|does|said|says|[a-z]{3,}ed|went|"
    r"came|made|took|got|gave|found|left|lost|won|fell|rose|began|became|[a-z]+n[’']t)\b"
)
_QUOTED = re.compile(r"[“”\"]")
_NAME_AND_ROLE = re.compile(r"(?:[A-ZÄÖÜ][\w’'.-]+,?\s){2,4}[\w’',&. -]{3,80}(?<![.])")
_CAPTION_LINK = LINKS | {"to"}


def credited_caption(text: str, low: int, high: int) -> int:
    """Return where a photo's caption with its credit begins at the end of a line; `high` where there is none.

    The caption is the sentence before "Photo: X" where it reads as one: in the present, or without a verb.
    """
    credit = _CREDIT.search(text, max(low, high - CREDIT_WINDOW), high)
    if credit is None:
        return high
    ends = [m.end() for m in _SENTENCE_END.finditer(text, max(low, credit.start() - CAPTION_LIMIT), credit.start() - 2)]
    begin = ends[-1] if ends else low
    words = text[begin : credit.start()]
    past = _PAST.search(words) or any(w.strip(".,!?") in IRREGULAR | UNCHANGED for w in words.lower().split())
    return begin if not _QUOTED.search(words) and (_SHOWS.search(words) or not past) else credit.start()


def caption_start(text: str, low: int, high: int) -> int | None:
    """Return where a caption (a full name, then an office, all capitalised) begins at the end of a line, or None."""
    quoted = text.rfind("”", low, high) if "”" in text[low:high] else text.rfind('"', low, high)
    if low < quoted < high - 1 and _NAME_AND_ROLE.fullmatch(tail := text[quoted + 1 : high].strip()):
        words_after = [w.strip(",").casefold() for w in tail.split()]
        # "Joan Hill, the mayor, said" lost its full stop
        spoken = any(w in VERBS and w not in NOUN_LIKE for w in words_after)
        if not spoken and len(words_after) <= CAPTION_WORDS and any(_is_role(w) for w in words_after[1:]):
            return trim(text, quoted + 1, high)[0]
    words = _trailing_capitals(text, low, high)
    for index, (start, _) in enumerate(words):
        first = text[words[index][0] : words[index][1]].casefold()
        rest = [text[a:b].strip(",").casefold() for a, b in words[index + 2 :]]
        if (
            first in FIRST_NAMES
            and len(rest) >= 1
            and any(word in ROLES for word in rest)
            and _not_a_role(text, words[index + 1])
        ):
            return start
    return None


def _is_role(word: str) -> bool:
    """Tell whether a lower-case word is a person's office or trade."""
    return word in ROLES or word in PEOPLE


def _not_a_role(text: str, word: Pair) -> bool:
    return text[word[0] : word[1]].strip(",").casefold() not in ROLES


def _trailing_capitals(text: str, low: int, high: int) -> list[Pair]:
    """Return the capitalised words at the end of a line that has no full stop, in order."""
    words: list[Pair] = []
    tail = max(low, high - 140)
    for match in reversed(list(re.finditer(r"\S+", text[tail:high]))):
        word = match.group()
        if not (word[:1].isupper() or word in _CAPTION_LINK) or word[-1] in '.!?”"' or len(words) >= CAPTION_WORDS:
            break
        words.append((tail + match.start(), tail + match.end()))
    return list(reversed(words))


__all__ = ["caption_start", "credited_caption"]
