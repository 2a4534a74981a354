"""The legal forms behind the names of firms: "Norvik ASA" is called Norvik, too, and both are one organisation.

Knows the forms as they are written, and nothing of the firms. Capitals tell: "AS" is a form where "as" is a word.
"""

from __future__ import annotations

import re
from collections.abc import Container

_WRITTEN = """
    ASA AS AG SE SA NV BV AB KG KGaA OHG UG GmbH gGmbH Oy Oyj ApS plc PLC Plc Ltd Limited LTD Inc
    Incorporated LLC LLP LP Corp Corporation Pty Pte Bhd SAS SARL Sarl SpA Srl Zrt Kft SL SLU Lda Ltda eG mbH"""
_DOTTED = r"S\.p\.A|S\.r\.l|S\.A\.S|S\.A|N\.V|B\.V|A/S|a\.s|s\.r\.o|d\.o\.o|L\.L\.C|P\.L\.C|Sp\. z o\.o|e\.V|e\.K"
_FORM = rf"(?:{'|'.join(sorted(_WRITTEN.split(), key=len, reverse=True))}|{_DOTTED})"
_WITH_LETTERS = rf"(?:plc|eG|mbH|gGmbH|{_DOTTED})(?![\w’'-])\.?"
NO_WORD_OF_NAME = rf"(?!{_WITH_LETTERS})"
TAIL = rf"(?:\s{_WITH_LETTERS}|,\s(?:Inc|Ltd|LLC|LLP|L\.L\.C|Corp)\b\.?|(?<=&\sCo)\.\s(?:KGaA|KG|OHG)\b)"
"""A pattern of the forms that a sequence of capitalised words does not take whole; the final stop is theirs."""
_BEHIND = re.compile(
    rf",?\s(?:(?:(?:GmbH|AG|UG|SE|Ltd|AB)\s)?&\sCo\.?(?:\s(?:KGaA|KG|OHG))?|(?:(?:Pte|Pty|Co)\.?\s)?{_FORM}\.?)$"
)
_ALONE = re.compile(rf"{_FORM}\.?")


_COMMA = re.compile(r",(?P<form>\s(?:Inc|Ltd|LLC|LLP|L\.L\.C|Corp|plc|PLC|Jr|Sr)\b\.?)(?:,(?=\s(?P<next>[a-z’'-]+)))?")


def without_comma(text: str, verbs: Container[str]) -> str:
    """Return a text of the same length without the commas of "Corvo, Inc. said" and "Corvo, Inc., said".

    The second comma closes what the first one opens only where a verb follows, one of `verbs` or a past by its form;
    elsewhere it is the sentence's ("According to Corvo, Inc., 40 people").
    """

    def spaced(found: re.Match[str]) -> str:
        closing = found.group()[found.end("form") - found.start() :]
        follows = found["next"] or ""
        verb = follows in verbs or follows.endswith("ed")
        return f" {found['form']}{' ' if closing and verb else closing}"

    return _COMMA.sub(spaced, text)


def without_form(name: str) -> str:
    """Return what a firm is called without its legal form ("Norvik" of "Norvik ASA"), or "" where none is told."""
    form = _BEHIND.search(name)
    return name[: form.start()] if form and name[:1].isupper() else ""


def is_form(words: str) -> bool:
    """Tell whether words are a legal form and nothing else, as behind a comma: "Marl, Inc."."""
    return _ALONE.fullmatch(words) is not None


__all__ = ["NO_WORD_OF_NAME", "TAIL", "is_form", "without_comma", "without_form"]
