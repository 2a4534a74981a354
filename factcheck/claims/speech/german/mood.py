"""Know the mood in which German goes on reporting what somebody said ("Der Haushalt sei zu hoch").

The first subjunctive of the third person reports; a plural that looks like the indicative is put into the second, which
alone may be a mere wish, so that it counts only behind a sentence that reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.sentence.grammar import Token

LEAD_TOKENS = 2  # of a clause before a colon: one word, as "Erstens", only orders what is said

_FIRST = re.compile(
    r"\b(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe|möge|gebe|komme|gehe|bleibe|stehe|liege|lasse|brauche|wisse|"
    r"sehe|nehme|führe|halte|gelte|arbeite|koste|fehle|drohe|handle|handele|laufe|zeige|bestehe)\b"
)
_SECOND = re.compile(r"\b(?:hätten|wären|würden|könnten|müssten|sollten|dürften|gäbe|käme|kämen)\b")
_NO_REPORT = re.compile(
    r"\b(?:ich|wir|uns|unser(?:e[rnms]?)?|mein(?:e[rnms]?)?|als\sob|sei\ses|es\ssei\sdenn|wenn|falls|wie\sdem\sauch\ssei|möge\s(?:er|sie|es)|was\simmer|(?:hieß|heißt)\ses)\b|^(?:Man\s(?:nehme|gebe)|"
    r"Es\slebe|Gott\ssei)\b",
    re.IGNORECASE,
)


def is_reported_mood(sentence: str, *, apart: bool = False) -> bool:
    """Tell whether the mood of a German sentence without quotations shows that it goes on with somebody's words.

    `apart`: it stands in another paragraph than those, where the second subjunctive is rather the writer's wish.
    """
    if _NO_REPORT.search(sentence):
        return False
    return _FIRST.search(sentence) is not None or (not apart and _SECOND.search(sentence) is not None)


def another_speaks(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause in no such mood leads into the rest by a colon: "Die Firma hat das verneint: Es gebe …"."""
    colon = next((k for k, token in enumerate(tokens) if token.text == ":"), 0)
    return colon >= LEAD_TOKENS and not is_reported_mood(" ".join(token.text for token in tokens[:colon]))


__all__ = ["another_speaks", "is_reported_mood"]
