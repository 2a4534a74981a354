"""How pages are reached in one run: over the network, or from a cassette, which may record what it does not hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import httpx

from factcheck.errors import StateError
from factcheck.settings import Settings
from factcheck.web.caching import ASIDE, CachingTransport
from factcheck.web.cassettes import CassetteTransport, Record
from factcheck.web.configured import check_fetch, networks_of
from factcheck.web.connecting import CheckedTransport
from factcheck.web.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a command says of the network. `offline` wins over everything but a cassette that is only played."""

    offline: bool = False
    cassette: Path | None = None
    record: Record = Record.NONE
    follow: frozenset[str] = frozenset()
    """Hosts (ASCII) that pages may redirect to, beside those that are asked."""

    @property
    def only_plays(self) -> bool:
        """Whether nothing can go out: all answers come from the cassette."""
        if self.cassette is None or self.record is Record.NEW:
            return False
        return self.record is Record.NONE or self.cassette.exists()


def policy_for(settings: Settings, access: Access) -> Policy:
    """Return the limits of fetching as a workspace sets them.

    Raises:
        StateError: nothing may be fetched; says why, and who can change it.
        SettingsError: a value is not what it has to be.
    """
    check_fetch(settings)
    fetch = settings.values.fetch
    policy = Policy(
        contact=fetch.contact.strip(),
        allowed=networks_of(fetch),
        ca_file=fetch.ca_file,
        connections=fetch.connections,
        connections_per_host=fetch.connections_per_host,
        host_delay_seconds=fetch.host_delay_seconds,
    )
    if access.only_plays:
        return replace(policy, host_delay_seconds=0, backoff_seconds=0)
    if access.offline or settings.values.offline:
        raise StateError(
            "nothing is fetched: this is offline", hint="leave --offline, FACTCHECK_OFFLINE, `offline` out"
        )
    if not fetch.allowed:
        raise StateError(
            "this workspace does not allow to fetch pages",
            hint='set `allowed = true` and `contact = "you@example.org"` under [fetch] in its factcheck.toml',
        )
    if not policy.contact:
        raise StateError(
            "pages are asked for with an address at which a site's owner reaches you, and there is none",
            hint='set `contact = "you@example.org"` under [fetch] in factcheck.toml',
        )
    return policy


def cache_fault(transport: httpx.AsyncBaseTransport) -> str:
    """Return why the cache of a way to the pages was not used, or begun anew, on one line; "" where it was used."""
    if isinstance(transport, CachingTransport) and transport.begun_anew:
        return (
            f"the cache of answers was damaged, and a new one is begun: {transport.begun_anew} "
            f"(the old one is {transport.path}{ASIDE})"
        )
    if not isinstance(transport, CachingTransport) or not transport.fault:
        return ""
    return (
        f"the cache of answers cannot be used, so the sites were asked: {transport.fault} (delete it: {transport.path})"
    )


def transport_for(policy: Policy, access: Access, *, cache: Path | None = None) -> httpx.AsyncBaseTransport:
    """Return the way to the pages. `cache`: the file of answers that are remembered; what a cassette has is not.

    Raises:
        InputError: there is no such cassette to play, or it cannot be read.
    """
    if access.cassette is None:
        network = CheckedTransport(policy)
        return CachingTransport(network, cache, may_send=policy.may_send) if cache else network
    recorder = None if access.only_plays else CheckedTransport(policy)
    return CassetteTransport(access.cassette, record=access.record, network=recorder, may_send=policy.may_send)
