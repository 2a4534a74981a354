"""Whether the files of the index are as they were written: each ends with a checksum of what stands before it.

The library writes the checksum (CRC-32, in a footer) and looks at it only where it is asked to, which its Python
package cannot. Source: tantivy 0.27, `directory/footer.rs`.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

_TAIL = struct.Struct("<II")
"""The end of a file: how long the footer is that stands before it, and a number that tells that there is one."""
_MAGIC = 1337
_CHUNK = 4 * 1024 * 1024


def damaged_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of the last commit that are not as written, each with what is wrong."""
    segments = json.loads((folder / "meta.json").read_bytes())["segments"]
    names = {segment["segment_id"].replace("-", "") for segment in segments}
    for file in sorted(folder.iterdir()):
        if file.name.partition(".")[0] in names:
            try:
                fault = _fault(file)
            except FileNotFoundError:  # merged by who writes just now
                continue
            if fault:
                yield file, fault


def _fault(file: Path) -> str:
    with file.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - _TAIL.size))
        tail = stream.read(_TAIL.size)
        length, magic = _TAIL.unpack(tail) if len(tail) == _TAIL.size else (0, 0)
        body = size - _TAIL.size - length
        if magic != _MAGIC or body < 0:
            return "has no checksum at its end"
        stream.seek(body)
        try:
            wanted = int(json.loads(stream.read(length))["crc"])
        except (ValueError, KeyError, TypeError):
            return "has a checksum that cannot be read"
        stream.seek(0)
        checksum = 0
        while body > 0:
            chunk = stream.read(min(_CHUNK, body))
            checksum = zlib.crc32(chunk, checksum)
            body -= len(chunk) or body
    return "" if checksum == wanted else "does not match its checksum"
