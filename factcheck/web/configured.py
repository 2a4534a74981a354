"""What a workspace sets under [fetch], checked before anything is asked.

Each fault names the file, the key and what is expected there. Opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from ipaddress import IPv4Network, IPv6Network, ip_network

from factcheck.errors import RefusedError, SettingsError
from factcheck.settings import Settings
from factcheck.settings.tables import FetchSettings
from factcheck.web.safety import ANYWHERE, Network, check_url, named_host

PLACEHOLDERS = ("query", "names", "terms")
"""What a reference may have filled in."""
LONGEST_CONTACT = 200
LONGEST_NAME = 200
"""Characters; a longer one is a pasted text."""
_MAPPED = IPv6Network("::ffff:0:0/96")  # RFC 4291, 2.5.5.2
_CONTACT = re.compile(r"https?://[!-~]+|[!-?A-~]+@[!-?A-~]+")
_BRACED = re.compile(r"\{([^{}]*)\}|[{}]")


def check_fetch(settings: Settings) -> None:
    """Check the values under [fetch].

    Raises:
        SettingsError: one of them is not what it has to be.
    """
    for key, value, expected in _faults(settings.values.fetch):
        raise SettingsError(
            f"wrong value for 'fetch.{key}': expected {expected}, found {_shown(value)}",
            hint="config/factcheck.toml shows every key with its meaning",
            subject=settings.place(f"fetch.{key}"),
        )


def networks_of(fetch: FetchSettings) -> tuple[Network, ...]:
    """Return the networks that may be asked though they are not public; those that are none are left out."""
    return tuple(network for network in map(_network, fetch.networks) if network)


def archives_of(fetch: FetchSettings) -> tuple[str, ...]:
    """Return the hosts of the archives that are believed, in ASCII, as the addresses of their pages have them."""
    return tuple(filter(None, map(named_host, fetch.archives)))


def _faults(fetch: FetchSettings) -> Iterator[tuple[str, str, str]]:
    """Yield the key, the value and what is expected of each value that is wrong."""
    contact = fetch.contact.strip()
    if contact and (len(contact) > LONGEST_CONTACT or not _CONTACT.fullmatch(contact)):
        yield "contact", contact, 'a mail address or that of a page, on one line and in ASCII ("you@example.org")'
    yield from _each("references", fetch.references, _reference_fault)
    yield from _each("withheld", fetch.withheld, _name_fault)
    yield from _each("archives", fetch.archives, _archive_fault)
    yield from _each("networks", fetch.networks, _network_fault)


def _each(key: str, values: Sequence[str], fault: Callable[[str], str]) -> Iterator[tuple[str, str, str]]:
    for value in values:
        if expected := fault(value):
            yield key, value, expected


def _reference_fault(reference: str) -> str:
    braces = [found[1] for found in _BRACED.finditer(reference)]
    if any(name not in PLACEHOLDERS for name in braces):
        return "{query}, {names} or {terms}, and it has a placeholder that is not known"
    host, _, _ = reference.partition("://")[2].partition("/")
    if "{" in host:
        return "a placeholder in the path or after the question mark, and none in the host"
    try:
        check_url(_BRACED.sub("x", reference), allowed=ANYWHERE)
    except RefusedError as error:
        return f'a web address such as "https://example.org/search?q={{query}}" ({error.message})'
    return ""


def _name_fault(name: str) -> str:
    is_name = any(letter.isalnum() for letter in name) and name.isprintable() and len(name) <= LONGEST_NAME
    return "" if is_name else f"a name on one line, of at most {LONGEST_NAME} characters"


def _archive_fault(archive: str) -> str:
    return "" if named_host(archive) else 'a host such as "archive.org" or "192.0.2.7", alone: no scheme, no port'


def _network_fault(network: str) -> str:
    return "" if _network(network) else 'networks such as "10.1.0.0/16"; this is no network'


def _network(value: str) -> Network | None:
    """Return a network; one of mapped IPv4 addresses as what it stands for, since those are compared so."""
    try:
        found = ip_network(value.strip())
    except ValueError:
        return None
    if isinstance(found, IPv6Network) and found.subnet_of(_MAPPED):
        return IPv4Network((int(found.network_address) & 0xFFFFFFFF, found.prefixlen - _MAPPED.prefixlen))
    return found


def _shown(value: str) -> str:
    return repr(value if len(value) <= LONGEST_NAME else f"{value[:LONGEST_NAME]}…")
