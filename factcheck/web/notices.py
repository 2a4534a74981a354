"""What a page says of itself: that it was retracted, or what was corrected in it; each notice once. Pure.

Notices stand in the main text, in its markup, or beside both: in a box, in bold, below the article. They are looked for
in the lines of the whole page, too, as a browser breaks them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from factcheck.text.retractions import corrections_in, retraction_in
from factcheck.web.page_lines import lines_of

MOST_NOTICES = 50
"""Notices of one page that are told; one with more says nothing by them."""
LONGEST_NOTICE = 600
"""Characters of a line beside the main text that may be a notice of a change."""
_SPEAKS = re.compile(
    r"retract|withdrawn|correct|corrig|erratum|amended|version of this|clarification|korrig|berichtigung", re.IGNORECASE
)
_HEAD = re.compile(r"\W*\w[^:]{0,40}:\W*")
"""A line that only announces what the next one says."""
_WORDS = re.compile(r"\w+")


def retracted_and_corrected(
    titles: Iterable[str], paragraphs: Sequence[str], told: Sequence[str], page: str
) -> tuple[str, tuple[str, ...]]:
    """Return the notice that a page was retracted, "" for none, and those of what was corrected.

    `paragraphs`: of its main text; `told`: what its markup says was corrected; `page`: all of it (HTML), or "".
    """
    beside = lines_beside(page)
    retracted = next(filter(None, (retraction_in(title, ()) for title in titles)), "")
    retracted = retracted or retraction_in("", [*paragraphs, *told, *beside])
    corrected = once((*corrections_in(paragraphs), *told, *corrections_in(beside)))
    return retracted, tuple(one for one in corrected if one != retracted)


def once(notices: Iterable[str]) -> tuple[str, ...]:
    """Return each notice once: the whole of it, and of several that stand in one, each by itself."""
    some = islice(dict.fromkeys(notices), MOST_NOTICES)
    folded = {notice: f" {' '.join(_WORDS.findall(notice.casefold()))} " for notice in some}
    words = list(dict.fromkeys(folded.values()))
    together = {one for one in words if sum(other != one and other in one for other in words) > 1}
    kept = [one for one in words if one not in together]
    whole = {one for one in kept if not any(other != one and one in other for other in kept)}
    first = {said: notice for notice, said in reversed(folded.items())}
    return tuple(first[one] for one in words if one in whole)


def lines_beside(page: str) -> list[str]:
    """Return the lines of a page that a library may not count to its main text, if any speaks of a change."""
    if not _SPEAKS.search(page):
        return []
    lines = lines_of(page)
    announced = (f"{line} {after}" if _HEAD.fullmatch(line) else line for line, after in pairwise([*lines, ""]))
    return [line for line in announced if len(line) <= LONGEST_NOTICE]
