"""Keys that a site hands on in ways of its own: in a path, in pieces, in a script, in a feed. No file has them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from factcheck.web.secrets import lacks_secrets, secrets_in, without_secrets
from factcheck.web.tokens import without_tokens
from tests.corpus.documents import make_pdf
from tests.web.site import Request, Site, reply
from tests.web.test_fetch_command import Command, factcheck, listed, pages, workspace
from tests.web.test_pages import html

__all__ = ["factcheck", "workspace"]  # fixtures

KEY = "hushQ7zr19Lm44Tv8f"
FRESH = ("Cache-Control", "max-age=600")


def holding(key: str, folder: Path) -> list[Path]:
    """Return the files below a folder that hold a key, packed ones unpacked."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            contents = path.read_bytes()
            contents = gzip.decompress(contents) if path.name.endswith(".gz") else contents
            found += [path] if key.encode() in contents else []
    return found


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (f"/java;jsessionid={KEY}?doc=7", "/java;jsessionid=REMOVED?doc=7"),
        (f"/java;jsessionid={KEY}/part;v=2?doc=7#end", "/java;jsessionid=REMOVED/part;v=2?doc=7#end"),
        (f"/java;v=2;sid={KEY};w=3", "/java;v=2;sid=REMOVED;w=3"),
        (f"/java;v=2?next=/b?token={KEY}", "/java;v=2?next=/b?token=REMOVED"),
        (f"/page?v=2;token={KEY}/a?b", "/page?v=2;token=REMOVED"),
    ],
)
def test_a_parameter_of_a_path_ends_where_the_step_or_the_path_does(written: str, kept: str) -> None:
    assert without_secrets(f"https://example.org{written}") == f"https://example.org{kept}"
    assert not lacks_secrets(f"https://example.org{written}")
    assert lacks_secrets(f"https://example.org{kept}")
    assert len(secrets_in(f"https://example.org{written}")) == 1


def test_two_pages_behind_the_session_in_a_path_are_two_and_the_session_is_kept_nowhere(
    site: Site, workspace: Path, factcheck: Command
) -> None:
    def by_number(request: Request) -> bytes:
        told = f"<p>Your session is {KEY}.</p></article>"
        return reply(200, html(title=f"Report {request.query('doc')}").replace("</article>", told).encode())

    site.add(f"/java;jsessionid={KEY}", by_number)
    addresses = [f"{site.http}/java;jsessionid={KEY}?doc={number}" for number in (7, 8)]
    found = factcheck("fetch", "--json", *addresses)
    assert [one["title"] for one in pages(found)] == ["Report 7", "Report 8"]
    assert len({str(one["url"]) for one in listed(factcheck)}) == 2
    assert KEY not in found.out + found.err
    assert not holding(KEY, workspace)
    kept = b"".join(gzip.decompress(path.read_bytes()) for path in workspace.glob("snapshots/*/*/*.warc.gz"))
    for number in (b"7", b"8"):
        assert b"WARC-Target-URI: " + site.http.encode() + b"/java;jsessionid=REMOVED?doc=" + number + b"\r\n" in kept


def test_a_page_of_which_nothing_is_kept_is_not_recorded_either(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    pieces = f"<p>{KEY[:6]}<b>{KEY[6:]}</b></p></article>"
    site.add("/pieces", reply(200, html(title="Of pieces").replace("</article>", pieces).encode(), FRESH))
    site.add("/to-pieces", reply(302, b"", ("Location", f"/pieces?token={KEY}")))
    site.add("/whole", reply(200, html(title="Whole").encode(), FRESH))
    site.add("/plain", reply(200, html(title="Plain").encode(), FRESH))
    cassette = tmp_path / "play.yaml"
    addresses = [f"{site.http}/pieces?token={KEY}", f"{site.http}/to-pieces"]
    kept = [f"{site.http}/whole?token={KEY}", f"{site.http}/plain"]
    found = factcheck("fetch", "--cassette", str(cassette), "--record", "once", *addresses, *kept)
    assert found.err.count("nothing of it is kept") == 2
    assert KEY[6:] not in cassette.read_text()
    assert "Of pieces" not in cassette.read_text()
    assert not holding(KEY[6:], workspace)
    played = factcheck("fetch", "--refetch", "--cassette", str(cassette), "--offline", "--json", *kept)
    assert [one["became"] for one in pages(played)] == ["unchanged"] * 2


def test_a_key_that_a_page_sends_its_reader_on_with_is_kept_nowhere(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    to = f"/harbour?token={KEY}"
    leading = f'<meta http-equiv="refresh" content="0; url={to}"><a href="{to}">On</a>'
    site.add("/start", reply(200, leading.encode(), FRESH))
    site.add("/harbour", reply(200, html(title="The harbour").encode(), FRESH))
    cassette = tmp_path / "play.yaml"
    assert pages(factcheck("fetch", "--json", f"{site.http}/start"))[0]["title"] == "The harbour"
    assert (workspace / "cache/http.db").is_file()
    record = ("--cassette", str(cassette), "--record", "once")
    factcheck("fetch", "--refetch", *record, f"{site.http}/start")
    assert "token=REMOVED" in cassette.read_text()
    assert not holding(KEY, tmp_path)
    played = factcheck("fetch", "--refetch", "--cassette", str(cassette), "--offline", "--json", f"{site.http}/start")
    assert pages(played)[0]["title"] == "The harbour"


FEED = (
    '<rss version="2.0"><channel><title>The Bell</title>'
    "<item><title>Cranes</title><link>http://h.example/a?api_key={key}&amp;p=1</link></item>"
    "<item><title>Quays</title><link>http://anna:{key}@h.example/b</link></item>"
    "<item><title>Ships</title><link>http://h.example/c?token={key}</link><description>{text}</description></item>"
    "</channel></rss>"
)


@pytest.mark.parametrize("in_json", [False, True])
def test_keys_in_what_a_feed_lists_are_shown_to_nobody(
    site: Site, factcheck: Command, tmp_path: Path, in_json: bool
) -> None:
    feed = FEED.format(key=KEY, text="The harbour of Ostwick has five cranes, the council said on Monday.")
    url = site.add("/feed", reply(200, feed.encode(), kind="application/rss+xml"))
    file = tmp_path / "feed.xml"
    file.write_text(feed)
    as_json = ["--json"] if in_json else []
    found = [
        factcheck("corpus", "add", str(file), *as_json),
        factcheck("corpus", "stats", "--problems", *as_json),
        factcheck("corpus", "list", *as_json),
        # Before the page is fetched: then both carry one text, and which stands for it hangs on the site's port.
        factcheck("corpus", "search", "five cranes", *as_json),
        factcheck("fetch", url, *as_json),
        factcheck("check", str(file), *as_json),
        factcheck("check", url, *as_json),
    ]
    for one in found:
        assert KEY not in one.out + one.err
    for one in found[5:]:
        assert "http://REMOVED@h.example/b" in one.out + one.err
    assert "http://h.example/c?token=REMOVED" in found[3].out
    for one in (*found[:2], *found[4:]):
        assert "http://h.example/a?api_key=REMOVED&p=1" in one.out + one.err
    assert "`factcheck fetch 'http://h.example/a?api_key=REMOVED&p=1'` has its page" in found[1].out
    assert KEY not in factcheck("corpus", "search", "five cranes", *as_json).out


@pytest.mark.parametrize(
    "said",
    [
        *(
            '{{"accessToken":"{key}"}}',
            '{{"apiKey": "{key}"}}',
            "window.jwt = '{key}';",
            '{{"user":{{"sessionId":"{key}"}}}}',
        ),
        *('{{"refreshToken":"{key}"}}', 'var config={{id_token:"{key}"}}', r'"{{\"authToken\":\"{key}\"}}"'),
        *('{{"token":"{key}"}}', '{{"client_secret":"{key}"}}', "app.api_key='{key}'"),
        *('<input type="hidden" name="state" value="{key}">', "<input value='{key}' name=state type=hidden />"),
        *('<meta name="access-token" content="{key}">', '<base href="http://anna:{key}@example.org/b/">'),
    ],
)
def test_what_a_page_hands_to_its_readers_browser_is_taken_out(said: str) -> None:
    assert without_tokens(said.format(key=KEY).encode()).decode().replace(
        "http://REMOVED@", "http://anna:REMOVED@"
    ) == (said.format(key="REMOVED"))


@pytest.mark.parametrize(
    "said",
    [
        *(
            '{"tokenType":"Bearer-of-news"}',
            '{"maxTokens":"1234567890"}',
            '{"state":"california-2024"}',
            '{"token":"on"}',
        ),
        *('<input type="hidden" name="state" value="California">', '<input name="state" value="q8W2e4R6t8">'),
        *(
            '<base href="http://example.org/@anna/">',
            '{"monkey":"q8W2e4R6t8"}',
            "The token: it was sold for five pounds.",
        ),
        '{"secretary":"q8W2e4R6t8"}',
    ],
)
def test_what_is_no_token_stays(said: str) -> None:
    assert without_tokens(said.encode()).decode() == said


def test_tokens_of_a_session_in_scripts_and_hidden_fields_reach_no_file(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    head = f'<base href="{site.http.replace("//", f"//anna:{KEY}@")}/">'
    head += f'<script>window.user = {{"accessToken":"{KEY}", "apiKey":"{KEY}"}}</script>'
    field = f'<input type="hidden" name="state" value="{KEY}"></article>'
    url = site.add("/harbour", reply(200, html(head=head).replace("</article>", field).encode(), FRESH))
    cassette = tmp_path / "play.yaml"
    found = [
        factcheck("fetch", url, "--json"),
        factcheck("fetch", "--refetch", "--cassette", str(cassette), "--record", "once", url),
    ]
    assert [one.code for one in found] == [0, 0]
    assert not holding(KEY, tmp_path)


def _error(status: int, body: bytes, *headers: tuple[str, str]) -> bytes:
    return reply(status, b"<h1>Sorry</h1>" + body, FRESH, *headers)


@pytest.mark.parametrize("status", [302, 403, 404, 410, 500])
@pytest.mark.parametrize(
    "body",
    [
        f"<p>/report?api_key={KEY} was not found.</p>".encode(),
        f"<p>Your key {KEY[:6]}<b>{KEY[6:]}</b> is not valid.</p>".encode(),
        f"<p>{KEY[:6]}<!-- x -->{KEY[6:]}</p>".encode(),
        b"".join(b"<i>" + letter.encode() + b"</i>" for letter in KEY),
    ],
)
def test_an_error_or_a_redirect_that_repeats_the_key_is_kept_without_it(
    site: Site, workspace: Path, factcheck: Command, status: int, body: bytes
) -> None:
    away = [("Location", "/elsewhere")] if status == 302 else []
    site.add("/report", _error(status, body, *away))
    url = f"{site.http}/report?api_key={KEY}"
    for more in ((), ("--refetch",), ("--refetch", "--cassette", str(workspace / "play.yaml"), "--record", "once")):
        told = factcheck("fetch", *more, url)
        assert KEY not in told.out + told.err
    assert list(workspace.glob("snapshots/*/*/*.warc.gz"))
    assert f"status:\n      code: {status}" in (workspace / "play.yaml").read_text()
    for path in workspace.rglob("*"):
        if path.is_file():
            contents = path.read_bytes()
            contents = gzip.decompress(contents) if path.name.endswith(".gz") else contents
            assert KEY.encode() not in re.sub(rb"<[^<>]*>", b"", contents)
    assert factcheck("corpus", "verify").code == 0


def test_a_file_that_comes_with_an_error_is_not_kept_where_a_key_was_sent(
    site: Site, workspace: Path, factcheck: Command
) -> None:
    packed = make_pdf([[(f"The key {KEY} is not valid.", 11)]])
    site.add("/report", reply(404, packed, kind="application/pdf"))
    factcheck("fetch", f"{site.http}/report?api_key={KEY}")
    factcheck("fetch", f"{site.http}/report?page=2")
    one, two = (gzip.decompress(path.read_bytes()) for path in sorted(workspace.glob("snapshots/*/*/*.warc.gz")))
    assert [b"%PDF-" in contents for contents in sorted((one, two), key=len)] == [False, True]


def test_what_could_not_be_read_of_a_file_of_ones_own_is_kept_without_keys(
    workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    factcheck("init")
    link = f"https://news.example.org/report?api_key={KEY}&amp;page=2"
    entry = f"<item><title>Cranes</title><link>{link}</link></item>"
    feed = tmp_path / "feed.xml"
    feed.write_text(f"<rss version='2.0'><channel><title>Bell</title>{entry * 2}</channel></rss>")
    found = factcheck("corpus", "add", str(feed), "--json")
    assert "holds no text of its own" in found.out + found.err
    assert "page=2" in found.out + found.err
    assert KEY not in found.out + found.err
    assert not holding(KEY, workspace)
