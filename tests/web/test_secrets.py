"""What is a secret of an address, and what a page repeats of it: neither is kept, anywhere in a workspace."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from factcheck.web.echoes import without_echoes
from factcheck.web.fetching import Fetcher
from factcheck.web.policy import Policy
from factcheck.web.secrets import REMOVED, has_secrets, lacks_secrets, safe_headers, secrets_in, without_secrets
from factcheck.web.snapshots import SnapshotStore, read_snapshot
from tests.web.site import Request, Site, reply
from tests.web.test_fetch_command import Command, factcheck, pages, workspace
from tests.web.test_pages import html
from tests.web.test_snapshots import exchange, page

__all__ = ["factcheck", "workspace"]  # fixtures

KEY = "qW3eR5tY7uI9oP1aS"


@pytest.mark.parametrize(
    "parameter",
    [
        *("k=abcd1", "gift=abcd1", "code=abcd1", "sig=abcd1", "access_token=abcd1", "sid=abcd1", "Gift-Code=a1"),
        *("X-Amz-Credential=a1", "X-Amz-Security-Token=a1", "X-Goog-Signature=a1", "AWSAccessKeyId=a1", "app_id=a1"),
        *("apikey=a1", "apiKey=a1", "sesskey=a1", "passkey=a1", "pw=a1", "_wpnonce=a1", "totp=a1", "cookie=a1"),
        *("api%5Fkey=a1", "token[]=a1", "signature=a1", "jwt=a1", "session=a1", "auth=a1", "password=a1"),
        *("shareCode=a1", "oauth_verifier=a1", "preview_code=a1", "clientId=a1", f"x={KEY}", f"whatever={KEY}"),
        *("h=3f2a9c81d04be67f5a1c9e02b7d48f60", "j=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJl"),
        *("r=3f2a9c81-d04b-e67f-5a1c-9e02b7d48f60", "userid=3f2a9c81d04be67f5a1c9e02b7d48f60"),
    ],
)
def test_keys_are_told_by_their_names_or_by_their_looks(parameter: str) -> None:
    name, value = parameter.split("=", 1)
    address = f"https://example.org/a?p=1&{parameter}&q=b"
    assert without_secrets(address) == f"https://example.org/a?p=1&{name}={REMOVED}&q=b"
    assert [one.value for one in secrets_in(address)] == [value]
    assert has_secrets(address)
    assert lacks_secrets(without_secrets(address))


@pytest.mark.parametrize(
    "query", ["st=8kq2bv&reflink=share", "reflink=desktopwebshare_permalink&st=abcd1", "reflink=a&ST=x7"]
)
def test_the_key_of_a_shared_link_is_one(query: str) -> None:
    assert [one.name.lower() for one in secrets_in(f"https://example.org/a?{query}")] == ["st"]
    within = f"https://share.example/?u={quote(f'https://example.org/a?{query}', safe='')}"
    assert [one.name.lower() for one in secrets_in(within)] == ["st"]
    assert not secrets_in("https://example.org/a?st=8kq2bv&page=2")
    assert not secrets_in("https://example.org/a?st=8kq2bv&preflink=share")


@pytest.mark.parametrize("deep", [0, 1, 2])
@pytest.mark.parametrize("lower", [False, True])
def test_a_key_is_found_however_often_it_is_encoded(deep: int, lower: bool) -> None:
    address = "https://example.org/a?token=aX%2Fb%2B9c%3D"
    said = address
    for _ in range(deep):
        said = quote(said, safe="")
    said = re.sub("%(?:25)*[0-9A-F]{2}", lambda escape: escape[0].lower(), said) if lower else said
    said += ' or aX\\/b+9c=, {"t":"aX%252Fb%252B9c%253D"}'
    cleaned = without_echoes(page(exchange(said.encode(), url=address), asked=address))
    assert b"9c" not in cleaned.last.payload


@pytest.mark.parametrize(
    "query",
    [
        *("q=harbour+cranes", "monkey=a1", "keyword=crane", "timecode=00:12:04", "author=ada", "design=a1"),
        *("code=GB", "k=sea", "page=12", "date=2024-11-14", "s=five-cranes-of-the-harbour-2024"),
        *("id=3f2a9c81d04be67f5a1c9e02b7d48f60", "articleId=3f2a9c81-d04b-e67f-5a1c-9e02b7d48f60", "v=dQw4w9WgXcQ"),
        *("title=TheHarbour2024ReportOnCranes", "n=123456789012345678901234", "tag=covid19vaccinationcampaign2021"),
        *("q=10.1000%2Fj.harb.2024.11.014", "city=Köln", "state=california", "sort=publicationDateDescending"),
    ],
)
def test_what_tells_pages_apart_stays(query: str) -> None:
    assert without_secrets(f"https://example.org/a?{query}") == f"https://example.org/a?{query}"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://anna:pw@example.org/a", "https://REMOVED@example.org/a"),
        ("see //anna:p@w@example.org/a", "see //REMOVED@example.org/a"),
        ("https://example.org/@anna", "https://example.org/@anna"),
        (f"https://example.org/a?{KEY}", "https://example.org/a?REMOVED"),
        (f"https://example.org/{KEY}", f"https://example.org/{KEY}"),
    ],
)
def test_users_and_nameless_keys_are_removed_and_paths_stay(written: str, kept: str) -> None:
    assert without_secrets(written) == kept


@given(st.text(alphabet="abK39=&?%-_./:@#", max_size=80))
def test_removing_twice_changes_nothing_more(text: str) -> None:
    once = without_secrets(f"https://example.org/?{text}")
    assert without_secrets(once) == once


@pytest.mark.parametrize(
    ("query", "said", "kept"),
    [
        ("token=hush-hush", "Your link is ?token=hush-hush.", "Your link is ?token=REMOVED."),
        ("token=hush-hush", "<a href='/a?x=1&amp;token=hush-hush'>", "<a href='/a?x=1&amp;token=REMOVED'>"),
        ("token=hush-hush", r'{"u":"?token\u003dhush-hush"}', r'{"u":"?token\u003dREMOVED"}'),
        ("token=hush-hush", "Welcome, hush-hush!", "Welcome, REMOVED!"),
        ("token=a%2Fb%2B1c", "a/b+1c or a%2Fb%2B1c", "REMOVED or REMOVED"),
        ("key=7", "7 cranes, ?key=7, ?key=77", "7 cranes, ?key=REMOVED, ?key=77"),
        ("k=bridge", "The bridge, ?k=bridge", "The bridge, ?k=REMOVED"),
        (f"x={KEY}", f"{KEY}x {KEY}", f"{KEY}x REMOVED"),
        ("token=%C3%A9%C3%A8%C3%AA%C3%AB%C3%A0%C3%A2", "?token=%C3%A9%C3%A8%C3%AA%C3%AB%C3%A0%C3%A2", "?token=REMOVED"),
        ("token=%C3%A9%C3%A8%C3%AA%C3%AB%C3%A0%C3%A2", "éèêëàâ", "REMOVED"),
        ("key=1", r'{"u":"?key\u003d1"}, 1', r'{"u":"?key\u003dREMOVED"}, 1'),
        ("token=ab.cd(ef", "ab.cd(ef, abxcd(ef", "REMOVED, abxcd(ef"),
    ],
)
def test_what_a_page_repeats_of_its_own_address_is_taken_out(query: str, said: str, kept: str) -> None:
    one = exchange(said.encode(), url=f"https://example.org/a?{query}")
    cleaned = without_echoes(page(one, asked=f"https://example.org/a?{query}"))
    assert cleaned.last.payload == kept.encode()
    assert cleaned.last.received == hashlib.sha256(said.encode()).hexdigest()


def test_a_page_that_repeats_nothing_is_kept_as_received() -> None:
    packed = gzip.compress(b"<p>Five cranes.</p>")
    one = exchange(packed, url="https://example.org/a?token=hush", headers=(("content-encoding", "gzip"),))
    fetched = page(one)
    assert without_echoes(fetched) == fetched


def test_in_wide_characters_it_is_found_too() -> None:
    text = "Köln: hush-hush!"
    cleaned = without_echoes(page(exchange(text.encode("utf-16")), asked="https://example.org/?token=hush-hush"))
    assert cleaned.last.payload.decode("utf-16") == "Köln: REMOVED!"


async def test_a_packed_page_that_repeats_its_key_is_kept_without_it_and_still_verifies(
    site: Site, policy: Policy, tmp_path: Path
) -> None:
    def wall(request: Request) -> bytes:
        if "cookie" not in request.headers:
            return reply(302, b"", ("Location", request.target), ("Set-Cookie", "visitor=a1b2c3d4e5; Path=/"))
        body = f"<title>{request.target}</title><p>visitor a1b2c3d4e5".encode()
        return reply(200, gzip.compress(body), ("Content-Encoding", "gzip"))

    site.add("/page", wall)
    async with Fetcher(policy) as fetcher:
        fetched = await fetcher.fetch(f"{site.http}/page?gift=swordfish1&a=1")
    kept = SnapshotStore(tmp_path).keep(fetched, text="")
    raw = gzip.decompress(kept.path.read_bytes())
    assert b"swordfish1" not in raw
    assert b"a1b2c3d4e5" not in raw
    assert b"<title>/page?gift=REMOVED&a=1</title><p>visitor REMOVED" in raw
    again = read_snapshot(kept.path)
    assert again.digest == hashlib.sha256(again.exchanges[-1].payload).hexdigest()
    assert again.exchanges[-1].received
    with kept.path.open("rb") as stream:
        bodies = [r.content_stream().read() for r in ArchiveIterator(stream, check_digests="raise")]
    assert any(b"visitor REMOVED" in body for body in bodies)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "X-Api-Key",
            "Api-Key",
            "X-Auth-Token",
            "X-Amz-Security-Token",
            "X-Amz-Date",
            "Set-Cookie2",
            "X-Access-Token",
        ),
        *(
            "Proxy-Authorization",
            "Authentication-Info",
            "X-Forwarded-Authorization",
            "X-CSRF",
            "X-Session-Id",
            "X-Cookie",
        ),
        *("Private-Token", "X-JWT-Assertion", "Ocp-Apim-Subscription-Key", "WWW-Authenticate", "x-goog-api-key"),
    ],
)
def test_headers_that_carry_secrets_are_told_by_their_names(name: str) -> None:
    assert safe_headers(((name, "abc"), ("Date", "today"))) == (("Date", "today"),)
    assert safe_headers(((name.upper(), "abc"),)) == ()


@pytest.mark.parametrize(
    "name", ["ETag", "Surrogate-Key", "X-Cache-Key", "Access-Control-Allow-Credentials", "Author", "Keep-Alive", "Link"]
)
def test_other_headers_stay(name: str) -> None:
    assert safe_headers(((name, "abc"),)) == ((name, "abc"),)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("/a?token=hush", "/a?token=REMOVED"),
        ("/a#access_token=hush", "/a#access_token=REMOVED"),
        ("0; url=/a?sig=hush", "0; url=/a?sig=REMOVED"),
        ("/a?next=/b?token=hush", "/a?next=/b?token=REMOVED"),
        ("/a?next=%2Fb%3Ftoken%3Dhush", "/a?next=%2Fb%3Ftoken%3DREMOVED"),
        ("https://anna:hush@example.org/", "https://REMOVED@example.org/"),
    ],
)
def test_addresses_in_headers_are_kept_without_their_keys(value: str, kept: str) -> None:
    assert safe_headers((("Location", value),)) == (("Location", kept),)


SECRETS = {"token": "hush-hush-1", "header": "h3ader-key-2", "cookie": "c00kie-value-3", "password": "swordfish"}


def test_what_a_site_repeats_of_secrets_in_headers_bodies_and_paths_is_kept_nowhere(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    token, key, cookie, password = SECRETS.values()
    given = (("X-Auth-Token", key), ("Set-Cookie", f"v={cookie}"), ("Authentication-Info", f'nextnonce="{key}"'))
    told = (("X-Debug", " ".join(SECRETS.values())), ("ETag", f'"{cookie}"'), ("Link", f"</{token}>"))
    fresh = ("Cache-Control", "max-age=600")
    site.add("/start", reply(302, b"", ("Location", f"/u/{token}/page?password={password}"), *given, *told, fresh))
    body = html(title=f"For {key} and {cookie}").replace("</article>", f"<p>{token}</article>").encode()
    site.add(f"/u/{token}/page", reply(200, body, *told, fresh))
    cassette = tmp_path / "play.yaml"
    found = [
        factcheck("fetch", f"{site.http}/start?token={token}"),
        factcheck(
            "fetch", "--refetch", "--cassette", str(cassette), "--record", "new", f"{site.http}/start?token={token}"
        ),
        factcheck("fetch", "--refetch", "--cassette", str(cassette), "--offline", f"{site.http}/start?token={token}"),
        factcheck("audit", "log", "--json"),
    ]
    assert [one.code for one in found] == [0] * 4
    kept = [path for path in workspace.rglob("*") if path.is_file()]
    for path in [cassette, *kept]:
        contents = path.read_bytes()
        contents = gzip.decompress(contents) if path.name.endswith(".gz") else contents
        for name, secret in SECRETS.items():
            assert secret.encode() not in contents, (name, path)
    assert not [secret for secret in SECRETS.values() for one in found if secret in one.out + one.err]


PLACES = "<p>You read {url}. Thank you, {key}.</p>"


def test_no_file_of_a_workspace_holds_a_key_that_a_page_repeats_everywhere(
    site: Site, workspace: Path, factcheck: Command
) -> None:
    key = "swordfish-77"
    url = f"{site.http}/harbour?gift={key}"
    head = f'<link rel="canonical" href="{url}"><meta property="og:url" content="{url}">'
    told = PLACES.format(url=url, key=key)
    body = html(title=f"Five cranes {key}", head=head).replace("</article>", f"{told}</article>").encode()
    site.add("/harbour", reply(200, body))
    cassette = workspace / "play.yaml"
    found = factcheck("fetch", "--json", "--cassette", str(cassette), "--record", "once", url)
    assert (found.code, site.paths()[-1]) == (0, f"/harbour?gift={key}")
    (one,) = pages(found)
    assert str(one["title"]).endswith("REMOVED")
    assert key not in found.out + found.err
    assert not [path for path in workspace.rglob("*") if path.is_file() and key.encode() in path.read_bytes()]
    for snapshot in workspace.glob("snapshots/*/*/*.warc.gz"):
        assert key.encode() not in gzip.decompress(snapshot.read_bytes())
    played = factcheck("fetch", "--refetch", "--cassette", str(cassette), "--offline", "--json", url)
    assert pages(played)[0]["became"] == "unchanged"


def test_two_pages_that_only_their_keys_tell_apart_are_two(site: Site, factcheck: Command) -> None:
    def by_code(request: Request) -> bytes:
        return reply(200, html(title=f"Report {request.query('code')[:1]}").encode())

    site.add("/report", by_code)
    for code in ("Aaaa1", "Bbbb2"):
        assert factcheck("fetch", f"{site.http}/report?code={code}").out.startswith("new (200): Report")
    listed = json.loads(factcheck("corpus", "list", "--json").out)
    assert sorted(one["title"] for one in listed) == ["Report A", "Report B"]


def test_an_address_whose_key_is_not_kept_is_not_asked_for_again_without_it(site: Site, factcheck: Command) -> None:
    site.add("/report", reply(200, html().encode()))
    factcheck("fetch", f"{site.http}/report?gift=swordfish")
    asked = len(site.asked)
    found = factcheck("fetch", "--refetch")
    assert "its address held a key, and keys are not kept" in found.err
    assert len(site.asked) == asked
    assert factcheck("fetch", "--refetch", f"{site.http}/report?gift=swordfish").out.startswith("unchanged (200)")


@pytest.mark.parametrize("secret", ["geheim9", "swordfish", "hunter2hunter2"])
def test_keys_in_an_articles_own_links_are_shown_to_nobody(
    workspace: Path, factcheck: Command, tmp_path: Path, secret: str
) -> None:
    text = (
        "# Cranes\n\nThe harbour of Ostwick has [five cranes](https://anna:geheim9@example.org/report?gift=swordfish&p=1),"
        " Maren Holt told the council on Monday.[^1]\n\n"
        "[^1]: The yearly report, https://example.org/r?access_token=hunter2hunter2\n"
    )
    name = tmp_path / "article.md"
    name.write_text(text)
    commands = (
        ["check", str(name), "--json"],
        ["extract", str(name), "--json"],
        ["claim", "show", "1"],
        ["claim", "show", "1", "--json"],
        ["fetch", "--claim", "1"],
    )
    for command in commands:
        found = factcheck(*command)
        assert "example.org" in found.out + found.err
        # the sentence itself is the writer's text; its links stand beside it
        assert secret not in found.out + found.err, command


@pytest.mark.parametrize(
    "target", ["/p/maren-holt", "http://maren-holt.example/", "/p?q=SG9sdCBNYXJlbg", "/%4Daren/Holt"]
)
def test_a_redirect_to_a_withheld_name_is_not_followed_and_the_name_is_kept_nowhere(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path, target: str
) -> None:
    with (workspace / "factcheck.toml").open("a") as config:
        config.write('withheld = ["Maren Holt"]\n')
    body = f"<a href='{target}'>Moved".encode()
    more = (("Content-Location", target), ("Cache-Control", "max-age=600"))
    url = site.add("/start", reply(302, body, ("Location", target), *more))
    cassette = tmp_path / "play.yaml"
    found = [
        factcheck("fetch", url),
        factcheck("fetch", "--cassette", str(cassette), "--record", "new", url),
        factcheck("fetch", "--cassette", str(cassette), "--offline", url),
    ]
    for one in found:
        assert one.code == 3
        assert "an address that holds a name that is withheld" in one.err
        assert target not in one.out + one.err
    assert set(site.paths()) == {"/robots.txt", "/start"}
    for path in [cassette, *(path for path in workspace.rglob("*") if path.is_file() and path.suffix != ".toml")]:
        contents = path.read_bytes()
        contents = gzip.decompress(contents) if path.name.endswith(".gz") else contents
        assert target.encode() not in contents, path
    assert list(workspace.glob("snapshots/*/*/*.warc.gz")), "that it redirects is on record"


def test_a_key_that_is_handed_on_by_redirects_is_kept_nowhere(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    fresh = ("Cache-Control", "max-age=600")
    site.add("/start", reply(301, b"go to ?token=hush-hush1", ("Location", "/mid?token=hush-hush1"), fresh))
    site.add("/mid", reply(301, b"", ("Location", "/end"), fresh))
    site.add("/end", reply(200, html(title="For hush-hush1").encode(), fresh))
    site.add("/cookie", reply(200, html(title="c00kie-value").encode(), fresh, ("Set-Cookie", "v=c00kie-value")))
    cassette = tmp_path / "play.yaml"
    factcheck("fetch", f"{site.http}/start", f"{site.http}/cookie")
    factcheck("fetch", "--refetch", "--cassette", str(cassette), "--record", "new")
    for path in [cassette, *(path for path in workspace.rglob("*") if path.is_file())]:
        contents = path.read_bytes()
        contents = gzip.decompress(contents) if path.name.endswith(".gz") else contents
        assert b"hush-hush1" not in contents, path
        assert b"c00kie-value" not in contents, path
