"""Opening the source of a piece of evidence: a page in the browser, a file at its page or second. Never by a shell."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.tui.keys import key_of

if TYPE_CHECKING:
    from factcheck.domain import Evidence
    from factcheck.workbench import Workbench

_PAGE = re.compile(r"\bpage (\d+)")
_TIME = re.compile(r"\b(\d{1,2}):(\d\d):(\d\d)\b")
_PLACE = re.compile(r"\{(\w+)\}")
OPENED_WITHIN = 1.0
"""Seconds after which a program that could not open anything has ended (xdg-open without a browser ends at once)."""
_WEB = ("http://", "https://")


def system_opener(platform: str) -> list[str]:
    """Return the program with which a system opens anything."""
    return ["open"] if platform == "darwin" else ["xdg-open"]


def target_of(item: Evidence, workspace: Path) -> Mapping[str, str]:
    """Return what there is to open: `url`, or `path` with `page` or `second` where its place is known.

    Raises:
        InputError: there is neither, or the file is not there.
    """
    source, locator = item.candidate.source, item.candidate.locator
    if source.url.lower().startswith(_WEB):
        return {"url": source.url}
    if not source.path:
        raise InputError(
            "has neither an address nor a file",
            hint=f"{key_of('detail')} shows all that is known",
            subject="this source",
        )
    path = next((p for p in (Path(source.path), workspace / source.path) if p.is_file()), None)
    if path is None:
        raise InputError(f"is not there any more; {source.copy_told}", subject=source.path)
    found = {"path": str(path.absolute())}
    if page := _PAGE.search(locator):
        found["page"] = page[1]
    if time := _TIME.search(locator):
        hours, minutes, seconds = map(int, time.groups())
        found["second"] = str(hours * 3600 + minutes * 60 + seconds)
    return found


def command_of(configured: Sequence[str], target: Mapping[str, str], platform: str) -> list[str]:
    """Return the program with its arguments; an argument with a place that is not known is left out."""
    what = "url" if "url" in target else "path"
    template = list(configured) or [*system_opener(platform), f"{{{what}}}"]
    known = [part for part in template if all(name in target for name in _PLACE.findall(part))]
    return [_PLACE.sub(lambda found: target[found[1]], part) for part in known]


def open_source(bench: Workbench, item: Evidence) -> tuple[str, subprocess.Popen[bytes]]:
    """Start the program that opens a source; return what was opened, and the program.

    Raises:
        InputError: there is nothing to open, or the program does not start.
    """
    target = target_of(item, bench.workspace)
    settings = bench.settings.values.workbench
    shown = target.get("url") or target["path"]
    command = command_of(settings.open_page if "url" in target else settings.open_file, target, sys.platform)
    quiet = subprocess.DEVNULL
    try:
        program = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - no shell
    except (OSError, IndexError, ValueError) as error:
        hint = f"open it yourself: {shown}"
        raise InputError(f"{' '.join(command) or 'no program'} does not start", hint=hint) from error
    where = "".join(f", {name} {target[name]}" for name in ("page", "second") if name in target)
    return f"opened: {shown}{where}", program


def failed(program: subprocess.Popen[bytes], opened: str) -> str:
    """Say that the program ended with a fault and opened nothing; "" if it goes on, or ended well."""
    code = program.poll()
    name = program.args[0] if isinstance(program.args, list) else program.args
    return f"not {opened}: {name!s} ended with {code}; open it yourself" if code else ""
