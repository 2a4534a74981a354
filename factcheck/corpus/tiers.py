"""Default tiers: what the document says of itself, else the first rule of `config/sources.toml` that fits."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from factcheck.domain import Tier


@dataclass(frozen=True, slots=True)
class TierRules:
    """Rules (field, shell pattern, tier), tried in order; upper and lower case alike."""

    default: Tier = Tier.SECONDARY
    rules: tuple[tuple[str, str, Tier], ...] = ()

    def tier_of(self, *, stated: str, publisher: str, url: str, path: str) -> Tier:
        """Return the stated tier if it is one, else that of the first rule that fits, else the default."""
        if stated.strip().casefold() in set(Tier):
            return Tier(stated.strip().casefold())
        values = {"publisher": publisher, "host": _host(url), "path": path}
        for field, pattern, tier in self.rules:
            if fnmatchcase(values[field].casefold(), pattern.casefold()):
                return tier
        return self.default


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
