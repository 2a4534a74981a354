"""With `--ascii`: the program's own words without typographic signs, for fonts and terminals that lack them.

Texts of articles, sources and people are shown as they are written, since a quotation is checked by its signs, too;
where a sentence of the program quotes a few words of them, these have its signs.
"""

from __future__ import annotations

_SIGNS = str.maketrans(
    dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›", "'") | dict.fromkeys("–—−", "-") | {"…": "...", "×": "x"}
)
_wanted = [False]


def write_in_ascii(*, wanted: bool) -> None:
    """Have the words of the program written in ASCII from now on, or no longer: there is one screen."""
    _wanted[0] = wanted


def is_ascii() -> bool:
    """Whether the words of the program are written in ASCII."""
    return _wanted[0]


def ours(text: str) -> str:
    """Return words of the program as they are to be shown."""
    return text.translate(_SIGNS) if _wanted[0] else text
