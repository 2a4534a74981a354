"""Which way the words around a date look: whether a date without a year, or a bare weekday, lies ahead or behind.

Method: the verbs of the clause, those before the date first. Knows no dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.text.dates.timex.german_direction import german_direction, happened
from factcheck.text.languages.language import is_german, is_german_sentence

_FUTURE = re.compile(
    r"(?<!-)\b(?:will|shall|(?:could|might)(?!\s(?:not|have)\b)|scheduled(?:\sfor)?|upcoming|forthcoming|"
    r"expected|expects?|expecting|due(?!\sto\s(?:the|a|an|its|his|their|lower|higher|[a-z]+ing)\b)|"
    r"(?<!the )(?<!this )(?<!its )plans?\s(?:to|for|on(?=\s[a-z]+ing\b))|planned|planning|"
    r"(?:was|were)\sto\s(?!have\b|be\b)[a-z]+|"
    r"(?:set|fixed|scheduled|listed|booked)\sfor|adjourned\s(?:to|till)|bailed\sto\s[a-z]+|"
    r"going to|is to|are to|would|slated|set to|ahead of|next (?:week|month|year|spring|summer|autumn|fall|winter)|"
    r"effective|proposed|nears|near(?=\s?[,.;]|$)|approach\w*|until|(?<!the )ending(?! in)|"
    r"wants? to|hopes? to|intends? to|aims? to|poised|"
    r"promises? of|run-up|looming|at stake|of record|payable|matures?|expires?|"
    r"long way off|deadline(?:\s(?!was|of)[\w-]+){0,4}\s(?:is|falls)|(?:must|ha(?:s|ve)\sto)\b[^.;:]{0,40}\bby|"
    r"holds|convenes|takes place|up for re-?election|"
    r"begins|leaves (?:for|on)|goes to|heads to|travels to|gets under way|"
    r"(?:urg|ask|order|invit|encourag|call|advis)(?:es|ed|s)\b[^.;:“”\"]{3,60}?\bto\s[a-z]+|"
    r"wird|werden|soll|geplant)\b"
)
_MEET = (
    "meet|gather|convene|assemble|open|begin|start|vote|head|host|hold|visit|travel|arrive|go|come|end|close|appear|decide|"
    "elect|return|launch|mark|celebrate|sit|play|race|choose|select|pick|join|leave|debate|face|fight|resume|"
    r"reopen|finish|expire|premiere|tour|retire|kick\soff|tee\soff|entertain|"
    r"welcome|take\son|climax|conclude"
)


def _third(words: str) -> str:
    """Return a verb in the third person: "meets", "goes", "kicks off"."""
    verb, gap, rest = words.partition("\\s")
    return f"{verb}{'es' if verb.endswith(('o', 'ch', 'sh')) else 's'}{gap}{rest}"


_PRESENT = re.compile(
    rf"(?:,|\b(?:who|which|that|they|we|you|(?!this|was|is|has|as|its|his)[a-z]{{2,}}s|[A-Z][a-z]+s?))\s(?:[a-z]+ly\s)?(?:{_MEET})\s"
    rf"(?=(?:in|at|on|for|to|with|from|here|the|a|an|their|its|between|up|off|out|forward|back|ahead|live)\b|[A-Z\d])"
    rf"|\b(?:{'|'.join(map(_third, _MEET.split('|')))})\s"
    r"(?=(?:in|at|on|for|to|with|from|between|out|live|back)\b|(?:[A-Z][\w’'-]*\s){0,2}(?:on\s)?$)"
    r"|^[A-Z][a-z]+\s(?:host|play|face|meet|welcome|entertain|visit|travel|take\son)\s(?=[A-Z]|to\b)"
    rf"|\b(?:is|are)\s(?:(?:up\sfor|on|in|at|out|back|away|live|open|closed|off|before|free)\b"
    r"(?:\s(?!after\b|since\b|with\b|from\b|following\b)[\w’'-]+){0,3}?\s)?(?:on\s|this\s)?$"
)
"""Verbs of what has its day, in the present: "leaders who gather in Arle on 11 July" need not have met."""
_IN_PRESENT = re.compile(
    r"\b(?:reopens|opens|begins|resumes|arrives|returns|leaves|expires|concludes|convenes|premieres|retires|appears)\s"
    r"(?:on\s|in\s|at\s|this\s)?$"
)
"""Verbs and no nouns right before a day: "reopens on Tuesday after a fire that killed six" looks ahead."""
_PAST = re.compile(
    r"\b(?:(?:had|than)\s(?:scheduled|expected|planned|proposed)(?=\s(?:in|on|back|last)\b)|"
    r"(?:was|were|had\sbeen)\s(?:scheduled|expected|due|planned|slated|set)|was|were|had|did|(?<!\bbe\s)(?:said|told)|"
    r"ago|since|"
    r"(?<!\bbe\s)(?:(?!expected|scheduled|planned|slated|proposed|limited|unlimited)[a-z]{3,}(?<!e)ed|held|sold|bought|"
    r"paid|kept|brought|found|sent|struck|caught|sought|led|won|lost|left|met|made)|"
    r"began|came|went|took|gave|fell|rose|grew|ran|became|wrote|spoke|stood|drew|threw|broke|chose|fought|saw|got)\b(?!-)"
)
_TO = r"(?:\s(?!of\b|at\b|to\b)[\w’'-]+){0,4}\s(?:in|on|by|from|before|after|until|till)"
_GOVERNED = re.compile(
    rf"\b(?:(?:will|shall|won[’']t){_TO}|(?:is|are|[’']s|[’']re)\s(?:not\s)?(?:due|set|expected|scheduled|slated|planned|going)"
    rf"(?:\sto)?(?:{_TO}|\sfor)|(?:(?:is|are)\sto|must|ha(?:s|ve)\sto){_TO}|"
    r"deadline(?:\s(?!was|of)[\w-]+){0,4}\s(?:is|falls)(?:\son|\sin)?|until|till|"
    r"(?:closes|opens|begins|starts|ends|expires|lapses|takes\seffect|comes\sinto\sforce)\s(?:in|on|at|by))\s"
    r"(?:the\s|early\s|late\s|mid-?)?$"
)
"""What is yet to come where its verb governs the date: "will close in January", "are due by", "the deadline is"."""
_HAPPENED = (
    "closed|bought|sold|lost|won|died|killed|resigned|quit|was\\selected|were\\selected|first\\selected|re-elected|appointed|arrested|signed|fell|rose|"
    "dropped|born|founded|married|left|joined|retired|began|started|ended|launched|introduced|passed|sacked|fired|jailed|"
    "convicted|sentenced|reported|posted|recorded|published|completed|built|destroyed|collapsed|crashed|sank|burned|"
    "struck|defeated|raised|released|opened|reopened|adopted|acquired|dismissed|drowned|fled|"
    "injured|ousted|overthrown|murdered|shot|stepped\\sdown|took\\soffice|broke\\sout"
)
_DONE = re.compile(
    rf"(?<!\bbe\s)(?<!\bdue\s)(?<!\bis\s)(?<!\bare\s)\b(?:{_HAPPENED})\b(?:\s(?!(?:to|that|which|who|for|until|by|from|off|and|plans?|"
    r"hearing|strike|election|vote|meeting|talks|deal|date|tickets|invitations?)\b)[\w’'£$€.,-]+){0,4}?\s"
    r"(?:in|on)\s(?:early\s|late\s|mid-)?$"
)
"""What happened on the day behind it, so that it is not the coming one: "was elected in December"."""
_LISTED = re.compile(r"\w\s\($")
"""“The fair (12-14 July) has free entry”, and not a sentence of its own in brackets."""
_NOW_AND = re.compile(r"\b(?:[Cc]ome|[Nn]ow\s(?:and|until|through|to))\s$")
_TO_COME = re.compile(r"\s(?:shipments?|deliver(?:y|ies)|contracts?|futures|positions?)\b")
_WINDOW = 90  # characters on both sides, inside the sentence: about one clause
_OPENING = 8  # characters before a date that opens its sentence: "By ", "Before "


@dataclass(frozen=True, slots=True)
class Direction:
    """Ahead, back, or neither.

    `coming`: the words say that it is yet to come ("come January", "between now and"); `done`: that it happened then
    ("was elected in December").
    """

    forward: bool = False
    past: bool = False
    done: bool = False
    coming: bool = False


def direction(text: str, bounds: tuple[int, int], edges: Sequence[int], *, german: bool = False) -> Direction:
    """Return which way the words around `text[bounds]` look; `edges` are where its sentences end.

    `german`: the text is, so that a clause without any small word is taken for German, too.
    """
    low, high = _clause(text, bounds, edges)
    if is_german(text[low:high]) or (german and is_german_sentence(text[low:high], within_german=True)):
        forward, back = german_direction(text[low:high], bounds[0] - low)
        return Direction(forward, back, done=back and happened(text[low:high]))
    if _NOW_AND.search(text, low, bounds[0]) or _TO_COME.match(text, bounds[1], high):
        return Direction(forward=True, coming=True)
    ahead = [m.end() for m in _FUTURE.finditer(text, low, bounds[0])]
    behind = [m.end() for m in _PAST.finditer(text, low, bounds[0])]
    leading = bool(ahead) and (not behind or ahead[-1] > behind[-1])
    opens = bounds[0] - low <= _OPENING
    after = _first_after(text, bounds[1], high) if opens or not behind else None
    hinted = not leading and not behind and after is _FUTURE
    present = [m.end() for m in _PRESENT.finditer(text, low, bounds[0])]
    past = bool(behind) and not (present and present[-1] > behind[-1])
    governed = not past and _GOVERNED.search(text, low, bounds[0]) is not None
    listed = _LISTED.search(text, low, bounds[0]) is not None
    adjoins = _IN_PRESENT.search(text, low, bounds[0]) is not None
    scheduled = (bool(present) or listed) and not behind and (after is not _PAST or adjoins)
    done = _DONE.search(text, low, bounds[0]) is not None
    return Direction(
        leading or hinted or scheduled or governed,
        past or done or (opens and after is _PAST),
        done=done,
        coming=governed,
    )


def _clause(text: str, bounds: tuple[int, int], edges: Sequence[int]) -> tuple[int, int]:
    """Return the stretch about a date, inside its sentence, whose verbs tell the direction."""
    index = bisect_right(edges, bounds[0])
    low = max(edges[index - 1] if index else 0, bounds[0] - _WINDOW)
    return low, min(edges[index] if index < len(edges) else len(text), bounds[1] + _WINDOW)


def _first_after(text: str, start: int, end: int) -> re.Pattern[str] | None:
    """Return which direction is named first: "On Friday she said that it will rain" looks back."""
    ahead, behind = _FUTURE.search(text, start, end), _PAST.search(text, start, end)
    if ahead is None or behind is None:
        return _FUTURE if ahead else _PAST if behind else None
    return _FUTURE if ahead.start() <= behind.start() else _PAST
