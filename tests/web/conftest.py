"""The server that pages are fetched from, and a guard: a test that contacts anything but loopback fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from factcheck.web.policy import Policy
from tests.web.site import Site, serving

_contacted: list[str] = []
_guarding = False


def _note_contact(event: str, arguments: tuple[object, ...]) -> None:
    """Hear of each connection from the interpreter itself (PEP 578): no socket is patched."""
    if not _guarding or event not in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        return
    target = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
    host = target[0] if isinstance(target, tuple) else target
    if event != "socket.getaddrinfo" and not isinstance(target, tuple):
        return  # a socket of the file system
    if not _is_loopback(str(host)):
        _contacted.append(f"{event} {host}")
        raise ConnectionRefusedError(f"a test must not contact {host}")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


sys.addaudithook(_note_contact)


@pytest.fixture(autouse=True)
def contacts() -> Iterator[list[str]]:
    """Fail a test that contacted another address than loopback, or asked for the address of a name."""
    global _guarding  # noqa: PLW0603 - an audit hook cannot be taken away again
    _contacted.clear()
    _guarding = True
    yield _contacted
    _guarding = False
    assert not _contacted


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with serving(tmp_path) as running:
        yield running


@pytest.fixture
def policy(site: Site) -> Policy:
    """Everything as shipped, but loopback allowed and no pauses."""
    return Policy(
        contact="https://example.org/desk",
        allowed=(ip_network("127.0.0.0/8"),),
        ca_file=site.ca_file,
        host_delay_seconds=0,
        backoff_seconds=0,
    )
