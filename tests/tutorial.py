"""The commands of docs/tutorial.md, typed one after another in one shell's stead, and what each has to print."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TUTORIAL = Path(__file__).parent.parent / "docs/tutorial.md"
LEFT_OUT = "[...]"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """A command as a reader types it, and the lines that stand below it."""

    command: str
    shown: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """The command as a shell takes it apart."""
        return shlex.split(self.command)

    def fits(self, printed: str) -> bool:
        """Tell whether the lines are those that were printed, `[...]` standing for whatever is left out."""
        lines = (".*" if line == LEFT_OUT else _pattern(line) + "\n" for line in self.shown)
        told = "\n".join(line.rstrip() for line in printed.splitlines()) + "\n"
        return re.fullmatch("".join(lines), told if printed else "", re.DOTALL) is not None


def steps() -> Iterator[Step]:
    """Yield the steps of the tutorial in order."""
    for block in _BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")):
        for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            first, *shown = command.splitlines()
            yield Step(first, tuple(shown))


def _pattern(line: str) -> str:
    """Return what a line has to match; within it `[...]` stands for a digest, a time or another word."""
    return r"[^\n]*".join(map(re.escape, line.split(LEFT_OUT)))
