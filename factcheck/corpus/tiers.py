"""Default tiers: what the document says of itself, else the first rule of `config/sources.toml` that fits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from factcheck.domain import Tier


def is_tier(stated: str) -> bool:
    """Tell whether what a document says of its tier is one."""
    return stated.strip().casefold() in set(Tier)


@dataclass(frozen=True, slots=True)
class TierRules:
    """Rules (field, shell pattern, tier), tried in order; upper and lower case alike."""

    default: Tier = Tier.SECONDARY
    rules: tuple[tuple[str, str, Tier], ...] = ()

    def tier_of(self, *, stated: str, publisher: str, url: str, path: str) -> Tier:
        """Return the stated tier if it is one, else that of the first rule that fits, else the default."""
        if is_tier(stated):
            return Tier(stated.strip().casefold())
        host = _host(url)
        values = {"publisher": (publisher,), "host": (host, _in_letters(host)), "path": (path,)}
        for field, pattern, tier in self.rules:
            if any(fnmatchcase(value.casefold(), pattern.casefold()) for value in values[field]):
                return tier
        return self.default


def retiered(db: sqlite3.Connection, rules: TierRules) -> Iterator[tuple[int, Tier]]:
    """Yield the documents (numbers) of a database that had their tier from other rules, and the tier by these."""
    sql = (
        "SELECT number, source ->> 'tier', source ->> 'publisher', source ->> 'url', source ->> 'path'"
        " FROM document WHERE ruled AND json_valid(source)"
    )
    for number, former, *values in db.execute(sql):
        publisher, url, path = (value or "" for value in values)
        tier = rules.tier_of(stated="", publisher=publisher, url=url, path=path)
        if tier != former:
            yield number, tier


def _in_letters(host: str) -> str:
    """Return an international host as people write it, in the letters that its ASCII form (xn--) stands for."""
    if "xn--" not in host:
        return host
    import idna

    with suppress(UnicodeError):
        return idna.decode(host)
    return host


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
