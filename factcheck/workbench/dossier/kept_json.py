"""The JSON of claims and evidence, out of memory while a dossier is verified: it is more than all else together."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

IN_MEMORY = 16 * 1024 * 1024
"""Bytes from which on a file is made; most dossiers have less."""


class KeptJson:
    """Pieces of JSON by their ids. They lie in a scratch file without a name, which is gone when the block is left."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile[bytes](IN_MEMORY)
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def put(self, name: str, content: bytes) -> None:
        """Keep a piece; it takes the place of an earlier one of that name.

        Raises:
            OSError: the disk does not take it.
        """
        self._file.seek(self._end)
        self._file.write(content)
        self._places[name] = (self._end, len(content))
        self._end += len(content)

    def __getitem__(self, name: str) -> bytes:
        """Return a piece.

        Raises:
            KeyError: there is none of that name.
            OSError: the disk does not give it.
        """
        start, size = self._places[name]
        self._file.seek(start)
        return self._file.read(size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        del kind, error, trace
        self._file.close()
