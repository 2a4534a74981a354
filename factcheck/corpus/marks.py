"""To whom documents belong and who may see them, and what of that goes over to what takes their place. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.domain import Sensitivity

_RISING = tuple(Sensitivity)
"""From what anybody may see to what hardly anybody may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """To whom a document belongs (`Source.scope`) and who may see it; None leaves that as it is."""

    scope: str | None = None
    sensitivity: Sensitivity | None = None

    def beyond(self, mark: Mark) -> bool:
        """Whether it holds back anything of which `mark` says nothing."""
        return bool(
            (self.scope and mark.scope is None)
            or (self.sensitivity not in (None, Sensitivity.OPEN) and mark.sensitivity is None)
        )


UNMARKED = Mark()


def strictest(marks: Iterable[Mark]) -> Mark:
    """Return the strictest of some marks; to belong to somebody is stricter than to belong to all."""
    rising = sorted(marks, key=lambda one: _RISING.index(one.sensitivity or Sensitivity.OPEN), reverse=True)
    scope = next((one.scope for one in rising if one.scope), None)
    return Mark(scope=scope, sensitivity=rising[0].sensitivity if rising else None)
