"""A page that says it was retracted or corrected: told at the fetch and at the claim, and it bears nothing out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.domain import Stance
from factcheck.stance import compare
from factcheck.stance.reading.badges import RETRACTED
from factcheck.web.notices import MOST_NOTICES
from tests.cli.command import written
from tests.web.site import Site, reply
from tests.web.test_fetch_command import PAGE, Command, factcheck, signed, workspace
from tests.web.test_pages import ARTICLE, BODY, html, read, script

__all__ = ["factcheck", "workspace"]  # fixtures

NOTICE = "This article has been retracted by the editors, since its figures could not be verified."
CHANGED = "This story was corrected on 3 May to say five."
FIXED = "Correction: an earlier version of this report gave a wrong number of ships."


@pytest.mark.parametrize(
    "page",
    [
        html(NOTICE, *BODY),
        html(*BODY, "Retraction notice: the figures in this report were invented."),
        html(*BODY, title="RETRACTED: Five cranes in the harbour"),
        html(*BODY, "We have retracted this story."),
        html().replace("<article>", f"<aside class=note><p>{NOTICE}</p></aside><article>"),
        html(head=script({**ARTICLE, "correction": NOTICE})),
    ],
)
def test_a_retracted_page_says_so_in_its_title_and_bears_nothing_out(page: str) -> None:
    found = read(page)
    (document,) = found.documents
    assert found.retracted
    assert document.source.title == "RETRACTED: Five cranes in the harbour"
    judged = compare("The harbour of Ostwick has five cranes.", BODY[0], heading=document.source.title)
    assert (judged.stance, RETRACTED in judged.badges) == (Stance.RELATED, True)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (html(*BODY, FIXED), FIXED),
        (
            html(*BODY, "This story was corrected on 3 May to say five."),
            "This story was corrected on 3 May to say five.",
        ),
        (html(head=script({**ARTICLE, "correction": {"@type": "CorrectionComment", "text": FIXED}})), FIXED),
    ],
)
def test_a_correction_is_told_in_its_words(page: str, said: str) -> None:
    found = read(page)
    assert (found.retracted, found.corrected) == ("", (said,))


SAID = "An earlier version of this story said six cranes; it is five."
HEADED = f"Correction: {SAID}"
ONE, OTHER = "Correction: it is five cranes, not six.", "Clarification: the county was asked in spring."


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize(
    ("written", "said"),
    [
        (f"<p><strong>Correction:</strong> {SAID}</p>", [HEADED]),
        (f"<p><b>Correction:</b><br>{SAID}</p>", [HEADED]),
        (f"<p><em>{HEADED}</em></p>", [HEADED]),
        (f"<p><strong><em>{SAID}</em></strong></p>", [SAID]),
        ("<p>Correction: it is <!-- four --> <i>five</i> cranes, not six.</p>", [ONE]),
        (f'<div class="box"><div><p>{HEADED}</p></div></div>', [HEADED]),
        (f'<div class="box"><h3>Correction</h3><p>{SAID}</p></div>', [SAID]),
        ("<aside><p><strong>Correction:</strong></p><p>it is five cranes, not six.</p></aside>", [ONE]),
        (f"<aside><p>{ONE}</p><p>{OTHER}</p></aside>", [ONE, OTHER]),
        (f"<ul><li><strong>{ONE}</strong></li><li><strong>{OTHER}</strong></li></ul>", [ONE, OTHER]),
        (f"<div>{ONE}<br>{OTHER}</div>", [ONE, OTHER]),
        (f"<div><span>{ONE}</span></div>", [ONE]),
        (f"<p>{ONE}</p><footer><p>{ONE}</p></footer>", [ONE]),
    ],
)
def test_a_correction_is_told_once_however_it_is_set(written: str, said: list[str], *, inside: bool) -> None:
    end = "</article>"
    page = html().replace(end, f"{written}{end}" if inside else f"{end}{written}")
    assert list(read(page).corrected) == said


def test_what_the_markup_says_was_corrected_is_told_once_with_what_the_page_says() -> None:
    markup = script({**ARTICLE, "correction": {"@type": "CorrectionComment", "text": SAID}})
    assert read(html(*BODY, HEADED, head=markup)).corrected == (HEADED,)


def test_a_page_of_nothing_but_corrections_is_no_hang() -> None:
    page = html(*BODY, *(f"Correction: it is {number} cranes, not {number + 1}." for number in range(3_000)))
    assert 0 < len(read(page).corrected) <= MOST_NOTICES


@pytest.mark.parametrize(
    "line",
    [
        "The journal said that a study of the harbour by another group has been retracted last year.",
        "The council has withdrawn its offer, and the harbour has five cranes.",
        "Corrections officers went on strike in the harbour of Ostwick on Monday.",
    ],
)
def test_a_report_on_a_retraction_is_none(line: str) -> None:
    found = read(html(*BODY, line))
    assert (found.retracted, found.corrected) == ("", ())


def test_a_retraction_is_told_at_the_fetch_and_at_the_claim(site: Site, factcheck: Command, tmp_path: Path) -> None:
    factcheck("fetch", site.add("/harbour", reply(200, PAGE), reply(200, html(NOTICE, *BODY).encode())))
    factcheck("check", written(tmp_path, "article.txt", "The harbour of Ostwick has five cranes.\n"))
    factcheck("claim", "stance", "1", "e1", "corroborates")
    factcheck("claim", "verdict", "1", "--rating", "confirmed", "--rationale", "The report", "--cite", "e1")
    told = factcheck("fetch", "--refetch")
    assert f"the page says that it was retracted: “{NOTICE}”" in told.out
    assert "claim 1" in told.err
    factcheck("check", str(tmp_path / "article.txt"))
    shown = " ".join(factcheck("claim", "show", "1").out.split())
    assert "look: the page says that it was retracted" in shown
    assert "RETRACTED: Five cranes" in shown


def test_an_article_that_was_retracted_says_so_where_it_is_checked(site: Site, factcheck: Command) -> None:
    told = factcheck("check", site.add("/a", reply(200, html(*BODY, NOTICE).encode())))
    assert told.code == 0
    assert f"the page says that it was retracted: “{NOTICE}”" in told.err
    assert "retracted" not in factcheck("check", site.add("/b", reply(200, html().encode()))).err


def test_the_home_page_of_a_site_is_called_one(site: Site, factcheck: Command) -> None:
    home = site.add("/", reply(200, html().encode()))
    assert "this is the home page of a site" in factcheck("check", home).err
    assert "this is the home page of a site" in factcheck("fetch", home).out
    page = site.add("/a", reply(200, html().encode()))
    assert "home page" not in factcheck("check", page).err + factcheck("fetch", page).out


@pytest.mark.parametrize(
    "page",
    [html(NOTICE, *BODY), html(*BODY, title="RETRACTED: Five cranes in the harbour")],
)
def test_who_signs_is_told_that_a_source_was_retracted_since(
    site: Site, factcheck: Command, tmp_path: Path, page: str
) -> None:
    url = site.add("/harbour", reply(200, PAGE), reply(200, page.encode()))
    signed(url, factcheck, tmp_path)
    factcheck("fetch", "--refetch")
    for words in (["claim", "show", "1"], ["claim", "show", "1", "--brief"], ["--user", "bob", "review", "sign", "1"]):
        told = factcheck(*words).out
        assert f"source retracted: {url} (e1)" in told
        assert "the page says that it was retracted: “" in told
        assert "warc.gz (e1)" not in told
    rows = json.loads(factcheck("claim-list", "--format", "json").out)
    assert rows["claims"][0]["source_state"] == "retracted"
    assert factcheck("claim-list", "--fail-on", "source").code == 1


def test_a_sign_off_that_was_shown_a_retraction_stands_until_another_text_is_there(
    site: Site, factcheck: Command, tmp_path: Path
) -> None:
    other = html(*BODY, "A sentence more.").encode()
    url = site.add("/harbour", reply(200, PAGE), reply(200, html(NOTICE, *BODY).encode()), reply(200, other))
    signed(url, factcheck, tmp_path)
    factcheck("fetch", "--refetch")
    assert "the sign-off is stale: source retracted" in factcheck("claim", "show", "1").out
    assert factcheck("--user", "bob", "review", "sign", "1", "--yes").code == 0
    assert "the sign-off is stale" not in factcheck("claim", "show", "1").out
    factcheck("fetch", "--refetch")
    assert "the sign-off is stale: source changed" in factcheck("claim", "show", "1").out


def test_a_cited_page_that_was_retracted_supports_nothing(site: Site, factcheck: Command, tmp_path: Path) -> None:
    url = site.add("/harbour", reply(200, PAGE), reply(200, html(NOTICE, *BODY).encode()))
    signed(url, factcheck, tmp_path, f"The harbour of Ostwick has [five cranes]({url}).\n")
    before, *_ = json.loads(factcheck("claim-list", "--format", "json").out)["claims"]
    assert before["cited_source"] == "supports"
    factcheck("fetch", "--refetch")
    after, *_ = json.loads(factcheck("claim-list", "--format", "json").out)["claims"]
    assert after["cited_source"] == "silent"
    shown = " ".join(factcheck("claim", "show", "1").out.split())
    assert "retracted since, so it bears nothing out" in shown


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (html(BODY[0].replace("five", "seven"), *BODY[1:]), "five -> seven"),
        (html(*BODY, "Another paragraph came at the end."), "changed elsewhere; the cited passage is the same"),
        (html(*BODY[1:]), f"{BODY[0]} -> (nothing)"),
    ],
)
def test_what_became_of_the_cited_words_is_told_wherever_the_source_is(
    site: Site, factcheck: Command, tmp_path: Path, page: str, said: str
) -> None:
    url = site.add("/harbour", reply(200, PAGE), reply(200, page.encode()))
    signed(url, factcheck, tmp_path)
    factcheck("fetch", "--refetch")
    for words in (["claim", "show", "1"], ["review", "stale"], ["--user", "bob", "review", "sign", "1"]):
        told = " ".join(factcheck(*words).out.split())
        assert f"source changed: {url} (e1)" in told
        assert said in told


def test_a_notice_in_a_title_is_told_in_letters(site: Site, factcheck: Command) -> None:
    page = html(*BODY, title="RETRACTED: Five cranes &amp; the port&#x27;s yard")
    told = factcheck("fetch", site.add("/a", reply(200, page.encode()))).out
    assert "retracted: “RETRACTED: Five cranes & the port's yard”" in told


def test_the_annotated_copy_has_what_a_source_says_of_itself_and_what_became_of_it(
    site: Site, factcheck: Command, tmp_path: Path
) -> None:
    signed(site.add("/a", reply(200, html(*BODY, FIXED).encode()), reply(410)), factcheck, tmp_path)
    copy = factcheck("claim-list", "--format", "html").out
    assert f"</strong> the page says what was corrected: “{FIXED}”" in copy
    factcheck("fetch", "--refetch")
    assert "source gone since" in factcheck("claim-list", "--format", "html").out


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (html(NOTICE, *BODY), f"since: the page says that it was retracted: “{NOTICE}”"),
        (html(BODY[0].replace("five", "seven"), *BODY[1:]), "since: five -&gt; seven"),
    ],
)
def test_the_annotated_copy_says_what_stands_in_place_of_the_cited_words(
    site: Site, factcheck: Command, tmp_path: Path, page: str, said: str
) -> None:
    signed(site.add("/a", reply(200, PAGE), reply(200, page.encode())), factcheck, tmp_path)
    assert "since:" not in factcheck("claim-list", "--format", "html").out
    factcheck("fetch", "--refetch")
    assert said in factcheck("claim-list", "--format", "html").out
