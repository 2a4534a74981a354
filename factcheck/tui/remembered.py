"""Where each reviewer was in each workspace, kept in the state folder: a convenience, never a reason not to start."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_state_path

if TYPE_CHECKING:
    from factcheck.workbench import Workbench

FILE = "places.json"
MOST = 200
"""Places that are kept, the latest; a newsroom has fewer open articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place at the desk: the claim, the pane, the order of the list, and whether the article is shown."""

    claim: str
    pane: str = ""
    order: str = ""
    reading: bool = False


def place_of(bench: Workbench) -> Place | None:
    """Return where the user of a workbench was; None where nothing is known, or it cannot be read."""
    found = _read().get(key_of_place(bench))
    try:
        return Place(**found) if isinstance(found, dict) else None
    except TypeError:  # of another version
        return None


def keep_place(bench: Workbench, place: Place | None) -> None:
    """Keep where the user of a workbench is."""
    if place is None:
        return
    places = {name: kept for name, kept in _read().items() if name != key_of_place(bench)}
    places[key_of_place(bench)] = asdict(place)
    with suppress(OSError):  # a full or read-only disk: next time begins at the first claim
        path = user_state_path("factcheck", ensure_exists=True) / FILE
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(dict(list(places.items())[-MOST:])), encoding="utf-8")
        fresh.replace(path)


def key_of_place(bench: Workbench) -> str:
    """Name a workspace and its user, as what is kept for one of them is filed."""
    where = bench.store.where
    named = str(where.absolute()) if isinstance(where, Path) else bench.store.name  # without its password
    return f"{named} {bench.user}"


def _read() -> Mapping[str, Any]:
    try:
        found = json.loads((user_state_path("factcheck") / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
