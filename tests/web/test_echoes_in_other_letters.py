"""A key that a page repeats in other letters, and tokens of a session: kept in no file of a workspace."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.web.echoes import without_echoes
from factcheck.web.layers import layers_of, place_in
from factcheck.web.snapshots import read_snapshot
from factcheck.web.tokens import without_tokens
from tests.web.site import Site, reply
from tests.web.test_fetch_command import Command, factcheck, workspace
from tests.web.test_pages import html
from tests.web.test_snapshots import exchange, page

__all__ = ["factcheck", "workspace"]  # fixtures

KEY = "sw0rd/fish+77"


def _twice(text: str) -> str:
    return quote(quote(text, safe=""), safe="")


LETTERS: dict[str, Callable[[str], str]] = {
    "entities": lambda text: "".join(f"&#{ord(c)};" for c in text),
    "entities in hex": lambda text: "".join(f"&#x{ord(c):04X};" for c in text),
    "some entities": lambda text: text.replace("d", "&#100").replace("/", "&sol;"),
    "entities of entities": lambda text: "".join(f"&amp;#{ord(c)};" for c in text),
    "json": lambda text: "".join(f"\\u{ord(c):04x}" for c in text),
    "json in json": lambda text: "".join(f"\\\\u{ord(c):04X}" for c in text),
    "slashes": lambda text: text.replace("/", "\\/"),
    "script": lambda text: "".join(f"\\x{ord(c):02x}" for c in text),
    "octal": lambda text: "".join(f"\\{ord(c):03o}" for c in text),
    "style sheet": lambda text: "".join(f"\\{ord(c):x} " for c in text),
    "style sheet, first letter": lambda text: f"\\{ord(text[0]):X} {text[1:]}",
    "style sheet, six digits": lambda text: "".join(f"\\{ord(c):06x}" for c in text),
    "capitals": str.upper,
    "soft hyphens": "\u00ad".join,
    "nothing to be seen": "\u200b".join,
    "nothing, as an entity": "&#8203;".join,
    "braces": lambda text: "".join(f"\\u{{{ord(c):x}}}" for c in text),
    "percent": lambda text: quote(text, safe=""),
    "percent everywhere": lambda text: "".join(f"%{ord(c):02x}" for c in text),
    "percent twice": _twice,
    "percent twice everywhere": lambda text: "".join(f"%25{ord(c):02X}" for c in text),
    "percent in json": lambda text: quote(text, safe="").replace("%", "\\u0025"),
    "hex": lambda text: text.encode().hex(),
    "hex in capitals": lambda text: text.encode().hex(":").upper(),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(f"k={text}&x".encode()).decode(),
    "base64 of more": lambda text: base64.b64encode(json.dumps({"ab": text}).encode()).decode(),
    "base64 in an address": lambda text: quote(base64.b64encode(f"u:{text}".encode()).decode()),
    "base64 of percent": lambda text: base64.b64encode(quote(text, safe="").encode()).decode(),
    "base32": lambda text: base64.b32encode(f"a{text}".encode()).decode().lower(),
}


@pytest.mark.parametrize("letters", LETTERS)
def test_a_key_in_other_letters_is_taken_out_and_the_rest_stays(letters: str) -> None:
    said = LETTERS[letters](KEY)
    body = f"<p>Five &amp; more cranes: {said}</p> <i>\\u0041 100%25</i>".encode()
    cleaned = without_echoes(page(exchange(body, url=f"https://example.org/a?token={quote(KEY, safe='')}")))
    kept = cleaned.last.payload.decode()
    assert kept.startswith("<p>Five &amp; more cranes: ")
    assert kept.endswith("</p> <i>\\u0041 100%25</i>")
    assert len(kept) < len(body) - len(said) + 30
    assert cleaned.last.masked == "secrets of the exchange that it repeats"


@pytest.fixture
def site_says(site: Site) -> Callable[[str], str]:
    def add(said: str) -> str:
        body = html(title="Five cranes").replace("</article>", f"<p>You came by {said}.</p></article>")
        fresh = ("Cache-Control", "max-age=600")
        told = said.encode().decode("latin-1")  # headers are bytes
        site.add("/harbour", reply(200, body.encode(), fresh, ("X-Debug", told), ("ETag", f'"{told}"')))
        return f"{site.http}/harbour"

    return add


def _kept(workspace: Path) -> Iterator[tuple[str, bytes]]:
    for path in workspace.rglob("*"):
        if path.is_file() and path.suffix != ".toml":
            contents = path.read_bytes()
            yield path.name, gzip.decompress(contents) if path.name.endswith(".gz") else contents


def test_no_file_of_a_workspace_holds_a_key_in_other_letters(
    site_says: Callable[[str], str], workspace: Path, factcheck: Command
) -> None:
    spelled = [letters(KEY) for letters in LETTERS.values()]
    url = site_says(" and ".join(spelled))
    cassette = workspace / "play.yaml"
    address = f"{url}?data={quote(json.dumps({'api_key': KEY}))}"
    found = factcheck("fetch", "--json", "--cassette", str(cassette), "--record", "new", address)
    assert factcheck("fetch", "--json", "--refetch", address).code == found.code == 0
    for name, contents in _kept(workspace):
        for said in (KEY, *spelled):
            assert said.encode() not in contents, (name, said)
            assert json.dumps(said)[1:-1].encode() not in contents, (name, said)


def test_a_page_whose_text_alone_has_the_key_is_not_kept(
    site_says: Callable[[str], str], workspace: Path, factcheck: Command
) -> None:
    url = site_says("sw0rd<b></b>fish77")
    found = factcheck("fetch", f"{url}?token=sw0rdfish77")
    assert "where that cannot be taken out" in found.err
    assert not [name for name, contents in _kept(workspace) if b"fish77" in contents]


def test_a_key_in_another_parameter_of_a_redirect_is_not_kept(site: Site, workspace: Path, factcheck: Command) -> None:
    site.add("/start", reply(302, b"", ("Location", "/harbour?from=sw0rdfish77&page=2")))
    site.add("/harbour", reply(200, html().encode()))
    assert factcheck("fetch", f"{site.http}/start?token=sw0rdfish77").code == 0
    assert not [name for name, contents in _kept(workspace) if b"fish77" in contents]
    assert any(b"from=REMOVED&page=2" in contents for _, contents in _kept(workspace))


TOKENS = [
    '<meta name="csrf-token" content="T0kenT0ken==">',
    "<meta content='T0kenT0ken==' name='csrf-token' />",
    '<input type="hidden" name="authenticity_token" value="T0kenT0ken==">',
    "<INPUT TYPE=hidden NAME=__RequestVerificationToken VALUE=T0kenT0ken==>",
    '<input type="hidden" name="csrfmiddlewaretoken" value="T0kenT0ken==">',
    '<script>var s = {"csrfToken":"T0kenT0ken==","page":2}</script>',
    "<script>window.XSRF_TOKEN = 'T0kenT0ken==';</script>",
    '<div data-state="{\\"sessionId\\":\\"T0kenT0ken==\\"}">',
    '<input name="PHPSESSID" type="hidden" value="T0kenT0ken==">',
    '<input type="hidden" name="_wpnonce" value="T0kenT0ken==">',
]


@pytest.mark.parametrize("said", TOKENS)
def test_a_token_of_a_session_is_taken_out(said: str) -> None:
    assert without_tokens(said.encode()).decode() == said.replace("T0kenT0ken==", "REMOVED")


@pytest.mark.parametrize(
    "said",
    [
        '<meta name="description" content="The session of the council on verification">',
        '<script nonce="T0kenT0ken==">var session = "parliament-2024"; csrf = true</script>',
        '<input type="search" name="q" value="csrf-tokens-explained">',
        '<p>The form_key is "harbour"; what a csrf token does.</p>',
        '<meta name="google-site-verification" content="T0kenT0ken==">',
    ],
)
def test_what_is_no_token_stays(said: str) -> None:
    assert without_tokens(said.encode()) == said.encode()


def test_a_page_with_a_token_is_kept_without_it_and_says_so(site: Site, workspace: Path, factcheck: Command) -> None:
    body = html(title="Cranes", head=TOKENS[0]).encode()
    url = site.add("/harbour", reply(200, body, ("Cache-Control", "max-age=600")))
    assert factcheck("fetch", url).code == 0
    assert not [name for name, contents in _kept(workspace) if b"T0kenT0ken" in contents]
    (path,) = workspace.glob("snapshots/*/*/*.warc.gz")
    kept = read_snapshot(path).exchanges[-1]
    assert kept.payload == body.replace(b"T0kenT0ken==", b"REMOVED")
    assert (kept.masked, len(kept.received)) == ("tokens of a session", 64)


@pytest.mark.parametrize("seconds", [0, 30])
def test_a_withheld_name_that_a_page_sends_on_to_is_in_no_cache_and_no_cassette(
    site: Site, workspace: Path, factcheck: Command, seconds: int
) -> None:
    with (workspace / "factcheck.toml").open("a") as config:
        config.write('withheld = ["Maren Holt"]\n')
    head = f'<meta http-equiv="refresh" content="{seconds}; url=/p/maren-holt">'
    url = site.add("/start", reply(200, html(head=head).encode(), ("Cache-Control", "max-age=600")))
    cassette = workspace / "play.yaml"
    factcheck("fetch", url)
    factcheck("fetch", "--refetch", "--cassette", str(cassette), "--record", "new", url)
    kept = dict(_kept(workspace))
    assert {"http.db", "play.yaml"} < set(kept)
    assert not [name for name, said in kept.items() if b"maren-holt" in said and not (seconds and "warc" in name)]
    assert "/p/maren-holt" not in site.paths()


@given(st.text(alphabet="ab&#;x6u1\\%205{}", max_size=30))
def test_each_place_of_a_layer_is_one_of_the_text(text: str) -> None:
    for layer, way in layers_of(text):
        for at in range(len(layer)):
            start, end = place_in(way, at, at + 1)
            assert 0 <= start < end <= len(text)


def test_a_word_of_a_cookie_is_taken_out_behind_its_name_and_not_of_a_text() -> None:
    said = '<p>Country: Germany. Germany builds.</p> ?Country=Germany {"Country":"Germany"}'
    cleaned = without_echoes(page(exchange(said.encode(), headers=(("Set-Cookie", "Country=Germany; path=/"),))))
    kept = cleaned.last.payload.decode()
    assert kept == '<p>Country: Germany. Germany builds.</p> ?Country=REMOVED {"Country":"REMOVED"}'


@pytest.mark.parametrize("part", ["\\", "&amp;", "%25", 'csrf="', "csrf ", "<meta ", "\\u005c", "sw0rdfish"])
def test_a_hostile_page_is_no_hang(part: str) -> None:
    body = (part * 60_000).encode()
    kept = without_echoes(page(exchange(body, url="https://example.org/a?token=sw0rdfish77"))).last.payload
    assert kept == body
