"""Keep on what day each speaker spoke last, for words whose own sentence does not tell when they were said."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.claims.findings import Findings
from factcheck.claims.speech.saying import inherited, is_news, until
from factcheck.domain import Claimant, DateValue

SAME_OCCASION = 1500
"""Characters, a few paragraphs: after more, a speaker's words need not be of the day told before."""

Pair = tuple[int, int]


@dataclass(slots=True)
class Occasions:
    """The dated sayings of an article so far, by speaker, and where each last spoke so."""

    known: Findings
    _dated: dict[str, tuple[DateValue, int]] = field(default_factory=dict)

    def said_on(
        self, claimant: Claimant | None, here: DateValue | None, span: Pair, *, now: bool = False
    ) -> DateValue | None:
        """Return when it was said: as dated here, else as the speaker's words shortly before, else by publication.

        `now`: it is said to be said now, and not on the occasion before.
        """
        if claimant is None:
            return here or until(self.known.published)
        if here is None:
            before, last = self._dated.get(claimant.name, (None, 0))
            stale = now and before is not None and not is_news(before, self.known.published)
            if before is None or stale or not self._same_occasion(before, last, span[0]):
                return until(self.known.published)
            here = inherited(before)
        self._dated[claimant.name] = here, span[1]
        return here

    def _same_occasion(self, told: DateValue, last: int, at: int) -> bool:
        """Tell whether a speaker still speaks as told before: news goes on for paragraphs, background for its own."""
        if self.known.own_between(last, at) > SAME_OCCASION:
            return False
        return is_news(told, self.known.published) or "\n" not in self.known.text[last:at].strip(" ")


__all__ = ["Occasions"]
