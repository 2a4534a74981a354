"""Recorded exchanges in place of the network, in the YAML format of vcrpy (version 1).

A cassette is an httpx transport, so nothing is patched. What it replays never touches the network: it has no way to it.
Each recorded exchange is played once, in the order of recording; method and address must be the same. Bodies are kept
as received; secrets are taken out as they are for snapshots. What was asked with a key is written when all is read: a
page of which nothing may be kept is forgotten until then.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

import httpx

from factcheck.errors import FetchError, InputError, StorageError
from factcheck.text.commands import words_of_command
from factcheck.web.cassette_files import (
    Body,
    Interaction,
    Request,
    Response,
    Status,
    add,
    block_of,
    check_writable,
    load,
    recording_name,
)
from factcheck.web.echoes import Echoes, received_as, unpacked
from factcheck.web.exchanges import PLAYED, TOLD, WAY, Headers, leads_to_name, without_names
from factcheck.web.refreshing import LONGEST_WAIT, Onward, onward_in
from factcheck.web.secrets import safe_headers, without_secrets

SAVE_SECONDS = 2.0
"""What was recorded is written no later than this after it came, if no key was sent; a kill loses no more."""


class Record(StrEnum):
    """What becomes of a request that the cassette does not hold."""

    NONE = "none"
    """It fails."""
    ONCE = "once"
    """It is recorded if there was no cassette yet, and fails otherwise."""
    NEW = "new"
    """It is recorded."""


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
            StorageError: it is one to record into, and is read-only.
        """
        self._path = path
        self._may_send = may_send
        exists = path.exists()
        if record is Record.NONE and not exists:
            raise InputError("there is no such cassette", subject=str(path), hint="record it with --record once")
        may_record = record is Record.NEW or (record is Record.ONCE and not exists)
        self._network = network if may_record else None
        if self._network:
            check_writable(path)
        self._waiting: defaultdict[tuple[str, str], list[Interaction]] = defaultdict(list)
        self._recording = recording_name(path) if exists else ""
        for interaction in load(path) if exists else []:
            self._waiting[interaction.key].append(interaction)
        self._recorded: list[bytes] = []
        self._held: defaultdict[str, list[bytes]] = defaultdict(list)
        self._saving: asyncio.TimerHandle | None = None
        self._writing: asyncio.Future[None] | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Play the next recorded answer, or ask the network for a new one.

        Raises:
            FetchError: there is none, and none may be recorded.
        """
        url = without_secrets(str(request.url))
        waiting = self._waiting[request.method, url]
        if waiting:
            return _played(waiting.pop(0).response, self._recording)
        if self._network is None:
            raise FetchError(
                "the cassette holds no further answer for this request",
                subject=f"{request.method} {url}",
                hint=f"record it: {words_of_command('--cassette', str(self._path), '--record', 'new')}",
            )
        response = await self._network.handle_async_request(request)
        response.stream = _Listening(response, self, request)
        return response

    def block(self, request: httpx.Request, response: httpx.Response, payload: bytes) -> bytes:
        """Return an exchange whose answer was read to its end, as it is written; of a body with a secret, the rest."""
        url, headers = str(request.url), tuple(response.headers.multi_items())
        onward = _onward(url, response, payload)
        echoes = _echoes_of(request, headers, onward)
        encoding = response.headers.get("content-encoding", "")
        changed = echoes.body(payload, encoding)
        headers = echoes.headers(headers)
        if self._leads_to_name(response, onward):
            payload, headers = b"", without_names(headers, self._may_send)
        elif changed is not None:
            payload, headers = changed, tuple((received_as(name), value) for name, value in headers)
        if not response.is_success and echoes.may_hide(payload, encoding if changed is None else ""):
            payload = b""
        return block_of(
            Interaction(
                request=Request(
                    method=request.method,
                    uri=without_secrets(echoes.address(url)),
                    headers=_listed(tuple(request.headers.multi_items())),
                ),
                response=Response(
                    status=Status(code=response.status_code, message=response.reason_phrase),
                    headers=_listed(headers),
                    body=Body(string=_readable(payload)),
                ),
            )
        )

    def _leads_to_name(self, response: httpx.Response, onward: Onward | None) -> bool:
        targets = (response.headers.get("location", ""), onward.target if onward else "")
        return any(leads_to_name(target, self._may_send) for target in targets)

    def keep(self, request: httpx.Request, response: httpx.Response, block: bytes) -> None:
        """Write what was recorded a little later, with what comes until then; what has to do with a key, at the end."""
        told = tuple(response.headers.multi_items())
        if _echoes_of(request, told, None).seek_keys:
            self._held[_first_of(request)].append(block)
            return
        self._recorded.append(block)
        if self._saving is None:
            self._saving = asyncio.get_running_loop().call_later(SAVE_SECONDS, self._save_now)

    def forget(self, url: str) -> None:
        """Forget what was recorded with a key on the way that began at an address."""
        self._held.pop(url, None)

    def _save_now(self) -> None:
        self._saving = None
        self._writing = asyncio.ensure_future(self._write(self._writing))

    async def _write(self, before: asyncio.Future[None] | None) -> None:
        if before is not None:
            await before
        with suppress(StorageError):  # told at the end, when it is tried again
            await self._save()

    async def _save(self) -> None:
        """Write what was recorded, beside the loop: a long cassette is written anew each time."""
        blocks, self._recorded = self._recorded, []
        try:
            if blocks:
                await asyncio.to_thread(add, self._path, blocks)
        except StorageError:
            self._recorded[:0] = blocks
            raise

    async def aclose(self) -> None:
        """Close the network, and write what was recorded and is not written yet.

        Raises:
            StorageError: the disk does not take it.
        """
        if self._saving:
            self._saving.cancel()
        for blocks in self._held.values():
            self._recorded += blocks
        self._held.clear()
        try:
            if self._network is not None:
                await self._network.aclose()
        finally:
            if self._writing is not None:
                await self._writing
            await self._save()


def _first_of(request: httpx.Request) -> str:
    """Return the address at which the way to a page began."""
    return str(next(iter(request.extensions.get(WAY, ())), request.url))


def _echoes_of(request: httpx.Request, headers: Headers, onward: Onward | None) -> Echoes:
    """Return the echoes of a way so far; where a page sends its reader at once is asked next, and belongs to it."""
    way = (str(request.url), *request.extensions.get(WAY, ()))
    following = (onward.target,) if onward and onward.seconds <= LONGEST_WAIT else ()
    return Echoes((*way, *following), (*request.extensions.get(TOLD, ()), *headers))


def _onward(url: str, response: httpx.Response, payload: bytes) -> Onward | None:
    told = (response.headers.get(name, "") for name in ("content-type", "refresh"))
    return onward_in(unpacked(payload, response.headers.get("content-encoding", "")), url, *told)


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
        payload = b"".join(parts)
        # beside the loop: a large body takes a while to be looked through and written
        block = await asyncio.to_thread(self._cassette.block, self._request, self._response, payload)
        self._cassette.keep(self._request, self._response, block)

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Recorded(httpx.AsyncByteStream):
    def __init__(self, payload: bytes) -> None:
        self._payload = payload

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._payload


def _played(response: Response, recording: str) -> httpx.Response:
    string = response.body.string
    return httpx.Response(
        response.status.code,
        headers=[(name, value) for name, values in response.headers.items() for value in values],
        stream=_Recorded(string.encode() if isinstance(string, str) else bytes(string or b"")),
        extensions={PLAYED: recording},
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
