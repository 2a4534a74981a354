"""A stretch of a text, which all that is said of the text points at, and the layout that it can stand in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: `[start, end)` in code points, with the characters it held (`whole[start:end] == text`)."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, whole: str, start: int, end: int) -> Span:
        """Cut `[start, end)` out of `whole`."""
        return cls(start, end, whole[start:end])


class Block(StrEnum):
    """The layout of a part of an article."""

    DATELINE = "dateline"
    HEADLINE = "headline"
    LABEL = "label"
    HEADING = "heading"
    TEASER = "teaser"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    BODY = "body"
    NOTE = "note"
    REFERENCE = "reference"
