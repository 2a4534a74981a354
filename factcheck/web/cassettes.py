"""Recorded exchanges in place of the network, in the YAML format of vcrpy (version 1).

A cassette is an httpx transport, so nothing is patched. What it replays never touches the network: it has no way to it.
Each recorded exchange is played once, in the order of recording; method and address must be the same. Bodies are kept
as received; secrets are taken out as they are for snapshots.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

import httpx
import msgspec

from factcheck.errors import FetchError, InputError, StorageError
from factcheck.web.echoes import Echoes, received_as
from factcheck.web.exchanges import TOLD, WAY, Headers, leads_to_name, without_names
from factcheck.web.files import write_whole
from factcheck.web.secrets import safe_headers, without_secrets

_VERSION = 1


class Record(StrEnum):
    """What becomes of a request that the cassette does not hold."""

    NONE = "none"
    """It fails."""
    ONCE = "once"
    """It is recorded if there was no cassette yet, and fails otherwise."""
    NEW = "new"
    """It is recorded."""


class _Request(msgspec.Struct, frozen=True):
    method: str
    uri: str
    headers: dict[str, list[str]]
    body: Any = None


class _Status(msgspec.Struct, frozen=True):
    code: int
    message: str | None = None


class _Body(msgspec.Struct, frozen=True):
    string: Any
    """str for what is UTF-8, else bytes."""


class _Response(msgspec.Struct, frozen=True):
    status: _Status
    headers: dict[str, list[str]]
    body: _Body


class _Interaction(msgspec.Struct, frozen=True):
    request: _Request
    response: _Response

    @property
    def key(self) -> tuple[str, str]:
        return self.request.method, self.request.uri


class _Cassette(msgspec.Struct, frozen=True):
    interactions: list[_Interaction]
    version: int


class CassetteTransport(httpx.AsyncBaseTransport):
    """Plays a cassette, and records into it what `record` allows. Close it, so that the recording is written."""

    def __init__(
        self,
        path: Path,
        *,
        record: Record,
        network: httpx.AsyncBaseTransport | None = None,
        may_send: Callable[[str], bool] = lambda _: True,
    ) -> None:
        """Open a cassette; `network` is asked for what is recorded, `may_send`: whether an address may go out.

        Raises:
            InputError: there is no such cassette to replay, or it cannot be read.
        """
        self._path = path
        self._may_send = may_send
        exists = path.exists()
        if record is Record.NONE and not exists:
            raise InputError("there is no such cassette", subject=str(path), hint="record it with --record once")
        may_record = record is Record.NEW or (record is Record.ONCE and not exists)
        self._network = network if may_record else None
        self._kept = _load(path) if exists else []
        self._waiting: defaultdict[tuple[str, str], list[_Interaction]] = defaultdict(list)
        for interaction in self._kept:
            self._waiting[interaction.key].append(interaction)
        self._recorded = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Play the next recorded answer, or ask the network for a new one.

        Raises:
            FetchError: there is none, and none may be recorded.
        """
        url = without_secrets(str(request.url))
        waiting = self._waiting[request.method, url]
        if waiting:
            return _played(waiting.pop(0).response)
        if self._network is None:
            raise FetchError(
                "the cassette holds no further answer for this request",
                subject=f"{request.method} {url}",
                hint=f"record it: --cassette {self._path} --record new",
            )
        response = await self._network.handle_async_request(request)
        response.stream = _Listening(response, self, request)
        return response

    def note(self, request: httpx.Request, response: httpx.Response, payload: bytes) -> None:
        """Keep an exchange whose answer was read to its end; of a body that repeats a secret, what is left of it."""
        self._recorded += 1
        url, headers = str(request.url), tuple(response.headers.multi_items())
        told = (*request.extensions.get(TOLD, ()), *headers)
        echoes = Echoes((url, *request.extensions.get(WAY, ())), told)
        changed = echoes.body(payload, response.headers.get("content-encoding", ""))
        headers = echoes.headers(headers)
        if leads_to_name(response.headers.get("location", ""), self._may_send):
            payload, headers = b"", without_names(headers, self._may_send)
        elif changed is not None:
            payload, headers = changed, tuple((received_as(name), value) for name, value in headers)
        self._kept.append(
            _Interaction(
                request=_Request(
                    method=request.method,
                    uri=without_secrets(echoes.address(url)),
                    headers=_listed(tuple(request.headers.multi_items())),
                ),
                response=_Response(
                    status=_Status(code=response.status_code, message=response.reason_phrase),
                    headers=_listed(headers),
                    body=_Body(string=_readable(payload)),
                ),
            )
        )

    async def aclose(self) -> None:
        """Write what was recorded, whole or not at all, and close the network.

        Raises:
            StorageError: the disk does not take it.
        """
        if self._network is not None:
            await self._network.aclose()
        if self._recorded:
            try:
                write_whole(self._path, _dump(self._kept))
            except OSError as error:
                raise StorageError("the cassette cannot be written", subject=str(self._path)) from error
            self._recorded = 0


class _Listening(httpx.AsyncByteStream):
    """Hands a body on part by part, so that the limits of fetching hold, and notes it once it is complete."""

    def __init__(self, response: httpx.Response, cassette: CassetteTransport, request: httpx.Request) -> None:
        self._inner: Any = response.stream
        self._response = response
        self._cassette = cassette
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        parts: list[bytes] = []
        async for part in self._inner:
            parts.append(part)
            yield part
        self._cassette.note(self._request, self._response, b"".join(parts))

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Recorded(httpx.AsyncByteStream):
    def __init__(self, payload: bytes) -> None:
        self._payload = payload

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._payload


def _played(response: _Response) -> httpx.Response:
    string = response.body.string
    return httpx.Response(
        response.status.code,
        headers=[(name, value) for name, values in response.headers.items() for value in values],
        stream=_Recorded(string.encode() if isinstance(string, str) else bytes(string or b"")),
    )


def _listed(headers: Headers) -> dict[str, list[str]]:
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in safe_headers(headers):
        listed[name].append(value)
    return dict(listed)


def _readable(payload: bytes) -> str | bytes:
    try:
        return payload.decode()
    except UnicodeDecodeError:
        return payload


def _load(path: Path) -> list[_Interaction]:
    import yaml

    try:
        tree = yaml.safe_load(path.read_bytes())
        cassette = msgspec.convert(tree, _Cassette)
    except (OSError, yaml.YAMLError, msgspec.ValidationError, ValueError, RecursionError) as error:
        raise InputError("this is no cassette", subject=str(path), hint=" ".join(str(error).split())[:200]) from error
    for interaction in cassette.interactions:
        if not isinstance(interaction.response.body.string, str | bytes | None):
            raise InputError("a body of the cassette is neither text nor bytes", subject=str(path))
    return cassette.interactions


def _dump(interactions: list[_Interaction]) -> bytes:
    import yaml

    tree = {"interactions": [msgspec.to_builtins(one, builtin_types=(bytes,)) for one in interactions]}
    written: str = yaml.safe_dump({**tree, "version": _VERSION}, sort_keys=False)
    return written.encode()
