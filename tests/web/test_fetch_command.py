"""`factcheck fetch`: pages of a real server made sources; nothing goes out that the workspace does not allow."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.cli.command import Ended, called, ticking, written
from tests.web.site import Request, Site, reply
from tests.web.test_pages import BODY, html

Command = Callable[..., Ended]
PAGE = html().encode()
ALLOWED = (
    '[fetch]\nallowed = true\ncontact = "desk@example.org"\nnetworks = ["127.0.0.0/8"]\nhost_delay_seconds = 0.0\n'
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "ws"
    folder.mkdir()
    (folder / "factcheck.toml").write_text(ALLOWED)
    return folder


@pytest.fixture
def factcheck(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*arguments: str) -> Ended:
        return called(capsys, "--workspace", str(workspace), *arguments)

    return command


def pages(found: Ended) -> Sequence[dict[str, object]]:
    return json.loads(found.out)["pages"]


def listed(factcheck: Command) -> Sequence[dict[str, object]]:
    return json.loads(factcheck("corpus", "list", "--json").out)


def test_the_log_says_in_full_what_was_fetched_and_agreed_to(site: Site, factcheck: Command) -> None:
    address = site.add("/a-long-way/" + "and-on-" * 30, reply(301, b"", ("Location", "/gone")))
    factcheck("fetch", address)
    told = factcheck("audit", "log").out
    assert f"fetched: not read (404): {address} -> {site.http}/gone" in told


def test_a_cache_that_cannot_be_used_is_told_on_one_line(site: Site, workspace: Path, factcheck: Command) -> None:
    (workspace / "cache").mkdir()
    (workspace / "cache/http.db").write_bytes(b"no database " * 500)
    found = factcheck("fetch", site.add("/harbour", reply(200, PAGE)))
    assert found.code == 0
    (line,) = [line for line in found.err.splitlines() if "cache of answers" in line]
    assert "the cache of answers was damaged, and a new one is begun: file is not a database" in line
    assert "Traceback" not in found.err
    assert "cache of answers" not in factcheck("fetch", "--refetch").err
    assert "cache of answers" not in factcheck("fetch", site.add("/quay", reply(200, PAGE))).err


def test_a_page_becomes_a_source_and_is_kept_as_received(site: Site, workspace: Path, factcheck: Command) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    found = factcheck("fetch", "--json", url)
    assert found.code == 0
    (page,) = pages(found)
    assert (page["became"], page["status"], page["title"]) == ("new", 200, "Five cranes in the harbour")
    (source,) = listed(factcheck)
    assert [source["id"]] == page["sources"]
    assert (source["url"], source["path"]) == (url, page["snapshot"])
    assert (workspace / str(page["snapshot"])).is_file()
    assert "cranes" in factcheck("corpus", "search", "five cranes in Ostwick harbour").out
    assert "desk@example.org" in site.asked[-1].headers["user-agent"]
    (event,) = json.loads(factcheck("audit", "log", "--kind", "fetched", "--json").out)
    assert (event["body"]["url"], event["body"]["sources"]) == (url, page["sources"])
    assert factcheck("audit", "verify").code == 0


def test_what_is_there_is_not_asked_for_again(site: Site, factcheck: Command) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    factcheck("fetch", url)
    asked = len(site.asked)
    assert "there already" in factcheck("fetch", url).out
    assert len(site.asked) == asked


def test_an_address_in_two_writings_is_one_page_and_asked_once(site: Site, factcheck: Command) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    other = url.replace("http://", "HTTP://").replace("/harbour", "/docks/../harbour#cranes")
    found = factcheck("fetch", other, url)
    assert [line.partition(":")[0] for line in found.out.splitlines()] == ["new (200)"]
    assert [one.target for one in site.asked].count("/harbour") == 1


def test_a_feed_says_how_many_of_its_entries_became_sources(site: Site, factcheck: Command) -> None:
    items = "".join(
        f"<item><title>News {n}</title><description>The ferry of Velmouth took {n} thousand people over the sound"
        " in the year, its owner says.</description></item>"
        for n in (3, 4, 5)
    )
    feed = f'<rss version="2.0"><channel><title>Ferry</title>{items}</channel></rss>'
    url = site.add("/feed", reply(200, feed.encode(), kind="application/rss+xml"))
    assert factcheck("fetch", url).out.splitlines()[0] == f"new (200): News 3 and 2 more {url}"


def test_a_list_of_addresses_is_read_and_a_bad_page_stops_nothing(
    site: Site, factcheck: Command, tmp_path: Path
) -> None:
    good, gone = site.add("/harbour", reply(200, PAGE)), site.add("/gone", reply(410))
    name = written(tmp_path, "pages.txt", f"# for the harbour\n{good}\n\n{gone}\nftp://example.org/x\n")
    found = factcheck("fetch", "--from", name)
    assert found.code == 0
    assert found.out.splitlines()[0] == f"new (200): Five cranes in the harbour {good}"
    assert "the page was removed for good (410)" in found.err
    assert "only http and https addresses are fetched" in found.err
    assert factcheck("fetch", gone).code == 3
    assert factcheck("fetch", "--fail-on", "problems", good, gone).code == 1
    assert factcheck("fetch", "--fail-on", "problems", gone).code == 3
    assert factcheck("fetch", "--fail-on", "problems", good).code == 0


def test_every_page_that_fails_is_listed(site: Site, factcheck: Command) -> None:
    urls = [f"{site.http}/lost/{number}" for number in range(25)]
    found = factcheck("fetch", *urls)
    assert found.code == 3
    assert all(f"  {url}: there is no such page (404)" in found.err for url in urls)


@pytest.mark.parametrize(
    ("settings", "options", "complaint"),
    [
        ("", [], "does not allow to fetch pages"),
        ("[fetch]\nallowed = true\n", [], "there is none"),
        (ALLOWED, ["--offline"], "this is offline"),
        (f"offline = true\n{ALLOWED}", [], "this is offline"),
        (ALLOWED.replace("127.0.0.0/8", "loopback"), [], "is no network"),
    ],
)
def test_nothing_goes_out_unless_it_may(
    site: Site, workspace: Path, factcheck: Command, settings: str, options: list[str], complaint: str
) -> None:
    (workspace / "factcheck.toml").write_text(settings)
    found = factcheck("fetch", *options, site.add("/harbour", reply(200, PAGE)))
    assert found.code == 3
    assert complaint in found.complaint
    assert site.asked == []


def test_offline_before_the_command_forbids_whatever_follows(site: Site, workspace: Path, factcheck: Command) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    for command in (["fetch", url], ["check", url]):
        found = factcheck("--offline", *command)
        assert (found.code, site.asked) == (3, [])
        assert "this is offline" in found.complaint
    shown = json.loads(factcheck("--offline", "config", "--json").out)
    assert [(one["value"], one["origin"]) for one in shown if one["key"] == "offline"] == [(True, "--offline")]
    assert factcheck("fetch", url).code == 0


def test_the_environment_can_forbid_and_not_allow(
    site: Site, workspace: Path, factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = site.add("/harbour", reply(200, PAGE))
    monkeypatch.setenv("FACTCHECK_OFFLINE", "1")
    assert "this is offline" in factcheck("fetch", url).complaint
    monkeypatch.delenv("FACTCHECK_OFFLINE")
    (workspace / "factcheck.toml").write_text("")
    monkeypatch.setenv("FACTCHECK_FETCH__ALLOWED", "true")
    assert "is a rule of the workspace" in factcheck("fetch", url).complaint
    assert site.asked == []


def test_the_configuration_shows_whether_pages_are_fetched(factcheck: Command) -> None:
    shown = factcheck("config").out
    assert "fetch.allowed = true" in shown
    assert "offline = false" in shown


def test_a_private_address_is_refused_unless_a_network_is_named(
    workspace: Path, site: Site, factcheck: Command
) -> None:
    (workspace / "factcheck.toml").write_text(ALLOWED.replace('"127.0.0.0/8"', ""))
    found = factcheck("fetch", site.add("/harbour", reply(200, PAGE)))
    assert found.code == 3
    assert "is not public (loopback)" in found.err
    assert site.asked == []


@pytest.mark.parametrize("name", ["Maren Holt", "HOLT, Maren"])
def test_a_withheld_name_never_enters_an_address(site: Site, workspace: Path, factcheck: Command, name: str) -> None:
    (workspace / "factcheck.toml").write_text(f'{ALLOWED}withheld = ["{name}"]\n')
    found = factcheck("fetch", f"{site.http}/search?q=harbour+maren%20h%C3%B3lt")
    assert found.code == 3
    assert "holds a name that is withheld" in found.complaint
    assert "maren" not in found.err.lower()
    assert site.asked == []


def test_an_address_with_a_withheld_name_is_passed_over_and_told_by_its_number(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    (workspace / "factcheck.toml").write_text(f'{ALLOWED}withheld = ["Maren Holt"]\n')
    good = site.add("/harbour", reply(200, PAGE))
    name = written(tmp_path, "pages.txt", f"{good}\n{site.http}/maren-holt\n")
    found = factcheck("fetch", "--from", name)
    assert found.code == 0
    assert found.out.startswith("new (200): Five cranes in the harbour")
    assert "(address 2): holds a name that is withheld; it was not asked" in found.err
    assert "maren" not in (found.out + found.err).lower()
    assert [path for path in site.paths() if "maren" in path] == []
    assert factcheck("fetch", "--fail-on", "problems", "--from", name).code == 1


def test_the_names_of_confidential_sources_are_withheld(site: Site, factcheck: Command, tmp_path: Path) -> None:
    text = "---\ntitle: A letter\nauthor: Rosa Penhale\n---\nThe harbour wall is older than the town hall, she wrote.\n"
    factcheck("corpus", "add", "--sensitivity", "confidential", written(tmp_path, "letter.md", text))
    assert "is withheld" in factcheck("fetch", f"{site.http}/people/rosa-penhale").complaint
    assert site.asked == []


def test_secrets_of_an_address_are_not_kept(site: Site, workspace: Path, factcheck: Command) -> None:
    site.add("/harbour", reply(200, PAGE))
    found = factcheck("fetch", "--json", f"{site.http}/harbour?api_key=hush-hush")
    assert found.code == 0
    assert site.paths()[-1].endswith("hush-hush")
    kept = b"".join(path.read_bytes() for path in workspace.rglob("*") if path.is_file())
    assert b"hush-hush" not in kept
    assert "hush-hush" not in found.out


def test_a_stub_is_told_and_becomes_no_source(site: Site, factcheck: Command) -> None:
    page = html("Maybe it moved.", title="Page not found").encode()
    found = factcheck("fetch", site.add("/lost", reply(200, page)))
    assert found.code == 3
    assert "the site says that there is no such page" in found.err
    assert listed(factcheck) == []


def test_a_changed_page_is_kept_twice_and_its_cited_passages_are_compared(
    site: Site, workspace: Path, factcheck: Command, tmp_path: Path
) -> None:
    changed = html(BODY[0].replace("five", "seven"), *BODY[1:]).encode()
    url = site.add("/harbour", reply(200, PAGE, ("ETag", '"1"')), reply(200, changed), reply(200, changed), reply(404))
    factcheck("fetch", url)
    article = written(tmp_path, "article.txt", "The harbour of Ostwick has five cranes.\n")
    assert factcheck("check", article).code == 0
    found = factcheck("fetch", "--refetch", "--json")
    (page,) = pages(found)
    assert page["became"] == "changed"
    assert site.asked[-1].headers["if-none-match"] == '"1"'
    drift = page["drift"]
    assert isinstance(drift, list)
    assert [one["became"] for one in drift if "five cranes" in one["before"]] == ["changed"]
    assert ["five", "seven"] in drift[0]["words"]
    assert len(list(workspace.glob("snapshots/*/*/*.warc.gz"))) == 2
    assert [one["id"] for one in listed(factcheck)] == page["sources"]
    assert factcheck("fetch", "--refetch").out.startswith("unchanged (200)")
    factcheck("check", article)
    found = factcheck("fetch", "--refetch", url)
    assert found.out.startswith("gone (404)")
    assert "judged by nobody: 2 passages" in found.out


def test_a_changed_page_stays_with_those_who_may_see_it(site: Site, factcheck: Command) -> None:
    changed = html(BODY[0].replace("five", "seven"), *BODY[1:]).encode()
    factcheck("fetch", site.add("/harbour", reply(200, PAGE), reply(200, changed)))
    before = [str(one["id"]) for one in listed(factcheck)]
    factcheck("corpus", "mark", *before, "--sensitivity", "background")
    (page,) = pages(factcheck("fetch", "--refetch", "--json"))
    assert page["became"] == "changed"
    after = [(one["id"] in before, one["sensitivity"]) for one in listed(factcheck)]
    assert after == [(False, "background")]


def test_evidence_from_an_older_copy_drifts_with_each_new_one(site: Site, factcheck: Command, tmp_path: Path) -> None:
    copies = [html(BODY[0].replace("five", word), *BODY[1:]).encode() for word in ("five", "seven", "nine")]
    url = site.add("/harbour", *(reply(200, copy) for copy in copies), reply(404))
    factcheck("fetch", url)
    factcheck("check", written(tmp_path, "article.txt", "The harbour of Ostwick has five cranes.\n"))
    for word in ("seven", "nine"):
        (page,) = pages(factcheck("fetch", "--refetch", "--json"))
        drift = page["drift"]
        assert isinstance(drift, list)
        assert ["five", word] in [change for one in drift for change in one["words"]]
    assert "judged by nobody: 1 passage" in factcheck("fetch", "--refetch").out


def test_an_unchanged_page_is_told_by_its_server(site: Site, workspace: Path, factcheck: Command) -> None:
    def answer(request: Request) -> bytes:
        return reply(304) if request.headers.get("if-none-match") == '"1"' else reply(200, PAGE, ("ETag", '"1"'))

    factcheck("fetch", site.add("/harbour", answer))
    assert factcheck("fetch", "--refetch").out.startswith("unchanged (304)")
    assert len(list(workspace.glob("snapshots/*/*/*.warc.gz"))) == 1


def test_there_is_nothing_to_refetch_in_a_fresh_workspace(factcheck: Command) -> None:
    factcheck("init")
    assert "no page was fetched yet" in factcheck("fetch", "--refetch").complaint


@pytest.mark.parametrize(
    "arguments",
    [[], ["--claim", "1", "--refetch"], ["https://example.org", "--record", "new"], ["--from", "nothing.txt"]],
)
def test_a_wrong_command_line_says_so(factcheck: Command, arguments: list[str]) -> None:
    found = factcheck("fetch", *arguments)
    assert found.code in (2, 3)
    assert found.complaint


class TestCassettes:
    def test_a_recording_is_played_without_the_network(self, site: Site, workspace: Path, factcheck: Command) -> None:
        cassette = str(workspace / "harbour.yaml")
        url = site.add("/harbour", reply(200, PAGE))
        assert factcheck("fetch", "--cassette", cassette, "--record", "once", url).code == 0
        asked = len(site.asked)
        (workspace / "factcheck.toml").write_text('[fetch]\nnetworks = ["127.0.0.0/8"]\n')
        found = factcheck("fetch", "--refetch", "--offline", "--cassette", cassette, "--json")
        assert pages(found)[0]["became"] == "unchanged"
        other = factcheck("fetch", "--cassette", cassette, "--offline", f"{site.http}/other")
        assert other.code == 3
        assert "the cassette holds no further answer" in other.err
        assert len(site.asked) == asked

    def test_recording_needs_the_network(self, site: Site, workspace: Path, factcheck: Command) -> None:
        cassette = str(workspace / "harbour.yaml")
        found = factcheck("fetch", "--cassette", cassette, "--record", "new", "--offline", f"{site.http}/x")
        assert "this is offline" in found.complaint


def test_a_host_that_only_looks_alike_is_shown_with_its_punycode(factcheck: Command, workspace: Path) -> None:
    (workspace / "factcheck.toml").write_text(ALLOWED)
    found = factcheck("fetch", "http://b\u0430nk.example:22/")
    assert "asking: nobody" in found.err
    found = factcheck("fetch", "--cassette", str(workspace / "none.yaml"), "http://b\u0430nk.example/")
    assert found.code == 3
    from factcheck.workbench.asking import hosts_of

    assert hosts_of(["http://b\u0430nk.example/"]) == ("b\u0430nk.example (xn--bnk-6cd.example)",)


def signed(url: str, factcheck: Command, folder: Path, text: str = "The harbour of Ostwick has five cranes.\n") -> None:
    """Sign a verdict that rests on a page."""
    factcheck("fetch", url)
    for words in (
        ["check", written(folder, "article.md", text)],
        ["claim", "stance", "1", "e1", "corroborates"],
        ["claim", "verdict", "1", "--rating", "confirmed", "--rationale", "Report", "--cite", "e1"],
    ):
        assert factcheck(*words).code == 0
    factcheck(*ticking())
    assert factcheck("--user", "another", "review", "sign", "1").code == 0


def test_a_changed_page_makes_the_sign_off_stale_that_rests_on_it(
    site: Site, factcheck: Command, tmp_path: Path
) -> None:
    changed = html(BODY[0].replace("five", "seven"), *BODY[1:]).encode()
    url = site.add("/harbour", reply(200, PAGE), reply(200, changed))
    signed(url, factcheck, tmp_path)
    refetched = factcheck("fetch", "--refetch")
    assert "five -> seven" in refetched.out
    assert f"source changed: {url}; the evidence keeps its copy; the sign-off by another is stale" in refetched.err
    shown = factcheck("claim", "show", "1").out
    assert "the sign-off is stale: source changed" in shown
    assert "has five cranes" in shown


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_changed_and_then_vanished_is_gone(
    site: Site, factcheck: Command, tmp_path: Path, status: int
) -> None:
    changed = html(BODY[0].replace("five", "seven"), *BODY[1:]).encode()
    url = site.add("/harbour", reply(200, PAGE), reply(200, changed), reply(status), reply(200, changed))
    signed(url, factcheck, tmp_path)
    for became in ("changed", "gone", "changed"):
        factcheck("fetch", "--refetch", url)
        shown = factcheck("claim", "show", "1").out
        assert f"the sign-off is stale: source {became}" in shown
        assert f"source {'gone' if became == 'changed' else 'changed'}" not in shown


@pytest.mark.parametrize("status", [404, 410])
def test_a_vanished_page_is_told_at_the_evidence_and_the_verdicts_that_rest_on_it(
    site: Site, factcheck: Command, tmp_path: Path, status: int
) -> None:
    url = site.add("/harbour", reply(200, PAGE), reply(status), reply(200, PAGE))
    signed(url, factcheck, tmp_path)
    assert "source gone" not in factcheck("claim", "show", "1").out
    refetched = factcheck("fetch", "--refetch", url)
    assert refetched.out.startswith(f"gone ({status})")
    assert f"source gone: {url}; the evidence keeps its copy; the sign-off by another is stale" in refetched.err
    assert "the sign-off is stale: source gone" in factcheck("claim", "show", "1").out
    found = factcheck("claim-list")
    assert f"source gone: {url}" in found.err + found.out
    factcheck("fetch", "--refetch", url)
    assert "source gone" not in factcheck("claim", "show", "1").out
