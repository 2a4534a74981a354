"""Which settings of the workbench cannot be used, in words; defaults stand in for them."""

from __future__ import annotations

from dataclasses import replace

from factcheck.settings import Settings, shipped_keys
from factcheck.tui.keys import KeyMap, key_map


def keys_of(settings: Settings) -> KeyMap:
    """Return the keys of a workspace, over the shipped ones."""
    configured = settings.values.keys
    keys = key_map(configured, shipped_keys() if settings.changes("keys.") else configured)
    return replace(
        keys, problems=tuple(f"{one}; set by {settings.place(one.partition(':')[0])}" for one in keys.problems)
    )


def unusable(settings: Settings) -> tuple[str, ...]:
    """Say which keys and which theme cannot be used."""
    from textual.theme import BUILTIN_THEMES

    from factcheck.tui.look import OWN

    known = {theme.name for theme in OWN} | set(BUILTIN_THEMES)
    fine = settings.values.workbench.theme in known
    return (*settings.faults, *keys_of(settings).problems, *([] if fine else [unknown_theme(settings, OWN[0].name)]))


def unknown_theme(settings: Settings, used: str) -> str:
    """Say that there is no such theme, where it was asked for, and which one stands in."""
    wanted = settings.values.workbench.theme
    return f"workbench.theme: there is no theme {wanted!r}; {used} is used; set by {settings.place('workbench.theme')}"
