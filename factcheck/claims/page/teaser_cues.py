"""Find the words with which a page points at another story ("See also"), and where that story's headline ends."""

from __future__ import annotations

import re

from factcheck.claims.page.teasers import TEASER_LIMIT, Article, resumption

_CUE = re.compile(
    r"(?:see also|read also|also read|read more|read next|related(?: (?:articles?|stories|story|news|"
    r"coverage))?|more on this|more(?=\s?:)"
    r"|more from|don[’']t miss|recommended|must read|watch also|you may also like|lesen sie auch|siehe auch|"
    r"mehr zum thema)\b\s?[:—–-]?\s*",
    re.IGNORECASE,
)
_INNER_CUES = (
    r"(?:(?:See also|SEE ALSO|Read (?:also|more|next)|READ (?:ALSO|MORE|NEXT)|Also read|ALSO READ|More on this|"
    r"MORE ON THIS|Don[’']t miss|DON[’']T MISS|You may also like|Watch also|Must read|MUST READ|Lesen Sie auch|"
    r"LESEN SIE AUCH|Siehe auch|Mehr zum Thema|MEHR ZUM THEMA)\b|"
    r"(?:Related(?: (?:articles?|stor(?:y|ies)|news|coverage))?|RELATED(?: [A-Z]+)?|Recommended|(?<![A-Z]\s)MORE):)"
)
_IN_INNER_CUES = (
    *("see also", "read also", "read more", "read next", "also read", "more on this", "t miss", "you may also like"),
    *("watch also", "must read", "lesen sie auch", "siehe auch", "mehr zum thema", "related", "recommended:", "more:"),
)
"""In small letters what each of these cues has."""
_HEADLINE_FOLLOWS = r"\s{0,3}(?::|(?<=:)\s{0,3}\S|[A-ZÄÖÜ\d“\"„‘'])"
_GLUED_TO = r"(?:(?<=[^\s\W_A-ZÄÖÜ])|(?<=[.!?…:;%)\]”’])|(?<=[.!?,…][\"'»“])|(?<=[.!?,…]['’][\"”]))"
"""What a cue is glued to without a blank: the end of a word or sentence, and no mark that opens something."""
_INNER = re.compile(rf"[.!?][”\"’)]*\s+(?={_INNER_CUES})|(?:(?<=\S)\s|{_GLUED_TO})(?={_INNER_CUES}{_HEADLINE_FOLLOWS})")
_STOP = re.compile(r"[.!?](?=\s[A-ZÄÖÜ“\"])")
_TERMINAL = re.compile(r"[.!?…:;。！？।॥؟۔][\"”’'»“)\]]*$|[,.!?][\"”’'»]$")
_OPENING = "“\"„«‘'"


def inner_teasers(text: str, low: int, high: int) -> list[int]:
    """Return where teasers begin inside a line, behind text of the article."""
    line = text[low:high].lower()
    if not any(word in line for word in _IN_INNER_CUES):  # most lines, and looking for the cues costs
        return []
    return [match.end() for match in _INNER.finditer(text, low, high) if match.end() > low]


def opens_teaser(line: str) -> bool:
    """Tell whether a line begins with words that point at another story."""
    return _CUE.match(line.lstrip()) is not None


def teaser_end(article: Article, low: int, high: int, *, behind: bool) -> int:
    """Return where a teaser that begins at `low` ends; `low` where there is none.

    The text itself begins again at a word that opens sentences, without punctuation before it and a headline on; not
    `behind` other text of the line where that ends without a full stop, as headlines do.
    """
    text = article.text
    cue = _CUE.match(text, low, min(high, low + 60))
    if cue is None or (cue.group().strip().lower() == "related" and not text[cue.end() : cue.end() + 1].isupper()):
        return low
    resumes = resumption(article, cue.end(), high)
    unended = behind and _TERMINAL.search(text, low, high) is None
    if resumes is not None and not (unended and text[resumes] not in _OPENING):
        return resumes
    stop = _STOP.search(text, cue.end() + TEASER_LIMIT, high)
    return stop.end() if stop else high


__all__ = ["inner_teasers", "opens_teaser", "teaser_end"]
