"""Tell where a capital letter says nothing of a name: at the head of a sentence, in a heading, in a line of capitals.

Knows only the shape of the text; what a name is, `names` says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

HEADING_WORDS = 4  # a shorter line may be a byline or a signature: a name, with its capitals
HEADING_SHARE = 0.8  # of the longer words of a line that begin with a capital: title case leaves out "with", too
HEADING_LENGTH = 200  # characters; a longer line is text
LONG = 4  # letters of a word that title case capitalises

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_WITHIN = re.compile(r"(?<=[a-z,]\s)[A-Z][a-z]+")
_SMALL_WORDS = re.compile(r"(?<![\w’'.-])[a-z]{3,}")
_SENTENCE_START = re.compile(r"(?:^|[“\"'‘(]|[.!?:…][\"”'’)]?\s*|[\n•–—-]\s*)$")
"""An opening mark stands at the word; one with a blank behind it closes, and ends a sentence only after a stop."""
_LOOKED_BACK = 4  # characters that hold a stop, a closing mark and a blank or two
_SINGULAR_VERB = re.compile(r"\s(?:has|is|was|says|said|told|does)\b")
_COMMON_ENDINGS = ("aths", "ports", "airs", "ists", "ions", "ments", "ness", "ment")
_ABSTRACT = re.compile(r"[A-Z][a-z]{3,}(?:ure|ance|ence|ity|ism|ness|ship|ation)s?")
_COUNTED_WORDS = """
    Sales Prices Profits Exports Imports Wages Rents Costs Rates Fees Taxes Fares Revenues Losses Orders Earnings
    Salaries Arrests Votes Jobs Homes Schools Workers Residents Farmers Teachers Nurses Critics Opponents Supporters
    Researchers Scientists Doctors Officers Officials Experts Analysts Prosecutors Investigators Lawyers Students
    Parents Children Women Men People Voters Patients Drivers Passengers Tenants Neighbours Neighbors Relatives
    Organisers Organizers Protesters Campaigners Councillors Ministers Detectives Firefighters Paramedics Shareholders
    Shares Revenue Turnover Turnout Inflation Unemployment Employment Output Production Demand Traffic Polls Results
    Figures Data Tickets Admission Attendance Membership Construction Temperatures Winds Rain Snow Trains Flights Roads
    Born Tonight Today Yesterday Tomorrow Partly
    One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Forty Fifty
    Hundreds Thousands Dozens"""
_COUNTED = frozenset(_COUNTED_WORDS.split())
"""Words that news begins sentences with, and that name nobody."""
_RELATION = re.compile(r"\s(?:[a-z]+ed|on|over|for|from|about|against|between|among|grew|rose|fell|is|to|in|of)\b")
_SENTENCE_END = re.compile(r"[.!?;,][”\"’')\s]*$")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Capitals:
    """Where capitals tell nothing in a text; `small`: its words without a capital, `within`: with one in a sentence."""

    text: str
    small: frozenset[str]
    unended: tuple[Pair, ...]
    titled: frozenset[int] = field(default_factory=frozenset)
    shouted: frozenset[int] = field(default_factory=frozenset)
    within: frozenset[str] = field(default_factory=frozenset)

    def begins(self, at: int) -> bool:
        """Tell whether a word begins a sentence, or stands in a heading whose words all have capitals."""
        return begins_sentence(self.text, at) or self._line(at) in self.titled

    def heading(self, at: int) -> bool:
        """Tell whether a line without a full stop holds the character at `at`."""
        return self._line(at) >= 0

    def title_case(self, at: int) -> bool:
        """Tell whether a line whose longer words all have capitals holds the character at `at`."""
        return self._line(at) in self.titled

    def all_capitals(self, at: int) -> bool:
        """Tell whether a line written in capitals throughout holds the character at `at`."""
        return self._line(at) in self.shouted

    def only_of_a_sentence(self, low: int, high: int) -> bool:
        """Tell whether a capital is only that of a sentence's first word: "Deaths rose", "Heavy rain fell"."""
        word = self.text[low:high]
        if not word.isalpha() or word.isupper() or not begins_sentence(self.text, low):
            return False
        if word in _COUNTED and word not in self.within:
            return True
        if _SINGULAR_VERB.match(self.text, high):
            return False  # "Jones said", "Siemens has"
        return word.casefold() in self.small or word.endswith(_COMMON_ENDINGS) or self._abstract(low, high)

    def _abstract(self, low: int, high: int) -> bool:
        """Tell whether a word is a common noun by its ending and what follows: "Pressure on the board grew"."""
        word = self.text[low:high]
        if word in self.within or _ABSTRACT.fullmatch(word) is None:
            return False
        return _RELATION.match(self.text, high) is not None

    def _line(self, at: int) -> int:
        """Return where the line without a full stop begins that holds `at`, or -1."""
        index = bisect_right(self.unended, (at, len(self.text))) - 1
        return self.unended[index][0] if index >= 0 and at < self.unended[index][1] else -1


def begins_sentence(text: str, at: int) -> bool:
    """Tell whether the word at `at` begins a sentence, a quotation or a line."""
    return _SENTENCE_START.search(text[max(0, at - _LOOKED_BACK) : at]) is not None


def capitals_of(text: str) -> Capitals:
    """Return where capitals tell nothing in `text`."""
    lines = [m.span() for m in _LINE.finditer(text) if len(m.group()) <= HEADING_LENGTH]
    unended = tuple((low, high) for low, high in lines if not _SENTENCE_END.search(text, max(low, high - 8), high))
    titled = {low for low, high in unended if _is(text, (low, high), _has_capital)}
    shouted = {low for low, high in unended if _is(text, (low, high), str.isupper)}
    return Capitals(
        text,
        frozenset(_SMALL_WORDS.findall(text)),
        unended,
        frozenset(titled | shouted),
        frozenset(shouted),
        frozenset(_WITHIN.findall(text)),
    )


def _is(text: str, line: Pair, capital: Callable[[str], bool]) -> bool:
    words = _WORD.findall(text, *line)
    if capital is str.isupper:
        return len(words) > 1 and all(map(str.isupper, words)) and any(len(w) >= LONG for w in words)
    longer = [w for w in words if len(w) >= LONG]
    return len(words) >= HEADING_WORDS and sum(map(capital, longer)) >= HEADING_SHARE * max(1, len(longer))


def _has_capital(word: str) -> bool:
    return word[0].isupper()


__all__ = ["Capitals", "begins_sentence", "capitals_of"]
