"""Tell the headlines of other stories that a page lists under a label: "Most read", "Editor's picks", "Mehr zum Thema".

The list goes on while its lines are items, or short lines without a full stop, and ends with the first other line.
"""

from __future__ import annotations

import re

LISTED_WORDS = 18  # of a headline in a list of other stories; news headlines are shorter
LISTED_LIMIT = 220  # characters

_LABEL = re.compile(
    r"[\W_]*(?:most (?:read|popular|viewed|shared|watched)(?: (?:in|on|this|today|now|stories)\b.{0,20})?"
    r"|related(?: (?:articles?|stor(?:y|ies)|news|coverage|content|topics|reading|links|materials?))?"
    r"|recommended(?: (?:for you|stories|reading|articles))?|(?:read|see) (?:more|next|also)"
    r"|more (?:from|on|in) .{2,30}|more (?:stories|news|headlines|like this)|trending(?: (?:now|stories|today))?"
    r"|top stories"
    r"|latest (?:news|stories|headlines)|popular (?:now|stories|today)|editor(?:[’']?s|s[’'])? (?:picks?|choice)"
    r"|up next|what to read next|keep reading|don[’']t miss|you (?:may|might) also (?:like|be interested in|enjoy)"
    r"|in other news|elsewhere on .{2,30}|(?:am )?meistgelesen(?:e artikel)?|mehr zum thema|lesen sie auch|siehe auch"
    r"|(?:das )?könnte (?:sie|dich) auch interessieren|auch interessant"
    r"|weitere (?:artikel|meldungen|nachrichten|themen)"
    r"|verwandte (?:artikel|themen)|beliebte? artikel)[\s:*_#»>]*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[•*‣▪●·►»>–—-]|\d{1,2}[.)])\s")
_ENDED = re.compile(r"[.!…:;][\"”’'»“)\]]*$")


def is_list_label(line: str) -> bool:
    """Tell whether a line only names what is listed below it."""
    return len(line) <= LISTED_LIMIT and _LABEL.fullmatch(line) is not None


def is_listed(line: str, *, apart: bool) -> bool:
    """Tell whether a line below such a label is one of its headlines; `apart`: a blank line parts it from them."""
    if len(line) > LISTED_LIMIT or line.count(" ") >= LISTED_WORDS or _ENDED.search(line) is not None:
        return False
    return not apart or _ITEM.match(line) is not None


__all__ = ["LISTED_LIMIT", "LISTED_WORDS", "is_list_label", "is_listed"]
