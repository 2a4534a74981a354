"""Who publishes a page: a name counts where the host that answered bears it out; else it is shown as what a page says.

Also which hosts are one site: those under one registrable domain, like news.example.co.uk and www.example.co.uk. A host
bears a name out that spells its domain: by whole words or their initials ("BBC News" bbc.co.uk, "Los Angeles Times"
latimes.com). Anybody can register a domain: this ties a name to a host, and does not prove who owns it. No I/O.

Source: the Public Suffix List (publicsuffix.org) with its private part (two users of one hosting service are two
sites), as the package `tld` carries it; nothing is downloaded.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

_SILENT = re.compile(
    r"an?|and|at|by|for|in|of|on|the|to|de[rslnt]?|die|das|und|für|im|l[aeo]s?|les|e[lty]|il|y|di|du|da"
)
"""Words that a domain may leave out of a name."""
_GENERIC = re.compile(r"com|net|org|news|online|digital|magazine|media|newspapers?|website|zeitung")
"""Words of a name that tell no publisher from another, and that a domain may leave out as well."""
MOST_WORDS = 12
"""Words of a name; a longer one is a sentence."""
LONGEST_CLAIM = 80
"""Characters that are shown of a name that nothing bears out."""
_SAYS = " (says it is "
_WORD = re.compile(r"[^\W_]+")
_HOST = re.compile(r"(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def site_of(host: str) -> str:
    """Return the registrable domain of a host (ASCII); the host itself, without "www.", where it has none."""
    from tld import get_fld  # reads the list: 0.2 s

    bare = host.removeprefix("www.")
    return get_fld(f"http://{bare}/", fail_silently=True, search_private=True) or bare


def shown_publisher(claimed: str, url: str) -> str:
    """Return the publisher of a page as lists show it: the name that its host bears out, else the host.

    A name that the host does not bear out stands behind it, as what the page says of itself.
    """
    host = host_of(url)
    name = " ".join(claimed.split())
    if not host:
        return name
    if not _WORD.search(name):
        return host
    if bears_out(host, name):
        return name
    if _folded(name) == _folded(host):
        return host
    shown = name if len(name) <= LONGEST_CLAIM else f"{name[: LONGEST_CLAIM - 1].rstrip()}…"
    return f"{host}{_SAYS}{shown})"


def unproven_name(shown: str) -> str:
    """Return the name that a publisher, as `shown_publisher` tells it, only says that it has; "" for any other."""
    host, says, name = shown.partition(_SAYS)
    return name.removesuffix(")") if says and " " not in host else ""


def bears_out(host: str, name: str) -> bool:
    """Whether the domain of a host (ASCII) spells a name: its words in their order, each whole or by its first letter.

    An international domain (xn--) bears none out: its letters may be those of another alphabet that look alike.
    """
    if _HOST.fullmatch(name):
        return site_of(name.lower()) == site_of(host)
    label, _, suffix = _domain(host).partition(".")
    if label.startswith("xn--") or not _HOST.fullmatch(host):
        return False
    label = label.replace("-", "")
    named = re.sub(rf"\.{re.escape(suffix)}\Z", "", name, flags=re.IGNORECASE)
    return any(
        0 < len(words) <= MOST_WORDS and _spell(tuple(words), label, any_yet=False)
        for words in (_WORD.findall(_folded(named, umlaut)) for umlaut in ("", "e"))
    )


@lru_cache(maxsize=4096)
def _domain(host: str) -> str:
    """Return what somebody registered of a host: who has a page at a hosting service has not registered its name.

    Under an ending that the list has not, the last two parts.
    """
    from tld import get_fld

    return get_fld(f"http://{host}/", fail_silently=True, search_private=False) or ".".join(host.split(".")[-2:])


def _spell(words: tuple[str, ...], label: str, *, any_yet: bool) -> bool:
    if not words:
        return any_yet and not label
    first, rest = words[0], words[1:]
    if label.startswith(first) and _spell(rest, label[len(first) :], any_yet=True):
        return True
    if label[:1] == first[0] and len(first) > 1 and _spell(rest, label[1:], any_yet=True):
        return True
    return (_SILENT.fullmatch(first) or _GENERIC.fullmatch(first)) is not None and _spell(rest, label, any_yet=any_yet)


def _folded(name: str, umlaut: str = "") -> str:
    """Return a name in small letters without accents; an umlaut with the letter that stands for it in domains."""
    parts = unicodedata.normalize("NFKD", name.casefold().replace("'", "").replace("’", ""))
    spelled = parts.replace("\u0308", umlaut)
    return "".join(letter for letter in spelled if not unicodedata.combining(letter))


def host_of(url: str) -> str:
    """Return the host of an address in small letters; "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
