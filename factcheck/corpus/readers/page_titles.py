"""The headline of a page and the name of its site, told apart. Pure.

Pages write "Headline | Paper" into their title, and trafilatura takes any part behind a dash for the site's or for
nothing: headlines have dashes, too ("The night ferry – a tale"). A part is the site's where the page states that name,
or where its heading is the title without it; behind a stroke, which no headline has, it always is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

LONGEST = 1_000
"""Characters of a title that are looked at."""
_STROKE = re.compile(r"\s+(?:[|¦»«•]|::)\s+")
_APART = re.compile(r"\s+(?:[|¦»«•·—–-]|::)\s+")
_SPACES = re.compile(r"\s+")
_WORDS = re.compile(r"\w+")
HOST = re.compile(r"(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}", re.IGNORECASE)


def headline_of(found: str, page_title: str, headings: Collection[str], sites: Iterable[str]) -> str:
    """Return the headline of a page.

    `found`: what a library takes for it, `page_title` the page's whole title, `headings` those of the page of the first
    order, `sites` the names that the page gives its site.
    """
    title, whole = _plain(found), _plain(page_title)
    known = {_folded(heading) for heading in headings}
    cut = whole.startswith(f"{title} ") or whole.endswith(f" {title}")
    if title and cut and _folded(title) not in known:
        title = whole  # perhaps in the middle of the headline
    return without_site(title, headings, sites)


def without_site(title: str, headings: Collection[str], sites: Iterable[str]) -> str:
    """Return a title without the name of the site before or behind it."""
    title = _plain(title)
    names = {_folded(name) for name in sites} - {""}
    known = {_folded(heading) for heading in headings} - {""}
    if _folded(title) in known and not _STROKE.search(title):
        return title
    for apart in reversed(list(_APART.finditer(title))):
        before, behind = title[: apart.start()], title[apart.end() :]
        if _folded(before) in known or _folded(behind) in names:
            return without_site(before, headings, names)
    if (first := _APART.search(title)) and _folded(title[: first.start()]) in names:
        return title[first.end() :]
    return _STROKE.split(title)[0] or title


def parts_of(title: str) -> list[str]:
    """Return the parts of a title, any of which may be the name of the site."""
    return _APART.split(_plain(title))


def is_stated(name: str, page: str) -> bool:
    """Whether a page gives a name as a value of its markup, beside using it as a part of its title."""
    return re.search(rf"[\"']\s{{0,9}}@?{re.escape(name)}\s{{0,9}}[\"']", page, re.IGNORECASE) is not None


def _plain(title: str) -> str:
    return _SPACES.sub(" ", title[:LONGEST]).strip()


def _folded(words: str) -> str:
    return " ".join(_WORDS.findall(words.casefold()))
