"""Which settings of the workbench cannot be used, in words; defaults stand in for them."""

from __future__ import annotations

from factcheck.settings import Settings, load_settings
from factcheck.tui.keys import KeyMap, key_map


def keys_of(settings: Settings) -> KeyMap:
    """Return the keys of a workspace, over the shipped ones."""
    return key_map(settings.values.keys, load_settings(None, {}).values.keys)


def unusable(settings: Settings) -> tuple[str, ...]:
    """Say which keys and which theme cannot be used."""
    from textual.theme import BUILTIN_THEMES

    from factcheck.tui.look import OWN

    wanted = settings.values.workbench.theme
    known = {theme.name for theme in OWN} | set(BUILTIN_THEMES)
    return (*keys_of(settings).problems, *([] if wanted in known else [unknown_theme(wanted, OWN[0].name)]))


def unknown_theme(wanted: str, used: str) -> str:
    """Say that there is no such theme, and which one stands in."""
    return f"workbench.theme: there is no theme {wanted!r}; {used} is used"
