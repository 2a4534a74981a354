"""What a revision changed, in lines: claims kept, changed (word by word), new, removed, orphans; and the notice."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.reports.cells import shown_line
from factcheck.text.diff import Change, diff_words


def words_changed(before: str, now: str) -> str:
    """Return one text that shows what was taken out ([-so-]) and put in ({+so+}); other than by words: both whole."""
    parts: list[str] = []
    place = 0
    for one in diff_words(before, now):
        if one.change is Change.SAME:
            parts.append(now[place : one.right.end])
            place = one.right.end
            continue
        parts.append(now[place : one.right.start])
        taken, put = f"[-{one.left.text}-]" * bool(one.left.text), f"{{+{one.right.text}+}}" * bool(one.right.text)
        place = max(place, one.right.end)
        parts.append(" ".join(filter(None, (taken, put))) if put else _apart(taken, "".join(parts), now[place:]))
    told = "".join([*parts, now[place:]])
    same_words = "[-" not in told and "{+" not in told
    return shown_line(f"[-{before}-] {{+{now}+}}" if same_words and before != now else told)


_OPENING = "([{“„‘«\"' "
"""What a word may stand behind without a blank."""


def _apart(taken: str, before: str, after: str) -> str:
    """Return what is taken out with blanks that part it from the words around it."""
    return f"{' ' * bool(before[-1:].strip(_OPENING))}{taken}{' ' * after[:1].isalnum()}"


def notice(before: str, now: str) -> Iterator[str]:
    """Yield the draft of a correction: what an article said, and what it says now."""
    yield f"An earlier version of this article said: “{shown_line(before)}”"
    yield f"It now reads: “{shown_line(now)}”" if now else "That has been taken out."
