"""Tell which lines of an article's layout state something all the same, so that no fact is hidden as layout.

Bullets under "Key points", lines of a fact box, rows of a table, section headings that are sentences, and captions that
tell more than what is seen. Decides over the pieces that `layout` found; what states nothing, or belongs to another
story, stays where it was. A line counts by its own words: a finite verb, or a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.claims.checkable.content import why_not_checkable
from factcheck.claims.page.layout import LISTS
from factcheck.claims.page.lists import is_row, list_mark_end
from factcheck.claims.page.pieces import Piece, begins_line
from factcheck.claims.sentence.addressing import is_order
from factcheck.claims.sentence.clauses import has_verb
from factcheck.claims.sentence.grammar import tokenize
from factcheck.domain import Block
from factcheck.text.quantities.finding import find_quantities

STATED_IN_LAYOUT, TABLE_ROW = "stated-in-layout", "table-row"
"""Why a line that is no sentence carries a claim."""

SUMMARY_WORDS = 8
"""Words of a line that can be the label of a summary; a longer one is a sentence."""
TEASER_WORDS = 4
"""Blanks of a line that has a headline behind "See also" or "Read more on this"."""
SENTENCE_WORDS = 4
"""Words of a section heading below which it asserts nothing ("Lessons learned")."""

_SUMMARY = re.compile(
    r"\bkey (?:points|takeaways|facts|findings|figures|numbers|developments|events|details|data)\b|\bhighlights\b|"
    r"\b(?:by|in) (?:the )?numbers\b|^(?:the\b.*\b)?in (?:brief|short|figures|summary)\b|\bat a glance\b|"
    r"\b(?:fast|quick) facts\b|\b(?:the|main|basic) facts\b|\bwhat we know\b|\b(?:main|bullet) points\b|"
    r"^(?:the )?(?:summary|tl;dr|takeaways|timeline|fact ?box|facts|numbers)\b|\bauf einen blick\b|\bdas wichtigste\b|"
    r"\b(?:in kürze|kurz gefasst)\b|\bzahlen und fakten\b|\bwichtigsten? (?:punkte|zahlen|fakten|ergebnisse)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:why|how|what|who|whose|where|which|when|whether|warum|wieso|wie|wer|wo|wann|welche[rs]?)\b", re.IGNORECASE
)
_ANNOUNCES = re.compile(
    r"(?:the\s|top\s|these\s|here are\s)*(?:\d{1,3}|[a-z]{3,6})\s(?:[a-z]+\s)?(?:things|reasons|ways|facts|questions|"
    r"takeaways|tips|lessons|stories|charts|pictures|photos|images|points|steps|best|dinge|gründe|fakten|fragen)\b",
    re.IGNORECASE,
)
"""What a list is announced with: "7 things to know about the tram"."""
_OF_THE_PAGE = re.compile(
    r"(?:(?:last|first)\s)?(?:updated?|published|posted|modified|created|aktualisiert|veröffentlicht|stand)\b"
    r"|\d+\s(?:min(?:ute)?s?\sread|comments?|shares?|views?|likes?|replies|retweets|hours?\sago|minutes?\sago)\b"
    r"|(?:photo|page|slide|image|video|part|chapter|day|week|episode|section|figure|table|step|round|seite|teil|bild)"
    r"\s?\d+\b|\d+\s(?:of|/|von)\s\d+$|(?:tel|phone|fax|contact|e-?mail|kontakt|isbn|doi|copyright|©)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[\[(]?\d{1,2}[.:h]\d{2}(?:[.:]\d{2})?[\])]?(?:\s?(?:[ap]\.?m\.?|Uhr))?(?:\s?(?:GMT|BST|ET|EST|EDT|CET|UTC))?\s*"
    r"(?:[-–—:|]\s*)?",
)
_FIELD = re.compile(r"[^\W\d_][^\n:.!?]{2,40}:\s(?P<value>[^\n:]{1,60})")
_OF_SERVICE = re.compile(
    r"(?:tickets?|call|calls|info|information|bookings?|hotline|helpline|web|more|see|join|dates?|time|when|where|venue|"
    r"opening|open|hours|address|admission|live|watch|listen|read(?:ing)?|words|comments?|rating|code|ref|reference|"
    r"termine?|uhrzeit|karten|eintritt|adresse|öffnungszeiten)\b[^\n:]{0,20}:\s",
    re.IGNORECASE,
)
"""What a reader is told to do or where to go, and no fact of the story: "Tickets: 020 7946 0000"."""
_LACKS = re.compile(r"(?:no|zero|without|free (?:of|from)|keine?|ohne|frei von)\s(?:\S+\s)+\S+", re.IGNORECASE)
"""What an item denies without a verb: "No cobalt, nickel or lithium"; two words ("No comment") say too little."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FOREIGN = frozenset(["boilerplate", "teaser-cue", "under-label", "repeats-headline"])
"""Behind what a page adds, a line may head another story."""
_ONLY_LOOKS = frozenset(["no-full-stop", "format"])


def stating(text: str, lines: Sequence[Piece]) -> Iterator[int]:
    """Yield the index of each heading of `lines`, which are all pieces in order, that states something."""
    summary = foreign = False
    for index, line in enumerate(lines):
        words = text[line.start : line.end]
        if line.block is Block.TEASER and (not begins_line(text, line) or _is_whole(line, words)):
            continue  # joined to a line of the article's own, or with a story of its own
        looks = line.block is Block.HEADING and line.reason in _ONLY_LOOKS
        if _opens_summary(words, line.block):
            summary, foreign = True, False
        elif not looks:
            summary = summary and (line.block is Block.BODY and lead_end(words) > 0)
            foreign = line.reason in _FOREIGN or LISTS.match(words) is not None
        elif _states(words, listed=summary or _beside_another(lines, index), foreign=foreign):
            yield index


def _is_whole(teaser: Piece, words: str) -> bool:
    """Tell whether a teaser names its story itself, so that the next line is not that story's headline."""
    return teaser.reason == "teaser-cue" and words.count(" ") >= TEASER_WORDS


def _opens_summary(words: str, block: Block) -> bool:
    label = block in (Block.HEADING, Block.LABEL) or (block is Block.BODY and words.endswith(":"))
    return label and words.count(" ") < SUMMARY_WORDS and _SUMMARY.search(words) is not None and not _figures(words)


def _beside_another(lines: Sequence[Piece], index: int) -> bool:
    """Tell whether a line without a full stop stands in a list of such lines."""
    same = (Block.HEADING, "no-full-stop")
    if lines[index].reason != same[1]:
        return False
    before = next((lines[k] for k in range(index - 1, -1, -1) if lines[k].reason != "teaser-cue"), None)
    after = next((lines[k] for k in range(index + 1, len(lines)) if lines[k].reason != "teaser-cue"), None)
    return any(one is not None and (one.block, one.reason) == same for one in (before, after))


def _states(words: str, *, listed: bool, foreign: bool) -> bool:
    lead = lead_end(words)
    bare = words[lead:]
    if is_row(bare):
        return True
    if not _LETTERS.search(bare) or _CLOCK.fullmatch(bare):
        return False
    if _ASKS.match(bare) or bare.endswith("?") or _ANNOUNCES.match(bare) or _OF_THE_PAGE.match(bare):
        return False
    if (foreign or _in_capitals(bare) or is_order(bare)) and not lead:
        return False
    if listed or lead:
        lacks = lead > 0 and _LACKS.match(bare) is not None
        return lacks or _figures(bare) or has_verb(tokenize(bare)) or not why_not_checkable(bare)
    return _OF_SERVICE.match(bare) is None and (_asserts(bare) or _tells_figure(bare))


def _in_capitals(bare: str) -> bool:
    """Tell whether a line between paragraphs is in capitals: so pages set the headlines of other stories."""
    return bare.isupper() and bare.count(" ") >= SENTENCE_WORDS


def _tells_figure(bare: str) -> bool:
    """Tell whether a line gives a figure for what it names: "Attendance: 8,412"."""
    field = _FIELD.fullmatch(bare)
    return field is not None and bool(find_quantities(field["value"]))


def _asserts(bare: str) -> bool:
    """Tell whether a section heading is a sentence: it has a verb behind its subject, or says how much."""
    tokens = [token for token in tokenize(bare) if token.word]
    if len(tokens) < SENTENCE_WORDS:
        return False
    return has_verb(tokens[1:]) or bool(find_quantities(bare))


def states_as_caption(sentence: str) -> bool:
    """Tell whether a sentence of a caption says more than who is seen: it has a verb in the past, or an auxiliary."""
    tokens = [token for token in tokenize(sentence) if token.word]
    return len(tokens) >= SENTENCE_WORDS and has_verb(tokens[1:])


def _figures(words: str) -> bool:
    return any(character.isdigit() for character in words) or bool(find_quantities(words))


def lead_end(words: str) -> int:
    """Return where the words begin behind the mark of a list or the time of an entry; 0 where there is neither."""
    mark = list_mark_end(words, 0, len(words), german=False)
    clock = _CLOCK.match(words, mark)
    return clock.end() if clock and clock.end() < len(words) else mark


__all__ = ["STATED_IN_LAYOUT", "TABLE_ROW", "lead_end", "states_as_caption", "stating"]
