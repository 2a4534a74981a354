"""Which hosts are one site: those under one registrable domain, like news.example.co.uk and www.example.co.uk. No I/O.

Source: the Public Suffix List (publicsuffix.org) with its private part (two users of one hosting service are two
sites), as the package `tld` carries it; nothing is downloaded.
"""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def site_of(host: str) -> str:
    """Return the registrable domain of a host (ASCII); the host itself, without "www.", where it has none."""
    from tld import get_fld  # reads the list: 0.2 s

    bare = host.removeprefix("www.")
    return get_fld(f"http://{bare}/", fail_silently=True, search_private=True) or bare
