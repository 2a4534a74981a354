"""Who signs a quotation that stands before a line: a caption of the format's, or a name behind a dash."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.claims.page.lines import TERMINAL
from factcheck.claims.page.pieces import Pair, Piece
from factcheck.domain import Block

SIGNATURE_LIMIT = 90  # characters
_CLOSED = re.compile(r"”|(?<!\s)\"")
_SIGNATURE = re.compile(
    r"[-–—―]{1,2}\s?(?:[A-ZÄÖÜ][\w’'.-]*\s?){1,4}(?:,\s[\w’'.,& -]{2,60})?|"
    r"(?:[A-ZÄÖÜ][\w’'.-]+\s){1,3}[A-ZÄÖÜ][\w’'-]+,\s"
    r"[A-ZÄÖÜ][\w’'&. -]{1,40}"
)
_SIGNED_WITH_OFFICE = re.compile(
    r"[-–—―]{1,2}\s?(?!(?:Additional|Reporting|Reported|With|By|Edited|Compiled)\b)(?:[A-ZÄÖÜ][\w’'.-]*\s){1,3}"
    r"[A-ZÄÖÜ][\w’'-]+,\s(?!(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+$)[\w’'., &-]{2,60}"
)
"""A name with an office signs what has no marks, too; a name alone, or with a paper, can be the writer's."""


def sign_quotations(pieces: list[Piece], caption: Pair) -> None:
    """Let a caption sign the quotations right before it that the format knows as such."""
    for at in range(len(pieces) - 1, -1, -1):
        if pieces[at].block is not Block.PULL_QUOTE or pieces[at].reason != "format" or pieces[at].speaker:
            return
        pieces[at] = replace(pieces[at], speaker=caption)


def signs(text: str, before: Piece, line: Piece) -> bool:
    """Tell whether a line signs the paragraph before it, which is a quotation: "- Ann Lee", "Ann Lee, The Courier"."""
    set_apart = before.block is Block.HEADING and before.reason != "format"  # a short one looks like a section heading
    if not (before.block is Block.BODY or set_apart) or before.boilerplate or line.end - line.start > SIGNATURE_LIMIT:
        return False
    quotation = text[before.start] in '“"' and text[before.start : before.end].rstrip(".")[-1:] in '”"'
    inner = text[before.start + 1 : before.end - 1].rstrip('”"')
    if not quotation and _SIGNED_WITH_OFFICE.fullmatch(text, line.start, line.end) is not None:
        return text[before.start] not in '“"' and TERMINAL.search(text, before.start, before.end) is not None
    if not quotation or _CLOSED.search(inner):
        return False
    return _SIGNATURE.fullmatch(text, line.start, line.end) is not None


__all__ = ["sign_quotations", "signs"]
