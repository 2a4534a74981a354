"""The types of the domain as JSON, as they are kept: checked when they are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec

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
            hint="put a backup back: `factcheck restore FILE`; see `factcheck doctor`",
        ) from error
