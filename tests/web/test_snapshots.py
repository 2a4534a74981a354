"""Snapshots: what was received, readable by any WARC reader, without secrets, and never silently altered."""

from __future__ import annotations

import gzip
import hashlib
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from factcheck.errors import InputError, StorageError
from factcheck.web.exchanges import Exchange, Fetched
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from factcheck.web.secrets import REMOVED, safe_headers, without_secrets
from factcheck.web.snapshots import SnapshotStore, read_snapshot
from tests.web.site import Request, Site, reply

PAGE = "<p>Der Fluss trat über die Ufer.</p>".encode()
NOON = datetime(2024, 11, 14, 12, 0, 0, 123456, tzinfo=UTC)


async def fetch(policy: Policy, url: str, at: datetime = NOON) -> Fetched:
    async with Fetcher(policy, now=lambda: at) as fetcher:
        return await fetcher.fetch(url)


def exchange(payload: bytes = PAGE, **changes: object) -> Exchange:
    facts: dict[str, object] = {
        "url": "https://example.org/page",
        "asked_at": NOON,
        "request_headers": (("User-Agent", "factcheck"),),
        "http_version": "HTTP/2",
        "status": 200,
        "headers": (("content-type", "text/html"),),
        "payload": payload,
    }
    return Exchange(**{**facts, **changes})  # type: ignore[arg-type]


def page(*exchanges: Exchange, asked: str = "https://example.org/page") -> Fetched:
    return Fetched(asked=asked, body=b"", exchanges=exchanges)


async def test_a_fetch_is_read_back_as_it_was(site: Site, policy: Policy, tmp_path: Path) -> None:
    packed = gzip.compress(PAGE)
    site.add("/new", reply(200, packed, ("Content-Encoding", "gzip"), ("ETag", '"1"')))
    fetched = await fetch(policy, site.add("/old", reply(301, b"moved", ("Location", "/new"))))
    kept = SnapshotStore(tmp_path / "snapshots").keep(fetched, text="Der Fluss trat über die Ufer.")
    again = read_snapshot(kept.path)
    assert again == kept
    assert again.exchanges == fetched.exchanges
    assert (again.digest, again.url) == (hashlib.sha256(packed).hexdigest(), f"{site.http}/new")
    assert again.text_digest == hashlib.sha256("Der Fluss trat über die Ufer.".encode()).hexdigest()


async def test_a_standard_reader_opens_it(site: Site, policy: Policy, tmp_path: Path) -> None:
    chunked = reply(200, b"", ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"), length=None)
    packed = gzip.compress(PAGE)
    fetched = await fetch(policy, site.add("/page", chunked + b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)))
    kept = SnapshotStore(tmp_path).keep(fetched, text="")
    with kept.path.open("rb") as stream:
        records = [
            (record.rec_headers.protocol, record.rec_type, record.content_stream().read())
            for record in ArchiveIterator(stream, check_digests="raise")
        ]
    assert [(protocol, kind) for protocol, kind, _ in records] == [
        ("WARC/1.1", "warcinfo"),
        ("WARC/1.1", "response"),
        ("WARC/1.1", "request"),
        ("WARC/1.1", "metadata"),
    ]
    assert records[1][2] == PAGE
    assert b"final-url: " + fetched.url.encode() in records[3][2]


async def test_no_secret_is_written(site: Site, policy: Policy, tmp_path: Path) -> None:
    def wall(request: Request) -> bytes:
        if "cookie" in request.headers:
            return reply(200, PAGE, ("Link", "</feed?apiKey=hunter2>; rel=alternate"))
        return reply(302, b"", ("Location", "/page?token=hunter2&a=1"), ("Set-Cookie", "id=hunter2"))

    site.add("/page", wall)
    fetched = await fetch(policy, f"{site.http}/page?access_token=hunter2&a=1")
    assert any("hunter2" in value for one in fetched.exchanges for _, value in one.request_headers)
    kept = SnapshotStore(tmp_path).keep(fetched, text="")
    assert b"hunter2" not in gzip.decompress(kept.path.read_bytes())
    assert f"/page?access_token={REMOVED}&a=1".encode() in gzip.decompress(kept.path.read_bytes())


def test_one_payload_fetched_twice_is_kept_twice_in_one_place(tmp_path: Path) -> None:
    store = SnapshotStore(tmp_path)
    first = store.keep(page(exchange()), text="")
    second = store.keep(page(exchange(asked_at=NOON + timedelta(days=1))), text="")
    assert store.of(first.digest) == [first.path, second.path]
    assert store.of("0" * 64) == []
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("status", [200, 404, 599])
def test_any_answer_can_be_kept_even_an_empty_one(tmp_path: Path, status: int) -> None:
    kept = SnapshotStore(tmp_path).keep(page(exchange(b"", status=status)), text="")
    assert read_snapshot(kept.path).exchanges == (exchange(b"", status=status),)


def test_a_long_page_is_read_back_whole(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(3_000_000)
    kept = SnapshotStore(tmp_path).keep(page(exchange(noise)), text="")
    assert read_snapshot(kept.path).exchanges[-1].payload == noise


def test_an_altered_snapshot_is_found_out(tmp_path: Path) -> None:
    kept = SnapshotStore(tmp_path).keep(page(exchange()), text="")
    other = SnapshotStore(tmp_path / "other").keep(page(exchange(b"something else")), text="")
    kept.path.write_bytes(other.path.read_bytes())
    with pytest.raises(StorageError, match="digest differs"):
        read_snapshot(kept.path)


def test_a_snapshot_that_breaks_off_anywhere_says_so(tmp_path: Path) -> None:
    kept = SnapshotStore(tmp_path).keep(page(exchange(), exchange()), text="")
    whole = kept.path.read_bytes()
    for length in range(0, len(whole) - 20, 5):
        kept.path.write_bytes(whole[:length])
        with pytest.raises(StorageError):
            read_snapshot(kept.path)


@given(damage=st.binary(max_size=200), at=st.integers(0, 1_500))
def test_a_damaged_snapshot_is_read_as_it_was_or_says_so(
    tmp_path_factory: pytest.TempPathFactory, damage: bytes, at: int
) -> None:
    kept = SnapshotStore(tmp_path_factory.mktemp("snapshots")).keep(page(exchange()), text="")
    whole = kept.path.read_bytes()
    kept.path.write_bytes(whole[:at] + damage + whole[at + len(damage) :])
    try:
        again = read_snapshot(kept.path)
    except StorageError:
        return
    assert again.exchanges[-1].payload == PAGE


def test_a_missing_snapshot_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such snapshot"):
        read_snapshot(tmp_path / "nothing.warc.gz")


def test_a_disk_that_takes_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "snapshots").write_text("a file where the folder should be")
    with pytest.raises(StorageError, match="cannot be written"):
        SnapshotStore(tmp_path / "snapshots").keep(page(exchange()), text="")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://example.org/?q=bridge&page=2", "https://example.org/?q=bridge&page=2"),
        ("https://example.org/?key=abc&q=1", "https://example.org/?key=REMOVED&q=1"),
        ("https://example.org/?X-Amz-Signature=abc", "https://example.org/?X-Amz-Signature=REMOVED"),
        ("https://example.org/?api%5Fkey=abc", "https://example.org/?api%5Fkey=REMOVED"),
        ("https://example.org/?userToken=abc;PHPSESSID=1", "https://example.org/?userToken=REMOVED;PHPSESSID=REMOVED"),
        ("https://example.org/#access_token=abc", "https://example.org/#access_token=REMOVED"),
        (
            "https://example.org/?csrfmiddlewaretoken=abc&authkey=b",
            "https://example.org/?csrfmiddlewaretoken=REMOVED&authkey=REMOVED",
        ),
        ("https://example.org/?unlocked_article_code=1.ab.cd", "https://example.org/?unlocked_article_code=REMOVED"),
        (
            "https://example.org/in?next=https%3A%2F%2Fnews.example%2F%3Ftoken%3Dabc%26p%3D1&q=1",
            "https://example.org/in?next=https%3A%2F%2Fnews.example%2F%3Ftoken%3DREMOVED%26p%3D1&q=1",
        ),
        (
            "https://example.org/?postcode=abc&passage=b&q=a%20b%2Fc",
            "https://example.org/?postcode=abc&passage=b&q=a%20b%2Fc",
        ),
        ("https://example.org/?keyword=abc&monkey=x&author=y", "https://example.org/?keyword=abc&monkey=x&author=y"),
    ],
)
def test_keys_in_addresses_are_removed_and_other_parameters_stay(written: str, kept: str) -> None:
    assert without_secrets(written) == kept


def test_headers_that_carry_secrets_are_left_out() -> None:
    headers = (("Authorization", "Bearer x"), ("SET-COOKIE", "a=b"), ("X-Api-Key", "x"), ("Date", "today"))
    assert safe_headers(headers) == (("Date", "today"),)


@given(st.text())
def test_removing_secrets_twice_changes_nothing_more(text: str) -> None:
    assert without_secrets(without_secrets(text)) == without_secrets(text)
