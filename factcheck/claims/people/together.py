"""Who speaks together: "Senator Hill and Paul Dorn" are two, "Arle and Northam police chief Ben Hill" is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.claims.people.heads import FIRM, person_named
from factcheck.claims.people.offices import ROLE_KEYS, formerly_of_both, role_words
from factcheck.claims.people.registry import Registry
from factcheck.domain import NameKind, Span

_BOTH = re.compile(r",?\s(?:and|und|&)\s|,\s(?=[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+)*(?:,|\sand\s))")
_OF_TWO_PLACES = re.compile(
    r"(?:[Tt]he\s)?(?:[A-Z][\w’'-]+\s){1,3}and\s(?:[A-Z][\w’'-]+\s){1,3}(?:[a-z][\w’'-]+\s){1,4}(?:[A-Z][\w.’'-]+\s?){2,4}"
)
_ONE_OF_SEVERAL = re.compile(r"(?:[A-Z][\w’'.-]*\s?){1,5}|(?:[Tt]he|[Hh]is|[Hh]er|[Aa]n?)\s[\w’' -]{3,60}")
_ARTICLE = re.compile(r"^(?:The|His|Her|Its|Their|An?)(?=\s)")


def together(registry: Registry, mention: Span) -> str:
    """Return the full names of people who speak together ("Senator Hill and Paul Dorn"), or ""."""
    parts = list(_BOTH.finditer(mention.text))
    if not parts or FIRM.search(mention.text):
        return ""
    if formerly_of_both(mention.text[: parts[0].start()].split()):
        return ""
    if _of_two_places(registry, mention, parts):
        return ""
    edges = [0, *(edge for part in parts for edge in part.span()), len(mention.text)]
    names: list[str] = []
    known = False
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        part = Span(mention.start + low, mention.start + high, mention.text[low:high])
        person = person_named(registry, part)
        if person is None and not _ONE_OF_SEVERAL.fullmatch(part.text):
            return ""
        known = known or person is not None
        full = person.name if person is not None and " " in person.name else ""
        names.append(full or _ARTICLE.sub(lambda found: found.group().lower(), part.text))
    return f"{', '.join(names[:-1])} and {names[-1]}" if known and len(set(names)) > 1 else ""


def _of_two_places(registry: Registry, mention: Span, parts: Sequence[re.Match[str]]) -> bool:
    """Tell whether "and" joins where one person holds an office: "Arle and Northam police chief Ben Hill"."""
    if len(parts) > 1 or _OF_TWO_PLACES.fullmatch(mention.text) is None:
        return False
    first = Span(mention.start, mention.start + parts[0].start(), mention.text[: parts[0].start()])
    known = person_named(registry, first)
    bodies = [n for n in registry.names_in(first.start, first.end) if n.kind is NameKind.ORGANISATION]
    return known is None and not bodies and bool(role_words(mention.text[parts[0].end() :]) & ROLE_KEYS)


__all__ = ["together"]
