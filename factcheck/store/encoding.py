"""The types of the domain as JSON, as they are kept: checked when they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec

from factcheck.domain import Sensitivity
from factcheck.errors import StorageError

_ENCODER = msgspec.json.Encoder()


def encode(value: object) -> str:
    """Write a value of the domain as JSON: the same text for the same value."""
    return _ENCODER.encode(value).decode()


def decode(kind: Any, payload: str) -> Any:  # noqa: ANN401 - any type of the domain
    """Read a value of the type `kind`.

    Raises:
        StorageError: it is no JSON, or not of this type.
    """
    with damage_told("row"):
        return _decoder(kind).decode(payload)


class _Marked(msgspec.Struct):
    """A source by its name and its mark; all else of it is passed over, in a third of the time."""

    id: str
    sensitivity: Sensitivity = Sensitivity.OPEN


class _Copied(msgspec.Struct):
    source: _Marked
    carriers: tuple[_Marked, ...] = ()


class _Kept(msgspec.Struct):
    candidate: _Copied


def is_hidden(evidence: str, marked: Collection[str]) -> bool:
    """Tell whether evidence, as it is kept, has a source that is not open, or that is among those `marked` (ids) now.

    Raises:
        StorageError: it is no evidence.
    """
    copied = decode(_Kept, evidence).candidate
    return any(one.sensitivity is not Sensitivity.OPEN or one.id in marked for one in (copied.source, *copied.carriers))


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:  # noqa: ANN401 - any type of the domain
    return msgspec.json.Decoder(kind)


@contextmanager
def damage_told(what: str) -> Iterator[None]:
    """Say of a stored row that is not what this program stores, that it is damaged.

    Raises:
        StorageError: a value in it is of the wrong type or kind.
    """
    try:
        yield
    except (ValueError, msgspec.MsgspecError) as error:
        raise StorageError(
            f"a stored {what} is damaged",
            hint="put a backup back: `factcheck restore FILE --force`; see `factcheck doctor`",
        ) from error
