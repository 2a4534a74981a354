"""The numeral in a name: World War I and II, Elizabeth I and II, Phase III and IV are two of a kind, and no one name.

Levels: *the same* (II beside II, 2, "the Second", "Second World War"); *differs* (the passage has that name with other
numerals alone); *not told* (the passage has the name without any: "King Charles" may be Charles III).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from factcheck.domain import Facet, Polarity, Reason, Span
from factcheck.stance.names.naming import DIFFERS_STRENGTH
from factcheck.stance.reading.pair import Pair
from factcheck.stance.reading.slots import Alignment
from factcheck.text.quantities.ordinals import GERMAN_ORDINALS, ORDINALS

_ROMAN = r"(?:XL|LX{1,3}|X{1,3}|L)?(?:IX|IV|V?I{1,3}|V)|X{1,3}|XL|LX{0,3}"
"""Up to LXXXIX: what kings, wars, phases and cups have."""
_CARDINALS = "one two three four five six seven eight nine ten".split()  # noqa: SIM905
_PLAIN = re.compile(rf"(?P<name>(?:[A-ZÄÖÜ][\w-]+ ){{1,3}})(?P<roman>{_ROMAN})\b(?!['’.-]?\w)")
_ENDS = re.compile(rf" (?:{_ROMAN})\.?$")
EVENTS = "events"
"""The comparator of a reason that forbids corroboration and conflicts with nothing: the name stands somewhere else."""
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_WORDS = {word: at for words in (ORDINALS, _CARDINALS) for at, word in enumerate(words, 1)}
_GERMAN = {word: at for at, word in enumerate(GERMAN_ORDINALS, 1)}
_BEHIND = (
    rf" (?:(?P<roman>{_ROMAN})\b|(?P<digits>\d{{1,2}})(?![\d.,]*\d|\w)"
    rf"|(?i:the (?P<digital>\d{{1,2}})(?:st|nd|rd|th)|(?:the )?(?P<english>{'|'.join(_WORDS)})"
    rf"|de[rsnm] (?P<german>{'|'.join(_GERMAN)})e[rsnm]?)\b)"
)
_BEFORE = rf"\b(?i:(?P<english>{'|'.join(ORDINALS)})|(?P<german>{'|'.join(_GERMAN)})e[rsnm]?) "


class Numbered(NamedTuple):
    """A name with its numeral: the name, what the numeral is worth, and where both stand."""

    name: str
    value: int
    span: Span


@lru_cache(512)
def _numbered_in(text: str) -> tuple[Numbered, ...]:
    """Return the names with a Roman numeral of a text; "I" behind a name may be the writer, and is asked for apart."""
    return tuple(
        Numbered(found["name"].split()[-1], _worth(found["roman"]), Span.cut(text, *found.span()))
        for found in _PLAIN.finditer(text)
    )


def settle_numerals(pair: Pair, alignment: Alignment, reasons: Sequence[Reason]) -> list[Reason]:
    """Return the reasons with those that numerals give, without names that only the way to write one tells apart."""
    found = list(_compared(pair, alignment))
    differs = [one for one in found if one.polarity is not Polarity.SUPPORTS]
    kept = [one for one in reasons if not (one.comparator == "names" and any(_covers(own, one) for own in found))]
    return [*kept, *differs]


def leaves_out_numeral(one: str, other: str) -> bool:
    """Whether two names differ by nothing but a numeral that one leaves out: "King Charles" may be the III."""
    return one != other and (_ENDS.sub("", one) == other or _ENDS.sub("", other) == one)


def _compared(pair: Pair, alignment: Alignment) -> Iterator[Reason]:
    ours, theirs = _numbered_in(pair.claim.text), _numbered_in(pair.passage.text)
    told = [*ours, *(one for one in theirs if pair.start <= one.span.start < pair.end)]
    for name in dict.fromkeys(one.name for one in told):
        asked = list(_told(pair.claim.text, name, 0, len(pair.claim.text)))
        given = list(_told(pair.passage.text, name, pair.start, pair.end))
        for one in asked:
            if not given or _only_writer(one, ours, theirs):
                continue
            alike = next((other for other in given if other.value == one.value), None)
            if alike is None:
                yield _reason(one, given[0], "names" if _faces(alignment, one, given[0]) else EVENTS)
            elif alike.span.text.split()[-1] != one.span.text.split()[-1]:
                yield replace(_reason(one, alike, "names"), polarity=Polarity.SUPPORTS)


def _only_writer(one: Numbered, ours: Sequence[Numbered], theirs: Sequence[Numbered]) -> bool:
    """Whether an "I" behind a name is nobody's numeral: no text has that name with another one."""
    return one.value == 1 and not any(other.value > 1 and other.name == one.name for other in (*ours, *theirs))


def _faces(alignment: Alignment, one: Numbered, other: Numbered) -> bool:
    """Whether the two names stand in one place: the passage follows the claim's wording there, but for the numeral."""
    ours, theirs = (at.span.start + max(0, at.span.text.rfind(at.name)) for at in (one, other))
    apart = any(
        ours in [word.start for word in slot.claim] or theirs in [word.start for word in slot.passage]
        for slot in alignment.slots
    )
    return alignment.close and not apart


def _told(text: str, name: str, start: int, end: int) -> Iterator[Numbered]:
    """Yield each place where a name stands with a numeral, however that is written."""
    word = re.escape(name.removesuffix("s"))
    behind, before = _pattern(word)
    for pattern in (behind, before):
        for found in pattern.finditer(text, start, end):
            parts = found.groupdict()
            roman, digits = parts.get("roman"), parts.get("digits") or parts.get("digital")
            value = _worth(roman) if roman else int(digits) if digits else _spelled(parts)
            yield Numbered(name, value, Span.cut(text, *found.span()))


@lru_cache(1024)
def _pattern(word: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = rf"\b(?:[A-ZÄÖÜ][\w-]+ ){{0,2}}(?i:{word})s?"
    return re.compile(name + _BEHIND), re.compile(rf"{_BEFORE}(?:[A-ZÄÖÜ][\w-]+ ){{0,2}}{word}s?\b")


def _spelled(parts: dict[str, str | None]) -> int:
    return _WORDS[(parts["english"] or "").lower()] if parts["english"] else _GERMAN[(parts["german"] or "").lower()]


def _worth(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _covers(own: Reason, other: Reason) -> bool:
    """Whether a reason is of the name that a numeral was found behind."""
    return any(a.start < b.end and b.start < a.end for a in own.claim_spans for b in other.claim_spans)


def _reason(one: Numbered, other: Numbered, comparator: str) -> Reason:
    return Reason(
        comparator=comparator,
        facet=Facet.WHO,
        polarity=Polarity.CONTEXT if comparator == EVENTS else Polarity.OPPOSES,
        strength=DIFFERS_STRENGTH,
        message=f"differs: {one.span.text} / {other.span.text}",
        claim_spans=(one.span,),
        passage_spans=(other.span,),
    )


__all__ = ["leaves_out_numeral", "settle_numerals"]
