"""One request and its answer, within the limits of a policy. What came of an answer that is cut is on record, too.

What goes wrong on the wire is said in our words, with what to do about it; the library's own stand in the cause.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from http import HTTPStatus

import httpcore
import httpx

from factcheck.errors import FetchError
from factcheck.web.caching import is_from_cache
from factcheck.web.connecting import NoAddressError
from factcheck.web.exchanges import PLAYED, TOLD, WAY, Exchange, media_type
from factcheck.web.pacing import Pace
from factcheck.web.policy import Policy
from factcheck.web.safety import CheckedUrl
from factcheck.web.unpacking import ACCEPTED, Unpacker

PARTIAL_BYTES = 1_000_000
"""What is kept of a body that is cut: enough to see what it was."""
MOST_COOKIES = 180
"""Of one answer. Browsers keep as many of a site; each is looked for in what the site says later."""
_A_WHILE = 64
"""Parts of a body, some of a byte, after which others get on."""
_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.1"
LATER = "fetch it again later"
BY_HAND = "save the page with a browser, and `factcheck corpus add` the file"
_UNTOLD = frozenset(
    f"{kind}/{name}"
    for kind in ("application", "binary")
    for name in ("octet-stream", "download", "force-download", "x-download", "x-pdf")
)
"""Media types that say no more than that it is a file: what it is stands in its first bytes."""
_HEAD = 1024
"""Bytes in which a PDF names itself. Source: ISO 32000-1, annex H, implementation note 13."""
_CERTIFICATE_FAULTS = {
    10: "its certificate has expired",
    18: "it signed its certificate itself",
    19: "it signed its certificate itself",
    20: "nobody who is trusted signed its certificate",
    21: "nobody who is trusted signed its certificate",
    62: "its certificate is for another host",
    64: "its certificate is for another address",
}
"""OpenSSL's X509_V_ERR codes -> what they mean."""


class CutError(FetchError):
    """An answer that is not taken to its end. `truncated`: why, in the words of WARC."""

    def __init__(self, message: str, *, truncated: str = "unspecified", hint: str = BY_HAND) -> None:
        super().__init__(message, hint=hint)
        self.truncated = truncated


class PassingError(FetchError):
    """A fault that another attempt may not meet. `truncated`: what it did to the answer, in the words of WARC."""

    def __init__(self, message: str, *, subject: str, hint: str = LATER, truncated: str = "disconnect") -> None:
        super().__init__(message, subject=subject, hint=hint)
        self.truncated = truncated


class NoConnectionError(FetchError):
    """The site itself is not reached, whatever is asked of it."""


class UnreachableError(PassingError, NoConnectionError):
    """It is not reached now."""


@dataclass(slots=True, kw_only=True)
class Journey:
    """What is sent along on the way to one page, and what came on it; `left`: seconds that requests may still take."""

    conditions: Mapping[str, str] = field(default_factory=dict)
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)
    answers: list[Exchange] = field(default_factory=list)
    left: float


@dataclass(slots=True, kw_only=True)
class _Came:
    """What came of an answer so far."""

    asked_at: datetime
    response: httpx.Response | None = None
    address: str = ""
    payload: bytearray = field(default_factory=bytearray)
    body: bytearray = field(default_factory=bytearray)


class Requester:
    """Sends requests, each in its turn."""

    def __init__(
        self, policy: Policy, transport: httpx.AsyncBaseTransport, *, pace: Pace, now: Callable[[], datetime]
    ) -> None:
        self._policy = policy
        self._transport = transport
        self._pace = pace
        self._now = now

    async def ask(self, checked: CheckedUrl, journey: Journey, *, delay: float) -> bytes:
        """Ask for a page: return its body, unpacked, and add the exchange to the journey, also one that is cut.

        Raises:
            FetchError: there is no answer, a broken one, or more than the limits allow.
        """
        return bytes((await self._asked(checked, journey, delay, most=None)).body)

    async def ask_for_rules(self, checked: CheckedUrl, journey: Journey, *, most: int) -> bytes:
        """Ask for a robots.txt: of whatever type, without a pause, and no more of it than `most` bytes.

        Raises:
            FetchError: there is no answer, or a broken one.
        """
        return bytes((await self._asked(checked, journey, 0, most=most)).body[:most])

    async def _asked(self, checked: CheckedUrl, journey: Journey, delay: float, *, most: int | None) -> _Came:
        request = self._request(checked, journey)
        loop = asyncio.get_running_loop()
        async with self._pace.turn(checked.host, delay=delay):
            came, start = _Came(asked_at=self._now()), loop.time()
            try:
                with our_errors(checked.url):
                    await self._take(request, came, min(self._policy.request_seconds, journey.left), most)
            except FetchError as error:
                if came.response is not None:
                    cut = _exchange(request, came)
                    truncated = getattr(error, "truncated", "unspecified")
                    journey.answers.append(replace(cut, payload=cut.payload[:PARTIAL_BYTES], truncated=truncated))
                raise
            finally:
                journey.left -= loop.time() - start
        assert came.response is not None  # noqa: S101 - it was read to its end
        journey.cookies.extract_cookies(came.response)
        journey.answers.append(_exchange(request, came))
        return came

    def _request(self, checked: CheckedUrl, journey: Journey) -> httpx.Request:
        silence = self._policy.silence_seconds
        timeouts = {"connect": self._policy.connect_seconds, "read": silence, "write": silence, "pool": None}
        headers = {"User-Agent": self._policy.user_agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED}
        return httpx.Request(
            "GET",
            checked.url,
            headers={**headers, **journey.conditions},
            cookies=journey.cookies,
            extensions={
                "timeout": timeouts,
                WAY: tuple(answer.url for answer in journey.answers),
                TOLD: tuple(header for answer in journey.answers for header in answer.headers),
            },
        )

    async def _take(self, request: httpx.Request, came: _Came, seconds: float, most: int | None) -> None:
        async with asyncio.timeout(seconds), self._answer(request) as response:
            came.address = _address(response)  # while the connection is open
            came.response = response
            self._check_head(response, any_type=most is not None)
            await self._read(response, came, most)

    @asynccontextmanager
    async def _answer(self, request: httpx.Request) -> AsyncIterator[httpx.Response]:
        try:
            response = await self._transport.handle_async_request(request)
        except httpcore.ProtocolError as error:
            if _is_flood(error):
                raise self._too_many_headers() from error
            raise
        response.request = request
        try:
            yield response
        finally:
            await response.aclose()

    def _check_head(self, response: httpx.Response, *, any_type: bool) -> None:
        if sum(len(name) + len(value) + 4 for name, value in response.headers.raw) > self._policy.header_bytes:
            response.headers = httpx.Headers()  # they are not kept either
            raise self._too_many_headers()
        if len(response.headers.get_list("set-cookie")) > MOST_COOKIES:
            response.headers = httpx.Headers()
            raise CutError(f"the answer sets more than {MOST_COOKIES} cookies")
        kind = media_type(response.headers.get("content-type", ""))
        if response.is_success and not any_type and kind not in self._policy.types | _UNTOLD:
            raise _no_page(kind)

    def _too_many_headers(self) -> CutError:
        return CutError(f"the headers of the answer are longer than {self._policy.header_bytes} bytes")

    async def _read(self, response: httpx.Response, came: _Came, most: int | None) -> None:
        """Read a body within the limits, as received and unpacked; with `most`, stop there and leave the rest."""
        policy = self._policy
        kind = media_type(response.headers.get("content-type", ""))
        untold = response.is_success and most is None and kind in _UNTOLD
        unpacker = Unpacker(response.headers.get("content-encoding", ""), limit=policy.body_bytes)
        parts = 0
        async for part in response.aiter_raw():
            came.payload += part
            parts += 1
            if parts % _A_WHILE == 0:  # what was received at once is handed over without a pause
                await asyncio.sleep(0)
            if most is None and len(came.payload) > policy.wire_bytes:
                raise CutError(f"the page is longer than {policy.wire_bytes} bytes", truncated="length")
            for number, piece in enumerate(unpacker.pieces(part)):
                if number:  # a part can stand for hundreds of pieces: others get on in between
                    await asyncio.sleep(0)
                came.body += piece
            if most is not None and len(came.body) >= most:
                return
            if untold and len(came.body) >= _HEAD:
                _check_is_pdf(came.body, kind)
        unpacker.finish()
        if untold:
            _check_is_pdf(came.body, kind)


def _is_flood(error: BaseException) -> bool:
    """Whether an answer's headers are longer than the libraries take: h11 and h2 stop before we can count them."""
    fault: BaseException | None = error
    while fault is not None:
        if getattr(fault, "error_status_hint", None) == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE:
            return True  # h11
        if type(fault).__name__ in ("DenialOfServiceError", "OversizedHeaderListError"):
            return True  # h2, hpack
        fault = fault.__cause__ or fault.__context__
    return False


def _check_is_pdf(body: bytearray, kind: str) -> None:
    if b"%PDF-" not in body[:_HEAD]:
        raise _no_page(kind)


def _no_page(kind: str) -> CutError:
    hint = "download it with a browser if a reader of the corpus knows it"
    return CutError(f"this is no page but {kind[:60]}", hint=hint)


def _exchange(request: httpx.Request, came: _Came) -> Exchange:
    response = came.response
    assert response is not None  # noqa: S101 - asked of an answer that came
    return Exchange(
        url=str(request.url),
        asked_at=came.asked_at,
        request_headers=tuple(request.headers.multi_items()),
        http_version=response.http_version,
        status=response.status_code,
        headers=tuple(response.headers.multi_items()),
        payload=bytes(came.payload),
        address=came.address,
        cached=is_from_cache(response),
        recording=response.extensions.get(PLAYED, ""),
    )


def _address(response: httpx.Response) -> str:
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    return str(peer[0]) if peer else ""


@contextmanager
def our_errors(url: str) -> Iterator[None]:
    """Say in our words what went wrong on the wire, and what to do."""
    try:
        yield
    except FetchError as error:
        error.subject = error.subject or url
        error.hint = error.hint or BY_HAND
        raise
    except (TimeoutError, httpcore.TimeoutException) as error:
        raise PassingError("the site did not answer in time", subject=url, truncated="time") from error
    except NoAddressError as error:
        hint = "check how the host is spelled, and whether this machine is on the network"
        raise UnreachableError(f"the site cannot be reached: {error}", subject=url, hint=hint) from error
    except httpcore.ConnectError as error:
        raise _no_connection(url, error) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        hint = f"{LATER}; if it stays so, {BY_HAND}"
        raise PassingError("the answer breaks off or is broken", subject=url, hint=hint) from error


def _no_connection(url: str, error: httpcore.ConnectError) -> NoConnectionError:
    fault: BaseException | None = error
    while fault is not None and not isinstance(fault, ssl.SSLError):
        fault = fault.__cause__ or fault.__context__
    if isinstance(fault, ssl.SSLCertVerificationError):
        why = _CERTIFICATE_FAULTS.get(fault.verify_code, "its certificate does not hold")
        hint = "look at it in a browser; for a site of your own, `fetch.ca_file` names who signed it"
        return NoConnectionError(f"the site cannot prove who it is (certificate): {why}", subject=url, hint=hint)
    if fault is not None:
        return NoConnectionError("no secure connection to the site can be made (TLS)", subject=url, hint=BY_HAND)
    return UnreachableError("the site cannot be reached: no connection", subject=url)
