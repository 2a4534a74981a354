"""Which addresses may be asked at all: web addresses as written, and the network addresses that are connected to.

Pure: resolves nothing, opens nothing. `check_url` reads a URL as browsers do (WHATWG URL: IDNA, and IPv4 in decimal,
octal, hexadecimal or with parts left out), so that what was checked is what is asked; `check_address` is for the
address that a connection is then made to. Source: the IANA special-purpose address registries (RFC 6890, RFC 8190).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import quote, urlsplit

import idna

from factcheck.errors import RefusedError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

LONGEST_URL = 8_000
"""Characters; RFC 9110 asks servers to take at least 8000 octets, and no page needs more."""

_BEGINNING = 80
"""Characters that are told of a longer one."""

ANYWHERE: tuple[Network, ...] = (ip_network("0.0.0.0/0"), ip_network("::/0"))
"""For an address that is only shown or compared, and not asked."""

_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1024  # below it other services listen (mail, shells, directories) that must not be sent a request
_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]|\Z)")
_BESIDE_HOST = re.compile(r"[:/?#@*]")
"""What stands in an address beside its host, or in a pattern of hosts."""
_SPELLING = "check how it is spelled; copy it from a browser"
_BY_HAND = "save what is there yourself, and `factcheck corpus add` the file"
_ALONE = "write the address alone, without words before or behind it"
_ANYWHERE_BAD = re.compile(r"[\x00-\x20\x7f-\x9f\\\u00a0\u2028\u2029\ud800-\udfff]")
_ASCII_HOST = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*"
)
_INSIDE = re.compile(r"(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)\Z")
"""Top-level names that are kept free of public hosts, by RFC 6761, RFC 6762, RFC 8375 and ICANN (internal, 2024; corp
and home, 2018), and those that networks use all the same (RFC 6762, appendix G)."""
_METADATA = re.compile(r"(?:^|\.)(?:metadata\..*internal|metadata|instance-data(?:\..*)?)\Z")
"""Names of the metadata services of Google's, Amazon's and others' clouds."""
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")

_METADATA_SERVICE = "a cloud's metadata service"
_GLOBAL_6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
_REFUSED: tuple[tuple[str, Network], ...] = tuple(
    (name, ip_network(network))
    for name, networks in {
        _METADATA_SERVICE: (
            "169.254.169.254/32 169.254.170.2/32 168.63.129.16/32 100.100.100.200/32 192.0.0.192/32 "
            "fd00:ec2::254/128 fd20:ce::254/128"
        ),
        "this host": "0.0.0.0/8 ::/128",
        "loopback": "127.0.0.0/8 ::1/128",
        "private": "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7 fec0::/10",
        "shared by a provider": "100.64.0.0/10",
        "link-local": "169.254.0.0/16 fe80::/10",
        "multicast": "224.0.0.0/4 ff00::/8",
        "reserved": (
            "192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.175.48.0/24 198.18.0.0/15 "
            "198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 "
            "64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2620:4f:8000::/48 3fff::/20 5f00::/16"
        ),
        "a tunnel": "2002::/16",
    }.items()
    for network in networks.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedUrl:
    """A URL that may be asked, in the one form in which it is asked. `host` is ASCII (IDNA) or a plain address."""

    scheme: str
    host: str
    port: int
    target: str
    """Path and query, without the fragment."""

    @property
    def origin(self) -> str:
        """Scheme, host and port, the port left out where it goes without saying."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address."""
        return self.origin + self.target


def check_url(url: str, *, allowed: tuple[Network, ...] = ()) -> CheckedUrl:
    """Return the URL in its one form.

    `allowed` are networks that may be asked though they are not public.

    Raises:
        RefusedError: it is no http(s) URL, carries credentials, or names an address or port that is not for pages.
    """
    bare = url.strip()
    if not bare:
        raise RefusedError("there is no address", hint="name that of a page: https://example.org/report")
    if len(bare) > LONGEST_URL:
        raise RefusedError(
            f"the address is longer than {LONGEST_URL} characters", subject=told_address(bare), hint=_BY_HAND
        )
    if _ANYWHERE_BAD.search(bare):
        raise RefusedError(
            "a blank, a backslash or a control character stands in the address", subject=bare[:80], hint=_ALONE
        )
    try:
        parts = urlsplit(bare)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise RefusedError(f"this is no web address ({error})", subject=bare, hint=_SPELLING) from error
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        hint = _BY_HAND if "://" in bare or not _BARE_HOST.match(bare) else "write https:// before it"
        raise RefusedError("only http and https addresses are fetched", subject=bare, hint=hint)
    if "@" in parts.netloc:
        # the address itself is not repeated: it would carry a password into a log
        raise RefusedError("the address carries a user name or password", subject=host, hint="leave them out")
    port = _PORTS[scheme] if port is None else port
    if port < _FIRST_FREE_PORT and port not in _PORTS.values():
        raise RefusedError(f"port {port} is not for web pages", subject=bare, hint=_SPELLING)
    if "[" in parts.netloc and ":" not in host:  # RFC 3986 keeps [v1.…] for addresses of times to come
        raise RefusedError("this is no web address", subject=bare, hint=_SPELLING)
    checked = _checked_host(host, bare, allowed)
    query = f"?{parts.query}" if parts.query else ""
    return CheckedUrl(scheme=scheme, host=checked, port=port, target=in_ascii(without_dots(parts.path) + query))


def each_page_once(urls: Iterable[str], *, allowed: tuple[Network, ...] = ()) -> tuple[str, ...]:
    """Return the addresses without those that ask for the same page in another writing; the first of them stands.

    One that may not be asked stands as it is written.
    """
    written: dict[str, str] = {}
    for url in urls:
        try:
            asked = check_url(url, allowed=allowed).url
        except RefusedError:
            asked = url
        written.setdefault(asked, url)
    return tuple(written.values())


def without_dots(path: str) -> str:
    """Return a path with "." and ".." resolved as browsers do, so that the path that is looked at is what is asked.

    Source: WHATWG URL, path state ("%2e" is a dot, too).
    """
    *head, last = path.removeprefix("/").split("/")
    kept: list[str] = []
    for part in (*head, last):
        match part.lower().replace("%2e", "."):
            case ".":
                pass
            case "..":
                kept = kept[:-1]
            case _:
                kept.append(part)
    ends_in_dots = last.lower().replace("%2e", ".") in (".", "..")
    return "/" + "/".join([*kept, ""] if ends_in_dots else kept)


def told_address(url: str) -> str:
    """Return an address as it is told where it is refused: one line, the beginning alone of what is too long."""
    bare = " ".join(url.split())
    return bare if len(bare) <= LONGEST_URL else f"{bare[:_BEGINNING]}…"


def in_ascii(text: str) -> str:
    """Return text with what is not ASCII as the percent-encoded bytes of UTF-8, as addresses carry it."""
    return text if text.isascii() else "".join(c if c.isascii() else quote(c, errors="replace") for c in text)


def host_of(url: str) -> str:
    """Return the host of a URL in ASCII, public or not; "" where it is none that is ever asked."""
    try:
        return check_url(url, allowed=ANYWHERE).host
    except RefusedError:
        return ""


def named_host(name: str) -> str:
    """Return in ASCII the host that people name alone: a name in any letters, or an address; "" for anything else."""
    bare = name.strip()
    if bare.count(":") > 1 and not bare.startswith("["):
        bare = f"[{bare}]"
    is_alone = not _BESIDE_HOST.search(bare.partition("]")[2] if bare.startswith("[") else bare)
    return host_of(f"https://{bare}/") if is_alone else ""


def check_address(address: str, *, allowed: tuple[Network, ...] = (), subject: str = "") -> Address:
    """Return a network address that may be connected to.

    A cloud's metadata service is `allowed` by its own address alone, and by no wider network.

    Raises:
        RefusedError: it is private, loopback, link-local, multicast, reserved, or hides such an IPv4 address.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError as error:
        raise RefusedError("this is no network address", subject=subject or address) from error
    plain = _unwrapped(found)
    name = _refused_as(plain)
    # a network of one's own that holds the metadata service, too, was not named for that
    wide = name == _METADATA_SERVICE and allowed is not ANYWHERE
    if any(plain in network and not (wide and network.num_addresses > 1) for network in allowed):
        return plain
    if name:
        hint = "only public addresses are asked; a network of your own is named in `fetch.networks`"
        raise RefusedError(f"the address {found} is not public ({name})", hint=hint, subject=subject or address)
    return plain


def may_be_public(host: str, *, allowed: tuple[Network, ...] = ()) -> bool:
    """Whether a host can be one to agree to: not a name that only networks of their own have (localhost, x.internal).

    Where such networks may be asked (`allowed`), their names may, too, but never a cloud's metadata service.
    """
    name = host.rstrip(".")
    if _METADATA.search(name):
        return False
    is_inside = _INSIDE.search(name) is not None or not ("." in name or ":" in name)
    return bool(allowed) or not is_inside


def check_public(url: str, *, allowed: tuple[Network, ...] = ()) -> CheckedUrl:
    """Return the URL in its one form, where its host can be a public one by its name, too.

    Raises:
        RefusedError: it is never asked.
    """
    checked = check_url(url, allowed=allowed)
    if not may_be_public(checked.host, allowed=allowed):
        reason = f"this is, or redirects to, a host that is never asked, since it is not public: {checked.host}"
        raise RefusedError(reason, hint="look at the page in a browser", subject=checked.url)
    return checked


def shown_host(host: str) -> str:
    """Return a host name for a screen: letters beyond ASCII may only look alike, so the punycode stands beside them."""
    if not any(label.startswith("xn--") for label in host.lower().split(".")):
        return host
    try:
        readable = idna.decode(host)
    except idna.IDNAError:
        return host
    return f"{readable} ({host})"


def _checked_host(host: str, url: str, allowed: tuple[Network, ...]) -> str:
    if ":" in host:
        if "%" in host:
            raise RefusedError("an address with a zone is not public", subject=url, hint=_BY_HAND)
        return str(check_address(host, allowed=allowed, subject=url))
    name = _ascii(host, url).rstrip(".")
    if not _ASCII_HOST.fullmatch(name):
        raise RefusedError("the address has no valid host name", subject=url, hint=_SPELLING)
    if not _NUMBER.fullmatch(name.rpartition(".")[2]):
        return name
    return str(check_address(str(_ipv4(name, url)), allowed=allowed, subject=url))


def _ascii(host: str, url: str) -> str:
    """Return a host in ASCII; one that is written so already must stand for letters, too, or no client takes it."""
    try:
        name = host.lower() if host.isascii() else idna.encode(host, uts46=True).decode("ascii").lower()
        if any(label.startswith("xn--") for label in name.split(".")):
            idna.decode(name)
    except UnicodeError as error:  # that of idna among them
        raise RefusedError(f"the host name is not valid ({error})", subject=url, hint=_SPELLING) from error
    return name


def _ipv4(name: str, url: str) -> IPv4Address:
    """Read an IPv4 address as browsers do: parts decimal, octal or hexadecimal, the last one filling what is left."""
    try:
        *head, last = [_number(part) for part in name.split(".")]
    except ValueError as error:
        raise RefusedError("the host ends in a number and is no address", subject=url, hint=_SPELLING) from error
    if len(head) > 3 or any(part > 255 for part in head) or last >= 256 ** (4 - len(head)):  # noqa: PLR2004 - bytes
        raise RefusedError("the host ends in a number and is no address", subject=url, hint=_SPELLING)
    return IPv4Address(sum(part << (24 - 8 * place) for place, part in enumerate(head)) + last)


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    if not part.isdecimal():
        raise ValueError(part)
    return int(part, 8) if part.startswith("0") else int(part)


def _unwrapped(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    compatible = int(address) >> 32 == 0 and int(address) > 1  # ::a.b.c.d, long out of use
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 or compatible else address


def _refused_as(address: Address) -> str:
    for name, network in _REFUSED:
        if address in network:
            return name
    return "reserved" if isinstance(address, IPv6Address) and address not in _GLOBAL_6 else ""
