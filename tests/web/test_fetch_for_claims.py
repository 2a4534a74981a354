"""The article itself fetched, and what is asked for one of its claims: only what a person agreed to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import written
from tests.corpus.documents import make_pdf
from tests.web.site import Site, reply
from tests.web.test_fetch_command import ALLOWED, Command, factcheck, listed, pages, workspace
from tests.web.test_pages import ARTICLE, BODY, html, script

__all__ = ["factcheck", "workspace"]  # fixtures

CLAIM = "The harbour of Ostwick has five cranes, Maren Holt told the council on Monday."


def article(link: str) -> bytes:
    cited = f'The harbour of Ostwick has <a href="{link}">five cranes</a>, Maren Holt told the council on Monday.'
    return html(cited, *BODY[1:], head=script(ARTICLE)).encode()


class TestTheArticle:
    def test_it_is_checked_as_of_the_day_it_was_published(
        self, site: Site, factcheck: Command, workspace: Path
    ) -> None:
        site.add("/new", reply(200, article("https://example.org/report")))
        url = site.add("/old", reply(301, b"", ("Location", "/new")))
        found = factcheck("check", url, "--json")
        assert found.code == 0
        report = json.loads(found.out)["report"]
        assert (report["title"], report["published"]) == ("Five cranes in the harbour", "2024-11-14")
        assert len(list(workspace.glob("snapshots/*/*/*.warc.gz"))) == 1
        (one,) = json.loads(factcheck("audit", "log", "--kind", "revision", "--json").out)
        assert one["body"]["path"] == f"{site.http}/new"
        assert listed(factcheck) == []

    @pytest.mark.parametrize(
        ("head", "link", "target"),
        [
            ("", "report.pdf", "/2024/report.pdf"),
            ("", "/data/cranes.csv", "/data/cranes.csv"),
            ("", "../about?x=1", "/about?x=1"),
            ("", "//other.example/a", "http://other.example/a"),
            ('<base href="/elsewhere/">', "report", "/elsewhere/report"),
            ('<link rel="canonical" href="https://www.site.example/x/y/z">', "report.pdf", "/2024/report.pdf"),
        ],
    )
    def test_its_links_are_relative_to_where_it_stands(
        self, site: Site, factcheck: Command, head: str, link: str, target: str
    ) -> None:
        cited = f'The harbour of Ostwick has <a href="{link}">five cranes</a>, Maren Holt told the council on Monday.'
        site.add("/2024/article", reply(200, html(cited, *BODY[1:], head=head).encode()))
        url = site.add("/old", reply(302, b"", ("Location", "/2024/article")))
        found = json.loads(factcheck("check", url, "--json").out)
        (citation,) = found["extraction"]["citations"]
        whole = target if "://" in target else site.http + target
        assert citation["citation"]["target"] == whole

    def test_a_pdf_may_be_sent_as_any_file(self, site: Site, factcheck: Command) -> None:
        body = make_pdf([[(CLAIM, 12.0)]])
        url = site.add("/report", reply(200, body, kind="application/octet-stream"))
        assert factcheck("check", url).code == 0
        assert factcheck("fetch", url).out.startswith("new (200)")

    def test_its_charset_counts(self, site: Site, factcheck: Command) -> None:
        text = "Der Hafen von Köln hat fünf Kräne, sagte die Behörde am Montag in einem Bericht über das Jahr."
        page = html(text, *BODY).encode("cp1252")
        found = factcheck("check", site.add("/de", reply(200, page, kind="text/html; charset=iso-8859-1")), "--json")
        assert "fünf Kräne" in found.out

    @pytest.mark.parametrize(
        ("status", "page", "complaint"),
        [
            (404, b"lost", "there is no such page (404)"),
            (200, html("Gone fishing.", title="Page not found").encode(), "the site says that there is no such page"),
        ],
    )
    def test_what_is_no_article_is_not_checked(
        self, site: Site, factcheck: Command, status: int, page: bytes, complaint: str
    ) -> None:
        found = factcheck("check", site.add("/article", reply(status, page)))
        assert found.code == 3
        assert complaint in found.complaint

    def test_nothing_is_fetched_offline_or_by_other_commands(self, site: Site, factcheck: Command) -> None:
        url = site.add("/article", reply(200, article("")))
        assert "this is offline" in factcheck("check", "--offline", url).complaint
        assert "this command fetches nothing" in factcheck("extract", url).complaint
        assert site.asked == []

    def test_it_can_come_from_a_cassette(self, site: Site, factcheck: Command, tmp_path: Path) -> None:
        url = site.add("/article", reply(200, article("")))
        cassette = str(tmp_path / "article.yaml")
        first = factcheck("check", url, "--cassette", cassette, "--record", "once", "--json")
        asked = len(site.asked)
        again = factcheck("check", "--offline", "--cassette", cassette, url, "--json")
        assert json.loads(again.out)["report"]["revision"] == json.loads(first.out)["report"]["revision"]
        assert len(site.asked) == asked


class TestAClaim:
    @pytest.fixture(autouse=True)
    def checked(self, site: Site, factcheck: Command, tmp_path: Path) -> None:
        cited = site.add("/report", reply(200, html(title="The yearly report").encode()))
        text = f"Five cranes\n\n{CLAIM}[^1]\n\n[^1]: The yearly report, {cited}\n"
        assert factcheck("check", written(tmp_path, "article.md", text)).code == 0

    def reference(self, workspace: Path, *references: str, more: str = "") -> None:
        (workspace / "factcheck.toml").write_text(f"{ALLOWED}references = {json.dumps(references)}\n{more}")

    def test_hosts_and_words_are_shown_and_nothing_goes_out_without_consent(
        self, site: Site, factcheck: Command, workspace: Path
    ) -> None:
        self.reference(workspace, f"{site.http}/search?q={{query}}")
        found = factcheck("fetch", "--claim", "1")
        assert found.code == 3
        assert "nobody agreed yet" in found.complaint
        assert "asks 1 host: 127.0.0.1" in found.err
        assert f"cited: {site.http}/report" in found.err
        (words,) = [line for line in found.err.splitlines() if line.startswith("words that go out: ")]
        asked = next(line for line in found.err.splitlines() if "search: " in line)
        for word in words.removeprefix("words that go out: ").split(", "):
            assert word.replace(" ", "+") in asked
        assert site.asked == []

    def test_numbers_of_few_digits_go_out_after_the_words(
        self, site: Site, factcheck: Command, workspace: Path, tmp_path: Path
    ) -> None:
        self.reference(workspace, f"{site.http}/search?q={{query}}")
        vote = "The county board voted by 14 to 9 on a loan of 4.2 million euros for 1,240 pensioners.\n"
        factcheck("check", written(tmp_path, "vote.txt", vote))
        told = factcheck("fetch", "--claim", "1", "--article", "vote").err
        (words,) = [line for line in told.splitlines() if line.startswith("words that go out: ")]
        assert "1240" in words
        assert not {"14", "9", "4.2"} & set(words.removeprefix("words that go out: ").split(", "))

    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            (
                "The storm in Ostwick caused 36 deaths and damaged many old houses along the northern coast.",
                "36, deaths",
            ),
            ("At least 36 people have died in the floods of the Ostwick valley since the dam broke.", "36, people"),
            ("In Ostwick 36% of voters support the new bridge, the loan and the ferry, a poll found.", "36, voters"),
            ("The storm of 14 May damaged the new bridge, the old houses and the ferry of Ostwick.", ""),
            ("The storm damaged 5 bridges, the old houses, the new ferry and the school of Ostwick.", ""),
        ],
    )
    def test_a_number_of_two_digits_goes_out_with_what_it_counts(
        self, site: Site, factcheck: Command, workspace: Path, tmp_path: Path, text: str, kept: str
    ) -> None:
        self.reference(workspace, f"{site.http}/search?q={{query}}")
        factcheck("check", written(tmp_path, "storm.txt", f"{text}\n"))
        told = factcheck("fetch", "--claim", "1", "--article", "storm").err
        (line,) = [line for line in told.splitlines() if line.startswith("words that go out: ")]
        words = line.removeprefix("words that go out: ").split(", ")
        assert len(words) <= 5  # Ostwick, and four
        assert line.endswith(f", {kept}") if kept else not any(word.isdigit() for word in words)
        (asked,) = [line for line in told.splitlines() if "search: " in line]
        assert kept.replace(", ", "+") in asked

    def test_what_the_writer_cites_becomes_evidence(self, factcheck: Command) -> None:
        found = factcheck("fetch", "--claim", "1", "--yes")
        assert found.code == 0
        assert "new (200): The yearly report" in found.out
        assert "The yearly report" in factcheck("claim", "show", "1").out

    @pytest.mark.parametrize("never", ["http://10.0.0.1/report", "http://metadata.google.internal/report"])
    def test_who_is_never_asked_is_not_agreed_to(
        self, site: Site, factcheck: Command, tmp_path: Path, never: str
    ) -> None:
        text = f"Five cranes\n\n{CLAIM}[^1]\n\n[^1]: The yearly report, {site.http}/report and {never}\n"
        assert factcheck("check", written(tmp_path, "article.md", text)).code == 0
        found = factcheck("fetch", "--claim", "1", "--yes")
        assert "asks 1 host: 127.0.0.1\n" in found.err
        assert f"  cited: {never} (not asked: " in found.err
        (event,) = json.loads(factcheck("audit", "log", "--kind", "fetch-consented", "--json").out)
        assert event["body"]["hosts"] == ["127.0.0.1"]

    def test_consent_is_asked_once_an_article(self, site: Site, factcheck: Command, workspace: Path) -> None:
        factcheck("fetch", "--claim", "1", "--yes")
        (event,) = json.loads(factcheck("audit", "log", "--kind", "fetch-consented", "--json").out)
        assert event["body"]["hosts"] == ["127.0.0.1"]
        assert event["body"]["terms"] == []
        assert factcheck("fetch", "--claim", "1").code == 0
        self.reference(workspace, f"{site.http}/search?q={{query}}")
        assert "nobody agreed yet" in factcheck("fetch", "--claim", "1").complaint

    def test_a_redirect_to_a_host_that_nobody_agreed_to_is_stopped_and_told(
        self, site: Site, factcheck: Command
    ) -> None:
        elsewhere = site.http.replace("127.0.0.1", "127.0.0.2")
        site.add("/report", reply(302, b"", ("Location", f"{elsewhere}/next")))
        site.add("/next", reply(200, html(title="Elsewhere").encode()))
        found = factcheck("fetch", "--claim", "1", "--yes")
        assert found.code == 3
        assert "redirects to a host that nobody agreed to ask: 127.0.0.2" in found.err
        assert "/next" not in site.paths()
        assert not any("127.0.0.2" in str(dict(request.headers)) for request in site.asked)

    def test_a_host_that_it_redirected_to_is_listed_the_next_time_and_agreed_to_with_the_others(
        self, site: Site, factcheck: Command
    ) -> None:
        elsewhere = site.http.replace("127.0.0.1", "127.0.0.2")
        site.add("/report", reply(302, b"", ("Location", f"{elsewhere}/next")))
        site.add("/next", reply(200, html(title="Elsewhere").encode()))
        assert "asks 1 host: 127.0.0.1\n" in factcheck("fetch", "--claim", "1", "--yes").err
        again = factcheck("fetch", "--claim", "1")
        assert "asks 2 hosts: 127.0.0.1, 127.0.0.2\n" in again.err
        assert "nobody agreed yet" in again.complaint

    @pytest.mark.parametrize(
        "target", ["http://169.254.169.254/x", "http://metadata.google.internal/", "//[::1/", "ftp://a.example/"]
    )
    def test_a_host_that_is_never_asked_is_not_listed(self, site: Site, factcheck: Command, target: str) -> None:
        site.add("/report", reply(302, b"", ("Location", target)))
        assert factcheck("fetch", "--claim", "1", "--yes").code == 3
        assert "asks 1 host: 127.0.0.1\n" in factcheck("fetch", "--claim", "1").err

    def test_a_host_that_is_named_to_be_followed_is_listed_and_put_on_record(self, factcheck: Command) -> None:
        found = factcheck("fetch", "--claim", "1", "--yes", "--follow", "archive.example")
        assert "asks 2 hosts: 127.0.0.1, archive.example\n" in found.err
        (event,) = json.loads(factcheck("audit", "log", "--kind", "fetch-consented", "--json").out)
        assert event["body"]["hosts"] == ["127.0.0.1", "archive.example"]

    @pytest.mark.parametrize(
        "query",
        ["k={query}", "key={terms}", "ticket={names}&t={terms}", "code=x+{query}", "token={query}", "q={query}"],
    )
    def test_the_words_of_a_search_are_shown_as_they_go_out_and_its_key_is_not(
        self, site: Site, factcheck: Command, workspace: Path, query: str
    ) -> None:
        self.reference(workspace, f"{site.http}/search?{query}&apikey=hush-hush1")
        site.add("/search", reply(200, b"<p>Nothing."))
        told = factcheck("fetch", "--claim", "1", "--yes").err
        (shown,) = [line.partition(": ")[2] for line in told.splitlines() if line.startswith("  search: ")]
        (asked,) = [path for path in site.paths() if path.startswith("/search")]
        assert site.http + asked == shown.replace("apikey=REMOVED", "apikey=hush-hush1")
        assert "keys that go out: in 1 of these addresses, not shown (REMOVED)" in told
        assert "hush-hush1" not in told

    def test_a_search_that_redirects_elsewhere_is_stopped_too(
        self, site: Site, factcheck: Command, workspace: Path
    ) -> None:
        self.reference(workspace, f"{site.http}/search?q={{query}}")
        elsewhere = site.http.replace("127.0.0.1", "127.0.0.2")
        site.add("/search", reply(302, b"", ("Location", f"{elsewhere}/found")))
        assert "nobody agreed to ask: 127.0.0.2" in factcheck("fetch", "--claim", "1", "--yes").err
        assert "/found" not in site.paths()

    def test_the_best_results_of_a_search_become_sources_and_the_search_does_not(
        self, site: Site, factcheck: Command, workspace: Path
    ) -> None:
        self.reference(workspace, f"{site.http}/search?q={{query}}")
        site.add("/a", reply(200, html(BODY[0], BODY[2], title="Cranes of Ostwick").encode()))
        site.add(
            "/search",
            reply(
                200,
                b"<p><a href='/menu'>News</a><a href='/a'>The cranes in the harbour of Ostwick</a>"
                b"<a href='https://other.example/b'>Cranes in the harbour of Ostwick elsewhere</a>"
                b"<a href='/c'>Weather for the week ahead</a>"
                b"<a href='/search?p=2'>More harbour cranes in Ostwick</a>",
            ),
        )
        found = factcheck("fetch", "--claim", "1", "--yes", "--json")
        assert [page["title"] for page in pages(found)] == ["The yearly report", "Cranes of Ostwick"]
        assert len(listed(factcheck)) == 2

    def test_a_feed_of_the_list_is_read_and_a_search_that_fails_is_told(
        self, site: Site, factcheck: Command, workspace: Path
    ) -> None:
        self.reference(workspace, f"{site.http}/feed", f"{site.http}/broken?q={{terms}}")
        item = f"<item><title>Harbour</title><description>{BODY[0]}</description></item>"
        feed = f"<rss><channel><title>Bell</title>{item}</channel></rss>"
        site.add("/feed", reply(200, feed.encode(), kind="application/rss+xml"))
        found = factcheck("fetch", "--claim", "1", "--yes")
        assert "there is no such page (404)" in found.err
        assert {one["title"] for one in listed(factcheck)} == {"The yearly report", "Harbour"}

    def test_a_feed_that_has_moved_on_keeps_what_it_told_before(
        self, site: Site, factcheck: Command, workspace: Path
    ) -> None:
        self.reference(workspace, f"{site.http}/feed")

        def feed(*entries: tuple[str, str]) -> bytes:
            items = (
                f"<item><title>{title}</title><link>{site.http}/{title}</link><description>{text}</description></item>"
                for title, text in entries
            )
            xml = f"<rss><channel><title>Bell</title>{''.join(items)}</channel></rss>"
            return reply(200, xml.encode(), kind="application/rss+xml")

        first, second = feed(("one", BODY[0]), ("two", BODY[1])), feed(("two", BODY[1] + " Soon."), ("three", BODY[2]))
        site.add("/feed", first, first, second)
        for _ in range(2):
            assert factcheck("fetch", "--claim", "1", "--yes").code == 0
        told = sorted(str(one["title"]) for one in listed(factcheck) if "Bell" in str(one["publisher"]))
        assert told == ["one", "three", "two"]

    @pytest.mark.parametrize("name", ["Maren Holt", "Ostwick"])
    def test_a_withheld_name_does_not_go_out(self, site: Site, factcheck: Command, workspace: Path, name: str) -> None:
        self.reference(workspace, f"{site.http}/search?q={{query}}", more=f'withheld = ["{name}"]\n')
        found = factcheck("fetch", "--claim", "1", "--yes")
        assert "held back: " in found.err
        asked = " ".join(site.paths()).lower()
        assert "search" in asked
        assert not any(word in asked for word in name.lower().split())

    def test_an_address_with_a_withheld_name_is_not_asked_and_that_is_told(
        self, site: Site, factcheck: Command, workspace: Path
    ) -> None:
        self.reference(workspace, f"{site.http}/ostwick?q={{terms}}", more='withheld = ["Ostwick", "Report"]\n')
        found = factcheck("fetch", "--claim", "1", "--yes")
        assert "not asked: 2 of the addresses, since a name that is withheld stands in them" in found.err
        assert (found.code, site.asked) == (0, [])

    def test_a_surname_in_a_cited_address_is_told_before_it_is_asked(
        self, site: Site, factcheck: Command, workspace: Path
    ) -> None:
        self.reference(workspace, f"{site.http}/search?q={{terms}}", more='withheld = ["Rosa Report"]\n')
        asked = factcheck("fetch", "--claim", "1")
        assert "/report (a part of a name that is withheld stands in it)" in asked.err
        assert site.asked == []

    def test_the_name_of_a_contact_does_not_go_out(self, site: Site, factcheck: Command, workspace: Path) -> None:
        self.reference(workspace, f"{site.http}/search?q={{query}}")
        told = ("--date", "2026-11-20", "--text", "There are six.")
        assert factcheck("evidence", "add", "1", "call:Maren Holt, harbour office", *told).code == 0
        found = factcheck("fetch", "--claim", "1", "--yes")
        assert "held back: " in found.err
        asked = " ".join(site.paths()).lower()
        assert "search" in asked
        assert "harbour" in asked
        assert "maren" not in asked
        assert "holt" not in asked
        refused = factcheck("fetch", f"{site.http}/people/holt-maren")
        assert "holds a name that is withheld" in refused.complaint
        assert "holt-maren" not in " ".join(site.paths())

    def test_a_placeholder_that_is_not_known_is_a_fault_of_the_configuration(
        self, site: Site, factcheck: Command, workspace: Path
    ) -> None:
        self.reference(workspace, f"{site.http}/search?q={{claim}}")
        assert "has a placeholder that is not known" in factcheck("fetch", "--claim", "1", "--yes").complaint
