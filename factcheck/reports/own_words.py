"""What people wrote in their own words, as it may leave: nothing that names a source which may not (`disclosure`).

A rationale, a reason, a position, a comment, a wording is withheld as a whole; of a path in it the file's name stays,
not the folders. Which text names such a source is the dossier's rule (`dossier.redaction`), passed in. The words of
the article, ids and names of users are no words of these; whom a claim was given to is, where that is no user's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from operator import itemgetter
from typing import Any

from factcheck.domain import Citation, ClaimState, ClaimSummary, ClaimView

WITHHELD = "withheld: it names a confidential source"
"""What stands in place of words."""

_OTHERS = """
before binding calculated changed_by channel cited cited_sources claim contributors corrections digest erased evidence
holder instead key language lost numbered rating replaces search settled_by sources stances user
"""
_NOT_OWN_WORDS = frozenset(_OTHERS.split())
"""Parts of a claim's state, with all within, that hold words of the article, ids, or names of users. All others, those
that come later too, are taken for what a person wrote."""
_OF_A_ROW = ("rationale", "bypass", "closing", "wording", "tags", "waived", "held", "position", "exception", "assigned")
_words_of = itemgetter(*map(ClaimSummary._fields.index, _OF_A_ROW))
_OF_A_CITATION = ("target", "pointer", "note", "author")

_OF_A_CHECKER = frozenset(["assigned", "to"])
"""Whom a claim was given to: a user, whose name is one word; of more words it may be anybody's."""

Leave = Callable[[str], str]
"""What of a text may leave; `WITHHELD` in place of one that names a source which may not be named."""


def has_words(row: ClaimSummary) -> bool:
    """Whether a row of the claim list has words of a person's own."""
    return any(_words_of(row))


def row_leaving(row: ClaimSummary, leave: Leave) -> ClaimSummary:
    """Return a row of the claim list as it may leave."""
    told = _changed(row, _OF_A_ROW, leave)
    return row._replace(**told) if told else row


def is_withheld(row: ClaimSummary) -> bool:
    """Whether words of a row as it may leave were withheld."""
    return WITHHELD in _words_of(row)


def view_leaving(view: ClaimView, leave: Leave) -> ClaimView:
    """Return a claim with its state, its row and the writer's sources as they may leave."""
    return replace(
        view,
        summary=row_leaving(view.summary, leave),
        state=state_leaving(view.state, leave),
        citations=tuple(_citation(one, leave) for one in view.citations),
    )


def state_leaving(state: ClaimState, leave: Leave) -> ClaimState:
    """Return what the log says of a claim as it may leave."""
    left: ClaimState = _left(state, leave)
    return left


def record_leaving(record: Any, leave: Leave) -> Any:  # noqa: ANN401 - any record with the row of a claim
    """Return a record of a list (`claim`: the row that it is of, the rest in words) as it may leave."""
    told: dict[str, Any] = {"claim": row_leaving(record.claim, leave)}
    if sources := getattr(record, "sources", ()):
        told["sources"] = _left(sources, leave)
    return replace(_left(record, leave), **told)


def _citation(one: Citation, leave: Leave) -> Citation:
    told = _changed(one, _OF_A_CITATION, leave)
    return replace(one, **told) if told else one


def _changed(of: object, names: Iterable[str], leave: Leave) -> dict[str, Any]:
    """Return the texts among these fields that leave as others than they are."""
    texts = ((name, getattr(of, name)) for name in names)
    return {n: left for n, text in texts if text and not _is_user(n, text) and (left := leave(text)) != text}


def _is_user(name: str, value: object) -> bool:
    return name in _OF_A_CHECKER and isinstance(value, str) and len(value.split()) == 1


def _left(value: Any, leave: Leave) -> Any:  # noqa: ANN401 - any part of a claim's state
    """Return a part of a state as it may leave; the same object where nothing of it is withheld."""
    if isinstance(value, str):
        return value if not value or isinstance(value, Enum) else leave(value)
    if isinstance(value, Mapping):
        return {key: _left(one, leave) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_left(one, leave) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    told = {}
    for name in _own_parts(type(value)):
        part = getattr(value, name)
        if part and not _is_user(name, part) and (left := _left(part, leave)) != part:
            told[name] = left
    return replace(value, **told) if told else value


@cache
def _own_parts(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - any dataclass
    return tuple(field.name for field in fields(kind) if field.name not in _NOT_OWN_WORDS)
