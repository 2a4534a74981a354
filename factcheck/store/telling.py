"""Events as they are read: rows of the log, with the words that stand outside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

import msgspec

from factcheck.domain import ERASED, Event
from factcheck.domain.words import Words, digest_in
from factcheck.store.encoding import damage_told

Texts = Callable[[Sequence[str]], Mapping[str, str]]
"""Gives the texts behind salted digests; an erased one is left out."""

_AT_ONCE = 500  # events; a long log is read as it is asked for


def events_told(rows: Iterable[Mapping[str, Any]], texts: Texts) -> Iterator[Event]:
    """Yield events with the words that a person wrote; "[erased]" where they are gone."""
    waiting = iter(rows)
    while some := [event_of(row) for row in islice(waiting, _AT_ONCE)]:
        yield from with_words(some, texts)


def with_words(events: Sequence[Event], texts: Texts) -> Iterator[Event]:
    """Yield events with words in place of the digests that stand for them."""
    spoken = [{part: named for part, one in event.body.items() if (named := digest_in(one))} for event in events]
    found = texts([digest for parts in spoken for digest in parts.values()])
    for event, parts in zip(events, spoken, strict=True):
        told = {part: Words(found.get(digest, ERASED), digest) for part, digest in parts.items()}
        yield replace(event, body={**event.body, **told}) if told else event


def event_of(row: Mapping[str, Any]) -> Event:
    """Make an event of its row, as the log has it."""
    fields = dict(row)
    with damage_told(f"event ({fields['seq']})"):
        return Event(
            **{**fields, "at": datetime.fromisoformat(fields["at"]), "body": msgspec.json.decode(fields["body"])}
        )
