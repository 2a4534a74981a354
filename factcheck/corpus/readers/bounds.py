"""What may come out of one file: a budget of bytes that all its archives share, so that none grows out of bounds."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import BinaryIO

from factcheck.errors import InputError

LARGEST_RATIO = 100
"""Bytes unpacked for one packed. Text shrinks to a quarter, logs to a twentieth; what is made to fill a disk, to a
thousandth."""
ALWAYS = 256 * 1024 * 1024
"""Bytes that may come out of any file: a small archive can hold one large text that repeats itself."""


@dataclass(slots=True)
class Budget:
    """How many bytes may still be unpacked."""

    left: int

    @classmethod
    def of(cls, size: int) -> Budget:
        """Make the budget of a file of this size in bytes."""
        return cls(max(ALWAYS, size * LARGEST_RATIO))

    def take(self, size: int) -> None:
        """Spend bytes.

        Raises:
            InputError: there are not as many left.
        """
        self.left -= size
        if self.left < 0:
            raise InputError(
                f"unpacks to more than {LARGEST_RATIO} times its size (a zip bomb?); the rest was not read",
                hint="unpack it yourself, look at it and add what is in it",
            )


class Bounded(io.RawIOBase):
    """A stream of unpacked bytes that count against a budget."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._stream, self._budget = stream, budget

    def readable(self) -> bool:
        """Whether it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer; return the number of bytes.

        Raises:
            InputError: the budget is spent.
        """
        data = self._stream.read(len(buffer))
        self._budget.take(len(data))
        buffer[: len(data)] = data
        return len(data)


class Chained(io.RawIOBase):
    """A stream whose head was read already, from its start."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        """Whether it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer; return the number of bytes."""
        data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        data = data or self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
