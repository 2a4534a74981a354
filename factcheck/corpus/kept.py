"""What goes into the document store with a batch, beside the documents, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck.domain import Indexed


@dataclass(frozen=True, slots=True)
class Ended:
    """That the reading of a file ended; what it held before and no longer holds was replaced.

    `unread`: what in it could not be read, as paths. Nobody can tell of what stood there whether it still does.
    """

    file: Path
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a batch changed: the documents that are new, the ids of those that were replaced, and the files of these.

    `heirs`: how many of the new ones are not for all to see, since what their files held before was not. `alike`: the
    ids of new ones that are open and carry the text of what is not: a copy under another name, or what was published.
    `back`: how many that were gone are found again. `again`: what the index is to take anew, being shown elsewhere.
    `there`: how many were there before the run, and are read for the first time in it. `reread`: files that hold
    something else than before without having changed. `corrected`: how many are in another language now.
    """

    new: tuple[Indexed, ...]
    removed: tuple[str, ...] = ()
    changed: tuple[Path, ...] = ()
    heirs: int = 0
    alike: tuple[str, ...] = ()
    back: int = 0
    again: tuple[Indexed, ...] = ()
    there: int = 0
    reread: tuple[Path, ...] = ()
    corrected: int = 0
