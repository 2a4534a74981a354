"""Which pages a search lists: links of the same site whose words answer what was searched for. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from factcheck.errors import RefusedError
from factcheck.text.words import split_words
from factcheck.web.safety import Network, check_url

FEWEST_WORDS = 3
"""Words of a link; shorter ones are menus ("News", "Next page")."""
LEAST_SHARED = 2
"""Words of the search that a link must have, where the search has as many."""
MOST_LINKS = 5_000


def result_links(
    page: str, base: str, query: Sequence[str], *, most: int, allowed: tuple[Network, ...] = ()
) -> list[str]:
    """Return the addresses of the best results of a page of search results, the best first; at most `most`."""
    import trafilatura

    tree = trafilatura.load_html(page)
    wanted = {word.folded for term in query for word in split_words(term)}
    if tree is None or not wanted:
        return []
    found: dict[str, int] = {}
    for link in list(tree.iter("a"))[:MOST_LINKS]:
        words = [word.folded for word in split_words(" ".join(link.itertext())[:500])]
        shared = len(wanted.intersection(words))
        url = _on_site(link.get("href") or "", base, allowed)
        if url and len(words) >= FEWEST_WORDS and shared >= min(LEAST_SHARED, len(wanted)):
            found[url] = max(shared, found.get(url, 0))
    return sorted(found, key=lambda url: -found[url])[:most]


def _on_site(href: str, base: str, allowed: tuple[Network, ...]) -> str:
    """Return the plain address of a link, "" for one that leads elsewhere or back to the search."""
    try:
        target = check_url(urljoin(base, href), allowed=allowed).url
    except (RefusedError, ValueError):
        return ""
    one, other = urlsplit(target), urlsplit(base)
    return target if one.netloc == other.netloc and one.path != other.path else ""
