"""The languages of the texts in the copy: screen readers and browsers read and break them by these."""

from __future__ import annotations

import re

from factcheck.text.languages.language import is_german, is_unsupported

PAGE = "en"
"""The language of the copy's own words (BCP 47)."""
UNKNOWN = "und"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def language_of(text: str, declared: str = "") -> str:
    """Return the language of a text (BCP 47): as its words tell, else as `declared` where that is a tag.

    Its words tell German from English alone; what is plainly neither is "und" where nothing is declared.
    """
    if is_german(text):
        return "de"
    if _TAG.fullmatch(declared):
        return declared
    return UNKNOWN if is_unsupported(text) else PAGE
