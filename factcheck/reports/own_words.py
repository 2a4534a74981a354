"""What people wrote in their own words, as it may leave: nothing that names a source which may not (`disclosure`).

A rationale, a reason, a position, a comment, a wording is withheld as a whole. Which text names such a source is the
dossier's rule (`dossier.redaction`), passed in. The words of the article, ids and names of users are no words of these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from operator import itemgetter
from typing import Any

from factcheck.domain import Citation, ClaimState, ClaimSummary, ClaimView

WITHHELD = "withheld: it names a confidential source"
"""What stands in place of words."""

_OTHERS = """
before binding calculated changed_by channel cited cited_sources claim contributors corrections digest erased evidence
holder instead key language lost numbered rating replaces search settled_by sources stances to user
"""
_NOT_OWN_WORDS = frozenset(_OTHERS.split())
"""Parts of a claim's state, with all within, that hold words of the article, ids, or names of users. All others, those
that come later too, are taken for what a person wrote."""
_OF_A_ROW = ("rationale", "bypass", "closing", "wording", "tags", "waived", "held", "position", "exception")
_words_of = itemgetter(*map(ClaimSummary._fields.index, _OF_A_ROW))
_OF_A_CITATION = ("target", "pointer", "note", "author")

Tells = Callable[[str], bool]
"""Whether a text names a source that may not be named."""


def has_words(row: ClaimSummary) -> bool:
    """Whether a row of the claim list has words of a person's own."""
    return any(_words_of(row))


def row_without_names(row: ClaimSummary, tells: Tells) -> ClaimSummary:
    """Return a row of the claim list as it may leave."""
    told: dict[str, Any] = {name: WITHHELD for name in _OF_A_ROW if (text := getattr(row, name)) and tells(text)}
    return row._replace(**told) if told else row


def view_without_names(view: ClaimView, tells: Tells) -> ClaimView:
    """Return a claim with its state, its row and the writer's sources as they may leave."""
    return replace(
        view,
        summary=row_without_names(view.summary, tells),
        state=state_without_names(view.state, tells),
        citations=tuple(_citation(one, tells) for one in view.citations),
    )


def state_without_names(state: ClaimState, tells: Tells) -> ClaimState:
    """Return what the log says of a claim as it may leave."""
    left: ClaimState = _left(state, tells)
    return left


def record_without_names(record: Any, tells: Tells) -> Any:  # noqa: ANN401 - any record with the row of a claim
    """Return a record of a list (`claim`: the row that it is of, the rest in words) as it may leave."""
    told: dict[str, Any] = {"claim": row_without_names(record.claim, tells)}
    if sources := getattr(record, "sources", ()):
        told["sources"] = _left(sources, tells)
    return replace(_left(record, tells), **told)


def _citation(one: Citation, tells: Tells) -> Citation:
    told: dict[str, Any] = {name: WITHHELD for name in _OF_A_CITATION if (text := getattr(one, name)) and tells(text)}
    return replace(one, **told) if told else one


def _left(value: Any, tells: Tells) -> Any:  # noqa: ANN401 - any part of a claim's state
    """Return a part of a state as it may leave; the same object where nothing of it is withheld."""
    if isinstance(value, str):
        return WITHHELD if value and not isinstance(value, Enum) and tells(value) else value
    if isinstance(value, Mapping):
        return {key: _left(one, tells) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_left(one, tells) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    parts = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in _NOT_OWN_WORDS}
    told = {name: left for name, part in parts.items() if (left := _left(part, tells)) != part}
    return replace(value, **told) if told else value
