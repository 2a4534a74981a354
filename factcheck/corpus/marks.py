"""To whom documents belong and who may see them, and what of that goes over to what takes their place. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.domain import Problem, Sensitivity

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

_EVERYBODY = "all"
_OWNERS = ("desk", "article")
SCOPES = "desk:NAME, article:ID or all"
"""How a scope is written."""


def read_scope(value: str) -> str | None:
    """Return a scope that is written so ("" for all), or None: it is no scope."""
    kind, _, name = value.strip().partition(":")
    if value.strip() in ("", _EVERYBODY):
        return ""
    return f"{kind}:{name.strip()}" if kind in _OWNERS and name.strip() else None


def stated_mark(fields: Mapping[str, str]) -> Mark:
    """Return what a document says of itself; where that cannot be told, it is confidential."""
    if not fields.get("scope") and not fields.get("sensitivity"):
        return UNMARKED  # almost all: of a million documents the rest would take five seconds
    scope, sensitivity = read_scope(fields.get("scope", "")), fields.get("sensitivity", "").strip().casefold()
    known = sensitivity in set(Sensitivity)
    if scope is None or (sensitivity and not known):
        return Mark(scope=scope or None, sensitivity=Sensitivity.CONFIDENTIAL)
    return Mark(scope=scope or None, sensitivity=Sensitivity(sensitivity) if known else None)


def unknown_mark(fields: Mapping[str, str], path: str) -> Problem | None:
    """Tell of what a document says of itself and nobody can obey."""
    if stated_mark(fields) is UNMARKED:
        return None
    values = {"scope": SCOPES, "sensitivity": ", ".join(Sensitivity)}
    wrong = [
        f"{name} {fields[name].strip()[:40]!r} (it is {expected})"
        for name, expected in values.items()
        if fields.get(name, "").strip()
        and stated_mark({name: fields[name]}).sensitivity is Sensitivity.CONFIDENTIAL
        and fields[name].strip().casefold() != Sensitivity.CONFIDENTIAL
    ]
    if not wrong:
        return None
    remedy = "mend it and add it again; `factcheck corpus mark ID --sensitivity open` opens it"
    return Problem(path=path, reason=f"has an unknown {' and '.join(wrong)}; it is kept as confidential", remedy=remedy)


def kept_sensitivity(value: str) -> Sensitivity:
    """Return who may see a document, as it is kept; where that is damaged, it is confidential."""
    return Sensitivity(value) if value in _RISING else Sensitivity.CONFIDENTIAL


def strictest(marks: Iterable[Mark]) -> Mark:
    """Return the strictest of some marks; to belong to somebody is stricter than to belong to all."""
    rising = sorted(marks, key=lambda one: _RISING.index(one.sensitivity or Sensitivity.OPEN), reverse=True)
    scope = next((one.scope for one in rising if one.scope), None)
    return Mark(scope=scope, sensitivity=rising[0].sensitivity if rising else None)
