"""The day on which something was said, which need not be the day on which it was: "…, police said on Saturday"."""

from __future__ import annotations

import re

_TO = (
    r"(?: (?:an? |the )?(?:reporters|journalists|parliament|lawmakers|media|press|agency|radio|television"
    r"|[A-Z][\w’'-]*))?"
    r"(?: (?:in|at|to|during) (?:an? |the |its |his |her |their )?(?:[\w’'-]+ ){0,2}?(?:statement|conference|briefing"
    r"|interview|report|release|post|letter|speech|media|journalists|reporters))?"
)
_SAID = re.compile(
    r"\b(?:said|says|told|stated|announced|confirmed|reported|added|declared|warned|tweeted|wrote|revealed|disclosed)"
    rf"{_TO},?(?: (?:late|early))?(?: on)?(?: (?:late|early))? $"
    r"|\b(?:sagte|teilte|erklärte|berichtete|meldete|gab|schrieb|bestätigte)n?(?: [\wäöüß-]+){0,4}? am $"
)
_SAID_REACH = 90  # characters


def is_of_saying(text: str, date: int) -> bool:
    """Whether the date at a place tells when something was said, not when it was: "…, police said on Saturday"."""
    return _SAID.search(text, max(0, date - _SAID_REACH), date) is not None
